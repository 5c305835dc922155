"""Pictures from the web: bounded, and never from a private place unless somebody says so."""

from collections.abc import Iterator

import pytest

from console.errors import ConsoleError
from console.library.picture_fetch import Fetching, fetched, is_public
from console.library.product_cells import Place
from tests.support.picture_server import Page, PictureServer, picture_server


def home(host: str, port: int) -> list[str]:
    """Every name leads here."""
    return ["127.0.0.1"]


CELL: Place = {"line": 7, "column": "Picture"}
HERE = Fetching(allow_private=True, resolve=home)


@pytest.fixture
def server() -> Iterator[PictureServer]:
    """One on loopback, called shop.example."""
    with picture_server() as running:
        yield running


def refusal(address: str, how: Fetching = HERE) -> str:
    with pytest.raises(ConsoleError) as caught:
        fetched(address, how, place=CELL)
    assert caught.value.message.params.items() >= CELL.items()
    return caught.value.message.code


def test_a_picture_is_fetched_from_the_address_that_was_checked(server: PictureServer) -> None:
    server.pages["/a.jpg?x=1"] = Page(b"picture")
    assert fetched(f"{server.address}/a.jpg?x=1", HERE, place=CELL) == b"picture"
    assert server.asked == [("/a.jpg?x=1", server.address.removeprefix("http://"))]


def test_a_redirect_is_followed_and_a_ring_of_them_is_left(server: PictureServer) -> None:
    server.pages["/old"] = Page(status=302, headers={"location": "/new"})
    server.pages["/new"] = Page(b"picture")
    server.pages["/ring"] = Page(status=301, headers={"location": "/ring"})
    assert fetched(f"{server.address}/old", HERE, place=CELL) == b"picture"
    server.asked.clear()
    assert refusal(f"{server.address}/ring") == "picture_not_fetched"
    assert len(server.asked) == 5


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/x", "http://u:p@a.example/", "http://", "//"]
)
def test_a_redirect_to_anything_else_is_not_followed(server: PictureServer, target: str) -> None:
    server.pages["/x"] = Page(status=302, headers={"location": target})
    assert refusal(f"{server.address}/x") == "picture_not_fetched"
    assert refusal(target if "://" in target else f"{target}x") == "picture_not_fetched"


def test_a_redirect_into_a_private_network_is_not_followed(server: PictureServer) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    server.pages["/x"] = Page(status=302, headers={"location": "http://router.example/admin"})
    assert fetched_as_public(server, resolve) == "picture_place_private"
    assert asked == ["shop.example"]


def fetched_as_public(server: PictureServer, resolve: object) -> str:
    return refusal(f"{server.address}/x", Fetching(resolve=resolve))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::1",
        "255.255.255.255", "nonsense", "",
    ],
)  # fmt: skip
def test_addresses_of_this_machine_and_its_networks_are_private(address: str) -> None:
    assert not is_public(address)
    assert refusal("http://shop.example/a", Fetching(resolve=lambda *_: [address])) == "picture_place_private"


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


def test_one_private_address_among_public_ones_is_enough() -> None:
    both = Fetching(resolve=lambda *_: ["93.184.216.34", "10.0.0.1"])
    assert refusal("https://shop.example/a", both) == "picture_place_private"


def test_a_picture_without_end_is_left_at_its_limit(server: PictureServer) -> None:
    server.pages["/big"] = Page(b"x" * 1_000_000, repeat=50)
    assert refusal(f"{server.address}/big") == "picture_too_large"


def test_a_picture_that_comes_too_slowly_is_left(server: PictureServer) -> None:
    server.pages["/slow"] = Page(b"x")
    late = Fetching(allow_private=True, resolve=home, whole_s=-1.0)
    assert refusal(f"{server.address}/slow", late) == "picture_too_slow"


def test_what_a_server_refuses_or_packs_is_told(server: PictureServer) -> None:
    server.pages["/zip"] = Page(b"x", headers={"content-encoding": "gzip"})
    server.pages["/lost"] = Page(status=302)
    for path in ("/gone", "/zip", "/lost"):
        assert refusal(server.address + path) == "picture_not_fetched"


def test_a_host_that_does_not_answer_or_does_not_exist_is_told() -> None:
    assert refusal("http://shop.example:1/a") == "picture_not_fetched"
    assert refusal("http://nowhere.invalid/a", Fetching()) == "picture_not_fetched"
    assert refusal("http://shop.example/a", Fetching(resolve=lambda *_: [])) == "picture_not_fetched"
