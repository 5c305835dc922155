"""The engine as a whole, driven by lines as `docs/commands.md` says."""

import json
import os
import re
import signal
import time
from pathlib import Path

import psutil
import pytest

from console.library.viewers import Viewers
from tests.support.engine_program import EngineProgram
from tests.support.house import read

SHOW_LINES = re.search(r"```json\n(.*?)```", read("docs/commands.md"), re.DOTALL)
OPEN, START, RECORD, ARM, END, CLOSE = SHOW_LINES.group(1).strip().splitlines() if SHOW_LINES else [""] * 6


def inner(engine: EngineProgram) -> psutil.Process:
    """The engine process itself."""
    children = psutil.Process(engine.process.pid).children()
    return next(child for child in children if "--inner" in child.cmdline())


def on_air(engine: EngineProgram) -> None:
    engine.until(lambda: engine.newest("news").get("session", {}).get("on_air"))


def test_the_example_of_the_documentation_runs(tmp_path: Path) -> None:
    with EngineProgram(home=str(tmp_path)) as engine:
        engine.say(OPEN, START, RECORD)
        assert [engine.answered(number).get("refused") for number in (1, 2, 3)] == [None] * 3
        on_air(engine)
        engine.until(lambda: engine.newest("figures").get("frames_composed", 0) > 20)
        engine.until(lambda: engine.newest("news")["recording"].get("phase") == "recording")
        engine.say(ARM, END)
        assert engine.answered(5).get("refused") is None
        engine.until(lambda: engine.newest("news")["recording"].get("phase") is None)
        engine.say(CLOSE)
        assert engine.ended() == 0
    assert engine.said[-1]["type"] == "figures"
    recording = engine.said[-1]["recording"]
    assert Path(recording["path"]).name == "monday.mkv"
    assert Path(recording["path"]).stat().st_size == recording["bytes"] > 0
    assert recording["seconds"] == pytest.approx(engine.said[-1]["seconds"], abs=0.5)


def test_garbage_is_answered_and_ends_nothing(tmp_path: Path) -> None:
    with EngineProgram(home=str(tmp_path)) as engine:
        engine.say(b"\xff\xfe", "[" * 50_000, b"x" * 10_000_000, '{"id": 5, "command": {"type": "Explode"}}')
        engine.say('{"id": 6, "command": {"type": "EndSession"}}')
        assert engine.answered(5)["refused"]["code"] == "not_understood"
        assert engine.answered(6)["refused"]["code"] == "no_session"
        assert sum(one["type"] == "answer" and one["id"] == 0 for one in engine.said) == 3
        assert engine.ended() == 0


def test_an_engine_that_is_killed_goes_on_with_its_session(tmp_path: Path) -> None:
    with EngineProgram(home=str(tmp_path)) as engine:
        engine.say(OPEN, START, RECORD)
        on_air(engine)
        engine.until(lambda: engine.newest("news")["recording"].get("files"))
        recorded = engine.newest("figures").get("frames_composed", 0) + 30
        engine.until(lambda: engine.newest("figures").get("frames_composed", 0) > recorded, within_s=10)
        time_of_death = time.monotonic()
        inner(engine).kill()
        engine.until(lambda: engine.newest("died") == {"type": "died", "times": 1})
        engine.until(lambda: engine.newest("news")["session"].get("epoch", 0) >= 3)
        assert time.monotonic() - time_of_death < 15
        assert engine.newest("news")["session"]["id"] == "monday-1"
        engine.until(lambda: len(engine.newest("news")["recording"].get("files", ())) == 2)
        assert engine.newest("news")["recording"]["files"][1].endswith("monday-2.mkv")
        engine.until(lambda: engine.newest("figures").get("restarts") == 1)
        assert engine.ended() == 0
    assert "started again" in engine.err.decode()


