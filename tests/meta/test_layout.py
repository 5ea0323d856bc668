"""The house keeps its order: what stands where, what things are called, how long they get."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from checkout import ROOT, SOURCE, modules, tracked_files

TOP_LEVEL = {
    *(".ci", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "benchmarks"),
    *("database", "docs", "packaging", "pyproject.toml", "resources", "src", "tests"),
}
REQUIRED = TOP_LEVEL - {".gitignore", "benchmarks"}
VAGUE = {"utils", "util", "common", "helpers", "helper", "misc", "manager", "managers"}
LONGEST_FUNCTION = 60
LONGEST_MODULE = 600

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def test_top_level_holds_what_the_guide_names() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in tracked_files()}
    assert found <= TOP_LEVEL
    assert found >= REQUIRED


def test_no_module_has_a_vague_name() -> None:
    vague = [
        path for path in tracked_files() if path.suffix == ".py" and VAGUE & {path.stem, *path.relative_to(ROOT).parts}
    ]
    assert not vague


def functions(path: Path) -> Iterator[FunctionNode]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (node for node in ast.walk(tree) if isinstance(node, FunctionNode))


def code_lines(node: FunctionNode) -> int:
    """Return the lines of a function without its docstring."""
    end = node.end_lineno or node.lineno
    first = node.body[0]
    documented = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    return end - node.lineno + 1 - docstring


def test_no_function_is_egregiously_long() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {code_lines(node)} lines"
        for path in modules()
        for node in functions(path)
        if code_lines(node) > LONGEST_FUNCTION
    ]
    assert not long


def test_no_module_is_egregiously_long() -> None:
    lengths = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert not {path: length for path, length in lengths.items() if length > LONGEST_MODULE}


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path in modules() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not silent


def test_every_package_folder_is_a_package() -> None:
    assert not [path.parent for path in modules() if not (path.parent / "__init__.py").is_file()]


def test_types_are_published() -> None:
    assert (SOURCE / "py.typed").is_file()


@pytest.mark.parametrize("word", ["TODO", "FIXME", "XXX", "HACK"])
def test_nothing_is_left_for_later(word: str) -> None:
    marked = [path for path in modules() if f"# {word}" in path.read_text(encoding="utf-8")]
    assert not marked


def test_no_module_imports_the_orm() -> None:
    """sqlalchemy.orm costs half a second at start; import-linter cannot see inside an outside package."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            assert not [name for name in names if name.startswith("sqlalchemy.orm")], path


def test_broad_excepts_stand_only_at_the_edges() -> None:
    """The command line, the desktop's message door and the job runner; everywhere else an unexpected error is a bug."""
    edges = {"cli/program.py", "desktop/messages.py", "desktop/runner.py", "app.py"}
    broad = {
        str(path.relative_to(SOURCE))
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    }
    assert broad <= edges


def is_broad(handler: ast.ExceptHandler) -> bool:
    """Whether a handler takes everything and does not raise it on (a clean-up that raises again is fine)."""
    name = handler.type.id if isinstance(handler.type, ast.Name) else ""
    takes_all = handler.type is None or name in ("Exception", "BaseException")
    return takes_all and not any(isinstance(node, ast.Raise) for node in ast.walk(handler))
