"""Why a photo or an annex was refused; `message` says what to do, in Spanish."""

from __future__ import annotations

from typing import ClassVar


class UnfitFile(Exception):
    """The file cannot be shown with a bulletin. `code` is stable."""

    code: ClassVar[str] = "archivo-no-sirve"
    default: ClassVar[str] = "El archivo no se puede mostrar. Guárdelo de nuevo y súbalo otra vez."

    def __init__(self, message: str = "") -> None:
        self.message = message or self.default
        super().__init__(self.message)


class NotAPhoto(UnfitFile):
    code = "no-es-fotografia"
    default = (
        "No es una fotografía JPEG, PNG o WebP, o está dañada. "
        "Si viene de un teléfono (HEIC), guárdela como JPEG y súbala de nuevo."
    )


class PhotoTooLarge(UnfitFile):
    code = "fotografia-muy-grande"
    default = "La fotografía rebasa 25 MB o 60 megapíxeles. Redúzcala y súbala de nuevo."


class AnnexTooLarge(UnfitFile):
    code = "anexo-muy-grande"
    default = "El anexo rebasa 25 MB. Redúzcalo o divídalo y súbalo de nuevo."


class NotAnAnnex(UnfitFile):
    code = "anexo-no-admitido"
    default = (
        "Los anexos son PDF o CSV. Guarde el documento como PDF, o la tabla como CSV, y súbalo."
    )


class UnsafeTable(UnfitFile):
    code = "tabla-con-formulas"
    default = "La tabla tiene fórmulas. Deje solo los valores y súbala de nuevo."
