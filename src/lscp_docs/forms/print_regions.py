"""The child process that reads a printed copy: what stands where each box of the sent form stood.

It needs the optional package pdfplumber (the extra `print`). What it gives is a draft: soft line
ends cannot be told from real ones, and a text that was longer than its box is cut without a mark.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

from lscp_docs.forms import limits
from lscp_docs.forms.observed import PrintedBox

SAME_SIZE = 3.0
"""Points by which a printed page may differ from the form's, or it was scaled."""

SHORT_LINE = 0.7
"""A line that fills less of its box was ended by its writer."""

LEADING = 12.0
EDGE = 2.0
"""Points: a line that comes so near to the edge of its box may go on behind it."""


def main() -> None:
    """Read the two paths on standard input, and write the boxes as JSON to standard output."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    printed, form = json.loads(sys.stdin.buffer.readline())
    # Imported before the process is confined: they open files of their own.
    import pdfplumber
    import pypdf

    limits.tighten()
    limits.confine()()
    sent = pypdf.PdfReader(form)
    with pdfplumber.open(printed) as copy:
        found = [box.model_dump() for box in _boxes(sent, copy)]
    answers.write(json.dumps(found).encode())
    answers.flush()


def _boxes(sent: Any, copy: Any) -> Iterator[PrintedBox]:
    """Yield what stands in each box; nothing where the pages are not those of the form."""
    if len(sent.pages) != len(copy.pages):
        return
    for number, (page, printed) in enumerate(zip(sent.pages, copy.pages, strict=True), start=1):
        wide, high = float(page.mediabox.width), float(page.mediabox.height)
        if abs(wide - printed.width) > SAME_SIZE or abs(high - printed.height) > SAME_SIZE:
            continue
        widgets = [reference.get_object() for reference in page.get("/Annots", ())]
        shown = [widget for widget in widgets if _is_box(widget)]
        is_spoilt = False
        for widget in sorted(shown, key=lambda widget: -float(widget["/Rect"][3])):
            for box in _box(widget, number, high, printed):
                # What runs over the end of a box is printed on, unseen, into the boxes below it.
                is_spoilt = is_spoilt or box.is_cut
                yield box.model_copy(update={"is_cut": is_spoilt})
        printed.close()


def _is_box(widget: Any) -> bool:
    return widget.get("/Subtype") == "/Widget" and not int(widget.get("/F", 0)) & 2


def _box(widget: Any, number: int, high: float, printed: Any) -> Iterator[PrintedBox]:
    x0, y0, x1, y1 = (float(each) for each in widget["/Rect"])
    where = (x0, high - y1, x1, high - y0)
    parent = widget.get("/Parent")
    field = widget if "/T" in widget else parent.get_object()
    name = str(field["/T"])
    if field.get("/FT") == "/Btn":
        states = [state for state in widget["/AP"]["/N"] if state != "/Off"]
        if _is_marked(printed, where):
            yield PrintedBox(name=name, value=states[0].lstrip("/"), page=number)
        return
    is_long = bool(int(field.get("/Ff", 0)) & (1 << 12))
    text, is_cut = _text(printed, where, is_long=is_long)
    if field.get("/FT") == "/Ch":
        values = {str(words): str(value) for value, words in field["/Opt"]}
        text = values.get(text, text).strip("-")  # "-" stands for a list that nobody touched
    if text:
        yield PrintedBox(name=name, value=text, page=number, is_cut=is_cut)


def _is_marked(printed: Any, where: tuple[float, float, float, float]) -> bool:
    """True when something smaller than the button is drawn inside it: a tick, a cross, a dot."""
    x0, top, x1, bottom = where
    drawn = (*printed.chars, *printed.curves, *printed.lines, *printed.rects)
    return any(
        x0 - 0.5 <= each["x0"]
        and each["x1"] <= x1 + 0.5
        and top - 0.5 <= each["top"]
        and each["bottom"] <= bottom + 0.5
        and 2 < max(each["x1"] - each["x0"], each["bottom"] - each["top"]) < 0.9 * (x1 - x0)
        for each in drawn
    )


def _text(
    printed: Any, where: tuple[float, float, float, float], *, is_long: bool
) -> tuple[str, bool]:
    """Give the text in a box, and whether it may go on beyond it."""
    x0, top, x1, bottom = where
    crop = printed.crop((x0 - 1, max(top - 1, 0), x1 + 1, bottom + 1))
    lines = crop.extract_text_lines(x_tolerance=2, y_tolerance=3, strip=True, return_chars=False)
    if not lines:
        return "", False
    # A program that does not wrap its lines draws on over the edge of the box.
    runs_over = any(line["x1"] > x1 - EDGE for line in lines)
    if not is_long:
        return " ".join(line["text"] for line in lines), runs_over
    parts = []
    for number, line in enumerate(lines):
        is_last = number == len(lines) - 1
        ended = line["x1"] - x0 < SHORT_LINE * (x1 - x0)
        parts.append(line["text"] + ("" if is_last else "\n" if ended else " "))
    return "".join(parts), runs_over or lines[-1]["bottom"] > bottom - LEADING


if __name__ == "__main__":
    main()
