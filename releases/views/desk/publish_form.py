"""What a person decides on the confirmation page: now, at a minute, or with somebody else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils import timezone

from releases.pages.desk.conflict import remembered
from releases.pages.desk.publishing import Confirmation, Decision, FindingShown
from releases.publishing.content import clean_text

_REASON_LENGTH = 500
_NO_SUCH_HOUR = "Esa hora no existe o se repite ese día por el cambio de horario. Elija otra."


class Act(StrEnum):
    """The buttons of the page, by the value that each sends."""

    PUBLISH = "publicar"
    SCHEDULE = "programar"
    ASK = "pedir"
    ASK_FOR_MINUTE = "pedir-hora"
    EMERGENCY = "emergencia"

    @property
    def needs_minute(self) -> bool:
        return self in {Act.SCHEDULE, Act.ASK_FOR_MINUTE}

    @property
    def asks(self) -> bool:
        """Whether it only asks somebody else."""
        return self in {Act.ASK, Act.ASK_FOR_MINUTE}


class Seen(NamedTuple):
    """The versions of a bulletin and of its draft that a form was made from."""

    release: int
    draft: int


class PublishForm(forms.Form):
    """`act` is an `Act`, `minute` the moment for those that need one, in UTC.

    `release_version` and `draft_version` say what the person saw, `seen_text` is what they read
    (`pages.desk.conflict`). Each finding of the editorial
    check that nobody explained has a field for its reason; `common_reason` answers for those that
    are left empty, and so does the reason of an emergency.
    """

    accion = forms.ChoiceField(choices=[(act.value, act.value) for act in Act])
    release_version = forms.IntegerField(widget=forms.HiddenInput)
    draft_version = forms.IntegerField(widget=forms.HiddenInput)
    seen_text = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    dia = forms.DateField(
        label="Día",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "entrada"}),
        error_messages={"invalid": "Escriba el día como aaaa-mm-dd."},
    )
    hora = forms.TimeField(
        label="Hora",
        required=False,
        input_formats=["%H:%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "entrada"}),
        error_messages={"invalid": "Escriba la hora de 00:00 a 23:59, por ejemplo 18:00."},
    )
    common_reason = forms.CharField(
        label="Motivo para los que deje en blanco", required=False, max_length=_REASON_LENGTH
    )
    emergency_reason = forms.CharField(
        label="Por qué no puede esperar",
        required=False,
        max_length=_REASON_LENGTH,
        help_text="Queda en el historial interno; los lectores no lo ven.",
    )

    def __init__(self, *args: Any, findings: Iterable[FindingShown] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._findings = tuple(findings)
        for found in self._findings:
            self.fields[found.field_name] = forms.CharField(
                label="Motivo para dejarlo así", required=False, max_length=_REASON_LENGTH
            )
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                field.widget.attrs["class"] = "entrada"

    @property
    def finding_fields(self) -> list[tuple[FindingShown, forms.BoundField]]:
        """Each finding with the field for its reason."""
        return [(found, self[found.field_name]) for found in self._findings]

    @classmethod
    def of(cls, shown: Confirmation) -> PublishForm:
        """A form for what is shown, with the minute that it has already."""
        minute = shown.release.publish_at
        local = timezone.localtime(minute) if minute else None
        return cls(
            findings=shown.findings,
            initial={
                "release_version": shown.release.lock_version,
                "draft_version": shown.draft.lock_version,
                "seen_text": remembered(shown.content),
                "dia": local.date() if local else timezone.localdate(),
                "hora": local.time() if local else None,
            },
        )

    def again(self, shown: Confirmation) -> PublishForm:
        """The same answers for a text that changed meanwhile, to be sent once more."""
        form = PublishForm.of(shown)
        typed = {name: self.data[name] for name in form.fields if self.data.get(name)}
        for name in ("release_version", "draft_version", "seen_text"):
            typed.pop(name, None)
        form.initial = {**form.initial, **typed}
        return form

    @property
    def seen(self) -> Seen:
        """What the person saw; ask only a valid form."""
        return Seen(self.cleaned_data["release_version"], self.cleaned_data["draft_version"])

    def is_stale(self, shown: Confirmation) -> bool:
        """Whether the person saw another text, or another state, than there is now."""
        names = ("release_version", "draft_version")
        seen = [self.cleaned_data.get(name) for name in names]
        now = (shown.release.lock_version, shown.draft.lock_version)
        return None not in seen and tuple(seen) != now

    @property
    def decision(self) -> Decision | None:
        """What was decided about which text; None for a form that does not say."""
        if not {"accion", "draft_version"} <= self.cleaned_data.keys():
            return None
        return Decision(self.cleaned_data["draft_version"], self.minute, asks=self.act.asks)

    @property
    def act(self) -> Act:
        """The button that was pressed; ask only a valid form."""
        return Act(self.cleaned_data["accion"])

    @property
    def minute(self) -> dt.datetime | None:
        minute: dt.datetime | None = self.cleaned_data.get("minute")
        return minute

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        act = cleaned.get("accion")
        if not act:
            return cleaned
        if Act(act).needs_minute:
            cleaned["minute"] = self._minute(cleaned)
        if act == Act.EMERGENCY and not clean_text(cleaned.get("emergency_reason", "")):
            self.add_error("emergency_reason", "Escriba por qué no puede esperar a otra persona.")
        else:
            cleaned["reasons"] = self._reasons(cleaned)
        return cleaned

    def _minute(self, cleaned: dict[str, Any]) -> dt.datetime | None:
        """The moment in central Mexico; an hour that a change of clocks skips or repeats is asked
        for again, since «exact» has no meaning there."""
        day, hour = cleaned.get("dia"), cleaned.get("hora")
        for name, value, what in (("dia", day, "el día"), ("hora", hour, "la hora")):
            if value is None and name not in self.errors:
                self.add_error(name, f"Elija {what} en que saldrá.")
        if day is None or hour is None:
            return None
        try:
            moment: dt.datetime = from_current_timezone(dt.datetime.combine(day, hour))
            return moment.astimezone(dt.UTC)
        except ValidationError:
            self.add_error("hora", _NO_SUCH_HOUR)
            return None

    def _reasons(self, cleaned: dict[str, Any]) -> dict[str, str]:
        """The reason for each finding by its key; those that still lack one are marked."""
        common = clean_text(cleaned.get("common_reason") or cleaned.get("emergency_reason") or "")
        reasons = {}
        for found in self._findings:
            reason = clean_text(cleaned.get(found.field_name, "")) or common
            if reason:
                reasons[found.finding.key] = reason
            else:
                self.add_error(found.field_name, "Corríjalo, o diga por qué se publica así.")
        return reasons
