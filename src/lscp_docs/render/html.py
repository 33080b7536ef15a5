"""HTML templates: a context placed into a Jinja2 page, strict, escaped and sandboxed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import lru_cache, partial
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from lscp_docs.chart import Chart
from lscp_docs.errors import Problem, TemplateError
from lscp_docs.render.chart_svg import svg
from lscp_docs.render.xml_text import legal
from lscp_docs.shipped import bundled
from lscp_docs.wording import Gap


class _Sandbox(ImmutableSandboxedEnvironment):
    """Refuses what a template has no need of: methods with side effects and huge repetitions."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, _context: Context, operator: str, _left: Any, _right: Any) -> Any:
        """Refuse multiplication and powers, which could fill the memory."""
        raise SecurityError(f"“{operator}” is refused")


def page(template_name: str, context: object, own: Path | None) -> str:
    """Return the template filled with the fields of `context` (a dataclass).

    A template in the folder `own` stands before the bundled one of that name. TemplateError when
    it is missing, wrong, or asks for something that the context does not have.
    """
    names = {x.name: getattr(context, x.name) for x in dataclasses.fields(context)}  # type: ignore[arg-type]
    try:
        return _environment(own).get_template(template_name).render(names)
    except jinja2.TemplateNotFound as error:
        places = [str(x) for x in (own, bundled("templates")) if x is not None]
        raise TemplateError(
            f"There is no template {error.name}; looked in {' and '.join(places)}."
        ) from error
    except jinja2.TemplateSyntaxError as error:
        problem = Problem(file=error.name or template_name, line=error.lineno,
                          problem=error.message or "is not a template")  # fmt: skip
        raise TemplateError(f"The template {template_name} cannot be read.", (problem,)) from error
    except (jinja2.UndefinedError, SecurityError, TypeError) as error:
        problem = Problem(file=template_name, line=_line(error, template_name), problem=str(error))
        raise TemplateError(
            f"The template {template_name} cannot be filled.", (problem,)
        ) from error


@lru_cache(maxsize=4)
def _environment(own: Path | None) -> _Sandbox:
    folders: list[Traversable] = [x for x in (own, bundled("templates")) if x is not None]
    return _Sandbox(
        loader=jinja2.FunctionLoader(partial(_source, folders)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_placed,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _source(
    folders: list[Traversable], name: str
) -> tuple[str, str, Callable[[], bool] | None] | None:
    """Return a template's text from the first folder that has it, and the name errors give it."""
    if name != PurePath(name).name:
        return None
    for folder in folders:
        if (folder / name).is_file():
            return (folder / name).read_text("utf-8"), name, None
    return None


def _placed(value: object) -> object:
    """Return a value as the page shows it: a gap in words, a line break as one, a chart drawn."""
    if isinstance(value, Chart):
        return Markup(svg(value))  # noqa: S704 - our own SVG, which has escaped every word
    if isinstance(value, Gap):
        return Markup('<span class="gap">[Needed: {}]</span>').format(value.asked_for)
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup("<br>").join(escape(line) for line in legal(value).split("\n"))
    return value


def _line(error: BaseException, template_name: str) -> int | None:
    """Return the line of the template in which an error arose, from 1."""
    trace, found = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(template_name):
            found = trace.tb_lineno
        trace = trace.tb_next
    return found
