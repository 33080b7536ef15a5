"""Hiding places of PDFs: made by WeasyPrint and pikepdf."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from tests.hiding import HidingPlace, zipped

from lscp_docs.disclosure.reading import PlaceKind as Kind


@functools.cache
def _written() -> bytes:
    from weasyprint import HTML

    html = '<html lang=en><title>A paper</title><h1 id=a>Paper</h1><p><a href="#a">Nobody.</a>'
    return bytes(HTML(string=html).write_pdf(pdf_variant="pdf/ua-1"))


def page(html: str) -> bytes:
    from weasyprint import HTML

    return bytes(HTML(string=f"<html lang=en><title>A paper</title>{html}").write_pdf())


def edited(edit: Callable[[pikepdf.Pdf], None], data: bytes = b"") -> bytes:
    with pikepdf.open(io.BytesIO(data or _written())) as pdf:
        edit(pdf)
        stream = io.BytesIO()
        pdf.save(stream)
    return stream.getvalue()


def _drawn(pdf: pikepdf.Pdf, text: str, at: str, after: str = "", before: str = "") -> None:
    """Draw a text on the first page, after and before other drawing."""
    first = pdf.pages[0]
    fonts = Dictionary(F9=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    first.obj.Resources.Font = Dictionary(first.obj.Resources.get("/Font", Dictionary()))
    first.obj.Resources.Font.F9 = pdf.make_indirect(fonts.F9)
    content = f"q {before} BT /F9 12 Tf {at} Td ({text}) Tj ET {after} Q"
    first.contents_add(Stream(pdf, content.encode()), prepend=False)


def _on_page(at: str = "100 100", after: str = "", before: str = "") -> Callable[[str], bytes]:
    return lambda s: edited(lambda pdf: _drawn(pdf, s, at, after, before))


def _annotation(**entries: Any) -> bytes:
    def edit(pdf: pikepdf.Pdf) -> None:
        one = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), **entries)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(one)])

    return edited(edit)


def _field(**entries: Any) -> bytes:
    def edit(pdf: pikepdf.Pdf) -> None:
        widget = {"Subtype": Name.Widget, "Rect": Array([0, 0, 9, 9]), "T": String("box")}
        one = pdf.make_indirect(Dictionary(Type=Name.Annot, FT=Name.Tx, **(widget | entries)))
        pdf.pages[0].obj.Annots = Array([one])
        pdf.Root.AcroForm = Dictionary(Fields=Array([one]))

    return edited(edit)


def _stamp(secret: str) -> bytes:
    def edit(pdf: pikepdf.Pdf) -> None:
        fonts = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
        look = Stream(
            pdf,
            f"BT /F 9 Tf 1 1 Td ({secret}) Tj ET".encode(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 99, 99]),
            Resources=Dictionary(Font=fonts),
        )
        one = Dictionary(
            Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), AP=Dictionary(N=look)
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(one)])

    return edited(edit)


def _bookmark(secret: str) -> bytes:
    def edit(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(secret, 0))

    return edited(edit)


def _attached(name: str, content: bytes) -> bytes:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)

    return edited(edit)


def _information(key: str) -> Callable[[str], bytes]:
    def plant(secret: str) -> bytes:
        def edit(pdf: pikepdf.Pdf) -> None:
            pdf.docinfo[key] = secret

        return edited(edit)

    return plant


def _metadata(secret: str) -> bytes:
    def edit(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:creator"] = [secret]

    return edited(edit)


def _structure(key: str) -> Callable[[str], bytes]:
    def plant(secret: str) -> bytes:
        def edit(pdf: pikepdf.Pdf) -> None:
            top = pdf.Root.StructTreeRoot.K
            (top[0] if isinstance(top, Array) else top)[f"/{key}"] = String(secret)

        return edited(edit)

    return plant


def _marked(secret: str) -> bytes:
    before = f"/Span <</ActualText ({secret})>> BDC"
    return edited(lambda pdf: _drawn(pdf, "x", "9 9", "EMC", before))


def _root(make: Callable[[pikepdf.Pdf, str], tuple[str, Any]]) -> Callable[[str], bytes]:
    """Plant under a key of the catalogue."""

    def plant(secret: str) -> bytes:
        def edit(pdf: pikepdf.Pdf) -> None:
            key, value = make(pdf, secret)
            pdf.Root[key] = value

        return edited(edit)

    return plant


def _layer(pdf: pikepdf.Pdf, secret: str) -> tuple[str, Any]:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(secret)))
    return "/OCProperties", Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))


def _label(_: pikepdf.Pdf, secret: str) -> tuple[str, Any]:
    return "/PageLabels", Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=String(secret))]))


def _script(_: pikepdf.Pdf, secret: str) -> tuple[str, Any]:
    return "/OpenAction", Dictionary(S=Name.JavaScript, JS=String(f'app.alert("{secret}")'))


def _script_stream(pdf: pikepdf.Pdf, secret: str) -> tuple[str, Any]:
    script = Stream(pdf, f'app.alert("{secret}")'.encode())
    return "/OpenAction", Dictionary(S=Name.JavaScript, JS=script)


def _destination(pdf: pikepdf.Pdf, secret: str) -> tuple[str, Any]:
    where = Array([pdf.pages[0].obj, Name.Fit])
    return "/Names", Dictionary(Dests=Dictionary(Names=Array([String(secret), where])))


def _old_destination(pdf: pikepdf.Pdf, secret: str) -> tuple[str, Any]:
    where = Array([pdf.pages[0].obj, Name.Fit])
    return "/Dests", pdf.make_indirect(Dictionary({f"/{secret.replace(' ', '')}": where}))


def _earlier(secret: str) -> bytes:
    """A file whose last save took the secret away: the object is written again behind it."""
    first = edited(lambda pdf: pdf.docinfo.update({}), _information("/Subject")(secret))
    import pypdf

    writer = pypdf.PdfWriter(io.BytesIO(first), incremental=True)
    writer.add_metadata({"/Subject": "gone"})
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _unreachable(secret: str) -> bytes:
    """A file with an object that nothing points at."""
    import pypdf

    writer = pypdf.PdfWriter(io.BytesIO(_written()), incremental=True)
    writer._add_object(pypdf.generic.TextStringObject(secret))
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _place(name: str, kind: Kind, plant: Callable[[str], bytes]) -> HidingPlace:
    return HidingPlace(name, ".pdf", kind, plant)


IN_PDF = (
    _place("text of a page", Kind.PAGE, lambda s: page(f"<p>{s}</p>")),
    _place(
        "word parted at the end of a line", Kind.PAGE, lambda s: page(f"<p>{s[:4]}-<br>{s[4:]}</p>")
    ),
    _place("outside the page", Kind.OUTSIDE_PAGE, _on_page("-900 100")),
    _place("under a drawing", Kind.PAGE, _on_page(after="0 g 50 50 500 200 re f")),
    _place("text that is not drawn", Kind.PAGE, _on_page(before="3 Tr")),
    _place("form value", Kind.FORM_VALUE, lambda s: _field(V=String(s))),
    _place("default of a form field", Kind.FORM_VALUE, lambda s: _field(DV=String(s))),
    _place("name of a form field", Kind.FORM_VALUE, lambda s: _field(T=String(s))),
    _place(
        "option of a form field",
        Kind.FORM_OPTION,
        lambda s: _field(Opt=Array([Array([String("a"), String(s)])])),
    ),
    _place("tooltip", Kind.TOOLTIP, lambda s: _field(TU=String(s))),
    _place("text of an annotation", Kind.ANNOTATION, lambda s: _annotation(Contents=String(s))),
    _place("author of an annotation", Kind.ANNOTATION, lambda s: _annotation(T=String(s))),
    _place("subject of an annotation", Kind.ANNOTATION, lambda s: _annotation(Subj=String(s))),
    _place("stamp", Kind.APPEARANCE, _stamp),
    _place("bookmark", Kind.BOOKMARK, _bookmark),
    _place("attachment", Kind.EMBEDDED_FILE, lambda s: _attached("a.txt", s.encode())),
    _place(
        "attached archive", Kind.EMBEDDED_FILE, lambda s: _attached("a.zip", zipped({"a.txt": s}))
    ),
    _place("file name of an attachment", Kind.EMBEDDED_FILE, lambda s: _attached(f"{s}.txt", b"x")),
    _place("information", Kind.PROPERTY, _information("/Author")),
    _place("information of one's own", Kind.PROPERTY, _information("/Case")),
    _place("XMP", Kind.XMP, _metadata),
    _place("alternative text", Kind.ALT_TEXT, _structure("Alt")),
    _place("actual text", Kind.ALT_TEXT, _structure("ActualText")),
    _place("expansion", Kind.ALT_TEXT, _structure("E")),
    _place("actual text on the page", Kind.ALT_TEXT, _marked),
    _place("layer", Kind.LAYER, _root(_layer)),
    _place("page label", Kind.PAGE_LABEL, _root(_label)),
    _place("script", Kind.SCRIPT, _root(_script)),
    _place("script as a stream", Kind.SCRIPT, _root(_script_stream)),
    _place("destination", Kind.DESTINATION, _root(_destination)),
    _place("link", Kind.LINK, lambda s: page(f'<a href="https://example.org/{s}">x</a>')),
    _place("earlier revision", Kind.EARLIER_REVISION, _earlier),
    _place("object that nothing points at", Kind.MARKUP, _unreachable),
)
