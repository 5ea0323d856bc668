"""Every command of the command line, and every option of it, is in the user guide; and the guide names no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest
import typer
from checkout import ROOT

REFERENCE = ROOT / "docs" / "command-line.md"


def commands() -> dict[str, click.Command]:
    from fanwiki.cli import reading, rescuing, writing  # noqa: F401  (they add their commands to the program)
    from fanwiki.cli.program import program

    group = typer.main.get_command(program)
    context = click.Context(group)
    return {name: group.get_command(context, name) for name in group.list_commands(context)}


def sections() -> dict[str, str]:
    """Return the reference's text by command, from headings such as ``## fanwiki search``."""
    parts = re.split(r"^## `?fanwiki ([a-z]+)`?$", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def options() -> Iterator[tuple[str, str]]:
    for name, command in commands().items():
        for parameter in command.params:
            yield from ((name, option) for option in parameter.opts if option.startswith("--"))


def test_every_command_is_documented() -> None:
    assert sorted(sections()) == sorted(commands())


@pytest.mark.parametrize(("command", "option"), list(options()))
def test_every_option_is_documented(command: str, option: str) -> None:
    assert f"`{option}" in sections()[command]


@pytest.mark.parametrize("command", sorted(commands()))
def test_documented_options_exist(command: str) -> None:
    known = {option for name, option in options() if name == command} | {"--help"}
    assert set(re.findall(r"`(--[a-z-]+)", sections()[command])) <= known


@pytest.mark.parametrize("command", sorted(commands()))
def test_help_has_an_example(command: str) -> None:
    """An example in --help starts with what one types, and names options that exist."""
    epilog = commands()[command].epilog or ""
    assert epilog.startswith(f"Example: fanwiki {command} ")
    known = {option for name, option in options() if name == command}
    assert set(re.findall(r"--[a-z-]+", epilog)) <= known


def test_guide_leads_to_every_page() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert pages <= set(re.findall(r"\]\(([\w-]+\.md)\)", index))


def commands_shown() -> Iterator[tuple[str, str]]:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for block in re.findall(r"^```\w*\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            for line in re.findall(r"^(?:\$ )?fanwiki \S.*$", block, re.MULTILINE):
                yield f"{page.name}: {line}", line.removeprefix("$ ").split()[1]


def test_commands_in_the_guide_exist() -> None:
    assert not [line for line, command in commands_shown() if command not in commands()]
