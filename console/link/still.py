"""A small I420 picture as one JPEG and back, its planes untouched by any colour conversion.

The planes lie in one grey picture (Y above, U and V side by side below), so BT.709 stays BT.709.
"""

import cv2
import numpy as np

from console.media.picture import Picture

QUALITY = 75
LONGEST_BYTES = 2_000_000


def packed(picture: Picture, *, quality: int = QUALITY) -> bytes:
    """JPEG bytes. Sides even."""
    grey = np.vstack((picture.y, np.hstack((picture.u, picture.v))))
    done, jpeg = cv2.imencode(".jpg", grey, (cv2.IMWRITE_JPEG_QUALITY, quality))
    return jpeg.tobytes() if done else b""


def unpacked(jpeg: bytes, *, pts_us: int = 0) -> Picture | None:
    """The picture; None: it is none."""
    if not jpeg or len(jpeg) > LONGEST_BYTES:
        return None
    try:
        grey = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_GRAYSCALE)
    except cv2.error:
        return None
    if grey is None or grey.shape[0] % 3 or grey.shape[1] % 2:
        return None
    luma = np.asarray(grey, np.uint8)
    height, half = grey.shape[0] // 3 * 2, grey.shape[1] // 2
    return Picture(luma[:height], luma[height:, :half], luma[height:, half:], pts_us)
