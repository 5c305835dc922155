"""A server that strangers mistreat: whatever they do, the show and the other seats go on, and nothing is left."""

import contextlib
import dataclasses
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from console.errors import Message
from console.link.address import Address
from console.link.client import Link
from console.link.pairing import Pairing, read_pairing
from console.link.protocol import (
    Again,
    Changes,
    Got,
    Hello,
    Ping,
    Pong,
    PulseTold,
    TurnedAway,
    Watch,
    Welcome,
    Whole,
    encoded,
    state_of,
)
from console.link.server import UNKNOWN, LinkServer, Place
from console.link.serving.certificate import own_certificate
from console.link.serving.connection import LONGEST_UNSENT_BYTES
from console.link.serving.tokens import Tokens, role_token
from console.model.facts import NoticeGiven, ViewersCounted
from console.model.product import Money, Product
from console.model.state import State
from tests.support.eventually import eventually
from tests.support.link import SECRET, TOKEN, House, said, say
from tests.support.seats import bare, frame, is_hung_up, request, status_of
from tests.support.shows import SHOW

HELLO = Hello(TOKEN, "test", "producer")


@pytest.fixture(autouse=True)
def _short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.link.serving.reception.HELLO_S", 0.5)
    monkeypatch.setattr("console.link.serving.reception.SLOWED_S", 0.05)


@pytest.fixture
def house() -> Iterator[House]:
    with House() as house:
        yield house


def raw(wish: msgspec.Struct) -> msgspec.Raw:
    return msgspec.Raw(encoded(wish))


def refused_by(house: House, address: Address) -> str:
    """Why a seat does not get in."""
    link = Link(lambda: address, seat="x", role="host").start()
    try:
        assert eventually(lambda: link.snapshot.problem is not None)
        assert link.snapshot.state is None
        return link.snapshot.problem.code if link.snapshot.problem else ""
    finally:
        link.close()


def goes_on(house: House) -> None:
    """Dispatches are taken, and a seat that behaves attaches and sees them."""
    seat = house.seat()
    for number in range(house.store.state.revision, house.store.state.revision + 5):
        house.tell(ViewersCounted(number))
    assert eventually(lambda: seat.snapshot.state == house.store.state)


def test_a_seat_is_welcomed_and_gets_the_state_whole_and_then_only_what_changed(house: House) -> None:
    seat = house.stranger(hello=HELLO)
    assert said(seat, Welcome).role == "producer"
    whole = said(seat, Whole)
    assert state_of(whole.state) == house.store.state
    say(seat, Got(whole.revision))
    after = house.tell(ViewersCounted(7))
    changes = said(seat, Changes)
    assert (changes.base, changes.revision) == (whole.revision, after.revision)
    assert [one.path for one in changes.slices] == ["audience.viewers", "audience.counted_us"]


def test_a_seat_that_has_not_taken_a_state_gets_no_other_and_then_the_newest_only(house: House) -> None:
    seat = house.stranger(hello=HELLO)
    whole = said(seat, Whole)
    for number in range(50):
        house.tell(ViewersCounted(number))
    assert eventually(lambda: house.server._hall is not None and house.server._hall.publication.skipped)
    say(seat, Got(whole.revision))
    assert said(seat, Changes).revision == house.store.state.revision


def test_after_a_gap_the_state_comes_whole(house: House) -> None:
    seat = house.stranger(hello=HELLO)
    say(seat, Got(said(seat, Whole).revision), Again())
    assert said(seat, Whole).revision == house.store.state.revision


def test_seats_at_the_same_base_share_one_encoding(house: House) -> None:
    seats = [house.seat() for _ in range(10)]
    _, before = house.server.publication
    state = house.tell(NoticeGiven(Message("x")))
    assert eventually(lambda: all(seat.snapshot.state == state for seat in seats))
    assert house.server.publication[1] == before + 1


def test_states_come_at_most_twenty_times_a_second(house: House) -> None:
    house.seat()
    sent, began_s = house.server.publication[0], time.monotonic()
    while time.monotonic() - began_s < 0.5:
        house.tell(ViewersCounted(time.monotonic_ns()))
    passed_s = time.monotonic() - began_s
    assert 1 <= house.server.publication[0] - sent <= passed_s * 20 + 2


@pytest.mark.parametrize(
    "hello",
    [
        Hello("wrong", "x"),
        Hello("", "x"),
        Hello(role_token(b"t" * 32, "host"), "x", "host"),
        Hello(role_token(SECRET, "viewer"), "x", "producer"),
    ],
)
def test_a_wrong_token_is_answered_always_the_same(house: House, hello: Hello) -> None:
    stranger = house.stranger(hello=hello)
    assert said(stranger, TurnedAway).message.code == "link_wrong_token"
    with pytest.raises(Exception, match="1000"):
        stranger.recv(5)
    assert house.server.seats == 0


