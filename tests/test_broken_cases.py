"""Broken case files through `lscp-docs check`: file and line, what is wrong, what to write."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.produced import folders

from lscp_docs.cli import main
from lscp_docs.errors import ExitCode
from lscp_docs.model.identifying import Identifying, revealed
from lscp_docs.model.record import records_of

REFERENCE = "HSCP-2026-002"
HOME = Path(__file__).parents[1] / "sample_cases" / "harrowmere"
SOUND = (HOME / "cases" / REFERENCE / "case.toml").read_text("utf-8")
FILE = f"cases/{REFERENCE}/case.toml"
CANARY = "Kingfisher"
"""Stands for what a case says; no command may repeat it."""

DATE = "Write a date such as 2026-03-02"
AGENCIES = (
    "Write one of: ambulance, community-health, domestic-abuse, education, hospitals, housing, "
    "icb, leaving-care, mental-health, police, primary-care, probation, social-work, "
    "substance-use, youth-justice; or add it to partnership.toml."
)
TYPES = 'Write one of: "death", "serious_harm", "looked_after_child_death", "care_leaver_death".'
SECOND_TIME = "A key or section stands here for the second time."
STOPS = "Checking stops here: mend this, then check again for what follows."


@dataclass(frozen=True)
class Break:
    """One thing to change in a sound case file, and what `check` must say of it."""

    old: str
    new: str
    at: str
    """What stands on the line that is named."""
    path: str
    told: str

    def line_in(self, text: str) -> int:
        start = text.index(self.at, text.index(self.new))
        return text.count("\n", 0, start) + 1


BREAKS = {
    "a misspelt key": Break(
        'abuse_status = "suspected"', 'abuse_statsu = "suspected"', "abuse_statsu",
        "incident", "The key “abuse_statsu” is not known here. Did you mean “abuse_status”?",
    ),
    "a key that may be a name": Break(
        "files_secured = true", f'files_secured = true\n{CANARY} = "x"', CANARY,
        "referral", "This line has a key that is not known here. Known here and not yet used: "
        "other_statutory_proceedings.",
    ),
    "a key of another section": Break(
        "files_secured = true", 'files_secured = true\nabuse_status = "known"', "abuse_status",
        "referral", "The key “abuse_status” does not belong in this section. It belongs in the "
        "section incident; a key belongs to the section heading above it.",
    ),
    "a month that no year has": Break(
        "raised_on = 2026-01-27", "raised_on = 2026-13-27", "raised_on",
        "referral.raised_on", f"A day that does not exist stands here. {DATE}: year, month, day.",
    ),
    "a date as people write it": Break(
        "raised_on = 2026-01-27", "raised_on = 27/01/2026", "raised_on",
        "referral.raised_on", "A date stands here in another order or form. Write year, month and "
        "day, the last two with two figures: 2026-03-02.",
    ),
    "a date in words": Break(
        "occurred_on = 2026-01-25", f'occurred_on = "{CANARY} Sunday"', "occurred_on",
        "incident.occurred_on", "This is not a date. Write an exact day as 2026-03-02 without "
        'quotation marks, or one of "2026-03" (month known), "2026" (year known), "about '
        '2026-03-02", "2026-03-01 to 2026-03-05", "unknown".',
    ),
    "a date in quotation marks": Break(
        "raised_on = 2026-01-27", 'raised_on = "2026-01-27"', "raised_on",
        "referral.raised_on", f"A text of 10 characters stands here. {DATE}, without quotation "
        "marks.",
    ),
    "a time without seconds": Break(
        "occurred_time = 22:20:00", "occurred_time = 22:20", "occurred_time",
        "incident.occurred_time", "A time of day stands here without seconds. Write hours, "
        "minutes and seconds: 14:30:00.",
    ),
    "a time with a time zone": Break(
        "local_authority_aware_at = 2026-01-26T09:10:00",
        "local_authority_aware_at = 2026-01-26T09:10:00Z", "local_authority_aware_at",
        "incident.local_authority_aware_at", "This is not a date or a date with a time. Write the "
        "local time in England as 2026-03-02T14:20:00, or the day alone as 2026-03-02, without "
        "quotation marks and without a time zone.",
    ),
    "a key twice": Break(
        'harm = ["physical_injury"]', 'harm = ["physical_injury"]\nharm = ["neglect"]',
        'harm = ["neglect"]',
        "incident.harm", f"{SECOND_TIME} It stands on line LINE-1 already. Keep one of the two.",
    ),
    "single brackets for one of several": Break(
        "[[referral.key_dates]]\non = 2025-11-10", "[referral.key_dates]\non = 2025-11-10",
        "[[referral.key_dates]]",
        "referral.key_dates.1", f"{SECOND_TIME} It stands on line LINE-4 already. Keep one of the "
        f"two. {STOPS}",
    ),
    "a text for true or false": Break(
        "files_secured = true", f'files_secured = "{CANARY}"', "files_secured",
        "referral.files_secured", "A text of 10 characters stands here. Write true or false, in "
        "small letters and without quotation marks.",
    ),
    "yes for true": Break(
        "files_secured = true", "files_secured = yes", "files_secured",
        "referral.files_secured", "A yes or no is written in another way than TOML has it. Write "
        "true or false, in small letters.",
    ),
    "a number for a text": Break(
        'relationship = "father"', "relationship = 7", "relationship",
        "family.2.relationship", "A whole number stands here. Write a text in quotation marks.",
    ),
    "a text for a list": Break(
        'harm = ["physical_injury"]', f'harm = "{CANARY}"', "harm",
        "incident.harm", "A text of 10 characters stands here. Write a list in square brackets, "
        "its items parted by commas.",
    ),
    "a word that is not allowed": Break(
        'type = "serious_harm"', f'type = "{CANARY}"', "type",
        "incident.type", f"A text of 10 characters stands here that is not one of the allowed "
        f"words. {TYPES}",
    ),
    "a word that is nearly allowed": Break(
        'type = "serious_harm"', 'type = "serious harm"', "type",
        "incident.type", "A text of 12 characters stands here that is not one of the allowed "
        f"words. {TYPES} Did you mean “serious_harm”?",
    ),
    "an unknown agency": Break(
        'lead_agency = "probation"', f'lead_agency = "{CANARY.lower()}"', "lead_agency",
        "actions.2.lead_agency", f"The partnership has no agency of this key. {AGENCIES}",
    ),
    "an unknown agency inside a line": Break(
        '"Scoping author", agency = "housing"', f'"Scoping author", agency = "{CANARY.lower()}"',
        "agency",
        "meetings.2.attendance.6.agency", f"The partnership has no agency of this key. {AGENCIES}",
    ),
    "an unknown child": Break(
        'relationship = "father"\nof = ["C1"]', 'relationship = "father"\nof = ["C9"]', "of =",
        "family.2.of", "This names a child who is not in the case. Write the id of one of "
        "[[children]].",
    ),
    "an unknown meeting": Break(
        'meeting = "extraordinary-1"', f'meeting = "{CANARY.lower()}"', "meeting",
        "discussion.meeting", "There is no meeting with this id. Add it to [[meetings]].",
    ),
    "a line that is missing": Break(
        '[referral]\nreference = "R-2026-004"\nraised_on = 2026-01-27\n',
        '[referral]\nreference = "R-2026-004"\n', "[referral]",
        "referral.raised_on", "This is missing. Add the line raised_on = … with a date such as "
        "2026-03-02, without quotation marks.",
    ),
    "an impossible order": Break(
        "local_authority_aware_at = 2026-01-26T09:10:00",
        "local_authority_aware_at = 2026-01-30T09:10:00", "received_on",
        "referral.received_on", "This says that the referral was received before the local "
        "authority became aware. Mend one of the dates.",
    ),
    "an incident after it was known": Break(
        "occurred_on = 2026-01-25\noccurred_time", "occurred_on = 2026-01-27\noccurred_time",
        "occurred_on",
        "incident.occurred_on", "The incident is dated after the local authority became aware of "
        "it. Mend occurred_on or local_authority_aware_at.",
    ),
    "an age told in two ways": Break(
        '[[children]]\nid = "C1"', '[[children]]\nage_if_date_of_birth_unknown = 1\nid = "C1"',
        "[[children]]",
        "children.1", "The child's age is told in no way or in more than one. Write exactly one "
        "of date_of_birth, expected_date_of_delivery (an unborn child) or "
        "age_if_date_of_birth_unknown.",
    ),
    "a pseudonym that is a name": Break(
        'pseudonym = "Hannah"', 'pseudonym = "Jessamy"', "pseudonym",
        "family.1.pseudonym", "This pseudonym is one of the person’s own names. Choose another.",
    ),
    "an id twice": Break(
        'id = "hm02-a2"', 'id = "hm02-a1"  # again', "id",
        "actions.2.id", "This id is used twice. Give each its own.",
    ),
    "another reference than the folder's": Break(
        f'reference = "{REFERENCE}"', 'reference = "HSCP-2026-020"', "reference",
        "reference", "The reference is not the name of the case's folder. Write the folder's "
        "name, or rename the folder.",
    ),
    "a name for a reference": Break(
        f'reference = "{REFERENCE}"', f'reference = "{CANARY}"', "reference",
        "reference", "A text of 10 characters stands here that does not have the form asked for. "
        "The partnership's own reference; capital letters, digits and hyphens, never a name.",
    ),
    "a text that is not closed": Break(
        'relationship = "father"', f'relationship = "{CANARY}', "relationship",
        "family.2.relationship", 'A text is opened and not closed on its line. Close it with " on '
        'the same line; put """ before and after a text of several lines.',
    ),
    "curly quotation marks": Break(
        'relationship = "father"', f"relationship = “{CANARY}”", "relationship",
        "family.2.relationship", "Curly quotation marks stand where TOML needs straight ones. "
        "Type \" or ' anew in a plain text editor; a word processor makes curly ones.",
    ),
    "no quotation marks": Break(
        'relationship = "father"', f"relationship = {CANARY}", "relationship",
        "family.2.relationship", 'A text stands without quotation marks. Put it in straight '
        'quotation marks: key = "…".',
    ),
    "an empty text": Break(
        'relationship = "father"', 'relationship = ""', "relationship",
        "family.2.relationship", "An empty text stands here. Write a text in quotation marks, or "
        "leave the line out.",
    ),
    "nothing after the equals sign": Break(
        'relationship = "father"', "relationship =  # later", "relationship",
        "family.2.relationship", "Nothing stands after the equals sign. Write the value, or leave "
        "the whole line out when it is not known.",
    ),
}  # fmt: skip

