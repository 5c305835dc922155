"""Sentences about rehearsals: the built-in receiver, and the summary after one."""

from console.words.saying import Saying

STREAM_UNREADABLE = Saying(
    "stream_unreadable",
    ja="受信した映像を再生できません({detail})。映像が途中で切れていないか、壊れていないかを確認してください。",
    en="What arrived cannot be played ({detail}). See whether the stream or the file is complete.",
)
STREAM_WITHOUT_MEDIA = Saying(
    "stream_without_media",
    ja="受信したデータに映像も音声もありません。配信の設定で映像と音声が有効か確認してください。",
    en="What arrived holds neither picture nor sound. Check that the stream is set to carry them.",
)
RECEIVER_GONE = Saying(
    "receiver_gone",
    ja="リハーサル用の受信プログラムが動いていません。リハーサルをもう一度始めてください。",
    en="The rehearsal's receiver is not running. Start the rehearsal again.",
)
RECEIVER_MUTE = Saying(
    "receiver_mute",
    ja="リハーサル用の受信プログラムが{seconds}秒たっても応答しません。ほかの重い処理を止めて、リハーサルをもう一度始めてください。",
    en="The rehearsal's receiver has not answered for {seconds} s. Close other heavy programs and start the rehearsal again.",
)
