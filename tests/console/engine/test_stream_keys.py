"""Stream keys: typed in by a person, kept in the password store, and nowhere else."""

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from console.engine import stream_keys
from console.engine.engine import Engine
from console.engine.order import Order
from console.engine.stream_keys import key_tails, put_key
from console.engine.vaults import Vaults
from console.errors import ConsoleError, HonbanError
from console.library.lock import EngineNote, running_engine
from console.library.vault import MemoryVault
from console.link.address import Address
from console.link.asking import KeyTails, LogTail, OpenFolder, PutKey
from console.link.client import Link
from console.link.roles import ROLES, may
from console.model.commands import Add, Arm, EndSession, StartSession
from console.words.library import VAULT_ABSENT
from console.words.seat import ENGINE_IS_STARTING
from tests.support.eventually import eventually
from tests.support.folders import bars_show, folder_of
from tests.support.house import ROOT
from tests.support.keyring_file import environment

KEY = "live_20268842_Zk3f9"
SERVER = {"name": "Shop", "server": "rtmps://live.example/app"}


class Store(MemoryVault):
    """A password store that may be absent or silent."""

    def __init__(self) -> None:
        super().__init__()
        self.is_absent = False
        self.silence: threading.Event | None = None

    def keep(self, reference: str, secret: str) -> None:
        if self.silence is not None:
            self.silence.wait(10)
        if self.is_absent:
            raise ConsoleError(VAULT_ABSENT())
        super().keep(reference, secret)


Run = Callable[[Callable[[Engine], Coroutine[Any, Any, None]]], None]


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Store) -> Run:
    """Does something at an engine and closes it."""
    monkeypatch.setenv("HONBAN_HOME", str(tmp_path / "home"))

    def runs(work: Callable[[Engine], Coroutine[Any, Any, None]]) -> None:
        async def there() -> None:
            vault = Vaults({"handed": "handed-to-this-run-only"}, store)
            engine = Engine(Order(), asyncio.get_running_loop(), news=lambda _news: None, vault=vault)
            closing = asyncio.Event()
            running = asyncio.create_task(engine.run(closing))
            try:
                await asyncio.wait_for(work(engine), 20)
            finally:
                closing.set()
                await running

        asyncio.run(there())

    return runs


def with_shop(engine: Engine, key: str = "") -> None:
    engine.obey(Add("destinations", "shop", {**SERVER, "key": key}))


def tails(engine: Engine) -> dict[str, str]:
    return key_tails(engine.store.state.show, engine.secret)


async def refusal(work: Coroutine[Any, Any, Any]) -> str:
    with pytest.raises(HonbanError) as error:
        await work
    assert KEY not in repr(error.value)
    return error.value.message.code


def test_a_key_is_kept_under_the_name_that_the_show_has_for_it(run: Run, store: Store) -> None:
    async def work(engine: Engine) -> None:
        with_shop(engine, "shop-key")
        assert tails(engine) == {}
        assert await put_key(engine, PutKey("shop", f"  {KEY}\r\n")) == "k3f9"
        assert store.secret("shop-key") == KEY
        assert tails(engine) == {"shop": "k3f9"}

    run(work)


def test_one_that_has_no_name_for_its_key_gets_one(run: Run, store: Store) -> None:
    async def work(engine: Engine) -> None:
        with_shop(engine)
        await put_key(engine, PutKey("shop", KEY))
        reference = engine.store.state.show.destinations["shop"].key
        assert reference.startswith("shop-")
        assert store.secret(reference) == KEY

    run(work)


def test_of_a_short_key_nothing_is_shown(run: Run) -> None:
    async def work(engine: Engine) -> None:
        with_shop(engine)
        assert await put_key(engine, PutKey("shop", "short-key")) == ""
        assert tails(engine) == {"shop": ""}

    run(work)


def test_a_key_that_is_typed_in_replaces_the_one_that_was_handed_to_this_run(run: Run) -> None:
    async def work(engine: Engine) -> None:
        with_shop(engine, "handed")
        assert tails(engine) == {"shop": "only"}
        await put_key(engine, PutKey("shop", KEY))
        assert tails(engine) == {"shop": "k3f9"}

    run(work)


