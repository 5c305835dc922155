"""The line that a person carries from one machine to another."""

import pytest

from console.errors import ConsoleError
from console.link.address import Address, read_place
from console.link.pairing import Pairing, kept_as, read_pairing

PAIRING = Pairing("studio.example", 4480, "host", "a" * 64, "b" * 64)


def test_a_pairing_survives_its_text_and_what_a_mail_program_does_to_it() -> None:
    text = PAIRING.text
    assert read_pairing(f"  {text[:30]}\n{text[30:]} \r\n") == PAIRING


def test_it_leads_to_its_engine_and_no_other() -> None:
    assert PAIRING.address == Address("wss://studio.example:4480", "a" * 64, "b" * 64)
    PAIRING.check_leads_to("wss://Studio.example:4480/")
    with pytest.raises(ConsoleError):
        PAIRING.check_leads_to("wss://other.example:4480")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "honban1/x",
        PAIRING.text.replace("host/", "king/"),
        PAIRING.text.replace(":4480", ":0"),
        PAIRING.text.replace(":4480", ":70000"),
        PAIRING.text[:-1],
        PAIRING.text + "0",
        "x" * 1_000_000,
    ],
)
def test_what_is_no_pairing_is_refused_in_words(text: str) -> None:
    with pytest.raises(ConsoleError):
        read_pairing(text)


def test_no_secret_is_seen_where_a_pairing_or_an_address_is_printed() -> None:
    assert "aaaa" not in repr(PAIRING)
    assert "aaaa" not in repr(PAIRING.address)


def test_it_is_kept_by_its_address() -> None:
    assert kept_as("wss://Studio.example:4480/") == "seat/studio.example:4480"


@pytest.mark.parametrize(("text", "place"), [("0.0.0.0:4480", ("0.0.0.0", 4480)), ("[::]:80", ("::", 80))])
def test_a_place_to_listen_at(text: str, place: tuple[str, int]) -> None:
    assert read_place(text) == place


@pytest.mark.parametrize("text", ["", "4480", ":4480", "x:", "x:0", "x:65536", "x:四", "x:-1"])
def test_what_is_no_place(text: str) -> None:
    with pytest.raises(ConsoleError):
        read_place(text)
