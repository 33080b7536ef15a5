"""The HTML of mammoth dressed with the facts it left behind: lists, numbers, heads, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from lscp_docs.render.docx_facts import MARKER, Facts, ParagraphFacts, TableFacts
from lscp_docs.render.docx_margins import as_background
from lscp_docs.render.docx_styles import Rules, css_class, text_of

_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6"}
AFTER_TABLE = "8pt"
# A row of more lines than this, about half a page, may split between two pages.
_LONG_ROW = 24
_LETTERS_PER_LINE = 85
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def dressed(root: etree._Element, facts: Facts) -> etree._Element:
    """Return the same tree with every fact in its place; the markers are gone."""
    of_block = _unmarked(root, facts)
    _footnotes(root)
    for block, its in of_block.items():
        _dress_block(block, its)
    for table, its_table in zip(root.iter("table"), facts.tables, strict=False):
        _dress_table(table, its_table)
    for picture, size in zip(list(root.iter("img")), facts.picture_sizes, strict=False):
        _dress_picture(picture, size)
    _levels(root)
    _lists({x: its for x, its in of_block.items() if its.is_list_item})
    _without_dead_links(root)
    return root


def _unmarked(root: etree._Element, facts: Facts) -> dict[etree._Element, ParagraphFacts]:
    """Return each block's facts; markers are removed and so are blocks without any content."""
    found: dict[etree._Element, ParagraphFacts] = {}
    for anchor in list(root.iter("a")):
        its = facts.paragraphs.get(anchor.get("id", ""))
        if its is None or not anchor.get("id", "").startswith(MARKER):
            continue
        block = next(x for x in anchor.iterancestors() if x.tag in _BLOCKS)
        if its.cell_rules and block.getparent() is not None:
            _style(_parent(block), its.cell_rules)
        _unwrap(anchor)
        if _is_empty(block):
            following = block.getnext()
            if "break-before" in its.own_rules and following is not None:
                _style(following, {"break-before": "page"})
            _remove_empty(block, its)
        else:
            found[block] = its
    return found


def _remove_empty(block: etree._Element, its: ParagraphFacts) -> None:
    """Take an empty paragraph out; after a table it leaves the room that its style gives."""
    before = block.getprevious()
    if its.style == "After Table" and before is not None and before.tag == "table":
        block.tag = "div"
        block.set("class", "room")
        _style(block, {"height": AFTER_TABLE})
    else:
        _remove(block)


def _dress_block(block: etree._Element, its: ParagraphFacts) -> None:
    block.set("class", css_class(its.style))
    _style(block, its.own_rules)
    if _mostly_rtl("".join(block.itertext())):
        block.set("dir", "rtl")
    if its.mark is not None and its.mark.text:
        number = etree.Element("span", {"class": "number"})
        number.text = its.mark.text
        # The space keeps number and words apart for a reader that ignores layout.
        number.tail = " " + (block.text or "")
        block.text = None
        block.insert(0, number)
    _tabs(block)


def _tabs(block: etree._Element) -> None:
    """Make "label, tab, words" a label as wide as the hanging indent; other tabs are spaces."""
    words = "".join(block.itertext())
    if words.count("\t") != 1 or "\t" not in words.strip():
        return
    label = etree.Element("span", {"class": "before-tab"})
    block_text, block.text = block.text or "", None
    if "\t" in block_text:
        label.text, _, label.tail = block_text.partition("\t")
        block.insert(0, label)
        return
    label.text = block_text
    for child in list(block):
        tail = child.tail or ""
        if "\t" in "".join(child.itertext()):
            label.append(child)
            break
        label.append(child)
        if "\t" in tail:
            child.tail, _, label.tail = tail.partition("\t")
            break
    block.insert(0, label)


def _dress_picture(picture: etree._Element, size: str) -> None:
    if (picture.get("alt") or "").strip():
        picture.set("style", size)
        return
    picture.tag = "span"
    style = as_background(size, picture.get("src", ""))
    picture.attrib.clear()
    picture.set("style", style)


def _mostly_rtl(words: str) -> bool:
    letters = [x for x in words if x.isalpha()]
    return bool(letters) and len(_RTL.findall(words)) * 2 > len(letters)


def _dress_table(table: etree._Element, its: TableFacts) -> None:
    if its.style:
        table.set("class", css_class(its.style))
    _style(table, its.rules)
    if its.shares:
        group = etree.Element("colgroup")
        for share in its.shares:
            etree.SubElement(group, "col", {"style": f"width: {share:.2f}%"})
        table.insert(0, group)
    for row in table.iter("tr"):
        if _lines(row, its.shares) > _LONG_ROW:
            row.set("class", "long")
    _headers(table, its)
    before = table.getprevious()
    if before is not None and "caption" in before.get("class", "").split():
        before.tag = "caption"
        _remove(before)
        table.insert(0, before)


