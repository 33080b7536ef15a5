"""The report to the council's executive: its numbers, what it says twice, and what it refuses."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
import tomllib
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import html as lxml_html
from tests.printed import WordPrint
from tests.reported import SALTMARSH, TODAY, YEAR, reported

from lscp_docs.casefile.report_file import report_folder
from lscp_docs.catalogue import report
from lscp_docs.errors import CaseFileError, MissingFactsError, Problem
from lscp_docs.model.report_file import ReportFile
from lscp_docs.paper import Format, Standing
from lscp_docs.render.word_html import read
from lscp_docs.report import ProducedReport, ReportRequest, produce_report
from lscp_docs.reports.blank import blank

KEY = "executive-board-report"
FILE = Path("reports/2025-04-01_2026-03-31") / KEY / "report.toml"
ASKED = "The Cabinet is asked to:"
EXEMPT = """\
confidential_or_exempt = true

[front_matter.exempt]
rules = ["10.4(1)", "10.4(5)"]
appendices = ["Appendix 2"]
reason = "The appendix tells of individual children."
public_interest = "Protecting these children outweighs telling more."
public_part_stands_alone = true
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(SALTMARSH, tmp_path / "home")
    return tmp_path / "home"


def change(home: Path, old: str, new: str) -> None:
    text = (home / FILE).read_text("utf-8")
    assert old in text
    (home / FILE).write_text(text.replace(old, new, 1), "utf-8")


def without(home: Path, key: str) -> None:
    """Take a narrative part out."""
    text = (home / FILE).read_text("utf-8")
    shorter = re.sub(rf'\[\[sections\]\]\nkey = "{key}"\ntext = """.*?"""\n', "", text, flags=re.S)
    assert shorter != text
    (home / FILE).write_text(shorter, "utf-8")


def made(home: Path, standing: Standing = Standing.FINAL) -> ProducedReport:
    request = ReportRequest(
        period=YEAR, today=TODAY, to=home / "made", standing=standing, format=Format.WORD
    )
    return produce_report(home, report(KEY), request)


def text_of(produced: ProducedReport) -> str:
    (file,) = (each for each in produced.files if each.suffix == ".docx")
    return "\n".join(WordPrint.of(file.read_bytes()).body)


def stopped(home: Path) -> list[str]:
    """The keys of everything that a final report still needs."""
    with pytest.raises(MissingFactsError) as error:
        made(home)
    return [problem.path for problem in error.value.problems]


def refused(home: Path) -> list[Problem]:
    with pytest.raises(CaseFileError) as error:
        made(home)
    assert not (home / "made").exists()
    return list(error.value.problems)


# numbers -----------------------------------------------------------------------------------


def word_numbers(file: bytes) -> list[str]:
    """The numbers that Word counts, worked out here from the lists and levels alone."""
    document = docx.Document(io.BytesIO(file))
    levels = {
        each.style_id: numbering
        for each in document.styles
        if (numbering := each.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")) is not None
    }
    counts: dict[str, list[int]] = {}
    found = []
    for paragraph in document.paragraphs:
        own = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        given = own if own is not None else levels.get(paragraph.style.style_id)  # type: ignore[union-attr]
        name = str(paragraph.style.name)  # type: ignore[union-attr]
        if given is None or name.startswith("List"):
            continue
        list_id = given.find(qn("w:numId")).get(qn("w:val"))
        level = int(given.find(qn("w:ilvl")).get(qn("w:val")))
        count = [*counts.get(list_id, []), 0, 0, 0][: level + 1]
        count[level] += 1
        counts[list_id] = count
        found.append(".".join(map(str, count)))
    return found


def printed_numbers(file: bytes) -> list[str]:
    """The numbers that the PDF is given, as the text before each heading and paragraph."""
    root = lxml_html.fromstring(read(file, created=TODAY).html)
    found = root.xpath("//main//*[self::h2 or self::h3 or starts-with(@class, 'numbered-')]")
    firsts = (each.text_content().split()[0] for each in found)
    return [first for first in firsts if re.fullmatch(r"\d+(\.\d+)*", first)]


def gaps(numbers: Iterable[str]) -> list[str]:
    """The numbers that do not follow the one before: one on, or the first below it."""
    wrong = []
    last: list[int] = []
    for number in numbers:
        parts = [int(part) for part in number.split(".")]
        *above, own = parts
        follows = above == last[: len(above)] and own == (last[len(above) :] or [0])[0] + 1
        restarts = parts == [1]
        if not (follows or restarts):
            wrong.append(number)
        last = parts
    return wrong


def test_numbers_run_without_gaps_and_word_and_pdf_have_the_same() -> None:
    sample = reported(KEY, SALTMARSH)
    numbers = word_numbers(sample.docx)
    assert printed_numbers(sample.docx) == numbers
    assert gaps(numbers) == []
    assert numbers[:8] == ["1", "1.1", "1.2", "2", "2.1", "3", "3.1", "1"]
    assert [n for n in numbers if n.startswith("4.3")] == ["4.3", "4.3.1", "4.3.2"]
    assert [n for n in numbers[7:] if "." not in n] == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        # The first as in the Leeds report: "1. Purpose of this report", then 1.2.
        (["1", "1.2", "2", "2.1"], ["1.2"]),
        (["1", "1.1", "2", "2.2"], ["2.2"]),
        (["1", "1.1", "3"], ["3"]),
        (["1", "1.1", "1.1.1", "1.3"], ["1.3"]),
    ],
)
def test_a_gap_in_the_numbers_is_seen(numbers: list[str], wrong: list[str]) -> None:
    assert gaps(numbers) == wrong


