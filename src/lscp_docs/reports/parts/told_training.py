"""The training and learning events of a period, from the training file."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.model.training import CourseKind
from lscp_docs.register.training_measures import PLURALS
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.wording import sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingLine:
    """One kind of training: how often it was given, and who came."""

    kind: str
    given: str
    sessions: str
    practitioners: str
    elected: str


def training(m: ReportMaterial) -> tuple[TrainingLine, ...]:
    """Give each kind of training that was given in the period."""
    return tuple(
        TrainingLine(
            kind=sentence_case(PLURALS[kind]),
            given=m.figure(f"{kind.value}_given").told,
            sessions=m.figure(f"{kind.value}_sessions").told,
            practitioners=m.figure(f"{kind.value}_practitioners").told,
            elected=m.figure(f"{kind.value}_elected_members").told,
        )
        for kind in CourseKind
        if m.number(f"{kind.value}_given")
    )
