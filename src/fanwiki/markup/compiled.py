"""Compiled templates, kept in the user's cache: for one page, compiling them would take longer than making the page."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from fanwiki import __version__, paths


class CompiledTemplates(BytecodeCache):
    """Keeps templates as Python's code; what cannot be read or written is compiled anew.

    Jinja compares the source, its own version and Python's; the names of the files hold the version of fanwiki, which
    decides in which way templates are compiled.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what is kept."""
        with suppress(OSError), self._file(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket; another program never sees half of it."""
        with suppress(OSError):
            file = self._file(bucket)
            draft = file.with_suffix(f".{os.getpid()}")
            with draft.open("wb") as beside:
                bucket.write_bytecode(beside)
            draft.replace(file)

    def _file(self, bucket: Bucket) -> Path:
        return paths.user_cache() / f"template-{__version__}-{bucket.key}.code"
