"""Forms that go out: to whom, by when, in which files, and what the history keeps of it."""

from __future__ import annotations

import datetime as dt
import email
import hashlib
import io
import re
import shutil
from dataclasses import replace
from email.policy import default
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from tests.cases import D, a_case, a_partnership, material, names_in
from tests.tracked import an_update

from lscp_docs.casefile.case_folder import load_case, load_partnership
from lscp_docs.casefile.history import HISTORY_FILE, What, entries, lines
from lscp_docs.casefile.received import ReceivedFile, keep_record
from lscp_docs.casefile.sent import sent_of
from lscp_docs.catalogue import form
from lscp_docs.cli import main
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.sought.folding import plain
from lscp_docs.documents.parts.form_request import scoping_request
from lscp_docs.errors import ExitCode, OutputError, UsageError
from lscp_docs.forms.blank import FormWords
from lscp_docs.forms.form_type import FormType
from lscp_docs.forms.identity import Identity
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.discussion import Notification
from lscp_docs.model.identifying import Identifying, Kind
from lscp_docs.model.returned import ReturnState
from lscp_docs.model.review import RapidReview
from lscp_docs.send import SENT, Order, Stamp, chase, recipients, send
from lscp_docs.send.reminder import _days_left
from lscp_docs.timescales.clocks import Clocks

