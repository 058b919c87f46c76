"""What a bulletin says in a message for WhatsApp and in a post for X, as plain text."""

from __future__ import annotations

from dataclasses import dataclass

from releases.exports import absolute
from releases.models import Release, Revision

POST_LENGTH = 280
# X counts every address as this many, whatever its length, and most signs beyond the scripts of
# Europe twice (its «weighted length»).
_ADDRESS_WEIGHT = 23
_LIGHT = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))


@dataclass(frozen=True, slots=True)
class SharedTexts:
    """Texts to copy. `x` fits one post with folio and address, its headline cut at a word."""

    whatsapp: str
    x: str


def texts_to_share(release: Release, revision: Revision) -> SharedTexts:
    """The texts for one public version; the address is the short one."""
    address = absolute(release.short_path)
    return SharedTexts(
        whatsapp=_whatsapp(revision, address), x=_post(revision.folio, revision.title, address)
    )


def weighted_length(text: str) -> int:
    """How long X counts a text that holds no address."""
    return sum(1 if _is_light(ord(sign)) else 2 for sign in text)


def _is_light(code: int) -> bool:
    return any(first <= code <= last for first, last in _LIGHT)


def _whatsapp(revision: Revision, address: str) -> str:
    """The headline in bold, as asterisks say it; an asterisk of its own would end it."""
    headline = " ".join(revision.title.replace("*", " ").split())
    register = " · ".join(filter(None, (revision.folio, revision.dateline)))
    points = "\n".join(f"• {point}" for point in revision.summary_points)
    return "\n\n".join(filter(None, (f"*{headline}*", register, points, address)))


def _post(folio: str, headline: str, address: str) -> str:
    start = f"{folio} · " if folio else ""
    room = POST_LENGTH - _ADDRESS_WEIGHT - 1 - weighted_length(start)
    return f"{start}{_cut(headline, room)} {address}"


def _cut(text: str, room: int) -> str:
    """The text, or as many of its words as fit with an ellipsis."""
    if weighted_length(text) <= room:
        return text
    kept = ""
    for word in text.split():
        longer = f"{kept} {word}".lstrip()
        if weighted_length(longer) > room - 1:
            break
        kept = longer
    return f"{kept.rstrip(',;:.')}…"
