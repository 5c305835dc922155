"""Sentences about what is kept on this machine: journals, shows, folders, keys, and who may use them."""

from console.words.saying import Saying

JOURNAL_FAILING = Saying(
    "journal_failing",
    ja="番組の記録を書き込めません ({reason})。本番は続いています。ディスクの空き容量と接続を確認してください。復旧すると自動で書き込みます。",
    en="The record of the show cannot be written ({reason}). The show goes on. Check the disk's free space and its connection; writing resumes by itself.",
)
JOURNAL_BEHIND = Saying(
    "journal_behind",
    ja="ディスクが遅く、番組の記録が追いつきません。本番は続いています。ディスクを使う他のプログラムを終了してください。",
    en="The disk is too slow for the record of the show: entries are missing from it. The show goes on. Close other programs that use the disk.",
)
JOURNAL_UNREADABLE = Saying(
    "journal_unreadable",
    ja="前回の番組の記録「{name}」を読み込めません ({reason})。ファイルは変更していません。新しい番組を開始してください。",
    en="The record of the last show, “{name}”, cannot be read ({reason}). The file was left as it is. Start a new session.",
)
JOURNAL_OF_ANOTHER_VERSION = Saying(
    "journal_of_another_version",
    ja="番組の記録「{name}」は別のバージョン (形式{schema}、このプログラムは形式{known}) のものです。作成したバージョンで開くか、新しい番組を開始してください。",
    en="The record “{name}” was written by another version (format {schema}; this program knows {known}). Open it with that version, or start a new session.",
)
JOURNAL_OF_ANOTHER_SESSION = Saying(
    "journal_of_another_session",
    ja="番組の記録「{name}」は別の番組のものです。ファイルは変更していません。新しい番組を開始してください。",
    en="The record “{name}” belongs to another session. The file was left as it is. Start a new session.",
)
JOURNAL_WITHOUT_STATE = Saying(
    "journal_without_state",
    ja="番組の記録「{name}」にはまだ何も書かれていません。新しい番組を開始してください。",
    en="The record “{name}” holds nothing yet. Start a new session.",
)
JOURNAL_WITHOUT_AS_RUN = Saying(
    "journal_without_as_run",
    ja="番組の記録「{name}」は古いバージョンのもので、放送記録がありません。新しいセッションを選んでください。",
    en="The record “{name}” is of an older version and holds no as-run. Choose a newer session.",
)
BAD_SESSION_NAME = Saying(
    "bad_session_name",
    ja="番組の識別名「{id}」は使えません。半角の英数字・ハイフン・下線・ピリオドで64文字以内にしてください。",
    en="“{id}” cannot be the name of a session. Use up to 64 letters, digits, hyphens, underscores and dots.",
)

FOLDER_UNUSABLE = Saying(
    "folder_unusable",
    ja="フォルダー「{folder}」を使えません ({reason})。書き込めるようにするか、HONBAN_HOME で別の場所を指定してください。",
    en="The folder “{folder}” cannot be used ({reason}). Make it writable, or name another place in HONBAN_HOME.",
)
ENGINE_RUNS_ALREADY = Saying(
    "engine_runs_already",
    ja="このデータフォルダーでは別のエンジンが動作中です (プロセス {pid})。そちらを終了するか、そのまま使ってください。",
    en="Another engine already runs on this data folder (process {pid}). Use that one, or end it first.",
)

VAULT_ABSENT = Saying(
    "vault_absent",
    ja="ストリームキーを安全に保管する場所がこのコンピューターにありません。パスワード保管機能 (GNOMEキーリング、KWalletなど) を有効にするか、キーを起動時に渡してください (honban stream --to -)。",
    en="This computer has no safe place for stream keys. Switch on its password store (GNOME Keyring, KWallet …), or hand the key over at the start (honban stream --to -).",
)
VAULT_LOCKED = Saying(
    "vault_locked",
    ja="パスワードの保管場所がロックされています。ロックを解除してから、もう一度試してください。",
    en="The password store is locked. Unlock it and try again.",
)
VAULT_SLOW = Saying(
    "vault_slow",
    ja="パスワードの保管場所が {seconds} 秒たっても応答しないため、キーを保存できたか分かりません。ロックを解除してから、もう一度保存してください。",
    en="The password store did not answer within {seconds} s, so the key may not be kept. Unlock it, then save the key again.",
)
VAULT_FAILED = Saying(
    "vault_failed",
    ja="パスワードの保管場所が応答しませんでした ({reason})。サインインし直すか、コンピューターを再起動してから、もう一度試してください。",
    en="The password store failed ({reason}). Sign in again or restart the computer, then try again.",
)

