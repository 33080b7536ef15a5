"""Every name in a template, held against the fields of the context that will be put into it."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from jinja2 import nodes

from lscp_docs.chart import Chart
from lscp_docs.render.word_dialect import TAG, Reading, Tag
from lscp_docs.render.word_parts import BODY, TemplateProblem
from lscp_docs.render.word_values import LOOP_NAMES, nearest
from lscp_docs.wording import Gap


class Kind(StrEnum):
    """What a tag may do with a value."""

    WORDS = "words"
    NUMBER = "a whole number"
    CONDITION = "yes or no"
    SEVERAL = "several"
    GROUP = "a group of fields"
    CHART = "a chart"
    LOOP = "the loop"
    OTHER = "something that a template cannot use"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: its kind, whether it may be absent, and the items or fields inside."""

    kind: Kind
    optional: bool = False
    item: Any = None
    group: type | None = None


def shape(hint: Any) -> Shape:
    """Return the shape of a value with the type hint `hint`."""
    members = typing.get_args(hint) if _is_union(hint) else (hint,)
    optional = types.NoneType in members
    present = [member for member in members if member not in (types.NoneType, Gap)]
    if not present:
        return Shape(Kind.WORDS if Gap in members else Kind.OTHER, optional)
    if len(present) > 1:
        texts = all(shape(member).kind is Kind.WORDS for member in present)
        return Shape(Kind.WORDS if texts else Kind.OTHER, optional)
    return dataclasses.replace(_single(present[0]), optional=optional)


def _is_union(hint: Any) -> bool:
    return typing.get_origin(hint) in (typing.Union, types.UnionType)


def _single(hint: Any) -> Shape:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return Shape(Kind.SEVERAL, item=arguments[0])
    if origin is typing.Literal:
        return Shape(Kind.WORDS if all(isinstance(text, str) for text in arguments) else Kind.OTHER)
    if not isinstance(hint, type) or origin is not None:
        return Shape(Kind.OTHER)
    if hint in (bool, int):
        return Shape(Kind.CONDITION if hint is bool else Kind.NUMBER)
    if issubclass(hint, str):
        return Shape(Kind.WORDS)
    if hint is Chart:
        return Shape(Kind.CHART, group=Chart)
    if dataclasses.is_dataclass(hint):
        return Shape(Kind.GROUP, group=hint)
    return Shape(Kind.OTHER)


def field_hints(group: type) -> dict[str, Any]:
    """Return the type hint of each field of the dataclass `group`, in order."""
    hints = typing.get_type_hints(group)
    return {field.name: hints[field.name] for field in dataclasses.fields(group)}


_UNKNOWN: Final = None  # the shape of a name that has already been reported
_LOOP: Final = Shape(Kind.LOOP)
_PRINTED: Final = {
    Kind.CONDITION: ("is a yes or no, which cannot be printed.", "Use it in {% if … %}."),
    Kind.SEVERAL: ("is several things.", "Use {%p for … in … %}."),
    Kind.GROUP: ("is a group of fields.", "Name one of them after a dot."),
    Kind.LOOP: ("is the loop itself.", "Write loop.index or loop.last."),
    Kind.OTHER: ("is nothing that a template can print.", "Give the words in the context."),
}

_CROWDED: Final = (
    "is a chart, which stands alone in a paragraph of the body.",
    "Give the tag a paragraph of its own, with nothing else in it.",
)