def test_the_pdf_prints_the_third_level() -> None:
    pages = " ".join(reported(KEY, SALTMARSH).pages)
    assert "4.3.2 There is no direct effect on the climate." in pages
    assert "4.3 Council policies and the Coast and Country Plan" in pages


# said once, placed twice -------------------------------------------------------------------


def asked_in(body: Sequence[str]) -> list[tuple[str, ...]]:
    """What the readers are asked, each time that they are: up to the next heading."""
    ends = {"Purpose of this report", "Background documents"}
    found = []
    for place, words in enumerate(body):
        if words == ASKED:
            rest = body[place + 1 :]
            found.append(tuple(rest[: next(n for n, w in enumerate(rest) if w in ends)]))
    return found


def test_the_recommendations_are_the_same_in_both_places() -> None:
    summary, section_6 = asked_in(reported(KEY, SALTMARSH).word.body)
    assert summary == section_6
    assert len(summary) == 3
    assert all(re.match(r"(note|support) ", words) for words in summary)


def test_recommendations_that_differ_by_one_word_are_seen() -> None:
    file = io.BytesIO(reported(KEY, SALTMARSH).docx)
    with zipfile.ZipFile(file) as package:
        body = package.read("word/document.xml").decode()
    at = body.rindex("support the proposal")
    changed = f"{body[:at]}reject{body[at + len('support') :]}"
    twin = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(twin, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed if name == "word/document.xml" else old.read(name))
    summary, section_6 = asked_in(WordPrint.of(twin.getvalue()).body)
    assert summary != section_6


@pytest.mark.parametrize("words", ["This report has no direct cost.", "The arrangements serve the"])
def test_resources_and_plan_are_written_once_and_placed_twice(words: str) -> None:
    assert (SALTMARSH / FILE).read_text("utf-8").count(words) == 1
    first, second = (each for each in reported(KEY, SALTMARSH).word.body if words in each)
    assert first == second


# the sample, and what it says --------------------------------------------------------------


def test_the_sample_report_is_final_and_has_no_warning() -> None:
    produced = reported(KEY, SALTMARSH).produced
    assert (produced.gaps, produced.defects, produced.warnings) == ((), (), ())


def test_it_says_what_the_figures_say_and_names_no_case() -> None:
    sample = reported(KEY, SALTMARSH)
    assert (
        "the Practice Review Group considered five cases for possible notification." in sample.text
    )
    assert sample.text.count("All three notifications were made within 5 working days.") == 2
    assert "SWSCP-" not in sample.text
    assert not any("SWSCP-" in page for page in sample.pages)


