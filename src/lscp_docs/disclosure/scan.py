"""Looks in finished files for the names and dates of the case that the reader may not see."""

from __future__ import annotations

import datetime as dt
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from lscp_docs.disclosure.hiding import NO_NAMES, is_month, names_of_professional
from lscp_docs.disclosure.profiles import Profile, Showing, showing
from lscp_docs.errors import DisclosureError, Problem
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import Precision, UncertainDate
from lscp_docs.model.identifying import Identifying, Kind, revealed
from lscp_docs.model.record import Path, Record, records_of

if TYPE_CHECKING:
    from lscp_docs.model.answers.asked import Answers
    from lscp_docs.model.returned import Return

SEARCHED = (
    Kind.FORENAMES,
    Kind.SURNAME,
    Kind.OTHER_NAME,
    Kind.PROFESSIONAL_NAME,
    Kind.DATE_OF_BIRTH,
    Kind.DATE_OF_DEATH,
    Kind.ADDRESS,
    Kind.SCHOOL_OR_SERVICE,
    Kind.PLACE,
    Kind.CONTACT,
    Kind.REFERENCE,
)
"""The kinds that are looked for word by word; narratives are guarded by their clearance."""

_ORDINARY = """
april august autumn bell brook brown christian clay cliff cook dale dawn day dean drew earl
ever faith field ford frank gene glen grace grant green hall hope hunter iris ivy jack jay
joy june king lane law lily lynn mark marsh mason may miles moss north page park parker pat
penny piers pip poppy price ray rich rob robin rose rosemary ruby sandy scarlet sky smith
sue summer sunny tanner taylor terry unity violet wade walker ward west white will willow
wood woods young
"""
ORDINARY_WORDS = frozenset(_ORDINARY.split())
"""Names that are words too: only their written form as a name counts, and no month of a date."""

_TOLD_IN_STYLE = re.compile(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'", re.DOTALL)
_INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "em",
        "i",
        "mark",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    )
)
"""The elements of a page that part no word: a name may be marked up in its middle."""

OWN_REFERENCE = "reference"
"""The key of a case's own reference, which papers inside the partnership tell."""

SHORTEST = 3
"""A shorter name (Jo, Al) would stop every document; it is left to the reader's eye."""


def refuse_leaks(
    files: dict[str, bytes],
    case: CaseFile,
    profile: Profile,
    returns: tuple[Return[Answers], ...] = (),
) -> None:
    """Raise DisclosureError, saying where, if a file tells what the profile hides.

    `files` are the bytes by file ending; what agencies told in their returns is hidden as what the
    case says is. Full and partners' documents are not searched: they may
    name people. The sentences name the field of the case, never its value.
    """
    if profile in (Profile.INTERNAL, Profile.PUBLIC):
        refuse_hidden(files, tuple(hidden_values(case, profile, returns)), profile)


def refuse_hidden(
    files: dict[str, bytes], values: tuple[HiddenValue, ...], profile: Profile
) -> None:
    """Raise DisclosureError, saying where, if a file holds a value that its profile hides."""
    sought = Sought.of(values)
    hits = [
        Problem(
            file=f"the {ending.lstrip('.')} file",
            path=place,
            problem=f"holds what {value.key} says ({value.kind.value}).",
            hint="Take it out of the text that the document prints, or change the pseudonym.",
        )
        for ending, data in files.items()
        for place, text in texts_of(ending, data)
        for value in sought.found_in(text)
    ]
    if hits:
        raise DisclosureError(
            f"The {profile.value} document was not written: it would identify somebody.",
            tuple(dict.fromkeys(hits)),
        )


@dataclass(frozen=True, slots=True)
class HiddenValue:
    """A value that a profile hides, in one of the ways in which it may be written, folded."""

    key: str
    kind: Kind
    words: str


def hidden_values(
    case: CaseFile, profile: Profile, returns: tuple[Return[Answers], ...] = ()
) -> Iterator[HiddenValue]:
    """Yield each value that the profile hides, once for each way of writing it."""
    yield from _hidden_in(case, profile, ())
    if profile is Profile.PUBLIC:
        # A case's reference is the partnership's own, and leads whoever has other papers to it.
        yield HiddenValue(OWN_REFERENCE, Kind.REFERENCE, folded(case.reference))
    for each in returns:
        for hidden in _hidden_in(each.answers, profile, ("returns", each.agency)):
            if hidden.words not in NO_NAMES:
                yield hidden


def _hidden_in(whole: Record, profile: Profile, place: Path) -> Iterator[HiddenValue]:
    for path, record in records_of(whole, place):
        for name in type(record).model_fields:
            value = getattr(record, name)
            for item in value if isinstance(value, tuple) else (value,):
                if not isinstance(item, Identifying) or item.kind not in SEARCHED:
                    continue
                if showing(item.kind, profile) is Showing.EXACT:
                    continue
                key = ".".join(str(p + 1) if isinstance(p, int) else p for p in (*path, name))
                for words in _written(item):
                    if len(words) >= SHORTEST:
                        yield HiddenValue(key, item.kind, folded(words))


