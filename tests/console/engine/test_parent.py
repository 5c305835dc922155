"""The engine's parent: starts it again when it dies, gives up in time, ends it in any case."""

import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from console.engine.parent import DEATHS, EngineParent
from tests.support.eventually import eventually

ENGINE = """
import json, os, sys
order = json.loads(sys.stdin.readline())
print(json.dumps({"type": "order", "pid": os.getpid(), **order}), flush=True)
print("no JSON", flush=True)
for line in sys.stdin:
    said = json.loads(line)
    if said.get("close"):
        break
    if said.get("command") == "die":
        os._exit(9)
    if said.get("command") == "refuse":
        os._exit(2)
    if said.get("command") == "hang":
        import time
        time.sleep(100)
    print(json.dumps({"type": "answer", "id": said["id"]}), flush=True)
print(json.dumps({"type": "figures"}), flush=True)
"""


class House:
    """A parent with an engine of the test's."""

    def __init__(self, order: dict[str, Any], program: str = ENGINE) -> None:
        self.heard: list[dict[str, Any]] = []
        self.deaths: list[int] = []
        self.parent = EngineParent(
            order, self.heard.append, died=self.deaths.append, command=[sys.executable, "-c", program]
        )

    def orders(self) -> list[dict[str, Any]]:
        return [message for message in self.heard if message["type"] == "order"]

    def started(self, times: int) -> None:
        assert eventually(lambda: len(self.orders()) == times)


@pytest.fixture
def house() -> Iterator[House]:
    house = House({"secrets": {"run/to1": "key-1234"}})
    house.parent.start()
    yield house
    house.parent.close(timeout_s=0.5)


def test_the_order_is_the_first_line_and_the_last_words_are_heard(house: House) -> None:
    house.started(1)
    assert house.orders()[0]["secrets"] == {"run/to1": "key-1234"}
    house.parent.close()
    assert house.heard[-1] == {"type": "figures"}
    assert house.parent.exit_code == 0
    assert not house.parent.is_given_up


def test_an_engine_that_dies_is_started_again_with_its_secrets_and_its_session(house: House) -> None:
    house.started(1)
    house.parent.goes_on_with("monday")
    house.parent.ask({}, number=4)
    assert eventually(lambda: {"type": "answer", "id": 4} in house.heard)
    house.parent.pass_on(b'{"command": "die"}')
    house.started(2)
    assert house.deaths == [1]
    assert house.orders()[1]["session"] == "monday"
    assert house.orders()[1]["resume"] == "session"
    assert house.orders()[1]["secrets"] == {"run/to1": "key-1234"}
    assert house.orders()[1]["pid"] != house.orders()[0]["pid"]
    house.parent.ask({}, number=5)
    assert eventually(lambda: {"type": "answer", "id": 5} in house.heard)


def test_one_that_keeps_dying_is_given_up(house: House) -> None:
    for times in range(1, DEATHS + 1):
        house.started(times)
        house.parent.pass_on(b'{"command": "die"}')
    assert house.parent.wait(5)
    assert house.parent.is_given_up
    assert house.deaths == [1, 2, 3]
    assert house.parent.deaths == DEATHS
    house.parent.ask({})
    assert house.parent.pid == 0


def test_one_that_cannot_start_is_not_started_again(house: House) -> None:
    house.started(1)
    house.parent.pass_on(b'{"command": "refuse"}')
    assert house.parent.wait(5)
    assert house.parent.exit_code == 2
    assert house.deaths == []


def test_one_that_stands_still_is_killed_in_time(house: House) -> None:
    house.started(1)
    house.parent.pass_on(b'{"command": "hang"}')
    house.parent.pass_on(b"x" * 60_000)
    began = time.monotonic()
    house.parent.close(timeout_s=0.3)
    assert time.monotonic() - began < 3
    assert house.parent.wait(0)


def test_a_full_pipe_to_a_hanging_engine_holds_no_close_up(house: House) -> None:
    house.started(1)
    house.parent.pass_on(b'{"command": "hang"}')
    stuck = threading.Thread(target=house.parent.pass_on, args=(b"x" * 1_000_000,))
    stuck.start()
    began = time.monotonic()
    house.parent.close(timeout_s=0.3)
    assert time.monotonic() - began < 3
    stuck.join(5)
    assert not stuck.is_alive()


def test_a_listener_that_breaks_does_not_end_the_watch() -> None:
    def broken(_message: dict[str, Any]) -> None:
        raise RuntimeError

    parent = EngineParent({}, broken, died=print, command=[sys.executable, "-c", ENGINE])
    parent.start()
    parent.close()
    assert parent.exit_code == 0


def test_a_program_that_is_not_there_is_given_up_without_a_traceback() -> None:
    deaths: list[int] = []
    parent = EngineParent({}, print, died=deaths.append, command=["/nowhere/honban"])
    parent.start()
    assert parent.wait(5)
    assert parent.is_given_up
    assert deaths == [1, 2, 3]
    parent.close()
