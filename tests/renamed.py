"""A case in which every identifying text is a word that stands nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count, product
from typing import Any

from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Identifying, Kind, revealed
from lscp_docs.model.record import Record

Change = Callable[[str, Kind], str]

TEXTS = (
    Kind.FORENAMES,
    Kind.SURNAME,
    Kind.OTHER_NAME,
    Kind.PROFESSIONAL_NAME,
    Kind.ADDRESS,
    Kind.PLACE,
    Kind.SCHOOL_OR_SERVICE,
    Kind.CONTACT,
    Kind.REFERENCE,
    Kind.HEALTH,
)
"""The kinds whose values become a word; dates and ages stay."""

_SYLLABLES = ("bra", "cel", "dro", "fim", "gul", "hax", "jov", "kny", "lud", "mep")


class Renamed:
    """A case folder with a nonsense word for each identifying text; the same text, one word."""

    def __init__(self, folder: CaseFolder) -> None:
        self.words: dict[str, str] = {}
        """The word of each text that was replaced."""
        self.people: list[str] = []
        self._numbers = count()
        self._syllables = tuple("".join(three) for three in product(_SYLLABLES, repeat=3))
        self.folder = _with(folder, self._nonsense)

    def told_in_narratives(self) -> CaseFolder:
        """The case with a sentence at the end of each narrative that tells two people's words."""
        told = f" They met {self.people[0]} with {self.people[-1]} there."
        return _with(
            self.folder, lambda text, kind: text + told if kind is Kind.NARRATIVE else text
        )

    def _nonsense(self, text: str, kind: Kind) -> str:
        if kind not in TEXTS:
            return text
        if text not in self.words:
            self.words[text] = f"Qu{self._syllables[next(self._numbers)]}x"
            if kind in (Kind.FORENAMES, Kind.SURNAME):
                self.people.append(self.words[text])
        return self.words[text]


def _with(folder: CaseFolder, change: Change) -> CaseFolder:
    case = _changed(folder.case, change)
    assert isinstance(case, CaseFile)
    return replace(folder, case=case)


def _changed(value: Any, change: Change) -> Any:
    if isinstance(value, Record):
        return value.model_copy(
            update={name: _changed(each, change) for name, each in vars(value).items()}
        )
    if isinstance(value, tuple):
        return tuple(_changed(item, change) for item in value)
    if isinstance(value, Identifying) and isinstance(revealed(value), str):
        return Identifying(change(revealed(value), value.kind), value.kind)
    return value
