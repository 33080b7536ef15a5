"""The tables of the pages on the case file and the schedule: every section and key of a file."""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from lscp_docs.disclosure.profiles import SHOWS, Profile
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import Day, EventTime, Moment, UncertainDate
from lscp_docs.model.docstrings import field_docstrings
from lscp_docs.model.identifying import Identifying, Kind, Marked
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.people import AgeInYears, ChildId, PersonId
from lscp_docs.model.record import CaseReference, Flag, Key, Narrative, Privileged, Record
from lscp_docs.model.report_file import ReportFile, ReportText
from lscp_docs.model.schedule import Schedule
from lscp_docs.model.state import NEXT
from lscp_docs.model.training import Training
from lscp_docs.model.vocabulary import Term
from tools.markdown import markdown_table

WRITTEN: tuple[tuple[object, str], ...] = (
    (Narrative, "narrative"),
    (ReportText, "text, may name figures"),
    (Privileged, "text, privileged"),
    (Day, "day"),
    (EventTime, "time of day"),
    (Flag, "true or false"),
    (Key, "key: small letters, digits, hyphens"),
    (CaseReference, "reference: capital letters, digits, hyphens"),
    (ChildId, "id such as `C1`"),
    (PersonId, "id such as `P1`"),
    (AgeInYears, "whole number of years"),
    (Moment, "day, or day with time"),
    (UncertainDate, "day, or uncertain date"),
)
"""How a person writes a value of each type of the model."""

ABBREVIATIONS = {"nhs": "NHS", "gp": "GP", "lcspr": "LCSPR", "sudic": "SUDIC"}

PLAIN: dict[object, str] = {str: "text", int: "whole number", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a file: its heading, the class that it is read into, its other headings."""

    heading: str
    record: type[Record]
    also: list[str] = field(default_factory=list)


def sections(top: type[Record]) -> list[Section]:
    """Return every section of a file, each class once, in the order of the model."""
    found: dict[type[Record], Section] = {}
    for heading, record in _sections(top, ""):
        if record in found:
            found[record].also.append(heading)
        else:
            found[record] = Section(heading, record)
    return list(found.values())


def _sections(record: type[Record], path: str) -> Iterator[tuple[str, type[Record]]]:
    for name, hint in hints(record).items():
        inner, is_several = held(hint)
        if isinstance(inner, type) and issubclass(inner, Record):
            here = f"{path}{name}"
            yield f"[[{here}]]" if is_several else f"[{here}]", inner
            yield from _sections(inner, f"{here}.")


def hints(record: type[Record]) -> dict[str, Any]:
    """Return the types of a record's fields as its source writes them."""
    every = get_type_hints(record, include_extras=True)
    return {name: every[name] for name in record.model_fields}


def held(hint: Any) -> tuple[Any, bool]:
    """Return what a field holds without `| None`, and whether it holds several."""
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    return hint, False


def kind_of(hint: Any) -> Kind | None:
    """Return the identifying kind of a field, None for one that identifies nobody."""
    inner, _ = held(hint)
    if inner is Narrative or inner == Narrative:
        return Kind.NARRATIVE
    if inner == Privileged:
        return Kind.PRIVILEGED
    marks = [each for each in getattr(inner, "__metadata__", ()) if isinstance(each, Marked)]
    return marks[0].kind if marks else None


def how_written(hint: Any) -> str:
    """Return how a person writes a field: "day", "list of texts", "one of: ..."."""
    inner, is_several = held(hint)
    words = _one_written(inner)
    if isinstance(inner, type) and issubclass(inner, Record):
        return "a section for each" if is_several else "a section"
    return f"list: {words}" if is_several else words


def _one_written(hint: Any) -> str:
    for known, words in WRITTEN:
        if hint == known:
            return words
    if isinstance(hint, type) and issubclass(hint, Term):
        return "one of " + ", ".join(f"`{term.value}`" for term in hint)
    if get_origin(hint) is Literal:
        return "one of " + ", ".join(f"`{value}`" for value in get_args(hint))
    if hasattr(hint, "__metadata__"):
        return _one_written(get_args(hint)[0])
    if get_origin(hint) is Identifying:
        return _one_written(get_args(hint)[0])
    return PLAIN.get(hint, "time of day")


def section_table(record: type[Record]) -> str:
    """Return the table of one section's keys."""
    told = field_docstrings(record)
    return markdown_table(
        ("Key", "What it is", "How it is written", "Identifying"),
        (
            (
                f"`{name}`{' (needed)' if record.model_fields[name].is_required() else ''}",
                " ".join(told.get(name, "").split()) or what_it_is(name, hint),
                how_written(hint),
                str(kind_of(hint) or ""),
            )
            for name, hint in hints(record).items()
        ),
    )


def what_it_is(name: str, hint: Any) -> str:
    """Return what a section says of itself, or the words of a key."""
    inner, _ = held(hint)
    if isinstance(inner, type) and issubclass(inner, Record):
        return inspect.cleandoc(inner.__doc__ or "").split("\n\n")[0].replace("\n", " ")
    return " ".join(ABBREVIATIONS.get(word, word) for word in name.split("_"))


def file_tables(top: type[Record]) -> str:
    """Return the heading and table of the top of a file and of each of its sections."""
    parts = [f"### At the top of the file\n\n{section_table(top)}"]
    for section in sections(top):
        lines = [f"### `{section.heading}`", inspect.cleandoc(section.record.__doc__ or "")]
        if section.also:
            also = ", ".join(f"`{heading}`" for heading in section.also)
            lines.append(f"Written in the same way: {also}.")
        parts.append("\n\n".join([*lines, section_table(section.record)]))
    return "\n\n".join(parts)


def case_file_tables() -> str:
    """Every section and key of a case file."""
    return file_tables(CaseFile)


def partnership_tables() -> str:
    """Every section and key of a partnership file."""
    return file_tables(Partnership)


def report_file_tables() -> str:
    """Every section and key of a report.toml."""
    return file_tables(ReportFile)


def schedule_tables() -> str:
    """Every section and key of a schedule."""
    return file_tables(Schedule)


def training_tables() -> str:
    """Every section and key of a training file."""
    return file_tables(Training)


def states_table() -> str:
    """The states of a case and what may follow each."""
    return markdown_table(
        ("State", "What can follow"),
        (
            (state.words, "; ".join(each.words for each in following) or "nothing: it is closed")
            for state, following in NEXT.items()
        ),
    )


def profiles_table() -> str:
    """What each profile shows of each kind of identifying value."""
    return markdown_table(
        ("Kind", *(profile.value for profile in Profile)),
        ((kind.value, *(each.value for each in shown)) for kind, shown in SHOWS.items()),
    )
