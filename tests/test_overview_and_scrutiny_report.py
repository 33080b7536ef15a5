"""The report on review activity: Sefton's table, the claims its dates prove, and appendices."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from lxml import etree
from tests.invented_reports import Files, report_of
from tests.printed import pdf_pages
from tests.register_cases import an_lcspr_case, row
from tests.reported import SALTMARSH, TODAY, YEAR, reported
from tests.test_published_counts import ALL_YEARS, MILESTONES, reviewed_by

from lscp_docs.catalogue import report
from lscp_docs.errors import MissingFactsError
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.report_file import ReportFile
from lscp_docs.paper import Format, Standing
from lscp_docs.register.durations import CLAIMS
from lscp_docs.register.period import between
from lscp_docs.render import word_html
from lscp_docs.report import ReportRequest, produce_report
from lscp_docs.reports.coherence import gaps_in_file
from lscp_docs.reports.parts.milestones import is_of
from lscp_docs.reports.told_case import in_month
from lscp_docs.timescales.limit_row import Preset
from lscp_docs.timescales.rows.timetables import PRESETS
from lscp_docs.words.typed_claims import is_claim, typed_claims

D = dt.date
KEY = "overview-and-scrutiny-report"
DATED = D(2021, 1, 26)

PSEUDONYMS = {
    "SCR1": ("Martha", "Mary", "Ben"),
    "SCR2": ("Janet",),
    "SCR3": ("Charlie",),
    "SCR4": ("Matilda",),
    "SCR5": ("Beatrice",),
}
ANNIVERSARY = "Sensitive delay due to anniversary."

SOURCE = """
SCR1 (MARTHA, MARY & BEN) | February 2018 | July 2018 | July 2018 | July 2018
SCR2 JANET | June 2018 | January 2019 | February 2019 | April 2019 ({})
SCR3 CHARLIE | July 2018 | February 2019 | March 2019 | March 2019
SCR4 MATILDA | November 2018 | April 2019 | October 2019 | October 2019
SCR5 BEATRICE | July 2019 | February 2020 | March 2020 | March 2020
""".format("sensitive delay due to anniversary")
"""The table of Sefton's report, a column a line: a review, and what it reached when."""

TEXT = """
report = "overview-and-scrutiny-report"
meeting_on = 2021-02-02
author_role = "Independent chair"
recommendations = ["note this report"]
sections = [
    { key = "done", text = "Standards were written anew." },
    { key = "training", text = "Learning is part of every course." },
    { key = "improvement", text = "Samples of records are read. See Appendix 1." },
    { key = "conclusion", text = '''CONCLUSION''' },
]
"""


def sefton(published: str = "2019-04", *, cleared: bool = True) -> list[CaseFile]:
    """The five reviews of Sefton's table, with the pseudonyms that it prints."""
    return [_case(reference, published, cleared=cleared) for reference in MILESTONES]


def _case(reference: str, published: str, *, cleared: bool) -> CaseFile:
    appointed, accepted, to_panel, out = MILESTONES[reference]
    told: dict[str, object] = {
        "reviewers": reviewed_by(appointed),
        "report_accepted_on": accepted,
        "publication": {
            "outcome": "full",
            "decided_on": D(2018, 1, 1),
            "report_sent_to_panel_on": to_panel,
            "published_on": published if reference == "SCR2" else out,
        },
    }
    if reference == "SCR2":
        told["delay_reason"] = {"text": ANNIVERSARY}
        if cleared:
            told["delay_reason"] = {
                "text": ANNIVERSARY,
                "cleared": {"by": "Isolde Penhallow", "role": "Manager", "on": D(2019, 4, 1)},
            }
    case = an_lcspr_case(reference, D(2017, 10, 2), told)
    children = [
        {"id": f"C{n}", "age_if_date_of_birth_unknown": 4, "pseudonym": pseudonym}
        for n, pseudonym in enumerate(PSEUDONYMS[reference], start=1)
    ]
    model = type(case.children[0])
    return case.model_copy(
        update={"children": tuple(model.model_validate(child) for child in children)}
    )


def made(home: Path, cases: list[CaseFile], conclusion: str = "We go on.") -> Files:
    file = TEXT.replace("CONCLUSION", conclusion)
    return report_of(cases, KEY, ALL_YEARS, home, dated=DATED, file=file)


