"""PDF files: pdfminer's content interpreter, with a device that keeps runs of letters.

The only package that imports pdfminer. `layout` makes lines of the runs: pdfminer's own layout
analysis costs half the time and mixes the columns of some word processors.
"""

from .reading import EXTRACTOR, read_pdf

__all__ = ["EXTRACTOR", "read_pdf"]