def _headers(table: etree._Element, its: TableFacts) -> None:
    """Say of each header cell whether it heads a column or a row."""
    for head in table.iterfind("thead/tr/th"):
        head.set("scope", "col")
    body = table.find("tbody")
    rows = table if body is None else body
    is_headed = table.find("thead") is not None
    if its.labels_first or (not is_headed and _labelled(table)):
        for cell in [x for row in rows.iterfind("tr") for x in row[:1]]:
            cell.tag = "th"
            cell.set("scope", "row")


def _lines(row: etree._Element, shares: tuple[float, ...]) -> int:
    """Return about how many lines the tallest cell of a row has."""
    most = 0
    for cell, share in zip(row, shares, strict=False):
        width = max(1, _LETTERS_PER_LINE * share * int(cell.get("colspan", "1")) / 100)
        lengths = (len("".join(x.itertext())) for x in cell)
        most = max(most, sum(1 + int(x // width) for x in lengths))
    return most


def _labelled(table: etree._Element) -> bool:
    """Tell whether every first cell is all in bold: a table of labels without Word's own flag."""
    firsts = [row[0] for row in table.iterfind("tr") if len(row) == 2]
    return bool(firsts) and all(
        "".join(cell.itertext()).strip()
        and not "".join(cell.xpath(".//text()[not(ancestor::strong or ancestor::span)]")).strip()
        for cell in firsts
    )


def _levels(root: etree._Element) -> None:
    """Close gaps: the first heading is h1, each other at most one level below the one before."""
    headings = list(root.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    last, above = 0, int(str(headings[0].tag)[1]) - 1 if headings else 0
    for heading in headings:
        last = max(1, min(int(str(heading.tag)[1]) - above, last + 1))
        heading.tag = f"h{last}"


def _lists(items: dict[etree._Element, ParagraphFacts]) -> None:
    for parent in {_parent(x) for x in items}:
        stack: list[etree._Element] = []
        for block in list(parent):
            its = items.get(block)
            if its is None or its.mark is None:
                stack = []
                continue
            del stack[its.mark.level + 1 :]
            kind = "ul" if its.mark.bullet else "ol"
            while len(stack) <= its.mark.level or stack[-1].tag != kind:
                if len(stack) > its.mark.level:
                    stack.pop()
                outer = stack[-1][-1] if stack and len(stack[-1]) else None
                made = etree.Element(kind)
                if outer is None:
                    block.addprevious(made)
                else:
                    outer.append(made)
                stack.append(made)
            block.tag = "li"
            stack[-1].append(block)


def _footnotes(root: etree._Element) -> None:
    """Move each note from the list at the end to its place; print.css floats it to the foot."""
    notes = {x.get("id"): x for x in root.iter("li") if _is_note(x)}
    for reference in list(root.iter("sup")):
        link = reference.find("a")
        target = "" if link is None else link.get("href", "").removeprefix("#")
        note = notes.get(target)
        if note is None:
            continue
        span = etree.Element("span", {"class": "footnote"})
        for back in [x for x in note.iter("a") if x.text == "↑"]:
            _remove(back)
        _inline(note, span)
        span.tail = reference.tail
        _parent(reference).replace(reference, span)
    for note in notes.values():
        holder = note.getparent()
        if holder is not None:
            _remove(note)
            if len(holder) == 0:
                _remove(holder)


def _is_note(item: etree._Element) -> bool:
    return item.get("id", "").startswith(("footnote-", "endnote-"))


def _inline(note: etree._Element, into: etree._Element) -> None:
    for paragraph in list(note):
        if "".join(paragraph.itertext()).strip():
            paragraph.tag = "span"
            paragraph.attrib.clear()
            paragraph.text = (paragraph.text or "").lstrip()
            paragraph.tail = " "
            into.append(paragraph)


def _without_dead_links(root: etree._Element) -> None:
    targets = {x.get("id") for x in root.iter() if x.get("id")}
    for link in list(root.iter("a")):
        address = link.get("href")
        if address is not None and address.startswith("#") and address[1:] not in targets:
            _unwrap(link)


def _is_empty(block: etree._Element) -> bool:
    return not "".join(block.itertext()).strip() and block.find(".//img") is None


def _style(element: etree._Element, rules: Rules) -> None:
    if rules:
        before = element.get("style")
        element.set("style", "; ".join(x for x in (before, text_of(rules)) if x))


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None  # noqa: S101 - every block stands in the root
    return parent


def _remove(element: etree._Element) -> None:
    """Take an element out and leave the text after it where it is."""
    _join(element, element.tail or "")
    element.tail = None
    _parent(element).remove(element)


def _unwrap(element: etree._Element) -> None:
    """Take an element's tag away and leave its content."""
    parent = _parent(element)
    place = parent.index(element)
    _join(element, element.text or "")
    children: Iterable[etree._Element] = list(element)
    tail = element.tail or ""
    element.tail = None
    parent.remove(element)
    for offset, child in enumerate(children):
        parent.insert(place + offset, child)
    last = parent[place + len(list(children)) - 1] if place + len(list(children)) else None
    if last is None:
        parent.text = (parent.text or "") + tail
    else:
        last.tail = (last.tail or "") + tail


def _join(element: etree._Element, text: str) -> None:
    before = element.getprevious()
    if before is None:
        parent = _parent(element)
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
