"""E-mails that came in: who sent one, and the files in it; read leniently, trusted in nothing."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

LARGEST = 40_000_000
"""Bytes: a larger e-mail is not opened."""

DEEPEST = 4
"""How many e-mails inside e-mails are opened (a forwarded forward)."""

MOST = 200
"""How many files are taken out of one e-mail."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that an e-mail held."""

    name: str
    """As the sender called it; empty where it had no name."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Incoming:
    """An e-mail: its sender's address (empty where it tells none), and its files."""

    sender: str
    files: tuple[Enclosed, ...]


def opened(data: bytes) -> Incoming:
    """Give what an e-mail file holds; one that is no e-mail holds nothing.

    Pictures that belong to the text (a logo, a signature) and calendar entries are left out.
    """
    try:
        message = email.message_from_bytes(data, policy=default)
        files = tuple(file for file, _ in zip(_files(message, depth=0), range(MOST), strict=False))
        sender = parseaddr(str(message.get("From", "")))[1]
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError, TypeError):
        # The library raises these on headers and encodings that nobody should write.
        return Incoming("", ())
    return Incoming(sender, files)


def _files(message: EmailMessage, *, depth: int) -> Iterator[Enclosed]:
    for part in message.iter_parts() if message.is_multipart() else [message]:
        if not isinstance(part, EmailMessage):
            continue
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            if depth < DEEPEST and isinstance(inner, EmailMessage):
                yield from _files(inner, depth=depth + 1)
        elif part.is_multipart():
            yield from _files(part, depth=depth)
        elif _is_file(part):
            content = part.get_payload(decode=True)
            yield Enclosed(
                part.get_filename() or "", content if isinstance(content, bytes) else b""
            )


def _is_file(part: EmailMessage) -> bool:
    kind = part.get_content_maintype()
    if part.get_content_type() == "application/pdf":
        return True
    in_the_text = part.get_content_disposition() != "attachment"
    if part.get_content_type() == "text/calendar" or (kind == "image" and in_the_text):
        return False
    return bool(part.get_filename()) or part.get_content_disposition() == "attachment"
