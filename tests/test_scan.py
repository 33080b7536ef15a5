"""A finished file that names somebody whom its reader may not know is stopped."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import a_case

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.scan import HiddenValue, folded, found_in, refuse_leaks
from lscp_docs.errors import DisclosureError
from lscp_docs.model.identifying import Kind
from returned_reports import HOSPITAL, a_return, rows


def word(body: str, *, header: str = "", properties: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("word/document.xml", f"<w:p><w:r><w:t>{body}</w:t></w:r></w:p>")
        package.writestr("word/header1.xml", f"<w:p><w:t>{header}</w:t></w:p>")
        package.writestr("docProps/core.xml", f"<title>{properties}</title>")
    return data.getvalue()


CLEAN = "Robin was seen at the home by GP1 in February."
LEAKS = {
    "a forename": word("Zoë was seen."),
    "without its accent": word("Zoe was seen."),
    "in capitals": word("ZOË was seen."),
    "a surname with another apostrophe": word("Grace O'Marlowe"),
    "split over two runs": word("O’Mar</w:t></w:r><w:r><w:t>lowe"),
    "a date of birth": word("born on 14 May 2023"),
    "a professional": word("seen by Dr Selwyn Thorpe"),
    "a place": word("at Fullers Green"),
    "in the header": word(CLEAN, header="Zoë"),
    "in the properties": word(CLEAN, properties="Letter about Zoë"),
}


@pytest.mark.parametrize("name", LEAKS)
@pytest.mark.parametrize("profile", [Profile.INTERNAL, Profile.PUBLIC])
def test_a_leak_stops_the_file(name: str, profile: Profile) -> None:
    with pytest.raises(DisclosureError) as stopped:
        refuse_leaks({".docx": LEAKS[name]}, a_case(), profile)
    told = stopped.value.sentence + " ".join(map(str, stopped.value.problems))
    for secret in ("Zoë", "Marlowe", "Thorpe", "Fullers", "14 May"):
        assert secret not in told
    assert stopped.value.exit_code == 7


@pytest.mark.parametrize("profile", list(Profile))
def test_a_clean_file_passes(profile: Profile) -> None:
    refuse_leaks({".docx": word(CLEAN)}, a_case(), profile)


@pytest.mark.parametrize("profile", [Profile.FULL, Profile.PARTNERS])
def test_papers_that_may_name_people_are_not_stopped(profile: Profile) -> None:
    refuse_leaks({".docx": LEAKS["a forename"]}, a_case(), profile)


def test_a_name_inside_another_word_is_no_leak() -> None:
    refuse_leaks({".docx": word("The disgraceful delay; zoëa.")}, a_case(), Profile.PUBLIC)


def test_folding_ignores_accents_case_dashes_and_spaces() -> None:
    assert folded("ZOË  O’Marlowe–Ivens\n") == "zoe o'marlowe-ivens"


def test_names_that_are_words_stop_a_file_only_as_names() -> None:
    case = a_case(
        children=[{"id": "C1", "forenames": "May", "surname": "Will", "date_of_birth": "2023"}]
    )
    refuse_leaks({".docx": word("They may and will meet on 19 May 2026.")}, case, Profile.PUBLIC)
    for leak in ("May was seen.", "It was Will who came.", "MAY"):
        with pytest.raises(DisclosureError):
            refuse_leaks({".docx": word(leak)}, case, Profile.PUBLIC)


@pytest.mark.parametrize("leak", ["Ivens came.", "Anikó was seen.", "Dr Thorpe wrote."])
def test_parts_of_names_stop_a_file(leak: str) -> None:
    case = a_case(
        children=[{"id": "C1", "forenames": "Anikó Rose", "surname": "Marlowe-Ivens",
                   "date_of_birth": "2023"}]
    )  # fmt: skip
    with pytest.raises(DisclosureError):
        refuse_leaks({".docx": word(leak)}, case, Profile.INTERNAL)


# What agencies told


@pytest.mark.parametrize("leak", ["Dorian was there.", "Mr Vetch", "born on 1 August 1996", "Dory"])
@pytest.mark.parametrize("profile", [Profile.INTERNAL, Profile.PUBLIC])
def test_people_whom_only_a_return_names_are_looked_for(profile: Profile, leak: str) -> None:
    files = {".docx": word(leak)}
    refuse_leaks(files, a_case(), profile)
    with pytest.raises(DisclosureError) as error:
        refuse_leaks(files, a_case(), profile, (a_return("hospital", HOSPITAL),))
    places = {problem.problem.split()[2] for problem in error.value.problems}
    assert all(place.startswith("returns.hospital.people.3.") for place in places)


def test_what_agencies_write_in_place_of_a_name_is_no_name() -> None:
    person = {"forenames": "Not known", "surname": "Unknown", "relationship": "father"}
    report = a_return("hospital", rows("people", person))
    text = "It is not known who the father is; his name is unknown."
    refuse_leaks({".docx": word(text)}, a_case(), Profile.PUBLIC, (report,))


def test_the_professionals_of_a_return_are_looked_for() -> None:
    report = (a_return("hospital", HOSPITAL),)
    with pytest.raises(DisclosureError):
        refuse_leaks({".docx": word("Ottoline Brand")}, a_case(), Profile.PUBLIC, report)


_PIECES = st.lists(st.sampled_from(["Ab", "ab", "c", "-", "'", " ", "é", "_", "7"]), max_size=9)
_TEXTS = _PIECES.map("".join)


@given(text=_TEXTS, words=st.lists(_TEXTS.filter(lambda words: words.strip()), max_size=4))
def test_looking_by_first_words_finds_what_looking_for_each_finds(
    text: str, words: list[str]
) -> None:
    values = tuple(
        HiddenValue(f"k{number}", Kind.SURNAME, folded(each)) for number, each in enumerate(words)
    )
    one_by_one = [
        value
        for value in values
        if re.search(rf"(?<!\w){re.escape(value.words)}(?!\w)", folded(text))
    ]
    assert set(found_in(text, values)) == set(one_by_one)
