"""Sentences about encoding and sending."""

from console.words.saying import Saying

ENCODER_REFUSED = Saying(
    "encoder_refused",
    ja="エンコーダー「{encoder}」がこの設定を受け付けません ({reason})。サイズ・フレームレート・ビットレートを見直してください。",
    en="The encoder “{encoder}” does not take these settings ({reason}). Change size, rate or bitrate.",
)
ENCODER_WORKS = Saying(
    "encoder_works",
    ja="エンコーダー「{encoder}」はこのマシンで使えます。",
    en="The encoder “{encoder}” works on this machine.",
)
ENCODER_UNUSABLE = Saying(
    "encoder_unusable",
    ja="エンコーダー「{encoder}」はこのマシンでは使えません ({reason})。ほかのエンコーダーが使われます。",
    en="The encoder “{encoder}” does not work on this machine ({reason}). Another one is used.",
)
ENCODER_HUNG = Saying(
    "encoder_hung",
    ja="エンコーダー「{encoder}」は {seconds} 秒待っても応答しません。ほかのエンコーダーが使われます。ドライバーを更新してください。",
    en="The encoder “{encoder}” gave no answer in {seconds} s. Another one is used. Update its driver.",
)
ENCODER_CRASHED = Saying(
    "encoder_crashed",
    ja="エンコーダー「{encoder}」は試している間に落ちました。ほかのエンコーダーが使われます。ドライバーを更新してください。",
    en="The encoder “{encoder}” crashed when it was tried. Another one is used. Update its driver.",
)
NAME_NOT_FOUND = Saying(
    "name_not_found",
    ja="サーバー名 {host} が見つかりません。宛先の綴りとインターネット接続を確認してください。",
    en="The server name {host} cannot be found. Check its spelling and the internet connection.",
)
NO_CONNECTION = Saying(
    "no_connection",
    ja="{host}:{port} に接続できません ({reason})。宛先とネットワークを確認してください。自動で再接続します。",
    en="No connection to {host}:{port} ({reason}). Check address and network; it is tried again by itself.",
)
SERVER_SILENT = Saying(
    "server_silent",
    ja="{host} が応答しません ({step})。自動で再接続します。続く場合は宛先を確認してください。",
    en="{host} does not answer ({step}). It is tried again by itself; if it goes on, check the address.",
)
NO_ENCRYPTION = Saying(
    "no_encryption",
    ja="{host} との暗号化接続ができません ({reason})。rtmp:// と rtmps:// のどちらが正しいか確認してください。",
    en="No encrypted connection with {host} ({reason}). Check whether rtmp:// or rtmps:// is right.",
)
CERTIFICATE_REFUSED = Saying(
    "certificate_refused",
    ja="{host} の証明書を信頼できません ({reason})。キーは送っていません。宛先を確認するか、CA ファイルを指定してください。",
    en="The certificate of {host} is not trusted ({reason}). No key was sent. Check the address, or name a CA file.",
)
CA_UNREADABLE = Saying(
    "ca_unreadable",
    ja="CA ファイル「{file}」を読めません。PEM 形式のファイルを指定してください。",
    en="The CA file “{file}” cannot be read. Name a file in PEM format.",
)
NOT_RTMP = Saying(
    "not_rtmp",
    ja="{host} は RTMP で応答していません。宛先とポートを確認してください。",
    en="{host} does not speak RTMP. Check address and port.",
)
REJECTED_BY_SERVER = Saying(
    "rejected_by_server",
    ja="{host} に断られました: {words} ({code})。ストリームキーと宛先を確認してください。",
    en="{host} refused: {words} ({code}). Check stream key and address.",
)
CLOSED_BY_SERVER = Saying(
    "closed_by_server",
    ja="{host} が配信を終わらせました: {words} ({code})。自動で再接続します。",
    en="{host} ended the stream: {words} ({code}). It is connected again by itself.",
)
CLOSED_WITHOUT_WORD = Saying(
    "closed_without_word",
    ja="{host} との接続が切れました。自動で再接続します。",
    en="The connection to {host} broke off. It is connected again by itself.",
)
CLOSED_BEFORE_YES = Saying(
    "closed_before_yes",
    ja="{host} が配信を受け付ける前に接続を切りました。ストリームキーと宛先を確認してください。自動で再接続します。",
    en="{host} hung up before it accepted the stream. Check stream key and address; it is tried again by itself.",
)
SENDING_STALLED = Saying(
    "sending_stalled",
    ja="{host} へ {seconds} 秒間なにも送れませんでした。接続し直します。回線を確認してください。",
    en="Nothing left for {host} in {seconds} s. It is connected anew. Check the line.",
)
