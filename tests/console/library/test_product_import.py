"""A table into a show: all of it, or nothing at all."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from msgspec.structs import replace

from console.errors import ConsoleError
from console.library import product_import
from console.library.picture_fetch import Fetching
from console.library.product_import import Import, import_products
from console.library.show_file import load_show, save_show
from console.library.show_versions import versions
from console.model.offer import Offer
from console.model.product import Money, Product
from console.model.show import Show
from tests.support.picture_server import Page, picture_server

SHOW = Show(products={"tea": Product(number=1, name="茶", price=Money(minor=500), tag="新茶", facts=("静岡",))})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A show of one product."""
    place = tmp_path / "show"
    place.mkdir()
    save_show(place, SHOW)
    return place


def picture(path: Path, *, shade: int = 9, ending: str = ".png") -> bytes:
    data = cv2.imencode(ending, np.full((6, 8, 3), shade, np.uint8))[1].tobytes()
    path.write_bytes(data)
    return data


def imported(folder: Path, *rows: str, head: str = "番号,商品名,価格,写真", how: Fetching | None = None) -> Import:
    table = folder.parent / "table.csv"
    table.write_text("\n".join([head, *rows]), encoding="utf-8-sig")
    return import_products(table, folder, how=how)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_products_are_added_and_changed_by_their_numbers(folder: Path) -> None:
    done = imported(folder, "1,煎茶,600,", "2,碗,3850,", "7,匙,900,")
    assert (done.problems, done.added, done.changed, done.unchanged, done.pictures) == ((), 2, 1, 0, 0)
    products = load_show(folder).products
    assert list(products) == ["tea", "p2", "p7"]
    assert products["tea"] == replace(SHOW.products["tea"], name="煎茶", price=Money(minor=600))
    assert [one.number for one in versions(folder)] == [1]
    again = imported(folder, "1,煎茶,600,", "2,碗,3850,", "7,匙,900,")
    assert (again.added, again.changed, again.unchanged) == (0, 0, 3)


def test_an_id_that_is_taken_is_not_taken_twice(folder: Path) -> None:
    save_show(folder, replace(SHOW, products={"p2": SHOW.products["tea"]}))
    imported(folder, "2,碗,3850,")
    assert {key: one.number for key, one in load_show(folder).products.items()} == {"p2": 1, "p2-new": 2}


def test_pictures_come_in_under_safe_names(folder: Path) -> None:
    picture(folder.parent / "../写真 1.png".removeprefix("../"))
    picture(folder / "own.png", shade=40)
    done = imported(folder, "1,茶,500,写真 1.png", "2,碗,5,own.png", "3,皿,5,写真 1.png")
    assert (done.problems, done.pictures) == ((), 3)
    names = [product.picture for product in load_show(folder).products.values()]
    assert [name.rpartition("-")[0] for name in names] == ["tea", "p2", "p3"]
    assert all((folder / name).is_file() and name.endswith(".png") for name in names)
    assert imported(folder, "1,茶,500,写真 1.png").pictures == 0


def test_pictures_come_from_the_web(folder: Path) -> None:
    data = picture(folder.parent / "x.jpg", ending=".jpg")
    here = Fetching(allow_private=True, resolve=lambda *_: ["127.0.0.1"])
    with picture_server() as server:
        server.pages["/a"] = Page(data)
        done = imported(folder, f"1,茶,500,{server.address}/a", how=here)
    assert done.problems == ()
    assert (folder / load_show(folder).products["tea"].picture).read_bytes() == data


def test_with_one_bad_row_nothing_is_imported(folder: Path) -> None:
    picture(folder.parent / "a.png")
    (folder.parent / "b.png").write_bytes(b"no picture")
    before = contents(folder)
    for rows, codes in (
        (("1,煎茶,600,a.png", "2,碗,高い,"), ["cell_not_money"]),
        (("1,煎茶,600,a.png", "2,碗,5,b.png", "3,皿,5,gone.png"), ["picture_no_picture", "picture_not_found"]),
        (("1,煎茶,600,http://127.0.0.1:1/x",), ["picture_place_private"]),
        (("1,煎茶,600,file:///etc/passwd",), ["picture_not_fetched"]),
    ):
        assert [problem.code for problem in imported(folder, *rows).problems] == codes
        assert contents(folder) == before
    assert sorted(path.name for path in folder.iterdir()) == ["show.json"]


def test_a_bad_picture_is_told_beside_bad_cells_with_its_line_and_column_and_nothing_is_fetched(folder: Path) -> None:
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return []

    rows = ("1,煎茶,600,gone.png", "2,碗,高い,", "3,皿,5,https://shop.example/a.png", "4,匙,,b.png")
    problems = imported(folder, *rows, how=Fetching(resolve=resolve)).problems
    assert [(one.code, one.params["line"], one.params["column"]) for one in problems] == [
        ("picture_not_found", 2, "写真"),
        ("cell_not_money", 3, "価格"),
        ("cell_empty", 5, "価格"),
        ("picture_not_found", 5, "写真"),
    ]
    assert asked == []


def test_headings_alone_are_no_table(folder: Path) -> None:
    with pytest.raises(ConsoleError) as caught:
        imported(folder)
    assert caught.value.message.code == "no_products"


def test_rows_that_would_break_the_show_are_told(folder: Path) -> None:
    save_show(folder, replace(SHOW, offers={"o": Offer(product="tea", price=Money(minor=400))}))
    done = imported(folder, "1,茶,5.00,USD", head="番号,商品名,価格,通貨")
    assert [problem.code for problem in done.problems] == ["show_other_currency"]
    assert load_show(folder).products == SHOW.products


def test_a_picture_is_bounded_in_bytes_and_in_pixels(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = picture(folder.parent / "a.png")
    (folder.parent / "wide.png").write_bytes(data[:16] + (90_000).to_bytes(4, "big") + data[20:])
    (folder.parent / "heavy.png").write_bytes(data + bytes(10_000_000))
    done = imported(folder, "1,茶,500,wide.png", "2,碗,5,heavy.png")
    assert [problem.code for problem in done.problems] == ["picture_too_large", "picture_too_large"]


def test_a_folder_or_a_hostile_name_is_no_picture(folder: Path) -> None:
    done = imported(folder, "1,茶,500,.", f"2,碗,5,{'x' * 5000}", "3,皿,5,a\tb")
    assert {problem.code for problem in done.problems} <= {"picture_not_found", "picture_not_read"}
    assert len(done.problems) == 3


def test_a_save_that_fails_leaves_no_picture_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture(folder.parent / "a.png")
    before = contents(folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(product_import, "save_show", full)
    with pytest.raises(ConsoleError) as caught:
        imported(folder, "1,煎茶,600,a.png")
    assert caught.value.message.code == "show_not_saved"
    assert contents(folder) == before
    assert sorted(path.name for path in folder.iterdir()) == ["show.json"]


def test_a_table_that_is_not_there_or_too_large_is_told(folder: Path) -> None:
    for path, code in ((folder / "gone.csv", "sheet_unreadable"), (folder, "sheet_unreadable")):
        with pytest.raises(ConsoleError) as caught:
            import_products(path, folder)
        assert caught.value.message.code == code
    (folder.parent / "big.csv").write_bytes(b" " * 4_000_001)
    with pytest.raises(ConsoleError) as caught:
        import_products(folder.parent / "big.csv", folder)
    assert caught.value.message.code == "sheet_too_large"
