"""What was seen in a returned file, without judging it.

The reader (`returned.py`, a child process with limits) fills it and hands it over as JSON;
`classify.py` judges it.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Opening(StrEnum):
    """How far the file could be opened."""

    NOT_A_PDF = "not a PDF"
    CORRUPT = "corrupt"
    TOO_LARGE = "too large"
    ENCRYPTED = "encrypted"
    OPENED = "opened"


class Active(StrEnum):
    """What a file could do besides being read."""

    JAVASCRIPT = "JavaScript"
    ON_EVENT = "actions that run by themselves"
    SUBMIT = "a button that sends the answers elsewhere"
    OTHER_FILE = "links into other files"
    LAUNCH = "an action that starts a program"
    IMPORT = "an action that fills in answers from another file"
    EMBEDDED = "another file inside it"
    EXTERNAL = "contents that are in another file"
    MEDIA = "sound, film or 3D"
    XFA = "a second form inside the form (XFA)"


class Seen(BaseModel):
    """Strict, because it comes from a process that has read a file from outside."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)


class SeenField(Seen):
    """One terminal field as it stands in the file."""

    name: str
    kind: str
    """`text`, `radio`, `tick`, `list`, `signature` or `other`."""
    value: str
    """A text as stored, line ends as LF; the option's value; `yes` for a tick; empty for none."""
    page: int = 0
    """From 1; 0 where no page shows it."""
    notes: tuple[str, ...] = ()
    """Sentences on what is doubtful in this value: each makes the answer a question."""
    remarks: tuple[str, ...] = ()
    """Sentences on what was made plain on reading (line ends, a label for a value); no doubt."""


class Observed(Seen):
    """A file as it was seen."""

    opening: Opening
    pages: int = 0
    fields: tuple[SeenField, ...] = ()
    has_form: bool = False
    has_xfa: bool = False
    loose_widgets: int = 0
    """Boxes on pages that no form lists."""
    signatures: int = 0
    images: int = 0
    """Pages that are mostly a picture; counted only where there is no form."""
    letters: int = 0
    """How many letters of text the pages hold; counted only where there is no form."""
    hidden: dict[str, str] = {}
    """The identity in the hidden fields, by the name of its part without the prefix."""
    attached: dict[str, str] = {}
    """The identity in the file inside the PDF."""
    feet: tuple[str, ...] = ()
    """The identity line that was found on each page, empty where none was."""
    revisions: int = 1
    changed_since: tuple[str, ...] = ()
    """Fields in which an earlier save of the file has an answer that was since taken back.

    An answer that somebody has gone on writing is not among them."""
    restricted: bool = False
    """True when the file is encrypted with an owner's password alone, and so opens."""
    producer: str = ""
    active: tuple[Active, ...] = ()
    """Active content by its kind."""
    undrawn: int = 0
    """How many answers are stored and drawn on no page: nothing shows that they are as written."""
    beside: tuple[int, ...] = ()
    """Pages on which somebody has typed, drawn or commented in no box."""
    damage: tuple[str, ...] = ()
    """Signs of damage, in words; any of them keeps a file from being accepted by itself."""


class PrintedBox(Seen):
    """What stands on a printed copy where a box of the form stood."""

    name: str
    value: str
    """A text as it is drawn, or the state of a button that is marked."""
    page: int
    is_cut: bool = False
    """True when a text here or above it on the page runs to the end of its box: words may be
    missing, or in the wrong box."""
