"""Published counts come out of invented cases that encode them, word for number.

The sentences are those of the Leeds partnership's reviews page for 2024-25 and of Sefton's report
on review activity of January 2021; no case here is one of theirs.
"""

from __future__ import annotations

import datetime as dt
import re

import pytest
from tests.register_cases import a_referral, an_lcspr_case, row

from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import UncertainDate
from lscp_docs.register.durations import Claim, claims, duration
from lscp_docs.register.facts import Proof
from lscp_docs.register.identities import defects
from lscp_docs.register.measures import Statistics, statistics
from lscp_docs.register.period import PeriodKind, between, period_of
from lscp_docs.register.rows import RegisterRow
from lscp_docs.wording import number_in_words

D = dt.date
NUMBERS = [number_in_words(number) for number in range(11)]
YEAR = period_of(PeriodKind.FINANCIAL_YEAR, D(2024, 6, 1))


def leeds() -> list[RegisterRow]:
    """The rows of the cases that the page tells of."""
    return [row(case) for case in leeds_cases()]


def leeds_cases() -> list[CaseFile]:
    """What the page tells of 2024-25: five referrals, and six LCSPRs that began earlier."""
    not_met = [a_referral(f"LDS-2024-00{n}", D(2024, 4 + 2 * n, 10)) for n in (1, 2, 3)]
    reviewed = [
        a_referral(
            f"LDS-2024-00{3 + n}",
            D(2024, 5, 1) + dt.timedelta(days=90 * n),
            notified=D(2024, 5, 2) + dt.timedelta(days=90 * n),
            opened=D(2024, 5, 3) + dt.timedelta(days=90 * n),
            submitted=D(2024, 5, 20) + dt.timedelta(days=90 * n),
            replied=D(2024, 6, 10) + dt.timedelta(days=90 * n),
        )
        for n in (1, 2)
    ]
    learning_only = [
        an_lcspr_case(f"LDS-2022-00{n}", D(2022, 3 + n, 1), not_in_full(D(2024, 5 * n, 20)))
        for n in (1, 2)
    ]
    in_full = an_lcspr_case(
        "LDS-2022-003",
        D(2022, 9, 5),
        {
            "report_accepted_on": D(2025, 1, 15),
            "publication": {
                "outcome": "full",
                "decided_on": D(2025, 1, 15),
                "planned_for": D(2025, 5, 12),
            },
        },
    )
    in_progress = [an_lcspr_case(f"LDS-2023-00{n}", D(2023, 2 * n, 6), {}) for n in (1, 2, 3)]
    return [*not_met, *reviewed, *learning_only, in_full, *in_progress]


def not_in_full(accepted: dt.date) -> dict[str, object]:
    return {
        "report_accepted_on": accepted,
        "publication": {
            "outcome": "learning_only",
            "decided_on": accepted,
            "panel_reply": {"received_on": accepted, "response": "agrees"},
        },
    }


TOLD_BY_LEEDS = (
    ("In 2024-25 the RAG considered five cases for possible notification", "referrals_considered"),
    ("three of these cases did not meet the criteria for notification", "decided_not_to_notify"),
    (
        "In 2024-25, two Rapid Reviews were completed and sent to the National Panel",
        "rapid_reviews_completed",
    ),
    ("two Rapid Reviews … not to take these cases forward for a CSPR", "rapid_reviews_no_lcspr"),
    ("two … with the National Panel agreeing with these decisions", "panel_agreed"),
    ("In 2024-25, three CSPRs concluded", "lcsprs_concluded"),
    ("two of the cases would not be published in full", "publication_learning_only"),
    (
        "two … the National Panel agreed with the decision not to publish",
        "panel_agreed_non_publication",
    ),
    ("one CSPR report will be published in full", "publication_full"),
    ("There are currently three CSPRs yet to be completed", "lcsprs_in_progress_at_end"),
)


@pytest.fixture(scope="module")
def leeds_figures() -> Statistics:
    return statistics(leeds(), YEAR)


@pytest.mark.parametrize(("sentence", "key"), TOLD_BY_LEEDS, ids=lambda told: str(told)[:40])
def test_each_count_of_leeds_comes_out(sentence: str, key: str, leeds_figures: Statistics) -> None:
    words = re.findall(r"\w+", sentence.casefold())
    numbers = [NUMBERS.index(word) for word in words if word in NUMBERS]
    figure = leeds_figures.figure(key)
    assert [figure.value] == numbers
    assert len(set(figure.cases)) == figure.value
    assert figure.period.years == "2024-25"