SAMPLES = Path(__file__).parents[1] / "sample_cases"
CASE = "SWSCP-2026-002"
TODAY = D(2026, 3, 2)
AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
STAMP = Stamp(today=TODAY, at=AT, by="ada")
TOMORROW = Stamp(today=D(2026, 3, 3), at=AT + dt.timedelta(days=1), by="ada")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of an invented partnership's folder."""
    shutil.copytree(SAMPLES / "saltmarsh", tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def blanks(monkeypatch: pytest.MonkeyPatch) -> list[FormWords]:
    """What was given to each blank; the blank itself is a short stand-in, made at once."""
    given: list[FormWords] = []

    def stand_in(_row: FormType, identity: Identity, words: FormWords) -> bytes:
        given.append(words)
        return f"%PDF-1.7 {identity.foot}".encode()

    monkeypatch.setattr("lscp_docs.send.form.blank", stand_in)
    return given


def order(home: Path, key: str = "scoping-report", *, case: str | None = CASE) -> Order:
    folder = load_case(home, case) if case is not None else None
    partnership = load_partnership(home)
    return Order(row=form(key), home=home, partnership=partnership, folder=folder, stamp=STAMP)


def without_requests(home: Path) -> None:
    file = home / "cases" / CASE / "case.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("returned_on =", "#").replace("waived_because =", "#"), "utf-8")


def keys(found) -> list[str | None]:
    return [agency.key if agency is not None else None for agency in found]


def read(path: Path):
    return email.message_from_bytes(path.read_bytes(), policy=default)


# To whom


def test_the_agencies_that_have_not_answered_are_asked(home: Path) -> None:
    assert keys(recipients(order(home))) == ["housing"]
    without_requests(home)
    assert len(recipients(order(home))) == 11


def test_the_agencies_that_lead_on_open_actions_are_asked_for_an_update(home: Path) -> None:
    found = recipients(order(home, "action-update"))
    assert keys(found) == ["childrens-social-care", "education", "community-trust"]


def test_a_form_that_anybody_may_fill_in_goes_out_in_one_copy(home: Path) -> None:
    assert keys(recipients(order(home, "notification-discussion", case=None))) == [None]
    named = recipients(order(home, "briefing-use", case=None), ("police", "housing", "police"))
    assert keys(named) == ["police", "housing"]


def test_an_unknown_agency_is_told_with_the_nearest(home: Path) -> None:
    with pytest.raises(UsageError, match="Did you mean police"):
        recipients(order(home), ("polise",))
    with pytest.raises(UsageError, match="The agencies are: childrens-social-care"):
        recipients(order(home), ("xyz",))


def test_a_case_that_asks_nobody_is_told_how_it_would(home: Path) -> None:
    with pytest.raises(UsageError, match=re.escape("[[rapid_review.requests]]")):
        recipients(order(home, case="SWSCP-2026-001"))
    with pytest.raises(UsageError, match="No agency leads on an open action"):
        recipients(order(home, "action-update", case="SWSCP-2026-001"))


@pytest.mark.parametrize("key", ["scoping-report", "action-update"])
def test_a_form_of_a_case_needs_the_case(key: str, home: Path) -> None:
    with pytest.raises(UsageError, match=f"lscp-docs send {key} CASE"):
        recipients(order(home, key, case=None))


# By when


@pytest.mark.parametrize(
    ("sent", "due", "first", "second"),
    [
        (D(2024, 3, 27), D(2024, 4, 10), D(2024, 4, 8), D(2024, 4, 11)),  # over Easter
        (D(2025, 4, 16), D(2025, 4, 30), D(2025, 4, 28), D(2025, 5, 1)),  # over Easter
        (D(2025, 12, 22), D(2026, 1, 6), D(2026, 1, 2), D(2026, 1, 7)),
        (D(2025, 8, 23), D(2025, 9, 4), D(2025, 9, 2), D(2025, 9, 5)),  # a Saturday
        (D(2026, 5, 1), D(2026, 5, 14), D(2026, 5, 12), D(2026, 5, 15)),
    ],
)
def test_without_a_date_in_the_case_it_is_working_day_8(
    sent: dt.date, due: dt.date, first: dt.date, second: dt.date
) -> None:
    case = _reviewed(sent)
    clocks = Clocks(case, a_partnership())
    assert clocks.scoping_return is not None
    assert clocks.scoping_return.due == due
    assert [each.due for each in clocks.scoping_chases] == [first, second]
    assert clocks.review_day(due) == (8, 15)


def _reviewed(sent: dt.date, **review: object) -> CaseFile:
    """The invented case, notified on a day and with its rapid review open."""
    notified = Notification.model_validate({"sent_at": sent, "notified_by": "A B", "role": "C"})
    opened = RapidReview.model_validate({"opened_on": sent, **review})
    return a_case().model_copy(update={"notification": notified, "rapid_review": opened})


@pytest.mark.parametrize("timetable", ["devon_dcfp", "devon_current"])
def test_a_local_timetable_goes_before_the_default(timetable: str) -> None:
    partnership = a_partnership(timetable=timetable)
    clocks = Clocks(_reviewed(D(2025, 4, 16)), partnership)
    assert clocks.scoping_return is not None
    assert clocks.scoping_return.due == D(2025, 5, 2)
    assert clocks.review_day(D(2025, 5, 2)) == (10, 15)


def test_the_cases_own_date_goes_before_both() -> None:
    asked = {"agency": "police", "asked_on": D(2025, 4, 17), "due_on": D(2025, 4, 25)}
    case = _reviewed(D(2025, 4, 16), requests=[asked])
    m = material(case, a_partnership(timetable="devon_dcfp"), profile=Profile.FULL)
    found = scoping_request(m, "police")
    assert (found.due_on, found.day_count) == (D(2025, 4, 25), "working day 5 of the 15")
    other = scoping_request(m, "council")
    assert (other.due_on, other.day_count) == (D(2025, 5, 2), "working day 10 of the 15")


def test_without_a_notification_there_is_no_date() -> None:
    case = _reviewed(D(2025, 4, 16)).model_copy(update={"notification": None})
    found = scoping_request(material(case, profile=Profile.FULL), "police")
    assert (found.due_on, found.day_count) == (None, "")


# What is on the form


def test_the_form_says_whom_to_look_for_and_who_else_is_asked(
    home: Path, blanks: list[FormWords]
) -> None:
    asked = order(home)
    send(asked, recipients(asked)[0])
    (words,) = blanks
    facts = {fact.label: " ".join(fact.words) for fact in words.facts}
    assert facts["Asked of"] == "Foreshore Homes; Curtis Ngata; Head of Tenancy Services"
    assert facts["Case"] == CASE
    assert facts["Child C1"].startswith("Zoë O’Hanlon; other names used Zoë Varga; date of birth")
    assert "14 March 2014" in facts["Child C1"]
    assert (
        "Grant Stannard; father of C3; mother’s partner; born 17 August 1989"
        in (facts["Family and household"])
    )
    assert facts["Period to look at"] == "23 August 2022 to 19 February 2026"
    assert "Eastmere Constabulary; " in facts["Agencies asked"]
    assert facts["Meeting of the authors"] == "11 March 2026"
    assert words.due == "Please return it by 9 March 2026 (working day 8 of the 15)"
    assert words.prefilled == {"agency_name": "Foreshore Homes"}
    assert words.read_only == {"agency_name"}
    assert "secure file exchange" in words.route
    assert "Invented sample" in words.invented


def test_no_address_is_told_that_could_be_a_refuge(home: Path, blanks: list[FormWords]) -> None:
    asked = order(home)
    send(asked, recipients(asked)[0])
    said = repr(blanks)
    addresses = names_in(asked.folder.case, Kind.ADDRESS)  # type: ignore[union-attr]
    assert addresses
    assert not [each for each in addresses if each in said]


@pytest.mark.parametrize(
    ("born", "start"),
    [(D(2023, 5, 14), "27 February 2024"), (D(2025, 5, 14), "14 May 2025")],
    ids=["two years", "since birth"],
)
def test_without_a_period_it_is_two_years_or_since_birth(born: dt.date, start: str) -> None:
    case = _reviewed(D(2026, 3, 5))
    child = case.children[0].model_copy(
        update={"date_of_birth": Identifying(UncertainDate.read(born), Kind.DATE_OF_BIRTH)}
    )
    case = case.model_copy(update={"children": (child,)})
    found = scoping_request(material(case, profile=Profile.FULL), "police")
    (period,) = (fact.words for fact in found.facts if fact.label == "Period to look at")
    assert period == (f"{start} to 27 February 2026",)


def test_an_agency_sees_its_own_actions_and_no_others(home: Path, blanks: list[FormWords]) -> None:
    asked = order(home, "action-update")
    for agency in recipients(asked):
        send(asked, agency)
    care, education, _ = blanks
    assert education.prefilled["actions_1_action_id"] == "a2"
    assert education.row_words["actions_1"][0] == "Action a2, due on 15 May 2026"
    assert "actions_2" not in education.row_words
    assert "a2" not in care.prefilled.values()


def test_what_an_agency_has_told_as_complete_is_not_asked_again(home: Path) -> None:
    later = replace(STAMP, today=dt.date(2026, 4, 20))
    asked = replace(order(home, "action-update"), stamp=later)
    told = an_update(
        on=dt.date(2026, 4, 14),
        agency="education",
        action_id="a2",
        status="complete_awaiting_evidence",
    )
    folder = replace(asked.folder, returns=(told,))  # type: ignore[type-var]
    since = replace(asked, folder=folder)
    assert "education" in keys(recipients(asked))
    assert "education" not in keys(recipients(since))
    (education,) = recipients(since, ("education",))
    assert [each.id for each in asked.request_of(education).actions] == ["a2"]
    assert since.request_of(education).actions == ()


def test_more_actions_than_rows_go_out_in_several_forms(
    home: Path, blanks: list[FormWords]
) -> None:
    asked = order(home, "action-update")
    case = asked.folder.case  # type: ignore[union-attr]
    many = tuple(
        case.actions[0].model_copy(update={"id": f"x{number}", "lead_agency": "police"})
        for number in range(17)
    )
    folder = replace(asked.folder, case=case.model_copy(update={"actions": many}))  # type: ignore[type-var]
    asked = replace(asked, folder=folder)
    posted = send(asked, recipients(asked)[0])
    told = [
        [text for name, text in words.prefilled.items() if name.endswith("_action_id")]
        for words in blanks
    ]
    assert [len(each) for each in told] == [8, 8, 1]
    assert [each for ids in told for each in ids] == [f"x{number}" for number in range(17)]
    assert len({each.issue for each in posted}) == 3


# The files


def test_an_agency_gets_a_form_an_email_and_the_meeting(
    home: Path, blanks: list[FormWords]
) -> None:
    asked = order(home)
    (posted,) = send(asked, recipients(asked)[0])
    stem = f"2026-03-02_scoping-report_housing_{posted.issue}"
    assert [file.name for file in posted.files] == [
        f"{stem}.pdf",
        f"{stem}.ics",
        f"{stem}.eml",
    ]
    assert {file.parent for file in posted.files} == {home / "cases" / CASE / "sent"}
    assert posted.to == "safeguarding@foreshorehomes.example"
    pdf, ics, eml = posted.files
    message = read(eml)
    assert message["To"].addresses[0].addr_spec == posted.to
    body, form_part, diary = message.iter_parts()
    assert form_part.get_payload(decode=True) == pdf.read_bytes()
    assert form_part.get_filename() == pdf.name
    assert diary.get_payload(decode=True) == ics.read_bytes()
    assert hashlib.sha256(pdf.read_bytes()).hexdigest() in body.get_content()
    assert "Dear Curtis Ngata," in body.get_content()
    (event,) = Calendar.from_ical(ics.read_bytes()).walk("VEVENT")
    assert event["dtstart"].dt == D(2026, 3, 11)


def test_a_meeting_that_is_over_is_not_in_the_diary(home: Path, blanks: list[FormWords]) -> None:
    asked = replace(order(home), stamp=Stamp(today=D(2026, 3, 12), at=AT, by="ada"))
    (posted,) = send(asked, recipients(asked)[0])
    assert [file.suffix for file in posted.files] == [".pdf", ".eml"]
    assert "meeting" not in read(posted.files[1]).get_body().get_content()  # type: ignore[union-attr]


def test_sending_again_is_another_issue_and_overwrites_nothing(
    home: Path, blanks: list[FormWords]
) -> None:
    asked = order(home)
    (first,), (second,) = (send(asked, recipients(asked)[0]) for _ in "ab")
    assert first.issue != second.issue
    assert not set(first.files) & set(second.files)
    assert [each.issue for each in sent_of(asked.path)] == [first.issue, second.issue]


def test_the_same_sending_makes_the_same_bytes(tmp_path: Path, blanks: list[FormWords]) -> None:
    made = []
    for name in ("a", "b"):
        shutil.copytree(SAMPLES / "saltmarsh", tmp_path / name)
        asked = order(tmp_path / name)
        (posted,) = send(asked, recipients(asked)[0])
        files = (*posted.files, asked.path / HISTORY_FILE)
        made.append({file.name: file.read_bytes() for file in files})
    assert made[0] == made[1]


def test_files_that_the_history_does_not_know_keep_their_names(
    home: Path, blanks: list[FormWords]
) -> None:
    asked = order(home)
    (first,) = send(asked, recipients(asked)[0])
    (asked.path / HISTORY_FILE).unlink()  # as if the power had gone before its line was written
    (second,) = send(asked, recipients(asked)[0])
    assert first.issue != second.issue
    assert all(file.exists() for file in first.files)


def test_an_agency_without_a_mailbox_gets_an_email_to_nobody(
    home: Path, blanks: list[FormWords]
) -> None:
    asked = order(home)
    (agency,) = recipients(asked)
    (posted,) = send(asked, agency.model_copy(update={"mailbox": "by hand"}))  # type: ignore[union-attr]
    assert posted.to == ""
    assert read(posted.files[-1])["To"] is None


def test_a_form_without_a_case_goes_to_the_partnerships_own_folder(
    home: Path, blanks: list[FormWords]
) -> None:
    asked = order(home, "notification-discussion", case=None)
    (posted,) = send(asked, None)
    assert posted.files[0].parent == home / "sent"
    assert posted.files[0].name.startswith("2026-03-02_notification-discussion_any-agency_")
    (entry,) = entries(home)
    assert (entry.agency, entry.issue) == ("any-agency", posted.issue)
    assert blanks[0].prefilled == {}
    assert blanks[0].facts == ()


# The history


def test_the_history_keeps_what_was_sent_to_whom_with_which_hash(
    home: Path, blanks: list[FormWords]
) -> None:
    asked = order(home)
    (posted,) = send(asked, recipients(asked)[0])
    (line,) = lines(asked.path)
    assert (line.by, line.at, line.entry.what) == ("ada", AT, What.SENT)
    (found,) = sent_of(asked.path)
    assert (found.form, found.edition, found.agency) == ("scoping-report", "1", "housing")
    assert (found.issue, found.on, found.due_on) == (posted.issue, TODAY, D(2026, 3, 9))
    assert found.file == posted.files[0].name
    assert found.sha256 == hashlib.sha256(posted.files[0].read_bytes()).hexdigest()


@pytest.mark.parametrize("case", ["SWSCP-2026-002", "SWSCP-2024-008", "SWSCP-2025-015"])
def test_no_name_is_in_a_subject_a_file_name_or_the_history(
    case: str, home: Path, blanks: list[FormWords]
) -> None:
    asked = order(home, case=case)
    for agency in recipients(asked, ("police", "housing", "education")):
        send(asked, agency)
    chase(replace(asked, stamp=TOMORROW))
    told = [(asked.path / HISTORY_FILE).read_text("utf-8")]
    told += [file.name for file in (asked.path / SENT).iterdir()]
    told += [read(file)["Subject"] for file in (asked.path / SENT).glob("*.eml")]
    said = plain("\n".join(told)).casefold()
    names = names_in(
        asked.folder.case,  # type: ignore[union-attr]
        *(Kind.FORENAMES, Kind.SURNAME, Kind.OTHER_NAME, Kind.PROFESSIONAL_NAME),
        *(Kind.ADDRESS, Kind.PLACE, Kind.SCHOOL_OR_SERVICE, Kind.CONTACT, Kind.REFERENCE),
    )
    parts = {
        part
        for name in names
        for part in plain(name).casefold().split()
        if part.isalpha() and len(part) > 3
    }
    allowed = {"housing", "police", "september"}  # keys of agencies, and the month it is due
    assert len(parts) > 20
    assert not [each for each in parts - allowed if re.search(rf"(?<!\w){re.escape(each)}", said)]


# With a password


def test_with_a_password_the_form_that_goes_out_opens_with_it_alone(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = order(home, "briefing-use", case=None).locked_with("three short words")
    assert "three short words" not in repr(asked)
    (posted,) = send(asked, None)
    pdf, eml = posted.files
    assert not PdfReader(pdf).is_encrypted
    (_, form_part) = read(eml).iter_parts()
    attached = form_part.get_payload(decode=True)
    reader = PdfReader(io.BytesIO(attached))
    assert reader.is_encrypted
    assert not reader.decrypt("")
    assert reader.decrypt("three short words")
    kept = PdfReader(pdf).get_fields() or {}
    assert set(reader.get_fields() or {}) == set(kept) != set()
    assert kept["lscp_issue"].value == posted.issue
    (entry,) = entries(home)
    assert entry.sha256 == hashlib.sha256(pdf.read_bytes()).hexdigest()
    assert entry.locked_sha256 == hashlib.sha256(attached).hexdigest()
    assert entry.locked_sha256 in read(eml).get_body().get_content()  # type: ignore[union-attr, operator]


# Reminders


def test_each_agency_that_has_not_answered_is_reminded_once_a_day(
    home: Path, blanks: list[FormWords]
) -> None:
    asked = order(home)
    (first,) = send(asked, recipients(asked)[0])
    (reminder,) = chase(replace(order(home), stamp=TOMORROW))
    assert (reminder.number, reminder.issue, reminder.to) == (1, first.issue, first.to)
    assert chase(replace(order(home), stamp=TOMORROW)) == ()
    message = read(reminder.files[0])
    assert message["Subject"] == f"OFFICIAL-SENSITIVE: {CASE}: {asked.row.title}: reminder 1"
    assert "4 working days left" in message.get_content()
    in_case_file = Stamp(today=D(2026, 3, 10), at=AT, by="ada")
    assert chase(replace(order(home), stamp=in_case_file)) == ()
    late = Stamp(today=D(2026, 3, 11), at=AT, by="ada")
    (last,) = chase(replace(order(home), stamp=late))
    assert last.number == 3
    assert "2 working days late" in read(last.files[0]).get_content()
    (sent,) = sent_of(asked.path)
    assert sent.chased_on == (TOMORROW.today, late.today)


def test_an_agency_that_was_asked_by_other_means_is_reminded_as_well(home: Path) -> None:
    (reminder,) = chase(order(home))
    assert reminder.issue == ""
    assert reminder.files[0].name == "2026-03-02_scoping-report_housing_reminder-1.eml"
    assert chase(order(home)) == ()


def test_nobody_is_reminded_of_what_was_asked_today_or_is_settled(home: Path) -> None:
    assert chase(replace(order(home), stamp=Stamp(today=D(2026, 2, 26), at=AT, by="ada"))) == ()
    file = home / "cases" / CASE / "case.toml"
    waived = 'agency = "housing"\nwaived_because = "Not needed."\nauthor = '
    text = re.sub('agency = "housing"\nauthor = ', waived, file.read_text("utf-8"))
    assert waived in text
    file.write_text(text, "utf-8")
    assert chase(order(home)) == ()


@pytest.mark.parametrize(
    ("state", "reminded"),
    [(ReturnState.FILLED_WITH_QUESTIONS, 0), (ReturnState.BLANK, 1)],
    ids=lambda value: str(value),
)
def test_an_agency_whose_return_waits_for_a_person_is_left_alone(
    state: ReturnState, reminded: int, home: Path
) -> None:
    record = ReceivedFile(
        file="x.pdf",
        sha256="a" * 64,
        received_on=TODAY,
        state=state,
        accepted=False,
        form="scoping-report",
        agency="housing",
    )
    keep_record(order(home).path, record)
    assert len(chase(order(home))) == reminded


def test_only_scoping_reports_are_chased(home: Path) -> None:
    with pytest.raises(UsageError, match="Only the scoping reports"):
        chase(order(home, "action-update"))


# The command


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(home)
    monkeypatch.setenv("LSCP_DOCS_USER", "ada")

    def typed(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["send", *arguments, "--today", "2026-03-02"])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


def test_the_command_tells_whom_by_when_and_what_to_do_next(
    run, home: Path, blanks: list[FormWords]
) -> None:
    code, out, err = run("scoping-report", CASE)
    assert (code, err) == (ExitCode.DONE, "")
    assert re.search(r"housing +9 Mar 2026 +\w{4}-\w{4} +safeguarding@foreshorehomes\.example", out)
    assert f"cases/{CASE}/sent" in out
    assert f"Remind the others on 5 March 2026: lscp-docs returns {CASE} --chase" in (
        " ".join(out.split())
    )
    assert max(map(len, out.splitlines())) <= 80
    assert lines(home / "cases" / CASE)[0].by == "ada"


def test_one_agency_that_fails_does_not_stop_the_others(
    run, home: Path, blanks: list[FormWords], monkeypatch: pytest.MonkeyPatch
) -> None:
    from lscp_docs.send import form as sending

    whole = sending.blank

    def fails_once(row: FormType, identity: Identity, words: FormWords) -> bytes:
        if identity.agency == "police":
            raise OutputError("The form could not be made.")
        return whole(row, identity, words)

    monkeypatch.setattr("lscp_docs.send.form.blank", fails_once)
    agencies = ("--agency", "police", "--agency", "housing", "--agency", "education")
    code, out, err = run("scoping-report", CASE, *agencies)
    assert code == ExitCode.OUTPUT
    assert "Not made for police. The form could not be made." in err
    assert "housing" in out
    assert "education" in out
    assert [each.agency for each in sent_of(home / "cases" / CASE)] == ["housing", "education"]


def test_a_missing_address_is_told(run, home: Path, blanks: list[FormWords]) -> None:
    file = home / "partnership.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("safeguarding@foreshorehomes.example", "by hand"), "utf-8")
    _, out, _ = run("scoping-report", CASE)
    assert "NO ADDRESS: the e-mail has no recipient." in out


def test_the_password_comes_from_a_file_and_is_not_too_short(
    run, home: Path, tmp_path: Path
) -> None:
    word = tmp_path / "word.txt"
    word.write_text("short\n", "utf-8")
    code, _, err = run("briefing-use", "--password-file", str(word))
    assert code == ExitCode.USAGE
    assert "too short" in err
    assert not (home / "sent").exists()
    word.write_text("\ufeffthree short words\nnot this\n", "utf-8")
    code, out, _ = run("briefing-use", "--password-file", str(word))
    assert code == ExitCode.DONE
    assert "Tell it by telephone." in out
    assert "three short words" not in out
    (pdf,) = (home / "sent").glob("*.pdf")
    assert not PdfReader(pdf).is_encrypted


def test_what_cannot_be_asked_for_is_told(run) -> None:
    for arguments, words in (
        (("scoping-reprot", CASE), "Did you mean scoping-report?"),
        (("scoping-report",), "lscp-docs send scoping-report CASE"),
        (("scoping-report", "SWSCP-2026-02"), "Did you mean SWSCP-2026-002"),
        (("scoping-report", CASE, "--agency", "polise"), "Did you mean police?"),
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (ExitCode.USAGE, "")
        assert words in " ".join(err.split())


def test_days_that_are_left_are_working_days(home: Path) -> None:
    asked = order(home)
    assert _days_left(asked, D(2026, 3, 9)) == 5
    assert _days_left(asked, None) == 0
