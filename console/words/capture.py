"""What is said about cameras, microphones, clips and the other sources."""

from console.words.saying import Saying

FILE_MISSING = Saying(
    "file_missing",
    ja="ファイル「{file}」が見つかりません。場所を確認するか、ファイルを選び直してください。",
    en="There is no file “{file}”. Check where it is, or choose another.",
)
FILE_UNREADABLE = Saying(
    "file_unreadable",
    ja="ファイル「{file}」を読み込めません({reason})。再生できるファイルか確認するか、書き出し直してください。",
    en="The file “{file}” cannot be read ({reason}). Check that it plays elsewhere, or export it again.",
)
FILE_TOO_LARGE = Saying(
    "file_too_large",
    ja="画像「{file}」が大きすぎます({megabytes} MB)。小さく書き出してから選び直してください。",
    en="The picture “{file}” is too large ({megabytes} MB). Export it smaller and choose it again.",
)
NOT_A_PICTURE = Saying(
    "not_a_picture",
    ja="「{file}」は画像として読み込めません。PNG・JPEG・WebPのいずれかを選んでください。",
    en="“{file}” cannot be read as a picture. Choose a PNG, JPEG or WebP file.",
)
NOTHING_TO_PLAY = Saying(
    "nothing_to_play",
    ja="「{file}」には映像も音声も入っていません。別のファイルを選んでください。",
    en="“{file}” holds neither picture nor sound. Choose another file.",
)
OUT_BEFORE_IN = Saying(
    "out_before_in",
    ja="「{name}」の終了位置が開始位置より前です。イン点とアウト点を直してください。",
    en="The out point of “{name}” is not after its in point. Correct the two.",
)
NOT_A_COLOUR = Saying(
    "not_a_colour",
    ja="色「{colour}」を読み取れません。#RRGGBB の形で入力してください。",
    en="“{colour}” is not a colour. Write it as #RRGGBB.",
)
CLIP_FAILED = Saying(
    "clip_failed",
    ja="「{name}」の再生が止まりました({reason})。ファイルを確認してください。",
    en="Playing “{name}” stopped ({reason}). Check the file.",
)
DEVICE_NOT_CHOSEN = Saying(
    "device_not_chosen",
    ja="「{name}」で使う機器が選ばれていません。一覧から選んでください。",
    en="No device is chosen for “{name}”. Choose one from the list.",
)
SOURCE_NOT_OPENED = Saying(
    "source_not_opened",
    ja="「{name}」を開けません({reason})。接続と、ほかのアプリが使っていないかを確認してください。",
    en="“{name}” cannot be opened ({reason}). Check its connection, and that no other program uses it.",
)
SOURCE_SILENT = Saying(
    "source_silent",
    ja="「{name}」から{seconds}秒間、映像も音声も届いていません。接続を確認してください。自動で開き直します。",
    en="Nothing has come from “{name}” for {seconds} s. Check its connection; it is opened again by itself.",
)
SOURCE_LOST = Saying(
    "source_lost",
    ja="「{name}」が途切れました({reason})。接続を確認してください。自動で開き直します。",
    en="“{name}” broke off ({reason}). Check its connection; it is opened again by itself.",
)
STREAM_ENDED = Saying(
    "stream_ended",
    ja="「{name}」の配信元が送信を終えました。再開されると自動で開き直します。",
    en="The other side of “{name}” stopped sending. It is opened again by itself when it resumes.",
)
CHILD_DIED = Saying(
    "child_died",
    ja="「{name}」を読み取るプログラムが落ちました。自動で開き直します。続くときは機器のドライバーを更新してください。",
    en="The program that reads “{name}” crashed. It is started again; if that repeats, update the device's driver.",
)
SCREEN_NOT_AVAILABLE = Saying(
    "screen_not_available",
    ja="この環境では画面を取り込めません。X11のデスクトップ、Windows、macOSのいずれかで使ってください。",
    en="The screen cannot be captured here. Use an X11 desktop, Windows or macOS.",
)
SCHEME_NOT_IN_BUILD = Saying(
    "scheme_not_in_build",
    ja="{scheme}:// はこのビルドでは使えません。RTSP・RTMP・HTTP(S)のいずれかの宛先にしてください。",
    en="{scheme}:// is not in this build. Use an RTSP, RTMP or HTTP(S) address.",
)
NOT_AN_ADDRESS = Saying(
    "not_an_address",
    ja="「{name}」の宛先を読み取れません。rtsp://・rtmp://・https:// などで始まる宛先を貼り付けてください。",
    en="The address of “{name}” cannot be read. Paste one that begins with rtsp://, rtmp:// or https://.",
)
SOUND_LIBRARY_MISSING = Saying(
    "sound_library_missing",
    ja="音声ライブラリーPortAudioがありません({reason})。Debian・Ubuntuでは「sudo apt install libportaudio2」を実行してください。",
    en="The sound library PortAudio is missing ({reason}). On Debian and Ubuntu run “sudo apt install libportaudio2”.",
)
MICROPHONE_ABSENT = Saying(
    "microphone_absent",
    ja="マイク「{device}」がつながっていません。接続するか、一覧から別のマイクを選んでください。",
    en="The microphone “{device}” is not connected. Connect it, or choose another from the list.",
)
MICROPHONE_STOPPED = Saying(
    "microphone_stopped",
    ja="マイク「{name}」からの音が止まりました。ケーブルを確認してください。自動で開き直します。",
    en="Sound from the microphone “{name}” stopped. Check its cable; it is opened again by itself.",
)
OUTPUT_ABSENT = Saying(
    "output_absent",
    ja="音声出力「{device}」がつながっていないため、モニターの音が出ません。接続するか、一覧から別の出力を選んでください。配信には影響しません。",
    en="The sound output “{device}” is not connected, so nothing is heard. Connect it, or choose another from the list. "
    "What is on air is not affected.",
)
OUTPUT_NOT_OPENED = Saying(
    "output_not_opened",
    ja="音声出力「{device}」を開けません({reason})。ほかのアプリが使っていないかを確認してください。自動で開き直します。",
    en="The sound output “{device}” cannot be opened ({reason}). Check that no other program uses it; "
    "it is opened again by itself.",
)
OUTPUT_STOPPED = Saying(
    "output_stopped",
    ja="音声出力「{device}」から音が出なくなりました。ケーブルを確認してください。自動で開き直します。配信には影響しません。",
    en="The sound output “{device}” stopped playing. Check its cable; it is opened again by itself. "
    "What is on air is not affected.",
)
LISTING_TIMED_OUT = Saying(
    "listing_timed_out",
    ja="機器の一覧を{seconds}秒以内に取得できませんでした。機器を抜き差しして、もう一度お試しください。",
    en="The devices could not be listed within {seconds} s. Unplug and replug the device and try again.",
)
