"""Opens a page of a bundle in WebKitGTK from disk, types into the search, and prints what it found as JSON.

Arguments: the address of a page, then what to type, one an argument. Needs a display; the test brings a virtual one.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.keys import Keys

OPTION = "return document.querySelector('.search-panel:not([hidden]) [role=option]')?.textContent"
HEADING = "return document.querySelector('h1')?.textContent"
FOLDER = Path("/usr/lib")


def until(ask: Callable[[], Any]) -> Any:
    for _ in range(100):
        try:
            answer = ask()
        except WebDriverException:  # between two pages
            answer = None
        if answer:
            return answer
        time.sleep(0.1)
    raise TimeoutError("waited in vain")


def start() -> webdriver.WebKitGTK:
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(next(FOLDER.glob("*/webkit2gtk-4.*/MiniBrowser")))
    options.add_argument("--automation")
    options.set_capability("browserName", "MiniBrowser")
    return webdriver.WebKitGTK(options=options, service=webdriver.WebKitGTKService("/usr/bin/WebKitWebDriver"))


def main() -> None:
    address, *queries = sys.argv[1:]
    driver = start()
    told: dict[str, Any] = {"answers": []}
    try:
        driver.get(address)
        home = until(lambda: driver.execute_script(HEADING))
        for query in queries:
            box = driver.find_element("css selector", ".search-box")
            box.clear()
            box.send_keys(query)
            told["answers"].append(until(lambda: driver.execute_script(OPTION)))
        box.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
        told["heading"] = until(lambda: (shown := driver.execute_script(HEADING)) != home and shown)
        told["policy"] = driver.execute_script("return Boolean(document.querySelector('meta[http-equiv]'))")
    finally:
        driver.quit()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
