"""Sentences of `honban devices`."""

from console.words.saying import Saying

NOTHING_OF_THIS_KIND = Saying(
    "nothing_of_this_kind",
    ja="見つかりません",
    en="none found",
)
NO_DEVICES = Saying(
    "no_devices",
    ja="カメラ、マイク、画面が見つかりません。機器をつなぎ、ほかのアプリを閉じてから、もう一度 `honban devices` を実行してください。動画、静止画、カラーバーは機器がなくても使えます。",
    en="No camera, microphone or screen was found. Connect one, close other programs that use it, and run `honban devices` again. Clips, pictures and colour bars work without a device.",
)
KINDS_WITHOUT_DEVICES = Saying(
    "kinds_without_devices",
    ja="機器のいらない種類: {kinds}",
    en="Kinds that need no device: {kinds}",
)
NO_KINDS = Saying(
    "no_kinds",
    ja="映像や音の種類がひとつも入っていません。Honban を入れ直してください。",
    en="No kind of picture or sound is installed. Install Honban again.",
)
KIND_TIMED_OUT = Saying(
    "kind_timed_out",
    ja="「{kind}」は{seconds}秒以内に答えませんでした。機器を抜き差しするか、ドライバーを更新して、もう一度お試しください。",
    en="“{kind}” gave no answer within {seconds} s. Unplug and replug the device or update its driver, then try again.",
)
KIND_FAILED = Saying(
    "kind_failed",
    ja="「{kind}」の機器を一覧にできませんでした ({reason})。`honban doctor` で足りないものを確認してください。",
    en="The devices of “{kind}” could not be listed ({reason}). Run `honban doctor` to see what is missing.",
)
DEVICE_KEY = Saying("device_key", ja="識別名", en="key")
DEVICE_SETTINGS = Saying("device_settings", ja="設定", en="settings")
