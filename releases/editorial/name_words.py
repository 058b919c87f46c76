"""What the words of a run of capitals are: given names, surnames, plain words, places, posts."""

from __future__ import annotations

import re

from releases.editorial.lexical import alternatives
from releases.editorial.lexicon.given_names import GIVEN_NAMES, SURNAMES
from releases.editorial.lexicon.people import HEROES, INSTITUTION_WORDS, PLACE_HEADS, POSTS, TITLES
from releases.editorial.lexicon.things import VEHICLES
from releases.editorial.lists import Lists
from releases.language.folding import word_set
from releases.vocabulary import EditorialListKind

QUOTE = "[\"“”«»'’‘„´`]"
_PARTICLES = word_set("de del la las los y")
_ARTICLES_AND_FEW = word_set("el la los las santo casa base grupo ruta paradero")
_BRIDGE = (
    r"(?:\s+(?:primarias?|secundarias?|preparatorias?|general(?:es)?|regional|estatal|federal"
    r"|municipal|tecnica|cultural|deportiv[oa]|civic[oa]|social|penitenciari[oa]|public[oa]|numero"
    r"|num\.?|no\.?|\d+|materno|infantil|comunitari[oa]|de|del|la|los|las|el|sobre|norte|sur"
    r"|oriente|poniente|nuev[oa]|dr\.?|lic\.?|ing\.?|gral\.?|profr?\.?|mtr[oa]\.?|c\.?))*"
)
# Words that open a sentence before a name that stands alone: «Según Romero…».
_OPENERS = word_set(
    """
    segun ante tras con para por desde hacia sobre como cuando mientras ademas tambien ayer hoy
    luego ni y pero si aunque donde en a de el la al del sin entre durante mediante despues antes
    asimismo finalmente posteriormente personal elementos agentes policias autoridades vecinos
    """
)
# «en Tlapa Arriaga», «rumbo a…»: where somebody is or goes stands for no person.
_WHERE = re.compile(r"\b(?:en|hacia|desde|hasta|rumbo a|cerca de|entre|via)\s*$")


class NameWords:
    """Judges words, all folded, with one set of lists."""

    def __init__(self, lists: Lists) -> None:
        self.speller = lists.speller
        self.given = lists.extend(EditorialListKind.GIVEN_NAME, GIVEN_NAMES)
        self.posts = lists.extend(EditorialListKind.POST, POSTS)
        self.heads = lists.extend(EditorialListKind.PUBLIC_PLACE, PLACE_HEADS)
        self.known = HEROES | lists.names
        # The noun of a place, a building or an operation right before its name.
        self.place_before = re.compile(
            r"(?<!responsabilidad )(?<!situacion )(?<!proceso )(?<!accion )(?<!causa )"
            rf"\b{alternatives(self.heads - _ARTICLES_AND_FEW)}{_BRIDGE}\s*{QUOTE}?"
            r"\s*(?:(?:dr|dra|lic|ing|gral|profr?|profa|mtr[oa]|sor|fray|don)\.?\s)?\s*$"
        )

    def is_given(self, word: str) -> bool:
        return word in self.given or word in {"ma", "fco", "gpe"}

    def is_part(self, word: str) -> bool:
        """Whether a word may stand in a name after the first one."""
        return word in SURNAMES or word in _PARTICLES or self.is_given(word)

    def is_title(self, word: str) -> bool:
        """Whether a word before a name is a post or a form of address."""
        return word in self.posts or word in TITLES

    def is_public(self, word: str) -> bool:
        """Whether a word belongs to a place, a building or an institution."""
        return word in self.heads or word in INSTITUTION_WORDS

    def is_institution(self, word: str) -> bool:
        """Whether a word is an institution's and no surname: «Marina Nacional»."""
        return word in INSTITUTION_WORDS and word not in SURNAMES and word != "abril"

    def is_rare(self, word: str) -> bool:
        """Whether a word is none of the language, so that it may be a surname."""
        return len(word) > 3 and not self.speller.knows(word)

    def is_plain(self, word: str, written: str = "") -> bool:
        """Whether a capitalised word is one of the language that only opens the sentence."""
        return word not in SURNAMES and self.speller.knows(written or word)

    def has_surname(self, names: list[str]) -> bool:
        """Whether a surname follows the given name that comes first: of three, the last is one."""
        rest = [name for name in names[1:] if name not in _PARTICLES]
        return len(rest) > 1 or any(
            len(n) > 1 and (n in SURNAMES or not self.is_given(n)) for n in rest
        )

    def reads_as_name(self, words: list[str], first: str, before: str) -> bool:
        """Whether words without a given name of the list are a person's: a rare word, a surname.

        `first` is the first word in small letters with its accents, `before` the folded text
        before it.
        """
        rest = [word for word in words[1:] if word not in _PARTICLES]
        if not rest or _WHERE.search(before) or words[0] in _OPENERS:
            return False
        public = any(self.is_public(word) or word in VEHICLES for word in words)
        if public or " ".join(words) in self.known or " ".join(rest) in self.known:
            return False
        if all(word in SURNAMES for word in rest):
            return True
        return self.is_rare(first) and (rest[-1] in SURNAMES or all(map(self.is_rare, rest)))
