"""How much an edit changes: `rate` compares two texts as a reader would."""

from releases.editorial.rating.rating import Rating, rate

__all__ = ["Rating", "rate"]
