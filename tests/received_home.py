"""A partnership's home in which a scoping report was sent, and filled copies of that form."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, ClassVar

from tests.fillers import by_pypdf

from lscp_docs.casefile.case_folder import load_case
from lscp_docs.casefile.history import Stamp
from lscp_docs.catalogue import form
from lscp_docs.forms.observed import Observed
from lscp_docs.forms.returned import Reader
from lscp_docs.mail.arrivals import Arrived
from lscp_docs.model.answers.scoping_report import ScopingReport
from lscp_docs.model.answers.values import written
from lscp_docs.receive import Office
from lscp_docs.send import Order, recipients, send
from lscp_docs.shipped import bundled

CASE = "SWSCP-2026-002"
AGENCY = "housing"
SENT_ON = dt.date(2026, 3, 4)
CAME_ON = dt.date(2026, 3, 10)

NIL: dict[str, Any] = {
    "involvement": "no",
    "author": "Ada Larkspur",
    "author_role": "Tenancy manager",
    "author_contact": "ada.larkspur@foreshorehomes.example",
    "completed_on": dt.date(2026, 3, 9),
    "approved_by": "Bo Fennimore",
    "approver_role": "Head of Housing",
    "approved_on": dt.date(2026, 3, 9),
    "records_searched": ["electronic"],
    "searched": True,
    "accurate": True,
}
"""A complete nil return."""


def stamp(day: dt.date) -> Stamp:
    at = dt.datetime.combine(day, dt.time(16, 50), dt.UTC)
    return Stamp(today=day, at=at, by="Business unit")


@lru_cache(maxsize=1)
def _sent_home() -> Path:
    """Send the form once a process: the tests work in copies."""
    home = Path(mkdtemp()) / "saltmarsh"
    shutil.copytree(Path(str(bundled("sample_cases") / "saltmarsh")), home)
    folder = load_case(home, CASE)
    order = Order(
        row=form("scoping-report"),
        home=home,
        partnership=folder.partnership,
        folder=folder,
        stamp=stamp(SENT_ON),
    )
    (agency,) = recipients(order, (AGENCY,))
    send(order, agency)
    return home


def home_in(folder: Path) -> Path:
    """A fresh copy of the home in which the form was sent."""
    home = folder / "home"
    shutil.copytree(_sent_home(), home)
    return home


def plain_home(folder: Path) -> Path:
    """A fresh copy of the sample home, in which nothing was sent."""
    home = folder / "home"
    shutil.copytree(Path(str(bundled("sample_cases") / "saltmarsh")), home)
    return home


def office(home: Path, day: dt.date = CAME_ON) -> Office:
    return Office(home=home, stamp=stamp(day))


def the_form() -> bytes:
    """The form as it was sent."""
    (sent,) = (_sent_home() / "cases" / CASE / "sent").glob("*.pdf")
    return sent.read_bytes()


def filled(**changes: Any) -> bytes:
    """The form, filled as a nil return with some answers changed; None takes one away."""
    answers = {key: value for key, value in {**NIL, **changes}.items() if value is not None}
    texts = written(ScopingReport.model_validate(answers))
    return _filled(tuple((k, v) for k, v in texts.items() if k != "agency_name"))


@lru_cache(maxsize=32)
def _filled(texts: tuple[tuple[str, str], ...]) -> bytes:
    return by_pypdf(the_form(), dict(texts))


class OneReader:
    """One reader for many tests: its process starts once, and reads the same bytes once."""

    reader: Reader | None = None
    seen: ClassVar[dict[str, Observed]] = {}

    def __init__(self, *, password: str = "") -> None:
        self.password = password

    def __enter__(self) -> OneReader:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def observe(self, path: Path) -> Observed:
        if self.password:
            with Reader(password=self.password) as reader:
                return reader.observe(path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest not in self.seen:
            OneReader.reader = OneReader.reader or Reader()
            self.seen[digest] = OneReader.reader.observe(path)
        return self.seen[digest]


def dropped(folder: Path, name: str, data: bytes) -> Arrived:
    """A file that lies in a folder, as it is received."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return Arrived(name=name, path=path, data=None)


def tree(home: Path) -> dict[str, bytes]:
    """Every file of a home with its bytes; locks and half-written names are no files of it."""
    return {
        file.relative_to(home).as_posix(): file.read_bytes()
        for file in sorted(home.rglob("*"))
        if file.is_file() and not file.name.startswith(".")
    }
