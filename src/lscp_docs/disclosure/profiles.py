"""The four disclosure profiles, and what each shows of every kind of identifying value."""

from __future__ import annotations

from enum import StrEnum

from lscp_docs.model.identifying import Kind


class Profile(StrEnum):
    """How much of a case a document may say."""

    FULL = "full"
    PARTNERS = "partners"
    INTERNAL = "internal"
    PUBLIC = "public"


class Showing(StrEnum):
    """What a profile does with a value of one kind."""

    EXACT = "exact"
    INITIALS = "initials"
    PSEUDONYM = "pseudonym"
    ROLE = "role"
    YEAR_AND_MONTH = "year and month"
    AGE = "age"
    AGE_BAND = "age band"
    MONTH = "month"
    SEASON = "season"
    REPLACED = "names replaced"
    CLEARED_ONLY = "only when cleared for publication"
    WITHHELD = "withheld"


WITHHELD_WORDS = "Not shown in this version"

SHOWS: dict[Kind, tuple[Showing, Showing, Showing, Showing]] = {
    # kind: what full, partners, internal and public show
    Kind.FORENAMES: (Showing.EXACT, Showing.INITIALS, Showing.PSEUDONYM, Showing.PSEUDONYM),
    Kind.SURNAME: (Showing.EXACT, Showing.INITIALS, Showing.PSEUDONYM, Showing.PSEUDONYM),
    Kind.OTHER_NAME: (Showing.EXACT, Showing.INITIALS, Showing.WITHHELD, Showing.WITHHELD),
    Kind.PROFESSIONAL_NAME: (Showing.EXACT, Showing.EXACT, Showing.ROLE, Showing.ROLE),
    Kind.DATE_OF_BIRTH: (Showing.EXACT, Showing.YEAR_AND_MONTH, Showing.AGE, Showing.AGE_BAND),
    Kind.DATE_OF_DEATH: (Showing.EXACT, Showing.EXACT, Showing.MONTH, Showing.SEASON),
    Kind.EVENT_DATE: (Showing.EXACT, Showing.EXACT, Showing.MONTH, Showing.SEASON),
    Kind.AGE: (Showing.EXACT, Showing.EXACT, Showing.EXACT, Showing.AGE_BAND),
    Kind.ADDRESS: (Showing.EXACT, Showing.WITHHELD, Showing.WITHHELD, Showing.WITHHELD),
    Kind.PLACE: (Showing.EXACT, Showing.EXACT, Showing.WITHHELD, Showing.WITHHELD),
    Kind.SCHOOL_OR_SERVICE: (Showing.EXACT, Showing.EXACT, Showing.WITHHELD, Showing.WITHHELD),
    Kind.CONTACT: (Showing.EXACT, Showing.EXACT, Showing.WITHHELD, Showing.WITHHELD),
    Kind.REFERENCE: (Showing.EXACT, Showing.EXACT, Showing.WITHHELD, Showing.WITHHELD),
    Kind.CHARACTERISTIC: (Showing.EXACT, Showing.EXACT, Showing.EXACT, Showing.WITHHELD),
    Kind.HEALTH: (Showing.EXACT, Showing.EXACT, Showing.WITHHELD, Showing.WITHHELD),
    Kind.NARRATIVE: (
        Showing.EXACT,
        Showing.REPLACED,
        Showing.REPLACED,
        Showing.CLEARED_ONLY,
    ),
    # No document prints privileged advice.
    Kind.PRIVILEGED: (Showing.WITHHELD, Showing.WITHHELD, Showing.WITHHELD, Showing.WITHHELD),
}


def showing(kind: Kind, profile: Profile) -> Showing:
    """Return what a profile shows of a value of that kind."""
    return SHOWS[kind][tuple(Profile).index(profile)]