@pytest.fixture(scope="module")
def activity(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return made(tmp_path_factory.mktemp("sefton"), sefton())


def source_table() -> list[list[str]]:
    """The table of the source, reviews numbered and pseudonyms listed as this program does."""
    columns = [line.split(" | ") for line in SOURCE.strip().splitlines()]
    for number, cells in enumerate(columns, start=1):
        named = cells[0].removeprefix(f"SCR{number} ").strip("()").title().replace(" & ", " and ")
        cells[0] = f"Review {number}: {named}"
    return [list(row) for row in zip(MILESTONE_COLUMN, *columns, strict=True)]


MILESTONE_COLUMN = (
    "Milestone",
    "Reviewer appointed",
    "Report accepted",
    "Report sent to the Panel",
    "Published",
)


def milestone_tables(files: Files) -> list[list[list[str]]]:
    return [table for table in files.tables() if table[0][0] == "Milestone"]


def milestone_table(files: Files) -> list[list[str]]:
    (table,) = milestone_tables(files)
    return table


def test_the_table_says_what_the_table_of_sefton_says(activity: Files) -> None:
    assert milestone_table(activity) == source_table()
    assert milestone_table(activity)[0][1] == "Review 1: Martha, Mary and Ben"


def test_more_reviews_than_a_page_is_wide_for_stand_in_several_tables(tmp_path: Path) -> None:
    more = [
        case.model_copy(update={"reference": f"{case.reference}-{turn}"})
        for turn in "AB"
        for case in sefton()[: 3 if turn == "A" else 4]
    ]
    files = made(tmp_path, more)
    tables = milestone_tables(files)
    assert [len(table[0]) - 1 for table in tables] == [3, 4]
    names = [name.partition(":")[0] for table in tables for name in table[0][1:]]
    assert names == [f"Review {number}" for number in range(1, 8)]
    captions = [line for line in files.text.splitlines() if "of those that were under way" in line]
    assert [line.partition(" of ")[0] for line in captions] == ["Reviews 1 to 3", "Reviews 4 to 7"]


def test_each_milestone_heads_its_row_and_each_review_its_column(activity: Files) -> None:
    page = etree.HTML(word_html.read(activity.data[".docx"], created=DATED).html)
    (table,) = (each for each in page.iter("table") if "Milestone" in each.xpath("string(.//th)"))
    heads = [(head.get("scope"), head.xpath("string()")) for head in table.iter("th")]
    assert [scope for scope, _ in heads] == ["col"] * 6 + ["row"] * 4
    assert [words for scope, words in heads if scope == "row"] == list(MILESTONE_COLUMN[1:])


def test_another_month_in_one_case_changes_the_table(tmp_path: Path) -> None:
    assert milestone_table(made(tmp_path, sefton(published="2019-05"))) != source_table()


def test_a_reason_that_is_not_cleared_is_not_told(tmp_path: Path) -> None:
    files = made(tmp_path, sefton(cleared=False))
    assert "anniversary" not in files.text
    assert milestone_table(files)[4][2] == "April 2019"


def test_the_false_claim_does_not_come_out_and_the_true_one_does(activity: Files) -> None:
    text = activity.text
    assert "in all of these cases" not in text
    assert "All five reviews" not in text
    for sentence in (
        "2 of 5 reviews were completed within six months of the reviewer’s appointment; 3 were "
        "not.",
        "1 of 5 reviews was published within six months of the reviewer’s appointment; 4 were not.",
        "1 of 5 reports was sent to the Panel at least 7 working days before publication; 4 cannot "
        "be verified.",
    ):
        assert sentence in text


def test_the_appendix_gives_the_days_that_the_months_allow(activity: Files) -> None:
    days = next(table for table in activity.tables() if "To the report" in table[0])
    assert days[2] == ["Review 2: Janet", "185 to 244 days", "275 to 333 days"]
    told = next(table for table in activity.tables() if "Cannot be verified" in table[0])
    assert told[2] == ["Completed within six months of the reviewer’s appointment", "2", "3", "0"]
    assert "Appendix 1: How long the reviews took" in activity.text


def test_all_is_said_when_every_case_proves_it(tmp_path: Path) -> None:
    told = {"reviewers": reviewed_by(D(2019, 1, 10)), "report_accepted_on": D(2019, 7, 10)}
    cases = [an_lcspr_case(f"SCR{n}", D(2018, 10, 1), dict(told)) for n in range(1, 6)]
    text = made(tmp_path, cases).text
    assert (
        "All five reviews were completed within six months of the reviewer’s appointment." in text
    )


def test_the_purpose_is_quoted_on_its_days_alone(activity: Files) -> None:
    assert "“The purpose of reviews of serious child safeguarding cases, at both" in activity.text
    later = reported(KEY, SALTMARSH).text
    assert "The purpose of reviews of serious child safeguarding cases" not in later
    assert "Working Together to Safeguard Children 2018" not in later


# what people type -------------------------------------------------------------------------------


CLAIMED = "The LSCB met this requirement in all of these cases."


def test_a_typed_claim_is_a_warning_that_names_the_claim(tmp_path: Path) -> None:
    warned = made(tmp_path, sefton(), conclusion=CLAIMED).produced.warnings
    (claim,) = [each for each in warned if "claims what the dates" in each]
    assert CLAIMED in claim
    assert "sections.4.text" in claim
    assert "{{ claim('reports_in_six_months') }}" in claim


def test_a_named_claim_is_no_warning(tmp_path: Path) -> None:
    files = made(tmp_path, sefton(), conclusion="{{ claim('reports_in_six_months') }}")
    assert not [each for each in files.produced.warnings if "claims what" in each]
    assert files.text.count("2 of 5 reviews were completed within six months of the reviewer") == 2


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (CLAIMED, "reports_in_six_months"),
        ("All reviews were completed within six months.", "reports_in_six_months"),
        ("Every rapid review was sent within 15 working days.", "reviewed_in_time"),
        ("All notifications were made within five working days.", "notified_in_time"),
        ("All decisions were unanimous.", "decisions_unanimous"),
        ("Both reports were published in time.", "published_in_six_months"),
        ("No review was late.", "reports_in_six_months"),
    ],
)
def test_claims_are_known_by_their_words(sentence: str, claim: str) -> None:
    (found,) = typed_claims(f"We learn. {sentence} We go on.")
    assert found.words == sentence
    assert f"claim('{claim}')" in found.suggestion
    assert claim in {each.key for each in CLAIMS}


