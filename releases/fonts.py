"""The typefaces of the site: latin cuts of the fonts that come as packages, and their stylesheet.

No font file is kept in the repository. The cuts and `fonts.css` are made in FONTS_ROOT when the
site is set up; pages work without them, in the fonts of the reader's system. The letterhead needs
files of its own, since typst takes neither WOFF2 nor variable weights.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import fontpkg
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

STYLESHEET = "fonts.css"
PRELOADED = "source-serif-4-latin.woff2"
_RECEIPT = ".cut.json"  # hidden, so that it is not collected
_PRINT_FOLDER = ".print"  # hidden likewise: no page needs these
PRINT_SERIF, PRINT_SANS = "Conste Serif", "Conste Sans"
# Letters of Spanish and its neighbours, and the signs that bulletins and our own pages use.
_CHARACTERS = (
    "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+0160-0161,U+0178,U+017D-017E,U+2010-2015,"
    "U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2039,U+203A,U+20AC,U+2122,U+2212"
)
# Print holds the letters of all languages of Mexico and western Europe, and more signs.
_PRINT_CHARACTERS = (
    "U+0020-007E,U+00A0-017F,U+0192,U+01CD-01DC,U+02BC,U+02C6-02DD,U+1E80-1E85,U+1EBC-1EBD,U+1EF2-1EF3,"
    "U+2000-206F,U+2070-208E,U+20AC,U+2116,U+2122,U+2153-215E,U+2190-2193,U+2212,U+2215,U+221E,U+2248,"
    "U+2260,U+2264-2265,U+25A0,U+25CA,U+25CF"
)
_PRINT_FEATURES = ("kern", "mark", "ccmp", "locl")
_FEATURES = ("kern", "liga", "locl", "mark", "mkmk", "ccmp", "lnum", "tnum", "pnum", "onum")


@dataclass(frozen=True, slots=True)
class Cut:
    """One file to make: which font of which family, and the weights that the stylesheet uses."""

    file_name: str
    family: str
    css_name: str
    style: str
    weights: tuple[int, int]


CUTS = (
    Cut(PRELOADED, "source-serif-4", "Source Serif 4 Variable", "normal", (400, 700)),
    Cut(
        "source-serif-4-italic-latin.woff2",
        "source-serif-4",
        "Source Serif 4 Variable",
        "italic",
        (400, 700),
    ),
    Cut(
        "libre-franklin-latin.woff2",
        "libre-franklin",
        "Libre Franklin Variable",
        "normal",
        (400, 700),
    ),
)


@dataclass(frozen=True, slots=True)
class PrintCut:
    """One static font for the letterhead, under a family name of its own.

    The licence reserves the original names for the unchanged fonts.
    """

    file_name: str
    family: str
    name: str
    style: str
    weight: int

    @property
    def style_name(self) -> str:
        """As the name table and the four classic styles have it."""
        if self.style == "italic":
            return "Italic"
        return "Bold" if self.weight >= _BOLD else "Regular"


_BOLD = 600
PRINT_CUTS = (
    PrintCut("serif-regular.ttf", "source-serif-4", PRINT_SERIF, "normal", 400),
    PrintCut("serif-italic.ttf", "source-serif-4", PRINT_SERIF, "italic", 400),
    PrintCut("serif-bold.ttf", "source-serif-4", PRINT_SERIF, "normal", 700),
    PrintCut("sans-regular.ttf", "libre-franklin", PRINT_SANS, "normal", 400),
    PrintCut("sans-bold.ttf", "libre-franklin", PRINT_SANS, "normal", 700),
)


def print_fonts(folder: Path) -> Path:
    """The folder of the static fonts for print inside `folder`, cut now where they are missing.

    Raises `fontpkg.FontpkgError` when a font's package is not installed.
    """
    inside = folder / _PRINT_FOLDER
    for cut in PRINT_CUTS:
        if not (inside / cut.file_name).exists():
            inside.mkdir(parents=True, exist_ok=True)
            _write_print_cut(cut, inside / cut.file_name)
    return inside


def cut_fonts(folder: Path) -> list[Path]:
    """Make what is missing or outdated in `folder`; return the files made, none when all is there.

    Raises `fontpkg.FontpkgError` when a font's package is not installed.
    """
    sources = {cut.file_name: _source(cut) for cut in CUTS}
    receipt = {name: _recipe(name, path) for name, path in sources.items()}
    receipt_path = folder / _RECEIPT
    outdated = _read(receipt_path) != receipt
    if outdated:
        shutil.rmtree(folder / _PRINT_FOLDER, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    print_fonts(folder)
    wanted = [folder / name for name in (*sources, STYLESHEET)]
    missing = [path for path in wanted if outdated or not path.exists()]
    for path in missing:
        if path.name == STYLESHEET:
            path.write_text(_stylesheet(), encoding="utf-8")
        else:
            _write_cut(_cut_of(path.name), sources[path.name], path)
    receipt_path.write_text(json.dumps(receipt), encoding="utf-8")
    return missing


def _source(cut: Cut) -> Path:
    path: Path = fontpkg.path(cut.family, 400, cut.style)
    return path


def _cut_of(file_name: str) -> Cut:
    return next(cut for cut in CUTS if cut.file_name == file_name)


def _recipe(name: str, source: Path) -> str:
    """What a cut depends on: its entry here, the source file and this module."""
    facts = f"{_cut_of(name)}|{source.stat().st_size}|{_CHARACTERS}|{_FEATURES}"
    return hashlib.sha256(facts.encode()).hexdigest()


def _read(receipt: Path) -> object:
    try:
        return json.loads(receipt.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _write_cut(cut: Cut, source: Path, target: Path) -> None:
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = list(_FEATURES)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # the licence stays inside
    font = TTFont(source)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(_CHARACTERS))
    subsetter.subset(font)
    instancer.instantiateVariableFont(font, _axis_limits(cut, font), inplace=True)
    draft = target.with_suffix(".part")
    subset.save_font(font, draft, options)
    draft.replace(target)


def _axis_limits(cut: Cut, font: TTFont) -> dict[str, tuple[int, int] | float]:
    """Keep the weights in use; pin the other axes (the optical size) where the design has them."""
    pinned = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    return {**pinned, "wght": cut.weights}


def _write_print_cut(cut: PrintCut, target: Path) -> None:
    font = TTFont(fontpkg.path(cut.family, 400, cut.style))
    options = subset.Options()
    options.layout_features = list(_PRINT_FEATURES)
    options.hinting = False
    options.name_IDs = [0, 13, 14]  # the licence stays inside
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(_PRINT_CHARACTERS))
    subsetter.subset(font)
    pinned = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    font = instancer.instantiateVariableFont(font, {**pinned, "wght": cut.weight})
    _rename(font, cut)
    descriptor, draft = tempfile.mkstemp(dir=target.parent, prefix=".corte-")
    os.close(descriptor)
    font.save(draft)
    Path(draft).chmod(0o644)
    Path(draft).replace(target)


def _rename(font: TTFont, cut: PrintCut) -> None:
    """One family with its classic styles, in the three places where readers look."""
    names = {
        1: cut.name,
        2: cut.style_name,
        3: f"{cut.name} {cut.style_name}",
        4: f"{cut.name} {cut.style_name}",
        6: f"{cut.name} {cut.style_name}".replace(" ", "-"),
    }
    for identifier, text in names.items():
        font["name"].setName(text, identifier, 3, 1, 0x409)
    font["OS/2"].usWeightClass = cut.weight
    is_italic, is_bold = cut.style_name == "Italic", cut.style_name == "Bold"
    is_regular = not (is_italic or is_bold)
    font["OS/2"].fsSelection = is_italic << 0 | is_bold << 5 | is_regular << 6
    font["head"].macStyle = is_bold << 0 | is_italic << 1


def _stylesheet() -> str:
    rules = [
        "@font-face {\n"
        f'  font-family: "{cut.css_name}";\n'
        f"  font-style: {cut.style};\n"
        f"  font-weight: {cut.weights[0]} {cut.weights[1]};\n"
        "  font-display: swap;\n"
        f'  src: url("{cut.file_name}") format("woff2");\n'
        "}\n"
        for cut in CUTS
    ]
    return "\n".join(rules)
