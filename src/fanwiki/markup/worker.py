"""A process of its own for rendering what may take too long: it can be killed, a thread cannot.

It is started when it is first needed, kept for what comes next, and started anew after it had to be killed. Memory is
limited where the system can do that. The process is spawned, not forked, so it may be started from any thread of a
program with a window, and from a frozen one (which calls `multiprocessing.freeze_support` first thing). Only daemonic
processes, such as those of `multiprocessing.Pool`, may not start it; those of `concurrent.futures` may.
"""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from typing import TYPE_CHECKING

from fanwiki.wording import Catalogue, speak, spoken

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from fanwiki.markup.pipeline import BodyPipeline

MEMORY_LIMIT = 1 << 30
"""The address space that rendering may take, in bytes."""

_READY = b"ready"
_DONE = b"+"
_FAILED = b"-"


class RenderFailed(Exception):  # noqa: N818  (it is an answer: this text cannot be rendered)
    """A text could not be rendered.

    Args:
        final: Whether trying again would fail again.
    """

    def __init__(self, *, final: bool) -> None:
        super().__init__(f"not rendered, final: {final}")
        self.final = final


class Worker:
    """Renders bodies in another process, one at a time; safe to use from several threads.

    Args:
        memory: The address space that the process may take, in bytes.
    """

    def __init__(self, *, memory: int = MEMORY_LIMIT) -> None:
        self._memory = memory
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._is_ready = False

    def html(self, text: str, *, limit: float) -> str:
        """Return clean HTML with unresolved links.

        Args:
            text: Markdown.
            limit: How many seconds it may take, starting the process and waiting for other threads included.

        Raises:
            RenderFailed: It took too long, or too much memory or depth.
        """
        deadline = time.monotonic() + limit
        if not self._lock.acquire(timeout=limit):
            raise RenderFailed(final=False)
        try:
            return self._html(text, deadline)
        finally:
            self._lock.release()

    def close(self) -> None:
        """Stop the process; the next text starts it again."""
        with self._lock:
            self._stop()

    def _html(self, text: str, deadline: float) -> str:
        try:
            connection = self._started()
            if not self._is_ready:
                self._is_ready = self._received(connection, deadline, final=False) == _READY
            connection.send_bytes(text.encode())
            answer = self._received(connection, deadline, final=True)
        except (EOFError, OSError) as error:  # the process is gone: out of memory, or its stack is full
            was_ready = self._is_ready
            self._stop()
            raise RenderFailed(final=was_ready) from error
        if not answer.startswith(_DONE):
            raise RenderFailed(final=True)
        return answer[len(_DONE) :].decode()

    def _started(self) -> Connection:
        if self._process and self._connection and self._process.is_alive():
            return self._connection
        self._stop()
        import multiprocessing  # most pages are tame, and a command should not wait for this import

        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, self._memory, spoken()), daemon=True, name="fanwiki-render"
        )
        self._process.start()
        theirs.close()
        return self._connection

    def _received(self, connection: Connection, deadline: float, *, final: bool) -> bytes:
        if not connection.poll(max(0.0, deadline - time.monotonic())):
            if final:  # a process that is only slow to start is left to it
                self._stop()
            raise RenderFailed(final=final)
        return connection.recv_bytes()

    def _stop(self) -> None:
        if self._connection:
            self._connection.close()
        if self._process:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._connection = None
        self._is_ready = False


def serve(connection: Connection, memory: int, language: Catalogue) -> None:
    """Render what comes until the other side is gone; runs in the process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this process
    _limit_memory(memory)
    speak(language)
    from fanwiki.markup.pipeline import BodyPipeline

    pipeline = BodyPipeline()
    connection.send_bytes(_READY)
    with contextlib.suppress(EOFError, OSError, MemoryError):
        while True:
            connection.send_bytes(_answer(pipeline, connection.recv_bytes()))


def _answer(pipeline: BodyPipeline, text: bytes) -> bytes:
    try:
        return _DONE + pipeline.html(text.decode()).encode()
    except (RecursionError, MemoryError):
        return _FAILED


def _limit_memory(size: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (size, most))
