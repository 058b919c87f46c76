"""A light stemmer for Spanish nouns and adjectives: number and gender, nothing else.

It works on folded words, so that an accent can never separate two spellings, and it returns a
readable form (the masculine singular, without a closing -e): detenidas → detenido,
operaciones → operacion, agentes → agent. Verbs, diminutives and -mente are left alone: a search
for «robo» is not a search for «robaron».
"""

from __future__ import annotations

from releases.language.folding import word_set

# Masculines that end in a consonant and take -a: francés, francesa. Those in -és lose their
# accent in the plural, so that the folded «franceses» and «avances» look alike; they are known by
# name. Nouns in a stressed vowel and -s (país, autobús) are here for the same reason.
_STRESSED_S = word_set(
    """
    aragones arnes autobus burgues cipres compas cordobes cortes danes dios escoces estres
    finlandes frances holandes ingles interes irlandes japones leones libanes marques montañes
    montanes noruegues obus pais portugues reves senegales tailandes taiwanes vienes
    """
)
_TAKES_A = word_set(
    """
    aleman anfitrion andaluz aprendiz baron bailarin bribon campeon capitan catalan charlatan
    colegial comadron concejal español espanol fiscal general guardian juez ladron leon mayor
    menor musulman oficial patron peaton rehen sajon valenton
    """
)

# Masculines in -e that take -a, without their vowel: jefe, jefa; presidente, presidenta.
_CHANGES_E = word_set(
    """
    ayudant asistent client comandant comediant dependient elefant gerent gigant infant
    intendent jef monj parient president regent sargent sirvient tenient
    """
)

# Nouns whose two endings are two things: banco and banca, trato and trata, puerto and puerta.
_TWO_THINGS = word_set(
    """
    acer banc band barc barr bols bomb carg cerc cest cint cobr copl cost cuent cuadr fond frut
    gorr grad libr mader mand mang mant marc minut mont partid past plaz puert punt rest suel
    torment tram trat vel
    """
)

# Four letters are too few to tell gender by rule (casa and caso); these are the same word.
_SHORT_PAIRS = word_set(
    """
    alt baj hij mal niñ nin nul roj san sol viv
    """
)


def stem(word: str) -> str:
    """The form that a folded word shares with its plural and its other gender.

    >>> [stem(word) for word in ("detenidas", "luces", "agentes", "puerta", "puerto")]
    ['detenido', 'luz', 'agent', 'puerta', 'puerto']
    """
    if len(word) <= 3 or word in _STRESSED_S or not word.isalpha():
        return word
    single = _to_singular(word)
    if single in _STRESSED_S:
        return single
    if single.endswith("a"):
        return _to_masculine(single)
    return _drop_e(single)


def _to_singular(word: str) -> str:
    if not word.endswith("s"):
        return word
    if word.endswith("ces") and len(word) > 4:
        return word[:-3] + "z"
    single = word[:-1]
    if single.endswith("e") and single[:-1] in _STRESSED_S:
        return single[:-1]
    return single


def _drop_e(word: str) -> str:
    """sede, sedes → sed and red, redes → red: a folded plural does not tell which it was."""
    if not word.endswith("e") or len(word) < 4:
        return word
    return word[:-2] + "z" if word.endswith("ce") else word[:-1]


def _to_masculine(word: str) -> str:
    root = word[:-1]
    if (
        root in _TAKES_A
        or root in _STRESSED_S
        or root in _CHANGES_E
        or root.endswith(("dor", "tor", "sor", "ñor", "nor"))
    ):
        return root
    if len(word) >= 8 and root.endswith("es") and not root.endswith("ies"):
        return root  # -esa of an origin: taiwanesa
    if len(root) == 3:
        return root + "o" if root in _SHORT_PAIRS else word
    if len(root) < 3 or root in _TWO_THINGS:
        return word
    return root + "o"
