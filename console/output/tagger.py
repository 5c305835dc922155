"""FLV tags out of encoded packets, by libav's own muxer. Thread: encoder."""

from typing import Any

import av

from console.wire import amf
from console.wire.flv import Tag, TagKind, TagSplitter


class Tagger:
    """A container in memory with one stream, so that no packet waits for one of another kind."""

    def __init__(self, encoder: str) -> None:
        """For the named encoder, which is not open yet. Raises libav's errors for one that does not exist."""
        self._tags: list[Tag] = []
        self._container = av.open(
            TagSplitter(self._tags.append), "w", format="flv", options={"flvflags": "no_duration_filesize"}
        )
        self._stream = self._container.add_stream(encoder)

    @property
    def codec(self) -> av.CodecContext:
        """The encoder; `begin` opens it."""
        return self._stream.codec_context

    def begin(self) -> list[Tag]:
        """Open the encoder; metadata and sequence header."""
        self._container.start_encoding()
        return self._taken()

    def tags(self, packet: "av.Packet[Any]") -> list[Tag]:
        """The tag of a packet, of any encoder with the same header."""
        packet.stream = self._stream
        self._container.mux(packet)
        return self._taken()

    def close(self) -> list[Tag]:
        """What ends the stream."""
        self._container.close()
        return self._taken()

    def _taken(self) -> list[Tag]:
        taken = list(self._tags)
        self._tags.clear()
        return taken


def headers_of(*begun: list[Tag]) -> tuple[Tag, ...]:
    """What every receiver gets first: one metadata made of those of each stream, and their sequence headers."""
    tags = [tag for of_stream in begun for tag in of_stream]
    facts = amf.EcmaArray()
    for tag in tags:
        if tag.kind is TagKind.SCRIPT:
            facts.update(_facts(tag))
    metadata = Tag.read(TagKind.SCRIPT, 0, amf.encode("onMetaData", facts))
    return metadata, *(tag for tag in tags if tag.header)


def _facts(tag: Tag) -> dict[str, amf.Value]:
    return next((value for value in amf.decode(tag.body) if isinstance(value, dict)), {})
