"""A paper with charts, from its template to its Word file; every number is invented."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from tests.charts import ACTIONS, REFERRALS, TIMELINESS
from tools.word_templates.blocks import Template

from lscp_docs.chart import Chart
from lscp_docs.render.word import Properties, WordTemplate
from lscp_docs.shipped import bundled

DAY = dt.date(2026, 3, 4)
PROPERTIES = Properties(
    title="Annual report",
    subject="2026",
    author="Northmoor Safeguarding Children Partnership",
    keywords="report",
    created=DAY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    title: str = "Annual report"
    words: tuple[str, ...] = ("Words before.",)
    referrals: Chart = REFERRALS
    timeliness: Chart | None = TIMELINESS
    several: tuple[Chart, ...] = (ACTIONS, REFERRALS)


def template(add: Callable[[Template], object] | None = None) -> bytes:
    made = Template(title="Report")
    made.text("{{ title }}", style="Title")
    made.prose("words")
    if add is not None:
        add(made)
        return made.to_bytes()
    made.chart("referrals")
    with made.when("timeliness"):
        made.chart("timeliness")
    made.heading("By agency")
    with made.each("chart", "several"):
        made.chart("chart")
    made.text("Words after.")
    return made.to_bytes()


def paper(context: Paper | None = None, template_: bytes | None = None) -> bytes:
    house = (bundled("templates") / "house_style.docx").read_bytes()
    compiled = WordTemplate.compiled("paper.docx", template_ or template(), house_style=house)
    return compiled.render(context or Paper(), PROPERTIES)


def parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(docx: bytes, name: str, old: str, new: str) -> bytes:
    """Return the file with each match of `old` replaced in the parts whose name matches `name`."""
    stream = io.BytesIO()
    hits = 0
    with zipfile.ZipFile(stream, "w") as package:
        for part, content in parts_of(docx).items():
            data = content
            if re.fullmatch(name, part):
                text, found = re.subn(old, new, content.decode())
                data, hits = text.encode(), hits + found
            package.writestr(part, data)
    assert hits, f"{old} is nowhere in {name}"
    return stream.getvalue()
