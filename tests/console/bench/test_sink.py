import time
from pathlib import Path

import av
import pytest

from console.bench.delay import delay_of
from console.bench.footage import write_clip
from console.bench.sink import Sink
from console.bench.sink_main import Arrived
from console.errors import ConsoleError
from console.model.canvas import Canvas
from tests.support.eventually import eventually


def published(clip: Path, address: str) -> None:
    """At once, as fast as it goes."""
    with av.open(str(clip)) as source, av.open(f"{address}/key", "w", format="flv") as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)


def test_every_picture_is_counted_and_the_first_one_tells_the_tick(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", Canvas(288, 512), seconds=1)
    with Sink() as sink:
        began_s = time.time()
        published(clip, sink.address)
        sink.wait_for_picture(timeout_s=5)
        assert eventually(lambda: len(sink.arrived().dts_ms) == 30)
        arrived = sink.arrived()
        assert arrived.bytes > 1000
        delay = delay_of(arrived, on_air_s=began_s - 1.0, fps=30)
        assert delay.median_frames is not None
        assert 0 < delay.median_frames < 300
        sink.forget()
        assert sink.arrived() == Arrived()


def test_pictures_that_never_come_are_not_waited_for_for_ever() -> None:
    with Sink() as sink, pytest.raises(ConsoleError):
        sink.wait_for_picture(timeout_s=0.1)


def test_without_a_picture_there_is_no_delay() -> None:
    assert delay_of(Arrived(), on_air_s=0, fps=30).median_frames is None
