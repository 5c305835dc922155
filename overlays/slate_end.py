"""The show is over: thanks, and when the next one is."""

from console.words.on_air import SEE_YOU, THANK_YOU
from overlays.worded_slate import worded_slate

DRIVER = worded_slate(
    "slate_end",
    title_ja="終了スレート",
    title_en="Ending slate",
    large=THANK_YOU,
    small=SEE_YOU,
)
