"""Training and the use of briefings: Sefton's numbers come out, and estimates stay estimates."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cases import a_partnership

from lscp_docs.casefile.case_folder import load_partnership, references
from lscp_docs.casefile.returns_file import returns_of
from lscp_docs.casefile.training_file import TRAINING_FILE, load_training
from lscp_docs.errors import CaseFileError
from lscp_docs.model.answers.briefing_use import BriefingUse
from lscp_docs.model.returned import Return
from lscp_docs.model.training import CourseKind, Training
from lscp_docs.register.briefing_measures import briefing_figures
from lscp_docs.register.figures import Figure
from lscp_docs.register.period import Period, PeriodKind, between, period_of
from lscp_docs.register.training_measures import training_defects, training_figures

D = dt.date
SAMPLES = sorted((Path(__file__).parents[1] / "sample_cases").iterdir())
PARTNERSHIP = a_partnership()
AGENCIES = [agency.key for agency in PARTNERSHIP.agencies]
YEAR = period_of(PeriodKind.FINANCIAL_YEAR, D(2024, 6, 1))
REPORTED = between(D(2018, 1, 1), D(2021, 1, 26))
"""What Sefton's report of 26 January 2021 tells of: from 2018 to the present."""


def a_course(**told: Any) -> dict[str, Any]:
    plain = {"title": "Hearing children", "kind": "training_course", "dates": [D(2024, 6, 5)]}
    return {**plain, **told}


def figures_of(*courses: dict[str, Any], period: Period = YEAR) -> dict[str, Figure]:
    training = Training.model_validate({"course": courses})
    return {each.key: each for each in training_figures(training, PARTNERSHIP, period)}


SEFTON = (
    a_course(
        title="Working Together to Safeguard Children",
        dates=["2018-01-01 to 2021-01-26"],
        times=25,
        others_attended=539,
    ),
    a_course(
        title="Hear My Voice",
        kind="learning_event",
        dates=["2019-06", "2019-11"],
        sessions=6,
        others_attended=1000,
        counted="approximate",
    ),
)
TOLD_BY_SEFTON = (
    ("Sefton LSCB has delivered {} specific training courses", "training_course_given", "25"),
    ("to {} practitioners", "training_course_practitioners", "539"),
    ("There were {} sessions delivered", "learning_event_sessions", "6"),
    ("across {} days (June & November 2019)", "learning_event_days", "2"),
    ("Circa. {} practitioners … attended", "learning_event_practitioners", "about 1,000"),
)


@pytest.mark.parametrize(("sentence", "key", "number"), TOLD_BY_SEFTON)
def test_each_number_of_sefton_comes_out(sentence: str, key: str, number: str) -> None:
    assert "{}" in sentence
    assert figures_of(*SEFTON, period=REPORTED)[key].told == number


def test_a_year_within_that_time_cannot_tell_sefton_s_courses() -> None:
    training = Training.model_validate({"course": SEFTON})
    year = period_of(PeriodKind.CALENDAR_YEAR, D(2019, 6, 1))
    assert figures_of(*SEFTON, period=year)["training_course_given"].value == 0
    (defect,) = training_defects(training, year)
    assert defect.sentence.startswith(
        "training.toml, course 1 (Working Together to Safeguard Children): it is not certain"
    )
    assert training_defects(training, REPORTED) == ()


@pytest.mark.parametrize(
    "date", ["2024-03-30 to 2024-04-02", "2024", "about 2024-06-05", "unknown"]
)
def test_training_that_may_lie_outside_is_a_defect_and_counts_nowhere(date: str) -> None:
    told = a_course(dates=[date], others_attended=9)
    assert figures_of(told)["training_course_given"].value == 0
    assert len(training_defects(Training.model_validate({"course": [told]}), YEAR)) == 1


def test_training_of_another_year_is_no_defect() -> None:
    told = Training.model_validate({"course": [a_course(dates=["2022-05"])]})
    assert training_defects(told, YEAR) == ()


