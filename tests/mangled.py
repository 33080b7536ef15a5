"""Returned forms as they come: filled, printed, scanned, cut, merged, protected, foreign, hostile.

Each is made at test time from a form of ours by the program that does it to forms in real life.
"""

from __future__ import annotations

import datetime as dt
import io
import random
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, ImageDraw
from tests import fillers

from lscp_docs.catalogue import FORMS
from lscp_docs.forms.blank import FormWords, blank
from lscp_docs.forms.classify import Known, Sending
from lscp_docs.forms.form_type import FormType
from lscp_docs.forms.identity import Identity
from lscp_docs.model.returned import ReturnState, Sent

DAY = dt.date(2026, 3, 9)
CASE, OTHER_CASE = "NSCP-2026-003", "NSCP-2026-004"
BRIEFING, ACTIONS, SCOPING = "briefing-use", "action-update", "scoping-report"
ROWS: Mapping[str, FormType] = {row.key: row for row in FORMS}
ISSUES = {BRIEFING: "K7Q2-MX4P", ACTIONS: "A3C7-9QWE", SCOPING: "S5T6-2XYZ"}

Make = Callable[[], bytes]


def identity(form: str, /, **changed: str) -> Identity:
    """Give the identity of the one sending of a form, with changes."""
    told = {"form": form, "edition": ROWS[form].edition, "case": CASE, "agency": "police"}
    return Identity(**{**told, "issue": ISSUES[form], **changed})


KNOWN = Known(
    forms=ROWS,
    cases=frozenset({CASE, OTHER_CASE}),
    agencies=frozenset({"police", "health"}),
    sendings={
        issue: Sending(
            case=CASE,
            sent=Sent(
                form=form,
                edition=ROWS[form].edition,
                agency="police",
                issue=issue,
                on=DAY,
                due_on=None,
                sha256="",
                file="",
            ),
        )
        for form, issue in ISSUES.items()
    },
)
"""What the unit of an invented partnership knows: it has sent each form to the police once."""


@lru_cache(maxsize=16)
def sent(form: str, /, **changed: str) -> bytes:
    """Give a form as it goes out."""
    words = FormWords(
        partnership="Northmoor Safeguarding Children Partnership",
        to_whom="Northmoor Police",
        due="Please send it back by 20 March 2026.",
        route="Save it and send it to the business unit.",
        created=DAY,
    )
    return blank(ROWS[form], identity(form, **changed), words)


PROSE = (
    "The team met twice. One worker said “it’s the first time that we planned a visit together” "
    "– £5 a head was spent on it (see the note).\nZoë from Café Łódź came too: 3½ hours. "
)
ANSWERS: Mapping[str, Mapping[str, str]] = {
    BRIEFING: {
        "briefing": "Quill and Fen",
        "team": "Northmoor duty team",
        "held_on": "05/03/2026",
        "led_by": "Ada Quillfeather, team manager",
        "attended": "9",
        "reflections": PROSE * 4,
        "embedding": PROSE,
        "actions_1_action": "Ask who else visits the family.",
        "actions_1_owner": "Practice lead",
        "actions_1_due": "30/04/2026",
        "actions_2_action": "Read the briefing again.",
        "actions_2_owner": "Team manager",
        "confirmed": "yes",
    },
    ACTIONS: {
        "agency_name": "Northmoor Police",
        "author": "Bertram Oakenshaw",
        "author_role": "Inspector",
        "completed_on": "06/03/2026",
        "actions_1_action_id": "A1",
        "actions_1_status": "complete_evidenced",
        "actions_1_evidence_kind": "audit",
        "actions_1_evidence": PROSE,
        "actions_2_action_id": "A2",
        "actions_2_status": "in_progress",
        "actions_2_done": PROSE,
        "confirmed": "yes",
    },
    SCOPING: {
        "agency_name": "Northmoor Police",
        "author": "Bertram Oakenshaw",
        "author_role": "Inspector",
        "author_contact": "bertram@police.example",
        "involvement": "no",
        "completed_on": "06/03/2026",
        "searched": "yes",
        "accurate": "yes",
        "approved_by": "Cressida Thornbury",
        "approver_role": "Superintendent",
        "approved_on": "06/03/2026",
    },
}


