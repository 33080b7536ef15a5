"""Other people's programs open what we write: LibreOffice, poppler, qpdf, the Open XML SDK's rules.

`make check-clients` installs them; they are heavy, so `make test` leaves these tests out.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from tests.charted_paper import paper
from tests.produced import Made, Sample, folders, made, samples, shown_samples
from tests.test_reports import made as reported_sample
from tests.test_reports import samples as report_samples
from tests.test_traces import CASE, original

from lscp_docs.cli.demo import SAMPLE_DAY
from lscp_docs.errors import DisclosureError
from lscp_docs.finalise import finalise
from lscp_docs.render.docx_traces import traces
from lscp_docs.shipped import bundled

pytestmark = pytest.mark.clients

PROJECT = Path(__file__).parents[1]
RULES = PROJECT / "build/clients/node_modules/@ooxml-tools/validate/dist/npm/index.js"
"""Where `make check-clients` puts the Open XML SDK's rules."""
MANY_MINUTES = 1200


@dataclass(frozen=True)
class Opened:
    """Where the files of each document are, and the PDF that LibreOffice makes of the Word file."""

    folder: Path

    def file(self, sample: Sample, ending: str) -> Path:
        return self.folder / f"{sample}{ending}"

    def by_libreoffice(self, sample: Sample) -> Path:
        return self.folder / "libreoffice" / f"{sample}.pdf"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Every document on the disk, opened by one LibreOffice with a profile of its own."""
    found = Opened(tmp_path_factory.mktemp("opened"))
    for one in map(made, samples()):
        found.file(one.sample, ".docx").write_bytes(one.docx)
        found.file(one.sample, ".pdf").write_bytes(one.pdf)
    convert(found.folder, *(found.file(sample, ".docx") for sample in samples()))
    return found


def convert(folder: Path, *files: Path) -> None:
    """Have LibreOffice make a PDF of each Word file, in `folder`/libreoffice."""
    profile = (folder / "profile").as_uri()
    run(
        "soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
        "--outdir", str(folder / "libreoffice"), *map(str, files),
    )  # fmt: skip


def run(*command: str) -> str:
    ran = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=MANY_MINUTES,
    )
    assert ran.returncode == 0, f"{command[0]}: {ran.stderr[-2000:]}"
    return ran.stdout


def pages_by_poppler(pdf: Path) -> list[str]:
    return run("pdftotext", "-layout", str(pdf), "-").split("\f")[:-1]


def words(text: str) -> set[str]:
    return set(re.findall(r"\w{2,}", text))


def strangers(one: str, other: str) -> set[str]:
    """The words that only one of two texts has, but those that a line end has cut."""
    whole = re.sub(r"\s", "", one), re.sub(r"\s", "", other)
    only = words(one) ^ words(other)
    return {word for word in only if not all(word in text for text in whole)}


def test_libreoffice_opens_the_word_file_and_shows_its_words(made: Made, opened: Opened) -> None:
    pages = pages_by_poppler(opened.by_libreoffice(made.sample))
    assert pages
    assert all(page.strip() for page in pages)
    assert strangers("\n".join(pages), " ".join(made.pages)) <= numbers(made, pages)


def numbers(made: Made, pages: list[str]) -> set[str]:
    """The page numbers that one of the two lacks because the other is longer."""
    return {str(number) for number in range(1, max(len(pages), len(made.pages)) + 1)}


def test_lost_word_is_seen(shown: Made, opened: Opened) -> None:
    pages = "\n".join(pages_by_poppler(opened.by_libreoffice(shown.sample)))
    assert strangers(f"{pages} Zwischenruf", " ".join(shown.pages)) >= {"Zwischenruf"}


def test_poppler_reads_the_pdf(made: Made, opened: Opened) -> None:
    pages = pages_by_poppler(opened.file(made.sample, ".pdf"))
    assert len(pages) == len(made.pages)
    assert strangers("\n".join(pages), " ".join(made.pages)) == set()


def test_qpdf_finds_no_fault_in_the_pdf(made: Made, opened: Opened) -> None:
    told = run("qpdf", "--check", str(opened.file(made.sample, ".pdf")))
    assert "No syntax or stream encoding errors found" in told


def test_word_files_keep_the_rules_of_the_open_xml_sdk(opened: Opened, tmp_path: Path) -> None:
    files = [opened.file(sample, ".docx") for sample in shown_samples()]
    for template in bundled("templates").iterdir():
        if template.name.endswith(".docx"):
            files.append(tmp_path / template.name)
            files[-1].write_bytes(template.read_bytes())
    broken = tmp_path / "broken.docx"
    broken.write_bytes(with_two_bodies(files[0].read_bytes()))
    told = json.loads(run("node", str(PROJECT / "tests/ooxml_rules.mjs"), str(RULES),
                          *map(str, [*files, broken])))  # fmt: skip
    assert told.pop(str(broken)), "the rules see a file that is wrong"
    assert len(told) == len(files)
    assert {Path(file).name: errors for file, errors in told.items() if errors} == {}


def test_every_report_keeps_the_rules_and_is_opened_by_others(tmp_path: Path) -> None:
    reports = {f"{home.name}-{key}": reported_sample((key, home, days))
               for key, home, days in report_samples()}  # fmt: skip
    files = {name: tmp_path / f"{name}.docx" for name in reports}
    for name, report in reports.items():
        files[name].write_bytes(report.docx)
        files[name].with_suffix(".pdf").write_bytes(report.pdf)
    told = json.loads(run("node", str(PROJECT / "tests/ooxml_rules.mjs"), str(RULES),
                          *map(str, files.values())))  # fmt: skip
    assert {Path(file).name: errors for file, errors in told.items() if errors} == {}
    convert(tmp_path, *files.values())
    for name, report in reports.items():
        checked = run("qpdf", "--check", str(files[name].with_suffix(".pdf")))
        assert "No syntax or stream encoding errors found" in checked, name
        shown = words("\n".join(pages_by_poppler(tmp_path / "libreoffice" / f"{name}.pdf")))
        written = words(" ".join(report.word.body))
        assert {word for word in written - shown if not word.isdigit()} == set(), name


def test_charts_keep_the_rules_and_are_drawn_by_libreoffice(tmp_path: Path) -> None:
    file = tmp_path / "charts.docx"
    file.write_bytes(paper())
    told = json.loads(run("node", str(PROJECT / "tests/ooxml_rules.mjs"), str(RULES), str(file)))
    assert told == {str(file): []}
    convert(tmp_path, file)
    with pypdfium2.PdfDocument(tmp_path / "libreoffice" / "charts.pdf") as opened:
        pictures = [page.render(scale=1).to_pil().convert("L") for page in opened]
    dark = sum(count for one in pictures for count in one.histogram()[:80])
    assert dark > 20_000, "LibreOffice draws the bars"


def with_two_bodies(docx: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"</w:body>", b"</w:body><w:body/>")
            new.writestr(name, data)
    return stream.getvalue()


def test_a_letter_saved_by_libreoffice_is_refused_then_leaves_without_a_trace(
    tmp_path: Path,
) -> None:
    name, produced = original()
    before = tmp_path / name
    before.write_bytes(produced)
    profile = (tmp_path / "profile").as_uri()
    run("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx",
        "--outdir", str(tmp_path / "saved"), str(before))  # fmt: skip
    file, folder = tmp_path / "saved" / name, folders()[CASE]
    with pytest.raises(DisclosureError, match="--clean"):
        finalise(file, folder, today=SAMPLE_DAY)
    finalise(file, folder, today=SAMPLE_DAY, clean=True)
    copy = file.with_name(f"{file.stem}_clean.docx")
    assert traces(copy.read_bytes(), folder.partnership.name) == ()
    convert(tmp_path, copy)
    assert pages_by_poppler(tmp_path / "libreoffice" / f"{copy.stem}.pdf")
    told = json.loads(run("node", str(PROJECT / "tests/ooxml_rules.mjs"), str(RULES),
                          str(file), str(copy)))  # fmt: skip
    assert len(told[str(copy)]) <= len(told[str(file)]), "cleaning breaks no rule"
