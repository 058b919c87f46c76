"""The words of one photo or annex."""

from __future__ import annotations

from typing import Any

from django import forms

from releases.publishing.actions import AttachmentWords
from releases.publishing.content import AttachmentContent
from releases.vocabulary import AttachmentKind

CAPTION_LENGTH, CREDIT_LENGTH, ALT_LENGTH = 300, 120, 500
FILES = ".jpg,.jpeg,.png,.webp,.pdf,.csv"
_PHOTO_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".gif", ".tif", ".tiff")


class _WordsForm(forms.Form):
    """Made of what the draft says of a file; `words` is what was typed."""

    def __init__(self, shown: AttachmentContent, data: Any = None) -> None:
        initial = {
            "caption": shown.caption,
            "credit": shown.credit,
            "alt": shown.alt,
            "confirmed": shown.confirmed,
        }
        super().__init__(data, prefix=f"archivo-{shown.file}", initial=initial)
        self.shown = shown

    @property
    def words(self) -> AttachmentWords:
        """What the form says, valid or not, so that moving a photo loses nothing typed."""
        data = {name: self.data.get(self.add_prefix(name), "").strip() for name in _TEXTS}
        return AttachmentWords(
            file=self.shown.file,
            **{name: text[: _TEXTS[name]] for name, text in data.items()},
            confirmed=self.add_prefix("confirmed") in self.data,
        )


_TEXTS = {"caption": CAPTION_LENGTH, "credit": CREDIT_LENGTH, "alt": ALT_LENGTH}


class PhotoForm(_WordsForm):
    alt = forms.CharField(
        label="Texto alternativo",
        max_length=ALT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "class": "entrada"}),
        help_text="Qué se ve, para quien no puede ver la fotografía.",
        error_messages={"required": "Escriba qué se ve: sin este texto no se puede publicar."},
    )
    caption = forms.CharField(
        label="Pie de foto",
        required=False,
        max_length=CAPTION_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "class": "entrada"}),
    )
    credit = forms.CharField(
        label="Crédito",
        required=False,
        max_length=CREDIT_LENGTH,
        widget=forms.TextInput(attrs={"class": "entrada"}),
    )
    confirmed = forms.BooleanField(
        label=(
            "Confirmo que no se reconoce a ninguna víctima, persona menor de edad, placa ni "
            "rostro descubierto"
        ),
        required=False,
        help_text="Sin esta confirmación no se puede publicar. Queda registrado quién confirma.",
    )


class AnnexForm(_WordsForm):
    caption = forms.CharField(
        label="Nombre del anexo",
        max_length=CAPTION_LENGTH,
        widget=forms.TextInput(attrs={"class": "entrada"}),
        help_text="Como lo leerá quien lo descargue: «Cifras por municipio, marzo de 2024».",
        error_messages={"required": "Escriba el nombre: sin él no se puede publicar."},
    )


def form_of(shown: AttachmentContent, data: Any = None) -> PhotoForm | AnnexForm:
    """The form for a photo or an annex of a draft."""
    return PhotoForm(shown, data) if shown.is_photo else AnnexForm(shown, data)


def kind_of_file(name: str) -> AttachmentKind:
    """Whether a file is meant as a photo, by the name under which it came."""
    is_photo = name.lower().endswith(_PHOTO_SUFFIXES)
    return AttachmentKind.PHOTO if is_photo else AttachmentKind.ANNEX