def test_a_report_on_arrangements_says_nothing_of_incidents(home: Path) -> None:
    change(home, "dated = ", "tells_figures = false\ndated = ")
    text = text_of(made(home))
    assert "for possible notification" not in text
    assert "Referrals considered" not in text
    assert "Children Act 2004" not in text


def test_what_is_written_besides_is_told_too(home: Path) -> None:
    more = """
[[requests]]
key = "voice"
asked_on = 2025-07-09
words = "How children are heard"

[[options]]
title = "One meeting"
text = "Both meetings become one."
adopted = true

[[next_steps]]
what = "Choose a chair"
who = "Partnership Executive"
"""
    file = home / FILE
    file.write_text(
        file.read_text("utf-8").replace("dated = ", "review_on = 2027-02-01\ndated = ", 1) + more,
        "utf-8",
    )
    assert stopped(home) == ["requests.voice"]
    change(home, 'key = "background"\n', 'key = "background"\nanswers = ["voice"]\n')
    text = text_of(made(home))
    for words in (
        "How children are heard", "Both meetings become one.", "Choose a chair", "1 February 2027",
    ):  # fmt: skip
        assert words in text


@pytest.mark.parametrize("cases", [0, 1])
def test_a_home_with_hardly_a_case_still_reports(home: Path, cases: int) -> None:
    for folder in sorted((home / "cases").iterdir())[cases:]:
        shutil.rmtree(folder)
    assert "considered no cases for possible notification." in text_of(made(home))


def test_a_draft_without_a_report_file_asks_for_every_part(home: Path) -> None:
    (home / FILE).unlink()
    paths = [gap.path for gap in made(home, Standing.DRAFT).gaps]
    assert [path for path in paths if path.startswith("front_matter.")] == [
        "front_matter.report_of",
        "front_matter.wards_affected",
        "front_matter.consultation_carried_out",
        "front_matter.equality_implications",
        "front_matter.open_for_call_in",
        "front_matter.confidential_or_exempt",
    ]
    needed = {f"sections.{part.key}" for part in report(KEY).parts if part.is_needed}
    assert needed <= set(paths)
    assert {"recommendations", "background_documents", "meeting_on"} <= set(paths)


# the form ----------------------------------------------------------------------------------


def test_a_half_filled_form_is_told_all_at_once_with_its_lines(home: Path) -> None:
    (home / FILE).write_text(
        'report = "executive-board-report"\n'
        "\n"
        "[front_matter]\n"
        "wards_affected = true\n"
        'equality_implications = "no"\n'
        "open_for_call_in = false\n"
        "confidential_or_exempt = true\n"
        "\n"
        "[front_matter.exempt]\n"
        'rules = ["10.4(8)", "Schedule 12A(3)"]\n'
        "appendices = []\n"
        "public_part_stands_alone = false\n",
        "utf-8",
    )
    problems = refused(home)
    assert {problem.file for problem in problems} == {FILE.as_posix()}
    assert {(problem.line, problem.path.removeprefix("front_matter.")) for problem in problems} == {
        (3, "report_of"),
        (3, "consultation_carried_out"),
        (3, "wards"),
        (3, "not_open_because"),
        (5, "equality_implications"),
        (9, "exempt.reason"),
        (9, "exempt.public_interest"),
        (10, "exempt.rules.1"),
        (10, "exempt.rules.2"),
        (11, "exempt.appendices"),
        (12, "exempt.public_part_stands_alone"),
    }
    assert not any("10.4(8)" in str(problem) for problem in problems)


def test_something_exempt_without_its_details_names_each(home: Path) -> None:
    change(home, "confidential_or_exempt = false", "confidential_or_exempt = true")
    assert sorted(problem.path for problem in refused(home)) == [
        f"front_matter.exempt.{key}"
        for key in (
            "appendices", "public_interest", "public_part_stands_alone", "reason", "rules",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("wards_affected = false", 'wards_affected = false\nwards = ["Eastgate"]', "wards"),
        ("open_for_call_in = true", 'open_for_call_in = true\nnot_open_because = "It notes."',
         "not_open_because"),
        (
            "confidential_or_exempt = false", EXEMPT.replace("= true", "= false", 1), "exempt"
        ),
    ],
)  # fmt: skip
def test_details_against_the_answer_are_refused(home: Path, old: str, new: str, path: str) -> None:
    change(home, old, new)
    assert [problem.path for problem in refused(home)] == [f"front_matter.{path}"]


