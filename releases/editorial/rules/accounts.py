"""Social accounts that cannot work as written: «@SS Edomex», «@ SS_Edomex», «@SS-Edomex»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.findings import Mark
from releases.editorial.lexical import CAPITAL, fold_evenly
from releases.editorial.reading import Reading
from releases.vocabulary import EditorialCode

_LETTERS = rf"{CAPITAL}a-záéíóúñü"
_HANDLE = re.compile(rf"(?<![{_LETTERS}\d._%+-])@+[{_LETTERS}\d._@-]*")
_GAP = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]*")
_NEXT = re.compile(rf"[._]*[{_LETTERS}\d][{_LETTERS}\d._-]*")
# What usually ends the accounts of offices: standing alone after one, it was cut off.
_TAILS = re.compile(
    r"(?i)(?:edo_?mex|edomex|mex|mx|oficial|gob|cdmx|estado|estatal|municipal|mexico)\b"
)
_NETWORKS = re.compile(
    r"(?i)(?:x|facebook|instagram|twitter|tiktok|youtube|threads|telegram|whatsapp|bluesky|fb|ig"
    r"|y|e|o|u|en|para|con|a|el|la|los|las|de|del|al|por|donde|que|es|son|se|sin|si|ni)$"
)


def find_broken_accounts(reading: Reading) -> Iterator[Mark]:
    """Accounts with a blank, a break, an accent or a hyphen inside, or with @ out of place."""
    text = reading.text
    for match in _HANDLE.finditer(text):
        end, trailing = match.end(), match.group().rstrip(".-")
        bare = trailing.lstrip("@")
        if not bare:
            joined = _detached(text, match)
        elif trailing.count("@") > 1 or re.search(r"[^A-Za-z\d._@]|\.\.", trailing):
            joined = match.start(), match.start() + len(trailing)
        else:
            joined = _cut(text, match.start(), end)
        if joined:
            yield _mark(text, *joined)


def _detached(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """An @ followed by a blank and then by what can only be an account's name."""
    gap = _GAP.match(text, match.end())
    follower = _NEXT.match(text, gap.end()) if gap and gap.group() else None
    if follower is None or match.group().count("@") > 1:
        return (match.start(), match.end()) if match.group().count("@") > 1 else None
    name = follower.group().rstrip(".")
    like_account = re.search(r"[._\d]", name) or re.search(rf"[{CAPITAL}]", name)
    return (match.start(), follower.start() + len(name)) if like_account else None


def _cut(text: str, start: int, end: int) -> tuple[int, int] | None:
    """An account whose rest stands after a blank or a line break."""
    gap = _GAP.match(text, end)
    follower = _NEXT.match(text, gap.end()) if gap and gap.group() else None
    if follower is None:
        return None
    handle, name = text[start:end], follower.group().rstrip(".")
    stopped = handle.endswith(".")
    if stopped and re.search(r"(?i)(?:edomex|mex|oficial|gob)\.$", handle):
        return None  # the account is whole, and the next sentence begins
    tail = _TAILS.match(fold_evenly(name)) is not None
    if _NETWORKS.fullmatch(name) or (stopped and not tail):
        return None
    broken = (
        tail
        or handle.endswith(("_", "-"))
        or name.startswith((".", "_"))
        or "_" in name
        or ("\n" not in (gap.group() if gap else "") and name[0].isupper())
    )
    return (start, follower.start() + len(name)) if broken else None


def _mark(text: str, start: int, end: int) -> Mark:
    span = text[start:end]
    return Mark(
        code=EditorialCode.BROKEN_ACCOUNT,
        start=start,
        end=end,
        why="La cuenta no funciona como está escrita: lleva un espacio, un guion, un acento o una "
        "arroba de más. Escríbala junta, como aparece en la red.",
        fix=_mended(span),
    )


def _mended(span: str) -> str | None:
    """The account with its blank closed: by what already joins it, else by an underscore."""
    name = re.sub(r"^@+\s*", "", span).rstrip("@")
    name = re.sub(r"\s*([._])[\s._]*", r"\1", name)
    name = re.sub(r"[\s-]+", "_", name)
    plain = "".join(fold_evenly(c).upper() if c.isupper() else fold_evenly(c) for c in name)
    return f"@{plain}" if re.fullmatch(r"[A-Za-z\d._]+", plain) else None
