"""Asked by several seats at once, answered by drivers that hang, fail or know."""

import asyncio
import gc
import threading

import pytest

from console.engine.device_lists import DeviceLists
from console.errors import ConsoleError
from console.link.asking import Device
from console.ports.source import Device as Found
from tests.support.shows import TROUBLE

CAMERA = Found("v4l2:/dev/x", "Webcam", {"device": "/dev/x"})
DESK = Found("ALSA: desk", "desk", {"device": "ALSA: desk"})


def fails() -> list[Found]:
    raise ConsoleError(TROUBLE)


def test_every_kind_is_listed_by_name_and_key_and_a_broken_one_hides_no_other() -> None:
    over = threading.Event()

    def hangs() -> list[Found]:
        over.wait(20)
        return []

    kinds = {"camera": lambda: [CAMERA], "screen": fails, "odd": hangs, "microphone": lambda: [DESK]}
    try:
        found = asyncio.run(DeviceLists(lambda: kinds, within_s=0.3).devices())
    finally:
        over.set()
    assert found == (
        Device("camera", "v4l2:/dev/x", "Webcam", {"device": "/dev/x"}),
        Device("microphone", "ALSA: desk", "desk", {"device": "ALSA: desk"}),
    )


def test_outputs_come_by_the_keys_that_listening_takes() -> None:
    assert asyncio.run(DeviceLists(dict, lambda: [DESK]).outputs()) == (Device("output", "ALSA: desk", "desk"),)


def test_why_there_are_no_outputs_is_said() -> None:
    with pytest.raises(ConsoleError) as caught:
        asyncio.run(DeviceLists(dict, fails).outputs())
    assert caught.value.message == TROUBLE


def test_many_who_ask_at_once_are_answered_by_one_listing_and_the_next_by_a_new_one() -> None:
    asked = []

    def lists() -> list[Found]:
        asked.append(threading.get_ident())
        return [DESK]

    async def ask() -> None:
        lists_of = DeviceLists(dict, lists)
        answers = await asyncio.gather(*(lists_of.outputs() for _ in range(20)))
        assert answers == [(Device("output", "ALSA: desk", "desk"),)] * 20
        assert len(asked) == 1
        await lists_of.outputs()
        assert len(asked) == 2

    asyncio.run(ask())


def test_one_who_gives_up_asking_takes_nothing_from_the_others() -> None:
    may_answer = threading.Event()

    def lists() -> list[Found]:
        may_answer.wait(20)
        return [DESK]

    async def ask() -> None:
        lists_of = DeviceLists(dict, lists)
        impatient, patient = (asyncio.create_task(lists_of.outputs()) for _ in range(2))
        await asyncio.sleep(0)
        impatient.cancel()
        await asyncio.gather(impatient, return_exceptions=True)
        may_answer.set()
        assert len(await patient) == 1

    asyncio.run(ask())


def test_a_listing_that_fails_when_all_who_asked_have_gone_is_nobodys_bug() -> None:
    may_fail, bugs = threading.Event(), list[str]()

    def fails_late() -> list[Found]:
        may_fail.wait(20)
        raise ConsoleError(TROUBLE)

    async def ask() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: bugs.append(context["message"]))
        lists_of = DeviceLists(dict, fails_late)
        asked = asyncio.create_task(lists_of.outputs())
        await asyncio.sleep(0)
        (listing,) = lists_of._running.values()
        asked.cancel()
        may_fail.set()
        await asyncio.wait({asked, listing})
        lists_of._running.clear()
        del asked, listing
        gc.collect()

    asyncio.run(ask())
    assert not bugs
