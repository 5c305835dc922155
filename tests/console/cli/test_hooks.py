"""`honban hooks`: the secret, the address, and orders from a table."""

import asyncio
from pathlib import Path

import pytest

from console.cli.main import run
from console.hooks.supervisor import HooksSupervisor
from console.library.show_file import demo_show_folder, load_show
from console.library.vault import MemoryVault
from console.media.clock import SystemClock
from console.model.commands import StartSession
from console.supervise.ground import Ground
from tests.support.desk import Desk


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> MemoryVault:
    """A password store."""
    kept = MemoryVault()
    monkeypatch.setattr("console.cli.hooks.KeyringVault", lambda: kept)
    return kept


def test_a_secret_is_made_printed_once_and_taken_back(keys: MemoryVault, capsys: pytest.CaptureFixture[str]) -> None:
    made = []
    for _ in range(2):
        assert run(["hooks", "secret"]) == 0
        made.append(capsys.readouterr().out.strip())
        assert keys.secret("hooks") == made[-1]
        assert len(made[-1]) > 40
    assert made[0] != made[1]
    assert run(["hooks", "secret", "--forget"]) == 0
    assert keys.secret("hooks") is None


@pytest.mark.parametrize("arguments", [["url"], ["orders", "table.csv", "--show", str(demo_show_folder())]])
def test_without_a_session_it_says_what_to_do(
    arguments: list[str],
    keys: MemoryVault,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    keys.keep("hooks", "secret")
    Path("table.csv").write_text("id,product,units,total\n1,mug,1,3300\n")
    assert run(["hooks", *arguments]) == 2
    assert "session" in capsys.readouterr().err


def test_a_table_of_orders_is_sent_and_nothing_counts_twice(
    keys: MemoryVault, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys.keep("hooks", "secret")
    table, bad = tmp_path / "orders.csv", tmp_path / "bad.csv"
    rows = [f"A-{number},No.{number % 6 + 1},1,1000,c-{number}" for number in range(120)]
    rows = [row.replace("No.", "") for row in rows]
    table.write_text("\n".join(["注文番号,商品番号,数量,合計,購入者", *rows]), encoding="cp932")
    bad.write_text("\n".join(["注文番号,商品番号,数量,合計", "B-1,1,1,1000", "B-2,99,1,1000"]))
    desk = Desk(load_show(demo_show_folder()))
    desk.clock.step_wall(SystemClock().wall_us() - desk.clock.wall_us())
    codes: list[int] = []

    async def story() -> None:
        hooks = HooksSupervisor(Ground(desk.store, desk.clocks, asyncio.get_running_loop()), keys, port=0)
        desk.store.listen(lambda _before, after: hooks.follow(after))
        desk.do(StartSession("s"))
        try:
            async with asyncio.timeout(20):
                while not hooks.url:  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
                for file in (bad, table, table):
                    arguments = ["hooks", "orders", str(file), "--show", str(demo_show_folder())]
                    codes.append(await asyncio.to_thread(run, arguments))
        finally:
            await hooks.close()

    asyncio.run(story())
    said = capsys.readouterr()
    assert codes == [2, 0, 0]
    assert "3" in said.err
    assert "99" in said.err
    assert sum(desk.state.selling.units.values()) == 120
    assert [line for line in said.out.splitlines() if "120" in line]