SHOW_FOLDER_MISSING = Saying(
    "show_folder_missing",
    ja="番組のフォルダー「{folder}」がありません。show.json が入っているフォルダーを指定してください。",
    en="There is no show folder “{folder}”. Name the folder that holds show.json.",
)
SHOW_FILE_MISSING = Saying(
    "show_file_missing",
    ja="フォルダー「{folder}」に show.json がありません。番組のフォルダーかどうか確認してください。",
    en="The folder “{folder}” holds no show.json. Check that it is a show's folder.",
)
SHOW_UNREADABLE = Saying(
    "show_unreadable",
    ja="「{path}」を読み込めません ({reason})。ファイルの権限とディスクを確認してください。",
    en="“{path}” cannot be read ({reason}). Check the file's permissions and the disk.",
)
SHOW_TOO_LARGE = Saying(
    "show_too_large",
    ja="「{path}」が大きすぎます (上限 {limit_mb} MB)。番組のファイルかどうか確認してください。",
    en="“{path}” is too large (at most {limit_mb} MB). Check that it is a show's file.",
)
SHOW_NOT_JSON = Saying(
    "show_not_json",
    ja="「{path}」の{line}行目、{column}文字目がJSONとして正しくありません ({reason})。その箇所を直してください。",
    en="“{path}” is not JSON at line {line}, column {column} ({reason}). Correct that place.",
)
SHOW_NOT_TEXT = Saying(
    "show_not_text",
    ja="「{path}」はUTF-8の文字ファイルではありません。UTF-8で保存し直してください。",
    en="“{path}” is not text in UTF-8. Save it again as UTF-8.",
)
SHOW_NESTED_TOO_DEEP = Saying(
    "show_nested_too_deep",
    ja="「{path}」の入れ子が深すぎます。番組のファイルかどうか確認してください。",
    en="“{path}” is nested too deep. Check that it is a show's file.",
)
SHOW_NAME_TWICE = Saying(
    "show_name_twice",
    ja="show.json の同じ {{ }} の中に「{name}」が二度あります。片方の名前を変えるか、消してください。",
    en="show.json has “{name}” twice inside the same {{ }}. Rename or remove one of them.",
)
SHOW_FROM_NEWER_VERSION = Saying(
    "show_from_newer_version",
    ja="この番組は新しいバージョンで保存されています (形式{schema}、このプログラムは形式{known}まで)。プログラムを更新してください。",
    en="This show was saved by a newer version (format {schema}; this program knows up to {known}). Update this program.",
)
SHOW_UNKNOWN_FIELD = Saying(
    "show_unknown_field",
    ja="show.json の {path} にある「{field}」という項目は使えません。綴りを直すか、消してください。",
    en="show.json: {path} has a field “{field}” that is not known. Correct its spelling or remove it.",
)
SHOW_MISSING_FIELD = Saying(
    "show_missing_field",
    ja="show.json の {path} に「{field}」という項目がありません。追加してください。",
    en="show.json: {path} lacks the field “{field}”. Add it.",
)
SHOW_WRONG_VALUE = Saying(
    "show_wrong_value",
    ja="show.json の {path} の値が正しくありません ({reason})。直してください。",
    en="show.json: the value of {path} is not right ({reason}). Correct it.",
)
SHOW_FILE_OUTSIDE = Saying(
    "show_file_outside",
    ja="show.json の {path} のファイル「{name}」は番組のフォルダーの外です。フォルダーの中にコピーして、その名前を書いてください。",
    en="show.json: the file “{name}” of {path} lies outside the show's folder. Copy it into the folder and name it there.",
)
SHOW_PICTURE_MISSING = Saying(
    "show_picture_missing",
    ja="show.json の {path} のファイル「{name}」が番組のフォルダーにありません。ファイルを戻すか、名前を直してください。",
    en="show.json: the file “{name}” of {path} is not in the show's folder. Put it back or correct the name.",
)
SHOW_NOT_SAVED = Saying(
    "show_not_saved",
    ja="番組を「{path}」に保存できません ({reason})。元のファイルはそのままです。空き容量と権限を確認してください。",
    en="The show could not be saved to “{path}” ({reason}). The file there is as it was. Check free space and permissions.",
)
SHOW_FILE_KEPT = Saying(
    "show_file_kept",
    ja="「{path}」は読み込めないファイルなので、上書きしませんでした。直すか、別の場所に移してから保存してください。",
    en="“{path}” cannot be read as a show, so it was not overwritten. Correct it or move it away, then save again.",
)
NO_SUCH_VERSION = Saying(
    "no_such_version",
    ja="フォルダー「{folder}」に番組のバージョン {number} はありません。honban show versions で一覧を確認してください。",
    en="The folder “{folder}” keeps no version {number} of the show. List them with honban show versions.",
)
SHOW_FOLDER_TAKEN = Saying(
    "show_folder_taken",
    ja="「{folder}」にはすでに何かあります。別の名前にしてください。",
    en="There is something at “{folder}” already. Choose another name.",
)
SHOW_FOLDER_NOT_MADE = Saying(
    "show_folder_not_made",
    ja="番組のフォルダー「{folder}」を作れません ({reason})。場所と権限を確認してください。",
    en="The show folder “{folder}” cannot be made ({reason}). Check the place and its permissions.",
)
SHOW_FOLDER_TOO_LARGE = Saying(
    "show_folder_too_large",
    ja="「{folder}」の中身が {limit_mb} MB を超えるためコピーしませんでした。録画などをほかの場所に移してください。",
    en="“{folder}” holds more than {limit_mb} MB and was not copied. Move recordings and the like elsewhere.",
)
VIEWERS_UNUSABLE = Saying(
    "viewers_unusable",
    ja="視聴者の名前の一覧を使えません ({reason})。番組は続きます。ディスクの空き容量と権限を確認してください。",
    en="The list of viewers' names cannot be used ({reason}). The show goes on. Check the disk's free space and permissions.",
)
