"""What a person allows a finished paper to say although the search for identities finds it."""

from pydantic import Field

from lscp_docs.model.dates import Day
from lscp_docs.model.identifying import Line, ProfessionalName
from lscp_docs.model.record import Narrative, Record
from lscp_docs.model.vocabulary import Term


class Variant(Term):
    """In which spelling a value of the case stands in a text."""

    EXACT = "exact", "as the case writes it"
    CASE = "case", "other capitals"
    ACCENTS = "accents", "other accents or ligatures"
    HYPHENS = "hyphens", "other hyphens, dashes or spaces"
    APOSTROPHES = "apostrophes", "another apostrophe or none"
    POSSESSIVE = "possessive", "possessive or plural"
    FORENAME_ALONE = "forename_alone", "a forename alone"
    SURNAME_ALONE = "surname_alone", "a surname alone"
    SWAPPED = "swapped", "surname first"
    SURNAME_AND_INITIAL = "surname_and_initial", "surname with an initial"
    INITIALS = "initials", "initials alone"
    NICKNAME = "nickname", "a common short form"
    FILE_NAME = "file_name", "run together, as in a file name"
    SPLIT = "split", "split over lines or parts"
    SPACED_OUT = "spaced_out", "letters spaced out"
    LOOKALIKES = "lookalikes", "letters of another alphabet that look alike"
    INVISIBLE = "invisible", "characters between that nobody sees"
    ENCODED = "encoded", "encoded, as in a link or an e-mail"
    DIGITS = "digits", "digits for letters"
    MISSPELT = "misspelt", "one letter wrong, lost, doubled or two swapped"
    ANOTHER_WAY = "another_way", "written another way"
    WITHOUT_YEAR = "without_year", "a day and month without the year"
    MONTH_FIRST = "month_first", "the month before the day, in figures"
    PART = "part", "a part of it"
    PATTERN = "pattern", "a number of that pattern"
    TOGETHER = "together", "told together"


class AllowedHit(Record):
    """What may stand in named papers although it reads like a value of the case.

    The search stops a paper at a spelling of a value; a person who has looked may say that it means
    somebody or something else there.
    """

    of: Line
    """The key of the value as the search names it: `children.1.forenames`; `number` for a number
    that belongs to no value of the case."""
    written: Variant
    """The spelling that may stand; every other one still stops the paper."""
    papers: tuple[Line, ...] = Field(min_length=1)
    """The documents or reports in which it may, by their keys; or the name of another file."""
    because: Narrative
    """Why nobody is identified by it."""
    by: ProfessionalName
    role: Line
    on: Day
