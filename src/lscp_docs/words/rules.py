"""The rules of the checks on words: data that a partnership can change, read from words.toml."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from lscp_docs.errors import TemplateError
from lscp_docs.model.identifying import Line
from lscp_docs.model.partnership import LocalNames, Partnership
from lscp_docs.model.record import Record

FILE = "words.toml"
Phrase = Annotated[str, StringConstraints(min_length=2, max_length=120)]


class Flagged(Record):
    """Words that are flagged, and what to say instead."""

    find: tuple[Phrase, ...] = Field(min_length=1)
    say: Line


class Term(Record):
    """One form of a term, or the partnership's own name of a body; and other forms of it."""

    write: Line | None = None
    write_own: Literal["review_group", "executive", "scrutiny_body", "independent_role"] | None = (
        None
    )
    also: tuple[Phrase, ...] = ()
    """Spellings that count as the same form."""
    wrong: tuple[Phrase, ...] = ()
    """Forms that are always told."""
    mixed: tuple[Phrase, ...] = ()
    """Forms that are told where the text uses the written form too."""


class WordRules(Record):
    """All the rules: a word with a capital is looked for as written, another in any spelling."""

    leave_out: tuple[Phrase, ...] = ()
    known: tuple[Phrase, ...] = ()
    """Abbreviations that need no explanation."""
    abbreviations: dict[Phrase, Line] = Field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    blaming: tuple[Flagged, ...] = ()
    jargon: tuple[Flagged, ...] = ()
    own_names: tuple[str, ...] = ()
    """What the partnership itself is and its bodies and roles are called: never flagged."""

    def with_own(self, own: "WordRules") -> "WordRules":
        """Give these rules with a partnership's own added; its abbreviations replace those here."""
        return WordRules(
            leave_out=(*self.leave_out, *own.leave_out),
            known=(*self.known, *own.known),
            abbreviations={**self.abbreviations, **own.abbreviations},
            terms=(*self.terms, *own.terms),
            blaming=(*self.blaming, *own.blaming),
            jargon=(*self.jargon, *own.jargon),
            own_names=(*self.own_names, *own.own_names),
        )

    def of(self, partnership: Partnership) -> "WordRules":
        """Give the rules with the names that a partnership uses for itself and its bodies."""
        names = partnership.names
        bodies = [getattr(names, name) for name in type(names).model_fields]
        people = [part for member in partnership.members for part in (member.role, member.body)]
        agencies = [agency.name for agency in partnership.agencies]
        unit = (partnership.business_unit.name, partnership.business_unit.manager_title)
        own = (*self.own_names, partnership.name, *bodies, *people, *agencies, *unit)
        return self.model_copy(
            update={
                "own_names": tuple(dict.fromkeys(own)),
                "known": (*self.known, partnership.short_name),
                "terms": tuple(_named(term, names) for term in self.terms),
            }
        )

    @property
    def skipped(self) -> frozenset[str]:
        """What is not looked for, folded."""
        return frozenset(phrase.casefold() for phrase in self.leave_out)


def _named(term: Term, names: LocalNames) -> Term:
    """Give a term with the partnership's own name of a body; a name that it uses is not wrong."""
    if term.write_own is None:
        return term
    own: str = getattr(names, term.write_own)
    wrong = tuple(each for each in term.wrong if each.casefold() != own.casefold())
    mixed = tuple(each for each in term.mixed if each.casefold() != own.casefold())
    return term.model_copy(update={"write": own, "wrong": wrong, "mixed": mixed})


def rules(own: Path | None) -> WordRules:
    """Give the shipped rules, with those of `words.toml` in a partnership's own folder added.

    Raises TemplateError with every problem of a file that cannot be used.
    """
    from lscp_docs.render.templates import find

    shipped = _read(find(FILE, None), FILE)
    if own is None or not (own / FILE).is_file():
        return shipped
    return shipped.with_own(_read(find(FILE, own), f"{own.name}/{FILE}"))


def _read(data: bytes, file: str) -> WordRules:
    try:
        return WordRules.model_validate(tomllib.loads(data.decode("utf-8-sig")))
    except ValueError:  # of the decoder, of tomllib, or a ValidationError
        pass
    # Raised outside the `except`: what was read need not follow the error about.
    from lscp_docs.casefile.faults import faults

    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    problems = faults(text, WordRules, file=file)
    raise TemplateError(f"{file} cannot be used: see what is to mend.", problems)
