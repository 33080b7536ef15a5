"""Runs a guide: types its TOML, edits its Word file, fills its form, runs its commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from lscp_docs.cli import main
from lscp_docs.forms.filling import filled
from lscp_docs.model.answers.boxes import FieldKind, fields_of
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.answers.values import TICKED

FENCE = re.compile(r"^```(\w+)(?: (\w+)=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """One fenced block of a guide: its language, what it does to which file, and its text."""

    language: str
    does: str
    file: str
    text: str


@dataclass(frozen=True)
class Shown:
    """A command of a guide, what the guide shows of it and what it printed."""

    command: str
    shown: str
    printed: str


def steps(guide: str) -> list[Step]:
    return [Step(*(part or "" for part in found.groups())) for found in FENCE.finditer(guide)]


def followed(guide: str, capsys: pytest.CaptureFixture[str]) -> Iterator[Shown]:
    """Do each step of a guide in the present folder and yield each command that was run."""
    for step in steps(guide):
        if step.language == "toml":
            typed(Path(step.file), step)
        elif step.language == "diff":
            edited(step)
        elif step.language == "text":
            filled_in(step)
        elif step.language == "console":
            yield from ran(step.text, capsys)


def typed(file: Path, step: Step) -> None:
    """Write a whole file, add to its end, or put lines in the place of those with their keys."""
    if step.does == "file":
        file.write_text(step.text, "utf-8")
    elif step.does == "add":
        file.write_text(f"{file.read_text('utf-8')}\n{step.text}", "utf-8")
    elif step.does == "mend":
        lines = file.read_text("utf-8").split("\n")
        for line in step.text.splitlines():
            key, value = line.split(" = ", 1)
            (at,) = [n for n, old in enumerate(lines) if _is_meant(old, key, value)]
            lines[at] = line
        file.write_text("\n".join(lines), "utf-8")
    else:
        raise AssertionError(step)


def _is_meant(line: str, key: str, value: str) -> bool:
    """A line whose key is this one, or whose value is (the key was misspelt)."""
    return line.startswith(f"{key} = ") or line.endswith(f" = {value}")


def edited(step: Step) -> None:
    """Change words in the one Word file under output/ that has them, as a person does in Word."""
    old, new = (line[2:] for line in step.text.splitlines())
    changed = 0
    for file in Path("output").rglob("*.docx"):
        document = docx.Document(str(file))
        for paragraph in document.paragraphs:
            if old in paragraph.text:
                text = paragraph.text.replace(old, new)
                paragraph.runs[0].text = text
                for run in paragraph.runs[1:]:
                    run.text = ""
                changed += 1
        document.save(str(file))
    assert changed == 1, "the words to change stand there once"


def filled_in(step: Step) -> None:
    """Fill in the scoping report that an agency was sent, and put it into the folder `returned`."""
    (form,) = Path("cases").glob(f"*/sent/*_{step.file}_*.pdf")
    boxes = {box.asks: box for box in fields_of(ScopingReport)}
    texts = {}
    for line in step.text.splitlines():
        question, _, answer = line.rpartition(": ")
        box = boxes[question]
        values = {option.words: option.value for option in box.options}
        if box.kind is FieldKind.TICK:
            values = {"Yes": TICKED}
        texts[box.name] = values.get(answer, answer)
    Path("returned").mkdir()
    Path("returned/our report.pdf").write_bytes(filled(form.read_bytes(), texts))


def ran(text: str, capsys: pytest.CaptureFixture[str]) -> Iterator[Shown]:
    for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
        program, *arguments = command.split()
        assert program == "lscp-docs"
        capsys.readouterr()
        main(arguments)
        printed = capsys.readouterr()
        yield Shown(command, shown.rstrip("\n"), (printed.out + printed.err).rstrip("\n"))
