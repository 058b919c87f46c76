"""How much of the server's time each network address has taken lately.

Kept in this process's memory, where the next request after half a minute's silence of an address
drops it; written nowhere.
"""

from __future__ import annotations

import ipaddress
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

# A reader who opens a page every few seconds takes a hundredth, a newsroom behind one address a
# tenth. Each process of the web server counts what it answered, which is its part of the whole.
FAIR_SHARE = 0.15
_MEMORY_SECONDS = 4.0
_FORGOTTEN_SECONDS = 30.0
_HARDLY_ANY = 0.01
# One slow answer makes nobody busy, only several do.
_MOST_SECONDS = 0.5
_MOST_ADDRESSES = 10_000
# One subscriber has at least so much of the version 6 of the protocol.
_SUBSCRIBER_BITS = 64


class Shares:
    """The share of the last seconds that answering each address took: 1 for all the time.

    What was added fades exponentially, by a factor of e in four seconds. Safe between threads.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._taken: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def add(self, address: str, seconds: float) -> None:
        """Counts the time that an answer took; who was not heard of for long is dropped."""
        network, now = _network(address), self._clock()
        with self._lock:
            counted = self._faded(network, now) + min(seconds, _MOST_SECONDS)
            self._taken[network] = (counted, now)
            self._taken.move_to_end(network)
            self._forget(now)

    def is_exceeded(self, address: str) -> bool:
        """Whether an address has taken more than a fair share, and clearly more than others.

        That is as much as the average of those heard of lately, and over twice what one of them
        has taken. Where the server is slow everybody takes long, but who asks without a pause takes
        longest; and who is alone, or among equals, is in nobody's way.
        """
        now = self._clock()
        with self._lock:
            taken = self._faded(_network(address), now)
            if taken <= FAIR_SHARE * _MEMORY_SECONDS:
                return False
            everybodys = [self._faded(network, now) for network in self._taken]
        active = [seconds for seconds in everybodys if seconds > _HARDLY_ANY]
        return taken >= sum(active) / len(active) and taken > 2 * min(active)

    def _forget(self, now: float) -> None:
        """Drops addresses from the one heard of least recently on."""
        while self._taken:
            _, since = next(iter(self._taken.values()))
            if now - since <= _FORGOTTEN_SECONDS and len(self._taken) <= _MOST_ADDRESSES:
                return
            self._taken.popitem(last=False)

    def _faded(self, network: str, now: float) -> float:
        seconds, since = self._taken.get(network, (0.0, now))
        return seconds * math.exp((since - now) / _MEMORY_SECONDS)


def _network(address: str) -> str:
    """What one subscriber can't change at will: an IPv4 address, the first half of an IPv6 one."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return address
    return str(ipaddress.ip_network((parsed, _SUBSCRIBER_BITS), strict=False))
