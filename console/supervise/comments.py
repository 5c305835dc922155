"""Gathers comments from wherever they come, has them looked through, and tells them as one fact a tenth of a second.

Few are marked right here; from 50 a second on a process of its own does it, so that the control thread is not held.
Thread: control, but for `older`.
"""

from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from typing import Protocol

from msgspec.structs import replace

from console.audience.mark import Asked, Book, Circumstances, Marked, Marker
from console.audience.ng_lists import bundled
from console.audience.product_mention import names_of
from console.errors import Message
from console.model.comment import COMMENT_LONGEST, Comment, Flag
from console.model.facts import CommentsMarked, FaultCleared, FaultRaised
from console.model.planning import NgWord
from console.model.show import Show
from console.model.state import State
from console.supervise.ground import Ground, ended
from console.supervise.marking_process import MarkingProcess, Marks
from console.words.comments import COMMENTS_BEHIND

WAITING_MOST = 2_000
"""Comments that wait to be marked; then the newest are passed over, counted and told."""
IDS_KEPT, PEOPLE_KEPT = 20_000, 20_000
BATCH_HERE, BATCH_THERE = 15, 300
"""Comments marked in one go, on this thread and in the process."""
MARKED_S = 0.025
"""After which a batch is asked for before the next look."""
BUSY_A_SECOND, QUIET_A_SECOND = 50, 20
RATE_OVER_US = 2_000_000
TWINS_FOR_US = 90_000_000
"""Show time: who asks what was just answered has not heard it yet."""
LISTS_FOR_COMMENTS = frozenset({"cosmetics", "platforms"})
"""Bundled lists that matter in what viewers write; the others are about a seller's own claims."""
CLOSE_S = 3.0
BEHIND = "comments"
"""Fault."""


class Shelf(Protocol):
    """Keeps all comments; `console.library.comment_shelf.CommentShelf` is the real one."""

    def keep(self, session: str, comments: tuple[Comment, ...]) -> None: ...
    def forget(self, viewer: str) -> None: ...
    def older(self, session: str, after: str, limit: int) -> tuple[Comment, ...]: ...
    def close(self) -> None: ...