TOGETHER = ("a misspelt key", "a date as people write it", "a text for true or false",
            "an unknown agency", "a word that is nearly allowed")  # fmt: skip
"""Faults of writing, of kind and of what the partnership does not know, in one file."""


def broken(breaks: list[Break], sound: str = SOUND) -> str:
    for each in breaks:
        assert sound.count(each.old) == 1, each.old
        sound = sound.replace(each.old, each.new)
    return sound


def expected(each: Break, text: str) -> str:
    line = each.line_in(text)
    told = each.told.replace("LINE-1", str(line - 1)).replace("LINE-4", str(line - 4))
    return f"{FILE}:{line}: {each.path}: {told}"


@pytest.fixture
def check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[[str | bytes], tuple[int, str]]:
    """Writes the case file into a partnership's folder and runs `lscp-docs check`."""
    shutil.copy(HOME / "partnership.toml", tmp_path)
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)

    def run(text: str | bytes) -> tuple[int, str]:
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        code = main(["--home", str(tmp_path), "check"])
        printed = capsys.readouterr()
        assert printed.err == ""
        assert max(map(len, printed.out.splitlines())) <= 80
        return code, printed.out

    return run


def problems_in(printed: str) -> list[str]:
    """The problems, a text each: a line that is not indented begins one."""
    lines = printed.partition("\n\n")[0].replace("\n    ", " ").splitlines()
    return [" ".join(line.split()) for line in lines]


