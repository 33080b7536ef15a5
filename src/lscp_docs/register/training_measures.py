"""The figures of training in a period: courses, sessions, and who came, by kind and by agency.

They count no cases. A figure cites the cases whose learning the courses contain, where the training
file names them, and its value has nothing to do with how many those are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lscp_docs.model.dates import Precision
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.training import Counting, Course, CourseKind, Training
from lscp_docs.register.figures import Figure
from lscp_docs.register.identities import Defect
from lscp_docs.register.period import Period

CITES = "It cites the cases whose learning was part of it, where the training file names them."
IN_PERIOD = "given in the period, by all of their days"
Numbers = Callable[[Course], int | None]

PLURALS = {
    CourseKind.TRAINING_COURSE: "training courses",
    CourseKind.LEARNING_EVENT: "learning events",
    CourseKind.BRIEFING: "briefings",
    CourseKind.OTHER: "other training",
}


def training_figures(
    training: Training, partnership: Partnership, period: Period
) -> tuple[Figure, ...]:
    """Return the figures of a period: of each kind of training, then of all by agency.

    A number that some of the courses do not record is told of the others alone; of how many courses
    it is not recorded is a figure of its own. Where one of the numbers in a sum is an estimate, so
    is the sum.
    """
    courses = [each for each in training.course if _places(each, period) is True]
    return (*_by_kind(courses, period), *_by_agency(courses, partnership, period))


def training_defects(training: Training, period: Period) -> tuple[Defect, ...]:
    """Return the courses of which it cannot be told whether they lie in the period."""
    return tuple(
        Defect(
            f"training.toml, course {number} ({each.title}): it is not certain that all of its "
            f"days lie in {period.words}, or that none does. Write a course for the days of each "
            "period, with those who came.",
            each.learning_from,
        )
        for number, each in enumerate(training.course, start=1)
        if _places(each, period) is None
    )


def _places(course: Course, period: Period) -> bool | None:
    """Whether a course lies in the period; None where it is not all in it or all outside."""
    told = {period.places(each) for each in course.dates}
    return told.pop() if len(told) == 1 else None


def _by_kind(courses: list[Course], period: Period) -> Iterator[Figure]:
    for kind in CourseKind:
        some, plural = [each for each in courses if each.kind is kind], PLURALS[kind]
        for ending, words, numbers, definition in (
            ("given", plural.capitalize(), _times, f"How many {plural} were given."),
            ("days", f"Days of {plural}", _days, f"Days on which {plural} were given, where told."),
            ("sessions", f"Sessions of {plural}", _sessions, f"Sessions of {plural}, as recorded."),
            (
                "practitioners",
                f"Practitioners at {plural}",
                _practitioners,
                f"Practitioners who came to {plural}, each time that they came, as recorded; "
                "elected members are not among them.",
            ),
            (
                "practitioners_not_recorded",
                f"Of {plural}, those without a number of practitioners",
                _untold,
                f"How many {plural} there were of which it is not recorded how many practitioners "
                "came.",
            ),
            (
                "elected_members",
                f"Elected members at {plural}",
                _elected,
                f"Elected members who came to {plural}, each time that they came, as recorded.",
            ),
        ):
            key = f"{kind.value}_{ending}"
            yield _figure(key, words, definition, period, courses=some, numbers=numbers)


def _by_agency(courses: list[Course], partnership: Partnership, period: Period) -> Iterator[Figure]:
    for agency in partnership.agencies:
        yield _figure(
            f"training_practitioners_{agency.key}",
            f"Practitioners of {agency.name} at training",
            f"Practitioners of {agency.name} who came to training of any kind, as recorded.",
            period,
            courses=[c for c in courses if any(a.agency == agency.key for a in c.attended)],
            numbers=_of_agency(agency.key),
        )
    yield _figure(
        "training_practitioners_of_no_agency",
        "Practitioners at training whose agency was not recorded",
        "Practitioners who came to training of any kind, and whose agency was not recorded.",
        period,
        courses=[each for each in courses if each.others_attended],
        numbers=lambda course: course.others_attended,
    )


def _figure(
    key: str,
    words: str,
    definition: str,
    period: Period,
    *,
    courses: Iterable[Course],
    numbers: Numbers,
) -> Figure:
    asked = list(courses)
    told = [(each, number) for each in asked if (number := numbers(each)) is not None]
    counts_people = numbers not in (_times, _days, _sessions, _untold)
    estimated = [each for each, number in told if number and each.counted is Counting.APPROXIMATE]
    cited = {reference for each, number in told if number for reference in each.learning_from}
    return Figure(
        key=key,
        words=words,
        # None of them recorded it: that is not 0.
        value=sum(number for _, number in told) if told or not asked else None,
        definition=f"{definition} Training {IN_PERIOD}. {CITES}",
        period=period,
        cases=tuple(sorted(cited)),
        is_about=counts_people and bool(estimated),
    )


def _times(course: Course) -> int:
    return course.times


def _days(course: Course) -> int | None:
    """Return how many of its dates are days; None where one is from when until when."""
    days = (Precision.EXACT, Precision.MONTH, Precision.ABOUT)
    told = [each.precision in days for each in course.dates]
    return len(told) if all(told) else None


def _sessions(course: Course) -> int | None:
    return course.sessions


def _practitioners(course: Course) -> int | None:
    return course.practitioners


def _untold(course: Course) -> int:
    return course.times if course.practitioners is None else 0


def _elected(course: Course) -> int | None:
    return course.elected_members


def _of_agency(key: str) -> Numbers:
    return lambda course: sum(each.number for each in course.attended if each.agency == key)
