"""What is wrong until it is not, and what is said once."""

from console.errors import Message
from console.model.base import Noun
from console.model.moment import At


class Fault(Noun, frozen=True):
    """A condition. Its key in State tells it apart: `source/cam1`, `destination/yt`, `disk`."""

    message: Message
    since: At
    action: str = ""
    """Name of the one command that may help; empty if there is none."""


class Notice(Noun, frozen=True):
    """Something worth knowing that has already passed."""

    message: Message
    at: At
