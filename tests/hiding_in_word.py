"""Hiding places of Word files."""

from __future__ import annotations

import base64
from collections.abc import Callable

from tests.hiding import HidingPlace, zipped
from tests.word_hiding import (
    app,
    change,
    chart,
    comment_by,
    control,
    custom,
    custom_name,
    drawing,
    field,
    glossary,
    hidden_by_style,
    in_body,
    inner_word,
    joined_paragraphs,
    link,
    notes,
    old_object,
    paragraph,
    person,
    properties,
    replaced,
    run,
    setting,
    split_by_change,
    split_by_hidden_text,
    split_over_runs,
    style,
    table,
    text_box,
    with_file,
)

from lscp_docs.disclosure.reading import PlaceKind as Kind


def _place(name: str, kind: Kind, plant: Callable[[str], bytes]) -> HidingPlace:
    return HidingPlace(name, ".docx", kind, plant)


IN_WORD = (
    _place(
        "WordArt",
        Kind.TEXT_BOX,
        lambda s: in_body(f'<w:p NS><w:r><w:pict><v:textpath string="{s}"/></w:pict></w:r></w:p>'),
    ),
    _place("text of a paragraph", Kind.BODY, lambda s: in_body(paragraph(run(s)))),
    _place("split over runs", Kind.BODY, split_over_runs),
    _place("table", Kind.TABLE, table),
    _place("header", Kind.HEADER, lambda s: replaced("word/header1.xml", ">Header<", f">{s}<")),
    _place("footer", Kind.FOOTER, lambda s: replaced("word/footer1.xml", ">Footer<", f">{s}<")),
    _place("footnote", Kind.NOTE, notes("footnotes", "footnote")),
    _place("endnote", Kind.NOTE, notes("endnotes", "endnote")),
    _place("comment", Kind.COMMENT, notes("comments", "comment")),
    _place("author of a comment", Kind.PERSON, comment_by),
    _place("list of people", Kind.PERSON, person),
    _place("deleted text", Kind.TRACKED_CHANGE, change("del", "delText")),
    _place("inserted text", Kind.TRACKED_CHANGE, change("ins", "t")),
    _place("moved text", Kind.TRACKED_CHANGE, change("moveFrom", "t")),
    _place(
        "author of a change",
        Kind.PERSON,
        lambda s: in_body(paragraph(f'<w:ins w:author="{s}">{run("x")}</w:ins>')),
    ),
    _place(
        "text once a deletion is accepted",
        Kind.BODY,
        lambda s: split_by_change(s, "del", "delText"),
    ),
    _place(
        "text once an insertion is rejected",
        Kind.TRACKED_CHANGE,
        lambda s: split_by_change(s, "ins", "t"),
    ),
    _place("paragraphs joined by a change", Kind.TRACKED_CHANGE, joined_paragraphs),
    _place("hidden text", Kind.HIDDEN_TEXT, lambda s: in_body(paragraph(run(s, "<w:vanish/>")))),
    _place("text hidden by a style", Kind.HIDDEN_TEXT, hidden_by_style),
    _place("text around hidden text", Kind.BODY, split_by_hidden_text),
    _place(
        "white text",
        Kind.UNSEEN_TEXT,
        lambda s: in_body(paragraph(run(s, '<w:color w:val="FFFFFF"/>'))),
    ),
    _place(
        "tiny text", Kind.UNSEEN_TEXT, lambda s: in_body(paragraph(run(s, '<w:sz w:val="2"/>')))
    ),
    _place("text box", Kind.TEXT_BOX, lambda s: text_box(s, "Choice")),
    _place("text box for old programs", Kind.TEXT_BOX, lambda s: text_box(s, "Fallback")),
    _place("content control", Kind.CONTENT_CONTROL, lambda s: control("", s)),
    _place(
        "title of a content control",
        Kind.CONTENT_CONTROL,
        lambda s: control(f'<w:alias w:val="{s}"/>'),
    ),
    _place(
        "tag of a content control", Kind.CONTENT_CONTROL, lambda s: control(f'<w:tag w:val="{s}"/>')
    ),
    _place(
        "placeholder",
        Kind.CONTENT_CONTROL,
        lambda s: control(f'<w:placeholder><w:docPart w:val="{s}"/></w:placeholder>'),
    ),
    _place(
        "data binding", Kind.CONTENT_CONTROL, lambda s: control(f'<w:dataBinding w:xpath="/{s}"/>')
    ),
    _place(
        "list of a content control",
        Kind.CONTENT_CONTROL,
        lambda s: control(f'<w:dropDownList><w:listItem w:value="{s}"/></w:dropDownList>'),
    ),
    _place(
        "old form box",
        Kind.CONTENT_CONTROL,
        lambda s: in_body(
            paragraph(
                '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>'
                f'<w:helpText w:val="{s}"/></w:ffData></w:fldChar></w:r>'
            )
        ),
    ),
    _place("field code", Kind.FIELD, lambda s: field(f'REF "{s}"', "x")),
    _place("field result", Kind.FIELD, lambda s: field("DATE", s)),
    _place(
        "simple field",
        Kind.FIELD,
        lambda s: in_body(paragraph(f'<w:fldSimple w:instr="AUTHOR {s}">{run("x")}</w:fldSimple>')),
    ),
    _place("alternative text", Kind.ALT_TEXT, lambda s: drawing("descr", s)),
    _place("title of a picture", Kind.ALT_TEXT, lambda s: drawing("title", s)),
    _place(
        "caption of a table",
        Kind.ALT_TEXT,
        lambda s: in_body(f'<w:tbl><w:tblPr><w:tblDescription w:val="{s}"/></w:tblPr></w:tbl>'),
    ),
    _place("link", Kind.LINK, lambda s: link("hyperlink", f"https://example.org/?q={s}")),
    _place(
        "link in per cent signs",
        Kind.LINK,
        lambda s: link(
            "hyperlink", "https://example.org/?" + "".join(f"%{b:02X}" for b in s.encode())
        ),
    ),
    _place(
        "hint of a link",
        Kind.LINK,
        lambda s: in_body(paragraph(f'<w:hyperlink w:tooltip="{s}">{run("x")}</w:hyperlink>')),
    ),
    _place(
        "template path",
        Kind.TEMPLATE_PATH,
        lambda s: link("attachedTemplate", f"file:///C:/{s}/t.dotx"),
    ),
    _place("template property", Kind.TEMPLATE_PATH, app("Template")),
    _place("company", Kind.PROPERTY, app("Company")),
    _place("core property", Kind.PROPERTY, lambda s: properties(s, "last_modified_by")),
    _place("custom property", Kind.PROPERTY, custom),
    _place("name of a custom property", Kind.PROPERTY, custom_name),
    _place(
        "custom XML",
        Kind.CUSTOM_XML,
        lambda s: with_file("customXml/item1.xml", f"<a><b>{s}</b></a>".encode()),
    ),
    _place(
        "attribute of custom XML",
        Kind.CUSTOM_XML,
        lambda s: with_file("customXml/item1.xml", f'<a b="{s}"/>'.encode()),
    ),
    _place(
        "element of custom XML",
        Kind.CUSTOM_XML,
        lambda s: with_file("customXml/item1.xml", f"<a><{s}/></a>".encode()),
    ),
    _place("remark in the XML", Kind.REMARK, lambda s: in_body(f"<!-- {s} -->")),
    _place(
        "unknown element in a paragraph",
        Kind.MARKUP,
        lambda s: in_body(f'<w:p>{run("x")}<x xmlns="u">{s}</x></w:p>'),
    ),
    _place(
        "embedded Word file",
        Kind.EMBEDDED_FILE,
        lambda s: with_file("word/embeddings/a.docx", inner_word(s)),
    ),
    _place(
        "embedded file three deep",
        Kind.EMBEDDED_FILE,
        lambda s: with_file(
            "word/embeddings/a.docx", with_file("word/embeddings/b.zip", zipped({"a.txt": s}))
        ),
    ),
    _place(
        "embedded old file",
        Kind.EMBEDDED_FILE,
        lambda s: with_file("word/embeddings/oleObject1.bin", old_object(s)),
    ),
    _place(
        "thumbnail",
        Kind.THUMBNAIL,
        lambda s: with_file(
            "docProps/thumbnail.jpeg",
            b"\xff\xd8\xff\xfe"
            + (len(s.encode()) + 2).to_bytes(2, "big")
            + s.encode()
            + b"\xff\xd9",
        ),
    ),
    _place("cache of a chart", Kind.CHART_DATA, lambda s: chart(s, "cache")),
    _place("title of a chart", Kind.CHART_DATA, lambda s: chart(s, "title")),
    _place("workbook behind a chart", Kind.CHART_DATA, lambda s: chart(s, "workbook")),
    _place("building block", Kind.BUILDING_BLOCK, glossary),
    _place(
        "mail merge",
        Kind.MAIL_MERGE,
        lambda s: setting(f'<w:mailMerge><w:connectString w:val="Source={s}"/></w:mailMerge>'),
    ),
    _place(
        "source of a mail merge",
        Kind.MAIL_MERGE,
        lambda s: link("mailMergeSource", f"file:///C:/{s}.xlsx"),
    ),
    _place(
        "document variable",
        Kind.VARIABLE,
        lambda s: setting(f'<w:docVars><w:docVar w:name="a" w:val="{s}"/></w:docVars>'),
    ),
    _place(
        "bookmark",
        Kind.BOOKMARK,
        lambda s: in_body(paragraph(f'<w:bookmarkStart w:id="4" w:name="{s}"/>')),
    ),
    _place("style name", Kind.STYLE_NAME, style),
    _place(
        "over two paragraphs",
        Kind.ACROSS,
        lambda s: in_body("".join(paragraph(run(x)) for x in s.split(" "))),
    ),
    _place(
        "Base64",
        Kind.BODY,
        lambda s: in_body(paragraph(run(base64.b64encode(s.encode()).decode()))),
    ),
)
