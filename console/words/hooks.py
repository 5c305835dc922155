"""Sentences of the hooks: what a program on this machine is told when it sends something that cannot be taken."""

from console.words.saying import Saying

HOOK_STRANGER = Saying(
    "hook_stranger",
    ja="この宛先 (Host または Origin) では受け付けません。このコンピューターのプログラムから http://127.0.0.1:{port} に送ってください。",
    en="Nothing is taken under this Host or from this Origin. Send from a program on this machine to http://127.0.0.1:{port}.",
)
HOOK_UNKNOWN = Saying(
    "hook_unknown",
    ja="この入口はありません。/hooks/orders、/hooks/stock、/hooks/claims のどれかに送ってください。",
    en="There is nothing at this address. Send to /hooks/orders, /hooks/stock or /hooks/claims.",
)
HOOK_METHOD = Saying(
    "hook_method",
    ja="{method} では受け付けません。POST で送ってください。",
    en="{method} is not taken here. Send with POST.",
)
HOOK_TOO_LARGE = Saying(
    "hook_too_large",
    ja="一度に送れるのは {limit_kb} kB までです。分けて送ってください。何も受け取っていません。",
    en="At most {limit_kb} kB at once. Send it in parts; nothing of this was taken.",
)
HOOK_NOT_SIGNED = Saying(
    "hook_not_signed",
    ja="署名がありません。本文の HMAC-SHA256 を Honban-Signature: sha256=… として付けてください。",
    en="There is no signature. Add the HMAC-SHA256 of the body as Honban-Signature: sha256=….",
)
HOOK_SIGNATURE_WRONG = Saying(
    "hook_signature_wrong",
    ja="署名が合いません。キーを確かめ、送るバイト列そのものに署名してください。",
    en="The signature does not fit. Check the secret, and sign exactly the bytes that are sent.",
)
HOOK_TOO_OLD = Saying(
    "hook_too_old",
    ja="sent_at が今から {limit_min} 分以上離れています。時計を合わせ、今の時刻で署名し直して送ってください。",
    en="sent_at is more than {limit_min} minutes from now. Set the clock, then sign and send again with the present time.",
)
HOOK_NOT_UNDERSTOOD = Saying(
    "hook_not_understood",
    ja="本文を理解できません ({reason})。直してから送ってください。何も受け取っていません。",
    en="The body is not understood ({reason}). Correct it and send again; nothing of it was taken.",
)
HOOK_BROKEN_REQUEST = Saying(
    "hook_broken_request",
    ja="HTTP の形になっていません ({reason})。HTTP/1.1 で送ってください。",
    en="This is not HTTP as it should be ({reason}). Send HTTP/1.1.",
)
HOOK_TOO_SLOW = Saying(
    "hook_too_slow",
    ja="{seconds} 秒以内に全部届きませんでした。もう一度送ってください。何も受け取っていません。",
    en="Not all of it came within {seconds} s. Send it again; nothing of it was taken.",
)
HOOK_TOO_MANY = Saying(
    "hook_too_many",
    ja="接続が多すぎます (上限 {limit})。使い終わった接続を閉じてから、もう一度送ってください。",
    en="There are too many connections (at most {limit}). Close those that are done with, then send again.",
)
HOOK_NO_SESSION = Saying(
    "hook_no_session",
    ja="いま番組は動いていません。番組が始まってからもう一度送ってください。",
    en="No show is running now. Send it again once one runs.",
)
HOOK_BUSY = Saying(
    "hook_busy",
    ja="いまは受け取れません。少し待ってから同じ id でもう一度送ってください。二度数えることはありません。",
    en="It cannot be taken just now. Wait a moment and send it again with the same ids: nothing counts twice.",
)
HOOK_BROKE = Saying(
    "hook_broke",
    ja="プログラムのエラーが起きました ({reason})。番組は続いています。同じ id でもう一度送ってください。詳細はログにあります。",
    en="An error of this program came up ({reason}). The show goes on; send it again with the same ids. The log has the details.",
)
HOOKS_CLOSED = Saying(
    "hooks_closed",
    ja="ほかのプログラムからの注文を受け付けられません ({reason})。番組は続いています。ポート {port} を空けるか、HONBAN_HOOKS_PORT で別の番号を指定してください。自動でやり直します。",
    en="Orders from other programs cannot be taken ({reason}). The show goes on. Free port {port} or name another in HONBAN_HOOKS_PORT; it is tried again by itself.",
)
HOOKS_WITHOUT_NAMES = Saying(
    "hooks_without_names",
    ja="購入者の名前を保存できないため、注文は名前なしで数えています ({reason})。ディスクの空き容量と権限を確認してください。",
    en="Buyers' names cannot be kept, so orders are counted without them ({reason}). Check the disk's free space and permissions.",
)
HOOKS_SECRET_MADE = Saying(
    "hooks_secret_made",
    ja="新しいキーを保管しました。注文を送るプログラムにだけ渡してください。次に始まる番組から使えます:",
    en="A new secret is kept. Hand it to the program that sends orders and to nobody else; it counts from the next session on:",
)
HOOKS_SECRET_FORGOTTEN = Saying(
    "hooks_secret_forgotten",
    ja="キーを消しました。次の番組からはほかのプログラムの注文を受け付けません。",
    en="The secret is gone. From the next session on nothing is taken from other programs.",
)
HOOKS_NOT_OPEN = Saying(
    "hooks_not_open",
    ja="いまは受け付けていません。honban hooks secret でキーを作り、番組を始めてからもう一度試してください。",
    en="Nothing is taken just now. Make a secret with honban hooks secret, start a session and try again.",
)
HOOKS_SECRET_ABSENT = Saying(
    "hooks_secret_absent",
    ja="キーがありません。honban hooks secret で作ってください。",
    en="There is no secret. Make one with honban hooks secret.",
)
ORDERS_SENT = Saying(
    "orders_sent",
    ja="注文を送りました: 新しいもの {taken} 件、すでに数えてあったもの {again} 件。",
    en="Orders sent: {taken} new, {again} that had been counted before.",
)
ORDERS_STOPPED = Saying(
    "orders_stopped",
    ja="{sent} 件まで送ったところで止まりました。{says} もう一度実行しても二度数えることはありません。",
    en="It stopped after {sent} orders. {says} Run it again: nothing counts twice.",
)
ORDERS_COLUMN_MISSING = Saying(
    "orders_column_missing",
    ja="{line}行目の見出しに「{ja}」({en}) の列がありません。注文番号・商品・数量・合計は必ず入れてください。",
    en="The headings in line {line} lack “{en}” / {ja}. Order, product, units and total must be there.",
)
ORDER_CELL_WRONG = Saying(
    "order_cell_wrong",
    ja="{line}行目「{column}」の「{value}」は使えません。直してください。何も送っていません。",
    en="Line {line}, {column}: “{value}” cannot be. Correct it; nothing was sent.",
)
