"""What the templates of several reports place alike."""

from __future__ import annotations

from collections.abc import Sequence

from docx.text.paragraph import Paragraph

from tools.word_templates.blocks import Column, Paragraphs, Template

NUMBERED = "Numbered Paragraph"


def begin(title: str, *, is_public: bool, landscape: bool = False) -> Template:
    """Start a report with numbered sections; a public one has no reference and no marking."""
    report = Template(title=title, numbered_headings=not landscape, landscape=landscape)
    if is_public:
        report.public_head_and_foot("{{ partnership }} · {{ version }} · as at {{ as_at }}")
    else:
        report.running_head_and_foot()
    return report


def front(report: Template, more: Sequence[tuple[str, str | Paragraphs]] = ()) -> None:
    """Open a report: title, for whom, from whom, of when; then what its readers are asked."""
    report.front_matter(
        [
            ("Report to", "front.report_to"),
            ("Report from", "front.report_from"),
            ("Meeting", "front.meeting"),
            ("Date", "front.date"),
            ("Period", "front.period"),
            ("Author", "front.author"),
            *more,
        ]
    )
    asked(report)


def asked(report: Template) -> Paragraph:
    """Place what the readers are asked to do, and give the line that begins it."""
    label = report.labelled("The {{ front.report_to }} is asked to:", "")
    label.paragraph_format.keep_with_next = True
    report.bullets("front.recommendations")
    return label


def blocks(report: Template, many: str, *, style: str = NUMBERED) -> None:
    """Place a narrative: numbered paragraphs and, between them, points."""
    with report.each("block", many), report.when("block.is_point"):
        report.text("block.words", style="List Bullet")
        report.otherwise()
        report.text("block.words", style=style)


def sentences(report: Template, many: str) -> None:
    """Place sentences, a numbered paragraph each."""
    report.prose(many, style=NUMBERED)


def chart(report: Template, name: str) -> None:
    """Place a chart where there is anything to draw."""
    with report.when(name):
        report.chart(name)


def figures(report: Template, many: str, caption: str) -> None:
    """Place a table of figures."""
    report.table(
        f"figure in {many}",
        [
            ("What is counted", "figure.words", 10.4),
            Column("Number", "figure.value", 4.6, "Table Figure"),
        ],
        caption=caption,
        empty="There are no figures.",
    )


def own_sections(report: Template) -> None:
    """Place the sections that people added."""
    with report.each("section", "own_sections"):
        report.heading("section.title", 2)
        blocks(report, "section.blocks")


def requests(report: Template) -> None:
    """Place what the readers asked for earlier, and where it is answered."""
    report.table(
        "request in requests",
        [
            ("Asked on", "request.asked_on", 3.0),
            ("What was asked for", "request.request", 7.2),
            ("Where it is answered", "request.answered", 4.8),
        ],
        caption="What was asked for at earlier meetings",
        empty="No requests of earlier meetings are recorded.",
    )


def options(report: Template) -> None:
    """Place the options that were considered, and which was adopted."""
    report.table(
        "option in options",
        [
            ("Option", "option.title", 2.6),
            ("What it means", Paragraphs("option.paragraphs"), 9.4),
            ("Outcome", "option.standing", 3.0),
        ],
        caption="The options, and what was decided",
        empty="No options were considered.",
    )


def steps(report: Template) -> None:
    """Place the next steps."""
    report.table(
        "step in steps",
        [
            ("What happens next", "step.what", 7.6),
            ("Who sees to it", "step.who", 4.2),
            ("By when", "step.by", 3.2),
        ],
        caption="Next steps",
        empty="No further steps are planned.",
    )


def ratings(report: Template) -> None:
    """Place how many actions have each rating, with the words for it."""
    report.table(
        "line in ratings",
        [
            ("Rating", "line.rating", 2.6),
            ("What it means", "line.means", 7.4),
            Column("Then", "line.before", 1.9, "Table Figure"),
            Column("Now", "line.share", 3.3, "Table Figure"),
        ],
        caption="Actions by rating on {{ eve }} (then) and on {{ as_at }} (now)",
        empty="There are no actions.",
    )


def changed_actions(report: Template) -> None:
    """Place what changed in the tracker, an action a row."""
    report.table(
        "one in changed",
        [("Action", "one.key", 4.2), ("What changed", "one.changed", 11.0)],
        caption="What changed in the tracker since {{ eve }}",
        empty="Nothing changed in the tracker since {{ eve }}.",
    )
