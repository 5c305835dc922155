"""The hooks of a running engine: an order from a program's socket is in the journal, the buyer's name is not."""

import os
import time
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from console.engine.parent import EngineParent
from console.hooks.sender import open_url
from console.library.paths import runtime_folder
from console.library.sessions import journal_path
from console.library.viewers import viewers_path
from console.model.canvas import Canvas
from console.model.commands import Command, OpenShow, StartSession
from console.model.destination import Rendition
from console.model.product import Money, Product
from console.model.scene import Placement, Scene
from console.model.show import Show
from console.model.source import Source
from tests.support.eventually import eventually
from tests.support.hooks import SECRET, body_of, order, signed
from tests.support.house import ROOT

pytestmark = pytest.mark.journey

SMALL = Show(
    title="Small",
    sources={"bars": Source(name="Bars", kind="bars")},
    scenes={"bars": Scene(name="Bars", placements=(Placement(source="bars"),))},
    products={"tea": Product(number=1, name="Tea", price=Money(minor=1480), stock=9)},
    renditions={"main": Rendition(canvas=Canvas(width=180, height=320))},
)


def test_an_order_reaches_the_journal_and_no_name_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]))
    heard: list[dict[str, Any]] = []
    engine = EngineParent(
        {"resume": "never", "secrets": {"hooks": SECRET}}, heard.append, died=lambda _times: heard.append({"died": 1})
    )
    engine.start()
    try:
        _ask(engine, OpenShow(SMALL))
        _ask(engine, StartSession("s", rehearsal=True))
        assert eventually((runtime_folder() / "hooks.json").exists, within_s=40), heard
        url = open_url(runtime_folder())
        body = body_of(orders=[order(buyer={"account": "c-1", "name": "山田花子"})], sent_at=time.time())
        for again in (0, 1):
            reply = httpx.post(f"{url}/hooks/orders", content=body, headers=signed(body), trust_env=False)
            assert reply.json() == {"ok": True, "taken": 1 - again, "again": again, "unknown": []}
        assert eventually(lambda: b"OrderPlaced" in _journal("s"), within_s=10)
    finally:
        engine.close()
    assert {"died": 1} not in heard
    assert not (runtime_folder() / "hooks.json").exists()
    assert "花子".encode() not in _journal("s")
    assert SECRET.encode() not in _journal("s")
    assert "花子".encode() in viewers_path().read_bytes()


def _ask(engine: EngineParent, command: Command) -> None:
    engine.ask(msgspec.to_builtins(command), number=1)


def _journal(session: str) -> bytes:
    """Everything on the disk of it, what is not yet merged included."""
    path = journal_path(session)
    return b"".join(file.read_bytes() for file in Path(path.parent).glob(f"{path.name}*"))
