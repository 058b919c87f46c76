"""What a person types in a review, as a content, a place in a series and the names to clear up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms

from releases.catalogue.lookup import CatalogueKind, CatalogueName, Directory
from releases.models import Agency, Release
from releases.parsing.pasted import clean_headline, split_paragraphs
from releases.publishing.actions import Identity
from releases.publishing.content import BulletinContent, clean_text
from releases.publishing.folios import read_typed_folio
from releases.publishing.relinking import choose
from releases.vocabulary import DocumentKind

_LONGEST_TEXT = 500_000
# The list of chosen entities and the box for one more, by kind.
KINDS = {
    "agencies": CatalogueKind.AGENCY,
    "places": CatalogueKind.PLACE,
    "topics": CatalogueKind.TOPIC,
}
_CONTENT = (
    "folio",
    "document_kind",
    "headline",
    "summary_points",
    "body",
    "boilerplate",
    "dateline",
    "issued_on",
    "issued_in",
)
# Where the cursor goes, by group of fields; the text has its paragraphs.
_FIRST_CONTROL = {
    "emisora": "issuer",
    "folio": "folio",
    "fecha": "issued_on",
    "titulo": "headline",
    "sumarios": "summary_points",
    "cierre": "boilerplate",
}
_ADDING = {"agencies": "add_agency", "places": "add_place", "topics": "add_topic"}


class Paragraphs(forms.Widget):
    """Several text areas of one name, in their order on the page."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return list(data.getlist(name)) if hasattr(data, "getlist") else list(data.get(name, []))


class ParagraphsField(forms.Field):
    """The texts of several areas, together no longer than a document may be."""

    widget = Paragraphs

    def clean(self, value: list[str] | None) -> tuple[str, ...]:
        texts = tuple(value or ())
        if sum(map(len, texts)) > _LONGEST_TEXT:
            raise forms.ValidationError("El texto es demasiado largo. Divídalo en dos comunicados.")
        return texts


class SlugsField(forms.Field):
    """Slugs of chosen catalogue entries."""

    widget = Paragraphs

    def clean(self, value: list[str] | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value or ()))


