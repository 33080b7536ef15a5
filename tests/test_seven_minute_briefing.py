import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import page as validator
import pypdf
import pytest
from tests.cases import a_case, a_partnership, material, names_in, strings_of

from lscp_docs.casefile.case_folder import load_case
from lscp_docs.disclosure.gate import passed
from lscp_docs.disclosure.hidden import hidden_of
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents import seven_minute_briefing
from lscp_docs.documents.material import Material
from lscp_docs.documents.page import Page
from lscp_docs.documents.paging import on_page, paged
from lscp_docs.documents.parts import briefing_length
from lscp_docs.documents.parts.briefing_length import Box
from lscp_docs.documents.seven_minute_briefing import SevenMinuteBriefing
from lscp_docs.errors import DisclosureError, UsageError
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Kind
from lscp_docs.render import finished, html, templates
from lscp_docs.render.word_properties import Properties
from lscp_docs.shipped import bundled
from lscp_docs.wording import Gap, day_in_words, gaps

ISSUED = dt.date(2026, 9, 1)
WORD, HTML = "seven_minute_briefing.docx", "seven_minute_briefing.html"
HEADINGS = [
    "Why this briefing",
    "What happened",
    "Key learning one",
    "Key learning two and three",
    "Good practice",
    "What we are doing",
    "Questions for your team",
]
SAMPLES = [
    ("harrowmere", "HSCP-2025-014"),
    ("harrowmere", "HSCP-2024-006"),
    ("saltmarsh", "SWSCP-2024-008"),
]


def cleared(text: str, on: dt.date = dt.date(2026, 8, 20)) -> dict[str, Any]:
    return {"text": text, "cleared": {"by": "Petra Quillfeather", "role": "Manager", "on": on}}


def a_briefing(**changes: Any) -> CaseFile:
    briefing = {
        "title": cleared("Ask about every mark"),
        "background": cleared("Robin is not the child’s name. Robin was aged 1 to 2."),
        "what_happened": cleared("A fracture was seen and explained too quickly."),
        "key_learning": [
            cleared("Ask the same day."),
            cleared("See the child alone."),
            cleared("Listen to relatives."),
        ],
        "good_practice": cleared("A nurse wrote down what she saw."),
        "what_we_are_doing": cleared("The protocol is one page now."),
        "questions": [cleared("Whom did you ring?"), cleared("What will you change?")],
        "version": "1.2",
        "issued_on": ISSUED,
        "review_on": dt.date(2027, 9, 1),
        "contact": "unit@tvscp.example",
        "record_use": "www.tvscp.example/record",
    }
    return a_case(briefing=briefing | changes)


def public(case: CaseFile, on: dt.date = ISSUED) -> Material:
    return material(case, on=on, profile=Profile.PUBLIC)


def words_of(case: CaseFile, on: dt.date = ISSUED) -> SevenMinuteBriefing:
    return seven_minute_briefing.context(public(case, on))


def page_of(m: Material, *, draft: str = "") -> Page:
    return Page(
        title="Seven-minute briefing", partnership=m.partnership.name, reference="", marking="",
        handling="", draft=draft, version="Version 1.2", as_at=day_in_words(m.as_at),
        invented="Invented sample.",
    )  # fmt: skip


def files_of(m: Material, *, draft: str = "") -> dict[str, bytes]:
    context = seven_minute_briefing.context(m)
    shown = on_page(page_of(m, draft=draft), context)
    properties = Properties(
        title=seven_minute_briefing.document_title(context),
        subject="",
        author=m.partnership.name,
        keywords="",
        created=m.as_at,
    )
    return {
        ".docx": finished.word_document(WORD, shown, properties, None),
        ".pdf": finished.html_document(HTML, shown, properties, None),
    }


