"""Tells when a program's window appears on an X display, without asking again and again.

Asking a hundred times a second, as scripts around xdotool do, would slow down what is measured. The X server tells
who wants to hear it; this module listens, through libX11 alone.
"""

from __future__ import annotations

import ctypes
import select
import time
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p

MAP_NOTIFY = 19
SUBSTRUCTURE_NOTIFY = 1 << 19
SMALLEST = 300
"""Pixels; narrower windows are tooltips, clipboards and splash screens."""


class _MapEvent(ctypes.Structure):
    _fields_ = [
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("event", c_ulong),
        ("window", c_ulong),
    ]


class _Event(ctypes.Union):
    _fields_ = [("type", c_int), ("map", _MapEvent), ("pad", c_long * 24)]


class Screen:
    """An X display that is listened to.

    Args:
        name: Such as ``:99``; None for the one of the environment.
    """

    def __init__(self, name: str | None = None) -> None:
        x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
        x.XDefaultRootWindow.restype, x.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
        x.XSelectInput.argtypes = [c_void_p, c_ulong, c_long]
        x.XPending.argtypes = [c_void_p]
        x.XNextEvent.argtypes = [c_void_p, POINTER(_Event)]
        x.XConnectionNumber.argtypes = [c_void_p]
        x.XGetGeometry.argtypes = [
            *(c_void_p, c_ulong, POINTER(c_ulong), POINTER(c_int), POINTER(c_int)),
            *(POINTER(c_uint), POINTER(c_uint), POINTER(c_uint), POINTER(c_uint)),
        ]
        self._x = x
        self._display = x.XOpenDisplay(name.encode() if name else None)
        if not self._display:
            raise OSError("there is no X display; run this under xvfb-run")
        x.XSelectInput(self._display, x.XDefaultRootWindow(self._display), SUBSTRUCTURE_NOTIFY)
        self.forget()

    def forget(self) -> None:
        """Leave out what happened until now."""
        event = _Event()
        while self._x.XPending(self._display):
            self._x.XNextEvent(self._display, byref(event))

    def wait_for_window(self, seconds: float) -> float:
        """Wait until a window of some size is shown.

        Returns:
            When that was, by ``time.perf_counter``.

        Raises:
            TimeoutError: None came.
        """
        end = time.perf_counter() + seconds
        event = _Event()
        while (left := end - time.perf_counter()) > 0:
            if not self._x.XPending(self._display):
                select.select([self._x.XConnectionNumber(self._display)], [], [], left)
                continue
            self._x.XNextEvent(self._display, byref(event))
            now = time.perf_counter()
            if event.type == MAP_NOTIFY and self._width(event.map.window) >= SMALLEST:
                return now
        raise TimeoutError("no window was shown")

    def _width(self, window: int) -> int:
        root, x, y, width, height, border, depth = (
            c_ulong(), c_int(), c_int(), c_uint(), c_uint(), c_uint(), c_uint(),
        )  # fmt: skip
        parts = (byref(value) for value in (root, x, y, width, height, border, depth))
        found = self._x.XGetGeometry(self._display, window, *parts)
        return int(width.value) if found else 0
