"""Where the corpus lies: documents, gold labels and awkward files, with what to expect of them.

The `seed-*` bulletins are real and public, redrawn as PDF; all others are fictional.
"""

from __future__ import annotations

from pathlib import Path

CORPUS = Path(__file__).resolve().parent
DOCUMENTS = CORPUS / "docs"
GOLD = CORPUS / "gold"
NASTY = CORPUS / "nasty"
