"""What a document says about itself in its properties, made of the case and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from lscp_docs.render.xml_text import escaped, legal

CORE: Final = "docProps/core.xml"
APP: Final = "docProps/app.xml"
APP_XML: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>lscp-docs</Application></Properties>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a document says about itself in its properties: nothing else survives there."""

    title: str
    subject: str
    author: str
    keywords: str
    created: dt.date
    language: str = "en-GB"


def core(properties: Properties) -> bytes:
    """Return docProps/core.xml made of `properties` alone; its moment is midnight of `created`."""
    moment = f"{properties.created.isoformat()}T00:00:00Z"
    texts = "".join(
        f"<{tag}>{escaped(legal(text))}</{tag}>"
        for tag, text in (
            ("dc:title", properties.title),
            ("dc:subject", properties.subject),
            ("dc:creator", properties.author),
            ("cp:keywords", properties.keywords),
            ("dc:language", properties.language),
        )
    )
    dates = "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{tag}>'
        for tag in ("created", "modified")
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{texts}{dates}</cp:coreProperties>"
    ).encode()
