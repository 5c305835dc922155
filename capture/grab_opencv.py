"""Grabbing through OpenCV, for devices that FFmpeg does not reach. Pixels come as BGR."""

import contextlib
import os
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from capture.grab import Sink
from capture.order import Order
from capture.pace import Steady
from console.errors import ConsoleError
from console.media.clock import now_us
from console.media.colour import planes_of_bgr
from console.media.picture import Picture
from console.words.capture import SOURCE_LOST, SOURCE_NOT_OPENED

_MISSES = 30
"""Readings without a picture in a row after which a device has gone."""


def grab_opencv(order: Order, sink: Sink) -> None:
    """Until the engine goes or the device does; a file plays at its rate, over and over. Raises `ConsoleError`."""
    os.environ["OPENCV_FFMPEG_LOGLEVEL"] = "-8"  # Why: FFmpeg's own words hold addresses.
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    with contextlib.closing(_Device(order)) as device:
        sink.opened(has_picture=True, has_sound=False)
        steady = Steady()
        while True:
            bgr = device.read()
            device.pace(sink)
            sink.picture(Picture(*planes_of_bgr(_fitted(bgr, order.at_most))), taken_us=steady.moment(now_us()))


class _Device:
    """An open capture."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._capture = cv2.VideoCapture(order.input)
        if not self._capture.isOpened():
            raise ConsoleError(SOURCE_NOT_OPENED(name=order.name, reason="OpenCV"))
        self._is_file = isinstance(order.input, str) and Path(order.input).is_file()
        self._ask_for(order)
        self._interval_us = int(1_000_000 / (self._capture.get(cv2.CAP_PROP_FPS) or 30))
        self._due_us = now_us()

    def read(self) -> NDArray[np.uint8]:
        """The next picture, (h, w, 3)."""
        for miss in range(_MISSES):
            got, bgr = self._capture.read()
            if got:
                return np.asarray(bgr, np.uint8)
            if self._is_file and miss == 0:
                self._capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
        raise ConsoleError(SOURCE_LOST(name=self._order.name, reason="OpenCV"))

    def pace(self, sink: Sink) -> None:
        """A device sets the pace itself; a file is held to its rate."""
        sink.check()
        if self._is_file:
            sink.wait_until(self._due_us)
            self._due_us = max(self._due_us + self._interval_us, now_us() - self._interval_us)

    def close(self) -> None:
        self._capture.release()

    def _ask_for(self, order: Order) -> None:
        if self._is_file:
            return
        if order.size is not None:
            self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, order.size[0])
            self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, order.size[1])
        if order.rate is not None:
            self._capture.set(cv2.CAP_PROP_FPS, order.rate)


def _fitted(bgr: NDArray[np.uint8], at_most: tuple[int, int]) -> NDArray[np.uint8]:
    """Not larger than just covers the canvas, with even sides."""
    tall, wide = bgr.shape[:2]
    scale = max(at_most[0] / wide, at_most[1] / tall)
    if scale >= 1:
        return np.ascontiguousarray(bgr[: tall & ~1, : wide & ~1])
    size = (round(wide * scale / 2) * 2, round(tall * scale / 2) * 2)
    return np.asarray(cv2.resize(bgr, size, interpolation=cv2.INTER_AREA), np.uint8)
