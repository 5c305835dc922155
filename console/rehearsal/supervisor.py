"""A rehearsal's other end: one built-in receiver for each destination, while the rehearsal runs."""

import logging
from collections.abc import Callable
from functools import partial

from console.errors import Message
from console.model.destination import Destination
from console.model.facts import FaultCleared, FaultRaised
from console.model.state import State
from console.rehearsal.post import AnyReceiver, Post
from console.rehearsal.received import Received
from console.rehearsal.viewer import Effort
from console.supervise.ground import Ground, ended
from console.words.rehearsal import RECEIVER_STARTS_AGAIN, TOO_MANY_TO_REHEARSE

log = logging.getLogger(__name__)

MOST_POSTS = 8
"""Each is a process that decodes pictures."""
CLOSE_S = 7.5


class RehearsalSupervisor:
    """Nothing of a rehearsal leaves this machine: its destinations are sent to the addresses that are found here."""

    def __init__(
        self,
        ground: Ground,
        make: Callable[[Effort], AnyReceiver],
        *,
        changed: Callable[[], None],
        is_sent: Callable[[str], bool] = lambda _key: False,
        judged: Callable[[str, Received], None] = lambda _key, _received: None,
    ) -> None:
        """`make` gives a receiver that does not run yet; `changed` hears that an address is another one.

        `is_sent`: something is being sent to this destination still; `judged` hears at the end, on a thread of its
        own, what was seen of a destination.
        """
        self._ground, self._make, self._changed = ground, make, changed
        self._is_sent, self._judged = is_sent, judged
        self._session = ""
        self._posts: dict[str, Post] = {}
        self._leaving: list[Post] = []
        self._faulty: dict[str, Message] = {}

    @property
    def settled(self) -> bool:
        """Every receiver listens, or failed to start once."""
        return all(post.address or post.problem for post in self._posts.values())

    def address(self, destination: str) -> str:
        """Where to publish what is meant for it; empty: nowhere yet."""
        post = self._posts.get(destination)
        return post.address if post is not None else ""

    def seen_age_s(self, destination: str) -> float | None:
        """Since its newest picture was decoded by the receiver; None: no proof."""
        post = self._posts.get(destination)
        return post.seen_age_s if post is not None else None

    def follow(self, state: State) -> None:
        """Receivers come with a rehearsal, before it goes on air, and go when nothing is sent any more."""
        wanted = state.sent_to if state.session.running and state.session.is_rehearsal else {}
        session = state.session.id if wanted else ""
        if session and session != self._session:
            self._dismiss(list(self._posts))
        self._session = session or self._session
        gone = [key for key in self._posts if key not in wanted]
        self._dismiss([key for key in gone if not self._is_sent(key)])
        for key in list(wanted)[:MOST_POSTS]:
            if key not in self._posts:
                self._posts[key] = self._post(key, _effort(key, wanted))
        self._tell_faults(list(wanted))

    def look(self) -> None:
        """Say what is wrong, let go what is over."""
        if self._posts or self._leaving or self._faulty:
            self._leaving = [post for post in self._leaving if post.worker.alive]
            self.follow(self._ground.store.state)

    async def close(self) -> None:
        """Judge and end, bounded."""
        self._dismiss(list(self._posts))
        if not await ended([post.worker for post in self._leaving], timeout_s=CLOSE_S):
            log.error("a receiver does not end; it is killed")
            for post in self._leaving:
                post.abort()
            await ended([post.worker for post in self._leaving], timeout_s=1.0)

    def _post(self, key: str, effort: Effort) -> Post:
        return Post(
            key,
            partial(self._make, effort),
            moved=lambda: self._ground.later(self._changed),
            judged=partial(self._judged, key),
        )

    def _dismiss(self, keys: list[str]) -> None:
        for key in keys:
            post = self._posts.pop(key)
            post.finish()
            self._leaving.append(post)

    def _tell_faults(self, wanted: list[str]) -> None:
        wrong = {key: RECEIVER_STARTS_AGAIN() for key, post in self._posts.items() if post.problem is not None}
        for key in wanted[MOST_POSTS:]:
            wrong[key] = TOO_MANY_TO_REHEARSE(most=MOST_POSTS, destination=key)
        for key in sorted(wrong.keys() - self._faulty.keys()):
            self._ground.tell(FaultRaised(_fault(key), wrong[key]))
        for key in sorted(self._faulty.keys() - wrong.keys()):
            self._ground.tell(FaultCleared(_fault(key)))
        self._faulty = wrong


def _fault(destination: str) -> str:
    return f"rehearsal/{destination}"


def _effort(key: str, wanted: dict[str, Destination]) -> Effort:
    """One destination of each rendition is looked at picture by picture, others only now and then."""
    rendition = wanted[key].rendition
    return "full" if key == next(one for one in wanted if wanted[one].rendition == rendition) else "light"
