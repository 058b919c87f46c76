"""What is sent while it is made counts too, and is made for one busy address at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, StreamingHttpResponse
from django.test import RequestFactory

from releases.middleware import FairShare
from releases.search import shares

BUSY = [f"192.0.2.{n}" for n in range(4)]
OTHERS = [f"198.51.100.{n}" for n in range(2)]
LINES = [f"línea {n}\n".encode() for n in range(50)]


class Makers:
    """A view whose download notes how many are being made at the same time."""

    def __init__(self, together: int = 1) -> None:
        self.most = 0
        self._now = 0
        self._lock = threading.Lock()
        self._meeting = threading.Barrier(together, timeout=10)

    def view(self, request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(self._lines())

    def _lines(self) -> Iterator[bytes]:
        for line in LINES:
            with self._lock:
                self._now += 1
                self.most = max(self.most, self._now)
            self._meeting.wait()
            with self._lock:
                self._now -= 1
            yield line


def download(share: FairShare, address: str) -> bytes:
    response = share(RequestFactory().get("/", REMOTE_ADDR=address))
    assert isinstance(response, StreamingHttpResponse)
    return b"".join(response)


def download_all(share: FairShare, addresses: list[str]) -> list[bytes]:
    received: list[bytes] = []
    threads = [
        threading.Thread(target=lambda address=address: received.append(download(share, address)))
        for address in addresses
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return received


@pytest.fixture
def makers() -> Makers:
    return Makers()


def keep_busy(share: FairShare) -> None:
    for address in BUSY * 20:
        share.shares.add(address, 1.0)
    share.shares.add("203.0.113.1", 0.05)


def test_a_download_arrives_whole(makers: Makers) -> None:
    assert download(FairShare(makers.view), OTHERS[0]) == b"".join(LINES)


def test_downloads_of_busy_addresses_are_whole_and_made_one_at_a_time(makers: Makers) -> None:
    share = FairShare(makers.view)
    keep_busy(share)
    assert download_all(share, BUSY) == [b"".join(LINES)] * len(BUSY)
    assert makers.most == 1


def test_downloads_of_others_are_made_side_by_side() -> None:
    makers = Makers(together=len(OTHERS))
    share = FairShare(makers.view)
    keep_busy(share)
    assert download_all(share, OTHERS) == [b"".join(LINES)] * len(OTHERS)
    assert makers.most == len(OTHERS)


def test_the_making_of_a_download_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "FAIR_SHARE", 0.01)

    def slow_lines() -> Iterator[bytes]:
        for line in LINES[:10]:
            time.sleep(0.02)
            yield line

    share = FairShare(lambda request: StreamingHttpResponse(slow_lines()))
    share.shares.add(OTHERS[1], 0.02)
    response = share(RequestFactory().get("/", REMOTE_ADDR=OTHERS[0]))
    assert not share.shares.is_exceeded(OTHERS[0])
    assert isinstance(response, StreamingHttpResponse)
    assert b"".join(response) == b"".join(LINES[:10])
    assert share.shares.is_exceeded(OTHERS[0])
