"""The command line: the services without Qt. A contract that scripts depend on (see docs/command-line.md).

Exit codes: 0 done, 1 a problem told in one line on standard error, 2 wrong usage.
"""

from __future__ import annotations

from fanwiki.cli.program import run_command_line

__all__ = ["run_command_line"]
