"""Sentences of the benchmarks: what is promised, what is measured."""

from console.words.saying import Saying

NOT_PAINTED = Saying(
    "bench_not_painted",
    ja="グラフィックを描けませんでした。`honban doctor` で足りないものを確認してください。",
    en="The graphics could not be painted. See what is missing with `honban doctor`.",
)
SINK_GONE = Saying(
    "bench_sink_gone",
    ja="計測用の受信プログラムが止まりました。ほかの重い処理を止めて、もう一度試してください。",
    en="The benchmark's receiving end is gone. Close other heavy programs and try again.",
)
LOOP_GONE = Saying(
    "bench_loop_gone",
    ja="比べるための空のループが終わりませんでした。ほかの重い処理を止めて、もう一度試してください。",
    en="The bare loop to compare with did not end. Close other heavy programs and try again.",
)
NOTHING_ARRIVED = Saying(
    "bench_nothing_arrived",
    ja="{seconds}秒たっても映像が届きません。ほかの重い処理を止めて、もう一度試してください。",
    en="No picture arrived within {seconds} s. Close other heavy programs and try again.",
)
COMMAND_FAILED = Saying(
    "bench_command_failed",
    ja="計測中に {name} が止まりました ({reason})。`honban doctor` で確認してください。",
    en="{name} ended while it was measured ({reason}). Check with `honban doctor`.",
)
NO_FFMPEG_PROGRAM = Saying(
    "bench_no_ffmpeg",
    ja="比べる相手の ffmpeg がありません。インストールしてください (Debian/Ubuntu: sudo apt-get install ffmpeg、macOS: brew install ffmpeg、Windows: winget install ffmpeg)。",
    en="There is no ffmpeg to compare with. Install it (Debian/Ubuntu: sudo apt-get install ffmpeg, macOS: brew install ffmpeg, Windows: winget install ffmpeg).",
)
NO_PLACE_ON_PAGE = Saying(
    "bench_no_place_on_page",
    ja="{file} に「{name}」の表を書く場所がありません。{mark} の行を加えてください。",
    en="{file} has no place for the figures of “{name}”. Add the line {mark}.",
)
PAGE_UNUSABLE = Saying(
    "bench_page_unusable",
    ja="{file} を書き換えられません ({reason})。ファイルの場所と権限を確認してください。",
    en="{file} cannot be rewritten ({reason}). Check where it is and who may write it.",
)
MEASURING = Saying(
    "bench_measuring",
    ja="計測中: {name} …",
    en="Measuring {name} …",
)

COMPOSE_RATIO = Saying(
    "bench_compose_ratio",
    ja="合成時間: FFmpeg の overlay フィルターとの比 (描いたままのグラフィック、毎コマ)",
    en="Composing: time against FFmpeg's overlay filter, given the graphics as painted with every picture",
)
COMPOSE_DIFFERENCE = Saying(
    "bench_compose_difference",
    ja="合成結果の差の平均 (輝度)",
    en="Composing: mean difference of the two pictures in luma",
)
COMPOSE_MS = Saying("bench_compose_ms", ja="1コマの合成時間", en="Composing a picture, Honban")
COMPOSE_FFMPEG_MS = Saying(
    "bench_compose_ffmpeg_ms", ja="同じ、FFmpeg の overlay フィルター", en="The same, FFmpeg's overlay filter"
)
COMPOSE_STILL_MS = Saying(
    "bench_compose_still_ms",
    ja="同じ、変わらないグラフィックを一度だけ変換しておく FFmpeg",
    en="The same, FFmpeg with graphics that never change, converted once beforehand",
)
COMPOSE_STILL_RATIO = Saying(
    "bench_compose_still_ratio",
    ja="変わらないグラフィックの FFmpeg との比",
    en="Time against FFmpeg with graphics that never change",
)

CPU_RATIO = Saying(
    "bench_cpu_ratio",
    ja="全プロセスの CPU 時間: 同じ仕事をする ffmpeg コマンドとの比",
    en="CPU of all processes against the ffmpeg command that does the same",
)
CPU_AIM = Saying("bench_cpu_aim", ja="目標とする比", en="The ratio to aim at")
CPU_OURS = Saying("bench_cpu_ours", ja="honban stream の CPU", en="CPU, honban stream")
CPU_FFMPEG = Saying("bench_cpu_ffmpeg", ja="ffmpeg コマンドの CPU", en="CPU, the ffmpeg command")
CPU_OWN_COUNT = Saying(
    "bench_cpu_own_count",
    ja="honban 自身の集計と外からの計測の比",
    en="What honban counts of itself, against what was seen from outside",
)
CPU_START = Saying("bench_cpu_start", ja="開始までの CPU 時間 (比に含まない)", en="Start-up, not in any ratio")
CPU_FFMPEG_START = Saying("bench_cpu_ffmpeg_start", ja="同じ、ffmpeg コマンド", en="Start-up of the ffmpeg command")

