"""The processes of one running installation: started together, stopped together."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

STOP_SECONDS = 12.0
_PR_SET_PDEATHSIG = 1
_LONGEST_LOG_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Child:
    """One started process; `label` is how people call it, `log` where it writes."""

    label: str
    process: subprocess.Popen[bytes]
    log: Path


class Processes:
    """Starts children in sessions of their own, so that Ctrl-C reaches only their parent."""

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._children: list[Child] = []
        logs.mkdir(mode=0o700, exist_ok=True)

    def start(
        self,
        label: str,
        name: str,
        arguments: Sequence[str],
        *,
        environment: dict[str, str],
        descriptors: Sequence[int] = (),
    ) -> None:
        """Start this Python with `arguments`; what it writes goes to `<name>.log`."""
        log = self._logs / f"{name}.log"
        if log.exists() and log.stat().st_size > _LONGEST_LOG_BYTES:
            log.replace(log.with_suffix(".log.1"))
        with log.open("ab") as output:
            process = subprocess.Popen(  # noqa: S603 - our own commands
                [sys.executable, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env={**os.environ, **environment},
                pass_fds=descriptors,
                start_new_session=True,
                preexec_fn=_end_with_parent,  # safe: no threads run yet
            )
        self._children.append(Child(label, process, log))

    def ended(self) -> Child | None:
        """The first child that is no longer running, or `None`."""
        return next((child for child in self._children if child.process.poll() is not None), None)

    def stop(self) -> None:
        """Ask all to end, then insist; returns when none is left."""
        for child in self._children:
            _signal_group(child, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        for child in self._children:
            try:
                child.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                _signal_group(child, signal.SIGKILL)
                child.process.wait()
        self._children.clear()


def _signal_group(child: Child, number: signal.Signals) -> None:
    """Signal the process, which ends its own children; with SIGKILL the whole group."""
    if child.process.poll() is not None:
        return
    if number == signal.SIGKILL:
        os.killpg(child.process.pid, number)
    else:
        child.process.send_signal(number)


def _end_with_parent() -> None:
    """On Linux, get SIGTERM when the parent is killed before it could stop its children."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
