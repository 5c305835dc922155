"""The server with real sockets: polite, rude and very many senders."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import httpx
import pytest

from console.hooks.intake import Taken
from console.hooks.message import Delivery
from console.hooks.server import GIVE_WAY_S, HookServer
from tests.support.hooks import NOW_S, SECRET, body_of, order, signed

BODY = body_of(orders=[order()])


class Shop:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.heard: list[Delivery] = []

    async def take(self, delivery: Delivery) -> Taken | None:
        self.heard.append(delivery)
        return Taken(taken=1)


async def nobody(_delivery: Delivery) -> Taken | None:
    return None


async def broken(_delivery: Delivery) -> Taken | None:
    raise ValueError("a bug")


@asynccontextmanager
async def serving(
    take: Callable[[Delivery], Awaitable[Taken | None]], *, read_s: float = 5.0, connections: int = 32
) -> AsyncIterator[HookServer]:
    server = HookServer(take, secret=SECRET, now_s=lambda: NOW_S, read_s=read_s, connections=connections)
    await server.start()
    try:
        yield server
    finally:
        await server.close()


@asynccontextmanager
async def asking(server: HookServer) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", trust_env=False) as client:
        yield client


async def raw(server: HookServer, data: bytes, *, eof: bool = False) -> bytes:
    """Everything that is answered to these bytes until the other side hangs up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    try:
        writer.write(data)
        if eof:
            writer.write_eof()
        async with asyncio.timeout(5):
            return await reader.read()
    finally:
        writer.close()
        await writer.wait_closed()


def test_a_signed_order_is_taken() -> None:
    async def story() -> None:
        shop = Shop()
        async with serving(shop.take) as server, asking(server) as client:
            for _ in range(3):
                reply = await client.post("/hooks/orders", content=BODY, headers=signed(BODY))
                assert reply.status_code == 200
                assert reply.json() == {"ok": True, "taken": 1, "again": 0, "unknown": []}
        assert len(shop.heard) == 3
        assert server.most_open == 1

    asyncio.run(story())


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("POST", "/hooks/orders", {}, 401),
        ("POST", "/hooks/orders", {"Honban-Signature": "sha256=00"}, 401),
        ("POST", "/hooks/nothing", {}, 404),
        ("GET", "/hooks/orders", {}, 405),
        ("HEAD", "/hooks/orders", {}, 405),
        ("DELETE", "/hooks/stock", {}, 405),
        ("POST", "/hooks/orders", {"Host": "evil.example"}, 403),
        ("POST", "/hooks/orders", {"Origin": "https://evil.example"}, 403),
    ],
)
def test_what_is_refused_is_told_why(method: str, path: str, headers: dict[str, str], status: int) -> None:
    async def story() -> None:
        shop = Shop()
        async with serving(shop.take) as server, asking(server) as client:
            japanese = {"Accept-Language": "ja", **headers}
            reply = await client.request(method, path, content=BODY, headers=japanese)
            assert reply.status_code == status
            assert reply.headers["content-language"] == "ja"
            if method != "HEAD":
                assert reply.json()["ok"] is False
                assert "。" in reply.json()["says"]
            assert reply.headers.get("allow") == ("POST" if status == 405 else None)
        assert shop.heard == []

    asyncio.run(story())


def test_a_body_that_is_too_long_is_refused_whether_it_says_so_or_not() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(30):
            yield b"x" * 10_000

    async def story() -> None:
        async with serving(nobody) as server, asking(server) as client:
            large = b"x" * 300_000
            assert (await client.post("/hooks/orders", content=large, headers=signed(large))).status_code == 413
            assert (await client.post("/hooks/orders", content=pieces())).status_code == 413

    asyncio.run(story())


def test_without_a_session_and_with_a_bug_the_sender_is_told_to_send_again(
    expect_warning: Callable[[str], None],
) -> None:
    expect_warning("hook broke")

    async def story() -> None:
        async with serving(nobody) as server, asking(server) as client:
            reply = await client.post("/hooks/orders", content=BODY, headers=signed(BODY))
            assert (reply.status_code, reply.json()["code"]) == (503, "hook_no_session")
        async with serving(broken) as server, asking(server) as client:
            reply = await client.post("/hooks/orders", content=BODY, headers=signed(BODY))
            assert (reply.status_code, reply.json()["code"]) == (500, "hook_broke")
            assert SECRET not in reply.text

    asyncio.run(story())


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 200, 400),
        (b"GET\r\n\r\n", 400),
        (b"POST /hooks/orders HTTP/1.1\r\n\r\n", 400),
        (b"POST /hooks/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
        (b"POST /hooks/orders HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: a\r\n" + b"x: y\r\n" * 10_000, 431),
        (b"A" * 100_000, 431),
    ],
)
def test_what_is_not_http_is_refused_and_hung_up_on(data: bytes, status: int) -> None:
    async def story() -> None:
        async with serving(nobody) as server:
            answer = await raw(server, data)
            assert answer.startswith(f"HTTP/1.1 {status} ".encode()), answer[:80]
            _, _, body = answer.partition(b"\r\n\r\n")
            assert json.loads(body)["code"] == "hook_broken_request"

    asyncio.run(story())


