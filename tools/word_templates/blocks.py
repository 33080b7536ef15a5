"""The building blocks of a document's template: each places tags, none holds a fact of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml.etree import SubElement

from tools.word_templates import footnotes, house_style, running, style_parts, tables
from tools.word_templates.package import stable_bytes
from tools.word_templates.tables import Column, Paragraphs

__all__ = ["Column", "Paragraphs", "Template", "place"]

_NAME = re.compile(r"[a-z_]\w*(\.\w+)*")
_LABEL_CM = 4.8

# By style, the list and the level that a paragraph is given where its style alone has neither.
_SECTIONS: Mapping[str, tuple[int, int]] = {"Heading 1": (house_style.PARAGRAPH_NUMBERS, 0)}
_PARTS = {**_SECTIONS, "Heading 2": (house_style.PARAGRAPH_NUMBERS, 1)}
_SUMMARY = {
    "Heading 2": (house_style.SUMMARY_NUMBERS, 0),
    "Numbered Paragraph": (house_style.SUMMARY_NUMBERS, 1),
}


def place(words: str) -> str:
    """Give back the tag that places a bare name ("child.name"); other words stay as they are."""
    return f"{{{{ {words} }}}}" if _NAME.fullmatch(words) else words


class Template:
    """A Word template under construction: every call adds to its end.

    A `tag` is the name of a context field ("child.name") or words with tags in them
    ("{{ child.name }}, {{ child.age }}").
    """

    def __init__(
        self, *, title: str, landscape: bool = False, numbered_headings: bool = False
    ) -> None:
        """Start a document; `title` names its kind, the context's `title` the document itself.

        With `numbered_headings` sections are 1, 2, 3 and Numbered Paragraphs 1.1, 1.2 in them.
        """
        self._document = style_parts.blank(landscape=landscape)
        self._width_cm = house_style.text_width_cm(landscape=landscape)
        self._has_numbers = numbered_headings
        self._numbered = _SECTIONS if numbered_headings else {}
        self._is_new_page = False
        self._loops = 0
        self._footnotes: list[str] = []
        properties = self._document.core_properties
        properties.title = "{{ title }}"
        properties.author = "{{ partnership }}"
        properties.subject = title

    # the page ------------------------------------------------------------------------------

    def running_head_and_foot(self) -> None:
        """Put marking, draft line and title above every page; reference, page, marking below."""
        running.add_head_and_foot(self._document, width_cm=self._width_cm)

    def public_head_and_foot(self, words: str) -> None:
        """Put the draft line above every page; `words` and the page below."""
        running.add_public_head_and_foot(self._document, words, width_cm=self._width_cm)

    def front_matter(self, rows: Sequence[tuple[str, str | Paragraphs]]) -> None:
        """Open a document: title, whose it is, how to handle it, and the facts that place it."""
        self.text("{{ title }}", style="Title")
        self.text("{{ partnership }}", style="Subtitle")
        self._handling()
        self.facts(rows, caption="About this document")

    def letterhead(self) -> None:
        """Open a letter from the context field `letter`: sender, recipients, date, subject."""
        self._handling()
        self.text("letter.sender_body", style="Subtitle").paragraph_format.space_after = Pt(2)
        contact = self.text("letter.sender_contact", style="Small Print")
        contact.paragraph_format.space_after = Pt(16)
        with self.each("recipient", "letter.recipients"):
            with self.when("recipient.name"):
                name = self.text("recipient.name", style="Letter Address")
                name.paragraph_format.space_after = Pt(0)
                name.paragraph_format.keep_with_next = True
            self.text(
                "{% if recipient.role %}{{ recipient.role }}, {% endif %}{{ recipient.body }}",
                style="Letter Address",
            )
        date = self._labelled("Date", "letter.date")
        date.paragraph_format.space_before = Pt(12)
        self._labelled("Our reference", "letter.our_reference")
        salutation = self.text("letter.salutation")
        salutation.paragraph_format.space_before = Pt(16)
        subject = self.heading("letter.subject")
        subject.paragraph_format.space_before = Pt(4)
        subject.runs[0].font.size = Pt(13.5)

    def sign_off(
        self,
        *,
        closing: str = "Yours sincerely",
        name: str = "letter.sender_name",
        role: str = "letter.sender_role",
        body: str = "letter.sender_body",
        stays_with_next: bool = False,
    ) -> None:
        """Close a letter or report: the closing words if any, room to sign, who signs.

        `stays_with_next` keeps it on the page of a list that follows.
        """
        if closing:
            self.text(closing, style="Sign-off").paragraph_format.space_before = Pt(8)
        signature = self.text(name, style="Sign-off")
        signature.paragraph_format.space_before = Pt(40)
        signature.runs[0].style = "Strong"
        self.text(role, style="Sign-off")
        self.text(body, style="Sign-off").paragraph_format.keep_with_next = stays_with_next

    def page_break(self) -> None:
        """Begin a new page with the next words, without a blank paragraph."""
        self._is_new_page = True

    # words ---------------------------------------------------------------------------------

    def heading(self, text: str, level: int = 1) -> Paragraph:
        """Add a heading of level 1, 2 or 3, numbered where the document's are.

        It stays with what follows. An appendix, which has no number, is a `text` in that style.
        """
        style = f"Heading {level}"
        paragraph = self.text(text, style=style)
        if style in self._numbered:
            _number(paragraph, *self._numbered[style])
        return paragraph

    def text(self, words: str, style: str = "Normal", *, note: str = "") -> Paragraph:
        """Add one paragraph; `note` is its footnote.

        Raises ValueError for a numbered paragraph without numbered headings, and for a footnote in
        a loop, where each turn would point at the same note.
        """
        if style.startswith("Numbered Paragraph") and not self._has_numbers:
            raise ValueError("numbered paragraphs need Template(numbered_headings=True)")
        paragraph = self._document.add_paragraph(place(words), style=style)
        if self._is_new_page:
            paragraph.paragraph_format.page_break_before = True
            self._is_new_page = False
        if style in self._numbered and not style.startswith("Heading"):
            _number(paragraph, *self._numbered[style])
        if note:
            self._footnote(paragraph, note)
        return paragraph

    @contextmanager
    def summary(self) -> Iterator[None]:
        """Number what is added inside apart from the report, which begins at 1 after it.

        Headings 2 are 1, 2, 3 and Numbered Paragraphs 1.1, 1.2 in them; Heading 1 has no number.
        """
        with self._numbering(_SUMMARY):
            yield

    @contextmanager
    def numbered_parts(self) -> Iterator[None]:
        """Number the parts of a section: Headings 2 are 4.1, 4.2, Numbered Paragraphs 2 4.1.1."""
        with self._numbering(_PARTS):
            yield

    @contextmanager
    def _numbering(self, numbered: Mapping[str, tuple[int, int]]) -> Iterator[None]:
        before, self._numbered = self._numbered, numbered
        yield
        self._numbered = before

    def labelled(self, label: str, words: str) -> Paragraph:
        """Add a label in bold and what stands for it, on one line."""
        paragraph = self._document.add_paragraph(style="Normal")
        paragraph.add_run(place(label), style="Label")
        paragraph.add_run(f" {place(words)}")
        return paragraph

    def callout(self, words: str) -> None:
        """Add the one thing that a reader must not miss."""
        self.text(words, style="Callout")

    def box(self, heading: str, tag: str) -> None:
        """Add a headed box of a briefing: its heading, then the paragraphs of `tag`."""
        self.text(heading, style="Box Heading")
        self.prose(tag)

    def prose(self, tag: str, *, style: str = "Normal", stays_with_next: bool = False) -> None:
        """Add a narrative, a paragraph an item.

        `stays_with_next` keeps its last paragraph on the page of what follows, so that a signature
        never stands alone.
        """
        with self.each("paragraph", tag):
            if not stays_with_next:
                self.text("{{ paragraph }}", style=style)
                return
            with self.when("loop.last"):
                last = self.text("{{ paragraph }}", style=style)
                last.paragraph_format.keep_with_next = True
                self.otherwise()
                self.text("{{ paragraph }}", style=style)

    def bullets(self, tag: str, *, empty: str = "") -> None:
        """Add a point for each item; without an item, the sentence `empty`."""
        with self._unless_empty(tag, empty):
            self.prose(tag, style="List Bullet")

    def numbered(self, tag: str, *, empty: str = "") -> None:
        """Add a numbered step for each item, from 1; without an item, the sentence `empty`.

        Raises ValueError inside a loop, where Word would count on from one item to the next.
        """
        if self._loops:
            raise ValueError("a numbered list in a loop would not begin at 1 again: use bullets")
        number = self._new_list()
        with self._unless_empty(tag, empty), self.each("paragraph", tag):
            _number(self.text("{{ paragraph }}", style="List Number"), number, 0)

    # tables --------------------------------------------------------------------------------

    def facts(
        self, rows: Sequence[tuple[str, str | Paragraphs]], *, caption: str = "Facts"
    ) -> None:
        """Add labels and values; `caption` is the name that a screen reader speaks, not printed."""
        placed = [(label, _placed(value)) for label, value in rows]
        table = tables.facts(
            placed, label_cm=_LABEL_CM, value_cm=self._width_cm - _LABEL_CM, caption=caption
        )
        self._add_table(table)

    def fact_loop(
        self,
        name: str,
        many: str,
        rows: Sequence[tuple[str, str | Paragraphs]],
        *,
        heading: str,
        level: int = 2,
        empty: str = "",
    ) -> None:
        """Add a heading and a table of facts for each item of `many`, which the tags call `name`.

        Without an item, the sentence `empty`.
        """
        with self._unless_empty(many, empty), self.each(name, many):
            self.heading(heading, level)
            self.facts(rows, caption=heading)

    def table(
        self,
        loop: str,
        columns: Sequence[tuple[str, str | Paragraphs, float] | Column],
        *,
        caption: str,
        empty: str,
        is_labelled: bool = False,
    ) -> None:
        """Add a table with a row for each item of `loop` ("action in actions"), and its caption.

        Without an item there is no table, and `empty` stands in its place. `is_labelled` when the
        first cell of a row says what the row is about: it heads the row. Widths are centimetres
        and are stretched to the width of the text. Raises ValueError if they are wider than that,
        or if a column is too narrow for the longest word of its head.
        """
        many = loop.partition(" in ")[2]
        with self._unless_empty(many, empty):
            self.text(caption, style="Caption")
            stretched = self._stretched(columns)
            self._add_table(
                tables.register(loop, stretched, caption=caption, is_labelled=is_labelled)
            )

    def chart(self, tag: str) -> None:
        """Add the chart that `tag` names under its own title; its numbers are read out in words."""
        self.text(f"{tag}.title", style="Caption")
        # At 1.13 lines Word would leave an eighth of the picture's height free above it.
        self.text(tag).paragraph_format.line_spacing = 1.0

    # choices and loops ---------------------------------------------------------------------

    @contextmanager
    def when(self, condition: str) -> Iterator[None]:
        """Keep what is added inside only if the condition holds; see `otherwise`."""
        self._control(f"{{%p if {condition} %}}")
        yield
        self._control("{%p endif %}")

    def otherwise(self) -> None:
        """Inside `when`: what follows stands if the condition does not hold."""
        self._control("{%p else %}")

    @contextmanager
    def each(self, name: str, many: str) -> Iterator[None]:
        """Repeat what is added inside for each item of `many`, which the tags call `name`."""
        self._control(f"{{%p for {name} in {many} %}}")
        self._loops += 1
        yield
        self._loops -= 1
        self._control("{%p endfor %}")

    # the file ------------------------------------------------------------------------------

    def to_bytes(self) -> bytes:
        """Give back the template as a .docx, the same bytes at every build."""
        footnotes.write(self._document, self._footnotes)
        return stable_bytes(self._document)

    def save(self, path: Path) -> None:
        """Write the template."""
        path.write_bytes(self.to_bytes())

    # within --------------------------------------------------------------------------------

    @contextmanager
    def _unless_empty(self, many: str, empty: str) -> Iterator[None]:
        if not empty:
            yield
            return
        with self.when(many):
            yield
            self.otherwise()
            self.text(empty)

    def _footnote(self, paragraph: Paragraph, note: str) -> None:
        if self._loops:
            raise ValueError("a footnote cannot stand in a loop")
        self._footnotes.append(note)
        footnotes.mark(paragraph, len(self._footnotes))

    def _handling(self) -> None:
        with self.when("handling"):
            self.text("handling", style="Handling")

    def _labelled(self, label: str, tag: str) -> Paragraph:
        paragraph = self._document.add_paragraph(style="Letter Reference")
        paragraph.add_run(label, style="Label")
        paragraph.add_run(f"\t{place(tag)}")
        return paragraph

    def _control(self, tag: str) -> None:
        self._document.add_paragraph(tag, style="Small Print")

    def _add_table(self, table: BaseOxmlElement) -> None:
        if self._is_new_page:
            raise ValueError("a table cannot begin a page: put a heading or a caption before it")
        self._document.element.body.insert_element_before(table, "w:sectPr")
        self._document.add_paragraph(style="After Table")

    def _stretched(
        self, columns: Sequence[tuple[str, str | Paragraphs, float] | Column]
    ) -> list[Column]:
        asked = [Column(*column) for column in columns]
        total = sum(column.width_cm for column in asked)
        if total > self._width_cm + 0.05:
            raise ValueError(f"columns of {total:.1f} cm on a line of {self._width_cm:.1f} cm")
        stretch = self._width_cm / total
        stretched = [
            column._replace(tag=_placed(column.tag), width_cm=column.width_cm * stretch)
            for column in asked
        ]
        cramped = [column.head for column in stretched if not tables.head_fits(column)]
        if cramped:
            raise ValueError(f"columns too narrow for a word of their heads: {cramped}")
        return stretched

    def _new_list(self) -> int:
        numbering = self._document.part.numbering_part.element
        number = numbering.add_num(house_style.NUMBERS)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)


def _placed(value: str | Paragraphs) -> str | Paragraphs:
    return value if isinstance(value, Paragraphs) else place(value)


def _number(paragraph: Paragraph, number: int, level: int) -> None:
    """Give a paragraph its own place in a numbered list, whatever its style says."""
    properties = SubElement(paragraph._p.get_or_add_pPr(), qn("w:numPr"))
    SubElement(properties, qn("w:ilvl"), {qn("w:val"): str(level)})
    SubElement(properties, qn("w:numId"), {qn("w:val"): str(number)})