def test_the_counts_of_leeds_go_together(leeds_figures: Statistics) -> None:
    assert defects(leeds(), leeds_figures) == ()
    unanimous = leeds_figures.figure("decisions_unanimous")
    assert (unanimous.value, unanimous.denominator, unanimous.percent) == (5, 5, 100.0)


def test_leeds_may_say_that_all_its_decisions_were_unanimous() -> None:
    (told,) = [each for each in claims(leeds(), YEAR) if each.key == "decisions_unanimous"]
    assert told.sentence == "All five decisions on a notification were agreed unanimously."


# Sefton: author appointed, report to the board, report to the Panel, publication.
MILESTONES = {
    "SCR1": ("2018-02", "2018-07", "2018-07", "2018-07"),
    "SCR2": ("2018-06", "2019-01", "2019-02", "2019-04"),
    "SCR3": ("2018-07", "2019-02", "2019-03", "2019-03"),
    "SCR4": ("2018-11", "2019-04", "2019-10", "2019-10"),
    "SCR5": ("2019-07", "2020-02", "2020-03", "2020-03"),
}
ALL_YEARS = between(D(2018, 1, 1), D(2020, 12, 31))


def reviewed_by(appointed: object) -> list[dict[str, object]]:
    return [{"name": "Thea Marchbanks", "appointed_on": appointed, "independence_confirmed": True}]


def sefton() -> list[CaseFile]:
    return [
        an_lcspr_case(
            reference,
            D(2017, 10, 2),
            {
                "reviewers": reviewed_by(appointed),
                "report_accepted_on": accepted,
                "publication": {
                    "outcome": "full",
                    "decided_on": D(2018, 1, 1),
                    "report_sent_to_panel_on": to_panel,
                    "published_on": published,
                },
            },
        )
        for reference, (appointed, accepted, to_panel, published) in MILESTONES.items()
    ]


def sefton_claim(key: str) -> Claim:
    rows = [row(case) for case in sefton()]
    return next(each for each in claims(rows, ALL_YEARS) if each.key == key)


def test_the_milestone_table_of_sefton_comes_out() -> None:
    for case in sefton():
        told = row(case).lcspr
        dates = (told.reviewer_appointed, told.accepted, told.report_to_panel, told.published)
        assert dates == tuple(map(UncertainDate.read, MILESTONES[case.reference]))


def test_five_reviews_of_sefton_were_published() -> None:
    figures = statistics([row(case) for case in sefton()], ALL_YEARS)
    assert figures.figure("reports_published").cases == tuple(MILESTONES)


def test_the_claim_of_six_months_is_refuted_for_the_right_reviews() -> None:
    told = sefton_claim("reports_in_six_months")
    assert told.proof is Proof.REFUTED
    assert told.refuted == ("SCR2", "SCR3", "SCR5")
    assert told.proved == ("SCR1", "SCR4")
    assert told.sentence == (
        "2 of 5 reviews were completed within six months of the reviewer’s appointment; 3 were not."
    )


def least_days(reference: str, milestone: int) -> int:
    """The least days from the appointment of the author to a milestone of the table."""
    told = MILESTONES[reference]
    found = duration(UncertainDate.read(told[0]), UncertainDate.read(told[milestone]))
    assert found is not None
    return found.least


def test_the_claim_is_refuted_for_four_reviews_to_publication() -> None:
    told = sefton_claim("published_in_six_months")
    assert told.refuted == ("SCR2", "SCR3", "SCR4", "SCR5")
    assert [least_days(scr, 1) for scr in ("SCR2", "SCR3", "SCR5")] == [185, 185, 185]
    assert [least_days(scr, 3) for scr in told.refuted] == [275, 213, 305, 214]


def test_the_copy_for_the_panel_cannot_be_verified_from_months_that_are_the_same() -> None:
    told = sefton_claim("panel_copy_in_time")
    assert told.unverified == ("SCR1", "SCR3", "SCR4", "SCR5")
    assert told.proved == ("SCR2",)
    assert told.sentence == (
        "1 of 5 reports was sent to the Panel at least 7 working days before publication; "
        "4 cannot be verified."
    )


def test_with_exact_dates_in_time_the_claim_is_made() -> None:
    told = {"reviewers": reviewed_by(D(2019, 1, 10)), "report_accepted_on": D(2019, 7, 10)}
    rows = [row(an_lcspr_case(f"SCR{n}", D(2018, 10, 1), told)) for n in range(1, 6)]
    claim = next(c for c in claims(rows, ALL_YEARS) if c.key == "reports_in_six_months")
    assert claim.proof is Proof.PROVED
    assert claim.sentence == (
        "All five reviews were completed within six months of the reviewer’s appointment."
    )
