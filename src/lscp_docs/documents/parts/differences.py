"""Where accounts differ: who says what, side by side; who is right is left to people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.children import name_of
from lscp_docs.documents.parts.told_by_agencies import answer_in_words, on_page
from lscp_docs.wording import Prose, sentence_case

if TYPE_CHECKING:
    from lscp_docs.returns.contradictions import Account, Difference

COMPARED = (
    "Compared were the names and dates of birth of the same person, whether the child was seen on "
    "a day, whether and when an agency was involved, and the opinions on the criteria. The list "
    "does not say who is right."
)
BY_RELATIONSHIP = "Known again by the relationship alone: it may be another person."


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceWords:
    """The same thing told differently, in the cells of a table's row."""

    what: Prose
    """What and whom it is about, and why it may be no difference at all."""
    accounts: Prose
    """Each source, where it says so, and what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What was compared, and where accounts differ."""

    compared: str
    found: tuple[DifferenceWords, ...]


def differences(m: Material) -> Differences | None:
    """The differences between the accounts that had come by the document's date, if any had."""
    if not m.returned:
        return None
    from lscp_docs.returns.contradictions import contradictions  # few cases have returns

    found = contradictions(m.case, m.partnership, m.returned, until=m.as_at)
    return Differences(compared=COMPARED, found=tuple(_difference(m, each) for each in found))


def _difference(m: Material, found: Difference) -> DifferenceWords:
    about, caution = _about(m, found), (BY_RELATIONSHIP,) if found.is_by_relationship else ()
    return DifferenceWords(
        what=(sentence_case(found.matter.words), *about, *caution),
        accounts=tuple(_account(m, account) for account in found.accounts),
    )


def _about(m: Material, found: Difference) -> tuple[str, ...]:
    if found.person is not None:
        return (name_of(m, found.person),)
    if found.named:
        return (" ".join(m.showing.line(name) for name in found.named),)
    if found.on is not None:
        return (m.showing.date(found.on),)
    return (m.agency(found.agency),) if found.agency else ()


def _account(m: Material, account: Account) -> str:
    said = ((each,) if isinstance(each, str) else answer_in_words(m, each) for each in account.says)
    words = " ".join(paragraph for paragraphs in said for paragraph in paragraphs)
    if not account.agency:
        return f"The case file: {words}"
    where = "in the case file" if account.is_in_case_file else on_page(account.page)
    return f"{m.agency(account.agency)} ({where}): {words}"
