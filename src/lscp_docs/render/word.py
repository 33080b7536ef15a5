"""A Word template compiled once and rendered many times: the same words give the same bytes."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import count
from types import CodeType
from typing import TYPE_CHECKING, Any, Final, Self

import jinja2

from lscp_docs import cache
from lscp_docs.errors import Problem
from lscp_docs.render.word_package import (
    DECLARATION,
    Member,
    in_order,
    member,
    packed,
    refused,
    xml_fault,
)
from lscp_docs.render.word_pictures import CHARTS, with_pictures
from lscp_docs.render.word_properties import CORE, Properties, core
from lscp_docs.render.word_values import SLIPS, Slip, WordEnvironment, with_gaps

if TYPE_CHECKING:
    from lscp_docs.render.chart_svg import Drawing
    from lscp_docs.render.word_compile import Compilation

__all__ = ["Properties", "WordTemplate"]

# What Jinja code can still raise once names, calls and sums have been refused.
_RAISED: Final = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
_ROWLESS: Final = ("</w:tblGrid></w:tbl>", "<w:tblGrid/></w:tbl>")
_PICTURE_ID: Final = r'(<wp:docPr [^>]*?\bid=")[^"]*(")'


@dataclass(frozen=True, slots=True)
class _Part:
    """A part with tags, ready to be rendered; `may_shrink` as in `word_compile.CompiledPart`."""

    name: str
    template: jinja2.Template
    may_shrink: bool


class WordTemplate:
    """A template whose parts are Jinja code and whose other parts are deflated already."""

    def __init__(
        self,
        name: str,
        codes: tuple[tuple[str, CodeType, bool], ...],
        rest: tuple[Member, ...],
        compiled: Callable[[], Compilation],
    ) -> None:
        environment = WordEnvironment()
        self._name = name
        self._parts = {
            part: _Part(part, environment.template_class.from_code(environment, code, {}), shrinks)
            for part, code, shrinks in codes
        }
        self._codes = codes
        self._rest = {part.name.decode(): part for part in rest}
        self._order = in_order({*self._rest, *self._parts, CORE})
        self._compiled = compiled
        self._checked: set[type] = set()

    @classmethod
    def compiled(cls, name: str, template: bytes, *, house_style: bytes | None) -> Self:
        """Return the .docx `template`, called `name` in errors, ready to be rendered.

        The fonts, colours and list formats come from the .docx `house_style` where one is given.
        Raises TemplateError with every problem that can be seen without a context.
        """
        made = _compile(name, template, house_style)
        codes = tuple((key, part.code, part.may_shrink) for key, part in made.tagged.items())
        return cls(name, codes, made.rest, lambda: made)

    @classmethod
    def checked(
        cls, name: str, template: bytes, context: type, *, house_style: bytes | None
    ) -> Self:
        """Return what `compiled` does, once it fits the dataclass `context`; kept between runs.

        `name` is the name of a file. Raises TemplateError with every problem of the template.
        """
        fields = ((field.name, repr(field.type)) for field in dataclasses.fields(context))
        digests = (hashlib.sha256(each or b"").digest() for each in (template, house_style))
        made_from = repr((context.__qualname__, *fields, *digests)).encode()
        kept = cache.kept(name, made_from)
        if kept is None:
            ready = cls.compiled(name, template, house_style=house_style)
            ready._check(context)
            rest = tuple(dataclasses.astuple(part) for part in ready._rest.values())
            cache.keep(name, made_from, (ready._codes, rest))
            return ready
        codes, rest = kept
        members = tuple(Member(*part) for part in rest)
        ready = cls(name, codes, members, partial(_compile, name, template, house_style))
        ready._checked.add(context)
        return ready

    def render(self, context: object, properties: Properties) -> bytes:
        """Return the document that the template and the dataclass instance `context` make.

        Every field of `context` is a name in the template. Raises TemplateError with all the names
        and values that could not be placed, by part and paragraph; it never holds a value.
        """
        self._check(type(context))
        fields = dataclasses.fields(context)  # type: ignore[arg-type]
        values = {field.name: getattr(context, field.name) for field in fields}
        slips: list[Slip] = []
        charts: dict[str, Drawing] = {}
        slips_before, charts_before = SLIPS.set(slips), CHARTS.set(charts)
        try:
            texts = {key: _rendered(part, values, slips) for key, part in self._parts.items()}
        finally:
            SLIPS.reset(slips_before)
            CHARTS.reset(charts_before)
        if slips:
            raise refused(self._name, [self._located(slip) for slip in slips])
        numbers = count(1)
        members = {**self._rest, CORE: member(CORE, core(properties))}
        for key, text in texts.items():
            members[key] = member(key, self._finished(self._parts[key], text, numbers))
        if not charts:
            return packed(members[key] for key in self._order)
        members = with_pictures(members, charts)
        return packed(members[key] for key in in_order(members))

    @cached_property
    def _compilation(self) -> Compilation:
        """What the template was compiled from, to check it and to tell the place of a fault."""
        return self._compiled()

    def _check(self, context: type) -> None:
        if context not in self._checked:
            from lscp_docs.render.template_types import mistakes

            parts = self._compilation.tagged.values()
            problems = mistakes((part.reading for part in parts), context)
            if problems:
                raise refused(self._name, problems)
            self._checked.add(context)

    def _located(self, slip: Slip) -> Problem:
        line = self._parts[slip.part].template.get_corresponding_lineno(slip.line)
        return self._compilation.tagged[slip.part].problem(line, slip.problem, slip.hint)

    def _finished(self, part: _Part, text: str, numbers: count[int]) -> bytes:
        text = with_gaps(text)
        if part.may_shrink:
            text = _whole_tables(text)
        if "<wp:docPr " in text:
            text = re.sub(_PICTURE_ID, lambda match: f"{match[1]}{next(numbers)}{match[2]}", text)
        content = DECLARATION + text.encode()
        fault = xml_fault(content)
        if fault:
            hint = "An if or for begins inside a link, field or format and ends outside of it."
            whole = self._compilation.tagged[part.name].reading.part
            raise refused(self._name, [whole.problem(None, fault, hint)])
        return content


def _compile(name: str, template: bytes, house_style: bytes | None) -> Compilation:
    from lscp_docs.render.word_compile import compilation  # which imports lxml and docxtpl

    return compilation(name, template, house_style)


def _rendered(part: _Part, values: dict[str, Any], slips: list[Slip]) -> str:
    template = part.template
    try:
        return "".join(template.root_render_func(template.new_context(values)))
    except _RAISED as error:
        import traceback

        lines = [
            frame.lineno
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename == part.name
        ]
        # The error's own words may hold a value, so only its kind is told.
        told = f"It cannot be worked out ({type(error).__name__})."
        slips.append(Slip(part.name, (lines or [0])[-1] or 0, told, ""))
        return ""


def _whole_tables(xml: str) -> str:
    """Return `xml` without tables that lost all rows, and with a paragraph at each cell's end.

    Word calls a file damaged that has either. A table with no rows has no words to lose.
    """
    for ending in _ROWLESS:
        while (at := xml.find(ending)) >= 0:
            xml = xml[: xml.rindex("<w:tbl>", 0, at)] + xml[at + len(ending) :]
    # Counting takes a hundredth of the time that looking behind every cell's end does.
    if xml.count("</w:tc>") == xml.count("</w:p></w:tc>") + xml.count("<w:p/></w:tc>"):
        return xml
    return re.sub(r"(?<!</w:p>)(?<!<w:p/>)</w:tc>", "<w:p/></w:tc>", xml)
