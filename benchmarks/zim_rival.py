"""Times the search of Zim, a desktop wiki, on the same wiki; search.py runs it in the Python of the system.

python3 benchmarks/zim_rival.py NOTEBOOK [--cpu] < queries.json
"""

from __future__ import annotations

import json
import sys
import time

from zim.notebook import build_notebook
from zim.notebook.info import NotebookInfo
from zim.search import Query, SearchSelection


def main() -> None:
    """Print what each query took, in milliseconds, once everything is indexed."""
    notebook, _ = build_notebook(NotebookInfo(sys.argv[1]))
    notebook.index.check_and_update()
    clock = time.process_time if "--cpu" in sys.argv else time.perf_counter
    took = []
    for text in json.load(sys.stdin):
        began = clock()
        SearchSelection(notebook).search(Query(text))
        took.append([text, (clock() - began) * 1000])
    print(json.dumps(took))


if __name__ == "__main__":
    main()
