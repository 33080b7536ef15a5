"""Reading returned forms: beside pypdf's own `get_fields()`, and whether memory stays flat."""

from __future__ import annotations

import datetime as dt
import gc
import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
from benchmarks.pdf import memory

from lscp_docs.catalogue import FORMS
from lscp_docs.forms import pages
from lscp_docs.forms.blank import FormWords, blank
from lscp_docs.forms.classify import Known, classify
from lscp_docs.forms.examine import observe, read_form
from lscp_docs.forms.filling import filled
from lscp_docs.forms.form_type import FormType
from lscp_docs.forms.identity import Identity
from lscp_docs.forms.returned import Reader
from lscp_docs.model.answers.boxes import FieldKind, fields_of

CREATED = dt.date(2026, 3, 9)
ROUNDS = 7
PROSE = "The health visitor called twice and found nobody at home. "


def returned(row: FormType) -> bytes:
    """Give a form with something in every box."""
    identity = Identity(form=row.key, edition="1", case="NSCP-2026-003", agency="police",
                        issue="K7Q2-MX4P")  # fmt: skip
    words = FormWords(
        partnership="Northmoor", to_whom="Police", due="Soon.", route="By e-mail.", created=CREATED
    )
    texts = {
        box.name: {
            FieldKind.TICK: "yes",
            FieldKind.LINE: "09/03/2026",
            FieldKind.TEXT: (PROSE * 50)[: box.limit * 2 // 3],
        }.get(box.kind, box.options[0].value if box.options else "")
        for box in fields_of(row.model)
    }
    return filled(blank(row, identity, words), texts)


def medians(*runs: Callable[[], object]) -> list[float]:
    """Return the medians of processor milliseconds, all run turn by turn."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(ROUNDS):
        for run, found in zip(runs, times, strict=True):
            start = time.process_time()
            run()
            found.append(1000 * (time.process_time() - start))
    return [statistics.median(found) for found in times]


def get_fields(data: bytes) -> object:
    """Read a form as pypdf does by itself."""
    return pypdf.PdfReader(io.BytesIO(data)).get_fields()


def read(data: bytes) -> object:
    """Read a form as we do: every field with its value, its notes and its page."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    return read_form(reader, pages.all_annotations(pages.page_list(reader)))


def growth(data: bytes, number: int) -> float:
    """Return how many MiB a process grows by that reads many returns, no two of them the same."""
    different = [with_author(data, f"Author {one} of {number}") for one in range(number)]
    for one in different[:10]:
        observe(one)
    gc.collect()
    before = memory()
    for one in different:
        observe(one)
    gc.collect()
    return memory() - before


def with_author(data: bytes, author: str) -> bytes:
    """Give a copy of a return in which somebody else is its author."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        field = next(each for each in pdf.Root.AcroForm.Fields if str(each.T) == "author")
        field.V = pikepdf.String(author)
        changed = io.BytesIO()
        pdf.save(changed)
    return changed.getvalue()


def started(data: bytes) -> float:
    """Return how many seconds the first file takes, the start of the child process included."""
    with tempfile.TemporaryDirectory() as folder, Reader() as reader:
        path = Path(folder) / "returned.pdf"
        path.write_bytes(data)
        start = time.perf_counter()
        reader.observe(path)
        return time.perf_counter() - start


def main() -> int:
    """Print the table; give back 1 when a target is missed."""
    known = Known(
        forms={row.key: row for row in FORMS},
        cases=frozenset({"NSCP-2026-003"}),
        agencies=frozenset({"police"}),
        sendings={},
    )
    rows = []
    made = {row.key: returned(row) for row in FORMS}
    for key, data in made.items():
        alone, ours, whole = medians(
            lambda data=data: get_fields(data),  # type: ignore[misc]
            lambda data=data: read(data),  # type: ignore[misc]
            lambda data=data: classify(observe(data), known),  # type: ignore[misc]
        )
        rows.append((f"{key}: {ours:.0f} ms, get_fields() {alone:.0f} ms", ours / alone, 1.5))
        rows.append(("  all checks and the state, in seconds", (whole - ours) / 1000, 0.3))
    rows.append(
        ("memory growth over 200 different returns, MiB", growth(made["action-update"], 200), 10.0)
    )
    rows.append(("first file with the start of the child, in seconds", started(data), 2.0))
    print(f"{'what':60} {'measured':>9} {'target':>7}")
    for what, measured, target in rows:
        print(
            f"{what:60} {measured:9.2f} {target:7.2f}  {'ok' if measured <= target else 'MISSED'}"
        )
    return int(any(measured > target for _, measured, target in rows))


if __name__ == "__main__":
    sys.exit(main())
