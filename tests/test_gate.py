"""A finished file that names somebody whom its reader may not know is stopped, unless allowed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.cases import a_case, a_partnership
from tests.word_hiding import BODY, with_parts

from lscp_docs.disclosure.check import Checked
from lscp_docs.disclosure.gate import passed
from lscp_docs.disclosure.hidden import hidden_of
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.errors import DisclosureError
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.case import CaseFile
from lscp_docs.model.returned import Return
from lscp_docs.paper import Readers, looked_for_in
from returned_reports import HOSPITAL, a_return, rows


def let_through(
    files: dict[str, bytes],
    case: CaseFile,
    profile: Profile,
    returns: tuple[Return[Answers], ...] = (),
) -> tuple[Checked, ...]:
    hidden = (hidden_of(case, profile, returns),)
    return passed(files, hidden, a_partnership(), paper="a-paper", whose="The document")


def word(body: str, *, header: str = "", properties: str = "") -> bytes:
    """A Word file that says this; `body` may close a run and begin another."""

    def edit(parts: dict[str, bytes]) -> None:
        for part, old, new in (
            (BODY, "Nothing in this paper is about anybody.", body),
            ("word/header1.xml", ">Header<", f">{header}<"),
            ("docProps/core.xml", "<dc:title/>", f"<dc:title>{properties}</dc:title>"),
        ):
            assert old.encode() in parts[part]
            parts[part] = parts[part].replace(old.encode(), new.encode())

    return with_parts(edit)


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
        let_through({"a.docx": LEAKS[name]}, a_case(), profile)
    told = stopped.value.sentence + " ".join(map(str, stopped.value.problems))
    assert "could not be read" not in told
    for secret in ("Zoë", "Marlowe", "Thorpe", "Fullers", "14 May"):
        assert secret not in told
    assert stopped.value.exit_code == 7


@pytest.mark.parametrize("profile", [Profile.INTERNAL, Profile.PUBLIC])
def test_a_clean_file_passes(profile: Profile) -> None:
    let_through({"a.docx": word(CLEAN)}, a_case(), profile)


@pytest.mark.parametrize("profile", [Profile.FULL, Profile.PARTNERS])
def test_papers_that_may_name_people_are_not_stopped(profile: Profile) -> None:
    case = a_case()
    readers = Readers(
        key="a-paper",
        title="A paper",
        profile=profile,
        hidden=(hidden_of(case, Profile.INTERNAL),),
        partnership=a_partnership(),
    )
    assert looked_for_in({"a.docx": LEAKS["a forename"]}, readers).notes == {}


def test_a_name_inside_another_word_is_no_leak() -> None:
    let_through({"a.docx": word("The disgraceful delay; zoëa.")}, a_case(), Profile.PUBLIC)


def test_names_that_are_words_stop_a_file_only_as_names() -> None:
    case = a_case(
        children=[{"id": "C1", "forenames": "May", "surname": "Will", "date_of_birth": "2023"}]
    )
    let_through({"a.docx": word("They may and will meet on 19 May 2026.")}, case, Profile.PUBLIC)
    for leak in ("May was seen.", "It was Will who came.", "MAY"):
        with pytest.raises(DisclosureError):
            let_through({"a.docx": word(leak)}, case, Profile.PUBLIC)


@pytest.mark.parametrize("leak", ["Ivens came.", "Anikó was seen.", "Dr Thorpe wrote."])
def test_parts_of_names_stop_a_file(leak: str) -> None:
    case = a_case(
        children=[{"id": "C1", "forenames": "Anikó Rose", "surname": "Marlowe-Ivens",
                   "date_of_birth": "2023"}]
    )  # fmt: skip
    with pytest.raises(DisclosureError):
        let_through({"a.docx": word(leak)}, case, Profile.INTERNAL)


# What agencies told


@pytest.mark.parametrize("leak", ["Dorian was there.", "Mr Vetch", "born on 1 August 1996", "Dory"])
@pytest.mark.parametrize("profile", [Profile.INTERNAL, Profile.PUBLIC])
def test_people_whom_only_a_return_names_are_looked_for(profile: Profile, leak: str) -> None:
    files = {"a.docx": word(leak)}
    let_through(files, a_case(), profile)
    with pytest.raises(DisclosureError) as error:
        let_through(files, a_case(), profile, (a_return("hospital", HOSPITAL),))
    told = [problem.problem for problem in error.value.problems]
    assert all(" TVSCP-2026-001: returns.hospital.people.3" in each for each in told)


def test_what_agencies_write_in_place_of_a_name_is_no_name() -> None:
    person = {"forenames": "Not known", "surname": "Unknown", "relationship": "father"}
    report = a_return("hospital", rows("people", person))
    text = "It is not known who the father is; his name is unknown."
    let_through({"a.docx": word(text)}, a_case(), Profile.PUBLIC, (report,))


def test_the_professionals_of_a_return_are_looked_for() -> None:
    report = (a_return("hospital", HOSPITAL),)
    with pytest.raises(DisclosureError):
        let_through({"a.docx": word("Ottoline Brand")}, a_case(), Profile.PUBLIC, report)


# What a person allows

ALLOWED = {
    "of": "children.1.forenames",
    "written": "forename_alone",
    "papers": ["a-paper"],
    "because": "Zoë is a boat here.",
    "by": "Meriel Vane",
    "role": "Business manager",
    "on": dt.date(2026, 3, 12),
}


def with_allowed(**changes: Any) -> CaseFile:
    return a_case(allowed=[{**ALLOWED, **changes}])


def written(name: str) -> dict[str, bytes]:
    return {"a.docx": word(f"The boat {name} was hired.")}


def test_a_hit_that_a_person_allowed_stops_nothing_and_is_told() -> None:
    with pytest.raises(DisclosureError) as stopped:
        let_through(written("Zoë"), a_case(), Profile.PUBLIC)
    (problem,) = stopped.value.problems
    assert 'of = "children.1.forenames", written = "forename_alone"' in problem.hint
    assert 'papers = ["a-paper"]' in problem.hint
    (checked,) = let_through(written("Zoë"), with_allowed(), Profile.PUBLIC)
    (finding,) = (each for each in checked.findings if each.is_allowed)
    assert (finding.of, finding.blocks) == ("children.1.forenames", False)


@pytest.mark.parametrize(
    "change",
    [
        {"of": "children.1.surname"},
        {"written": "possessive"},
        {"papers": ["another-paper", "b.docx"]},
    ],
)
def test_it_is_allowed_for_that_value_spelling_and_paper_alone(change: dict[str, Any]) -> None:
    with pytest.raises(DisclosureError):
        let_through(written("Zoë"), with_allowed(**change), Profile.PUBLIC)


def test_it_is_allowed_in_a_file_by_its_name() -> None:
    let_through(written("Zoë"), with_allowed(papers=["a.docx"]), Profile.PUBLIC)


def test_a_number_of_nobody_in_the_case_can_be_allowed() -> None:
    files = {"a.docx": word("The order is 943 476 5919.")}
    with pytest.raises(DisclosureError, match="identify somebody") as stopped:
        let_through(files, a_case(), Profile.INTERNAL)
    assert 'of = "number", written = "pattern"' in stopped.value.problems[0].hint
    case = with_allowed(of="number", written="pattern")
    let_through(files, case, Profile.INTERNAL)


@pytest.mark.parametrize("lost", ["because", "by", "role", "on", "papers"])
def test_nobody_allows_a_hit_without_a_reason_and_a_name(lost: str) -> None:
    told = {key: value for key, value in ALLOWED.items() if key != lost}
    with pytest.raises(ValueError, match=lost):
        a_case(allowed=[told])
    with pytest.raises(ValueError, match=lost):
        a_case(allowed=[{**ALLOWED, lost: [] if lost == "papers" else " "}])


def test_the_list_beside_a_file_tells_keys_and_no_value() -> None:
    case = with_allowed()
    readers = Readers(
        key="a-paper",
        title="A paper",
        profile=Profile.PUBLIC,
        hidden=(hidden_of(case, Profile.PUBLIC),),
        partnership=a_partnership(),
    )
    (data,) = looked_for_in(written("Zoë"), readers).notes.values()
    told = data.decode()
    not_found, _, rest = told.partition("FOUND AND ALLOWED")
    assert "children.1.surname" in not_found
    assert "children.1.forenames" not in not_found
    assert "a.docx: paragraph 2: TVSCP-2026-001: children.1.forenames, " in rest
    assert "Nobody has signed this list off." in rest
    for secret in ("Zoë", "Marlowe", "Vane", "boat"):
        assert secret not in told
