"""How long one Word document takes: ours warm, docxtpl as shipped, and the least that is possible.

Run it with `python benchmarks/word.py [ROUNDS]`. All three fill one template of about seven pages
with the same words, in turns, so that a busy machine slows all of them. The least possible is the
same compiled Jinja code and the deflating of its parts, without any check or zip around it.
"""

from __future__ import annotations

import datetime as dt
import io
import statistics
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import docx
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined

from lscp_docs.render.word import Properties, WordTemplate
from lscp_docs.render.word_compile import readings_of
from lscp_docs.render.word_source import source

LEAST_TIMES_FASTER_THAN_DOCXTPL = 15.0
MOST_TIMES_THE_LEAST_POSSIBLE = 2.5
PROPERTIES = Properties(
    title="Rapid review",
    subject="NSCP-2026-003",
    author="Northmoor Safeguarding Children Partnership",
    keywords="rapid review",
    created=dt.date(2026, 3, 4),
)
SENTENCE = "The worker visited on Tuesday & recorded that the baby was <well> and feeding. "


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    role: str
    telephone: str


@dataclass(frozen=True, slots=True)
class Agency:
    name: str
    answered: bool
    finding: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Step:
    on: str
    source: str
    event: str
    comment: str


@dataclass(frozen=True, slots=True)
class Review:
    title: str
    reference: str
    agreed: bool
    story: tuple[str, ...]
    agencies: tuple[Agency, ...]
    steps: tuple[Step, ...]


def review() -> Review:
    contacts = tuple(Contact(f"Person {n}", "Lead", f"01632 960 00{n}") for n in range(2))
    return Review(
        title="Rapid review",
        reference="NSCP-2026-003",
        agreed=True,
        story=tuple(SENTENCE * 5 for _ in range(10)),
        agencies=tuple(Agency(f"Agency {n}", n % 2 == 0, SENTENCE * 2, contacts) for n in range(8)),
        steps=tuple(
            Step(f"{n + 1} March 2026", "Health visitor", SENTENCE, SENTENCE) for n in range(17)
        ),
    )


def template() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ reference }}"
    document.add_heading("{{ title }}", 1)
    for text in (
        "Reference {{ reference }}. {% if agreed %}Agreed{% else %}Not agreed{% endif %}.",
        "{%p for paragraph in story %}",
        "{{ paragraph }}",
        "{%p endfor %}",
        "{%p for agency in agencies %}",
        "{{ agency.name }}: {% if agency.answered %}answered{% else %}late{% endif %}",
        "{{ agency.finding }}",
        "{%p endfor %}",
    ):
        document.add_paragraph(text)
    rows = (
        ("{%tr for agency in agencies %}", "", "", ""),
        ("{{ agency.name }}", "{{ agency.contacts|length }}", "", ""),
        ("{%tr for contact in agency.contacts %}", "", "", ""),
        ("", "{{ contact.name }}", "{{ contact.role }}", "{{ contact.telephone }}"),
        ("{%tr endfor %}", "", "", ""),
        ("{%tr endfor %}", "", "", ""),
        ("{%tr for step in steps %}", "", "", ""),
        ("{{ step.on }}", "{{ step.source }}", "{{ step.event }}", "{{ step.comment }}"),
        ("{%tr endfor %}", "", "", ""),
    )
    table = document.add_table(rows=len(rows), cols=4)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def contestants(data: bytes, context: Review) -> dict[str, Callable[[], object]]:
    values = {name: getattr(context, name) for name in Review.__slots__}
    ours = WordTemplate.compiled("benchmark.docx", data, house_style=None)
    _, readings = readings_of("benchmark.docx", data)
    bare = Environment(autoescape=True, undefined=StrictUndefined)
    parts = [bare.from_string(source(one.part).text) for one in readings if one.tags]

    def with_docxtpl() -> bytes:
        filled = DocxTemplate(io.BytesIO(data))
        filled.render(values, Environment(autoescape=True, undefined=StrictUndefined))
        stream = io.BytesIO()
        filled.save(stream)
        return stream.getvalue()

    def least() -> list[bytes]:
        return [zlib.compress(part.render(values).encode(), 6) for part in parts]

    return {
        "docxtpl, render and save": with_docxtpl,
        "lscp-docs, compiled": lambda: ours.render(context, PROPERTIES),
        "least possible": least,
    }


def same_words(made: dict[str, Callable[[], object]]) -> bool:
    """Say whether the two Word files hold the same text, so that like is timed with like."""
    found = []
    for name in ("docxtpl, render and save", "lscp-docs, compiled"):
        content = made[name]()
        assert isinstance(content, bytes)  # noqa: S101
        body = docx.Document(io.BytesIO(content)).element.body
        found.append([node.text for node in body.iter() if node.tag.endswith("}t")])
    return [text for text in found[0] if text] == [text for text in found[1] if text]


def main(rounds: int) -> int:
    made = contestants(template(), review())
    if not same_words(made):
        print("The two files do not hold the same words.")
        return 1
    times: dict[str, list[float]] = {name: [] for name in made}
    for _ in range(rounds):
        for name, run in made.items():
            start = time.perf_counter()
            run()
            times[name].append((time.perf_counter() - start) * 1000)
    docxtpl, ours, least = (statistics.median(taken) for taken in times.values())
    print(f"One document of about seven pages, {rounds} rounds in turns, milliseconds\n")
    print(f"{'':28}{'median':>9}{'least':>9}{'times ours':>12}")
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"{name:28}{middle:9.2f}{min(taken):9.2f}{middle / ours:12.2f}")
    faster, above = docxtpl / ours, ours / least
    print(f"\nFaster than docxtpl: {faster:.1f} x (target: {LEAST_TIMES_FASTER_THAN_DOCXTPL} x)")
    print(
        f"Least possible: {above:.2f} x of it (target: {MOST_TIMES_THE_LEAST_POSSIBLE} x at most)"
    )
    met = faster >= LEAST_TIMES_FASTER_THAN_DOCXTPL and above <= MOST_TIMES_THE_LEAST_POSSIBLE
    print("Both targets are met." if met else "A target is missed.")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 30))
