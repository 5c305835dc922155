"""Anything that may be said to a store, as Hypothesis draws it: sensible, late, doubled, hostile."""

from hypothesis import strategies as st

from console.errors import Message
from console.model import commands, facts
from console.model.entry import Event
from console.model.overlay import PinnedAnswer
from console.model.scene import Transition
from tests.support.shows import SHOW

WORDS = st.text(max_size=8)
NUMBERS = st.integers(-(2**62), 2**62)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
DURATIONS = st.integers(-1, 3_000_000)
MESSAGES = st.builds(Message, WORDS, st.dictionaries(WORDS, WORDS | NUMBERS | FINITE, max_size=2))
SCENES, OVERLAYS = st.sampled_from(["wide", "near", "nowhere"]), st.sampled_from(["card", "qr", "nothing"])
SOURCES, DESTINATIONS = st.sampled_from(["cam", "clip", "nobody"]), st.sampled_from(["yt", "tt", "nobody"])
TRANSITIONS = st.builds(Transition, kind=st.sampled_from(["cut", "dissolve", "wipe"]), duration_us=DURATIONS)
SHOWS = st.sampled_from([SHOW, type(SHOW)(), type(SHOW)(scenes=SHOW.scenes, sources=SHOW.sources)])

PATCHES = st.sampled_from(
    [
        {"name": "x"},
        {"name": 5},
        {"revision": -9},
        {"server": "rtmp://other.example/app"},
        {"rendition": "nowhere"},
        {"rendition": "main"},
        {"placements": [{"source": "clip", "box": {"x": 1e308}}]},
        {"gain_db": -3.5},
        {"gain_db": float("inf")},
        {"settings": {"level": float("nan"), "path": "…"}},
        {"unknown": None},
        {},
    ]
)
EDITS = st.builds(
    commands.Edit,
    st.sampled_from(["sources", "scenes", "overlays", "products", "coupons", "renditions", "destinations", "strips"]),
    st.sampled_from(["cam", "wide", "card", "tea", "spring", "main", "yt", "nobody"]),
    PATCHES,
    st.integers(0, 40),
)

COMMANDS: st.SearchStrategy[Event] = st.one_of(
    st.builds(commands.OpenShow, SHOWS),
    st.builds(
        commands.StartSession, WORDS, st.booleans(), st.sampled_from([1.0, 10.0, 0.0, -1.0, 1e9, float("nan")])
    ),
    st.just(commands.StartSession("usual")),
    st.just(commands.GoLive()),
    st.just(commands.EndSession()),
    st.builds(commands.LoadPreview, SCENES),
    st.builds(commands.TakePreview, TRANSITIONS),
    st.builds(commands.FadeToBlack, st.booleans(), DURATIONS),
    st.builds(commands.ShowOverlay, OVERLAYS),
    st.builds(commands.HideOverlay, OVERLAYS),
    st.builds(commands.PinAnswer, st.builds(PinnedAnswer, asker=WORDS, question=WORDS, answer=WORDS)),
    st.builds(commands.StartDestination, DESTINATIONS),
    st.builds(commands.StopDestination, DESTINATIONS),
    st.builds(commands.RetryDestination, DESTINATIONS),
    st.builds(commands.StartRecording, WORDS, st.sampled_from(["main", "small", "nowhere"])),
    st.just(commands.StopRecording()),
    EDITS,
)

FACTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(facts.SourceOpening, SOURCES),
    st.builds(facts.SourceRunning, SOURCES),
    st.builds(facts.SourceLost, SOURCES, MESSAGES),
    st.builds(facts.DestinationConnecting, DESTINATIONS),
    st.builds(facts.DestinationLive, DESTINATIONS),
    st.builds(facts.DestinationFailed, DESTINATIONS, MESSAGES, st.booleans(), st.integers(0, 10_000_000)),
    st.builds(facts.DestinationStopped, DESTINATIONS),
    st.builds(facts.RecordingStarted, WORDS),
    st.builds(facts.RecordingEnded, st.none() | MESSAGES, st.booleans()),
    st.builds(facts.FaultRaised, st.sampled_from(["disk", "painter"]), MESSAGES, WORDS),
    st.builds(facts.FaultCleared, st.sampled_from(["disk", "painter", "nothing"])),
    st.builds(facts.NoticeGiven, MESSAGES),
    st.builds(facts.ViewersCounted, st.none() | st.integers(0, 10**9)),
    st.just(facts.SessionResumed()),
    st.just(facts.SessionLost()),
    st.just(facts.MediaStarted()),
    st.builds(facts.MediaRestarted, NUMBERS),
    st.builds(facts.ClockStepped, NUMBERS),
)
