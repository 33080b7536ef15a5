"""Everything that is wrong with the text of a TOML file, found at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ValidationError

from lscp_docs.casefile.places import Shape, counted
from lscp_docs.casefile.positions import Positions, positions
from lscp_docs.casefile.problems import in_order, problems
from lscp_docs.casefile.syntax import parse
from lscp_docs.casefile.unprintable import UNPRINTABLE, texts
from lscp_docs.errors import Problem


def faults(text: str, model: type[BaseModel], *, file: str) -> tuple[Problem, ...]:
    """Give every problem of a text that does not make the model, sorted by line."""
    known = Shape.of(model).known_keys().keys()
    visible = UNPRINTABLE.sub(" ", text)
    parsed = parse(visible, file=file, known_keys=known)
    found = (*_unprintable(text, file), *parsed.problems)
    if parsed.document is None:
        return in_order(found)
    places = positions(parsed.text)
    found = (*found, *_escaped(parsed.document, places, file))
    error = _refusal(parsed.document, model)
    if error is not None:
        told = problems(
            error,
            model=model,
            document=parsed.document,
            positions=places,
            file=file,
            is_whole=not parsed.problems,
        )
        found = (*found, *told)
    return in_order(found)


def _refusal(document: Mapping[str, object], model: type[BaseModel]) -> ValidationError | None:
    try:
        model.model_validate(document)
    except ValidationError as error:
        return error
    return None


def _unprintable(text: str, file: str) -> Iterator[Problem]:
    for number, row in enumerate(text.split("\n"), 1):
        if found := UNPRINTABLE.findall(row):
            yield Problem(
                file=file,
                problem=f"{counted(len(found), 'character')} here that no document can hold.",
                hint="Often copied along from another program: delete the line and type it anew.",
                line=number,
            )


def _escaped(document: object, places: Positions, file: str) -> Iterator[Problem]:
    """Find texts in which a character that no document can hold was written as an escape."""
    for path, text in texts(document):
        if UNPRINTABLE.search(text):
            yield Problem(
                file=file,
                problem="A text has a backslash code for a character that no document can hold.",
                hint="Leave the code out; put a text with backslashes in single quotation marks.",
                line=places.line(path),
            )
