"""The house style as Word's own XML: styles, numbering, the page, and a blank document of them."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from docx.document import Document

from tools.word_templates.house_style import (
    ACCENT,
    BULLETS,
    CHARACTERS,
    FONT,
    LANDSCAPE_SIDE_MARGIN_CM,
    NUMBERS,
    PAGE_CM,
    PARAGRAPH_NUMBERS,
    PARAGRAPHS,
    RULE,
    SIDE_MARGIN_CM,
    SUMMARY_NUMBERS,
    TINT,
    CharacterStyle,
    ParagraphStyle,
    Rule,
    style_id,
    twips,
)
from tools.word_templates.package import W, empty_document

# Word keeps the names of these built-in styles in lower case and shows them with a capital.
_STORED_LOWER = ("Heading", "Caption")


def _stored_name(name: str) -> str:
    return name.lower() if name.startswith(_STORED_LOWER) else name


def _run_properties(
    *,
    size: float = 0,
    bold: bool = False,
    colour: str = "",
    underline: bool = False,
    fill: str = "",
    raised: bool = False,
) -> str:
    parts = [
        "<w:b/><w:bCs/>" if bold else "",
        f'<w:color w:val="{colour}"/>' if colour else "",
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
        '<w:u w:val="single"/>' if underline else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "",
        '<w:vertAlign w:val="superscript"/>' if raised else "",
    ]
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""


def _indent(style: ParagraphStyle) -> str:
    if not (style.left or style.right or style.hanging):
        return ""
    return (
        f'<w:ind w:left="{twips(style.left)}" w:right="{twips(style.right)}"'
        f' w:hanging="{twips(style.hanging)}"/>'
    )


def _numbering_reference(style: ParagraphStyle) -> str:
    if style.numbering is None:
        return ""
    number, level = style.numbering
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _borders(rules: tuple[Rule, ...]) -> str:
    lines = "".join(
        f'<w:{rule.side} w:val="single" w:sz="{rule.weight}" w:space="{rule.gap}"'
        f' w:color="{rule.colour}"/>'
        for rule in rules
    )
    return f"<w:pBdr>{lines}</w:pBdr>" if lines else ""


def _paragraph_properties(style: ParagraphStyle) -> str:
    line_rule = "exact" if style.exact_line else "auto"
    parts = [
        "<w:keepNext/><w:keepLines/>" if style.keep_next else "",
        "<w:widowControl/>",
        _numbering_reference(style),
        _borders(style.rules),
        f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/>' if style.fill else "",
        f'<w:tabs><w:tab w:val="{style.tab_side}" w:pos="{twips(style.tab)}"/></w:tabs>'
        if style.tab
        else "",
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"'
        f' w:line="{style.line}" w:lineRule="{line_rule}"/>',
        _indent(style),
        f'<w:jc w:val="{style.align}"/>' if style.align else "",
        f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
    ]
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _paragraph_style(style: ParagraphStyle) -> str:
    is_default = style.name == "Normal"
    return (
        f'<w:style w:type="paragraph"{" w:default=" + quoteattr("1") if is_default else ""}'
        f' w:styleId="{style_id(style.name)}"><w:name w:val="{_stored_name(style.name)}"/>'
        + ("" if is_default else '<w:basedOn w:val="Normal"/>')
        + f'<w:next w:val="{style_id(style.next)}"/><w:qFormat/>'
        + _paragraph_properties(style)
        + _run_properties(size=style.size, bold=style.bold, colour=style.colour)
        + "</w:style>"
    )


def _character_style(style: CharacterStyle) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{style_id(style.name)}">'
        f'<w:name w:val="{_stored_name(style.name)}"/><w:basedOn w:val="DefaultParagraphFont"/>'
        "<w:qFormat/>"
        + _run_properties(
            bold=style.bold,
            colour=style.colour,
            underline=style.underline,
            fill=style.fill,
            raised=style.raised,
        )
        + "</w:style>"
    )


def _line(side: str, weight: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="{colour}"/>'


def _table_style(name: str, *, sides: int, head: str, borders: str) -> str:
    return (
        f'<w:style w:type="table" w:styleId="{name}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="NormalTable"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblCellMar><w:top w:w="95" w:type="dxa"/><w:left w:w="{sides}" w:type="dxa"/>'
        '<w:bottom w:w="10" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr>{head}</w:style>"
    )


def _table_styles() -> str:
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        + _line("bottom", 8, ACCENT)
        + f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
        "</w:tcPr></w:tblStylePr>"
    )
    between = _line("insideH", 4, RULE)
    register = _line("top", 8, ACCENT) + _line("bottom", 8, ACCENT) + between
    facts = _line("top", 4, RULE) + _line("bottom", 4, RULE) + between
    return _table_style("Register", sides=110, head=head, borders=register) + _table_style(
        "Facts", sides=0, head="", borders=facts
    )


def styles_xml() -> str:
    """Give back the whole of word/styles.xml: these styles and no other."""
    fonts = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>'
        '<w:sz w:val="24"/><w:szCs w:val="24"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="NormalTable">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        + "".join(_paragraph_style(style) for style in PARAGRAPHS)
        + "".join(_character_style(style) for style in CHARACTERS)
        + _table_styles()
        + "</w:styles>"
    )


def _level(
    level: int, kind: str, words: str, *, style: str = "", indent: float, hanging: float
) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        + (f'<w:pStyle w:val="{style_id(style)}"/>' if style else "")
        + f'<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{twips(indent)}" w:hanging="{twips(hanging)}"/></w:pPr></w:lvl>'
    )


def numbering_xml() -> str:
    """Give back word/numbering.xml: bullets, steps, the 1 / 1.1 / 1.1.1 of a report.

    The last is the 1 / 1.1 of a summary, which counts apart from the report after it.
    """
    lists = (
        ("singleLevel", _level(0, "bullet", "•", style="List Bullet", indent=0.75, hanging=0.6)),
        ("singleLevel", _level(0, "decimal", "%1.", style="List Number", indent=0.9, hanging=0.9)),
        (
            "multilevel",
            _level(0, "decimal", "%1", indent=1.3, hanging=1.3)
            + _level(1, "decimal", "%1.%2", style="Numbered Paragraph", indent=1.3, hanging=1.3)
            + _level(
                2, "decimal", "%1.%2.%3", style="Numbered Paragraph 2", indent=1.3, hanging=1.3
            ),
        ),
        (
            "multilevel",
            _level(0, "decimal", "%1", indent=1.3, hanging=1.3)
            + _level(1, "decimal", "%1.%2", indent=1.3, hanging=1.3),
        ),
    )
    numbers = (BULLETS, NUMBERS, PARAGRAPH_NUMBERS, SUMMARY_NUMBERS)
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="{kind}"/>{levels}'
        "</w:abstractNum>"
        for key, (kind, levels) in enumerate(lists, start=1)
    )
    concrete = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{key}"/></w:num>'
        for key, number in enumerate(numbers, start=1)
    )
    return f'<w:numbering xmlns:w="{W}">{abstract}{concrete}</w:numbering>'


def _section_xml(*, landscape: bool) -> str:
    width, height = reversed(PAGE_CM) if landscape else PAGE_CM
    side = twips(LANDSCAPE_SIDE_MARGIN_CM if landscape else SIDE_MARGIN_CM)
    turned = ' w:orient="landscape"' if landscape else ""
    return (
        f'<w:sectPr><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(2.6)}" w:right="{side}" w:bottom="{twips(2.2)}" w:left="{side}"'
        f' w:header="{twips(1.0)}" w:footer="{twips(0.9)}" w:gutter="0"/></w:sectPr>'
    )


def blank(*, landscape: bool = False) -> Document:
    """Give back a Word document in the house style, A4, without a paragraph."""
    return empty_document(
        styles=styles_xml(), numbering=numbering_xml(), section=_section_xml(landscape=landscape)
    )
