"""Sentences about encoding and sending."""

from console.words.saying import Saying

ENCODER_REFUSED = Saying(
    "encoder_refused",
    ja="エンコーダー「{encoder}」がこの設定を受け付けません ({reason})。サイズ・フレームレート・ビットレートを見直してください。",
    en="The encoder “{encoder}” does not take these settings ({reason}). Change size, rate or bitrate.",
)