class CommentsSupervisor:
    """What comes is never lost on the way: a process that dies costs time, no comment."""

    def __init__(self, ground: Ground, shelf: Shelf, make: Callable[[], Marks]) -> None:
        """`make` starts a marking process; it may take some time."""
        self._ground, self._shelf, self._make = ground, shelf, make
        self._session = ""
        self._waiting: deque[Comment] = deque()
        self._ids: OrderedDict[str, None] = OrderedDict()
        self._wrote: OrderedDict[str, None] = OrderedDict()
        self._bought: OrderedDict[str, None] = OrderedDict()
        self._show: Show | None = None
        self._book, self._marker = Book(), Marker(Book())
        self._process = MarkingProcess(ground, make)
        self._arrivals: deque[tuple[int, int]] = deque()
        self._forgotten: frozenset[str] = frozenset()
        self.passed_over = 0
        """Comments for which there was no room."""

    def take(self, comments: Iterable[Comment], names: dict[str, str] | None = None) -> None:
        """They came, in this order. `names`: of their viewers, as far as somebody has just told them."""
        state, count, before = self._ground.store.state, 0, self.passed_over
        if not state.session.running:
            return
        self._follow_session(state)
        if names:
            self._ground.names.learn(names)
        for comment in comments:
            count += 1
            if comment.id in self._ids or (comment.is_made_up and not state.session.is_rehearsal):
                continue
            _remember(self._ids, comment.id, IDS_KEPT)
            if len(self._waiting) >= WAITING_MOST:
                self.passed_over += 1
                continue
            self._waiting.append(self._known(comment))
        self._arrivals.append((self._ground.clock.monotonic_us(), count))
        if self.passed_over != before:
            self._ground.tell(FaultRaised(BEHIND, COMMENTS_BEHIND(count=self.passed_over)))

    def older(self, after: str, limit: int = 500) -> tuple[Comment, ...]:
        """Comments of this session before `after` (a comment's id), at most 500, oldest first.

        Blocks for the disk, so never on the control thread; raises `ConsoleError` if the disk does not let it.
        """
        return self._shelf.older(self._ground.store.state.session.id, after, limit)

    def follow(self, state: State) -> None:
        """Another session begins with nothing; another show is looked at with other words."""
        self._follow_session(state)
        if state.show is not self._show:
            self._follow_show(state.show)
        for order in state.selling.toasts:
            if order.buyer:
                _remember(self._bought, order.buyer, PEOPLE_KEPT)
        forgotten = frozenset(state.forgetting)
        for viewer in forgotten - self._forgotten:
            self._shelf.forget(viewer)
            self._waiting = deque(comment for comment in self._waiting if comment.viewer != viewer)
        self._forgotten = forgotten

    def look(self) -> None:
        """What came since the last look, looked through and told."""
        state = self._ground.store.state
        if not (self._waiting or self._arrivals or self._process.runs or state.faults):
            return
        now_us = self._ground.clock.monotonic_us()
        rate = self._rate(now_us)
        self._process.keep(is_busy=rate >= BUSY_A_SECOND, is_quiet=rate < QUIET_A_SECOND, now_us=now_us)
        self._collect(now_us)
        if self._waiting and not self._process.is_at_work:
            self._mark(state, now_us)
        if not self._waiting and BEHIND in state.faults:
            self._ground.tell(FaultCleared(BEHIND))

    async def close(self) -> None:
        """End the process; bring what is to be kept to disk. Bounded."""
        self._process.end()
        closing = self._ground.work("close comments", self._shelf.close)
        await ended([closing, *self._process.closing], timeout_s=CLOSE_S)

    def _collect(self, now_us: int) -> None:
        marked, lost = self._process.collected(now_us)
        self._waiting.extendleft(reversed(lost))
        if marked is not None:
            self._tell(marked)

    def _collect_early(self) -> None:
        self._collect(self._ground.clock.monotonic_us())

    def _mark(self, state: State, now_us: int) -> None:
        circumstances = circumstances_of(state, self._ground.clocks.now().show_us)
        if self._process.is_ready:
            batch = self._next(BATCH_THERE)
            if self._process.give(batch, circumstances, self._book, now_us=now_us):
                # Why: most batches are marked long before the next look, and somebody waits to see them.
                self._ground.loop.call_later(MARKED_S, self._collect_early)
                return
            self._waiting.extendleft(reversed(batch))
        self._tell(self._marker.mark(self._next(BATCH_HERE), circumstances))

    def _next(self, most: int) -> tuple[Comment, ...]:
        return tuple(self._waiting.popleft() for _ in range(min(most, len(self._waiting))))

    def _tell(self, marked: Marked) -> None:
        forgotten = self._ground.store.state.forgetting
        comments = tuple(one for one in marked.comments if not one.viewer or one.viewer not in forgotten)
        self._ground.tell(CommentsMarked(comments, marked.questions))
        self._shelf.keep(self._session, comments)

    def _known(self, comment: Comment) -> Comment:
        """With what is known of its viewer."""
        flags: tuple[Flag, ...] = ()
        if comment.viewer:
            flags += () if comment.viewer in self._wrote else ("first",)
            flags += ("buyer",) if comment.viewer in self._bought else ()
            _remember(self._wrote, comment.viewer, PEOPLE_KEPT)
        return replace(comment, text=comment.text[:COMMENT_LONGEST], flags=flags, question="", product="")

    def _rate(self, now_us: int) -> float:
        while self._arrivals and now_us - self._arrivals[0][0] > RATE_OVER_US:
            self._arrivals.popleft()
        return sum(count for _, count in self._arrivals) * 1_000_000 / RATE_OVER_US

    def _follow_session(self, state: State) -> None:
        if state.session.id == self._session:
            return
        self._session = state.session.id
        self._waiting.clear()
        self._process.forget()
        for seen in (self._ids, self._wrote, self._bought):
            seen.clear()
        for comment in state.comments.values():  # Why: after a crash what came before it comes again.
            _remember(self._ids, comment.id, IDS_KEPT)
            _remember(self._wrote, comment.viewer, PEOPLE_KEPT)
        self._marker = Marker(self._book)

    def _follow_show(self, show: Show) -> None:
        self._show, book = show, book_of(show)
        if book != self._book:
            self._book, self._marker = book, Marker(book, repeats=self._marker.repeats)


def book_of(show: Show) -> Book:
    """What a marker needs to know of a show."""
    listed = (name for name in show.ng_lists if name in LISTS_FOR_COMMENTS)
    words = [word for name in listed for line in bundled(name).words for word in (line.word, *line.also)]
    return Book(
        products=names_of(show.products),
        ng_words=(*(NgWord(word=word, reason="", instead="") for word in words), *show.ng_words),
        ng_allowed=show.ng_allowed,
        general=tuple(answer.question for answer in show.answers.values() if not answer.product),
    )


def circumstances_of(state: State, show_us: int) -> Circumstances:
    """What holds now."""
    asked = tuple(
        Asked(question.id, question.text, question.product)
        for question in state.questions.values()
        if question.is_pending or (question.answered_us and show_us - question.answered_us < TWINS_FOR_US)
    )
    plan = state.show.giveaways.get(state.giveaway.giveaway) if state.giveaway.phase == "open" else None
    return Circumstances(asked, state.explaining.product, plan.keyword if plan is not None else "")


def problem_of(message: Message | None) -> FaultRaised | FaultCleared:
    """What the shelf reports, as a fact."""
    return FaultCleared("comments_kept") if message is None else FaultRaised("comments_kept", message)


def _remember(seen: OrderedDict[str, None], key: str, most: int) -> None:
    seen[key] = None
    seen.move_to_end(key)
    if len(seen) > most:
        seen.popitem(last=False)
