"""Hiding places of Word files: made by python-docx and then edited as XML."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable

import docx
from PIL import Image
from tests.hiding import linked, parts_of, zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
BODY = "word/document.xml"


def picture() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(stream, "PNG")
    return stream.getvalue()


@functools.cache
def _blank() -> bytes:
    document = docx.Document()
    document.core_properties.author = ""
    document.add_heading("A paper of an invented partnership", 1)
    document.add_paragraph("Nothing in this paper is about anybody.")
    document.add_picture(io.BytesIO(picture()))
    section = document.sections[0]
    section.header.paragraphs[0].text = "Header"
    section.footer.paragraphs[0].text = "Footer"
    # The many styles of the blank template would only make the tests slow.
    for style in list(document.styles.element)[8:]:
        document.styles.element.remove(style)
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("stylesWithEffects"):
            document.part.drop_rel(key)
            document.part.rels.pop(key, None)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_parts(edit: Callable[[dict[str, bytes]], None]) -> bytes:
    parts = parts_of(_blank())
    edit(parts)
    return zipped(parts)


def replaced(part: str, old: str, new: str) -> bytes:
    def edit(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part], (part, old)
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return with_parts(edit)


def in_body(xml: str) -> bytes:
    """A Word file with XML at the end of its text; `NS` in it becomes the namespaces."""
    return replaced(BODY, "<w:sectPr", xml.replace("NS", NAMESPACES) + "<w:sectPr")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def halves(secret: str) -> tuple[str, str]:
    return secret[: len(secret) // 2], secret[len(secret) // 2 :]


def split_over_runs(secret: str) -> bytes:
    first, second = halves(secret)
    return in_body(paragraph(run(first) + '<w:bookmarkStart w:id="7" w:name="x"/>' + run(second)))


def table(secret: str) -> bytes:
    cell = f"<w:tc>{paragraph(run(secret))}</w:tc>"
    return in_body(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>{paragraph('')}")


def split_by_hidden_text(secret: str) -> bytes:
    first, second = halves(secret)
    return in_body(paragraph(run(first) + run("xx", "<w:vanish/>") + run(second)))


def split_by_change(secret: str, name: str, text: str) -> bytes:
    first, second = halves(secret)
    inner = f"<w:r><w:{text}>xx</w:{text}></w:r>"
    change = f'<w:{name} w:id="9" w:author="A">{inner}</w:{name}>'
    return in_body(paragraph(run(first) + change + run(second)))


def joined_paragraphs(secret: str) -> bytes:
    first, second = halves(secret)
    mark = '<w:pPr><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>'
    return in_body(paragraph(mark + run(first)) + paragraph(run(second)))


def text_box(secret: str, branch: str) -> bytes:
    content = f"<w:txbxContent>{paragraph(run(secret))}</w:txbxContent>"
    other = "<w:txbxContent><w:p/></w:txbxContent>"
    choice, fallback = (content, other) if branch == "Choice" else (other, content)
    return in_body(
        f"<w:p NS><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{choice}"
        f"</wps:txbx></mc:Choice><mc:Fallback><v:textbox>{fallback}</v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def control(properties: str, content: str = "text") -> bytes:
    return in_body(
        f"<w:sdt NS><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{paragraph(run(content))}"
        "</w:sdtContent></w:sdt>"
    )


def field(code: str, result: str) -> bytes:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    first, second = halves(code)
    codes = "".join(f"<w:r><w:instrText>{x}</w:instrText></w:r>" for x in (first, second))
    return in_body(paragraph(sign("begin") + codes + sign("separate") + run(result) + sign("end")))


def part(name: str, kind: str, xml: str) -> bytes:
    """A Word file with one more part that the main text points at."""

    def edit(parts: dict[str, bytes]) -> None:
        parts[f"word/{name}"] = xml.replace("NS", NAMESPACES).encode()
        linked(parts, BODY, kind, name)

    return with_parts(edit)


def link(kind: str, target: str) -> bytes:
    return with_parts(lambda parts: linked(parts, BODY, kind, target, external=True))


def setting(xml: str) -> bytes:
    return replaced("word/settings.xml", "</w:settings>", xml + "</w:settings>")


def properties(secret: str, name: str) -> bytes:
    document = docx.Document(io.BytesIO(_blank()))
    setattr(document.core_properties, name, secret)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_file(name: str, content: bytes) -> bytes:
    return with_parts(lambda parts: parts.update({name: content}))


def inner_word(secret: str) -> bytes:
    return in_body(paragraph(run(secret)))


def old_object(secret: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + secret.encode("utf-16-le") + bytes(90)


def chart(secret: str, where: str) -> bytes:
    cached = f"<c:cat><c:strCache><c:pt><c:v>{secret}</c:v></c:pt></c:strCache></c:cat>"
    title = f"<c:title><a:p><a:r><a:t>{secret}</a:t></a:r></a:p></c:title>"
    content = {"cache": cached, "title": title}.get(where, "")

    def edit(parts: dict[str, bytes]) -> None:
        parts["word/charts/chart1.xml"] = (
            f"<c:chartSpace {NAMESPACES}><c:chart>{content}</c:chart></c:chartSpace>".encode()
        )
        linked(parts, BODY, "chart", "charts/chart1.xml")
        linked(parts, "word/charts/chart1.xml", "package", "../embeddings/book.xlsx")
        parts["word/embeddings/book.xlsx"] = zipped(
            {
                "[Content_Types].xml": "<Types/>",
                "xl/sharedStrings.xml": f"<sst><si><t>{secret}</t></si></sst>",
            }
            if where == "workbook"
            else {"[Content_Types].xml": "<Types/>"}
        )

    return with_parts(edit)


def drawing(attribute: str, secret: str) -> bytes:
    return replaced(BODY, '<wp:docPr id="1"', f'<wp:docPr {attribute}="{secret}" id="1"')


def notes(root: str, one: str) -> Callable[[str], bytes]:
    def plant(secret: str) -> bytes:
        xml = f'<w:{root} NS><w:{one} w:id="2">{paragraph(run(secret))}</w:{one}></w:{root}>'
        return part(f"{root}.xml", root, xml)

    return plant


def comment_by(secret: str) -> bytes:
    xml = f'<w:comments NS><w:comment w:id="1" w:author="{secret}"><w:p/></w:comment></w:comments>'
    return part("comments.xml", "comments", xml)


def person(secret: str) -> bytes:
    return part(
        "people.xml",
        "people",
        f'<w15:people xmlns:w15="u"><w15:person w15:author="{secret}"/></w15:people>',
    )


def style(secret: str) -> bytes:
    style = f'<w:style w:type="paragraph" w:styleId="S1"><w:name w:val="{secret}"/></w:style>'
    return replaced("word/styles.xml", "</w:styles>", style + "</w:styles>")


def hidden_by_style(secret: str) -> bytes:
    style = (
        '<w:style w:type="paragraph" w:styleId="B"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="B"/></w:style></w:styles>'
    )
    text = paragraph(f'<w:pPr><w:pStyle w:val="S"/></w:pPr>{run(secret)}')

    def edit(parts: dict[str, bytes]) -> None:
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", style.encode())
        parts[BODY] = parts[BODY].replace(b"<w:sectPr", text.encode() + b"<w:sectPr", 1)

    return with_parts(edit)


def custom(secret: str) -> bytes:
    return with_file(
        "docProps/custom.xml",
        f'<Properties xmlns="p" xmlns:vt="v"><property name="Case"><vt:lpwstr>{secret}</vt:lpwstr>'
        "</property></Properties>".encode(),
    )


def custom_name(secret: str) -> bytes:
    return with_file(
        "docProps/custom.xml",
        f'<Properties xmlns="p"><property name="{secret}"/></Properties>'.encode(),
    )


def glossary(secret: str) -> bytes:
    body = f"<w:docPartBody>{paragraph(run(secret))}</w:docPartBody>"
    parts = f"<w:docParts><w:docPart>{body}</w:docPart></w:docParts>"
    xml = f"<w:glossaryDocument NS>{parts}</w:glossaryDocument>"
    return part("glossary/document.xml", "glossaryDocument", xml)


def app(name: str) -> Callable[[str], bytes]:
    return lambda secret: with_file(
        "docProps/app.xml", f'<Properties xmlns="a"><{name}>{secret}</{name}></Properties>'.encode()
    )


def change(name: str, text: str) -> Callable[[str], bytes]:
    def plant(secret: str) -> bytes:
        inner = f"<w:r><w:{text}>{secret}</w:{text}></w:r>"
        return in_body(paragraph(f'<w:{name} w:id="9" w:author="A">{inner}</w:{name}>'))

    return plant
