"""Files that are kept beside a bulletin's document, such as the text a PDF was redrawn from."""

from __future__ import annotations

from pathlib import Path

from releases.catalogue.gazetteer import current_gazetteer
from releases.extraction.limits import ExtractionError
from releases.ingest.intake import IngestOptions, received_file
from releases.ingest.outcomes import IngestResult, Outcome
from releases.ingest.reading import interpret
from releases.models import SourceDocument
from releases.publishing import actions
from releases.publishing.errors import AlreadyKept
from releases.storage import file_sha256
from releases.vocabulary import SourceKind


def attach_companion(
    path: Path, *, name: str, kind: SourceKind, beside: Path, options: IngestOptions
) -> IngestResult:
    """Keeps a file with the bulletin of the file `beside` it, without making a bulletin of it."""
    main = (
        SourceDocument.objects.filter(sha256=file_sha256(beside)).select_related("release").first()
    )
    if main is None:
        message = f"No se guardó: {beside.name}, al que acompaña, no está en el archivo."
        return IngestResult(name, Outcome.REFUSED, "sin-documento", message)
    try:
        reading = interpret(options.reader(path, filename=name), current_gazetteer())
        file = received_file(path, name=name, kind=kind, reading=reading)
        actions.attach(
            release=main.release,
            file=file,
            content=reading.content,
            by=options.by,
            companion_of=main,
        )
    except ExtractionError as error:
        return IngestResult(name, Outcome.REFUSED, error.code, str(error))
    except AlreadyKept as error:
        return IngestResult(name, Outcome.DUPLICATE, error.code, str(error), main.release)
    message = f"Se guardó junto a {main.file_name}."
    return IngestResult(name, Outcome.ATTACHED, message=message, release=main.release)
