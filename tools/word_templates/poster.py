"""A page to pin up: narrow margins, two columns of boxes, dates and version at its foot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from tools.word_templates import house_style
from tools.word_templates.blocks import Template, place
from tools.word_templates.package import W

_TOP_CM, _SIDE_CM, _FOOT_CM = 1.5, 1.6, 0.8
_BETWEEN_CM = 0.8
_BODY_PT = 11


class Poster(Template):
    """A public page: no marking and no reference; what it holds flows on where it is too long."""

    def __init__(self, *, title: str) -> None:
        """Start a page with narrow margins."""
        super().__init__(title=title)
        self._width_cm = house_style.PAGE_CM[0] - 2 * _SIDE_CM
        section = self._document.sections[0]
        section.left_margin = section.right_margin = Cm(_SIDE_CM)
        section.top_margin, section.header_distance = Cm(_TOP_CM), Cm(_FOOT_CM)
        section.bottom_margin, section.footer_distance = Cm(_TOP_CM), Cm(_FOOT_CM)

    def headline(self, body: str, kind: str, topic: str, use: str) -> None:
        """Open the page: whose it is, what kind of paper, its topic below, how to use it."""
        _set(self.text(body), after=2)
        title = self.text(kind, style="Title")
        title.add_run().add_break()
        title.add_run(topic).font.size = Pt(17)
        _set(self.text(use), after=4)

    def box(self, heading: str, tag: str, *, stays_with_next: bool = False) -> None:
        """Add a headed box: the paragraphs of `tag`, or its points.

        `stays_with_next` keeps its points on one page with each other and what follows.
        """
        self.text(heading, style="Box Heading").paragraph_format.space_before = Pt(7)
        with self.each("paragraph", f"{tag}.paragraphs"):
            _set(self.text("{{ paragraph }}"), after=4)
        with self.each("point", f"{tag}.points"):
            point = _set(self.text("{{ point }}", style="List Bullet"), after=4)
            point.paragraph_format.keep_with_next = stays_with_next or None

    def fact(self, label: str, tag: str) -> None:
        """Add a line with a label and its words."""
        line = self._document.add_paragraph(style="Normal")
        line.add_run(f"{label}: ", style="Label")
        line.add_run(place(tag))
        _set(line, after=2)

    @contextmanager
    def columns(self) -> Iterator[None]:
        """Set what is added inside in two columns; what stands above keeps the whole width."""
        self._document.sections[0].start_type = WD_SECTION.CONTINUOUS
        self._begin_section(columns=2)
        yield
        self._begin_section(columns=1)

    def _begin_section(self, *, columns: int) -> None:
        # The last paragraph of a section holds its form; a tag's own paragraph is taken away.
        section = self._document.add_section(WD_SECTION.CONTINUOUS)
        self._document.paragraphs[-1].style = "After Table"
        for form in section._sectPr.findall(qn("w:cols")):
            section._sectPr.remove(form)
        space = house_style.twips(_BETWEEN_CM)
        form = parse_xml(f'<w:cols xmlns:w="{W}" w:num="{columns}" w:space="{space}"/>')
        section._sectPr.append(form)


def _set(paragraph: Paragraph, *, after: float) -> Paragraph:
    """Set words a little smaller and closer than those of a report: the page has one side."""
    for run in paragraph.runs:
        run.font.size = Pt(_BODY_PT)
    paragraph.paragraph_format.space_after = Pt(after)
    return paragraph
