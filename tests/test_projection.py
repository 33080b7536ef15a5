"""One case, the same facts, four profiles."""

from __future__ import annotations

import datetime as dt
import re
import typing
from collections.abc import Iterable, Iterator

import pytest
from tests.cases import a_case, material, strings_of

from lscp_docs.disclosure.hiding import initials, without_days
from lscp_docs.disclosure.profiles import SHOWS, Profile, Showing
from lscp_docs.disclosure.projection import (
    Projection,
    age_band,
    age_in_words,
    paragraphs,
    season,
)
from lscp_docs.documents import non_notification_rationale
from lscp_docs.model.case import CaseFile
from lscp_docs.model.dates import UncertainDate
from lscp_docs.model.identifying import Kind, Marked
from lscp_docs.model.record import NarrativeText, Record
from returned_reports import HOSPITAL, a_return

D = dt.date


def told(profile: Profile) -> dict[str, str]:
    case = a_case()
    child, showing = case.children[0], Projection(profile, case)
    evidence = case.discussion.criteria[0].evidence_against if case.discussion else None
    assert child.date_of_birth is not None
    assert evidence is not None
    return {
        "name": showing.name(child),
        "born": showing.date(child.date_of_birth, on=D(2026, 2, 27)),
        "age": showing.age(child, D(2026, 2, 27)),
        "incident": showing.date(case.incident.occurred_on),
        "text": " ".join(showing.text(evidence)),
        "mother": showing.name(case.family[0]),
        "nurse": showing.professional(
            case.referral.raised_by.name if case.referral else None, "Named Nurse"
        ),
    }


def test_full_says_all() -> None:
    assert told(Profile.FULL) == {
        "name": "Zoë O’Marlowe",
        "born": "14 May 2023",
        "age": "2 years",
        "incident": "27 February 2026",
        "text": "Grace O’Marlowe said that Zoë fell at Fullers Green.",
        "mother": "Grace O’Marlowe",
        "nurse": "Isolde Penhallow, Named Nurse",
    }


def test_partners_see_initials_and_exact_dates_of_events() -> None:
    assert told(Profile.PARTNERS) == {
        "name": "ZO",
        "born": "May 2023",
        "age": "2 years",
        "incident": "27 February 2026",
        "text": "GO said that ZO fell at Fullers Green.",
        "mother": "GO",
        "nurse": "Isolde Penhallow, Named Nurse",
    }


def test_internal_papers_use_pseudonyms_roles_and_months() -> None:
    assert told(Profile.INTERNAL) == {
        "name": "Robin",
        "born": "2 years",
        "age": "2 years",
        "incident": "February 2026",
        "text": "Kestrel said that Robin fell at the home.",
        "mother": "Kestrel",
        "nurse": "Named Nurse",
    }


def test_public_papers_use_bands_and_seasons_and_only_cleared_texts() -> None:
    assert told(Profile.PUBLIC) == {
        "name": "Robin",
        "born": "aged 1 to 2",
        "age": "aged 1 to 2",
        "incident": "winter 2025-26",
        "text": "",
        "mother": "Kestrel",
        "nurse": "Named Nurse",
    }


def test_a_cleared_text_is_public() -> None:
    cleared = NarrativeText.model_validate(
        {"text": "One.\n\nTwo.", "cleared": {"by": "A", "role": "B", "on": D(2026, 3, 1)}}
    )
    assert Projection(Profile.PUBLIC, a_case()).text(cleared) == ("One.", "Two.")


def test_the_table_answers_for_every_kind_and_profile() -> None:
    assert set(SHOWS) == set(Kind)
    for kind in Kind:
        assert len(SHOWS[kind]) == len(Profile)
    public = tuple(Profile).index(Profile.PUBLIC)
    assert all(SHOWS[kind][public] is not Showing.EXACT for kind in Kind)


@pytest.mark.parametrize(
    ("born", "on", "words"),
    [
        (D(2026, 2, 20), D(2026, 2, 27), "7 days"),
        (D(2026, 2, 26), D(2026, 2, 27), "1 day"),
        (D(2026, 1, 20), D(2026, 2, 27), "5 weeks"),
        (D(2025, 11, 28), D(2026, 2, 27), "13 weeks"),
        (D(2025, 11, 27), D(2026, 2, 27), "3 months"),
        (D(2024, 2, 28), D(2026, 2, 27), "23 months"),
        (D(2024, 2, 27), D(2026, 2, 27), "2 years"),
        (D(2008, 2, 29), D(2026, 2, 28), "17 years"),
        (D(2027, 2, 27), D(2026, 2, 27), "age not known"),
    ],
)
def test_an_age_is_told_in_the_unit_that_suits_it(born: dt.date, on: dt.date, words: str) -> None:
    assert age_in_words(UncertainDate.read(born), on) == words


@pytest.mark.parametrize(
    ("years", "band"),
    [(0, "under 1"), (1, "1 to 2"), (3, "3 to 5"), (6, "6 to 10"), (11, "11 to 15"),
     (16, "16 to 17"), (18, "18 to 24")],
)  # fmt: skip
def test_age_bands(years: int, band: str) -> None:
    born = UncertainDate.read(D(2026 - years, 1, 1))
    assert age_band(born, D(2026, 6, 1)) == f"aged {band}"