def test_a_token_of_a_pairing_opens_its_own_role_only(house: House) -> None:
    stranger = house.stranger(hello=Hello(role_token(SECRET, "viewer"), "x", "viewer"))
    assert said(stranger, Welcome).role == "viewer"


def test_another_version_is_told_so(house: House) -> None:
    stranger = house.stranger(hello=Hello(TOKEN, "x", version=99))
    assert said(stranger, TurnedAway).message.code == "link_other_version"


def test_who_says_nothing_is_hung_up_on(house: House) -> None:
    stranger = house.stranger()
    assert said(stranger, TurnedAway).message.code == "link_too_late"


def test_a_slow_request_is_hung_up_on(house: House) -> None:
    with bare(house.server.port, request(house.server.port)[:40]) as slow:
        goes_on(house)
        assert is_hung_up(slow)


def test_a_thousand_connections_leave_the_show_alone(house: House) -> None:
    house.seat()
    done = threading.Event()

    def flood() -> None:
        with ExitStack() as strangers:
            for _ in range(1000):
                stranger = strangers.enter_context(socket.socket())
                stranger.settimeout(0)
                stranger.connect_ex(("127.0.0.1", house.server.port))
            done.set()
            assert eventually(lambda: house.server.rejected > 100, within_s=20)

    flooding = threading.Thread(target=flood)
    flooding.start()
    revision = house.store.state.revision
    while not done.is_set():
        house.tell(ViewersCounted(time.monotonic_ns()))
    flooding.join(30)
    assert house.store.state.revision > revision
    assert house.server._unknown <= UNKNOWN
    assert eventually(lambda: house.server._unknown == 0)
    goes_on(house)


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x00" * 5000,
        b"GET / HTTP/1.1\r\n" + b"x: y\r\n" * 5000,
        b"\xff" * 100_000,
        b"POST / HTTP/1.1\r\n\r\n",
    ],
)
def test_garbage_instead_of_a_request_ends_the_connection(house: House, garbage: bytes) -> None:
    with bare(house.server.port, garbage) as stranger:
        assert is_hung_up(stranger)
    goes_on(house)


@pytest.mark.parametrize(
    "garbage",
    [
        frame(b"\xc1\xc1\xc1"),
        frame(b"text", opcode=1),
        frame(b"part", is_last=False),
        frame(encoded(Hello(TOKEN))),
        frame(encoded(Ping(1))[:-1]),
        b"\xf7\xff\xff",
    ],
)
def test_garbage_from_a_seat_ends_that_seat_only(house: House, garbage: bytes) -> None:
    port = house.server.port
    with bare(port, request(port)) as stranger:
        assert "101" in status_of(stranger)
        stranger.sendall(frame(encoded(HELLO)))
        assert eventually(lambda: house.server.seats == 1)
        stranger.sendall(garbage)
        assert is_hung_up(stranger)
    goes_on(house)


def test_a_message_of_ten_megabytes_ends_its_seat(house: House) -> None:
    port = house.server.port
    with bare(port, request(port) + frame(encoded(HELLO))) as seat:
        assert eventually(lambda: house.server.seats == 1)
        with contextlib.suppress(ConnectionError):
            seat.sendall(frame(bytes(10_000_000)))
        assert eventually(lambda: house.server.seats == 0)
    goes_on(house)


