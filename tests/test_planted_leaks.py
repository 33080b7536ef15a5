"""A name hidden anywhere in a file, in any spelling, is found by the check of the whole file."""

from __future__ import annotations

from tests.hiding_places import HIDING_PLACES
from tests.planted import Outcome, diagonal, every_plant, family_of, outcome_of
from tests.variants import VARIANTS


def test_no_planted_name_is_missed_but_a_few_that_are_misspelt() -> None:
    fuzzy, missed = [], []
    for plant in diagonal():
        outcome = outcome_of(plant)
        if plant.maker.is_fuzzy:
            fuzzy.append(outcome is Outcome.FOUND)
        elif outcome is not Outcome.FOUND:
            missed.append((plant.place.format, plant.place.name, plant.maker.label, outcome))
    assert missed == []
    assert sum(fuzzy) >= 0.97 * len(fuzzy)
    assert len(fuzzy) > 10


def test_every_family_of_files_meets_every_spelling() -> None:
    met = {(family_of(plant.place), plant.maker) for plant in diagonal()}
    every = {(family_of(plant.place), plant.maker) for plant in every_plant()}
    assert len(every) == len({family_of(place) for place in HIDING_PLACES}) * len(VARIANTS)
    assert met == every


def test_a_place_refuses_few_spellings() -> None:
    every = len(HIDING_PLACES) * len(VARIANTS)
    assert 0.97 * every < sum(1 for _ in every_plant()) < every