def test_what_is_no_key_or_has_no_destination_is_refused_and_nothing_is_kept(run: Run) -> None:
    async def work(engine: Engine) -> None:
        with_shop(engine)
        assert await refusal(put_key(engine, PutKey("shop", " \n"))) == "key_is_empty"
        assert await refusal(put_key(engine, PutKey("shop", KEY + "\x00"))) == "key_is_unreadable"
        assert await refusal(put_key(engine, PutKey("nobody", KEY))) == "no_such_destination"
        assert engine.store.state.show.destinations["shop"].key == ""

    run(work)


def test_a_machine_without_a_password_store_says_what_to_do(run: Run, store: Store) -> None:
    store.is_absent = True

    async def work(engine: Engine) -> None:
        with_shop(engine)
        assert await refusal(put_key(engine, PutKey("shop", KEY))) == "vault_absent"

    run(work)


def test_a_store_that_does_not_answer_holds_nobody(run: Run, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.silence = threading.Event()
    monkeypatch.setattr(stream_keys, "KEEP_S", 0.05)

    async def work(engine: Engine) -> None:
        with_shop(engine)
        assert await refusal(put_key(engine, PutKey("shop", KEY))) == "vault_slow"

    try:
        run(work)
    finally:
        store.silence.set()


def test_only_those_who_send_may_store_keys_and_no_print_shows_one() -> None:
    assert [role for role in ROLES if may(role, PutKey)] == ["producer", "tech"]
    assert KEY not in f"{PutKey('shop', KEY)} {PutKey('shop', KEY)!r}"


class Seat:
    """At a real engine with a house and a password store of its own."""

    def __init__(self, home: Path, answers: dict[int, Any], link: Link) -> None:
        self.home, self._answers, self._link = home, answers, link

    def ask(self, asking: Any) -> Any:
        return self._answered(self._link.ask(asking))

    def do(self, command: Any) -> Any:
        return self._answered(self._link.send(command))

    def _answered(self, number: int) -> Any:
        assert eventually(lambda: number in self._answers, within_s=20)
        return self._answers[number]


def note(home: Path) -> EngineNote:
    found = running_engine(home / "data")
    if found is None or not found.port:
        raise ConsoleError(ENGINE_IS_STARTING())
    return found


@contextmanager
def seated(home: Path, keyring: dict[str, str]) -> Iterator[Seat]:
    """The engine has ended after it."""
    known = {**os.environ, **keyring, "HONBAN_HOME": str(home), "PYTHONPATH": str(ROOT)}
    null, command = subprocess.DEVNULL, [sys.executable, "-m", "console", "engine", "--detached"]
    program = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, env=known, cwd=home)
    answers: dict[int, Any] = {}

    def here() -> Address:
        engine = note(home)
        return Address.here(port=engine.port, token=engine.token)

    link = Link(
        here,
        seat="test",
        role="producer",
        answered=answers.setdefault,
        replied=answers.__setitem__,
    ).start()
    try:
        assert eventually(lambda: link.snapshot.status == "attached", within_s=30), link.snapshot
        yield Seat(home, answers, link)
    finally:
        link.close()
        program.terminate()
        program.wait(20)


def test_the_key_stands_in_no_file_but_the_password_stores(tmp_path: Path) -> None:
    keys, home = tmp_path / "keyring.json", tmp_path / "home"
    home.mkdir()
    folder = folder_of(bars_show(), home / "shows" / "evening")
    with seated(home, environment(keys, {})) as seat:
        seat.ask(OpenFolder(str(folder)))
        assert seat.do(StartSession("s1")) is None
        assert seat.do(Add("destinations", "shop", SERVER)) is None
        assert seat.ask(KeyTails()) == {}
        assert seat.ask(PutKey("shop", KEY)) == "k3f9"
        assert seat.ask(PutKey("nobody", KEY)).code == "no_such_destination"
        assert seat.ask(KeyTails()) == {"shop": "k3f9"}
        assert KEY not in "".join(seat.ask(LogTail(500)))
        seat.do(Arm("end"))
        assert seat.do(EndSession()) is None
    assert list(json.loads(keys.read_text())["honban"].values()) == [KEY]
    written = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(b"live.example" in file.read_bytes() for file in written if "journal" in file.name), written
    assert [file for file in written if KEY.encode() in file.read_bytes()] == [keys]
