"""A row of the catalogue's forms: what a form is, who is sent it, and its editions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lscp_docs.disclosure.marking import Marking
from lscp_docs.model.answers import model_of

if TYPE_CHECKING:
    from lscp_docs.model.answers.asked import Answers


class SentTo(StrEnum):
    """Who is sent a form unless somebody says otherwise."""

    ASKED_AGENCIES = "each agency that the rapid review asks"
    ACTION_OWNERS = "each agency that leads on an open action"
    ANY_AGENCY = "any agency that asks for it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition of a form that is out of use: returns on it are read, or refused by name."""

    number: str
    fingerprint: str
    renamed: tuple[tuple[str, str], ...] = ()
    """Its box names that have another name now, each with the new one."""
    refused_because: str = ""
    """Why returns on it are refused; empty where they are still read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormType:
    """A form that agencies fill in: its questions are the model named after its key.

    `model/answers/scoping_report.py` holds the questions of `scoping-report`. A change of its
    boxes is a new edition: a test compares the fingerprint.
    """

    key: str
    title: str
    purpose: str
    """What the form is for, in a sentence for the person who fills it in."""
    audience: str
    sent_to: SentTo
    marking: Marking
    edition: str
    fingerprint: str
    earlier: tuple[Edition, ...] = ()

    @property
    def model(self) -> type[Answers]:
        """The model of its answers."""
        return model_of(self.key)
