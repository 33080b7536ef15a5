"""What people write for one report of one period: `report.toml`.

Figures are never typed here: a text names them, `{{ figure('referrals_considered') }}`.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from lscp_docs.model.committee import BackgroundDocument, CorporateRisk
from lscp_docs.model.dates import Day
from lscp_docs.model.front_matter import FrontMatter
from lscp_docs.model.further_report import FurtherReport
from lscp_docs.model.identifying import Line
from lscp_docs.model.learning import Action
from lscp_docs.model.record import Flag, Key, Record

ReportText = Annotated[str, StringConstraints(pattern=r"\S", max_length=100_000)]
"""A text for the report's readers; an empty line begins a new paragraph, "- " a point."""


WebAddress = Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=500)]
"""An address on the web: https://www.example.org"""


class ReportSection(Record):
    """One part of the report in people's own words."""

    key: Key | None = None
    """The part of the report that it is; left out for a section of your own."""
    title: Line | None = None
    """The heading of a section of your own."""
    text: ReportText
    answers: tuple[Key, ...] = ()
    """The keys of the earlier requests that this section answers."""

    @model_validator(mode="after")
    def _known_or_own(self) -> "ReportSection":
        if (self.key is None) == (self.title is None):
            raise PydanticCustomError(
                "section_key", "a section has either a key or, if it is your own, a title."
            )
        return self


class EarlierRequest(Record):
    """Something that the report's readers asked for at an earlier meeting."""

    key: Key
    """A short name by which a section says that it answers this."""
    asked_on: Day
    words: Line
    """The request, word for word from the minutes."""


class ReportOption(Record):
    """An option that was considered."""

    title: Line
    text: ReportText
    adopted: Flag = False


class NextStep(Record):
    """What happens next, who sees to it, and by when."""

    what: Line
    who: Line
    """A body or a role, never a name."""
    by: Day | None = None


class ReportFile(Record):
    """A report's own facts, narrative parts, and the requests that it has to answer."""

    report: Key
    """The report that this is for, as `lscp-docs documents` lists it."""
    title: Line | None = None
    """The title on the page, where it is not the usual one."""
    dated: Day | None = None
    """The date of the report; the day on which it is made, if left out."""
    version: Line = "1.0"
    meeting_on: Day | None = None
    previous_report_on: Day | None = None
    """The day of the last report to the same readers."""
    author: Line | None = None
    """The name of the officer who signs for the report, where it is printed."""
    author_role: Line | None = None
    recommendations: tuple[ReportText, ...] = ()
    """What the readers are asked to do; each begins with a verb: note, agree, approve."""
    sections: tuple[ReportSection, ...] = ()
    requests: tuple[EarlierRequest, ...] = ()
    options: tuple[ReportOption, ...] = ()
    options_question: Line | None = None
    """What the options were about."""
    actions: tuple[Action, ...] = ()
    """Actions that come of the report, as those of a case: the tracker follows them up."""
    next_steps: tuple[NextStep, ...] = ()
    quick_exit: WebAddress | None = None
    """Where a link that leaves a published page at once leads to; no link without it."""
    tells_children: Flag = False
    """Tables of children by age, sex, ethnic group, disability and legal status; small numbers are
    hidden. Only in a report that says so: with few children even hidden numbers say much."""
    review_on: Day | None = None
    """The day on which what this report tells is looked at again."""
    further_reports: tuple[FurtherReport, ...] = ()
    """The further reports that this one promises; each becomes a recommendation to note it."""
    tells_figures: Flag = True
    """False for a report on arrangements alone, which says nothing of incidents."""
    background_documents: tuple[BackgroundDocument, ...] | None = None
    """The background documents; an empty list says that there are none."""
    risks: tuple[CorporateRisk, ...] = ()
    """The risks of the corporate risk register that the report relates to."""
    front_matter: FrontMatter | None = None
    """The form at the head of a report to a council committee."""

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield every text that the report prints as people wrote it, with its key."""
        for number, section in enumerate(self.sections, start=1):
            yield f"sections.{number}.text", section.text
        for number, words in enumerate(self.recommendations, start=1):
            yield f"recommendations.{number}", words
        for number, option in enumerate(self.options, start=1):
            yield f"options.{number}.text", option.text
        for number, step in enumerate(self.next_steps, start=1):
            yield f"next_steps.{number}.what", step.what

    @model_validator(mode="after")
    def _each_once(self) -> "ReportFile":
        sections = [section.key for section in self.sections if section.key is not None]
        for keys, what in (
            (sections, "two sections"),
            ([request.key for request in self.requests], "two requests"),
            ([action.id for action in self.actions], "two actions"),
        ):
            if any(count > 1 for count in Counter(keys).values()):
                raise PydanticCustomError(
                    "key_twice",
                    "{what} have the same key. Put them together, or give one another key.",
                    {"what": what},
                )
        return self

    @model_validator(mode="after")
    def _answers_are_requests(self) -> "ReportFile":
        known = {request.key for request in self.requests}
        answered = {key for section in self.sections for key in section.answers}
        if not answered <= known:
            raise PydanticCustomError(
                "answers",
                "a section answers a request that is not among the requests. Write the key of a "
                "[[requests]] entry.",
            )
        return self

    @model_validator(mode="after")
    def _another_report_has_readers(self) -> "ReportFile":
        if any(x.report not in (None, self.report) and x.to is None for x in self.further_reports):
            raise PydanticCustomError(
                "further_report",
                "a further report of another kind does not say who it goes to. Add to = … to it.",
            )
        return self

    @model_validator(mode="after")
    def _one_adopted(self) -> "ReportFile":
        if sum(option.adopted for option in self.options) > 1:
            raise PydanticCustomError(
                "options", "more than one option is adopted. Mark the one that was."
            )
        return self
