"""Finishes the boxes of a fillable PDF: each holds one answer and shows just that.

What WeasyPrint 70 leaves wrong is mended here, on its own objects and before they are written:
rectangles upside down, radio buttons that are fields of their own, states without a name,
tooltips, the flags that HTML has and it ignores. Every box gets an appearance of its own (a client
that fills one box must not redraw its neighbours) in an embedded font that knows more than Latin
letters, and a prefilled answer is drawn exactly as it is stored.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pydyf
from fontTools.ttLib import TTFont

from lscp_docs.errors import OutputError, Problem

SIZE = 10.0
"""Points: the size of what is typed into a box."""

LEADING = 12.0
"""Points: the distance of the lines in a box; PDFium and pdf.js use no more."""

MARGIN = 3.0
"""Points between the edge of a box and its text."""

READ_ONLY, REQUIRED, MULTILINE, NO_SPELLING = 1 << 0, 1 << 1, 1 << 12, 1 << 22
RADIO = (1 << 14) + (1 << 15)
COMBO = 1 << 17
HIDDEN, PRINTED = 1 << 1, 1 << 2
INK = b"0.067 g"


class Control(StrEnum):
    """What a widget is."""

    TEXT = "text"
    RADIO = "radio"
    LIST = "list"
    TICK = "tick"


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget:
    """One box of a fillable page, or one group of radio buttons."""

    name: str
    control: Control
    tooltip: str
    options: tuple[tuple[str, str], ...] = ()
    """Value and words of each option of a list or a group of radio buttons."""
    value: str = ""
    """The prefilled answer: a text, the value of an option, or "yes" for a tick."""
    limit: int = 0
    required: bool = False
    read_only: bool = False


def finisher(widgets: tuple[Widget, ...], hidden: Mapping[str, str]) -> Callable[[Any, Any], None]:
    """Give the function that WeasyPrint calls with its document and its PDF before writing it.

    It raises OutputError, naming each, for a box that is missing, stands twice, lies off its page
    or over another, or cannot show as many letters as it may hold.
    """

    def finish(document: Any, pdf: Any) -> None:
        _Finish(document, pdf, widgets).run(hidden)

    return finish


@dataclass(frozen=True, slots=True)
class _Placed:
    """An annotation, and the page that it is on (from 0)."""

    name: str
    page: int
    annotation: Any

    @property
    def box(self) -> tuple[float, float, float, float]:
        x0, y0, x1, y1 = self.annotation["Rect"]
        return x0, y0, x1, y1


class _Finish:
    """The work on one PDF."""

    def __init__(self, document: Any, pdf: Any, widgets: tuple[Widget, ...]) -> None:
        self.pdf = pdf
        self.widgets = widgets
        self.objects = {f"{each.number} 0 R".encode(): each for each in pdf.objects}
        self.pages = [self.objects[reference] for reference in pdf.page_references]
        self.letters = _Letters(document.fonts.values())

    def run(self, hidden: Mapping[str, str]) -> None:
        placed = list(self._placed())
        for each in placed:
            x0, y0, x1, y1 = each.annotation["Rect"]
            each.annotation["Rect"] = pydyf.Array([x0, min(y0, y1), x1, max(y0, y1)])
        by_name: dict[str, list[_Placed]] = {}
        for each in placed:
            by_name.setdefault(each.name, []).append(each)
        faults = [*_faults(by_name, self.widgets, self.pages), *_overlaps(placed)]
        if faults:
            raise OutputError("The form was not made: its boxes are wrong.", tuple(faults))
        form = self.pdf.catalog["AcroForm"]
        groups = self._groups(form)
        fields = []
        for widget in self.widgets:
            kids = [each.annotation for each in by_name[widget.name]]
            if widget.control is Control.RADIO:
                fields.append(self._radio(groups[widget.name], kids, widget))
            else:
                fields.append(FINISH[widget.control](self, kids[0], widget))
        fields += [self._hidden(name, value) for name, value in hidden.items()]
        form["Fields"] = pydyf.Array(field.reference for field in fields)
        form["DA"] = pydyf.String(self._looks(self.letters.name))
        self._name_blank_glyphs(form)
        # Every box has its appearance: no viewer need make others, or ask whether to save them.
        del form["NeedAppearances"]
        for page in self.pages:
            stream = self.objects[page["Contents"]].stream
            stream[:] = [b"q", *stream, b"Q"]

    def _placed(self) -> Iterator[_Placed]:
        for number, page in enumerate(self.pages):
            for reference in page.get("Annots", ()):
                annotation = self.objects[reference]
                if annotation.get("Subtype") == "/Widget":
                    yield _Placed(str(annotation["T"].string), number, annotation)

    def _groups(self, form: Any) -> dict[str, Any]:
        fields = [self.objects[reference] for reference in form["Fields"]]
        return {str(field["T"].string): field for field in fields if "Kids" in field}

    def _name_blank_glyphs(self, form: Any) -> None:
        """Tell which glyphs show a no-break space and a soft hyphen, as Word texts hold them.

        The font has them under other names, so that PDFium would draw an “à” and an “í”.
        """
        resources = self._resolved(form["DR"])
        font = self._resolved(self._resolved(resources["Font"])[self.letters.name])
        map_ = self._resolved(font["ToUnicode"]).stream
        named = [b"<%04x> <%04x>" % pair for pair in self.letters.blank]
        place = map_.index(b"endcmap")
        map_[place:place] = [b"%d beginbfchar" % len(named), *named, b"endbfchar"]

    def _resolved(self, found: Any) -> Any:
        return self.objects.get(found, found) if isinstance(found, bytes) else found

    def _added(self, made: Any) -> Any:
        self.pdf.add_object(made)
        return made

    def _looks(self, font: str) -> bytes:
        return b"/%s %g Tf %s" % (font.encode(), SIZE, INK)

    def _text(self, field: Any, widget: Widget) -> Any:
        # A name in a script that the font lacks stays out of the box: its reader writes it there.
        value = widget.value if self.letters.has(widget.value) else ""
        is_long = field.get("Ff", 0) & MULTILINE
        field["Ff"] = (MULTILINE if is_long else 0) | NO_SPELLING | _flags(widget)
        field["MaxLen"] = widget.limit
        field["V"] = pydyf.String(value)
        return self._drawn(field, widget, value, wraps=bool(is_long))

    def _list(self, field: Any, widget: Widget) -> Any:
        words = dict(widget.options)
        value = widget.value or widget.options[0][0]
        # The page names the options without the first, by which an answer is taken back.
        field["Opt"] = pydyf.Array(
            pydyf.Array(map(pydyf.String, option)) for option in widget.options
        )
        field["Ff"] = COMBO | NO_SPELLING | _flags(widget)
        field["V"] = pydyf.String(value)
        for shown in words.values():
            self._fitting(widget, shown, *_size(field), wraps=False)
        return self._drawn(field, widget, words[value], wraps=False)

    def _drawn(self, field: Any, widget: Widget, shown: str, *, wraps: bool) -> Any:
        width, height = _size(field)
        field["TU"] = pydyf.String(widget.tooltip)
        field["DA"] = pydyf.String(self._looks(self.letters.name))
        drawing = self._fitting(widget, shown, width, height, wraps=wraps) if shown else []
        field["AP"] = pydyf.Dictionary({"N": self._appearance(width, height, drawing).reference})
        return field

    def _fitting(
        self, widget: Widget, shown: str, width: float, height: float, *, wraps: bool
    ) -> list[bytes]:
        drawing = self.letters.drawing(shown, width, height, wraps=wraps)
        if drawing is None:
            fault = Problem(
                file=widget.name, problem="What it may show does not fit into this box."
            )
            raise OutputError("The form was not made: its boxes are wrong.", (fault,))
        return drawing

    def _appearance(self, width: float, height: float, drawing: list[bytes]) -> Any:
        extra = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": pydyf.Array([0, 0, width, height]),
            "Resources": self.pdf.catalog["AcroForm"]["DR"],
        }
        # Marked as variable text, as every program that fills a box looks for.
        stream = [b"/Tx BMC", *drawing, b"EMC"]
        return self._added(pydyf.Stream(stream, pydyf.Dictionary(extra)))

    def _tick(self, field: Any, widget: Widget) -> Any:
        self._states(field, "yes", _tick_mark(*_size(field)))
        field["AS"] = field["V"] = "/yes" if widget.value else "/Off"
        field["Ff"] = _flags(widget)
        field["TU"] = pydyf.String(widget.tooltip)
        return field

    def _radio(self, group: Any, kids: list[Any], widget: Widget) -> Any:
        values = [str(option.string) for option in group.pop("Opt")]
        words = dict(widget.options)
        for kid, value in zip(kids, values, strict=True):
            self._states(kid, value, _dot(*_size(kid)))
            kid["AS"] = f"/{value}" if value == widget.value else "/Off"
            kid["Contents"] = pydyf.String(f"{widget.tooltip}: {words[value]}")
            for key in ("T", "TU", "FT", "V"):
                kid.pop(key, None)
        group["V"] = f"/{widget.value}" if widget.value else "/Off"
        group["Ff"] = RADIO | _flags(widget)
        group["TU"] = pydyf.String(widget.tooltip)
        return group

    def _states(self, field: Any, name: str, mark: list[bytes]) -> None:
        """Give a button its two appearances, by the names of its states."""
        width, height = _size(field)
        looks = {
            state: self._added(
                pydyf.Stream(
                    drawing,
                    pydyf.Dictionary(
                        {
                            "Type": "/XObject",
                            "Subtype": "/Form",
                            "BBox": pydyf.Array([0, 0, width, height]),
                        }
                    ),
                )
            ).reference
            for state, drawing in ((name, mark), ("Off", []))
        }
        field["AP"] = pydyf.Dictionary({"N": pydyf.Dictionary(looks)})
        field["MK"] = pydyf.Dictionary()

    def _hidden(self, name: str, value: str) -> Any:
        first = self.pages[0]
        field = pydyf.Dictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Widget",
                "FT": "/Tx",
                "Ff": READ_ONLY,
                "F": HIDDEN,
                "Rect": pydyf.Array([0, 0, 0, 0]),
                "P": first.reference,
                "T": pydyf.String(name),
                "TU": pydyf.String("What form this is"),
                "V": pydyf.String(value),
            }
        )
        self._added(field)
        first.setdefault("Annots", pydyf.Array([])).append(field.reference)
        first.setdefault("Tabs", "/S")  # a first page of facts alone has no boxes
        return field


FINISH: dict[Control, Callable[[_Finish, Any, Widget], Any]] = {
    Control.TEXT: _Finish._text,
    Control.LIST: _Finish._list,
    Control.TICK: _Finish._tick,
}


def _flags(widget: Widget) -> int:
    return (REQUIRED if widget.required else 0) | (READ_ONLY if widget.read_only else 0)


def _size(field: Any) -> tuple[float, float]:
    x0, y0, x1, y1 = field["Rect"]
    return x1 - x0, y1 - y0


def _tick_mark(width: float, height: float) -> list[bytes]:
    points = ((0.18, 0.5), (0.42, 0.22), (0.84, 0.8))
    (x0, y0), (x1, y1), (x2, y2) = ((x * width, y * height) for x, y in points)
    path = b"%.2f %.2f m %.2f %.2f l %.2f %.2f l S" % (x0, y0, x1, y1, x2, y2)
    return [b"q 1.8 w 1 J 1 j 0.067 G", path, b"Q"]


def _dot(width: float, height: float) -> list[bytes]:
    """Draw a filled circle of half the button's width."""
    x, y, r = width / 2, height / 2, min(width, height) / 4
    k = 0.5523 * r
    return [
        b"q 0.067 g",
        b"%.2f %.2f m" % (x + r, y),
        b"%.2f %.2f %.2f %.2f %.2f %.2f c" % (x + r, y + k, x + k, y + r, x, y + r),
        b"%.2f %.2f %.2f %.2f %.2f %.2f c" % (x - k, y + r, x - r, y + k, x - r, y),
        b"%.2f %.2f %.2f %.2f %.2f %.2f c" % (x - r, y - k, x - k, y - r, x, y - r),
        b"%.2f %.2f %.2f %.2f %.2f %.2f c" % (x + k, y - r, x + r, y - k, x + r, y),
        b"f Q",
    ]


