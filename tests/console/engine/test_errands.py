"""What planners want of the disk: done in full or not at all, and made true by an ordinary command."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from console.engine import importing
from console.engine.engine import Engine
from console.engine.errands import make_show, open_folder, shows_known, take_picture
from console.engine.importing import Importing
from console.engine.order import Order
from console.errors import ConsoleError, HonbanError
from console.library.product_import import Planned, plan_import
from console.library.show_file import demo_show_folder, load_show, save_show
from console.link.asking import ImportProducts, NewShow, OpenFolder, PutPicture, StopImport
from console.model.commands import Edit, EndSession, Explain, StartSession
from console.words.library import SHOW_NOT_SAVED
from tests.support.eventually import eventually
from tests.support.shows import SHOW

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (64).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00" + b"\x00" * 40
TABLE = "番号,商品名,価格,写真\n1,新茶,1280,\n2,急須,3300,pot.png\n"

Run = Callable[[Callable[[Engine], Coroutine[Any, Any, Any]]], Any]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HONBAN_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    """Does something at an engine and closes it."""

    def runs(work: Callable[[Engine], Coroutine[Any, Any, Any]]) -> Any:
        async def there() -> Any:
            engine, closing = Engine(Order(), asyncio.get_running_loop(), news=lambda _news: None), asyncio.Event()
            running = asyncio.create_task(engine.run(closing))
            try:
                return await asyncio.wait_for(work(engine), 20)
            finally:
                closing.set()
                await running

        return asyncio.run(there())

    return runs


@pytest.fixture
def folder(home: Path) -> Path:
    """A show among the shows."""
    folder = home / "shows" / "evening"
    folder.mkdir(parents=True)
    save_show(folder, SHOW)
    return folder


async def refusal(work: Awaitable[Any]) -> str:
    with pytest.raises(HonbanError) as error:
        await work
    return error.value.message.code


def test_the_show_that_comes_along_is_copied_once_and_edited_there(run: Run, home: Path) -> None:
    async def work(engine: Engine) -> None:
        opened = await open_folder(engine, OpenFolder(str(demo_show_folder())))
        assert opened.folder == str(home / "shows" / "demo-show")
        assert engine.store.state.show.title == opened.title
        engine.obey(Edit("show", "", {"title": "mine"}, 0))
        assert (await open_folder(engine, OpenFolder(str(demo_show_folder())))).title == "mine"

    run(work)
    assert load_show(home / "shows" / "demo-show").title == "mine"
    assert load_show(demo_show_folder()).title != "mine"


def test_what_was_edited_a_moment_ago_is_saved_before_another_show_opens(run: Run, folder: Path) -> None:
    async def work(engine: Engine) -> None:
        await open_folder(engine, OpenFolder("evening"))
        engine.obey(Edit("show", "", {"title": "edited"}, 0))
        await make_show(engine, NewShow("夜の部", template="products"))
        assert engine.store.state.show.folder.endswith("夜の部")

    run(work)
    assert load_show(folder).title == "edited"


def test_a_new_show_never_takes_the_folder_of_another(run: Run, folder: Path) -> None:
    async def work(engine: Engine) -> None:
        names = [Path((await make_show(engine, NewShow("../evening/"))).folder).name for _ in range(2)]
        assert names == ["evening-2", "evening-3"]
        assert await refusal(make_show(engine, NewShow("x", path="evening"))) == "show_folder_taken"

    run(work)
    assert load_show(folder).title == "evening"


def test_nothing_opens_while_a_session_runs_or_where_there_is_no_show(run: Run, folder: Path) -> None:
    async def work(engine: Engine) -> None:
        assert await refusal(open_folder(engine, OpenFolder("nowhere"))) == "show_folder_missing"
        await open_folder(engine, OpenFolder("evening"))
        engine.obey(StartSession("s1", rehearsal=True))
        assert await refusal(open_folder(engine, OpenFolder("evening"))) == "session_runs"
        engine.obey(EndSession())

    run(work)


def test_a_table_comes_in_whole_with_its_pictures(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "pot.png").write_bytes(PNG)

    async def work(engine: Engine) -> None:
        await open_folder(engine, OpenFolder("evening"))
        told = await Importing(engine).bring(ImportProducts(path=str(tmp_path / "table.csv")))
        assert (told.problems, told.added, told.changed, told.pictures) == ((), 1, 1, 1)
        again = await Importing(engine).bring(ImportProducts(text="番号,商品名,価格\n1,新茶,1280\n"))
        assert (again.added, again.changed, again.unchanged) == (0, 0, 1)

    run(work)
    products = load_show(folder).products
    assert (products["tea"].name, products["tea"].price.minor) == ("新茶", 1280)
    assert (folder / products["p2"].picture).read_bytes() == PNG


def test_an_import_is_stopped_and_leaves_nothing_behind(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "pot.png").write_bytes(PNG)
    planned, may_end = threading.Event(), threading.Event()
    plan = plan_import

    def pictures() -> list[Path]:
        return list(folder.glob("*.png"))

    def slow(*how: Any, **more: Any) -> Planned:
        made = plan(*how, **more)
        planned.set()
        may_end.wait(20)
        return made

    monkeypatch.setattr(importing, "plan_import", slow)

    async def work(engine: Engine) -> None:
        await open_folder(engine, OpenFolder("evening"))
        before, imports = engine.store.state.show, Importing(engine)
        bringing = asyncio.ensure_future(imports.bring(ImportProducts(path=str(tmp_path / "table.csv"))))
        await asyncio.to_thread(planned.wait, 20)
        assert await asyncio.to_thread(pictures)
        await imports.stop(StopImport())
        assert await refusal(bringing) == "import_stopped"
        may_end.set()
        assert engine.store.state.show is before

    run(work)
    assert eventually(lambda: not pictures())


def test_bad_rows_come_back_with_line_and_column_and_change_nothing(run: Run, folder: Path) -> None:
    async def work(engine: Engine) -> None:
        await open_folder(engine, OpenFolder("evening"))
        before = engine.store.state.show
        told = await Importing(engine).bring(ImportProducts(text="番号,商品名,価格\n1,,安い\n2,急須,3300\n"))
        places = [(one.params["line"], one.params["column"]) for one in told.problems]
        assert places == [(2, "商品名"), (2, "価格")]
        assert engine.store.state.show is before
        assert await refusal(Importing(engine).bring(ImportProducts(text="名前だけ\n"))) == "column_missing"

    run(work)


def test_a_table_that_would_change_what_viewers_were_promised_brings_no_pictures(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "pot.png").write_bytes(PNG)

    async def work(engine: Engine) -> None:
        await open_folder(engine, OpenFolder("evening"))
        engine.obey(StartSession("s1", rehearsal=True))
        engine.obey(Explain("tea"))
        code = await refusal(Importing(engine).bring(ImportProducts(path=str(tmp_path / "table.csv"))))
        assert code == "edit_product_on_air"
        engine.obey(EndSession())

    run(work)
    assert sorted(path.name for path in folder.glob("*.png")) == []


def test_a_picture_that_is_dropped_onto_a_product_lies_in_the_show(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(PNG)

    async def work(engine: Engine) -> None:
        await open_folder(engine, OpenFolder("evening"))
        name = await take_picture(engine, PutPicture("products", "tea", 0, path=str(tmp_path / "photo.png")))
        assert engine.store.state.show.products["tea"].picture == name
        logo = await take_picture(engine, PutPicture("theme", "", 0, data=PNG))
        assert engine.store.state.show.theme.logo == logo
        assert await refusal(take_picture(engine, PutPicture("theme", "", 9, data=b"GIF89a"))) == "picture_is_none"
        nowhere = PutPicture("theme", "", 9, path=str(tmp_path / "nothing.png"))
        assert await refusal(take_picture(engine, nowhere)) == "picture_cannot_be_read"

    run(work)
    assert (folder / load_show(folder).products["tea"].picture).read_bytes() == PNG


def test_without_a_folder_there_is_no_place_for_pictures_and_tables(run: Run) -> None:
    async def work(engine: Engine) -> None:
        assert await refusal(take_picture(engine, PutPicture("theme", "", 0, data=PNG))) == "show_has_no_folder"
        assert await refusal(Importing(engine).bring(ImportProducts(text=TABLE))) == "show_has_no_folder"

    run(work)


def test_the_shows_are_told_with_those_that_are_broken(run: Run, folder: Path) -> None:
    (folder.parent / "broken").mkdir()
    (folder.parent / "broken" / "show.json").write_text("{")
    (folder.parent / "empty").mkdir()

    async def work(_engine: Engine) -> None:
        told = {one.title: one for one in await shows_known()}
        assert told["evening"].problem is None
        problem = told["broken"].problem
        assert problem is not None
        assert problem.code == "show_not_json"
        assert [one.is_demo for one in told.values()].count(True) == 1
        assert "empty" not in told

    run(work)


def test_a_full_disk_opens_nothing_over_what_is_not_saved(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work(engine: Engine) -> None:
        await open_folder(engine, OpenFolder("evening"))

        def full(*_: Any, **__: Any) -> None:
            raise ConsoleError(SHOW_NOT_SAVED(path="x", reason="full"))

        monkeypatch.setattr(engine.keeper, "_keep", full)
        engine.obey(Edit("show", "", {"title": "edited"}, 0))
        assert await refusal(make_show(engine, NewShow("other"))) == "show_not_saved"
        assert engine.store.state.show.title == "edited"

    run(work)
