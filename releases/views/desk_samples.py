"""Fictional lines of the inbox for the gallery of components: nothing here was ever sent."""

from __future__ import annotations

from releases.models import Release, UploadedFile
from releases.pages.desk.inbox_rows import ORDER, Action, InboxRow, Sentence, stamp_of
from releases.vocabulary import UploadState

_FACTS = "Toluca, Estado de México, 4 de diciembre de 1999 · Título ficticio de un comunicado"
_HERE = "#m-bandeja"
_REVIEW = (Action("Revisar", _HERE, main=True),)
_SILENT = Sentence("")
_SEE = (Action("Ver", _HERE),)


def inbox_rows() -> list[InboxRow]:
    """A line in each state that a file may have, in the order of the inbox."""
    rows = {
        UploadState.REVIEW: _row(
            UploadState.REVIEW,
            "0003-1999.pdf",
            folio="0003/1999",
            facts=_FACTS,
            sentence=Sentence("Hay más de una fecha en el encabezado. Elija la del comunicado."),
            actions=_REVIEW,
        ),
        UploadState.UNREADABLE: _row(
            UploadState.UNREADABLE,
            "oficio_ficticio.pdf",
            sentence=Sentence("El PDF está protegido con contraseña. Suba una copia sin ella."),
            code="pdf-cifrado",
        ),
        UploadState.SAME_FOLIO: _row(
            UploadState.SAME_FOLIO,
            "boletin 1 corregido.pdf",
            sentence=Sentence("Mismo folio que ", "0001/1999", _HERE, ", con otro texto."),
            actions=(Action("Comparar", _HERE),),
        ),
        UploadState.READY: _row(
            UploadState.READY, "0004-1999.pdf", folio="0004/1999", facts=_FACTS, actions=_SEE
        ),
        UploadState.READING: _row(UploadState.READING, "BOLETIN_FICTICIO_version_final(2).pdf"),
        UploadState.WAITING: _row(UploadState.WAITING, "0005-1999.docx"),
        UploadState.DUPLICATE: _row(
            UploadState.DUPLICATE,
            "0001-1999 (1).pdf",
            sentence=Sentence(
                "Es idéntico, byte por byte, a ", "0001/1999", _HERE, ". No se agregó."
            ),
        ),
        UploadState.CLOSED: _row(UploadState.CLOSED, "0001-1999.pdf", folio="0001/1999"),
    }
    return [rows[state] for state in ORDER]


def _row(
    state: UploadState,
    name: str,
    *,
    folio: str = "",
    facts: str = "",
    sentence: Sentence = _SILENT,
    actions: tuple[Action, ...] = (),
    code: str = "",
) -> InboxRow:
    number = ORDER.index(state) + 1
    return InboxRow(
        state=state,
        stamp=stamp_of(state, doubts=2),
        file=UploadedFile(pk=number, name=name, size=184_000 * number, code=code),
        release=Release(pk=number) if state is UploadState.READY else None,
        folio=folio,
        facts=facts,
        sentence=sentence,
        actions=actions,
    )