AIR_SKIPPED = Saying(
    "bench_air_skipped", ja="エンコーダーに渡せなかったコマ", en="Pictures that the encoder never got"
)
AIR_REPEATED = Saying(
    "bench_air_repeated", ja="間に合わず繰り返したコマ", en="Pictures repeated because a tick was late"
)
AIR_MISSING = Saying(
    "bench_air_missing", ja="受信側に届かなかったコマ", en="Pictures of the bars missing at the receiver"
)
AIR_COLOURS = Saying(
    "bench_air_colours",
    ja="テーマの6色の、受信側での最大のずれ",
    en="Six theme colours at the receiver: largest error of a channel",
)
AIR_LIP_SYNC_BARS = Saying(
    "bench_air_lip_sync_bars", ja="カラーバーの映像と音のずれ (95%)", en="Lip-sync error of the bars, 95 of 100"
)
AIR_LIP_SYNC_CLIP = Saying(
    "bench_air_lip_sync_clip", ja="動画の映像と音のずれ (中央値)", en="Lip-sync error of a clip, median"
)
AIR_LIP_SYNC_CLIP_P95 = Saying(
    "bench_air_lip_sync_clip_p95", ja="動画の映像と音のずれ (95%)", en="Lip-sync error of a clip, 95 of 100"
)
AIR_DRIFT = Saying(
    "bench_air_drift", ja="カラーバーの映像と音のずれの増え方", en="Drift of sound against picture, bars"
)
AIR_DRIFT_CLIP = Saying(
    "bench_air_drift_clip", ja="動画の映像と音のずれの増え方", en="Drift of sound against picture, clip"
)
AIR_LATE = Saying(
    "bench_air_late",
    ja="コマの遅れ (99%)、同じ x264 の横で眠るだけのループを超えた分",
    en="Lateness of ticks, p99, beyond that of a bare sleeping loop beside the same x264",
)
AIR_DELAY = Saying(
    "bench_air_delay",
    ja="映像がコマの時刻から届くまで (中央値)",
    en="Picture from tick to the wire's far end, median",
)
AIR_MEMORY = Saying("bench_air_memory", ja="エンジンのメモリ (最大)", en="Memory of the engine, at most")
AIR_MEMORY_GROWTH = Saying(
    "bench_air_memory_growth",
    ja="エンジンのメモリの変化 (第2四半と最後の四半)",
    en="Memory of the engine, last quarter against the second",
)
AIR_LATE_P99 = Saying("bench_air_late_p99", ja="コマの遅れ (99%)", en="Lateness of ticks, p99")
AIR_BARE_LOOP = Saying("bench_air_bare_loop", ja="同じ、眠るだけのループ", en="The same, a bare sleeping loop")
AIR_DELAY_P99 = Saying(
    "bench_air_delay_p99", ja="映像が届くまで (99%)", en="Picture from tick to the wire's far end, p99"
)
AIR_UNREAD = Saying(
    "bench_air_unread", ja="受信側で番号を読めなかったコマ", en="Pictures whose number the receiver could not read"
)
AIR_COMPOSE = Saying("bench_air_compose", ja="1コマの合成時間 (中央値)", en="Composing a picture, median")
NO_SCREEN_TO_MEASURE = Saying(
    "bench_no_screen",
    ja="画面がないのでデスクを計測できません。Xvfb をインストールするか (Debian/Ubuntu: sudo apt-get install xvfb)、画面のある環境で試してください。",
    en="There is no screen to measure the desk on. Install Xvfb (Debian/Ubuntu: sudo apt-get install xvfb), or try where there is a screen.",
)
DESK_VISIBLE = Saying(
    "bench_desk_visible",
    ja="毎秒100件のコメント: 届いてから一覧に描かれるまで (95%)",
    en="100 comments a second: from a comment's arrival until its row is painted, p95",
)
DESK_FRAME = Saying(
    "bench_desk_frame",
    ja="同じく: ウィンドウの1回の描画と、次に応答するまで (95%)",
    en="The same: a paint of the window until it answers again, p95",
)
DESK_MISSING = Saying(
    "bench_desk_missing", ja="同じく: 一覧に出なかったコメント", en="The same: comments that never came into the list"
)
DESK_MEMORY_GROWTH = Saying(
    "bench_desk_memory_growth",
    ja="同じく: 席のメモリの変化 (第2四半と最後の四半)",
    en="The same: memory of the seat, last quarter against the second",
)
DESK_LATE = Saying(
    "bench_desk_late",
    ja="同じく: コマの遅れ、デスクなしとの差 (99%)",
    en="The same: lateness of ticks over that without the desk, p99",
)
DESK_TAKE = Saying(
    "bench_desk_take",
    ja="Take のキーを押してから、Program がその映像になるまで (95%)",
    en="From the Take key to the picture on Program, p95",
)
DESK_OPENED = Saying(
    "bench_desk_opened",
    ja="強制終了の後、honban の起動から今の状態が見えるまで (中央値)",
    en="After a kill: from the start of honban until its window shows the State, median",
)
DESK_CPU = Saying("bench_desk_cpu", ja="席のCPU、モニター4面", en="CPU of the seat, four monitors")
DESK_LINK_CHANGES = Saying(
    "bench_desk_link_changes",
    ja="席10と毎秒20回の小さな変更: エンジンの負担",
    en="Ten seats and 20 small changes a second: the engine's share",
)
DESK_LINK_COMMENTS = Saying(
    "bench_desk_link_comments",
    ja="席10と毎秒100件のコメント: エンジンの負担",
    en="Ten seats and 100 comments a second: the engine's share",
)
DESK_VISIBLE_MEDIAN = Saying(
    "bench_desk_visible_median",
    ja="コメントが描かれるまで (中央値)",
    en="A comment's arrival until it is painted, median",
)
DESK_FRAME_MEDIAN = Saying("bench_desk_frame_median", ja="1回の描画 (中央値)", en="A paint of the window, median")
DESK_FRAME_CALM = Saying(
    "bench_desk_frame_calm",
    ja="1回の描画、いつものコメント数、モニター4面 (95%)",
    en="A paint of the window with comments as usual and four monitors, p95",
)
DESK_COMMENTS = Saying("bench_desk_comments", ja="描かれたコメント", en="Comments that were painted")
DESK_CPU_CROWDED = Saying(
    "bench_desk_cpu_crowded", ja="席のCPU、毎秒100件のコメント", en="CPU of the seat, 100 comments a second"
)
DESK_MEMORY = Saying("bench_desk_memory", ja="席のメモリ (最大)", en="Memory of the seat, at most")
DESK_LATE_WITH = Saying(
    "bench_desk_late_with", ja="コマの遅れ、デスクあり (99%)", en="Lateness of ticks with the desk, p99"
)
DESK_LATE_WITHOUT = Saying(
    "bench_desk_late_without",
    ja="コマの遅れ、デスクなし、前後の悪い方 (99%)",
    en="Lateness of ticks without it, the worse of before and after, p99",
)
DESK_TAKE_MEDIAN = Saying(
    "bench_desk_take_median",
    ja="Take のキーから映像まで (中央値)",
    en="From the Take key to the picture on Program, median",
)
DESK_TAKE_SHOWN = Saying(
    "bench_desk_take_shown",
    ja="Take のキーから席のモニターに出るまで (95%)",
    en="From the Take key until the seat's own monitor shows it, p95",
)
DESK_TAKES = Saying("bench_desk_takes", ja="Take の回数", en="Takes")
DESK_MONITOR_SLOWEST = Saying("bench_desk_monitor_slowest", ja="いちばん遅いモニター", en="The slowest monitor")
DESK_REDUCING = Saying(
    "bench_desk_reducing",
    ja="毎秒100件のコメント、席なし: エンジンの負担",
    en="100 comments a second and no seat: the engine's share",
)
DESK_MONITORS = Saying(
    "bench_desk_monitors",
    ja="モニター4面のうち最も遅いものが毎秒{fps}枚に足りない分",
    en="Four monitors: how far the slowest stays below {fps} pictures a second",
)
DESK_FRAME_CPU = Saying(
    "bench_desk_frame_cpu",
    ja="1回の描画のうち、計算そのもの (95%)",
    en="The same, without waiting for a core, p95",
)
DESK_OPENING_CPU = Saying(
    "bench_desk_opening_cpu",
    ja="honban の起動から状態が見えるまでのCPU時間",
    en="Processor time from the start of honban until its window shows the State",
)
