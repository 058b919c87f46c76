"""What makes a whole document doubtful, beside the fields that its reader was not sure of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

# The circumstances with the codes by which readers of files report them.
CODES = {"from_image": "texto-de-imagen", "active_content": "contenido-activo"}


def doubtful_circumstances(
    notices: Iterable[Mapping[str, Any]], *, from_image: bool
) -> tuple[str, ...]:
    """Names of the circumstances under which a person has to look at a document in any case.

    `from_image` for words recognised in an image, by us or by whoever made the file;
    `active_content` for scripts, macros and attachments, which nobody runs.
    """
    codes = {notice.get("code") for notice in notices}
    return tuple(
        name
        for name, code in CODES.items()
        if code in codes or (from_image and name == "from_image")
    )
