"""Encoder and publisher against a real ingest, judged by FFmpeg's own eyes."""

import asyncio
import io
import json
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from console.output.attempt import Ending
from console.output.encoder import Encoder
from console.output.outlet import Fan
from tests.support import ticks
from tests.support.nginx import Nginx
from tests.support.publishing import SHORT, Publishing, ending_of, publishing

PICTURES = 150


class Show:
    """An encoder whose ticks a test gives, as fast as the line takes them."""

    def __init__(self) -> None:
        self.fan = Fan()
        self._feed = ticks.feed()
        self.encoder = Encoder(ticks.rendition(), ticks.RATE, self._feed, self.fan, name="libx264")
        self.next = 0

    async def tick(self, count: int, on: Publishing) -> None:
        for _ in range(count):
            ticks.offer(self._feed, self.next)
            self.next += 1
            tick = self._feed.take(timeout_s=0)
            assert tick is not None
            self.encoder._encode(tick)
            # Why: the last picture may wait for its sound; all before it have to be on their way.
            await self._sent(on)

    async def _sent(self, on: Publishing) -> None:
        await on.until(lambda: on.figures.pictures >= self.encoder.figures.pictures - 2 or on.task.done())


def probed(path: Path) -> dict[str, Any]:
    """What ffprobe says of the first video stream and of every packet."""
    asked = ["-show_entries", "stream=codec_name,color_space,color_range,color_primaries,color_transfer,profile"]
    command = ["ffprobe", "-v", "error", "-of", "json", *asked, "-show_packets", str(path)]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, timeout=30).stdout)
    return found


@pytest.mark.parametrize("key", ["plain", "stream?sign=ab/cd=&x=1"])
def test_ffprobe_finds_every_picture_and_sound_on_a_time_base_of_its_own(tmp_path: Path, key: str) -> None:
    show = Show()

    async def scene(ingest: Nginx) -> Ending:
        async with publishing(ingest.server, key, headers=show.encoder.headers, fan=show.fan) as running:
            await running.is_live()
            await show.tick(PICTURES, running)
            ending, _ = await running.stopped()
            return ending

    with Nginx(tmp_path, record=True) as ingest:
        assert asyncio.run(scene(ingest)) == Ending(None, was_live=True)
        judged = probed(ingest.recordings[0])
    video = next(stream for stream in judged["streams"] if stream["codec_name"] == "h264")
    assert (video["color_space"], video["color_primaries"], video["color_transfer"]) == ("bt709",) * 3
    assert video["color_range"] == "tv"
    packets = [packet for packet in judged["packets"] if packet["codec_type"] == "video"]
    assert len(packets) >= PICTURES - 1
    assert float(packets[0]["dts_time"]) == 0.0
    assert packets[0]["flags"].startswith("K")
    steps = [float(after["dts_time"]) - float(before["dts_time"]) for before, after in pairwise(packets)]
    assert max(steps) <= 0.035
    sounds = [packet for packet in judged["packets"] if packet["codec_type"] == "audio"]
    assert abs(float(sounds[-1]["dts_time"]) - float(packets[-1]["dts_time"])) < 0.1


def test_who_joins_late_begins_with_the_next_keyframe_at_zero(tmp_path: Path) -> None:
    show = Show()

    async def scene(ingest: Nginx) -> None:
        headers, fan = show.encoder.headers, show.fan
        async with publishing(ingest.server, "first", headers=headers, fan=fan) as first:
            await first.is_live()
            await show.tick(70, first)
            async with publishing(ingest.server, "late", headers=headers, fan=fan) as late:
                await late.is_live(listeners=2)
                await show.tick(80, first)
                await late.until(lambda: late.figures.pictures >= 29)
                await late.stopped()

    with Nginx(tmp_path, record=True) as ingest:
        asyncio.run(scene(ingest))
        late = next(path for path in ingest.recordings if path.name.startswith("late"))
        frames = ticks.pictures_in(io.BytesIO(late.read_bytes()))
    numbers = list(ticks.numbers_in(frames))
    assert numbers[:29] == list(range(120, 149))
    assert float(frames[0].time or 0) == 0.0
    assert frames[0].key_frame


def test_the_server_comes_back_in_mid_show_and_a_new_attempt_goes_on(tmp_path: Path) -> None:
    show = Show()

    async def scene(ingest: Nginx) -> None:
        headers, fan = show.encoder.headers, show.fan
        async with publishing(ingest.server, "key", headers=headers, fan=fan) as running:
            await running.is_live()
            await show.tick(10, running)
            await asyncio.to_thread(ingest.restart)
            ending = await running.ended()
            assert ending.problem is not None
            assert (ending.problem.code, ending.is_final) == ("closed_without_word", False)
        async with publishing(ingest.server, "key", headers=headers, fan=fan) as again:
            await again.is_live()

    with Nginx(tmp_path) as ingest:
        asyncio.run(scene(ingest))


def test_a_key_in_use_is_refused_in_the_servers_words(tmp_path: Path) -> None:
    async def scene(ingest: Nginx) -> Ending:
        async with publishing(ingest.server, "taken") as first:
            await first.is_live()
            async with publishing(ingest.server, "taken") as second:
                return await second.ended()

    with Nginx(tmp_path) as ingest:
        ending = asyncio.run(scene(ingest))
    assert ending.is_final
    assert ending.problem is not None
    assert ending.problem.params["code"] == "NetStream.Publish.BadName"


def test_a_server_that_lets_nobody_publish_and_says_nothing_is_tried_again(tmp_path: Path) -> None:
    with Nginx(tmp_path, application=["deny publish all"]) as ingest:
        ending = ending_of(ingest.server, deadlines=SHORT)
    assert ending.problem is not None
    assert ending.problem.code.startswith("closed_")
    assert not ending.is_final
