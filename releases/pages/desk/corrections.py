"""A correction in work beside the public version: its preview, and the lists of the desk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from releases.editorial.findings import Finding
from releases.editorial.rating import Rating
from releases.models import (
    Authorization,
    Draft,
    EditorialReason,
    Release,
    Revision,
    User,
)
from releases.pages.desk.conflict import ConflictRow, conflict_rows
from releases.publishing.content import BulletinContent, content_of_draft, content_of_revision
from releases.publishing.diff import Comparison, compare
from releases.publishing.editorial_lists import check_content, rate_contents
from releases.publishing.entities import ContentEntities
from releases.publishing.permissions import may
from releases.publishing.records import compose_revision
from releases.publishing.second_person import two_people
from releases.vocabulary import PendingAct, RevisionKind

MOST_REASON = 500
SPELLING_NOTE = "Se corrigió la ortografía."


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person starts from: the public version, and the draft prepared beside it, if any."""

    release: Release
    current: Revision
    public: BulletinContent
    draft: Draft | None
    content: BulletinContent

    @property
    def is_outdated(self) -> bool:
        """Whether somebody corrected the bulletin after this draft was begun."""
        return self.draft is not None and self.draft.based_on_id != self.current.pk

    @property
    def proposed_file(self) -> str:
        """The name of the file that proposes this text, empty for one that a person prepares."""
        return file_that_proposes(self.draft) if self.draft else ""

    @property
    def seen_draft(self) -> int | None:
        return self.draft.lock_version if self.draft else None

    @property
    def side_by_side(self) -> list[ConflictRow]:
        """Where the proposal and the public version differ."""
        return conflict_rows(self.public, self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """How a correction would look, and what the system makes of it.

    `comparison` is None while the text lacks what a public version needs. `new_findings` are those
    that the public version does not have, nor anybody explained.
    """

    note: str
    kind: RevisionKind
    comparison: Comparison | None
    rating: Rating
    is_changed: bool
    new_findings: tuple[Finding, ...]

    @property
    def must_be_data(self) -> bool:
        """Whether the system takes it for a change of facts although it is called an erratum."""
        return self.rating.is_substantial and self.kind is RevisionKind.ERRATUM

    @property
    def suggested_note(self) -> str:
        """A note for a change of spelling alone, while none was written."""
        plain = self.is_changed and not self.rating.is_substantial
        return SPELLING_NOTE if plain and not self.note else ""


@dataclass(frozen=True, slots=True)
class Powers:
    """Whether the person may correct or withdraw alone; otherwise somebody else authorises."""

    corrects: bool
    withdraws: bool
    two_people: bool

    @classmethod
    def of(cls, person: User) -> Powers:
        two = two_people()
        return cls(
            corrects=may(person, "correct") and not two,
            withdraws=may(person, "withdraw") and not two,
            two_people=two,
        )


def correction_of(release: Release) -> Correction | None:
    """The state from which a public bulletin is corrected; None for one that is not public.

    Expects the current version with the release. Some five queries.
    """
    current = release.current_revision
    if current is None or not release.is_public:
        return None
    drafts = Draft.objects.select_related("issued_in", "source", "saved_by")
    draft = drafts.filter(pk=release.pk).first()
    public = content_of_revision(current)
    return Correction(
        release=release,
        current=current,
        public=public,
        draft=draft,
        content=content_of_draft(draft) if draft else public,
    )


def file_that_proposes(draft: Draft) -> str:
    """The name of the file whose text the draft is, empty where a version shows that file."""
    source = draft.source
    if source is None or Revision.objects.filter(source=source).exists():
        return ""
    return source.file_name


def preview_of(
    correction: Correction, content: BulletinContent, *, kind: RevisionKind, note: str
) -> Preview:
    """The preview of `content` against what is public now. Nothing is stored."""
    changed = not content.says_the_same_as(correction.public)
    return Preview(
        note=note,
        kind=kind,
        comparison=_comparison(correction, content) if not content.missing else None,
        rating=rate_contents(correction.public, content),
        is_changed=changed,
        new_findings=new_findings(correction, content) if changed else (),
    )


def new_findings(correction: Correction, content: BulletinContent) -> tuple[Finding, ...]:
    """What the editorial check finds in `content` alone; each finding once."""
    release = correction.release
    known = {finding.key for finding in check_content(correction.public, release=release)}
    known |= set(EditorialReason.objects.filter(release=release).values_list("finding", flat=True))
    found = {finding.key: finding for finding in check_content(content, release=release)}
    return tuple(finding for key, finding in found.items() if key not in known)


def _comparison(correction: Correction, content: BulletinContent) -> Comparison:
    proposed = compose_revision(
        release=correction.release,
        content=content,
        entities=ContentEntities(content),
        kind=RevisionKind.CORRECTION,
        note="",
        draft=correction.draft,
    )
    return compare(correction.current, proposed)


@dataclass(frozen=True, slots=True)
class Effect:
    """A line of what happens; `is_sure` is false for what still has to be done."""

    text: str
    is_sure: bool = True


def effects_of_correction(correction: Correction, powers: Powers) -> list[Effect]:
    """What publishing the correction does, for the list beside the form."""
    number = correction.current.number
    effects = [
        Effect(f"Se crea la versión {number + 1}; la {number} conserva su dirección."),
        Effect("La página, la búsqueda y los datos muestran el texto nuevo en el acto."),
        Effect("Atom marca la entrada como actualizada y la lista de correcciones la agrega."),
        Effect("No se envía ningún correo."),
    ]
    if not powers.corrects:
        effects.append(Effect("Falta que la autorice otra persona de Edición.", is_sure=False))
    return effects


def effects_of_withdrawal(powers: Powers) -> list[Effect]:
    """What withdrawing does."""
    effects = [
        Effect("Página, PDF, imágenes, texto, datos y fotografías dejan de verse en el acto."),
        Effect("Sale de la búsqueda, de las listas, de Atom y del mapa del sitio."),
        Effect("Su dirección responde con el folio, la fecha y el motivo (410)."),
        Effect("Nada se borra: las versiones se conservan y el folio no se vuelve a usar."),
    ]
    if not powers.withdraws:
        effects.append(Effect("Falta que lo autorice otra persona de Edición.", is_sure=False))
    return effects


@dataclass(frozen=True, slots=True)
class Prepared:
    """A correction in work, for the list: whose, since when, and its open request, if any."""

    draft: Draft
    request: Authorization | None
    proposed_file: str

    @property
    def url(self) -> str:
        return reverse("desk-correct", args=[self.draft.pk])


def prepared_corrections() -> list[Prepared]:
    """Drafts beside public bulletins, the one saved last first. A query for each, and two."""
    public = Release.objects.public()
    drafts = (
        Draft.objects.filter(release__in=public)
        .select_related("release__current_revision", "saved_by", "source")
        .defer("body", "links", "evidence", "release__current_revision__body")
        .order_by("-saved_at")
    )
    requests = open_requests(PendingAct.CORRECT, [draft.pk for draft in drafts])
    return [Prepared(draft, requests.get(draft.pk), file_that_proposes(draft)) for draft in drafts]


def open_requests(act: PendingAct, releases: Iterable[int]) -> dict[int, Authorization]:
    """The open request for an act, by the bulletin's primary key. One query."""
    rows = Authorization.objects.filter(
        release_id__in=list(releases), act=act.value, decided_at=None
    ).select_related("requested_by")
    return {row.release_id: row for row in rows}
