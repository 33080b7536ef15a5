"""The command `register`: on the terminal, as CSV, for Excel; and what it refuses."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from lscp_docs.casefile.case_folder import references
from lscp_docs.cli import main
from lscp_docs.errors import ExitCode
from lscp_docs.render.sheet import (
    ColumnKind,
    SheetColumn,
    SheetTable,
    Workbook,
    csv_bytes,
    excel_bytes,
)

HOME = Path(__file__).parents[1] / "sample_cases" / "harrowmere"


def run(*arguments: str, home: Path = HOME) -> int:
    return main(["--home", str(home), "register", *arguments, "--today", "2026-03-12"])


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def test_the_terminal_shows_every_referral_in_80_columns(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run() == ExitCode.DONE
    out = capsys.readouterr().out
    assert all(reference in out for reference in references(HOME))
    assert max(map(len, out.splitlines())) <= 80
    assert "8 referrals." in out
    assert "Next: lscp-docs show HSCP-2026-003" in out


def test_csv_opens_in_excel_with_days_as_iso(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    assert run("--csv", str(path)) == ExitCode.DONE
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = {row["Reference"]: row for row in read_csv(path)}
    assert sorted(rows) == sorted(references(HOME))
    assert rows["HSCP-2024-006"]["Incident on"] == "2024-03-12"
    assert rows["HSCP-2024-006"]["Rapid review within 15 working days"] == "no"
    assert rows["HSCP-2024-006"]["Published on"] == "2025-05-08"


def test_the_excel_file_has_filters_a_frozen_header_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    assert run("--xlsx", str(path)) == ExitCode.DONE
    book = openpyxl.load_workbook(path)
    sheet = book["Register"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", sheet.dimensions)
    heads = [cell.value for cell in sheet[1]]
    published = [row[heads.index("Published on")] for row in sheet.iter_rows(min_row=2)]
    (cell,) = [each for each in published if each.value is not None]
    assert (cell.value, cell.is_date) == (dt.datetime(2025, 5, 8), True)
    assert cell.number_format == "d mmmm yyyy"
    assert all(sheet.column_dimensions[letter].width > 10 for letter in "ABC")
    assert sheet.oddHeader.center.text == "OFFICIAL-SENSITIVE"
    about = dict(book["About"].iter_rows(values_only=True))
    assert about["Made on"] == "12 March 2026"
    assert about["Cases"] == "All 8 cases in the folder of cases."
    assert not book.properties.creator
    assert not book.properties.lastModifiedBy
    assert book.properties.title == "Register of referrals"


def test_the_pseudonymised_register_tells_months_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "register.csv"
    assert run("--pseudonymised", "--csv", str(path)) == ExitCode.DONE
    rows = {row["Reference"]: row for row in read_csv(path)}
    row = rows["HSCP-2024-006"]
    assert (row["Incident on"], row["Children (pseudonym or id)"]) == ("2024-03", "Finlay")
    dates = [row[head] for row in rows.values() for head in row if head.endswith(" on")]
    assert max(map(len, dates)) == len("2024-03")
    assert "Mar 2024" in capsys.readouterr().out


def test_a_pseudonymised_row_that_names_somebody_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    shutil.copytree(HOME, home)
    case = home / "cases" / "HSCP-2026-002" / "case.toml"
    text = case.read_text(encoding="utf-8")
    assert 'pseudonym = "Ellis"' in text
    name = "Hathersage"  # of the family in another case
    other = (home / "cases" / "HSCP-2025-009" / "case.toml").read_text(encoding="utf-8")
    assert f'surname = "{name}"' in other
    named = text.replace('pseudonym = "Ellis"', f'pseudonym = "{name}"')
    case.write_text(named, encoding="utf-8")
    path = tmp_path / "register.csv"
    assert run("--pseudonymised", "--csv", str(path), home=home) == ExitCode.DISCLOSURE
    assert not path.exists()
    err = capsys.readouterr().err
    assert "HSCP-2025-009: family." in err
    assert name not in err


def test_only_the_referrals_of_some_days(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--from", "2025-01-01", "--to", "2025-12-31", "--json") == ExitCode.DONE
    told = json.loads(capsys.readouterr().out)
    assert {row["reference"][:9] for row in told} == {"HSCP-2025"}
    assert all("2025-01-01" <= row["received"] <= "2025-12-31" for row in told)
    assert run("--from", "2031-01-01") == ExitCode.DONE
    assert "There is no referral to list." in capsys.readouterr().out


def test_days_that_make_no_time_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--from", "2025-02-01", "--to", "2025-01-01") == ExitCode.USAGE
    assert run("--from", "last week") == ExitCode.USAGE
    assert "is no day such as" in capsys.readouterr().err


def test_a_broken_case_stops_the_register_and_hides_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    shutil.copytree(HOME, home)
    for reference in ("HSCP-2026-003", "HSCP-2025-021"):
        case = home / "cases" / reference / "case.toml"
        case.write_text("colour = 'green'\n", encoding="utf-8")
    path = tmp_path / "register.csv"
    assert run("--csv", str(path), home=home) == ExitCode.CASE
    assert not path.exists()
    err = capsys.readouterr().err
    assert "cases/HSCP-2026-003/case.toml:1" in err
    assert "cases/HSCP-2025-021/case.toml:1" in err


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text("mine", encoding="utf-8")
    assert run("--csv", str(path)) == ExitCode.OUTPUT
    assert path.read_text(encoding="utf-8") == "mine"


ODD = ("=1+1", "+44", "-5", "@SUM(A1)", "\tx", "https://example.org", "a, b\n“c”")
TABLE = SheetTable(
    name="Odd",
    columns=(SheetColumn("Text"), SheetColumn("Number", ColumnKind.NUMBER)),
    rows=tuple((text, number) for number, text in enumerate(ODD)),
)


def a_workbook() -> Workbook:
    day = dt.date(2026, 3, 12)
    return Workbook(title="Odd & even", marking="", made_on=day, sheets=(TABLE,), about=())


def test_a_cell_that_begins_as_a_formula_is_quoted_in_csv() -> None:
    rows = list(csv.reader(io.StringIO(csv_bytes(TABLE).decode("utf-8-sig"), newline="")))
    texts = [row[0] for row in rows[1:]]
    assert texts == [f"'{text}" for text in ODD[:5]] + list(ODD[5:])
    assert [row[1] for row in rows[1:]] == [str(number) for number in range(len(ODD))]


def test_a_cell_that_begins_as_a_formula_is_a_text_in_excel() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(excel_bytes(a_workbook())))["Odd"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == list(ODD)
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells] == [True] * 5 + [False] * 2
    assert all(cell.hyperlink is None for cell in cells)


def a_sheet(*columns: SheetColumn, rows: tuple[tuple[str | None, ...], ...]) -> Worksheet:
    """A table as openpyxl reads it."""
    table = SheetTable(name="Table", columns=columns, rows=rows)
    book = Workbook(title="", marking="", made_on=dt.date(2026, 3, 12), sheets=(table,), about=())
    return openpyxl.load_workbook(io.BytesIO(excel_bytes(book)))["Table"]


LINE = 15


@pytest.mark.parametrize(
    ("text", "lines"),
    [("short", 1), ("", 1), ("two\nlines", 2), ("twenty " * 10, 5), ("x" * 40, 3)],
)
def test_a_row_is_as_tall_as_its_longest_text(text: str, lines: int) -> None:
    narrow = SheetColumn("Text", width=20)
    sheet = a_sheet(SheetColumn("Key", width=20), narrow, rows=(("a", text),))
    default = sheet.sheet_format.defaultRowHeight
    heights = [sheet.row_dimensions[row].height or default for row in (1, 2)]
    assert heights == [LINE, lines * LINE]


def test_a_cell_without_a_text_is_empty_for_filters_and_counts() -> None:
    sheet = a_sheet(SheetColumn("Key"), SheetColumn("Text"), rows=(("a", ""), ("b", None)))
    assert [sheet["B2"].value, sheet["B3"].value] == [None, None]


def test_the_same_tables_give_the_same_bytes() -> None:
    assert excel_bytes(a_workbook()) == excel_bytes(a_workbook())


@pytest.mark.parametrize(("option", "name"), [("--xlsx", "a.csv"), ("--csv", "a.xlsx")])
def test_a_file_is_named_after_what_is_in_it(
    option: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(option, str(tmp_path / name)) == ExitCode.USAGE
    assert "must end in ." in capsys.readouterr().err
    assert not (tmp_path / name).exists()
    assert run(option, str((tmp_path / "A").with_suffix(f".{option[2:].upper()}"))) == ExitCode.DONE
