"""The warm parent: a small process that has imported the readers and forks one child per file.

It speaks to its only client over a socket: a request carries two open descriptors, the file and
the way back. The child writes its answer there; when it has ended, however it ended, the parent
adds a report. The server ends when its client does. Linux only.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import resource
import selectors
import signal
import socket
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType
from typing import Any

from .limits import ExtractionError, Limits, MemoryExceededError, ReaderFailedError
from .reader import read_bytes
from .transfer import MAGIC, REPORT, TIMED_OUT, pack_document, pack_error

REQUEST_SIZE = 64 * 1024
_PR_SET_PDEATHSIG = 1
_READ_CHUNK = 1024 * 1024

_libc = ctypes.CDLL(None)


@dataclass(slots=True)
class _Job:
    """A running child, when it must have ended, and where its report goes."""

    deadline: float
    answer: int
    timed_out: bool = False


def serve(control: socket.socket) -> None:
    """Serve requests until the client closes its end; then end all children and return."""
    waker, wake = socket.socketpair()
    for end in (waker, wake):
        end.settimeout(0)
    signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, _note)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    jobs: dict[int, _Job] = {}
    most = max(2, os.cpu_count() or 1)
    with selectors.DefaultSelector() as selector:
        selector.register(waker, selectors.EVENT_READ)
        listening = False
        while True:
            if listening != (len(jobs) < most):
                listening = not listening
                if listening:
                    selector.register(control, selectors.EVENT_READ)
                else:
                    selector.unregister(control)
            for key, _ in selector.select(_time_left(jobs)):
                if key.fileobj is waker:
                    with suppress(BlockingIOError):
                        waker.recv(4096)
                elif not _accept(control, jobs):
                    _end_all(jobs)
                    return
            _end_overdue(jobs)
            _reap(jobs)


def _note(number: int, frame: FrameType | None) -> None:
    """A child ended: the wake-up descriptor says so, nothing else is to do."""


def _time_left(jobs: dict[int, _Job]) -> float | None:
    if not jobs:
        return None
    return max(0.0, min(job.deadline for job in jobs.values()) - time.monotonic())


def _accept(control: socket.socket, jobs: dict[int, _Job]) -> bool:
    """Take a request and fork its child; False when the client is gone."""
    try:
        message, descriptors, _, _ = socket.recv_fds(control, REQUEST_SIZE, 2)
    except OSError:
        return False
    if not message:
        return False
    request: dict[str, Any] = json.loads(message)
    file, answer = descriptors
    limits = Limits(**request["limits"])
    wall = limits.ocr_wall if request["ocr"] else limits.wall
    pid = os.fork()
    if pid == 0:
        _run_child(control, file, answer, request, limits)
    os.close(file)
    with suppress(OSError):
        os.setpgid(pid, pid)
    jobs[pid] = _Job(time.monotonic() + wall, answer)
    return True


def _run_child(
    control: socket.socket, file: int, answer: int, request: dict[str, Any], limits: Limits
) -> None:
    """Read the file under its limits, write the answer, and end. Never returns."""
    code = 1
    try:
        with suppress(OSError):
            os.setpgid(0, 0)
        control.close()
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        ocr = bool(request["ocr"])
        _bind(limits, ocr=ocr)
        payload = _read(file, request["filename"], limits, ocr=ocr)
        with socket.socket(fileno=answer) as way_back:
            way_back.sendall(payload)
        code = 0
    finally:
        os._exit(code)


def _bind(limits: Limits, *, ocr: bool) -> None:
    """Set the limits of this process; its own alarm ends it even if its parent is gone."""
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    wall = limits.ocr_wall if ocr else limits.wall
    signal.setitimer(signal.ITIMER_REAL, wall + 1)
    cpu = limits.ocr_page_seconds if ocr else limits.cpu
    _limit(resource.RLIMIT_AS, limits.ocr_memory if ocr else limits.memory)
    _limit(resource.RLIMIT_CPU, cpu, cpu + 1)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, limits.open_files)
    if not ocr:
        _limit(resource.RLIMIT_NPROC, 0)
    with suppress(OSError):
        os.nice(5)


def _limit(kind: int, soft: int, hard: int | None = None) -> None:
    _, ceiling = resource.getrlimit(kind)
    wanted = soft if hard is None else hard
    if ceiling != resource.RLIM_INFINITY:
        soft, wanted = min(soft, ceiling), min(wanted, ceiling)
    resource.setrlimit(kind, (soft, wanted))


def _read(file: int, filename: str, limits: Limits, *, ocr: bool) -> bytes:
    try:
        chunks = []
        size = 0
        while size <= limits.file_size and (chunk := os.read(file, _READ_CHUNK)):
            chunks.append(chunk)
            size += len(chunk)
        document = read_bytes(b"".join(chunks), filename=filename, limits=limits, ocr=ocr)
        return pack_document(document)
    except ExtractionError as error:
        return pack_error(error)
    except MemoryError:
        return pack_error(MemoryExceededError())
    except Exception:  # noqa: BLE001 (whatever a hostile file provokes has one answer)
        return pack_error(ReaderFailedError())


def _end_overdue(jobs: dict[int, _Job]) -> None:
    now = time.monotonic()
    for pid, job in jobs.items():
        if job.deadline <= now and not job.timed_out:
            job.timed_out = True
            job.deadline = now + 1
            _kill_group(pid)


def _kill_group(pid: int) -> None:
    for end in (os.killpg, os.kill):
        with suppress(OSError):
            end(pid, signal.SIGKILL)


def _reap(jobs: dict[int, _Job]) -> None:
    for pid in list(jobs):
        done, status, usage = os.wait4(pid, os.WNOHANG)
        if not done:
            continue
        job = jobs.pop(pid)
        with suppress(OSError):  # helpers of the child, such as Tesseract
            os.killpg(pid, signal.SIGKILL)
        ended = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        code = 0 if ended else os.WEXITSTATUS(status)
        report = REPORT.pack(
            MAGIC,
            code,
            TIMED_OUT if job.timed_out else ended,
            usage.ru_maxrss * 1024,
            usage.ru_utime + usage.ru_stime,
        )
        with suppress(OSError), socket.socket(fileno=job.answer) as way_back:
            way_back.sendall(report)


def _end_all(jobs: dict[int, _Job]) -> None:
    for pid in jobs:
        _kill_group(pid)
    for pid in jobs:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


def main() -> None:
    """Serve on the descriptor named by the last argument."""
    with socket.socket(fileno=int(sys.argv[-1])) as control:
        serve(control)