def values_of_the_case() -> set[str]:
    """Everything of the case that can identify somebody and is a text of some length."""
    found: set[str] = set()
    for _, record in records_of(folders()[REFERENCE].case):
        for name in type(record).model_fields:
            value = getattr(record, name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Identifying):
                    found.add(str(revealed(item)))
    return {text for text in found if len(text) > 3}


def test_there_are_more_than_twenty_and_the_sound_file_has_no_problem(
    check: Callable[[str], tuple[int, str]],
) -> None:
    assert len(BREAKS) > 20
    code, printed = check(SOUND)
    assert code == ExitCode.DONE
    assert printed.startswith(f"No problem in {REFERENCE}.")


@pytest.mark.parametrize("name", BREAKS)
def test_one_change_gives_its_line_what_is_wrong_and_what_to_write(
    name: str, check: Callable[[str], tuple[int, str]]
) -> None:
    text = broken([BREAKS[name]])
    code, printed = check(text)
    assert code == ExitCode.CASE
    assert problems_in(printed) == [expected(BREAKS[name], text)]
    assert CANARY.casefold() not in printed.casefold()
    assert [value for value in values_of_the_case() if value in printed] == []
    assert printed.endswith("1 problem. Mend them, then run: lscp-docs check\n")


def test_several_faults_are_told_at_once_in_the_order_of_the_file(
    check: Callable[[str], tuple[int, str]],
) -> None:
    breaks = [BREAKS[name] for name in TOGETHER]
    text = broken(breaks)
    code, printed = check(text)
    assert code == ExitCode.CASE
    in_order = sorted(breaks, key=lambda each: each.line_in(text))
    assert problems_in(printed) == [expected(each, text) for each in in_order]
    assert CANARY.casefold() not in printed.casefold()
    assert printed.endswith("5 problems. Mend them, then run: lscp-docs check\n")


