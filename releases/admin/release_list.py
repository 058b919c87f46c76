"""Finding bulletins in the administration: the search box and the filters beside the list."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import BooleanField, Func, Q, QuerySet, TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Lower
from django.http import HttpRequest

from releases.language.folios import FolioReference, read_folio
from releases.language.vectors import quote
from releases.language.words import tokenize
from releases.models import Release, SearchRow

_MOST_WORDS = 32


class CorrectedFilter(SimpleListFilter):
    """Whether the public saw more than one version, or a correction waits for a decision."""

    title = "correcciones"
    parameter_name = "correcciones"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        return [("si", "Corregidos"), ("no", "Sin correcciones"), ("propuesta", "Con propuesta")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        conditions = {
            "si": Q(current_revision__number__gt=1),
            "no": Q(current_revision__number=1),
            "propuesta": Q(current_revision__isnull=False, draft__isnull=False),
        }
        condition = conditions.get(self.value() or "")
        return queryset if condition is None else queryset.filter(condition)


class DiscardedFilter(SimpleListFilter):
    """Discarded drafts stay out of the list until they are asked for."""

    title = "descartados"
    parameter_name = "descartados"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        return [("si", "Solo descartados")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(discarded_at__isnull=self.value() != "si")


def find_releases(queryset: QuerySet[Release], typed: str) -> QuerySet[Release]:
    """Those that a folio, or all the typed words, name; spelled as in the public search.

    Public ones are found by their words, the others by title and folio.
    """
    # A number alone is a folio here: nobody looks for doses in the administration.
    folio = read_folio(typed) or read_folio(f"folio {typed}")
    if folio:
        return queryset.filter(_with_folio(folio))
    words = tokenize(typed)[:_MOST_WORDS]
    if not words:
        return queryset.filter(draft__folio__icontains=typed) if typed.strip() else queryset
    query = " & ".join(f"({' | '.join(map(quote, word.asked))})" for word in words)
    matches = RawSQL("words @@ %s::tsquery", [query], output_field=BooleanField())
    public = SearchRow.objects.filter(matches)
    drafted = Q()
    for word in words:
        drafted &= reduce(or_, (Q(folded_draft__contains=lexeme) for lexeme in word.asked))
    folded = Func(
        Lower("draft__headline"),
        Value("áéíóúü"),
        Value("aeiouu"),
        function="translate",
        output_field=TextField(),
    )
    found = queryset.alias(folded_draft=folded)
    return found.filter(Q(pk__in=public.values("release_id")) | drafted)


def _with_folio(folio: FolioReference) -> Q:
    condition = Q(number=folio.number)
    return condition & Q(year=folio.year) if folio.year else condition