@pytest.mark.parametrize(
    "sentence",
    [
        "It is an expectation that Serious Case Reviews are completed within 6 months.",
        "All reviews should be completed within six months.",
        "All agencies are to reply within ten working days.",
        "Learning is part of every course of the partnership.",
        "All of the reports are published on the website.",
    ],
)
def test_a_rule_or_a_plain_statement_is_no_claim(sentence: str) -> None:
    assert not is_claim(sentence)


@pytest.mark.parametrize(
    ("text", "appendices", "is_missing"),
    [
        ("See Appendix 1.", 1, False),
        ("See Appendix 1.", 0, True),
        ("See appendix 2.", 1, True),
        ("See Appendix A.", 1, True),
        ("See the appendices.", 0, True),
        ("See the appendices.", 2, False),
        ("The appendix was removed by a surgeon.", 0, False),
    ],
)
def test_an_appendix_that_is_not_there_is_a_gap(
    text: str, appendices: int, *, is_missing: bool
) -> None:
    file = ReportFile.model_validate({"report": "r", "sections": [{"title": "T", "text": text}]})
    missing = gaps_in_file(file, YEAR, appendices)
    assert [each.path for each in missing] == (["sections.1.text"] if is_missing else [])


def test_an_appendix_that_is_not_there_stops_a_final_report(tmp_path: Path) -> None:
    with pytest.raises(MissingFactsError) as stopped:
        made(tmp_path, sefton(), conclusion="The cycle is shown in Appendix 2.")
    (problem,) = stopped.value.problems
    assert problem.path == "sections.4.text"
    assert "Appendix 2" in problem.problem
    assert not (tmp_path / "made").exists()


# which reviews are shown --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lcspr", "is_shown"),
    [
        ({}, True),
        ({"report_accepted_on": D(2025, 6, 1)}, True),
        ({"report_accepted_on": D(2024, 6, 1)}, False),
        ({"report_accepted_on": "about 2025-03-20"}, True),
        ({"report_accepted_on": "2024-06", "publication": {"outcome": "full"}}, True),
        ({"report_accepted_on": "2024-06", "publication": {"outcome": "not_published"}}, False),
        (
            {
                "report_accepted_on": "2024-06",
                "publication": {"outcome": "full", "published_on": "2025-05"},
            },
            True,
        ),
        (
            {
                "report_accepted_on": "2024-06",
                "publication": {"outcome": "learning_only", "learning_published_on": "2024-09"},
            },
            False,
        ),
    ],
)
def test_a_review_is_shown_unless_it_was_over_before(
    lcspr: dict[str, object], *, is_shown: bool
) -> None:
    if "publication" in lcspr:
        lcspr = {**lcspr, "publication": {"decided_on": D(2024, 6, 1), **lcspr["publication"]}}  # type: ignore[dict-item]
    shown = row(an_lcspr_case("TVSCP-1", D(2023, 6, 1), lcspr))
    assert is_of(shown.lcspr, YEAR) is is_shown
    assert not is_of(shown.lcspr, between(D(2022, 4, 1), D(2023, 3, 31)))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (D(2024, 5, 3), "May 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("about 2024-05-03", "about May 2024"),
        ("2024-05-03 to 2024-06-07", "May 2024 to June 2024"),
        ("unknown", "date not known"),
    ],
)
def test_a_public_milestone_never_shows_a_day(written: object, told: str) -> None:
    assert in_month(UncertainDate.read(written)) == told


