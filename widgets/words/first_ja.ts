<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Rehearsing</name>
    <message>
        <source>Opening the demo show…</source>
        <translation>デモ番組を開いています…</translation>
    </message>
    <message>
        <source>Starting the rehearsal…</source>
        <translation>リハーサルを始めています…</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Begin</source>
        <translation>はじめる</translation>
    </message>
    <message>
        <source>Welcome to Honban</source>
        <translation>Honbanへようこそ</translation>
    </message>
    <message>
        <source>Nothing is public until you arm it and hold the button that goes live.</source>
        <translation>「配信開始」を準備してボタンを長押しするまで、何も公開されません。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試してみる</translation>
    </message>
    <message>
        <source>Rehearse the demo show: everything real, nothing public. It is on air within seconds.</source>
        <translation>デモ番組でリハーサル: すべて本番と同じで、公開はされません。数秒で始まります。</translation>
    </message>
    <message>
        <source>Rehearse the demo show</source>
        <translation>デモ番組でリハーサル</translation>
    </message>
    <message>
        <source>New show</source>
        <translation>新しい番組</translation>
    </message>
    <message>
        <source>Title of the show</source>
        <translation>番組のタイトル</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>ひな形</translation>
    </message>
    <message>
        <source>One product, from opening to closing</source>
        <translation>1商品 (オープニング〜クロージング)</translation>
    </message>
    <message>
        <source>Three products</source>
        <translation>3商品</translation>
    </message>
    <message>
        <source>Camera and graphics only</source>
        <translation>カメラとテロップだけ</translation>
    </message>
    <message>
        <source>Make the show</source>
        <translation>番組を作る</translation>
    </message>
    <message>
        <source>Begin with a running order that says what to fill in.</source>
        <translation>記入例つきの進行表から始めます。</translation>
    </message>
    <message>
        <source>Open a show</source>
        <translation>番組を開く</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダを選ぶ…</translation>
    </message>
    <message>
        <source>Your shows, newest first. A folder can be dropped here too.</source>
        <translation>新しい順です。フォルダをここにドロップしても開けます。</translation>
    </message>
    <message>
        <source>No show yet. The ones that you make appear here.</source>
        <translation>まだ番組がありません。作るとここに並びます。</translation>
    </message>
    <message>
        <source>Connecting to the engine…</source>
        <translation>配信エンジンに接続しています…</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation>開けません</translation>
    </message>
</context>
</TS>
