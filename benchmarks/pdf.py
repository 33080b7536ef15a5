"""What the PDF engine adds to WeasyPrint alone, and whether memory stays flat."""

from __future__ import annotations

import datetime as dt
import gc
import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from tests.finished_word import blank, report, saved

from lscp_docs.render import pdf, word_html

CREATED = dt.date(2026, 3, 4)
ROUNDS = 9
PAGE = "<h1>A briefing</h1>" + "<h2>What happened</h2><p>The health visitor called twice.</p>" * 60


def weasyprint_alone(page: str, *, house: bool) -> Callable[[], object]:
    """Return WeasyPrint's own call with everything reusable made beforehand."""
    engine = pdf._engine()
    sheets = [engine.print_css, engine.house_css] if house else [engine.print_css]

    def run() -> Any:
        source = pdf.weasyprint.HTML(string=page, base_url=pdf.BASE, url_fetcher=engine.fetcher)
        return source.write_pdf(
            stylesheets=sheets, font_config=engine.fonts, pdf_variant="pdf/ua-1", pdf_tags=True
        )

    return run


def with_a_fuller_end(document: bytes) -> bytes:
    """Return the document with half a page more at its end."""
    longer = docx.Document(io.BytesIO(document))
    for _ in range(6):
        longer.add_paragraph("The group will look at this again in the autumn. " * 4)
    return saved(longer)


def medians(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """Return the medians of processor milliseconds, the two run turn by turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for run, found in zip((one, other), times, strict=True):
            start = time.process_time()
            run()
            found.append(1000 * (time.process_time() - start))
    return statistics.median(times[0]), statistics.median(times[1])


def memory() -> float:
    """Return the resident memory of this process in MiB."""
    status = Path("/proc/self/status").read_text("ascii")
    line = next(x for x in status.splitlines() if x.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def growth(count: int) -> float:
    """Return by how many MiB memory grows over `count` letters after the first 50."""
    letter = blank()
    letter.add_paragraph("Your referral", style="Heading 1")
    letter.add_paragraph("Thank you for your referral. " * 12)
    document = saved(letter)
    for _ in range(50):
        pdf.from_word(document, created=CREATED)
    gc.collect()
    before = memory()
    for _ in range(count - 50):
        pdf.from_word(document, created=CREATED)
    gc.collect()
    return memory() - before


def main() -> int:
    """Print the table; give back 1 when a target is missed."""
    # The report's last page is nearly empty, and is taken in by a second layout.
    taken_in, document = report(), with_a_fuller_end(report())
    page, page_taken_in = (
        word_html.read(each, created=CREATED).html for each in (document, taken_in)
    )
    properties = word_html.Properties("A briefing")
    whole = word_html.shell(properties, created=CREATED, css="", body=PAGE)
    rows = []
    for name, ours, alone, target in (
        ("from_word", lambda: pdf.from_word(document, created=CREATED),
         weasyprint_alone(page, house=False), 1.6),
        ("from_word, laid out twice", lambda: pdf.from_word(taken_in, created=CREATED),
         weasyprint_alone(page_taken_in, house=False), 2.5),
        ("from_html", lambda: pdf.from_html(PAGE, title="A briefing", created=CREATED),
         weasyprint_alone(whole, house=True), 1.1),
    ):  # fmt: skip
        mine, its = medians(ours, alone)
        rows.append((f"{name}: {mine:.0f} ms, WeasyPrint alone {its:.0f} ms", mine / its, target))
    rows.append(("memory growth over 500 letters, MiB", growth(500), 10.0))
    print(f"{'what':60} {'measured':>9} {'target':>7}")
    for what, measured, target in rows:
        print(
            f"{what:60} {measured:9.2f} {target:7.2f}  {'ok' if measured <= target else 'MISSED'}"
        )
    return int(any(measured > target for _, measured, target in rows))


if __name__ == "__main__":
    sys.exit(main())