# the sample -----------------------------------------------------------------------------------


def test_the_sample_report_is_final_and_has_no_warning() -> None:
    sample = reported(KEY, SALTMARSH)
    assert sample.produced.gaps == ()
    assert sample.produced.defects == ()
    assert sample.produced.warnings == ()
    assert sample.word.empty_cells == ()
    assert "SWSCP-" not in "".join(sample.pages)


def test_the_timetable_has_the_names_of_the_partnership() -> None:
    text = reported(KEY, SALTMARSH).text
    assert "Inform the independent chair and the Practice Review Group’s chair; begin the" in text
    assert "the SWSCP Business Unit received the notification is working day 1." in text
    for day in (10, 12, 14, 15):
        assert f"By day {day}" in text


def test_only_cleared_actions_are_told_and_all_are_counted() -> None:
    text = reported(KEY, SALTMARSH).text
    assert "Three actions are complete" in text
    assert "One of them is not told here, because its words have not been cleared" in text
    assert "Adopt one standard on seeing children alone" in text
    assert "412 flats" not in text


def test_the_pdf_says_what_the_word_file_says() -> None:
    sample = reported(KEY, SALTMARSH)
    pdf = " ".join(pdf_pages(sample.pdf))
    assert "Review 1: Beth" in pdf
    assert "Appendix 1: How long the reviews took" in pdf


def test_without_a_case_it_says_so(tmp_path: Path) -> None:
    text = made(tmp_path, []).text
    assert "No review began, concluded or was open in the period." in text
    assert "No review was completed or published in the period." in text
    assert "No actions are still open." in text


def test_a_child_without_a_pseudonym_stops_a_final_report(tmp_path: Path) -> None:
    case = _case("SCR4", "2019-04", cleared=True)
    child = case.children[0].model_copy(update={"pseudonym": None})
    with pytest.raises(MissingFactsError) as stopped:
        made(tmp_path, [case.model_copy(update={"children": (child,)})])
    assert [each.path for each in stopped.value.problems] == ["SCR4: children.pseudonym"]


def test_a_draft_without_a_file_shows_each_gap(tmp_path: Path) -> None:
    shutil.copytree(SALTMARSH, tmp_path / "home", ignore=shutil.ignore_patterns("reports"))
    request = ReportRequest(
        period=YEAR,
        today=TODAY,
        to=tmp_path / "made",
        standing=Standing.DRAFT,
        format=Format.WORD,
    )
    draft = produce_report(tmp_path / "home", report(KEY), request)
    assert [gap.path for gap in draft.gaps] == [
        "meeting_on",
        "author_role",
        "recommendations",
        "sections.done",
        "sections.training",
        "sections.improvement",
        "sections.conclusion",
    ]


# every timetable --------------------------------------------------------------------------------


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_timetable_is_told_with_local_names(preset: Preset, tmp_path: Path) -> None:
    text = (SALTMARSH / "partnership.toml").read_text("utf-8")
    (tmp_path / "partnership.toml").write_text(
        text.replace('timetable = "sefton"', f'timetable = "{preset.key}"'), "utf-8"
    )
    home = tmp_path / "home"
    home.mkdir()
    files = report_of(
        [],
        KEY,
        YEAR,
        home,
        dated=TODAY,
        partnership=tmp_path,
        standing=Standing.DRAFT,
    )
    steps = next(table for table in files.tables() if table[0][0] == "When")[1:]
    assert len(steps) == len(preset.steps)
    assert all(
        re.match(r"(On|By) day \d+$|Within \d+ working days?$", when) for when, _, _ in steps
    )
    told = " ".join(" ".join(step) for step in steps)
    assert not re.search(r"\breview group\b|\bbusiness (?:unit|manager)\b", told)
    is_counted_alone = any("counted from when" in what for _, what, _ in steps)
    assert is_counted_alone is ("is working day 1." not in files.text)
