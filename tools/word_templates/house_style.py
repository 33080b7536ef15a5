"""The house style: its colours, measures and every named style, in one table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

FONT = "Arial"
ACCENT = "0F3D57"  # headings and rules
MUTED = "43505A"  # small type: running head and foot
TINT = "E7EEF2"  # the header row of a table, a callout
RULE = "A9B8C2"  # thin rules between rows
UNFINISHED = "FFF3CD"  # a gap, the draft line: never by colour alone, both say so in words

PAGE_CM = (21.0, 29.7)
SIDE_MARGIN_CM = 2.9  # leaves lines of some 75 characters
LANDSCAPE_SIDE_MARGIN_CM = 2.0

# Word multiplies the font's own line height, 1.15 for Arial: 1.13 times that is 1.3.
_BODY_LINE = 272
_TIGHT_LINE = 252

FIGURE_INDENT_CM = 0.35  # keeps a right-aligned figure away from the words of the next column

BULLETS, NUMBERS, PARAGRAPH_NUMBERS = 1, 2, 3
SUMMARY_NUMBERS = 90  # apart from the numbers that a template's own lists of steps take, from 4 on


def text_width_cm(*, landscape: bool = False) -> float:
    """Give back the width between the margins in centimetres."""
    if landscape:
        return PAGE_CM[1] - 2 * LANDSCAPE_SIDE_MARGIN_CM
    return PAGE_CM[0] - 2 * SIDE_MARGIN_CM


def twips(cm: float) -> int:
    """Give back a length in twentieths of a point, the measure of Word's own file."""
    return round(cm * 1440 / 2.54)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line along one side of a paragraph; weight in eighths of a point, gap in points."""

    side: str
    weight: int = 4
    colour: str = RULE
    gap: int = 4


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One paragraph style: sizes and spaces in points, indents in centimetres."""

    name: str
    use: str
    size: float = 12
    bold: bool = False
    colour: str = ""
    fill: str = ""
    before: float = 0
    after: float = 0
    line: int = _BODY_LINE
    exact_line: bool = False
    align: str = ""
    left: float = 0
    right: float = 0
    hanging: float = 0
    tab: float = 0
    tab_side: str = "left"
    rules: tuple[Rule, ...] = ()
    keep_next: bool = False
    outline: int | None = None
    numbering: tuple[int, int] | None = None
    next: str = "Normal"


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """One character style, laid over the paragraph's own."""

    name: str
    use: str
    bold: bool = False
    underline: bool = False
    raised: bool = False
    colour: str = ""
    fill: str = ""


_heading = partial(ParagraphStyle, bold=True, colour=ACCENT, keep_next=True, line=_TIGHT_LINE)
_small = partial(ParagraphStyle, size=9.5, colour=MUTED, line=_TIGHT_LINE)

