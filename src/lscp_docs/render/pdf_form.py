"""Finishes the boxes of a fillable PDF: each holds one answer and shows just that.

What WeasyPrint 70 leaves wrong is mended here, on its own objects and before they are written:
rectangles upside down, radio buttons that are fields of their own, states without a name,
tooltips, the flags that HTML has and it ignores. Every box gets an appearance of its own (a client
that fills one box must not redraw its neighbours) in an embedded font that knows more than Latin
letters, and a prefilled answer is drawn exactly as it is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pydyf

from lscp_docs.errors import OutputError, Problem
from lscp_docs.render.form_boxes import MULTILINE, Control, Placed, Widget, faults_of, size_of
from lscp_docs.render.form_letters import Letters

READ_ONLY, REQUIRED, NO_SPELLING = 1 << 0, 1 << 1, 1 << 22
RADIO = (1 << 14) + (1 << 15)
COMBO = 1 << 17
HIDDEN = 1 << 1


def finisher(widgets: tuple[Widget, ...], hidden: Mapping[str, str]) -> Callable[[Any, Any], None]:
    """Give the function that WeasyPrint calls with its document and its PDF before writing it.

    It raises OutputError, naming each, for a box that is missing, stands twice, lies off its page
    or over another, or cannot show as many letters as it may hold.
    """

    def finish(document: Any, pdf: Any) -> None:
        _Finish(document, pdf, widgets).run(hidden)

    return finish


class _Finish:
    """The work on one PDF."""

    def __init__(self, document: Any, pdf: Any, widgets: tuple[Widget, ...]) -> None:
        self.pdf = pdf
        self.widgets = widgets
        self.objects = {f"{each.number} 0 R".encode(): each for each in pdf.objects}
        self.pages = [self.objects[reference] for reference in pdf.page_references]
        self.letters = Letters(document.fonts.values())

    def run(self, hidden: Mapping[str, str]) -> None:
        placed = list(self._placed())
        for each in placed:
            x0, y0, x1, y1 = each.annotation["Rect"]
            each.annotation["Rect"] = pydyf.Array([x0, min(y0, y1), x1, max(y0, y1)])
        by_name: dict[str, list[Placed]] = {}
        for each in placed:
            by_name.setdefault(each.name, []).append(each)
        faults = tuple(faults_of(by_name, self.widgets, self.pages))
        if faults:
            raise OutputError("The form was not made: its boxes are wrong.", faults)
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
        form["DA"] = pydyf.String(self.letters.looks)
        self._name_blank_glyphs(form)
        # Every box has its appearance: no viewer need make others, or ask whether to save them.
        del form["NeedAppearances"]
        for page in self.pages:
            stream = self.objects[page["Contents"]].stream
            stream[:] = [b"q", *stream, b"Q"]

    def _placed(self) -> Iterator[Placed]:
        for number, page in enumerate(self.pages):
            for reference in page.get("Annots", ()):
                annotation = self.objects[reference]
                if annotation.get("Subtype") == "/Widget":
                    yield Placed(str(annotation["T"].string), number, annotation)

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
            self._fitting(widget, shown, *size_of(field), wraps=False)
        return self._drawn(field, widget, words[value], wraps=False)

    def _drawn(self, field: Any, widget: Widget, shown: str, *, wraps: bool) -> Any:
        width, height = size_of(field)
        field["TU"] = pydyf.String(widget.tooltip)
        field["DA"] = pydyf.String(self.letters.looks)
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
        self._states(field, "yes", _tick_mark(*size_of(field)))
        field["AS"] = field["V"] = "/yes" if widget.value else "/Off"
        field["Ff"] = _flags(widget)
        field["TU"] = pydyf.String(widget.tooltip)
        return field

    def _radio(self, group: Any, kids: list[Any], widget: Widget) -> Any:
        values = [str(option.string) for option in group.pop("Opt")]
        words = dict(widget.options)
        for kid, value in zip(kids, values, strict=True):
            self._states(kid, value, _dot(*size_of(kid)))
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
        width, height = size_of(field)
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
