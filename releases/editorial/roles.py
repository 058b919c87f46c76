"""What each named person is in the event: held or accused, harmed, somebody in office, or unknown.

The nearest words decide: those right before and after the name first, then all cues of the
sentence weighed by distance, then those of the sentences around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from releases.editorial.lexical import Span, alternatives
from releases.editorial.lexicon.cues import (
    FINAL_SENTENCE,
    HARMED,
    HELD,
    HONOUR,
    NOT_FINAL,
    SPEECH,
)
from releases.editorial.lexicon.people import KINSHIP, POSTS
from releases.editorial.names import Person
from releases.editorial.reading import Reading
from releases.vocabulary import EditorialListKind


class Role(Enum):
    HELD = "held"
    HARMED = "harmed"
    OFFICE = "office"
    CONVICTED = "convicted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    role: Role


def _any_of(entries: frozenset[str]) -> str:
    return "(?:" + "|".join(sorted(entries, key=lambda e: (-len(e), e))) + ")"


_FINAL = re.compile(FINAL_SENTENCE)
_PENDING = re.compile(NOT_FINAL)
_HARM_VERB = (
    r"(?:mat|asesin|hir|lesion|golpe|agred|atac|amenaz|amag|despoj|asalt|rob|extorsion|secuestr"
    r"|plagi|viol|acos|hostig|atropell|arroll|embist|priv|balea|apuñal|acuchill|rescat|liber"
    r"|auxili|exig|engañ|estaf|defraud|dispar|abus|insult|retuv|somet|intimid|chantaje)\w*"
)
_LEFT_HARMED = re.compile(
    rf"(?:\b(?:victimas?|ofendid[oa]s?|agraviad[oa]s?|quejos[oa]s?|denunciantes?|usuari[oa]s?"
    rf"|pasajer[oa]s?|afectad[oa]s?|lesionad[oa]s?|herid[oa]s?|fallecid[oa]s?|occis[oa]s?"
    rf"|finad[oa]s?"
    rf"|extint[oa]|desaparecid[oa]s?|sobrevivientes?|viud[oa] de|deudos de|familiares de|restos de"
    rf"|cuerpo (?:sin vida )?de|cadaver de|(?:agravio|perjuicio) de"
    rf"|(?:homicidio|feminicidio|asesinato|secuestro|muerte|violacion|plagio|desaparicion"
    rf"|fallecimiento"
    rf"|deceso|rescate|liberacion|robo|extorsion|agresion|ataque"
    rf"|lesiones|amenazas?|fraude|despojo|abuso|acoso|violencia|atentado|disparos?)"
    rf"(?: \w+){{0,2}} (?:de|a|contra|en contra de)"
    rf"|{_HARM_VERB}(?: (?:dinero|un disparo|de la vida|\d+ mil pesos|con un arma))? (?:a"
    rf"|contra|en contra de)"
    rf"|{_HARM_VERB}[^.;,]{{0,25}} a (?:su|la|el) (?:ahora )?(?:ex ?)?{alternatives(KINSHIP)}"
    rf"|correspond\w+ a|propiedad de|pertenec\w+ a|devuelt[oa]s? a)\s*[,:]?\s*"
    rf"(?:(?:la|el|los|las|de nombre|identificad[oa]s? como|quien responde al nombre de)\s)*)$"
)
_LEFT_HELD = re.compile(
    r"(?:\b(?:(?:detencion|captura|aprehension|arresto|aseguramiento|reaprehension|localizacion y"
    r" captura|imputacion|presentacion|traslado) (?:de|del|a|contra)|(?:detuv|capturar"
    r"|captur|aprehend"
    r"|asegur|arrest|presentar|revis|inspeccion|remit|interven|vincul|imput|acus|proces"
    r"|investig|busca)\w*"
    r"(?: a proceso| ante la justicia| a disposicion)?(?: por \w+)? a"
    r"|imputad[oa]s?|acusad[oa]s?|señalad[oa]s?|inculpad[oa]s?|procesad[oa]s?|indiciad[oa]s?"
    r"|investigad[oa]s?|detenid[oa]s?|aprehendid[oa]s?|capturad[oa]s?|arrestad[oa]s?|asegurad[oa]s?"
    r"|(?:presunt[oa]s?|probables?|posibles?) \w+|sujeto|sospechos[oa]s?|prófug[oa]|dijo ser"
    r"|(?:orden|mandamiento|denuncia|querella|acusacion|proceso|ficha|imputacion|cateo|carpeta)"
    r"[^.;]{0,60}(?:contra|en contra de|a nombre de)|llamarse|responde[n]? a(?:l|los) nombres? de)"
    r"\s*[,:]?\s*(?:(?:a|la|el|de nombre|identificad[oa]s? como)\s)*)$"
)
# «la ofendida, Aurora…»: what is said next of her is no speech of an office.
_LEFT_NOUN = re.compile(
    r"\b(?:victimas?|ofendid[oa]s?|agraviad[oa]s?|quejos[oa]s?|denunciantes?|usuari[oa]s?"
    r"|pasajer[oa]s?"
    r"|afectad[oa]s?|lesionad[oa]s?|herid[oa]s?|fallecid[oa]s?|occis[oa]s?|finad[oa]s?"
    r"|sobrevivientes?|desaparecid[oa]s?)\s*,?\s*"
    r"(?:de nombre\s|identificad[oa]s? como\s)?$"
)
# «falleció el bombero Julián…»: the verb stands before the post and the name.
_LEFT_DEATH = re.compile(
    r"\b(?:fallecio|murio|perdio la vida|resulto (?:herid"
    r"|lesionad)[oa])\b(?: \w+){0,3} (?:el|la)(?: \w+){1,3} $"
)
_NAMED_AS = re.compile(
    r"\b(?:identific\w+ [^.;,]{0,30} como|identificad[oa]s? como|llamarse"
    r"|responde al nombre de)\s*$"
)
_LEFT_SPEECH = re.compile(rf"\b{_any_of(SPEECH)}\s*(?:,|:)?\s*(?:(?:el|la|que)\s)?$")
_LEFT_HONOUR = re.compile(rf"\b{_any_of(HONOUR)}\s*(?:(?:el|la|los|las)\s)?$")
_RIGHT_SPEECH = re.compile(
    rf"^\s*,?\s*(?:quien\s+)?(?:tambien\s+|ademas\s+)?{_any_of(SPEECH)}\b(?! que (?:dos"
    rf"|tres|un|una|lo|la|le|fue)\b)"
)
# Right after the name, or after what stands between two commas.
_ASIDE = r"^(?:\s*,[^,.;]{0,60},)?\s*,?\s*(?:quien\s+|que\s+|y\s+)?"
_RIGHT_HARMED = re.compile(
    _ASIDE + r"(?:(?:fue|fueron|quien fue) (?:asesinad|herid|lesionad|balead|atacad|agredid|asaltad"
    r"|secuestrad|privad[oa] de la (?:vida|libertad)|atropellad|arrollad|golpead|despojad"
    r"|hallad[oa] sin)"
    r"|resulto (?:lesionad|herid|con )|perdio la vida|fallecio|murio|sufrio)"
)
_RIGHT_HELD = re.compile(
    _ASIDE + r"(?:fue|fueron|quien fue|quedo|resulto) (?:detenid|capturad|aprehendid|asegurad"
    r"|arrestad|vinculad|puest[oa] a disposicion|imputad|acusad|remitid|inculpad)"
)
_LINK = re.compile(
    r"^(?:\s*,)?(?:\s*(?:de\s)?\(?\d{1,2}\)?(?: años(?: de edad)?)?)?(?:\s*\(a\)[^,;]{0,20})?"
    r"\s*(?:,|y|e|o|ni|asi como|junto con|ademas de|,\s*y)\s*(?:a\s|de\s)?$"
)
_REACH = 42.0
_NEIGHBOUR = 0.3


class RoleReader:
    """Judges persons of one reading; finds its cues once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        lists = reading.lists
        held = lists.extend_patterns(EditorialListKind.DETENTION, HELD)
        harmed = lists.extend_patterns(EditorialListKind.HARM, HARMED)
        posts = alternatives(lists.extend(EditorialListKind.POST, POSTS))
        self.cues = tuple(
            _Cue(match.start(), match.end(), role)
            for role, entries in ((Role.HELD, held), (Role.HARMED, harmed))
            for match in re.finditer(rf"\b{_any_of(entries)}", reading.folded)
        )
        # «el secretario de Seguridad, », «comandante regional »: a post, and no verb after it.
        self.post_before = re.compile(
            rf"(?<!presunto )(?<!presunta )(?<!probable )(?<!supuesto )(?<!supuesta )(?<!posible )"
            rf"\b{posts}(?P<many>s|es)?\b"
            rf"(?:[\s,]+(?!(?:que|quien|quienes|se|fue|fueron|cuyo|cuya|contra|su|sus"
            rf"|son|es|al|para|por|a|con|dos|tres|\w+aron"
            rf"|\w+ieron)\b)[\w.“”\"«»-]+){{0,12}}?[\s,]*$"
        )
        self.post_after = re.compile(
            rf"^\s*,\s*(?:(?:el|la|quien es|actual|entonces|ex|primer|primera|nuevo"
            rf"|nueva)\s)*{posts}\b"
            rf"(?=\s+(?:de|del|municipal|general|estatal|regional|en|y|ejecutiv|operativ|,)|,)"
        )

    def role(self, person: Person, previous: tuple[Person, Role] | None) -> Role:
        """The person's part; `previous` is the person named before, whose part a list shares."""
        sentence = self.reading.sentence_at(person.start)
        left = self.reading.folded[sentence.start : person.start]
        right = self.reading.folded[person.close : sentence.end]
        if previous and previous[0].start >= sentence.start:
            between = self.reading.folded[previous[0].close : person.start]
            if _LINK.match(between) and previous[1] is not Role.UNKNOWN:
                return previous[1]
        role = self._stated(left, right) or self._weighed(person, sentence)
        if person.reserved and role is Role.HARMED and not self._stated(left, right):
            role = Role.HELD  # «N» is how bulletins write of those they accuse
        if _LEFT_NOUN.search(left[-60:]) or _LEFT_DEATH.search(left[-70:]):
            return Role.HARMED
        if role is Role.UNKNOWN and _NAMED_AS.search(left[-40:]):
            role = Role.HELD
        if self._holds_office(person, left, right) and not self._undone(left, right):
            return Role.OFFICE
        if role is not self._stated_harm(left, right) and self._convicted(sentence):
            return Role.CONVICTED
        return role

    def _stated_harm(self, left: str, right: str) -> Role | None:
        stated = self._stated(left, right)
        return stated if stated is Role.HARMED else None

    def _stated(self, left: str, right: str) -> Role | None:
        """What the words right beside the name say, or None."""
        tail = left[-110:]
        if _LEFT_HARMED.search(tail):
            return Role.HARMED
        if _LEFT_HELD.search(tail):
            return Role.HELD
        if _RIGHT_HARMED.match(right):
            return Role.HARMED
        if _RIGHT_HELD.match(right):
            return Role.HELD
        return None

    def _undone(self, left: str, right: str) -> bool:
        """Whether somebody in office is a party to the event all the same."""
        return bool(_RIGHT_HARMED.match(right) or _RIGHT_HELD.match(right))

    def _holds_office(self, person: Person, left: str, right: str) -> bool:
        office = person.lead.split(" ")[0] if person.lead else ""
        if (
            office
            and re.fullmatch(alternatives(POSTS), office)
            and office
            not in {
                "doctor",
                "doctora",
                "maestro",
                "maestra",
                "profesor",
                "profesora",
                "mayor",
                "general",
            }
        ):
            return True
        tail = left[-120:]
        post = self.post_before.search(tail)
        # «los agentes, Juan…»: after a plural a comma begins something else
        if post and not (post["many"] and "," in post.group()):
            return True
        if self.post_after.match(right):
            return True
        near = bool(_LEFT_SPEECH.search(tail) or _LEFT_HONOUR.search(tail))
        return near or bool(_RIGHT_SPEECH.match(right))

    def _convicted(self, sentence: Span) -> bool:
        text = self.reading.folded[sentence.start : sentence.end]
        return bool(_FINAL.search(text)) and not _PENDING.search(text)

    def _weighed(self, person: Person, sentence: Span) -> Role:
        scores = {Role.HELD: 0.0, Role.HARMED: 0.0}
        for cue in self.cues:
            if sentence.holds(cue.start):
                scores[cue.role] += self._weight(cue, person)
        if max(scores.values()) < 0.05:
            for cue in self.cues:
                if self._is_near(cue, sentence):
                    scores[cue.role] += _NEIGHBOUR * self._weight(cue, person)
        best = max(scores, key=lambda role: scores[role])
        return best if scores[best] > 0.02 else Role.UNKNOWN

    def _weight(self, cue: _Cue, person: Person) -> float:
        low, high = min(cue.end, person.end), max(cue.start, person.start)
        between = self.reading.folded[low:high]
        distance = len(between) + 30 * between.count(";")
        return 1.0 / (1.0 + distance / _REACH) ** 2

    def _is_near(self, cue: _Cue, sentence: Span) -> bool:
        spans = self.reading.sentences
        at = next((i for i, span in enumerate(spans) if span == sentence), 0)
        around = spans[max(0, at - 1) : at + 2]
        return any(span.holds(cue.start) for span in around)
