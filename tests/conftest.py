"""Shared by all tests: the documents of the sample cases, and the renewal of golden texts.

Documents are produced when the first test asks for one, so that a test that needs none waits for
none; with xdist all tests of a document go to one worker, and all of a form or a report.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.produced import Made
    from xdist.remote import Producer
    from xdist.scheduler import LoadScopeScheduling

NAMES = {"made", "shown"}


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep compiled templates in the tests' own folder, away from the person's."""
    folder = str(tmp_path_factory.mktemp("cache"))
    with pytest.MonkeyPatch.context() as environment:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            environment.setenv(name, folder)
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the texts in tests/golden anew in place of comparing them",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Hand out each copy of each document, to one test after the other.

    `made` is every document of every sample case, `shown` each document once: no test file may
    have a fixture of its own that is called so, as its tests would run for every document.
    """
    if not NAMES & set(metafunc.fixturenames):
        return  # the cases are read for those tests alone
    from tests.produced import few_samples, samples, shown_samples

    # Of each document a few cases; `make check-clients` tries the papers of all the others.
    few = few_samples()
    every = [
        pytest.param(each, marks=() if each in few else pytest.mark.clients) for each in samples()
    ]
    choices = {"made": every, "shown": shown_samples()}
    for name in choices.keys() & set(metafunc.fixturenames):
        metafunc.parametrize(name, choices[name], ids=str, indirect=True, scope="session")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Send all tests of a document, a form or a report to one worker, so that each is made once."""
    from tests.every_kind import ROWS
    from tests.produced import samples
    from xdist.scheduler import LoadScopeScheduling

    from lscp_docs.catalogue import REPORTS

    reports = sorted((row.key for row in REPORTS), key=len, reverse=True)
    documents = {str(sample): f"{sample.case}-{sample.document}" for sample in samples()}

    class ByDocument(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            shown = nodeid.rpartition("[")[2].rstrip("]")
            form, slash, _ = shown.partition("/")
            named = nodeid.replace("_", "-")
            report = next((key for key in reports if key in named), None)
            if report is not None:
                return report
            return form if slash and form in ROWS else documents.get(shown, nodeid)

    return ByDocument(config, log)


@pytest.fixture(scope="session")
def made(request: pytest.FixtureRequest) -> Made:
    """One copy of one document of one sample case."""
    from tests import produced

    return produced.made(request.param)


@pytest.fixture(scope="session")
def shown(request: pytest.FixtureRequest) -> Made:
    """One copy of one document, of a sample case in which it is complete if there is one."""
    from tests import produced

    return produced.made(request.param)
