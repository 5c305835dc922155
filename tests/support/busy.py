"""A show in its busiest minute, for panels: the demo show in rehearsal, an offer open, comments coming, one fault."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from msgspec.structs import replace

from console.core.reducing import reduced
from console.errors import Message
from console.library.show_file import demo_show_folder, load_show
from console.link.pulse import EncodeFigures, LineFigures, Loud, Meters, Pulse, SourceFigures
from console.model.commands import LoadPreview, OpenShow, StartOffer, StartSession, TakeNext
from console.model.comment import Comment, Question
from console.model.destination import Destination, DestinationStatus
from console.model.entry import Event
from console.model.facts import MediaStarted, OfferOpened, OrderPlaced, ViewersCounted
from console.model.fault import Fault
from console.model.moment import At
from console.model.product import Money
from console.model.recording import Recording
from console.model.show import Show
from console.model.state import SourceStatus, State
from tests.support.fake_line import NOW

S = 1_000_000
LONG_NAME = (
    "【北海道産発酵バター使用】しっとり焼き上げた特製フィナンシェ詰め合わせギフト木箱入り二十四個セット(のし対応)"
)
NAMES = {
    "mika": "みか🌸",
    "taro": "Taro",
    "yuki": "雪見だいふく大好き主婦@北海道",
    "ken": "けんいち",
    "sara": "Sara M.",
    "mio": "mio_0214",
    "hana": "花子",
    "ryo": "涼介",
    "emi": "えみ",
}
"""Of the viewers who write."""
COMMENTS = (
    ("mika", "こんばんは!楽しみにしてました😊", "", ""),
    ("taro", "フィナンシェの賞味期限はどれくらいですか?", "financier-days", "financier"),
    ("yuki", "1番ほしい!", "", "financier"),
    ("ken", "送料はいくらですか", "shipping", ""),
    ("sara", "Do you ship to Osaka by Friday?", "when", ""),
    ("mio", "賞味期限いつまで?", "financier-days", "financier"),
    ("hana", "クーポンはどこで使えますか?", "coupon", ""),
    (
        "ryo",
        "画面の横のマグ、電子レンジで使える? それから食洗機はどうでしょう。毎日使うので気になっています",
        "mug-microwave",
        "mug",
    ),
    ("emi", "かわいい〜💕💕💕", "", ""),
)


@dataclass
class Busy:
    """Leads a State through events, one second of show time apart."""

    state: State = field(default_factory=State)
    at: At = field(default_factory=lambda: earlier(330))

    def do(self, *events: Event, after_s: float = 1.0) -> "Busy":
        for event in events:
            us = round(after_s * S)
            self.at = At(self.at.wall_us + us, self.at.show_us + us, self.at.media_us + us)
            self.state = replace(reduced(self.state, event, self.at), revision=self.state.revision + 1)
        return self


def earlier(seconds: float) -> At:
    """So long before the fake engine's now."""
    us = round(seconds * S)
    return At(NOW.wall_us - us, NOW.show_us - us, NOW.media_us - us)


def planned_state() -> State:
    """The demo show is open; nothing runs."""
    return Busy().do(OpenShow(_show())).state


def busy_state(*, comments: Iterable[tuple[str, str, str, str]] = COMMENTS, long_names: bool = False) -> State:
    """Segment 3 on air since two minutes, its offer live, four orders, nine comments, two destinations, one fault."""
    run = Busy().do(OpenShow(_show(long_names=long_names)), StartSession("s1", rehearsal=True), MediaStarted())
    run.do(TakeNext(), TakeNext(), after_s=120).do(TakeNext(), after_s=60)
    run.do(StartOffer("financier-live"))
    run.do(OfferOpened("financier-live"), after_s=20)
    orders = (("o1", "mika"), ("o2", "ken"), ("o3", "yuki"), ("o4", "emi"))
    run.do(*(OrderPlaced(one, "financier", 2, Money(minor=3960), who, who[0].upper()) for one, who in orders))
    run.do(ViewersCounted(1_234), LoadPreview("close-up"))
    return _told(run.state, tuple(comments))


def busy_pulse() -> Pulse:
    """Figures that fit it."""
    return Pulse(
        at=NOW,
        seconds=420.0,
        composed=12_600,
        compose_p99_ms=1.9,
        late_p99_ms=1.4,
        meters=Meters(
            strips={"table": Loud(-14.0, -23.0), "bars": Loud(-40.0, -52.0)},
            program=Loud(-9.0, -19.5),
            momentary_lufs=-17.2,
            short_term_lufs=-16.4,
            integrated_lufs=-16.1,
        ),
        renditions={"main": EncodeFigures("libx264", "superfast", 30.0, 4_020.0)},
        destinations={
            "yt": LineFigures(
                kbps=4_100, buffered_ms=35, acknowledged_age_s=3.0, sent_bytes=210_000_000, pictures=12_590
            ),
            "tt": LineFigures(
                kbps=3_300, buffered_ms=910, acknowledged_age_s=12.0, sent_bytes=190_000_000, dropped=41
            ),
        },
        sources={"table": SourceFigures(29.97, 12_590)},
        disk_minutes=312.0,
        memory_mb=151.0,
        cpu_cores=0.47,
    )


def _show(*, long_names: bool = False) -> Show:
    show = load_show(demo_show_folder())
    places = {
        "yt": Destination(
            name="YouTube 暮らしの店", server="rtmps://a.rtmps.youtube.example/live2", key="yt", platform="youtube"
        ),
        "tt": Destination(
            name="TikTok @kurashi", server="rtmp://push.tiktok.example/live", key="tt", platform="tiktok"
        ),
    }
    show = replace(show, destinations=places)
    if long_names:
        longer = {key: replace(product, name=LONG_NAME) for key, product in show.products.items()}
        show = replace(show, products=longer)
    return show


def _told(state: State, comments: tuple[tuple[str, str, str, str], ...]) -> State:
    rows = {
        f"c{n}": Comment(
            id=f"c{n}",
            viewer=who,
            platform="rehearsal",
            text=text,
            at_us=NOW.show_us - (len(comments) - n) * 7 * S,
            question=question,
            product=product,
            flags=("question",) if question else (),
        )
        for n, (who, text, question, product) in enumerate(comments)
    }
    asking: dict[str, list[Comment]] = {}
    for row in rows.values():
        if row.question:
            asking.setdefault(row.question, []).append(row)
    questions = {
        key: Question(
            id=key,
            text=asked[0].text,
            comment=asked[0].id,
            viewers=tuple(one.viewer for one in asked),
            asked=len(asked),
            product=asked[0].product,
            since_us=asked[0].at_us,
        )
        for key, asked in asking.items()
    }
    return replace(
        state,
        comments=rows,
        questions=questions,
        sources={key: SourceStatus(phase="running", openings=1) for key in state.show.sources},
        destinations={
            "yt": DestinationStatus(wanted=True, phase="live", proven=True, since_us=NOW.wall_us - 400 * S),
            "tt": DestinationStatus(
                wanted=True, phase="retrying", proven=True, attempts=2, reconnects=1, retry_at_us=NOW.wall_us + 4 * S
            ),
        },
        recording=Recording(wanted=True, path="/shows/rec.mkv", phase="recording", files=("/shows/rec.mkv",)),
        faults={"source/table": Fault(message=Message("source_stale", {"name": "table"}), since=earlier(9))},
    )
