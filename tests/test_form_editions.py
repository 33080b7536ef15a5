"""A form whose boxes change is a new edition, so that returns on the old one are still known."""

from __future__ import annotations

from typing import Annotated, ClassVar

import pytest

from lscp_docs.catalogue import FORMS
from lscp_docs.forms.form_type import FormType
from lscp_docs.model.answers.asked import Answers, Asked, Row, Section, YesNo, YesNoUnknown
from lscp_docs.model.answers.boxes import fingerprint
from lscp_docs.model.identifying import Line
from lscp_docs.model.record import Narrative

WHAT_TO_DO = """the boxes of {key} have changed since edition {edition}. In catalogue.py:
1. once a form of edition {edition} has been sent to anybody, add
   Edition(number="{edition}", fingerprint="{old}") to its `earlier`, with the boxes that are
   renamed, or with `refused_because` if returns on it can no longer be read;
2. count `edition` up by one;
3. set fingerprint="{new}"."""


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row.key)
def test_a_form_that_changed_has_a_new_edition(row: FormType) -> None:
    new = fingerprint(row.model)
    told = WHAT_TO_DO.format(key=row.key, edition=row.edition, old=row.fingerprint, new=new)
    assert new == row.fingerprint, told


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row.key)
def test_editions_of_a_form_are_told_apart_and_counted_up(row: FormType) -> None:
    editions = [*row.earlier, row]
    numbers = [int(each.number if each is not row else row.edition) for each in editions]
    assert numbers == list(range(1, len(editions) + 1))
    assert len({each.fingerprint for each in editions}) == len(editions)


SECTIONS = (Section(title="All", questions=("name", "told", "rows")),)


class Item(Row):
    text: Annotated[Narrative | None, Asked("Item", limit=100)] = None


class Plain(Answers):
    sections: ClassVar[tuple[Section, ...]] = SECTIONS
    name: Annotated[Line | None, Asked("Name", limit=50)] = None
    told: Annotated[YesNo | None, Asked("Told?")] = None
    rows: Annotated[tuple[Item, ...], Asked("Item", rows=2)] = ()


class Longer(Plain):
    name: Annotated[Line | None, Asked("Name", limit=51)] = None


class Worded(Plain):
    name: Annotated[Line | None, Asked("Your name", limit=50)] = None


class MoreOptions(Plain):
    told: Annotated[YesNoUnknown | None, Asked("Told?")] = None


class AnotherKind(Plain):
    name: Annotated[Narrative | None, Asked("Name", limit=50)] = None


class MoreRows(Plain):
    rows: Annotated[tuple[Item, ...], Asked("Item", rows=3)] = ()


class Moved(Plain):
    sections: ClassVar[tuple[Section, ...]] = (
        Section(title="All", questions=("told", "name", "rows")),
    )


class Lost(Plain):
    sections: ClassVar[tuple[Section, ...]] = (Section(title="All", questions=("name", "told")),)


class Added(Plain):
    sections: ClassVar[tuple[Section, ...]] = (
        Section(title="All", questions=("name", "told", "rows", "more")),
    )
    more: Annotated[Line | None, Asked("More")] = None


class Renamed(Plain):
    sections: ClassVar[tuple[Section, ...]] = (
        Section(title="All", questions=("title", "told", "rows")),
    )
    title: Annotated[Line | None, Asked("Name", limit=50)] = None


class Same(Plain):
    """A hint, a section's heading and a docstring are no boxes."""

    sections: ClassVar[tuple[Section, ...]] = (
        Section(title="Everything", questions=("name", "told", "rows"), guidance="Think."),
    )
    name: Annotated[Line | None, Asked("Name", "In full.", limit=50)] = None


CHANGED = (*(Longer, Worded, MoreOptions, AnotherKind, MoreRows, Moved, Lost, Added, Renamed),)


@pytest.mark.parametrize("changed", CHANGED, ids=lambda model: model.__name__)
def test_every_change_of_a_box_changes_the_fingerprint(changed: type[Answers]) -> None:
    assert fingerprint(changed) != fingerprint(Plain)


def test_changes_are_told_apart_and_words_beside_the_boxes_change_nothing() -> None:
    assert len({fingerprint(model) for model in CHANGED}) == len(CHANGED)
    assert fingerprint(Same) == fingerprint(Plain)
