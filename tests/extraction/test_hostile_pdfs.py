"""Small PDFs made to hurt: each ends in one of the named outcomes, soon and in little memory."""

from __future__ import annotations

import signal
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from releases.extraction.limits import ExtractionError, Limits
from releases.extraction.sandbox import ReaderPool
from releases.extraction.transfer import TIMED_OUT, unpack

OUTCOMES = {
    "leído",
    "sin-texto",
    "pdf-danado",
    "pdf-cifrado",
    "excede-memoria",
    "excede-tiempo",
    "demasiado-grande",
}
TEXT = b"BT /F1 12 Tf 72 700 Td (Hola) Tj ET"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool() as pool:
        yield pool


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def _pdf(font: bytes = FONT, content: bytes = b"", extra: dict[int, bytes] | None = None) -> bytes:
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>/XObject<</X1 6 0 R>>>>>>",
        4: content or _stream(TEXT),
        5: font,
        **(extra or {}),
    }
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % item for item in objects.items())
    return b"%PDF-1.7\n" + body + b"trailer <</Root 1 0 R>>\n%%EOF\n"


def _composite(cmap: bytes, widths: bytes = b"[]") -> bytes:
    return (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding %s/ToUnicode 7 0 R"
        b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X"
        b"/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>/W %s>>]>>" % (cmap, widths)
    )


def _range_map() -> bytes:
    return _stream(
        b"begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange "
        b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap"
    )


def _double_flate() -> bytes:
    return zlib.compress(zlib.compress(b" " * 200_000_000, 9), 9)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "flate-twice": lambda: _pdf(
        content=_stream(_double_flate(), b"/Filter[/FlateDecode/FlateDecode]")
    ),
    "predictor": lambda: _pdf(
        content=_stream(
            zlib.compress(b"\x02" * 1_000_000),
            b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>",
        )
    ),
    "width-range": lambda: _pdf(font=_composite(b"/Identity-H", b"[0 2000000000 500]")),
    "unicode-range": lambda: _pdf(font=_composite(b"/Identity-H"), extra={7: _range_map()}),
    "circular-form": lambda: _pdf(
        content=_stream(b"/X1 Do"),
        extra={
            6: _stream(
                b"/X1 Do",
                b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 6 0 R>>>>",
            )
        },
    ),
    "map-outside": lambda: _pdf(font=_composite(b"/..#2f..#2f..#2f..#2fetc#2fpasswd")),
    "deep-arrays": lambda: _pdf(content=b"[" * 60_000 + b"]" * 60_000),
    "page-is-its-own-parent": lambda: _pdf().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"),
    "reference-to-itself": lambda: _pdf(extra={4: b"4 0 R"}),
    "table-points-to-itself": lambda: (
        b"%PDF-1.4\n"
        b"xref\n0 1\n0000000000 65535 f \ntrailer <</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"
    ),
    "only-a-header": lambda: b"%PDF-1.7",
    "huge-string": lambda: _pdf(content=_stream(b"BT /F1 12 Tf (" + b"A" * 3_000_000 + b") Tj ET")),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_named_outcome(
    pool: ReaderPool, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(HOSTILE[name]())
    limits = replace(Limits(), cpu=1, wall=2.0)
    payload, signalled, cost = pool.run(path, filename=path.name, limits=limits, ocr=False)
    assert cost.memory <= limits.memory
    assert cost.cpu <= limits.cpu + 1
    assert payload or signalled in (TIMED_OUT, signal.SIGXCPU)
    assert not payload or _outcome(payload) in OUTCOMES


def _outcome(payload: bytes) -> str:
    try:
        unpack(payload)
    except ExtractionError as error:
        return error.code
    return "leído"


def test_text_that_nobody_sees_is_not_taken(pool: ReaderPool, tmp_path: Path) -> None:
    path = tmp_path / "oculto.pdf"
    hidden = (
        b"BT /F1 12 Tf 72 700 Td (Visible) Tj 3 Tr 0 -20 Td (Invisible) Tj 0 Tr 1 g "
        b"0 -20 Td (Blanco) Tj 0 g 0 -900 Td (Fuera) Tj ET"
    )
    path.write_bytes(_pdf(content=_stream(hidden)))
    document = pool.read(path)
    assert document.text == "Visible"
    assert [notice.code for notice in document.notices] == ["texto-oculto"]


def test_white_text_on_a_dark_band_is_taken(pool: ReaderPool, tmp_path: Path) -> None:
    path = tmp_path / "banda.pdf"
    band = b"0.1 0.1 0.4 rg 50 680 400 50 re f BT 1 g /F1 12 Tf 72 700 Td (En la banda) Tj ET"
    path.write_bytes(_pdf(content=_stream(band)))
    assert pool.read(path).text == "En la banda"


def test_an_invisible_layer_over_a_scan_is_read_as_ocr(pool: ReaderPool, tmp_path: Path) -> None:
    path = tmp_path / "capa.pdf"
    path.write_bytes(_pdf(content=_stream(b"3 Tr " + TEXT)))
    document = pool.read(path)
    assert document.from_image
    assert [notice.code for notice in document.notices] == ["texto-de-imagen"]
