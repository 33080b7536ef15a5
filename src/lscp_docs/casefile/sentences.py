"""The words in which a fault is told: what is wrong, and what a person should write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lscp_docs.casefile.places import NOTHING, Place, Schema, Shape


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is wrong and what to write, with `{read}`, `{expected}` and pydantic's bounds."""

    problem: str
    hint: str = "Write {expected}."


WRONG_KIND = Sentence("{read} stands here.")
NOT_ALLOWED = Sentence("{read} stands here that is not one of the allowed words.")

# Every other type of pydantic's is a value of the wrong kind.
SENTENCES: Mapping[str, Sentence] = {
    "missing": Sentence("This is missing.", "Add {addition}."),
    "literal_error": NOT_ALLOWED,
    "enum": NOT_ALLOWED,
    "union_tag_invalid": Sentence("The kind of this section is not known.", "Write {tags}."),
    "union_tag_not_found": Sentence(
        "This section does not say of which kind it is.", "Add {tags}."
    ),
    "greater_than": Sentence("This is too {low}.", "It must be {later} than {gt}."),
    "greater_than_equal": Sentence("This is too {low}.", "It must be {ge} or {later}."),
    "less_than": Sentence("This is too {high}.", "It must be {earlier} than {lt}."),
    "less_than_equal": Sentence("This is too {high}.", "It must be {le} or {earlier}."),
    "date_past": Sentence("This date is not in the past."),
    "date_future": Sentence("This date is not in the future."),
    "string_too_short": Sentence("{read} is too short.", "Write at least {min_length} of them."),
    "string_too_long": Sentence(
        "{read} is too long: at most {max_length} fit.", "Say it more briefly, or in another place."
    ),
    "string_pattern_mismatch": Sentence(
        "{read} stands here that does not have the form asked for.", "{described}"
    ),
    "too_short": Sentence("This list is too short.", "Give at least {min_length}."),
    "too_long": Sentence("This list is too long.", "Give at most {max_length}."),
    "finite_number": Sentence("This is not a number that can be counted with."),
    "timezone_naive": Sentence("This time does not say its time zone.", "Leave the zone out."),
    "assertion_error": Sentence("This does not agree with the rest of the file.", ""),
    "recursion_loop": Sentence("This is nested too deeply.", ""),
}
NO_SUCH_DAY = Sentence("A text that looks like a date stands here, but there is no such day.")
NOT_A_KEY = Sentence("The key on this line is not one of those allowed here.")
OF_NUMBERS = {"low": "low", "high": "high", "later": "more", "earlier": "less"}
OF_DATES = {"low": "early", "high": "late", "later": "later", "earlier": "earlier"}
EMPTY = Sentence("An empty text stands here.", "Write {expected}, or leave the line out.")
UNSPOKEN = Sentence("What stands here is not accepted.", "Write {expected}.")

EXPECTED: Mapping[str, str] = {
    "date": "a date such as 2026-03-02, without quotation marks",
    "datetime": "a date and time such as 2026-03-02T14:30:00, without quotation marks",
    "time": "a time of day such as 14:30:00, without quotation marks",
    "int": "a whole number such as 3, without quotation marks",
    "float": "a number such as 2.5, without quotation marks",
    "decimal": "a number such as 2.5, without quotation marks",
    "bool": "true or false, in small letters and without quotation marks",
    "str": "a text in quotation marks",
    "list": "a list in square brackets, its items parted by commas",
    "tuple": "a list in square brackets, its items parted by commas",
    "set": "a list in square brackets, its items parted by commas",
    "frozenset": "a list in square brackets, its items parted by commas",
    "none": "nothing: leave the line out",
}
A_TABLE = "a section of its own, with its name in square brackets"
TABLES = "a section for each item, with its name in double square brackets"


def expected(shape: Shape, schema: Schema) -> str:
    """Say what the model asks for, with an example or all the allowed words."""
    words = shape.allowed(schema)
    rest = [
        _one_expected(shape, choice)
        for choice in shape.choices(schema)
        if choice["type"] not in ("enum", "literal")
    ]
    if words and len(rest) < len(shape.choices(schema)):
        rest.append(_one_of(words))
    return ", or ".join(dict.fromkeys(rest))


def _one_expected(shape: Shape, core: Schema) -> str:
    if core["type"] in ("list", "tuple", "set") and shape.fields(_items(core)):
        return TABLES
    if core["type"] in ("model-fields", "typed-dict", "dict", "tagged-union"):
        return A_TABLE
    return EXPECTED.get(core["type"], "what the guide to case files asks for")


def _items(core: Schema) -> Schema:
    items = core.get("items_schema", NOTHING)
    return items if isinstance(items, Mapping) else (*items, NOTHING)[0]


def _one_of(words: Iterable[str]) -> str:
    quoted = [f'"{word}"' for word in words]
    return ("one of: " if len(quoted) > 1 else "") + listed(quoted)


def tags(shape: Shape, place: Place) -> str:
    """Say how a section tells of which kind it is, and of which kinds it may be."""
    key = shape.core(place.schema).get("discriminator")
    return f"{key} = {_one_of(shape.allowed(place.schema))}" if isinstance(key, str) else ""


def addition(shape: Shape, place: Place) -> str:
    """Name the line or section that would mend what is missing."""
    wanted = expected(shape, place.schema)
    section = ".".join(part for part in place.shown if not part.isdigit())
    if wanted == TABLES:
        return f"a section [[{section}]] for each item"
    if wanted == A_TABLE:
        return f"the section [{section}]"
    return f"the line {place.path[-1]} = … with {wanted}"


def listed(words: Iterable[str]) -> str:
    """Give words parted by commas."""
    return ", ".join(words)
