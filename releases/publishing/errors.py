"""Why an act on a bulletin was refused. The docstring of each class is its message in English;
`message` is what people read, in Spanish: what happened and what to do."""

from __future__ import annotations

from releases.models import Revision


class PublishingError(Exception):
    """An act was refused."""

    code = "no-se-pudo"
    message = "No se pudo completar la acción."

    def __init__(self, message: str = "") -> None:
        super().__init__(message or self.message)


class NotAllowed(PublishingError):
    """The person may not do this."""

    code = "sin-permiso"
    message = "Su cuenta no tiene permiso para esto. Pídalo a quien administra el archivo."


class StaleEdit(PublishingError):
    """Somebody else saved in between; `current` is the version that is public now, if any."""

    code = "version-mas-reciente"
    message = "Alguien guardó una versión más reciente. Compare antes de seguir."

    def __init__(self, message: str = "", *, current: Revision | None = None) -> None:
        super().__init__(message)
        self.current = current


class IncompleteBulletin(PublishingError):
    """What a public bulletin needs is missing; `missing` lists it in Spanish."""

    code = "faltan-datos"

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(f"Falta: {', '.join(missing)}. Complételo y vuelva a publicar.")
        self.missing = missing


class NoteRequired(PublishingError):
    """A change of what is public needs a public note."""

    code = "falta-nota"
    message = "Escriba la nota pública: qué cambió y por qué."


class NothingChanged(PublishingError):
    """The correction is equal to the public version."""

    code = "sin-cambios"
    message = "No hay diferencias con la versión vigente; no se creó ninguna versión."


class WrongState(PublishingError):
    """The bulletin's state does not allow the act."""

    code = "estado-no-permite"
    message = "El estado del comunicado no permite esta acción."


class SubstantialEdit(PublishingError):
    """The edit changes what readers learn, so it is no erratum; `reasons` says what, in Spanish."""

    code = "cambia-lo-informado"

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(
            f"Cambia lo informado ({', '.join(reasons)}): "
            "elija «Dato» y diga en la nota pública qué cambió."
        )
        self.reasons = reasons


class SecondPersonNeeded(PublishingError):
    """The office works with two people: the act waits for somebody else's authorization."""

    code = "falta-segunda-persona"
    message = "Esta oficina trabaja con dos personas: pida la autorización de alguien más."


class SamePerson(NotAllowed):
    """Nobody authorises what they asked for or wrote themselves."""

    code = "misma-persona"
    message = "Usted lo pidió o lo preparó: tiene que autorizarlo otra persona."


class WrongSuccessor(PublishingError):
    """The bulletin that shall take another's place is not public, or is not told from others."""

    code = "sustituto-no-valido"
    message = (
        "No hay otro comunicado público con ese folio. "
        "Publique antes el que lo sustituye, o revise el número y el año."
    )


class AlreadyAsked(WrongState):
    """Somebody else asked for the same act on the same text, and it is still open."""

    code = "ya-se-pidio"
    message = "Ya hay una solicitud abierta para este comunicado. Véala en «Autorizaciones»."


class AlreadyDecided(WrongState):
    """The request was authorised, refused or taken back before."""

    code = "ya-se-resolvio"
    message = "Esta solicitud ya se resolvió. Recargue la página para ver cómo quedó."


class FolioTaken(PublishingError):
    """Another bulletin of the same office and year has this number."""

    code = "folio-en-conflicto"
    message = "Ya existe otro comunicado de la misma oficina con ese folio. Revise el número."


class AlreadyKept(PublishingError):
    """The very same file is in the archive already."""

    code = "duplicado"
    message = "Ya existe: el archivo es idéntico, byte por byte, a uno que ya está en el archivo."


class AddressTaken(PublishingError):
    """An address of the former site leads to another bulletin already."""

    code = "direccion-en-conflicto"
    message = "Esa dirección anterior ya lleva a otro comunicado. Revise el manifiesto."


class AlreadyAttached(AlreadyKept):
    """The bulletin shows this very file already."""

    message = (
        "Este archivo ya está en el comunicado. Cambie sus textos en lugar de subirlo otra vez."
    )


class TooManyAttachments(PublishingError):
    """The bulletin has as many photos and annexes as it may."""

    code = "demasiados-archivos"
    message = "Un comunicado lleva hasta 20 fotografías y anexos. Quite alguno y vuelva a subir."


class UnfitAttachment(PublishingError):
    """The file cannot be shown: no picture, too large, a table with formulas. `code` says which."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class OwnAccount(PublishingError):
    """Nobody changes their own role or access."""

    code = "cuenta-propia"
    message = "No puede cambiar el papel ni el acceso de su propia cuenta. Pídalo a otra persona."


class LastAdministrator(PublishingError):
    """Without this account nobody could administer the archive."""

    code = "ultima-administracion"
    message = (
        "Es la única cuenta activa de Administración. Dé ese papel a otra persona antes de seguir."
    )


class WrongAddress(PublishingError):
    """The address is no e-mail address."""

    code = "correo-no-valido"
    message = "Escriba un correo electrónico completo, como nombre@ejemplo.gob.mx."


class AddressInUse(PublishingError):
    """Another account has this e-mail address."""

    code = "correo-en-uso"
    message = "Ya hay una cuenta con ese correo. Búsquela en la lista y actívela o cambie su papel."
