"""The page on reviews: the counts of Leeds in words, its year, and a page that anybody can use."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import shutil
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from tests.invented_reports import Files, report_of
from tests.printed import Letters, WordPrint, pdf_pages
from tests.reported import HARROWMERE, SALTMARSH, YEAR, reported
from tests.test_published_counts import YEAR as LEEDS_YEAR
from tests.test_published_counts import leeds, leeds_cases

from lscp_docs.catalogue import report
from lscp_docs.disclosure.reading import passages
from lscp_docs.disclosure.sought.search import Search
from lscp_docs.disclosure.sought.values import Part, Person
from lscp_docs.errors import DisclosureError, MissingFactsError
from lscp_docs.model.identifying import Kind
from lscp_docs.model.report_file import ReportFile
from lscp_docs.paper import Format
from lscp_docs.register.figures import Figure
from lscp_docs.register.measures import statistics
from lscp_docs.register.period import between
from lscp_docs.report import ReportRequest, produce_report
from lscp_docs.reports.coherence import gaps_in_file
from lscp_docs.reports.parts import told_figures

D = dt.date
KEY = "annual-reviews-page"
FILE = Path("reports/2025-04-01_2026-03-31") / KEY / "report.toml"

TEXT = """
report = "annual-reviews-page"
TITLE
sections = [
    { key = "review-group", text = "The group finds out what can be learned." },
    { key = "other-boards", text = "The boards tell each other of cases." },
    { key = "learning", text = "Briefings are on the website." },
]
"""


def page_of_leeds(home: Path, title: str = "", wanted: Format = Format.WORD) -> Files:
    line = f'title = "{title}"' if title else ""
    return report_of(
        leeds_cases(),
        KEY,
        LEEDS_YEAR,
        home,
        dated=D(2025, 6, 1),
        file=TEXT.replace("TITLE", line),
        wanted=wanted,
    )


@pytest.fixture(scope="module")
def leeds_page(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return page_of_leeds(tmp_path_factory.mktemp("leeds"), wanted=Format.BOTH)


@pytest.mark.parametrize(
    "sentence",
    [
        "In the financial year 2024-25 (1 April 2024 to 31 March 2025), the Review Advisory Group "
        "considered five cases for possible notification.",
        "three cases did not meet the criteria for notification and that two cases are to be "
        "notified.",
        "Two rapid reviews were completed and sent to the Panel.",
        "The decision was in both cases not to carry out a local review.",
        "The Panel agreed with two rapid reviews.",
        "No local child safeguarding practice reviews (LCSPRs) began, and three concluded.",
        "It was decided to publish one report in full and to publish the learning alone of two "
        "reports.",
        "The Panel agreed with two decisions not to publish in full.",
        "Three LCSPRs were in progress when the period ended.",
    ],
)
def test_the_counts_of_leeds_stand_in_all_three_files(sentence: str, leeds_page: Files) -> None:
    assert sentence in leeds_page.text
    assert sentence in reader_of(leeds_page.data[".html"]).text
    assert sentence in Letters(*pdf_pages(leeds_page.data[".pdf"]))


def test_one_case_less_is_one_case_less_in_the_page(tmp_path: Path) -> None:
    fewer = report_of(
        leeds_cases()[1:],
        KEY,
        LEEDS_YEAR,
        tmp_path,
        dated=D(2025, 6, 1),
        file=TEXT.replace("TITLE", ""),
    )
    assert "considered four cases for possible notification." in fewer.text
    assert "two cases did not meet the criteria" in fewer.text
    assert "five" not in fewer.text


def test_the_counts_are_those_of_the_register(leeds_page: Files) -> None:
    theirs = statistics(leeds(), LEEDS_YEAR).figures
    # Those of actions and training follow.
    ours = leeds_page.produced.statistics.figures[: len(theirs)]
    assert [(x.key, x.value, x.cases) for x in ours] == [(x.key, x.value, x.cases) for x in theirs]


# the year -----------------------------------------------------------------------------------------


def test_the_title_names_the_year(leeds_page: Files) -> None:
    title = "Reviews of serious child safeguarding incidents 2024-25"
    assert leeds_page.produced.title == title
    read = reader_of(leeds_page.data[".html"])
    assert (read.title, read.headings[0]) == (title, (1, title))


@pytest.mark.parametrize("title", ["LSCP Reviews 2023 - 2024", "LSCP reviews", "Reviews in 2023"])
def test_a_title_with_another_year_or_none_stops_a_final_page(title: str, tmp_path: Path) -> None:
    with pytest.raises(MissingFactsError) as stopped:
        page_of_leeds(tmp_path, title)
    (problem,) = stopped.value.problems
    assert problem.path == "title"
    assert "2024-25" in problem.problem
    assert not (tmp_path / "made").exists()


def test_the_right_year_stops_nothing(tmp_path: Path) -> None:
    assert page_of_leeds(tmp_path, "LSCP Reviews 2024 - 2025").produced.title.endswith("2025")


@pytest.mark.parametrize(
    ("title", "is_right"),
    [
        ("Reviews 2025-26", True),
        ("Reviews 2025/26", True),
        ("Reviews 2025 to 2026", True),
        ("Reviews 2025–2026", True),
        ("Reviews 2024-25", False),
        ("Reviews 2026-27", False),
        ("Reviews 2025", True),
        ("Reviews 2024", False),
        ("Reviews 2025-26, with a look back on 2019", False),
    ],
)
def test_a_title_is_compared_with_the_period(title: str, *, is_right: bool) -> None:
    file = ReportFile(report=KEY, title=title)
    assert (gaps_in_file(file, YEAR, 0, names_period=True) == ()) is is_right


def test_days_that_are_no_year_stand_in_the_title_in_words() -> None:
    row = report(KEY)
    assert row.title_for(YEAR).endswith("incidents 2025-26")
    assert row.title_for(between(D(2025, 4, 1), D(2025, 4, 30))).endswith("in April 2025")
    assert row.title_for(between(D(2025, 4, 2), D(2025, 5, 3))).endswith(
        "from 2 April 2025 to 3 May 2025"
    )


# the sentences ------------------------------------------------------------------------------------


@dataclasses.dataclass
class Told:
    """What the sentences need of a report's material: every figure is 0 but those named here."""

    figures: dict[str, int]
    period = YEAR

    class partnership:  # noqa: N801
        class names:  # noqa: N801
            review_group = "Review Advisory Group"

    def number(self, key: str) -> int:
        return self.figures.get(key, 0)

    def claim(self, key: str) -> object:
        return type("Claim", (), {"proof": None, "sentence": f"[{key}]"})


