"""A table as spreadsheets save it: decoded for certain or refused."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.errors import ConsoleError
from console.library.sheet_text import lines, text_of

TABLE = "番号,商品名\r\n1,煎茶①\r\n"


def code(data: bytes) -> str:
    """Of the sentence that refuses it."""
    with pytest.raises(ConsoleError) as caught:
        lines(data)
    return caught.value.message.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_the_encodings_of_spreadsheets_say_the_same(encoding: str) -> None:
    assert text_of(TABLE.encode(encoding)) == TABLE


def test_damaged_utf_8_is_not_taken_for_shift_jis() -> None:
    data = ("番号,商品名\n" * 5).encode() + b"1,\xe7\xb7\n" + "2,お茶です\n".encode()
    with pytest.raises(ConsoleError) as caught:
        text_of(data)
    assert (caught.value.message.code, caught.value.message.params["line"]) == ("sheet_damaged", 6)
    assert code(b"\xef\xbb\xbfa\xff") == "sheet_damaged"


def test_what_is_in_no_encoding_is_told_with_its_line() -> None:
    with pytest.raises(ConsoleError) as caught:
        text_of(b"a\nb\n\xfd\xfe\xff\n")
    assert (caught.value.message.code, caught.value.message.params["line"]) == ("sheet_not_text", 3)


@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_cells_are_told_apart_by_whatever_the_headings_use(mark: str) -> None:
    found = lines(f"a{mark}b\n1{mark}'x,y;z'\n".replace("'", '"').encode())
    assert found[1].cells == ("1", "x,y;z")


def test_a_line_is_where_its_row_begins_in_the_file() -> None:
    found = lines(b'a,b\r\n\r\n"1\n\n",2\r\n ,\r\n3,4')
    assert [(line.number, line.cells[0]) for line in found] == [(1, "a"), (3, "1\n\n"), (7, "3")]


def test_what_is_no_table_is_refused() -> None:
    assert code(b"") == "sheet_empty"
    assert code(b" \n,,\n") == "sheet_empty"
    assert code(b'a,b\n1,"open\n2,3\n') == "sheet_broken"
    assert code(b"a,b\n" + b"x" * 200_000) == "sheet_broken"
    assert code(b"a" * 4_000_001) == "sheet_too_large"


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6))
def test_what_a_spreadsheet_wrote_is_what_is_read(rows: list[list[str]]) -> None:
    table = [["a", "b", "c"], *rows]
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(table)
    read = [list(line.cells) for line in lines(written.getvalue().encode())]
    assert read == [row for row in table if any(cell.strip() for cell in row)]


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    try:
        found = lines(data)
    except ConsoleError:
        return
    assert found
    assert [line.number for line in found] == sorted({line.number for line in found})