def test_rules_between_facts_are_told_together(check: Callable[[str], tuple[int, str]]) -> None:
    text = broken([BREAKS["an unknown child"], BREAKS["an id twice"], BREAKS["an unknown meeting"]])
    _, printed = check(text)
    assert len(problems_in(printed)) == 3


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (SOUND.encode("utf-16"), "This is saved as UTF-16, which Notepad calls “Unicode”."),
        (SOUND.replace("’", "'").encode("latin-1", "replace"), "A letter stands here that is not"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "A letter stands here that is not in UTF-8."),
    ],
    ids=["UTF-16", "Latin-1", "an old Word file"],
)
def test_a_file_in_another_encoding_is_told_how_to_save_it(
    data: bytes, told: str, check: Callable[[str | bytes], tuple[int, str]]
) -> None:
    code, printed = check(data)
    assert code == ExitCode.CASE
    (problem,) = problems_in(printed)
    assert told in problem
    assert "Save it as UTF-8" in problem


def test_a_case_folder_without_its_file_is_not_passed_over(
    check: Callable[[str], tuple[int, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(SOUND)
    (tmp_path / FILE).rename(tmp_path / f"{FILE}.txt")
    assert main(["--home", str(tmp_path), "check"]) == ExitCode.CASE
    (problem,) = problems_in(capsys.readouterr().out)
    assert problem.startswith(f"{FILE}: There is no such file. Rename case.toml.txt")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("governance_option = 1", "governance_option = 2", "Option 2 cannot be chosen"),
        ('key = "police"', 'key = "social-work"', "two agencies have the same key"),
        ("since = 2022-09-01", "", "Add the line since = … with a date"),
        ('timetable = "statutory"', 'timetable = "weekly"', 'Write one of: "statutory"'),
    ],
)
def test_a_broken_partnership_file_is_told_and_stops_the_check_of_cases(
    old: str, new: str, told: str, check: Callable[[str], tuple[int, str]], tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    check(SOUND)
    file = tmp_path / "partnership.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    assert main(["--home", str(tmp_path), "check"]) == ExitCode.CASE
    first, last = problems_in(capsys.readouterr().out)
    assert first.startswith("partnership.toml")
    assert told.casefold() in first.casefold()
    assert last.startswith("partnership.toml: The cases are not checked while this file is wrong.")


def test_json_has_the_same_problems_with_these_keys(
    check: Callable[[str], tuple[int, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = broken([BREAKS[name] for name in TOGETHER])
    _, printed = check(text)
    assert main(["--home", str(tmp_path), "check", "--json"]) == ExitCode.CASE
    rows = json.loads(capsys.readouterr().out)
    assert {tuple(row) for row in rows} == {("file", "line", "path", "problem", "hint")}
    assert [
        f"{row['file']}:{row['line']}: {row['path']}: {row['problem']} {row['hint']}"
        for row in rows
    ] == problems_in(printed)


def test_the_installed_command_says_the_same(
    check: Callable[[str], tuple[int, str]], tmp_path: Path
) -> None:
    code, printed = check(broken([BREAKS["a misspelt key"]]))
    ran = subprocess.run(
        [sys.executable, "-m", "lscp_docs", "--home", str(tmp_path), "check"],
        capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"},
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (code, printed, "")
