"""What an official sheet says: plain values, made from a bulletin's content and the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from releases.exports import absolute
from releases.models import Office, Release
from releases.presentation import long_moment
from releases.publishing.content import AttachmentContent, BulletinContent, clean_text, text_sha256
from releases.vocabulary import AttachmentKind, DocumentKind, RevisionKind

# Only a draft may lack the words; PDF/UA admits no picture without any.
_NO_ALT = "Falta el texto alternativo"
DRAFT_STATUS = "BORRADOR. No es un comunicado publicado; no se difunde."


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPhoto:
    """A photo as readers get it: the hash under which the store keeps it, and its words."""

    sha256: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that the PDF says. Equal sheets become equal bytes.

    `moment` is the instant of publication to the minute, None for a draft; it becomes the file's
    date. `register` are the lines that prove the sheet, `address` what the QR code leads to.
    """

    letterhead: tuple[str, ...]
    issuer: str
    folio: str
    dateline: str
    headline: str
    points: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    note_title: str = ""
    note: str = ""
    photos: tuple[SheetPhoto, ...] = ()
    register: tuple[str, ...] = ()
    address: str = ""
    footer: str = ""
    status: str = ""
    author: str = ""
    moment: dt.datetime | None = field(default=None)

    @property
    def title(self) -> str:
        """The title of the file: folio and headline."""
        return " · ".join(filter(None, (self.folio, self.headline)))


def sheet_of_version(
    *,
    release: Release,
    content: BulletinContent,
    office: Office | None,
    version: int,
    kind: RevisionKind,
    note: str,
    moment: dt.datetime,
) -> Sheet:
    """The sheet of a public version.

    `moment` is when it becomes public. The hash is that of the text (`text_sha256`), since a file
    cannot hold its own.
    """
    address = absolute(release.short_path)
    minute = moment.replace(second=0, microsecond=0)
    name = f"{DocumentKind(content.document_kind).label} {content.folio or 'sin folio'}"
    register = (
        f"{name}, versión {version}, publicada el {long_moment(minute)}.",
        f"Texto íntegro, versiones y correcciones: {address}",
        f"SHA-256 del texto: {text_sha256(content)}",
    )
    corrected = kind is not RevisionKind.ORIGINAL
    return _sheet(
        release=release,
        content=content,
        office=office,
        note_title=f"Corrección del {long_moment(minute)}" if corrected else "",
        note=note if corrected else "",
        register=register,
        address=address,
        moment=minute,
    )


def sheet_of_draft(*, release: Release, content: BulletinContent, office: Office | None) -> Sheet:
    """The sheet as it will look, marked as a draft, without address or proof."""
    return _sheet(release=release, content=content, office=office, status=DRAFT_STATUS)


def _sheet(
    *,
    release: Release,
    content: BulletinContent,
    office: Office | None,
    note_title: str = "",
    note: str = "",
    register: tuple[str, ...] = (),
    address: str = "",
    status: str = "",
    moment: dt.datetime | None = None,
) -> Sheet:
    issued_here = office is not None and release.issuer_id == office.agency_id
    kind = DocumentKind(content.document_kind)
    of_press = kind in {DocumentKind.RELEASE, DocumentKind.BULLETIN}
    kind_name = f"{kind.label} de prensa" if of_press else kind.label
    return Sheet(
        letterhead=tuple(office.letterhead) if office and office.letterhead else (),
        issuer=kind_name.upper() if issued_here else release.issuer.name,
        folio=content.folio,
        dateline=content.dateline,
        headline=content.headline.upper(),
        points=content.summary_points,
        body=content.body,
        closing=_lines(content.boilerplate),
        note_title=note_title,
        note=note,
        photos=_photos(content.attachments),
        register=register,
        address=address,
        footer=_footer(office),
        status=status,
        author=release.issuer.name,
        moment=moment,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(clean_text, text.split("\n"))))


def _footer(office: Office | None) -> str:
    """Emergency numbers and contact, as the office gives them."""
    if office is None:
        return ""
    return " · ".join((*office.emergency_numbers, *office.contact))


def _photos(attachments: Sequence[AttachmentContent]) -> tuple[SheetPhoto, ...]:
    return tuple(
        SheetPhoto(sha256=photo.sha256, alt=photo.alt or _NO_ALT, caption=photo.legend)
        for photo in attachments
        if photo.kind == AttachmentKind.PHOTO
    )
