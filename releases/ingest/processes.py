"""How a process of a batch starts. Imports no model: nothing may be imported before `setup`."""

from __future__ import annotations

import signal

import django


def prepare_process() -> None:
    """Makes a fresh process ready to take files in.

    A terminal sends Ctrl-C to all processes; only the first one decides what it means.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    django.setup()
