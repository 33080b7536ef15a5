"""XML as a small tree, read by expat with limits; what was read before a fault is kept.

Names are local ones: the strict and the transitional form of Office files differ in their
namespaces alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from lscp_docs.disclosure.reading.file import Budget, TooMuchError

DEEPEST_ELEMENT = 250
"""Elements within elements; Word itself goes no deeper than about a hundred."""

_NONE: dict[str, str] = {}


class Element:
    """An element with its attributes, and its elements and texts in their order."""

    __slots__ = ("attributes", "children", "name")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element | str] = []

    def __iter__(self) -> Iterator[Element]:
        """Yield this element and all below it, in the order of the document."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [x for x in reversed(element.children) if isinstance(x, Element)]

    def all(self, name: str) -> Iterator[Element]:
        """Yield the elements of one name, at any depth."""
        return (element for element in self if element.name == name)

    def elements(self) -> Iterator[Element]:
        """Yield the elements right below this one."""
        return (child for child in self.children if isinstance(child, Element))

    def child(self, name: str) -> Element | None:
        """Return the first element of a name right below this one."""
        return next((child for child in self.elements() if child.name == name), None)

    def get(self, name: str) -> str:
        """Return an attribute, empty when there is none."""
        return self.attributes.get(name, "")

    def text(self) -> str:
        """Return all text below, joined without gaps."""
        found: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                found.append(node)
            else:
                waiting += reversed(node.children)
        return "".join(found)

    def own_text(self) -> str:
        """Return the text that stands right in this element."""
        return "".join(child for child in self.children if isinstance(child, str))


@dataclass(slots=True)
class Tree:
    """What was read: the root, what stands outside all elements' text, and the fault, if any."""

    root: Element | None = None
    remarks: list[str] = field(default_factory=list)
    fault: str = ""


def parsed(data: bytes, budget: Budget) -> Tree:
    """Return the tree of XML; a fault never raises, it is told in the tree."""
    return _Builder(data, budget).tree


class _Builder:
    def __init__(self, data: bytes, budget: Budget) -> None:
        self.tree = Tree()
        self._budget = budget
        self._open: list[Element] = []
        # Entities may make text longer than the file, within reason.
        self._letters = 2 * len(data) + 1_000_000
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.CommentHandler = self.tree.remarks.append
        parser.ProcessingInstructionHandler = self._instruction
        parser.EntityDeclHandler = self._entity
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            parser.Parse(data, True)  # noqa: FBT003 - expat takes no keyword here
        except TooMuchError as error:
            self.tree.fault = str(error)
        except (expat.ExpatError, ValueError, LookupError):
            self.tree.fault = "Its XML is broken."

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._budget.element()
        if len(self._open) >= DEEPEST_ELEMENT:
            raise TooMuchError(f"Its XML is more than {DEEPEST_ELEMENT} elements deep.")
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        # Two attributes may share a local name; neither may get lost.
        if len(plain) < len(attributes):
            plain = {key.replace(" ", ":"): value for key, value in attributes.items()} | plain
        element = Element(name.rpartition(" ")[2], plain or _NONE)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.tree.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _words(self, words: str) -> None:
        self._letters -= len(words)
        if self._letters < 0:
            raise TooMuchError("Its XML repeats text beyond reason.")
        self._open[-1].children.append(words)

    def _instruction(self, target: str, words: str) -> None:
        self.tree.remarks.append(f"{target} {words}")

    def _entity(
        self,
        name: str,
        _is_parameter: bool,  # noqa: FBT001 - expat's own order
        value: str | None,
        *_where: str | None,
    ) -> None:
        self.tree.remarks.append(" ".join((name, value or "", *(x or "" for x in _where))))

    def _doctype(
        self,
        name: str,
        system: str | None,
        public: str | None,
        _has_subset: bool,  # noqa: FBT001 - expat's own order
    ) -> None:
        self.tree.remarks.append(" ".join((name, system or "", public or "")))