PARAGRAPHS = (
    ParagraphStyle("Normal", "body text", after=8),
    _heading("Title", "the title of the document", size=24, after=3, next="Subtitle"),
    ParagraphStyle(
        "Subtitle",
        "whose document it is",
        size=13,
        bold=True,
        colour=ACCENT,
        after=10,
        keep_next=True,
    ),
    _heading("Heading 1", "a section", size=16, before=20, after=6, outline=0),
    _heading("Heading 2", "a part of a section", size=13.5, before=16, after=4, outline=1),
    _heading("Heading 3", "a part of a part", before=12, after=3, outline=2),
    ParagraphStyle(
        "List Bullet",
        "a point",
        after=4,
        left=0.75,
        hanging=0.6,
        numbering=(BULLETS, 0),
        next="List Bullet",
    ),
    ParagraphStyle(
        "List Number",
        "a step",
        after=4,
        left=0.9,
        hanging=0.9,
        numbering=(NUMBERS, 0),
        next="List Number",
    ),
    ParagraphStyle(
        "Numbered Paragraph",
        "a numbered paragraph of a report",
        after=8,
        left=1.3,
        hanging=1.3,
        numbering=(PARAGRAPH_NUMBERS, 1),
        next="Numbered Paragraph",
    ),
    ParagraphStyle(
        "Numbered Paragraph 2",
        "a numbered paragraph in a numbered part of a section",
        after=8,
        left=1.3,
        hanging=1.3,
        numbering=(PARAGRAPH_NUMBERS, 2),
        next="Numbered Paragraph 2",
    ),
    ParagraphStyle(
        "Table Head",
        "the head of a column",
        size=10.5,
        bold=True,
        colour=ACCENT,
        after=4,
        line=_TIGHT_LINE,
        keep_next=True,
        next="Table Text",
    ),
    ParagraphStyle(
        "Table Text", "words in a table", size=11, after=4, line=_TIGHT_LINE, next="Table Text"
    ),
    ParagraphStyle(
        "Table Figure",
        "a figure in a table",
        size=11,
        after=4,
        line=_TIGHT_LINE,
        align="right",
        right=FIGURE_INDENT_CM,
        next="Table Figure",
    ),
    ParagraphStyle(
        "Caption",
        "what a table or figure shows",
        size=11,
        bold=True,
        before=10,
        after=4,
        line=_TIGHT_LINE,
        keep_next=True,
    ),
    ParagraphStyle(
        "Quote",
        "words that somebody said or wrote",
        before=2,
        after=10,
        left=0.75,
        right=0.75,
        rules=(Rule("left", 12, RULE, 8),),
    ),
    ParagraphStyle(
        "Callout",
        "the one thing not to miss",
        fill=TINT,
        before=14,
        after=18,
        left=0.35,
        right=0.25,
        rules=(
            Rule("top", 4, TINT, 6),
            Rule("left", 24, ACCENT, 8),
            Rule("bottom", 4, TINT, 6),
            Rule("right", 4, TINT, 7),
        ),
    ),
    ParagraphStyle("Marking", "the protective marking", size=11, bold=True, align="center"),
    ParagraphStyle(
        "Handling", "how to handle this document", size=10.5, after=14, line=_TIGHT_LINE
    ),
    ParagraphStyle(
        "Draft",
        "the words that a draft carries",
        size=11,
        bold=True,
        fill=UNFINISHED,
        before=4,
        after=4,
        align="center",
        rules=(Rule("top", 4, UNFINISHED, 2), Rule("bottom", 4, UNFINISHED, 2)),
    ),
    _small("Running Head", "the title on every page", before=4, after=12, rules=(Rule("bottom"),)),
    _small(
        "Running Foot",
        "reference, version, date and page",
        after=4,
        rules=(Rule("top"),),
        tab=text_width_cm(),
        tab_side="right",
    ),
    ParagraphStyle(
        "Letter Address", "to whom a letter goes", after=6, line=_TIGHT_LINE, next="Letter Address"
    ),
    ParagraphStyle(
        "Letter Reference",
        "date and reference of a letter",
        after=2,
        line=_TIGHT_LINE,
        left=3.6,
        hanging=3.6,
        tab=3.6,
        next="Letter Reference",
    ),
    ParagraphStyle("Sign-off", "who signs", line=_TIGHT_LINE, keep_next=True, next="Sign-off"),
    ParagraphStyle(
        "Small Print", "what few need to read", size=10, colour=MUTED, after=4, line=_TIGHT_LINE
    ),
    _heading(
        "Box Heading",
        "the head of a box",
        size=12.5,
        before=10,
        after=3,
        outline=1,
        rules=(Rule("top", 8, ACCENT, 6),),
    ),
    ParagraphStyle("After Table", "the space after a table", size=2, line=160, exact_line=True),
    ParagraphStyle(
        "footnote text",
        "a footnote",
        size=10,
        after=2,
        left=0.5,
        hanging=0.5,
        line=_TIGHT_LINE,
        next="footnote text",
    ),
)

CHARACTERS = (
    CharacterStyle("Strong", "words that weigh more", bold=True),
    CharacterStyle("Gap", "a fact that is missing", bold=True, fill=UNFINISHED),
    CharacterStyle("Hyperlink", "a link", underline=True, colour=ACCENT),
    CharacterStyle("Label", "the name of a fact", bold=True),
    CharacterStyle("footnote reference", "the mark of a footnote", raised=True),
)


def style_id(name: str) -> str:
    """Give back the key by which paragraphs refer to a style."""
    words = name.replace("-", " ").split()
    return "".join(word[0].upper() + word[1:] for word in words)
