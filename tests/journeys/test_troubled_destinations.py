"""One engine, a good destination, and beside it one of every kind that fails. Nobody else may notice."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import av
import numpy as np
import pytest
from msgspec.structs import replace

from console.engine.figures import DestinationReport, Figures
from console.model.commands import EndSession
from console.model.entry import Entry
from console.model.facts import DestinationFailed, DestinationLive, DestinationStopped
from console.model.moment import At
from console.model.scene import Box, Placement, Scene
from console.model.show import Show
from console.model.source import Source
from console.rehearsal.analyse import judge_file
from console.rehearsal.received import Received
from console.wire.policy import BAD_NAME, CONNECT_REJECTED, DENIED, Answer, Answers
from tests.support import as_run
from tests.support.certificates import Authority, self_signed
from tests.support.folders import bars_show, folder_of
from tests.support.nginx import Nginx, free_port
from tests.support.program import Ended, Program
from tests.support.rtmp_server import Fault as ServerFault
from tests.support.rtmp_server import FaultyServer, OneAtATime

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]

KBPS = 2500
SECRET = "s3cr3t/{name}?user=8842&pass=ef gh"
"""Whatever a platform makes of its keys: they are sent as they are."""
FINAL_WITHIN_US = 10_000_000
STOPS_WITHIN_US = 2_000_000
SLACK_US = 1_500_000
"""For a machine that has other things to do."""

GOOD = "good"
FAULTS: dict[str, ServerFault] = {
    "mute": ServerFault(mute=True),
    "mute after handshake": ServerFault(mute_after_handshake=True),
    "connect rejected": ServerFault(policy=Answers(to_connect=CONNECT_REJECTED)),
    "bad name": ServerFault(policy=Answers(to_publish=BAD_NAME)),
    "closes after 3 s": ServerFault(closes_after_s=3.0),
    "stops reading": ServerFault(stops_reading_after_tags=60),
    "slow": ServerFault(kbps=500),
    "resets": ServerFault(closes_after_s=2.0, resets=True),
}
CODES = {
    "mute": {"server_silent"},
    "mute after handshake": {"server_silent"},
    "connect rejected": {"rejected_by_server"},
    "bad name": {"rejected_by_server"},
    "denied": {"rejected_by_server"},
    "closes after 3 s": {"closed_without_word"},
    "stops reading": {"sending_stalled"},
    "resets": {"closed_without_word"},
    "self-signed": {"certificate_refused"},
    "wrong host": {"certificate_refused"},
    "no such name": {"name_not_found", "server_silent"},
    "nobody listens": {"no_connection"},
    "keeps the old session": {"sending_stalled", "rejected_by_server"},
}
"""What is said of each that fails."""
FINAL = ["connect rejected", "bad name", "denied", "self-signed", "wrong host"]
NEVER_LIVE = [*FINAL, "mute", "mute after handshake", "no such name", "nobody listens"]
RETURNING = ["closes after 3 s", "resets", "stops reading", "keeps the old session"]


@dataclass(frozen=True)
class Evening:
    """The run and all that was written down about it."""

    ended: Ended
    names: list[str]
    entries: list[Entry]
    traces: dict[str, bytes]
    """Everything where a key could have been left, by the name of the place."""
    judged: dict[str, Received]
    slow_bytes: int
    own_ca_tags: int
    own_ca_keys: set[str | None]
    """As they arrived."""
    refusals: int
    """Times the server that keeps the old session said BadName."""

    @property
    def figures(self) -> Figures:
        """As printed."""
        return self.ended.figures

    def reported(self, name: str) -> DestinationReport:
        """What was printed of one destination."""
        return self.figures.destinations[self.names.index(name)]

    def failures(self, name: str) -> list[tuple[At, DestinationFailed]]:
        """Every failure of one destination."""
        return [
            (at, fact)
            for at, fact in as_run.of(DestinationFailed, self.entries)
            if fact.destination == self._id(name)
        ]

    def lives(self, name: str) -> list[At]:
        """When one destination became live."""
        return [at for at, fact in as_run.of(DestinationLive, self.entries) if fact.destination == self._id(name)]

    def _id(self, name: str) -> str:
        return f"to{self.names.index(name) + 1}"


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """One run with all of them."""
    folder = tmp_path_factory.mktemp("evening")
    with Nginx(folder / "nginx", record=True) as ingest, _servers(folder) as servers:
        return _run(folder, ingest, servers)


@contextmanager
def _servers(folder: Path) -> Iterator[dict[str, FaultyServer]]:
    authority = Authority(folder)
    echo = Answer(DENIED.code, f"stream {_key('denied')} is not allowed", is_error=True)
    old = OneAtATime()
    servers = {name: FaultyServer(fault) for name, fault in FAULTS.items()}
    servers |= {
        "denied": FaultyServer(ServerFault(policy=Answers(to_publish=echo))),
        "self-signed": FaultyServer(tls=self_signed(folder)),
        "wrong host": FaultyServer(tls=authority.context("elsewhere.invalid")),
        "own CA": FaultyServer(tls=authority.context()),
        "keeps the old session": FaultyServer(ServerFault(policy=old, stops_reading_after_tags=60)),
    }
    with ExitStack() as stack:
        for server in servers.values():
            stack.enter_context(server)
        yield servers


def _run(folder: Path, ingest: Nginx, servers: dict[str, FaultyServer]) -> Evening:
    addresses = {GOOD: ingest.server} | {name: server.address for name, server in servers.items()}
    addresses |= {
        "no such name": "rtmp://nowhere.invalid/live",
        "nobody listens": f"rtmp://127.0.0.1:{free_port()}/live",
    }
    names, recording = list(addresses), folder / "evening.mkv"
    arguments = ("stream", "--show", _noisy_show(folder / "show"), "--to", "-", "--ca", folder / "ca.pem")
    lines = [f"{address}\t{_key(name)}" for name, address in addresses.items()]
    with Program(*arguments, "--record", recording, "--json", home=folder / "home", lines=lines) as program:
        program.on_air()
        refusals = _until_all_has_happened(program, servers, names)
        traces = _traces_of_processes(program)
        ended = program.end()
        traces |= _traces_of_files(folder, program)
        entries = program.entries
    return Evening(
        ended,
        names,
        entries,
        traces,
        judged={"nginx": judge_file(ingest.recordings[0]), "the recording": judge_file(recording)},
        slow_bytes=sum(visit.media_bytes for visit in servers["slow"].visits),
        own_ca_tags=sum(visit.tag_count for visit in servers["own CA"].visits),
        own_ca_keys={visit.key for visit in servers["own CA"].visits},
        refusals=refusals,
    )


def _until_all_has_happened(program: Program, servers: dict[str, FaultyServer], names: list[str]) -> int:
    """Every fault has shown itself, and who can return has returned; how often BadName was said on the way."""
    keeper = servers["keeps the old session"]
    policy = keeper.fault.policy
    assert isinstance(policy, OneAtATime)
    keeper.wait_until(lambda: bool(keeper.live), seconds=20)
    keeper.fault = replace(keeper.fault, stops_reading_after_tags=None)
    servers["stops reading"].wait_until(lambda: bool(servers["stops reading"].live), seconds=20)
    keeper.wait_until(lambda: policy.refusals > 0, seconds=40)
    refusals = policy.refusals
    policy.let_go()

    def has_been(kind: type[DestinationFailed] | type[DestinationLive], name: str, times: int) -> bool:
        key = f"to{names.index(name) + 1}"
        return sum(fact.destination == key for _, fact in as_run.of(kind, program.entries)) >= times

    for name in (*NEVER_LIVE, *RETURNING):
        program.until(partial(has_been, DestinationFailed, name, 1), within_s=30, what=f"{name} fails")
    for name in RETURNING:
        program.until(partial(has_been, DestinationLive, name, 2), within_s=30, what=f"{name} returns")
    keeper.wait_until(lambda: any(visit.tag_count > 30 for visit in keeper.live), seconds=20)
    return refusals


def _noisy_show(folder: Path) -> Path:
    """Bars that judges can read, and enough noise below them that a slow line is too slow."""
    show = bars_show(kbps=KBPS)
    _write_noise(folder)
    noise = Source(name="Noise", kind="clip", settings={"file": "noise.mkv", "loop": True})
    placements = (Placement(source="bars"), Placement(source="noise", box=Box(y=0.65, height=0.25)))
    scenes = {"bars": Scene(name="Bars", placements=placements)}
    noisy: Show = replace(show, sources={**show.sources, "noise": noise}, scenes=scenes)
    return folder_of(noisy, folder)


def _write_noise(folder: Path) -> None:
    folder.mkdir()
    chance = np.random.default_rng(1)
    with av.open(str(folder / "noise.mkv"), "w") as container:
        stream = container.add_stream("mpeg4", rate=30)
        stream.width, stream.height, stream.pix_fmt, stream.bit_rate = 360, 160, "yuv420p", 8_000_000
        for _ in range(60):
            grey = np.repeat(chance.integers(0, 255, (20, 45, 1), np.uint8), 3, axis=2)
            picture = av.VideoFrame.from_ndarray(grey.repeat(8, axis=0).repeat(8, axis=1), format="rgb24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))


def _key(name: str) -> str:
    """That of nginx is a plain one, since it names a file after it."""
    return "s3cr3t-good-8842" if name == GOOD else SECRET.format(name=name.replace(" ", "_"))


def _traces_of_processes(program: Program) -> dict[str, bytes]:
    """Arguments and environment of everything that runs, as other users of the machine may see them."""
    found = {}
    for process in program.family():
        for place in ("cmdline", "environ"):
            found[f"{place} of {process.pid}"] = Path(f"/proc/{process.pid}/{place}").read_bytes()
    return found


def _traces_of_files(folder: Path, program: Program) -> dict[str, bytes]:
    """All that was printed and written; pictures and sound aside, and the log of the server that was told the key."""
    files = [file for file in program.home.rglob("*") if file.is_file()]
    found = {str(file.relative_to(folder)): file.read_bytes() for file in files}
    return found | {"stdout": program.out.encode(), "stderr": program.err.encode()}


def test_the_good_destination_misses_nothing(evening: Evening) -> None:
    good = evening.reported(GOOD)

    assert (good.state, good.reconnects, good.dropped_packets, good.last_error) == ("live", 0, 0, None)
    assert evening.failures(GOOD) == []


@pytest.mark.parametrize("judge", ["nginx", "the recording"])
def test_no_picture_and_no_sound_is_missing_where_all_is_well(evening: Evening, judge: str) -> None:
    received = evening.judged[judge]

    assert received.ticks.first is not None
    assert received.ticks.seen >= evening.figures.frames_composed - received.ticks.first - 10
    assert (received.sound.gaps, received.pictures.broken) == (0, 0)
    # Why: a tick that this machine was late for repeats its picture everywhere; that is nobody's line.
    assert received.ticks.missing <= evening.ended.late_ticks


@pytest.mark.parametrize("name", CODES)
def test_it_is_said_what_is_wrong(evening: Evening, name: str) -> None:
    codes = {fact.problem.code for _, fact in evening.failures(name)}

    assert codes
    assert codes <= CODES[name]
    assert evening.reported(name).last_error


@pytest.mark.parametrize("name", FINAL)
def test_a_no_before_the_first_success_is_final_within_ten_seconds(evening: Evening, name: str) -> None:
    [(at, fact)] = evening.failures(name)
    live = evening.figures.on_air_at
    assert live is not None

    assert fact.final
    assert evening.reported(name).state == "rejected"
    assert at.wall_us - live * 1e6 <= FINAL_WITHIN_US


@pytest.mark.parametrize("name", ["mute", "mute after handshake", "no such name", "nobody listens"])
def test_what_may_be_over_soon_is_tried_again(evening: Evening, name: str) -> None:
    assert not any(fact.final for _, fact in evening.failures(name))
    assert evening.reported(name).state in {"retrying", "connecting"}


@pytest.mark.parametrize("name", RETURNING)
def test_what_was_live_comes_back_by_itself(evening: Evening, name: str) -> None:
    assert len(evening.lives(name)) > 1
    assert evening.reported(name).reconnects >= 1
    assert evening.reported(name).state != "rejected"


def test_bad_name_after_a_silent_end_is_not_final(evening: Evening) -> None:
    codes = [fact.problem.code for _, fact in evening.failures("keeps the old session")]

    assert evening.refusals > 0
    assert codes[0] == "sending_stalled"
    assert "rejected_by_server" in codes
    assert evening.reported("keeps the old session").state == "live"


def test_a_slow_line_loses_pictures_and_stays_live(evening: Evening) -> None:
    slow = evening.reported("slow")

    assert (slow.state, slow.reconnects) == ("live", 0)
    assert slow.dropped_packets > 0
    assert slow.buffered_ms_max >= 700
    assert evening.slow_bytes > 100_000


def test_a_certificate_of_the_named_authority_is_trusted(evening: Evening) -> None:
    assert (evening.reported("own CA").state, evening.failures("own CA")) == ("live", [])
    assert evening.own_ca_tags > 100


def test_a_key_arrives_as_it_was_typed(evening: Evening) -> None:
    assert evening.own_ca_keys == {_key("own CA")}


def test_everything_stops_within_two_seconds(evening: Evening) -> None:
    [(asked, _)] = as_run.of(EndSession, evening.entries)
    stopped = [at.wall_us - asked.wall_us for at, _ in as_run.of(DestinationStopped, evening.entries)]

    assert len(stopped) >= len(RETURNING)
    assert max(stopped) <= STOPS_WITHIN_US + SLACK_US


def test_one_destination_that_is_not_live_makes_the_exit_code_say_so(evening: Evening) -> None:
    assert evening.ended.code == 1


def test_keys_are_left_nowhere(evening: Evening) -> None:
    keys = [_key(name).encode() for name in evening.names]
    leaks = [(place, key) for place, data in evening.traces.items() for key in keys if key in data]

    assert leaks == []
    assert any(b"nowhere.invalid" in data for place, data in evening.traces.items() if "journal" in place)
    assert {"stdout", "stderr"} <= evening.traces.keys()
    assert sum("cmdline" in place for place in evening.traces) >= 3
