"""What agencies answer: one model a form, which is its questions, its reader and its validator."""

import re
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lscp_docs.model.answers.asked import Answers


def model_of(form: str) -> "type[Answers]":
    """Return the model of a form's answers, by the form's key; raise KeyError if there is none.

    The model of `scoping-report` is what `scoping_report.py` calls FORM.
    """
    if re.fullmatch(r"[a-z]+(-[a-z]+)*", form) is None:
        raise KeyError(form)
    name = f"{__name__}.{form.replace('-', '_')}"
    try:
        model: type[Answers] = import_module(name).FORM
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise KeyError(form) from None
    except AttributeError:
        raise KeyError(form) from None
    return model
