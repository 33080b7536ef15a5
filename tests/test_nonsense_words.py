"""No identifying text of a case reaches an internal or public document, whatever its field."""

from __future__ import annotations

import pytest
from tests.produced import Made, Sample, folders, produced_of, samples
from tests.renamed import Renamed

from lscp_docs.catalogue import document
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.disclosure.reading import passages
from lscp_docs.errors import DisclosureError

CLOSED = (Profile.INTERNAL, Profile.PUBLIC)


def of_profile(*profiles: Profile) -> tuple[Sample, ...]:
    """One sample for each document of a case that has a copy of one of the profiles."""
    return tuple(
        dict.fromkeys(
            Sample(sample.case, sample.document)
            for sample in samples()
            for copy in document(sample.document).every_copy
            if copy.profile in profiles
        )
    )


def words_in(made: Made, words: dict[str, str]) -> set[str]:
    """The nonsense words that the files of a document say anywhere, visible or hidden."""
    said = "\n".join(
        passage.text
        for name, data in (("a.docx", made.docx), ("a.pdf", made.pdf))
        for passage in passages(name, data)
    ).casefold()
    return {word for word in words.values() if word.casefold() in said}


@pytest.mark.parametrize("sample", of_profile(*CLOSED), ids=str)
def test_no_word_of_a_case_reaches_a_closed_document(sample: Sample) -> None:
    renamed = Renamed(folders()[sample.case])
    assert len(renamed.words) > 5
    # A public paper prints narratives as a person cleared them: the next test is of those.
    is_public = any(copy.profile is Profile.PUBLIC for copy in document(sample.document).every_copy)
    folder = renamed.folder if is_public else renamed.told_in_narratives()
    copies = list(produced_of(folder, document(sample.document)))
    closed = [made for made in copies if made.copy.profile in CLOSED]
    assert closed
    for made in closed:
        assert words_in(made, renamed.words) == set()


@pytest.mark.parametrize("sample", of_profile(Profile.PUBLIC), ids=str)
def test_a_cleared_narrative_that_tells_a_name_stops_a_public_document(sample: Sample) -> None:
    folder = Renamed(folders()[sample.case]).told_in_narratives()
    with pytest.raises(DisclosureError, match="it would identify somebody"):
        list(produced_of(folder, document(sample.document)))


def test_the_same_words_are_found_in_a_document_that_may_tell_them() -> None:
    sample = next(each for each in of_profile(Profile.FULL) if each.document == "rapid-review")
    renamed = Renamed(folders()[sample.case])
    (made, *_) = produced_of(renamed.folder, document(sample.document))
    assert len(words_in(made, renamed.words)) > 5
