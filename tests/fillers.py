"""Programs that fill in forms, each as people use it: what stands in each box goes in, a PDF out.

The texts are those of `values.written`: "yes" or nothing for a tick, an option's value or nothing
for a list and for radio buttons. A box whose text is empty is left as the blank has it.
"""

from __future__ import annotations

import ctypes
import io
import json
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

PROJECT = Path(__file__).parents[1]
PDFJS = PROJECT / "build/clients/node_modules/pdfjs-dist/legacy/build/pdf.mjs"
"""Where `make check-clients` puts pdf.js."""

Texts = Mapping[str, str]
Filler = Callable[[bytes, Sequence[Texts], Path], list[bytes]]
"""Fills copies of a form, one for each texts; the folder is for files that a program needs."""


def one_by_one(fill: Callable[[bytes, Texts], bytes]) -> Filler:
    """Give a filler of many copies, of one that fills in a single one."""
    return lambda blank, each, _folder: [fill(blank, texts) for texts in each]


def answered(texts: Texts) -> dict[str, str]:
    """Give the texts of the boxes that somebody fills in."""
    return {name: text for name, text in texts.items() if text}


@lru_cache(maxsize=1)
def _read(blank: bytes) -> pypdf.PdfReader:
    """Read a blank once for all its copies: it takes pypdf a third of the time."""
    return pypdf.PdfReader(io.BytesIO(blank))


def by_pypdf(blank: bytes, texts: Texts) -> bytes:
    """Fill a form with pypdf, which draws the answers too."""
    writer = pypdf.PdfWriter(clone_from=_read(blank))
    buttons = {
        name for name, field in (writer.get_fields() or {}).items() if field.get("/FT") == "/Btn"
    }
    values = {
        name: f"/{text}" if name in buttons else text for name, text in answered(texts).items()
    }
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    filled = io.BytesIO()
    writer.write(filled)
    return filled.getvalue()


def by_pikepdf(blank: bytes, texts: Texts) -> bytes:
    """Fill a form with pikepdf: values and states of buttons; words are for viewers to draw."""
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            text = texts.get(str(field.T), "")
            if text and pikepdf.Name.Btn == field.FT:
                field.V = pikepdf.Name(f"/{text}")
                for kid in field.get("/Kids", [field]):
                    state = f"/{text}" if f"/{text}" in kid.AP.N else "/Off"
                    kid.AS = pikepdf.Name(state)
            elif text:
                field.V = pikepdf.String(text)
                pdf.Root.AcroForm.NeedAppearances = True
        filled = io.BytesIO()
        # Objects one by one are read several times as fast as objects in bundles.
        pdf.save(filled, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return filled.getvalue()


def by_qpdf(blank: bytes, each: Sequence[Texts], folder: Path) -> list[bytes]:
    """Fill copies of a form with qpdf's command, which takes changed objects as JSON."""
    return [_by_qpdf(blank, texts, folder) for texts in each]


def _by_qpdf(blank: bytes, texts: Texts, folder: Path) -> bytes:
    source, changes, filled = folder / "blank.pdf", folder / "changes.json", folder / "filled.pdf"
    source.write_bytes(blank)
    told = subprocess.run(
        ["qpdf", "--json=2", "--json-key=qpdf", source], check=True, capture_output=True
    ).stdout
    # It hands on a number such as “219.”, which is right in a PDF and wrong in JSON.
    head, stored = json.loads(re.sub(rb"(\d\.)(?=,?\n)", rb"\g<1>0", told))["qpdf"]
    root = stored["trailer"]["value"]["/Root"]
    changed = {f"obj:{root}": stored[f"obj:{root}"]}
    form = stored[f"obj:{root}"]["value"]["/AcroForm"]
    for reference in form["/Fields"]:
        field = stored[f"obj:{reference}"]["value"]
        text = texts.get(field["/T"].removeprefix("u:"), "")
        if text and field["/FT"] == "/Btn":
            field["/V"] = f"/{text}"
            for kid in field.get("/Kids", [reference]):
                button = stored[f"obj:{kid}"]["value"]
                button["/AS"] = f"/{text}" if f"/{text}" in button["/AP"]["/N"] else "/Off"
                changed[f"obj:{kid}"] = {"value": button}
        elif text:
            field["/V"] = f"u:{text}"
        changed[f"obj:{reference}"] = {"value": field}
    form["/NeedAppearances"] = True
    changes.write_text(json.dumps({"qpdf": [head, changed]}), encoding="utf-8")
    subprocess.run(["qpdf", source, f"--update-from-json={changes}", filled], check=True)
    return filled.read_bytes()


def by_pdfium(blank: bytes, texts: Texts) -> bytes:
    """Fill a form with PDFium, the engine of Chromium and Edge, as keyboard and mouse do it."""
    lists = options(blank)
    pdf = pypdfium2.PdfDocument(blank)
    try:
        pdf.init_forms()
        for page in pdf:
            for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
                annotation = pdfium.FPDFPage_GetAnnot(page, number)
                name = _told(pdfium.FPDFAnnot_GetFormFieldName, pdf.formenv, annotation)
                if text := texts.get(name):
                    by = PDFIUM[pdfium.FPDFAnnot_GetFormFieldType(pdf.formenv, annotation)]
                    by(pdf.formenv, page, annotation, text, lists.get(name, []))
                pdfium.FPDFPage_CloseAnnot(annotation)
            pdfium.FORM_ForceToKillFocus(pdf.formenv)
            page.close()
        filled = io.BytesIO()
        pdf.save(filled)
        return filled.getvalue()
    finally:
        pdf.close()


def options(blank: bytes) -> dict[str, list[str]]:
    """Give the values of each list's options, which PDFium keeps to itself."""
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        return {
            str(field.T): [str(option[0]) for option in field.Opt]
            for field in pdf.Root.AcroForm.Fields
            if field.get("/FT") == pikepdf.Name.Ch
        }


def _type(form: Any, page: Any, annotation: Any, text: str, _options: list[str]) -> None:
    pdfium.FORM_SetFocusedAnnot(form, annotation)
    pdfium.FORM_SelectAllText(form, page)
    letters = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
    pdfium.FORM_ReplaceSelection(form, page, ctypes.cast(letters, pdfium.FPDF_WIDESTRING))


def _choose(form: Any, page: Any, annotation: Any, text: str, options: list[str]) -> None:
    pdfium.FORM_SetFocusedAnnot(form, annotation)
    assert pdfium.FORM_SetIndexSelected(form, page, options.index(text), True)  # noqa: FBT003


def _click(form: Any, page: Any, annotation: Any, text: str, _options: list[str]) -> None:
    stands_for = _told(pdfium.FPDFAnnot_GetFormFieldExportValue, form, annotation)
    if stands_for != text or pdfium.FPDFAnnot_IsChecked(form, annotation):
        return
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, box)
    middle = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    pdfium.FORM_OnMouseMove(form, page, 0, *middle)
    pdfium.FORM_OnLButtonDown(form, page, 0, *middle)
    pdfium.FORM_OnLButtonUp(form, page, 0, *middle)


