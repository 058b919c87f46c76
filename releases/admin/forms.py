"""The forms of bulletins: what a person types becomes a `BulletinContent`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib.admin import site as admin_site
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AdminTextInputWidget,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)
from django.db.models import Field, Model, QuerySet

from releases.admin.base import DayInput, ModelMultipleChoiceField
from releases.forms import NoteField
from releases.models import Agency, Draft, Mention, Place, Topic
from releases.publishing.content import BulletinContent, clean_text
from releases.publishing.relinking import choose
from releases.vocabulary import DocumentKind, RevisionKind

REASON_LENGTH = 600
_BLANK_LINES = re.compile(r"\n\s*\n")


def _field_of(model: type[Model], name: str) -> Field[Any, Any]:
    """A model field whose target the autocomplete widget offers."""
    return model._meta.get_field(name)  # type: ignore[return-value]  # always a plain field here


class _Chooser(AutocompleteSelectMultiple):
    """Without the cross that empties all at once, which screen readers meet as a stray item."""

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        return {**super().build_attrs(base_attrs, extra_attrs), "data-allow-clear": "false"}


class _Entities(ModelMultipleChoiceField[Any]):
    """Catalogue rows chosen by typing part of their name."""

    def __init__(self, rows: QuerySet[Any], name: str, label: str) -> None:
        super().__init__(
            queryset=rows,
            required=False,
            label=label,
            widget=_Chooser(_field_of(Mention, name), admin_site),
        )


class BulletinForm(forms.Form):
    """A bulletin's content, made from `base`; saving it overwrites a draft.

    `seen` says which state of the bulletin the person was shown: see `release_page.Desk`.
    """

    folio = forms.CharField(
        label="folio",
        required=False,
        max_length=60,
        widget=AdminTextInputWidget,
        help_text="Como se imprime. La dirección del comunicado no cambia con él.",
    )
    document_kind = forms.ChoiceField(label="clase de documento", choices=DocumentKind.choices())
    issued_on = forms.DateField(label="fecha de emisión", widget=DayInput)
    dateline = forms.CharField(
        label="lugar y fecha, como se imprimió",
        required=False,
        max_length=300,
        widget=AdminTextInputWidget,
    )
    issued_in = forms.ModelChoiceField(
        label="lugar",
        required=False,
        queryset=Place.objects.all(),
        widget=AutocompleteSelect(_field_of(Draft, "issued_in"), admin_site),
    )
    headline = forms.CharField(
        label="título", widget=AdminTextareaWidget(attrs={"rows": 2, "class": "vLargeTextField"})
    )
    summary_points = forms.CharField(
        label="sumarios",
        required=False,
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        help_text="Uno por renglón.",
    )
    body = forms.CharField(
        label="texto",
        widget=AdminTextareaWidget(attrs={"rows": 18}),
        help_text="Deje un renglón en blanco entre párrafos.",
    )
    boilerplate = forms.CharField(
        label="cierre", required=False, widget=AdminTextareaWidget(attrs={"rows": 3})
    )
    agencies = _Entities(Agency.objects.current(), "agency", "dependencias")
    places = _Entities(Place.objects.all(), "place", "lugares")
    topics = _Entities(Topic.objects.all(), "topic", "temas")
    seen = forms.CharField(widget=forms.HiddenInput, max_length=60)

    def __init__(self, data: Any = None, *, base: BulletinContent, seen: str) -> None:
        super().__init__(data, initial={**initial_of(base), "seen": seen})
        self.base = base

    def clean_summary_points(self) -> tuple[str, ...]:
        return _parts(self.cleaned_data["summary_points"].splitlines())

    def clean_body(self) -> tuple[str, ...]:
        paragraphs = _parts(_BLANK_LINES.split(_unix(self.cleaned_data["body"])))
        if not paragraphs:
            raise forms.ValidationError("Escriba el texto del comunicado.", code="required")
        return paragraphs

    def clean_headline(self) -> str:
        headline = clean_text(self.cleaned_data["headline"].replace("\n", " "))
        if not headline:
            raise forms.ValidationError("Escriba el título.", code="required")
        return headline

    @property
    def content(self) -> BulletinContent:
        """What the valid form says: entities are a person's, spans still those of `base`."""
        data = self.cleaned_data
        place = data["issued_in"]
        typed = replace(
            self.base,
            folio=clean_text(data["folio"]),
            document_kind=data["document_kind"],
            headline=data["headline"],
            summary_points=data["summary_points"],
            body=data["body"],
            boilerplate=clean_text(_unix(data["boilerplate"])),
            dateline=clean_text(data["dateline"]),
            issued_on=data["issued_on"],
            issued_in=place.slug if place else None,
        )
        return choose(
            typed,
            agencies=[row.slug for row in data["agencies"]],
            places=[row.slug for row in data["places"]],
            topics=[row.slug for row in data["topics"]],
        )


class CorrectionForm(BulletinForm):
    """A public bulletin: saving publishes a new version with a public note."""

    kind = forms.ChoiceField(
        label="qué se corrige",
        choices=[
            ("", "Elija uno"),
            (RevisionKind.ERRATUM.value, "Errata: cómo está escrito"),
            (RevisionKind.CORRECTION.value, "Dato: lo que afirma"),
        ],
    )
    change_note = NoteField(
        label="nota pública",
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text="Qué cambió y por qué. Aparece sobre el texto y en la lista de correcciones.",
        error_messages={"required": "Escriba la nota pública: qué cambió y por qué."},
    )


class WithdrawalForm(forms.Form):
    """Why a bulletin leaves the public archive."""

    note = NoteField(
        label="nota pública",
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text="Aparece en la dirección del comunicado, en lugar del texto.",
        error_messages={"required": "Escriba la nota pública: por qué se retira."},
    )
    reason = forms.CharField(
        label="motivo interno",
        required=False,
        max_length=REASON_LENGTH,
        widget=AdminTextareaWidget(attrs={"rows": 2}),
        help_text="Oficio, expediente u orden. Solo lo ve el personal.",
    )


class RestitutionForm(forms.Form):
    """Why a withdrawn bulletin comes back."""

    note = NoteField(
        label="nota pública",
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text="Por qué vuelve a publicarse. Aparece sobre el texto.",
        error_messages={"required": "Escriba la nota pública: por qué se restituye."},
    )


def initial_of(content: BulletinContent) -> dict[str, Any]:
    """The fields of `BulletinForm` as they show `content`."""
    place = Place.objects.filter(slug=content.issued_in).first() if content.issued_in else None
    return {
        "folio": content.folio,
        "document_kind": content.document_kind,
        "issued_on": content.issued_on,
        "dateline": content.dateline,
        "issued_in": place,
        "headline": content.headline,
        "summary_points": "\n".join(content.summary_points),
        "body": "\n\n".join(content.body),
        "boilerplate": content.boilerplate,
        "agencies": Agency.objects.filter(slug__in=content.agencies),
        "places": Place.objects.filter(slug__in=content.places),
        "topics": Topic.objects.filter(slug__in=content.topics),
    }


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parts(texts: list[str]) -> tuple[str, ...]:
    return tuple(part for part in map(clean_text, texts) if part)
