"""What becomes of a value in a Word template: words whole, gaps marked, everything else refused.

Every character that XML can hold comes out as it went in. Line ends, vertical tabs and form feeds
become line breaks, tabs become tab stops; the other control characters and lone surrogates, which
no XML can state, are left out.
"""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Hashable, Iterable
from contextvars import ContextVar
from functools import lru_cache
from types import FrameType
from typing import Any, Final

from jinja2 import ChainableUndefined, pass_eval_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from lscp_docs.chart import Chart
from lscp_docs.render.word_pictures import drawing
from lscp_docs.render.xml_text import escaped, legal, one_line
from lscp_docs.wording import Gap

LOOP_NAMES: Final = ("first", "last", "index", "index0", "length", "revindex", "revindex0")

_TEXT: Final = '<w:t xml:space="preserve">'
_BREAK: Final = f"</w:t><w:br/>{_TEXT}"
_TAB: Final = f"</w:t><w:tab/>{_TEXT}"
# Two characters that no value can hold any more once it has been made safe.
_GAP_OPENS, _GAP_CLOSES = "\x01", "\x02"
_RUN_WITH_GAP: Final = r"(?s)<w:r(?: [^>]*)?>(?:(?!</w:r>)[^\x01])*\x01.*?</w:r>"
_RUN_LOOK: Final = r"(?s)<w:rPr>.*?</w:rPr>"
_GAP: Final = r"(?s)\x01(.*?)\x02"


@dataclasses.dataclass(frozen=True, slots=True)
class Slip:
    """A value that a tag asked for and could not have; `line` counts in the compiled part."""

    part: str
    line: int
    problem: str
    hint: str


SLIPS: Final[ContextVar[list[Slip]]] = ContextVar("slips of the render in hand")


def note_slip(problem: str, hint: str = "") -> None:
    """Add a slip to the render in hand, at the tag that is being worked out."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and not frame.f_code.co_filename.startswith("word/"):
        frame = frame.f_back
    if frame is not None:
        SLIPS.get().append(Slip(frame.f_code.co_filename, frame.f_lineno, problem, hint))


class NoSuchName(ChainableUndefined):
    """Takes the place of a name that is not there, so that one render finds all of them."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        note_slip(*unknown_name(name or "", obj))


def unknown_name(name: str, owner: object) -> tuple[str, str]:
    """Return what is wrong with `name` on `owner` (`missing`: the context) and the nearest name."""
    if owner is missing:
        return f"There is no “{name}” in this document.", ""
    if isinstance(owner, LoopContext):
        return f"“loop” has no “{name}”.", nearest(name, LOOP_NAMES)
    kind = type(owner)
    return f"{kind.__name__} has no field “{name}”.", nearest(name, field_names(kind))  # type: ignore[arg-type] # a class is hashable


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint with the known name most like `name`, or with all of them."""
    import difflib

    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    if near:
        return f"Did you mean “{near[0]}”?"
    return f"Known: {', '.join(names)}." if names else "Write the name alone."


@lru_cache(maxsize=1024)
def field_names(kind: Hashable) -> frozenset[str]:
    """Return the names that a tag may write after a dot on a value of `kind`."""
    if kind is LoopContext:
        return frozenset(LOOP_NAMES)
    if kind is Gap or not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
        return frozenset()
    return frozenset(field.name for field in dataclasses.fields(kind))


class WordEnvironment(ImmutableSandboxedEnvironment):
    """Jinja cut down to placing words: only fields of dataclasses, no calls, no sums.

    Whatever a tag prints, constants included, comes through `words_of`, which trusts no value and
    escapes each one; Jinja's own escaping would only do that a second time.
    """

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self) -> None:
        super().__init__(autoescape=False, undefined=NoSuchName, finalize=words_of, cache_size=0)
        self.globals.clear()
        self.filters = {"length": len, "plain": plain}
        self.tests = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the field of a dataclass; anything else is a name that does not exist."""
        if attribute in field_names(type(obj)):  # type: ignore[arg-type]
            return getattr(obj, attribute)
        return obj if isinstance(obj, Undefined) else self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Refuse `x[…]` as if the name did not exist."""
        return self.undefined(obj=obj, name=str(argument))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002 - Jinja's own
        """Say that only the fields of a dataclass may be read."""
        return attr in field_names(type(obj))  # type: ignore[arg-type]

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ARG002 - Jinja's own
        """Say that nothing may be called."""
        return False

    def call_binop(self, _context: Context, operator: str, _left: Any, _right: Any) -> Any:
        """Refuse all arithmetic, which could also be used to fill the memory."""
        raise SecurityError(f"“{operator}” is refused")

    def call_unop(self, _context: Context, operator: str, _arg: Any) -> Any:
        """Refuse signs as well."""
        raise SecurityError(f"“{operator}” is refused")


# Taking the evaluation context keeps Jinja from folding constants before they come through here.
@pass_eval_context
def words_of(_: EvalContext | None, value: object) -> str:
    """Return `value` as text for a `w:t`; note a slip for anything but words, numbers and gaps."""
    if isinstance(value, str):
        return value if type(value) is PlainText else _safe(value)
    if type(value) is int:
        return str(value)
    if isinstance(value, Gap):
        return f"{_GAP_OPENS}[Needed: {_safe(value.asked_for)}]{_GAP_CLOSES}"
    if isinstance(value, Chart):
        return f"</w:t>{drawing(value, (plain(value.title), plain(value.alternative)))}{_TEXT}"
    if not isinstance(value, Undefined):  # which has been noted already
        note_slip(*_unprintable(value))
    return ""


class PlainText(str):
    """A value that has been made safe for an XML attribute."""

    __slots__ = ()


def plain(value: object) -> PlainText:
    """Return `value` as one line for an XML attribute, where no break, tab stop or style can be."""
    text = f"[Needed: {value.asked_for}]" if isinstance(value, Gap) else value
    if isinstance(text, Chart):
        note_slip("A chart cannot be described by a chart.", "Write chart.alternative.")
        return PlainText()
    if not isinstance(text, str):
        return PlainText(words_of(None, text))
    return PlainText(escaped(one_line(text)).replace('"', "&quot;"))


def _unprintable(value: object) -> tuple[str, str]:
    if value is None:
        return "There is nothing to print here.", "Put {% if … %} around it."
    if isinstance(value, bool):
        return "A yes or no cannot be printed.", "Use it in {% if … %}."
    if isinstance(value, tuple | list):
        return "Several things cannot be printed at once.", "Use {%p for … in … %}."
    return f"A {type(value).__name__} cannot be printed.", "Name one of its fields after a dot."


def _safe(value: str) -> str:
    # A value that claims to be XML already is text all the same.
    text = value if type(value) is str else str.__str__(value)
    # What prints as it is holds no control character, line end or surrogate to look for.
    plain = text.isprintable()
    if not plain:
        text = legal(text)
    text = escaped(text)
    return text if plain else text.replace("\n", _BREAK).replace("\t", _TAB)


def with_gaps(xml: str) -> str:
    """Return a rendered part with each gap in a run of its own in the character style Gap."""
    return re.sub(_RUN_WITH_GAP, _run_with_gap, xml) if _GAP_OPENS in xml else xml


def _run_with_gap(match: re.Match[str]) -> str:
    look = re.search(_RUN_LOOK, match[0])
    again = look[0] if look else ""
    return re.sub(
        _GAP,
        lambda gap: (
            '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Gap"/></w:rPr>'
            f'<w:t xml:space="preserve">{gap[1]}</w:t></w:r>'
            f'<w:r>{again}<w:t xml:space="preserve">'
        ),
        match[0],
    )