def test_practitioners_are_told_by_agency_and_elected_members_apart() -> None:
    attended = [{"agency": AGENCIES[0], "number": 7}, {"agency": AGENCIES[1], "number": 5}]
    found = figures_of(a_course(attended=attended, others_attended=2, elected_members=3))
    assert found["training_course_practitioners"].value == 14
    assert found["training_course_elected_members"].value == 3
    assert found[f"training_practitioners_{AGENCIES[0]}"].value == 7
    assert found["training_practitioners_of_no_agency"].value == 2


def test_a_sum_with_an_estimate_is_an_estimate_and_courses_are_not() -> None:
    estimated = a_course(counted="approximate", others_attended=100, times=2)
    found = figures_of(a_course(others_attended=39), estimated)
    assert found["training_course_practitioners"].told == "about 139"
    assert found["training_course_given"].told == "3"
    assert found["training_course_elected_members"].told == "not available", "that is not 0"
    assert figures_of(a_course(others_attended=39))["training_course_practitioners"].told == "39"


def test_courses_without_a_number_of_practitioners_are_told() -> None:
    found = figures_of(a_course(times=4), a_course(others_attended=0))
    assert found["training_course_practitioners_not_recorded"].value == 4
    assert found["training_course_practitioners"].value == 0


def test_a_figure_cites_the_cases_whose_learning_was_taught() -> None:
    first = a_course(learning_from=["TVSCP-002", "TVSCP-001"], others_attended=3)
    found = figures_of(first, a_course(learning_from=["TVSCP-003"], dates=["2022-05"]))
    assert found["training_course_given"].cases == ("TVSCP-001", "TVSCP-002")
    assert found["learning_event_given"].cases == ()
    assert found["training_course_elected_members"].cases == ()
    assert all(each.among is None and each.denominator is None for each in found.values())


@st.composite
def courses(draw: st.DrawFn) -> dict[str, Any]:
    number = st.integers(0, 60)
    return a_course(
        kind=draw(st.sampled_from(list(CourseKind))).value,
        dates=draw(st.lists(st.dates(D(2024, 1, 1), D(2025, 6, 1)), min_size=1, max_size=2)),
        attended=[
            {"agency": key, "number": draw(number)}
            for key in draw(st.lists(st.sampled_from(AGENCIES), max_size=3))
        ],
        others_attended=draw(st.none() | number),
        counted=draw(st.sampled_from(("exact", "approximate"))),
    )


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(st.lists(courses(), max_size=5))
def test_practitioners_by_kind_and_by_agency_are_the_same_people(every: list[Any]) -> None:
    found = figures_of(*every)
    by_kind = [found[f"{kind.value}_practitioners"].value or 0 for kind in CourseKind]
    by_agency = [each.value or 0 for key, each in found.items() if key.startswith("training_pract")]
    assert sum(by_kind) == sum(by_agency)
    assert all(each.definition.endswith(".") for each in found.values())


# The file


@pytest.mark.parametrize("home", SAMPLES, ids=lambda home: home.name)
def test_the_sample_partnerships_have_training_from_their_own_cases(home: Path) -> None:
    partnership = load_partnership(home)
    training = load_training(home, partnership)
    assert len(training.course) >= 2
    named = {case for course in training.course for case in course.learning_from}
    assert named
    assert named <= set(references(home))
    year = period_of(PeriodKind.FINANCIAL_YEAR, D(2025, 6, 1))
    assert training_defects(training, year) == ()
    told = [each for each in training_figures(training, partnership, year) if each.is_about]
    assert told


def test_without_a_file_there_is_no_training(tmp_path: Path) -> None:
    assert load_training(tmp_path, PARTNERSHIP) == Training()


