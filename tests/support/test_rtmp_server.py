"""The faulty server does wrong exactly what it is told, and nothing else."""

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from console.wire.policy import CONNECT_REJECTED, DENIED, Answer, Answers
from console.wire.publication import Closed, Rejected, Stage
from tests.support.caller import PICTURE, Caller
from tests.support.certificates import ELSEWHERE, Authority, self_signed
from tests.support.eventually import eventually
from tests.support.nginx import Nginx
from tests.support.rtmp_server import Fault, FaultyServer, OneAtATime


@contextmanager
def calling(
    server: FaultyServer | Nginx, *, tls: ssl.SSLContext | None = None, patience_s: float = 3.0
) -> Iterator[Caller]:
    address = server.address if isinstance(server, FaultyServer) else server.server
    caller = Caller(address, tls=tls, patience_s=patience_s)
    try:
        yield caller
    finally:
        caller.socket.close()


def test_without_a_fault_it_is_a_good_server() -> None:
    with FaultyServer() as server, calling(server) as caller:
        caller.go_live()
        caller.send(3)
        caller.say_goodbye()
        server.wait_until(lambda: server.visits[0].said_goodbye)
        visit = server.visits[0]
        assert (visit.app, visit.key, visit.tag_count, list(visit.tags)) == ("live", "key", 3, [PICTURE] * 3)


@pytest.mark.parametrize(
    ("fault", "stage"),
    [
        (Fault(mute=True), Stage.GREETING),
        (Fault(mute_after_handshake=True), Stage.CONNECTING),
    ],
)
def test_a_mute_server_is_mute(fault: Fault, stage: Stage) -> None:
    with FaultyServer(fault) as server, calling(server, patience_s=0.2) as caller:
        with pytest.raises(TimeoutError):
            caller.listen_until_closed()
        assert caller.session.stage is stage


@pytest.mark.parametrize("policy", [Answers(to_connect=CONNECT_REJECTED), Answers(to_publish=DENIED)])
def test_refusals_are_said(policy: Answers) -> None:
    with FaultyServer(Fault(policy=policy)) as server, calling(server) as caller:
        caller.go_live()
        assert isinstance(caller.events[-1], Rejected)


@pytest.mark.parametrize("fault", [Fault(closes_after_tags=2), Fault(closes_after_s=0.05)])
def test_it_closes_when_told(fault: Fault) -> None:
    with FaultyServer(fault) as server, calling(server) as caller:
        caller.go_live()
        caller.send(2)
        caller.listen_until_closed()
        server.wait_until(lambda: server.visits[0].has_ended)


def test_it_resets_when_told() -> None:
    with FaultyServer(Fault(closes_after_tags=2, resets=True)) as server, calling(server) as caller:
        caller.go_live()
        caller.send(2)
        with pytest.raises(ConnectionResetError):
            caller.listen_until_closed()


def test_it_speaks_in_the_middle_and_when_asked() -> None:
    kicked = Answer("NetStream.Unpublish.Success", "kicked")
    with FaultyServer(Fault(says_after_tags=(2, kicked))) as server, calling(server) as first:
        first.go_live()
        first.send(2)
        first.listen()
        assert first.events[-1] == Closed(kicked.code, kicked.description)
        server.fault = Fault()
        with calling(server) as second:
            second.go_live()
            server.say(kicked)
            second.listen()
            assert second.events[-1] == Closed(kicked.code, kicked.description)


def test_it_stops_reading_until_the_sender_stands() -> None:
    with FaultyServer(Fault(stops_reading_after_tags=2)) as server, calling(server, patience_s=0.3) as caller:
        caller.go_live()
        with pytest.raises(TimeoutError):
            caller.send(5000)
        assert server.visits[0].tag_count < 10


def test_it_reads_as_slowly_as_told() -> None:
    with FaultyServer(Fault(kbps=800)) as server, calling(server) as caller:
        caller.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 16_384)
        caller.go_live()
        begun = time.monotonic()
        caller.send(20)
        server.wait_until(lambda: server.visits[0].tag_count == 20)
        assert time.monotonic() - begun > 0.9 * 20 * 4000 * 8 / 800_000 * 0.8


def test_it_holds_an_old_session_until_it_is_let_go() -> None:
    policy = OneAtATime()
    with FaultyServer(Fault(policy=policy)) as server:
        with calling(server) as first:
            first.go_live()
        with calling(server) as second:
            second.go_live()
            assert isinstance(second.events[-1], Rejected)
        policy.let_go()
        with calling(server) as third:
            third.go_live()
            assert third.session.stage is Stage.LIVE
    assert policy.refusals == 1


def test_it_comes_back_on_the_same_port() -> None:
    with FaultyServer() as server:
        port = server.port
        with calling(server) as before:
            before.go_live()
            server.stop()
            with suppress(ConnectionResetError):
                before.listen_until_closed()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=1)
        server.start()
        with calling(server) as after:
            after.go_live()
            assert after.session.stage is Stage.LIVE
        assert server.port == port


def test_it_drops_everyone_and_goes_on_listening() -> None:
    with FaultyServer() as server:
        with calling(server) as before:
            before.go_live()
            server.drop()
            assert server.live == []
        with calling(server) as after:
            after.go_live()
            assert len(server.live) == 1


def test_a_client_that_is_no_client_is_noted() -> None:
    with FaultyServer() as server:
        with socket.create_connection(("127.0.0.1", server.port), timeout=1) as stranger:
            stranger.sendall(b"GET / HTTP/1.1\r\n\r\n")
            server.wait_until(lambda: any(visit.has_ended for visit in server.visits))
        assert server.visits[0].error is not None


def test_who_never_shakes_hands_is_hung_up_on_with_the_rest(tmp_path: Path) -> None:
    with FaultyServer(tls=self_signed(tmp_path)) as server:
        client = socket.create_connection(("127.0.0.1", server.port), timeout=5)
        assert eventually(lambda: len(vars(server._loop)["_transports"]))
    with client, suppress(ConnectionResetError):
        assert client.recv(1) == b""


def test_a_certificate_of_an_own_authority_holds_where_the_authority_is_known(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    trusting = ssl.create_default_context(cafile=str(authority.ca_file))
    with FaultyServer(tls=authority.context()) as server:
        with calling(server, tls=trusting) as caller:
            caller.go_live()
            assert caller.session.stage is Stage.LIVE
        with pytest.raises(ssl.SSLCertVerificationError), calling(server, tls=ssl.create_default_context()):
            pass


def test_a_certificate_for_another_host_or_by_nobody_is_refused(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    trusting = ssl.create_default_context(cafile=str(authority.ca_file))
    for context, why in (
        (authority.context(*ELSEWHERE), "IP address mismatch"),
        (self_signed(tmp_path), "self-signed"),
    ):
        with (
            FaultyServer(tls=context) as server,
            pytest.raises(ssl.SSLCertVerificationError, match=why),
            calling(server, tls=trusting),
        ):
            pass


def test_the_publisher_is_taken_by_a_real_server_which_is_there_again_after_a_restart(tmp_path: Path) -> None:
    with Nginx(tmp_path, record=True) as ingest:
        with calling(ingest) as caller:
            caller.go_live()
            caller.send(80)
            while caller.session.acknowledged_bytes < 250_000:
                caller.listen()
            with calling(ingest) as twin:
                twin.go_live()
                assert isinstance(twin.events[-1], Rejected)
            ingest.restart()
        with calling(ingest) as caller:
            caller.go_live()
            assert caller.session.stage is Stage.LIVE
        assert ingest.recordings