def test_what_is_exempt_is_told_by_rule_paragraph_and_reason(home: Path) -> None:
    change(home, "confidential_or_exempt = false", EXEMPT)
    without(home, "access-to-information")
    text = text_of(made(home))
    assert "Yes: access to information procedure rules 10.4(1) and 10.4(5); Appendix 2" in text
    assert "10.4(1) (information relating to any individual)" in text
    assert "10.4(5) (information covered by legal professional privilege)" in text
    assert "The appendix tells of individual children." in text
    assert "Protecting these children outweighs telling more." in text
    assert "This report can be read without what is exempt." in text


def test_every_rule_that_may_be_named_has_its_paragraph(home: Path) -> None:
    rules = ", ".join(f'"10.4({number})"' for number in range(1, 8))
    change(home, "confidential_or_exempt = false", EXEMPT.replace('"10.4(1)", "10.4(5)"', rules))
    without(home, "access-to-information")
    text = text_of(made(home))
    assert all(re.search(rf"10\.4\({number}\) \(information ", text) for number in range(1, 8))


def test_nothing_is_exempt_cannot_be_said_where_something_is(home: Path) -> None:
    change(home, "confidential_or_exempt = false", EXEMPT)
    (problem,) = refused(home)
    assert re.fullmatch(r"sections\.\d+", problem.path)
    assert "says that nothing is exempt" in problem.problem


@pytest.mark.parametrize(
    "key", ["wards", "consultation", "equality", "climate", "legal", "access-to-information"]
)
def test_every_no_still_needs_its_sentence(home: Path, key: str) -> None:
    without(home, key)
    assert stopped(home) == [f"sections.{key}"]


def test_wards_that_are_affected_are_named_and_need_no_other_sentence(home: Path) -> None:
    change(
        home, "wards_affected = false", 'wards_affected = true\nwards = ["Eastgate", "Highfold"]'
    )
    without(home, "wards")
    assert "Yes: Eastgate and Highfold" in text_of(made(home))


def test_a_decision_that_is_not_open_for_call_in_says_why(home: Path) -> None:
    assert "The decision is open for call-in." in reported(KEY, SALTMARSH).text
    change(home, "open_for_call_in = true",
           'open_for_call_in = false\nnot_open_because = "It takes no key decision."')  # fmt: skip
    text = text_of(made(home))
    assert "The decision is not open for call-in. It takes no key decision." in text


# background documents ----------------------------------------------------------------------


def no_documents(home: Path, line: str) -> None:
    text = (home / FILE).read_text("utf-8")
    text = re.sub(r"\[\[background_documents\]\]\n.*\n.*\n", "", text)
    (home / FILE).write_text(text.replace("dated = ", f"{line}dated = ", 1), "utf-8")


def test_no_background_documents_is_a_sentence_and_silence_a_gap(home: Path) -> None:
    no_documents(home, "")
    assert stopped(home) == ["background_documents"]
    change(home, "dated = ", "background_documents = []\ndated = ")
    text = text_of(made(home))
    assert "There are no background documents to this report." in text
    assert "The list of background documents does not include published works." in text


def test_a_published_work_is_refused_with_the_reason_of_the_footnote(home: Path) -> None:
    change(home, "is_published_work = false", "is_published_work = true")
    (problem,) = refused(home)
    assert problem.path == "background_documents.1.is_published_work"
    assert problem.line is not None
    assert "does not include published works" in problem.problem


def test_a_title_of_law_or_guidance_is_a_published_work_whatever_is_said(home: Path) -> None:
    change(home, 'title = "Partnership Executive: minutes', 'title = "Children Act 2004; minutes')
    (problem,) = refused(home)
    assert problem.path == "background_documents.1.title"


def test_the_footnote_stands_on_the_page_of_its_mark() -> None:
    (page,) = (each for each in reported(KEY, SALTMARSH).pages if "background documents to" in each)
    assert "The list of background documents does not include published works." in page


# further reports ---------------------------------------------------------------------------


