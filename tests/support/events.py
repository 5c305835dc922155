"""Anything that may be said to a store, as Hypothesis draws it: sensible, late, doubled, hostile."""

from typing import Any, get_args

from hypothesis import strategies as st

from console.errors import Message
from console.model import commands, facts
from console.model.comment import Comment, Question
from console.model.entry import Event
from console.model.product import Money
from console.model.scene import Transition
from tests.support.sale import SALE
from tests.support.shows import SHOW

WORDS = st.text(max_size=8)
NUMBERS = st.integers(-(2**62), 2**62)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
DURATIONS = st.integers(-1, 3_000_000)
MESSAGES = st.builds(Message, WORDS, st.dictionaries(WORDS, WORDS | NUMBERS | FINITE, max_size=2))
SCENES, OVERLAYS = st.sampled_from(["wide", "near", "nowhere"]), st.sampled_from(["card", "qr", "follows", "nothing"])
SOURCES, DESTINATIONS = st.sampled_from(["cam", "clip", "nobody"]), st.sampled_from(["yt", "tt", "nobody"])
TRANSITIONS = st.builds(Transition, kind=st.sampled_from(["cut", "dissolve", "wipe"]), duration_us=DURATIONS)
SHOWS = st.sampled_from([SHOW, SALE, SALE, type(SHOW)(), type(SHOW)(scenes=SHOW.scenes, sources=SHOW.sources)])
PRODUCTS = st.sampled_from(["tea", "cup", "pot", "nothing"])
OFFERS = st.sampled_from(["tea", "cup", "cup2", "nothing"])
COUPONS = st.sampled_from(["spring", "past", "nothing"])
GIVEAWAYS = st.sampled_from(["bag", "mug", "nothing"])
SEGMENTS = st.sampled_from(["hello", "tea", "cup", "bye", "nothing"])
CUES = st.sampled_from(["arm", "start", "wide", "nothing"])
PEOPLE = st.sampled_from(["b1", "b2", "b3", ""])
IDS = st.sampled_from(["1", "2", "3", "4", ""])
REASONS = st.sampled_from(["回線の乱れ", " ", ""])
UNITS = st.one_of(st.integers(1, 12), st.integers(1, 12), st.integers(1, 12), st.integers(-1, 0), NUMBERS)
PRICES = st.builds(
    Money,
    minor=st.sampled_from([1480, 1480, 1980, 2800, 2800, 3300, 0, -1, 2**62]),
    currency=st.sampled_from(["JPY", "JPY", "JPY", "USD", ""]),
)

