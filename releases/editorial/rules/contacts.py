"""Telephones and addresses of electronic mail of private persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from releases.editorial.findings import Mark
from releases.editorial.lexicon.given_names import GIVEN_NAMES
from releases.editorial.lexicon.people import KINSHIP, POSTS, TRADES
from releases.editorial.reading import Reading
from releases.vocabulary import EditorialCode, EditorialListKind, EditorialSeverity

_WHY = (
    "El teléfono o correo es de una persona. Quítelo e indique una línea oficial, como el 089 o el "
    "9-1-1."
)
_PHONE = re.compile(
    r"(?<![\w/@.-])(?:\+?52[ .-]?1?[ .-]?)?(?:\(?0(?:1|44|45)\)?[ .-]?)?"
    r"(?:\(?\d{2,3}\)?[ .·–-]{0,3}\d{3,4}[ .·–-]?\d{2}[ .·–-]?\d{2}|\d{2}(?:[ .-]\d{2}){4}"
    r"|\d{3}[ .-]\d{3}[ .-]\d{4}"
    r"|\d{3}[ .-]\d{3}[ .-]\d{2}[ .-]\d{2})(?![\w/@-])"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_INSTITUTION_MAIL = re.compile(
    r"@[\w.-]*(?:\bgob\b|\.gob\.|gob\.|edomex|ssem|ssedomex|fgjem|ssc|sspc|cdmx|policia"
    r"|seguridad|fiscalia|edu\b|\.edu|org\b|universidad|municip|ayuntamiento|umsem|inl"
    r"|unam|uaem)"
)
_INSTITUTION_BOX = re.compile(
    r"^(?:prensa|informes?|contacto|atencion|quejas|denuncias?|cibernetica|reclutamiento"
    r"|transparencia|comunicacion|buzon|enlace|oficialia|registro|convocatoria"
    r"|capacitacion|escolares|admision|soporte|mesa|ventanilla|rh|vinculacion|prevencion"
    r"|antiextorsion|unidad|direccion|coordinacion|becas)[\w.-]*@"
)
# «Agende su visita en el teléfono…»: what an institution asks of the public.
_ASKED = re.compile(
    r"\b(?:agende|solicite|llame|marque|comuniquese|visite|pida|acuda|citas?|atiend\w+"
    r"|atender\w+|reporte|registrese"
    r"|inscribase|confirme|pregunte|consulte|escriba|envie|contacte|denuncie"
    r"|mas informacion|informes)\b"
)
_DIGITS = frozenset({10, 11, 12, 13})
_PUBLIC = re.compile(
    r"\b(?:conmutador|emergencias?|opera|bomberos|estacion|extension|ext\.|oficinas?"
    r"|unidad|secretaria(?: de"
    r"| del)|fiscalia"
    r"|linea(?: telefonica)? (?:de|gratuita|directa|unica|antiextorsion|violeta|mujer"
    r"|naranja|de denuncia|ciudadana)|modulo|atencion"
    r"|centro|policia|comision|comandancia|subestacion|institucion|dependencia|corporacion"
    r"|denuncias?|informes|mayores informes|inscripcion|inscribirse|registrarse|registro"
    r"|locatel"
    r"|whatsapp (?:de la|institucional|oficial)|chat|call center|centro de atencion"
    r"|direccion (?:de|general)|departamento de|area de|coordinacion|instituto"
    r"|ayuntamiento|municipio|dif|cruz roja|hospital|bomberos|proteccion civil|consulado"
    r"|universidad|academia|plantel|escuela|consejo ciudadano|comuni(?:carse|quese)"
    r"|reporte(?:se)? al|a disposicion de la ciudadania|pone a disposicion|servicio"
    r"|convocatoria|informacion sobre|consulte|contactenos|escriba|envie)\b"
)
_PRIVATE = re.compile(
    r"\b(?:victima|extorsionad[oa]|asaltad[oa]|entrevistad[oa]|agredid[oa]|lesionad[oa]"
    r"|deudos|huespedes|inquilin[oa]|denunciante|ofendid[oa]|agraviad[oa]|quejos[oa]"
    r"|afectad[oa]|vecin[oa]"
    r"|familiar(?:es)?|testigo|señor(?:a|ita)?|joven|jovenes|ama de casa|mujer|hombre"
    r"|particular(?:es)?|propietari[oa]|dueñ[oa]|imputad[oa]|detenid[oa]|señalad[oa]"
    r"|usuari[oa]|chofer|conductor[a]?|pasajer[oa]|su (?:celular|numero|telefono|linea"
    r"|correo|cuenta)|a nombre de"
    r"|personal del?|celular (?:de|del)|telefono (?:personal|particular|movil|de casa)"
    r"|linea fija|linea (?:a nombre|del hogar|de la casa|domestica)|correo (?:personal"
    r"|particular)|adolescente|niñ[oa]|menor|pareja|hogar"
    r"|presunt[oa]|probable|extorsionador|desaparecid[oa]|el hoy|conocid[oa]s?|amig[oa]"
    r"|compañer[oa]|mi \w+|nuestr[oa] (?:casa|hij\w+)|administrador[a]? del (?:grupo"
    r"|perfil)|trabajador[a]?|emplead[oa]|contestar[oa]n|donante|ciudadan[oa]"
    + "".join(rf"|{word}" for word in sorted(KINSHIP | (TRADES - POSTS)))
    + r")s?\b"
)


def find_private_contacts(reading: Reading) -> Iterator[Mark]:
    """Numbers and mail boxes that the nearest words give to a person, not to an institution."""
    public = reading.lists.added.get(EditorialListKind.PUBLIC_CONTACT, frozenset())
    for match in _MAIL.finditer(reading.folded):
        box = match.group().rstrip(".")
        if any(domain in box for domain in public) or not _is_private_box(reading, match, box):
            continue
        yield _mark(match.start(), match.start() + len(box))
    for match in _PHONE.finditer(reading.folded):
        digits = re.sub(r"\D", "", match.group())
        known = {re.sub(r"\D", "", entry) for entry in public}
        if len(digits) not in _DIGITS or digits in known or _is_service(digits):
            continue
        if _belongs_to_person(reading, match.start(), match.end()):
            yield _mark(match.start(), match.end())


def _mark(start: int, end: int) -> Mark:
    return Mark(
        code=EditorialCode.PRIVATE_CONTACT,
        start=start,
        end=end,
        why=_WHY,
        severity=EditorialSeverity.GRAVE,
    )


def _is_service(digits: str) -> bool:
    """Free numbers, which only institutions and firms have."""
    return digits.removeprefix("01").startswith(("800", "900"))


def _is_private_box(reading: Reading, match: re.Match[str], box: str) -> bool:
    if _INSTITUTION_MAIL.search(box) or _INSTITUTION_BOX.match(box):
        return False
    named = any(part in GIVEN_NAMES for part in re.split(r"[._\d-]", box.split("@")[0]))
    return named or _belongs_to_person(reading, match.start(), match.end())


def _belongs_to_person(reading: Reading, start: int, end: int) -> bool:
    before, after = reading.before(start, 130), reading.after(end, 70)
    if re.search(
        r"\b(?:serie|folio|expediente|carpeta|contrato|cuenta bancaria|clabe|tarjeta|nss"
        r"|imei|guia|inventario|poliza|oficio|cedula)\b[^.;,]{0,30}$",
        before,
    ):
        return False
    private = max((m.end() - len(before) for m in _PRIVATE.finditer(before)), default=-999)
    public = max((m.end() - len(before) for m in _PUBLIC.finditer(before)), default=-999)
    asked = _ASKED.search(before)
    follower = _PRIVATE.search(after)
    office = _PUBLIC.search(after)
    if follower and follower.start() < 50 and (not office or follower.start() < office.start()):
        private = max(private, -follower.start())
    if office and office.start() < 45 and re.match(r"\s*,?\s*(?:de|del|extension|ext)\b", after):
        public = max(public, -office.start())
    return private > -999 and private >= public and not (asked and private < -60)
