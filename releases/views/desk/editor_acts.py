"""What the buttons of the editor ask for, and what some of them change in the text first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import QueryDict

from releases.pages.desk.editor_checks import fix_finding
from releases.publishing.actions import Writing
from releases.views.desk.editor_form import EditorForm

_NAMES = frozenset({"guardar", "enviar", "publicar", "programar", "descartar", "cierre", "agregar"})
_NEED_ALL = frozenset({"enviar", "publicar", "programar"})
_ANCHORS = {"quitar": "#clasificacion", "agregar": "#clasificacion", "cierre": "#cierre"}


@dataclass(frozen=True, slots=True)
class Act:
    """The pressed button; `value` says which entity or which finding it is about."""

    name: str
    value: str = ""

    @property
    def needs_all(self) -> bool:
        """Whether the bulletin has to have all that readers need."""
        return self.name in _NEED_ALL

    @property
    def anchor(self) -> str:
        """The part of the page to which the person comes back."""
        return _ANCHORS.get(self.name, "")


def act_of(data: QueryDict) -> Act:
    """The act that a form was sent for; saving, unless it says otherwise."""
    for name in ("quitar", "arreglo"):
        if value := str(data.get(name) or ""):
            return Act(name, value)
    name = str(data.get("accion"))
    return Act(name if name in _NAMES else "guardar")


def apply_act(act: Act, form: EditorForm) -> Writing:
    """What the valid form says, with what the act changes in it."""
    writing = form.writing
    if act.name == "quitar":
        return _without(writing, act.value)
    if act.name == "arreglo":
        fixed = fix_finding(writing.content, act.value)
        return replace(writing, content=fixed) if fixed else writing
    if act.name == "cierre":
        block = writing.closing_block
        text = block.text if block else ""
        return replace(writing, content=replace(writing.content, boilerplate=text))
    return writing


def _without(writing: Writing, value: str) -> Writing:
    kind, _, slug = value.partition(":")
    entity = (kind, slug)
    kept = tuple(m for m in writing.content.mentions if (m.kind, m.slug) != entity)
    return replace(
        writing,
        content=replace(writing.content, mentions=kept),
        removed=writing.removed | {entity},
    )
