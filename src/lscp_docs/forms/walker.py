"""Our own walk over the fields of a form: one field that cannot be read never loses the others.

A field's name is the path walked to it, from /T to /T; /Parent and /TM are never looked at, so that
a file cannot say two things. What fields inherit is handed down. No object is visited twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from lscp_docs.forms.limits import DEPTH, NODES, TooMuchError
from lscp_docs.forms.objects import Key, UnreadableError, dictionary, followed, key_of, value
from lscp_docs.forms.strings import said

INHERITED = ("/FT", "/Ff", "/V", "/Opt", "/I", "/RV")


@dataclass(frozen=True, slots=True)
class Widget:
    """A place on a page that shows a field."""

    key: Key | None
    look: DictionaryObject


@dataclass(frozen=True, slots=True)
class Terminal:
    """A field that holds a value, with its own attributes and those that it inherits, unread."""

    name: str
    key: Key | None
    attributes: Mapping[str, PdfObject]
    widgets: tuple[Widget, ...]

    def get(self, key: str) -> Any:
        """Give an attribute; raises as `objects.followed` does."""
        return followed(self.attributes.get(key))


@dataclass(frozen=True, slots=True)
class Walked:
    """All fields in the order of the form; how many nodes could not be read; what was visited."""

    fields: tuple[Terminal, ...]
    unreadable: int
    visited: frozenset[Key]


@dataclass(frozen=True, slots=True)
class _Step:
    stored: PdfObject
    path: tuple[str, ...] = ()
    inherited: Mapping[str, PdfObject] = field(default_factory=dict)


def walk(form: DictionaryObject) -> Walked:
    """Walk over the fields of a form; raise TooMuchError where it is too deep or too large."""
    return _Walk().over(form)


class _Walk:
    def __init__(self) -> None:
        self.found: list[Terminal] = []
        self.visited: set[Key] = set()
        self.nodes = 0
        self.unreadable = 0

    def over(self, form: DictionaryObject) -> Walked:
        steps = [_Step(stored) for stored in reversed(self._array(form, "/Fields"))]
        while steps:
            step = steps.pop()
            if self._is_new(step.stored):
                try:
                    steps += reversed(self._below(step))
                except UnreadableError:
                    self.unreadable += 1
        return Walked(tuple(self.found), self.unreadable, frozenset(self.visited))

    def _is_new(self, stored: PdfObject) -> bool:
        """Count an object, and tell whether this is the first visit to it."""
        key = key_of(stored)
        if key in self.visited:
            return False
        self.nodes += 1
        if self.nodes > NODES:
            raise TooMuchError
        if key is not None:
            self.visited.add(key)
        return True

    def _below(self, step: _Step) -> list[_Step]:
        """Give the fields below one; where there are none it is a terminal field itself."""
        if len(step.path) >= DEPTH:
            raise TooMuchError
        node = dictionary(step.stored)
        path = (*step.path, said(value(node, "/T")).text) if "/T" in node else step.path
        own = {key: node.raw_get(key) for key in INHERITED if key in node}
        inherited = {**step.inherited, **own}
        fields, widgets = self._kids(node)
        if fields:
            return [_Step(stored, path, inherited) for stored in fields]
        if "/Kids" not in node and ("/Rect" in node or node.get("/Subtype") == "/Widget"):
            widgets = [Widget(key_of(step.stored), node)]
        self.found.append(Terminal(".".join(path), key_of(step.stored), inherited, tuple(widgets)))
        return []

    def _kids(self, node: DictionaryObject) -> tuple[list[PdfObject], list[Widget]]:
        """Give what a node holds: fields below it, which have a name or kids, and widgets."""
        fields: list[PdfObject] = []
        widgets: list[Widget] = []
        for stored in self._array(node, "/Kids"):
            try:
                kid = dictionary(stored)
            except UnreadableError:
                self.unreadable += 1
                continue
            if "/T" in kid or "/Kids" in kid:
                fields.append(stored)
            elif self._is_new(stored):
                widgets.append(Widget(key_of(stored), kid))
        return fields, widgets

    def _array(self, node: DictionaryObject, key: str) -> list[PdfObject]:
        try:
            found = value(node, key)
        except UnreadableError:
            found = None
        if isinstance(found, ArrayObject):
            return list(found)
        self.unreadable += key in node
        return []
