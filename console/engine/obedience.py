"""A command dispatched for somebody who wants an answer, whatever happens."""

import logging
from collections.abc import Callable

from console.errors import Message, Refused
from console.model.commands import Command
from console.words.engine import COMMAND_BROKE

log = logging.getLogger(__name__)


def refusal_of(obey: Callable[[Command], None], command: Command) -> Message | None:
    """None if it was obeyed."""
    try:
        obey(command)
    except Refused as refused:
        return refused.message
    except Exception as error:
        log.exception("%s broke", type(command).__name__)
        return COMMAND_BROKE(reason=type(error).__name__)
    return None
