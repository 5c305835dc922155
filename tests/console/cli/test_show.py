"""`honban show`: folders that open, tables that come in whole, versions that come back, and exit codes."""

import json
from pathlib import Path

import pytest

from console.cli.main import run
from console.cli.show_check import check
from console.library.show_file import demo_show_folder, load_show, save_show
from console.library.show_templates import TEMPLATES, show_of
from console.model.show import Show
from console.model.show_rules import problems


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person reads English."""
    monkeypatch.setenv("HONBAN_LANGUAGE", "en")


def show(*arguments: object) -> int:
    return run(["show", *map(str, arguments)])


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_template_opens_without_a_problem(
    template: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HONBAN_LANGUAGE", language)
    assert show("new", tmp_path / "a" / "b", "--template", template) == 0
    made = load_show(tmp_path / "a" / "b")
    assert problems(made) == []
    assert made.theme.language == language
    assert made.title == ("新しい番組" if language == "ja" else "New show")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


def test_phases_come_in_the_order_of_selling() -> None:
    rundown = show_of("phases", title="", language="en").rundown
    assert rundown == ("opening", "benefits", "interaction", "offer", "closing")


def test_the_demo_show_is_a_template_too(tmp_path: Path) -> None:
    assert show("new", tmp_path / "mine", "--template", "demo", "--title", "Mine") == 0
    made = load_show(tmp_path / "mine")
    assert (made.title, len(made.products)) == ("Mine", 6)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "empty").mkdir()
    assert show("new", tmp_path / "full") == 2
    assert show("new", tmp_path / "file") == 2
    assert show("new", tmp_path / "empty") == 0
    assert "Choose another name" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "file", "full"]


def test_a_copy_has_the_pictures_and_not_the_past(tmp_path: Path) -> None:
    show("new", tmp_path / "a", "--template", "demo")
    save_show(tmp_path / "a", Show(title="later", theme=load_show(tmp_path / "a").theme))
    (tmp_path / "a" / "show.json.broken-1").write_text("{")
    (tmp_path / "a" / ".hidden").write_text("x")
    (tmp_path / "secret").write_text("x")
    (tmp_path / "a" / "link.jpg").symlink_to(tmp_path / "secret")
    assert show("copy", tmp_path / "a", tmp_path / "b", "--title", "copy") == 0
    assert load_show(tmp_path / "b").title == "copy"
    files = {path.name for path in (tmp_path / "b").iterdir()}
    assert files == {path.name for path in demo_show_folder().iterdir()}
    assert show("copy", tmp_path / "nowhere", tmp_path / "c") == 2
    assert not (tmp_path / "c").exists()


def planned(folder: Path, **fields: object) -> Path:
    """A show folder with these fields."""
    folder.mkdir(exist_ok=True)
    (folder / "show.json").write_text(json.dumps({"schema": 2, **fields}), encoding="utf-8")
    return folder


def product(**fields: object) -> dict[str, object]:
    return {"number": 1, "name": "A", "price": {"minor": 5}, **fields}


def test_a_check_tells_all_problems_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = planned(
        tmp_path / "s",
        products={"a": product(picture="gone.jpg"), "b": product(price={"minor": -1})},
        sources={
            "x": {"name": "X", "kind": "telepathy"},
            "y": {"name": "Y", "kind": "still", "settings": {"file": 5}},
        },
        ng_words=[{"word": "魔法", "reason": "no", "instead": "手仕事"}],
        title="魔法の夜",
    )
    assert show("check", folder) == 1
    out = capsys.readouterr().out
    for words in ("gone.jpg", "number 1", "price.minor", "telepathy", "sources.y", "Say instead: “手仕事”"):
        assert words in out
    assert "not legal advice" in out
    assert "5 to be put right, 1 to look at." in out


def test_misspelt_fields_are_all_told(tmp_path: Path) -> None:
    folder = planned(tmp_path / "s", products={"a": product(colour=1), "b": product(size=1)})
    assert [problem.params["path"] for problem in check(folder, "en").problems] == ["products.a", "products.b"]


def test_advice_is_no_failure_unless_it_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    qr = {"name": "QR", "kind": "qr", "settings": {"product": "ghost"}}
    folder = planned(tmp_path / "s", products={"a": product()}, overlays={"q": qr})
    assert show("check", folder) == 0
    assert show("check", folder, "--strict") == 1
    out = capsys.readouterr().out
    assert "has no picture" in out
    assert "names “ghost”" in out
    assert show("check", planned(tmp_path / "t"), "--strict") == 0
    assert "No problem was found." in capsys.readouterr().out


def test_what_is_no_show_is_no_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show("check", tmp_path / "nowhere") == 2
    assert show("check", tmp_path) == 2
    (tmp_path / "show.json").write_text("{")
    assert show("check", tmp_path) == 2
    assert "line 1" in capsys.readouterr().err


def test_products_come_from_a_table_or_not_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, table = planned(tmp_path / "s"), tmp_path / "p.csv"
    table.write_bytes("番号,商品名,価格,色\n1,茶,500,緑\n2,碗,高い,\n".encode("cp932"))
    assert show("import-products", table, "--show", folder) == 1
    out = capsys.readouterr().out
    assert "Line 3, 価格: “高い” is no amount in JPY" in out
    assert "Nothing was imported; problems: 1." in out
    assert load_show(folder).products == {}
    table.write_bytes("番号,商品名,価格,色\n1,茶,500,緑\n".encode("cp932"))
    assert show("import-products", table, "--show", folder) == 0
    out = capsys.readouterr().out
    assert "These columns were not used: 色" in out
    assert "1 added, 0 changed" in out
    assert load_show(folder).products["p1"].name == "茶"


def test_an_earlier_version_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = planned(tmp_path / "s", title="one")
    assert show("versions", folder) == 0
    assert "no earlier versions" in capsys.readouterr().out
    save_show(folder, Show(title="two"))
    assert show("versions", folder) == 0
    assert capsys.readouterr().out.startswith("1: saved 20")
    assert show("restore", folder, 1) == 0
    assert load_show(folder).title == "one"
    assert show("restore", folder, 9) == 2
    assert show("versions", tmp_path / "nowhere") == 2
