"""Invented scoping reports of the agencies of `review_cases.a_reviewed_case`, as box texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from lscp_docs.casefile.returns_file import KeptAnswer, KeptQuestion, ReturnRecord
from lscp_docs.model.answers.boxes import fields_of
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.answers.values import understood
from lscp_docs.model.returned import OpenQuestion, Return, ReturnState, Sent

D = dt.date
CAME = D(2026, 3, 12)
CASE = "TVSCP-2026-001"
FORM = "scoping-report"

SECTION_OF = {
    name: number
    for number, section in enumerate(ScopingReport.sections, start=1)
    for name in section.questions
}
PAGES = {
    field.name: SECTION_OF[field.group or field.question.name] for field in fields_of(ScopingReport)
}
"""In these invented forms every section stands on the page of its own number."""


def a_return(
    agency: str,
    texts: Mapping[str, str],
    *,
    on: dt.date = CAME,
    open_questions: tuple[OpenQuestion, ...] = (),
) -> Return[ScopingReport]:
    """An accepted scoping report with these box texts."""
    read = understood(ScopingReport, texts)
    assert read.problems == ()
    return Return(
        form=FORM,
        edition="1",
        case=CASE,
        agency=agency,
        issue="K7Q2-MX4P",
        received_on=on,
        file=f"{FORM}_{agency}_0123456789ab.pdf",
        sha256="0" * 64,
        answers=read.answers,
        pages=PAGES,
        rows=read.rows,
        open_questions=open_questions,
    )


def a_record(agency: str, texts: Mapping[str, str], **changes: Any) -> ReturnRecord:
    """The same as it is kept in a case folder."""
    known = {
        "form": FORM,
        "edition": "1",
        "case": CASE,
        "agency": agency,
        "issue": "K7Q2-MX4P",
        "received_on": CAME,
        "file": f"{FORM}_{agency}_0123456789ab.pdf",
        "sha256": "0" * 64,
        "state": ReturnState.FILLED,
        "answers": tuple(
            KeptAnswer(field=name, value=text, page=PAGES.get(name, 0))
            for name, text in texts.items()
        ),
    }
    return ReturnRecord(**{**known, **changes})


def a_question(field: str = "involved_from") -> OpenQuestion:
    return OpenQuestion(
        field=field,
        question="When did your agency’s involvement begin?",
        answer="22.05/16",
        problem="This is not a date.",
    )


def kept(question: OpenQuestion) -> KeptQuestion:
    return KeptQuestion(
        field=question.field,
        question=question.question,
        answer=question.answer,
        problem=question.problem,
    )


def was_sent(agency: str, **changes: Any) -> Sent:
    known = {
        "form": FORM,
        "edition": "1",
        "agency": agency,
        "issue": "K7Q2-MX4P",
        "on": D(2026, 3, 6),
        "due_on": D(2026, 3, 13),
        "sha256": "1" * 64,
        "file": f"{FORM}_{agency}.pdf",
    }
    return Sent(**{**known, **changes})


def rows(group: str, *answers: Mapping[str, str]) -> dict[str, str]:
    """The box texts of a repeated group, a mapping for each row."""
    return {
        f"{group}_{number}_{column}": text
        for number, row in enumerate(answers, start=1)
        for column, text in row.items()
    }


ABOUT = {
    "agency_name": "An invented agency",
    "author": "Ottoline Brand",
    "author_role": "Named professional",
    "author_contact": "ottoline.brand@agency.example",
    "completed_on": "11/03/2026",
    "approved_by": "Percival Lund",
    "approver_role": "Safeguarding lead",
    "approved_on": "12/03/2026",
    "involvement": "yes",
    "searched": "yes",
    "accurate": "yes",
}

NIL = {**ABOUT, "involvement": "no"}
"""An agency that had no involvement."""

HOSPITAL: dict[str, str] = {
    **ABOUT,
    "involved_from": "09/01/2026",
    "records_searched_electronic": "yes",
    "records_searched_paper": "yes",
    "systems_searched": "The hospital’s main record and the emergency department’s own system.",
    "records_not_found": "The paper notes of the first night; they are being looked for.",
    "records_secured": "yes",
    "summary": "The hospital saw Zoë twice: on 9 January with a bruise and on 27 February with a "
    "fracture of the arm.\n\nBoth times her mother brought her.",
    **rows(
        "people",
        {
            "forenames": "Zoë Ann",
            "surname": "O’Marlowe",
            "relationship": "the child",
            "date_of_birth": "14/05/2023",
            "known_from": "09/01/2026",
        },
        {
            "forenames": "Gracie",
            "surname": "O’Marlowe",
            "relationship": "mother",
            "date_of_birth": "03/02/1999",
        },
        {
            "forenames": "Dorian",
            "surname": "Vetch",
            "other_names": "Dory, Dee",
            "relationship": "mother’s partner",
            "date_of_birth": "01/08/1996",
        },
    ),
    "background_health": "A healthy child, up to date with her vaccinations.",
    "background_culture": "White British; English is spoken at home.",
    "background_education": "Two mornings a week at a playgroup.",
    **rows(
        "episodes",
        {
            "title": "The bruise in January",
            "began_on": "09/01/2026",
            "what_happened": "A bruise on the upper arm was seen and drawn, and the explanation "
            "of a fall was written down as it was given.",
            "what_was_known": "That the family had moved in the autumn.",
            "decision": "The registrar decided that no referral was needed.",
            "analysis": "The chart for bruises in small children was out of print, and the shift "
            "was one nurse short, so that nobody looked at the earlier visit.",
            "good_practice": "The bruise was measured and drawn.",
            "gap": "The health visitor was not told.",
        },
    ),
    **rows(
        "chronology",
        {
            "on": "09/01/2026",
            "time": "21:40",
            "source": "Emergency department record",
            "event": "Brought by her mother with a bruise on the upper left arm after a fall.",
            "response": "Examined, drawn and sent home.",
            "child_seen": "yes",
            "child_voice": "She hid her face.",
        },
        {
            "on": "27/02/2026",
            "source": "Ward notes",
            "event": "Admitted with a fracture of the left arm after a fall from the sofa.",
            "response": "Admitted; strategy meeting asked for.",
            "child_seen": "yes",
        },
    ),
    "chronology_more": "02/03/2026, ward notes: the consultant telephoned social care.",
    "child_seen": "Twice, by a nurse and a doctor; never alone.",
    "child_showed": "She held her arm still and watched her mother before she moved.",
    "daily_life": "We know little of it. She came dressed for bed both times.",
    "equality_considered": "Ethnicity and language were recorded at the second visit only.",
    "inequality_influence": "Our records do not show it.",
    "harm_minimised": "Nothing was planned after the first visit.",
    "information_shared": "Not after the first visit: the form does not ask for the health "
    "visitor, so nobody thought of her.",
    "risk_recognised": "At the second visit, within the hour.",
    "acted_in_time": "At the second visit, yes.",
    "records_kept": "Yes.",
    "parental_factors_domestic_abuse": "yes",
    "parental_factors_details": "The police told the ward of an incident in the autumn.",
    "fathers": "He was not asked about, because he did not come.",
    "worked_together": "With social care from the day of the fracture.",
    "escalated": "no",
    "disagreements": "None that we know.",
    **rows("good_practice", {"text": "The nurse sat on the floor with Zoë until she slept."}),
    **rows(
        "learning",
        {
            "text": "Every bruise of a child under three needs a second pair of eyes.",
            "already_acted_on": "yes",
            "how_disseminated": "A poster in the department since 2 March.",
        },
        {"text": "The form must ask for the health visitor."},
    ),
    "internal_review": "yes",
    "internal_review_details": "A patient safety review, led by the matron, until June 2026.",
    "child_at_risk": "no",
    "action_taken": "An alert stands on her record.",
    **rows(
        "issues",
        {
            "text": "Whether the health visitor knew of the move.",
            "whose": "Larkfield Community Health",
        },
    ),
    **rows(
        "other_agencies",
        {
            "name": "Larkfield Community Health",
            "contact": "Health visiting, north team",
            "why": "The health visitor wrote to us.",
        },
    ),
    "criteria_met": "yes",
    "criteria_reasons": "There is learning for more than one agency.",
    **rows(
        "actions",
        {
            "action": "Print the chart for bruises again and put it in every cubicle.",
            "owner": "Matron",
            "due": "30/04/2026",
            "evidence_required": "A walk round in May.",
        },
    ),
    "restricted_third_party": "yes",
    "restricted_details": "Question 12 tells what the police said about her mother’s partner.",
}

COUNCIL: dict[str, str] = {
    **ABOUT,
    "involved_from": "01/07/2025",
    "involved_to": "30/01/2026",
    "summary": "One contact in the summer and one visit in January.",
    **rows(
        "people",
        {
            "forenames": "Zoe",
            "surname": "O'Marlowe",
            "relationship": "child",
            "date_of_birth": "15/05/2023",
        },
        {"forenames": "Grace", "surname": "O’Marlowe", "relationship": "mother"},
        {
            "forenames": "Dorian",
            "surname": "Vetch",
            "relationship": "step-father",
            "date_of_birth": "1995",
        },
    ),
    **rows(
        "chronology",
        {
            "on": "about 03/06/2025",
            "source": "Contact log",
            "event": "A neighbour telephoned about shouting in the evening.",
            "response": "Advice given; no further action.",
            "child_seen": "not_recorded",
        },
        {
            "on": "09/01/2026",
            "source": "Hospital’s letter",
            "event": "The hospital wrote of a bruise on the upper left arm after a fall.",
            "child_seen": "no",
        },
    ),
    "risk_recognised": "Not in June: shouting alone does not reach the threshold.",
    **rows("learning", {"text": "Look at three contacts together, not at each alone."}),
    **rows("other_agencies", {"name": "larkfield community-health"}, {"name": "Downshire police"}),
    "criteria_met": "no",
    "criteria_reasons": "The learning is known already.",
    **rows("actions", {"action": "Read the threshold guidance again.", "owner": "Team manager"}),
}


def three_returns() -> tuple[Return[ScopingReport], ...]:
    """A full report, a shorter one with a question open, and a nil return."""
    return (
        a_return("hospital", HOSPITAL),
        a_return(
            "council", COUNCIL, on=D(2026, 3, 17), open_questions=(a_question("completed_on"),)
        ),
        a_return("police", NIL),
    )
