"""Templates: where they are, what is wrong with them, and what an author may write in them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lscp_docs.chart import Chart
from lscp_docs.errors import Problem, TemplateError
from lscp_docs.shipped import bundled


def find(name: str, own: Path | None) -> bytes:
    """Return the template file `name`, from the partnership's folder `own` or else as shipped.

    Raises TemplateError naming both places when neither has it or it cannot be read.
    """
    if not re.fullmatch(r"[a-z0-9_]+\.[a-z]+", name):
        problem = Problem(file=name, problem="This is no name of a template.")
        raise TemplateError(f"“{name}” is no name of a template.", (problem,))
    shipped = bundled("templates")
    for place in (own, shipped):
        file = None if place is None else place / name
        if file is not None and file.is_file():
            try:
                return file.read_bytes()
            except OSError as error:
                problem = Problem(file=str(file), problem="The file cannot be read.")
                raise TemplateError(f"The template {file} cannot be read.", (problem,)) from error
    places = " nor in ".join(str(place) for place in (own, shipped) if place is not None)
    looked = f"The template {name} is neither in {places}."
    if own is None:
        looked = f"The template {name} is not in {places}."
    hint = "Put it into the partnership's own templates folder, or install lscp-docs again."
    raise TemplateError(looked, (Problem(file=name, problem=looked, hint=hint),))


def check(
    name: str, template: bytes, context_class: type, house_style: bytes | None
) -> list[Problem]:
    """Return everything wrong with `template`, called `name`, for its context; no case needed.

    The problems know their part and paragraph (TemplateProblem), in the order of the document.
    """
    from lscp_docs.render.template_style import style_faults
    from lscp_docs.render.template_types import mistakes
    from lscp_docs.render.word_compile import readings_of
    from lscp_docs.render.word_contents import foreign, house_parts

    try:
        parts, readings = readings_of(name, template)
        house = {} if house_style is None else house_parts(house_style)
    except TemplateError as error:
        return list(error.problems)
    problems = [
        *foreign(name, parts),
        *(problem for reading in readings for problem in reading.problems),
        *mistakes(readings, context_class),
        *style_faults(name, parts, house, readings),
    ]
    order = {reading.part.name: position for position, reading in enumerate(readings)}
    problems.sort(key=lambda one: (order.get(one.part, 0), one.paragraph or 0))
    return list(dict.fromkeys(problems))


def unused(name: str, template: bytes, context_class: type) -> list[Problem]:
    """Return a problem for each field of the context that no tag of `template` uses.

    Each is a warning for a person to judge: a document that leaves a fact out may mean to. Raises
    TemplateError when the file is no Word file.
    """
    from lscp_docs.render.template_types import never_used
    from lscp_docs.render.word_compile import readings_of

    _, readings = readings_of(name, template)
    return [
        Problem(
            file=name,
            path=field,
            problem="No tag prints or asks for this.",
            hint="Unused: the document will not say it.",
        )
        for field in never_used(readings, context_class)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One name that an author may write: what it holds and the tags to type."""

    name: str
    kind: str
    title: str
    tags: str


def fields(context_class: type) -> list[FieldRow]:
    """Return every name that a template of this context may use, those inside loops included."""
    return list(_rows(context_class, "", ()))


def _rows(group: type, prefix: str, above: tuple[type, ...]) -> Iterator[FieldRow]:
    from lscp_docs.render.template_types import Kind, field_hints, shape

    titles = {field.name: field.metadata.get("title", "") for field in dataclasses.fields(group)}
    for field, hint in field_hints(group).items():
        name = f"{prefix}{field}"
        held = shape(hint)
        kind, tags, inside, inner = str(held.kind), f"{{{{ {name} }}}}", held.group, f"{name}."
        if held.kind is Kind.CONDITION:
            tags = f"{{%p if {name} %}} … {{%p endif %}}"
        elif held.kind is Kind.SEVERAL:
            one, item = _one_of(field), shape(held.item)
            kind = f"several, each {item.kind}"
            shown = "…" if item.kind is Kind.GROUP else f"{{{{ {one} }}}}"
            tags = f"{{%p for {one} in {name} %}} {shown} {{%p endfor %}}"
            inside, inner = item.group, f"{one}."
        elif held.kind is Kind.GROUP:
            tags = f"{{{{ {name}.… }}}}"
        if held.optional:
            kind = f"{kind}, may be absent"
            tags = f"{{%p if {name} %}} {tags} {{%p endif %}}"
        yield FieldRow(name=name, kind=kind, title=titles[field] or _title(held.group), tags=tags)
        if inside is Chart:
            yield _caption(f"{inner}title")
        elif inside is not None and inside not in above:
            yield from _rows(inside, inner, (*above, group))


def _caption(name: str) -> FieldRow:
    return FieldRow(
        name=name, kind="words", title="The caption of the chart", tags=f"{{{{ {name} }}}}"
    )


def _one_of(several: str) -> str:
    if several.endswith("ies"):
        return f"{several[:-3]}y"
    if several.endswith(("ches", "shes", "sses", "xes")):
        return several[:-2]
    if several.endswith("s") and not several.endswith("ss"):
        return several[:-1]
    return f"one_{several}"


def _title(group: type | None) -> str:
    """Return the first line of a group's docstring, unless the dataclass wrote it itself."""
    words = "" if group is None else group.__doc__ or ""
    return "" if group is None or words.startswith(f"{group.__name__}(") else words.split("\n")[0]