PDFIUM = {
    pdfium.FPDF_FORMFIELD_TEXTFIELD: _type,
    pdfium.FPDF_FORMFIELD_COMBOBOX: _choose,
    pdfium.FPDF_FORMFIELD_CHECKBOX: _click,
    pdfium.FPDF_FORMFIELD_RADIOBUTTON: _click,
}


def _told(ask: Callable[..., int], form: Any, annotation: Any) -> str:
    """Give a text that PDFium writes into a place of the caller's."""
    length = ask(form, annotation, None, 0)
    room = ctypes.create_string_buffer(length)
    ask(form, annotation, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), length)
    return room.raw[:-2].decode("utf-16-le")


def by_pdfjs(blank: bytes, each: Sequence[Texts], folder: Path) -> list[bytes]:
    """Fill copies of a form with pdf.js, the engine of Firefox, in one process of Node."""
    jobs = [{"texts": answered(texts)} for texts in each]
    return _done(("node", PROJECT / "tests/pdfjs_fill.mjs", PDFJS), blank, jobs, folder)


def by_poppler(blank: bytes, each: Sequence[Texts], folder: Path) -> list[bytes]:
    """Fill copies of a form with poppler, the engine of Evince and Okular, in one process."""
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        jobs = [
            {"boxes": [_box(fields[x], text) for x, text in answered(texts).items()]}
            for texts in each
        ]
    script = PROJECT / "tests/poppler_fill.py"
    return _done(("/usr/bin/python3", script), blank, jobs, folder)


def _box(field: Any, text: str) -> dict[str, object]:
    """Tell where a button lies that is pressed, or which option of a list is chosen."""
    listed = [str(option[0]) for option in field.get("/Opt", [])]
    pressed = [kid for kid in field.get("/Kids", [field]) if f"/{text}" in kid.AP.N]
    x0, y0, x1, y1 = map(float, (pressed or [field])[0].get("/Rect", [0, 0, 0, 0]))
    return {
        "name": str(field.T),
        "text": text,
        "place": listed.index(text) if listed else 0,
        "at": ((x0 + x1) / 2, (y0 + y1) / 2),
    }


def _done(
    program: Sequence[str | Path], blank: bytes, jobs: Sequence[dict[str, Any]], folder: Path
) -> list[bytes]:
    """Have another program do all jobs, and give the files that it has made."""
    (folder / "blank.pdf").write_bytes(blank)
    for number, job in enumerate(jobs):
        job |= {"blank": str(folder / "blank.pdf"), "filled": str(folder / f"{number}.pdf")}
    (folder / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    subprocess.run([*program, folder / "jobs.json"], check=True, timeout=900)
    return [Path(job["filled"]).read_bytes() for job in jobs]


FILLERS: dict[str, Filler] = {
    "pikepdf": one_by_one(by_pikepdf),
    "pypdf": one_by_one(by_pypdf),
    "PDFium": one_by_one(by_pdfium),
    "pdf.js": by_pdfjs,
    "poppler": by_poppler,
    "qpdf": by_qpdf,
}
"""Every program that fills in forms in the tests; the last three must be installed."""
