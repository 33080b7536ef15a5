"""E-mails as files: headers in plain letters, every part, every attachment."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from lscp_docs.disclosure.reading.file import File
from lscp_docs.disclosure.reading.loose import decoded
from lscp_docs.disclosure.reading.place import Passage, PlaceKind

_HEADER = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]?[^\r\n]*\r?\n)")
_TYPICAL = re.compile(
    rb"^(?:From|To|Subject|Date|MIME-Version|Content-Type|Received|Message-ID):", re.I | re.M
)
_KNOWN = (
    *("from", "to", "cc", "bcc", "subject", "date", "reply-to", "message-id", "sender"),
    *("references", "in-reply-to", "received", "return-path", "x-mailer", "user-agent", "comments"),
    *("keywords", "content-type", "content-disposition", "content-description", "content-id"),
    *("thread-topic", "x-unsent", "sensitivity", "importance", "mime-version"),
)
_ENDINGS = {"text/html": ".html", "text/plain": ".txt", "text/calendar": ".ics"}
_MOST_PARTS = 500


def is_mail(data: bytes, name: str) -> bool:
    """Tell whether bytes are an e-mail, by its headers."""
    head = data[:4000].lstrip(b"\xef\xbb\xbf\r\n")
    if _HEADER.match(head) is None:
        return False
    return name.casefold().endswith((".eml", ".mht", ".mhtml")) or len(_TYPICAL.findall(head)) > 1


def mail(file: File) -> Iterator[Passage]:
    """Yield the headers of an e-mail and of its parts, and what each part says."""
    message = email.message_from_bytes(file.data.lstrip(b"\xef\xbb\xbf\r\n"))
    attachments = 0
    for number, part in enumerate(message.walk(), start=1):
        if number > _MOST_PARTS:
            yield file.unreadable("the rest of the e-mail", f"It has over {_MOST_PARTS} parts.")
            return
        yield from _headers(file, part, "" if number == 1 else f" of part {number}")
        for words in (part.preamble, part.epilogue):
            if words and words.strip():
                yield file.passage(f"around part {number}", PlaceKind.REMARK, words)
        if part.is_multipart():
            continue
        name = _plain(part.get_filename() or "")
        attachments += bool(name)
        place = f"attachment {attachments}" if name else f"part {number}"
        kind = PlaceKind.EMBEDDED_FILE if name else PlaceKind.BODY
        ending = _ENDINGS.get(part.get_content_type(), "")
        yield from file.inside(place, _content(part), kind, name=name, hint=ending)


def _headers(file: File, part: Message, of: str) -> Iterator[Passage]:
    for number, (name, value) in enumerate(part.raw_items(), start=1):
        place = f"header {name.title()}{of}"
        text = _plain(str(value))
        if name.casefold() not in _KNOWN:
            place, text = f"other header {number}{of}", f"{name}: {text}"
        yield file.passage(place, PlaceKind.MAIL_HEADER, text)
    for _, value in part.get_params(failobj=[]):
        if isinstance(value, str) and "%" in value:
            yield file.passage(f"kind{of}", PlaceKind.MAIL_HEADER, value)


def _plain(value: str) -> str:
    """Return a header with its encoded words decoded; as it stands where they are broken."""
    unfolded = re.sub(r"\r?\n(?=[ \t])", "", value)
    if not unfolded.isascii():  # raw letters, which the standard library keeps as they came
        unfolded = decoded(unfolded.encode("utf-8", "surrogateescape"))
    try:
        return str(make_header(decode_header(unfolded)))
    except (HeaderParseError, LookupError, ValueError):
        return unfolded


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return str(part.get_payload()).encode("utf-8", "replace")
    charset = part.get_content_charset()
    if part.get_content_maintype() != "text" or charset in (None, "utf-8", "us-ascii"):
        return payload
    try:
        return payload.decode(charset, "replace").encode()
    except LookupError:
        return decoded(payload).encode()