@dataclass(slots=True)
class _Scope:
    """The names that a loop or condition adds, and the paths that a condition has found present."""

    names: dict[str, Shape | None]
    present: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Walk:
    """One pass over the tags of one part, from the top to the end."""

    reading: Reading
    context: type
    scopes: list[_Scope]
    problems: list[TemplateProblem]
    used: set[tuple[type, str]]
    tag: Tag

    def run(self) -> None:
        for tag in self.reading.tags:
            self.tag = tag
            match tag.word, tag.node:
                case "for", nodes.For() as loop:
                    self.enter_loop(loop)
                case "if", nodes.Node() as test:
                    self.scopes.append(self.condition(test))
                case "elif", nodes.Node() as test if len(self.scopes) > 1:
                    missed = self.scopes.pop().absent
                    entered = self.condition(test)
                    entered.present |= missed
                    entered.absent |= missed
                    self.scopes.append(entered)
                case "else", _ if len(self.scopes) > 1:
                    self.scopes.append(_Scope({}, self.scopes.pop().absent))
                case "endif" | "endfor", _ if len(self.scopes) > 1:
                    self.scopes.pop()
                case "print", nodes.Node() as printed:
                    self.print(printed)

    def enter_loop(self, loop: nodes.For) -> None:
        several = self.resolve(loop.iter)
        item: Shape | None = _UNKNOWN
        if several is not _UNKNOWN:
            if several.kind is not Kind.SEVERAL:
                self.report(loop.iter, f"is {several.kind}, not several things to go through.")
            elif several.optional:
                self.report(loop.iter, "may be absent.", "Put {%p if … %} around the loop.")
            item = shape(several.item) if several.kind is Kind.SEVERAL else _UNKNOWN
        target = typing.cast("nodes.Name", loop.target).name
        if target in field_hints(self.context):
            self.report(loop.iter, f"is gone through as “{target}”, which is a field already.")
        self.scopes.append(_Scope({target: item, "loop": _LOOP}))

    def condition(self, test: nodes.Node) -> _Scope:
        self.examine(test)
        return _Scope({}, *_present(test))

    def examine(self, test: nodes.Node) -> None:
        if isinstance(test, nodes.Name | nodes.Getattr):
            found = self.resolve(test)
            always = found is not _UNKNOWN and found.kind in (Kind.GROUP, Kind.CHART)
            if found is not _UNKNOWN and always and not found.optional:
                self.report(test, "is always there, so it decides nothing.", "Name a field of it.")
        elif isinstance(test, nodes.And):
            self.examine(test.left)
            self.scopes.append(_Scope({}, _present(test.left)[0]))
            self.examine(test.right)
            self.scopes.pop()
        else:
            for inner in test.iter_child_nodes():
                self.examine(inner)

    def print(self, printed: nodes.Node) -> None:
        match printed:
            case nodes.CondExpr(test=test, expr1=held, expr2=nodes.Expr() as missed):
                self.scopes.append(self.condition(test))
                self.print(held)
                self.scopes.append(_Scope({}, self.scopes.pop().absent))
                self.print(missed)
                self.scopes.pop()
            case nodes.Filter(node=nodes.Node() as several):
                counted = self.resolve(several)
                if counted is not _UNKNOWN and counted != Shape(Kind.SEVERAL, item=counted.item):
                    self.report(several, "is not several things to count.")
            case nodes.Name() | nodes.Getattr():
                self.print_name(printed)
            case nodes.Const(value=str()):
                pass
            case _:
                self.say("This prints no words.", "Use it in {% if … %}.")

    def print_name(self, printed: nodes.Node) -> None:
        found = self.resolve(printed)
        if found is _UNKNOWN:
            return
        if found.kind in _PRINTED:
            self.report(printed, *_PRINTED[found.kind])
        elif found.kind is Kind.CHART and not self.stands_alone():
            self.report(printed, *_CROWDED)
        elif found.optional:
            self.report(printed, "may be absent.", "Put {% if … %} around it.")

    def stands_alone(self) -> bool:
        paragraph = self.tag.paragraph
        whole = TAG.fullmatch(paragraph.text.strip())
        alone = whole is not None and len(TAG.findall(paragraph.text)) == 1
        return alone and paragraph.alone and self.reading.part.name == BODY

    def resolve(self, node: nodes.Node) -> Shape | None:
        """Return what a dotted name stands for, or nothing once it has been reported."""
        if isinstance(node, nodes.Name):
            found = self.top(node.name)
        elif isinstance(node, nodes.Getattr):
            owner = self.resolve(node.node)
            found = _UNKNOWN if owner is _UNKNOWN else self.field(node, owner)
        else:
            self.say("A loop goes through a name, and a dot follows a name.")
            return _UNKNOWN
        if found is not _UNKNOWN and any(_dotted(node) in scope.present for scope in self.scopes):
            return dataclasses.replace(found, optional=False)
        return found

    def top(self, name: str) -> Shape | None:
        for scope in reversed(self.scopes):
            if name in scope.names:
                return scope.names[name]
        hints = field_hints(self.context)
        if name not in hints:
            inner = [known for scope in self.scopes for known in scope.names]
            self.say(*name_not_there(name, (*hints, *inner)))
            return _UNKNOWN
        self.used.add((self.context, name))
        return shape(hints[name])

    def field(self, node: nodes.Getattr, owner: Shape) -> Shape | None:
        if owner.kind is Kind.LOOP:
            if node.attr in LOOP_NAMES:
                boolean = node.attr in ("first", "last")
                return Shape(Kind.CONDITION if boolean else Kind.NUMBER)
            self.say(f"“loop” has no “{node.attr}”.", nearest(node.attr, LOOP_NAMES))
            return _UNKNOWN
        if owner.group is None:
            self.report(node.node, f"is {owner.kind} and has no field “{node.attr}”.")
            return _UNKNOWN
        hints = field_hints(owner.group)
        if node.attr not in hints:
            kind = owner.group.__name__
            self.say(f"{kind} has no field “{node.attr}”.", nearest(node.attr, hints))
            return _UNKNOWN
        if owner.optional:
            self.report(node.node, "may be absent.", "Put {%p if … %} around it.")
        self.used.add((owner.group, node.attr))
        return shape(hints[node.attr])

    def report(self, node: nodes.Node, problem: str, hint: str = "") -> None:
        self.say(f"“{_dotted(node)}” {problem}", hint)

    def say(self, problem: str, hint: str = "") -> None:
        part = self.reading.part
        self.problems.append(part.problem(self.tag.paragraph.number, problem, hint))


