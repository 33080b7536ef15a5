"""Checking a finished file: beside producing it, and ten pages against a case with 60 names."""

from __future__ import annotations

import io
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf

from lscp_docs.casefile.case_folder import CaseFolder, load_case
from lscp_docs.catalogue import document
from lscp_docs.cli.demo import SAMPLE_DAY
from lscp_docs.disclosure.check import Checked, check
from lscp_docs.disclosure.hidden import hidden_of
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.model.identifying import Identifying, Kind
from lscp_docs.paper import Standing
from lscp_docs.produce import Request, produce
from lscp_docs.shipped import bundled

HOME = Path(str(bundled("sample_cases"))) / "harrowmere"
CASE = "HSCP-2025-014"
NAMES = 60
ROUNDS = 5


def made(folder: CaseFolder, key: str) -> dict[str, bytes]:
    """Give the Word file and the PDF of a document, by their names."""
    with tempfile.TemporaryDirectory() as to:
        request = Request(today=SAMPLE_DAY, to=Path(to), standing=Standing.DRAFT)
        (produced, *_) = produce(folder, document(key), request)
        files = [each for each in produced.files if each.suffix in (".docx", ".pdf")]
        return {each.name: each.read_bytes() for each in files}


def checked(folder: CaseFolder, files: dict[str, bytes], profile: Profile) -> list[Checked]:
    """Check the files against a case."""
    hidden = (hidden_of(folder.case, profile, folder.returns),)
    return [check(name, data, hidden, folder.partnership) for name, data in files.items()]


def with_names(folder: CaseFolder, number: int) -> CaseFolder:
    """Give the case with so many more people in the family, no two of one name."""
    one = folder.case.family[0]
    more = tuple(
        one.model_copy(
            update={
                "forenames": Identifying(f"Fore{_letters(each)}", Kind.FORENAMES),
                "surname": Identifying(f"Sur{_letters(each)}", Kind.SURNAME),
            }
        )
        for each in range(number)
    )
    return replace(folder, case=folder.case.model_copy(update={"family": more}))


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number * 7919:06}")


def command(key: str) -> float:
    """Return the processor seconds of the command that makes the Word file and PDF of a document.

    It checks them too.
    """
    with tempfile.TemporaryDirectory() as to:
        words = ["produce", key, CASE, "--draft", "--to", to, "--today", str(SAMPLE_DAY)]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = [sys.executable, "-m", "lscp_docs", "--home", str(HOME), *words]
        subprocess.run(run, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(*runs: Callable[[], object]) -> list[float]:
    """Return the medians of seconds, all run turn by turn."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(ROUNDS):
        for run, found in zip(runs, times, strict=True):
            start = time.process_time()
            run()
            found.append(time.process_time() - start)
    return [statistics.median(found) for found in times]


def main() -> int:
    """Print the table; give back 1 when a target is missed."""
    folder = load_case(HOME, CASE)
    rows = []
    for key, profile in (("executive-decision", Profile.INTERNAL),
                         ("seven-minute-briefing", Profile.PUBLIC)):  # fmt: skip
        files = made(folder, key)
        (checking,) = medians(lambda f=files, p=profile: checked(folder, f, p))  # type: ignore[misc]
        whole = statistics.median(command(key) for _ in range(ROUNDS))
        told = f"{key}: command {whole:.2f} s, of which checking {checking:.2f} s"
        rows.append((told, checking / (whole - checking), 1.0))
    many = with_names(folder, NAMES)
    for name, data in made(folder, "rapid-review").items():
        if name.endswith(".pdf"):
            pages = len(pypdf.PdfReader(io.BytesIO(data)).pages)
            (taken,) = medians(lambda data=data: checked(many, {"a.pdf": data}, Profile.PUBLIC))  # type: ignore[misc]
            rows.append((f"ten pages, {NAMES} names, in seconds", taken * 10 / pages, 0.5))
    print(f"{'what':70} {'measured':>9} {'target':>7}")
    for what, measured, target in rows:
        print(
            f"{what:70} {measured:9.2f} {target:7.2f}  {'ok' if measured <= target else 'MISSED'}"
        )
    return int(any(measured > target for _, measured, target in rows))


if __name__ == "__main__":
    sys.exit(main())