def _written(value: Identifying[Any]) -> tuple[str, ...]:
    """The ways in which a document would write a value; each forename by itself is one."""
    inner = revealed(value)
    if isinstance(inner, UncertainDate):
        days = {inner.earliest, inner.latest} - {None}
        is_known = inner.precision in (Precision.EXACT, Precision.RANGE, Precision.ABOUT)
        return tuple(words for day in days if is_known for words in _days(day))
    whole = str(inner)
    if value.kind is Kind.PROFESSIONAL_NAME:
        return names_of_professional(whole)
    if value.kind in (Kind.FORENAMES, Kind.SURNAME, Kind.OTHER_NAME):
        parts = (part for part in re.split(r"[\s\-,]+", whole) if len(part) > SHORTEST)
        return tuple(dict.fromkeys((whole, whole.split()[0].strip(","), *parts)))
    return (whole,)


def _days(day: dt.date | None) -> Iterator[str]:
    """Yield a day in the forms in which people write it."""
    if day is None:
        return
    number, month, year = day.day, f"{day:%B}", day.year
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    for name in dict.fromkeys((month, f"{day:%b}")):
        for first in (f"{number}", f"{number:02}", f"{number}{ending}", f"{number}{ending} of"):
            yield f"{first} {name} {year}"
        yield f"{name} {number}, {year}"
        yield f"{name} {number} {year}"
    for mark in "/.-":
        for shown in (f"{year}", f"{year % 100:02}"):
            yield f"{number}{mark}{day.month}{mark}{shown}"
            yield f"{number:02}{mark}{day.month:02}{mark}{shown}"
    yield day.isoformat()


def texts_of(ending: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield each place of a finished file with its text."""
    if ending == ".docx":
        import zipfile

        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels", ".svg")):
                    yield name, _text_of_xml(package.read(name).decode("utf-8", "replace"))
    elif ending == ".pdf":
        from pypdf import PdfReader

        reader = PdfReader(io.BytesIO(data))
        for number, page in enumerate(reader.pages, start=1):
            yield f"page {number}", page.extract_text()
        yield "properties", " ".join(str(value) for value in (reader.metadata or {}).values())
    elif ending == ".html":
        found = _HtmlTexts()
        found.feed(data.decode("utf-8", "replace"))
        found.close()
        yield "text", "".join(found.words)
        yield from found.others


class _HtmlTexts(HTMLParser):
    """The text of a page, scripts included; its attributes, comments and style sheets.

    Of a style sheet only what it quotes and remarks counts: "max-width" names nobody called Max.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.others: list[tuple[str, str]] = []
        self._is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the attributes; only what begins a block parts two words."""
        self._is_style = tag == "style"
        if tag not in _INLINE:
            self.words.append(" ")
        for name, value in attrs:
            self.others.append((f"{name} of a {tag}", unquote(value or "")))

    def handle_endtag(self, tag: str) -> None:
        """Part what a block ends from what follows."""
        self._is_style = False
        if tag not in _INLINE:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        """Note the words."""
        if self._is_style:
            self.others.append(("a style sheet", " ".join(_TOLD_IN_STYLE.findall(data))))
        else:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        """Note a comment: no reader sees it, and everybody can."""
        self.others.append(("a comment", data))


def _text_of_xml(xml: str) -> str:
    import html

    joined = re.sub(r"</w:t></w:r><w:r\b.*?<w:t[^>]*>", "", xml)
    return html.unescape(re.sub(r"<[^>]+>", " ", joined))


def spaced(text: str) -> str:
    """Give a text without accents, and with one kind of dash, apostrophe and space."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", re.sub("[’‘`´]", "'", re.sub("[‐‑‒–—]", "-", plain))).strip()


def folded(text: str) -> str:
    """Give a text as `spaced` does, in small letters."""
    return spaced(text).casefold()


@dataclass(frozen=True, slots=True)
class Sought:
    """Values that are looked for in many texts, by the first word of each.

    A report looks for what thousands of cases hide: only the values whose first word a text has
    are looked for in it whole.
    """

    by_first_word: dict[str, list[HiddenValue]]

    @classmethod
    def of(cls, values: tuple[HiddenValue, ...]) -> Sought:
        """Return the values, ready to be looked for."""
        found: dict[str, list[HiddenValue]] = {}
        for value in values:
            first = _WORD.search(value.words)
            found.setdefault(first[0] if first else "", []).append(value)
        return cls(found)

    def found_in(self, text: str) -> Iterator[HiddenValue]:
        """Yield the values that a text holds; one that is also a word, only as a name is."""
        written = spaced(text)
        small = written.casefold()
        # In order, so that what is told is told in one order.
        for first in sorted({"", *_WORD.findall(small)} & self.by_first_word.keys()):
            for value in self.by_first_word[first]:
                if value.words in small and _is_there(value.words, written, small):
                    yield value


_WORD = re.compile(r"\w+")


def found_in(text: str, values: tuple[HiddenValue, ...]) -> Iterator[HiddenValue]:
    """Yield the values that a text holds; one that is also a word, only as a name is written."""
    return Sought.of(values).found_in(text)


def _is_there(words: str, written: str, small: str) -> bool:
    """Return whether words stand in a text as whole words, and a word that is a name as a name."""
    pattern = re.escape(words)
    if words not in ORDINARY_WORDS:
        return re.search(rf"(?<!\w){pattern}(?!\w)", small) is not None
    named = re.finditer(rf"(?<!\w)(?:{pattern.title()}|{pattern.upper()})(?!\w)", written)
    return any(not is_month(each) for each in named)