def name_not_there(name: str, known: Iterable[str]) -> tuple[str, str]:
    """Return the problem of a top-level name that the context lacks, and the nearest name."""
    return f"There is no “{name}” in this document.", nearest(name, known)


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"


def _present(test: nodes.Node) -> tuple[frozenset[str], frozenset[str]]:
    """Return the paths known to be there when `test` holds, and those when it does not."""
    if isinstance(test, nodes.Name | nodes.Getattr):
        return frozenset({_dotted(test)}), frozenset()
    if isinstance(test, nodes.Not):
        held, missed = _present(test.node)
        return missed, held
    if isinstance(test, nodes.And):
        return _present(test.left)[0] | _present(test.right)[0], frozenset()
    if isinstance(test, nodes.Or):
        return frozenset(), _present(test.left)[1] | _present(test.right)[1]
    return frozenset(), frozenset()


def _walked(readings: Iterable[Reading], context: type) -> Iterator[_Walk]:
    for reading in readings:
        if reading.tags:
            walk = _Walk(reading, context, [_Scope({})], [], set(), reading.tags[0])
            walk.run()
            yield walk


def mistakes(readings: Iterable[Reading], context: type) -> list[TemplateProblem]:
    """Return every use of a name that the dataclass `context` does not bear, in reading order."""
    return [problem for walk in _walked(readings, context) for problem in walk.problems]


def never_used(readings: Iterable[Reading], context: type) -> list[str]:
    """Return the dotted names that no tag uses; a group that no tag touches is one name."""
    used = {pair for walk in _walked(readings, context) for pair in walk.used}
    return list(_unused(context, "", used, ()))


def _unused(
    group: type, prefix: str, used: set[tuple[type, str]], above: tuple[type, ...]
) -> Iterator[str]:
    for name, hint in field_hints(group).items():
        inner = shape(hint)
        if inner.kind is Kind.SEVERAL:
            inner = shape(inner.item)
        if (group, name) not in used:
            yield f"{prefix}{name}"
        elif inner.kind is Kind.GROUP and inner.group is not None and inner.group not in above:
            yield from _unused(inner.group, f"{prefix}{name}.", used, (*above, group))