def test_whoever_sends_slowly_is_hung_up_on() -> None:
    async def story() -> None:
        async with serving(nobody, read_s=0.2) as server:
            for slow in (b"POST /hoo", b"POST /hooks/orders HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" % server.port):
                assert b" 408 " in (await raw(server, slow)).partition(b"\r\n")[0]
            host = f"Host: 127.0.0.1:{server.port}\r\nContent-Length: 10\r\n\r\nabc".encode()
            assert b" 408 " in (await raw(server, b"POST /hooks/orders HTTP/1.1\r\n" + host)).partition(b"\r\n")[0]
            assert await raw(server, b"") == b""

    asyncio.run(story())


def test_a_drop_at_a_time_does_not_lengthen_the_deadline() -> None:
    async def story() -> None:
        async with serving(nobody, read_s=0.3) as server:
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            began = asyncio.get_running_loop().time()
            answer = asyncio.create_task(reader.read())
            while not answer.done() and asyncio.get_running_loop().time() - began < 5:
                writer.write(b"P")
                await asyncio.wait([answer], timeout=0.05)
            assert asyncio.get_running_loop().time() - began < 3
            [heard] = await asyncio.gather(answer, return_exceptions=True)
            assert not isinstance(heard, bytes) or b" 200 " not in heard
            writer.close()

    asyncio.run(story())


def test_a_body_that_ends_early_is_not_taken() -> None:
    async def story() -> None:
        shop = Shop()
        async with serving(shop.take) as server:
            head = f"POST /hooks/orders HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Length: 500\r\n\r\n"
            assert b" 400 " in (await raw(server, head.encode() + b"half", eof=True)).partition(b"\r\n")[0]
        assert shop.heard == []

    asyncio.run(story())


def test_a_thousand_connections_are_bounded_and_then_the_shop_is_heard() -> None:
    async def story() -> None:
        shop = Shop()
        async with serving(shop.take, read_s=1.0) as server:
            sockets = [socket.socket() for _ in range(1_000)]
            loop = asyncio.get_running_loop()
            try:
                for one in sockets:
                    one.setblocking(False)
                    async with asyncio.timeout(30):
                        await loop.sock_connect(one, ("127.0.0.1", server.port))
                async with asyncio.timeout(30):
                    while server.turned_away < 1_000 - 32:  # noqa: ASYNC110
                        await asyncio.sleep(0.01)
                assert server.most_open == 32
            finally:
                for one in sockets:
                    one.close()
            async with asking(server) as client, asyncio.timeout(30):
                statuses = {503}
                while 200 not in statuses:
                    statuses.add((await client.post("/hooks/orders", content=BODY, headers=signed(BODY))).status_code)
        assert len(shop.heard) == 1

    asyncio.run(story())


def test_slow_ones_give_way_to_who_comes_with_an_order() -> None:
    async def story() -> None:
        shop = Shop()
        async with serving(shop.take, read_s=30.0) as server:
            head = f"POST /hooks/orders HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Length: 500\r\n\r\n"
            slow = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(32)]
            for _, writer in slow:
                writer.write(head.encode())
            async with asyncio.timeout(30):
                while len(shop.heard) < 3:
                    async with asking(server) as client:
                        with suppress(httpx.TransportError):  # turned away, and hung up on before it was read
                            await client.post("/hooks/orders", content=BODY, headers=signed(BODY))
            assert (await slow[0][0].readline()).startswith(b"HTTP/1.1 503 ")
            assert await slow[0][0].read() != b""
            assert server.most_open == 32
            for _, writer in slow:
                writer.close()
            await asyncio.gather(*(writer.wait_closed() for _, writer in slow), return_exceptions=True)
        assert len(shop.heard) == 3

    asyncio.run(story())


def test_who_is_being_answered_is_never_cut_off() -> None:
    async def story() -> None:
        heard, free = asyncio.Event(), asyncio.Event()

        async def take(_delivery: Delivery) -> Taken | None:
            heard.set()
            await free.wait()
            return Taken(taken=1)

        async with serving(take, connections=1) as server, asking(server) as client:
            first = asyncio.create_task(client.post("/hooks/orders", content=BODY, headers=signed(BODY)))
            await heard.wait()
            until_s = asyncio.get_running_loop().time() + 2 * GIVE_WAY_S
            while asyncio.get_running_loop().time() < until_s:
                assert (await raw(server, b"")).startswith(b"HTTP/1.1 503 ")
            free.set()
            assert (await first).status_code == 200

    asyncio.run(story())


def test_one_too_many_is_told_so() -> None:
    async def story() -> None:
        async with serving(nobody, connections=0) as server:
            assert (await raw(server, b"")).startswith(b"HTTP/1.1 503 ")

    asyncio.run(story())


def test_a_flood_of_requests_is_slowed_down() -> None:
    async def story() -> None:
        shop = Shop()
        async with serving(shop.take) as server, asking(server) as client:
            began = asyncio.get_running_loop().time()
            for _ in range(20):
                assert (await client.post("/hooks/orders", content=BODY, headers=signed(BODY))).status_code == 200
            assert asyncio.get_running_loop().time() - began >= 19 * 0.02

    asyncio.run(story())
