"""Server and key are two fields, whatever characters they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.errors import ConsoleError
from console.wire.address import Server, checked_key, split_address

SECRET = "s3cr3tkey"


@pytest.mark.parametrize(
    ("url", "server", "key"),
    [
        ("rtmps://h/live2?backup=1/KEY", "rtmps://h/live2?backup=1", "KEY"),
        ("rtmps://h:443/live2?backup=1/KEY?a=b", "rtmps://h:443/live2?backup=1", "KEY?a=b"),
        ("rtmp://h/app?x=1/KEY?sign=c/d=", "rtmp://h/app?x=1", "KEY?sign=c/d="),
        ("rtmp://h/rtmp/FB-1?a=b", "rtmp://h/rtmp", "FB-1?a=b"),
        ("rtmp://h/live/input/lv1", "rtmp://h/live/input", "lv1"),
        ("rtmp://h/stage/stream-9?sign=ab/cd=", "rtmp://h/stage", "stream-9?sign=ab/cd="),
        ("rtmp://h/stage/stream-9?a=b?c=d/e", "rtmp://h/stage", "stream-9?a=b?c=d/e"),
        ("rtmp://h:1936/app/KEY", "rtmp://h:1936/app", "KEY"),
        ("rtmp://[::1]:1936/app/KEY", "rtmp://[::1]:1936/app", "KEY"),
        ("rtmps://[2001:db8::2]/app/KEY", "rtmps://[2001:db8::2]/app", "KEY"),
        ("RTMP://h/app/KEY", "rtmp://h/app", "KEY"),
        ("  rtmp://h/app/KEY \n", "rtmp://h/app", "KEY"),
        ("rtmp://h/app/鍵#1&a=%2F", "rtmp://h/app", "鍵#1&a=%2F"),
        ("rtmp://h/app//KEY", "rtmp://h/app/", "KEY"),
        ("rtmp://h/a//b/KEY", "rtmp://h/a//b", "KEY"),
    ],
)
def test_a_url_is_split_at_the_last_slash_of_its_path(url: str, server: str, key: str) -> None:
    assert split_address(url) == (server, key)
    Server.parse(server)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        (f"http://h/app/{SECRET}", "not_an_rtmp_address"),
        (f"{SECRET}", "not_an_rtmp_address"),
        ("", "not_an_rtmp_address"),
        (f"rtmp:/h/app/{SECRET}", "not_an_rtmp_address"),
        (f"rtmp://h/app/{SECRET}\x00", "not_an_rtmp_address"),
        (f"rtmp://h/app/{SECRET}\ud800", "not_an_rtmp_address"),
        (f"rtmp:///app/{SECRET}", "address_without_host"),
        (f"rtmp://:1935/app/{SECRET}", "address_without_host"),
        (f"rtmp://my host/app/{SECRET}", "address_with_bad_host"),
        (f"rtmp://::1/app/{SECRET}", "address_without_host"),
        (f"rtmp://[::g]/app/{SECRET}", "address_with_bad_host"),
        (f"rtmp://[::1/app/{SECRET}", "address_with_bad_host"),
        (f"rtmp://[::1]x/app/{SECRET}", "address_with_bad_host"),
        (f"rtmp://h:0/app/{SECRET}", "address_with_bad_port"),
        (f"rtmp://h:65536/app/{SECRET}", "address_with_bad_port"),
        (f"rtmp://h:x/app/{SECRET}", "address_with_bad_port"),
        (f"rtmp://2001:db8::2/app/{SECRET}", "address_with_bad_port"),
        (f"rtmp://user:{SECRET}@h/app/key", "address_with_login"),
        (f"rtmp://h/{SECRET}", "address_without_key"),
        (f"rtmp://h/{SECRET}?a=b", "address_without_key"),
        (f"rtmp://h/{SECRET}/", "address_without_key"),
        ("rtmp://h/", "address_without_key"),
        ("rtmp://h", "address_without_key"),
    ],
)
def test_a_bad_address_is_explained_without_being_quoted(url: str, code: str) -> None:
    with pytest.raises(ConsoleError) as caught:
        split_address(url)
    assert caught.value.message.code == code
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(caught.value.__context__)


def test_a_server_knows_where_and_what_to_ask() -> None:
    server = Server.parse("rtmps://b.rtmps.example:443/live2?backup=1")
    assert (server.host, server.port, server.app) == ("b.rtmps.example", 443, "live2?backup=1")
    assert server.tc_url == "rtmps://b.rtmps.example:443/live2?backup=1"
    assert server.is_encrypted


@pytest.mark.parametrize(("scheme", "port"), [("rtmp", 1935), ("rtmps", 443)])
def test_each_scheme_has_its_port(scheme: str, port: int) -> None:
    assert Server.parse(f"{scheme}://h/app").port == port


def test_slashes_around_the_app_do_not_belong_to_it() -> None:
    server = Server.parse("rtmps://rtmp-api.example:443/rtmp/")
    assert server.app == "rtmp"
    assert server.tc_url == "rtmps://rtmp-api.example:443/rtmp"


def test_a_server_may_have_no_app() -> None:
    assert Server.parse("rtmp://h").app == Server.parse("rtmp://h/").app == ""


def test_an_ipv6_host_loses_its_brackets_but_not_in_the_address() -> None:
    server = Server.parse("rtmp://[::1]:1936/app")
    assert (server.host, server.port, server.tc_url) == ("::1", 1936, "rtmp://[::1]:1936/app")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/?"), min_size=1))
def test_any_last_segment_is_the_key(key: str) -> None:
    if key == key.rstrip():
        assert split_address(f"rtmp://h/app/{key}") == ("rtmp://h/app", key)


@given(st.text())
def test_any_text_is_an_address_or_explained(text: str) -> None:
    for address in (text, f"rtmp://{text}"):
        try:
            server, key = split_address(address)
        except ConsoleError:
            continue
        assert key
        assert Server.parse(server).host


@pytest.mark.parametrize("key", ["a/b?c=d", "with space", "キー", "x" * 4000])
def test_a_key_stays_whole(key: str) -> None:
    assert checked_key(f" {key}\r\n") == key


@pytest.mark.parametrize(("key", "code"), [(" \n", "key_is_empty"), ("a\x00b", "key_is_unreadable")])
def test_a_key_that_cannot_be_sent_is_explained(key: str, code: str) -> None:
    with pytest.raises(ConsoleError) as caught:
        checked_key(key)
    assert caught.value.message.code == code
