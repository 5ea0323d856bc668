"""Check the wheel: build it, install it where no source is, look into it, run the end-to-end tests against it.

An editable install finds files that the wheel forgot; only an installed wheel shows what a user gets.
Work happens in build/wheel/. The environment there is kept while the dependencies stay the same; the wheel
itself is installed anew every time.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "wheel"
SHIPPED = {"resources": "fanwiki/_resources", "database": "fanwiki/_database", "src/fanwiki": "fanwiki"}
REMADE = {"__pycache__", ".DS_Store"}

PROBE = """
import sys
from pathlib import Path
import fanwiki
from fanwiki import paths
package = Path(fanwiki.__file__).parent
assert package.is_relative_to(sys.prefix), f"imported from {package}, not from the wheel's environment"
assert paths.resources() == package / "_resources", paths.resources()
assert paths.database() == package / "_database", paths.database()
"""


class WheelError(Exception):
    """The wheel is not what it should be."""


def main() -> int:
    """Run the whole check.

    Returns:
        0 when the wheel is sound, else 1.
    """
    try:
        wheel = build_wheel()
        compare_contents(wheel)
        environment = make_environment(wheel)
        with tempfile.TemporaryDirectory(prefix="fanwiki-wheel-") as folder:
            probe(environment, Path(folder))
            run_end_to_end_tests(environment, Path(folder))
    except WheelError as fault:
        print(f"wheel check: {fault}", file=sys.stderr)
        return 1
    print(f"wheel check: {wheel.name} is sound")
    return 0


def build_wheel() -> Path:
    """Build the wheel with the build backend of this environment."""
    print("wheel check: building the wheel", flush=True)
    shutil.rmtree(WORK / "dist", ignore_errors=True)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(WORK / "dist"), str(ROOT))
    (wheel,) = (WORK / "dist").glob("*.whl")
    return wheel


def compare_contents(wheel: Path) -> None:
    """See that the wheel holds every file that ships and none that does not.

    Raises:
        WheelError: A file is missing or too many.
    """
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    wanted = {
        f"{inside}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, inside in SHIPPED.items()
        for path in shipped_files(ROOT / folder)
    }
    if missing := sorted(wanted - held):
        raise WheelError(f"missing from the wheel: {', '.join(missing[:10])}")
    if extra := sorted(held - wanted):
        raise WheelError(f"in the wheel, but not among the files that ship: {', '.join(extra[:10])}")
    if "fanwiki/py.typed" not in held:
        raise WheelError("fanwiki/py.typed is not in the wheel")


def shipped_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder, without what Python remakes."""
    for path in folder.rglob("*"):
        if path.is_file() and not REMADE.intersection(path.parts) and path.suffix != ".pyc":
            yield path


def make_environment(wheel: Path) -> Path:
    """Install the wheel with its test extra into its own environment; return that environment's folder."""
    environment = WORK / "venv"
    stamp = environment / ".dependencies"
    dependencies = dependency_digest()
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != dependencies:
        print("wheel check: installing the wheel and what it needs into a fresh environment", flush=True)
        venv.create(environment, clear=True, with_pip=True)
        pip(environment, "install", f"{wheel}[test]")
        stamp.write_text(dependencies, encoding="utf-8")
    else:
        print("wheel check: installing the wheel anew", flush=True)
        pip(environment, "install", "--force-reinstall", "--no-deps", str(wheel))
    pip(environment, "check")
    return environment


def dependency_digest() -> str:
    """Return what changes when the environment must be made anew."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = (sys.version, str(ROOT), project["dependencies"], project["optional-dependencies"])
    return hashlib.sha256(repr(named).encode()).hexdigest()


def probe(environment: Path, folder: Path) -> None:
    """See that the installed program starts, finds its folders and makes a wiki."""
    print("wheel check: trying the installed program", flush=True)
    run(environment / "bin" / "python", "-c", PROBE, cwd=folder)
    fanwiki = environment / "bin" / "fanwiki"
    run(fanwiki, "--version", cwd=folder)
    run(fanwiki, "--help", cwd=folder)
    run(fanwiki, "new", "sample.fanwiki", "--sample", cwd=folder)


def run_end_to_end_tests(environment: Path, folder: Path) -> None:
    """Run tests/end2end from a copy that has no source beside it.

    The copy stands where a checkout would, beside a link to the corpora, so that tests find those as always.
    """
    print("wheel check: running the end-to-end tests against the wheel", flush=True)
    checkout = folder / "checkout"
    shutil.copytree(ROOT / "tests" / "end2end", checkout / "tests" / "end2end", ignore=shutil.ignore_patterns(*REMADE))
    for path in (*(ROOT / "tests").glob("*.py"), ROOT / "pyproject.toml"):
        shutil.copy(path, checkout / path.relative_to(ROOT))
    # paths.py takes a folder with pyproject.toml for a checkout only above src/, which is not here.
    if (shared := ROOT.parent / "shared").is_dir():
        (folder / "shared").symlink_to(shared)
    pytest = (
        environment / "bin" / "python",
        "-m",
        "pytest",
        "tests/end2end",
        "-q",
        "-n",
        "2",
        "-p",
        "no:cacheprovider",
    )
    run(*pytest, cwd=checkout, quiet=False)


def pip(environment: Path, *arguments: str) -> None:
    """Run pip of an environment; only warnings and errors are shown."""
    run(environment / "bin" / "python", "-m", "pip", *arguments, "-qq", "--disable-pip-version-check")


def run(*command: str | Path, cwd: Path = ROOT, quiet: bool = True) -> None:
    """Run a command without this checkout's source on its path, and away from the user's own settings.

    Raises:
        WheelError: It failed; what it printed is shown.
    """
    surroundings = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    surroundings |= {f"XDG_{use}_HOME": str(WORK / "home" / use) for use in ("DATA", "CONFIG", "STATE", "CACHE")}
    outcome = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        text=True,
        check=False,
    )
    if outcome.returncode:
        if outcome.stdout:
            print(outcome.stdout, file=sys.stderr)
        raise WheelError(f"“{' '.join(Path(word).name for word in map(str, command[:4]))} …” failed")


if __name__ == "__main__":
    sys.exit(main())
