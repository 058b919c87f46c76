"""Files read in bound processes: what happens to the child never happens to its caller."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from releases.extraction.limits import (
    EmptyFileError,
    ExtractionError,
    Limits,
    MemoryExceededError,
    TimeExceededError,
    TooLargeError,
    UnsupportedTypeError,
)
from releases.extraction.sandbox import ReaderPool, close_readers, read_document
from tests.corpus.files import DOCUMENTS, NASTY

ROOT = Path(__file__).resolve().parents[2]
ENDLESS = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</F1 4 0 R>>>>
/Contents 5 0 R>> endobj
"""


@pytest.fixture
def pool() -> Iterator[ReaderPool]:
    with ReaderPool() as pool:
        yield pool


def _nested_forms(levels: int = 9, width: int = 12) -> bytes:
    """Each form paints the next one many times: small to store, endless to interpret."""
    parts = [ENDLESS]
    paint = b" ".join(b"/F1 Do" for _ in range(width))
    parts.append(b"5 0 obj <</Length %d>> stream\n%s\nendstream endobj\n" % (len(paint), paint))
    for level in range(levels):
        number = 4 if level == 0 else 10 + level
        body = paint if level < levels - 1 else b"0 0 1 1 re f"
        inner = 11 + level
        head = (
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F1 %d 0 R>>>>" % inner
        )
        parts.append(
            b"%d 0 obj <<%s/Length %d>> stream\n%s\nendstream endobj\n"
            % (number, head, len(body), body)
        )
    parts.append(b"trailer <</Root 1 0 R>>\n%%EOF")
    return b"".join(parts)


def test_a_document_comes_back_with_what_it_cost(pool: ReaderPool) -> None:
    document, cost = pool.read_measured(DOCUMENTS / "dev-01.pdf")
    assert "Ecatepec de Morelos" in document.text
    assert 0 < cost.cpu < 8
    assert 0 < cost.memory < 400 * 1024 * 1024


def test_an_endless_file_is_ended_by_its_cpu_limit(pool: ReaderPool, tmp_path: Path) -> None:
    path = tmp_path / "endless.pdf"
    path.write_bytes(_nested_forms())
    with pytest.raises(TimeExceededError):
        pool.read(path, limits=replace(Limits(), cpu=1))


def test_a_slow_file_is_ended_by_the_clock(pool: ReaderPool, tmp_path: Path) -> None:
    path = tmp_path / "endless.pdf"
    path.write_bytes(_nested_forms())
    with pytest.raises(TimeExceededError):
        pool.read(path, limits=replace(Limits(), wall=0.5))


def test_a_file_that_wants_too_much_memory_is_refused(pool: ReaderPool) -> None:
    small = replace(Limits(), memory=150 * 1024 * 1024, content_stream=1 << 40)
    with pytest.raises(MemoryExceededError):
        pool.read(NASTY / "bomb-80MB.pdf", limits=small)


def test_the_next_file_goes_on_after_every_kind_of_end(pool: ReaderPool, tmp_path: Path) -> None:
    path = tmp_path / "endless.pdf"
    path.write_bytes(_nested_forms())
    for bad, limits in (
        (path, replace(Limits(), wall=0.3)),
        (NASTY / "truncated.pdf", Limits()),
        (NASTY / "bomb-80MB.pdf", Limits()),
    ):
        with pytest.raises(ExtractionError):
            pool.read(bad, limits=limits)
        assert pool.read(DOCUMENTS / "dev-14.txt").text


def test_a_warm_parent_that_was_killed_is_replaced(pool: ReaderPool) -> None:
    assert pool.read(DOCUMENTS / "dev-14.txt").text
    for child in _children(os.getpid()):
        if b"extraction.server" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(child, signal.SIGKILL)
    assert pool.read(DOCUMENTS / "dev-14.txt").text


def test_many_threads_read_at_once(pool: ReaderPool) -> None:
    names = ["dev-01.pdf", "dev-03.pdf", "dev-08.docx", "dev-14.txt"] * 4
    texts: dict[int, str] = {}

    def read(number: int) -> None:
        texts[number] = pool.read(DOCUMENTS / names[number]).text

    threads = [threading.Thread(target=read, args=(number,)) for number in range(len(names))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [texts[number] for number in range(4)] == [texts[number] for number in range(4, 8)]
    assert len(texts) == len(names)


def test_a_forked_worker_reads_with_a_parent_of_its_own() -> None:
    assert read_document(DOCUMENTS / "dev-14.txt").text
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            code = 0 if read_document(DOCUMENTS / "dev-03.pdf").text else 1
            close_readers()
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert read_document(DOCUMENTS / "dev-14.txt").text


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_running_after_its_user_was_killed(
    tmp_path: Path, end: signal.Signals
) -> None:
    path = tmp_path / "endless.pdf"
    path.write_bytes(_nested_forms())
    script = (
        "import sys; from pathlib import Path; "
        "from releases.extraction.sandbox import read_document; "
        "print('ready', flush=True); read_document(Path(sys.argv[1]))"
    )
    user = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert user.stdout is not None
    assert user.stdout.readline() == b"ready\n"
    family = _wait_for_readers(user.pid)
    user.send_signal(end)
    user.wait(10)
    user.stdout.close()
    for _ in range(100):
        alive = [pid for pid in family if _is_alive(pid)]
        if not alive:
            break
        time.sleep(0.05)
    assert alive == []


def _children(pid: int) -> list[int]:
    """The processes whose parent is `pid`."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and _parent_of(int(folder.name)) == pid:
            found.append(int(folder.name))
    return found


def _parent_of(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _wait_for_readers(pid: int) -> list[int]:
    """The warm parent and its busy child, once both are there."""
    for _ in range(400):
        parents = _children(pid)
        busy = [child for parent in parents for child in _children(parent)]
        if busy:
            return [*parents, *busy]
        time.sleep(0.05)
    raise AssertionError("the reading processes did not start")


def test_empty_large_and_irregular_files_are_refused_before_reading(
    pool: ReaderPool, tmp_path: Path
) -> None:
    empty, large, pipe = tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "c.pdf"
    empty.write_bytes(b"")
    large.write_bytes(b"%PDF-" + b" " * 100)
    os.mkfifo(pipe)
    with pytest.raises(EmptyFileError):
        pool.read(empty)
    with pytest.raises(TooLargeError):
        pool.read(large, limits=replace(Limits(), file_size=50))
    with pytest.raises(UnsupportedTypeError):
        pool.read(pipe)
