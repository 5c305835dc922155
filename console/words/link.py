"""Sentences about seats and the way to the engine."""

from console.words.saying import Saying

LINK_UNREACHABLE = Saying(
    "link_unreachable",
    ja="エンジンに接続できません ({reason})。自動で再接続します。配信はエンジン側で続いています。",
    en="The engine cannot be reached ({reason}). It is tried again by itself; the stream goes on at the engine.",
)
LINK_LOST = Saying(
    "link_lost",
    ja="エンジンとの接続が切れました。表示は最後の状態です。自動で再接続しています。",
    en="The connection to the engine broke. What is shown is the last known state; it is tried again by itself.",
)
LINK_SILENT = Saying(
    "link_silent",
    ja="エンジンが {seconds} 秒間応答しません。自動で再接続しています。",
    en="The engine has not answered for {seconds} s. It is tried again by itself.",
)
LINK_NOT_ATTACHED = Saying(
    "link_not_attached",
    ja="エンジンに接続していないため、操作を送れません。接続が戻ってからもう一度操作してください。",
    en="There is no connection to the engine, so nothing was done. Try again when it is back.",
)
LINK_ANSWER_LOST = Saying(
    "link_answer_lost",
    ja="操作の結果を受け取る前に接続が切れました。画面の状態を確認してください。",
    en="The connection broke before the answer came. Look at the state to see whether it was done.",
)
LINK_TOO_MANY_WISHES = Saying(
    "link_too_many_wishes",
    ja="操作が多すぎて送りきれません。少し待ってからもう一度操作してください。",
    en="Too many commands at once. Wait a moment and try again.",
)
LINK_WISH_TOO_LARGE = Saying(
    "link_wish_too_large",
    ja="この操作は大きすぎて送れません ({kb} KB、上限 {limit_kb} KB)。分けて入力してください。",
    en="This is too large to send ({kb} kB, at most {limit_kb} kB). Enter it in parts.",
)
LINK_OTHER_CERTIFICATE = Saying(
    "link_other_certificate",
    ja="接続先の証明書がペアリングのときと違います。エンジン側で新しいペアリング情報を表示して、もう一度ペアリングしてください。",
    en="The engine's certificate is not the one of the pairing. Show a new pairing text at the engine and pair again.",
)
LINK_OTHER_VERSION = Saying(
    "link_other_version",
    ja="エンジンとこの画面のバージョンが違います。両方を同じバージョンにしてください (エンジン {engine})。",
    en="The engine and this window are of different versions. Install the same one on both (engine {engine}).",
)
LINK_WRONG_TOKEN = Saying(
    "link_wrong_token",
    ja="エンジンに接続する許可がありません。エンジン側のペアリング情報をもう一度入力してください。",
    en="The engine does not know this seat. Enter its pairing text again.",
)
LINK_TOO_LATE = Saying(
    "link_too_late",
    ja="名乗るのが遅すぎたため、接続を切りました。もう一度接続してください。",
    en="The seat did not say who it is in time. Connect again.",
)
LINK_FULL = Saying(
    "link_full",
    ja="接続中の画面が多すぎます (上限 {limit})。使っていない画面を閉じてください。",
    en="Too many seats are attached (at most {limit}). Close one that is not used.",
)
LINK_NOT_UNDERSTOOD = Saying(
    "link_not_understood",
    ja="エンジンがこの画面の送った内容を理解できません ({reason})。両方を同じバージョンにしてください。",
    en="The engine does not understand what this seat sent ({reason}). Install the same version on both.",
)
LINK_TOO_SLOW = Saying(
    "link_too_slow",
    ja="この画面が {seconds} 秒間受け取らないため、接続を切りました。自動で再接続します。",
    en="This seat took nothing for {seconds} s and was let go. It connects again by itself.",
)
LINK_CLOSING = Saying(
    "link_closing",
    ja="エンジンが終了しました。",
    en="The engine has ended.",
)
LINK_ROLE = Saying(
    "link_role",
    ja="この席 ({role}) ではこの操作はできません。プロデューサーに依頼してください。",
    en="This seat ({role}) may not do this. Ask the producer.",
)
LINK_BUSY = Saying(
    "link_busy",
    ja="エンジンが {seconds} 秒以内に答えられませんでした。もう一度試してください。",
    en="The engine could not answer within {seconds} s. Try again.",
)
LINK_BROKE = Saying(
    "link_broke",
    ja="この操作の途中でプログラムのエラーが起きました ({reason})。詳細はログにあります。",
    en="An error of this program came up on the way ({reason}). The log has the details.",
)
LINK_UNKNOWN_ASKING = Saying(
    "link_unknown_asking",
    ja="このエンジンではこの操作 ({name}) はできません。",
    en="This engine cannot do this ({name}).",
)
LINK_PORT_TAKEN = Saying(
    "link_port_taken",
    ja="画面との接続を開けません ({reason})。ほかのプログラムがポート {port} を使っていないか確認してください。配信には影響しません。",
    en="Seats cannot connect ({reason}). Check that no other program uses port {port}. The stream is not affected.",
)
LINK_PAIRING_UNREADABLE = Saying(
    "link_pairing_unreadable",
    ja="ペアリング情報を読み取れません。エンジン側で `honban pair` を実行し、表示された 1 行をそのまま貼り付けてください。",
    en="This is no pairing text. Run `honban pair` at the engine and paste the whole line it shows.",
)
LINK_OTHER_ENGINE = Saying(
    "link_other_engine",
    ja="このペアリング情報は {paired} のもので、{asked} のものではありません。接続先を確認してください。",
    en="This pairing text is for {paired}, not for {asked}. Check the address.",
)
LINK_NO_PICTURE = Saying(
    "link_no_picture",
    ja="画像「{name}」は番組フォルダーにないか、読み取れません。",
    en="There is no picture “{name}” in the show folder, or it cannot be read.",
)
LINK_LISTEN_UNREADABLE = Saying(
    "link_listen_unreadable",
    ja="「{text}」は待ち受けアドレスではありません。`0.0.0.0:4480` のように指定してください。",
    en="“{text}” is no address to listen at. Write it like `0.0.0.0:4480`.",
)
LINK_PAIRING_SECRET = Saying(
    "link_pairing_secret",
    ja="次の 1 行がペアリング情報です ({role})。これを持つ人はだれでもこの席に座れます。人に見せないでください。",
    en="The next line is the pairing text ({role}). Whoever has it can sit down at this seat: show it to nobody else.",
)
LINK_PAIRING_ENDED = Saying(
    "link_pairing_ended",
    ja="これまでのペアリングは、エンジンを次に起動したときから使えなくなります。",
    en="The pairings so far end with the next start of the engine.",
)
LINK_PAIRING_ASKED = Saying(
    "link_pairing_asked",
    ja="{url} のペアリング情報 (エンジン側で `honban pair` を実行すると表示される 1 行):",
    en="Pairing text for {url} (the line that `honban pair` shows at the engine):",
)
