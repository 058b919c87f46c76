"""A line of progress for long commands: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from typing import Protocol

BAR_WIDTH = 24
LOG_SECONDS = 15.0


class Output(Protocol):
    """What Django's commands write to."""

    def write(self, msg: str = "", *, ending: str | None = None) -> None: ...

    def isatty(self) -> bool: ...


class Progress:
    """Counts finished items and says how many a second, and how long the rest will take."""

    def __init__(self, total: int, output: Output) -> None:
        self.total = total
        self.done = 0
        self._output = output
        self._started = time.monotonic()
        self._said = self._started
        self._live = output.isatty()

    def advance(self) -> None:
        """One item more is finished."""
        self.done += 1
        now = time.monotonic()
        if self._live:
            self._output.write(f"\r{self.text(now - self._started)}", ending="")
        elif now - self._said >= LOG_SECONDS:
            self._said = now
            self._output.write(self.text(now - self._started))

    def close(self) -> None:
        """Ends the line."""
        if self._live and self.done:
            self._output.write("")

    def text(self, seconds: float) -> str:
        """The line as shown after so many seconds."""
        rate = self.done / seconds if seconds else 0.0
        left = (self.total - self.done) / rate if rate else 0.0
        filled = BAR_WIDTH * self.done // self.total if self.total else BAR_WIDTH
        bar = "█" * filled + "░" * (BAR_WIDTH - filled)
        return (
            f"{bar} {self.done} de {self.total}, {rate:.1f} por segundo, "
            f"faltan {_duration(left)}   "
        )


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
