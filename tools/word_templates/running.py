"""What stands above and below the text on every page, the first one too."""

from __future__ import annotations

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.parser import parse_xml
from docx.section import _Footer, _Header
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from tools.word_templates.house_style import text_width_cm
from tools.word_templates.package import W


def add_head_and_foot(document: Document, *, width_cm: float) -> None:
    """Put marking, draft line and title above; reference, version, date, page, marking below."""
    section = document.sections[0]
    head, foot = _emptied(section.header), _emptied(section.footer)
    _only_if(head, "marking", "{{ marking }}", style="Marking")
    _only_if(head, "draft", "{{ draft }}", style="Draft")
    head.add_paragraph("{{ title }}", style="Running Head")
    line = foot.add_paragraph(
        "{{ reference }} · {{ version }} · as at {{ as_at }}", style="Running Foot"
    )
    _add_page_number(line, width_cm=width_cm)
    _only_if(foot, "invented", "{{ invented }}", style="Running Foot")
    _only_if(foot, "marking", "{{ marking }}", style="Marking")


def add_public_head_and_foot(document: Document, words: str, *, width_cm: float) -> None:
    """Put the draft line above; `words` and the page below: a public page has no reference."""
    section = document.sections[0]
    head, foot = _emptied(section.header), _emptied(section.footer)
    _only_if(head, "draft", "{{ draft }}", style="Draft")
    line = foot.add_paragraph(words, style="Running Foot")
    _add_page_number(line, width_cm=width_cm)
    _only_if(foot, "invented", "{{ invented }}", style="Running Foot")


def _add_page_number(line: Paragraph, *, width_cm: float) -> None:
    """Add "Page 1 of 2" at the right end of the line."""
    if width_cm != text_width_cm():
        stops = line.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(text_width_cm()), WD_TAB_ALIGNMENT.CLEAR)
        stops.add_tab_stop(Cm(width_cm), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run("\tPage ")
    _add_field(line, "PAGE")
    line.add_run(" of ")
    _add_field(line, "NUMPAGES")


def _emptied(part: _Header | _Footer) -> _Header | _Footer:
    part.is_linked_to_previous = False
    for paragraph in part.paragraphs:
        paragraph._element.getparent().remove(paragraph._element)
    return part


def _only_if(part: BlockItemContainer, name: str, words: str, *, style: str) -> None:
    part.add_paragraph(f"{{%p if {name} %}}", style="Small Print")
    part.add_paragraph(words, style=style)
    part.add_paragraph("{%p endif %}", style="Small Print")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    paragraph._p.insert_element_before(
        parse_xml(
            f'<w:fldSimple xmlns:w="{W}" w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r>'
            "</w:fldSimple>"
        )
    )