@lru_cache(maxsize=32)
def filled(form: str, filler: str = "pypdf", **changed: str) -> bytes:
    """Give a form with complete answers, some of them changed, as a program saves it."""
    by = {"pypdf": fillers.by_pypdf, "pikepdf": fillers.by_pikepdf, "pdfium": fillers.by_pdfium}
    return by[filler](sent(form), dict(ANSWERS[form]) | changed)


# --- changing files -----------------------------------------------------------------------------


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object], **saving: Any) -> bytes:
    """Give a file after a change by pikepdf."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        out = io.BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pikepdf sees that the file is being spoilt
            pdf.save(out, **saving)
        return out.getvalue()


def field(pdf: pikepdf.Pdf, name: str) -> Any:
    return next(each for each in pdf.Root.AcroForm.Fields if str(each.T) == name)


def with_field(data: bytes, name: str, **entries: Any) -> bytes:
    """Give a file in which entries of one field are others; None takes one out."""

    def change(pdf: pikepdf.Pdf) -> None:
        one = field(pdf, name)
        for key, value in entries.items():
            if value is None:
                del one[f"/{key}"]
            else:
                one[f"/{key}"] = value

    return changed(data, change)


def appended(data: bytes, values: Mapping[str, str]) -> bytes:
    """Give a file that was opened, changed and saved once more, behind what was there."""
    writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
    writer.update_page_form_field_values(None, dict(values), auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def written(change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer = pypdf.PdfWriter()
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def protected(data: bytes, user: str, owner: str, algorithm: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user, owner, algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def cover_sheet(lines: int = 1) -> bytes:
    """Give a page that somebody puts before a form."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        text = " T* ".join(["(To the business unit, with compliments) Tj"] * lines)
        page.Contents = Stream(pdf, f"BT /F1 11 Tf 14 TL 72 720 Td {text} ET".encode())
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def merged(*parts: bytes) -> bytes:
    def change(writer: pypdf.PdfWriter) -> None:
        for part in parts:
            writer.append(io.BytesIO(part))

    return written(change)


def without_pages(data: bytes, *numbers: int) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        for number in sorted(numbers, reverse=True):
            del pdf.pages[number]

    return changed(data, change)


def detached_by_pypdf(data: bytes) -> bytes:
    def change(writer: pypdf.PdfWriter) -> None:
        for page in pypdf.PdfReader(io.BytesIO(data)).pages:
            writer.add_page(page)

    return written(change)


def detached_by_pdfium(data: bytes) -> bytes:
    source, target = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    target.import_pages(source)
    out = io.BytesIO()
    target.save(out)
    target.close()
    source.close()
    return out.getvalue()


def printed_by_pdfium(data: bytes) -> bytes:
    """Give what printing to PDF makes of a form in Chromium: text stays text, boxes are drawn."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    for page in document:
        assert pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT) == pdfium.FLATTEN_SUCCESS
        page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return changed(out.getvalue(), without_form)


def without_form(pdf: pikepdf.Pdf) -> None:
    if "/AcroForm" in pdf.Root:
        del pdf.Root.AcroForm


def printed_without_boxes(data: bytes) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        without_form(pdf)
        for page in pdf.pages:
            del page.Annots

    return changed(data, change)


def scanned(data: bytes, mode: str = "RGB", scale: float = 1.0, **saving: Any) -> bytes:
    """Give pictures of the pages, as a scanner's PDF."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    sheets = [page.render(scale=scale).to_pil().convert(mode) for page in document]
    document.close()
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], **saving)
    return out.getvalue()


