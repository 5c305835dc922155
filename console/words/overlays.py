"""What is said about graphics that cannot be painted."""

from console.words.saying import Saying

QR_TOO_LONG = Saying(
    "qr_too_long",
    ja="QRコードのリンクが長すぎて、スマートフォンで読み取れる大きさになりません ({length}文字)。{limit}文字くらいまでの短いリンクにしてください。",
    en="The link of the QR code is too long to be read by a phone at this size ({length} characters). Use a short link of about {limit}.",
)
PICTURE_UNREADABLE = Saying(
    "picture_unreadable",
    ja="画像「{file}」を開けません。番組フォルダーにあるか、PNG・JPEG・WebPのいずれかであるか確認してください。",
    en="The picture “{file}” cannot be opened. Check that it is in the show folder and is PNG, JPEG or WebP.",
)
PAINTING_BROKE = Saying(
    "painting_broke",
    ja="グラフィック「{kind}」を描けませんでした ({reason})。内容を短くするか、別のグラフィックを使ってください。",
    en="The graphic “{kind}” could not be painted ({reason}). Shorten what it shows, or use another graphic.",
)
PAINTER_DIED = Saying(
    "painter_died",
    ja="グラフィック「{kind}」を描いている間に描画プロセスが {times} 回止まりました。画像や内容を変えてください。",
    en="The painter stopped {times} times while it painted “{kind}”. Change its picture or what it shows.",
)
PAINTER_OVERRUN = Saying(
    "painter_overrun",
    ja="描くグラフィックが多すぎて「{kind}」を後回しにできませんでした。表示するグラフィックを減らしてください。",
    en="Too many graphics wait to be painted, so “{kind}” was given up. Show fewer graphics at once.",
)
