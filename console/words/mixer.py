"""What is said about mixing picture and sound."""

from console.words.saying import Saying

MONITOR_WITHOUT_ROOM = Saying(
    "monitor_without_room",
    ja="モニターの映像を置くメモリがありません({reason})。ほかのアプリを閉じてから、もう一度開いてください。配信には影響しません。",
    en="There is no memory for the picture of this monitor ({reason}). Close other programs, then open it again. "
    "What is on air is not affected.",
)
SOURCE_MISBEHAVED = Saying(
    "source_misbehaved",
    ja="「{name}」の映像か音を受け取る途中でプログラムのエラーが起きました。自動で開き直しています。詳細はログにあります。",
    en="An error of this program came up while “{name}” was playing. It is being opened again by itself; "
    "the log has the details.",
)
FILTERS_REFUSED = Saying(
    "filters_refused",
    ja="「{name}」の音声フィルターの数値が範囲外のため、フィルターなしで流しています。数値を直してください。",
    en="A filter of “{name}” has a number out of its range, so its sound is not filtered. Correct the number.",
)
