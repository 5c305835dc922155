"""Sentences about what the supervisors see."""

from console.words.saying import Saying

SOURCE_STALE = Saying(
    "source_stale",
    ja="「{name}」の映像や音が止まりました。自動で開き直しています。ケーブルと電源を確認してください。",
    en="“{name}” gives no picture or sound any more. It is being opened again by itself; check cable and power.",
)
SOURCE_BROKEN = Saying(
    "source_broken",
    ja="「{name}」を開く途中でエラーが起きました。自動で開き直しています。詳細はログにあります。",
    en="An error came up while opening “{name}”. It is tried again by itself; the log has the details.",
)
NO_KEY = Saying(
    "no_key",
    ja="「{name}」のストリームキーがこのコンピューターに保存されていません。キーを入力してください。",
    en="The stream key of “{name}” is not kept on this computer. Enter it.",
)
VAULT_SILENT = Saying(
    "vault_silent",
    ja="キーチェーンが応答しません。ロックを解除してください。「{name}」へは自動で再接続します。",
    en="The keyring does not answer. Unlock it; “{name}” is tried again by itself.",
)
ENCODING_FAILED = Saying(
    "encoding_failed",
    ja="「{rendition}」のエンコードが止まりました。自動で始め直しています。",
    en="Encoding of “{rendition}” stopped. It is being started again by itself.",
)
ENCODER_BEHIND = Saying(
    "encoder_behind",
    ja="コンピューターが「{rendition}」のエンコードに追いつきません。ほかのアプリを閉じるか、画質を下げてください。",
    en="This computer cannot keep up with encoding “{rendition}”. Close other programs or lower the quality.",
)
MIXING_FAILED = Saying(
    "mixing_failed",
    ja="映像の合成でエラーが起き、始め直しました。",
    en="Mixing met an error and was started again.",
)
GRAPHIC_FAILED = Saying(
    "graphic_failed",
    ja="グラフィック「{name}」を描けませんでした ({reason})。前の画像を表示し続けます。",
    en="The graphic “{name}” could not be painted ({reason}). Its last picture stays.",
)