def test_the_end_of_its_parent_ends_the_session_in_order(tmp_path: Path) -> None:
    with EngineProgram(home=str(tmp_path)) as engine:
        engine.say(OPEN, START)
        on_air(engine)
        child = inner(engine)
        os.kill(engine.process.pid, signal.SIGKILL)
        psutil.wait_procs([child], timeout=15)
        assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
    with EngineProgram(home=str(tmp_path)) as again:
        again.until(lambda: again.newest("news"))
        assert again.newest("news")["session"].get("phase", "idle") == "idle", "nothing goes on air by itself"
        assert again.ended() == 0, again.err


def test_a_second_engine_is_told_that_there_is_one(tmp_path: Path) -> None:
    with EngineProgram(home=str(tmp_path)) as engine:
        engine.until(lambda: engine.newest("news"))
        with EngineProgram(home=str(tmp_path)) as second:
            second.until(lambda: second.newest("broken"))
            assert second.newest("broken")["message"]["code"] == "engine_runs_already"
            assert second.process.wait(10) == 2
        engine.say('{"id": 6, "command": {"type": "EndSession"}}')
        assert engine.answered(6)["refused"]["code"] == "no_session"


def receiver_of(engine: EngineProgram) -> psutil.Process | None:
    """The engine's child that listens on this machine."""
    for child in inner(engine).children():
        ends = [end for end in child.net_connections("tcp") if end.status == psutil.CONN_LISTEN]
        if ends:
            assert [end.laddr.ip for end in ends] == ["127.0.0.1"]
            return child
    return None


def seen_age_s(engine: EngineProgram) -> float | None:
    """As the newest figures say."""
    [destination] = engine.newest("figures").get("destinations") or [{}]
    age_s: float | None = destination.get("seen_age_s")
    return age_s


def test_a_rehearsal_of_a_show_without_destinations_is_seen_and_survives_its_receiver(tmp_path: Path) -> None:
    with EngineProgram(home=str(tmp_path)) as engine:
        engine.say(OPEN, START, '{"id": 6, "command": {"type": "Arm", "action": "go_live"}}')
        engine.say('{"id": 7, "command": {"type": "GoLive"}}')
        assert engine.answered(7).get("refused") is None
        engine.until(lambda: seen_age_s(engine) is not None)
        [destination] = engine.newest("figures")["destinations"]
        assert destination["state"] == "live"
        assert destination["sending_age_s"] < 2
        assert destination["accepted_age_s"] < 20
        assert destination["seen_age_s"] < 5
        first = receiver_of(engine)
        assert first is not None
        first.kill()
        engine.until(lambda: seen_age_s(engine) is None)
        engine.until(lambda: seen_age_s(engine) is not None)
        second = receiver_of(engine)
        assert second is not None
        assert second.pid != first.pid
        assert engine.newest("news")["destinations"]["rehearsal"]["reconnects"] >= 1
        engine.until(lambda: not engine.newest("news").get("faults"))
        assert engine.ended() == 0
    assert not first.is_running()
    assert not second.is_running()


def test_a_pinned_viewer_has_a_name_nowhere_but_in_one_file_and_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "data" / "viewers.sqlite"
    viewers = Viewers(file)
    viewer = viewers.id_of("youtube", "UC-hanako", name="山田はなこ", seen_us=time.time_ns() // 1000)
    viewers.close()
    pin = {"type": "PinComment", "text": "きれい", "viewer": viewer}
    with EngineProgram(home=str(tmp_path)) as engine:
        engine.say(OPEN, START, json.dumps({"id": 6, "command": pin}))
        on_air(engine)
        engine.say(json.dumps({"id": 7, "command": {"type": "ForgetViewer", "viewer": viewer}}))
        engine.until(lambda: "viewer_forgotten" in json.dumps(engine.newest("news").get("notices")))
        assert [engine.answered(number).get("refused") for number in (6, 7)] == [None, None]
        assert engine.ended() == 0
    told = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert any(viewer.encode() in body for path, body in told.items() if path.suffix == ".journal")
    assert not [path for path, body in told.items() if "山田".encode() in body or b"UC-hanako" in body]
    assert viewer.encode() not in told[file]
