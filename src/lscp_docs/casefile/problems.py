"""What pydantic found wrong, as sentences for the person who wrote the file."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import core_schema

from lscp_docs.casefile.places import Place, Shape, kind
from lscp_docs.casefile.positions import KeyPath, Positions
from lscp_docs.casefile.sentences import (
    EMPTY,
    NO_SUCH_DAY,
    NOT_A_KEY,
    OF_DATES,
    OF_NUMBERS,
    SENTENCES,
    UNSPOKEN,
    WRONG_KIND,
    Sentence,
    addition,
    expected,
    listed,
    tags,
)
from lscp_docs.errors import Problem

PYDANTIC_TYPES = frozenset(get_args(core_schema.ErrorType))

CLOSE = 0.8
"""How alike two words must be (difflib ratio): a slip of a letter or two, not another word."""

FEW = 3
"""Sections that are named for a key that stands in the wrong one."""


@dataclass(frozen=True)
class _Fault:
    type: str
    message: str
    bounds: Mapping[str, Any]
    place: Place


@dataclass(frozen=True)
class _Reader:
    shape: Shape
    file: str
    positions: Positions
    document: Mapping[str, object]
    known: Mapping[str, tuple[str, ...]]
    closed_words: frozenset[str]


def problems(
    error: ValidationError,
    *,
    model: type[BaseModel],
    document: Mapping[str, object],
    positions: Positions,
    file: str,
    is_whole: bool = True,
) -> tuple[Problem, ...]:
    """Turn a validation error into problems with lines, sorted by line, each said once.

    `document` is what was validated; its values are looked at (for their kind and length) and
    never repeated. `positions` may be empty, for a file whose lines mean nothing to a person.
    Unless the document `is_whole` (faulty lines were left out), only what is wrong by itself is
    told: nothing is then called missing, and no rule over several values is applied.
    """
    shape = Shape.of(model)
    reader = _Reader(shape, file, positions, document, shape.known_keys(), shape.closed_words())
    faults = [
        _Fault(each["type"], each["msg"], each.get("ctx", {}), shape.place(each["loc"], document))
        for each in error.errors(include_input=False, include_context=True, include_url=False)
    ]
    told = _one_arm_each(shape, [each for each in faults if not _follows(each)], 0)
    found = dict.fromkeys(_problem(reader, each) for each in told if is_whole or _stands(each))
    return in_order(found)


def _follows(fault: _Fault) -> bool:
    """Tell whether a list is only called too short because pydantic left its faulty items out."""
    value = fault.place.value
    return (
        fault.type == "too_short"
        and isinstance(value, (list, Mapping))
        and len(value) >= fault.bounds["min_length"]
    )


def _stands(fault: _Fault) -> bool:
    """Tell whether a fault would be one whatever else the file says."""
    if fault.type == "extra_forbidden":
        return True
    return fault.type != "missing" and not isinstance(fault.place.value, (Mapping, list))


def in_order(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems as a person reads the file: the whole file first, then by line and path."""
    return tuple(sorted(found, key=lambda each: (each.line or 0, each.path)))


def _one_arm_each(shape: Shape, faults: list[_Fault], depth: int) -> Iterator[_Fault]:
    """Fold what pydantic says of every choice of a union into what one reader would say."""
    groups: dict[KeyPath | int, list[_Fault]] = {}
    for number, fault in enumerate(faults):
        arms = fault.place.arms
        groups.setdefault(arms[depth].path if len(arms) > depth else number, []).append(fault)
    for group in groups.values():
        if len(group[0].place.arms) <= depth:
            yield from group
        else:
            yield from _folded(shape, group, depth)


def _folded(shape: Shape, group: list[_Fault], depth: int) -> Iterator[_Fault]:
    union = group[0].place.arms[depth]
    by_arm: dict[str, list[_Fault]] = {}
    for fault in group:
        by_arm.setdefault(fault.place.arms[depth].label, []).append(fault)
    meant = [arm for arm in by_arm.values() if not any(_wrong_kind(f, union.path) for f in arm)]
    if meant and (len(meant) == 1 or isinstance(union.value, Mapping)):
        yield from _one_arm_each(shape, min(meant, key=len), depth + 1)
        return
    first = group[0].place
    shown = first.shown[: len(union.path)]
    place = Place(union.path, union.value, union.union, shown=shown, arms=first.arms[:depth])
    yield _Fault("union", "", {}, place)


def _wrong_kind(fault: _Fault, union: KeyPath) -> bool:
    if fault.place.path != union:
        return False
    if fault.type in ("literal_error", "enum"):
        return True
    return fault.type in PYDANTIC_TYPES - SENTENCES.keys() - {"value_error"}


