"""Where pictures and sounds come from."""

from console.model.base import Entity, Settings


class Source(Entity, frozen=True):
    """A camera, microphone, clip, still, screen, network stream or the bars."""

    name: str
    kind: str
    """Name of the driver, an entry point of `honban.sources`."""
    settings: Settings = {}