SENTENCES = [
    (told_figures.notifying, "referrals_considered", "", [
        "considered no cases for possible notification.",
        "considered one case for possible notification.",
        "considered two cases for possible notification.",
        "considered three cases for possible notification.",
    ]),
    (told_figures.notifying, "referrals_undecided_at_start", "", [
        "",
        "One case considered earlier was still undecided when the period began.",
        "Two cases considered earlier were still undecided when the period began.",
        "Three cases considered earlier were still undecided when the period began.",
    ]),
    (told_figures.notifying, "decided_not_to_notify", "", [
        "",
        "The local authority decided that one case did not meet the criteria for notification.",
        "The local authority decided that two cases did not meet the criteria for notification.",
        "The local authority decided that three cases did not meet the criteria for notification.",
    ]),
    (told_figures.notifying, "decided_to_notify", "", [
        "",
        "The local authority decided that one case is to be notified.",
        "The local authority decided that two cases are to be notified.",
        "The local authority decided that three cases are to be notified.",
    ]),
    (told_figures.notifying, "referrals_undecided_at_end", "", [
        "",
        "One case was considered and not yet decided, or not yet notified, when the period ended.",
        "Two cases were considered and not yet decided, or not yet notified, when the period",
        "Three cases were considered and not yet decided, or not yet notified, when the period",
    ]),
    (told_figures.reviewing, "rapid_reviews_completed", "", [
        "No rapid reviews were completed and sent to the Panel.",
        "One rapid review was completed and sent to the Panel.",
        "Two rapid reviews were completed and sent to the Panel.",
        "Three rapid reviews were completed and sent to the Panel.",
    ]),
    (told_figures.reviewing, "rapid_reviews_no_lcspr", "rapid_reviews_completed", [
        "",
        "The decision was in this case not to carry out a local review.",
        "The decision was in both cases not to carry out a local review.",
        "The decision was in all three cases not to carry out a local review.",
    ]),
    (told_figures.reviewing, "rapid_reviews_no_outcome", "rapid_reviews_completed", [
        "",
        "In this case no decision is recorded.",
        "In both cases no decision is recorded.",
        "In all three cases no decision is recorded.",
    ]),
    (told_figures.reviewing, "rapid_reviews_withdrawn", "", [
        "",
        "One rapid review ended because its notification was withdrawn.",
        "Two rapid reviews ended because their notifications were withdrawn.",
        "Three rapid reviews ended because their notifications were withdrawn.",
    ]),
    (told_figures.reviewing, "panel_agreed", "", [
        "",
        "The Panel agreed with one rapid review.",
        "The Panel agreed with two rapid reviews.",
        "The Panel agreed with three rapid reviews.",
    ]),
    (told_figures.reviewing, "panel_awaited_at_end", "", [
        "",
        "One reply of the Panel was still awaited when the period ended.",
        "Two replies of the Panel were still awaited when the period ended.",
        "Three replies of the Panel were still awaited when the period ended.",
    ]),
    (told_figures.reviewing, "rapid_reviews_in_progress_at_end", "", [
        "",
        "One rapid review was in progress when the period ended.",
        "Two rapid reviews were in progress when the period ended.",
        "Three rapid reviews were in progress when the period ended.",
    ]),
    (told_figures.local_reviews, "lcsprs_started", "", [
        "No local child safeguarding practice reviews (LCSPRs) began, and none concluded.",
        "One local child safeguarding practice review (LCSPR) began, and none concluded.",
        "Two local child safeguarding practice reviews (LCSPRs) began, and none concluded.",
        "Three local child safeguarding practice reviews (LCSPRs) began, and none concluded.",
    ]),
    (told_figures.local_reviews, "lcsprs_concluded", "", [
        "began, and none concluded.",
        "began, and one concluded.",
        "began, and two concluded.",
        "began, and three concluded.",
    ]),
    (told_figures.local_reviews, "publication_full", "", [
        "",
        "It was decided to publish one report in full.",
        "It was decided to publish two reports in full.",
        "It was decided to publish three reports in full.",
    ]),
    (told_figures.local_reviews, "publication_none", "", [
        "",
        "It was decided not to publish one report.",
        "It was decided not to publish two reports.",
        "It was decided not to publish three reports.",
    ]),
    (told_figures.local_reviews, "publication_undecided_at_end", "", [
        "",
        "The publication of one report was still undecided when the period ended.",
        "The publication of two reports was still undecided when the period ended.",
        "The publication of three reports was still undecided when the period ended.",
    ]),
    (told_figures.local_reviews, "panel_disagreed_non_publication", "", [
        "",
        "The Panel disagreed with one decision not to publish in full.",
        "The Panel disagreed with two decisions not to publish in full.",
        "The Panel disagreed with three decisions not to publish in full.",
    ]),
    (told_figures.local_reviews, "reports_published", "", [
        "",
        "One report was published in the period.",
        "Two reports were published in the period.",
        "Three reports were published in the period.",
    ]),
    (told_figures.local_reviews, "learning_published", "", [
        "",
        "The learning of one report was published in the period.",
        "The learning of two reports was published in the period.",
        "The learning of three reports was published in the period.",
    ]),
    (told_figures.local_reviews, "lcsprs_in_progress_at_start", "", [
        "",
        "One LCSPR was in progress when the period began.",
        "Two LCSPRs were in progress when the period began.",
        "Three LCSPRs were in progress when the period began.",
    ]),
    (told_figures.local_reviews, "lcsprs_in_progress_at_end", "", [
        "No LCSPRs were in progress when the period ended.",
        "One LCSPR was in progress when the period ended.",
        "Two LCSPRs were in progress when the period ended.",
        "Three LCSPRs were in progress when the period ended.",
    ]),
]  # fmt: skip
"""What tells a figure, the figure, what it is a share of, and its sentence for 0, 1, 2 and 3."""


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize(
    ("tells", "key", "among", "told"), SENTENCES, ids=[str(key) for _, key, _, _ in SENTENCES]
)
def test_each_figure_reads_as_english(
    tells: object, key: str, among: str, told: list[str], number: int
) -> None:
    figures = {key: number} | ({among: number} if among else {})
    text = " ".join(tells(Told(figures)))  # type: ignore[operator]
    if told[number]:
        assert told[number] in text
    else:
        assert text == " ".join(tells(Told({})))  # type: ignore[operator]
    assert "  " not in text


