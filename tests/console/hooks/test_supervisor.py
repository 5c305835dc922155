"""Open while a session runs: the whole way from a socket to the State, and to the file of names."""

import asyncio
import json
import os
import socket
import stat
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from console.errors import ConsoleError, Message
from console.hooks.supervisor import HooksSupervisor
from console.library.paths import runtime_folder
from console.library.vault import MemoryVault
from console.library.viewers import Viewers, viewers_path
from console.model.commands import EndSession, StartSession
from console.supervise.ground import Ground
from tests.support.desk import Desk
from tests.support.hooks import SECRET, body_of, order, signed
from tests.support.sale import SALE

Story = Callable[[Desk, HooksSupervisor], Awaitable[None]]


class Locked(MemoryVault):
    """A password store that nobody unlocked."""

    def secret(self, reference: str) -> str | None:
        raise ConsoleError(Message("vault_locked"))


def vault(secret: str = SECRET) -> MemoryVault:
    kept = MemoryVault()
    kept.keep("hooks", secret)
    return kept


def play(story: Story, keys: MemoryVault, *, port: int = 0) -> Desk:
    """A session with the hooks beside it."""
    desk = Desk(SALE)

    async def whole() -> None:
        supervisor = HooksSupervisor(Ground(desk.store, desk.clocks, asyncio.get_running_loop()), keys, port=port)
        desk.store.listen(lambda _before, after: supervisor.follow(after))
        try:
            await story(desk, supervisor)
        finally:
            await supervisor.close()

    asyncio.run(whole())
    return desk


async def until(condition: Callable[[], object], supervisor: HooksSupervisor) -> None:
    """Look as the engine does until it holds."""
    async with asyncio.timeout(10):
        while not condition():
            supervisor.look()
            await asyncio.sleep(0.01)


def note() -> Path:
    return runtime_folder() / "hooks.json"


def test_an_order_goes_from_a_socket_into_the_state_and_its_name_into_one_file() -> None:
    async def story(desk: Desk, supervisor: HooksSupervisor) -> None:
        desk.do(StartSession("s"))
        await until(note().exists, supervisor)
        assert stat.S_IMODE(note().stat().st_mode) == 0o600
        found = json.loads(note().read_bytes())
        assert found == {"url": supervisor.url, "pid": os.getpid()}
        body = body_of(
            orders=[order(buyer={"account": "a@b.example", "name": "さくら"})], sent_at=desk.clock.wall_us() / 1e6
        )
        async with httpx.AsyncClient(trust_env=False) as client:
            reply = await client.post(f"{found['url']}/hooks/orders", content=body, headers=signed(body))
        assert reply.json() == {"ok": True, "taken": 1, "again": 0, "unknown": []}

    desk = play(story, vault())
    [toast] = desk.state.selling.toasts
    assert toast.initials == "さ."
    viewers = Viewers(viewers_path())
    viewer = viewers.viewer(toast.buyer)
    viewers.close()
    assert viewer is not None
    assert viewer.name == "さくら"
    assert "さくら" not in repr(desk.entries)
    assert not note().exists()


def test_with_the_session_the_door_shuts_and_with_the_next_it_opens() -> None:
    async def story(desk: Desk, supervisor: HooksSupervisor) -> None:
        for name in ("one", "two"):
            desk.do(StartSession(name))
            await until(lambda: supervisor.url, supervisor)
            url = supervisor.url
            desk.do(EndSession())
            await until(lambda: not note().exists(), supervisor)
            assert supervisor.url == ""
            async with httpx.AsyncClient(trust_env=False) as client:
                with pytest.raises(httpx.TransportError):
                    await client.post(f"{url}/hooks/orders", content=b"{}")

    play(story, vault())


@pytest.mark.parametrize("keys", [MemoryVault(), Locked()], ids=["none", "locked"])
def test_without_a_secret_the_door_stays_shut_and_nobody_is_bothered(keys: MemoryVault) -> None:
    async def story(desk: Desk, supervisor: HooksSupervisor) -> None:
        desk.do(StartSession("s"))
        for _ in range(20):
            supervisor.look()
            await asyncio.sleep(0.005)
        assert supervisor.url == ""

    assert play(story, keys).state.faults == {}


def test_a_port_that_is_taken_is_said_and_tried_again() -> None:
    stranger = socket.socket()
    stranger.bind(("127.0.0.1", 0))
    stranger.listen()
    port = stranger.getsockname()[1]

    async def story(desk: Desk, supervisor: HooksSupervisor) -> None:
        desk.do(StartSession("s"))
        await until(lambda: "hooks" in desk.state.faults, supervisor)
        assert desk.state.faults["hooks"].message.params["port"] == port
        stranger.close()
        desk.clock.advance(60_000_000)
        await until(lambda: supervisor.url, supervisor)
        await until(lambda: not desk.state.faults, supervisor)

    try:
        play(story, vault(), port=port)
    finally:
        stranger.close()


def test_a_disk_that_fails_costs_names_and_no_orders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.setattr("console.hooks.door.viewers_path", lambda: tmp_path / "folder")

    async def story(desk: Desk, supervisor: HooksSupervisor) -> None:
        desk.do(StartSession("s"))
        await until(lambda: supervisor.url, supervisor)
        body = body_of(orders=[order(buyer={"account": "a"})], sent_at=desk.clock.wall_us() / 1e6)
        async with httpx.AsyncClient(trust_env=False) as client:
            reply = await client.post(f"{supervisor.url}/hooks/orders", content=body, headers=signed(body))
        assert reply.status_code == 200

    state = play(story, vault()).state
    assert state.selling.units == {"tea": 1}
    assert [notice.message.code for notice in state.notices] == ["hooks_without_names"]
