"""Where in a document, and in the model, a fault that pydantic found stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from pydantic import BaseModel

from lscp_docs.casefile.positions import KeyPath
from lscp_docs.model.docstrings import field_docstrings

Schema = Mapping[str, Any]
"""A node of pydantic's core schema, which names every part of an error's `loc` exactly."""

NOTHING: Schema = {"type": "any"}
WRAPPERS = ("schema", "lax_schema", "python_schema")
KEY_MARK = "[key]"


@dataclass(frozen=True, slots=True)
class Arm:
    """The choice of a union that an error speaks of: where the union stands and what it allows."""

    path: KeyPath
    label: str
    union: Schema
    value: object


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at one `loc`: its path in the document, the value and what the model asks for.

    `parent` and `model` are the schema and the class of the table that it stands in.
    """

    path: KeyPath
    value: object
    schema: Schema
    parent: Schema = field(default_factory=lambda: NOTHING)
    model: type | None = None
    arms: tuple[Arm, ...] = ()
    shown: tuple[str, ...] = ()
    is_key: bool = False


@dataclass(frozen=True)
class Shape:
    """A model's core schema, with its references resolved and its words known."""

    top: Schema
    definitions: Mapping[str, Schema]

    @classmethod
    def of(cls, model: type[BaseModel]) -> Shape:
        """Give the shape of a pydantic model that is complete (all its references defined)."""
        top: Schema = model.__pydantic_core_schema__
        named = {node["ref"]: node for node in top.get("definitions", ())}
        return cls(top, named)

    def core(self, schema: Schema) -> Schema:
        """Take off validators, defaults, models' shells and `| None`, down to what is asked for."""
        while True:
            if schema["type"] == "definition-ref":
                schema = self.definitions[schema["schema_ref"]]
                continue
            inner = next((schema[name] for name in WRAPPERS if name in schema), None)
            if inner is None:
                return schema
            schema = inner

    def _model(self, schema: Schema) -> type | None:
        """Give the class that `core` takes off a schema, or None."""
        while schema["type"] != "model":
            if schema["type"] == "definition-ref":
                schema = self.definitions[schema["schema_ref"]]
                continue
            inner = next((schema[name] for name in WRAPPERS if name in schema), None)
            if inner is None:
                return None
            schema = inner
        model: type = schema["cls"]
        return model

    def fields(self, schema: Schema) -> dict[str, Schema]:
        """Give the keys that a table may hold, as a file spells them; none if it is no model."""
        core = self.core(schema)
        if core["type"] not in ("model-fields", "typed-dict"):
            return {}
        return {_spelt(name, each): each["schema"] for name, each in core["fields"].items()}

    def described(self, place: Place) -> str:
        """Give what the model's author says of the field at a place, or nothing."""
        fields = place.parent.get("fields", {})
        named = (each for name, each in fields.items() if _spelt(name, each) == place.path[-1])
        metadata = next(named, NOTHING).get("metadata", {})
        told = metadata.get("pydantic_js_updates", {}).get("description", "")
        under = {} if place.model is None else field_docstrings(place.model)
        return str(told or under.get(str(place.path[-1]), ""))

    def choices(self, schema: Schema) -> tuple[Schema, ...]:
        """Give the choices of a union, or the schema alone."""
        core = self.core(schema)
        if core["type"] == "union":
            parts = (part[0] if isinstance(part, tuple) else part for part in core["choices"])
            return tuple(self.core(part) for part in parts)
        return (core,)

    def allowed(self, schema: Schema) -> tuple[str, ...]:
        """Give the words of a closed list (an enum or a literal), in their order."""
        words: list[str] = []
        for choice in self.choices(schema):
            if choice["type"] == "enum":
                words += [str(member.value) for member in choice["members"]]
            elif choice["type"] == "tagged-union":
                words += [str(_bare(tag)) for tag in choice["choices"]]
            elif choice["type"] == "literal":
                words += [str(_bare(word)) for word in choice["expected"]]
        return tuple(words)

    def place(self, loc: tuple[str | int, ...], document: object) -> Place:
        """Follow an error's `loc` through the document and the model at once."""
        here = Place((), document, self.top)
        for part in loc:
            here = self._step(here, part)
        return here

    def _step(self, here: Place, part: str | int) -> Place:
        core = self.core(here.schema)
        if core["type"] == "union":
            arm = Arm(here.path, str(part), core, here.value)
            return replace(here, schema=self._choice(core, str(part)), arms=(*here.arms, arm))
        if core["type"] == "tagged-union":
            return replace(here, schema=_tagged(core, part))
        if part == KEY_MARK:
            keys = here.parent.get("keys_schema", NOTHING)
            return replace(here, value=here.path[-1], schema=keys, is_key=True)
        return Place(
            path=(*here.path, part),
            value=_inside(here.value, part),
            schema=self._member(core, part),
            parent=core,
            model=self._model(here.schema),
            arms=here.arms,
            shown=(*here.shown, self._spoken(here, core, part)),
        )

    def _choice(self, union: Schema, label: str) -> Schema:
        fitting = (choice for choice in union["choices"] if self._fits(choice, label))
        return next(fitting, NOTHING)

    def _fits(self, choice: Schema | tuple[Schema, str], label: str) -> bool:
        if isinstance(choice, tuple):
            return choice[1] == label
        core = self.core(choice)
        name = core.get("model_name", core["type"])
        return label == name or label.startswith(f"{name}[") or f" {name}]" in label

    def _member(self, core: Schema, part: str | int) -> Schema:
        if isinstance(part, str):
            return self.fields(core).get(part) or core.get("values_schema", NOTHING)
        items = core.get("items_schema", NOTHING)
        if isinstance(items, Mapping):
            return items
        variadic = core.get("variadic_item_index", len(items))
        return items[min(part, variadic, len(items) - 1)] if items else NOTHING

    def _spoken(self, here: Place, core: Schema, part: str | int) -> str:
        """Name a step as a person counts; a key that the model does not know is never repeated."""
        if isinstance(part, int):
            return str(part + 1)
        if part in self.fields(core):
            return part
        if part in self.allowed(core.get("keys_schema", NOTHING)):
            return part
        if core["type"] == "dict" and isinstance(here.value, Mapping):
            return str(list(here.value).index(part) + 1) if part in here.value else ""
        return ""

    def known_keys(self) -> dict[str, tuple[str, ...]]:
        """Give every key that the model knows anywhere, with the sections it belongs to."""
        known: dict[str, tuple[str, ...]] = {}
        for section, core in self._walk(self.top, (), frozenset()):
            for key in self.fields(core):
                known[key] = (*known.get(key, ()), ".".join(section))
        return known

    def closed_words(self) -> frozenset[str]:
        """Give every word of every closed list of the model: these are ours, not a case's."""
        cores = self._walk(self.top, (), frozenset())
        return frozenset(word for _, core in cores for word in self.allowed(core))

    def _walk(
        self, schema: Schema, section: tuple[str, ...], seen: frozenset[int]
    ) -> Iterator[tuple[tuple[str, ...], Schema]]:
        core = self.core(schema)
        if id(core) in seen:
            return
        seen |= {id(core)}
        yield section, core
        for key, inner in self.fields(core).items():
            yield from self._walk(inner, (*section, key), seen)
        for inner in _members(core):
            yield from self._walk(inner, section, seen)


