"""The closing: the paragraphs at the end that every bulletin of an office repeats.

Telephones, handles and hashtags, the reminder of the emergency line, the presumption of innocence,
the printer's end mark. Found from the end upwards, by form; a telephone in the middle of the text
is no closing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .blocks import Block
from .folding import fold
from .furniture import count_contacts

LOOK_BACK = 7
HEADING_WORDS = 6
ADDRESS_PARTS = 3
_END_MARK = re.compile(r"^[\s\-–—=*_#.·]*(?:[o0]{2,5}|#{2,}|\*{2,}|fin|-{3,}|30)?[\s\-–—=*_#.·]*$")
_HANDLE = re.compile(r"(?<![\w.])@\s?[a-z_][\w.]{2,}|#[a-zñ]\w{3,}")
_NETWORK = re.compile(
    r"\b(?:facebook|twitter|instagram|youtube|tiktok|whatsapp|telegram|redes sociales|redes:)"
)
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|https?://|www\.|\b\w+\.gob\.mx|\b(?:089|9-1-1|911|066)\b|"
    r"\b(?:\d{2,3}[\s\-]?){2,4}\d{2,4}\b"
)
_REMINDER = re.compile(
    r"\b(?:le recuerda|recuerda que|recordamos|reitera|pone a (?:su )?disposicion|"
    r"a su disposicion|"
    r"se encuentran? a disposicion|contactarnos|comuni(?:quese|carse)|marque|llame|llamar al|"
    r"siganos|sigue nuestras|atiende las 24 horas|las 24 horas|los 365 dias|"
    r"linea (?:de|sin|directa)|"
    r"denuncia (?:anonima|ciudadana)|numeros? de emergencias?|base plata|mayor(?:es)? informes?|"
    r"mas informacion|contacto (?:de|para) (?:prensa|medios)|atencion a medios|"
    r"exhorta a la (?:ciudadania|poblacion)|invita a la (?:ciudadania|poblacion)|para reportar|"
    r"hacemos un llamado|en caso de emergencia|ante cualquier emergencia|servicio gratuito|"
    r"confidencial)"
)
_INNOCENCE = re.compile(
    r"\b(?:presuncion de inocencia|presum(?:e|ira|en|iran) (?:su )?inocen\w+|"
    r"(?:considerad[oa]s?|tratad[oa]s?) (?:como )?inocentes?|"
    r"inocentes? (?:en tanto|hasta|mientras)|"
    r"hasta (?:que|en tanto)(?: no)? se (?:declare|demuestre|acredite|dicte)|"
    r"sentencia condenatoria dictada|"
    r"articulo 113|codigo nacional de procedimientos penales)"
)


def split_closing(
    blocks: Sequence[Block], *, usual_size: float, openers: Sequence[str] = ()
) -> tuple[list[Block], list[Block]]:
    """Part body blocks from the closing; `openers` are folded opening words from the profile."""
    first_allowed = max(1, len(blocks) - LOOK_BACK)
    start = len(blocks)
    for index in range(len(blocks) - 1, first_allowed - 1, -1):
        block = blocks[index]
        strength = _strength(block, usual_size, openers)
        if strength >= 2 or (strength == 1 and _is_note(block, followed=start < len(blocks))):
            start = index
        elif not _is_trailing_note(block, blocks[index:], usual_size):
            break
    if start == len(blocks) > first_allowed and _is_signature(blocks):
        start -= 1
    while first_allowed < start < len(blocks) and _is_heading(blocks[start - 1]):
        start -= 1
    return list(blocks[:start]), list(blocks[start:])


def _is_signature(blocks: Sequence[Block]) -> bool:
    """A last line that is no sentence, after one that is: a signature, a notice."""
    before, last = blocks[-2], blocks[-1]
    plain = not (last.mark or before.mark or last.text.endswith((".", "!", "?", "”", '"', "»")))
    return plain and last.words <= 10 and before.text.endswith((".", "”", '"', "»"))


def _is_heading(block: Block) -> bool:
    """A short bold line over the closing («Llamado a la ciudadanía»)."""
    return block.bold and block.words <= HEADING_WORDS and not block.text.endswith(".")


def _strength(block: Block, usual_size: float, openers: Sequence[str]) -> int:
    """0 for text, 1 for a hint, 2 and more for a closing."""
    folded = fold(block.text).strip()
    if any(folded.startswith(opener) for opener in openers if opener):
        return 3
    if _END_MARK.match(folded.replace(" ", "")):
        return 3
    if _INNOCENCE.search(folded) and block.words < 90:
        return 3
    points = 2 if count_contacts(folded) >= ADDRESS_PARTS and block.words <= 40 else 0
    if _HANDLE.search(folded) or _NETWORK.search(folded):
        points += 2
    if _CONTACT.search(folded):
        points += 1
    if _REMINDER.search(folded):
        points += 1
    if usual_size and 0 < block.size < usual_size - 0.7:
        points += 1
    if block.italic and usual_size:
        points += 1
    if points and block.words > 110:
        points -= 1
    return points


def _is_note(block: Block, *, followed: bool) -> bool:
    return followed and block.words <= 12


def _is_trailing_note(block: Block, tail: Sequence[Block], usual_size: float) -> bool:
    """A short piece after the closing (a notice, a signature), with a closing right above it."""
    short = block.words <= 14 and not block.text.endswith(".")
    small = bool(usual_size) and 0 < block.size < usual_size - 0.7
    return (short or small) and len(tail) <= 3