BLANK = {".null": 0xAD, "nonmarkingreturn": 0xA0}
"""The glyphs of a TrueType font that show nothing, and the letters that may be drawn with them."""


class _Letters:
    """The font of the boxes: WeasyPrint embeds it whole, and its letters are drawn by number."""

    def __init__(self, fonts: Any) -> None:
        font = next(font for font in fonts if font.used_in_forms)
        self.name = str(font.hash)
        read = TTFont(io.BytesIO(font.file_content), fontNumber=font.index, lazy=True)
        self._known: dict[int, str] = read.getBestCmap()
        glyphs = set(read.getGlyphOrder())
        self.blank = [(read.getGlyphID(x), letter) for x, letter in BLANK.items() if x in glyphs]
        self._number = read.getGlyphID
        self._widths = read["hmtx"].metrics
        self._units = read["head"].unitsPerEm

    def drawing(self, text: str, width: float, height: float, *, wraps: bool) -> list[bytes] | None:
        """Give the operators that draw a text in a box; None if it does not fit."""
        room = width - 2 * MARGIN
        lines = list(self._lines(text, room)) if wraps else [text]
        deep = len(lines) * LEADING + 2 * MARGIN > height + LEADING / 2
        if (wraps and deep) or max(map(self._wide, lines)) > room:
            return None
        # A line's letters stand a fifth of their size above its foot.
        top = height - MARGIN - LEADING * 0.83 if wraps else (height - SIZE) / 2 + SIZE * 0.22
        shown = [b"q BT", self._looks(), b"%.2f %.2f Td" % (MARGIN, top), b"%g TL" % LEADING]
        for number, line in enumerate(lines):
            shown += [b"T*"] if number else []
            shown.append(b"<%s> Tj" % self._hex(line))
        return [*shown, b"ET Q"]

    def _looks(self) -> bytes:
        return b"/%s %g Tf %s" % (self.name.encode(), SIZE, INK)

    def has(self, text: str) -> bool:
        """Tell whether the font can draw a text."""
        return all(ord(letter) in self._known for letter in text.replace("\n", ""))

    def _glyph(self, letter: str) -> str:
        return self._known[ord(letter)]

    def _hex(self, line: str) -> bytes:
        return b"".join(b"%04x" % self._number(self._glyph(letter)) for letter in line)

    def _wide(self, line: str) -> float:
        units: int = sum(self._widths[self._glyph(letter)][0] for letter in line)
        return units * SIZE / float(self._units)

    def _lines(self, text: str, room: float) -> Iterator[str]:
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if line and self._wide(longer) > room:
                    yield line
                    longer = word
                line = longer
            yield line


