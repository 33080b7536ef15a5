"""What an edited Word file tells of people: named, taken out where no reader sees it, recorded."""

from __future__ import annotations

import datetime as dt
import io
import json
import shutil
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.produced import folders
from tests.reported import HARROWMERE, YEAR

from lscp_docs.catalogue import document
from lscp_docs.catalogue import report as report_row
from lscp_docs.cli import main
from lscp_docs.cli.demo import SAMPLE_DAY
from lscp_docs.edited import refuse_traces, typed_by_hand
from lscp_docs.errors import DisclosureError, ExitCode, LscpDocsError, OutputError
from lscp_docs.finalise import finalise
from lscp_docs.paper import Format
from lscp_docs.produce import Request, produce
from lscp_docs.render.docx_cleaning import cleaned
from lscp_docs.render.docx_traces import traces
from lscp_docs.render.finished import pdf_of
from lscp_docs.render.picture_traces import without_traces
from lscp_docs.render.word_rules import word_problems
from lscp_docs.report import ReportRequest, produce_report

CASE, LETTER = "HSCP-2025-009", "referrer-feedback"
SECRET = "Ottoline Quenby"
"""Who edited the file: must be in nothing that leaves."""
MAIN, CORE, APP = "word/document.xml", "docProps/core.xml", "docProps/app.xml"
SETTINGS, ROOT_LINKS, LINKS = "word/settings.xml", "_rels/.rels", "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
Parts = dict[str, bytes]


def body() -> str:
    return folders()[CASE].partnership.name


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


