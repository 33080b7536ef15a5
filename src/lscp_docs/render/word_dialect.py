"""The tags a person may type in a Word template: read one by one, and checked.

The dialect is a small part of docxtpl's. `{{ name }}` places words. `{% if %}`, `{% elif %}`,
`{% else %}`, `{% endif %}`, `{% for %}` and `{% endfor %}` stand inside one paragraph; with a
letter after the percent sign they stand for a whole paragraph (`{%p`), table row (`{%tr`) or
table cell (`{%tc`), which then holds nothing else. `{# … #}` is a note that is not printed. The
alternative texts of pictures and tables may hold `{{ name }}` too.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes
from lxml import etree

from lscp_docs.render.word_parts import Paragraph, Part, TemplateProblem, W

TAG: Final = re.compile(r"\{\{(?P<print>.*?)\}\}|\{%(?P<block>.*?)%\}|\{#(?P<note>.*?)#\}")
_MARKER: Final = re.compile(r"(p|tr|tc|r) +")
_WORDS: Final = ("if", "elif", "else", "endif", "for", "endfor")
_CLOSES: Final = {"endif": "if", "endfor": "for"}
_BRACES: Final = re.compile(r"[{}｛｝❴❵⦃⦄]")
_STRAIGHT: Final = str.maketrans("“”‘’", "\"\"''")
_ALLOWED_NODES: Final = (
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
)
_ONLY_PLACES: Final = "A template only places words: give them in the context."

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DESCRIPTIONS: Final = {
    f"{W}tblCaption": (f"{W}val",),
    f"{W}tblDescription": (f"{W}val",),
    f"{_WP}docPr": ("descr", "title"),
}
_TRACKED: Final = frozenset(
    f"{W}{name}"
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One tag of a part: `marker` is "p", "tr", "tc" or nothing, `word` its kind or "print".

    `node` is the Jinja statement (for) or expression (print, if, elif) that it holds.
    """

    paragraph: Paragraph
    marker: str
    word: str
    node: nodes.Node | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All tags of a part in order, and everything that is wrong with how they are written."""

    part: Part
    tags: tuple[Tag, ...]
    problems: tuple[TemplateProblem, ...]


def read(part: Part, environment: Environment) -> Reading:
    """Return the tags of `part` and every fault that needs no context to be seen."""
    if part.root.prefix != "w" or not str(part.root.tag).startswith(W):
        hint = "Save it from Word as “Word Document (*.docx)”, not as Strict Open XML."
        return Reading(part, (), (part.problem(None, "The file is of an unusual kind.", hint),))
    tags: list[Tag] = []
    problems: list[TemplateProblem] = [*_edited(part), *_misplaced(part)]
    described = _descriptions(part)
    for paragraph in part.paragraphs:
        texts = (*described.get(paragraph.number, ()), paragraph.text)
        for match in (match for text in texts for match in TAG.finditer(text)):
            found = _tag(part, paragraph, match, environment)
            if isinstance(found, Tag):
                tags.append(found)
            else:
                problems.append(found)
        problems += _leftovers(part, paragraph)
    problems += _crowded(part)
    problems += _unpaired(part, tags)
    return Reading(part, tuple(tags), tuple(problems))


def _tag(
    part: Part, paragraph: Paragraph, match: re.Match[str], environment: Environment
) -> Tag | TemplateProblem:
    if match["note"] is not None:
        marked = _MARKER.match(match["note"])
        return Tag(paragraph=paragraph, marker=marked[1] if marked else "", word="note")
    body = match["print"] if match["print"] is not None else match["block"]
    marked = _MARKER.match(body)
    marker = marked[1] if marked else ""
    inner = body[len(marked[0]) :] if marked else body
    problem = _unfit(match, marker)
    if problem:
        return part.problem(paragraph.number, *problem)
    inner = inner.translate(_STRAIGHT).replace("\xa0", " ").strip()
    if match["print"] is not None:
        return _parsed(part, paragraph, "print", "", inner, environment)
    word, _, rest = inner.partition(" ")
    if word not in _WORDS:
        return part.problem(paragraph.number, *_unknown_word(word, inner))
    if word in ("else", "endif", "endfor"):
        if rest.strip():
            return part.problem(paragraph.number, f"“{word}” takes nothing after it.")
        return Tag(paragraph=paragraph, marker=marker, word=word)
    return _parsed(part, paragraph, word, marker, rest, environment)


def _unfit(match: re.Match[str], marker: str) -> tuple[str, str] | None:
    tag = match[0]
    inner = tag[2:-2]
    if inner[:1] in ("-", "+") or inner[-1:] in ("-", "+"):
        return "A minus or plus sign beside a brace glues paragraphs.", "Take the sign out."
    if match["print"] is not None and marker:
        return "“{{p”, “{{tr”, “{{tc” and “{{r” are not used here.", "Write {{ … }}."
    if marker == "r":
        return "“{%r” is not used here.", "Write {% … %}."
    if marker and re.search(r"[%}]", inner):
        return (
            f"“%” or “}}” cannot stand inside a {{%{marker} tag.",
            "Give the condition a name of its own in the context.",
        )
    return None


def _unknown_word(word: str, inner: str) -> tuple[str, str]:
    if not inner:
        return "The tag is empty.", ""
    if word in ("p", "tr", "tc"):
        return f"“{{% {word}” is not a tag.", f"Write “{{%{word} ” without a space before it."
    near = difflib.get_close_matches(word, _WORDS, n=1)
    known = "A template may use if, elif, else, endif, for and endfor."
    return f"The tag “{word}” is unknown.", f"Did you mean “{near[0]}”?" if near else known


def _parsed(
    part: Part, paragraph: Paragraph, word: str, marker: str, inner: str, environment: Environment
) -> Tag | TemplateProblem:
    pattern = {
        "print": "{{{{ {0} }}}}",
        "for": "{{% for {0} %}}{{% endfor %}}",
    }.get(word, "{{% if {0} %}}{{% endif %}}")
    try:
        (statement,) = environment.parse(pattern.format(inner)).body
    except TemplateSyntaxError as error:
        return part.problem(
            paragraph.number, f"The tag cannot be read: {(error.message or '').rstrip('.')}."
        )
    except ValueError:
        return part.problem(paragraph.number, "The tag cannot be read.")
    node: nodes.Node = statement
    expressions: tuple[nodes.Node, ...]
    if isinstance(statement, nodes.For):
        if not isinstance(statement.target, nodes.Name) or statement.test or statement.recursive:
            return part.problem(
                paragraph.number, "A loop takes one name.", "Write “for name in names”."
            )
        expressions = (statement.iter,)
    elif isinstance(statement, nodes.If):
        node, expressions = statement.test, (statement.test,)
    else:
        if not isinstance(statement, nodes.Output) or len(statement.nodes) != 1:
            return part.problem(paragraph.number, "The tag holds more than one expression.")
        node, expressions = statement.nodes[0], (statement.nodes[0],)
    refused = next(filter(None, map(_not_allowed, expressions)), None)
    if refused:
        return part.problem(paragraph.number, *refused)
    return Tag(paragraph=paragraph, marker=marker, word=word, node=node)


def _not_allowed(node: nodes.Node) -> tuple[str, str] | None:
    if isinstance(node, nodes.Filter):
        if node.name != "length" or node.args or node.kwargs:
            return f"The filter “{node.name}” is unknown; only “length” is.", _ONLY_PLACES
    elif isinstance(node, nodes.Name | nodes.Getattr):
        name = node.name if isinstance(node, nodes.Name) else node.attr
        if name.startswith("_"):
            return f"The name “{name}” is refused: names do not begin with “_”.", ""
    elif isinstance(node, nodes.CondExpr) and node.expr2 is None:
        return "An “if” inside a tag needs an “else”.", "Or write {% if … %} … {% endif %}."
    elif not isinstance(node, _ALLOWED_NODES):
        kind = type(node).__name__
        what = {"Call": "A call “…( )”", "Getitem": "“[ ]”", "Test": "“is”"}.get(
            kind, "This calculation"
        )
        return f"{what} is refused.", _ONLY_PLACES
    return next(filter(None, map(_not_allowed, node.iter_child_nodes())), None)


def _leftovers(part: Part, paragraph: Paragraph) -> Iterator[TemplateProblem]:
    rest = TAG.sub("", paragraph.text)
    if _BRACES.search(rest):
        yield part.problem(
            paragraph.number,
            "A brace stands there that belongs to no whole tag.",
            "A tag opens and closes in one paragraph, with two straight braces on either side.",
        )


def _edited(part: Part) -> Iterator[TemplateProblem]:
    """Yield each paragraph with a tracked change, whose words would be printed old and new."""
    number = told = 0
    for element in part.root.iter():
        number += element.tag == f"{W}p"
        if element.tag in _TRACKED and number > told:
            told = number
            hint = "Accept or reject all changes in Word."
            yield part.problem(number, "The template holds a tracked change.", hint)


def _misplaced(part: Part) -> Iterator[TemplateProblem]:
    """Yield tags where no words can be placed: alternative texts, fields, links, text boxes."""
    number = 0
    for element in part.root.iter():
        if element.tag == f"{W}p":
            number += 1
        elsewhere = [text for key, text in element.attrib.items() if not _describes(element, key)]
        if element.tag != f"{W}t":
            elsewhere.append(element.text or "")
        if any("{{" in text or "{%" in text for text in elsewhere):
            yield part.problem(
                number or None,
                "A tag stands in a field, a link or a drawing.",
                "Tags stand in the text of paragraphs, and {{ … }} also in alternative texts.",
            )
    for paragraph in part.paragraphs:
        if paragraph.in_text_box and TAG.search(paragraph.text):
            yield part.problem(
                paragraph.number,
                "A tag stands in a text box, which screen readers miss.",
                "Put it in a paragraph of its own style.",
            )


def _describes(element: etree._Element, key: str) -> bool:
    prints = not re.search(r"\{[%#]", element.get(key, ""))
    return prints and key in DESCRIPTIONS.get(str(element.tag), ())


def _descriptions(part: Part) -> dict[int, list[str]]:
    """Return the alternative texts that hold tags, by the paragraph they stand in or before."""
    found: dict[int, list[str]] = {}
    number = 0
    for element in part.root.iter():
        number += element.tag == f"{W}p"
        for key in DESCRIPTIONS.get(str(element.tag), ()):
            text = element.get(key, "")
            if _describes(element, key) and "{" in text:
                place = number + (element.tag != f"{_WP}docPr")  # a table's own text comes first
                found.setdefault(place, []).append(text)
    return found


def _crowded(part: Part) -> Iterator[TemplateProblem]:
    """Yield text that shares a paragraph, row or cell with the tag that stands for all of it."""
    for paragraph in part.paragraphs:
        for marker in _markers(paragraph.text):
            around = {
                "p": [paragraph],
                "tr": [other for other in part.paragraphs if paragraph.row in other.around],
                "tc": [other for other in part.paragraphs if paragraph.container in other.around],
            }[marker]
            if marker != "p" and not paragraph.row:
                yield part.problem(paragraph.number, f"“{{%{marker}” stands outside a table.")
                continue
            text = "".join(other.text for other in around).strip()
            if not _only_a_tag(text) or not all(other.alone for other in around):
                what = {"p": "paragraph", "tr": "table row", "tc": "table cell"}[marker]
                yield part.problem(
                    paragraph.number,
                    f"Something shares the {what} with a {{%{marker} tag and would be lost.",
                    f"Give the tag a {what} of its own.",
                )


def _only_a_tag(text: str) -> bool:
    first = TAG.match(text)
    return first is not None and first.end() == len(text)


def _markers(text: str) -> set[str]:
    bodies = (match["block"] or match["note"] or "" for match in TAG.finditer(text))
    return {found[1] for body in bodies if (found := _MARKER.match(body)) and found[1] != "r"}


def _unpaired(part: Part, tags: list[Tag]) -> Iterator[TemplateProblem]:
    """Yield every if and for that does not open and close at one level of the document."""
    open_tags: list[Tag] = []
    for tag in tags:
        number = tag.paragraph.number
        if tag.word in ("if", "for"):
            open_tags.append(tag)
        elif tag.word in ("elif", "else", "endif", "endfor"):
            opener = open_tags[-1] if open_tags else None
            if opener is None or not _belongs(tag.word, opener.word):
                yield part.problem(number, f"“{tag.word}” closes or continues nothing.")
                continue
            if tag.marker != opener.marker or _level(tag) != _level(opener):
                yield part.problem(
                    number,
                    f"“{tag.word}” stands at another level than its “{opener.word}” "
                    f"in paragraph {opener.paragraph.number}.",
                    "Both stand in one paragraph, or both are {%p in one cell or the body, "
                    "or both are {%tr in one table.",
                )
            if tag.word in _CLOSES:
                open_tags.pop()
    for tag in open_tags:
        closer = f"{{%{tag.marker} end{tag.word} %}}"
        yield part.problem(tag.paragraph.number, f"“{tag.word}” is never closed.", f"Add {closer}.")


def _belongs(word: str, opener: str) -> bool:
    return opener == "if" if word == "elif" else _CLOSES.get(word, opener) == opener


def _level(tag: Tag) -> int:
    return {
        "p": tag.paragraph.container,
        "tr": tag.paragraph.table,
        "tc": tag.paragraph.row,
        "": tag.paragraph.number,
    }[tag.marker]