AVERAGE = 0.5
"""The width of a letter of English prose in Liberation Sans, in parts of its size (0.48), and a
little more for the ragged ends of lines."""


def _faults(
    by_name: Mapping[str, list[_Placed]], widgets: tuple[Widget, ...], pages: list[Any]
) -> Iterator[Problem]:
    """Yield what is wrong with the boxes as they stand on their pages."""
    known = [widget.name for widget in widgets]
    for name in {*known} ^ {*by_name}:
        yield Problem(file=name, problem="This box is on the page or in the form, not in both.")
    for name in {name for name in known if known.count(name) > 1}:
        yield Problem(file=name, problem="Two boxes have this name.")
    for widget in widgets:
        yield from _faults_of(widget, by_name.get(widget.name, []), pages)


def _faults_of(widget: Widget, kids: list[_Placed], pages: list[Any]) -> Iterator[Problem]:
    is_radio = widget.control is Control.RADIO
    if len(kids) > 1 and not is_radio:
        yield Problem(file=widget.name, problem="This box stands on the page twice.")
    if is_radio and (len({kid.page for kid in kids}) > 1 or len(kids) != len(widget.options)):
        yield Problem(file=widget.name, problem="These radio buttons are split or incomplete.")
    for kid in kids:
        x0, y0, x1, y1 = kid.box
        left, bottom, right, top = pages[kid.page]["MediaBox"]
        if x0 < left or y0 < bottom or x1 > right or y1 > top:
            yield Problem(file=widget.name, problem="This box runs off its page.")
    if widget.control is Control.TEXT and kids and room_for(kids[0].annotation) < widget.limit:
        yield Problem(
            file=widget.name, problem=f"This box cannot show its {widget.limit:,} characters."
        )


def room_for(field: Any) -> int:
    """Give how many characters of English prose a text box can show."""
    width, height = _size(field)
    a_line = (width - 2 * MARGIN) / (SIZE * AVERAGE)
    lines = int((height - MARGIN) / LEADING) if field.get("Ff", 0) & MULTILINE else 1
    return int(a_line * lines)


def _overlaps(placed: list[_Placed]) -> Iterator[Problem]:
    for number, one in enumerate(placed):
        for other in placed[number + 1 :]:
            if one.page == other.page and _cover(one.box, other.box):
                yield Problem(file=one.name, problem=f"This box lies over {other.name}.")


def _cover(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        min(one[2], other[2]) > max(one[0], other[0]) + 0.5
        and min(one[3], other[3]) > max(one[1], other[1]) + 0.5
    )
