"""The scoping report: what one agency knows about a child and family, for the rapid review.

Its questions stand in four modules, in the order of the form; each names its sources.
"""

from typing import ClassVar

from lscp_docs.model.answers.asked import Lack, Section, YesNo
from lscp_docs.model.answers.scoping_events import Events
from lscp_docs.model.answers.scoping_involvement import Involvement
from lscp_docs.model.answers.scoping_learning import Conclusions
from lscp_docs.model.answers.scoping_practice import Practice

TELLS_OF_INVOLVEMENT = (
    *("involved_from", "involved_to"),
    *(
        name
        for section in (*Involvement.sections[3:], *Events.sections, *Practice.sections)
        for name in section.questions
    ),
)
"""The questions that an agency without any involvement has nothing to say to."""

CONTRADICTED = (
    "It says that the agency had no involvement, but other questions are answered. "
    "Answer yes, or empty the other answers."
)


class ScopingReport(Conclusions, Practice, Events, Involvement):
    """An agency's scoping report; "no involvement" and a declaration make it a nil return."""

    sections: ClassVar[tuple[Section, ...]] = (
        *Involvement.sections,
        *Events.sections,
        *Practice.sections,
        *Conclusions.sections,
    )

    @property
    def is_nil(self) -> bool:
        """True when it says that the agency had no involvement with the child or the family."""
        return self.involvement is YesNo.NO

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """A nil return that tells of involvement all the same is in doubt."""
        tells = any(getattr(self, name) not in (None, ()) for name in TELLS_OF_INVOLVEMENT)
        return (("involvement", CONTRADICTED),) if self.is_nil and tells else ()


FORM = ScopingReport
