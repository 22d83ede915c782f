"""How often somebody may ask: buckets of tokens, in memory."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import HTTPConnection

from justerat.web.problems import Refusal

_MOST_KEYS = 10_000
_NETWORK_BITS = 64
"""Of an IPv6 address, what one household or office is given: the rest is theirs to choose."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many a second on from there."""

    burst: float
    per_second: float


class Buckets:
    """A bucket for each key, which holds `rate.burst` and fills by `rate.per_second`."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> int:
        """Take one; 0, or in how many whole seconds there is one again."""
        left = self._filled(key)
        if left < 1:
            return self._wait(left)
        self._left[key] = (left - 1, self._clock())
        self._left.move_to_end(key)
        if len(self._left) > _MOST_KEYS:
            # The one that was used longest ago has most likely filled up, and is as good as new.
            self._left.popitem(last=False)
        return 0

    def wait(self, key: str) -> int:
        """What `take` would answer; nothing is taken."""
        left = self._filled(key)
        return 0 if left >= 1 else self._wait(left)

    def _filled(self, key: str) -> float:
        left, at = self._left.get(key, (self._rate.burst, 0.0))
        return min(self._rate.burst, left + (self._clock() - at) * self._rate.per_second)

    def _wait(self, left: float) -> int:
        return max(1, math.ceil((1 - left) / self._rate.per_second))


def network_of(asked: HTTPConnection) -> str:
    """From where somebody asks: an IPv4 address, the network of an IPv6 address, or "unknown"."""
    try:
        address = ipaddress.ip_address(asked.client.host if asked.client else "")
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.IPv6Network((int(address), _NETWORK_BITS), strict=False).network_address)


def too_many(wait: int) -> Refusal:
    """What is answered to who asks too often: when to try again, in seconds."""
    sentence = f"Too much was asked in a short time: try again in {wait} s."
    return Refusal(HTTPStatus.TOO_MANY_REQUESTS, "TooMany", sentence, {"Retry-After": str(wait)})
