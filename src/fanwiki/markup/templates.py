"""The shipped templates. Everything is escaped unless it is `Html`, and a name that is missing is an error."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from fanwiki import paths
from fanwiki.markup.cells import address_html, cell_html
from fanwiki.markup.compiled import CompiledTemplates
from fanwiki.wording import say, say_label, say_number


@cache
def template(name: str) -> Template:
    """Return a template of `resources/templates`."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(paths.resources() / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(),
    )
    environment.filters["cell"] = cell_html
    environment.filters["address"] = address_html
    environment.globals.update(say=say, say_number=say_number, say_label=say_label)
    return environment
