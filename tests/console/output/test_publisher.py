"""One attempt to publish against servers that fail in every way: the words, the finality, the bounds."""

import asyncio
import logging
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.errors import Message
from console.output.attempt import Deadlines, Ending, Target
from console.wire.address import Server
from console.wire.flv import TagKind
from console.wire.policy import BAD_NAME, CONNECT_REJECTED, DENIED, Answer, Answers
from tests.support.certificates import Authority, self_signed
from tests.support.publishing import (
    HEADERS,
    KEY,
    SHORT,
    STOPS_WITHIN_S,
    Publishing,
    answering,
    deaf_port,
    ending_of,
    pictures,
    publishing,
    said,
)
from tests.support.rtmp_server import Fault, FaultyServer, OneAtATime


@pytest.fixture(autouse=True)
def _no_key_in_any_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.DEBUG)
    yield
    assert KEY not in caplog.text


def step(ending: Ending) -> object:
    assert ending.problem is not None
    return ending.problem.params["step"]


def test_the_key_is_not_shown_by_what_holds_it() -> None:
    assert KEY not in repr(Target(Server.parse("rtmp://a.example/live"), KEY, 4000))


def test_headers_then_a_keyframe_go_out_at_time_zero() -> None:
    async def scene(server: FaultyServer) -> None:
        async with publishing(server.address) as running:
            await running.is_live()
            running.ticks = 30  # in the middle of a group of pictures, far from zero
            await running.stream(60, zero_ms=500_000)
            await running.until(lambda: server.visits[0].tag_count >= 3 + 59)

    with FaultyServer() as server:
        asyncio.run(scene(server))
        tags = list(server.visits[0].tags)
        assert [tag.dts_ms for tag in tags[:4]] == [0, 0, 0, 0]
        assert [tag.kind for tag in tags[:3]] == [TagKind.SCRIPT, TagKind.VIDEO, TagKind.AUDIO]
        assert [tag.header for tag in tags[1:3]] == [True, True]
        assert [tag.body for tag in tags[1:3]] == [header.body for header in HEADERS[1:]]
        assert tags[3].keyframe
        assert [tag.dts_ms for tag in pictures(tags)][:3] == [0, 33, 66]


def test_the_clock_of_the_tags_may_wrap_in_mid_show() -> None:
    async def scene(server: FaultyServer) -> None:
        async with publishing(server.address) as running:
            await running.is_live()
            await running.stream(60, zero_ms=2**32 - 1000)
            await running.until(lambda: server.visits[0].tag_count >= 123)
            assert running.figures.dropped == 0
            assert running.figures.buffered_ms < 3000

    with FaultyServer() as server:
        asyncio.run(scene(server))
        times = [tag.dts_ms for tag in pictures(list(server.visits[0].tags))]
        assert times == [number * 100 // 3 for number in range(60)]


@pytest.mark.parametrize("key", ["a/b/c", "k?sign=1&x=2", "spaced key=", "名前/キー", "=&?/"])
@pytest.mark.parametrize("app", ["live", "live2?backup=1&a=b", "a/b c"])
def test_server_and_key_arrive_whole_whatever_they_hold(app: str, key: str) -> None:
    async def scene(server: FaultyServer) -> None:
        async with publishing(f"rtmp://127.0.0.1:{server.port}/{app}", key) as running:
            await running.is_live()

    with FaultyServer() as server:
        asyncio.run(scene(server))
        assert (server.visits[0].app, server.visits[0].key) == (app, key)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (Answers(to_publish=BAD_NAME), "NetStream.Publish.BadName"),
        (Answers(to_publish=DENIED), "NetStream.Publish.Denied"),
        (Answers(to_connect=CONNECT_REJECTED), "NetConnection.Connect.Rejected"),
    ],
)
def test_a_refusal_is_final_and_in_the_servers_words(answers: Answers, words: str) -> None:
    with FaultyServer(Fault(policy=answers)) as server:
        ending = ending_of(server.address)
    assert said(ending) == "rejected_by_server"
    assert ending.problem is not None
    assert ending.problem.params["code"] == words
    assert ending.problem.params["words"]
    assert (ending.is_final, ending.was_live) == (True, False)


def test_a_key_that_the_server_echoes_is_masked() -> None:
    echo = Answer("NetStream.Publish.BadName", f"stream '{KEY}' ({KEY.upper()}) is taken", is_error=True)
    with FaultyServer(Fault(policy=Answers(to_publish=echo))) as server:
        ending = ending_of(server.address)
    said(ending)
    assert ending.problem is not None
    assert ending.problem.params["words"] == "stream '••••' (••••) is taken"


