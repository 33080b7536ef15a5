"""What the sections of a committee report list: background documents, and corporate risks."""

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from lscp_docs.model.identifying import Line
from lscp_docs.model.record import Flag, Record


class BackgroundDocument(Record):
    """A paper on which the report relies, and which people may ask to see."""

    title: Line
    is_published_work: Flag
    """Whether it is a published work, such as an Act or national guidance; those are not listed."""

    @field_validator("is_published_work")
    @classmethod
    def _unpublished(cls, is_published: Flag) -> Flag:
        if is_published:
            raise PydanticCustomError(
                "published_work",
                "the list of background documents does not include published works. Take this one "
                "out; the text of the report can name it.",
            )
        return is_published


class CorporateRisk(Record):
    """A risk of the council's corporate risk register that the report relates to."""

    id: Line
    """Its number in the register."""
    title: Line
