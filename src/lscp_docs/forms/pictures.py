"""Whether a box shows what is stored in it: a person has read the page, the program the store."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from pypdf.generic import BooleanObject, DictionaryObject, PdfObject, StreamObject

from lscp_docs.forms.drawn import UNKNOWN, Font, FontShelf, agrees, stream_bytes, text_of
from lscp_docs.forms.objects import UnreadableError, value
from lscp_docs.forms.observed import SeenField
from lscp_docs.forms.stored import options
from lscp_docs.forms.walker import Terminal, Widget
from lscp_docs.model.answers.boxes import NOT_ANSWERED

DIFFERS = "The page shows something else in this box than what is stored."
NOT_SHOWN = "An answer is stored in this box, but the page shows an empty box."
NO_PICTURE = "An answer is stored in this box, but the page shows nothing of it."
CANNOT_BE_SHOWN = "The font of the form lacks a letter of this answer: the page shows an empty box."
MAY_BE_ANOTHER = (
    "The font of the form lacks a letter of this answer, and Chrome and Edge put another in the "
    "place of some rare letters. Compare it with what was meant."
)
DRAWN_LATER = "The file leaves it to the program that opens it to draw this answer."
BROKEN = "What the page shows in this box cannot be read."
HIDDEN = 1 << 1

SYMBOLS = range(0x2000, 0x27C0)
"""Dashes, quotation marks, arrows, ticks: what word processors and telephones put in."""


class Pictures:
    """The pictures of the boxes of one form."""

    def __init__(self, form: DictionaryObject) -> None:
        self._form = form
        self._shelf = FontShelf()
        self._fonts: PdfObject | None = None
        try:
            self._fonts = value(form, "/DR")
            told = value(form, "/NeedAppearances")
            self._drawn_later = isinstance(told, BooleanObject) and bool(told.value)
        except UnreadableError:
            self._drawn_later = False

    def compared(self, field: Terminal, seen: SeenField) -> SeenField:
        """Give a field with what is doubtful between what is stored in it and its picture.

        A file can say that whoever opens it draws the boxes anew: then its pictures say nothing.
        """
        if seen.kind not in ("text", "list") or seen.notes:
            return seen
        for widget in field.widgets:
            doubt = self._doubt(widget, field, seen) or self._of_pdfium(widget, seen)
            if doubt and self._drawn_later:
                return seen.model_copy(update={"remarks": (*seen.remarks, DRAWN_LATER)})
            if doubt == NOT_SHOWN and not self._can_be_drawn(seen.value):
                return seen.model_copy(update={"remarks": (*seen.remarks, CANNOT_BE_SHOWN)})
            if doubt:
                return seen.model_copy(update={"notes": (*seen.notes, doubt)})
        return seen

    def _doubt(self, widget: Widget, field: Terminal, seen: SeenField) -> str:
        try:
            flags = value(widget.look, "/F")
            if isinstance(flags, int) and flags & HIDDEN:
                return ""
            drawn = self._drawn(widget)
            listed = options(field) if seen.kind == "list" else ()
        except UnreadableError:
            return BROKEN
        if drawn is None:
            return NO_PICTURE if seen.value not in ("", NOT_ANSWERED) else ""
        if drawn.strip() and not drawn.replace(UNKNOWN, "").strip():
            # In letters that nobody can tell from outside; those of our own form are known.
            return "" if any(self._known_fonts()) else BROKEN
        if seen.value == NOT_ANSWERED and seen.kind == "list":  # shown as “Choose one”, or empty
            others = (words for option, words in listed if option != NOT_ANSWERED)
            return DIFFERS if any(agrees(drawn, words) for words in others) else ""
        meant = (seen.value, *(words for option, words in listed if option == seen.value))
        if any(agrees(drawn, words) for words in meant):
            return ""
        return DIFFERS if drawn.strip() else NOT_SHOWN

    def _of_pdfium(self, widget: Widget, seen: SeenField) -> str:
        """Tell of letters that may be what PDFium, in Chrome and Edge, has left of rarer ones.

        It keeps the lower half of a letter beyond U+FFFF and draws what it kept; it writes a text
        that begins with “þÿ” so that it is read as other letters: store and picture agree. A
        letter of our alphabet or in the font of the form is taken as meant, and so are the usual
        symbols.
        """
        rare = "".join(letter for letter in seen.value if _is_rare(letter))
        if not rare or self._can_be_drawn(rare):
            return ""
        try:
            return MAY_BE_ANOTHER if _is_drawn_by_pdfium(widget) else ""
        except UnreadableError:
            return BROKEN

    def _can_be_drawn(self, text: str) -> bool:
        """Tell whether a font of the form has every letter of a text; pdf.js draws all or none."""
        letters = set(text) - {"\n", " "}
        return any(letters <= set(font.letters.values()) for font in self._known_fonts())

    def _known_fonts(self) -> Iterator[Font]:
        fonts = self._shelf.fonts(self._fonts).values()
        return (font for font in fonts if font is not None and font.letters)

    def _drawn(self, widget: Widget) -> str | None:
        """Give what a box shows, None where its picture is lost; pdf.js leaves pictures out."""
        if "/AP" not in widget.look:
            return ""
        looks = value(widget.look, "/AP")
        drawing = value(looks, "/N") if isinstance(looks, DictionaryObject) else None
        if not isinstance(drawing, StreamObject):
            return None
        operators = stream_bytes(drawing)
        if b"T" not in operators:
            return ""
        fonts = dict(self._shelf.fonts(self._fonts))
        own = value(drawing, "/Resources")
        return text_of(operators, fonts | dict(self._shelf.fonts(own)) if own else fonts)


def _is_rare(letter: str) -> bool:
    is_ours = unicodedata.name(letter, "").startswith(("LATIN ", "COMBINING "))
    is_unseen = letter.isspace() or unicodedata.category(letter) == "Cf"
    return not (is_ours or is_unseen or ord(letter) in SYMBOLS)


def _is_drawn_by_pdfium(widget: Widget) -> bool:
    """Tell whether a picture begins as PDFium begins one: with a background of nothing."""
    looks = value(widget.look, "/AP") if "/AP" in widget.look else None
    drawing = value(looks, "/N") if isinstance(looks, DictionaryObject) else None
    return isinstance(drawing, StreamObject) and stream_bytes(drawing).startswith(b"q\nQ\n")
