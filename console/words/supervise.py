"""Sentences about what the supervisors see."""

from console.words.saying import Saying

SOURCE_STALE = Saying(
    "source_stale",
    ja="「{name}」の映像や音が止まりました。自動で開き直しています。ケーブルと電源を確認してください。",
    en="“{name}” gives no picture or sound any more. It is being opened again by itself; check cable and power.",
)
SOURCE_HANGS = Saying(
    "source_hangs",
    ja="「{name}」を開こうとしましたが、{seconds} 秒たっても応答がありません。自動で開き直しています。ほかのアプリが使っていないか確認してください。",
    en="“{name}” did not open within {seconds} s. It is tried again by itself; check that no other program uses it.",
)
SOURCE_BROKEN = Saying(
    "source_broken",
    ja="「{name}」を開く途中でエラーが起きました。自動で開き直しています。詳細はログにあります。",
    en="An error came up while opening “{name}”. It is tried again by itself; the log has the details.",
)
NO_KEY = Saying(
    "no_key",
    ja="「{name}」のストリームキーがエンジンのコンピューターに保存されていません。技術 (Alt+2) の配信先でキーを保存してください。",
    en="The stream key of “{name}” is not kept on the engine's computer. Save it at the destination in Tech (Alt+2).",
)
VAULT_SILENT = Saying(
    "vault_silent",
    ja="キーチェーンが応答しません。ロックを解除してください。「{name}」へは自動で再接続します。",
    en="The keyring does not answer. Unlock it; “{name}” is tried again by itself.",
)
PUBLISHING_BROKE = Saying(
    "publishing_broke",
    ja="「{name}」への送信中にプログラムのエラーが起きました ({reason})。自動で再接続します。詳細はログにあります。",
    en="An error of this program came up while sending to “{name}” ({reason}). It is tried again by itself; see the log.",
)
ENCODING_FAILED = Saying(
    "encoding_failed",
    ja="「{rendition}」のエンコードが止まりました ({reason})。自動で始め直しています。",
    en="Encoding of “{rendition}” stopped ({reason}). It is being started again by itself.",
)
ENCODER_BEHIND = Saying(
    "encoder_behind",
    ja="コンピューターが「{rendition}」のエンコードに追いつきません。ほかのアプリを閉じるか、画質を下げてください。",
    en="This computer cannot keep up with encoding “{rendition}”. Close other programs or lower the quality.",
)
RECORDING_BROKE = Saying(
    "recording_broke",
    ja="録画を始める途中でプログラムのエラーが起きました ({reason})。録画をもう一度始めてください。",
    en="An error of this program came up while the recording began ({reason}). Start recording again.",
)
MIXING_FAILED = Saying(
    "mixing_failed",
    ja="映像の合成でエラーが起きました ({reason})。自動で始め直しています。詳細はログにあります。",
    en="Mixing met an error ({reason}). It is being started again by itself; the log has the details.",
)
GRAPHIC_FAILED = Saying(
    "graphic_failed",
    ja="グラフィック「{name}」の内容を用意できませんでした ({reason})。設定を確認してください。",
    en="What the graphic “{name}” shows could not be made ({reason}). Check its settings.",
)
GRAPHIC_WITHOUT_ROOM = Saying(
    "graphic_without_room",
    ja="「{name}」を置く場所が画面にありません。ほかのグラフィックを外してください。",
    en="There is no room on the picture for “{name}”. Take another graphic off.",
)
