"""Two public versions compared for people: word by word, part by part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from releases.models import Revision
from releases.presentation import long_date
from releases.publishing.content import AttachmentContent
from releases.publishing.shown_files import shown_annexes, shown_photos
from releases.vocabulary import DocumentKind

# A word with the marks that live inside it («9-1-1», «0275/2024»), blanks, or one other sign.
_TOKEN = re.compile(r"\w+(?:[-/.,@]\w+)*|\s+|[^\w\s]")
_BLANK_OR_SIGN = re.compile(r"[\W_]*")

# Beyond this many pairs of tokens a passage is shown as replaced whole: comparing would take
# seconds, and so many changes in one paragraph are unreadable word by word.
_MOST_PAIRS = 4_000_000

# Paragraphs that share less than this part of their words are different paragraphs.
_ALIKE = 0.4

_ENTITY_LABELS = {"agencies": "Dependencias", "places": "Lugares", "topics": "Temas"}


class Change(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is in both versions, or in one of them."""

    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of the bulletin in both versions. `part` is the field's name, `label` Spanish."""

    part: str
    label: str
    pieces: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        return any(piece.change is not Change.SAME for piece in self.pieces)

    @property
    def before(self) -> tuple[Piece, ...]:
        """What the older version says, for a view in two columns."""
        return tuple(piece for piece in self.pieces if piece.change is not Change.ADDED)

    @property
    def after(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.change is not Change.REMOVED)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring passages that all changed, or all stayed: the latter are shown folded."""

    is_changed: bool
    passages: tuple[Passage, ...]

    @property
    def summary(self) -> str:
        """Its parts in a few words: «título, sumarios 1 y 2, párrafos 1 a 4»."""
        numbered = [(p.label.rstrip("0123456789 ").lower(), p.label) for p in self.passages]
        names = []
        for name, group in groupby(numbered, key=lambda row: row[0]):
            numbers = [label.rpartition(" ")[2] for _, label in group]
            names.append(_range(name, numbers) if numbers[0].isdigit() else name)
        return ", ".join(names)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side, in reading order."""

    passages: tuple[Passage, ...]

    @property
    def is_identical(self) -> bool:
        return not any(passage.is_changed for passage in self.passages)

    @property
    def runs(self) -> list[Run]:
        return [
            Run(changed, tuple(passages))
            for changed, passages in groupby(self.passages, key=lambda p: p.is_changed)
        ]

    @property
    def words_removed(self) -> int:
        return self._words(Change.REMOVED)

    @property
    def words_added(self) -> int:
        return self._words(Change.ADDED)

    @property
    def words_before(self) -> int:
        return self.words_removed + self._words(Change.SAME)

    def _words(self, change: Change) -> int:
        return sum(
            len(re.findall(r"\w+", piece.text))
            for passage in self.passages
            for piece in passage.pieces
            if piece.change is change
        )


def _range(name: str, numbers: Sequence[str]) -> str:
    if len(numbers) == 1:
        return f"{name} {numbers[0]}"
    link = "y" if len(numbers) == 2 else "a"
    return f"{name}s {numbers[0]} {link} {numbers[-1]}"


def compare(before: Revision, after: Revision) -> Comparison:
    """What a reader of `before` has to know about `after`: texts, dateline, entities.

    Reads `issued_in` of both; the entities are compared as each version showed them.
    """
    fields = _single_fields(before, after)
    return Comparison(
        tuple(
            passage
            for passage in (
                *fields[:-1],
                *_paragraphs(
                    "summary_points", "Sumario", before.summary_points, after.summary_points
                ),
                *_paragraphs("body", "Párrafo", before.body, after.body),
                fields[-1],
                *_attachments(before, after),
                *_entities(before, after),
            )
            if passage.pieces
        )
    )


def compare_texts(before: str, after: str) -> tuple[Piece, ...]:
    """Two texts word by word; neighbouring changed words make one removed and one added piece."""
    if before == after:
        return (Piece(before, Change.SAME),) if before else ()
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    head = _shared_length(old, new)
    tail = _shared_length(old[head:][::-1], new[head:][::-1])
    middle = _changed_pieces(old[head : len(old) - tail], new[head : len(new) - tail])
    start, end = "".join(old[:head]), "".join(old[len(old) - tail :]) if tail else ""
    return tuple(
        piece
        for piece in (Piece(start, Change.SAME), *middle, Piece(end, Change.SAME))
        if piece.text
    )


def _shared_length(old: Sequence[str], new: Sequence[str]) -> int:
    length = 0
    for left, right in zip(old, new, strict=False):
        if left != right:
            break
        length += 1
    return length


