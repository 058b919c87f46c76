"""The words of the domain that are stored: each enumeration with the Spanish label people see.

Free of Django, so that the pure core and the models share one list.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A stored value with the Spanish words for it: `NAME = "value", "etiqueta"`."""

    label: str

    # The default is for calls that look a member up by its value; each member gives its label.
    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs of value and label, for `choices=` of a model or form field."""
        return [(member.value, member.label) for member in cls]


class ReleaseState(Labelled):
    """Where a bulletin stands; «corregido» is derived from its revisions, not a state."""

    DRAFT = "borrador", "Borrador"
    IN_REVIEW = "en-revision", "En revisión"
    SCHEDULED = "programado", "Programado"
    PUBLISHED = "publicado", "Publicado"
    WITHDRAWN = "retirado", "Retirado"


class RevisionKind(Labelled):
    """Why a public version exists."""

    ORIGINAL = "original", "Como se emitió"
    ERRATUM = "errata", "Errata"
    CORRECTION = "dato", "Corrección de datos"
    WITHDRAWAL = "retiro", "Retiro"


class DocumentKind(Labelled):
    """What the office calls the text it issued."""

    RELEASE = "comunicado", "Comunicado"
    BULLETIN = "boletin", "Boletín"
    CARD = "tarjeta-informativa", "Tarjeta informativa"
    SHEET = "ficha-informativa", "Ficha informativa"
    WEEKLY_REPORT = "informe-semanal", "Informe semanal"
    PRECISION = "precision", "Precisión"


class SourceKind(Labelled):
    """What a kept file is to its bulletin."""

    ORIGINAL = "original", "Documento original"
    RECONSTRUCTED = "reconstruido", "PDF reconstruido a partir del texto publicado"
    PUBLISHED_TEXT = "texto-publicado", "Texto publicado"
    WRITTEN_HERE = "redactado-aqui", "Redactado aquí"


class AgencyScope(Labelled):
    """The order of government, or none, to which an agency belongs."""

    FEDERAL = "federal", "Federal"
    STATE = "estatal", "Estatal"
    OTHER_STATE = "otro-estado", "De otro estado"
    MUNICIPAL = "municipal", "Municipal"
    FOREIGN = "extranjera", "Extranjera"
    CIVIL = "civil", "Organización civil"


class NameKind(Labelled):
    """A long name, a short form in use, or an acronym: each is matched by other rules."""

    OFFICIAL = "official", "Nombre oficial"
    ALIAS = "alias", "También conocida como"
    ACRONYM = "acronym", "Siglas"


class PlaceLevel(Labelled):
    """Where a place stands in the order of places."""

    COUNTRY = "pais", "País"
    STATE = "entidad", "Entidad federativa"
    MUNICIPALITY = "municipio", "Municipio"
    LOCALITY = "localidad", "Localidad"


class TextField(Labelled):
    """The parts of a bulletin in which names are looked for."""

    DATELINE = "dateline", "Lugar y fecha"
    HEADLINE = "headline", "Título"
    SUMMARY = "summary_points", "Sumarios"
    BODY = "body", "Texto"


class EventKind(Labelled):
    """An act on a bulletin, as kept in its append-only history."""

    RECEIVED = "recibido", "Recibido"
    DRAFTED = "borrador", "Borrador guardado"
    SUBMITTED = "enviado-a-revision", "Enviado a revisión"
    SCHEDULED = "programado", "Programado"
    UNSCHEDULED = "desprogramado", "Programación cancelada"
    MISSED = "no-salio", "No salió a su hora"
    PUBLISHED = "publicado", "Publicado"
    CORRECTED = "corregido", "Corregido"
    WITHDRAWN = "retirado", "Retirado"
    RESTORED = "restituido", "Restituido"
    RELINKED = "reclasificado", "Catálogos actualizados"
    DISCARDED = "descartado", "Borrador descartado"
    RECOVERED = "recuperado", "Recuperado de los descartados"
    REQUESTED = "solicitado", "Autorización solicitada"
    AUTHORISED = "autorizado", "Autorizado"
    REFUSED = "rechazado", "Autorización negada"
    CANCELLED = "solicitud-cancelada", "Solicitud de autorización cancelada"
    EMERGENCY = "emergencia", "Publicado de emergencia"
    PREVIEW_GIVEN = "enlace-previo", "Enlace previo entregado"
    PREVIEW_REVOKED = "enlace-revocado", "Enlace previo revocado"
    PREVIEW_USED = "enlace-usado", "Enlace previo abierto"


class UploadState(Labelled):
    """Where a file that staff sent stands, from its arrival to its bulletin."""

    WAITING = "en-espera", "En espera"
    READING = "leyendo", "Leyendo"
    READY = "listo", "Listo"
    REVIEW = "revise", "Revise"
    SAME_FOLIO = "mismo-folio", "Mismo folio"
    DUPLICATE = "duplicado", "Duplicado"
    UNREADABLE = "ilegible", "No se pudo leer"
    CLOSED = "atendido", "Atendido"


class PendingAct(Labelled):
    """An act that waits for a second person."""

    PUBLISH = "publicar", "Publicación"
    COUNTERSIGN = "refrendar", "Publicación de emergencia"
    CORRECT = "corregir", "Corrección"
    WITHDRAW = "retirar", "Retiro"
    RESTORE = "restituir", "Restitución"


class WithdrawalKind(Labelled):
    """Why a bulletin left the public archive; readers are told."""

    SUPERSEDED = "sustituido", "Sustituido por otro comunicado"
    IN_ERROR = "error", "Publicado por error"
    BY_ORDER = "orden", "Por orden de una autoridad"


class Decision(Labelled):
    """How the second person answered, or that the request was taken back."""

    AUTHORISED = "autorizada", "Autorizada"
    REFUSED = "rechazada", "Rechazada"
    CANCELLED = "cancelada", "Cancelada"


class AttachmentKind(Labelled):
    """What accompanies a bulletin besides its text."""

    PHOTO = "foto", "Fotografía"
    ANNEX = "anexo", "Anexo"


class EditorialCode(Labelled):
    """What an editorial check may find; the labels are headings of the findings."""

    DETAINED_NAME = "nombre-detenido", "Nombre completo de persona detenida o investigada"
    MINOR = "menor", "Dato que identifica a una persona menor de edad"
    VICTIM = "victima", "Dato que identifica a una víctima"
    PLATE = "placa", "Placa de un vehículo"
    HOME = "domicilio", "Domicilio particular"
    PRIVATE_CONTACT = "telefono-particular", "Teléfono o correo particular"
    VERDICT = "veredicto", "Culpabilidad afirmada sin sentencia"
    NO_PRESUMPTION = "falta-presuncion", "Falta la presunción de inocencia"
    ACRONYM = "sigla-sin-explicar", "Sigla sin explicar"
    BROKEN_ACCOUNT = "cuenta-rota", "Cuenta de redes que no funciona"
    SPELLING = "ortografia", "Ortografía"
    WRONG_WORD = "palabra-equivocada", "Palabra equivocada"
    FOLIO_DATE = "folio-fecha", "Folio y fecha que no coinciden"
    FOLIO_GAP = "hueco-de-folio", "Número de folio que se salta"


class EditorialSeverity(Labelled):
    """How much is at stake: for a person's rights, or for the text alone."""

    GRAVE = "grave", "Puede dañar a una persona"
    WARNING = "aviso", "Conviene corregir"


class EditorialListKind(Labelled):
    """The lists of the editorial checks to which an administrator adds, or from which one takes."""

    KNOWN_ACRONYM = "sigla-conocida", "Siglas que no hace falta explicar"
    RIGHT_WORD = "palabra-correcta", "Palabras bien escritas"
    GIVEN_NAME = "nombre-de-pila", "Nombres de pila"
    POST = "cargo", "Cargos públicos"
    KINSHIP = "parentesco", "Parentescos"
    TRADE = "oficio", "Oficios y ocupaciones"
    DETENTION = "verbo-de-detencion", "Palabras de detención o acusación"
    HARM = "palabra-de-victima", "Palabras de víctimas"
    VERDICT = "palabra-de-veredicto", "Palabras que afirman culpabilidad"
    PUBLIC_PLACE = "lugar-publico", "Palabras que anteceden a nombres de lugares"
    PUBLIC_CONTACT = "contacto-publico", "Teléfonos y dominios de instituciones"


class EditRating(Labelled):
    """Whether an edit changes what a reader learns, and so needs a public note."""

    SUBSTANTIAL = "sustancial", "Sustancial"
    MINOR = "menor", "Menor"
