"""The buttons of a review: what each does to the form and the content, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from releases.pages.desk.review_doubts import GROUPS
from releases.publishing.amending import apply_fix, join_paragraphs, points_into_body
from releases.publishing.content import BulletinContent
from releases.publishing.editorial_lists import check_content
from releases.views.desk.review_form import KINDS

SAVE, PUBLISH, SCHEDULE = "guardar", "publicar", "programar"
LATER, DISCARD = "despues", "descartar"
_CONFIRM, _JOIN, _SPLIT, _FIX = "bien", "unir", "partir", "cambiar"
EXPLAIN = "explicar"
_INTO_BODY, _REMOVE, _ADD, _CHOOSE, _SET = "al-texto", "quitar", "agregar", "elegir", "poner"
_SETTING = {(_CHOOSE, "issuer"), (_CHOOSE, "issued_in"), (_SET, "folio")}
_BOXES = {"agencies": "add_agency", "places": "add_place", "topics": "add_topic"}
_FIELDS = {group.anchor: group.fields for group in GROUPS}


@dataclass(frozen=True, slots=True)
class Command:
    """The value of a button as sent: a verb, and what it is about."""

    verb: str
    about: str = ""

    @classmethod
    def read(cls, data: QueryDict) -> Command:
        """The button that sent the form; a form sent without one is saved."""
        verb, _, about = data.get("accion", SAVE).partition(":")
        return cls(verb, about)

    @property
    def confirmed(self) -> frozenset[str]:
        """The fields for which the person answers by this button."""
        return frozenset(_FIELDS.get(self.about, ())) if self.verb == _CONFIRM else frozenset()

    @property
    def anchor(self) -> str:
        """Where the page goes on; empty where the first doubt does."""
        field = self.about.partition(":")[0]
        if self.verb in {_JOIN, _SPLIT}:
            number = int(field) if field.isdigit() else 1
            return f"parrafo-{max(number, 1) if self.verb == _JOIN else number + 2}"
        if self.verb in {_REMOVE, _ADD} or (self.verb == _CHOOSE and field in _BOXES.values()):
            return "c-etiquetas"
        return ""

    def amend_data(self, data: QueryDict) -> None:
        """Carries out what the button does to the fields as sent."""
        field, _, value = self.about.partition(":")
        if self.verb == _REMOVE and field in KINDS:
            data.setlist(field, [slug for slug in data.getlist(field) if slug != value])
        elif self.verb == _CHOOSE and field in _BOXES.values():
            chosen = next(name for name, box in _BOXES.items() if box == field)
            data.appendlist(chosen, value)
            data[field] = ""
        elif (self.verb, field) in _SETTING:
            data[field] = value

    def amend(self, content: BulletinContent) -> BulletinContent:
        """Carries out what the button does to the text."""
        if self.verb == _JOIN and self.about.isdigit():
            return join_paragraphs(content, int(self.about))
        if self.verb == _INTO_BODY:
            return points_into_body(content)
        if self.verb == _FIX and self.about.count(":") >= 2:
            field, place, key = self.about.split(":", 2)
            paragraph = int(place) if place.isdigit() else None
            findings = check_content(content)
            return apply_fix(content, findings, key=key, field=field, paragraph=paragraph)
        return content
