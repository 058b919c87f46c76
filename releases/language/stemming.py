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
# name. Nouns in a vowel and -s (país, autobús, gris) are here for the same reason.
_STRESSED_S = word_set(
    """
    adios anis aragones arnes burgues camerunes cipres compas congoles cordobes danes dios escoces
    estres feligres finlandes frances genoves gris holandes ingles interes irlandes iris
    islandes japones libanes luxemburgues maltes marques montañes montanes neerlandes nepales
    neozelandes noruegues pais polones portugues reves senegales sudanes tailandes taiwanes
    vienes vals
    """
)
_VEHICLES_IN_BUS = ("ebus", "obus", "nibus", "xibus")  # and no tribus
# Without its accent, the plural of another word too: leonés and leones, cortés and cortes.
PLURALS_TOO = word_set("cortes leones")
_TAKES_A = word_set(
    """
    albañil albanil aleman alguacil anfitrion andaluz aprendiz bachiller bailarin canciller capataz
    capitan catalan charlatan chaval colegial concejal edil español espanol fiscal galan general
    guardian haragan holgazan huesped juez leon mayor menor musulman oficial peon rapaz rehen
    rufian sacristan
    """
)

# Masculines in -e that take -a, without their vowel: jefe, jefa; presidente, presidenta.
_CHANGES_E = word_set(
    """
    aspirant asistent ayudant client comandant comediant confident dependient dirigent elefant
    estudiant gerent gigant infant intendent jef monj parient president regent sargent sirvient
    tenient
    """
)
# What these names of offices may begin with: vicefiscal, subjefa, exjueza.
_RANKS = ("ex", "sub", "super", "vice")

# Words in -ona that are no feminines of one in -ón, as those of ladrón, patrón and matón are:
# verbs (sanciona), and those with a masculine in -ono.
_ONA_OF_NO_ON = ("iona", "fona", "autoctona", "colona", "monotona")

# Nouns whose two endings are two things: banco and banca, trato and trata, puerto and puerta.
_TWO_THINGS = word_set(
    """
    acer banc band barc barr bols bomb carg carter cerc cest cigarr cint cobr conduct consej copl
    cost cuent cuadr cuer descarg fall fond frut gest gimnasi gorr grad grup juli libr libret llant
    mader mand mang mant manzan marc mare minut mont naranj partid past pimient pist plat plaz
    puebl puert punt rastr recarg rest rued sotan suel terraz torment tram trat tribun trop tumb
    vel zapat
    """
)

# Four letters are too few to tell gender by rule (casa and caso); these are the same word.
_SHORT_PAIRS = word_set(
    """
    alt apt ate baj cri dur fe fij fri gat hij loc mal moz mud niñ nin nul poc pur rar re ric roj
    rot rud rus san sec sol ti viv
    """
)
# A word in -ía is a thing with no masculine (secretaría), but for these adjectives.
ADJECTIVES_IN_IA = word_set("baldia bravia impia judia sombria tapatia tardia umbria vacia")

# Masculines that stand before their noun, and feminines in -esa, by the form all of it shares.
_SHARED_FORMS = {
    "alcaldesa": "alcald",
    "buen": "bueno",
    "exalcaldesa": "exalcald",
    "gran": "grand",
    "lideresa": "lider",
    "primer": "primero",
    "tercer": "tercero",
}


def stem(word: str) -> str:
    """The form that a folded word shares with its plural and its other gender.

    >>> [stem(word) for word in ("detenidas", "luces", "agentes", "puerta", "puerto")]
    ['detenido', 'luz', 'agent', 'puerta', 'puerto']
    """
    if len(word) < 3 or not word.isalpha() or _ends_in_own_s(word):
        return word
    if len(word) == 3:
        return _to_masculine(word) if word.endswith("a") else word
    single = _to_singular(word)
    if _ends_in_own_s(single) or (single != word and single in PLURALS_TOO):
        return single
    if single in _SHARED_FORMS:
        return _SHARED_FORMS[single]
    if single.endswith("a"):
        return _to_masculine(single)
    return _drop_e(single)


def _ends_in_own_s(word: str) -> bool:
    return word in _STRESSED_S or word.endswith(_VEHICLES_IN_BUS)


def _to_singular(word: str) -> str:
    if not word.endswith("s"):
        return word
    if word.endswith("ces") and len(word) > 4:
        return word[:-3] + "z"
    single = word[:-1]
    bare = single.removesuffix("e")
    return bare if _ends_in_own_s(bare) or bare in PLURALS_TOO else single


def _drop_e(word: str) -> str:
    """sede, sedes → sed and red, redes → red: a folded plural does not tell which it was."""
    if not word.endswith("e") or len(word) < 4:
        return word
    return word[:-2] + "z" if word.endswith("ce") else word[:-1]


def _to_masculine(word: str) -> str:
    root = word[:-1]
    if len(root) < 4 and root not in _TAKES_A and root not in _CHANGES_E:
        return root + "o" if root in _SHORT_PAIRS else word
    if _is_masculine(root) or root.endswith(("dor", "tor", "sor", "ñor", "nor", "chor")):
        return root
    if len(word) >= 8 and root.endswith("es") and not root.endswith("ies"):
        return root  # -esa of an origin: taiwanesa
    if len(word) >= 6 and root.endswith("on") and not word.endswith(_ONA_OF_NO_ON):
        return root
    return word if root in _TWO_THINGS else root + "o"


def _is_masculine(root: str) -> bool:
    """Whether a feminine without its -a is the masculine: juez-a, jef-a, vicefiscal-a."""
    roots = (root, *(root.removeprefix(rank) for rank in _RANKS if root.startswith(rank)))
    return any(
        r in _TAKES_A or r in _CHANGES_E or r in _STRESSED_S or r in PLURALS_TOO for r in roots
    )
