"""Any decoded frame as the house's picture, converted once or not at all: yuv420p, BT.709 limited, even sides."""

import av
import cv2
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

from console.media.colour import Plane
from console.media.picture import Picture, picture_of_frame

_UNTAGGED = {0, 2, 3}
"""AVCOL_SPC_RGB, UNSPECIFIED and RESERVED: the pixels do not say which matrix made them."""
_MATRICES = {1: Colorspace.ITU709, 4: Colorspace.FCC, 5: Colorspace.ITU601, 6: Colorspace.ITU601, 7: 7, 9: 9, 10: 9}
"""AVCOL_SPC_* -> SWS_CS_*."""
_QUARTERS = {90: cv2.ROTATE_90_COUNTERCLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_CLOCKWISE}


class Converter:
    """One source's way from frames to pictures; keeps swscale's tables between frames of one kind."""

    def __init__(self, *, at_most: tuple[int, int] | None = None) -> None:
        """`at_most` (width, height): larger frames are made smaller until they just cover that, else left."""
        self._reformatter = VideoReformatter()
        self._at_most = at_most
        self._kind: tuple[object, ...] = ()
        """What the newest frame was."""
        self._is_right = False
        """Frames of that kind are pictures as they are."""

    def picture(self, frame: av.VideoFrame, *, pts_us: int = 0, pixel_aspect: float = 1.0) -> Picture:
        """Of the frame's own memory wherever that is right already."""
        return _turned(_evened(picture_of_frame(self._right(frame, pixel_aspect), pts_us=pts_us)), frame.rotation)

    def _right(self, frame: av.VideoFrame, pixel_aspect: float) -> av.VideoFrame:
        kind = (frame.format.name, frame.colorspace, frame.color_range, frame.width, frame.height, pixel_aspect)
        if kind != self._kind:
            self._kind, self._is_right = kind, self._is_right_already(frame, pixel_aspect)
        return frame if self._is_right else self._made_right(frame, pixel_aspect)

    def _is_right_already(self, frame: av.VideoFrame, pixel_aspect: float) -> bool:
        return (
            frame.format.name == "yuv420p"
            and matrix_of(frame) == Colorspace.ITU709
            and not is_full_range(frame)
            and self._size(frame, pixel_aspect) == (frame.width, frame.height)
        )

    def _made_right(self, frame: av.VideoFrame, pixel_aspect: float) -> av.VideoFrame:
        full = is_full_range(frame)
        width, height = self._size(frame, pixel_aspect)
        return self._reformatter.reformat(
            frame,
            width=width,
            height=height,
            format="yuv420p",
            src_colorspace=matrix_of(frame),
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG if full else ColorRange.MPEG,
            dst_color_range=ColorRange.MPEG,
            threads=1,
        )

    def _size(self, frame: av.VideoFrame, pixel_aspect: float) -> tuple[int, int]:
        width, height = frame.width, frame.height
        if not 0.99 < pixel_aspect < 1.01:
            width = max(2, round(width * pixel_aspect / 2) * 2)
        if self._at_most is None:
            return width, height
        scale = max(self._at_most[0] / width, self._at_most[1] / height)
        return (width, height) if scale >= 1 else (_even(width * scale), _even(height * scale))


def matrix_of(frame: av.VideoFrame) -> int:
    """SWS_CS_* of a frame; where it does not say, that of its size (mpv: BT.709 from 1280 wide or 577 high)."""
    if frame.format.is_rgb:
        return int(Colorspace.ITU709)  # Why: swscale takes the matrix of the YUV side from the destination.
    if frame.colorspace not in _UNTAGGED:
        return int(_MATRICES.get(frame.colorspace, Colorspace.ITU709))
    is_hd = frame.width >= 1280 or frame.height > 576
    return int(Colorspace.ITU709 if is_hd else Colorspace.ITU601)


def is_full_range(frame: av.VideoFrame) -> bool:
    """Whether luma runs from 0 to 255."""
    return frame.color_range == ColorRange.JPEG or frame.format.is_rgb or frame.format.name.startswith("yuvj")


def _even(pixels: float) -> int:
    return max(2, -(-int(pixels + 0.5) // 2) * 2)


def _evened(picture: Picture) -> Picture:
    height, width = picture.y.shape
    if not (height & 1 or width & 1):
        return picture
    width, height = width & ~1, height & ~1
    half = np.s_[: height // 2, : width // 2]
    return Picture(picture.y[:height, :width], picture.u[half], picture.v[half], picture.pts_us)


def _turned(picture: Picture, degrees: int) -> Picture:
    """Upright; `degrees` counter-clockwise, as the display matrix of telephones says."""
    turn = _QUARTERS.get(degrees % 360)
    if turn is None:
        return picture
    y, u, v = (_rotated(plane, turn) for plane in picture.planes)
    return Picture(y, u, v, picture.pts_us)


def _rotated(plane: Plane, turn: int) -> Plane:
    turned: Plane = np.asarray(cv2.rotate(plane, turn), np.uint8)
    return turned
