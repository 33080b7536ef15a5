"""Following references in a file that may be broken: what is wanted, or a named failure."""

from __future__ import annotations

from typing import Any

from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject, IndirectObject, NullObject, PdfObject

from lscp_docs.forms.limits import TooMuchError

Key = tuple[int, int]
"""An object's number and generation."""


class UnreadableError(Exception):
    """A part of the file cannot be read, or a reference leads to nothing."""


def followed(stored: PdfObject | None) -> Any:
    """Give what a value stands for, through its references; None for null.

    Raises UnreadableError where a reference leads to nothing or to what cannot be read, and
    TooMuchError where reading it would take too much.
    """
    for _ in range(5):
        if not isinstance(stored, IndirectObject):
            return None if isinstance(stored, NullObject) else stored
        try:
            found = stored.get_object()
        except (LimitReachedError, RecursionError, MemoryError) as error:
            raise TooMuchError from error
        except Exception as error:  # pypdf raises whatever comes
            raise UnreadableError from error
        if found is None or isinstance(found, NullObject):
            raise UnreadableError
        stored = found
    raise UnreadableError


def value(dictionary: DictionaryObject, key: str) -> Any:
    """Give what a dictionary holds under a key; raises as `followed` does."""
    return followed(dictionary.raw_get(key)) if key in dictionary else None


def dictionary(stored: PdfObject | None) -> DictionaryObject:
    """Give the dictionary that a value stands for; raise UnreadableError where it is none."""
    found = followed(stored)
    if not isinstance(found, DictionaryObject):
        raise UnreadableError
    return found


def key_of(stored: PdfObject | None) -> Key | None:
    """Give the number and generation that a reference names; None for anything else."""
    if isinstance(stored, IndirectObject):
        return stored.idnum, stored.generation
    return None
