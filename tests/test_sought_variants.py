"""Every spelling of every name is found: none missed of the exact, few of the others."""

from __future__ import annotations

import random
import string
import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.variants import VARIANTS, Name, VariantMaker, bare

from lscp_docs.disclosure.sought.hit import Hit
from lscp_docs.disclosure.sought.ordinary import ABBREVIATED, ORDINARY
from lscp_docs.disclosure.sought.search import Search
from lscp_docs.disclosure.sought.values import Part, Person
from lscp_docs.model.allowed import Variant
from lscp_docs.model.identifying import Kind
from lscp_docs.model.nicknames import NICKNAMES

LETTERS = string.ascii_lowercase + "éèüöäñçłøåšžő"
WORD = st.text(LETTERS, min_size=3, max_size=10).map(str.capitalize)
SURNAME = st.one_of(
    WORD,
    st.tuples(WORD, WORD).map("-".join),
    st.tuples(st.sampled_from(["O'", "D'"]), WORD).map("".join),
)
FORENAME = st.one_of(WORD, st.tuples(WORD, WORD).map("-".join))
NAMES = st.builds(Name, FORENAME, SURNAME).filter(
    lambda name: (
        not {word.lower() for word in bare(name.whole).replace("-", " ").split()} & ORDINARY
    )
)


def person(name: Name, of: str = "children.1") -> Person:
    return Person(
        of=of,
        parts=(
            Part(of=f"{of}.forenames", kind=Kind.FORENAMES, words=name.forename),
            Part(of=f"{of}.surname", kind=Kind.SURNAME, words=name.surname),
        ),
    )


def planted(maker: VariantMaker, name: Name) -> tuple[str, int, int] | None:
    """A sentence with the name in the variant, and where in it the name stands."""
    written = maker.make(name)
    if written is None:
        return None
    before = "At the meeting the nurse told "
    return f"{before}{written} about the plan.", len(before), len(before) + len(written)


def hits_on(search: Search, text: str, start: int, end: int) -> list[Hit]:
    return [hit for hit in search.hits(text) if hit.start < end and start < hit.end]


SURE = [maker for maker in VARIANTS if not maker.is_fuzzy]


@given(NAMES)
@settings(max_examples=60, deadline=None)
def test_every_exact_and_normalised_spelling_is_found(name: Name) -> None:
    search, missed = Search.of([person(name)]), []
    for maker in SURE:
        plant = planted(maker, name)
        if plant is None or (maker.variant is Variant.INITIALS and _initials(name) in ABBREVIATED):
            continue
        hits = hits_on(search, *plant)
        blocks = maker.variant is not Variant.INITIALS
        if not hits or (blocks and not any(hit.blocks for hit in hits)):
            missed.append((maker.label, plant[0]))
    assert missed == []


def _initials(name: Name) -> str:
    return bare(name.forename[0] + name.surname[0]).lower()


STARTS = "Bar Cal Dun Fer Gal Hol Ker Lan Mar Nor Pel Ros Stan Tor Wen"
MIDDLES = "ing ber lo den mer ves ra til wor"
ENDS = "ton ley ford wick man son by shaw rick low"


def invented_names(count: int) -> list[Name]:
    """Names that could be names: syllables put together, forenames that have short forms."""
    chance = random.Random(5)  # noqa: S311
    starts = STARTS.split()
    middles = MIDDLES.split()
    ends = ENDS.split()
    known = sorted(name for name in NICKNAMES if len(name) > 4)
    return [
        Name(
            chance.choice(known).capitalize(),
            chance.choice(starts) + chance.choice(middles) + chance.choice(ends),
        )
        for _ in range(count)
    ]


def test_nearly_every_slip_and_short_form_is_found() -> None:
    tried, missed = Counter[str](), Counter[str]()
    for name in invented_names(150):
        search = Search.of([person(name)])
        for maker in VARIANTS:
            plant = planted(maker, name) if maker.is_fuzzy else None
            if plant is None:
                continue
            tried[maker.label] += 1
            missed[maker.label] += not hits_on(search, *plant)
    found = 1 - missed.total() / tried.total()
    told = f"fuzzy: {found:.2%} of {tried.total()} found; missed: {dict(+missed)}"
    assert len(tried) == sum(maker.is_fuzzy for maker in VARIANTS)
    assert found >= 0.97, told
    sys.stdout.write(told)


@pytest.mark.parametrize("maker", VARIANTS, ids=lambda maker: f"{maker.variant.name}-{maker.label}")
def test_the_hit_says_which_spelling_it_is(maker: VariantMaker) -> None:
    name = Name("Zoë", "O'Harlow-Penfold")
    if maker.variant is Variant.NICKNAME or maker.make(name) is None:
        name = Name("Jonathan", "Pełfordé")
    plant = planted(maker, name)
    assert plant is not None, "one of the two names has every spelling"
    variants = {hit.variant for hit in hits_on(Search.of([person(name)]), *plant)}
    shown = {maker.variant}
    if maker.label in ("no-break space", "two spaces", "broken line of an e-mail", "j.smith@"):
        shown |= {Variant.EXACT, Variant.SPLIT, Variant.ENCODED, Variant.SURNAME_AND_INITIAL}
    assert variants & shown
