"""Hiding places of pages, e-mails, calendars, pictures, archives and plain text."""

from __future__ import annotations

import base64
import gzip
import io
import tarfile
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

from PIL import Image, PngImagePlugin
from tests.hiding import HidingPlace, zipped
from tests.word_hiding import in_body, paragraph, run

from lscp_docs.disclosure.reading import PlaceKind as Kind

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def html(content: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{content}</body></html>".encode()


def svg(content: str, before: str = "") -> bytes:
    return (before + SVG.format(content)).encode()


def split(secret: str) -> tuple[str, str]:
    return secret[:3], secret[3:]


def picture(form: str, **saved: Any) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(stream, form, **saved)
    return stream.getvalue()


def png(secret: str, way: str) -> bytes:
    facts = PngImagePlugin.PngInfo()
    if way == "iTXt":
        facts.add_itxt("Comment", secret, zip=True)
    else:
        facts.add_text("Comment", secret, zip=way == "zTXt")
    return picture("PNG", pnginfo=facts)


def exif(secret: str, tag: int = 0x010E) -> bytes:
    facts = Image.Exif()
    facts[tag] = secret
    return facts.tobytes()


def message(secret: str, way: str) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = secret if way == "subject" else "Papers"
    mail["From"] = f'"{secret}" <a@example.org>' if way == "sender" else "a@example.org"
    mail["To"] = "b@example.org"
    mail["X-Case"] = secret if way == "own header" else "x"
    mail.set_content(secret if way == "text" else "Please find the papers.", cte="base64")
    if way == "page":
        mail.add_alternative(f"<p>{secret[:3]}<b>{secret[3:]}</b></p>", subtype="html")
    if way == "attachment":
        inner = in_body(paragraph(run(secret)))
        mail.add_attachment(inner, maintype="application", subtype="x", filename="a.docx")
    if way == "file name":
        mail.add_attachment(b"x", maintype="text", subtype="plain", filename=f"{secret} é.txt")
    if way == "mail within":
        mail.add_attachment(email_of(secret))
    return mail.as_bytes()


def email_of(secret: str) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "Within"
    mail.set_content(secret)
    return mail


def calendar(lines: str) -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{lines}\r\nEND:VCALENDAR\r\n".encode()


def tar(secret: str) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.size = len(secret.encode())
        archive.addfile(entry, io.BytesIO(secret.encode()))
    return stream.getvalue()


def deep(secret: str) -> bytes:
    data = secret.encode()
    for _ in range(4):
        data = zipped({"a": data})
    return data


def data_address(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def in_percents(secret: str) -> str:
    return "".join(f"%{byte:02x}" for byte in secret.encode())


def _place(name: str, format: str, kind: Kind, plant: Callable[[str], bytes]) -> HidingPlace:
    return HidingPlace(name, format, kind, plant)


def _mail(way: str, kind: Kind) -> HidingPlace:
    return HidingPlace(f"{way} of an e-mail", ".eml", kind, lambda s: message(s, way))


ELSEWHERE = (
    _place("text", ".html", Kind.BODY, lambda s: html(f"<p>{s}</p>")),
    _place(
        "text across markup",
        ".html",
        Kind.BODY,
        lambda s: html("<p>{}<b><i>{}</i></b></p>".format(*split(s))),
    ),
    _place(
        "text in entities", ".html", Kind.BODY, lambda s: html("".join(f"&#{ord(x)};" for x in s))
    ),
    _place(
        "row of a table",
        ".html",
        Kind.TABLE,
        lambda s: html(f"<table><tr><td>{s.split()[0]}<td>{s.split()[1]}</tr></table>"),
    ),
    _place(
        "over two blocks",
        ".html",
        Kind.ACROSS,
        lambda s: html("".join(f"<p>{x}</p>" for x in s.split())),
    ),
    _place("alternative text", ".html", Kind.ALT_TEXT, lambda s: html(f'<img alt="{s}">')),
    _place(
        "link in per cent signs",
        ".html",
        Kind.LINK,
        lambda s: html(f'<a href="/?q={in_percents(s)}">x</a>'),
    ),
    _place("data attribute", ".html", Kind.MARKUP, lambda s: html(f'<p data-x="{s}">x</p>')),
    _place("remark", ".html", Kind.REMARK, lambda s: html(f"<!-- {s} -->")),
    _place("script", ".html", Kind.SCRIPT, lambda s: html(f"<script>let a = '{s}'</script>")),
    _place(
        "script in escapes",
        ".html",
        Kind.SCRIPT,
        lambda s: html("<script>'{}'</script>".format("".join(f"\\u{ord(x):04x}" for x in s))),
    ),
    _place(
        "style sheet",
        ".html",
        Kind.STYLE_SHEET,
        lambda s: html("", f'<style>p::after {{content: "{s}"}}</style>'),
    ),
    _place(
        "meta", ".html", Kind.PROPERTY, lambda s: html("", f'<meta name="author" content="{s}">')
    ),
    _place(
        "picture in an address",
        ".html",
        Kind.EMBEDDED_FILE,
        lambda s: html(f'<img src="{data_address(png(s, "tEXt"), "image/png")}">'),
    ),
    _place(
        "drawing in an address",
        ".html",
        Kind.EMBEDDED_FILE,
        lambda s: html(f'<img src="{data_address(svg(f"<desc>{s}</desc>"), "image/svg+xml")}">'),
    ),
    _place("text", ".svg", Kind.BODY, lambda s: svg(f"<text>{s}</text>")),
    _place(
        "text across markup",
        ".svg",
        Kind.BODY,
        lambda s: svg("<text><tspan>{}</tspan><tspan>{}</tspan></text>".format(*split(s))),
    ),
    _place("title", ".svg", Kind.BODY, lambda s: svg(f"<title>{s}</title>")),
    _place("metadata", ".svg", Kind.BODY, lambda s: svg(f"<metadata><a><b>{s}</b></a></metadata>")),
    _place("attribute", ".svg", Kind.MARKUP, lambda s: svg(f'<g id="{s}"/>')),
    _place("remark", ".svg", Kind.REMARK, lambda s: svg(f"<!--{s}-->")),
    _place("instruction", ".xml", Kind.REMARK, lambda s: svg(f"<?a {s}?>")),
    _place("entity", ".xml", Kind.REMARK, lambda s: svg("", f'<!DOCTYPE svg [<!ENTITY a "{s}">]>')),
    _place("element", ".xml", Kind.MARKUP, lambda s: f"<a><{s.replace(' ', '')}/></a>".encode()),
    *(_mail(way, Kind.MAIL_HEADER) for way in ("subject", "sender", "own header")),
    *(_mail(way, Kind.BODY) for way in ("text", "page", "mail within")),
    *(_mail(way, Kind.EMBEDDED_FILE) for way in ("attachment", "file name")),
    _place(
        "folded line",
        ".ics",
        Kind.CALENDAR,
        lambda s: calendar("SUMMARY:x {}\r\n {}".format(*split(s))),
    ),
    _place("property of one's own", ".ics", Kind.CALENDAR, lambda s: calendar(f"X-CASE:{s}")),
    _place(
        "parameter",
        ".ics",
        Kind.CALENDAR,
        lambda s: calendar(f'ATTENDEE;CN="{s}":mailto:a@example.org'),
    ),
    _place(
        "attachment",
        ".ics",
        Kind.EMBEDDED_FILE,
        lambda s: calendar(
            f"ATTACH;ENCODING=BASE64;VALUE=BINARY:{base64.b64encode(zipped({'a': s})).decode()}"
        ),
    ),
    *(
        _place(way, ".png", Kind.PICTURE_DATA, lambda s, way=way: png(s, way))
        for way in ("tEXt", "zTXt", "iTXt")
    ),
    _place("EXIF", ".png", Kind.PICTURE_DATA, lambda s: picture("PNG", exif=exif(s))),
    _place("EXIF", ".jpg", Kind.PICTURE_DATA, lambda s: picture("JPEG", exif=exif(s))),
    _place("remark", ".jpg", Kind.PICTURE_DATA, lambda s: picture("JPEG", comment=s)),
    _place("XMP", ".jpg", Kind.PICTURE_DATA, lambda s: picture("JPEG", xmp=f"<x>{s}</x>".encode())),
    _place("after the end", ".jpg", Kind.PICTURE_DATA, lambda s: picture("JPEG") + s.encode()),
    _place("remark", ".gif", Kind.PICTURE_DATA, lambda s: picture("GIF", comment=s)),
    _place("tag", ".tif", Kind.PICTURE_DATA, lambda s: picture("TIFF", tiffinfo={270: s})),
    _place("EXIF", ".webp", Kind.PICTURE_DATA, lambda s: picture("WEBP", exif=exif(s))),
    _place(
        "XMP", ".webp", Kind.PICTURE_DATA, lambda s: picture("WEBP", xmp=f"<x>{s}</x>".encode())
    ),
    _place("line", ".txt", Kind.TEXT, lambda s: f"One\n{s}\n".encode()),
    _place("line in UTF-16", ".txt", Kind.TEXT, lambda s: f"One\n{s}\n".encode("utf-16")),
    _place(
        "line in UTF-16 unmarked", ".txt", Kind.TEXT, lambda s: f"One\n{s}\n".encode("utf-16-le")
    ),
    _place("line in Latin-1", ".txt", Kind.TEXT, lambda s: f"Zoë\n{s}\n".encode("latin-1")),
    _place(
        "word parted at the end of a line",
        ".txt",
        Kind.ACROSS,
        lambda s: "{}-\n{}".format(*split(s)).encode(),
    ),
    _place("over two lines", ".md", Kind.ACROSS, lambda s: s.replace(" ", "\n").encode()),
    _place("cell", ".csv", Kind.TEXT, lambda s: f"a,b\n1,{s}\n".encode()),
    _place(
        "value in escapes",
        ".json",
        Kind.TEXT,
        lambda s: '{{"a": "{}"}}'.format("".join(f"\\u{ord(x):04x}" for x in s)).encode(),
    ),
    _place("value", ".toml", Kind.TEXT, lambda s: f'a = "{s}"\n'.encode()),
    _place("file in an archive", ".zip", Kind.ARCHIVED, lambda s: zipped({"a.txt": s})),
    _place("file name in an archive", ".zip", Kind.ARCHIVED, lambda s: zipped({f"{s}.txt": "x"})),
    _place("archive in archives", ".zip", Kind.ARCHIVED, deep),
    _place(
        "before an archive",
        ".zip",
        Kind.LOOSE_STRINGS,
        lambda s: s.encode() + b"\x00\x01" + zipped({"a.txt": "x"}),
    ),
    _place("packed file", ".gz", Kind.ARCHIVED, lambda s: gzip.compress(s.encode(), mtime=0)),
    _place("file in a tar", ".tar", Kind.ARCHIVED, tar),
    _place(
        "unknown form",
        ".bin",
        Kind.LOOSE_STRINGS,
        lambda s: b"\x00\x01\x02" + s.encode() + b"\x00\x07",
    ),
)
