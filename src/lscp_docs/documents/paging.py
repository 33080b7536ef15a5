"""A document's context with the page's running words beside it, as its template sees them."""

from __future__ import annotations

import dataclasses
import typing
from functools import cache
from typing import Any

from lscp_docs.documents.page import Page


def paged(words: type[Any]) -> type[Any]:
    """The class whose fields are those of `Page` and of the context class `words`."""
    return _paged(words)  # type: ignore[arg-type]


@cache
def _paged(words: type[Any]) -> type[Any]:
    page, own = typing.get_type_hints(Page), typing.get_type_hints(words)
    return dataclasses.make_dataclass(
        words.__name__, [*page.items(), *own.items()], frozen=True, slots=True, kw_only=True
    )


def on_page(page: Page, context: object) -> object:
    """The words of a context and its page together: every field is a name in the template."""
    together = {
        field.name: getattr(part, field.name)
        for part in (page, context)
        for field in dataclasses.fields(part)  # type: ignore[arg-type]
    }
    return paged(type(context))(**together)
