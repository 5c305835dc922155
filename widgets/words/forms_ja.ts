<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>ColourEntry</name>
    <message>
        <source>Pick a colour</source>
        <translation>色を選ぶ</translation>
    </message>
    <message>
        <source>Write a colour as #RRGGBB.</source>
        <translation>色は #RRGGBB の形で書いてください。</translation>
    </message>
</context>
<context>
    <name>FileEntry</name>
    <message>
        <source>Drop a file here</source>
        <translation>ここへファイルをドロップ</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>{name} (not there)</source>
        <translation>{name} (見つかりません)</translation>
    </message>
</context>
<context>
    <name>Item</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(空)</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} を開く</translation>
    </message>
</context>
<context>
    <name>ManyEntry</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name of the new one</source>
        <translation>追加する名前</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add to {name}</source>
        <translation>{name}に追加</translation>
    </message>
</context>
<context>
    <name>MomentEntry</name>
    <message>
        <source>Write date and time, such as 2026-11-22 21:30.</source>
        <translation>日時は 2026-11-22 21:30 のように書いてください。</translation>
    </message>
</context>
<context>
    <name>MoneyEntry</name>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>Write an amount in figures, such as 1,980.</source>
        <translation>金額を 1,980 のような数字で書いてください。</translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>整数で書いてください。</translation>
    </message>
    <message>
        <source>Write a time, such as 1:30 or 90.</source>
        <translation>時間は 1:30 か 90(秒)のように書いてください。</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>数字で書いてください。</translation>
    </message>
</context>
<context>
    <name>OneEntry</name>
    <message>
        <source>— none —</source>
        <translation>— なし —</translation>
    </message>
</context>
<context>
    <name>SomeEntry</name>
    <message>
        <source>Add…</source>
        <translation>追加…</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>{name} を外す</translation>
    </message>
</context>
</TS>
