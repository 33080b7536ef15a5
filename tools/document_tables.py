"""The tables of `docs/documents.md`, from the catalogue and the documents' own descriptions."""

from __future__ import annotations

import inspect
import sys

from lscp_docs.catalogue import DOCUMENTS, REPORTS, DocumentType
from tools.markdown import markdown_table


def documents_table() -> str:
    """Every document: for whom, in which profile, with which marking."""
    return markdown_table(
        ("Document", "Title", "For", "Profile", "Marking"),
        (
            (f"`{row.key}`", row.title, row.audience, profiles(row), row.marking.value or "none")
            for row in DOCUMENTS
        ),
    )


def profiles(row: DocumentType) -> str:
    """Return the profile of each of a document's copies, each once."""
    return ", ".join(dict.fromkeys(copy.profile.value for copy in row.every_copy))


def when(row: DocumentType) -> str:
    """Return when a document applies: "Applies when the decision is not to notify ..."."""
    told = inspect.cleandoc(row.when_it_applies)
    return " ".join(told.removeprefix("True ").split("\n\n")[0].split())


def document_paragraphs() -> str:
    """A heading and a paragraph or two for each document."""
    parts = []
    for row in DOCUMENTS:
        about = inspect.getdoc(sys.modules[row.words.__module__]) or ""
        paragraphs = [" ".join(part.split()) for part in about.split("\n\n")]
        parts += [f"### {row.title}", *paragraphs, f"`{row.key}` applies {when(row)}"]
        if row.copies:
            copies = "; ".join(f"{each.addressee} ({each.profile.value})" for each in row.copies)
            parts.append(f"It goes out in copies, each with its own profile: {copies}.")
    return "\n\n".join(parts)


def reports_table() -> str:
    """Every report: for whom, in which profile, with which marking."""
    return markdown_table(
        ("Report", "Title", "For", "Profile", "Marking"),
        (
            (
                f"`{row.key}`",
                row.title,
                row.audience,
                row.profile.value,
                row.marking.value or "none",
            )
            for row in REPORTS
        ),
    )


def report_paragraphs() -> str:
    """A heading, a paragraph or two and the parts that people write, for each report."""
    told = []
    for row in REPORTS:
        about = inspect.getdoc(sys.modules[row.words.__module__]) or ""
        told += [f"### `{row.key}`", *(" ".join(part.split()) for part in about.split("\n\n"))]
        if row.parts:
            rows = (
                (f"`{part.key}`", part.asked_for, "yes" if part.is_needed else "no")
                for part in row.parts
            )
            told.append(markdown_table(("Part", "What belongs there", "Needed"), rows))
    return "\n\n".join(told)
