"""The key sheet exists in the full profile alone, and no other paper prints it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.produced import SAMPLE_DAY, folders, made, material_of, samples

from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.catalogue import DOCUMENTS, REPORTS, Copy, document
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.model.identifying import revealed
from lscp_docs.model.pseudonyms import real_names

KEY = document("pseudonym-key")
NAMED = "SWSCP-2026-002"


def test_its_only_copy_is_for_the_business_unit_in_the_full_profile() -> None:
    assert [copy.profile for copy in KEY.every_copy] == [Profile.FULL]
    assert KEY.marking.value == "OFFICIAL-SENSITIVE"


@pytest.mark.parametrize("profile", [each for each in Profile if each is not Profile.FULL])
def test_it_cannot_be_made_in_another_profile(profile: Profile) -> None:
    copy = Copy(key="", addressee="", profile=profile)
    with pytest.raises(ValueError, match="full profile"):
        KEY.context(material_of(folders()[NAMED], copy, SAMPLE_DAY))


def test_it_holds_every_stand_in_with_whom_it_stands_for() -> None:
    folder = folders()[NAMED]
    sheet = KEY.context(material_of(folder, KEY.every_copy[0], SAMPLE_DAY))
    people = [*folder.case.children, *folder.case.family]
    assert [(one.pseudonym, one.name) for one in sheet.people] == [
        (one.pseudonym, " ".join(real_names(one)[:2])) for one in people
    ]
    assert [(one.key, one.name) for one in sheet.professionals] == [
        (entry.key, revealed(entry.name)) for entry in folder.case.glossary
    ]
    assert [(one.words, one.name) for one in sheet.places] == [
        (place.stands_as, revealed(place.name)) for place in folder.case.places
    ]


def printed_keys(folder: CaseFolder, text: str) -> Iterator[str]:
    """Each pseudonym or key that a text gives beside the name behind it, in one line."""
    for line in text.splitlines():
        for person in (*folder.case.children, *folder.case.family):
            first = revealed(person.forenames).split()[0] if person.forenames is not None else ""
            if person.pseudonym and first and person.pseudonym in line and first in line:
                yield person.pseudonym
        for entry in folder.case.glossary:
            if f"({entry.key})" in line and revealed(entry.name) in line:
                yield entry.key


NAMES_WITH_KEYS = {("pseudonym-key", ""), ("combined-chronology", "personal")}
"""The key sheet itself, and the copy of the chronology that is made to hold both."""


def test_no_other_document_prints_a_name_beside_its_stand_in() -> None:
    told = set()
    for sample in samples():
        if sample.case == NAMED:
            found = set(printed_keys(folders()[NAMED], "\n".join(made(sample).word.body)))
            if found:
                told.add((sample.document, sample.copy))
    assert told <= NAMES_WITH_KEYS
    assert ("combined-chronology", "personal") in told


def test_no_other_row_has_the_words_of_the_key() -> None:
    others = [row for row in (*DOCUMENTS, *REPORTS) if row.key != KEY.key]
    assert all(row.words is not KEY.words for row in others)
