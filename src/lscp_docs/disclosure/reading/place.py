"""What was read, and where: the passages of a finished file."""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.model.vocabulary import Term


class PlaceKind(Term):
    """A kind of place where a file can say something, visible or hidden."""

    FILE_NAME = "file_name", "the file's name"
    BODY = "body", "the main text"
    TABLE = "table", "tables"
    ACROSS = "across", "words that run on over lines, paragraphs or cells"
    HEADER = "header", "headers"
    FOOTER = "footer", "footers"
    NOTE = "note", "footnotes and endnotes"
    COMMENT = "comment", "comments and notes"
    TRACKED_CHANGE = "tracked_change", "tracked changes"
    HIDDEN_TEXT = "hidden_text", "hidden text"
    UNSEEN_TEXT = "unseen_text", "white or tiny text"
    TEXT_BOX = "text_box", "text boxes and drawings"
    CONTENT_CONTROL = "content_control", "content controls and form boxes of Word"
    FIELD = "field", "field codes and their results"
    ALT_TEXT = "alt_text", "alternative and replacement texts"
    LINK = "link", "addresses of links"
    CUSTOM_XML = "custom_xml", "custom XML"
    PROPERTY = "property", "properties"
    TEMPLATE_PATH = "template_path", "path of the template"
    EMBEDDED_FILE = "embedded_file", "embedded and attached files"
    THUMBNAIL = "thumbnail", "thumbnails"
    CHART_DATA = "chart_data", "data behind charts"
    BUILDING_BLOCK = "building_block", "building blocks"
    MAIL_MERGE = "mail_merge", "sources of a mail merge"
    PERSON = "person", "authors of comments and changes"
    VARIABLE = "variable", "document variables"
    BOOKMARK = "bookmark", "bookmarks"
    STYLE_NAME = "style_name", "names of styles"
    FONT = "font", "names of fonts"
    MARKUP = "markup", "values that only programs read"
    REMARK = "remark", "remarks in the source"
    SCRIPT = "script", "scripts"
    STYLE_SHEET = "style_sheet", "style sheets"
    CELL = "cell", "cells"
    FORMULA = "formula", "formulas"
    UNUSED_TEXT = "unused_text", "texts that no cell shows"
    HIDDEN_CELL = "hidden_cell", "hidden rows and columns"
    HIDDEN_SHEET = "hidden_sheet", "hidden sheets"
    SHEET_NAME = "sheet_name", "names of sheets"
    DEFINED_NAME = "defined_name", "defined names"
    VALIDATION = "validation", "lists and hints of cells"
    PIVOT_CACHE = "pivot_cache", "data behind pivot tables"
    EXTERNAL_LINK = "external_link", "data from other files and their paths"
    PAGE = "page", "text of pages, also under drawings"
    OUTSIDE_PAGE = "outside_page", "text outside the page"
    FORM_VALUE = "form_value", "values of form fields"
    FORM_OPTION = "form_option", "options of form fields"
    TOOLTIP = "tooltip", "tooltips of form fields"
    ANNOTATION = "annotation", "annotations"
    APPEARANCE = "appearance", "drawn text of stamps, form fields and stored drawings"
    XMP = "xmp", "XMP metadata"
    LAYER = "layer", "names of layers"
    PAGE_LABEL = "page_label", "page labels"
    EARLIER_REVISION = "earlier_revision", "earlier revisions of the file"
    DESTINATION = "destination", "names of destinations"
    MAIL_HEADER = "mail_header", "headers of the e-mail"
    CALENDAR = "calendar", "entries of the calendar"
    PICTURE_DATA = "picture_data", "what a picture's file says besides the picture"
    PIXELS = "pixels", "what pictures show (not read)"
    TEXT = "text", "plain text"
    ARCHIVED = "archived", "files in an archive"
    LOOSE_STRINGS = "loose_strings", "strings found in what could not be read as a whole"
    UNREADABLE = "unreadable", "places that could not be read"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text and where it stands, in words that name nobody: "comment 2"."""

    place: str
    kind: PlaceKind
    text: str


@dataclass(frozen=True, slots=True)
class Unreadable(Passage):
    """A place that was not read, and a sentence that says why and what to do.

    Its text is empty. Its kind is UNREADABLE, or PIXELS for what a picture shows.
    """

    why: str
