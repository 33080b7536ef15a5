"""An e-mail that is not sent yet, as a file that Outlook and Thunderbird open ready to send."""

from __future__ import annotations

import hashlib
import re
import textwrap
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import quote
from typing import NamedTuple

from lscp_docs.model.partnership import Partnership

WIDTH = 76
"""Characters: how long a line of an e-mail's text is at most, so that no program breaks it."""

INVENTED = "Invented sample: no person, place or body in this e-mail exists."

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)


class Letter(NamedTuple):
    """The words of an e-mail."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An e-mail address, with the name that is shown before it."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes with an e-mail; `kind` is its media type, such as `application/pdf`."""

    name: str
    kind: str
    data: bytes


def mailbox(name: str, address: str | None) -> Mailbox | None:
    """Give a mailbox; None where there is no address, or none that an e-mail could go to."""
    found = (address or "").strip()
    return Mailbox(one_line(name), found) if _ADDRESS.fullmatch(found) else None


def message_bytes(
    letter: Letter,
    *,
    sender: Mailbox | None,
    to: Mailbox | None,
    attachments: tuple[Attachment, ...] = (),
) -> bytes:
    """Give the file of an unsent e-mail: the same words and files always make the same bytes.

    Without `to` a person writes the recipient in; without `sender` the mail program puts its own.
    The mail program also sets the date and the message's id when it is sent.
    """
    message = EmailMessage(policy=SMTP)
    message.set_content(letter.body, charset="utf-8", cte="quoted-printable")
    for each in attachments:
        main, sub = each.kind.split("/")
        message.add_attachment(each.data, maintype=main, subtype=sub, filename=each.name)
    if attachments:
        message.set_boundary(_boundary(letter, attachments))
    head = ["X-Unsent: 1"]
    head += [f"{name}: {_written(box)}" for name, box in (("From", sender), ("To", to)) if box]
    head.append(f"Subject: {_encoded(one_line(letter.subject), header='Subject')}")
    # The library's own folding of headers drops the quotation marks of a long name with a comma.
    return "".join(f"{line}\r\n" for line in head).encode("ascii") + message.as_bytes()


def _boundary(letter: Letter, attachments: tuple[Attachment, ...]) -> str:
    """Give a boundary that follows from the content and stands in no part of it.

    Neither quoted-printable nor base64 writes an equals sign before an underline.
    """
    digest = hashlib.sha256(repr((letter, attachments)).encode()).hexdigest()
    return f"=_{digest[:32]}"


def _written(box: Mailbox) -> str:
    if not box.name:
        return box.address
    name = f'"{quote(box.name)}"' if box.name.isascii() else _encoded(box.name)
    return f"{name}\r\n <{box.address}>"


def _encoded(words: str, *, header: str = "") -> str:
    """Give words as a header holds them: in lines that are short enough, ASCII alone."""
    charset = "us-ascii" if words.isascii() else "utf-8"
    folded = Header(words, charset, header_name=header, maxlinelen=WIDTH).encode()
    return folded.replace("\n", "\r\n")


def one_line(words: str) -> str:
    """Give words for a header: on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def subject(*parts: str) -> str:
    """Give a subject line: the marking, the case's reference, what it is about; never a name."""
    return one_line(": ".join(part for part in parts if part))


def text(*paragraphs: str) -> str:
    """Give the body of an e-mail: paragraphs with an empty line between, broken at `WIDTH`.

    An empty paragraph is left out. A line break inside a paragraph stays; the lines of a point,
    which begins with a dash, are indented.
    """
    return "\n\n".join(_broken(each) for each in paragraphs if each) + "\n"


def _broken(paragraph: str) -> str:
    return "\n".join(
        textwrap.fill(
            line,
            WIDTH,
            subsequent_indent="  " if line.startswith(("- ", "  ")) else "",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in paragraph.splitlines()
    )


def points(*lines: str) -> str:
    """Give a list, a point a line."""
    return "\n".join(f"- {line}" for line in lines if line)


def signed(partnership: Partnership) -> str:
    """Give the lines that end an e-mail of the business unit."""
    unit = partnership.business_unit
    reached = ", ".join(way for way in (unit.telephone, unit.email) if way)
    lines = (unit.name, partnership.name, reached, INVENTED if partnership.invented else "")
    return "\n".join(line for line in lines if line)


def from_unit(partnership: Partnership) -> Mailbox | None:
    """Give the business unit's mailbox, None where none is recorded."""
    unit = partnership.business_unit
    return mailbox(unit.name, unit.email)
