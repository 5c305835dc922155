"""The greeting, both roles."""

import pytest

from console.wire.handshake import PACKET_BYTES, RANDOM_BYTES, ClientHandshake, ServerHandshake
from console.wire.malformed import WireError

CHANCE = bytes(range(256)) * 6
CLIENT_RANDOM, SERVER_RANDOM = CHANCE[:RANDOM_BYTES], CHANCE[8 : 8 + RANDOM_BYTES]


def pair() -> tuple[ClientHandshake, ServerHandshake]:
    return ClientHandshake(time_ms=1, random=CLIENT_RANDOM), ServerHandshake(time_ms=2, random=SERVER_RANDOM)


def test_both_sides_finish_and_keep_what_follows() -> None:
    client, server = pair()
    answer = server.feed(client.hello)
    assert len(answer) == 1 + 2 * PACKET_BYTES
    echo = client.feed(answer + b"first chunk")
    assert client.done
    assert client.rest == b"first chunk"
    assert server.feed(echo + b"connect") == b""
    assert server.done
    assert server.rest == b"connect"


def test_each_side_echoes_the_other() -> None:
    client, server = pair()
    answer = server.feed(client.hello)
    assert answer[1 + PACKET_BYTES + 8 :] == CLIENT_RANDOM
    assert client.feed(answer)[8:] == SERVER_RANDOM


def test_one_byte_at_a_time_is_enough() -> None:
    client, server = pair()
    answer = b"".join(server.feed(bytes([byte])) for byte in client.hello)
    echo = b"".join(client.feed(bytes([byte])) for byte in answer)
    assert client.done
    assert not server.done
    assert [server.feed(bytes([byte])) for byte in echo][-1] == b""
    assert server.done


def test_a_web_server_is_not_an_ingest() -> None:
    with pytest.raises(WireError) as caught:
        pair()[0].feed(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    assert caught.value.message.code == "server_broke_rtmp"


def test_a_port_that_wants_tls_says_so() -> None:
    with pytest.raises(WireError) as caught:
        pair()[0].feed(b"\x15\x03\x01\x00\x02\x02\x46")
    assert caught.value.message.code == "server_wants_tls"


def test_chance_has_its_exact_size() -> None:
    with pytest.raises(ValueError, match="1528"):
        ClientHandshake(time_ms=0, random=b"")
