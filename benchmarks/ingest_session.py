"""One measuring of intake, in a process that Django is set up in: see `benchmarks.ingest`."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
from django.core.management import call_command
from pdfminer.high_level import extract_text

from releases.catalogue.gazetteer import current_gazetteer
from releases.extraction.document import ExtractedDocument
from releases.extraction.sandbox import read_document
from releases.ingest.batch import found_files, ingest_files
from releases.ingest.intake import IngestOptions
from releases.ingest.outcomes import Outcome
from releases.ingest.reading import interpret

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT / "tests" / "corpus" / "docs"
PAGE = ROOT / "docs" / "benchmarks-intake.md"
_FOLIO = re.compile(r"\b\d{3,5}/(?=(?:19|20)\d\d\b)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"\b[a-záéíóúñ]{5,}\b")
_SWAPPED = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table; `goal` is a share of the first line's rate per process."""

    label: str
    pages: int
    seconds: float
    workers: int = 1
    goal: float | None = None

    @property
    def rate(self) -> float:
        """Pages a second and process."""
        return self.pages / self.seconds / self.workers


def run(*, copies: int, workers: list[int], write: bool) -> None:
    """Measures, prints the table, and writes the page if asked."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_vocabularies", verbosity=0)
    with tempfile.TemporaryDirectory(prefix="conste-intake-") as name:
        table = _table(_measure(Path(name), copies, workers))
    print(table)
    if write:
        PAGE.write_text(_page(table, copies), "utf-8")


def _measure(folder: Path, copies: int, workers: list[int]) -> list[Measured]:
    paths = _write_copies(folder, copies)
    pages = _count_pages(paths)
    lines = [
        Measured("pdfminer.six sola (`extract_text`)", pages, _timed(lambda: _bare(paths))),
        Measured("leer, interpretar y enlazar", pages, _timed(lambda: _read(paths)), goal=0.7),
    ]
    for number, count in enumerate(workers):
        share = len(paths) // len(workers)
        lot = paths[number * share : (number + 1) * share]
        seconds = _timed(lambda lot=lot, count=count: _ingest(lot, count))  # type: ignore[misc]  # bound now
        label = f"ingreso completo, `--workers {count}`"
        lines.append(Measured(label, _count_pages(lot), seconds, count, goal=0.5))
    return lines


def _write_copies(folder: Path, copies: int) -> list[Path]:
    """Copies in an order that mixes the documents, so that each lot holds them all."""
    paths = []
    documents = [path for path in sorted(DOCUMENTS.glob("*.pdf")) if _has_folio(path)]
    for copy in range(copies):
        for number, document in enumerate(documents):
            serial = copy * len(documents) + number + 1
            path = folder / f"{serial:05d}.pdf"
            path.write_bytes(document.read_bytes() + f"\n% copia {serial}\n".encode())
            paths.append(path)
    return paths


def _has_folio(path: Path) -> bool:
    return bool(_FOLIO.search(extract_text(path)))


def _count_pages(paths: list[Path]) -> int:
    return sum(len(pypdfium2.PdfDocument(path)) for path in paths)


def _timed(work: Callable[[], None]) -> float:
    since = time.perf_counter()
    work()
    return time.perf_counter() - since


def _bare(paths: list[Path]) -> None:
    for path in paths:
        extract_text(path)


def _read(paths: list[Path]) -> None:
    gazetteer = current_gazetteer()
    for path in paths:
        interpret(read_document(path), gazetteer)


def _ingest(paths: list[Path], workers: int) -> None:
    options = IngestOptions(publish=True, confirm_all=True, operator="banco", reader=read_copy)
    with found_files(paths) as files:
        for result in ingest_files(files, options=options, workers=workers):
            if result.outcome is not Outcome.CREATED:
                print(f"{result.name}: {result.outcome}. {result.message}")


def read_copy(path: Path, *, filename: str) -> ExtractedDocument:
    """The document of a copy, read like any other, with the folio and words of a bulletin of its
    own: `path` is named by its serial number."""
    document = read_document(path, filename=filename)
    serial = path.stem
    pages = tuple(
        replace(
            page, lines=tuple(replace(line, text=_own(line.text, serial)) for line in page.lines)
        )
        for page in document.pages
    )
    return replace(document, pages=pages)


def _own(text: str, serial: str) -> str:
    """The line with the copy's folio and every third long word replaced."""
    text = _FOLIO.sub(f"{serial}/", text)
    if _YEAR.search(text):
        return text  # the dateline
    count = iter(range(len(text)))
    return _WORD.sub(
        lambda match: match[0] if next(count) % _SWAPPED else f"{match[0][:4]}{serial}", text
    )


def _table(lines: list[Measured]) -> str:
    bare = lines[0].rate
    rows = ["| | páginas | segundos | páginas/s por proceso | de pdfminer.six | meta |"]
    rows.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    for line in lines:
        goal = f"{line.goal:.0%}" if line.goal else ""
        rows.append(
            f"| {line.label} | {line.pages} | {line.seconds:.1f} | {line.rate:.1f} "
            f"| {line.rate / bare:.0%} | {goal} |"
        )
    return "\n".join(rows)


def _page(table: str, copies: int) -> str:
    return f"""# Intake measured

Written by `python -m benchmarks.ingest`: {copies} copies of each PDF of the corpus with a folio,
measured one after the other on {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the
end.
Each line's rate is per process; the first line is the yardstick. The whole pipeline publishes every
bulletin: file kept and synced to disk, text compared, rows written, search row made.

{table}

With several processes the figure includes their start. A line below its goal is not there yet; on a
machine that does other work at the same time the pipeline, which needs three processes (intake,
reader, database), loses more than the yardstick, which needs one.
"""
