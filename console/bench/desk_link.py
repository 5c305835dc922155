"""What seats cost the engine: ten of them, with small changes and with comments, measured on its own threads."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple, TypeVar

from console.bench.desk_seats_main import attach_seats
from console.core.clocks import Clocks
from console.core.store import Store
from console.errors import ConsoleError, Message
from console.library.show_file import demo_show_folder, load_show
from console.link.pulse import Pulse
from console.link.server import LinkServer
from console.link.serving.stage import Stage
from console.link.serving.tokens import Tokens, new_token
from console.media.child import Child
from console.media.clock import SystemClock
from console.model.comment import COMMENTS_KEPT, Comment
from console.model.entry import Entry, Event
from console.model.facts import CommentsMarked, NoticeGiven, ViewersCounted
from console.model.session import Session
from console.model.state import State
from console.words.bench import COMMAND_FAILED

T = TypeVar("T")
SEATS = 10
ATTACH_S = 20.0
TEXT = "このフィナンシェは冷凍保存できますか？ 賞味期限も知りたいです。"


class LinkCost(NamedTuple):
    """Parts of one core, 0..1, over the whole time."""

    control: float
    """The control thread: dispatching, and waking the link."""
    link: float
    """The link's thread: finding, encoding and sending what changed, and hearing the seats."""
    process: float
    """The whole process."""
    messages: int
    """States that each seat got, on average."""
    encodes: int
    """States that were encoded for all of them."""


class LinkCosts(NamedTuple):
    """By what happens meanwhile."""

    changes: LinkCost
    """Twenty small changes a second."""
    comments: LinkCost
    """A hundred comments a second in ten batches."""
    alone: LinkCost
    """A hundred comments a second, and no seat: what reducing them costs by itself."""


def measure_link(*, seconds: float = 5.0) -> LinkCosts:
    """Run the three; raises `ConsoleError` if the seats do not attach."""
    return LinkCosts(
        _measured(_small_changes, SEATS, seconds, every_s=0.05),
        _measured(_comments, SEATS, seconds, every_s=0.1),
        _measured(_comments, 0, seconds, every_s=0.1),
    )


def _measured(make: Callable[[State, int], Event], seats: int, seconds: float, *, every_s: float) -> LinkCost:
    token = new_token()
    with _control() as control, ExitStack() as inside:
        store, server = _served(control, token)
        inside.callback(server.close)
        if seats:
            child = Child("seats", attach_seats, server.port, token, seats)
            inside.callback(child.stop)
            _wait_for(lambda: server.seats == seats)
        return _cost(control, store, server, make, seconds, every_s)


def _cost(
    control: "_Control",
    store: Store,
    server: LinkServer,
    make: Callable[[State, int], Event],
    seconds: float,
    every_s: float,
) -> LinkCost:
    ticks = round(seconds / every_s)
    filled = control.call(lambda: store.dispatch(_comments(store.state, -COMMENTS_KEPT, count=COMMENTS_KEPT)))
    _wait_for(lambda: server.behind(filled) == 0)
    before, began_s = _read(control, server), time.monotonic()
    for tick in range(ticks):
        control.call(lambda tick=tick: store.dispatch(make(store.state, tick)))  # type: ignore[misc]
        time.sleep(max(0.0, began_s + (tick + 1) * every_s - time.monotonic()))
    after, took_s = _read(control, server), time.monotonic() - began_s
    control_s, link_s, process_s = (after[at] - before[at] for at in range(3))
    sent = (after[3] - before[3]) / max(1, server.seats)
    encodes = after[4] - before[4]
    return LinkCost(control_s / took_s, link_s / took_s, process_s / took_s, round(sent), encodes)


def _read(control: "_Control", server: LinkServer) -> tuple[float, float, float, int, int]:
    """Processor seconds of control thread, link thread, process; States sent and encoded."""
    sent, encodes = server.publication
    return control.call(time.thread_time), _cpu_s(server.thread), time.process_time(), sent, encodes


def _cpu_s(thread: int) -> float:
    """Processor seconds of a thread by its `threading` identity; 0 where the system does not tell."""
    clock_of = getattr(time, "pthread_getcpuclockid", None)
    return time.clock_gettime(clock_of(thread)) if clock_of is not None else 0.0


def _small_changes(_state: State, tick: int) -> Event:
    return ViewersCounted(1_000 + tick) if tick % 2 else NoticeGiven(Message("bench", {"tick": tick}))


def _comments(_state: State, tick: int, count: int = 10) -> Event:
    return CommentsMarked(
        tuple(
            Comment(
                id=f"{tick}-{one}", viewer=f"viewer-{one % 7}", platform="youtube", text=TEXT, at_us=tick * 100_000
            )
            for one in range(count)
        )
    )


def _served(control: "_Control", token: str) -> tuple[Store, LinkServer]:
    clocks = Clocks(SystemClock())
    state = State(show=load_show(demo_show_folder()), session=Session(id="bench", phase="live"))
    store = control.call(lambda: Store(state, now=clocks.now, journal=_NoJournal()))
    stage = Stage(
        control.loop, lambda: store.state, clocks.now, lambda _command: None, pulse=lambda: Pulse(clocks.now())
    )
    server = LinkServer(stage, Tokens(token), engine="bench")
    store.listen(lambda _before, after: server.show(after))
    if not server.start():
        raise ConsoleError(server.problem or COMMAND_FAILED(name="link", reason="?"))
    return store, server


def _wait_for(condition: Callable[[], bool]) -> None:
    deadline_s = time.monotonic() + ATTACH_S
    while not condition():
        if time.monotonic() > deadline_s:
            raise ConsoleError(COMMAND_FAILED(name="link", reason=f"{ATTACH_S:.0f} s"))
        time.sleep(0.01)


class _NoJournal:
    """The journal's cost is its own."""

    def write(self, entry: Entry, state: State) -> None:
        """Keep nothing."""


class _Control:
    """A control thread as the engine has one."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, name="control")

    def call(self, call: Callable[[], T]) -> T:
        async def there() -> T:
            return call()

        return asyncio.run_coroutine_threadsafe(there(), self.loop).result(ATTACH_S)


@contextmanager
def _control() -> Iterator[_Control]:
    control = _Control()
    control.thread.start()
    try:
        yield control
    finally:
        control.loop.call_soon_threadsafe(control.loop.stop)
        control.thread.join()
        control.loop.close()
