"""How much a file may cost, and the named ways in which reading one can fail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Sizes are bytes, times are seconds.

    `memory`, `cpu` and `wall` bind the process that reads the file; the OCR ones bind its own
    process, for the whole document (`ocr_wall`) and per page (`ocr_page_seconds`).
    """

    file_size: int = 25 * MEGABYTE
    pages: int = 40
    text: int = 500_000
    memory: int = 400 * MEGABYTE
    cpu: int = 8
    wall: float = 10.0
    open_files: int = 32
    content_stream: int = 20 * MEGABYTE
    archive_entries: int = 2_000
    archive_member: int = 25 * MEGABYTE
    archive_total: int = 100 * MEGABYTE
    archive_ratio: int = 100
    ocr_memory: int = 1024 * MEGABYTE
    ocr_page_seconds: int = 30
    ocr_wall: float = 300.0
    ocr_pixels: int = 12_000_000


class ExtractionError(Exception):
    """A file that could not be read. `code` is stable; `message` tells a person what to do.

    `waits` is true where a person (or a later OCR run) can still make a bulletin of the file, so
    that it should be kept for them instead of being refused.
    """

    code: ClassVar[str] = "ilegible"
    default: ClassVar[str] = "No se pudo leer el archivo. Ábralo, guárdelo de nuevo y súbalo."
    waits: ClassVar[bool] = False

    def __init__(self, message: str = "") -> None:
        self.message = message or self.default
        super().__init__(self.message)


class EmptyFileError(ExtractionError):
    code = "archivo-vacio"
    default = "El archivo está vacío. Compruebe que se guardó completo y súbalo de nuevo."


class NotPdfError(ExtractionError):
    code = "no-es-pdf"
    default = "El archivo no empieza con «%PDF»: no es un PDF. Suba el documento original."


class NotDocxError(ExtractionError):
    code = "no-es-docx"
    default = "El archivo no es un documento DOCX. Guárdelo como .docx y súbalo de nuevo."


class NotTextError(ExtractionError):
    code = "no-es-texto"
    default = "El archivo no es texto. Suba el comunicado como PDF, DOCX o TXT."


class UnsupportedTypeError(ExtractionError):
    code = "tipo-no-admitido"
    default = "Este tipo de archivo no se admite. Suba PDF, DOCX, TXT o un ZIP con ellos."


class DamagedPdfError(ExtractionError):
    code = "pdf-danado"
    default = "El PDF está dañado o termina antes de tiempo. Suba una copia completa."


class DamagedDocxError(ExtractionError):
    code = "docx-danado"
    default = "El documento DOCX está dañado. Ábralo, guárdelo de nuevo y súbalo."


class EncryptedPdfError(ExtractionError):
    code = "pdf-cifrado"
    default = "El PDF está protegido con contraseña. Suba una copia sin contraseña."


class MemoryExceededError(ExtractionError):
    code = "excede-memoria"
    default = (
        "Leer el archivo exige más memoria de la permitida. "
        "Imprímalo de nuevo como PDF sencillo y súbalo."
    )


class TimeExceededError(ExtractionError):
    code = "excede-tiempo"
    default = (
        "Leer el archivo toma más tiempo del permitido. "
        "Imprímalo de nuevo como PDF sencillo y súbalo."
    )


class TooLargeError(ExtractionError):
    code = "demasiado-grande"
    default = "El archivo rebasa el tamaño permitido. Divídalo o suba una versión más ligera."


class ForbiddenXmlError(ExtractionError):
    code = "xml-no-permitido"
    default = (
        "El documento declara un DOCTYPE o entidades XML, que no se permiten. "
        "Ábralo en su procesador de textos, guárdelo de nuevo como .docx y súbalo."
    )


class SuspiciousZipError(ExtractionError):
    code = "zip-sospechoso"
    default = "El archivo comprimido rebasa los límites permitidos. Súbalo en partes."


class UnsafeNameError(ExtractionError):
    code = "nombre-no-permitido"
    default = "El nombre del archivo dentro del ZIP no se permite. Renómbrelo y súbalo de nuevo."


class EncodingError(ExtractionError):
    code = "codificacion"
    default = (
        "No se reconoce la codificación del texto. Guarde el archivo como UTF-8 y súbalo de nuevo."
    )


class NoTextError(ExtractionError):
    code = "sin-texto"
    default = "El archivo no contiene texto. Capture el comunicado a mano o use el OCR."
    waits = True


class OcrUnavailableError(ExtractionError):
    code = "falta-tesseract"
    default = (
        "Para leer documentos escaneados hace falta Tesseract con el idioma español. "
        "Instale los paquetes «tesseract-ocr» y «tesseract-ocr-spa» en el servidor."
    )
    waits = True


class ReaderFailedError(ExtractionError):
    code = "lector-interrumpido"
    default = (
        "El lector se interrumpió con este archivo. Vuelva a intentarlo; "
        "si se repite, suba otra copia del documento."
    )


def _all_kinds(kind: type[ExtractionError]) -> list[type[ExtractionError]]:
    return [kind, *(found for sub in kind.__subclasses__() for found in _all_kinds(sub))]


KINDS: dict[str, type[ExtractionError]] = {kind.code: kind for kind in _all_kinds(ExtractionError)}
