"""What every page of every document states, and the blocks that letters share."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.wording import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The running words of a document; a public document has no marking and no handling line."""

    title: str
    partnership: str
    reference: str
    marking: str
    handling: str
    draft: str
    """"DRAFT …" on every page of a draft, empty in a final document."""
    version: str
    as_at: str
    invented: str
    """A line that says that a sample paper is invented; empty in a real one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody to whom a letter goes."""

    name: str
    role: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What stands above the text of a letter."""

    sender_body: str
    sender_name: Words
    sender_role: Words
    sender_contact: str
    date: Words
    our_reference: str
    recipients: tuple[Recipient, ...]
    salutation: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A label and its words, for the facts tables."""

    label: str
    words: Words
