"""THE TABLE: every document and every form that the project can make, a row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lscp_docs.disclosure.marking import Marking
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.paper_type import PaperType, Source
from lscp_docs.errors import UsageError, did_you_mean
from lscp_docs.forms.form_type import FormType, SentTo
from lscp_docs.reports.report_type import ReportType

if TYPE_CHECKING:
    from lscp_docs.model.case import CaseFile
    from lscp_docs.model.partnership import Partnership


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One addressee's copy of a document that goes out in several, each with its own profile."""

    key: str
    addressee: str
    profile: Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType(PaperType):
    """A document of one case, in `documents/`: its module also says when it applies."""

    copies: tuple[Copy, ...] = ()

    local_title: str = ""
    """The field of the partnership's local names that holds its title there, where one does."""

    package = "lscp_docs.documents"

    def applies(self, case: CaseFile, partnership: Partnership) -> bool:
        """True when a case, as its facts stand, calls for it."""
        return bool(self.module.applies(case, partnership))

    @property
    def when_it_applies(self) -> str:
        """When it applies, in a sentence for readers: "True when ..."."""
        return str(self.module.applies.__doc__)

    @property
    def every_copy(self) -> tuple[Copy, ...]:
        """Its copies; one without an addressee where it goes out in a single version."""
        return self.copies or (Copy(key="", addressee="", profile=self.profile),)

    def title_for(self, partnership: Partnership) -> str:
        """Its title, in the partnership's own words where it has some."""
        local = getattr(partnership.names, self.local_title) if self.local_title else self.title
        return str(local)


