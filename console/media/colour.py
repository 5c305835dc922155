"""The one conversion between RGB and the BT.709 limited-range YUV of Program.

Source: ITU-R BT.709-6, Kr = 0.2126, Kb = 0.0722; limited range 16..235 and 16..240. cv2's own codes are BT.601.
"""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.uint8]

KR, KB = 0.2126, 0.0722
KG = 1.0 - KR - KB
_LUMA, _CHROMA = 219 / 255, 224 / 255

_FROM_RGB = np.array(
    [
        [KR * _LUMA, KG * _LUMA, KB * _LUMA],
        [-KR / (2 * (1 - KB)) * _CHROMA, -KG / (2 * (1 - KB)) * _CHROMA, 0.5 * _CHROMA],
        [0.5 * _CHROMA, -KG / (2 * (1 - KR)) * _CHROMA, -KB / (2 * (1 - KR)) * _CHROMA],
    ]
)
_OFFSET = np.array([16.0, 128.0, 128.0])
_FROM_BGRA = np.column_stack([_FROM_RGB[:, ::-1], _OFFSET / 255])
"""For premultiplied pixels: the offset counts only as far as the pixel is opaque."""
_FROM_BGR = np.column_stack([_FROM_RGB[:, ::-1], _OFFSET])
_TO_RGB = np.linalg.inv(_FROM_RGB)
_TO_BGR = np.column_stack([_TO_RGB[::-1], -(_TO_RGB @ _OFFSET)[::-1]])


def yuv_of_rgb(red: int, green: int, blue: int) -> tuple[int, int, int]:
    """One colour."""
    y, u, v = (_FROM_RGB @ (red, green, blue) + _OFFSET).round().astype(int).tolist()
    return y, u, v


def yuv_of_hex(colour: str) -> tuple[int, int, int]:
    """One colour written #RRGGBB."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return yuv_of_rgb(red, green, blue)


def planes_of_bgr(bgr: NDArray[np.uint8]) -> tuple[Plane, Plane, Plane]:
    """I420 planes of an opaque (h, w, 3) picture; h and w even."""
    return _subsampled(cv2.transform(bgr, _FROM_BGR))


def planes_of_bgra(bgra: NDArray[np.uint8]) -> tuple[Plane, Plane, Plane]:
    """I420 planes of a premultiplied (h, w, 4) picture, themselves premultiplied; h and w even."""
    return _subsampled(cv2.transform(bgra, _FROM_BGRA))


def bgr_of_planes(y: Plane, u: Plane, v: Plane) -> NDArray[np.uint8]:
    """An (h, w, 3) picture for people to look at."""
    size = (y.shape[1], y.shape[0])
    full = [y, *(cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR) for plane in (u, v))]
    return _bytes(cv2.transform(cv2.merge(full), _TO_BGR))


def _subsampled(yuv: Any) -> tuple[Plane, Plane, Plane]:
    y, u, v = cv2.split(yuv)
    half = (y.shape[1] // 2, y.shape[0] // 2)
    small = (cv2.resize(plane, half, interpolation=cv2.INTER_AREA) for plane in (u, v))
    return _bytes(y), *(_bytes(plane) for plane in small)  # type: ignore[return-value]


def _bytes(plane: Any) -> NDArray[np.uint8]:
    return np.ascontiguousarray(plane, dtype=np.uint8)
