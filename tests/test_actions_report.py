"""The report on actions: how each stands and why, and what one agency sees of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from tests.invented_home import InventedHome, a_folder, text_of
from tests.reported import HARROWMERE
from tests.tracked import EVIDENCE, TODAY, D, a_case_with, an_update

from lscp_docs.catalogue import report
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.errors import UsageError
from lscp_docs.paper import Format
from lscp_docs.register.period import between
from lscp_docs.report import ProducedReport, ReportRequest, produce_report
from lscp_docs.reports.told_case import told_case

KEY = "actions-report"
QUARTER = between(D(2026, 1, 1), D(2026, 3, 31))
SPRING = between(D(2026, 5, 15), D(2026, 5, 31))
POLICE_NEWS = "The police saw something else."
POLICE = {
    "id": "a2",
    "lead_agency": "police",
    "owner": "Detective Inspector",
    "action": "Send the log to the board every month.",
}


def the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *actions: dict[str, Any]
) -> InventedHome:
    """Actions of a hospital and the police; the police also told of the hospital's own."""
    told = an_update(on=D(2026, 5, 20), agency="police", status="in_progress", done=POLICE_NEWS)
    own = an_update(on=D(2026, 5, 18), status="in_progress", done="Ten records were read.")
    return InventedHome(monkeypatch, tmp_path, a_folder(a_case_with(*actions), own, told))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> ProducedReport:
    """The sample report, in Word."""
    to = tmp_path_factory.mktemp("made")
    request = ReportRequest(period=QUARTER, today=D(2026, 6, 20), to=to, format=Format.WORD)
    return produce_report(HARROWMERE, report(KEY), request)


def test_the_sample_report_is_final_without_a_report_toml_and_has_no_warning(
    sample: ProducedReport,
) -> None:
    assert (sample.gaps, sample.defects, sample.warnings) == ((), (), ())


def test_every_action_is_in_it_and_every_rating_is_a_word(sample: ProducedReport) -> None:
    text = text_of(sample)
    assert "19 actions are on the tracker on 31 March 2026, 12 of them closed." in text
    assert "Red: two actions" in text
    assert "HSCP-2025-014/hm14-a3: due on 27 February 2026" in text
    assert "Overdue by 32 days, since 27 February 2026; no update for 110 days." in text


def test_the_agencies_add_up_to_all_actions(sample: ProducedReport) -> None:
    body = text_of(sample).split("\n")
    begins, ends = (
        body.index("Agency that leads"),
        body.index("What changed since 31 December 2025"),
    )
    cells = body[begins:ends]
    rows = [tuple(map(int, cells[at + 1 : at + 6])) for at in range(6, len(cells), 6)]
    *agencies, whole = rows
    assert cells[-6] == "All agencies"
    assert tuple(map(sum, zip(*agencies, strict=True))) == whole
    assert all(sum(row[:-1]) == row[-1] for row in rows)
    assert whole[-1] == 19


def test_an_agency_sees_its_own_actions_and_nothing_that_another_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = the_home(tmp_path, monkeypatch, {}, POLICE)
    whole = text_of(home.report(KEY, SPRING, TODAY))
    own = text_of(home.report(KEY, SPRING, TODAY, agency="hospital"))
    assert POLICE_NEWS in whole
    assert "a2" in whole
    assert "Ten records were read." in own
    assert POLICE_NEWS not in own
    assert "olice" not in own
    assert "/a2" not in own
    assert "Teasel Hospitals Trust, its own actions alone" in own


def test_the_words_of_an_action_are_made_without_the_news_of_other_agencies() -> None:
    told = an_update(on=D(2026, 5, 20), agency="police", status="in_progress", done=POLICE_NEWS)
    folder = a_folder(a_case_with({}, POLICE), told)
    case = told_case(
        folder,
        profile=Profile.INTERNAL,
        as_at=TODAY,
        period=between(D(2026, 5, 1), D(2026, 5, 31)),
        agency="hospital",
    )
    assert [action.key for action in case.actions] == ["TVSCP-2026-001/a1"]
    assert case.actions[0].news == ()
    assert case.tracked[0].news == ()


