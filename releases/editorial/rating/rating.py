"""An edit rated: substantial where a reader learns something else, small where only form changes.

In doubt an edit is substantial.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from releases.language.folding import fold
from releases.vocabulary import EditRating


@dataclass(frozen=True, slots=True)
class Rating:
    """The rating with its reasons: short Spanish labels, empty for a small edit."""

    rating: EditRating
    reasons: tuple[str, ...] = ()

    @property
    def is_substantial(self) -> bool:
        return self.rating is EditRating.SUBSTANTIAL


def rate(before: str, after: str) -> Rating:
    """How much the second text changes what the first one says."""
    if _bare(before) == _bare(after):
        return Rating(EditRating.MINOR)
    return Rating(EditRating.SUBSTANTIAL, ("texto",))


def _bare(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))