class _Day(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


def _text(rows: int) -> forms.CharField:
    area = forms.Textarea({"class": "entrada entrada--serif", "rows": rows})
    return forms.CharField(required=False, max_length=_LONGEST_TEXT, widget=area)


def _name(
    kind: CatalogueKind, *, required: bool = False, placeholder: str = "", **options: Any
) -> forms.CharField:
    """A name of the catalogue as text, offered while one types (`static/mesa.js`)."""
    offered = {"class": "entrada", "autocomplete": "off", "data-entidades": kind.value}
    if placeholder:
        offered["placeholder"] = placeholder
    return forms.CharField(
        required=required, max_length=250, widget=forms.TextInput(offered), **options
    )


class ReviewForm(forms.Form):
    """A bulletin's content made from `base`; nothing is required of a text in work.

    `candidates` holds, by field, the catalogue entries among which a typed name does not decide.
    """

    lock_version = forms.IntegerField(min_value=1)
    issuer = _name(
        CatalogueKind.AGENCY,
        required=True,
        error_messages={"required": "Escriba la oficina que emite el comunicado."},
    )
    document_kind = forms.ChoiceField(
        choices=DocumentKind.choices(), widget=forms.Select({"class": "entrada"})
    )
    folio = forms.CharField(
        required=False,
        max_length=60,
        widget=forms.TextInput({"class": "entrada entrada--corta num", "autocomplete": "off"}),
    )
    issued_on = forms.DateField(
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=_Day({"class": "entrada"}),
        error_messages={"invalid": "Escriba la fecha como día/mes/año: 08/04/2024."},
    )
    issued_in = _name(CatalogueKind.PLACE)
    dateline = forms.CharField(
        required=False,
        max_length=300,
        widget=forms.TextInput({"class": "entrada", "autocomplete": "off"}),
    )
    headline = _text(rows=3)
    summary_points = _text(rows=4)
    body = ParagraphsField(required=False)
    boilerplate = _text(rows=3)
    agencies = SlugsField(required=False)
    places = SlugsField(required=False)
    topics = SlugsField(required=False)
    add_agency = _name(CatalogueKind.AGENCY, placeholder="Agregar dependencia…")
    add_place = _name(CatalogueKind.PLACE, placeholder="Agregar lugar…")
    add_topic = _name(CatalogueKind.TOPIC, placeholder="Agregar tema…")

    def __init__(
        self, data: Any = None, *, base: BulletinContent, release: Release, directory: Directory
    ) -> None:
        super().__init__(data, initial=initial_of(base, release, directory))
        self.base = base
        self.release = release
        self.directory = directory
        self.candidates: dict[str, tuple[CatalogueName, ...]] = {}

    def clean_issuer(self) -> str:
        typed = self.cleaned_data["issuer"]
        if typed == self.initial["issuer"]:
            return self.release.issuer.slug
        return self._resolve("issuer", CatalogueKind.AGENCY, typed)

    def clean_issued_in(self) -> str | None:
        typed = self.cleaned_data["issued_in"]
        if typed == self.initial["issued_in"]:
            return self.base.issued_in
        return self._resolve("issued_in", CatalogueKind.PLACE, typed) if typed else None

    # What nobody touched stays to the letter, however odd its blanks: only what was typed or
    # pasted is cleaned.

    def clean_headline(self) -> str:
        typed = self._typed("headline")
        return self.base.headline if typed is None else clean_headline(typed)

    def clean_body(self) -> tuple[str, ...]:
        known = {text.strip(): text for text in self.base.body}
        paragraphs: list[str] = []
        for text in self.cleaned_data["body"]:
            kept = known.get(_unix(text).strip())
            paragraphs += [kept] if kept else _parts(split_paragraphs(text))
        return tuple(paragraphs)

    def clean_summary_points(self) -> tuple[str, ...]:
        typed = self._typed("summary_points")
        return self.base.summary_points if typed is None else _parts(typed.splitlines())

    def clean_boilerplate(self) -> str:
        typed = self._typed("boilerplate")
        return self.base.boilerplate if typed is None else clean_text(typed)

    def clean_folio(self) -> str:
        typed = self._typed("folio")
        return self.base.folio if typed is None else clean_text(typed)

    def clean_dateline(self) -> str:
        typed = self._typed("dateline")
        return self.base.dateline if typed is None else clean_text(typed)

    def _typed(self, name: str) -> str | None:
        """A text with line ends of one kind; None for one that is as the page had it."""
        typed = _unix(self.cleaned_data[name])
        return None if typed == str(self.initial[name]).strip() else typed

    def clean_issued_on(self) -> Any:
        day = self.cleaned_data["issued_on"]
        if day and not 1900 <= day.year <= 2200:
            raise forms.ValidationError("Escriba un año entre 1900 y 2200.")
        return day

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        for name, kind in KINDS.items():
            box = _ADDING[name]
            if typed := data.get(box):
                try:
                    data[name] = (*data.get(name, ()), self._resolve(box, kind, typed))
                except forms.ValidationError as unclear:
                    self.add_error(box, unclear)
            known = (slug for slug in data.get(name, ()) if self._is_known(kind, slug))
            data[name] = tuple(dict.fromkeys(known))
        return data

    def _is_known(self, kind: CatalogueKind, slug: str) -> bool:
        return self.directory.entry(kind, slug) is not None or slug in self.base.slugs(kind)

    def _resolve(self, field: str, kind: CatalogueKind, typed: str) -> str:
        """The slug of the one entry that is meant; else raises, and keeps those that may be."""
        found = self.directory.resolve(kind, typed)
        if len(found) == 1:
            return found[0].slug
        self.candidates[field] = found
        raise forms.ValidationError(
            f"Hay más de uno que puede ser «{typed}». Elija cuál."
            if found
            else f"El catálogo no tiene «{typed}». Revise cómo está escrito."
        )

    def focus(self, anchor: str) -> None:
        """Has the page open at a group of fields, where it has one control that begins it."""
        name = _FIRST_CONTROL.get(anchor)
        if name:
            self.fields[name].widget.attrs["autofocus"] = True

    @property
    def content(self) -> BulletinContent:
        """What was typed; of a form that is not valid, as far as it can be read.

        Entities that a person changed are a person's choice, all of them.
        """
        data, base = self.cleaned_data, self.base
        typed = replace(base, **{name: data.get(name, getattr(base, name)) for name in _CONTENT})
        return choose(typed, **self._chosen) if self.changes_entities else typed

    @property
    def changes_entities(self) -> bool:
        """Whether the person added or took away an agency, a place or a topic."""
        return any(
            set(self._chosen[name]) != set(self.base.slugs(kind)) for name, kind in KINDS.items()
        )

    @property
    def _chosen(self) -> dict[str, tuple[str, ...]]:
        data = self.cleaned_data
        return {name: data.get(name, self.base.slugs(kind)) for name, kind in KINDS.items()}

    def identity(self, content: BulletinContent) -> Identity | None:
        """The place in a series that the form names, None while folio and office are as before.

        A folio without a year is of the year of its date.
        """
        issuer = self.cleaned_data["issuer"]
        before = (self.base.folio, self.base.issued_on, self.release.issuer.slug)
        if (content.folio, content.issued_on, issuer) == before:
            return None
        number, year = self._number_of(content)
        day = content.issued_on
        return Identity(
            issuer=Agency.objects.select_related("profile").get(slug=issuer),
            number=number,
            year=year or (day.year if day else self.release.year),
        )

    def _number_of(self, content: BulletinContent) -> tuple[int | None, int | None]:
        # An office's own form of folio is read with its profile, at intake: not anew here.
        if content.folio == self.base.folio and self.release.number is not None:
            printed_year = content.issued_on is None or content.issued_on == self.base.issued_on
            return self.release.number, self.release.year if printed_year else None
        typed = read_typed_folio(content.folio)
        return (typed.number, typed.year) if typed else (None, None)


def initial_of(content: BulletinContent, release: Release, directory: Directory) -> dict[str, Any]:
    """The fields of `ReviewForm` as they show `content`."""
    place = directory.entry(CatalogueKind.PLACE, content.issued_in or "")
    return {
        "issuer": release.issuer.name,
        "document_kind": content.document_kind,
        "folio": content.folio,
        "issued_on": content.issued_on,
        "issued_in": place.label if place else content.issued_in or "",
        "dateline": content.dateline,
        "headline": content.headline,
        "summary_points": "\n".join(content.summary_points),
        "body": list(content.body),
        "boilerplate": content.boilerplate,
        **{name: list(content.slugs(kind)) for name, kind in KINDS.items()},
    }


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(part for part in map(clean_text, texts) if part)
