"""What a list beside the files says of them: a CSV file named `manifiesto.csv`.

Columns, all but the first optional: archivo, clase, acompana_a, folio, fecha, oficina,
direccion_anterior. docs/intake.md explains them.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from releases.parsing.number import read_folio
from releases.vocabulary import SourceKind

MANIFEST = "manifiesto.csv"
COLUMNS = {
    "archivo",
    "clase",
    "acompana_a",
    "folio",
    "fecha",
    "oficina",
    "direccion_anterior",
}


class ManifestError(Exception):
    """A manifest that can't be followed; the message is Spanish and names file and line."""


@dataclass(frozen=True, slots=True)
class GivenFacts:
    """What a manifest says of one bulletin; empty where it says nothing.

    `office` is an agency's name, acronym or slug as written.
    """

    folio: str = ""
    number: int | None = None
    year: int | None = None
    issued_on: dt.date | None = None
    office: str = ""
    old_address: str = ""


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """A file that a manifest names; `companion_of` is relative to the manifest's folder."""

    file: str
    kind: SourceKind
    companion_of: str
    given: GivenFacts


def read_manifest(path: Path) -> Mapping[str, ManifestRow]:
    """The rows by file, its path relative to the manifest; empty where there is no manifest.

    Raises ManifestError for a file, column or value that makes no sense, before anything is
    taken in.
    """
    if not path.is_file():
        return {}
    rows: dict[str, ManifestRow] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            _check_columns(path, reader.fieldnames or ())
            for record in reader:
                row = _row(record, f"{path}, renglón {reader.line_num}")
                if row.file in rows:
                    raise ManifestError(f"{path}: «{row.file}» está dos veces. Deje un renglón.")
                rows[row.file] = row
    except (UnicodeDecodeError, csv.Error) as error:
        raise ManifestError(f"{path} no es un CSV en UTF-8. Guárdelo de nuevo así.") from error
    return rows


def _check_columns(path: Path, columns: object) -> None:
    named = [str(name).strip() for name in columns] if isinstance(columns, list | tuple) else []
    if "archivo" not in named:
        raise ManifestError(f"{path}: falta la columna «archivo» en el primer renglón.")
    unknown = [name for name in named if name not in COLUMNS]
    if unknown:
        known = ", ".join(sorted(COLUMNS))
        raise ManifestError(f"{path}: no existe la columna «{unknown[0]}». Las hay: {known}.")


def _row(record: Mapping[str, str | None], where: str) -> ManifestRow:
    text = {name: (value or "").strip() for name, value in record.items() if name in COLUMNS}
    file = text.get("archivo", "")
    if not file or PurePosixPath(file).is_absolute() or ".." in PurePosixPath(file).parts:
        raise ManifestError(f"{where}: «{file}» no es un archivo de esta carpeta.")
    number, year = _folio(text.get("folio", ""), where)
    given = GivenFacts(
        folio=text.get("folio", ""),
        number=number,
        year=year,
        issued_on=_date(text.get("fecha", ""), where),
        office=text.get("oficina", ""),
        old_address=text.get("direccion_anterior", ""),
    )
    return ManifestRow(file, _kind(text.get("clase", ""), where), text.get("acompana_a", ""), given)


def _kind(text: str, where: str) -> SourceKind:
    try:
        return SourceKind(text or SourceKind.ORIGINAL)
    except ValueError as error:
        known = ", ".join(SourceKind)
        raise ManifestError(f"{where}: no existe la clase «{text}». Las hay: {known}.") from error


def _folio(text: str, where: str) -> tuple[int | None, int | None]:
    if not text:
        return None, None
    reading = read_folio(text, announced=True)
    if reading is None or reading.rest:
        raise ManifestError(f"{where}: «{text}» no es un folio. Escríbalo como 0275/2024.")
    return reading.folio.number, reading.folio.year


def _date(text: str, where: str) -> dt.date | None:
    if not text:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ManifestError(f"{where}: «{text}» no es una fecha. Escríbala como 2024-04-30.")
