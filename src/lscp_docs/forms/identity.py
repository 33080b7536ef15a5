"""What a form says of itself: which form, edition, case, agency and sending it is.

It stands in hidden fields, in a file inside the PDF, and in print at the foot of every page; the
hidden fields survive every viewer that saves, the printed foot survives printing as well.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, fields

PREFIX = "lscp_"
"""What the names of the hidden fields begin with."""

ATTACHMENT = "lscp-docs-form.json"
NO_CASE = "no-case"
ANY_AGENCY = "any-agency"

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_PARTS = {
    "form": r"[a-z][a-z-]{2,40}",
    "edition": r"[0-9]{1,3}",
    "case": r"[A-Za-z0-9][A-Za-z0-9-]{2,39}",
    "agency": r"[a-z0-9][a-z0-9-]{0,39}",
    "issue": r"[2-9A-Z]{4}-[2-9A-Z]{4}",
}
"""How each part is written; whatever else a file says is not taken as its identity."""

_FOOT = re.compile("({form}) ({edition}) · ({case}) · ({agency}) · ({issue})".format(**_PARTS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The identity of one form that was sent; never a person's name."""

    form: str
    edition: str
    case: str
    """The reference of its case, or the name of the report whose actions it asks for; `no-case` on
    a form that raises a case."""
    agency: str
    """The agency's key, or `any-agency` on a form that anybody may fill in."""
    issue: str
    """The id of this one sending, such as K7Q2-MX4P."""

    @property
    def foot(self) -> str:
        """The line at the foot of every page."""
        return f"{self.form} {self.edition} · {self.case} · {self.agency} · {self.issue}"

    @property
    def hidden(self) -> dict[str, str]:
        """The hidden fields, by name."""
        return {f"{PREFIX}{name}": value for name, value in asdict(self).items()}

    @property
    def attached(self) -> bytes:
        """The file inside the PDF."""
        return json.dumps(asdict(self), indent=1).encode()

    @classmethod
    def of(cls, values: dict[str, str]) -> Identity | None:
        """Give the identity in hidden fields or in an attached file.

        None where a part is missing, or is not written as the parts of an identity are: file names
        are made of them.
        """
        parts = {field.name: values.get(field.name, "") for field in fields(cls)}
        are_parts = all(re.fullmatch(_PARTS[name], part) for name, part in parts.items())
        return cls(**parts) if are_parts else None

    @classmethod
    def at_foot(cls, text: str) -> Identity | None:
        """Give the identity that a page's text ends with; None where there is none."""
        found = _FOOT.search(" ".join(text.split()))
        if found is None:
            return None
        form, edition, case, agency, issue = found.groups()
        return cls(form=form, edition=edition, case=case, agency=agency, issue=issue)


def issue_id(*told: str) -> str:
    """Give the id of a sending: eight letters and digits that are hard to misread.

    The same sending has the same id, so that the same input makes the same bytes.
    """
    number = int.from_bytes(hashlib.sha256("\n".join(told).encode()).digest()[:8], "big")
    letters = []
    for _ in range(8):
        number, place = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[place])
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"
