"""Words of the as-run: its columns, and what its codes mean."""

from console.words.saying import Saying

COLUMN_TIME = Saying(
    "as_run_column_time",
    ja="時刻",
    en="Time",
)
COLUMN_CODE = Saying(
    "as_run_column_code",
    ja="オンエア",
    en="On air",
)
COLUMN_WHO = Saying(
    "as_run_column_who",
    ja="誰が",
    en="Who",
)
COLUMN_ACT = Saying(
    "as_run_column_act",
    ja="何を",
    en="What",
)
COLUMN_NAME = Saying(
    "as_run_column_name",
    ja="対象",
    en="Of",
)
COLUMN_DETAIL = Saying(
    "as_run_column_detail",
    ja="どのように",
    en="How",
)
COLUMN_WHY = Saying(
    "as_run_column_why",
    ja="理由",
    en="Why",
)
COLUMN_ID = Saying(
    "as_run_column_id",
    ja="識別名",
    en="Id",
)
NO_SUCH_SESSION = Saying(
    "no_such_session",
    ja="セッション「{session}」の記録はありません。honban asrun で一覧を確認してください。",
    en="There is no record of a session “{session}”. List them with honban asrun.",
)
NO_SESSIONS = Saying(
    "no_sessions",
    ja="記録のあるセッションはまだありません。",
    en="There is no record of a session yet.",
)
SESSION_LISTED = Saying(
    "session_listed",
    ja="{session}: 最後の記録 {at}",
    en="{session}: last written {at}",
)
AS_RUN_EMPTY = Saying(
    "as_run_empty",
    ja="このセッションでは何も放送されていません。",
    en="Nothing was on air in this session.",
)
CSV_NOT_WRITTEN = Saying(
    "csv_not_written",
    ja="「{path}」に書き込めません ({reason})。場所と権限を確認してください。",
    en="“{path}” cannot be written ({reason}). Check the place and its permissions.",
)

ACTS: dict[str, Saying] = {
    "session": Saying("as_run_acts_session", ja="セッション", en="session"),
    "take": Saying("as_run_acts_take", ja="本線", en="take"),
    "black": Saying("as_run_acts_black", ja="暗転", en="black"),
    "segment": Saying("as_run_acts_segment", ja="コーナー", en="segment"),
    "hold": Saying("as_run_acts_hold", ja="進行停止", en="hold"),
    "explain": Saying("as_run_acts_explain", ja="紹介", en="explain"),
    "offer": Saying("as_run_acts_offer", ja="オファー", en="offer"),
    "price": Saying("as_run_acts_price", ja="価格公開", en="price"),
    "extend": Saying("as_run_acts_extend", ja="延長", en="extension"),
    "graphic": Saying("as_run_acts_graphic", ja="テロップ", en="graphic"),
    "words": Saying("as_run_acts_words", ja="文言", en="words"),
    "pinned": Saying("as_run_acts_pinned", ja="固定回答", en="pinned answer"),
    "comment": Saying("as_run_acts_comment", ja="コメント表示", en="comment"),
    "giveaway": Saying("as_run_acts_giveaway", ja="抽選", en="giveaway"),
    "destination": Saying("as_run_acts_destination", ja="配信", en="destination"),
    "recording": Saying("as_run_acts_recording", ja="録画", en="recording"),
}
DETAILS: dict[str, Saying] = {
    "rehearsal": Saying("as_run_details_rehearsal", ja="リハーサル", en="rehearsal"),
    "standby": Saying("as_run_details_standby", ja="スタンバイ", en="standing by"),
    "live": Saying("as_run_details_live", ja="開始", en="live"),
    "ended": Saying("as_run_details_ended", ja="終了", en="ended"),
    "ended_unexpectedly": Saying("as_run_details_ended_unexpectedly", ja="途中で終了", en="ended unexpectedly"),
    "resumed": Saying("as_run_details_resumed", ja="再開", en="resumed"),
    "idle": Saying("as_run_details_idle", ja="未開始", en="idle"),
    "cut": Saying("as_run_details_cut", ja="カット", en="cut"),
    "dissolve": Saying("as_run_details_dissolve", ja="ディゾルブ", en="dissolve"),
    "wipe": Saying("as_run_details_wipe", ja="ワイプ", en="wipe"),
    "draft": Saying("as_run_details_draft", ja="下書き", en="draft"),
    "armed": Saying("as_run_details_armed", ja="準備", en="armed"),
    "counting": Saying("as_run_details_counting", ja="カウントダウン", en="counting down"),
    "sold_out": Saying("as_run_details_sold_out", ja="完売", en="sold out"),
    "withdrawn": Saying("as_run_details_withdrawn", ja="取り下げ", en="withdrawn"),
    "open": Saying("as_run_details_open", ja="受付中", en="open"),
    "closed": Saying("as_run_details_closed", ja="締め切り", en="closed"),
    "drawn": Saying("as_run_details_drawn", ja="抽選済み", en="drawn"),
    "in": Saying("as_run_details_in", ja="入", en="in"),
    "out": Saying("as_run_details_out", ja="出", en="out"),
}
WHO: dict[str, Saying] = {
    "desk": Saying("as_run_who_desk", ja="操作席", en="desk"),
    "cue": Saying("as_run_who_cue", ja="キュー", en="cue"),
    "shop": Saying("as_run_who_shop", ja="ショップ", en="shop"),
    "viewers": Saying("as_run_who_viewers", ja="視聴者", en="viewers"),
    "engine": Saying("as_run_who_engine", ja="エンジン", en="engine"),
}
