"""What is said about mixing picture and sound."""

from console.words.saying import Saying

MONITOR_WITHOUT_ROOM = Saying(
    "monitor_without_room",
    ja="モニターの映像を置くメモリがありません({reason})。ほかのアプリを閉じてから、もう一度開いてください。配信には影響しません。",
    en="There is no memory for the picture of this monitor ({reason}). Close other programs, then open it again. "
    "What is on air is not affected.",
)
FILTERS_REFUSED = Saying(
    "filters_refused",
    ja="「{name}」の音声フィルターの数値が範囲外のため、フィルターなしで流しています。数値を直してください。",
    en="A filter of “{name}” has a number out of its range, so its sound is not filtered. Correct the number.",
)
