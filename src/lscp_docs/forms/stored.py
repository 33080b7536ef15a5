"""What is stored in one field: its kind, its value, and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Mapping

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from lscp_docs.forms.objects import Key, UnreadableError, followed, value
from lscp_docs.forms.observed import SeenField
from lscp_docs.forms.strings import NOTHING, SEVERAL, UNREADABLE, Said, said
from lscp_docs.forms.walker import Terminal, Widget

TICKED = "yes"
RADIO, PUSH = 1 << 15, 1 << 16
KINDS = {"/Tx": "text", "/Ch": "list", "/Sig": "signature"}

NO_KIND = "The file does not say what kind of box this is."
CONFLICT = "What is stored in this box and what the page shows are different."
UNKNOWN_STATE = "This box is set to something that it does not have."
NO_OPTIONS = "The options of this list are missing in the file."
RICH_ONLY = "The answer is stored as formatted text alone."
BY_LABEL = "The words of the option were stored, not its value."
BY_NUMBER = "The number of the option was stored, not its value."


def seen(field: Terminal, pages: Mapping[Key, int]) -> SeenField:
    """Give a field as it stands in the file; what cannot be read is a note, never an error."""
    kind, found = "other", NOTHING
    try:
        kind = _kind(field)
        found = READERS.get(kind, _nothing)(field)
    except UnreadableError:
        found = Said("", (UNREADABLE,))
    shown_on = [pages[each.key] for each in field.widgets if each.key and each.key in pages]
    return SeenField(
        name=field.name,
        kind=kind,
        value=found.text,
        page=min(shown_on, default=0),
        notes=tuple(dict.fromkeys(found.notes)),
        remarks=tuple(dict.fromkeys(found.remarks)),
    )


def _kind(field: Terminal) -> str:
    type_, flags = field.get("/FT"), field.get("/Ff")
    if type_ != "/Btn":
        return KINDS.get(str(type_), "other")
    flags = flags if isinstance(flags, int) else 0
    return "other" if flags & PUSH else "radio" if flags & RADIO else "tick"


def _nothing(field: Terminal) -> Said:
    return NOTHING if field.get("/FT") is not None else Said("", (NO_KIND,))


def _text(field: Terminal) -> Said:
    stored = field.get("/V")
    if stored is None and field.get("/RV") is not None:
        return Said("", (RICH_ONLY,))
    return said(stored)


def _list(field: Terminal) -> Said:
    stored = field.get("/V")
    listed = options(field)
    if not listed:
        return Said(said(stored).text, (NO_OPTIONS,))
    if stored is None:
        return _by_number(field.get("/I"), listed)
    read = said(stored)
    labels = {label: option for option, label in listed if label != option}
    if read.text in labels and read.text not in dict(listed):
        return Said(labels[read.text], read.notes, (*read.remarks, BY_LABEL))
    return read


def _by_number(stored: PdfObject | None, listed: tuple[tuple[str, str], ...]) -> Said:
    chosen = list(stored) if isinstance(stored, ArrayObject) else []
    if not chosen:
        return NOTHING
    if len(chosen) > 1:
        return Said("", (SEVERAL,))
    number = followed(chosen[0])
    if not isinstance(number, int) or not 0 <= number < len(listed):
        return Said("", (UNREADABLE,))
    return Said(listed[number][0], (), (BY_NUMBER,))


def options(field: Terminal) -> tuple[tuple[str, str], ...]:
    """Give the options of a list, each with its value and its words."""
    stored = field.get("/Opt")
    found = []
    for item in stored if isinstance(stored, ArrayObject) else ():
        each = followed(item)
        pair = each if isinstance(each, ArrayObject) and len(each) == 2 else [each, each]
        found.append((said(followed(pair[0])).text, said(followed(pair[1])).text))
    return tuple(found)


def _button(field: Terminal) -> Said:
    """Give a button's value: the page's state is the truth, the stored value is the check."""
    set_to = [_state(widget) for widget in field.widgets]
    on = {state for state, _ in set_to if state != "Off"}
    notes = [UNKNOWN_STATE] if any(not known for _, known in set_to) else []
    if len(on) > 1:
        return Said("", (*notes, SEVERAL))
    shown = next(iter(on), "Off")
    listed = [option for option, _ in options(field)]
    named = _named(shown, listed)
    stored = field.get("/V")
    if stored is not None and _named(said(stored).text.removeprefix("/"), listed) != named:
        notes.append(CONFLICT)
    if shown == "Off":
        return Said("", tuple(notes))
    is_tick = _kind(field) == "tick" and len(field.widgets) == 1
    remarks = (BY_NUMBER,) if named != shown else ()
    return Said(TICKED if is_tick else named, tuple(notes), remarks)


def _named(state: str, listed: list[str]) -> str:
    """Give the option that a state stands for, in buttons whose states are numbers."""
    if listed and state.isdecimal() and int(state) < len(listed):
        return listed[int(state)]
    return state or "Off"


def _state(widget: Widget) -> tuple[str, bool]:
    """Give the state of one button, and whether the button has such a state."""
    state = value(widget.look, "/AS")
    name = "Off" if state is None else str(state).removeprefix("/")
    looks = value(widget.look, "/AP")
    drawn = value(looks, "/N") if isinstance(looks, DictionaryObject) else None
    if not isinstance(drawn, DictionaryObject):
        return name, name == "Off"
    return name, name == "Off" or f"/{name}" in drawn


READERS = {"text": _text, "list": _list, "tick": _button, "radio": _button}