def signed(data: bytes) -> bytes:
    """Give a file with a digital signature by a certificate that was made for it."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from tests.certificate import signer

    out = io.BytesIO()
    signers.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(data)),
        signers.PdfSignatureMetadata(field_name="Signature1"),
        signer=signer(),
        output=out,
    )
    return out.getvalue()


def annotated(data: bytes, name: str, text: str, subtype: str = "FreeText") -> bytes:
    """Give a file with something on the page that shows a box: over it, or beside it."""

    def change(pdf: pikepdf.Pdf) -> None:
        box = field(pdf, name)
        place = box.Rect if subtype == "FreeText" else Array([1, 1, 20, 20])
        note = Dictionary(
            Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=place, Contents=text, F=4
        )
        page = next(p for p in pdf.pages if any(a.objgen == box.objgen for a in p.Annots))
        page.Annots.append(pdf.make_indirect(note))

    return changed(data, change)


def with_file_inside(data: bytes, name: str) -> bytes:
    return changed(data, lambda pdf: pdf.attachments.__setitem__(name, b"MZ an invented program"))


def with_action(data: bytes, action: Dictionary) -> bytes:
    return changed(data, lambda pdf: pdf.Root.__setattr__("OpenAction", action))


def without_field(data: bytes, name: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        kept = [each for each in pdf.Root.AcroForm.Fields if str(each.T) != name]
        pdf.Root.AcroForm.Fields = Array(kept)

    return changed(data, change)


def with_second_field(data: bytes, name: str, value: str) -> bytes:
    """Give a file with a second field of a name, as careless merging makes it."""

    def change(pdf: pikepdf.Pdf) -> None:
        twin = Dictionary(dict(field(pdf, name).items()))
        twin.V = String(value)
        twin.AP = Dictionary()
        pdf.Root.AcroForm.NeedAppearances = True
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(twin))
        page = next(iter(pdf.pages))
        page.Annots.append(pdf.Root.AcroForm.Fields[-1])

    return changed(data, change)


def flipped(data: bytes, *places: int) -> bytes:
    """Give a file with a bit of each of these bytes turned over."""
    out = bytearray(data)
    for place in places:
        out[place] ^= 1 << (place % 7)
    return bytes(out)


def without_object(data: bytes, holding: bytes) -> bytes:
    """Give a file in which the start of the object that holds these bytes is garbled."""
    start = data.rindex(b" obj", 0, data.index(holding))
    return data[: start - 1] + b"x" + data[start:]


# --- files that are no forms of ours ------------------------------------------------------------


def plain_pdf(lines: int = 30) -> bytes:
    return cover_sheet(lines)


def foreign_form() -> bytes:
    """Give somebody else's form, filled in."""
    with pikepdf.open(io.BytesIO(cover_sheet())) as pdf:
        box = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T="applicant",
            V="Nobody",
            Rect=Array([72, 600, 300, 620]),
        )
        pdf.pages[0].Annots = Array([pdf.make_indirect(box)])
        pdf.Root.AcroForm = Dictionary(Fields=Array(list(pdf.pages[0].Annots)))
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def photograph() -> bytes:
    """Give a picture of a page that somebody wrote by hand."""
    sheet = Image.new("L", (900, 1200), 250)
    ImageDraw.Draw(sheet).line((100, 100, 800, 900), fill=30, width=5)
    out = io.BytesIO()
    sheet.save(out, "PDF")
    return out.getvalue()


def xfa(*, hybrid: bool) -> bytes:
    """Give an XFA form, alone or with the page that says to open it in another program."""

    def change(pdf: pikepdf.Pdf) -> None:
        parts = Array([String("template"), pdf.make_stream(b"<template/>")])
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=parts)

    return changed(cover_sheet(8 if hybrid else 1), change)


def word_document() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", "<document/>")
    return out.getvalue()


