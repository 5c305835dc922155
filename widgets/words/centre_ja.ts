<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Centre</name>
    <message>
        <source>Preview and Program</source>
        <translation>プレビューと本線</translation>
    </message>
</context>
<context>
    <name>ProducerWorkspace</name>
    <message>
        <source>Producer</source>
        <translation>進行</translation>
    </message>
</context>
<context>
    <name>SceneTile</name>
    <message>
        <source>Program</source>
        <translation>本線</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
</context>
<context>
    <name>Scenes</name>
    <message>
        <source>No scenes yet. Make one in Plan (Alt+3).</source>
        <translation>シーンがありません。準備 (Alt+3) で作成してください。</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>シーン</translation>
    </message>
    <message>
        <source>Scene {number} to Preview</source>
        <translation>シーン{number}をプレビューへ</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>映像</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Picture</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>テイク</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>カット</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>オート</translation>
    </message>
    <message>
        <source>Fade to black</source>
        <translation>黒へフェード</translation>
    </message>
    <message>
        <source>Back from black</source>
        <translation>黒から戻す</translation>
    </message>
</context>
<context>
    <name>Transitions</name>
    <message>
        <source>Transition</source>
        <translation>切替効果</translation>
    </message>
    <message>
        <source>Length of the transition</source>
        <translation>切替の長さ</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>カット</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>ディゾルブ</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>ワイプ</translation>
    </message>
</context>
<context>
    <name>_Screens</name>
    <message>
        <source>No picture. Begin with Rehearse, at the top.</source>
        <translation>映像がありません。上の「リハーサル」で始めてください。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Program: on air</source>
        <translation>本線: 本番中</translation>
    </message>
    <message>
        <source>Program: rehearsal</source>
        <translation>本線: リハーサル</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>本線</translation>
    </message>
</context>
</TS>
