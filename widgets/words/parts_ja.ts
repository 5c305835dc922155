<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Monitor</name>
    <message>
        <source>Old picture: no link to the engine</source>
        <translation>古い映像です: 配信エンジンとつながっていません</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>古い映像</translation>
    </message>
</context>
</TS>