DOCUMENTS: tuple[DocumentType, ...] = (
    DocumentType(
        key="notification-discussion",
        title="Serious child safeguarding incident notification discussion form",
        local_title="discussion_form",
        audience="the business unit and the review group",
        profile=Profile.FULL,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
    DocumentType(
        key="notification-data-sheet",
        title="National notification: data sheet",
        audience="the local authority’s notifier",
        profile=Profile.FULL,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
    DocumentType(
        key="care-leaver-notification",
        title="Death of a looked after child or care leaver: notification sheet",
        audience="the local authority’s notifier",
        profile=Profile.FULL,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
    DocumentType(
        key="notification-rationale",
        title="Rationale for notifying",
        audience="the review group and the Executive",
        profile=Profile.PARTNERS,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
    DocumentType(
        key="non-notification-rationale",
        title="Rationale for not notifying",
        audience="all members of the review group, then the Executive",
        profile=Profile.PARTNERS,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
    DocumentType(
        key="option-3-letter",
        title="Letter on a decision not to notify",
        audience="the Panel, the Executive, the Executive Lead and the Scrutiny Chair",
        profile=Profile.FULL,
        marking=Marking.OFFICIAL_SENSITIVE,
        copies=(
            Copy(key="panel", addressee="the Panel", profile=Profile.FULL),
            Copy(key="executive", addressee="the Executive", profile=Profile.PARTNERS),
            Copy(
                key="executive-lead",
                addressee="the Executive Lead",
                profile=Profile.INTERNAL,
            ),
            Copy(
                key="scrutiny-chair",
                addressee="the Scrutiny Chair",
                profile=Profile.INTERNAL,
            ),
        ),
    ),
    DocumentType(
        key="referrer-feedback",
        title="Feedback on a referral",
        audience="the referring agency",
        profile=Profile.PARTNERS,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
    DocumentType(
        key="executive-noting",
        title="Report to the Executive for noting",
        audience="the Executive",
        profile=Profile.INTERNAL,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
    DocumentType(
        key="rapid-review",
        title="Rapid review",
        audience="the Panel",
        profile=Profile.FULL,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
    DocumentType(
        key="executive-decision",
        title="Report to the Executive for decision",
        audience="the Executive",
        profile=Profile.INTERNAL,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
    DocumentType(
        key="seven-minute-briefing",
        title="Seven-minute briefing",
        audience="practitioners and the public",
        profile=Profile.PUBLIC,
        marking=Marking.NONE,
        pdf_from=Source.HTML,
    ),
    DocumentType(
        key="combined-chronology",
        title="Combined chronology",
        audience="the review group (personal copy: the business unit)",
        profile=Profile.FULL,
        marking=Marking.OFFICIAL_SENSITIVE,
        copies=(
            Copy(key="personal", addressee="the business unit", profile=Profile.FULL),
            Copy(key="pseudonymised", addressee="the review group", profile=Profile.INTERNAL),
        ),
    ),
    DocumentType(
        key="pseudonym-key",
        title="Key to the pseudonyms",
        audience="the business unit alone",
        profile=Profile.FULL,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
)


def document(key: str) -> DocumentType:
    """Return a document's row; raise UsageError, naming the nearest ones, if there is none."""
    known = {row.key: row for row in DOCUMENTS}
    if key in known:
        return known[key]
    near = did_you_mean(key, known) or f"The documents are: {', '.join(known)}."
    raise UsageError(f"There is no document called {key}. {near}")


ANNEX = "figures-annex"
"""The report that lists the cases behind every figure; it goes with every other report."""

REPORTS: tuple[ReportType, ...] = (
    ReportType(
        key="scrutiny-report",
        title="Serious child safeguarding incidents: report to scrutiny",
        audience="councillors and the public",
        reader="scrutiny_body",
        profile=Profile.PUBLIC,
        marking=Marking.NONE,
    ),
    ReportType(
        key="overview-and-scrutiny-report",
        title="Child safeguarding practice reviews: report on review activity",
        audience="councillors and the public",
        reader="scrutiny_body",
        tells_training=True,
        profile=Profile.PUBLIC,
        marking=Marking.NONE,
    ),
    ReportType(
        key="executive-board-report",
        title="Safeguarding children: report to the council’s executive",
        audience="the council’s executive and the public",
        reader="council_executive",
        profile=Profile.PUBLIC,
        marking=Marking.NONE,
    ),
    ReportType(
        key="assurance-report",
        title="Serious child safeguarding incidents: assurance report",
        audience="the Executive and the review group",
        reader="executive",
        profile=Profile.INTERNAL,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
    ReportType(
        key="annual-reviews-page",
        title="Reviews of serious child safeguarding incidents",
        audience="the public, on the partnership’s website",
        profile=Profile.PUBLIC,
        marking=Marking.NONE,
        names_period=True,
        pdf_from=Source.HTML,
        publishes_html=True,
        publishes_tables=True,
    ),
    ReportType(
        key="actions-report",
        title="Actions: progress report",
        audience="the review group, the Executive and the agencies that lead on actions",
        profile=Profile.INTERNAL,
        marking=Marking.OFFICIAL_SENSITIVE,
        is_per_agency=True,
        is_for_meeting=False,
        is_as_at_period_end=True,
        then="ask the agencies for news: lscp-docs send action-update CASE",
    ),
    ReportType(
        key=ANNEX,
        title="The cases behind the figures",
        audience="the business unit alone",
        profile=Profile.INTERNAL,
        marking=Marking.OFFICIAL_SENSITIVE,
    ),
)


def report(key: str) -> ReportType:
    """Return a report's row; raise UsageError, naming the nearest ones, if there is none."""
    known = {row.key: row for row in REPORTS}
    if key in known:
        return known[key]
    near = did_you_mean(key, known) or f"The reports are: {', '.join(known)}."
    raise UsageError(f"There is no report called {key}. {near}")


PAPERS: tuple[PaperType, ...] = (*DOCUMENTS, *REPORTS)
"""Everything that has a template: the documents of a case, then the reports over a period."""


def paper(key: str) -> PaperType:
    """Return a document's or a report's row; raise UsageError if there is none."""
    known = {row.key: row for row in PAPERS}
    if key in known:
        return known[key]
    near = did_you_mean(key, known) or f"The documents and reports are: {', '.join(known)}."
    raise UsageError(f"There is no document or report called {key}. {near}")


FORMS: tuple[FormType, ...] = (
    FormType(
        key="notification-discussion",
        title="Serious child safeguarding incident: notification discussion form",
        purpose="Ask the review group to consider whether an incident must be notified.",
        audience="any agency that raises a case",
        sent_to=SentTo.ANY_AGENCY,
        marking=Marking.OFFICIAL_SENSITIVE,
        edition="1",
        fingerprint="51b3a0f3af82f5fa",
    ),
    FormType(
        key="scoping-report",
        title="Rapid review: scoping report",
        purpose="Tell the rapid review what your agency knows about the child and the family.",
        audience="each agency that may know the child or the family",
        sent_to=SentTo.ASKED_AGENCIES,
        marking=Marking.OFFICIAL_SENSITIVE,
        edition="1",
        fingerprint="355136e7713879c7",
    ),
    FormType(
        key="action-update",
        title="Update on your agency’s actions",
        purpose="Tell the business unit how far your agency’s actions have come, and what changed.",
        audience="each agency that leads on an action",
        sent_to=SentTo.ACTION_OWNERS,
        marking=Marking.OFFICIAL_SENSITIVE,
        edition="1",
        fingerprint="cce8ac652ef91461",
    ),
    FormType(
        key="briefing-use",
        title="Team record: how we used a seven-minute briefing",
        purpose="Tell the business unit that your team talked about a briefing, and what follows.",
        audience="teams of all agencies",
        sent_to=SentTo.ANY_AGENCY,
        marking=Marking.NONE,
        edition="1",
        fingerprint="16926f60ec2a4219",
    ),
)


def form(key: str) -> FormType:
    """Return a form's row; raise UsageError, naming the nearest ones, if there is none."""
    known = {row.key: row for row in FORMS}
    if key in known:
        return known[key]
    near = did_you_mean(key, known) or f"The forms are: {', '.join(known)}."
    raise UsageError(f"There is no form called {key}. {near}")
