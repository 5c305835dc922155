"""The engine process: order and commands in on standard input, news and figures out on standard output."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import cv2
import msgspec

from console import __version__
from console.engine.checks import check_command
from console.engine.engine import Engine
from console.engine.lines import LONGEST_BYTES, bounded_lines, standard_input
from console.engine.log_file import log_to_file
from console.engine.obedience import refusal_of
from console.engine.order import Answer, Ask, Broken, Listens, Order
from console.engine.speaker import Speaker
from console.engine.vaults import Vaults
from console.errors import ConsoleError
from console.library.lock import EngineLock
from console.library.paths import data_folder
from console.media.clock import SystemClock
from console.media.priority import ENGINE, hurry
from console.media.ring import sweep_rings
from console.model.commands import Command
from console.model.entry import decode_command
from console.words.engine import NOT_UNDERSTOOD

log = logging.getLogger(__name__)

SWITCH_S = 0.001
"""Between threads of the interpreter. With the default 5 ms ticks were up to 46 ms late beside an encoder."""
FIGURES_S = 1.0
Lines = Iterator[bytes | None]
CANNOT_START = 2
"""Exit code of an engine that another start would not help."""


def run() -> int:
    """Run until told to close or standard input ends; returns the exit code."""
    sys.setswitchinterval(SWITCH_S)
    hurry(ENGINE)
    cv2.setNumThreads(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speaker = Speaker(os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)  # Whatever prints by itself must not stand between two messages.
    try:
        return _run(speaker)
    except ConsoleError as error:
        speaker.say(Broken(error.message))
        return CANNOT_START
    finally:
        speaker.close()


def _run(speaker: Speaker) -> int:
    lines = bounded_lines(standard_input())
    order = _order(lines)
    vault = Vaults(order.secrets)
    log_to_file(vault.known)
    lock = EngineLock(data_folder())
    lock.acquire(started_us=SystemClock().wall_us())
    if swept := sweep_rings():
        log.info("%d rings of engines that were killed are gone", swept)
    log.info("honban %s begins, to resume: %s %s", __version__, order.resume, order.session)
    try:
        asyncio.run(_serve(order, vault, speaker, lines, lock))
    except Exception:
        log.exception("the engine broke")
        raise
    finally:
        lock.release()
    log.info("ended in order")
    return 0


def _order(lines: Lines) -> Order:
    line = next(lines, b"{}")
    try:
        return msgspec.json.decode(line or b"", type=Order)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ConsoleError(NOT_UNDERSTOOD(reason=type(error).__name__)) from None


async def _serve(order: Order, vault: Vaults, speaker: Speaker, lines: Lines, lock: EngineLock) -> None:
    loop, closing = asyncio.get_running_loop(), asyncio.Event()
    engine = Engine(order, loop, news=speaker.say, vault=vault)
    with contextlib.suppress(NotImplementedError):  # Windows has no such signals.
        loop.add_signal_handler(signal.SIGTERM, closing.set)
    listener = threading.Thread(
        target=_listen, args=(loop, engine, speaker, closing, lines), name="parent", daemon=True
    )
    listener.start()
    engine.link.open(port=order.port, listen=order.listen, told=partial(_tell_ports, engine, speaker, lock))
    telling = asyncio.create_task(_tell_figures(engine, speaker, _End(order.alone_s, closing)))
    try:
        await engine.run(closing)
    finally:
        telling.cancel()
        speaker.say(engine.figures())


def _tell_ports(engine: Engine, speaker: Speaker, lock: EngineLock, port: int, public_port: int) -> None:
    with contextlib.suppress(OSError):  # a full disk: seats that know the port find it all the same
        lock.listens(port, engine.link.token, public_port=public_port)
    speaker.say(Listens(port, public_port))


class _End(NamedTuple):
    """When nobody needs the engine any more."""

    alone_s: float
    closing: asyncio.Event


async def _tell_figures(engine: Engine, speaker: Speaker, end: _End) -> None:
    while True:
        await asyncio.sleep(FIGURES_S)
        speaker.say(engine.figures(exact=False))
        if end.alone_s and engine.link.alone_s > end.alone_s:
            log.info("nobody needs this engine any more")
            end.closing.set()


def _listen(
    loop: asyncio.AbstractEventLoop, engine: Engine, speaker: Speaker, closing: asyncio.Event, lines: Lines
) -> None:
    """Own thread: a pipe cannot be waited for by asyncio on every system. Its end is the parent's end."""
    with contextlib.suppress(RuntimeError):  # the loop is closed: the engine has ended
        for line in lines:
            heard = understood(line)
            if isinstance(heard, Answer):
                speaker.say(heard)
            elif heard.command is None:
                break
            else:
                loop.call_soon_threadsafe(_obey, heard.number, heard.command, engine, speaker)
        loop.call_soon_threadsafe(closing.set)


class Wish(NamedTuple):
    """What the parent wants: a command, or with None the end."""

    number: int
    command: Command | None


def understood(line: bytes | None) -> Wish | Answer:
    """A line as a wish that can be dispatched, or the answer to one that cannot be understood. Asks the disk."""
    if line is None:
        return Answer(0, NOT_UNDERSTOOD(reason=f"more than {LONGEST_BYTES} bytes"))
    number = 0
    try:
        ask = msgspec.json.decode(line, type=Ask)
        number = ask.id
        if ask.close:
            return Wish(number, None)
        command = decode_command(bytes(ask.command))
        check_command(command)
    except ConsoleError as error:
        return Answer(number, error.message)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        return Answer(number, NOT_UNDERSTOOD(reason=str(error)[:500]))
    return Wish(number, command)


def _obey(number: int, command: Command, engine: Engine, speaker: Speaker) -> None:
    speaker.say(Answer(number, refusal_of(engine.obey, command)))
