"""Where accounts differ, each is told beside the other; nothing says who is right."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cases import a_partnership
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Identifying, revealed
from lscp_docs.returns.contradictions import Account, Difference, Matter, contradictions
from lscp_docs.returns.merging import with_returns
from returned_reports import NIL, a_return, rows, three_returns
from review_cases import a_reviewed_case

D = dt.date
UNTIL = D(2026, 3, 25)


def found(case: CaseFile, *returns: Any, until: dt.date = UNTIL) -> tuple[Difference, ...]:
    return contradictions(with_returns(case, (), returns), a_partnership(), returns, until=until)


def a_quiet_case(**changes: Any) -> CaseFile:
    return a_reviewed_case(**{"chronology": [], **changes})


def knows(agency: str, *people: dict[str, str], **texts: str) -> Any:
    return a_return(agency, {**rows("people", *people), **texts})


def saying(account: Account) -> tuple[str, str, int]:
    said = (str(revealed(x)) if isinstance(x, Identifying) else x for x in account.says)
    return account.agency, " ".join(said), account.page


ZOE = {"forenames": "Zoe", "surname": "O'Marlowe", "relationship": "child"}
MOTHER = {"relationship": "mother", "forenames": "Grace", "surname": "O’Marlowe"}


def test_a_date_of_birth_that_cannot_be_the_same_is_told_with_all_accounts() -> None:
    (difference,) = found(
        a_quiet_case(),
        knows("hospital", {**ZOE, "date_of_birth": "14/05/2023"}),
        knows("council", {**ZOE, "date_of_birth": "15/05/2023"}),
        knows("police", ZOE),
    )
    assert difference.matter is Matter.DATE_OF_BIRTH
    assert difference.person is not None
    assert difference.person.id == "C1"
    assert [(each.agency, each.page, each.is_in_case_file) for each in difference.accounts] == [
        ("", 0, True),
        ("hospital", 4, False),
        ("council", 4, False),
    ]


@pytest.mark.parametrize("written", ["2023", "05/2023", "about 16/05/2023", "not known", ""])
def test_a_less_certain_date_that_can_be_the_same_is_no_difference(written: str) -> None:
    assert found(a_quiet_case(), knows("hospital", {**ZOE, "date_of_birth": written})) == ()


def test_a_person_is_known_again_however_the_name_is_written() -> None:
    for forenames in ("Zoë Ann", "ZOE", "zoë"):
        told = {**ZOE, "forenames": forenames, "date_of_birth": "01/01/2022"}
        (difference,) = found(a_quiet_case(), knows("hospital", told))
        assert not difference.is_by_relationship


def test_another_name_of_somebody_known_by_the_relationship_is_told_with_a_caution() -> None:
    (difference,) = found(a_quiet_case(), knows("hospital", {**MOTHER, "forenames": "Gracie"}))
    assert difference.matter is Matter.NAME
    assert difference.is_by_relationship
    assert [saying(each)[1] for each in difference.accounts] == [
        "Grace O’Marlowe",
        "Gracie O’Marlowe",
    ]


def test_a_name_that_the_case_file_gives_among_other_names_is_no_difference() -> None:
    family = [
        {
            "id": "P1",
            "kind": "parent_carer",
            "relationship": "mother",
            "of": ["C1"],
            "forenames": "Grace",
            "surname": "O’Marlowe",
            "other_names_used": ["Gracie"],
        }
    ]
    case = a_quiet_case(family=family)
    assert found(case, knows("hospital", {**MOTHER, "forenames": "Gracie"})) == ()


def test_two_children_are_not_known_again_by_the_word_child() -> None:
    second = {"id": "C2", "forenames": "Ned", "date_of_birth": D(2020, 1, 1), "pseudonym": "Wren"}
    first = {"id": "C1", "forenames": "Zoë", "date_of_birth": D(2023, 5, 14), "pseudonym": "Robin"}
    case = a_quiet_case(children=[first, second])
    told = {"relationship": "child", "date_of_birth": "01/01/2019"}
    assert found(case, knows("hospital", told)) == ()


def test_somebody_whom_only_agencies_know_is_compared_by_the_whole_name() -> None:
    dorian = {"forenames": "Dorian", "surname": "Vetch", "relationship": "a friend"}
    (difference,) = found(
        a_quiet_case(),
        knows("hospital", {**dorian, "date_of_birth": "01/08/1996"}),
        knows("council", {**dorian, "relationship": "lodger", "date_of_birth": "1995"}),
        knows("police", {**dorian, "surname": "Other", "date_of_birth": "1990"}),
    )
    assert difference.person is None
    assert [revealed(name) for name in difference.named] == ["Dorian", "Vetch"]
    assert [each.agency for each in difference.accounts] == ["hospital", "council"]


def seen(agency: str, answer: str, on: str = "09/01/2026") -> Any:
    row = {"on": on, "event": "A visit.", "source": "Log", "child_seen": answer}
    return a_return(agency, rows("chronology", row))


def test_a_day_on_which_one_agency_saw_the_child_and_another_did_not_is_told() -> None:
    (difference,) = found(a_quiet_case(), seen("hospital", "yes"), seen("council", "no"))
    assert difference.matter is Matter.CHILD_SEEN
    assert [saying(each) for each in difference.accounts] == [
        ("hospital", "the child was seen", 8),
        ("council", "the child was not seen", 8),
    ]


def test_seen_and_not_recorded_or_on_another_or_uncertain_day_is_no_difference() -> None:
    case = a_quiet_case()
    assert found(case, seen("hospital", "yes"), seen("council", "not_recorded")) == ()
    assert found(case, seen("hospital", "yes"), seen("council", "no", "10/01/2026")) == ()
    assert found(case, seen("hospital", "yes"), seen("council", "no", "01/2026")) == ()
    both = rows(
        "chronology",
        {"on": "09/01/2026", "event": "Missed.", "child_seen": "no"},
        {"on": "09/01/2026", "event": "Then seen.", "child_seen": "yes"},
    )
    assert found(case, a_return("hospital", both)) == ()


def test_a_row_of_the_case_file_is_set_beside_a_return() -> None:
    event = {"on": D(2026, 1, 9), "agency": "police", "source": "Log", "event": "A visit."}
    case = a_quiet_case(chronology=[{**event, "child_seen": False}])
    (difference,) = found(case, seen("hospital", "yes"))
    assert [(each.agency, each.is_in_case_file) for each in difference.accounts] == [
        ("police", True),
        ("hospital", False),
    ]


def test_a_nil_return_of_an_agency_that_another_one_names_is_told() -> None:
    (difference,) = found(
        a_quiet_case(),
        a_return("police", NIL),
        a_return("council", rows("other_agencies", {"name": "downshire police"})),
    )
    assert (difference.matter, difference.agency) == (Matter.INVOLVEMENT, "police")
    assert [saying(each) for each in difference.accounts] == [
        ("police", "it had no involvement", 1),
        ("council", "it was involved", 18),
    ]


def test_a_nil_return_is_set_beside_what_the_case_file_says() -> None:
    event = {"on": D(2026, 1, 9), "agency": "police", "source": "Log", "event": "A call."}
    case = a_quiet_case(chronology=[event], agencies=[{"agency": "police"}])
    (difference,) = found(case, a_return("police", NIL))
    assert [each.is_in_case_file for each in difference.accounts] == [False, True, True]


def test_a_nil_return_that_nobody_contradicts_is_no_difference() -> None:
    assert found(a_quiet_case(), a_return("police", NIL)) == ()


def test_an_event_before_an_agencys_involvement_began_is_told() -> None:
    row = {"on": "2024", "event": "A call.", "source": "Log"}
    texts = {**rows("chronology", row), "involved_from": "01/07/2025"}
    (difference,) = found(a_quiet_case(), a_return("council", texts))
    assert (difference.matter, difference.agency) == (Matter.BEGINNING, "council")
    assert [each.page for each in difference.accounts] == [3, 8]
    sooner = {**texts, "involved_from": "2024"}
    assert found(a_quiet_case(), a_return("council", sooner)) == ()


def test_an_involvement_that_ended_and_is_open_in_the_case_file_is_told() -> None:
    case = a_quiet_case(agencies=[{"agency": "council", "still_involved": True}])
    (difference,) = found(case, a_return("council", {"involved_to": "30/01/2026"}))
    assert difference.matter is Matter.END
    assert [each.is_in_case_file for each in difference.accounts] == [True, False]


def test_opinions_on_the_criteria_are_told_where_they_differ_and_never_counted() -> None:
    given = {"hospital": "yes", "council": "no", "police": "not_sure"}
    returns = [a_return(agency, {"criteria_met": word}) for agency, word in given.items()]
    (difference,) = found(a_quiet_case(), *returns)
    assert [saying(each)[:2] for each in difference.accounts] == [
        ("hospital", "they are met"),
        ("council", "they are not met"),
        ("police", "it is not sure"),
    ]
    assert found(a_quiet_case(), returns[0], returns[2]) == ()


def test_a_return_that_came_later_is_not_compared() -> None:
    late = knows("hospital", {**ZOE, "date_of_birth": "01/01/2022"})
    assert found(a_quiet_case(), late, until=D(2026, 3, 11)) == ()


def test_the_three_invented_returns_differ_in_each_matter_that_they_touch() -> None:
    matters = [each.matter for each in found(a_reviewed_case(), *three_returns())]
    assert matters == [
        Matter.DATE_OF_BIRTH,
        Matter.NAME,
        Matter.DATE_OF_BIRTH,
        Matter.CHILD_SEEN,
        Matter.INVOLVEMENT,
        Matter.BEGINNING,
        Matter.CRITERIA,
    ]
