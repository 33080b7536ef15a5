"""Reading the fields of a form: what any program may have stored, and forms made to do harm."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.mangled import cover_sheet, deep_fields, many_fields

from lscp_docs.forms import stored, strings
from lscp_docs.forms.examine import CONTRADICTS, FIELDS_LOST, TWICE, observe
from lscp_docs.forms.observed import Observed, Opening, SeenField

Field = Dictionary | pikepdf.Object
Make = Callable[[pikepdf.Pdf], list[Any]]


def form(make: Make) -> bytes:
    """Give a PDF with these fields, whose boxes whoever opens it draws."""
    with pikepdf.open(io.BytesIO(cover_sheet())) as pdf:
        pdf.Root.AcroForm = Dictionary(NeedAppearances=True, Fields=Array(make(pdf)))
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def seen(make: Make) -> Observed:
    found = observe(form(make))
    assert found.opening is Opening.OPENED
    return found


def text(name: str = "a", **entries: Any) -> Dictionary:
    return Dictionary(FT=Name.Tx, T=name, **entries)


def value_of(make: Callable[[pikepdf.Pdf], Any]) -> SeenField:
    """Read one text field with this value, between two sound ones that must be read as well."""
    found = seen(
        lambda pdf: [
            pdf.make_indirect(each)
            for each in (text("before", V="1"), text(V=make(pdf)), text("after", V="2"))
        ]
    )
    before, one, after = found.fields
    assert (before.value, after.value) == ("1", "2")
    return one


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (b"plain", "plain"),
        ("Łódź \U0001f600".encode("utf-16"), "Łódź \U0001f600"),
        (b"\xfe\xff" + "Łódź".encode("utf-16-be"), "Łódź"),
        ("Łódź".encode("utf-8-sig"), "Łódź"),
        (b"caf\xe9 \x8dhi\x8e", "café “hi”"),
        (b" outer spaces \n", " outer spaces \n"),
        ("e\u0301".encode("utf-16"), "e\u0301"),
        (b"", ""),
    ],
)
def test_a_string_is_read_as_it_says_it_is_written(raw: bytes, read: str) -> None:
    one = value_of(lambda _: String(raw))
    assert (one.value, one.notes) == (read, ())


@pytest.mark.parametrize(
    ("make", "read", "remark"),
    [
        (lambda _: String(b"one\r\ntwo\rthree"), "one\ntwo\nthree", strings.LINE_ENDS),
        (lambda _: String("\x1ben\x1bText".encode("utf-16")), "Text", strings.LANGUAGE),
        (lambda pdf: pdf.make_stream(b"in a stream"), "in a stream", strings.AS_STREAM),
        (lambda pdf: pdf.make_stream("Łódź".encode("utf-16")), "Łódź", strings.AS_STREAM),
        (lambda _: Array([String("icb")]), "icb", strings.AS_LIST),
    ],
)
def test_what_is_made_plain_is_remarked_and_not_doubted(
    make: Callable[[pikepdf.Pdf], Any], read: str, remark: str
) -> None:
    one = value_of(make)
    assert one.value == read
    assert one.notes == ()
    assert remark in one.remarks


def test_names_references_and_null_are_values_too() -> None:
    assert value_of(lambda _: Name("/yes")).value == "yes"
    assert value_of(lambda pdf: pdf.make_indirect(String("afar"))).value == "afar"
    assert value_of(lambda _: None).value == ""


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        ("lost \uf600".encode("utf-16"), strings.LOST_EMOJI),
        ("\u0bb7田 さん".encode("utf-16"), strings.LOST_HAN),  # what PDFium leaves of U+20BB7
        ("lost \ufffd".encode("utf-16"), strings.LOST_LETTERS),
        (b"\xfe\xff\xd8", strings.LOST_LETTERS),
        ("þÿ begins".encode("utf-16"), strings.MARK_AS_TEXT),
        ("caf\u00c3\u00a9".encode("utf-16"), strings.MISREAD),
        ("café".encode(), strings.MISREAD),
        (b"don\x92t", strings.MISREAD),
        (b"caf\xe9 \x9f", strings.MISREAD),
        (b"bell \x07", strings.CONTROLS),
    ],
)
def test_what_a_program_may_have_spoilt_is_doubted(raw: bytes, note: str) -> None:
    assert note in value_of(lambda _: String(raw)).notes


def test_a_value_of_no_known_kind_is_a_problem_of_its_field_alone() -> None:
    for make in (lambda _: 42, lambda _: Dictionary(A=1), lambda _: Array([Array([1])])):
        one = value_of(make)
        assert one.value == ""
        assert one.notes == (strings.UNREADABLE,)
    assert value_of(lambda _: Array([String("a"), String("b")])).notes == (strings.SEVERAL,)


def test_a_stream_that_cannot_be_decoded_loses_no_other_field() -> None:
    def broken(pdf: pikepdf.Pdf) -> Any:
        stream = pdf.make_stream(b"")
        stream.write(b"in no known code", filter=Name("/NoCode"))
        return stream

    assert value_of(broken).notes == (strings.UNREADABLE,)


def test_formatted_text_alone_is_doubted() -> None:
    (one,) = seen(lambda pdf: [pdf.make_indirect(text(RV=String("<p>x</p>")))]).fields
    assert one.value == ""
    assert one.notes == (stored.RICH_ONLY,)


def test_kind_and_value_are_inherited_and_names_joined() -> None:
    def make(pdf: pikepdf.Pdf) -> list[Any]:
        kid = pdf.make_indirect(Dictionary(T="b", TM="export name"))
        parent = Dictionary(FT=Name.Tx, T="a", V="handed down", Kids=Array([kid]))
        kid.Parent = pdf.make_indirect(Dictionary(T="another parent"))
        return [pdf.make_indirect(parent)]

    (one,) = seen(make).fields
    assert (one.name, one.kind, one.value) == ("a.b", "text", "handed down")


def test_fields_that_are_written_out_in_place_are_read() -> None:
    found = seen(lambda _: [text("a", V="1"), text("b", V="2")])
    assert [(field.name, field.value) for field in found.fields] == [("a", "1"), ("b", "2")]


def test_what_is_no_field_loses_no_field() -> None:
    def make(pdf: pikepdf.Pdf) -> list[Any]:
        return [42, String("x"), pdf.make_indirect(text("a", V="1")), Name.No, text("b", V="2")]

    found = seen(make)
    assert [field.name for field in found.fields] == ["a", "b"]
    assert FIELDS_LOST in found.damage


def test_circles_and_shared_kids_end() -> None:
    def make(pdf: pikepdf.Pdf) -> list[Any]:
        one, two = (pdf.make_indirect(Dictionary(T=name)) for name in "xy")
        one.Kids, two.Kids = Array([two]), Array([one])
        own = pdf.make_indirect(Dictionary(T="own", FT=Name.Tx))
        own.Parent = own
        return [one, own]

    assert "own" in [field.name for field in seen(make).fields]


def test_what_is_too_deep_or_too_much_is_too_large() -> None:
    assert observe(deep_fields(40)).opening is Opening.TOO_LARGE
    assert observe(many_fields(5_001)).opening is Opening.TOO_LARGE
    assert len(observe(many_fields(4_000)).fields) == 4_000


def choice(**entries: Any) -> Make:
    options = Array([Array([String("-"), String("Choose")]), Array([String("icb"), String("ICB")])])
    one = Dictionary(FT=Name.Ch, T="a", Ff=1 << 17, Opt=options, **entries)
    return lambda pdf: [pdf.make_indirect(one)]


@pytest.mark.parametrize(
    ("entries", "read", "remarks"),
    [
        ({"V": String("icb")}, "icb", ()),
        ({"V": String("ICB")}, "icb", (stored.BY_LABEL,)),
        ({"V": Array([String("icb")])}, "icb", (strings.AS_LIST,)),
        ({"I": Array([1])}, "icb", (stored.BY_NUMBER,)),
        ({"V": String("none of them")}, "none of them", ()),
        ({}, "", ()),
    ],
)
def test_an_option_is_read_from_value_words_or_number(
    entries: dict[str, Any], read: str, remarks: tuple[str, ...]
) -> None:
    (one,) = seen(choice(**entries)).fields
    assert (one.kind, one.value, one.notes) == ("list", read, ())
    assert set(remarks) <= set(one.remarks)


def button(states: list[str], on: list[str], **entries: Any) -> Make:
    """Give a group with a button for each state, each showing what `on` says."""

    def make(pdf: pikepdf.Pdf) -> list[Any]:
        kids = [
            pdf.make_indirect(
                Dictionary(
                    Subtype=Name.Widget,
                    AS=Name(f"/{shown}"),
                    AP=Dictionary(
                        N=Dictionary(
                            {f"/{state}": pdf.make_stream(b""), "/Off": pdf.make_stream(b"")}
                        )
                    ),
                )
            )
            for state, shown in zip(states, on, strict=True)
        ]
        group = Dictionary(FT=Name.Btn, T="a", Kids=Array(kids), **entries)
        return [pdf.make_indirect(group)]

    return make


RADIO = 1 << 15


@pytest.mark.parametrize("stored_as", [Name.yes, String("/yes"), String("yes"), None])
def test_what_the_page_shows_is_the_state_of_a_button(stored_as: Any) -> None:
    entries = {} if stored_as is None else {"V": stored_as}
    (one,) = seen(button(["no", "yes"], ["Off", "yes"], Ff=RADIO, **entries)).fields
    assert (one.kind, one.value, one.notes) == ("radio", "yes", ())


def test_a_button_whose_page_and_store_differ_is_doubted() -> None:
    (one,) = seen(button(["no", "yes"], ["Off", "yes"], Ff=RADIO, V=Name.no)).fields
    assert one.notes == (stored.CONFLICT,)
    (one,) = seen(button(["yes"], ["Off"], V=Name.yes)).fields
    assert (one.kind, one.notes) == ("tick", (stored.CONFLICT,))
    (one,) = seen(button(["no", "yes"], ["no", "yes"], Ff=RADIO, V=Name.no)).fields
    assert strings.SEVERAL in one.notes
    (one,) = seen(button(["yes"], ["yws"], V=Name.yws)).fields
    assert stored.UNKNOWN_STATE in one.notes


def test_numbered_buttons_stand_for_their_options() -> None:
    make = button(
        ["0", "1"], ["Off", "1"], Ff=RADIO, V=Name("/1"), Opt=Array([String("no"), String("yes")])
    )
    (one,) = seen(make).fields
    assert (one.value, one.notes, one.remarks) == ("yes", (), (stored.BY_NUMBER,))


def test_a_tick_is_yes_whatever_its_state_is_called() -> None:
    (one,) = seen(button(["On"], ["On"], V=Name.On)).fields
    assert (one.kind, one.value) == ("tick", "yes")


def test_a_name_that_stands_twice_is_doubted_where_the_values_differ() -> None:
    (one,) = seen(lambda pdf: [text(V="1"), pdf.make_indirect(text(V="1"))]).fields
    assert (one.value, one.notes, one.remarks) == ("1", (), (TWICE,))
    (one,) = seen(lambda pdf: [text(V="1"), pdf.make_indirect(text(V="2"))]).fields
    assert (one.value, one.notes) == ("1 / 2", (CONTRADICTS,))
