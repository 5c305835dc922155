"""From one picture to another."""

import cv2
import numpy as np

from console.media.colour import yuv_of_hex
from console.media.picture import Picture
from console.model.scene import Transition


def mixed(transition: Transition, before: Picture, after: Picture, part: float, onto: Picture) -> None:
    """Write what is seen at 0..1 of the way into `onto`, which may be one of the two."""
    if transition.kind == "wipe":
        _wipe(before, after, part, onto)
    else:
        _dissolve(before, after, part, onto)


def _dissolve(before: Picture, after: Picture, part: float, onto: Picture) -> None:
    for a, b, plane in zip(before.planes, after.planes, onto.planes, strict=True):
        cv2.addWeighted(a, 1 - part, b, part, 0, dst=plane)


def _wipe(before: Picture, after: Picture, part: float, onto: Picture) -> None:
    """The new picture comes in from the left."""
    edge = round(after.width * part / 2) * 2
    for scale, a, b, plane in zip((1, 2, 2), before.planes, after.planes, onto.planes, strict=True):
        at = edge // scale
        np.copyto(plane[:, :at], b[:, :at])
        np.copyto(plane[:, at:], a[:, at:])


def dim(picture: Picture, level: float) -> None:
    """Towards black, in place; 1 leaves it as it is."""
    if level >= 1:
        return
    for plane, black in zip(picture.planes, yuv_of_hex("#000000"), strict=True):
        cv2.convertScaleAbs(plane, dst=plane, alpha=level, beta=black * (1 - level))
