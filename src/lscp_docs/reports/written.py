"""The narrative parts of a report, from `report.toml` to paragraphs with the figures put in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lscp_docs.errors import CaseFileError, Problem, did_you_mean
from lscp_docs.model.report_file import ReportFile
from lscp_docs.register.durations import Claim
from lscp_docs.register.figures import Figure
from lscp_docs.register.measures import Statistics
from lscp_docs.render.narrative import UnknownNameError, filled
from lscp_docs.reports.report_type import Part
from lscp_docs.wording import Words, number_in_words, sentence_case

FILE = "report.toml"
_POINT = re.compile(r"^[-•*] +")
_WORDS = "|".join(number_in_words(number) for number in range(11))
_SENTENCE_START = re.compile(rf"(^|[.!?]\s+)({_WORDS})\b")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a narrative, or a point of a list in it."""

    words: Words
    is_point: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSection:
    """A section as people wrote it: a part of the report, or one of their own with a title."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Everything that people wrote for a report, figures put in."""

    file: ReportFile
    sections: tuple[WrittenSection, ...]
    recommendations: tuple[str, ...]
    options: tuple[tuple[Block, ...], ...]
    """What is written on each option of the file, in its order."""


def written(
    file: ReportFile, parts: tuple[Part, ...], statistics: Statistics, claims: Iterable[Claim]
) -> Written:
    """Give what people wrote, with each figure that a text names put in.

    Raises CaseFileError with every section that is no part of the report, and every figure or
    claim that there is not.
    """
    names = _Names(statistics, {claim.key: claim for claim in claims})
    problems: list[Problem] = [*_unknown(file, parts)]

    def blocks(text: str, path: str) -> tuple[Block, ...]:
        try:
            return in_blocks(names.put_into(text))
        except UnknownNameError as error:
            problems.append(Problem(file=FILE, path=path, problem=str(error)))
            return ()

    sections = tuple(
        WrittenSection(
            key=each.key or "",
            title=each.title or "",
            blocks=blocks(each.text, f"sections.{number}.text"),
            answers=each.answers,
        )
        for number, each in enumerate(file.sections, start=1)
    )
    asked = [
        blocks(text, f"recommendations.{number}")
        for number, text in enumerate(file.recommendations, start=1)
    ]
    options = tuple(
        blocks(option.text, f"options.{number}.text")
        for number, option in enumerate(file.options, start=1)
    )
    if problems:
        raise CaseFileError(f"{FILE} cannot be used: see what is to mend.", tuple(problems))
    return Written(
        file=file,
        sections=sections,
        recommendations=tuple(" ".join(str(block.words) for block in each) for each in asked),
        options=options,
    )


def in_blocks(text: str) -> tuple[Block, ...]:
    """Give the paragraphs of a text and the points in it, in order; lines are joined."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    for paragraph in re.split(r"\n[ \t]*\n", text.strip()):
        lines: list[str] = []
        is_point = False
        for line in paragraph.split("\n"):
            begins_point = _POINT.match(line.strip()) is not None
            if begins_point and lines:
                yield Block(" ".join(lines), is_point)
                lines = []
            is_point = is_point or begins_point
            lines.append(_POINT.sub("", line.strip()))
        yield Block(" ".join(lines), is_point)


def _unknown(file: ReportFile, parts: tuple[Part, ...]) -> Iterator[Problem]:
    known = [part.key for part in parts]
    for number, section in enumerate(file.sections, start=1):
        if section.key is not None and section.key not in known:
            near = did_you_mean(section.key, known) or f"Its parts are: {', '.join(known)}."
            yield Problem(
                file=FILE,
                path=f"sections.{number}.key",
                problem=f"{file.report} has no part {section.key}.",
                hint=f"{near} A section of your own has a title and no key.",
            )


class _Names:
    """What a text may name: figures by their keys, in words, digits or percent; and claims."""

    def __init__(self, statistics: Statistics, claims: dict[str, Claim]) -> None:
        self._figures = {figure.key: figure for figure in statistics.figures}
        self._claims = claims

    def put_into(self, text: str) -> str:
        names = {
            "figure": lambda key: number_in_words(self._number(key)),
            "digits": lambda key: f"{self._number(key):,}",
            "share": self._share,
            "percent": self._percent,
            "claim": self._claim,
        }
        put = filled(text, names)
        return _SENTENCE_START.sub(lambda m: f"{m[1]}{sentence_case(m[2])}", put)

    def _figure(self, key: str) -> Figure:
        if key not in self._figures:
            near = did_you_mean(key, self._figures)
            raise UnknownNameError(f"There is no figure {key}. {near}".strip())
        return self._figures[key]

    def _number(self, key: str) -> int:
        value = self._figure(key).value
        if value is None:
            raise UnknownNameError(f"The figure {key} is not available for this period.")
        return value

    def _share(self, key: str) -> str:
        whole = self._figure(key).denominator
        if whole is None:
            raise UnknownNameError(f"The figure {key} is no share of anything: use figure().")
        return f"{number_in_words(self._number(key))} of {number_in_words(whole)}"

    def _percent(self, key: str) -> str:
        percent = self._figure(key).percent
        if percent is None:
            raise UnknownNameError(f"The figure {key} is no share, or a share of none.")
        return f"{percent:g}%"

    def _claim(self, key: str) -> str:
        if key not in self._claims:
            near = did_you_mean(key, self._claims)
            raise UnknownNameError(f"There is no claim {key}. {near}".strip())
        return self._claims[key].sentence
