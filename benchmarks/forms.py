"""What making a fillable form adds to WeasyPrint alone on the same page."""

from __future__ import annotations

import sys
from collections.abc import Callable

from benchmarks.pdf import medians
from tests.every_kind import ROWS, made

from lscp_docs.render import pdf

AT_MOST = 1.6
FORMS = ("scoping-report", "briefing-use")


def weasyprint_alone(key: str) -> Callable[[], object]:
    """Give WeasyPrint's own call on the page of a form, everything reusable made beforehand."""
    engine = pdf._engine()
    page = page_of(key)

    def run() -> object:
        source = pdf.weasyprint.HTML(string=page, base_url=pdf.BASE, url_fetcher=engine.fetcher)
        return source.write_pdf(
            stylesheets=[engine.print_css, engine.house_css],
            font_config=engine.fonts,
            pdf_variant="pdf/ua-1",
            pdf_tags=True,
            pdf_forms=True,
        )

    return run


def page_of(key: str) -> str:
    """Give the page that WeasyPrint is handed for a form."""
    seen: list[str] = []
    engine = pdf._engine()
    write = engine.write

    def listen(page: str, **rest: object) -> bytes:
        seen.append(page)
        return write(page, **rest)  # type: ignore[arg-type]

    engine.write = listen  # type: ignore[method-assign]
    try:
        made(ROWS[key])
    finally:
        engine.write = write  # type: ignore[method-assign]
    return seen[0]


def main() -> int:
    """Print a line for each form; give back 1 where one is over its limit."""
    over = False
    for key in FORMS:
        ours, alone = medians(lambda key=key: made(ROWS[key]), weasyprint_alone(key))  # type: ignore[misc]
        times = ours / alone
        over = over or times > AT_MOST
        print(
            f"{key}: {ours:.0f} ms, WeasyPrint alone {alone:.0f} ms = {times:.2f} times, "
            f"{'within' if times <= AT_MOST else 'OVER'} {AT_MOST} times"
        )
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
