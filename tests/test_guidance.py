"""Guidance by date: the edition that applies, and words that never come from another edition."""

from __future__ import annotations

import dataclasses
import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lscp_docs.errors import CaseFileError, LscpDocsError
from lscp_docs.timescales import EDITIONS, Regime, Wording, cite, regime_on
from lscp_docs.timescales.guidance import CITATIONS

ONE_DAY = dt.timedelta(days=1)
NOW = dt.date(2026, 3, 2)
KEYS = sorted({row.key for row in CITATIONS})


@pytest.mark.parametrize(
    ("aware_on", "regime"),
    [
        ("2015-03-26", Regime.WT2015),
        ("2018-07-03", Regime.WT2015),
        ("2018-07-04", Regime.WT2018),
        ("2023-12-14", Regime.WT2018),
        ("2023-12-15", Regime.WT2023),
        ("2026-03-02", Regime.WT2023),
    ],
)
def test_edition_is_the_one_published_by_the_day_of_awareness(
    aware_on: str, regime: Regime
) -> None:
    assert regime_on(dt.date.fromisoformat(aware_on)) is regime


def test_day_before_the_first_edition_is_refused() -> None:
    with pytest.raises(CaseFileError, match="26 March 2015"):
        regime_on(dt.date(2015, 3, 25))


def test_editions_follow_each_other_without_a_gap() -> None:
    for one, following in pairwise(EDITIONS):
        assert one.until is not None
        assert one.until + ONE_DAY == following.in_force
    assert EDITIONS[-1].until is None


@given(st.dates(dt.date(2015, 3, 26), dt.date(2040, 1, 1)))
def test_every_day_since_2015_has_exactly_one_edition(day: dt.date) -> None:
    holding = [one for one in EDITIONS if one.in_force <= day <= (one.until or dt.date.max)]
    assert [one.regime for one in holding] == [regime_on(day)]


def test_duty_to_notify_is_cited_from_the_edition_of_the_day() -> None:
    old = cite("notification-duty", dt.date(2022, 5, 1))
    assert old.quotation() == (
        "“the duty to notify events to the Panel rests with the local authority” "
        "(Working Together to Safeguard Children 2018, chapter 4.14)"
    )
    new = cite("notification-duty", NOW)
    assert new.words() == (
        "the local authority performs this duty on behalf of the safeguarding partners"
    )
    assert cite("learning-chapter", dt.date(2022, 5, 1)).words() == "chapter 4"
    assert cite("learning-chapter", NOW).words() == "chapter 5"


def test_gov_uk_page_has_its_new_title_from_november_2025() -> None:
    before, after = dt.date(2025, 10, 31), dt.date(2025, 11, 1)
    assert cite("notification-page", before).words().startswith("Report a serious child")
    assert cite("notification-page", after).words().startswith("Report the death or serious harm")


def test_words_of_2023_are_not_cited_for_a_case_of_2022() -> None:
    with pytest.raises(CaseFileError, match="from 2023-12-15 on"):
        cite("care-leaver-death", dt.date(2022, 5, 1))


def test_words_of_2018_are_not_cited_for_a_case_of_2026() -> None:
    with pytest.raises(CaseFileError, match="to 2023-12-14"):
        cite("harm-by-a-child", NOW)


def test_unknown_key_names_the_nearest() -> None:
    with pytest.raises(LscpDocsError, match="nearest is notification-duty"):
        cite("notification-dutty", NOW)


def test_unverified_words_are_printed_only_when_asked_for() -> None:
    row = cite("final-report-content", NOW)
    assert not row.verified
    with pytest.raises(LscpDocsError, match="not been checked"):
        row.words()
    assert row.words(unverified_too=True).startswith("recommended improvements")


def test_words_that_the_source_does_not_quote_get_no_quotation_marks() -> None:
    row = cite("regulation-11-a", NOW)
    assert row.words() == "improvements needed, including those previously identified"
    with pytest.raises(LscpDocsError, match="not quoted"):
        row.quotation()


def test_unverified_words_are_not_quoted_either() -> None:
    row = dataclasses.replace(cite("regulation-3-a", NOW), verified=False)
    with pytest.raises(LscpDocsError, match="not been checked"):
        row.quotation()


@pytest.mark.parametrize("key", KEYS)
def test_rows_of_one_key_never_overlap(key: str) -> None:
    rows = sorted((row for row in CITATIONS if row.key == key), key=lambda row: row.in_force)
    for one, following in pairwise(rows):
        assert one.until is not None
        assert one.in_force <= one.until < following.in_force


@pytest.mark.parametrize("row", CITATIONS, ids=lambda row: f"{row.key} {row.in_force}")
def test_row_has_words_and_a_source_and_says_so_when_it_is_general_knowledge(row) -> None:
    assert row.text == row.text.strip() != ""
    assert row.source == row.source.strip() != ""
    if row.source.startswith("general knowledge"):
        assert not row.verified
    if row.wording is Wording.QUOTED and row.key != "review-regulations":
        assert row.reference


def test_everything_a_document_of_today_cites_is_in_force_today() -> None:
    needed = {
        "children-act", "criterion-abuse", "criterion-location", "criterion-outcome",
        "decision-not-delegated", "decision-principles", "learning-chapter",
        "looked-after-child-death", "national-importance", "non-notification-rationale",
        "notification-children", "notification-duty", "notification-guide", "notification-page",
        "notification-rationale", "notification-statute", "notification-system",
        "notification-time-limit", "option-3-letter", "panel", "panel-copy", "panel-guidance",
        "rapid-review-duty", "rapid-review-purpose-agencies", "rapid-review-purpose-context",
        "rapid-review-purpose-facts", "rapid-review-purpose-improvements",
        "rapid-review-purpose-next-steps", "rapid-review-purpose-safety",
        "rapid-review-time-limit", "regulation-11-a", "regulation-11-b", "regulation-11-c",
        "regulation-11-d", "regulation-3-a", "regulation-3-b", "regulation-3-c",
        "review-regulations", "serious-harm", "unborn-children", "working-together",
    }  # fmt: skip
    for key in needed:
        assert cite(key, NOW).words(), key


def test_statutory_sentence_is_kept_word_for_word() -> None:
    assert cite("serious-case", dt.date(2017, 1, 1)).quotation() == (
        "“(a) abuse or neglect of a child is known or suspected; and (b) either — (i) the child "
        "has died; or (ii) the child has been seriously harmed and there is cause for concern as "
        "to the way in which the authority, their Board partners or other relevant persons have "
        "worked together to safeguard the child.” (Working Together to Safeguard Children 2015)"
    )
