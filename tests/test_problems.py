from __future__ import annotations

import tomllib

import pytest
from pydantic import BaseModel, ValidationError, model_validator

from invented_case import SOUND, Child, InventedCase
from lscp_docs.casefile.positions import positions
from lscp_docs.casefile.problems import nearest, problems
from lscp_docs.casefile.sentences import SENTENCES, Sentence
from lscp_docs.errors import Problem


def found(text: str, model: type[BaseModel] = InventedCase) -> list[Problem]:
    document = tomllib.loads(text)
    with pytest.raises(ValidationError) as caught:
        model.model_validate(document)
    return list(
        problems(
            caught.value,
            model=model,
            document=document,
            positions=positions(text),
            file="case.toml",
        )
    )


DATE = "Write a date such as 2026-03-02, without quotation marks"
SECTION = "a section of its own, with its name in square brackets"
# What is added above (no section) or below SOUND, and what a person is told.
BROKEN = [
    ("summry = 'x'", 1, "", "The key “summry” is not known here.", "Did you mean “summary”?"),
    (
        "zyxwv = 'x'",
        1,
        "",
        "This line has a key that is not known here.",
        "Known here and not yet used: occurred, contact, leads, views, summary.",
    ),
    (
        "surname = 'x'",
        1,
        "",
        "The key “surname” does not belong in this section.",
        "It belongs in the section children; a key belongs to the section heading above it.",
    ),
    (
        "+reference = 'x'",
        8,
        "children.1",
        "The key “reference” does not belong in this section.",
        "It belongs at the top of the file; a key belongs to the section heading above it.",
    ),
    (
        "summary = 3",
        1,
        "summary",
        "A whole number stands here.",
        "Write a text in quotation marks.",
    ),
    (
        "summary = ' '",
        1,
        "summary",
        "An empty text stands here.",
        "Write a text in quotation marks, or leave the line out.",
    ),
    (
        "summary = 'tbc'",
        1,
        "summary",
        "A summary must say what happened.",
        "",
    ),
    (
        "summary = 'leak'",
        1,
        "summary",
        "What stands here is not accepted.",
        "Write a text in quotation marks.",
    ),
    (
        f"summary = '{'x' * 41}'",
        1,
        "summary",
        "A text of 41 characters is too long: at most 40 fit.",
        "Say it more briefly, or in another place.",
    ),
    (
        "occurred = 'x'",
        1,
        "occurred",
        "A text of 1 character stands here.",
        f"{DATE}, or {SECTION}.",
    ),
    (
        "occurred = [1, 2]",
        1,
        "occurred",
        "A list of 2 items stands here.",
        f"{DATE}, or {SECTION}.",
    ),
    (
        "occurred = { first = 2026-03-02 }",
        1,
        "occurred.last",
        "This is missing.",
        "Add the line last = … with a date such as 2026-03-02, without quotation marks.",
    ),
    (
        "occurred = {\n first = 2026-03-02, last = 2026-03-01 }".replace("\n", ""),
        1,
        "occurred",
        "The last day is before the first.",
        "Swap the two dates.",
    ),
    (
        "views.police = 'agree'",
        1,
        "views.police",
        "A text of 5 characters stands here that is not one of the allowed words.",
        'Write one of: "agrees", "disagrees". Did you mean “agrees”?',
    ),
    (
        "views.zyxwv = 'agrees'",
        1,
        "views.1",
        "The key on this line is not one of those allowed here.",
        'Write one of: "police", "health", "education".',
    ),
    (
        "leads.zyxwv.name = 3",
        1,
        "leads.1.name",
        "A whole number stands here.",
        "Write a text in quotation marks.",
    ),
    (
        "contact.kind = 'leter'",
        1,
        "contact.kind",
        "The kind of this section is not known.",
        'Write kind = one of: "meeting", "letter". Did you mean “letter”?',
    ),
    (
        "contact.x = 1",
        1,
        "contact",
        "This section does not say of which kind it is.",
        'Add kind = one of: "meeting", "letter".',
    ),
    (
        "contact = { kind = 'meeting', held_on = 2017-01-01 }",
        1,
        "contact.held_on",
        "This is too early.",
        "It must be 2018-06-29 or later.",
    ),
    (
        "contact = { kind = 'letter', sent_on = '2026-03-02' }",
        1,
        "contact.sent_on",
        "A text of 10 characters stands here.",
        f"{DATE}.",
    ),
    (
        "contact = { kind = 'letter', sent_on = 2026-03-02, copies = 21 }",
        1,
        "contact.copies",
        "This is too high.",
        "It must be 20 or less.",
    ),
    (
        "contact = { kind = 'letter', sent_on = 2026-03-02, copies = 2.5 }",
        1,
        "contact.copies",
        "A number with decimals stands here.",
        "Write a whole number such as 3, without quotation marks.",
    ),
    (
        "+weight = 'heavy'",
        8,
        "children.1.weight",
        "A text of 5 characters stands here.",
        "Write a number such as 2.5, without quotation marks.",
    ),
    (
        "+is_looked_after = 'no'",
        8,
        "children.1.is_looked_after",
        "A text of 2 characters stands here.",
        "Write true or false, in small letters and without quotation marks.",
    ),
    (
        "+school = 'x'",
        8,
        "children.1.school",
        "A text of 1 character stands here.",
        f"Write {SECTION}.",
    ),
    (
        "+[children.school]\nname = 'x'\nstarted_on = '2026-02-30'",
        10,
        "children.1.school.started_on",
        "A text that looks like a date stands here, but there is no such day.",
        f"{DATE}.",
    ),
    (
        "+[children.school]\nstarted_on = 2026-02-03",
        8,
        "children.1.school.name",
        "This is missing.",
        "Add the line name = … with a text in quotation marks.",
    ),
]


