"""What is to be sent: which form, in which case, to whom; and what was written for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from lscp_docs.casefile.case_folder import CaseFolder
from lscp_docs.casefile.history import Stamp
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.form_request import (
    FormRequest,
    action_request,
    leads,
    report_action_request,
    scoping_request,
)
from lscp_docs.errors import UsageError, did_you_mean
from lscp_docs.forms.form_type import FormType, SentTo
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.answers.boxes import fields_of
from lscp_docs.model.case import CaseFile
from lscp_docs.model.partnership import Agency, Partnership
from lscp_docs.model.returned import Return
from lscp_docs.model.review import ScopingRequest
from lscp_docs.reports.report_actions import ActionsOfReport

SENT = "sent"
"""The folder of what was sent, in that of the case or of the partnership."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which form is to be sent, for which case or report; some forms belong to none."""

    row: FormType
    home: Path
    partnership: Partnership
    folder: CaseFolder | None
    report: ActionsOfReport | None = None
    """The report whose actions are asked for, where they come of no case."""
    stamp: Stamp
    password: str = field(default="", repr=False)

    def locked_with(self, password: str) -> Order:
        """Give the same order with a password, which opens the forms that go out."""
        return replace(self, password=password)

    @property
    def path(self) -> Path:
        """The folder that keeps what is sent and its history."""
        matter = self.folder or self.report
        return matter.path if matter is not None else self.home

    @property
    def reference(self) -> str:
        """The reference of the case or the name of the report, empty where there is none."""
        if self.report is not None:
            return self.report.origin
        return self.folder.case.reference if self.folder is not None else ""

    @property
    def case(self) -> CaseFile | None:
        """The case, completed by what was sent and what came back."""
        return self.folder.case if self.folder is not None else None

    @property
    def returns(self) -> tuple[Return[Answers], ...]:
        """The accepted returns of the case."""
        return self.folder.returns if self.folder is not None else ()

    def request_of(self, agency: Agency | None) -> FormRequest:
        """What an agency is asked; nothing of the case on a form that anybody may ask for."""
        if self.report is not None and agency is not None:
            open_now = self.report.open_on(self.stamp.today)
            return report_action_request(self.report.origin, open_now, agency.key)
        asking = REQUESTS.get(self.row.sent_to)
        if self.case is None or agency is None or asking is None:
            return FormRequest()
        material = Material(
            case=self.case,
            partnership=self.partnership,
            as_at=self.stamp.today,
            profile=Profile.FULL,
            returns=self.returns,
        )
        return asking(material, agency.key)

    def requests_of(self, agency: Agency | None) -> tuple[FormRequest, ...]:
        """What an agency is asked, in as many forms as its actions need rows; one at least."""
        whole = self.request_of(agency)
        rows = sum(box.name.endswith("_action_id") for box in fields_of(self.row.model))
        if not rows or len(whole.actions) <= rows:
            return (whole,)
        starts = range(0, len(whole.actions), rows)
        return tuple(replace(whole, actions=whole.actions[n : n + rows]) for n in starts)


REQUESTS: dict[SentTo, Callable[[Material, str], FormRequest]] = {
    SentTo.ASKED_AGENCIES: scoping_request,
    SentTo.ACTION_OWNERS: action_request,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What was written for one agency; `to` is empty where its mailbox is not known."""

    agency: Agency | None
    issue: str
    due_on: dt.date | None
    to: str
    files: tuple[Path, ...]
    number: int = 0
    """Which reminder it is; 0 for the form itself."""


def recipients(order: Order, keys: tuple[str, ...] = ()) -> tuple[Agency | None, ...]:
    """Give the agencies that a form goes to: those named, else those that the case asks.

    None stands for a copy that anybody may fill in. Raises UsageError for a key that no agency
    has, for a form that needs a case and has none or is for no report, and where
    nobody is asked.
    """
    if order.report is not None and order.row.sent_to is not SentTo.ACTION_OWNERS:
        raise UsageError(f"{order.row.title} is not sent for a report: leave --report out.")
    if order.folder is None and order.report is None and order.row.sent_to is not SentTo.ANY_AGENCY:
        raise UsageError(
            f"{order.row.title} belongs to a case: lscp-docs send {order.row.key} CASE"
        )
    if keys:
        return tuple(_agency(order.partnership, key) for key in dict.fromkeys(keys))
    found = _owing(order)
    if found is None:
        return (None,)
    if not found:
        raise UsageError(_nobody(order))
    return tuple(_agency(order.partnership, key) for key in found)


def _owing(order: Order) -> tuple[str, ...] | None:
    """Give the keys of those that the case or report asks; None for a form that is anybody's."""
    if order.report is not None:
        opened = order.report.open_on(order.stamp.today)
        return tuple(dict.fromkeys(action.lead_agency for action in opened))
    if order.row.sent_to is SentTo.ANY_AGENCY or order.case is None:
        return None
    if order.row.sent_to is SentTo.ASKED_AGENCIES:
        return _asked(order.case)
    return leads(order.case, order.returns, order.stamp.today)


def _agency(partnership: Partnership, key: str) -> Agency:
    found = partnership.agency(key)
    if found is None:
        known = [agency.key for agency in partnership.agencies]
        near = did_you_mean(key, known) or f"The agencies are: {', '.join(known)}."
        raise UsageError(f"There is no agency called {key}. {near}")
    return found


def _asked(case: CaseFile) -> tuple[str, ...]:
    return tuple(each.agency for each in open_requests(case))


def open_requests(case: CaseFile) -> tuple[ScopingRequest, ...]:
    """The requests for a scoping report that are neither answered nor waived."""
    review = case.rapid_review
    requests = review.requests if review is not None else ()
    return tuple(each for each in requests if not each.is_settled)


def _nobody(order: Order) -> str:
    name = "--agency KEY names one"
    if order.row.sent_to is SentTo.ACTION_OWNERS:
        return f"No agency leads on an open action of {order.reference}; {name} all the same."
    return (
        f"{order.reference} asks no agency that has not answered. Add [[rapid_review.requests]] "
        f"with agency and asked_on to its case file, or {name}."
    )
