"""What is tracked tells nothing about the machine it was written on, and the texts that must be there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from checkout import ROOT, tracked_files

# Registries and mirrors are the business of whoever installs, never of this project. The pieces stand apart so that
# this file names none.
REGISTRY = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|anaconda|debian|ubuntu|crates|rubygems)\.(?:org|com|io)/?(?:simple|packages|debian|~)"
    r"|\b(?:registry|files|deb|security|index|proxy)\.(?:pypi|pythonhosted|npmjs|debian|ubuntu|crates|golang|yarnpkg)\."
    r"|\btest\.pypi\b|\bpypi\.(?:org|io)"
    r"|--(?:extra-)?index-url|--find-links|\bindex-url\s*="
)
OWN_FOLDER = re.compile(
    r"(?<![\w.])/(?:root|home/(?!user\b|you\b|ann\b)[a-z][\w.-]*|Users/[A-Z]\w*|work/(?:main|shared))(?=/|\b)"
)


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in tracked_files():
        data = path.read_bytes()
        if b"\0" not in data[:4096]:
            found.append((path, data.decode("utf-8", "replace")))
    return found


def hits(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in texts()
        if path != Path(__file__)
        for match in pattern.finditer(text)
    ]


def test_no_registry_is_named() -> None:
    assert not hits(REGISTRY)


def test_no_folder_of_a_developer_is_named() -> None:
    assert not hits(OWN_FOLDER)


@pytest.mark.parametrize(
    "text", ["pip install --index-url x", "https://files.pythonhosted" + ".org/a", "https://pypi" + ".org"]
)
def test_registries_would_be_seen(text: str) -> None:
    assert REGISTRY.search(text)


@pytest.mark.parametrize("text", ["/ro" + "ot/wiki", "open('/ho" + "me/anna/wiki')", "/wo" + "rk/main/src"])
def test_own_folders_would_be_seen(text: str) -> None:
    assert OWN_FOLDER.search(text)


def test_changelog_has_an_unreleased_section() -> None:
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    headings = [line for line in lines if line.startswith("## ")]
    assert headings[0] == "## Unreleased"


def test_readme_begins_with_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = readme.index("```")
    block = readme[first : readme.index("```", first + 3)]
    assert "make run" in block
    assert "make test" in block
    assert len(re.findall(r"^#+ ", readme[:first], re.MULTILINE)) <= 2


def test_tracked_files_end_their_last_line() -> None:
    """A file cut off in the middle has no last newline; binary and golden files are left alone."""
    suffixes = {".py", ".md", ".toml", ".sh"}
    own = [path for path in tracked_files() if path.suffix in suffixes and "resources/sample" not in path.as_posix()]
    assert not [path for path in own if "fixtures" not in path.parts and path.read_bytes()[-1:] not in (b"\n", b"")]


def links_of(page: Path) -> list[str]:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [
        target for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target and not target.startswith("#")
    ]


def test_links_between_the_documents_lead_somewhere() -> None:
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in documents
        for target in links_of(page)
        if not (page.parent / target.split("#")[0]).exists()
    ]
    assert not broken
