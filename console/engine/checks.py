"""What of a command must hold in the world, before the State hears of it. Asks the disk, so another thread's."""

from pathlib import Path

from console.errors import ConsoleError
from console.library.sessions import journal_path
from console.library.show_rules import check
from console.model.commands import Command, OpenShow, StartSession
from console.words.engine import SESSION_NAME_TAKEN


def check_command(command: Command) -> None:
    """Raises `ConsoleError`: a show that lacks something, a name of a session that cannot be or is used already."""
    match command:
        case OpenShow(show):
            check(show, Path(show.folder))
        case StartSession(id=session):
            if journal_path(session).exists():
                raise ConsoleError(SESSION_NAME_TAKEN(id=session))
