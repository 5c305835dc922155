"""Sentences of a seat about its engine."""

from console.words.saying import Saying

ENGINE_IS_STARTING = Saying(
    "engine_is_starting",
    ja="配信エンジンを起動しています。数秒お待ちください。",
    en="The engine is starting. It takes a few seconds.",
)
ENGINE_DOES_NOT_START = Saying(
    "engine_does_not_start",
    ja="配信エンジンが起動しません。詳しくはログ ({log}) を見て、`honban doctor` を実行してください。",
    en="The engine does not start. The log ({log}) says why; `honban doctor` looks for the cause.",
)
NO_SCREEN = Saying(
    "no_screen",
    ja="画面が見つからないため、操作卓を開けません。画面なしで試すには `honban rehearse` を使ってください。",
    en="There is no screen to open the desk on. Without one, `honban rehearse` rehearses the show.",
)
NOT_AN_ENGINE = Saying(
    "not_an_engine",
    ja="「{address}」には接続できません。wss://ホスト名:ポート番号 の形で指定してください。",
    en="“{address}” cannot be connected to. Write it as wss://host:port.",
)
SHOW_GOES_ON = Saying(
    "show_goes_on",
    ja="ウィンドウを閉じても本番は続いています。もう一度 `honban` を起動すると、続きから操作できます。",
    en="The session goes on without the window. Start `honban` again to come back to it.",
)