@pytest.mark.parametrize(
    ("day", "words"),
    [(D(2026, 1, 31), "winter 2025-26"), (D(2025, 12, 1), "winter 2025-26"),
     (D(2026, 3, 1), "spring 2026"), (D(2026, 8, 31), "summer 2026"),
     (D(2026, 11, 30), "autumn 2026"), (D(1999, 12, 31), "winter 1999-00")],
)  # fmt: skip
def test_seasons(day: dt.date, words: str) -> None:
    assert season(day) == words


def test_initials_take_each_part_of_a_name() -> None:
    assert initials("Zoë Ann O’Marlowe-Ivens") == "ZAOI"


def test_paragraphs_keep_line_breaks_inside() -> None:
    assert paragraphs("\nOne\nline\n \t\nTwo\n\n\n") == ("One\nline", "Two")


def narrative(words: str) -> NarrativeText:
    return NarrativeText.model_validate({"text": words})


def test_a_child_called_may_leaves_dates_alone() -> None:
    case = a_case(
        children=[{"id": "C1", "forenames": "May", "surname": "Fell", "date_of_birth": "2023",
                   "pseudonym": "Elsie"}],
    )  # fmt: skip
    told = Projection(Profile.INTERNAL, case).text(
        narrative("On 19 May 2026 and in May 2026 May was seen; May's aunt says she may stay.")
    )
    assert told == ("In May 2026 and in May 2026 Elsie was seen; Elsie's aunt says she may stay.",)


def test_a_professional_who_shares_a_name_with_the_family_keeps_it_whole() -> None:
    glossary = [{"key": "SW1", "name": "Grace Kinsella", "role": "Social worker"}]
    case = a_case(glossary=glossary)
    words = narrative("Grace Kinsella met Grace; Ms Kinsella wrote it down.")
    assert Projection(Profile.PARTNERS, case).text(words) == (
        "Grace Kinsella met GO; Ms Kinsella wrote it down.",
    )
    assert Projection(Profile.INTERNAL, case).text(words) == (
        "SW1 met Kestrel; SW1 wrote it down.",
    )


def test_a_date_over_two_months_is_told_as_both() -> None:
    case = a_case(incident={"occurred_on": "2025-12-20 to 2026-01-10"})
    showing = Projection(Profile.INTERNAL, case)
    assert showing.date(case.incident.occurred_on) == "December 2025 to January 2026"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("On the morning of 10 June he fell.", "One morning in June he fell."),
        ("seen on Monday 9 June 2025", "seen in June 2025"),
        ("the night of 9 to 10 June", "one night in June"),
        ("between 3 and 5 June", "in June"),
        ("2025-06-10", "June 2025"),
    ],
)
def test_days_are_told_as_months(written: str, told: str) -> None:
    assert without_days(written) == told


def test_people_whom_only_a_return_names_are_replaced_in_every_narrative() -> None:
    told = (a_return("hospital", HOSPITAL),)
    words = NarrativeText.model_validate(
        {"text": "Dorian Vetch, called Dory, met Zoë; Vetch and Ottoline Brand spoke."}
    )
    assert Projection(Profile.FULL, a_case(), told).text(words)[0].startswith("Dorian Vetch")
    assert Projection(Profile.PARTNERS, a_case(), told).text(words) == (
        "DV, called DV, met ZO; V and Ottoline Brand spoke.",
    )
    assert Projection(Profile.INTERNAL, a_case(), told).text(words) == (
        "the mother’s partner, called the mother’s partner, met Robin; V and a professional spoke.",
    )


def test_every_identifying_field_of_the_model_is_of_a_kind_that_the_profiles_know() -> None:
    def kinds_in(model: type[Record], seen: set[type[Record]]) -> Iterator[Kind]:
        for field in model.model_fields.values():
            for part in parts_of(field.annotation, field.metadata):
                if isinstance(part, Marked):
                    yield part.kind
                elif isinstance(part, type) and issubclass(part, Record) and part not in seen:
                    seen.add(part)
                    yield from kinds_in(part, seen)

    kinds = set(kinds_in(CaseFile, {CaseFile}))
    assert len(kinds) > 12
    assert kinds <= set(SHOWS)
    assert set(SHOWS) == set(Kind)


def parts_of(annotation: object, metadata: Iterable[object] = ()) -> Iterator[object]:
    """An annotation with all that it is made of."""
    yield annotation
    yield from metadata
    for part in (*getattr(annotation, "__metadata__", ()), *typing.get_args(annotation)):
        yield from parts_of(part)


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        (Profile.FULL, "Zoë O’Marlowe (2 years "),
        (Profile.PARTNERS, "ZO (2 years "),
        (Profile.INTERNAL, "Robin (2 years "),
        (Profile.PUBLIC, "Robin (aged 1 to 2 "),
    ],
)
def test_one_document_tells_a_child_as_each_profile_may(profile: Profile, told: str) -> None:
    letter = " ".join(
        strings_of(non_notification_rationale.context(material(a_case(), profile=profile)))
    )
    assert f"The case concerns {told}at the time of the incident)" in letter
    for other in {"Zoë", "ZO", "Robin"} - {told.split()[0]}:
        assert not re.search(rf"\b{other}\b", letter), other
