"""Invented registers of many children, made quickly from one row, for the tests of tables."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random

from tests.register_cases import a_referral, row

from lscp_docs.model.ethnicity import EthnicGroup
from lscp_docs.model.vocabulary import Disability, LegalStatus, Outcome, Sex
from lscp_docs.register.characteristics import AGE
from lscp_docs.register.facts import ChildInCase
from lscp_docs.register.period import Period
from lscp_docs.register.rows import RegisterRow

PLAIN = row(a_referral("TVSCP-001", dt.date(2024, 6, 5)))


def a_child(number: int = 1, **told: object) -> ChildInCase:
    """A child of whom everything is known, with changes."""
    plain = ChildInCase(
        id=f"C{number}",
        pseudonym=None,
        age_band="3 to 5",
        sex=Sex.FEMALE,
        legal_status=LegalStatus.NONE,
        ethnic_group=EthnicGroup.WHITE,
        disability=Disability.NONE,
    )
    return dataclasses.replace(plain, **told)  # type: ignore[arg-type]


def a_row(
    reference: str, considered: dt.date, *children: ChildInCase, notify: bool | None = True
) -> RegisterRow:
    """A case considered and decided on one day; with `notify` None it is not decided yet."""
    outcome = None if notify is None else (Outcome.NOTIFY if notify else Outcome.NOT_NOTIFY)
    decision = dataclasses.replace(
        PLAIN.decision,
        considered_on=considered,
        decided_on=None if notify is None else considered,
        outcome=outcome,
    )
    return dataclasses.replace(PLAIN, reference=reference, children=children, decision=decision)


def a_register(seed: int, period: Period, most: int = 90) -> list[RegisterRow]:
    """A register of up to so many cases, with common and rare characteristics, in a period."""
    chance = random.Random(seed)  # noqa: S311  the same register each time
    rows = []
    days = (period.last - period.first).days + 1
    for number in range(chance.randint(0, most)):
        children = [_child(chance, each) for each in range(1, chance.choice((1, 1, 1, 2, 3)) + 1)]
        considered = period.first + dt.timedelta(days=chance.randrange(days))
        notify = chance.choice((True, True, False, False, False, None))
        rows.append(a_row(f"TVSCP-{number:03}", considered, *children, notify=notify))
    return rows


def _child(chance: random.Random, number: int) -> ChildInCase:
    def often_first(*choices: object) -> object:
        return choices[min(int(chance.expovariate(0.7)), len(choices) - 1)]

    return a_child(
        number,
        age_band=chance.choice(AGE.labels),
        sex=often_first(Sex.MALE, Sex.FEMALE, None, Sex.NOT_KNOWN),
        legal_status=often_first(*LegalStatus, None),
        ethnic_group=often_first(*EthnicGroup),
        disability=often_first(*Disability, None),
    )
