"""Sentences about rehearsals: the built-in receiver, and the summary after one."""

from console.words.saying import Saying

STREAM_UNREADABLE = Saying(
    "stream_unreadable",
    ja="受信した映像を再生できません({detail})。映像が途中で切れていないか、壊れていないかを確認してください。",
    en="What arrived cannot be played ({detail}). See whether the stream or the file is complete.",
)
STREAM_WITHOUT_MEDIA = Saying(
    "stream_without_media",
    ja="受信したデータに映像も音声もありません。配信の設定で映像と音声が有効か確認してください。",
    en="What arrived holds neither picture nor sound. Check that the stream is set to carry them.",
)
RECEIVER_GONE = Saying(
    "receiver_gone",
    ja="リハーサル用の受信プログラムが動いていません。リハーサルをもう一度始めてください。",
    en="The rehearsal's receiver is not running. Start the rehearsal again.",
)
RECEIVER_MUTE = Saying(
    "receiver_mute",
    ja="リハーサル用の受信プログラムが{seconds}秒たっても応答しません。ほかの重い処理を止めて、リハーサルをもう一度始めてください。",
    en="The rehearsal's receiver has not answered for {seconds} s. Close other heavy programs and start the rehearsal again.",
)
RECEIVER_STARTS_AGAIN = Saying(
    "receiver_starts_again",
    ja="リハーサル用の受信プログラムが止まりました。自動で起動し直しています。続くときは、ほかの重い処理を止めてください。",
    en="The rehearsal's receiver stopped. It is being started again by itself; if that repeats, close other heavy programs.",
)
TOO_MANY_TO_REHEARSE = Saying(
    "too_many_to_rehearse",
    ja="一度にリハーサルできる配信先は{most}件までです。「{destination}」には送っていません。",
    en="At most {most} destinations can be rehearsed at once. Nothing is sent to “{destination}”.",
)
FILE_MISSING = Saying(
    "rehearsal_file_missing",
    ja="{path} がありません。ファイルの場所を確認してください。",
    en="There is no file {path}. Check where it is.",
)

SUMMARY_ON_AIR = Saying(
    "summary_on_air",
    ja="リハーサルで{seconds}秒間、配信しました。",
    en="On air in rehearsal for {seconds} s.",
)
SUMMARY_PICTURE = Saying(
    "summary_picture",
    ja="受信側に届いた映像: {width}x{height}、毎秒{fps}コマ、{kbps} kbps。",
    en="What arrived: {width}x{height} at {fps} pictures a second, {kbps} kbps.",
)
SUMMARY_TICKS = Saying(
    "summary_ticks",
    ja="番号を確かめた{seen}コマのうち、欠けたコマは{missing}、繰り返されたコマは{repeated}です。",
    en="Pictures checked by their number: {seen}; missing: {missing}; repeated: {repeated}.",
)
SUMMARY_LIP_SYNC = Saying(
    "summary_lip_sync",
    ja="映像と音のずれ: 中央値 {median_ms} ms、95%が {p95_ms} ms 以内(プラスは音の遅れ)。",
    en="Sound against picture: {median_ms} ms in the middle, 95 of 100 within {p95_ms} ms (plus: the sound is late).",
)
SUMMARY_LOUDNESS = Saying(
    "summary_loudness",
    ja="音の大きさ: {lufs} LUFS。",
    en="Loudness: {lufs} LUFS.",
)
SUMMARY_DESTINATION = Saying(
    "summary_destination",
    ja="配信先「{name}」: 最後まで途切れずに届きました。",
    en="Destination “{name}”: live to the end without a break.",
)
SUMMARY_DESTINATION_RETURNED = Saying(
    "summary_destination_returned",
    ja="配信先「{name}」: 最後まで届きました(再接続 {reconnects} 回)。",
    en="Destination “{name}”: live at the end; reconnects: {reconnects}.",
)
SUMMARY_DESTINATION_LOST = Saying(
    "summary_destination_lost",
    ja="配信先「{name}」: 終了時には届いていませんでした。",
    en="Destination “{name}”: not live at the end.",
)
SUMMARY_RECORDING = Saying(
    "summary_recording",
    ja="録画: {path}",
    en="Recording: {path}",
)
SUMMARY_CONTACT_SHEET = Saying(
    "summary_contact_sheet",
    ja="受信した映像の一覧: {path}",
    en="Contact sheet of what was received: {path}",
)
SUMMARY_ALL_WELL = Saying(
    "summary_all_well",
    ja="問題は見つかりませんでした。本番に進めます。",
    en="No problem was found. Ready for the show.",
)
SUMMARY_NOT_YET = Saying(
    "summary_not_yet",
    ja="上の問題を直してから、もう一度リハーサルをしてください。",
    en="Put the points above right, then rehearse again.",
)
PROBLEM_DESTINATION = Saying(
    "rehearsal_problem_destination",
    ja="配信先「{name}」につながりませんでした。宛先とストリームキーを確認してください。",
    en="Destination “{name}” could not be kept. Check its address and stream key.",
)
PROBLEM_NO_RECEIVER = Saying(
    "rehearsal_problem_no_receiver",
    ja="受信側の結果を取得できませんでした。リハーサルをもう一度始めてください。",
    en="The receiving side could not be asked for its result. Start the rehearsal again.",
)
PROBLEM_NO_PICTURE = Saying(
    "rehearsal_problem_no_picture",
    ja="受信側に映像が届きませんでした。配信が始まっていたか、エンコーダーの状態を確認してください。",
    en="No picture arrived. See whether the stream had begun and how the encoder does.",
)
PROBLEM_MISSING = Saying(
    "rehearsal_problem_missing",
    ja="{missing}コマが欠けました。ほかの重い処理を止めるか、画質の設定を軽くしてください。",
    en="Pictures missing: {missing}. Close other heavy programs, or choose a lighter encoder preset.",
)
PROBLEM_SLOW = Saying(
    "rehearsal_problem_slow",
    ja="毎秒{wanted}コマのところ{fps}コマしか届きませんでした。画面サイズかエンコーダーの設定を軽くしてください。",
    en="Only {fps} of {wanted} pictures a second arrived. Choose a smaller canvas or a lighter encoder preset.",
)
PROBLEM_COLOURS = Saying(
    "rehearsal_problem_colours",
    ja="映像の色の情報が BT.709 になっていません。視聴者には違う色で見えます。エンコーダーを別のものに替えてください。",
    en="The stream is not marked as BT.709: viewers see other colours than you. Choose another encoder.",
)
PROBLEM_SILENT = Saying(
    "rehearsal_problem_silent",
    ja="音が聞こえませんでした。マイクとミュートを確認してください。",
    en="There was nothing to hear. Check the microphone and what is muted.",
)
PROBLEM_QUIET = Saying(
    "rehearsal_problem_quiet",
    ja="音が小さすぎます({lufs} LUFS)。マイクの音量を上げてください。",
    en="The sound is too quiet ({lufs} LUFS). Turn the microphone up.",
)
PROBLEM_LOUD = Saying(
    "rehearsal_problem_loud",
    ja="音が大きすぎます({lufs} LUFS)。音量を下げてください。",
    en="The sound is too loud ({lufs} LUFS). Turn it down.",
)
PROBLEM_LIP_SYNC = Saying(
    "rehearsal_problem_lip_sync",
    ja="映像と音が最大{p95_ms} ms ずれています。音声の遅延を調整してください。",
    en="Sound and picture are up to {p95_ms} ms apart. Adjust the delay of the sound.",
)
RECEIVER_NAME = Saying(
    "receiver_name",
    ja="内蔵レシーバー",
    en="the built-in receiver",
)
