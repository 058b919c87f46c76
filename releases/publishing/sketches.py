"""By what near-duplicates are found: a sketch of each bulletin's words, its closing left out."""

from __future__ import annotations

from functools import lru_cache

from django.db import connection

from releases.language.similarity import sketch, word_runs
from releases.models import Release, TextSketch
from releases.publishing.content import BulletinContent

# Two texts that share six runs of ten have one of their four smallest keys in common in 97 of 100
# cases; more locks for each bulletin would cost more than the rest is worth.
_LOCKS = 4


def sketch_of(content: BulletinContent) -> list[int]:
    """The sketch of a content's headline and body; empty for one without text."""
    return list(_sketch(content.headline, content.body)) if content.body else []


@lru_cache(maxsize=8)
def _sketch(headline: str, body: tuple[str, ...]) -> tuple[int, ...]:
    # Intake asks several times for the same text: to lock, to look, to write.
    return tuple(sketch(word_runs([headline, *body])))


def write_sketch(release: Release, content: BulletinContent) -> None:
    """Keeps the sketch of what the bulletin says now."""
    TextSketch.objects.bulk_create(
        [TextSketch(release=release, hashes=sketch_of(content))],
        update_conflicts=True,
        unique_fields=["release"],
        update_fields=["hashes"],
    )


def lock_likes(content: BulletinContent) -> None:
    """Makes whoever takes in an alike text at the same time wait until this transaction ends.

    Else two processes could take in twins side by side, and neither would see the other.
    """
    keys = sketch_of(content)[:_LOCKS]
    if keys:
        with connection.cursor() as cursor:
            # In one order, or two transactions could wait for each other.
            cursor.execute(
                "SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) key ORDER BY key",
                [keys],
            )