PATCHES = st.sampled_from(
    [
        {"price": {"minor": 1280}},
        {"price": {"minor": -1}},
        {"price": {"minor": 1480}, "quantity": 3},
        {"was_price": None},
        {"precount_s": 0},
        {"quota": 1},
        {"winners": 1},
        {"scene": "wide"},
        {"product": "cup"},
        {"cues": []},
        {"canvas": {"width": 722, "height": 1280}},
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
    st.sampled_from(get_args(commands.EditArea)),
    st.sampled_from(["cam", "wide", "card", "tea", "cup", "spring", "main", "yt", "bag", "hello", "size", "nobody"]),
    PATCHES,
    st.integers(0, 40),
)
ADDED = st.sampled_from(["new", "tea", "cam", "clip", "", "a/b", "x" * 70])
FIELDS = st.sampled_from(
    [
        {"name": "x", "kind": "bars"},
        {"name": "x", "placements": [{"source": "new"}]},
        {"name": "x", "server": "rtmp://n.example/a", "key": "n"},
        {"number": 9, "name": "x", "price": {"minor": 5}},
        {"product": "new", "price": {"minor": 5}},
        {"question": "x", "answer": "x"},
        {"name": "x", "planned_s": 60},
        {"role": "music"},
        {"unknown": 1},
        {},
    ]
)
ADDS = st.builds(
    commands.Add, st.sampled_from(get_args(commands.EditArea)), ADDED, FIELDS, st.none() | st.integers(-2, 9)
)
REMOVALS = st.builds(
    commands.Remove,
    st.sampled_from(get_args(commands.EditArea)),
    st.sampled_from(
        ["new", "cam", "clip", "wide", "near", "card", "tea", "cup", "pot", "spring", "yt", "bag", "bye"]
    ),
    st.integers(0, 40),
)
ONCE: list[tuple[commands.EditArea, dict[str, Any]]] = [
    ("theme", {"brand": "#112233"}),
    ("theme", {"brand": "red"}),
    ("targets", {"viewers": 500}),
    ("audio", {"duck_db": -6.0}),
    ("audio", {"strips": {}}),
    ("show", {"title": "x"}),
    ("show", {"rundown": ["bye", "hello"]}),
    ("show", {"rundown": []}),
    ("show", {"rundown": ["nothing"]}),
    ("show", {"rate": {"pictures": 25, "seconds": 1}}),
    ("show", {"opening_overlays": ["qr"]}),
    ("show", {"products": {}}),
    ("show", {"folder": "/"}),
]
EDITS_OF_ONE = st.sampled_from(ONCE).map(lambda one: commands.Edit(one[0], "", one[1], 100))
STEPS = st.one_of(EDITS, ADDS, REMOVALS, EDITS_OF_ONE)
PLANNING: st.SearchStrategy[Event] = st.one_of(
    STEPS,
    st.lists(STEPS, max_size=4).map(lambda steps: commands.EditTogether(tuple(steps))),
    st.builds(commands.SetEditOnAir, st.booleans()),
)
"""What planners do."""

COMMENT_IDS = st.sampled_from(["c1", "c2", "c3", "c4", "c9"])
QUESTIONS = st.sampled_from(["q1", "q2", "q3", ""])
WRITERS = st.sampled_from(["b1", "b2", "made-up-1", "", "b" * 300])
FLAGS = st.sampled_from([(), ("question",), ("spam", "ng"), ("entry",), ("first", "buyer")])
COMMENT = st.builds(
    Comment,
    id=COMMENT_IDS | WORDS,
    viewer=WRITERS,
    platform=st.sampled_from(["youtube", "rehearsal", ""]),
    text=st.sampled_from(["送料は？", "あ" * 600, " "]) | WORDS,
    at_us=NUMBERS,
    question=QUESTIONS,
    product=PRODUCTS,
    flags=FLAGS,
)
ASKED = st.builds(Question, id=QUESTIONS, text=WORDS, product=PRODUCTS, phase=st.just("answered"), asked=NUMBERS)
COMMENTS: st.SearchStrategy[Event] = st.builds(
    facts.CommentsMarked,
    st.lists(COMMENT, max_size=6).map(tuple),
    st.lists(ASKED, max_size=2).map(tuple),
)
TALKING: st.SearchStrategy[Event] = st.one_of(
    st.builds(commands.PinComment, st.just(""), st.just(""), COMMENT_IDS),
    st.builds(
        commands.PinAnswer,
        WORDS,
        comment=COMMENT_IDS,
        prepared=st.sampled_from(["", "post", "nothing"]),
    ),
    st.builds(commands.PinAnswer, WORDS, WORDS, WRITERS),
    st.builds(commands.PinComment, WORDS, WRITERS),
    st.builds(commands.MuteViewer, WRITERS),
    st.builds(commands.UnmuteViewer, WRITERS),
    st.builds(commands.ClaimQuestion, QUESTIONS, WORDS),
    st.builds(commands.AnswerQuestion, QUESTIONS, st.booleans()),
    st.builds(commands.DropQuestion, QUESTIONS),
    st.builds(commands.ReopenQuestion, QUESTIONS),
    st.builds(commands.AddComment, WORDS, WORDS),
    st.sampled_from([commands.UndoPin(), commands.UndoPin(), commands.UnpinComment(), commands.UnpinAnswer()]),
)
"""What people do with comments."""

SELLING: st.SearchStrategy[Event] = st.one_of(
    st.builds(commands.ArmOffer, OFFERS),
    st.builds(commands.StartOffer, OFFERS),
    st.builds(commands.OpenPrice, OFFERS),
    st.builds(commands.ExtendOffer, OFFERS, st.sampled_from([60, 0, 900, 10**9]), REASONS),
    st.builds(commands.EndOffer, OFFERS),
    st.builds(commands.WithdrawOffer, OFFERS, REASONS),
    st.builds(commands.Explain, PRODUCTS),
    st.just(commands.EndExplaining()),
    st.just(commands.UndoExplain()),
    st.builds(commands.TakeNext, TRANSITIONS),
    st.builds(commands.SetNext, SEGMENTS),
    st.just(commands.SkipNext()),
    st.builds(commands.HoldSegment, st.booleans()),
    st.builds(commands.MoveSegment, SEGMENTS, st.integers(-1, 5)),
    st.builds(commands.OpenGiveaway, GIVEAWAYS),
    st.just(commands.CloseGiveaway()),
    st.builds(commands.DrawGiveaway, WORDS),
    st.builds(commands.SetAnnouncement, OVERLAYS, WORDS),
    st.builds(commands.PinComment, WORDS, PEOPLE),
    TALKING,
    st.builds(commands.ForgetViewer, PEOPLE | WORDS),
    PLANNING,
)
"""What people do with a sale."""

SALES: st.SearchStrategy[Event] = st.one_of(
    st.builds(facts.OfferOpened, OFFERS),
    st.builds(facts.OfferClosed, OFFERS),
    st.builds(facts.CueFired, SEGMENTS, CUES),
    st.builds(facts.OrderPlaced, IDS | WORDS, PRODUCTS, UNITS, PRICES, PEOPLE, WORDS),
    st.builds(facts.StockChanged, PRODUCTS, UNITS),
    st.builds(facts.PriceSynced, PRODUCTS, PRICES),
    st.builds(facts.CouponClaimed, IDS, COUPONS, PEOPLE),
    st.builds(facts.GiveawayEntered, PEOPLE),
    st.builds(facts.ViewerForgotten, PEOPLE),
)
"""What shops, viewers and the show clock tell."""

COMMANDS: st.SearchStrategy[Event] = st.one_of(
    st.builds(commands.OpenShow, SHOWS),
    st.builds(
        commands.StartSession, WORDS, st.booleans(), st.sampled_from([1.0, 10.0, 0.0, -1.0, 1e9, float("nan")])
    ),
    st.just(commands.StartSession("usual")),
    st.just(commands.GoLive()),
    st.just(commands.EndSession()),
    st.builds(commands.Arm, st.sampled_from(["go_live", "end"])),
    st.just(commands.Disarm()),
    st.builds(commands.SendNote, WORDS, st.booleans()),
    st.just(commands.ClearNote()),
    st.builds(commands.AskHost, WORDS),
    st.builds(commands.LoadPreview, SCENES),
    st.builds(commands.TakePreview, TRANSITIONS),
    st.builds(commands.FadeToBlack, st.booleans(), DURATIONS),
    st.builds(commands.ShowOverlay, OVERLAYS),
    st.builds(commands.HideOverlay, OVERLAYS),
    st.builds(commands.PinAnswer, WORDS, WORDS, PEOPLE),
    st.builds(commands.StartDestination, DESTINATIONS),
    st.builds(commands.StopDestination, DESTINATIONS),
    st.builds(commands.RetryDestination, DESTINATIONS),
    st.builds(commands.StartRecording, WORDS, st.sampled_from(["main", "small", "nowhere"])),
    st.just(commands.StopRecording()),
    st.builds(commands.Listen, WORDS, st.sampled_from(["program", "cam", "clip", "nobody"]), FINITE | st.just(-3.0)),
    SELLING,
)

FACTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(facts.SourceOpening, SOURCES),
    st.builds(facts.SourceRunning, SOURCES),
    st.builds(facts.SourceLost, SOURCES, MESSAGES),
    st.builds(facts.DestinationConnecting, DESTINATIONS),
    st.builds(facts.DestinationLive, DESTINATIONS),
    st.builds(facts.DestinationFailed, DESTINATIONS, MESSAGES, st.booleans(), st.integers(0, 10_000_000)),
    st.builds(facts.DestinationStopped, DESTINATIONS),
    st.builds(facts.KeyStored, DESTINATIONS),
    st.builds(facts.RecordingStarted, WORDS),
    st.builds(facts.RecordingEnded, st.none() | MESSAGES, st.booleans()),
    st.builds(facts.FaultRaised, st.sampled_from(["disk", "painter"]), MESSAGES, WORDS),
    st.builds(facts.FaultCleared, st.sampled_from(["disk", "painter", "nothing"])),
    st.builds(facts.NoticeGiven, MESSAGES),
    COMMENTS,
    st.builds(facts.ViewersCounted, st.none() | st.integers(0, 10**9)),
    st.just(facts.SessionResumed()),
    st.just(facts.SessionLost()),
    st.just(facts.MediaStarted()),
    st.builds(facts.ShowKept, st.sampled_from(["", "/nowhere"]), WORDS, st.integers(-1, 9)),
    st.builds(facts.MediaRestarted, NUMBERS),
    st.builds(facts.ClockStepped, NUMBERS),
    SALES,
)
