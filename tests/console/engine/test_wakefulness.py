"""The machine stays awake from standing by to the end."""

import asyncio
from pathlib import Path

import psutil
import pytest

from console.engine.wakefulness import WakefulnessSupervisor, kept_awake
from console.model.session import Session
from console.model.state import State

RUNNING, ENDED = State(session=Session(phase="standby")), State(session=Session(phase="ended"))


def test_it_is_held_once_and_let_go_with_the_session() -> None:
    said: list[str] = []

    def hold():  # type: ignore[no-untyped-def]
        said.append("held")
        return lambda: said.append("released")

    awake = WakefulnessSupervisor(hold)
    awake.follow(State())
    awake.follow(RUNNING)
    awake.follow(RUNNING)
    assert said == ["held"]
    awake.follow(ENDED)
    awake.follow(ENDED)
    assert said == ["held", "released"]
    awake.follow(RUNNING)
    asyncio.run(awake.close())
    assert said == ["held", "released", "held", "released"]


def test_a_system_without_a_way_lets_the_show_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    kept_awake()()


def test_the_inhibitor_lives_as_long_as_it_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "systemd-inhibit"
    program.write_text("#!/bin/sh\nexec /bin/cat\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    before = {child.pid for child in psutil.Process().children()}
    release = kept_awake()
    held = [child for child in psutil.Process().children() if child.pid not in before]
    assert len(held) == 1
    release()
    assert not held[0].is_running()
