"""Fills forms with poppler, the engine of Evince: /usr/bin/python3 poppler_fill.py JOBS.

It runs in the system's Python, where poppler's bindings are. JOBS is a JSON file:
[{"blank": PATH, "filled": PATH, "boxes": [{"name", "text", "place", "at"}, ...]}, ...]; `place` is
the number of a list's option, `at` the middle of the radio button that is pressed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # type: ignore[import-not-found] # noqa: E402


def main() -> None:
    for job in json.loads(Path(sys.argv[1]).read_text("utf-8")):
        document = Poppler.Document.new_from_file(Path(job["blank"]).as_uri(), None)
        boxes = {box["name"]: box for box in job["boxes"]}
        for number in range(document.get_n_pages()):
            for mapped in document.get_page(number).get_form_field_mapping():
                if box := boxes.get(mapped.field.get_name()):
                    fill(mapped.field, mapped.area, box)
        assert document.save(Path(job["filled"]).as_uri())


def fill(field: Any, area: Any, box: dict[str, Any]) -> None:
    match field.get_field_type():
        case Poppler.FormFieldType.TEXT:
            field.text_set_text(box["text"])
        case Poppler.FormFieldType.CHOICE:
            field.choice_select_item(box["place"])
        case Poppler.FormFieldType.BUTTON:
            x, y = box["at"]
            if area.x1 < x < area.x2 and area.y1 < y < area.y2:
                field.button_set_state(True)  # noqa: FBT003


if __name__ == "__main__":
    main()
