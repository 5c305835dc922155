"""FLV tags out of encoded packets, by libav's own muxer. Thread: encoder."""

from typing import Any

import av

from console.wire.flv import Tag, TagSplitter


class Tagger:
    """A container in memory that gives tags in the order of their time, picture and sound interleaved."""

    def __init__(self, encoder: str) -> None:
        """With one stream of pictures by the named encoder and one of AAC, neither open yet."""
        self._tags: list[Tag] = []
        self._container = av.open(
            TagSplitter(self._tags.append), "w", format="flv", options={"flvflags": "no_duration_filesize"}
        )
        video = self._container.add_stream(encoder)
        sound = self._container.add_stream("aac")
        assert isinstance(video, av.VideoStream)
        assert isinstance(sound, av.AudioStream)
        self._video, self._sound = video, sound

    @property
    def video_codec(self) -> av.VideoCodecContext:
        """The first encoder of pictures; `begin` opens it."""
        return self._video.codec_context

    @property
    def sound_codec(self) -> av.AudioCodecContext:
        """The encoder of sound; `begin` opens it."""
        return self._sound.codec_context

    def begin(self) -> tuple[Tag, ...]:
        """Open both encoders; metadata and sequence headers, which every receiver gets first."""
        self._container.start_encoding()
        return tuple(self._taken())

    def video(self, packet: "av.Packet[Any]") -> list[Tag]:
        """Tags that are complete with this packet, of any encoder with the same headers."""
        packet.stream = self._video
        return self._muxed(packet)

    def sound(self, packet: "av.Packet[Any]") -> list[Tag]:
        """Tags that are complete with this packet."""
        packet.stream = self._sound
        return self._muxed(packet)

    def close(self) -> list[Tag]:
        """The last tags."""
        self._container.close()
        return self._taken()

    def _muxed(self, packet: "av.Packet[Any]") -> list[Tag]:
        self._container.mux(packet)
        return self._taken()

    def _taken(self) -> list[Tag]:
        taken = list(self._tags)
        self._tags.clear()
        return taken
