"""What a person types to correct a public bulletin: the fields of a review, and why."""

from __future__ import annotations

from typing import Any

from django import forms

from releases.catalogue.gazetteer import current_gazetteer
from releases.catalogue.lookup import directory_of
from releases.forms import NoteField
from releases.pages.desk.corrections import MOST_REASON, Correction
from releases.publishing.content import BulletinContent
from releases.publishing.relinking import relocate
from releases.views.desk.review_form import ReviewForm
from releases.vocabulary import RevisionKind

KINDS = (
    (RevisionKind.ERRATUM.value, "Errata"),
    (RevisionKind.CORRECTION.value, "Dato"),
)


class CorrectionForm(ReviewForm):
    """A correction of the bulletin; `seen_version` and `seen_draft` say what the person saw."""

    kind = forms.ChoiceField(
        choices=KINDS, error_messages={"required": "Elija si es una errata o un dato."}
    )
    change_note = NoteField(required=False)
    reason = forms.CharField(required=False, max_length=MOST_REASON)
    common_reason = forms.CharField(required=False, max_length=MOST_REASON)
    seen_version = forms.IntegerField(min_value=1)
    seen_draft = forms.IntegerField(required=False, min_value=1)

    def __init__(self, data: Any = None, *, correction: Correction) -> None:
        super().__init__(
            data,
            base=correction.content,
            release=correction.release,
            directory=directory_of(current_gazetteer()),
        )
        self.correction = correction
        # Whose bulletin it is does not change in a correction.
        del self.fields["issuer"], self.fields["lock_version"]
        draft = correction.draft
        self.initial.update(
            kind=draft.kind if draft else RevisionKind.ERRATUM.value,
            change_note=draft.change_note if draft else "",
            seen_version=correction.current.number,
            seen_draft=correction.seen_draft,
        )

    @property
    def is_stale(self) -> bool:
        """Whether the person saw another version, or another draft, than there is now."""
        seen = str(self.data.get("seen_version", "")), str(self.data.get("seen_draft", ""))
        draft = self.correction.seen_draft
        return seen != (str(self.correction.current.number), str(draft) if draft else "")

    @property
    def chosen_kind(self) -> RevisionKind:
        value = self["kind"].value()
        known = value in {kind for kind, _ in KINDS}
        return RevisionKind(value) if known else RevisionKind.CORRECTION

    @property
    def placed_content(self) -> BulletinContent:
        """What the valid form says, with the spans at which its words name the entities."""
        issuer = self.correction.release.issuer.name
        return relocate(self.content, current_gazetteer(), issuer=issuer)