def test_a_seat_that_never_reads_is_passed_over_and_let_go(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.link.serving.hall.SLOW_S", 1)
    port = house.server.port
    with bare(port, request(port) + frame(encoded(HELLO)), receive_bytes=4096) as stranger:
        assert eventually(lambda: house.server.seats == 1)
        while house.server.seats:
            house.tell(*(NoticeGiven(Message("x", {"words": "y" * 500, "n": number})) for number in range(20)))
        assert house.server.publication[0] == 1
        stranger.close()
    goes_on(house)


def test_a_large_show_gets_through_a_narrow_line() -> None:
    products = {
        f"p{n}": Product(n, "とてもよい品物", Money(n), facts=("説明の文がここに入ります。",) * 20)
        for n in range(9_000)
    }
    with House(State(show=replace(SHOW, products=products))) as house:
        port = house.server.port
        with bare(port, request(port) + frame(encoded(HELLO)), receive_bytes=4096) as seat:
            assert eventually(lambda: house.server.seats == 1)
            sent_bytes = len(encoded(house.store.state))
            assert sent_bytes > 1.5 * LONGEST_UNSENT_BYTES
            received = 0
            while received < sent_bytes and (data := seat.recv(1 << 20)):
                received += len(data)
        assert received >= sent_bytes


def test_a_seat_that_falls_silent_is_let_go(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.link.serving.hall.SILENT_S", 0.5)
    seat = house.stranger(hello=HELLO)
    say(seat, Got(said(seat, Whole).revision))
    assert eventually(lambda: house.server.seats == 0)


def test_a_flood_of_small_messages_is_read_slowly_and_all_of_it_answered(house: House) -> None:
    seat = house.stranger(hello=HELLO)
    say(seat, *(Ping(number) for number in range(2000)))
    began_s = time.monotonic()
    assert [said(seat, Pong).sent_us for _ in range(2000)] == list(range(2000))
    assert time.monotonic() - began_s > 0.2  # at least two windows


def test_no_more_seats_than_the_hall_holds(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.link.serving.hall.SEATS", 2)
    for _ in range(2):
        house.seat()
    with bare(house.server.port) as third:
        assert is_hung_up(third)
    assert house.server.seats == 2


@pytest.mark.parametrize(
    ("host", "more", "status"),
    [
        ("127.0.0.1:{port}", "", "101"),
        ("localhost:{port}", "", "101"),
        ("honban.example:{port}", "", "403"),
        ("127.0.0.1:1", "", "403"),
        ("127.0.0.1:{port}/x", "", "403"),
        ("user@127.0.0.1:{port}", "", "403"),
        ("127.0.0.1:{port}", "Host: 127.0.0.1\r\n", "403"),
        ("127.0.0.1:{port}", "Origin: http://127.0.0.1:{port}\r\n", "403"),
        ("127.0.0.1:{port}", "Origin: null\r\n", "403"),
    ],
)
def test_only_requests_of_seats_are_let_in(house: House, host: str, more: str, status: str) -> None:
    port = house.server.port
    with bare(port, request(port, host=host.format(port=port), more=more.format(port=port))) as stranger:
        assert f" {status} " in f"{status_of(stranger)} "


def test_figures_are_made_only_while_somebody_looks(house: House) -> None:
    seat = house.stranger(hello=HELLO)
    said(seat, Whole)
    assert house.watching == []
    say(seat, Watch(pulse=True))
    first = said(seat, PulseTold).pulse
    assert said(seat, PulseTold).pulse.composed > first.composed
    say(seat, Watch())
    assert eventually(lambda: house.watching == [True, False])


def test_who_leaves_looks_at_nothing_any_more(house: House) -> None:
    seat = house.stranger(hello=HELLO)
    say(seat, Watch(("program",), pulse=True))
    assert eventually(lambda: list(house.looked.values()) == [("program",)])
    seat.socket.shutdown(socket.SHUT_RDWR)
    assert eventually(lambda: not house.looked and house.watching == [True, False])


def test_a_port_that_is_taken_is_said(house: House) -> None:
    other = LinkServer(house._stage(), Tokens(TOKEN), Place(port=house.server.port))
    assert other.start() == 0
    assert other.problem is not None
    assert other.problem.code == "link_port_taken"
    assert other.close()


def test_beyond_this_machine_there_is_tls_and_the_certificate_is_the_one_of_the_pairing(tmp_path: Path) -> None:
    certificate = own_certificate(tmp_path)
    with House(place=Place("127.0.0.1", 0, certificate.context())) as house:
        text = Pairing("127.0.0.1", house.server.port, "host", role_token(SECRET, "host"), certificate.sha256).text
        seat = house.seat(role="host", address=read_pairing(text).address)
        assert seat.snapshot.role == "host"
        plain = Address(f"ws://127.0.0.1:{house.server.port}", TOKEN)
        assert refused_by(house, plain) == "link_unreachable"
        other = dataclasses.replace(read_pairing(text).address, sha256="0" * 64)
        assert refused_by(house, other) == "link_other_certificate"
        with bare(house.server.port, b"\x16\x03\x01" + b"x" * 500) as stranger:
            assert is_hung_up(stranger)
        with pytest.raises(ssl.SSLError), bare(house.server.port) as stranger:
            ssl.create_default_context().wrap_socket(stranger, server_hostname="localhost")
        assert eventually(lambda: house.server._unknown == 0)


def test_what_comes_in_several_tls_records_at_once_stays_whole(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with House(place=Place("127.0.0.1", 0, own_certificate(tmp_path).context())) as house:
        port = house.server.port
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        with bare(port) as stranger:
            tls = context.wrap_bio(incoming, outgoing)
            while True:
                try:
                    tls.do_handshake()
                    break
                except ssl.SSLWantReadError:
                    stranger.sendall(outgoing.read())
                    incoming.write(stranger.recv(65_536))
            for record in (request(port), frame(encoded(HELLO)), *(frame(encoded(Ping(one))) for one in range(9))):
                tls.write(record)
            stranger.sendall(outgoing.read())
            assert eventually(lambda: house.server.seats == 1)


def test_the_hall_is_empty_when_the_server_is_closed(house: House) -> None:
    seat = house.seat()
    assert house.server.close()
    assert eventually(lambda: seat.snapshot.status in {"lost", "refused"})
    assert house.server.seats == 0
    assert house.server.port == 0
