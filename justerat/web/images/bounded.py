"""Pictures held in memory, those that were asked for last, up to a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock


class BoundedPictures:
    """A cache that several threads may use."""

    def __init__(self, most_bytes: int) -> None:
        self.size = 0
        """Bytes that are held."""
        self._most = most_bytes
        self._held: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> bytes | None:
        """The picture, if it is held."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: Hashable, picture: bytes) -> None:
        """Hold a picture, and let go of those that were asked for longest ago."""
        with self._lock:
            self.size += len(picture) - len(self._held.pop(key, b""))
            self._held[key] = picture
            while self.size > self._most:
                self.size -= len(self._held.popitem(last=False)[1])
