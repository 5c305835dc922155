"""Something is being put right: please wait."""

from console.words.on_air import PLEASE_WAIT, PLEASE_WAIT_MORE
from overlays.worded_slate import worded_slate

DRIVER = worded_slate(
    "slate_wait",
    title_ja="お待ちくださいスレート",
    title_en="Please-wait slate",
    large=PLEASE_WAIT,
    small=PLEASE_WAIT_MORE,
)
