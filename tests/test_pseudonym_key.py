"""The key sheet exists in the full profile alone, and no other paper prints it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.cases import strings_of
from tests.produced import SAMPLE_DAY, folders, material_of

from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.catalogue import DOCUMENTS, REPORTS, Copy, document
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.model.identifying import revealed
from lscp_docs.model.pseudonyms import real_names
from lscp_docs.produce import applicable

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
    """Each pseudonym or key that a paragraph gives beside the name behind it."""
    for person in (*folder.case.children, *folder.case.family):
        first = revealed(person.forenames).split()[0] if person.forenames is not None else ""
        if person.pseudonym and first and person.pseudonym in text and first in text:
            yield person.pseudonym
    for entry in folder.case.glossary:
        if f"({entry.key})" in text and revealed(entry.name) in text:
            yield entry.key


def test_no_other_document_says_a_name_beside_its_stand_in() -> None:
    folder = folders()[NAMED]
    told = {
        (row.key, copy.key)
        for row in applicable(folder)
        for copy in row.every_copy
        for text in strings_of(row.context(material_of(folder, copy, SAMPLE_DAY)))
        if any(printed_keys(folder, text))
    }
    assert told == {("combined-chronology", "personal")}


def test_no_other_row_has_the_words_of_the_key() -> None:
    others = [row for row in (*DOCUMENTS, *REPORTS) if row.key != KEY.key]
    assert all(row.words is not KEY.words for row in others)
