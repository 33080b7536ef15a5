"""The form at the head of a report to a council committee: five questions and their details.

Its questions are those of the Leeds Executive Board report of 24 July 2019.
"""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from lscp_docs.model.identifying import Line
from lscp_docs.model.record import Flag, Record


def _access_rule(rule: str) -> str:
    if not re.fullmatch(r"10\.4\([1-7]\)", rule):
        raise PydanticCustomError(
            "access_rule",
            "this is not an access to information procedure rule for exempt information. Write "
            "10.4 and, in brackets, the number of the paragraph of Schedule 12A: 1 to 7.",
        )
    return rule


AccessRule = Annotated[str, AfterValidator(_access_rule)]
"""An access to information procedure rule: 10.4(n) stands for paragraph n of Schedule 12A."""


class Exemption(Record):
    """What of a report the public may not see, why, and why that is in the public interest."""

    rules: tuple[AccessRule, ...] = Field(min_length=1)
    """The access to information procedure rules, such as `10.4(1)`."""
    appendices: tuple[Line, ...] = Field(min_length=1)
    """The appendices that are exempt, such as `Appendix 2`."""
    reason: Line
    """Why they are exempt: one sentence or more, without what is exempt itself."""
    public_interest: Line
    """Why keeping them exempt outweighs the public interest in disclosing them."""
    public_part_stands_alone: Flag
    """True once somebody has read the report without the exempt appendices and understood it."""

    @field_validator("public_part_stands_alone")
    @classmethod
    def _stands_alone(cls, stands: Flag) -> Flag:
        if not stands:
            raise PydanticCustomError(
                "stands_alone",
                "the report cannot be read without what is exempt. Rewrite it until it can, then "
                "write true.",
            )
        return stands


class FrontMatter(Record):
    """The answers to the five questions, each with the details that it asks for."""

    report_of: Line
    """Whose report it is: a role, such as `Director of Children and Families`."""
    wards_affected: Flag
    """Whether specific electoral wards are affected."""
    wards: tuple[Line, ...] = ()
    """Their names, if so."""
    consultation_carried_out: Flag
    equality_implications: Flag
    """Whether there are implications for equality and diversity and cohesion and integration."""
    open_for_call_in: Flag
    """Whether the decision will be open for call-in."""
    not_open_because: Line | None = None
    """Why it is not, if so: a whole sentence."""
    confidential_or_exempt: Flag
    """Whether the report contains confidential or exempt information."""
    exempt: Exemption | None = None
    """What is exempt, if so."""

    # A check of one field sees the fields before it, and runs although others are wrong: so all
    # that a half-filled form lacks is told at once.

    @field_validator("wards")
    @classmethod
    def _wards_as_answered(cls, names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        affected = info.data.get("wards_affected")
        if affected is True and not names:
            raise PydanticCustomError(
                "wards", "wards are affected and none is named. Add wards = […] with their names."
            )
        if affected is False and names:
            raise PydanticCustomError(
                "wards", "wards are named although none is affected. Take them out, or answer true."
            )
        return names

    @field_validator("not_open_because")
    @classmethod
    def _reason_as_answered(cls, reason: str | None, info: ValidationInfo) -> str | None:
        is_open = info.data.get("open_for_call_in")
        if is_open is False and reason is None:
            raise PydanticCustomError(
                "call_in",
                "the decision is not open for call-in and no reason is given. Add "
                "not_open_because = … with a sentence.",
            )
        if is_open is True and reason is not None:
            raise PydanticCustomError(
                "call_in",
                "a reason against call-in is given although the decision is open for it. Take it "
                "out, or answer false.",
            )
        return reason

    @field_validator("exempt", mode="before")
    @classmethod
    def _details_as_answered(cls, details: Any, info: ValidationInfo) -> Any:
        has_any = info.data.get("confidential_or_exempt")
        if has_any is False and details is not None:
            raise PydanticCustomError(
                "exempt",
                "something is exempt although the answer is that nothing is. Take this section "
                "out, or write confidential_or_exempt = true.",
            )
        # An empty section, so that each detail that it lacks is told.
        return {} if has_any is True and details is None else details
