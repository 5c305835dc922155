"""The child in which checks are carried out. It cannot ask anybody anything: no terminal, no output."""

import contextlib
import os
from multiprocessing.connection import Connection

from console.doctor.check import Check, Finding, failed, reason_of
from console.errors import HonbanError
from console.words.doctor import CHECK_RAISED, INSTALL_AGAIN, TRY_AGAIN

HERE = b"here"


def examine(pipe: Connection) -> None:
    """Answer each check with its finding until the pipe ends."""
    _leave_the_terminal()
    pipe.send_bytes(HERE)
    while True:
        pipe.send(finding_of(pipe.recv()))


def finding_of(check: Check) -> Finding:
    """What the check says; what it raises is a finding too."""
    try:
        return check.look(*check.args)
    except HonbanError as error:
        return failed(error.message)
    except ImportError as error:
        return failed(CHECK_RAISED(reason=reason_of(error)), INSTALL_AGAIN())
    except Exception as error:  # noqa: BLE001 - a check looks at strangers' code and devices
        return failed(CHECK_RAISED(reason=reason_of(error)), check.advice or TRY_AGAIN())


def _leave_the_terminal() -> None:
    """Libraries print what they like, and a password store may ask for its password at the terminal."""
    with contextlib.suppress(OSError, AttributeError):
        os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        with contextlib.suppress(OSError):
            os.dup2(nowhere, standard)
    os.close(nowhere)