def many_fields(number: int) -> bytes:
    with pikepdf.open(io.BytesIO(cover_sheet())) as pdf:
        fields = [
            pdf.make_indirect(Dictionary(FT=Name.Tx, T=f"f{each}", V="x")) for each in range(number)
        ]
        pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def deep_fields(depth: int) -> bytes:
    with pikepdf.open(io.BytesIO(cover_sheet())) as pdf:
        node = pdf.make_indirect(Dictionary(FT=Name.Tx, T="leaf", V="x"))
        for level in range(depth):
            node = pdf.make_indirect(Dictionary(T=f"n{level}", Kids=Array([node])))
        pdf.Root.AcroForm = Dictionary(Fields=Array([node]))
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def bomb(megabytes: int = 60) -> bytes:
    """Give a small file in which each of forty fields has the same huge stream as its value."""
    with pikepdf.open(io.BytesIO(cover_sheet())) as pdf:
        huge = pdf.make_stream(bytes(megabytes << 20))
        fields = [
            pdf.make_indirect(Dictionary(FT=Name.Tx, T=f"f{each}", V=huge)) for each in range(40)
        ]
        pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
        out = io.BytesIO()
        pdf.save(out, compress_streams=True)
        return out.getvalue()


# --- the list -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mangled:
    """A returned file, how it came about, and what it must be found to be."""

    how: str
    state: ReturnState
    make: Make
    form: str = BRIEFING

    def __str__(self) -> str:
        return f"{self.state.value}: {self.how}"


def _accepted() -> Iterator[Mangled]:
    state = ReturnState.FILLED
    for form in (BRIEFING, ACTIONS):
        for by in ("pypdf", "pdfium"):
            yield Mangled(f"{form} by {by}", state, partial(filled, form, by), form)
    briefing = filled(BRIEFING)
    yield Mangled("saved once more", state, partial(appended, sent(BRIEFING), ANSWERS_BY_NAME))
    yield Mangled("carried on with", state, carried_on)
    yield Mangled("AES-256 owner", state, partial(protected, briefing, "", "o", "AES-256"))
    yield Mangled("RC4 owner", state, partial(protected, briefing, "", "o", "RC4-128"))
    yield Mangled("made for the web", state, partial(changed, briefing, len_, linearize=True))
    yield Mangled("cover sheet in front", state, partial(merged, cover_sheet(), briefing))
    yield Mangled("a line after the end", state, lambda: briefing + b"\r\n")
    for by in ("pypdf", "pdfium"):
        nil = ReturnState.NIL_RETURN
        yield Mangled(f"nil by {by}", nil, partial(filled, SCOPING, by), SCOPING)


def len_(pdf: pikepdf.Pdf) -> int:
    """Change nothing."""
    return len(pdf.pages)


ANSWERS_BY_NAME = {
    name: f"/{text}" if name == "confirmed" else text for name, text in ANSWERS[BRIEFING].items()
}


def carried_on() -> bytes:
    """Give a form that was saved half way through a sentence, and saved again at its end."""
    half = dict(ANSWERS_BY_NAME) | {"reflections": ANSWERS[BRIEFING]["reflections"][:90]}
    return appended(appended(sent(BRIEFING), half), ANSWERS_BY_NAME)


def _with_questions() -> Iterator[Mangled]:
    data = filled(BRIEFING)
    made: dict[str, Make] = {
        "stored and not drawn": partial(filled, BRIEFING, "pikepdf"),
        "no such day": partial(filled, BRIEFING, held_on="31/02/2026"),
        "a needed answer is missing": partial(filled, BRIEFING, attended=""),
        "an emoji is lost": partial(filled, BRIEFING, "pdfium", team="Duty team \U0001f600"),
        "typed over the box": lambda: annotated(
            filled(BRIEFING, embedding=""), "embedding", "Typed over it"
        ),
        "a comment beside": lambda: annotated(data, "embedding", "See my letter", "Text"),
        "drawn on by hand": lambda: annotated(data, "embedding", "", "Ink"),
        "taken back since": lambda: appended(data, {"held_on": "04/03/2026"}),
        "ticked and unticked": lambda: with_field(data, "confirmed", AS=Name.Off),
        "set to what it has not": lambda: with_field(data, "confirmed", AS=Name.on),
        "formatted text alone": lambda: with_field(
            data, "embedding", V=None, AP=None, RV=String("<p>Formatted</p>")
        ),
        "drawn otherwise": lambda: with_field(data, "attended", V=String("8")),
        "not drawn": lambda: with_field(data, "attended", AP=None),
        "two boxes differ": lambda: with_second_field(data, "team", "Another team"),
    }
    for how, make in made.items():
        yield Mangled(how, ReturnState.FILLED_WITH_QUESTIONS, make)


