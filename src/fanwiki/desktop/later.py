"""Puts off what the window needs only once a wiki is open, so that it shows before the database's libraries are read.

`import_later` is the recipe of the standard library's `importlib.util.LazyLoader`: the module is there at once
and is executed when something in it is first asked for. That must not happen in two threads at once, so
`import_now` executes all of them on the window's thread before the first job is started.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys

SERVICES = tuple(
    f"fanwiki.services.{name}"
    for name in (
        "appearing",
        "browsing",
        "documents",
        "drafting",
        "editing",
        "history",
        "searching",
        "viewers",
        "wikis",
    )
)
"""What the window asks; importing, exporting and checking are imported by the commands that need them."""


def import_later(names: tuple[str, ...] = SERVICES) -> None:
    """Let these modules be executed when they are first used."""
    for name in names:
        if name in sys.modules:
            continue
        spec = importlib.util.find_spec(name)
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(name)
        loader = importlib.util.LazyLoader(spec.loader)
        spec.loader = loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        parent, _, child = name.rpartition(".")
        setattr(importlib.import_module(parent), child, module)
        loader.exec_module(module)


def import_now(names: tuple[str, ...] = SERVICES) -> None:
    """Execute them."""
    for name in names:
        # Asking for any attribute does it.
        vars(importlib.import_module(name))
        getattr(sys.modules[name], "__doc__", None)
