"""Sentences about commands that cannot be obeyed, and about the session."""

from console.words.saying import Saying

NOTHING_ON_PREVIEW = Saying(
    "nothing_on_preview",
    ja="プレビューに何もありません。先にシーンをプレビューに選んでください。",
    en="Nothing is on Preview. Put a scene on Preview first.",
)
NO_SUCH_SCENE = Saying(
    "no_such_scene",
    ja="シーン「{scene}」はこの番組にありません。番組のシーンから選んでください。",
    en="This show has no scene “{scene}”. Choose one of the show's scenes.",
)
NO_SUCH_OVERLAY = Saying(
    "no_such_overlay",
    ja="グラフィック「{overlay}」はこの番組にありません。番組のグラフィックから選んでください。",
    en="This show has no graphic “{overlay}”. Choose one of the show's graphics.",
)
NO_SUCH_DESTINATION = Saying(
    "no_such_destination",
    ja="配信先「{destination}」はこの番組にありません。番組の配信先から選んでください。",
    en="This show has no destination “{destination}”. Choose one of the show's destinations.",
)
NO_SUCH_SOURCE_OPEN = Saying(
    "no_such_source_open",
    ja="素材「{source}」は今使われていません。リハーサルか本番の開始後に、番組の素材から選んでください。",
    en="No source “{source}” is in use now. Once a rehearsal or the show runs, choose one of the show's sources.",
)
NO_SUCH_RENDITION = Saying(
    "no_such_rendition",
    ja="レンディション「{rendition}」はこの番組にありません。番組の設定を確認してください。",
    en="This show has no rendition “{rendition}”. Check the show's settings.",
)
RECORDING_RUNS = Saying(
    "recording_runs",
    ja="すでに「{path}」に録画しています。先に止めてください。",
    en="Recording to “{path}” already. Stop that first.",
)
DESTINATION_NOT_WANTED = Saying(
    "destination_not_wanted",
    ja="配信先「{destination}」は停止中です。再試行ではなく、開始してください。",
    en="The destination “{destination}” is stopped. Start it instead of trying again.",
)
NO_SUCH_STRIP = Saying(
    "no_such_strip",
    ja="音声「{strip}」はこの番組にありません。本線か、番組の音声から選んでください。",
    en="This show has no sound “{strip}”. Choose Program or one of the show's sounds.",
)
LISTENING_OUT_OF_RANGE = Saying(
    "listening_out_of_range",
    ja="モニター音量は{low}〜{high} dBにしてください。",
    en="Choose a listening level between {low} and {high} dB.",
)
NO_SUCH_ENTITY = Saying(
    "no_such_entity",
    ja="{area} に「{id}」はありません。ほかの人が削除した可能性があります。",
    en="There is no “{id}” in {area}. Someone else may have removed it.",
)
STALE_EDIT = Saying(
    "stale_edit",
    ja="「{id}」は先にほかの人が変更しました。最新の内容を見てから変更してください。",
    en="Someone else changed “{id}” first. Look at the newest version and edit that.",
)
BAD_EDIT = Saying(
    "bad_edit",
    ja="この変更はできません: {reason}。値を直してください。",
    en="This change is not possible: {reason}. Correct the value.",
)
NO_SESSION = Saying(
    "no_session",
    ja="セッションが始まっていません。先にリハーサルかスタンバイを開始してください。",
    en="No session runs. Start a rehearsal or stand by first.",
)
SESSION_RUNS = Saying(
    "session_runs",
    ja="セッションの途中です。先に終了してください。",
    en="A session is running. End it first.",
)
NO_SCENES = Saying(
    "no_scenes",
    ja="この番組にはシーンがありません。シーンを一つ以上作ってください。",
    en="This show has no scene. Make at least one.",
)
SPEED_ONLY_IN_REHEARSAL = Saying(
    "speed_only_in_rehearsal",
    ja="速度を変えられるのはリハーサルだけです。速度 1 で始めるか、リハーサルにしてください。",
    en="Only a rehearsal may run at another speed. Start at speed 1 or rehearse.",
)
SPEED_OUT_OF_RANGE = Saying(
    "speed_out_of_range",
    ja="リハーサルの速度は {low} から {high} までです。{speed} は使えません。",
    en="A rehearsal runs at a speed from {low} to {high}, not at {speed}.",
)
SESSION_RESUMED = Saying(
    "session_resumed",
    ja="エンジンが再起動し、番組の続きを再開しました。",
    en="The engine was started again and the show goes on where it was.",
)
SESSION_LOST = Saying(
    "session_lost",
    ja="前回のセッションは途中で切れ、時間が経ちすぎました。何も配信していません。続けるには開始し直してください。",
    en="The last session broke off too long ago. Nothing is on air. To go on, start it again.",
)
MEDIA_RESTARTED = Saying(
    "media_restarted",
    ja="コンピューターが {seconds} 秒止まっていました。映像と音を新しく始めました。",
    en="The computer stood still for {seconds} s. Picture and sound began anew.",
)
CLOCK_STEPPED = Saying(
    "clock_stepped",
    ja="コンピューターの時計が {seconds} 秒変わりました。番組の進行は変わりません。",
    en="The computer's clock was moved by {seconds} s. The show is not affected.",
)
