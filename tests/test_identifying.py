"""Identifying values open for projections alone."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any, get_args

import jinja2
import jinja2.sandbox
import pytest
from tests.cases import a_case

from lscp_docs.errors import DisclosureError
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Identifying, Kind, Marked, revealed
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.record import Record, records_of

SECRET = "Quillonberg"


def secret() -> Identifying[str]:
    return Identifying(SECRET, Kind.SURNAME)


WAYS: dict[str, Callable[[Any], object]] = {
    "str": str,
    "format": lambda value: f"{value:>20}",
    "percent": lambda value: "%s" % value,  # noqa: UP031
    "join": lambda value: "".join([*value]),
    "len": len,
    "iter": iter,
    "index": lambda value: value[0],
    "add": lambda value: value + "",
    "radd": lambda value: "" + value,
    "bool": bool,
    "hash": hash,
    "int": int,
    "bytes": bytes,
    "contains": lambda value: "Q" in value,
    "pickle": pickle.dumps,
    "copy": copy.deepcopy,
    "markup": lambda value: value.__html__(),
}


@pytest.mark.parametrize("way", WAYS)
def test_identifying_value_refuses(way: str) -> None:
    with pytest.raises((DisclosureError, TypeError)) as refused:
        WAYS[way](secret())
    assert SECRET not in str(refused.value)


def test_identifying_value_shows_three_stars_to_repr_and_json() -> None:
    case = a_case(children=[{"id": "C1", "surname": SECRET, "date_of_birth": "2023-05"}])
    assert SECRET not in repr(case)
    assert SECRET not in json.dumps(case.model_dump(mode="json"), default=str)
    assert SECRET not in case.model_dump_json()
    assert revealed(case.children[0].surname) == SECRET  # type: ignore[type-var]


EXPRESSIONS = (
    "{{ v }}",
    "{{ v|upper }}",
    "{{ v ~ '' }}",
    "{{ [v]|join }}",
    "{{ v|string }}",
    "{{ v|length }}",
    "{{ v|tojson }}",
    "{{ '%s' % v }}",
    "{{ '{}'.format(v) }}",
    "{{ v|attr('_value') }}",
    "{{ v._value }}",
    "{{ v|list }}",
    "{{ v|replace('Q', 'q') }}",
    "{{ '{0._value}'.format(v) }}",
)


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_no_template_prints_an_identifying_value(expression: str) -> None:
    sandbox = jinja2.sandbox.ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined)
    try:
        printed = sandbox.from_string(expression).render(v=secret())
    except (DisclosureError, jinja2.TemplateError, TypeError):
        return
    assert SECRET not in printed


def test_an_identifying_value_cannot_be_changed() -> None:
    value = secret()
    with pytest.raises(AttributeError):
        value._value = "other"
    assert revealed(value) == SECRET


def models(record: type[Record], seen: set[type[Record]]) -> set[type[Record]]:
    seen.add(record)
    for field in record.model_fields.values():
        for inner in _records_in(field.annotation):
            if inner not in seen:
                models(inner, seen)
    return seen


def _records_in(annotation: Any) -> set[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return {annotation}
    return {found for part in get_args(annotation) for found in _records_in(part)}


def test_every_identifying_field_tells_its_kind() -> None:
    count = 0
    for model in models(CaseFile, set()):
        for name, field in model.model_fields.items():
            if "Identifying[" in str(field.annotation):
                marked = [mark for mark in field.metadata if isinstance(mark, Marked)]
                assert marked or "Marked(" in str(field.annotation), (model.__name__, name)
                count += 1
    assert count > 60


def test_no_narrative_is_plain_text() -> None:
    """A field that can hold a paragraph is a Narrative; plain lines are capped at a line's size."""
    for model in models(CaseFile, models(Partnership, set())):
        for name, field in model.model_fields.items():
            caps = [getattr(mark, "max_length", None) for mark in field.metadata]
            assert 200_000 not in caps or model.__name__ in ("NarrativeText", "PrivilegedText"), (
                model.__name__,
                name,
            )


def test_every_identifying_value_of_a_case_carries_its_kind() -> None:
    kinds = {
        value.kind
        for _, record in records_of(a_case())
        for name in type(record).model_fields
        if isinstance(value := getattr(record, name), Identifying)
    }
    assert {Kind.SURNAME, Kind.DATE_OF_BIRTH, Kind.EVENT_DATE, Kind.NARRATIVE} <= kinds
    assert Kind.PRIVILEGED in kinds