@cache
def original() -> tuple[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        request = Request(today=SAMPLE_DAY, to=Path(folder), format=Format.WORD)
        file = produce(folders()[CASE], document(LETTER), request)[0].files[0]
        return file.name, file.read_bytes()


def swap(part: str, old: str, new: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        assert old.encode() in parts[part], part
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return change


def beside(kind: str, part: str, data: bytes, *, links: str = LINKS) -> Callable[[Parts], None]:
    """Put a part in and point at it, as Word does."""

    def change(parts: Parts) -> None:
        link = f'<Relationship Id="rIdX{len(parts)}" Type="{OFFICE}/{kind}" Target="/{part}"/>'
        swap(links, "</Relationships>", f"{link}</Relationships>")(parts)
        if part.endswith(".xml"):
            override = f'<Override PartName="/{part}" ContentType="application/xml"/></Types>'
            swap("[Content_Types].xml", "</Types>", override)(parts)
        parts[part] = data

    return change


def setting(xml: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        at = parts[SETTINGS].rindex(b"</w:settings>")
        parts[SETTINGS] = parts[SETTINGS][:at] + xml.encode() + parts[SETTINGS][at:]

    return change


@dataclass(frozen=True)
class Plant:
    what: str
    change: Callable[[Parts], None]
    """Put a trace with the secret into a Word file."""


def xml(word: str = SECRET) -> bytes:
    return f"<made><by>{word}</by></made>".encode()


GONE = (
    Plant("its author", swap(CORE, "<dc:creator>", f"<dc:creator>{SECRET} for ")),
    Plant("who saved it last", swap(CORE, "</cp:coreProperties>",
          f"<cp:lastModifiedBy>{SECRET}</cp:lastModifiedBy></cp:coreProperties>")),
    Plant("other properties", swap(CORE, "</cp:coreProperties>",
          f"<dc:description>{SECRET}</dc:description></cp:coreProperties>")),
    Plant("the time at which", swap(CORE, "T00:00:00Z</dcterms:modified>",
          "T16:50:11Z</dcterms:modified>")),
    Plant("properties (company", swap(APP, "</Properties>",
          f"<Company>{SECRET}</Company><Manager>{SECRET}</Manager></Properties>")),
    Plant("revision ids", setting('<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>')),
    Plant("revision ids", swap(
          MAIN, "<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">')),
    Plant("numbers of paragraphs", swap(MAIN, "<w:p>",
          f'<w:p xmlns:w14="{W14}" w14:paraId="1A2B3C4D">')),
    Plant("document variables", setting(
          f'<w:docVars><w:docVar w:name="by" w:val="{SECRET}"/></w:docVars>')),
    Plant("the hash of a password", setting(
          '<w:documentProtection w:edit="forms" w:hash="Zm9v"/>')),
    Plant("remarks in the source", swap(MAIN, "<w:body>", f"<w:body><!-- {SECRET} -->")),
    Plant("where it was edited last", swap(MAIN, "<w:p>", '<w:p><w:bookmarkStart w:id="77" '
          'w:name="_GoBack"/><w:bookmarkEnd w:id="77"/>')),
    Plant("a picture of its first page", beside("metadata/thumbnail", "docProps/thumbnail.jpeg",
          SECRET.encode(), links=ROOT_LINKS)),
    Plant("custom properties", beside("custom-properties", "docProps/custom.xml", xml(),
          links=ROOT_LINKS)),
    Plant("custom XML", beside("customXml", "customXml/item1.xml", xml())),
    Plant("a list of people", beside("people", "word/people.xml", xml())),
    Plant("building blocks", beside("glossaryDocument", "word/glossary/document.xml", xml())),
    Plant("the settings of a printer", beside("printerSettings", "word/printer.xml",
          xml())),
    Plant("the path of its template", beside("attachedTemplate", "word/template.xml",
          xml())),
)  # fmt: skip
RUN = "<w:r><w:t>unseen</w:t></w:r>"
BY_PERSON = (
    Plant("words in the strict form", swap(MAIN, "http://schemas.openxmlformats.org/"
          "wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")),
    Plant("tracked changes", swap(MAIN, "<w:p>", f'<w:p><w:ins w:id="9" w:author="{SECRET}">'
          f"{RUN}</w:ins>")),
    Plant("hidden text", swap(MAIN, "<w:p>", "<w:p><w:r><w:rPr><w:vanish/></w:rPr>"
          "<w:t>unseen</w:t></w:r>")),
    Plant("comments", beside("comments", "word/comments.xml", (
          '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
          f'<w:comment w:id="0" w:author="{SECRET}"/></w:comments>').encode())),
    Plant("an embedded object", beside("package", "word/embeddings/list.xlsx", b"PK")),
    Plant("handwriting", beside("ink", "word/ink/ink1.xml", xml())),
)  # fmt: skip


def planted(*plants: Plant) -> bytes:
    parts = parts_of(original()[1])
    for plant in plants:
        plant.change(parts)
    return packed(parts)


def kinds(data: bytes) -> list[str]:
    return [trace.what for trace in traces(data, body())]


def clean(data: bytes) -> bytes:
    return cleaned(data, body(), created=SAMPLE_DAY)


def test_what_produce_wrote_has_no_trace() -> None:
    assert kinds(original()[1]) == []


@pytest.mark.parametrize("plant", [*GONE, *BY_PERSON], ids=lambda plant: plant.what)
def test_a_trace_is_named_and_never_quoted(plant: Plant) -> None:
    found = traces(planted(plant), body())
    assert [each.what.startswith(plant.what) for each in found] == [True]
    assert found[0].by_person == (plant in BY_PERSON)
    with pytest.raises(LscpDocsError) as caught:
        refuse_traces("letter.docx", found)
    told = f"{caught.value.sentence} {' '.join(map(str, caught.value.problems))}"
    assert SECRET not in told
    assert ("--clean" in told) == (plant in GONE)


@pytest.mark.parametrize("plant", GONE, ids=lambda plant: plant.what)
def test_a_trace_that_no_reader_sees_is_taken_out(plant: Plant) -> None:
    made = clean(planted(plant))
    assert kinds(made) == []
    assert SECRET.encode() not in b"".join(parts_of(made).values())


def test_all_traces_at_once_leave_the_words_the_pdf_and_the_rules() -> None:
    dirty = planted(*GONE)
    made = clean(dirty)
    assert clean(made) == made
    assert list(map(str, word_problems(made, "letter.docx"))) == []
    untouched = planted()
    assert pdf_of(made, created=SAMPLE_DAY) == pdf_of(untouched, created=SAMPLE_DAY)


@pytest.mark.parametrize("plant", BY_PERSON, ids=lambda plant: plant.what)
def test_what_a_person_decides_is_never_taken_out(plant: Plant, tmp_path: Path) -> None:
    file = tmp_path / original()[0]
    file.write_bytes(planted(plant, *GONE))
    with pytest.raises(DisclosureError, match="person") as caught:
        finalise(file, folders()[CASE], today=SAMPLE_DAY, clean=True)
    assert "In Word" in str(caught.value.problems[0])
    assert list(tmp_path.iterdir()) == [file]


def test_revision_ids_alone_identify_nobody_and_are_told_in_one_line() -> None:
    data = planted(*(plant for plant in GONE if plant.what == "revision ids"))
    with pytest.raises(OutputError) as caught:
        refuse_traces("letter.docx", traces(data, body()))
    assert len(caught.value.problems) == 1
    assert caught.value.exit_code is ExitCode.OUTPUT


def test_an_edited_file_is_refused_then_cleaned_in_one_step(tmp_path: Path) -> None:
    name, _ = original()
    file = tmp_path / name
    file.write_bytes(planted(*GONE))
    before = file.read_bytes()
    with pytest.raises(DisclosureError, match="--clean"):
        finalise(file, folders()[CASE], today=SAMPLE_DAY)
    assert list(tmp_path.iterdir()) == [file]
    pdf = finalise(file, folders()[CASE], today=SAMPLE_DAY, clean=True)
    copy = file.with_name(f"{file.stem}_clean.docx")
    record = json.loads((tmp_path / f"{pdf.stem}_finalised.json").read_text())
    assert file.read_bytes() == before
    assert kinds(copy.read_bytes()) == []
    assert record["case"] == CASE
    assert record["finalised"] == {name: sha256(before).hexdigest()}
    assert record["files"] == {x.name: sha256(x.read_bytes()).hexdigest() for x in (copy, pdf)}
    assert SECRET.encode() not in pdf.read_bytes()


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    shown = chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunk(*each) for each in chunks) + shown


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    told = (struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data for kind, data in segments)
    return b"\xff\xd8" + b"".join(told) + b"\xff\xda\0\2shown\xff\xd9"


TURNED = b"Exif\0\0II*\0\x08\0\0\0\1\0" + struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0) + bytes(4)


@pytest.mark.parametrize(
    ("name", "dirty", "kept"),
    [
        ("a.png", png((b"tEXt", b"Author\0" + SECRET.encode())), png()),
        ("a.png", png() + SECRET.encode(), png()),
        ("a.jpg", jpeg((0xE0, b"JFIF\0"), (0xFE, SECRET.encode())), jpeg((0xE0, b"JFIF\0"))),
        ("a.jpg", jpeg((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET.encode())), jpeg()),
        ("a.jpg", jpeg() + SECRET.encode(), jpeg()),
        ("a.svg", b"<svg xmlns='s'><metadata>Quenby</metadata><g/></svg>",
         b'<svg xmlns="s"><g/></svg>'),
        ("a.gif", b"GIF89a" + bytes(7) + b"!\xfe\x06Quenby\0;", b"GIF89a" + bytes(7) + b";"),
    ],
)  # fmt: skip
def test_a_picture_keeps_what_it_shows(name: str, dirty: bytes, kept: bytes) -> None:
    assert without_traces(name, dirty) == kept
    assert without_traces(name, kept) == kept


def test_a_photograph_stays_the_right_way_up() -> None:
    dirty = jpeg((0xE1, TURNED + SECRET.encode()))
    made = without_traces("a.jpg", dirty)
    assert SECRET.encode() not in made
    assert struct.pack(">HHIH", 0x0112, 3, 1, 6) in made
    assert without_traces("a.jpg", made) == made


@given(
    st.binary(max_size=60), st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF89a", b"<"])
)
def test_a_broken_picture_stays_as_it_is_or_is_cleaned(rest: bytes, head: bytes) -> None:
    made = without_traces("a.svg", head + rest)
    assert without_traces("a.svg", made) == made


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_an_error_for_a_person(data: st.DataObject) -> None:
    whole = planted(GONE[0])
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = data.draw(
        st.sampled_from([whole[:at], whole[:at] + b"\xff" + whole[at + 1 :], whole[at:]])
    )
    for step in (kinds, clean):
        with suppress(LscpDocsError):  # any other error fails the test
            step(broken)


@pytest.mark.parametrize("part", [CORE, APP, SETTINGS, ROOT_LINKS, LINKS, "word/styles.xml"])
def test_a_missing_part_is_no_traceback(part: str) -> None:
    parts = parts_of(planted(*GONE))
    del parts[part]
    for step in (kinds, clean):
        with suppress(LscpDocsError):
            step(packed(parts))


def test_the_command_refuses_then_cleans(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folders()[CASE].path.parents[1], tmp_path / "home")
    file = tmp_path / original()[0]
    file.write_bytes(planted(*GONE))
    command = ["--home", str(tmp_path / "home"), "finalise", str(file), "--case", CASE]
    assert main(command) == ExitCode.DISCLOSURE
    assert "--clean" in capsys.readouterr().err
    assert main([*command, "--clean"]) == ExitCode.DONE
    assert file.with_suffix(".pdf").exists()


def test_a_figure_typed_into_a_report_by_hand_is_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = report_row("actions-report")
    made = produce_report(
        HARROWMERE,
        row,
        ReportRequest(period=YEAR, today=dt.date(2026, 4, 20), to=tmp_path, format=Format.WORD),
    )
    file = next(each for each in made.files if each.suffix == ".docx")
    assert typed_by_hand(file) == ()
    parts = parts_of(file.read_bytes())
    swap(MAIN, "</w:t>", " We looked at 977 cases.</w:t>")(parts)
    file.write_bytes(packed(parts))
    assert typed_by_hand(file) == ("977 cases",)
    at = ("--home", str(HARROWMERE), "finalise", str(file), "--clean", "--today", "2026-04-20")
    assert main(at) == ExitCode.DONE
    assert "“977 cases” was typed in since the report was made" in " ".join(
        capsys.readouterr().err.split()
    )
    assert list((tmp_path / "restricted").glob("*_finalised.json"))
    record = tmp_path / "restricted" / f"{file.stem}.json"
    record.write_text("{}", "utf-8")
    assert typed_by_hand(file) is None
    record.unlink()
    assert typed_by_hand(file) is None
