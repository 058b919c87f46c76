"""Icons as markup, for templates and for what is drawn without one."""

from __future__ import annotations

import functools

from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide


@functools.cache
def draw_icon(name: str) -> SafeString:
    """A lucide icon as inline SVG, hidden from screen readers: words stand beside it.

    Raises `lucide.IconDoesNotExist`. Kept in memory: lucide copies a tree each time, and a list
    shows the same icon many times.
    """
    attributes = {"class": "icono", "aria_hidden": "true", "focusable": "false"}
    drawing = lucide(str(name), size=None, **attributes)
    # The size comes from the stylesheet; the blanks between the paths only cost bytes.
    drawing = drawing.replace(' width="24" height="24"', "", 1)
    return SafeString("".join(map(str.strip, drawing.splitlines())))