def _problem(reader: _Reader, fault: _Fault) -> Problem:
    if fault.type == "extra_forbidden":
        return _unknown_key(reader, fault.place)
    if fault.type == "value_error" or fault.type not in PYDANTIC_TYPES | {"union"}:
        return _said_by_the_model(reader, fault)
    sentence = _sentence(fault)
    shape, place = reader.shape, fault.place
    filled = {
        **(OF_DATES if isinstance(place.value, (dt.date, str)) else OF_NUMBERS),
        **{name: _bound(bound) for name, bound in fault.bounds.items()},
        "read": _capital(kind(place.value)),
        "expected": expected(shape, place.schema),
        "described": shape.described(place) or "The guide to case files shows the form.",
        "addition": addition(shape, place) if fault.type == "missing" else "",
        "tags": tags(shape, place),
    }
    hint = sentence.hint.format_map(filled) + _nearest_allowed(shape, place)
    return _at(reader, _telling(shape, place), sentence.problem.format_map(filled), hint)


def _sentence(fault: _Fault) -> Sentence:
    value = fault.place.value
    if fault.place.is_key:
        return NOT_A_KEY
    if isinstance(value, str) and fault.type != "missing":
        if not value.strip():
            return EMPTY
        if fault.type.startswith("date_") and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return NO_SUCH_DAY if fault.type != "date_type" else WRONG_KIND
    return SENTENCES.get(fault.type, WRONG_KIND)


def _said_by_the_model(reader: _Reader, fault: _Fault) -> Problem:
    """Pass on the finished sentence of one of our validators, unless it repeats what was read."""
    cause = fault.bounds.get("error")
    message = str(cause) if isinstance(cause, ValueError) else fault.message
    hint = getattr(cause, "hint", fault.bounds.get("hint", ""))
    if isinstance(cause, UnicodeError | ValidationError) or _repeats(
        f"{message} {hint}", reader, fault.place.value
    ):
        hint = UNSPOKEN.hint.format(expected=expected(reader.shape, fault.place.schema))
        return _at(reader, fault.place, UNSPOKEN.problem, hint)
    return _at(reader, fault.place, _capital(message), hint if isinstance(hint, str) else "")


def _repeats(message: str, reader: _Reader, value: object) -> bool:
    # Inside a section, a plain word such as an agency's key may also be a word of the sentence.
    plain = r"(?!)" if isinstance(value, str) else r"[a-z_-]+"
    ours = reader.closed_words | reader.known.keys()
    return any(
        re.search(rf"(?<!\w){re.escape(text)}(?!\w)", message)
        for text in _texts(value)
        if len(text) > 1 and text not in ours and not re.fullmatch(plain, text)
    )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, (str, dt.date, dt.time)):
        yield str(value).strip()
    elif isinstance(value, float):
        yield str(value)


def _unknown_key(reader: _Reader, place: Place) -> Problem:
    """Say that a key is not known; show it only if near a known one, else it may be a name."""
    key = str(place.path[-1])
    here = tuple(reader.shape.fields(place.parent))
    near = nearest(key, here)
    if near:
        return _at(reader, place, f"The key “{key}” is not known here.", f"Did you mean “{near}”?")
    if key in reader.known:
        homes = list(dict.fromkeys(reader.known[key]))
        named = [f"in the section {home}" if home else "at the top of the file" for home in homes]
        others = " or in another" if len(named) > FEW else ""
        hint = (
            f"It belongs {' or '.join(named[:FEW])}{others}; "
            "a key belongs to the section heading above it."
        )
        return _at(reader, place, f"The key “{key}” does not belong in this section.", hint)
    free = [name for name in here if name not in _table_of(reader.document, place.path)]
    known = listed(free or here)
    hint = f"Known here and not yet used: {known}." if free else f"Known here: {known}."
    return _at(reader, place, "This line has a key that is not known here.", hint if here else "")


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that is most alike, or nothing; case and hyphens do not count."""
    plain = {_plain(name): name for name in known}
    close = difflib.get_close_matches(_plain(word), plain, n=1, cutoff=CLOSE)
    return plain[close[0]] if close else ""


def _plain(word: str) -> str:
    return re.sub(r"[\s-]+", "_", word.strip().casefold())


def _table_of(document: object, path: KeyPath) -> Mapping[str, object]:
    for part in path[:-1]:
        document = document[part]  # type: ignore[index]
    return document if isinstance(document, Mapping) else {}


def _nearest_allowed(shape: Shape, place: Place) -> str:
    value = _telling(shape, place).value
    near = nearest(value, shape.allowed(place.schema)) if isinstance(value, str) else ""
    return f" Did you mean “{near}”?" if near else ""


def _telling(shape: Shape, place: Place) -> Place:
    """Give the place of the key that says of which kind a section is, if that is at fault."""
    key = shape.core(place.schema).get("discriminator")
    if not (isinstance(key, str) and isinstance(place.value, Mapping) and key in place.value):
        return place
    path, shown = (*place.path, key), (*place.shown, key)
    return replace(place, path=path, shown=shown, value=place.value[key])


def _at(reader: _Reader, place: Place, problem: str, hint: str) -> Problem:
    return Problem(
        file=reader.file,
        problem=problem,
        hint=hint,
        line=reader.positions.line(place.path),
        path=".".join(part for part in place.shown if part),
    )


def _bound(bound: object) -> str:
    return f"{bound:,}" if isinstance(bound, int) else str(bound)


def _capital(words: str) -> str:
    """Begin a sentence with a capital, unless it begins with a key of the file."""
    first = words.split(" ")[0]
    return words[:1].upper() + words[1:] if first.isalpha() else words
