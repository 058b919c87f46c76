"""What the search reads: one narrow row per public bulletin, bitmaps of facets, and the words.

Only `releases.search.index` writes these tables, in the transaction that publishes, corrects or
withdraws; they hold nothing that the current revisions do not say. docs/search.md explains them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from releases.models.history import audited

# Bulletins per bitmap: four rows to a database page, so that an archive of some thousand bulletins
# counts without reading empty bits. docs/search.md has the measurements.
SEGMENT = 15_360


if TYPE_CHECKING:
    _Field = models.Field[str, str]
else:
    _Field = models.Field  # generic for the type checker only


class BitString(_Field):
    """A column of PostgreSQL's `bit(n)`, read and written as a text of zeros and ones."""

    def __init__(self, *, length: int, **options: object) -> None:
        self.length = length
        super().__init__(**options)  # type: ignore[arg-type]  # the options of models.Field

    def deconstruct(self) -> tuple[str, str, list[object], dict[str, object]]:
        name, path, arguments, options = super().deconstruct()
        return name, path, list(arguments), {**options, "length": self.length}

    def db_type(self, connection: object) -> str:
        return f"bit({self.length})"


class SearchRow(models.Model):
    """A public bulletin as the search sees it.

    `facets` holds the codes of `releases.search.codes`. The vectors and `pairs` are those of
    `releases.language.vectors`; `word_keys` are the keys of its `SearchWord` rows, `acronym_keys`
    those of its `LearnedAcronym` rows. Bulletins with one `body_key` have the same text; it is
    empty for a text too short to tell.
    """

    release = models.OneToOneField(
        "releases.Release", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    issued_on = models.DateField()
    first_seen_at = models.DateTimeField()
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    facets = ArrayField(models.IntegerField())
    words = SearchVectorField()
    headline = SearchVectorField()
    pairs = ArrayField(models.BigIntegerField())
    word_keys = ArrayField(models.BigIntegerField())
    acronym_keys = ArrayField(models.BigIntegerField(), default=list)
    body_key = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = "renglón de búsqueda"
        verbose_name_plural = "renglones de búsqueda"
        indexes = (
            models.Index(
                models.F("issued_on").desc(), models.F("release").desc(), name="search_issued"
            ),
            models.Index(
                models.F("first_seen_at").desc(), models.F("release").desc(), name="search_seen"
            ),
            models.Index(models.F("year").desc(), models.F("number").desc(), name="search_folio"),
            models.Index(
                fields=["body_key"], name="search_body", condition=models.Q(body_key__isnull=False)
            ),
            # Without a pending list: a reader should never pay for the last publication.
            GinIndex(fields=["words"], name="search_words", fastupdate=False),
            GinIndex(fields=["headline"], name="search_headline", fastupdate=False),
            GinIndex(fields=["facets"], name="search_facets", fastupdate=False),
            GinIndex(fields=["pairs"], name="search_pairs", fastupdate=False),
        )

    def __str__(self) -> str:
        return str(self.release_id)


class SearchTwin(models.Model):
    """A public bulletin whose text another public bulletin has too, with their `body_key`."""

    release = models.OneToOneField(
        "releases.Release", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    body_key = models.BigIntegerField(db_index=True)

    class Meta:
        verbose_name = "texto repetido"
        verbose_name_plural = "textos repetidos"

    def __str__(self) -> str:
        return str(self.release_id)


class CommonTerm(models.Model):
    """A word or run of words in so many bulletins that its bitmap is kept like a facet's, under
    the code `codes.Kind.COMMON` and this row's key. `query` is the term as a tsquery literal."""

    query = models.TextField(unique=True)

    class Meta:
        verbose_name = "término común"
        verbose_name_plural = "términos comunes"

    def __str__(self) -> str:
        return self.query


class FacetBits(models.Model):
    """Which bulletins carry a facet or hold a common term: bit `id % SEGMENT` of segment
    `id / SEGMENT`."""

    pk = models.CompositePrimaryKey("facet", "segment")
    facet = models.IntegerField()
    segment = models.IntegerField()
    bits = BitString(length=SEGMENT)

    class Meta:
        verbose_name = "mapa de bits"
        verbose_name_plural = "mapas de bits"

    def __str__(self) -> str:
        return f"{self.facet}/{self.segment}"


class SearchWord(models.Model):
    """A word as bulletins write it, and in how many public ones it stands: for suggestions and
    for weighing rare words. `key` is made of the word; `stem` is its first lexeme."""

    key = models.BigIntegerField(primary_key=True)
    word = models.CharField(max_length=80)
    folded = models.CharField(max_length=80)
    stem = models.CharField(max_length=80)
    releases = models.PositiveIntegerField()

    class Meta:
        verbose_name = "palabra"
        verbose_name_plural = "palabras"
        indexes = (
            models.Index(fields=["stem"], name="search_word_stem"),
            GinIndex(fields=["folded"], name="search_word_folded", opclasses=["gin_trgm_ops"]),
        )

    def __str__(self) -> str:
        return self.word


@audited()
class SynonymGroup(models.Model):
    """Ways to name one thing that the catalogue of names does not hold: a search for one of them
    also looks for the others, and says so."""

    terms = ArrayField(
        models.CharField(max_length=120),
        verbose_name="términos",
        help_text="Significan lo mismo: quien busca uno encuentra los otros.",
    )

    class Meta:
        verbose_name = "grupo de sinónimos"
        verbose_name_plural = "sinónimos"
        constraints = (
            models.CheckConstraint(
                name="synonyms_are_two_or_more", condition=models.Q(terms__len__gte=2)
            ),
        )

    def __str__(self) -> str:
        return ", ".join(self.terms)