@pytest.mark.parametrize("fault", [Fault(mute=True), Fault(mute_after_handshake=True)])
def test_a_silent_server_is_given_up_and_tried_again(fault: Fault) -> None:
    with FaultyServer(fault) as server:
        ending = ending_of(server.address)
    assert (said(ending), step(ending)) == ("server_silent", "RTMP")
    assert not ending.is_final


def test_all_steps_together_stay_below_ten_seconds() -> None:
    assert Deadlines().attempt_s < 10
    assert Deadlines().goodbye_s < STOPS_WITHIN_S


def test_a_name_that_does_not_exist_is_said_and_tried_again() -> None:
    ending = ending_of("rtmp://nowhere.invalid/live")
    assert said(ending) == "name_not_found"
    assert not ending.is_final


@pytest.mark.parametrize("host", ["a" * 64 + ".invalid", "..invalid", "-._.invalid"])
def test_a_name_that_cannot_be_is_said(host: str) -> None:
    assert said(ending_of(f"rtmp://{host}/live")) == "name_not_found"


def test_a_resolver_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: release.wait(10) and [])
    try:
        ending = ending_of("rtmp://127.0.0.1/live")
    finally:
        release.set()
    assert (said(ending), step(ending)) == ("server_silent", "DNS")


def test_a_closed_port_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    ending = ending_of(f"rtmp://127.0.0.1:{port}/live")
    assert said(ending) == "no_connection"
    assert ending.problem == Message(
        "no_connection", {"host": "127.0.0.1", "port": port, "reason": "Connection refused"}
    )
    assert not ending.is_final


def test_a_machine_that_does_not_answer_is_given_up() -> None:
    with deaf_port() as port:
        ending = ending_of(f"rtmp://127.0.0.1:{port}/live")
    assert (said(ending), step(ending)) == ("server_silent", "TCP")


def test_the_second_address_is_tried_when_the_first_is_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(port: int, dead: int) -> None:
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", at)) for at in (dead, port)]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        async with publishing("rtmp://127.0.0.1/live", deadlines=SHORT) as running:
            await running.is_live()

    with FaultyServer() as server, deaf_port() as dead:
        asyncio.run(scene(server.port, dead))
        assert server.visits[0].key == KEY


@pytest.mark.parametrize("hangs_up", [True, False])
def test_a_web_server_is_told_from_an_rtmp_server(*, hangs_up: bool) -> None:
    with answering(b"HTTP/1.1 400 Bad Request\r\n\r\n", hangs_up=hangs_up) as port:
        ending = ending_of(f"rtmp://127.0.0.1:{port}/live")
    assert said(ending) == "not_rtmp"
    assert not ending.is_final


def test_a_server_that_hangs_up_before_its_yes_is_said() -> None:
    with answering(b"") as port:
        ending = ending_of(f"rtmp://127.0.0.1:{port}/live")
    assert said(ending) == "closed_before_yes"
    assert not ending.is_final


def test_plain_rtmp_at_an_encrypted_port_is_told_what_to_change(tmp_path: Path) -> None:
    with FaultyServer(tls=Authority(tmp_path).context()) as server:
        ending = ending_of(server.address.replace("rtmps", "rtmp"))
    assert said(ending) == "closed_before_yes"
    with answering(b"\x15\x03\x01\x00\x02\x02\x46") as port:
        assert said(ending_of(f"rtmp://127.0.0.1:{port}/live")) == "server_wants_tls"


def test_encryption_at_a_plain_port_is_told_what_to_change() -> None:
    with answering(b"\x03" + bytes(3072)) as port:
        ending = ending_of(f"rtmps://127.0.0.1:{port}/live")
    assert said(ending) == "no_encryption"
    assert not ending.is_final


def test_a_certificate_of_nobody_is_refused_before_the_key_leaves(tmp_path: Path) -> None:
    with FaultyServer(tls=self_signed(tmp_path)) as server:
        ending = ending_of(server.address)
        assert all(visit.key is None for visit in server.visits)
    assert said(ending) == "certificate_refused"
    assert ending.is_final


