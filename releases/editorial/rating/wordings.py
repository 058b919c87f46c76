"""Whether two wordings that differ say the same: spelling, agreement, synonyms, long forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from releases.editorial.lexicon.given_names import GIVEN_NAMES, SURNAMES
from releases.editorial.lists import Speller
from releases.editorial.rating.canonical import Item
from releases.editorial.rating.links import changed_links
from releases.editorial.rating.words import EMPTY, EPICENE, SAME
from releases.language.folding import word_set

_NAMES = SURNAMES | GIVEN_NAMES
_SMALL_WORDS = word_set("de del la las los el y e en para a al")
# Endings of one tense in singular and plural: the verb's agreement was mended.
_AGREEMENT = (
    ("o", "aron"),
    ("io", "ieron"),
    ("o", "ieron"),
    ("a", "an"),
    ("e", "en"),
    ("ia", "ian"),
    ("aba", "aban"),
    ("ara", "aran"),
    ("era", "eran"),
    ("ira", "iran"),
    ("ue", "ueron"),
    ("ha", "han"),
    ("yo", "yeron"),
)
_VERBS_OF_BEING = (
    {"es", "son"},
    {"fue", "fueron"},
    {"era", "eran"},
    {"esta", "estan"},
    {"ha", "han"},
    {"sera", "seran"},
    {"sea", "sean"},
)
_PARTICIPLE = re.compile(r"\w{2,}(?:[ai]d|ert|uest|ist|ech|rit|uelt)[oa]")


def say_the_same(
    old: Sequence[Item], new: Sequence[Item], context: Sequence[Item], speller: Speller
) -> bool:
    """Whether what replaced a run of words tells a reader the same.

    `context` holds the items before the run, which a pronoun may stand for.
    """
    left, right = [i for i in old if not i.is_empty], [i for i in new if not i.is_empty]
    if [i.key for i in left] == [i.key for i in right]:
        return True
    if not left and not right:
        return not changed_links(old, new)
    return (
        _are_synonyms(old, new)
        or _sound_alike(left, right)
        or _sound_alike(old, new)
        or _is_mended(left, right, speller)
        or _agree(left, right)
        or _agree(old, new)
        or _agree_with(left, right, context)
        or _is_one(old, new)
        or _is_acronym(left, right)
        or _is_acronym(right, left)
        or _is_pronoun(old, new, context)
    )


def _phrase(items: Sequence[Item]) -> str:
    return " ".join(item.word for item in items)


def _are_synonyms(old: Sequence[Item], new: Sequence[Item]) -> bool:
    wordings = _variants(old), _variants(new)
    return any(row & wordings[0] and row & wordings[1] for row in SAME)


def _variants(items: Sequence[Item]) -> set[str]:
    """A run of words, also without the empty words at its ends."""
    words = [item.word for item in items]
    found = {" ".join(words)}
    while words and words[0] in EMPTY:
        words = words[1:]
        found.add(" ".join(words))
    words = [item.word for item in items]
    while words and words[-1] in EMPTY:
        words = words[:-1]
        found.add(" ".join(words))
    return found - {""}


def _sound_alike(old: Sequence[Item], new: Sequence[Item]) -> bool:
    """«hayaron», «hallaron»; «atravez», «a través»; not for numbers, nor «Meza» and «Mesa»."""
    if any(item.is_number for item in (*old, *new)) or not old or not new:
        return False
    if all(item.key in _NAMES and item.proper for item in (*old, *new)):
        return False
    if "habria" in {old[0].key, new[0].key}:
        return False
    return sound("".join(i.word for i in old)) == sound("".join(i.word for i in new))


def sound(word: str) -> str:
    """A folded word as it sounds in Mexico."""
    word = re.sub(r"ll", "y", word)
    word = re.sub(r"c(?=[ei])|z|x", "s", word)
    word = re.sub(r"g(?=[ei])", "j", word)
    word = re.sub(r"qu(?=[ei])|k", "c", word)
    word = re.sub(r"(?<!c)h", "", word).replace("v", "b").replace("sc", "s")
    return re.sub(r"([a-zñ])\1+", r"\1", word)


def _is_mended(old: Sequence[Item], new: Sequence[Item], speller: Speller) -> bool:
    """A word that does not exist replaced by the near one that was meant."""
    if len(old) != 1 or not 1 <= len(new) <= 2 or old[0].is_number or old[0].proper:
        return False
    word, meant = old[0].word, "".join(item.word for item in new)
    if not word.isalpha() or any(item.is_number or item.proper for item in new):
        return False
    if any(map(speller.knows, _accented(word))):
        return False
    start = len(word) >= 6 and word[:5] == meant[:5]
    return start or SequenceMatcher(None, word, meant).ratio() >= 0.72


def _accented(word: str) -> list[str]:
    """Folded words lost their accents: a word exists if one of its spellings does."""
    forms = [word]
    for at, letter in enumerate(word):
        if letter in "aeiou":
            forms.append(
                word[:at] + dict(zip("aeiou", "áéíóú", strict=True))[letter] + word[at + 1 :]
            )
    return forms


def _agree(old: Sequence[Item], new: Sequence[Item]) -> bool:
    """«las autoridades informó» → «informaron»: number of a verb, nothing else.

    With «ser» and its like the participle follows: «fue enviada» → «fueron enviadas».
    """
    if len(old) == len(new) == 2:
        singular, plural = sorted((old[1].word, new[1].word), key=len)
        bent = plural == f"{singular}s" and _PARTICIPLE.fullmatch(singular)
        return bool(bent) and {old[0].word, new[0].word} in _VERBS_OF_BEING
    if len(old) != 1 or len(new) != 1 or old[0].proper or new[0].proper:
        return False
    a, b = old[0].word, new[0].word
    if {a, b} in _VERBS_OF_BEING:
        return True
    for one, many in _AGREEMENT:
        for x, y in ((a, b), (b, a)):
            if (
                x.endswith(one)
                and y.endswith(many)
                and x[: -len(one)] == y[: -len(many)]
                and len(x) > 3
            ):
                return not _noun_like(a, b)
    return False


_PLURAL_BEFORE = re.compile(r"(?:los|las|unos|unas|sus|dos|tres|varios|varias|ambos|ambas|\w{3,}s)")


def _agree_with(old: Sequence[Item], new: Sequence[Item], context: Sequence[Item]) -> bool:
    """«los policía» → «los policías»: the number that the word before asked for."""
    if len(old) != 1 or len(new) != 1 or not context or old[0].is_number:
        return False
    a, b, before = old[0].word, new[0].word, context[-1]
    plural = bool(_PLURAL_BEFORE.fullmatch(before.word)) or (
        before.is_number and before.key not in {"#1", "#0"}
    )
    if plural:
        return b in {f"{a}s", f"{a}es"}
    return before.word in {"el", "la", "un", "una"} and a in {f"{b}s", f"{b}es"}


def _is_one(old: Sequence[Item], new: Sequence[Item]) -> bool:
    """«un detenido» → «1 detenido»."""
    one = {"un", "una", "uno", "#1"}
    keys = [item.key for item in old], [item.key for item in new]
    return all(len(row) == 1 and row[0] in one for row in keys)


def _noun_like(a: str, b: str) -> bool:
    return {a, b} & EPICENE != set()


def _is_acronym(short: Sequence[Item], long: Sequence[Item]) -> bool:
    """«UCB» for «Unidad Canina de Búsqueda»."""
    if len(short) != 1 or len(long) < 2 or not short[0].word.isalpha():
        return False
    initials = "".join(i.word[0] for i in long if i.word not in _SMALL_WORDS)
    return len(short[0].word) >= 2 and initials == short[0].word and short[0].proper


def _is_pronoun(old: Sequence[Item], new: Sequence[Item], context: Sequence[Item]) -> bool:
    """«el vehículo» named again, replaced by «este»."""
    nouns = [item.key for item in old if not item.is_empty]
    said = [item.key for item in new]
    earlier = {item.key for item in context}
    pronouns = {"este", "esta", "estos", "estas", "ese", "esa", "aquel", "aquella"}
    return len(nouns) == 1 and nouns[0] in earlier and bool(said) and set(said) <= pronouns | EMPTY
