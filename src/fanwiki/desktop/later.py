"""Puts off what the window needs only once a wiki is open, so that it shows before the database's libraries are read.

`import_later` is the recipe of the standard library's `importlib.util.LazyLoader`: the module is there at once
and is executed when something in it is first asked for. That must not happen in two threads at once, so
`import_now` executes all of them on the window's thread before the first job that asks a service. What takes the time
is below the services and is imported in the ordinary way, by `read_groundwork` in a thread, while the window answers.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import sys

SERVICES = "fanwiki.services"
BY_COMMANDS = frozenset(
    (
        "bundle_changing bundle_exporting bundle_replanning bundle_request bundle_state bundle_workers bundles checking"
        " exporting for_all format_exporting formats groundwork import_values import_writing importing page_keeping"
        " refreshing wikitext withholding"
    ).split()
)
"""What only the commands that need it import: every importer's and exporter's libraries come with it."""


def lazy_services() -> list[str]:
    """Return the names of the services that the window asks once a wiki is open."""
    folder = importlib.import_module(SERVICES).__path__
    return [f"{SERVICES}.{found.name}" for found in pkgutil.iter_modules(folder) if found.name not in BY_COMMANDS]


def import_later() -> None:
    """Let the services be executed when they are first used."""
    for name in lazy_services():
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


def read_groundwork() -> None:
    """Import what services stand on; may run in a thread, since it touches no service."""
    importlib.import_module(f"{SERVICES}.groundwork")


def import_now() -> None:
    """Execute the services."""
    for name in lazy_services():
        # Asking for any attribute does it.
        vars(importlib.import_module(name))
        getattr(sys.modules[name], "__doc__", None)
