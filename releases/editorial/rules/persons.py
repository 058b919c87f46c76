"""Names of persons held, accused or harmed, which the law keeps in reserve."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.findings import Mark
from releases.editorial.lexicon.given_names import GIVEN_NAMES
from releases.editorial.names import Person
from releases.editorial.reading import Reading
from releases.editorial.roles import Role, RoleReader
from releases.language.folding import fold
from releases.vocabulary import EditorialCode, EditorialSeverity

_DETAINED = (
    "Se lee el nombre con apellidos de una persona detenida, investigada o buscada, que se presume "
    "inocente. Escriba solo el nombre de pila y la letra “N”, salvo que haya sentencia firme."
)
_VICTIM = (
    "Se lee el nombre de una víctima, una persona afectada o quien denuncia. Quítelo y diga solo "
    "lo indispensable, como el sexo y la edad."
)
# «Rogelio y Martha Iturbe»: a given name alone before the one that has the surname.
_SHARED_SURNAME = re.compile(r"\b([A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)\s+(?:y|e)\s+$")


def find_reserved_names(reading: Reading) -> Iterator[Mark]:
    """Full names of persons held or accused before a final sentence, and names of victims."""
    roles = RoleReader(reading).roles(reading.persons)
    for person, role in zip(reading.persons, roles, strict=True):
        if role is Role.HELD and person.shows_surname:
            yield _mark(reading, person, EditorialCode.DETAINED_NAME, _DETAINED)
        if role is Role.HARMED and (person.has_surname or person.reserved):
            yield _mark(reading, person, EditorialCode.VICTIM, _VICTIM)


def _mark(reading: Reading, person: Person, code: EditorialCode, why: str) -> Mark:
    start = person.start
    shared = _SHARED_SURNAME.search(reading.text[max(0, start - 30) : start])
    if shared and fold(shared[1]) in GIVEN_NAMES:
        start -= len(shared.group())
    return Mark(
        code=code,
        start=start,
        end=person.end,
        why=why,
        fix=_reserved(reading, person) if code is EditorialCode.DETAINED_NAME else None,
        severity=EditorialSeverity.GRAVE,
    )


def _reserved(reading: Reading, person: Person) -> str | None:
    """The given name with «N», where the name begins with the given name."""
    words = reading.text[person.start : person.end].split()
    if "," in " ".join(words) or not words:
        return None
    given = words[:2] if len(words) > 3 or words[0] in {"Ma.", "J."} else words[:1]
    return f"{' '.join(given)} “N”"