def kind(value: object) -> str:
    """Say what sort of value was read, never which one."""
    if isinstance(value, str):
        return f"a text of {counted(len(value), 'character')}" if value.strip() else "an empty text"
    if isinstance(value, (list, tuple)):
        return f"a list of {counted(len(value), 'item')}"
    return next((words for python, words in KINDS if isinstance(value, python)), "something else")


KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (int, "a whole number"),
    (float, "a number with decimals"),
    (dt.datetime, "a date with a time of day"),
    (dt.date, "a date"),
    (dt.time, "a time of day"),
    (Mapping, "a table"),
)


def counted(number: int, noun: str) -> str:
    """Give "1 item", "2 items"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _spelt(name: str, field: Mapping[str, Any]) -> str:
    alias = field.get("validation_alias")
    return alias if isinstance(alias, str) else name


def _bare(word: object) -> object:
    return word.value if isinstance(word, Enum) else word


def _tagged(union: Schema, tag: str | int) -> Schema:
    fitting = (schema for key, schema in union["choices"].items() if str(_bare(key)) == str(tag))
    return next(fitting, NOTHING)


def _inside(value: object, part: str | int) -> object:
    if isinstance(value, Mapping):
        return value.get(part)
    if isinstance(value, (list, tuple)) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _members(core: Schema) -> Iterator[Schema]:
    if core["type"] == "union":
        yield from (part[0] if isinstance(part, tuple) else part for part in core["choices"])
    elif core["type"] == "tagged-union":
        yield from core["choices"].values()
    items = core.get("items_schema", ())
    yield from (items,) if isinstance(items, Mapping) else items
    if "values_schema" in core:
        yield core["values_schema"]
