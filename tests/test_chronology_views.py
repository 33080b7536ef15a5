"""The combined chronology in its two copies, and the commands that look after pseudonyms."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.cases import a_partnership, material
from tests.review_cases import a_reviewed_case

from lscp_docs.cli import main
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.combined_chronology import CombinedChronology, applies, context
from lscp_docs.documents.parts.chronology import LONG, Event
from lscp_docs.errors import ExitCode
from lscp_docs.wording import Gap

D = dt.date
HOME = Path(__file__).parents[1] / "sample_cases" / "harrowmere"
ROW = {"on": D(2026, 1, 9), "agency": "hospital", "source": "Letter of Fullers Green"}


def copy(profile: Profile, *rows: dict[str, Any]) -> CombinedChronology:
    case = a_reviewed_case(
        chronology=[{**ROW, **row} for row in rows],
        glossary=[{"key": "GP1", "name": "Dr Selwyn Thorpe", "role": "General practitioner"}],
        places=[{"name": "Fullers Green", "stands_as": "the home"}],
    )
    return context(material(case, profile=profile))


def events(told: CombinedChronology) -> list[Event]:
    return [
        event
        for stretch in told.chronology
        for event in ((stretch.told,) if stretch.told else stretch.events)
    ]


def both(*rows: dict[str, Any]) -> list[list[Event]]:
    return [events(copy(profile, *rows)) for profile in (Profile.FULL, Profile.INTERNAL)]


@pytest.mark.parametrize("who", ["Dr Thorpe", "GP1", "Dr Selwyn Thorpe (GP1)"])
def test_either_way_of_writing_gives_both_copies(who: str) -> None:
    personal, keyed = both({"event": f"{who} rang."})
    assert personal[0].account[0] == "Dr Selwyn Thorpe (GP1) rang."
    assert keyed[0].account[0] == "GP1 rang."


def test_a_source_is_told_as_the_copy_may_see_it() -> None:
    personal, keyed = both({"event": "A call."})
    assert personal[0].account[-1] == "Source: Letter of Fullers Green"
    assert keyed[0].account[-1] == "Source: Letter of the home"


def test_both_copies_have_the_same_entries_in_the_same_order() -> None:
    rows = [{"event": f"Call {n}.", "on": D(2026, 1, 30 - n)} for n in range(1, 9)]
    personal, keyed = both(*rows)
    assert [e.account[0] for e in personal] == [e.account[0] for e in keyed]
    assert [e.account[0] for e in personal] == [f"Call {n}." for n in range(8, 0, -1)]


def test_a_time_of_day_is_left_out_where_days_are() -> None:
    personal, keyed = both({"event": "A call.", "time": dt.time(21, 57)})
    assert personal[0].when_and_who[0] == "9 January 2026, 21:57"
    assert keyed[0].when_and_who[0] == "January 2026"


def test_a_long_narrative_is_text_and_keeps_every_word() -> None:
    long = "GP1 wrote a long letter on what she saw. " * (LONG // 40 + 2) + "End."
    told = copy(Profile.FULL, {"event": long})
    (stretch,) = told.chronology
    assert stretch.told is not None
    assert stretch.told.account[0] == long.replace("GP1", "Dr Selwyn Thorpe (GP1)")


def test_an_empty_chronology_has_no_paper_and_a_later_one_is_a_gap() -> None:
    assert not applies(a_reviewed_case(chronology=[]), a_partnership())
    assert isinstance(copy(Profile.FULL, {"event": "A call.", "on": D(2031, 1, 1)}).length, Gap)


# The commands -------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(HOME, tmp_path / "home")
    return tmp_path / "home"


def rename(home: Path, case: str, old: str, new: str) -> None:
    file = home / "cases" / case / "case.toml"
    text = file.read_text("utf-8")
    assert f'pseudonym = "{old}"' in text
    file.write_text(text.replace(f'pseudonym = "{old}"', f'pseudonym = "{new}"'), "utf-8")


def test_check_tells_a_pseudonym_that_two_cases_have(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rename(home, "HSCP-2026-004", "Reuben", "ELLIS")
    assert main(["--home", str(home), "check"]) == ExitCode.CASE
    told = " ".join(capsys.readouterr().out.split())
    assert "cases/HSCP-2026-004/case.toml:42: children.0.pseudonym:" in told
    assert "a child of case HSCP-2026-002 too" in told
    assert "llis" not in told.casefold()
    assert main(["--home", str(home), "check", "HSCP-2026-004"]) == ExitCode.DONE


def test_show_proposes_names_for_a_child_without_a_pseudonym(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--home", str(HOME), "show", "HSCP-2026-003"]) == ExitCode.DONE
    told = capsys.readouterr().out
    assert told.count('pseudonym = "') == 3
    assert main(["--home", str(HOME), "show", "HSCP-2026-004"]) == ExitCode.DONE
    assert 'pseudonym = "' not in capsys.readouterr().out
