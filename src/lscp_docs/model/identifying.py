"""Values that can identify a person: they refuse to be printed until a profile reveals them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Generic, NoReturn, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, core_schema

from lscp_docs.errors import DisclosureError

T = TypeVar("T")
U = TypeVar("U")

HIDDEN = "***"


class Kind(StrEnum):
    """What an identifying value is; the disclosure profiles and the scan work by kind."""

    FORENAMES = "forenames"
    SURNAME = "surname"
    OTHER_NAME = "other name"
    PROFESSIONAL_NAME = "name of a professional"
    DATE_OF_BIRTH = "date of birth"
    DATE_OF_DEATH = "date of death"
    EVENT_DATE = "date of an event in the child's life"
    AGE = "age"
    ADDRESS = "address"
    PLACE = "place"
    SCHOOL_OR_SERVICE = "school or service"
    CONTACT = "telephone number or e-mail address"
    REFERENCE = "reference in another system"
    CHARACTERISTIC = "characteristic"
    HEALTH = "health or disability"
    NARRATIVE = "narrative"
    PRIVILEGED = "privileged legal advice"


class Identifying(Generic[T]):
    """A value that `str`, `format`, JSON, `len`, `+` and every template filter refuse to print.

    Only `revealed()` opens it: the rules inside the model, the time limits and the projections of
    `disclosure.profiles` call it, templates and contexts never hold one.
    """

    __slots__ = ("_value", "kind")
    _value: T
    kind: Kind

    def __init__(self, value: T, kind: Kind) -> None:
        object.__setattr__(self, "_value", value)
        object.__setattr__(self, "kind", kind)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"an identifying value is frozen; {name} cannot be set")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identifying) and bool(self._value == other._value)

    def __repr__(self) -> str:
        return HIDDEN

    def _refuse(self, *_: object) -> NoReturn:
        raise DisclosureError(
            "An identifying value was about to be printed without a disclosure profile. "
            "Pass it through the projection of the document."
        )

    __str__ = __format__ = __html__ = __len__ = __iter__ = __getitem__ = _refuse
    __add__ = __radd__ = __mod__ = __contains__ = __bool__ = __hash__ = _refuse
    __int__ = __float__ = __index__ = __bytes__ = __reduce_ex__ = _refuse

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        raise TypeError("an identifying field needs a kind: Annotated[Identifying[T], Marked(...)]")


@dataclass(frozen=True, slots=True)
class Marked:
    """The marker in a field's type that says what kind of identifying value the field holds."""

    kind: Kind

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate what is inside, then wrap it with its kind; JSON shows only three stars."""
        (inner,) = get_args(source)
        return core_schema.no_info_after_validator_function(
            lambda value: Identifying(value, self.kind),
            handler.generate_schema(inner),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda _: HIDDEN),
        )


def revealed(value: Identifying[U]) -> U:
    """Give back what it holds; for the model, the time limits and the projections only."""
    return value._value


Line = Annotated[str, StringConstraints(pattern=r"\S", max_length=2_000)]
"""A text that is not blank; a fact that is not known is left out of the case file."""

Forenames = Annotated[Identifying[Line], Marked(Kind.FORENAMES)]
Surname = Annotated[Identifying[Line], Marked(Kind.SURNAME)]
OtherName = Annotated[Identifying[Line], Marked(Kind.OTHER_NAME)]
ProfessionalName = Annotated[Identifying[Line], Marked(Kind.PROFESSIONAL_NAME)]
Address = Annotated[Identifying[Line], Marked(Kind.ADDRESS)]
Place = Annotated[Identifying[Line], Marked(Kind.PLACE)]
SchoolOrService = Annotated[Identifying[Line], Marked(Kind.SCHOOL_OR_SERVICE)]
Contact = Annotated[Identifying[Line], Marked(Kind.CONTACT)]
Reference = Annotated[Identifying[Line], Marked(Kind.REFERENCE)]
Characteristic = Annotated[Identifying[Line], Marked(Kind.CHARACTERISTIC)]
Health = Annotated[Identifying[Line], Marked(Kind.HEALTH)]
