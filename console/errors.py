"""What can go wrong outside our own code, as values that carry words in codes.

Anything that is neither `ConsoleError` nor `Refused` is a bug of ours.
"""

import msgspec


class Message(msgspec.Struct, frozen=True):
    """A sentence as data: which one, and what fills its gaps. Rendered by `console.words.render`."""

    code: str
    """Name of a `Saying` in `console.words`."""
    params: dict[str, str | int | float] = {}
    """Values for the gaps. A server's own words travel here, already through the redactor."""


class HonbanError(Exception):
    """Base of the two failures that are raised on purpose."""

    def __init__(self, message: Message) -> None:
        """Keep the message; its code and params are also the exception's text for logs."""
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        """Code and params, for logs; people read `console.words.render.render(error.message)`."""
        return f"{self.message.code} {self.message.params}"


class ConsoleError(HonbanError):
    """The world's fault: a device, a server, a file, a person's input."""


class Refused(HonbanError):  # noqa: N818 - the glossary's word: an answer, not an accident
    """A command that cannot be obeyed now, and why."""
