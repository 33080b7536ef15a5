"""A term: one spelling of one value, ready to be looked for among the words of a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from lscp_docs.disclosure.sought.folding import plain
from lscp_docs.disclosure.sought.tokens import joined
from lscp_docs.model.allowed import Variant
from lscp_docs.model.identifying import Kind


class Alone(Enum):
    """What a term does that stands by itself; beside another name of its person it blocks."""

    BLOCKS = "blocks"
    WARNS = "warns"
    IGNORED = "ignored"


class Shape(Enum):
    """How a term is matched."""

    WHOLE = "whole name"
    FORENAME = "forename"
    SURNAME = "surname"
    OTHER = "other name"
    WITH_INITIAL = "surname with initial"
    INITIALS = "initials"
    WORDS = "words of a fact"
    NUMBER = "letters and digits in groups"


PARTS = frozenset((Shape.FORENAME, Shape.SURNAME, Shape.OTHER))
"""The shapes of single names: they need another one, a title or their own rarity to block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One spelling; `run` is its letters alone, `joints` where its words part in them."""

    run: str = field(repr=False)
    joints: frozenset[int] = field(repr=False)
    written: str = field(repr=False)
    of: str
    person: str
    """The record that it belongs to, with its case: what stands beside it is the same person's."""
    kind: Kind
    variant: Variant
    shape: Shape
    alone: Alone
    case: str
    needs_title: bool = False
    """A professional's surname: it blocks after a title alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whose terms are made: what all of them have in common."""

    person: str
    case: str

    def term(
        self,
        written: str,
        of: str,
        kind: Kind,
        variant: Variant,
        shape: Shape,
        alone: Alone = Alone.BLOCKS,
    ) -> Term:
        """Return the term of a value as it is written."""
        run, joints = joined(plain(written))
        return Term(
            run=run,
            joints=joints,
            written=written,
            of=of,
            person=self.person,
            kind=kind,
            variant=variant,
            shape=shape,
            alone=alone,
            case=self.case,
        )
