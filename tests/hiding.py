"""A place of a file where a secret can be planted, and how; zip files are edited here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lscp_docs.disclosure.reading import PlaceKind

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class HidingPlace:
    """A hiding place: its name, the ending of its file, and a maker of the file with a secret.

    `kind` is the kind of place in which the secret must be found.
    """

    name: str
    format: str
    kind: PlaceKind
    plant: Callable[[str], bytes]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def linked(
    parts: dict[str, bytes], source: str, kind: str, target: str, *, external: bool = False
) -> None:
    """Add a relationship of the part `source` to a target."""
    folder, _, base = source.rpartition("/")
    name = f"{folder}/_rels/{base}.rels"
    empty = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b"</Relationships>"
    )
    mode = ' TargetMode="External"' if external else ""
    number = len(parts) + len(parts.get(name, b""))
    one = f'<Relationship Id="rIdx{number}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    parts[name] = parts.get(name, empty).replace(
        b"</Relationships>", one.encode() + b"</Relationships>"
    )
