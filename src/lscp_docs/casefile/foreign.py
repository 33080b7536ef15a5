"""What a case file says that its folder or its partnership does not know, with lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from lscp_docs.casefile.positions import KeyPath, positions
from lscp_docs.casefile.syntax import parse
from lscp_docs.casefile.unprintable import UNPRINTABLE
from lscp_docs.errors import Problem

AGENCY_KEYS = ("agency", "lead_agency")
"""The keys, anywhere in a case file, that name an agency of the partnership."""


def foreign(
    text: str, *, file: str, reference: str, agencies: Collection[str]
) -> Iterator[Problem]:
    """Yield every name in a text, sound TOML or not, that is not known outside it."""
    parsed = parse(UNPRINTABLE.sub(" ", text), file=file, known_keys=())
    places = positions(parsed.text)
    known = ", ".join(sorted(agencies))
    for path, value in _values(parsed.document or {}):
        if path == ("reference",) and value != reference:
            problem = "The reference is not the name of the case's folder."
            hint = "Write the folder's name, or rename the folder."
        elif path[-1] in AGENCY_KEYS and value not in agencies:
            problem = "The partnership has no agency of this key."
            hint = f"Write one of: {known}; or add it to partnership.toml."
        else:
            continue
        line = places.line(path)
        yield Problem(file=file, line=line, path=_dotted(path), problem=problem, hint=hint)


def _values(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _values(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _values(inner, (*path, number))


def _dotted(path: KeyPath) -> str:
    """Give a path as a person counts it: children.2.surname is the second child's surname."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
