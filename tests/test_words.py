"""The checks on words: what they find, and what they leave in peace."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.cases import a_case, a_partnership
from tests.test_golden_texts import GOLDEN
from tests.word_samples import new_document, saved

from lscp_docs.casefile.case_folder import load_case, load_partnership, references
from lscp_docs.errors import TemplateError
from lscp_docs.shipped import bundled
from lscp_docs.words.check import findings, numbered
from lscp_docs.words.finding import Finding, FindingKind
from lscp_docs.words.narratives import warnings
from lscp_docs.words.rules import WordRules, rules
from lscp_docs.words.word_files import word_text

RULES = rules(None)
SAMPLES = Path(str(bundled("sample_cases")))


def found(*texts: str, rules: WordRules = RULES, title: str = "") -> list[tuple[int, str, str]]:
    told = findings(numbered(texts), rules, document_date=dt.date(2022, 3, 8), title=title)
    return [(each.paragraph, each.kind.value, each.words) for each in told]


# Abbreviations


@pytest.mark.parametrize(
    "text",
    [
        "A serious child safeguarding incident (SCSI) is notified. Each SCSI is discussed.",
        "The Review Advisory Group (the RAG) met.",
        "The LADO (local authority designated officer) was told.",
        "The QXZ (a quick survey) was made.",
        "The NHS and a GP need no explanation.",
        "He said: “I hate MASH.”",
        "The record SM/25/1402 and SI 2018/789 are references.",
        "REPORT TITLE AND AUTHOR",
    ],
)
def test_an_explained_abbreviation_is_left_in_peace(text: str) -> None:
    assert found(text) == []


def test_an_abbreviation_is_written_out_at_its_first_use() -> None:
    late = found("The LADO was told.", "The local authority designated officer (LADO) came.")
    assert late == [(1, "abbreviation", "LADO")]
    assert found("The QXZ was told.", "The QXZ came.") == [(1, "abbreviation", "QXZ")]


def test_the_glossary_says_what_to_write() -> None:
    (told,) = findings(numbered(["A MASH was set up."]), RULES)
    assert "“multi-agency safeguarding hub (MASH)”" in told.suggestion


def test_in_no_reading_order_an_abbreviation_is_explained_anywhere() -> None:
    texts = numbered(["The LADO was told.", "The local authority designated officer (LADO) came."])
    assert findings(texts, RULES, in_reading_order=False) == ()


# One form of each term


def test_more_than_one_form_of_a_term_is_told() -> None:
    texts = ("A serious child safeguarding incident (SCSI).", "A potential SCSi.", "Two SCSIs.")
    assert found(*texts) == [(2, "term", "SCSi")]


def test_another_form_alone_is_left_in_peace() -> None:
    one = "Two child safeguarding practice reviews (CSPRs) ended. One CSPR is published."
    assert found(one) == []
    both = "The local child safeguarding practice review (LCSPR) is under way."
    assert found(one, both) == [(1, "term", "CSPRs")]


def test_a_partnerships_own_names_are_right_and_other_names_of_its_bodies_are_not() -> None:
    own = RULES.of(a_partnership())
    assert found("The Review Advisory Group met.", rules=own) == []
    told = found("The Practice Review Group met.", rules=own)
    assert told == [(1, "term", "Practice Review Group")]


def test_a_name_in_capitals_is_no_other_form() -> None:
    assert found("A looked after child spoke to the Children in Care Council.") == []


# Words that blame, and jargon


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The mother failed to protect him.", "blaming", "failed to protect"),
        ("This was disguised compliance.", "blaming", "disguised compliance"),
        ("Hard to reach families.", "blaming", "Hard to reach"),
        ("She did not  engage with us.", "blaming", "did not engage"),
        ("He DNA’d twice.", "blaming", "DNA’d"),
        ("She absconded.", "blaming", "absconded"),
        ("After the placement breakdown.", "blaming", "placement breakdown"),
        ("Lessons will be learned.", "jargon", "Lessons will be learned"),
        ("The family was stepped down.", "jargon", "stepped down"),
    ],
)
def test_a_flagged_word_is_told_as_it_stands(text: str, kind: str, words: str) -> None:
    assert found(text) == [(1, kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The record says “failed to protect”.",
        "He said ‘I was hard to reach’ and left.",
        '"Mum did not engage," said the note.',
        "A DNA test was made.",
        "The hard-to-reachable part.",
    ],
)
def test_a_quotation_and_a_part_of_a_word_are_left_in_peace(text: str) -> None:
    assert found(text) == []


def test_the_list_has_a_suggestion_for_each_of_its_words_and_no_word_twice() -> None:
    entries = (*RULES.blaming, *RULES.jargon)
    words = [word.casefold() for entry in entries for word in entry.find]
    assert 40 <= len(entries) <= 80
    assert len(words) == len(set(words))
    for entry in entries:
        for word in entry.find:
            assert [each[2] for each in found(f"Here is {word} today.")] == [word]


# Dates. The phrases are those of the Leeds SCP notification process report, dated 8 March 2022.


def test_what_a_report_tells_of_after_its_own_date_is_told() -> None:
    texts = (
        "3. Summary of progress since May 2022 and decisions made",
        "An overview was given, with the last being in May 2022.",
        "In July 2022 the LSCP Executive agreed that it will not seek further legal advice.",
        "A workshop with the Executive took place in May 2022.",
        "The guidance which was updated in September 2022¹⁰.",
        "The process will be monitored by the Executive and reviewed after 12 months (July 2023).",
    )
    dates = [each for each in found(*texts) if each[1] == "date"]
    assert dates == [
        (1, "date", "May 2022"),
        (2, "date", "May 2022"),
        (3, "date", "July 2022"),
        (4, "date", "May 2022"),
        (5, "date", "September 2022"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The results are expected by 28 November 2025.",
        "On 3 May 2022 the group will meet.",
        "The trial is listed for 4 April 2022; a report follows.",
        "The Executive decided to publish the report on 5 June 2022.",
        "New form tested with two teams; release on 20 April 2022.",
        "Reviewer appointed in April 2022.",
        "The group met on 8 March 2022.",
        "It was agreed in March 2022.",
    ],
)
def test_a_day_to_come_and_the_documents_own_day_are_left_in_peace(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("day", ["9 March 2022", "9th March 2022", "2022-03-09", "09/03/2022"])
def test_a_date_is_read_in_any_of_its_spellings(day: str) -> None:
    assert found(f"The group met on {day}.") == [(1, "date", day)]


def test_a_day_that_there_is_not_is_told() -> None:
    assert found("She was born on 31 April 2020.") == [(1, "date", "31 April 2020")]


# The period of the title


def test_a_title_of_another_year_than_the_text_is_told() -> None:
    texts = (
        "In 2024-25 the group considered five cases.",
        "In 2024-25, three reviews concluded.",
        "The learning will be published early in 2025-26.",
    )
    assert found(*texts, title="LSCP Reviews 2023 - 2024") == [(1, "period", "2024-25")]
    assert found(*texts, title="LSCP Reviews 2024/25") == []
    assert found(*texts, title="LSCP Reviews") == []


def test_a_look_back_at_another_year_is_left_in_peace() -> None:
    text = "In 2024-25 five cases were considered; in 2023-24 there were three."
    assert found(text, title="Reviews 2024 to 2025") == []


# The rules as data


def test_a_partnerships_own_rules_are_added_to_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text(
        'leave_out = ["robust"]\nknown = ["QXZ"]\n[abbreviations]\nMASH = "our hub"\n'
        '[[jargon]]\nfind = ["blue sky"]\nsay = "what you mean"\n',
        "utf-8",
    )
    own = rules(tmp_path)
    assert found("Robust QXZ.", rules=own) == []
    told = found("Blue sky thinking, no NFA.", rules=own)
    assert {each[2] for each in told} == {"Blue sky", "NFA"}
    assert own.abbreviations["MASH"] == "our hub"
    assert own.abbreviations["LADO"] == RULES.abbreviations["LADO"]


def test_the_example_of_the_page_on_words_is_a_rule_file(tmp_path: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "words.md").read_text("utf-8")
    (tmp_path / "words.toml").write_text(page.split("```toml\n")[1].split("```")[0], "utf-8")
    own = rules(tmp_path)
    assert own.terms[-1].write == "early help"
    told = found("Early help and targeted support.", rules=own)
    assert told == [(1, "term", "targeted support")]


def test_a_broken_rule_file_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text('known = ["QXZ"]\n[[jargon]]\nfnd = ["x"]\n', "utf-8")
    with pytest.raises(TemplateError) as refused:
        rules(tmp_path)
    assert any(problem.line == 3 for problem in refused.value.problems)


# Case files and Word documents


def test_a_warning_about_a_case_file_tells_key_and_line() -> None:
    words = "One paragraph.\n\nThe mother failed to protect him, seen in July 2030."
    case = a_case(incident={"known_facts": words})
    text = f'[incident]\nknown_facts = """{words}"""\n'
    told = warnings(case, text, RULES, today=dt.date(2026, 3, 12))
    assert [(each.path, each.line, each.finding.words) for each in told] == [
        ("incident.known_facts", 4, "failed to protect"),
        ("incident.known_facts", 4, "July 2030"),
    ]


@pytest.mark.parametrize(
    ("home", "worth_reading"),
    [("harrowmere", {"SUDIC": 1}), ("saltmarsh", {"SUDIC": 1, "stepped down": 3})],
)
def test_the_sample_cases_raise_few_alarms(home: str, worth_reading: dict[str, int]) -> None:
    own = RULES.of(load_partnership(SAMPLES / home))
    told: list[str] = []
    for reference in references(SAMPLES / home):
        case = load_case(SAMPLES / home, reference).case
        told += [w.finding.words for w in warnings(case, "", own, today=dt.date(2026, 3, 12))]
    assert {words: told.count(words) for words in told} == worth_reading


def test_the_shown_documents_raise_few_alarms() -> None:
    told: list[Finding] = []
    for file in sorted(GOLDEN.rglob("*.txt")):
        is_one = file.parent.name.startswith("HSCP") or file.name.startswith("harrowmere")
        home = "harrowmere" if is_one else "saltmarsh"
        own = RULES.of(load_partnership(SAMPLES / home))
        body = file.read_text("utf-8").split("-- on every page --")[0]
        told += findings(numbered(body.splitlines()), own)
    assert {each.kind for each in told} == {FindingKind.ABBREVIATION}
    # The rest are a person's initials in a paper for the partners, which only its reader can tell.
    assert {each.words for each in told} == {"SUDIC", "GGS", "SRS"}


def test_the_text_of_a_word_document_is_read_with_its_title() -> None:
    made = new_document()
    made.add_paragraph("LSCP Reviews 2023 - 2024", style="Title")
    made.add_paragraph("A SCSi happened.")
    text = word_text("paper.docx", saved(made))
    assert text.title == "LSCP Reviews 2023 - 2024"
    assert text.paragraphs[-1].text == "A SCSi happened."