def test_every_figure_of_the_period_is_a_figure() -> None:
    known = {figure.key for figure in statistics((), YEAR).figures}
    assert {key for _, key, _, _ in SENTENCES} <= known
    assert all(isinstance(figure, Figure) for figure in statistics((), YEAR).figures)


# the page -----------------------------------------------------------------------------------------


class Reader(HTMLParser):
    """What an assistive program reads of a page."""

    VOID = frozenset({"meta", "br", "link", "img", "hr", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.links: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.labelled: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self.title = ""
        self.language = ""

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        self.ids += [str(told["id"])] if "id" in told else []
        self.labelled += [str(told["aria-labelledby"])] if "aria-labelledby" in told else []
        self.language = str(told.get("lang", self.language))
        if tag == "a":
            self.hrefs.append(str(told["href"]))
            self.links.append("")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        if "title" in self.open and "svg" not in self.open:
            self.title += data
        elif "body" in self.open:
            self.words.append(data)
        if "a" in self.open:
            self.links[-1] += data
        if self.open and re.fullmatch(r"h[1-6]", self.open[-1]):
            level, words = self.headings[-1]
            self.headings[-1] = (level, words + data)


def reader_of(html: bytes) -> Reader:
    read = Reader()
    read.feed(html.decode())
    read.close()
    assert read.open == []
    return read


@pytest.fixture(params=[HARROWMERE, SALTMARSH], ids=lambda home: home.name)
def sample(request: pytest.FixtureRequest) -> bytes:
    """The page of a sample partnership."""
    return reported(KEY, request.param).html


@pytest.mark.parametrize("home", [HARROWMERE, SALTMARSH], ids=lambda home: home.name)
def test_the_sample_pages_are_final_and_have_no_warning(home: Path) -> None:
    made = reported(KEY, home).produced
    assert made.gaps == made.defects == made.warnings == ()
    assert reported(KEY, home).word.empty_cells == ()


def test_the_page_can_be_used_by_everybody(sample: bytes) -> None:
    read = reader_of(sample)
    assert read.language == "en-GB"
    assert len(set(read.ids)) == len(read.ids)
    assert set(read.labelled) <= set(read.ids)
    levels = [level for level, _ in read.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(words.strip() for _, words in read.headings)
    assert all(words.strip() for words in read.links)
    assert read.hrefs[0] == "#content"
    inner = [href.removeprefix("#") for href in read.hrefs if href.startswith("#")]
    assert set(inner) <= set(read.ids)
    assert {"main", "header", "nav"} <= set(read.tags)


def test_the_page_is_one_file_without_script(sample: bytes) -> None:
    read, text = reader_of(sample), sample.decode()
    assert not {"script", "link", "img", "iframe", "form"} & set(read.tags)
    assert "url(" not in text
    assert "@import" not in text
    assert "@media print" in text
    assert " on" + "click" not in text
    assert 'name="viewport"' in text


def test_the_link_to_leave_the_page_is_there_where_it_is_asked_for() -> None:
    with_link = reader_of(reported(KEY, HARROWMERE).html)
    assert with_link.links[1] == "Leave this page quickly"
    assert with_link.hrefs[1] == "https://www.weather.example"
    assert "Leave this page quickly" not in reader_of(reported(KEY, SALTMARSH).html).links


def test_word_page_and_pdf_say_the_same() -> None:
    both = reported(KEY, HARROWMERE)
    page, pdf = reader_of(both.html), Letters(*both.pages)
    said = [words for words in WordPrint.of(both.docx).body if "leave this page" not in words]
    assert len(said) > 30
    for words in said:
        if "website of" in words or "Questions are answered" in words:
            continue  # a link there, an address here
        assert words in Letters(page.text), words
        assert words in pdf, words


def test_the_pdf_is_accessible() -> None:
    reader = pypdf.PdfReader(io.BytesIO(reported(KEY, HARROWMERE).pdf))
    root = reader.root_object
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert reader.outline


def test_a_name_in_the_page_stops_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(HARROWMERE, home, ignore=shutil.ignore_patterns("answers"))
    from lscp_docs.casefile.case_folder import load_case
    from lscp_docs.model.identifying import revealed

    surname = revealed(load_case(home, "HSCP-2024-006").case.children[0].surname)  # type: ignore[arg-type]
    text = (home / FILE).read_text("utf-8")
    (home / FILE).write_text(text.replace("www.weather", f"www.{surname.lower()}"), "utf-8")
    asked = ReportRequest(
        period=YEAR, today=D(2026, 6, 20), to=tmp_path / "made", format=Format.PDF
    )
    with pytest.raises(DisclosureError) as stopped:
        produce_report(home, report(KEY), asked)
    assert any("html" in problem.file for problem in stopped.value.problems)
    assert not (tmp_path / "made").exists()


# the search for hidden values in a page -----------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "is_there"),
    [
        ("<p>For Marlowe too</p>", True),
        ("<p>For M<b>arl</b>owe too</p>", True),
        ("<p>For Marl&#111;we too</p>", True),
        ("<p>For Marlo too</p>", False),
        ('<p title="Marlowe">x</p>', True),
        ('<a href="https://x.example/marlowe">x</a>', True),
        ('<a href="https://x.example/m%61rlowe">x</a>', True),
        ("<!-- Marlowe -->", True),
        ('<meta name="author" content="Marlowe">', True),
        ("<script>let x = 'Marlowe'</script>", True),
        ("<style>/* Marlowe */</style>", True),
        ('<style>p::before { content: "Marlowe" }</style>', True),
        ("<style>p { max-marlowe: 3px }</style>", False),
        ("<p>For Marlowes too</p>", True),
    ],
)
def test_a_page_is_searched_for_names(html: str, *, is_there: bool) -> None:
    surname = Part(of="children.1.surname", kind=Kind.SURNAME, words="Marlowe")
    search = Search.of([Person(of="children.1", parts=(surname,))])
    told = passages("page.html", f"<!doctype html><html>{html}</html>".encode())
    assert any(hit.blocks for each in told for hit in search.hits(each.text)) is is_there