@pytest.mark.parametrize(("part", "line", "path", "problem", "hint"), BROKEN)
def test_each_fault_is_told_once_with_its_line_what_is_wrong_and_what_to_write(
    part: str, line: int, path: str, problem: str, hint: str
) -> None:
    text = SOUND + part[1:] if part.startswith("+") else f"{part}\n{SOUND}"
    expected = Problem(file="case.toml", line=line, path=path, problem=problem, hint=hint)
    assert found(text) == [expected]


def test_a_choice_between_a_date_and_a_word_is_one_sentence_not_one_per_choice() -> None:
    told = found(SOUND.replace("2024-05-01", '"uknown"'))
    assert [str(each) for each in told] == [
        "case.toml:7: children.1.date_of_birth: A text of 6 characters stands here. "
        f'{DATE}, or "unknown". Did you mean “unknown”?'
    ]


def test_a_rule_over_the_whole_file_has_no_line() -> None:
    (told,) = found(SOUND.replace('"police", ', ""))
    assert told.line is None
    assert told.problem == "The police are always asked: add police to agencies."


class Household(BaseModel):
    agency: str
    surname: str

    @model_validator(mode="after")
    def _refused(self) -> Household:
        if self.agency == "police":
            raise ValueError("the police is not a household.")
        if self.agency == "nested":
            Child.model_validate({"forenames": self.surname})
        raise ValueError(f"{self.surname} lives nowhere.")


@pytest.mark.parametrize(
    ("agency", "problem"),
    [
        ("police", "The police is not a household."),
        ("other", "What stands here is not accepted."),
    ],
)
def test_a_sentence_of_the_model_is_passed_on_unless_it_repeats_what_was_read(
    agency: str, problem: str
) -> None:
    (told,) = found(f'agency = "{agency}"\nsurname = "Zqbloggs"\n', Household)
    assert told.problem == problem
    assert "Zqbloggs" not in str(told)


def test_a_fault_inside_a_validator_does_not_bring_its_values_along() -> None:
    told = found('agency = "nested"\nsurname = "Zqbloggs"\n', Household)
    assert told
    assert "Zqbloggs" not in "".join(map(str, told))


def test_a_key_missing_at_the_top_of_the_file_is_named_with_the_line_to_add() -> None:
    told = found('agencies = ["police"]\n')
    assert [(each.path, each.line, each.hint) for each in told] == [
        ("children", None, "Add a section [[children]] for each item."),
        ("reference", None, "Add the line reference = … with a text in quotation marks."),
    ]


def test_a_single_section_where_several_may_stand_is_told_as_such() -> None:
    (told,) = found(SOUND.replace("[[children]]", "[children]"))
    assert (told.line, told.path) == (4, "children")
    assert told.problem == "A table stands here."
    assert "double square brackets" in told.hint


def test_a_list_is_not_called_too_short_because_its_items_are_at_fault() -> None:
    told = found(SOUND.replace('"Sample"', "3"))
    assert [each.path for each in told] == ["children.1.surname"]


def test_an_empty_list_is_called_too_short() -> None:
    text = 'reference = "INV-2026-001"\nchildren = []\n'
    assert [(each.line, each.hint) for each in found(text)] == [(2, "Give at least 1.")]


def test_every_fault_of_a_file_is_told_sorted_by_line_and_counted_as_a_person_counts() -> None:
    text = SOUND.replace('"health"', '"helth", 3') + '[[children]]\nforenames = "B"\nwieght = 2\n'
    told = found(text)
    assert [(each.line, each.path) for each in told] == [
        (2, "agencies.2"),
        (2, "agencies.3"),
        (8, "children.2.date_of_birth"),
        (8, "children.2.surname"),
        (10, "children.2"),
    ]


def test_of_a_file_read_in_part_only_what_is_wrong_by_itself_is_told() -> None:
    document = {"agencies": ["health"], "summary": 3, "children": [{"weight": "x"}]}
    with pytest.raises(ValidationError) as caught:
        InventedCase.model_validate(document)
    told = problems(
        caught.value,
        model=InventedCase,
        document=document,
        positions=positions(""),
        file="case.toml",
        is_whole=False,
    )
    assert [each.path for each in told] == ["children.1.weight", "summary"]


def test_a_name_is_not_near_a_key_and_a_slip_is() -> None:
    keys = list(InventedCase.model_fields)
    assert nearest("Agencys", keys) == "agencies"
    assert nearest("REFERENCE", keys) == "reference"
    for name in ("Ada", "Grace", "Viewforth", "Leah", "Reuben", "Summer", "Leanne"):
        assert nearest(name, keys) == ""


def test_every_sentence_uses_only_what_is_filled_in() -> None:
    bounds = ("gt", "ge", "lt", "le", "min_length", "max_length")
    words = ("read", "expected", "described", "addition", "tags", "low", "high", "later", "earlier")
    filled = dict.fromkeys((*bounds, *words), "x")
    for sentence in SENTENCES.values():
        assert isinstance(sentence, Sentence)
        assert sentence.problem.format_map(filled).endswith(".")
        assert "{" not in sentence.hint.format_map(filled)
