"""Where `--to` leads."""

import pytest

from console.cli.addresses import Place, places
from console.errors import ConsoleError


def test_an_option_is_an_address_with_its_key() -> None:
    assert places(["rtmp://a.example/live/k1?x=1"], []) == [Place("rtmp://a.example/live", "k1?x=1")]


def test_lines_are_addresses_or_server_tab_key() -> None:
    lines = ["rtmp://a.example/live/k1\n", "\n", "rtmps://b.example/app?q=1\tkey/with?everything \r\n"]
    assert places(["-"], lines) == [
        Place("rtmp://a.example/live", "k1"),
        Place("rtmps://b.example/app?q=1", "key/with?everything"),
    ]


def test_order_is_kept_between_both() -> None:
    found = places(["rtmp://a.example/x/1", "-", "rtmp://c.example/x/3"], ["rtmp://b.example/x/2"])
    assert [place.key for place in found] == ["1", "2", "3"]


def test_a_dash_without_lines_is_refused_rather_than_sent_elsewhere() -> None:
    with pytest.raises(ConsoleError) as refusal:
        places(["-"], [])
    assert refusal.value.message.code == "no_lines"
