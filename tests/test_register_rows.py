"""A row of the register says what its case says, never a name; all cases are read at once."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from tests.cases import a_case, a_partnership, names_in
from tests.register_cases import PARTNERS, a_referral, an_lcspr_case, row

from lscp_docs.casefile.all_cases import Read, Unread, each_case, from_cases, workers_for
from lscp_docs.casefile.case_folder import CaseFolder, load_case, references
from lscp_docs.errors import CaseFileError
from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.identifying import Kind, revealed
from lscp_docs.model.state import State
from lscp_docs.model.vocabulary import Outcome
from lscp_docs.register.columns import COLUMNS, shown_columns, value
from lscp_docs.register.facts import Proof
from lscp_docs.register.rows import RegisterRow, in_months, row_of

D = dt.date
SAMPLES = Path(__file__).parents[1] / "sample_cases"
HOMES = sorted(SAMPLES.iterdir())
CONSIDERED = D(2024, 6, 5)


def row_of_folder(folder: CaseFolder) -> RegisterRow:
    return row_of(folder.case, folder.partnership)


def texts_of(told: object) -> set[str]:
    if isinstance(told, str):
        return {told}
    if isinstance(told, tuple):
        return {text for each in told for text in texts_of(each)}
    if is_dataclass(told):
        return {text for each in fields(told) for text in texts_of(getattr(told, each.name))}
    return set()


def test_a_row_says_what_the_case_says() -> None:
    issued = [{"document": "referrer-feedback", "on": D(2026, 3, 6)}]
    told = row_of(a_case(issued=issued), a_partnership())
    assert told.reference == "TVSCP-2026-001"
    assert told.referral.agency == "Teasel Hospitals Trust"
    assert (told.decision.considered_on, told.decision.decided_on) == (D(2026, 3, 4), D(2026, 3, 5))
    assert told.decision.outcome is Outcome.NOT_NOTIFY
    assert (told.decision.unanimous, told.decision.disagreement) == (False, True)
    assert told.decision.feedback_sent_on == D(2026, 3, 6)
    assert [child.age_band for child in told.children] == ["1 to 2"]
    assert told.state is State.DRAFT_REFERRAL


@pytest.mark.parametrize("home", HOMES, ids=lambda home: home.name)
def test_no_row_holds_a_name(home: Path) -> None:
    kinds = (Kind.FORENAMES, Kind.SURNAME, Kind.OTHER_NAME, Kind.PROFESSIONAL_NAME)
    for reference in references(home):
        folder = load_case(home, reference)
        told = " ".join(texts_of(row_of(folder.case, folder.partnership, exact=True))).casefold()
        assert [n for n in names_in(folder.case, *kinds) if n.casefold() in told] == []


def test_the_day_of_the_incident_is_in_the_full_register_alone() -> None:
    case = a_case()
    exact = revealed(case.incident.occurred_on)
    assert row_of(case, a_partnership(), exact=True).incident.occurred == exact
    month = row_of(case, a_partnership()).incident.occurred
    assert month == UncertainDate(Precision.MONTH, D(2026, 2, 1), D(2026, 2, 28))


@pytest.mark.parametrize(
    ("written", "months"),
    [
        (D(2024, 2, 10), ("2024-02-01", "2024-02-29")),
        ("about 2024-12-31", ("2024-12-01", "2024-12-31")),
        ("2024-01-30 to 2024-02-02", ("2024-01-01", "2024-02-29")),
        ("2024", ("2024-01-01", "2024-12-31")),
    ],
)
def test_a_date_in_months_is_never_more_exact(written: object, months: tuple[str, str]) -> None:
    told = in_months(UncertainDate.read(written))
    assert (str(told.earliest), str(told.latest)) == months


def test_a_date_that_is_not_known_stays_so() -> None:
    assert in_months(UncertainDate(Precision.UNKNOWN)).earliest is None


@pytest.mark.parametrize(
    ("views", "unanimous"),
    [
        ((True, True, True), True),
        ((False, False, False), True),
        ((True, True, False), False),
        ((True, True, None), None),
        ((True, False, None), False),
        ((None, None, None), None),
    ],
)
def test_unanimity_needs_three_views(views: tuple[bool | None, ...], unanimous: object) -> None:
    case = a_referral("TVSCP-001", CONSIDERED, views=dict(zip(PARTNERS, views, strict=True)))
    assert row(case).decision.unanimous is unanimous


def test_a_death_that_is_notified_whatever_its_cause_is_no_disagreement() -> None:
    told = {"views": dict.fromkeys(PARTNERS, False), "notified": D(2024, 6, 6)}
    death = a_referral(
        "TVSCP-001",
        CONSIDERED,
        type="care_leaver_death",
        abuse_status="not_known_or_suspected",
        **told,
    )
    assert row(death).decision.disagreement is False
    assert row(a_referral("TVSCP-002", CONSIDERED, **told)).decision.disagreement is True


def test_timeliness_is_told_with_its_reason() -> None:
    late = row(
        a_referral("TVSCP-001", CONSIDERED, aware=D(2024, 6, 3), notified=D(2024, 6, 11))
    ).notification.in_time
    assert late is not None
    assert (late.proof, late.due) == (Proof.REFUTED, D(2024, 6, 10))
    assert late.reason.startswith("sent on 11 June 2024, due on 10 June 2024")
    punctual = row(
        a_referral("TVSCP-001", CONSIDERED, aware=D(2024, 6, 3), notified=D(2024, 6, 10))
    ).notification.in_time
    assert punctual is not None
    assert punctual.proof is Proof.PROVED


def test_what_no_calendar_reaches_cannot_be_verified() -> None:
    old = row(a_referral("TVSCP-001", D(1999, 6, 5), notified=D(1999, 6, 6))).notification
    assert old.in_time is not None
    assert (old.in_time.proof, old.in_time.due) == (Proof.UNVERIFIED, None)


def copy_sent(sent: object) -> Proof:
    """Whether a report published on 8 May 2025 reached the Panel in time."""
    publication = {
        "outcome": "full",
        "decided_on": D(2025, 4, 1),
        "published_on": D(2025, 5, 8),
        "report_sent_to_panel_on": sent,
    }
    lcspr = {"report_accepted_on": D(2025, 4, 1), "publication": publication}
    told = row(an_lcspr_case("TVSCP-001", CONSIDERED, lcspr)).lcspr.panel_copy
    assert told is not None
    return told.proof


@pytest.mark.parametrize(
    ("sent", "proof"),
    [
        (D(2025, 4, 28), Proof.PROVED),
        (D(2025, 4, 29), Proof.REFUTED),
        ("2025-04", Proof.UNVERIFIED),
        ("2025-03", Proof.PROVED),
        ("about 2025-03-01", Proof.UNVERIFIED),
    ],
)
def test_the_copy_for_the_panel_is_judged_by_its_dates(sent: object, proof: Proof) -> None:
    assert copy_sent(sent) is proof


def test_a_pseudonymised_row_tells_months_and_no_reason() -> None:
    told, columns = row_of(a_case(), a_partnership()), shown_columns(pseudonymised=True)
    shown = {each.key: value(each, told, pseudonymised=True) for each in columns}
    assert shown["children"] == "Robin"
    assert (shown["incident"], shown["decided"]) == ("2026-02", "2026-03")
    assert not any(isinstance(each, dt.date) for each in shown.values())
    assert not {"child_ids", "notified_in_time_because"} & shown.keys()


def test_a_full_row_tells_days_as_days_and_never_more_than_is_known() -> None:
    told = row_of(a_case(), a_partnership(), exact=True)
    shown = {each.key: value(each, told, pseudonymised=False) for each in COLUMNS}
    assert (shown["incident"], shown["decided"]) == (D(2026, 2, 27), D(2026, 3, 5))
    about = a_case(incident={"occurred_on": "about 2026-02-27"})
    column = next(each for each in COLUMNS if each.key == "incident")
    inexact = row_of(about, a_partnership(), exact=True)
    assert value(column, inexact, pseudonymised=False) == "about 2026-02-27"


def test_the_keys_and_heads_of_the_columns_are_single() -> None:
    assert len({each.key for each in COLUMNS}) == len(COLUMNS)
    assert len({each.head for each in COLUMNS}) == len(COLUMNS)


def test_all_cases_are_read_in_the_order_of_their_references() -> None:
    for home in HOMES:
        rows = from_cases(home, row_of_folder)
        assert tuple(each.reference for each in rows) == references(home)
        assert workers_for(home) == 1


def test_several_processes_tell_the_same_as_one() -> None:
    home = HOMES[0]
    assert from_cases(home, row_of_folder, workers=2) == from_cases(home, row_of_folder)


def test_one_broken_case_hides_no_other(tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(HOMES[0], home)
    first, second, *_ = references(home)
    for reference, text in ((first, "reference = 1\n"), (second, "colour = 'green'\n")):
        (home / "cases" / reference / "case.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CaseFileError, match="2 cases") as caught:
        from_cases(home, row_of_folder)
    files = {problem.file for problem in caught.value.problems}
    assert files == {f"cases/{first}/case.toml", f"cases/{second}/case.toml"}
    assert len(caught.value.problems) > 2


@pytest.mark.parametrize("workers", [1, 2])
def test_one_broken_case_leaves_the_others_told(tmp_path: Path, workers: int) -> None:
    home = tmp_path / "home"
    shutil.copytree(HOMES[0], home)
    broken, *others = references(home)
    file = home / "cases" / broken / "case.toml"
    file.write_text("colour = 3\n" + file.read_text("utf-8"), "utf-8")
    first, *rest = each_case(home, row_of_folder, workers=workers)
    assert isinstance(first, Unread)
    assert (first.reference, first.problems[0].line) == (broken, 1)
    assert first.sentence == "case.toml cannot be used: 1 thing to mend."
    assert [each.reference for each in rest] == others
    assert all(isinstance(each, Read) for each in rest)
