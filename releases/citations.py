"""How a bulletin is cited: for a news note, in APA style, and as a BibTeX entry."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from releases.models import Release, Revision
from releases.presentation import MONTHS, long_date
from releases.vocabulary import DocumentKind

# What means something to BibTeX or TeX. The backslash comes first in meaning, but `translate`
# replaces each character once, so no replacement is replaced again.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "%&#_$"},
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The facts that every style names. `url` is absolute; `consulted_on` is the reader's day."""

    issuer: str
    acronym: str
    kind: str
    folio: str
    key: str
    headline: str
    issued_on: dt.date
    version: int
    url: str
    consulted_on: dt.date

    @property
    def note(self) -> str:
        """A line to paste into a news note or a message."""
        return (
            f"{self.issuer}, {self._record}, {long_date(self.issued_on)}, "
            f"versión {self.version}. {self.url} (consultado el {self.consulted_on:%Y-%m-%d})"
        )

    @property
    def apa(self) -> str:
        """APA, seventh edition, in Spanish: with the day of consultation, since pages change."""
        day = f"{self.issued_on.year}, {self.issued_on.day} de {MONTHS[self.issued_on.month - 1]}"
        record = self._record[0].upper() + self._record[1:]
        return (
            f"{self.issuer}. ({day}). {self.headline} [{record}, versión {self.version}]. "
            f"Recuperado el {self.consulted_on:%Y-%m-%d}, de {self.url}"
        )

    @property
    def bibtex(self) -> str:
        """A `@misc` entry; texts are escaped and braced, so that case and signs survive."""
        fields = {
            "author": f"{{{_tex(self.issuer)}}}",
            "title": f"{{{_tex(self.headline)}}}",
            "year": str(self.issued_on.year),
            "month": str(self.issued_on.month),
            "day": str(self.issued_on.day),
            "howpublished": _tex(f"{self._record}, versión {self.version}"),
            "url": self.url,
            "urldate": f"{self.consulted_on:%Y-%m-%d}",
        }
        name = f"{self.acronym.lower() or 'comunicado'}-{self.issued_on.year}-{self.key}"
        rows = ",\n".join(f"  {field} = {{{value}}}" for field, value in fields.items())
        return f"@misc{{{_bibtex_key(name)},\n{rows}\n}}"

    @property
    def _record(self) -> str:
        return f"{self.kind.lower()} {self.folio or 'sin folio'}"


def cite(*, release: Release, revision: Revision, url: str, today: dt.date) -> Citation:
    """The citation of one public version; reads the release's issuer."""
    return Citation(
        issuer=release.issuer.name,
        acronym=release.issuer.acronym,
        kind=DocumentKind(revision.document_kind).label,
        folio=revision.folio,
        key=release.key,
        headline=revision.title,
        issued_on=revision.issued_on,
        version=revision.number,
        url=url,
        consulted_on=today,
    )


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _bibtex_key(text: str) -> str:
    return "".join(sign for sign in text if sign.isascii() and (sign.isalnum() or sign == "-"))