def test_what_was_written_for_all_agencies_is_left_out_of_the_report_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = the_home(tmp_path, monkeypatch, {}, POLICE)
    written = (
        'recommendations = ["ask Downshire for its log"]\n'
        '[[sections]]\nkey = "comment"\ntext = "Downshire is slow."\n'
        '[[sections]]\ntitle = "On Downshire"\ntext = "Downshire again."\n'
    )
    whole = text_of(home.report(KEY, SPRING, TODAY, written=written))
    own = text_of(home.report(KEY, SPRING, TODAY, agency="hospital"))
    assert whole.count("Downshire") > 3
    assert "Downshire" not in own


def test_complete_without_accepted_evidence_is_never_blue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unaccepted = {**EVIDENCE, "accepted_by": None}
    home = the_home(
        tmp_path, monkeypatch, {"status": "complete_evidenced", "evidence": [unaccepted]}
    )
    text = text_of(home.report(KEY, SPRING, TODAY))
    assert "Amber: one action" in text
    assert "Blue:" not in text
    assert "not accepted yet" in text


def test_blue_without_what_changed_is_told_as_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = the_home(tmp_path, monkeypatch, {"status": "complete_evidenced", "evidence": [EVIDENCE]})
    text = text_of(home.report(KEY, SPRING, TODAY))
    assert "Blue: one action" in text
    assert "not closed: what changed for children is not told yet." in text


def test_what_was_closed_before_the_period_is_counted_and_not_told_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = {"status": "complete_evidenced", "evidence": [EVIDENCE], "impact": "Calls are made."}
    home = the_home(tmp_path, monkeypatch, done)
    june = between(D(2026, 6, 1), D(2026, 6, 30))
    text = text_of(home.report(KEY, june, D(2026, 7, 1)))
    assert "It was closed before 1 June 2026." in text
    assert "Calls are made." not in text
    may = text_of(home.report(KEY, SPRING, TODAY))
    assert "Calls are made." in may
    assert "Closed: complete, and the evidence is accepted." in may


def test_what_changed_says_what_moved_and_from_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = {
        "due": D(2026, 5, 10),
        "revised_due": D(2026, 9, 30),
        "revised_on": D(2026, 5, 20),
        "revised_because": "The form is late.",
    }
    text = text_of(the_home(tmp_path, monkeypatch, moved).report(KEY, SPRING, TODAY))
    assert "Date moved from 10 May 2026 to 30 September 2026." in text
    assert "First due on 10 May 2026; moved on 20 May 2026 to 30 September 2026" in text


def test_advice_on_words_names_no_field_of_the_case_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vague = {"action": "Raise awareness of bruises.", "success_measure": None}
    text = text_of(the_home(tmp_path, monkeypatch, vague).report(KEY, SPRING, TODAY))
    assert "Advice to the owners of actions" in text
    assert "It begins with “raise awareness”, which nobody can tick off." in text
    assert "`" not in text


def test_with_no_action_and_with_no_case_it_reads_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = InventedHome(monkeypatch, tmp_path)
    text = text_of(home.report(KEY, SPRING, TODAY))
    assert "No action is on the tracker on 31 May 2026." in text
    assert "Nothing changed in the tracker since 14 May 2026." in text
    assert "How the actions stand" not in text
    none = text_of(home.report(KEY, SPRING, TODAY, agency="icb"))
    assert (
        "No action that Downshire Integrated Care Board leads on is on the tracker on 31 May 2026."
        in none
    )


def test_an_agency_that_there_is_not_is_refused_before_a_case_is_read(tmp_path: Path) -> None:
    request = ReportRequest(period=QUARTER, today=TODAY, to=tmp_path, agency="hospitals-trust")
    with pytest.raises(UsageError, match="There is no agency hospitals-trust"):
        produce_report(HARROWMERE, report(KEY), request)


def test_a_date_before_the_period_ends_is_still_a_gap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lscp_docs.errors import MissingFactsError

    home = the_home(tmp_path, monkeypatch, {})
    with pytest.raises(MissingFactsError) as stopped:
        home.report(KEY, SPRING, SPRING.last - dt.timedelta(days=1))
    assert [problem.path for problem in stopped.value.problems] == ["dated"]
