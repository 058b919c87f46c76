"""The administration: Django's own, with every write going through `publishing.actions`."""

from releases.admin import replaced  # noqa: I001 - before the sections that take their place
from releases.admin import accounts, audit, authorities, closing_blocks, documents
from releases.admin import editorial_terms, jobs, release

__all__ = [
    "accounts",
    "audit",
    "authorities",
    "closing_blocks",
    "documents",
    "editorial_terms",
    "jobs",
    "release",
    "replaced",
]
