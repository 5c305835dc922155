"""The publishing session, played against by the book."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.wire import amf
from console.wire.flv import Tag, TagKind
from console.wire.handshake import PACKET_BYTES, RANDOM_BYTES
from console.wire.malformed import WireError
from console.wire.message import Message, MessageType, UserControl, control, peer_bandwidth, user_control
from console.wire.publication import Acknowledged, Closed, Connected, Published, Rejected, Stage
from console.wire.publisher import PublisherSession
from console.wire.redact import MASK
from tests.support.playbook import KEY, SERVER, START, SUCCESS, Playbook

SAMPLES = Path(__file__).parents[2] / "data" / "rtmp"
KEYFRAME = Tag.read(TagKind.VIDEO, 1040, b"\x17\x01\x00\x00\x00" + bytes(10_000))


def error(code: str, description: str = "no") -> amf.Value:
    return {"level": "error", "code": code, "description": description}


@pytest.fixture
def play() -> Playbook:
    return Playbook()


@pytest.fixture
def live() -> Playbook:
    play = Playbook()
    play.go_live()
    return play


def test_a_good_server_is_answered_in_the_order_of_the_book(play: Playbook) -> None:
    assert play.greet() == []
    chunk_size, connect = play.heard()
    assert (chunk_size.type_id, chunk_size.body) == (MessageType.SET_CHUNK_SIZE, (4096).to_bytes(4))
    assert amf.decode(connect.body) == [
        "connect",
        1.0,
        {
            "app": "live2",
            "type": "nonprivate",
            "flashVer": "FMLE/3.0 (compatible; Honban)",
            "swfUrl": "rtmp://stage.example/live2",
            "tcUrl": "rtmp://stage.example/live2",
        },
    ]
    assert play.says("_result", 1, {"fmsVer": "FMS/3,0,1,123"}, SUCCESS) == [Connected()]
    window, *calls = play.heard()
    assert (window.type_id, window.body) == (MessageType.WINDOW_ACKNOWLEDGEMENT_SIZE, (250_000).to_bytes(4))
    assert [amf.decode(call.body) for call in calls] == [
        ["releaseStream", 2.0, None, KEY],
        ["FCPublish", 3.0, None, KEY],
        ["createStream", 4.0, None],
    ]
    assert play.says("onBWDone", 0, None) == []
    assert play.commands() == [["_checkbw", 5.0, None]]
    assert play.says("_result", 4, None, 1) == []
    (publish,) = play.heard()
    assert amf.decode(publish.body) == ["publish", 6.0, None, KEY, "live"]
    assert (publish.csid, publish.stream_id) == (8, 1)
    assert play.sends(user_control(UserControl.STREAM_BEGIN, 1)) == []
    assert play.says("onStatus", 0, None, START) == [Published()]


def test_the_stage_tells_what_is_waited_for(play: Playbook) -> None:
    stages = [play.session.stage]
    for step in (
        play.greet,
        lambda: play.says("_result", 1, {}, SUCCESS),
        lambda: play.says("_result", 4, None, 1),
        lambda: play.says("onStatus", 0, None, START),
        play.session.close,
    ):
        step()
        stages.append(play.session.stage)
    assert stages == list(Stage)


def test_the_commands_are_those_of_the_captured_client(play: Playbook) -> None:
    log = json.loads((SAMPLES / "pyav18_ok_libx264.json").read_text())["log"]
    captured = [step["amf"] for step in log if step["step"] == "command"]
    play.greet()
    said = play.commands()
    play.says("_result", 1, {}, SUCCESS)
    said += play.commands()
    play.says("onBWDone", 0, None)
    play.says("_result", 4, None, 1)
    said += play.commands()
    play.says("onStatus", 0, None, START)
    play.session.close()
    said += play.commands()
    names = [call[0] for call in captured]
    assert [call[0] for call in said] == names
    assert [call[1] for call in said] == [call[1] for call in captured]


def test_missing_or_bad_answers_to_release_and_fcpublish_are_no_matter(play: Playbook) -> None:
    play.greet()
    play.says("_result", 1, {}, SUCCESS)
    assert play.says("_error", 2, None, error("NetConnection.Call.Failed")) == []
    assert play.says("onStatus", 0, None, error("NetConnection.Call.Failed")) == []
    assert play.says("_result", 4, None, 7) == []
    assert play.says("_error", 3, None, None) == []
    assert play.says("onFCPublish", 0, None, START) == []
    assert play.says("onStatus", 0, None, START) == [Published()]
    play.session.send(KEYFRAME)
    assert play.heard()[-1].stream_id == 7


def test_metadata_and_media_travel_as_the_captured_client_sends_them(live: Playbook) -> None:
    script = amf.encode("onMetaData", amf.EcmaArray({"width": 720.0}))
    live.session.send(Tag(TagKind.SCRIPT, 0, script))
    live.session.send(KEYFRAME, zero_ms=1000)
    live.session.send(Tag(TagKind.AUDIO, 900, b"\xaf\x00\x12", header=True), zero_ms=1000)
    data, video, audio = live.heard()
    assert (data.type_id, amf.decode(data.body)) == (18, ["@setDataFrame", "onMetaData", {"width": 720.0}])
    assert video == Message(MessageType.VIDEO, KEYFRAME.body, 40, 1, 6)
    assert audio == Message(MessageType.AUDIO, b"\xaf\x00\x12", 0, 1, 4)


def test_a_tag_before_published_is_our_own_bug(play: Playbook) -> None:
    play.greet()
    with pytest.raises(RuntimeError):
        play.session.send(KEYFRAME)


@pytest.mark.parametrize("code", ["BadName", "Denied", "Rejected"])
def test_a_refused_key_is_told_in_the_servers_words(play: Playbook, code: str) -> None:
    play.greet()
    play.says("_result", 1, {}, SUCCESS)
    play.says("_result", 4, None, 1)
    refused = play.says("onStatus", 0, None, error(f"NetStream.Publish.{code}", "banned until 5 pm"))
    assert refused == [Rejected(f"NetStream.Publish.{code}", "banned until 5 pm", Stage.PUBLISHING)]
    assert play.session.has_ended


def test_an_error_that_calls_itself_a_status_is_an_error(play: Playbook) -> None:
    play.greet()
    play.says("_result", 1, {}, SUCCESS)
    play.says("_result", 4, None, 1)
    status: amf.Value = {"level": "status", "code": "NetStream.Publish.BadName"}
    assert play.says("onStatus", 0, None, status) == [Rejected("NetStream.Publish.BadName", "", Stage.PUBLISHING)]


def test_a_refused_connect_is_told(play: Playbook) -> None:
    play.greet()
    words = "[ AccessManager.Reject ] : [ code=403 ] : bad app"
    refused = play.says("_error", 1, None, error("NetConnection.Connect.Rejected", words))
    assert refused == [Rejected("NetConnection.Connect.Rejected", words, Stage.CONNECTING)]


@pytest.mark.parametrize("code", ["NetConnection.Connect.Rejected", "NetConnection.Connect.Closed"])
def test_a_connect_refused_by_status_is_told(play: Playbook, code: str) -> None:
    play.greet()
    assert play.says("onStatus", 0, None, {"level": "status", "code": code}) == [Rejected(code, "", Stage.CONNECTING)]


def test_a_result_that_holds_an_error_is_a_refusal(play: Playbook) -> None:
    play.greet()
    refused = play.says("_result", 1, {}, error("NetConnection.Connect.InvalidApp"))
    assert refused == [Rejected("NetConnection.Connect.InvalidApp", "no", Stage.CONNECTING)]


def test_a_refused_stream_or_publish_call_is_told(play: Playbook) -> None:
    play.greet()
    play.says("_result", 1, {}, SUCCESS)
    assert play.says("_error", 4, None, error("NetStream.Failed")) == [
        Rejected("NetStream.Failed", "no", Stage.CREATING)
    ]


def test_the_server_may_close(live: Playbook) -> None:
    assert live.says("close", 0, None) == [Closed("", "")]
    assert live.session.feed(b"\xff" * 100) == []


@pytest.mark.parametrize(
    "status",
    [
        {"level": "status", "code": "NetStream.Unpublish.Success", "description": "kicked"},
        {"level": "error", "code": "NetStream.Failed", "description": "kicked"},
        {"level": "status", "code": "NetConnection.Connect.Closed", "description": "kicked"},
    ],
)
def test_what_ends_a_live_publication_is_told(live: Playbook, status: dict[str, amf.Value]) -> None:
    assert live.says("onStatus", 0, None, status) == [Closed(str(status["code"]), "kicked")]
    live.session.send(KEYFRAME)
    assert live.session.take() == b"", "nothing is sent after the end"


def test_an_echoed_key_is_masked(play: Playbook) -> None:
    play.greet()
    echo = error(f"NetStream.{KEY}", f"stream\n\x1b[31m'{KEY}' unknown, see /live2/key-1234?x " + "y" * 1000)
    (refused,) = play.says("onStatus", 0, None, echo)
    assert isinstance(refused, Rejected)
    assert refused.code == f"NetStream.{MASK}"
    assert refused.description.startswith(f"stream [31m'{MASK}' unknown, see /live2/{MASK}")
    assert len(refused.description) == 300


def test_words_that_are_no_words_are_left_out(play: Playbook) -> None:
    play.greet()
    refused = play.says("_error", 1, None, {"code": 404.0, "description": [None]})
    assert refused == [Rejected("", "", Stage.CONNECTING)]


def test_pings_are_answered_with_their_own_number(live: Playbook) -> None:
    assert live.sends(user_control(UserControl.PING_REQUEST, 0xDEADBEEF)) == []
    assert live.heard() == [user_control(UserControl.PING_RESPONSE, 0xDEADBEEF)]


def test_the_window_of_the_server_is_acknowledged(live: Playbook) -> None:
    live.sends(control(MessageType.WINDOW_ACKNOWLEDGEMENT_SIZE, 4000))
    for _ in range(100):
        live.sends(user_control(UserControl.STREAM_BEGIN, 1))
    (report,) = live.heard()
    assert report.type_id == MessageType.ACKNOWLEDGEMENT
    assert 4000 <= int.from_bytes(report.body) < 4020


def test_acknowledged_bytes_are_counted_past_four_gigabytes_and_never_back(live: Playbook) -> None:
    told = [live.sends(control(MessageType.ACKNOWLEDGEMENT, count)) for count in (5, 2**31, 2**32 - 1, 7, 3)]
    counts = [5, 2**31, 2**32 - 1, 2**32 + 7, 2**32 + 7]
    assert told == [[Acknowledged(count)] for count in counts]
    assert live.session.acknowledged_bytes == 2**32 + 7


def test_a_narrower_bandwidth_asks_for_more_acknowledgements(live: Playbook) -> None:
    live.sends(peer_bandwidth(5_000_000))
    assert live.heard() == []
    live.sends(peer_bandwidth(100_000))
    assert live.heard() == [control(MessageType.WINDOW_ACKNOWLEDGEMENT_SIZE, 100_000)]


def test_every_byte_is_counted(live: Playbook) -> None:
    before = live.session.sent_bytes
    live.session.send(KEYFRAME)
    assert live.session.sent_bytes - before == len(live.session.take())


def test_goodbye_gives_the_key_and_the_stream_back(live: Playbook) -> None:
    live.session.close()
    assert live.commands() == [["FCUnpublish", 6.0, None, KEY], ["deleteStream", 7.0, None, 1.0]]
    live.session.close()
    assert live.session.take() == b""


def test_goodbye_before_there_is_a_stream_says_nothing(play: Playbook) -> None:
    play.greet()
    play.heard()
    play.session.close()
    assert play.heard() == []


def test_start_without_a_publish_is_not_believed(play: Playbook) -> None:
    play.greet()
    assert play.says("onStatus", 0, None, START) == []
    assert play.session.stage is Stage.CONNECTING


@pytest.mark.parametrize("number", [None, "one", -1.0, float("inf"), float("nan"), 2.0**32])
def test_a_stream_that_is_no_number_is_refused(play: Playbook, number: amf.Value) -> None:
    play.greet()
    play.says("_result", 1, {}, SUCCESS)
    with pytest.raises(WireError):
        play.says("_result", 4, None, number)


def test_doubled_answers_change_nothing(live: Playbook) -> None:
    assert live.says("_result", 1, {}, SUCCESS) == []
    assert live.says("_result", 4, None, 9) == []
    assert live.says("onStatus", 0, None, START) == []
    assert live.heard() == []


def test_the_servers_chunk_size_is_obeyed(play: Playbook) -> None:
    play.greet()
    play.announces_chunks_of(16)
    assert play.says("_result", 1, {"long": "x" * 500}, SUCCESS) == [Connected()]


def test_a_huge_answer_is_not_gathered(live: Playbook) -> None:
    with pytest.raises(WireError):
        live.sends(Message(MessageType.COMMAND, bytes(1 << 20), csid=3))


def test_enhanced_codecs_are_announced_when_asked() -> None:
    session = PublisherSession(SERVER, KEY, time_ms=0, random=bytes(RANDOM_BYTES), fourccs=("hvc1",))
    hello = session.take()
    session.feed(b"\x03" + bytes(PACKET_BYTES) + hello[1:])
    assert b"fourCcList" in session.take()


@given(st.binary(max_size=400), st.booleans())
def test_random_bytes_raise_nothing_but_wire_error(data: bytes, is_live: bool) -> None:  # noqa: FBT001
    play = Playbook()
    if is_live:
        play.go_live()
    with suppress(WireError):
        play.session.feed(data)
        play.session.feed(data)


@given(st.sampled_from(list(MessageType)), st.binary(max_size=100))
def test_random_messages_raise_nothing_but_wire_error(kind: MessageType, body: bytes) -> None:
    play = Playbook()
    play.go_live()
    with suppress(WireError):
        play.sends(Message(kind, body))