def _damaged() -> Iterator[Mangled]:
    data = filled(BRIEFING)
    other = fillers.by_pypdf(sent(BRIEFING, agency="health", issue="H2J3-4K5L"), ANSWERS[BRIEFING])
    launch = Dictionary(S=Name.Launch, F=String("calc.exe"))
    made: dict[str, Make] = {
        "a box is gone": lambda: without_field(data, "attended"),
        "a box has another name": lambda: with_field(data, "attended", T=String("atended")),
        "pages deleted": lambda: without_pages(data, 1),
        "most pages deleted": lambda: without_pages(data, 1, 2, 3),
        "two forms in one": lambda: merged(data, other),
        "a program inside": lambda: with_file_inside(data, "letter.exe"),
        "starts a program": lambda: with_action(data, launch),
        "identity altered": lambda: with_field(data, "lscp_agency", V=String("health")),
        "identity half gone": lambda: with_field(data, "lscp_issue", V=String("")),
        "an object is lost": lambda: without_object(data, b"(attended)"),
        "the end points nowhere": lambda: (
            data[: data.rindex(b"startxref")] + b"startxref\n77\n%%EOF\n"
        ),
    }
    for how, make in made.items():
        yield Mangled(how, ReturnState.FILLED_BUT_DAMAGED, make)


def _untouched_or_elsewhere() -> Iterator[Mangled]:
    data, blank_ = filled(BRIEFING), sent(BRIEFING)
    answers = ANSWERS[BRIEFING]

    def of(**changed: str) -> Make:
        return lambda: fillers.by_pypdf(sent(BRIEFING, **changed), answers)

    blank_state, case_state = ReturnState.BLANK, ReturnState.WRONG_CASE
    yield Mangled("as it was sent", blank_state, partial(sent, BRIEFING))
    yield Mangled("saved by PDFium", blank_state, lambda: fillers.by_pdfium(blank_, {}))
    yield Mangled("saved by pikepdf", blank_state, lambda: fillers.by_pikepdf(blank_, {}))
    yield Mangled("a case of another board", case_state, of(case="ZZ-2019-1", issue="Z2Z3-4Z5Z"))
    yield Mangled("sent for another case", case_state, of(case=OTHER_CASE))
    yield Mangled("sent to another agency", case_state, of(agency="health"))
    yield Mangled("no such form", ReturnState.WRONG_FORM, of(form="tea-rota"))
    yield Mangled("another form's sending", ReturnState.WRONG_FORM, of(issue=ISSUES[ACTIONS]))
    for edition in ("99", "0"):
        make = of(edition=edition, issue="N2N3-4N5P")
        yield Mangled(f"edition {edition}", ReturnState.OTHER_EDITION, make)
    for user, algorithm in (("secret", "AES-256"), ("secret", "RC4-128"), ("x", "AES-128")):
        make = partial(protected, data, user, "owner", algorithm)
        yield Mangled(f"user password, {algorithm}", ReturnState.ENCRYPTED, make)


