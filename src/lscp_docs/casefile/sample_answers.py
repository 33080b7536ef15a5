"""The invented answers beside the sample cases: what agencies of the demonstration write."""

from __future__ import annotations

import tomllib
from pathlib import Path

from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.answers.values import written

AS_TYPED = "as_typed"
"""The table of box texts that are no answers, such as a day that does not exist."""


def sample_answers(file: Path, model: type[Answers]) -> dict[str, str]:
    """Give the text of each box that invented answers fill.

    Raises pydantic's ValidationError for answers that are none of this form's.
    """
    told = tomllib.loads(file.read_text("utf-8"))
    as_typed: dict[str, str] = told.pop(AS_TYPED, {})
    return {**written(model.model_validate(told)), **as_typed}
