"""What was found out about one state of the wiki for one viewer, so that the next letter need not ask anew."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Value = TypeVar("Value")


class Memory:
    """Keeps so many values, those of the longest ago leaving first; it may be shared by threads.

    Args:
        most: How many; with none, nothing is ever remembered.
    """

    def __init__(self, most: int = 0) -> None:
        self._most = most
        # A plain dict looks through all the places that were left before it finds its first.
        self._values: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> object | None:
        """Return what is known under a key."""
        return self._values.get(key)

    def put(self, key: Hashable, value: object) -> None:
        """Remember a value, which must not be changed afterwards."""
        if not self._most:
            return
        with self._lock:
            if len(self._values) >= self._most:
                self._values.popitem(last=False)
            self._values[key] = value

    def of(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return what is known under a key, which is made if need be; it must not be None."""
        known = self._values.get(key)
        if known is None:
            known = make()
            self.put(key, known)
        return cast(Value, known)