def pages_of(pdf: bytes) -> list[str]:
    return [" ".join(x.extract_text().split()) for x in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def xml_of(word: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        names = [x for x in package.namelist() if re.match(r"word/(document|header|footer)", x)]
        return "".join(package.read(name).decode() for name in sorted(names))


def text_of(word: bytes) -> str:
    return unescape(re.sub(r"<[^>]+>", "", xml_of(word).replace("</w:p>", "\n")))


def test_it_applies_when_the_case_has_the_texts_of_a_briefing() -> None:
    assert seven_minute_briefing.applies(a_briefing(), a_partnership())
    assert not seven_minute_briefing.applies(a_case(), a_partnership())


def test_case_without_a_briefing_is_refused_in_a_sentence() -> None:
    with pytest.raises(UsageError, match=r"under \[briefing\]"):
        words_of(a_case())


def test_seven_boxes_are_numbered_in_reading_order() -> None:
    words = words_of(a_briefing())
    boxes = [*words.boxes, words.questions]
    assert [box.number for box in boxes] == [1, 2, 3, 4, 5, 6, 7]
    assert [box.heading for box in boxes] == HEADINGS
    assert words.boxes[0].paragraphs == ("Robin is not the child’s name. Robin was aged 1 to 2.",)
    assert words.boxes[3].points == ("See the child alone.", "Listen to relatives.")
    assert words.questions.points == ("Whom did you ring?", "What will you change?")
    assert not list(gaps(words))


def test_two_learnings_have_a_box_each() -> None:
    words = words_of(a_briefing(key_learning=[cleared("One."), cleared("Two.\n\nMore.")]))
    assert [box.heading for box in words.boxes[2:4]] == ["Key learning one", "Key learning two"]
    assert words.boxes[3].paragraphs == ("Two.", "More.")


def test_single_learning_leaves_no_empty_box() -> None:
    words = words_of(a_briefing(key_learning=[cleared("One.")]))
    assert [box.number for box in (*words.boxes, words.questions)] == [1, 2, 3, 4, 5, 6]
    assert words.boxes[2].heading == "Key learning"
    assert all(box.paragraphs or box.points for box in words.boxes)


def test_dates_version_contact_and_record_are_in_words() -> None:
    words = words_of(a_briefing())
    assert (words.edition, words.issued_on) == ("1.2", "1 September 2026")
    assert words.review_on == "1 September 2027"
    assert words.contact == "unit@tvscp.example"
    assert words.record_use == "www.tvscp.example/record"


def test_text_that_nobody_cleared_is_a_gap_that_names_it() -> None:
    case = a_briefing(
        title="Ask about every mark",
        what_happened="A fracture was seen.",
        key_learning=[cleared("Ask the same day."), "See the child alone."],
        questions=["Whom did you ring?"],
    )
    found = list(gaps(words_of(case)))
    assert [gap.path for gap in found] == [
        "briefing.title.cleared",
        "briefing.what_happened.cleared",
        "briefing.key_learning.2.cleared",
        "briefing.questions.1.cleared",
    ]
    assert found[1].asked_for == "what happened, cleared for publication"


def test_text_cleared_after_the_date_of_the_document_is_a_gap() -> None:
    case = a_briefing(good_practice=cleared("Later.", on=dt.date(2026, 9, 2)))
    (gap,) = gaps(words_of(case))
    assert gap == Gap(
        "good practice, cleared for publication by the document’s date",
        "briefing.good_practice.cleared.on",
    )
    assert not list(gaps(words_of(case, on=dt.date(2026, 9, 2))))


def test_no_identifying_value_of_the_case_is_in_the_words() -> None:
    case = a_briefing()
    hidden = names_in(
        case, Kind.FORENAMES, Kind.SURNAME, Kind.OTHER_NAME, Kind.PROFESSIONAL_NAME,
        Kind.ADDRESS, Kind.PLACE, Kind.SCHOOL_OR_SERVICE, Kind.DATE_OF_BIRTH,
    )  # fmt: skip
    said = "\n".join(strings_of(words_of(case)))
    assert "Petra Quillfeather" in hidden
    assert not [value for value in hidden if re.search(rf"\b{re.escape(value)}\b", said)]
    assert case.reference not in said


def test_title_in_the_properties_holds_the_topic_once_it_is_cleared() -> None:
    known = seven_minute_briefing.document_title(words_of(a_briefing()))
    assert known == "Seven-minute briefing: Ask about every mark"
    unknown = seven_minute_briefing.document_title(words_of(a_briefing(title="Ask")))
    assert unknown == "Seven-minute briefing"


def boxes_of(words: seven_minute_briefing.SevenMinuteBriefing) -> tuple[Box, ...]:
    return (*words.boxes, words.questions)


def test_lengths_count_the_words_of_each_box_and_of_all() -> None:
    words = words_of(a_briefing())
    counted = briefing_length.lengths(boxes_of(words))
    assert [x.box for x in counted] == HEADINGS
    assert [x.words for x in counted] == [12, 8, 4, 7, 7, 6, 8]
    assert [x.at_most for x in counted] == [60, 80, 70, 140, 50, 70, 60]
    assert briefing_length.total(boxes_of(words)) == 52


def test_warnings_name_long_boxes_and_repeat_none_of_their_words() -> None:
    case = a_briefing(
        good_practice=cleared("lantern " * 51), what_happened=cleared("word " * 400),
        questions=[cleared(f"Question {number}?") for number in range(4)],
    )  # fmt: skip
    told = seven_minute_briefing.advice(words_of(case))
    assert told[0].startswith("The box “What happened” has 400 words; 80")
    assert told[1].startswith("The box “Good practice” has 51 words; 50")
    assert told[2].startswith("There are 4 questions; 3")
    assert told[3].startswith("The briefing has 488 words; more than 450")
    assert "lantern" not in "".join(told)


def test_short_briefing_is_told_unless_texts_are_still_to_be_cleared() -> None:
    (told,) = seven_minute_briefing.advice(words_of(a_briefing()))
    assert told.startswith("The briefing has 52 words; fewer than 350")
    assert seven_minute_briefing.advice(words_of(a_briefing(background="Not cleared."))) == ()


def test_word_template_asks_for_every_field_and_for_no_other() -> None:
    template = templates.find(WORD, None)
    house = templates.find("house_style.docx", None)
    assert templates.check(WORD, template, paged(SevenMinuteBriefing), house) == []
    assert templates.unused(WORD, template, SevenMinuteBriefing) == []


def assert_passes(files: dict[str, bytes], m: Material) -> None:
    hidden = (hidden_of(m.case, Profile.PUBLIC),)
    named = {f"seven-minute-briefing{ending}": data for ending, data in files.items()}
    passed(named, hidden, m.partnership, paper="seven-minute-briefing", whose="The briefing")


@pytest.mark.parametrize(("home", "reference"), SAMPLES)
def test_sample_is_one_side_and_tells_nothing_that_identifies(home: str, reference: str) -> None:
    folder = load_case(Path(str(bundled("sample_cases"))) / home, reference)
    on = folder.case.issued_on("seven-minute-briefing")
    assert on is not None
    m = Material(case=folder.case, partnership=folder.partnership, as_at=on, profile=Profile.PUBLIC)
    files = files_of(m)
    assert_passes(files, m)
    (page,) = pages_of(files[".pdf"])
    assert reference not in page + text_of(files[".docx"])
    assert f"review date {seven_minute_briefing.context(m).review_on}" in page


def test_pdf_is_pdf_ua_and_reads_the_boxes_in_order(tmp_path: Path) -> None:
    pdf = files_of(public(a_briefing()))[".pdf"]
    (tmp_path / "briefing.pdf").write_bytes(pdf)
    result = validator.validate_pdf(str(tmp_path / "briefing.pdf"), profile="ua1")
    assert result.is_compliant, [(x.rule_id, x.message) for x in result.failures]
    (page,) = pages_of(pdf)
    places = [page.index(f"{number} {heading}") for number, heading in enumerate(HEADINGS, 1)]
    assert places == sorted(places)


def test_page_holds_every_word_and_a_changed_word_shows() -> None:
    words = words_of(a_briefing())
    files = files_of(public(a_briefing()))
    for text in (text_of(files[".docx"]), pages_of(files[".pdf"])[0]):
        for said in strings_of(words):
            assert " ".join(said.split()) in " ".join(text.split())
    assert "A nurse wrote down what she saw." in text_of(files[".docx"])
    changed = files_of(public(a_briefing(good_practice=cleared("A nurse wrote it all down."))))
    assert "A nurse wrote down what she saw." not in text_of(changed[".docx"])
    assert "A nurse wrote down what she saw." not in pages_of(changed[".pdf"])[0]


def test_boxes_are_headed_sections_and_no_table() -> None:
    m = public(a_briefing())
    shown = html.page(HTML, on_page(page_of(m), seven_minute_briefing.context(m)), None)
    headings = [re.sub("<[^>]+>", "", x) for x in re.findall("<h2[^>]*>(.*?)</h2>", shown)]
    assert headings == [f"{number} {heading}" for number, heading in enumerate(HEADINGS, 1)]
    assert len(re.findall("<section", shown)) == 7
    assert "<table" not in shown
    word = xml_of(files_of(m)[".docx"])
    assert "<w:p>" in word
    assert "<w:tbl>" not in word


def test_long_text_flows_on_whole_with_the_foot_on_every_page() -> None:
    tale = " ".join(f"tale{number}" for number in range(1500))
    case = a_briefing(what_happened=cleared(f"{tale}\n\nEnd of tale."))
    files = files_of(public(case))
    pages = pages_of(files[".pdf"])
    assert len(pages) >= 2
    seen = re.findall(r"\btale\d+\b", " ".join(pages))
    assert seen == tale.split()
    assert "End of tale." in text_of(files[".docx"])
    for number, page in enumerate(pages, start=1):
        assert "version 1.2 · 1 September 2026 · review date 1 September 2027" in page
        assert f"Page {number} of {len(pages)}" in page


def test_half_cleared_draft_says_on_every_page_what_is_needed() -> None:
    secret = "Nobody cleared this sentence."
    case = a_briefing(what_happened=secret, background=cleared("word " * 900))
    files = files_of(public(case), draft="DRAFT: not for issue")
    pages = pages_of(files[".pdf"])
    assert len(pages) > 1
    assert all("DRAFT: not for issue" in page and "draft of version 1.2" in page for page in pages)
    needed = "[Needed: what happened, cleared for publication]"
    assert needed in " ".join(pages)
    assert needed in text_of(files[".docx"])
    assert secret not in " ".join(pages) + text_of(files[".docx"])


def test_properties_name_the_partnership_and_nothing_of_the_case() -> None:
    case = a_briefing()
    files = files_of(public(case))
    told = pypdf.PdfReader(io.BytesIO(files[".pdf"])).metadata
    assert told is not None
    assert told.title == "Seven-minute briefing: Ask about every mark"
    assert told.author == "Teasel Vale Safeguarding Children Partnership"
    assert not told.subject
    assert case.reference.encode() not in files[".pdf"]
    with zipfile.ZipFile(io.BytesIO(files[".docx"])) as package:
        parts = b"".join(package.read(name) for name in package.namelist())
    assert case.reference.encode() not in parts
    assert b"<dc:subject></dc:subject>" in parts


def test_name_that_a_cleared_text_holds_stops_the_file() -> None:
    case = a_briefing(good_practice=cleared("The nurse listened to Zoë."))
    with pytest.raises(DisclosureError):
        assert_passes(files_of(public(case)), public(case))


def test_same_words_give_the_same_bytes() -> None:
    first, second = (files_of(public(a_briefing())) for _ in range(2))
    assert first == second
    other = files_of(replace(public(a_briefing()), as_at=dt.date(2026, 9, 3)))
    assert other != first
