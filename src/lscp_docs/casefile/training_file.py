"""Reads `training.toml`, which stands beside the partnership file; many partnerships have none."""

from __future__ import annotations

from pathlib import Path

from lscp_docs.casefile.foreign import foreign
from lscp_docs.casefile.problems import in_order
from lscp_docs.casefile.reading import read_toml, text_of, unusable
from lscp_docs.errors import CaseFileError, Problem
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.training import Training

TRAINING_FILE = "training.toml"


def load_training(home: Path, partnership: Partnership) -> Training:
    """Give the training that a home folder records; empty where there is no such file.

    Raises CaseFileError with every problem and its line, agencies that the partnership does not
    know included.
    """
    file = home / TRAINING_FILE
    if not file.exists():
        return Training()
    read = _read(file)
    agencies = {agency.key for agency in partnership.agencies}
    if isinstance(read, Training):
        named = {each.agency for course in read.course for each in course.attended}
        if named <= agencies:
            return read
    found = read if isinstance(read, tuple) else ()
    raise unusable(TRAINING_FILE, _with_foreign(found, file, agencies))


def _read(file: Path) -> Training | tuple[Problem, ...]:
    try:
        return read_toml(file, Training)
    except CaseFileError as error:
        return error.problems


def _with_foreign(
    found: tuple[Problem, ...], file: Path, agencies: set[str]
) -> tuple[Problem, ...]:
    text = text_of(file)
    if isinstance(text, Problem):
        return found
    told = {(problem.line, problem.path) for problem in found}
    others = foreign(text, file=file.name, reference="", agencies=agencies)
    return in_order((*found, *(each for each in others if (each.line, each.path) not in told)))
