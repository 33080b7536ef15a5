"""A leak planted in a file: which places can hold which spellings, and whether a check finds it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from math import ceil

from tests.cases import a_case, a_partnership
from tests.hiding_places import HIDING_PLACES, HidingPlace
from tests.variants import VARIANTS, Name, VariantMaker

from lscp_docs.disclosure.check import check
from lscp_docs.disclosure.hidden import hidden_of
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.reading import PlaceKind
from lscp_docs.model.allowed import Variant
from lscp_docs.model.case import CaseFile
from lscp_docs.model.identifying import Identifying, Kind

NAMES = (Name("Zoë", "O'Harlow-Penfold"), Name("Jonathan", "Pełfordé"))
"""Between them the two have every spelling."""
ONE_LINE = (PlaceKind.MAIL_HEADER,)
"""Places that no line break can stand in."""
IN_ASCII = ("outside the page", "under a drawing", "text that is not drawn", "stamp", "EXIF", "tag")
"""Places whose letters have one byte each: a plain font of a PDF, a tag of a picture."""
SHORTEST_IN_BASE64 = 10
"""Fewer bytes in Base64 look like any other word."""


@dataclass(frozen=True, slots=True)
class Plant:
    """A name in one spelling in one hiding place."""

    place: HidingPlace
    maker: VariantMaker
    name: Name
    written: str

    @property
    def must_block(self) -> bool:
        """Initials alone, slips and short forms are only to be looked at."""
        return not self.maker.is_fuzzy and self.maker.variant is not Variant.INITIALS


class Outcome(Enum):
    FOUND = "found"
    LOOKED_AT = "only looked at"
    MISSED = "missed"


def can_hold(place: HidingPlace, written: str) -> bool:
    """Tell whether a place can hold a spelling at all, by what the place is."""
    if place.name == "row of a table":
        return len(written.split()) == 2  # the maker puts one word in each of two cells
    if place.kind in ONE_LINE and ("\n" in written or "\r" in written):
        return False
    if place.name == "Base64":
        return len(written.encode()) >= SHORTEST_IN_BASE64
    if place.name == "line in UTF-16 unmarked":
        return any(letter.isascii() and letter.isalpha() for letter in written)  # tells its form
    if place.name == "line in Latin-1":
        return all(ord(letter) < 256 for letter in written)
    is_drawn = place.name in IN_ASCII or place.name == "actual text on the page"
    return written.isascii() or not is_drawn


def plant_of(place: HidingPlace, maker: VariantMaker) -> Plant | None:
    """Return the plant of a spelling in a place; None where the place cannot hold it."""
    for name in NAMES:
        written = maker.make(name)
        if written is not None and can_hold(place, written):
            return Plant(place, maker, name, written)
    return None


def every_plant() -> Iterator[Plant]:
    """Every place with every spelling that it can hold."""
    for place in HIDING_PLACES:
        yield from filter(None, (plant_of(place, maker) for maker in VARIANTS))


def diagonal() -> Iterator[Plant]:
    """A few spellings in each place, such that each family of files meets every spelling."""
    by_family: dict[str, list[HidingPlace]] = {}
    for place in HIDING_PLACES:
        by_family.setdefault(family_of(place), []).append(place)
    for places in by_family.values():
        each = ceil(len(VARIANTS) / len(places))
        waiting = deque(VARIANTS)
        for place in places:
            held = [plant for one in waiting if (plant := plant_of(place, one))][:each]
            for plant in held:
                waiting.remove(plant.maker)
                waiting.append(plant.maker)  # those not met yet stay in front
            yield from held


def family_of(place: HidingPlace) -> str:
    """Word, PDF and Excel by themselves, all other files together."""
    return place.format if place.format in (".docx", ".pdf", ".xlsx") else "other files"


def outcome_of(plant: Plant) -> Outcome:
    """Return what a check of the whole file finds of the planted name."""
    hidden = (hidden_of(_case_of(plant.name), Profile.PUBLIC),)
    data = plant.place.plant(plant.written)
    found = check(f"a{plant.place.format}", data, hidden, a_partnership())
    blocks = [each.blocks for each in found.findings if each.of.startswith("children.1")]
    if not blocks:
        return Outcome.MISSED
    return Outcome.FOUND if any(blocks) or not plant.must_block else Outcome.LOOKED_AT


def _case_of(name: Name) -> CaseFile:
    case = a_case()
    told = {
        "forenames": Identifying(name.forename, Kind.FORENAMES),
        "surname": Identifying(name.surname, Kind.SURNAME),
    }
    return case.model_copy(update={"children": (case.children[0].model_copy(update=told),)})
