"""A request and its reply, without a socket."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from console.errors import Message
from console.words.render import Language, render

LONGEST_BODY = 256_000
"""Bytes."""


@dataclass(frozen=True)
class Head:
    """Everything before the body."""

    method: str
    target: str
    headers: Sequence[tuple[bytes, bytes]]
    """Names in small letters."""

    @property
    def path(self) -> str:
        """Without a query."""
        return self.target.partition("?")[0]

    def values(self, name: str) -> list[str]:
        """All headers of this name."""
        return [value.decode("latin-1").strip() for key, value in self.headers if key == name.encode()]

    @cached_property
    def language(self) -> Language:
        """The one of ours that Accept-Language prefers (RFC 9110, 12.5.4); English if neither."""
        wishes: dict[str, float] = {}
        for part in ",".join(self.values("accept-language"))[:1000].split(","):
            tag, _, weight = part.partition(";")
            language = tag.strip().lower().partition("-")[0]
            wishes[language] = max(wishes.get(language, 0.0), _weight(weight))
        return "ja" if wishes.get("ja", 0.0) > wishes.get("en", wishes.get("*", 0.0)) else "en"

    @property
    def length(self) -> int | None:
        """Bytes of the body as announced; None: not announced."""
        announced = self.values("content-length")
        return int(announced[0]) if announced and announced[0].isdigit() and len(announced[0]) < 20 else None


@dataclass(frozen=True)
class Reply:
    """What is answered: a sentence if it was refused."""

    status: int
    message: Message | None = None
    content: dict[str, Any] = field(default_factory=dict)
    allow: str = ""
    """Methods, with 405."""

    def body(self, language: Language) -> bytes:
        """JSON."""
        content: dict[str, Any] = {"ok": self.message is None, **self.content}
        if self.message is not None:
            content |= {"code": self.message.code, "says": render(self.message, language)}
        return msgspec.json.encode(content)


def _weight(text: str) -> float:
    name, _, value = text.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 0.0
