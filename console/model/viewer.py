"""People, as far as the show may know them."""

from console.model.base import Noun


class Viewer(Noun, frozen=True):
    """One person at one platform or shop. State and journal hold the id only."""

    id: str
    name: str = ""
    platform: str = ""
