"""Reading files out of harm's way: each in its own process, bound in memory, time and files.

The children are forked from a warm parent (`server`), one per process that reads, started on first
use and ended with it. Safe from threads, from web workers, commands and job workers alike.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from .document import ExtractedDocument
from .limits import (
    EmptyFileError,
    ExtractionError,
    Limits,
    MemoryExceededError,
    ReaderFailedError,
    TimeExceededError,
    TooLargeError,
    UnsupportedTypeError,
)
from .transfer import MAGIC, REPORT, TIMED_OUT, pack_limits, unpack

DEFAULT_LIMITS = Limits()
_ROOT = Path(__file__).resolve().parents[2]
_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[-2]); "
    "from releases.extraction.server import main; main()"
)
_LARGEST_ANSWER = 64 * 1024 * 1024
_PATIENCE = 900.0
_KEPT_VARIABLES = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "SYSTEMROOT")


@dataclass(frozen=True, slots=True)
class ReadingCost:
    """What reading one file took in its process: seconds of CPU, and peak resident bytes."""

    cpu: float
    memory: int


class ReaderPool:
    """A warm parent and the children that it forks. One per process is enough: see `read_document`.

    Use it as a context manager, or call `close`. Not to be used across a fork.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._server: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def __enter__(self) -> ReaderPool:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def read(
        self,
        path: Path,
        *,
        filename: str = "",
        limits: Limits = DEFAULT_LIMITS,
        ocr: bool = False,
    ) -> ExtractedDocument:
        """Read one file; see `read_document`."""
        return self.read_measured(path, filename=filename, limits=limits, ocr=ocr)[0]

    def read_measured(
        self,
        path: Path,
        *,
        filename: str = "",
        limits: Limits = DEFAULT_LIMITS,
        ocr: bool = False,
    ) -> tuple[ExtractedDocument, ReadingCost]:
        """Read one file and say what it cost. Errors carry no cost."""
        payload, signalled, cost = self.run(path, filename=filename, limits=limits, ocr=ocr)
        if signalled:
            raise _error_of(signalled)
        return unpack(payload), cost

    def run(
        self, path: Path, *, filename: str, limits: Limits, ocr: bool
    ) -> tuple[bytes, int, ReadingCost]:
        """The answer of a child as it came, the signal that ended it (0: none), and its cost."""
        request = json.dumps(
            {"filename": filename or path.name, "limits": pack_limits(limits), "ocr": ocr}
        ).encode("utf-8", "backslashreplace")
        file = _open_file(path, limits)
        try:
            return self._ask(request, file)
        finally:
            os.close(file)

    def close(self) -> None:
        """End the warm parent and whatever it still runs."""
        with self._lock:
            self._stop()

    def forget(self) -> None:
        """Let go of a parent that belongs to the process this one was forked from."""
        self._lock = threading.Lock()
        if self._control is not None:
            self._control.close()
        if self._server is not None:
            self._server.returncode = 0  # not our child: never wait for it
        self._server = self._control = None

    def _ask(self, request: bytes, file: int) -> tuple[bytes, int, ReadingCost]:
        for attempt in (1, 2):
            ours, theirs = socket.socketpair()
            with ours:
                try:
                    with theirs:
                        socket.send_fds(self._connect(), [request], [file, theirs.fileno()])
                    return _receive(ours)
                except (OSError, EOFError):
                    with self._lock:
                        self._stop()
                    os.lseek(file, 0, os.SEEK_SET)
                    if attempt == 2:
                        raise ReaderFailedError from None
        raise ReaderFailedError

    def _connect(self) -> socket.socket:
        with self._lock:
            if self._server is not None and self._server.poll() is not None:
                self._stop()
            if self._control is None:
                self._control = self._start()
            return self._control

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        variables = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        with theirs:
            self._server = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
                [sys.executable, "-I", "-c", _BOOT, str(_ROOT), str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env={**variables, "LC_ALL": "C.UTF-8"},
                start_new_session=True,
            )
        return ours

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._server is not None:
            try:
                self._server.wait(timeout=3)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()
            self._server = None


def _open_file(path: Path, limits: Limits) -> int:
    """Open a regular file of a fitting size; a pipe or a device is refused without waiting."""
    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        facts = os.fstat(file)
        if not stat.S_ISREG(facts.st_mode):
            raise UnsupportedTypeError("No es un archivo. Suba un PDF, DOCX o TXT.")
        if facts.st_size == 0:
            raise EmptyFileError
        if facts.st_size > limits.file_size:
            megabytes = limits.file_size // (1024 * 1024)
            raise TooLargeError(f"El archivo rebasa {megabytes} MB. Suba una versión más ligera.")
    except ExtractionError:
        os.close(file)
        raise
    return file


def _receive(ours: socket.socket) -> tuple[bytes, int, ReadingCost]:
    """All that comes back: the child's answer, and after it the parent's report."""
    ours.settimeout(_PATIENCE)
    chunks: list[bytes] = []
    size = 0
    while chunk := ours.recv(1024 * 1024):
        size += len(chunk)
        if size > _LARGEST_ANSWER:
            raise TooLargeError
        chunks.append(chunk)
    data = b"".join(chunks)
    if len(data) < REPORT.size:
        raise EOFError
    magic, code, signalled, memory, cpu = REPORT.unpack(data[-REPORT.size :])
    if magic != MAGIC:
        raise EOFError
    if code and not signalled:
        raise ReaderFailedError
    return data[: -REPORT.size], signalled, ReadingCost(cpu, memory)


def _error_of(signalled: int) -> ExtractionError:
    """What the signal that ended a child says about the file."""
    if signalled in (TIMED_OUT, signal.SIGXCPU, signal.SIGALRM):
        return TimeExceededError()
    if signalled == signal.SIGKILL:  # the kernel's, for memory; ours are marked TIMED_OUT
        return MemoryExceededError()
    return ReaderFailedError()


_default = ReaderPool()


def read_document(
    path: Path,
    *,
    filename: str = "",
    limits: Limits = DEFAULT_LIMITS,
    ocr: bool = False,
) -> ExtractedDocument:
    """Read the text and layout of a PDF, DOCX or text file in a process of its own.

    `filename` is the name under which the file came, if `path` bears another; its extension must
    agree with the bytes. `ocr` reads a PDF from images of its pages, which takes about a second
    per page and has its own limits. Raises the `ExtractionError` that says what is wrong.
    """
    return _default.read(path, filename=filename, limits=limits, ocr=ocr)


def close_readers() -> None:
    """End the warm parent of this process; the next `read_document` starts another."""
    _default.close()


atexit.register(close_readers)
os.register_at_fork(after_in_child=_default.forget)
