"""The parent of all records of a case, and narratives: texts that a named person may clear."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    StrictBool,
    StringConstraints,
)

from lscp_docs.model.dates import Day
from lscp_docs.model.identifying import Identifying, Kind, Line, Marked, ProfessionalName

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

Flag = StrictBool
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
"""A short name for an agency or a meeting: small letters, digits and hyphens."""
CaseReference = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9-]{2,39}$")]
"""A case's own reference: capital letters, digits and hyphens; never a name."""
Prose = Annotated[str, StringConstraints(pattern=r"\S", max_length=200_000)]


class Record(BaseModel):
    """A part of a case: frozen, no unknown keys, silent about what it was given.

    The modules of the models leave out `from __future__ import annotations`: pydantic would have
    to read every annotation back from text, a twentieth of the time that a document takes.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        validate_default=True,
        defer_build=True,
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: "CoreSchema", handler: GetJsonSchemaHandler
    ) -> "JsonSchemaValue":
        """Return the JSON Schema, in which each field says what stands under it in the source."""
        from lscp_docs.model.docstrings import field_docstrings

        written = handler(schema)
        properties = handler.resolve_ref_schema(written)["properties"]
        for name, text in field_docstrings(cls).items():
            properties[name]["description"] = text
        return written


Path = tuple[str | int, ...]
"""Where something stands in a case file: keys, and the numbers (from 0) of the items of a list."""


def records_of(record: Record, path: Path = ()) -> Iterator[tuple[Path, Record]]:
    """Yield a record and all the records inside it, each with its path in the file."""
    yield path, record
    for name, value in vars(record).items():
        if isinstance(value, Record):
            yield from records_of(value, (*path, name))
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Record):
                    yield from records_of(item, (*path, name, number))


class Clearance(Record):
    """Who said that a narrative may be published, in what role and on which day."""

    by: ProfessionalName
    role: Line
    on: Day


class NarrativeText(Record):
    """A text about a child's life; not publishable until a named person has cleared it."""

    text: Annotated[Identifying[Prose], Marked(Kind.NARRATIVE)]
    """The text itself; an empty line begins a new paragraph."""
    cleared: Clearance | None = None
    """Who cleared this text for publication; without it no public document prints it."""


def _as_table(written: Any) -> Any:
    return {"text": written} if isinstance(written, str) else written


Narrative = Annotated[
    NarrativeText, BeforeValidator(_as_table, json_schema_input_type=Prose | NarrativeText)
]
"""A narrative: a text, or a table with `text` and `cleared` (by, role, on)."""


class PrivilegedText(Record):
    """Legal advice: privileged, printed in no document that leaves the partnership."""

    text: Annotated[Identifying[Prose], Marked(Kind.PRIVILEGED)]


Privileged = Annotated[
    PrivilegedText, BeforeValidator(_as_table, json_schema_input_type=Prose | PrivilegedText)
]
"""Legal advice: a text, or a table with `text`."""
