"""What an engine has said so far. Threads: the parent's hears, the command's waits."""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

import msgspec

from console.engine.figures import Figures
from console.engine.order import Answer, Broken, News
from console.errors import Message

Said = News | Answer | Figures | Broken
ANSWERS = 100


class Ear:
    """Of news and figures the newest is kept, for each life of the engine; answers wait until somebody asks."""

    def __init__(self) -> None:
        """Nothing was said."""
        self._changed = threading.Condition()
        self._is_new_life = True
        self.news: News | None = None
        self.lives: list[Figures] = []
        """The newest figures of each engine that carried the show."""
        self.answers: deque[Answer] = deque(maxlen=ANSWERS)
        self.broken: Message | None = None
        """Why the engine could not start."""
        self.deaths = 0

    def heard(self, message: dict[str, Any]) -> None:
        """The engine said something."""
        said = msgspec.convert(message, Said)
        with self._changed:
            match said:
                case News():
                    self.news = said
                case Answer():
                    self.answers.append(said)
                case Broken(problem):
                    self.broken = problem
                case Figures():
                    self._keep(said)
            self._changed.notify_all()

    def died(self) -> None:
        """The engine is gone: what it counted is over."""
        with self._changed:
            self._is_new_life = True
            self.deaths += 1
            self._changed.notify_all()

    def wait_for(self, condition: Callable[[], object], *, timeout_s: float) -> bool:
        """Whether it holds, at once or in time."""
        with self._changed:
            return bool(self._changed.wait_for(condition, timeout_s))

    def _keep(self, figures: Figures) -> None:
        if self._is_new_life:
            self.lives.append(figures)
            self._is_new_life = False
        self.lives[-1] = figures