def test_a_certificate_for_another_host_is_refused(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with FaultyServer(tls=authority.context("elsewhere.invalid")) as server:
        ending = ending_of(server.address, ca_file=authority.ca_file)
        assert all(visit.key is None for visit in server.visits)
    assert said(ending) == "certificate_refused"
    assert ending.is_final


def test_an_own_authority_is_trusted_when_named(tmp_path: Path) -> None:
    authority = Authority(tmp_path)

    async def scene(server: FaultyServer) -> tuple[Ending, float]:
        async with publishing(server.address, ca_file=authority.ca_file) as running:
            await running.is_live()
            await running.stream(90)
            await running.until(lambda: server.visits[0].tag_count >= 183)
            assert running.figures.pictures == 90
            return await running.stopped()

    with FaultyServer(tls=authority.context()) as server:
        ending, seconds = asyncio.run(scene(server))
        assert ending == Ending(None, was_live=True)
        assert seconds < STOPS_WITHIN_S
        server.wait_until(lambda: server.visits[0].said_goodbye)


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_an_authority_that_cannot_be_read_is_said(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    with FaultyServer(tls=self_signed(tmp_path)) as server:
        ending = ending_of(server.address, ca_file=file)
    assert said(ending) == "ca_unreadable"
    assert ending.is_final


def test_a_server_slow_to_encrypt_is_given_up() -> None:
    with FaultyServer(Fault(mute=True)) as server:
        ending = ending_of(server.address.replace("rtmp:", "rtmps:"))
    assert (said(ending), step(ending)) == ("server_silent", "TLS")
    assert not ending.is_final


STATES = {
    "mute": Fault(mute=True),
    "greeted": Fault(mute_after_handshake=True),
    "live": Fault(),
    "stuck": Fault(stops_reading_after_tags=3),
    "slow": Fault(kbps=100),
}


@pytest.mark.parametrize("state", STATES)
def test_stop_ends_soon_whatever_the_server_does(state: str) -> None:
    async def scene(server: FaultyServer) -> tuple[Ending, float]:
        async with publishing(server.address, deadlines=Deadlines()) as running:
            await running.until(lambda: server.visits)
            if state in {"live", "stuck", "slow"}:
                await running.is_live()
                await running.flood(100)
            return await running.stopped()

    with FaultyServer(STATES[state]) as server:
        ending, seconds = asyncio.run(scene(server))
        assert ending.problem is None
        assert seconds < STOPS_WITHIN_S
        assert server.visits[0].said_goodbye is (state == "live")


@pytest.mark.parametrize("where", ["DNS", "TCP", "TLS"])
def test_stop_ends_a_connection_in_the_making(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, release, ask = threading.Event(), threading.Event(), socket.getaddrinfo

    def getaddrinfo(*args: Any, **options: Any) -> Any:
        asked.set()
        if where == "DNS":
            release.wait(10)
        return ask(*args, **options)

    async def scene(address: str, mute: FaultyServer) -> float:
        async with publishing(address, deadlines=Deadlines()) as running:
            await running.until(asked.is_set)
            if where == "TLS":
                await running.until(lambda: mute.visits)
            ending, seconds = await running.stopped()
            assert ending == Ending(None)
            return seconds

    with deaf_port() as port, FaultyServer(Fault(mute=True)) as mute:
        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        address = {
            "DNS": "rtmp://127.0.0.1/live",
            "TCP": f"rtmp://127.0.0.1:{port}/live",
            "TLS": mute.address.replace("rtmp:", "rtmps:"),
        }
        try:
            assert asyncio.run(scene(address[where], mute)) < 0.5
        finally:
            release.set()


def test_stop_loses_no_picture_that_a_healthy_line_was_given() -> None:
    async def scene(server: FaultyServer) -> None:
        async with publishing(server.address) as running:
            await running.is_live()
            await running.stream(45)
            await running.until(lambda: running.figures.pictures == 45)
            await running.stopped()

    with FaultyServer() as server:
        asyncio.run(scene(server))
        server.wait_until(lambda: server.visits[0].said_goodbye)
        assert len(pictures(list(server.visits[0].tags))) == 45


def test_two_publications_of_one_key_are_told_apart_by_the_server() -> None:
    policy = OneAtATime()

    async def scene(server: FaultyServer) -> Ending:
        async with publishing(server.address) as first:
            await first.is_live()
            async with publishing(server.address) as second:
                return await second.ended()

    with FaultyServer(Fault(policy=policy)) as server:
        ending = asyncio.run(scene(server))
    assert said(ending) == "rejected_by_server"
    assert policy.refusals == 1


def test_figures_count_over_all_publications() -> None:
    async def scene(server: FaultyServer) -> None:
        async with publishing(server.address) as running:
            await running.is_live()
            await running.stream(30)
            await running.until(lambda: server.visits[0].tag_count == 63)
            figures = running.figures
            assert figures.pictures == 30
            assert figures.bytes > server.visits[0].media_bytes
            assert figures.round_trip_ms is not None
            assert figures.acknowledged_at_s is not None
            assert figures.acknowledged_at_s <= time.monotonic()

    with FaultyServer() as server:
        asyncio.run(scene(server))


def test_no_task_outlives_a_publication() -> None:
    async def scene(server: FaultyServer, play: Publishing | None = None) -> None:
        async with publishing(server.address) as running:
            await running.is_live()
            await running.stream(5)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    with FaultyServer() as server:
        asyncio.run(scene(server))
