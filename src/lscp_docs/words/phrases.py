"""Words that blame, jargon, and more than one form of a term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lscp_docs.wording import list_in_words
from lscp_docs.words.finding import Finding, FindingKind, Paragraph
from lscp_docs.words.matching import covered, is_name, pattern, plain
from lscp_docs.words.rules import Flagged, Term, WordRules


def flagged_words(paragraphs: Sequence[Paragraph], rules: WordRules) -> Iterator[Finding]:
    """Yield a finding for each paragraph and each flagged entry, outside of quotations."""
    kinds = ((FindingKind.BLAMING, rules.blaming), (FindingKind.JARGON, rules.jargon))
    texts = [(each.number, covered(each.text, rules.own_names)) for each in paragraphs]
    for kind, entries in kinds:
        for entry in entries:
            yield from _flagged(texts, kind, entry, rules.skipped)


def _flagged(
    texts: list[tuple[int, str]], kind: FindingKind, entry: Flagged, skipped: frozenset[str]
) -> Iterator[Finding]:
    wanted = tuple(phrase for phrase in entry.find if phrase.casefold() not in skipped)
    looked_for = pattern(wanted)
    problem = "blames or hides." if kind is FindingKind.BLAMING else "is jargon."
    for number, text in texts:
        found = (plain(each[0]) for each in looked_for.finditer(text))
        words = next((each for each in found if not (is_name(each) and each not in wanted)), None)
        if words is not None:
            yield Finding(
                kind=kind,
                paragraph=number,
                words=words,
                problem=problem,
                suggestion=f"Say {entry.say}.",
            )


@dataclass(frozen=True, slots=True)
class _Use:
    """The first use of a form in a text."""

    form: str
    words: str
    paragraph: int


def mixed_terms(paragraphs: Sequence[Paragraph], rules: WordRules) -> Iterator[Finding]:
    """Yield a finding for each form of a term that is wrong, or is used beside another one."""
    for term in rules.terms:
        if term.write is not None:
            yield from _mixed(paragraphs, term, rules.skipped)


def _mixed(
    paragraphs: Sequence[Paragraph], term: Term, skipped: frozenset[str]
) -> Iterator[Finding]:
    right = (term.write or "", *term.also)
    uses = _uses(paragraphs, (*right, *term.wrong, *term.mixed))
    others = [form for form in uses if form in term.mixed]
    together = len(others) + any(form in right for form in uses) > 1
    for form, use in uses.items():
        told = form in term.wrong or (form in term.mixed and together)
        if told and form.casefold() not in skipped:
            used = [each.words for each in uses.values() if each.form != form]
            beside = f" The text has {list_in_words(f'“{w}”' for w in used)} too." if used else ""
            yield Finding(
                kind=FindingKind.TERM,
                paragraph=use.paragraph,
                words=use.words,
                problem=f"is another form of “{term.write}”.{beside}",
                suggestion=f"Write “{term.write}” throughout.",
            )


def _uses(paragraphs: Sequence[Paragraph], forms: tuple[str, ...]) -> dict[str, _Use]:
    """Give the first use of each form, by form; a longer form is never taken for a shorter one."""
    looked_for, uses = pattern(forms), dict[str, _Use]()
    for paragraph in paragraphs:
        for found in looked_for.finditer(covered(paragraph.text)):
            words = plain(found[0])
            form = next((form for form in forms if pattern((form,)).fullmatch(words)), None)
            if form is not None and (form != form.casefold() or not is_name(words)):
                uses.setdefault(form, _Use(form, words, paragraph.number))
    return uses
