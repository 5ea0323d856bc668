"""A guided tour of fanwiki on the command line: makes the sample wiki, reads it, searches it, exports it.

`make run` runs it where there is no window to show. It calls nothing but the `fanwiki` command, as a user would.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

FANWIKI = Path(sys.executable).with_name("fanwiki")
FILM = "We Can Be Heroes"


def main() -> int:
    """Take the tour in the folder that the first argument names.

    Returns:
        The exit code: 0, or that of the first command that failed.
    """
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/demo")
    wiki, site = folder / "heroes.fanwiki", folder / "site"
    clear(folder, wiki, site)
    try:
        tour(wiki, site)
    except subprocess.CalledProcessError as failure:
        print(f"\nThe demo stopped: the command above ended with exit code {failure.returncode}.", file=sys.stderr)
        return failure.returncode
    told(wiki, site)
    return 0


def clear(folder: Path, wiki: Path, site: Path) -> None:
    """Remove what an earlier tour left, and only that: fanwiki never overwrites a wiki."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{wiki.name}*"):
        old.unlink()
    if (site / "index.html").is_file():
        shutil.rmtree(site)


def tour(wiki: Path, site: Path) -> None:
    """Run the commands of the tour, each under a line that says what it shows."""
    step("A wiki is one file. This one is the sample that fanwiki ships:")
    fanwiki("new", wiki, "--sample")
    fanwiki("stats", wiki)
    step("Search it as somebody who has seen no film; what would spoil one is withheld:")
    fanwiki("search", wiki, "invasion", "--limit", "3")
    step("The same search by somebody who has seen the first film:")
    fanwiki("search", wiki, "invasion", "--limit", "3", "--seen", FILM)
    step("What is rumoured about the sequel:")
    fanwiki("list", wiki, "kind:speculation", "--seen", FILM)
    step("Read a page:")
    fanwiki("show", wiki, "Ojo", "--as", "text", "--seen", FILM)
    step("Hand the wiki on as a folder of HTML, made for a reader who has seen the first film:")
    fanwiki("export", wiki, site, "--format", "html", "--seen", FILM)
    step("Check that the file is sound:")
    fanwiki("check", wiki)


def step(text: str) -> None:
    """Print what comes next."""
    print(f"\n# {text}", flush=True)


def fanwiki(*arguments: str | Path) -> None:
    """Print a command as one would type it, and run it."""
    words = [str(argument) for argument in arguments]
    print(f"$ {shlex.join(['fanwiki', *words])}", flush=True)
    subprocess.run([FANWIKI, *words], check=True, stdin=subprocess.DEVNULL)


def told(wiki: Path, site: Path) -> None:
    """Print what the tour made and where."""
    pages = sum(1 for _ in site.rglob("*.html"))
    print(
        f"\nMade:\n"
        f"  {wiki}  the sample wiki, {wiki.stat().st_size // 1024} KB\n"
        f"  {site / 'index.html'}  the same wiki as {pages} HTML files; open it in any browser\n"
        f"\nGo on with:  {FANWIKI} --help"
    )


if __name__ == "__main__":
    sys.exit(main())
