"""The personal view of a text: every name in full with its pseudonym or key behind it.

"GP1 wrote of Freya" and "Dr Thorpe wrote of Zoë" both read "Dr Selwyn Thorpe (GP1) wrote of Zoë
O’Hanlon (Freya)". The way back is the projection for pseudonymised papers, which reads a name
with its own key behind it as that key alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from lscp_docs.disclosure.hiding import (
    family_names,
    is_month,
    names_of_keyed,
    names_of_professional,
)
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import revealed
from lscp_docs.model.people import Child, FamilyMember
from lscp_docs.model.pseudonyms import names_of_professionals


def personal_view(case: CaseFile) -> Callable[[str], str]:
    """Give the function that turns a text of a case, in either view, into its personal view.

    It goes over the text once, the longest name first, and a text that is in the personal view
    already stays as it is. A form of a name that two people share, a surname alone and the words
    for a place stay as they are written: nobody is named who may not be meant.
    """
    told = tuple(dict.fromkeys(_forms(case)))
    people = Counter(form for form, _ in told)
    shown = {form: words or form for form, words in told if people[form] == 1}
    if not shown:
        return lambda words: words
    pattern = named(shown, keys_of(case))

    def view(found: re.Match[str]) -> str:
        name, key = found["name"], found["key"]
        if key is None:
            return name if is_month(found) else shown[name]
        is_own = shown[name].endswith(f"({key})")
        return shown[name] if is_own else f"{shown[name]} ({shown.get(key, key)})"

    return lambda words: pattern.sub(view, words)


def keys_of(case: CaseFile) -> tuple[str, ...]:
    """The pseudonyms and glossary keys of a case: what may stand in brackets behind a name."""
    people: list[Child | FamilyMember] = [*case.children, *case.family]
    pseudonyms = (each.pseudonym for each in people if each.pseudonym is not None)
    return (*pseudonyms, *(entry.key for entry in case.glossary))


def named(names: dict[str, str], keys: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a `name`, the longest first, and the `key` in brackets behind it, if any."""
    any_name = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    any_key = "|".join(map(re.escape, keys))
    behind = rf"(?: \((?P<key>{any_key})\))?" if keys else "(?P<key>(?!))?"
    return re.compile(rf"(?<!\w)(?P<name>{any_name})(?!\w){behind}")


def _forms(case: CaseFile) -> Iterator[tuple[str, str]]:
    """Yield each form of a name or key, and its personal view; empty for one without a stand-in."""
    people: list[Child | FamilyMember] = [*case.children, *case.family]
    for person in people:
        yield from _forms_of(person)
    keyed = {revealed(entry.name) for entry in case.glossary}
    for entry in case.glossary:
        name = revealed(entry.name)
        for form in (entry.key, *names_of_keyed(name)):
            yield form, f"{name} ({entry.key})"
    for name in names_of_professionals(case):
        if name not in keyed:
            yield from ((form, "") for form in names_of_professional(name))


def _forms_of(person: Child | FamilyMember) -> Iterator[tuple[str, str]]:
    parts = [revealed(part) for part in (person.forenames, person.surname) if part is not None]
    if not parts:
        return
    pseudonym = person.pseudonym
    view = f"{' '.join(parts)} ({pseudonym})" if pseudonym else ""
    surname = None if person.surname is None else revealed(person.surname)
    forms = [form for form in family_names(person, pseudonym or "") if form != surname]
    for form in (*forms, *([pseudonym] if pseudonym else ())):
        yield form, view
