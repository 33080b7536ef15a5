"""What a file could do besides being read: actions, files inside it, contents from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from lscp_docs.forms.drawn import stream_bytes
from lscp_docs.forms.identity import ATTACHMENT
from lscp_docs.forms.limits import TooMuchError
from lscp_docs.forms.objects import UnreadableError, dictionary, followed, key_of, value
from lscp_docs.forms.observed import Active
from lscp_docs.forms.strings import said

ACTIONS = {
    "/JavaScript": Active.JAVASCRIPT,
    "/Launch": Active.LAUNCH,
    "/SubmitForm": Active.SUBMIT,
    "/ImportData": Active.IMPORT,
    "/GoToR": Active.OTHER_FILE,
    "/GoToE": Active.OTHER_FILE,
    "/Rendition": Active.MEDIA,
    "/Movie": Active.MEDIA,
    "/Sound": Active.MEDIA,
    "/RichMediaExecute": Active.MEDIA,
}
SUBTYPES = {
    "/RichMedia": Active.MEDIA,
    "/Screen": Active.MEDIA,
    "/Movie": Active.MEDIA,
    "/Sound": Active.MEDIA,
    "/3D": Active.MEDIA,
    "/FileAttachment": Active.EMBEDDED,
}
KEYS = {"/JS": Active.JAVASCRIPT, "/AA": Active.ON_EVENT, "/XFA": Active.XFA}
NOT_WALKED = frozenset(
    (
        *("/P", "/Parent", "/Prev", "/Last", "/StructTreeRoot", "/StructParents", "/Metadata"),
        *("/Resources", "/Contents", "/AP", "/DR", "/V", "/Opt", "/EF"),
    )
)
MOST_OBJECTS = 50_000
LONGEST_IDENTITY = 10_000
"""Bytes of the file inside the PDF."""


@dataclass(slots=True)
class Inside:
    """What was found in a file."""

    active: set[Active] = field(default_factory=set)
    attached: list[dict[str, str]] = field(default_factory=list)
    """The identities in files inside the PDF that have our name."""


def inside(root: DictionaryObject) -> Inside:
    """Walk over everything that a viewer may act on; raise TooMuchError where it is too much.

    Pictures, fonts, texts and the structure for screen readers hold no actions and are left out.
    """
    found = Inside()
    visited: set[object] = set()
    waiting: list[PdfObject] = [root]
    objects = 0
    while waiting:
        stored = waiting.pop()
        key = key_of(stored)
        if key is not None and key in visited:
            continue
        visited.add(key)
        objects += 1
        if objects > MOST_OBJECTS:
            raise TooMuchError
        try:
            what = followed(stored)
        except UnreadableError:
            continue  # a field among them is told by the walk over the fields
        if isinstance(what, DictionaryObject):
            _look(what, found)
            waiting += _below(what)
        elif isinstance(what, ArrayObject):
            waiting += what
    return found


def _below(what: DictionaryObject) -> Iterator[PdfObject]:
    for key in what:
        if key not in NOT_WALKED:
            yield what.raw_get(key)


def _look(what: DictionaryObject, found: Inside) -> None:
    for key, kinds in (("/S", ACTIONS), ("/Subtype", SUBTYPES)):
        kind = kinds.get(_name(what, key))
        if kind is not None:
            found.active.add(kind)
    found.active.update(kind for key, kind in KEYS.items() if key in what)
    if "/EF" in what:
        _file(what, found)


def _name(what: DictionaryObject, key: str) -> str:
    try:
        return str(value(what, key))
    except UnreadableError:
        return ""


def _file(what: DictionaryObject, found: Inside) -> None:
    try:
        names = {said(value(what, key)).text for key in ("/F", "/UF") if key in what}
        files = dictionary(value(what, "/EF"))
        bodies = [followed(files.raw_get(key)) for key in files]
    except UnreadableError:
        names, bodies = set(), []
    if names != {ATTACHMENT} or not bodies:
        found.active.add(Active.EMBEDDED)
        return
    for body in bodies:
        identity = _identity(body)
        if identity and identity not in found.attached:
            found.attached.append(identity)


def _identity(body: PdfObject | None) -> dict[str, str]:
    if not isinstance(body, StreamObject):
        return {}
    try:
        read = json.loads(stream_bytes(body)[:LONGEST_IDENTITY])
    except (UnreadableError, ValueError, RecursionError):
        return {}
    if not isinstance(read, dict):
        return {}
    return {str(key): part for key, part in read.items() if isinstance(part, str)}
