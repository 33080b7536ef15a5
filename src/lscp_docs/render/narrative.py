"""A text that people write for a report, with the figures that it names put in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment


class UnknownNameError(Exception):
    """A text names a figure or a claim that there is not; the message is a sentence."""


def filled(text: str, names: Mapping[str, Callable[..., str]]) -> str:
    """Return the text with each `{{ name('key') }}` put in; `names` are all that it may call.

    Raises UnknownNameError, with a sentence that holds nothing of the text but what stands in
    the braces, where a tag cannot be read or names something else.
    """
    if "{" not in text:
        return text
    try:
        return _environment().from_string(text).render(names)
    except jinja2.TemplateSyntaxError as error:
        raise UnknownNameError(f"A tag cannot be read: {error.message}.") from None
    except (jinja2.UndefinedError, SecurityError, TypeError, ValueError) as error:
        known = ", ".join(f"{name}('…')" for name in names)
        raise UnknownNameError(f"A tag cannot be worked out ({error}). Write {known}.") from None


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja cut down to placing figures: no sums, and no loops worth the name."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def call_binop(self, _context: object, operator: str, _left: object, _right: object) -> object:
        """Refuse arithmetic: a sum of figures would be a number that no case stands behind."""
        raise SecurityError(f"“{operator}” is refused")


@lru_cache(maxsize=1)
def _environment() -> _Sandbox:
    environment = _Sandbox(autoescape=False, undefined=jinja2.StrictUndefined)
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment
