"""Sentences about recordings: where they go, why one ended, what endangers it, and their MP4."""

from console.words.saying import Saying

RECORDING_FOLDER_MISSING = Saying(
    "recording_folder_missing",
    ja="録画先のフォルダーがありません (「{path}」)。フォルダーを作るか、別の場所を指定してください。",
    en="The folder of the recording “{path}” does not exist. Make it, or name another place.",
)
RECORDING_NOT_WRITABLE = Saying(
    "recording_not_writable",
    ja="「{path}」に書き込む権限がありません。権限を変えるか、別の場所を指定してください。",
    en="“{path}” may not be written. Change its permissions, or name another place for the recording.",
)
RECORDING_IS_A_FOLDER = Saying(
    "recording_is_a_folder",
    ja="「{path}」はフォルダーです。録画のファイル名まで指定してください。",
    en="“{path}” is a folder. Name the file to record into, too.",
)
RECORDING_NAME_TOO_LONG = Saying(
    "recording_name_too_long",
    ja="録画のファイル名が長すぎます (「{path}」)。短い名前を指定してください。",
    en="The name of the recording is too long (“{path}”). Choose a shorter one.",
)
RECORDING_BAD_NAME = Saying(
    "recording_bad_name",
    ja="「{path}」は録画のファイル名に使えません。show.mkv のような名前を指定してください。",
    en="“{path}” cannot be the name of a recording. Choose one like show.mkv.",
)
RECORDING_DISK_FULL = Saying(
    "recording_disk_full",
    ja="ディスクがいっぱいになり、録画「{path}」が止まりました。そこまでは再生できます。空きを作って、録画をもう一度始めてください。",
    en="The disk is full: the recording “{path}” stopped. It plays up to there. Free some space and start recording again.",
)
RECORDING_FILE_TOO_LARGE = Saying(
    "recording_file_too_large",
    ja="録画「{path}」がこのディスクで許される大きさに達しました。そこまでは再生できます。続きは次のファイルに録画します。",
    en="The recording “{path}” is as large as this disk allows. It plays up to there. The show goes on in the next file.",
)
RECORDING_WRITE_FAILED = Saying(
    "recording_write_failed",
    ja="録画「{path}」を書き込めなくなりました ({reason})。そこまでは再生できます。ディスクの接続を確認してください。",
    en="The recording “{path}” can no longer be written ({reason}). It plays up to there. Check the disk's connection.",
)
RECORDING_NO_SPACE = Saying(
    "recording_no_space",
    ja="録画先の空き容量が {free_mb} MB しかありません ({stop_mb} MB 以上必要です)。空きを作るか、別のディスクを指定してください。",
    en="Only {free_mb} MB are free where the recording would go; it needs more than {stop_mb} MB. Free some space, or name another disk.",
)
RECORDING_STOPPED_FOR_SPACE = Saying(
    "recording_stopped_for_space",
    ja="ディスクの空きが {stop_mb} MB を切ったので、録画「{path}」を閉じました。本番は続いています。空きを作って、録画をもう一度始めてください。",
    en="The recording “{path}” was closed since less than {stop_mb} MB are free. The show goes on. Free some space and start recording again.",
)
RECORDING_SPACE_LOW = Saying(
    "recording_space_low",
    ja="録画できるのは残り約{minutes}分です。ディスクの空きを増やしてください。",
    en="There is room for about {minutes} more minutes of recording. Free some space on the disk.",
)
RECORDING_FALLS_BEHIND = Saying(
    "recording_falls_behind",
    ja="ディスクが遅く、録画の一部が抜けました ({dropped}件)。配信は続いています。ディスクを使う他のプログラムを終了してください。",
    en="The disk is too slow: parts of the recording are missing ({dropped} pieces). The stream goes on. Close other programs that use the disk.",
)
RECORDER_SILENT = Saying(
    "recorder_silent",
    ja="録画が{seconds}秒間書き込まれていません。配信は続いています。ディスクの接続を確認してください。",
    en="Nothing has been recorded for {seconds} seconds. The stream goes on. Check the disk's connection.",
)
RECORDER_DIED = Saying(
    "recorder_died",
    ja="録画のプログラムが突然終了しました。「{path}」は直前まで再生できます。続きは次のファイルに録画します。",
    en="The recorder ended unexpectedly. “{path}” plays up to the last second. The show goes on in the next file.",
)
RECORDING_CUT_SHORT = Saying(
    "recording_cut_short",
    ja="ディスクが応答しないので、録画「{path}」を途中で打ち切りました。書き込まれたところまで再生できます。",
    en="The disk did not answer, so the recording “{path}” was cut short. It plays as far as it was written.",
)
RECORDING_STREAM_CHANGED = Saying(
    "recording_stream_changed",
    ja="映像の形式が変わったので、録画「{path}」を閉じました。続きは次のファイルに録画します。",
    en="The stream's format changed, so the recording “{path}” was closed. The show goes on in the next file.",
)

REMUX_UNREADABLE = Saying(
    "remux_unreadable",
    ja="「{path}」を読み込めません ({reason})。録画のファイルかどうか、権限とディスクを確認してください。",
    en="“{path}” cannot be read ({reason}). Check that it is a recording, its permissions and its disk.",
)
REMUX_EMPTY = Saying(
    "remux_empty",
    ja="「{path}」には映像も音声も入っていません。別の録画を指定してください。",
    en="“{path}” holds neither picture nor sound. Name another recording.",
)
REMUX_NO_SPACE = Saying(
    "remux_no_space",
    ja="MP4を作るには {needed_mb} MB の空きが必要ですが、{free_mb} MB しかありません。録画はそのままです。空きを作ってから、もう一度試してください。",
    en="The MP4 needs {needed_mb} MB, but only {free_mb} MB are free. The recording is as it was. Free some space and try again.",
)
REMUX_FAILED = Saying(
    "remux_failed",
    ja="「{path}」からMP4を作れませんでした ({reason})。録画はそのままです。空き容量と権限を確認して、もう一度試してください。",
    en="No MP4 could be made of “{path}” ({reason}). The recording is as it was. Check free space and permissions, then try again.",
)
REMUX_TOO_SLOW = Saying(
    "remux_too_slow",
    ja="「{path}」のMP4への変換が{seconds}秒たっても終わらないので、中止しました。録画はそのままです。ディスクを確認して、もう一度試してください。",
    en="The MP4 of “{path}” was not ready after {seconds} seconds and was given up. The recording is as it was. Check the disk and try again.",
)
REMUX_DONE = Saying(
    "remux_done",
    ja="MP4ができました: {path}",
    en="The MP4 is ready: {path}",
)
