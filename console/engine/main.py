"""The engine process: order and commands in on standard input, news and figures out on standard output."""

import asyncio
import logging
import logging.handlers
import os
import signal
import sys
import threading
from typing import BinaryIO

import cv2
import msgspec

from console.engine.engine import Engine
from console.engine.order import Answer, Ask, Broken, Order
from console.errors import ConsoleError, Refused
from console.library.lock import EngineLock
from console.library.paths import data_folder, log_folder
from console.media.clock import SystemClock
from console.model.commands import Command
from console.model.entry import decode_command
from console.words.engine import NOT_UNDERSTOOD

SWITCH_S = 0.001
"""Between threads of the interpreter. With the default 5 ms ticks were up to 46 ms late beside an encoder."""
FIGURES_S = 1.0


def run() -> int:
    """Run until told to close or standard input ends; returns the exit code."""
    sys.setswitchinterval(SWITCH_S)
    cv2.setNumThreads(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speaker = Speaker(os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)  # Whatever prints by itself must not stand between two messages.
    try:
        _log_to_file()
        order = msgspec.json.decode(sys.stdin.buffer.readline() or b"{}", type=Order)
        lock = EngineLock(data_folder())
        lock.acquire(started_us=SystemClock().wall_us())
    except ConsoleError as error:
        speaker.say(Broken(error.message))
        return 2
    try:
        asyncio.run(_serve(order, speaker))
    finally:
        lock.release()
    return 0


class Speaker:
    """Writes messages as lines; a parent that is gone hears nothing and stops nobody."""

    def __init__(self, out: BinaryIO) -> None:
        """`out` is the pipe to the parent."""
        self._out = out
        self._lock = threading.Lock()

    def say(self, message: msgspec.Struct) -> None:
        """One line, at once."""
        with self._lock:
            try:
                self._out.write(msgspec.json.encode(message) + b"\n")
                self._out.flush()
            except OSError:
                return


async def _serve(order: Order, speaker: Speaker) -> None:
    loop, closing = asyncio.get_running_loop(), asyncio.Event()
    engine = Engine(order, loop, news=speaker.say)
    loop.add_signal_handler(signal.SIGTERM, closing.set)
    listener = threading.Thread(target=_listen, args=(loop, engine, speaker, closing), name="parent", daemon=True)
    listener.start()
    telling = asyncio.create_task(_tell_figures(engine, speaker))
    try:
        await engine.run(closing)
    finally:
        telling.cancel()
        speaker.say(engine.figures())


async def _tell_figures(engine: Engine, speaker: Speaker) -> None:
    while True:
        await asyncio.sleep(FIGURES_S)
        speaker.say(engine.figures())


def _listen(loop: asyncio.AbstractEventLoop, engine: Engine, speaker: Speaker, closing: asyncio.Event) -> None:
    """Own thread: a pipe cannot be waited for by asyncio on every system."""
    for line in sys.stdin.buffer:
        try:
            ask = msgspec.json.decode(line, type=Ask)
            command = decode_command(bytes(ask.command)) if ask.command else None
        except msgspec.MsgspecError as error:
            speaker.say(Answer(0, NOT_UNDERSTOOD(reason=str(error))))
            continue
        if ask.close:
            break
        loop.call_soon_threadsafe(_obey, ask.id, command, engine, speaker)
    loop.call_soon_threadsafe(closing.set)


def _obey(number: int, command: Command | None, engine: Engine, speaker: Speaker) -> None:
    if command is None:
        return
    try:
        engine.obey(command)
    except Refused as refused:
        speaker.say(Answer(number, refused.message))
    else:
        speaker.say(Answer(number))


def _log_to_file() -> None:
    handler = logging.handlers.RotatingFileHandler(
        log_folder() / "engine.log", maxBytes=2_000_000, backupCount=3, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.captureWarnings(capture=True)
