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
