"""Every spelling in which a name may stand in a text, made from the name.

A suite that plants leaks takes `VARIANTS` and plants what each makes.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from lscp_docs.disclosure.sought.hit import FUZZY
from lscp_docs.model.allowed import Variant
from lscp_docs.model.nicknames import NICKNAMES


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as the case has it."""

    forename: str
    surname: str

    @property
    def whole(self) -> str:
        return f"{self.forename} {self.surname}"


@dataclass(frozen=True, slots=True)
class VariantMaker:
    """How a name is written in one spelling; None for a name that has no such spelling."""

    variant: Variant
    label: str
    make: Callable[[Name], str | None]

    @property
    def is_fuzzy(self) -> bool:
        return self.variant in FUZZY


def bare(text: str) -> str:
    """Without accents, as somebody types who has none on the keyboard."""
    for letter, plain in {"ł": "l", "Ł": "L", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe"}.items():
        text = text.replace(letter, plain)
    return "".join(
        each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each)
    )


def _middle(text: str) -> int:
    """A place inside a word, not beside a hyphen or an apostrophe."""
    inside = [n for n in range(1, len(text)) if text[n - 1].isalpha() and text[n].isalpha()]
    return inside[len(inside) // 2]


def _put(text: str, sign: str) -> str:
    at = _middle(text)
    return text[:at] + sign + text[at:]


def _typed(change: Callable[[str, int], str]) -> Callable[[Name], str | None]:
    """A slip in the surname: in the longest word of it, when that has five letters."""

    def make(name: Name) -> str | None:
        word = max(re.findall(r"[^\W\d_]+", name.surname), key=len)
        if len(word) < 5:
            return None
        at = len(word) // 2
        slip = change(word, at)
        return None if slip == word else name.surname.replace(word, slip, 1)

    return make


def _looks(text: str) -> str | None:
    table = str.maketrans("aeopcxyAEOPCXBHKMT", "аеорсхуАЕОРСХВНКМТ")
    other = text.translate(table)
    return None if other == text else other


def _mathematical(text: str) -> str:
    return "".join(
        chr(0x1D400 + ord(c) - 65)
        if "A" <= c <= "Z"
        else chr(0x1D41A + ord(c) - 97)
        if "a" <= c <= "z"
        else c
        for c in text
    )


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _quoted(text: str) -> str | None:
    if text.isascii():
        return None
    return "".join(
        c if c.isascii() else "".join(f"={byte:02X}" for byte in c.encode()) for c in text
    )


def _short(name: Name) -> str | None:
    shorts = sorted(n for n in NICKNAMES.get(name.forename.lower(), ()) if len(n) > 2)
    return shorts[0].capitalize() if shorts else None


def _digits(name: Name) -> str | None:
    at = re.search(r"(?<=[A-Za-z])[oe](?=[A-Za-z])", bare(name.surname))
    if at is None or not name.surname.isascii():
        return None
    return name.surname[: at.start()] + {"o": "0", "e": "3"}[at[0]] + name.surname[at.end() :]


def _only_if(sign: str, change: Callable[[str], str]) -> Callable[[Name], str | None]:
    return lambda name: change(name.surname) if sign in name.surname else None


def _joined(name: Name) -> str:
    return re.sub(r"[^\w]", "", name.forename.title()) + re.sub(r"[^\w]", "", name.surname)


V = Variant
VARIANTS: tuple[VariantMaker, ...] = (
    VariantMaker(V.EXACT, "whole", lambda n: n.whole),
    VariantMaker(V.CASE, "capitals", lambda n: n.whole.upper()),
    VariantMaker(V.CASE, "small letters", lambda n: n.whole.lower()),
    VariantMaker(V.ACCENTS, "no accents", lambda n: None if n.whole.isascii() else bare(n.whole)),
    VariantMaker(
        V.ACCENTS,
        "accents apart",
        lambda n: None if n.whole.isascii() else unicodedata.normalize("NFD", n.whole),
    ),
    VariantMaker(V.HYPHENS, "hyphen to space", _only_if("-", lambda s: s.replace("-", " "))),
    VariantMaker(V.HYPHENS, "hyphen dropped", _only_if("-", lambda s: s.replace("-", ""))),
    VariantMaker(V.HYPHENS, "non-breaking hyphen", _only_if("-", lambda s: s.replace("-", "‑"))),
    VariantMaker(V.HYPHENS, "en dash", _only_if("-", lambda s: s.replace("-", " – "))),
    VariantMaker(V.HYPHENS, "no-break space", lambda n: n.whole.replace(" ", "\u00a0")),
    VariantMaker(V.HYPHENS, "two spaces", lambda n: n.whole.replace(" ", "  ")),
    VariantMaker(V.APOSTROPHES, "typographic", _only_if("'", lambda s: s.replace("'", "’"))),
    VariantMaker(V.APOSTROPHES, "modifier letter", _only_if("'", lambda s: s.replace("'", "ʼ"))),
    VariantMaker(V.APOSTROPHES, "dropped", _only_if("'", lambda s: s.replace("'", ""))),
    VariantMaker(V.APOSTROPHES, "as a space", _only_if("'", lambda s: s.replace("'", " "))),
    VariantMaker(V.POSSESSIVE, "of the forename", lambda n: f"{n.forename}’s"),
    VariantMaker(V.POSSESSIVE, "of the surname", lambda n: f"{n.surname}'s"),
    VariantMaker(V.POSSESSIVE, "plural", lambda n: f"the {n.surname}s"),
    VariantMaker(V.FORENAME_ALONE, "forename", lambda n: n.forename),
    VariantMaker(V.SURNAME_ALONE, "surname", lambda n: n.surname),
    VariantMaker(V.SWAPPED, "with comma", lambda n: f"{n.surname}, {n.forename}"),
    VariantMaker(V.SWAPPED, "without comma", lambda n: f"{n.surname} {n.forename}"),
    VariantMaker(V.SWAPPED, "capitals", lambda n: f"{n.surname.upper()}, {n.forename}"),
    VariantMaker(V.SURNAME_AND_INITIAL, "J Smith", lambda n: f"{n.forename[0]} {n.surname}"),
    VariantMaker(V.SURNAME_AND_INITIAL, "J. Smith", lambda n: f"{n.forename[0]}. {n.surname}"),
    VariantMaker(V.SURNAME_AND_INITIAL, "Smith J", lambda n: f"{n.surname} {n.forename[0]}"),
    VariantMaker(V.SURNAME_AND_INITIAL, "Smith, J.", lambda n: f"{n.surname}, {n.forename[0]}."),
    VariantMaker(V.INITIALS, "J. S.", lambda n: f"{n.forename[0]}. {n.surname[0]}."),
    VariantMaker(V.INITIALS, "J.S.", lambda n: f"{n.forename[0]}.{n.surname[0]}."),
    VariantMaker(V.NICKNAME, "short form", _short),
    VariantMaker(
        V.NICKNAME,
        "short form, surname",
        lambda n: f"{_short(n)} {n.surname}" if _short(n) else None,
    ),
    VariantMaker(V.FILE_NAME, "john_smith", lambda n: f"{n.forename}_{n.surname}.docx".lower()),
    VariantMaker(V.FILE_NAME, "JohnSmith", lambda n: f"{_joined(n)}.docx"),
    VariantMaker(V.FILE_NAME, "johnsmith2019", lambda n: f"{_joined(n).lower()}2019.pdf"),
    VariantMaker(V.FILE_NAME, "j.smith@", lambda n: f"{n.forename[0]}.{_joined(n)}@example.org"),
    VariantMaker(V.SPLIT, "between lines", lambda n: n.whole.replace(" ", "\n")),
    VariantMaker(V.SPLIT, "hyphen at line end", lambda n: _put(n.surname, "-\n")),
    VariantMaker(V.SPLIT, "broken line of an e-mail", lambda n: _put(n.surname, "=\r\n")),
    VariantMaker(V.SPACED_OUT, "spaced out", lambda n: " ".join(n.surname.replace(" ", ""))),
    VariantMaker(V.SPACED_OUT, "dotted", lambda n: ".".join(re.sub(r"\W", "", n.surname))),
    VariantMaker(V.LOOKALIKES, "Cyrillic", lambda n: _looks(n.whole)),
    VariantMaker(V.LOOKALIKES, "full width", lambda n: _full_width(bare(n.whole))),
    VariantMaker(V.LOOKALIKES, "mathematical", lambda n: _mathematical(bare(n.whole))),
    VariantMaker(V.INVISIBLE, "zero-width space", lambda n: _put(n.surname, "\u200b")),
    VariantMaker(V.INVISIBLE, "zero-width joiner", lambda n: _put(n.forename, "\u200d")),
    VariantMaker(V.INVISIBLE, "soft hyphen", lambda n: _put(n.surname, "\u00ad")),
    VariantMaker(V.INVISIBLE, "right-to-left mark", lambda n: _put(n.surname, "\u200f")),
    VariantMaker(V.INVISIBLE, "isolates", lambda n: f"\u2067{_put(n.surname, chr(0x2060))}\u2069"),
    VariantMaker(V.ENCODED, "percent", lambda n: quote(n.whole, safe="")),
    VariantMaker(
        V.ENCODED,
        "each letter percent",
        lambda n: "".join(f"%{byte:02x}" for byte in n.surname.encode()),
    ),
    VariantMaker(V.ENCODED, "entities", lambda n: "".join(f"&#{ord(c)};" for c in n.surname)),
    VariantMaker(V.ENCODED, "named entities", lambda n: html.escape(n.surname)),
    VariantMaker(V.ENCODED, "quoted-printable", lambda n: _quoted(n.surname)),
    VariantMaker(V.DIGITS, "digits for letters", _digits),
    VariantMaker(
        V.MISSPELT,
        "wrong letter",
        _typed(lambda w, at: w[:at] + ("x" if w[at] != "x" else "k") + w[at + 1 :]),
    ),
    VariantMaker(
        V.MISSPELT,
        "transposed",
        _typed(lambda w, at: w[: at - 1] + w[at] + w[at - 1] + w[at + 1 :]),
    ),
    VariantMaker(V.MISSPELT, "letter lost", _typed(lambda w, at: w[:at] + w[at + 1 :])),
    VariantMaker(V.MISSPELT, "letter doubled", _typed(lambda w, at: w[:at] + w[at] + w[at:])),
)