def _changed_pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    """The pieces of two token lists; what stays between two changes joins them if it is no word."""
    removed = added = ""
    for same, left, right in _matched(old, new):
        if same and not _BLANK_OR_SIGN.fullmatch(left):
            yield from (Piece(removed, Change.REMOVED), Piece(added, Change.ADDED))
            yield Piece(left, Change.SAME)
            removed = added = ""
        else:
            removed += left
            added += right
    yield from (Piece(removed, Change.REMOVED), Piece(added, Change.ADDED))


def _matched(old: list[str], new: list[str]) -> Iterator[tuple[bool, str, str]]:
    if len(old) * len(new) > _MOST_PAIRS:
        yield False, "".join(old), "".join(new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        yield tag == "equal", "".join(old[i1:i2]), "".join(new[j1:j2])


def _single_fields(before: Revision, after: Revision) -> list[Passage]:
    rows = [
        ("headline", "Título", before.headline, after.headline),
        ("folio", "Folio", before.folio, after.folio),
        ("dateline", "Lugar y fecha, como se imprimió", before.dateline, after.dateline),
        ("issued_on", "Fecha", long_date(before.issued_on), long_date(after.issued_on)),
        ("issued_in", "Lugar", _place(before), _place(after)),
        ("document_kind", "Clase de documento", _kind(before), _kind(after)),
        ("boilerplate", "Cierre", before.boilerplate, after.boilerplate),
    ]
    return [Passage(part, label, compare_texts(old, new)) for part, label, old, new in rows]


def _place(revision: Revision) -> str:
    return revision.issued_in.name if revision.issued_in else ""


def _kind(revision: Revision) -> str:
    return DocumentKind(revision.document_kind).label


def _attachments(before: Revision, after: Revision) -> Iterator[Passage]:
    """Photos and annexes by what is said of each; another file under the same words is told."""
    for part, label, of in (
        ("photos", "Fotografía", shown_photos),
        ("annexes", "Anexo", shown_annexes),
    ):
        old, new = ([row.content for row in of(text)] for text in (before, after))
        yield from _paragraphs(part, label, _described(old), _described(new, before=old))


def _described(
    rows: Sequence[AttachmentContent], *, before: Sequence[AttachmentContent] = ()
) -> list[str]:
    described = [_description(row) for row in rows]
    former = {_description(row): row.sha256 for row in before}
    return [
        f"{text} (archivo nuevo)" if former.get(text, row.sha256) != row.sha256 else text
        for text, row in zip(described, rows, strict=True)
    ]


def _description(row: AttachmentContent) -> str:
    return " ".join(filter(None, (row.legend, row.alt and f"[{row.alt}]"))) or row.file_name


def _entities(before: Revision, after: Revision) -> list[Passage]:
    passages = []
    for part, label in _ENTITY_LABELS.items():
        old = [entity["name"] for entity in before.entities.get(part, ())]
        new = [entity["name"] for entity in after.entities.get(part, ())]
        passages.append(Passage(part, label, tuple(_name_pieces(old, new))))
    return passages


def _name_pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    """Names are compared whole and without regard to their order, which says nothing."""
    kept = [name for name in old if name in new]
    if kept:
        yield Piece("; ".join(kept), Change.SAME)
    for names, change in ((old, Change.REMOVED), (new, Change.ADDED)):
        for name in names:
            if name not in kept:
                yield Piece(name, change)


def _paragraphs(
    part: str, label: str, before: Sequence[str], after: Sequence[str]
) -> Iterator[Passage]:
    """Numbered as in the newer version; a removed paragraph keeps its old number."""
    for old, new in _aligned(before, after):
        if new is not None:
            text = before[old] if old is not None else ""
            yield Passage(part, f"{label} {new + 1}", compare_texts(text, after[new]))
        elif old is not None:
            yield Passage(
                part, f"{label} {old + 1}, retirado", (Piece(before[old], Change.REMOVED),)
            )


def _aligned(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[int | None, int | None]]:
    """Which paragraph became which: pairs of positions, None where one has no counterpart."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            yield from _aligned_by_likeness(before, after, range(i1, i2), range(j1, j2))


def _aligned_by_likeness(
    before: Sequence[str], after: Sequence[str], old: range, new: range
) -> Iterator[tuple[int | None, int | None]]:
    """Pairs each new paragraph, in order, with the first old one that shares enough words."""
    words_before = {i: _words(before[i]) for i in old}
    waiting = list(old)
    for j in new:
        words = _words(after[j])
        match = next((i for i in waiting if _likeness(words_before[i], words) >= _ALIKE), None)
        if match is None:
            yield None, j
            continue
        for i in waiting[: waiting.index(match)]:
            yield i, None
        waiting = waiting[waiting.index(match) + 1 :]
        yield match, j
    for i in waiting:
        yield i, None


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def _likeness(first: Counter[str], second: Counter[str]) -> float:
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0
