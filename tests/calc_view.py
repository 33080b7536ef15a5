"""Opens Excel files in a LibreOffice that runs: /usr/bin/python3 calc_view.py PIPE FILE...

Prints, as JSON by file, how many columns and rows the view of the first sheet keeps in sight. A
conversion tells nothing of it, as it opens no view. At the end LibreOffice is closed.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.connection import (  # type: ignore[import-not-found]
    NoConnectException,
)

PATIENCE = 120
"""Seconds for LibreOffice to start."""


def desktop(pipe: str) -> Any:
    local = uno.getComponentContext()
    make = local.ServiceManager.createInstanceWithContext
    resolver = make("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            make = there.ServiceManager.createInstanceWithContext
            return make("com.sun.star.frame.Desktop", there)


def in_sight(book: Any) -> list[int]:
    view = book.CurrentController
    view.setActiveSheet(book.Sheets.getByIndex(0))
    return [view.SplitColumn, view.SplitRow] if view.hasFrozenPanes() else [0, 0]


def main(pipe: str, *files: str) -> None:
    office, told = desktop(pipe), {}
    for file in files:
        book = office.loadComponentFromURL(uno.systemPathToFileUrl(file), "_blank", 0, ())
        told[file] = in_sight(book)
        book.close(True)  # noqa: FBT003  its own way of asking
    sys.stdout.write(json.dumps(told))
    office.terminate()


main(*sys.argv[1:])