def test_a_further_report_is_a_recommendation_and_is_owed() -> None:
    from lscp_docs.reports.parts.further_reports import FollowUp, follow_ups

    words = (
        "note that a further report on the final arrangements comes to the Cabinet in autumn 2026"
    )
    assert reported(KEY, SALTMARSH).text.count(words) == 2
    assert "30 November" not in reported(KEY, SALTMARSH).text
    assert follow_ups(report_folder(SALTMARSH, KEY, YEAR).file) == (
        FollowUp(
            report=KEY,
            about="the final arrangements",
            to="",
            by=dt.date(2026, 11, 30),
            by_words="in autumn 2026",
        ),
    )


@pytest.mark.parametrize(
    ("written", "words", "last_day"),
    [
        ("spring 2027", "in spring 2027", dt.date(2027, 5, 31)),
        ("summer 2027", "in summer 2027", dt.date(2027, 8, 31)),
        ("winter 2027-28", "in winter 2027-28", dt.date(2028, 2, 29)),
        ("winter 2026-27", "in winter 2026-27", dt.date(2027, 2, 28)),
        (dt.date(2026, 12, 1), "by 1 December 2026", dt.date(2026, 12, 1)),
    ],
)
def test_a_season_is_due_on_its_last_day(written: object, words: str, last_day: dt.date) -> None:
    from lscp_docs.model.further_report import ByWhen

    assert ByWhen.read(written) == ByWhen(words, last_day)


@pytest.mark.parametrize(
    "written", ['"autumn"', '"the autumn of 2026"', '"winter 2026"', '"winter 2026-28"', "2026"]
)
def test_a_time_that_is_neither_a_day_nor_a_season_is_refused(home: Path, written: str) -> None:
    change(home, '"autumn 2026"', written)
    (problem,) = refused(home)
    assert problem.path == "further_reports.1.by"


def test_a_further_report_that_is_due_already_is_a_gap(home: Path) -> None:
    change(home, '"autumn 2026"', '"spring 2026"')
    assert set(stopped(home)) == {"further_reports.1.by"}


def test_a_further_report_of_another_kind_says_to_whom(home: Path) -> None:
    change(home, 'by = "autumn 2026"', 'by = "autumn 2026"\nreport = "scrutiny-report"')
    (problem,) = refused(home)
    assert "who it goes to" in problem.problem
    change(
        home, "[[further_reports]]", '[[further_reports]]\nto = "Overview and Scrutiny Committee"'
    )
    assert "comes to the Overview and Scrutiny Committee in autumn 2026" in text_of(made(home))


def test_a_further_report_that_there_is_not_is_told_with_the_nearest(home: Path) -> None:
    change(
        home, 'by = "autumn 2026"', 'by = "autumn 2026"\nreport = "scrutiny-reports"\nto = "Board"'
    )
    (problem,) = refused(home)
    assert problem.path == "further_reports.1.report"
    assert "scrutiny-report" in problem.hint


# to fill in --------------------------------------------------------------------------------


def test_every_line_to_fill_in_is_one_that_the_report_takes() -> None:
    offered = report(KEY).to_fill_in
    lines = [line.removeprefix("# ") for line in offered.splitlines() if line.startswith("# ")]
    keys = [line for line in lines if re.match(r"\[|[a-z_]+ = ", line)]
    keys.remove(next(line for line in keys if line.startswith("background_documents = []")))
    text = "\n".join([f'report = "{KEY}"', *keys])
    text = text.replace("wards = []", "").replace(
        "open_for_call_in = true", "open_for_call_in = false"
    )
    text = text.replace("confidential_or_exempt = false", "confidential_or_exempt = true")
    filled = ReportFile.model_validate(tomllib.loads(text))
    assert filled.front_matter is not None
    assert filled.front_matter.exempt is not None
    assert filled.model_fields_set > {"further_reports", "background_documents", "risks"}


def test_the_file_to_begin_with_offers_the_form_and_every_part() -> None:
    offered = blank(report(KEY), YEAR)
    assert tomllib.loads(offered) == {"report": KEY}
    assert "[front_matter.exempt]" in offered
    assert all(f'key = "{part.key}"' in offered for part in report(KEY).parts)
