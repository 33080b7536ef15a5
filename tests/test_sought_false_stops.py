"""Ordinary prose is not stopped: pages with months, places and verbs that are names too."""

from __future__ import annotations

from tests.prose import OWN_WORDS, PAGES, PARAGRAPHS
from tests.real_names import real_names
from tests.test_sought_variants import person

from lscp_docs.disclosure.sought.search import Search

PEOPLE_OF_A_CASE = 8
"""How many people a case names: the 200 names are those of 25 cases."""


def false_stops(own_words: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """Where the prose is stopped, each place once, for all names together."""
    people = [person(name, f"family.{number}") for number, name in enumerate(real_names())]
    search = Search.of(people, own_words=own_words)
    return sorted(
        {
            (number, hit.start, hit.end)
            for number, text in enumerate(PARAGRAPHS)
            for hit in search.hits(text)
            if hit.blocks
        }
    )


def test_at_most_one_page_in_a_hundred_is_stopped() -> None:
    stops = false_stops(OWN_WORDS)
    cases = len(real_names()) / PEOPLE_OF_A_CASE
    assert PAGES > 10
    assert len(stops) / (PAGES * cases) * 100 <= 1


def test_without_the_names_of_our_own_bodies_and_members_more_is_stopped() -> None:
    assert len(false_stops(())) > len(false_stops(OWN_WORDS))
