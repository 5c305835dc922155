"""What is said about addresses and about servers that do not speak RTMP properly."""

from console.words.saying import Saying

SERVER_BROKE_RTMP = Saying(
    "server_broke_rtmp",
    ja="相手のサーバーからRTMPとして正しくない応答が届きました({detail})。サーバーの宛先を確認し、もう一度接続してください。",
    en="The other side answered in a way that is not RTMP ({detail}). Check the server address and connect again.",
)
SERVER_WANTS_TLS = Saying(
    "server_wants_tls",
    ja="このポートは暗号化された接続を待っています。宛先を rtmps:// で始めてください。",
    en="This port expects an encrypted connection. Begin the server address with rtmps://.",
)
NOT_AN_RTMP_ADDRESS = Saying(
    "not_an_rtmp_address",
    ja="配信先は rtmp:// または rtmps:// で始まる必要があります。配信サイトに表示されたサーバーの宛先を貼り付けてください。",
    en="A destination begins with rtmp:// or rtmps://. Paste the server address that the platform shows.",
)
ADDRESS_WITHOUT_HOST = Saying(
    "address_without_host",
    ja="配信先の宛先にサーバー名がありません。rtmp://サーバー名/アプリ名 の形で入力してください。",
    en="The destination's address names no server. Write it as rtmp://server/app.",
)
ADDRESS_WITH_BAD_HOST = Saying(
    "address_with_bad_host",
    ja="配信先の宛先のサーバー名を読み取れません。空白や余分な文字がないか確認してください。",
    en="The server name in the destination's address cannot be read. Look for spaces or stray characters.",
)
ADDRESS_WITH_BAD_PORT = Saying(
    "address_with_bad_port",
    ja="配信先の宛先のポート番号は1から65535の数字にしてください。",
    en="The port in the destination's address must be a number from 1 to 65535.",
)
ADDRESS_WITH_LOGIN = Saying(
    "address_with_login",
    ja="ユーザー名とパスワードを含む宛先には対応していません。サーバーの宛先とストリームキーだけを入力してください。",
    en="Addresses with a user name and password are not supported. Enter only the server address and the stream key.",
)
ADDRESS_WITHOUT_KEY = Saying(
    "address_without_key",
    ja="宛先にストリームキーがありません。宛先の最後に /ストリームキー を付けるか、サーバーとキーを別々に入力してください。",
    en="The address holds no stream key. Add /key at its end, or enter server and key separately.",
)
KEY_IS_EMPTY = Saying(
    "key_is_empty",
    ja="ストリームキーが空です。配信サイトの管理画面からキーをコピーして貼り付けてください。",
    en="The stream key is empty. Copy the key from the platform's dashboard and paste it.",
)
KEY_IS_UNREADABLE = Saying(
    "key_is_unreadable",
    ja="ストリームキーに送れない文字が含まれています。配信サイトの管理画面からもう一度コピーしてください。",
    en="The stream key holds characters that cannot be sent. Copy it from the platform's dashboard again.",
)
