"""The cut typefaces: made once, latin only, small, and pages do without them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from releases import fonts
from releases.templatetags.press import font_links
from tests.typefaces import cut_once


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this run's cuts, to lose files of."""
    return Path(shutil.copytree(cut_once(), tmp_path_factory.mktemp("tipos") / "cortes"))


def test_the_cuts_write_spanish_and_keep_their_weights(folder: Path) -> None:
    for cut in fonts.CUTS:
        font = TTFont(folder / cut.file_name)
        letters = font.getBestCmap()
        assert all(ord(letter) in letters for letter in "áéíóúüñÑ¿¡«»–—…€0123456789")
        assert ord("Ж") not in letters
        assert [axis.axisTag for axis in font["fvar"].axes] == ["wght"]


def test_the_cuts_fit_the_budget_of_a_page(folder: Path) -> None:
    assert sum((folder / cut.file_name).stat().st_size for cut in fonts.CUTS) < 100_000


def test_the_licence_stays_inside_the_files(folder: Path) -> None:
    for cut in fonts.CUTS:
        names = TTFont(folder / cut.file_name)["name"]
        assert "Open Font License" in str(names.getDebugName(13))


def test_the_stylesheet_names_its_files_relatively(folder: Path) -> None:
    stylesheet = (folder / fonts.STYLESHEET).read_text()

    for cut in fonts.CUTS:
        assert f'url("{cut.file_name}")' in stylesheet


def test_a_second_cut_makes_nothing(folder: Path) -> None:
    assert fonts.cut_fonts(folder) == []


def test_lost_files_are_made_again_and_no_others(folder: Path) -> None:
    lost = [folder / fonts.CUTS[-1].file_name, folder / fonts.STYLESHEET]
    for path in lost:
        path.unlink()

    assert fonts.cut_fonts(folder) == lost
    assert all(path.stat().st_size for path in lost)


def test_a_cut_of_another_recipe_is_made_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "CUTS", fonts.CUTS[-1:])
    monkeypatch.setattr(fonts, "PRINT_CUTS", ())
    monkeypatch.setattr(fonts, "_FEATURES", ("kern",))

    assert fonts.cut_fonts(folder) == [folder / fonts.CUTS[0].file_name, folder / fonts.STYLESHEET]
    assert fonts.cut_fonts(folder) == []


def test_pages_link_the_stylesheet_only_where_it_was_made(
    folder: Path, tmp_path: Path, settings: Any
) -> None:
    settings.FONTS_ROOT = folder
    assert "fonts/fonts.css" in font_links()

    settings.FONTS_ROOT = tmp_path
    assert font_links() == ""
