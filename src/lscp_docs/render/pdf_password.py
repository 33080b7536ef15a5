"""A PDF that opens with a password alone (AES-256)."""

from __future__ import annotations

import io


def locked(pdf: bytes, password: str) -> bytes:
    """Give a copy of a PDF that opens with a password; two copies never have the same bytes."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.pdf_header = "%PDF-1.7"
    writer.encrypt(password, algorithm="AES-256")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
