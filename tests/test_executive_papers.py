"""The Executive's papers: one to decide on, with a record to complete; one to note, with none."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tools.word_templates import style_sheet
from tools.word_templates.build import built_template

from cases import a_case, a_partnership, material, names_in, strings_of
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents import executive_decision, executive_noting
from lscp_docs.documents.executive_decision import ExecutiveReport
from lscp_docs.documents.executive_noting import NotingReport
from lscp_docs.documents.paging import paged
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Kind, revealed
from lscp_docs.model.record import NarrativeText, records_of
from lscp_docs.model.vocabulary import ExecutiveMatter
from lscp_docs.render import templates
from lscp_docs.wording import Gap, gaps
from review_cases import a_reviewed_case

D = dt.date
BEFORE, AFTER = D(2026, 3, 20), D(2026, 3, 24)
COVER = D(2026, 3, 9)


def to_decide(case: CaseFile, on: dt.date = AFTER) -> ExecutiveReport:
    return executive_decision.context(material(case, on=on, profile=Profile.INTERNAL))


def to_note(case: CaseFile, on: dt.date = COVER) -> NotingReport:
    return executive_noting.context(material(case, on=on, profile=Profile.INTERNAL))


def said(context: object) -> str:
    return "\n".join(strings_of(context))


def a_noted_case(**changes: Any) -> CaseFile:
    facts = {
        "executive": [
            {
                "matter": "non_notification",
                "meeting_on": D(2026, 3, 12),
                "report_author": "Petra Quillfeather",
                "report_author_role": "Business manager",
                "background": "Zoë was seen by Dr Selwyn Thorpe.",
                "risk": "None is left.",
            }
        ],
        "issued": [{"document": "non-notification-rationale", "on": D(2026, 3, 6)}],
    }
    return a_case(**{**facts, **changes})


def test_the_paper_before_the_meeting_has_a_record_to_complete() -> None:
    paper = to_decide(a_reviewed_case(), on=BEFORE)
    assert paper.record.decision == ("To be completed at the meeting of 24 March 2026",)
    assert paper.outcome == "To be completed at the meeting of 24 March 2026"
    assert paper.record.sign_off.health == "To be completed"
    assert "The Executive agreed after discussion." not in said(paper)
    assert list(gaps(paper)) == []


def test_the_paper_after_the_meeting_records_the_decision() -> None:
    record = to_decide(a_reviewed_case()).record
    assert record.decision == (
        "On 24 March 2026 the TVSCP Executive decided that no local child safeguarding practice "
        "review is carried out.",
        "The Executive agreed after discussion.",
    )
    assert record.sign_off.police == "Assistant Chief Constable, on 24 March 2026"
    assert record.conditions == ("The audit comes back.",)
    assert record.follow_up == "1 September 2026"


def test_the_outcome_is_the_recorded_one_and_never_that_of_the_views() -> None:
    case = a_reviewed_case()
    entry = case.executive[0].model_dump() | {"decided_outcome": "lcspr"}
    changed = a_reviewed_case(
        executive=[
            {
                "matter": "rapid_review",
                "meeting_on": entry["meeting_on"],
                "decided_on": entry["decided_on"],
                "decided_outcome": "lcspr",
                "deciding_partners": [
                    {"partner": partner, "name": "Corwin Hale", "role": "Director"}
                    for partner in ("local_authority", "police", "health")
                ],
            }
        ]
    )
    assert "decided that a local child safeguarding practice review" in said(to_decide(changed))
    assert "decided that a local child safeguarding practice review" not in said(to_decide(case))


def test_recommendations_and_options_are_told_in_order() -> None:
    paper = to_decide(a_reviewed_case())
    assert paper.paper.recommendations == (
        "Note the learning.",
        "Agree that no review is carried out.",
    )
    assert [(option.title, option.appraisal) for option in paper.options] == [
        ("No review", ("Quicker.",))
    ]
    assert [part.label for part in paper.implications] == [
        "Legal implications",
        "Equality",
        "Risk",
        "Resources",
    ]


def test_every_narrative_of_the_executive_entry_is_told() -> None:
    case = a_reviewed_case()
    entry = case.executive_on(ExecutiveMatter.RAPID_REVIEW)
    assert entry is not None
    texts = {revealed(one.text) for _, one in records_of(entry) if isinstance(one, NarrativeText)}
    assert len(texts) == 8
    assert [text for text in texts if text not in said(to_decide(case))] == []


def test_a_paper_without_an_entry_lists_what_it_needs() -> None:
    paths = {gap.path for gap in gaps(to_decide(a_reviewed_case(executive=[])))}
    assert paths == {
        "executive.meeting_on",
        "executive.report_author_role",
        "executive.recommendations",
        "executive.background",
    }


def test_the_paper_for_decision_applies_once_there_is_a_recommendation() -> None:
    partnership = a_partnership()
    assert executive_decision.applies(a_reviewed_case(), partnership)
    still_open = a_reviewed_case(rapid_review={"recommendation": None})
    assert not executive_decision.applies(still_open, partnership)
    assert not executive_decision.applies(a_case(), partnership)


def test_the_cover_says_who_differs_and_that_the_time_limit_was_met() -> None:
    cover = to_note(a_noted_case())
    assert cover.disagreement == "Yes. The decision differs from the view of health."
    assert (cover.views.police, cover.views.health) == (
        "The criteria are not met",
        "The criteria are met",
    )
    assert cover.in_time == (
        "Yes. The written rationale was issued 4 working days after the day on which the local "
        "authority became aware."
    )
    assert list(gaps(cover)) == []


def test_a_late_rationale_is_said_to_be_late() -> None:
    late = a_noted_case(issued=[{"document": "non-notification-rationale", "on": D(2026, 3, 10)}])
    assert str(to_note(late, on=D(2026, 3, 10)).in_time).startswith("No. ")


def test_a_rationale_that_is_not_issued_by_the_date_is_a_gap() -> None:
    assert isinstance(to_note(a_noted_case(issued=[])).in_time, Gap)
    assert isinstance(to_note(a_noted_case(), on=D(2026, 3, 5)).in_time, Gap)


def test_a_cover_without_disagreement_measures_the_decision() -> None:
    agreed = {
        "view": "criteria_not_met",
        "reasons": "Not met.",
        "given_by": "Odile Farthing",
        "role": "Designated Nurse",
    }
    case = a_noted_case(
        discussion={"view_health": agreed},
        decision={"answers_to_partners": []},
        issued=[],
    )
    cover = to_note(case)
    assert cover.disagreement.startswith("No. ")
    assert str(cover.in_time).startswith("Yes. The local authority decided 3 working days")
    assert cover.attached == "No written rationale was owed, so that none is attached."
    assert cover.paper.recommendations == (
        "Note the local authority’s decision not to notify the Panel of this case.",
    )


def test_what_the_executive_noted_appears_only_after_it_has() -> None:
    entry = {
        "matter": "non_notification",
        "meeting_on": D(2026, 3, 12),
        "report_author_role": "Business manager",
        "decided_on": D(2026, 3, 12),
        "decision": "Noted without remark.",
    }
    case = a_noted_case(executive=[entry])
    assert to_note(case).record == ("To be completed at the meeting of 12 March 2026.",)
    after = to_note(case, on=D(2026, 3, 12))
    assert after.record == ("Noted on 12 March 2026.", "Noted without remark.")


def test_the_cover_applies_to_a_decision_not_to_notify_that_goes_to_the_executive() -> None:
    partnership = a_partnership()
    assert executive_noting.applies(a_case(), partnership)
    assert not executive_noting.applies(a_reviewed_case(), partnership)


@pytest.mark.parametrize(
    ("case", "context"),
    [
        (a_reviewed_case(), to_decide(a_reviewed_case())),
        (a_noted_case(), to_note(a_noted_case())),
    ],
    ids=["decision", "noting"],
)
def test_no_name_stands_in_an_internal_paper(case: CaseFile, context: object) -> None:
    words = said(context)
    hidden = names_in(case, Kind.FORENAMES, Kind.SURNAME, Kind.PROFESSIONAL_NAME)
    assert len(hidden) > 5
    assert [name for name in hidden if name in words] == []
    assert "Robin" in words
    assert "vote" not in words.lower()
    assert "Privileged words" not in words


@pytest.mark.parametrize(
    ("key", "words"),
    [("executive_decision", ExecutiveReport), ("executive_noting", NotingReport)],
)
def test_the_template_and_the_context_agree(key: str, words: type) -> None:
    template = built_template(key)
    assert templates.check(f"{key}.docx", template, paged(words), style_sheet.build()) == []
    assert templates.unused(f"{key}.docx", template, paged(words)) == []
