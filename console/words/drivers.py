"""Sentences about drivers and their settings."""

from console.words.saying import Saying

NO_DRIVER = Saying(
    "no_driver",
    ja="「{kind}」という種類はこのバージョンにはありません。種類名を確認してください。",
    en="This version knows no kind “{kind}”. Check the name of the kind.",
)
DRIVER_BROKEN = Saying(
    "driver_broken",
    ja="「{kind}」は読み込めませんでした ({reason})。`honban doctor` で足りないものを確認してください。",
    en="“{kind}” could not be loaded ({reason}). Run `honban doctor` to see what is missing.",
)
BAD_SETTINGS = Saying(
    "bad_settings",
    ja="「{kind}」の設定が正しくありません: {reason}。設定を直してください。",
    en="The settings of “{kind}” are not right: {reason}. Correct them.",
)
