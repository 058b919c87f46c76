"""The one reading of a search's parameters: for pages, Atom, CSV, JSON and alerts alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from releases.models import Release
from releases.models.release import ReleaseQuerySet
from releases.search.catalogue import read_catalogue
from releases.search.criteria import LAST_PAGE, Criteria, FacetName, Order, Selection
from releases.search.errors import NulCharacter, PageNotFound, PageTooDeep, SearchError
from releases.search.periods import Period, read_period
from releases.search.query import SearchText, read_query
from releases.search.results import matching_ids

_DATE_ERROR = "No es una fecha del calendario. Escríbala como año, mes y día: 2024-04-16."
_PERIOD_ERROR = (
    "No se entiende el periodo. Escriba, por ejemplo, «marzo 2024», «2023», «4 de abril de 2024» "
    "o «última semana»."
)
_ORDER_ERROR = "No existe ese orden. Elija «relevancia», «-fecha», «fecha», «folio» o «-recibido»."
_MOST_VALUES = 50


class QueryField(forms.CharField):
    """The box: cleaned to a `SearchText`, or None where it is blank."""

    def clean(self, value: Any) -> SearchText | None:
        try:
            return read_query(value or "")
        except SearchError as error:
            raise ValidationError(error.message, code=error.code) from error


class PeriodField(forms.CharField):
    """A stretch of time as people write it."""

    def clean(self, value: Any) -> Period | None:
        if not (value or "").strip():
            return None
        period = read_period(value[:100], today=timezone.localdate())
        if period is None:
            raise ValidationError(_PERIOD_ERROR, code="periodo-no-valido")
        return period


class ValuesField(forms.Field):
    """A parameter that repeats: the values to include and, with a leading `-`, to leave out."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> tuple[str, ...]:
        values = (str(each).strip() for each in value or ())
        return tuple(dict.fromkeys(filter(None, values)))[:_MOST_VALUES]


class ReleaseFilter(django_filters.FilterSet):  # type: ignore[misc]  # an untyped package
    """Reads a query string; after `is_valid()`, `criteria` says what to search.

    Errors lie beside the field that has them (`errors`, status 422). Unknown parameters are
    ignored; of a repeated scalar the last counts. Values that the catalogue does not know are in
    `unknown`: one that was to be included finds nothing. Making one raises NulCharacter, and
    `criteria` raises PageNotFound or PageTooDeep.
    """

    class Form(forms.Form):
        q = QueryField(required=False, label="Palabra, folio, lugar o dependencia")
        tema = ValuesField(required=False, label="Tema")
        dependencia = ValuesField(required=False, label="Dependencia")
        municipio = ValuesField(required=False, label="Municipio")
        lugar = ValuesField(required=False, label="Otro lugar")
        tipo = ValuesField(required=False, label="Tipo")
        documento = ValuesField(required=False, label="Documento")
        periodo = PeriodField(required=False, label="Periodo")
        desde = forms.DateField(
            required=False,
            label="Desde",
            input_formats=["%Y-%m-%d"],
            error_messages={"invalid": _DATE_ERROR},
        )
        hasta = forms.DateField(
            required=False,
            label="Hasta",
            input_formats=["%Y-%m-%d"],
            error_messages={"invalid": _DATE_ERROR},
        )
        orden = forms.ChoiceField(
            required=False,
            label="Ordenar por",
            choices=[(order.value, order.value) for order in Order],
            error_messages={"invalid_choice": _ORDER_ERROR},
        )

        def clean(self) -> dict[str, Any]:
            cleaned: dict[str, Any] = super().clean() or self.cleaned_data
            first, last = cleaned.get("desde"), cleaned.get("hasta")
            if first and last and first > last:
                self.add_error(
                    "desde",
                    ValidationError(
                        "La fecha inicial es posterior a la final. Cambie una de las dos.",
                        code="fechas-al-reves",
                    ),
                )
            return cleaned

    class Meta:
        model = Release
        fields: list[str] = []
        form = forms.Form

    def __init__(self, data: QueryDict | None = None, **options: Any) -> None:
        data = data if data is not None else QueryDict()
        if any("\0" in text for key, values in data.lists() for text in (key, *values)):
            raise NulCharacter
        super().__init__(data, **{"queryset": Release.objects.public(), **options})
        self.unknown: list[str] = []

    def get_form_class(self) -> type[forms.Form]:
        return self.Form

    def filter_queryset(self, queryset: ReleaseQuerySet) -> ReleaseQuerySet:
        """The bulletins found, in no order; `results.search` is for pages."""
        return queryset.filter(pk__in=matching_ids(self.criteria))

    @property
    def criteria(self) -> Criteria:
        """What to search; only of a valid filter."""
        cleaned = self.form.cleaned_data
        text, period = cleaned["q"], cleaned["periodo"]
        default = Order.RELEVANCE if text else Order.NEWEST
        days = [cleaned["desde"], cleaned["hasta"]]
        if period:
            days = [
                max(filter(None, (days[0], period.first))),
                min(filter(None, (days[1], period.last))),
            ]
        order = Order(cleaned["orden"]) if cleaned["orden"] else default
        return Criteria(
            text=text,
            selections=self._selections(),
            first_day=days[0],
            last_day=days[1],
            order=default if order is Order.RELEVANCE else order,
            page=_read_page(self.data.get("pagina", "")),
        )

    @property
    def page_criteria(self) -> Criteria:
        """As `criteria` for pages that people read: bulletins with the same text are one result,
        unless `duplicados=todos` asks for each."""
        everything = self.data.get("duplicados") == "todos"
        return replace(self.criteria, folded=not everything)

    def _selections(self) -> dict[FacetName, Selection]:
        self.unknown = []
        cleaned = self.form.cleaned_data
        chosen = {name: cleaned[name.value] for name in FacetName if name is not FacetName.DATE}
        if not any(chosen.values()):
            return {}
        known = read_catalogue().codes
        return {
            name: self._select(values, known[name]) for name, values in chosen.items() if values
        }

    def _select(self, values: Iterable[str], known: dict[str, int]) -> Selection:
        included: list[int] = []
        excluded: list[int] = []
        chosen = False
        for value in values:
            slug = value.removeprefix("-")
            leaves_out = value.startswith("-")
            chosen = chosen or not leaves_out
            if slug not in known:
                self.unknown.append(slug)
            else:
                (excluded if leaves_out else included).append(known[slug])
        return Selection(tuple(included), tuple(excluded), chosen=chosen)


def _read_page(typed: str) -> int:
    if not typed:
        return 1
    is_number = typed.isascii() and typed.isdecimal() and len(typed) < 10
    if not is_number or int(typed) < 1:
        raise PageNotFound
    if int(typed) > LAST_PAGE:
        raise PageTooDeep(LAST_PAGE)
    return int(typed)