def test_unknown_agencies_and_all_else_are_told_at_once_with_lines(tmp_path: Path) -> None:
    (tmp_path / TRAINING_FILE).write_text(
        '[[course]]\ntitle = "A"\nkind = "lecture"\ndates = [2024-06-05]\n'
        'attended = [{ agency = "milkmen", number = 3 }]\n',
        "utf-8",
    )
    with pytest.raises(CaseFileError) as raised:
        load_training(tmp_path, PARTNERSHIP)
    assert [(each.file, each.line) for each in raised.value.problems] == [
        (TRAINING_FILE, 3),
        (TRAINING_FILE, 5),
    ]
    assert "no agency of this key" in raised.value.problems[1].problem
    assert "milkmen" not in str(raised.value.problems[1])


def test_an_unknown_agency_alone_is_told(tmp_path: Path) -> None:
    (tmp_path / TRAINING_FILE).write_text(
        '[[course]]\ntitle = "A"\nkind = "briefing"\ndates = [2024-06-05]\n\n'
        '[[course.attended]]\nagency = "milkmen"\nnumber = 3\n',
        "utf-8",
    )
    with pytest.raises(CaseFileError) as raised:
        load_training(tmp_path, PARTNERSHIP)
    assert [each.line for each in raised.value.problems] == [7]


# The use of briefings


def a_record(number: int, **told: Any) -> Return[Any]:
    answers = {"team": "Riverside team", "held_on": D(2024, 6, 5), "attended": 9}
    case, agency = told.pop("case", "TVSCP-001"), told.pop("agency", "hospital")
    received_on = told.pop("received_on", D(2024, 6, 20))
    return Return(
        form="briefing-use",
        edition="1",
        case=case,
        agency=agency,
        issue="K7Q2-MX4P",
        received_on=received_on,
        file="briefing-use.pdf",
        sha256=f"{number:064}",
        answers=BriefingUse.model_validate({**answers, **told}),
    )


def used(*records: Return[Any]) -> dict[str, tuple[int | None, tuple[str, ...]]]:
    found = briefing_figures(records, ("TVSCP-001", "TVSCP-002"), YEAR)
    return {each.key: (each.value, each.cases) for each in found}


def test_teams_are_counted_once_and_records_and_people_each_time() -> None:
    records = (
        a_record(1),
        a_record(2, team="riverside  Team", attended=4),
        a_record(3, agency="police", case="TVSCP-002"),
        a_record(4, team="Night staff", case="no-case", attended=None),
    )
    cases = ("TVSCP-001", "TVSCP-002")
    assert used(*records) == {
        "briefings_used": (4, cases),
        "briefing_teams": (3, cases),
        "briefing_people": (22, cases),
    }


def test_a_record_counts_by_the_day_of_use_or_else_of_receipt() -> None:
    assert used(a_record(1, held_on=D(2024, 3, 20)))["briefings_used"] == (0, ())
    assert used(a_record(1, held_on=None))["briefings_used"][0] == 1
    slip = a_record(1, held_on=D(2034, 6, 5))
    assert used(slip)["briefings_used"][0] == 1


def test_one_file_counts_once_and_another_form_not_at_all() -> None:
    assert used(a_record(1), a_record(1))["briefing_people"][0] == 9
    from tests.tracked import an_update

    assert used(an_update(on=D(2024, 6, 5), status="in_progress"))["briefings_used"][0] == 0


def test_the_returns_of_no_case_are_read_from_the_home_folder(tmp_path: Path) -> None:
    record = {
        "form": "briefing-use", "edition": "1", "case": "no-case", "agency": "any-agency",
        "issue": "K7Q2-MX4P", "received_on": "2024-06-20", "file": "filled/x.pdf",
        "sha256": "0" * 64, "state": "filled",
        "answers": [{"field": "team", "value": "Riverside team"}],
    }  # fmt: skip
    (tmp_path / "returns").mkdir()
    file = tmp_path / "returns" / "briefing-use_any-agency.json"
    file.write_text(json.dumps(record), "utf-8")
    (read,) = returns_of(tmp_path, case="no-case")
    assert isinstance(read.answers, BriefingUse)
    assert used(read)["briefing_teams"] == (1, ())
    with pytest.raises(CaseFileError):
        returns_of(tmp_path)
