<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>ForbiddenWords</name>
    <message>
        <source>Do not say → say instead</source>
        <translation>NGワード → 言いかえ</translation>
    </message>
</context>
<context>
    <name>HostWindow</name>
    <message>
        <source>Host</source>
        <translation>配信者</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>スクロール</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>左右反転</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>大きく</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>小さく</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>速く</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>遅く</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>{size} px · {speed} px/s</source>
        <translation>{size} px · {speed} px/秒</translation>
    </message>
    <message>
        <source>rolling</source>
        <translation>スクロール中</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>停止中</translation>
    </message>
</context>
<context>
    <name>Phase</name>
    <message>
        <source>Opening</source>
        <translation>オープニング</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>おすすめポイント</translation>
    </message>
    <message>
        <source>Talk with viewers</source>
        <translation>視聴者とやりとり</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>オファー</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>クロージング</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Answered</source>
        <translation>回答した</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>配信者</translation>
    </message>
    <message>
        <source>{name}-san</source>
        <translation>{name}さん</translation>
    </message>
    <message>
        <source>A viewer</source>
        <translation>視聴者</translation>
    </message>
    <message>
        <source>{n} people ask</source>
        <translation>{n}人が質問</translation>
    </message>
    <message>
        <source>No prepared answer</source>
        <translation>用意された回答はありません</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Segment left</source>
        <translation>コーナー残り</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Next: {name}</source>
        <translation>次: {name}</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>本番中</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>Standing by</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Off air</source>
        <translation>放送外</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>押し</translation>
    </message>
    <message>
        <source>Under</source>
        <translation>巻き</translation>
    </message>
    <message>
        <source>Opens in</source>
        <translation>オファー開始まで</translation>
    </message>
    <message>
        <source>Offer ends in</source>
        <translation>オファー終了まで</translation>
    </message>
</context>
</TS>
