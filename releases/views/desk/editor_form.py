"""What a person types in the editor, as what `publishing.actions` saves."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django import forms
from django.db.models import QuerySet

from releases.catalogue.lookup import CatalogueKind, Directory
from releases.models import ClosingBlock
from releases.pages.desk.editor import EditorState, blocks_of
from releases.parsing.pasted import clean_headline, split_paragraphs, split_points
from releases.publishing.actions import Writing
from releases.publishing.content import BulletinContent, MentionContent, clean_text
from releases.publishing.datelines import DatelinePlace, print_dateline, read_place
from releases.publishing.folios import TypedFolio, read_typed_folio
from releases.publishing.relinking import BY_PERSON
from releases.vocabulary import DocumentKind

LONGEST = {"headline": 1_000, "summary_points": 10_000, "body": 400_000, "boilerplate": 20_000}
# The field in which a person supplies what `BulletinContent.missing` names.
FIELD_OF_MISSING = {"el título": "headline", "la fecha": "issued_on", "el texto": "body"}
_ADDING = {
    "add_agency": CatalogueKind.AGENCY,
    "add_place": CatalogueKind.PLACE,
    "add_topic": CatalogueKind.TOPIC,
}
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def _text(label: str, rows: int, paste: str, **options: Any) -> forms.CharField:
    attributes = {"rows": rows, "class": "entrada entrada--serif", "data-pegar": paste}
    area = forms.Textarea(attrs=attributes)
    return forms.CharField(label=label, required=False, widget=area, **options)


def _line(label: str, css: str = "entrada", names: str = "", **options: Any) -> forms.CharField:
    attributes = {"class": css, "autocomplete": "off"}
    box = forms.TextInput(attrs={**attributes, **({"data-entidades": names} if names else {})})
    return forms.CharField(label=label, required=False, max_length=250, widget=box, **options)


class EditorForm(forms.Form):
    """A bulletin written here, made from `state`; nothing is required of a text in work."""

    document_kind = forms.ChoiceField(
        label="Clase",
        choices=DocumentKind.choices(),
        widget=forms.Select(attrs={"class": "entrada"}),
    )
    folio = _line("Folio", "entrada num")
    issued_on = forms.DateField(
        label="Fecha",
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={"invalid": "Escriba la fecha como día/mes/año: 08/04/2024."},
        widget=forms.DateInput(attrs={"type": "date", "class": "entrada"}, format="%Y-%m-%d"),
    )
    place = _line("Lugar", names="place")
    headline = _text(
        "Título",
        3,
        "renglon",
        help_text="Escríbalo en minúsculas; en la hoja membretada saldrá en mayúsculas.",
    )
    summary_points = _text("Sumarios", 5, "renglones", help_text="Dos o tres, uno por renglón.")
    body = _text("Texto", 14, "parrafos", help_text="Deje un renglón en blanco entre párrafos.")
    closing_block = forms.ModelChoiceField(
        label="Bloque de cierre",
        required=False,
        queryset=ClosingBlock.objects.none(),
        empty_label="Ninguno",
        widget=forms.Select(attrs={"class": "entrada"}),
    )
    boilerplate = _text("Texto del cierre", 4, "renglones")
    add_agency = _line("Otra dependencia", names="agency")
    add_place = _line("Otro lugar", names="place")
    add_topic = _line("Otro tema", names="topic")
    lock_version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    window = forms.CharField(max_length=40, widget=forms.HiddenInput)

    use_required_attribute = False

    def __init__(self, data: Any = None, *, state: EditorState, directory: Directory) -> None:
        super().__init__(data, initial=state.initial, auto_id="e-%s")
        self.state = state
        self.directory = directory
        self.typed_folio: TypedFolio | None = None
        self.dateline_place = DatelinePlace("")
        self.added: list[tuple[str, str]] = []
        self.fields["closing_block"].queryset = self._blocks()  # type: ignore[attr-defined]  # a ModelChoiceField
        self._explain_folio()

    def _explain_folio(self) -> None:
        folio, state = self.fields["folio"], self.state
        folio.disabled = state.is_scheduled
        folio.widget.attrs["aria-describedby"] = "folio-ayuda e-folio_error"
        if not state.is_scheduled:
            day = state.content.issued_on or state.today
            folio.widget.attrs["placeholder"] = state.proposed_folio(day)

    def _blocks(self) -> QuerySet[ClosingBlock]:
        day = self.state.content.issued_on or self.state.today
        if not self.is_bound:
            return blocks_of(day, besides=self.state.block_id)
        # The date may be another now: whichever block was on the page may be chosen.
        return ClosingBlock.objects.all()

    def clean_folio(self) -> str:
        typed: str = clean_text(self.cleaned_data["folio"])
        if typed and not self.state.is_scheduled:
            self.typed_folio = read_typed_folio(typed)
            if self.typed_folio is None:
                raise forms.ValidationError(
                    "Escriba el número, como 297 o 0297/2024, o deje vacío el campo."
                )
        return typed

    def clean_issued_on(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["issued_on"]
        if day and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise forms.ValidationError(f"Elija un año entre {_FIRST_YEAR} y {_LAST_YEAR}.")
        return day

    def clean_place(self) -> str:
        typed: str = self.cleaned_data["place"]
        self.dateline_place = read_place(typed, self.directory.gazetteer)
        return self.dateline_place.printed

    def clean_headline(self) -> str:
        return clean_text(clean_headline(self._within_limit("headline")))

    def clean_summary_points(self) -> tuple[str, ...]:
        return _cleaned(split_points(self._within_limit("summary_points")))

    def clean_body(self) -> tuple[str, ...]:
        return _cleaned(split_paragraphs(self._within_limit("body")))

    def clean_boilerplate(self) -> str:
        return clean_text(self._within_limit("boilerplate").replace("\r\n", "\n"))

    def _within_limit(self, name: str) -> str:
        # Not the field's own limit, with which browsers cut off what is pasted without a word.
        text: str = self.cleaned_data[name]
        if len(text) > LONGEST[name]:
            raise forms.ValidationError(f"Es demasiado largo: caben {LONGEST[name]:,} caracteres.")
        return text

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        day = data.get("issued_on")
        year = self.typed_folio.year if self.typed_folio else None
        if year and day and year != day.year:
            self.add_error("folio", f"El folio es de {year} y la fecha, de {day.year}.")
        for name, kind in _ADDING.items():
            if typed := data.get(name):
                self._add(name, kind, typed)
        return data

    def _add(self, name: str, kind: CatalogueKind, typed: str) -> None:
        found = self.directory.resolve(kind, typed)
        if len(found) == 1:
            self.added.append((kind.value, found[0].slug))
            return
        options = "; ".join(entry.label for entry in found[:5])
        said = f"Hay varios: {options}. Escriba uno." if options else "No está en el catálogo."
        self.add_error(name, said)

    @property
    def content(self) -> BulletinContent:
        """What was typed, as far as it can be read; what can't stays as it was saved."""
        data, base = self.cleaned_data, self.state.content
        day = data.get("issued_on", base.issued_on)
        return replace(
            base,
            document_kind=data.get("document_kind", base.document_kind),
            headline=data.get("headline", base.headline),
            summary_points=data.get("summary_points", base.summary_points),
            body=data.get("body", base.body),
            boilerplate=data.get("boilerplate", base.boilerplate),
            dateline=print_dateline(self.dateline_place.printed, day),
            issued_on=day,
            issued_in=self.dateline_place.slug,
        )

    @property
    def writing(self) -> Writing:
        """What the valid form says, with the entities that people added and took off."""
        fresh = tuple(
            MentionContent(kind=kind, slug=slug, method=BY_PERSON, confirmed=True)
            for kind, slug in self.added
        )
        kept = tuple(mention for mention in self.state.content.mentions if mention.confirmed)
        return Writing(
            content=replace(self.content, mentions=(*kept, *fresh)),
            number=self.typed_folio.number if self.typed_folio else None,
            closing_block=self.cleaned_data.get("closing_block"),
            removed=self.state.removed.difference(self.added),
        )


def _cleaned(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for text in map(clean_text, texts) if text)
