"""A PDF's pages copied into a new file, in a process of its own that a hostile file may well kill.

What belongs to the document and not to its pages stays behind: author and other metadata, scripts,
opening actions, files inside, forms. So do its tags, which is the price.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
from pathlib import Path

import pypdfium2

from .limits import MEGABYTE, DamagedPdfError, TimeExceededError

MEMORY = 1024 * MEGABYTE
CPU_SECONDS = 20
WALL_SECONDS = 30
_ROOT = Path(__file__).resolve().parents[2]
_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from releases.extraction.pdf_copy import main; main()"
)


def copy_pages(path: Path) -> bytes:
    """The pages of a PDF as a new PDF without metadata.

    Raises DamagedPdfError for a file that can't be opened (a password included),
    TimeExceededError for one that takes too long.
    """
    command = [sys.executable, "-I", "-c", _BOOT, str(_ROOT), str(path)]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own arguments
            command, capture_output=True, timeout=WALL_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise TimeExceededError from None
    if done.returncode != 0:
        raise DamagedPdfError
    return done.stdout


def main() -> None:
    """Copies the PDF named by the argument to standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    stream = io.BytesIO()
    with pypdfium2.PdfDocument(sys.argv[2]) as source, pypdfium2.PdfDocument.new() as target:
        target.import_pages(source)
        target.save(stream)
    sys.stdout.buffer.write(stream.getvalue())
