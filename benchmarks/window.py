"""Times the window as its user meets it: start, first page, page to page, typing in the search box; and its memory.

    python benchmarks/window.py 10k              # the wiki of benchmarks/search.py, made the first time
    python benchmarks/window.py 10k --rivals     # Zim beside it (Debian's package “zim”)

Runs on the display of the environment, else starts one under xvfb-run. Every start is a process of its own; the
figures are medians, each with the processor time that it took, which says more on a busy machine.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import window_probe
from x_windows import Screen

HERE = Path(__file__).parent
FOLDER = Path("/tmp/fanwiki-bench")
LONGEST = 60.0
IDLE_AFTER = 5.0


@dataclass(frozen=True)
class Start:
    """One start of a program, in seconds and megabytes.

    Args:
        shown: From the start to its window on the screen.
        processor: Processor time until then.
        memory: What the processes held then, shared parts by their share.
        after: Processor time of the five seconds after that.
        memory_after: What they held in the end.
    """

    shown: float
    processor: float
    memory: float
    after: float
    memory_after: float


def tree(pid: int) -> list[int]:
    """Return a process with all that it started."""
    found, todo = [], [pid]
    while todo:
        one = todo.pop()
        found.append(one)
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            todo.extend(int(child) for child in task.read_text().split())
    return found


def processor_time(pids: Iterable[int]) -> float:
    """Return the processor time of processes in seconds."""
    ticks = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory(pids: Iterable[int]) -> float:
    """Return what processes hold in megabytes; what several share counts once."""
    kilobytes = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        kilobytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kilobytes / 1024


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment of a program that has its own home and no network.

    Python keeps compiled modules there, as it does wherever a program is installed: the first start, which does not
    count, writes them, even when the surroundings tell Python to keep none.
    """
    folders = {f"XDG_{use}_HOME": str(home / use.lower()) for use in ("DATA", "CONFIG", "STATE", "CACHE")}
    root = {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if os.geteuid() == 0 else {}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = {"PYTHONPYCACHEPREFIX": str(home / "compiled")}
    return {**kept, **folders, **root, **compiled, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"}


def start(screen: Screen, command: Sequence[str], home: Path) -> Start:
    """Start a program, watch it, and end it."""
    screen.forget()
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=surroundings(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        shown = screen.wait_for_window(LONGEST) - began
        processes = tree(process.pid)
        then, held = processor_time(processes), memory(processes)
        time.sleep(IDLE_AFTER)
        processes = tree(process.pid)
        return Start(shown, then, held, processor_time(processes) - then, memory(processes))
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def median(numbers: Iterable[float]) -> float:
    """Return the middle one."""
    return statistics.median(numbers)


def row_of(name: str, starts: Sequence[Start]) -> str:
    """Return a line of the first table."""
    shown, processor = median(s.shown for s in starts), median(s.processor for s in starts)
    held, after = median(s.memory for s in starts), median(s.after for s in starts)
    return (
        f"| {name} | {shown:.2f} s | {processor:.2f} s | {held:.0f} MB | {after:.1f} s |"
        f" {median(s.memory_after for s in starts):.0f} MB |"
    )


def zim_notebook(size: str) -> Path:
    """Return the same wiki as a notebook of Zim's; it is made the first time."""
    folder = FOLDER / f"zim-{size}"
    if not folder.exists():
        partial = folder.with_suffix(".partial")
        partial.mkdir(parents=True)
        (partial / "notebook.zim").write_text("[Notebook]\nversion=0.4\nname=bench\nhome=Home\n")
        for file in sorted((FOLDER / f"markdown-{size}").rglob("*.md")):
            body = file.read_text("utf-8").split("\n---\n", 1)[-1]
            # In the folders of the Markdown: ten thousand pages beside one another take Zim ten times as long.
            place = partial / file.parent.name / f"{file.stem.replace(' ', '_')}.txt"
            place.parent.mkdir(exist_ok=True)
            head = "Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\n\n"
            place.write_text(f"{head}====== {file.stem} ======\n{body}", "utf-8")
        partial.rename(folder)
    return folder


def compare_starts(screen: Screen, size: str, times: int, *, with_rivals: bool) -> None:
    """Print how fast windows come."""
    program = [sys.executable, "-m", "fanwiki", str(FOLDER / f"{size}.fanwiki")]
    programs = {"fanwiki": program}
    if with_rivals and (zim := shutil.which("zim")):
        programs["Zim"] = [zim, "--standalone", str(zim_notebook(size))]
    found: dict[str, list[Start]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as home:
        for name, command in programs.items():
            # The first start writes settings and, for Zim, its index.
            start(screen, command, Path(home) / name)
            if name == "Zim":
                subprocess.run(
                    [command[0], "--index", command[2]],
                    env=surroundings(Path(home) / name),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    check=False,
                )
        for _ in range(times):
            for name, command in programs.items():
                found[name].append(start(screen, command, Path(home) / name))
    print("| program | window shown | processor time | memory then | busy in the next 5 s | memory in the end |")
    print("|---|---|---|---|---|---|")
    for name, starts in found.items():
        print(row_of(name, starts), flush=True)


def run_probe(command: Sequence[str], home: Path) -> None:
    """Run the window with the probe in it.

    Raises:
        RuntimeError: It failed; what it said is in it.
        TimeoutExpired: It stood still. Half a minute is what a run takes.
    """
    ran = subprocess.run(command, env=surroundings(home), stderr=subprocess.PIPE, timeout=180, check=False)
    if ran.returncode:
        raise RuntimeError(ran.stderr.decode(errors="replace"))


def print_inside(size: str, times: int) -> None:
    """Print what the window tells from within."""
    told: dict[str, list[list[float]]] = {}
    with tempfile.TemporaryDirectory() as home:
        for number in range(times + 1):
            print(f"run {number} of {times} from within", file=sys.stderr, flush=True)
            out = Path(home) / "told.json"
            command = [sys.executable, str(HERE / "window_probe.py"), str(FOLDER / f"{size}.fanwiki"), str(out)]
            run_probe([*command, str(time.time()), str(number)], Path(home))
            for name, pairs in json.loads(out.read_text()).items():
                if number:  # the first start meets cold files
                    told.setdefault(name, []).extend(pairs)
    print("\n| from | to | median | 95 of 100 within | processor time, median |")
    print("|---|---|---|---|---|")
    for name, pairs in told.items():
        walls = sorted(wall for wall, _ in pairs)
        late = walls[min(len(walls) - 1, int(len(walls) * 0.95))]
        unit, times_ = ("s", 1.0) if name in window_probe.IN_SECONDS else ("ms", 1000.0)
        digits = 2 if unit == "s" else 0
        figures = (median(walls), late, median(cpu for _, cpu in pairs))
        cells = " | ".join(f"{figure * times_:.{digits}f} {unit}" for figure in figures)
        print(f"| {name} | {cells} |", flush=True)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Times the window.")
    parser.add_argument("size", choices=("1k", "10k", "100k"), nargs="?", default="10k")
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--rivals", action="store_true", help="Zim as well")
    asked = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        runner = shutil.which("xvfb-run")
        if runner is None:
            parser.error("there is no display, and no xvfb-run to make one")
        os.execv(runner, [runner, "-a", "-s", "-screen 0 1600x1000x24", sys.executable, *sys.argv])
    import search

    search.wiki_of(asked.size)
    compare_starts(Screen(), asked.size, asked.times, with_rivals=asked.rivals)
    print_inside(asked.size, asked.times)
    return 0


if __name__ == "__main__":
    sys.exit(main())
