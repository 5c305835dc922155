"""What a window wants remembered from one time to the next. `console.seat.memory.Memory` does it on disk."""

from typing import Protocol

from PySide6.QtCore import QByteArray


class Memory(Protocol):
    """Where things stood, by name."""

    def layout(self, name: str) -> QByteArray | None:
        """None: nobody knows."""

    def keep_layout(self, name: str, layout: QByteArray | None) -> None:
        """For the next time; None: forget it."""


def recalled_word(memory: Memory, name: str, default: str) -> str:
    """A choice that is one word."""
    kept = memory.layout(name)
    return bytes(kept.data()).decode("utf-8", "replace") if kept is not None else default


def keep_word(memory: Memory, name: str, word: str) -> None:
    """Remember a choice."""
    memory.keep_layout(name, QByteArray(word.encode()))