def _without_boxes() -> Iterator[Mangled]:
    data = filled(BRIEFING)
    printed = ReturnState.PRINTED_COPY
    yield Mangled("printed by PDFium", printed, lambda: printed_by_pdfium(data))
    by_pdfium = partial(filled, BRIEFING, "pdfium")
    yield Mangled("printed from PDFium's", printed, lambda: printed_by_pdfium(by_pdfium()))
    yield Mangled("boxes taken out", printed, lambda: printed_without_boxes(data))
    yield Mangled("scanned", ReturnState.SCAN, lambda: scanned(data))
    yield Mangled("scanned in grey", ReturnState.SCAN, lambda: scanned(data, "L", quality=40))
    yield Mangled("photographed", ReturnState.SCAN, photograph)
    yield Mangled("XFA", ReturnState.XFA, lambda: xfa(hybrid=False))
    yield Mangled("XFA with a page", ReturnState.XFA, lambda: xfa(hybrid=True))
    detached = ReturnState.DETACHED_FORM
    yield Mangled("pages copied by pypdf", detached, lambda: detached_by_pypdf(data))
    yield Mangled("pages copied by PDFium", detached, lambda: detached_by_pdfium(data))
    yield Mangled("signed", ReturnState.SIGNED, lambda: signed(data))
    yield Mangled("signed with a question", ReturnState.SIGNED,
                  lambda: signed(filled(BRIEFING, attended="")))  # fmt: skip


def _not_ours() -> Iterator[Mangled]:
    data = filled(BRIEFING)
    ours = ReturnState.NOT_OURS
    yield Mangled("a letter", ours, plain_pdf)
    yield Mangled("somebody else's form", ours, foreign_form)
    yield Mangled("an empty page", ours, lambda: changed(cover_sheet(), clear))
    for how, bytes_ in {
        "empty": b"",
        "a sign-in page": b"<!doctype html><title>Sign in</title>" * 90,
        "a Word document": word_document(),
        "a shortcut": b"[InternetShortcut]\nURL=https://example.org\n",
    }.items():
        yield Mangled(how, ReturnState.NOT_A_PDF, lambda bytes_=bytes_: bytes_)
    web = changed(data, len_, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    for share in (0.1, 0.5, 0.9):
        yield Mangled(f"cut at {share:.0%}", ReturnState.CORRUPT,
                      lambda share=share: web[: int(len(web) * share)])  # fmt: skip
    yield Mangled("a heading alone", ReturnState.CORRUPT, lambda: b"%PDF-1.7\n" + bytes(5000))
    large = ReturnState.TOO_LARGE
    yield Mangled("eleven megabytes", large, lambda: data + bytes(11_000_000))
    yield Mangled("too many boxes", large, lambda: many_fields(5_100))
    yield Mangled("boxes in boxes", large, lambda: deep_fields(200))
    yield Mangled("a bomb", large, bomb)


def clear(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"")


@lru_cache(maxsize=1)
def everything() -> tuple[Mangled, ...]:
    """Give every mangled return; those of the receiver alone are `duplicate` and `amended`."""
    parts = (
        *(_accepted, _with_questions, _damaged),
        *(_untouched_or_elsewhere, _without_boxes, _not_ours),
    )
    return tuple(one for part in parts for one in part())


def duplicate() -> tuple[bytes, bytes]:
    """Give a return twice, byte for byte."""
    return filled(BRIEFING), filled(BRIEFING)


def amended() -> tuple[bytes, bytes]:
    """Give a return, and a later version of it with another answer."""
    return filled(BRIEFING), filled(BRIEFING, attended="11")


# --- damage at random ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mutant:
    """A copy of a file with damage at random places."""

    how: str
    data: bytes


def mutants(data: bytes, number: int, seed: int) -> Iterator[Mutant]:
    """Yield damaged copies, the same for a seed: a third cut, the others with bits turned."""
    chance = random.Random(seed)  # noqa: S311  # not a secret
    for count in range(number):
        if count % 3 == 0:
            end = chance.randrange(len(data))
            yield Mutant(f"cut at {end}", data[:end])
        else:
            flips = chance.choice((1, 1, 2, 5, 20))
            places = [chance.randrange(len(data)) for _ in range(flips)]
            yield Mutant(f"bits at {places}", flipped(data, *places))
