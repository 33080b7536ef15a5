"""A Word template made into Jinja code, with the way back from a line of it to a paragraph.

It needs lxml and docxtpl, which take longer to import than a document takes to render: only a
template that is new, or has a fault to be told, comes through here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import CodeType

import jinja2
from jinja2 import nodes

from lscp_docs.errors import Problem
from lscp_docs.render.word_contents import cleaned, dressed, foreign, house_parts
from lscp_docs.render.word_dialect import Reading, read
from lscp_docs.render.word_package import DECLARATION, Member, member, refused, unpacked
from lscp_docs.render.word_parts import text_parts
from lscp_docs.render.word_source import Source, source, unedited
from lscp_docs.render.word_values import WordEnvironment


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """One part with tags: its Jinja code and the way back from a line to a paragraph.

    `may_shrink` says that a condition or loop may leave a cell or a table with nothing in it.
    """

    reading: Reading
    source: Source
    code: CodeType
    may_shrink: bool

    def problem(self, line: int, problem: str, hint: str) -> Problem:
        """Return `problem` at the paragraph that a line of the Jinja text stands for."""
        return self.reading.part.problem(self.source.paragraphs[line - 1], problem, hint)


@dataclass(frozen=True, slots=True)
class Compilation:
    """All parts of a template: those with tags by their name, and the others deflated."""

    tagged: dict[str, CompiledPart]
    rest: tuple[Member, ...]


def compilation(name: str, template: bytes, house_style: bytes | None) -> Compilation:
    """Return the .docx `template`, called `name` in errors, compiled in the `house_style`.

    Raises TemplateError with every problem that can be seen without a context.
    """
    parts, readings = readings_of(name, template)
    house = {} if house_style is None else house_parts(house_style)
    problems = [*foreign(name, parts), *(slip for one in readings for slip in one.problems)]
    if problems:
        raise refused(name, problems)
    environment = WordEnvironment()
    kept = cleaned(dressed(parts, house))
    tagged: dict[str, CompiledPart] = {}
    for reading in readings:
        part = reading.part
        content = kept.pop(part.name, None)
        if content is not None and reading.tags:
            tagged[part.name] = _compiled(reading, environment, name)
        elif content is not None:
            kept[part.name] = DECLARATION + unedited(part).encode()
    return Compilation(tagged, tuple(member(key, content) for key, content in kept.items()))


def readings_of(name: str, template: bytes) -> tuple[dict[str, bytes], tuple[Reading, ...]]:
    """Return the parts of the .docx `template` and what is written in those that may hold tags.

    Raises TemplateError when the file is no Word file.
    """
    parts = unpacked(name, template)
    environment = WordEnvironment()
    return parts, tuple(read(part, environment) for part in text_parts(name, parts))


def _compiled(reading: Reading, environment: WordEnvironment, name: str) -> CompiledPart:
    written = source(reading.part)
    part = reading.part.name
    try:
        tree = environment.parse(written.text, part, part)
        # Every node knows its line by now, so the line ends need not reach the document.
        for words in tree.find_all(nodes.TemplateData):
            words.data = words.data.replace("\n", "")
        code = environment.compile(tree, part, part)
    except jinja2.TemplateSyntaxError as error:
        number = written.paragraphs[error.lineno - 1]
        problem = reading.part.problem(number, f"The tag cannot be read: {error.message}.")
        raise refused(name, [problem]) from error
    may_shrink = bool(re.search(r"%}\n*</w:(tc|tbl)>", written.text))
    return CompiledPart(reading, written, code, may_shrink)
