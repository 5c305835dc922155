<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Confirming</name>
    <message>
        <source>Go live or end</source>
        <translation>配信開始・終了の確認</translation>
    </message>
    <message>
        <source>No</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>s left</source>
        <translation>秒で取消</translation>
    </message>
    <message>
        <source>End the rehearsal?</source>
        <translation>リハーサルを終了しますか?</translation>
    </message>
    <message>
        <source>End the show?</source>
        <translation>配信を終了しますか?</translation>
    </message>
    <message>
        <source>Sending and recording stop. Hold the button, or Ctrl+Shift+F12, for 1 second.</source>
        <translation>送信と録画が止まります。ボタンまたは Ctrl+Shift+F12 を1秒間押し続けてください。</translation>
    </message>
    <message>
        <source>Hold: end</source>
        <translation>長押しで終了</translation>
    </message>
    <message>
        <source>Rehearse going live</source>
        <translation>配信開始のリハーサル</translation>
    </message>
    <message>
        <source>Go live to {count} destinations?</source>
        <translation>{count}か所へ配信を開始しますか?</translation>
    </message>
    <message>
        <source>Hold the button, or Ctrl+Shift+F12, for 1 second.</source>
        <translation>ボタンまたは Ctrl+Shift+F12 を1秒間押し続けてください。</translation>
    </message>
    <message>
        <source>Hold: go live</source>
        <translation>長押しで配信開始</translation>
    </message>
    <message>
        <source>Built-in receiver</source>
        <translation>内蔵の受信機</translation>
    </message>
    <message>
        <source>This show has no destinations. Add them in Plan (Alt+3), their keys in Tech (Alt+2).</source>
        <translation>配信先がありません。準備 (Alt+3) で追加し、キーは技術 (Alt+2) で保存してください。</translation>
    </message>
    <message>
        <source>key stored</source>
        <translation>キー保存済み</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>ほか{n}か所</translation>
    </message>
    <message>
        <source>nothing is public</source>
        <translation>公開されません</translation>
    </message>
    <message>
        <source>no key: Tech (Alt+2)</source>
        <translation>キー未保存：技術 (Alt+2)</translation>
    </message>
    <message>
        <source>key …{tail}</source>
        <translation>キー …{tail}</translation>
    </message>
    <message>
        <source>key —</source>
        <translation>キー —</translation>
    </message>
</context>
<context>
    <name>DestinationHealth</name>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>視聴確認</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>今すぐ再接続</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>配信先</translation>
    </message>
    <message>
        <source>What leaves this machine</source>
        <translation>このパソコンから送っている量</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Since the server last said that it has the stream</source>
        <translation>サーバーが最後に「受け取った」と答えてからの時間</translation>
    </message>
    <message>
        <source>Since a picture was last decoded on the viewers&apos; side</source>
        <translation>視聴側で最後に映像を確認してからの時間</translation>
    </message>
    <message>
        <source>Built-in receiver</source>
        <translation>内蔵の受信機</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>再接続中</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Retrying in {s} s</source>
        <translation>再接続まで{s}秒</translation>
    </message>
</context>
<context>
    <name>EncoderHealth</name>
    <message>
        <source>Encoder, pictures a second</source>
        <translation>エンコーダーの毎秒コマ数</translation>
    </message>
    <message>
        <source>Lateness</source>
        <translation>遅れ</translation>
    </message>
    <message>
        <source>How late the ticks of the mixer begin, 99 of 100 of them</source>
        <translation>ミキサーの各コマの始まりの遅れ (99%がこれ以下)</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>遅れ</translation>
    </message>
</context>
<context>
    <name>FaultBar</name>
    <message>
        <source>Try again now</source>
        <translation>今すぐ再試行</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>異常</translation>
    </message>
    <message>
        <source>Show where</source>
        <translation>場所を表示</translation>
    </message>
    <message>
        <source>Connecting to the engine…</source>
        <translation>配信エンジンに接続しています…</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>No link to the engine; it is tried again by itself. The show goes on without this window.</source>
        <translation>配信エンジンとつながっていません。自動で再接続します。配信はこの画面なしでも続きます。</translation>
    </message>
    <message>
        <source>The engine does not let this seat in.</source>
        <translation>配信エンジンがこの席の接続を断りました。</translation>
    </message>
    <message>
        <source>No link</source>
        <translation>接続なし</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time}から</translation>
    </message>
    <message>
        <source>Fault {at}/{n}</source>
        <translation>異常 {at}/{n}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>No faults</source>
        <translation>異常なし</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>Session</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>Stand by</source>
        <translation>待機に入る</translation>
    </message>
    <message>
        <source>Go live…</source>
        <translation>配信開始…</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>終了…</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Viewers</source>
        <translation>視聴</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Edit on air</source>
        <translation>放送中の編集</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Panels, language, look, map of keys</source>
        <translation>パネル、言語、配色、キー一覧</translation>
    </message>
    <message>
        <source>Editing on air</source>
        <translation>放送中の編集: 入</translation>
    </message>
    <message>
        <source>REHEARSAL</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>STAND BY</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>ENDED UNEXPECTEDLY</source>
        <translation>途中で終了</translation>
    </message>
    <message>
        <source>NOT STARTED</source>
        <translation>開始前</translation>
    </message>
    <message>
        <source>No show is open</source>
        <translation>番組が開かれていません</translation>
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
        <source>On time</source>
        <translation>定刻</translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>{age}前</translation>
    </message>
</context>
<context>
    <name>HealthBar</name>
    <message>
        <source>No destinations: nothing is sent anywhere</source>
        <translation>配信先なし: どこにも送られません</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Map of keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <source>Esc closes it</source>
        <translation>Escで閉じる</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Honban</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>The engine goes on without this window. Start Honban again to come back.</source>
        <translation>ウィンドウを閉じてもエンジンは動き続けます。Honban をもう一度起動すると続きから操作できます。</translation>
    </message>
    <message>
        <source>Back to the desk</source>
        <translation>操作卓に戻る</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The session has ended</source>
        <translation>本番は終了しました</translation>
    </message>
    <message>
        <source>The rehearsal goes on</source>
        <translation>リハーサルは続いています</translation>
    </message>
    <message>
        <source>The show goes on</source>
        <translation>配信は続いています</translation>
    </message>
    <message>
        <source>Closes by itself in {n} s</source>
        <translation>あと {n} 秒で閉じます</translation>
    </message>
</context>
<context>
    <name>ListeningChooser</name>
    <message>
        <source>Listen to Program</source>
        <translation>本線を聴く</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>本線</translation>
    </message>
    <message>
        <source>Listen: {what}</source>
        <translation>試聴: {what}</translation>
    </message>
    <message>
        <source>Listen: off</source>
        <translation>試聴: 切</translation>
    </message>
    <message>
        <source>Nothing is heard</source>
        <translation>音が出ていません</translation>
    </message>
    <message>
        <source>Choose a sound output</source>
        <translation>音声の出力先を選ぶ</translation>
    </message>
    <message>
        <source>Looking for outputs…</source>
        <translation>出力先を探しています…</translation>
    </message>
    <message>
        <source>This machine has no sound output</source>
        <translation>このパソコンに音声の出力先がありません</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{name} (gone)</source>
        <translation>{name} (見つかりません)</translation>
    </message>
</context>
<context>
    <name>RecordingHealth</name>
    <message>
        <source>Recording</source>
        <translation>録画中</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>録画</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>録画停止</translation>
    </message>
    <message>
        <source>Recording failed</source>
        <translation>録画失敗</translation>
    </message>
    <message>
        <source>Closing the file</source>
        <translation>保存中</translation>
    </message>
    <message>
        <source>Recording begins</source>
        <translation>録画準備</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>録画なし</translation>
    </message>
    <message>
        <source>disk —</source>
        <translation>残り —</translation>
    </message>
    <message>
        <source>disk {left} h</source>
        <translation>残り {left}</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>本番</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Host window</source>
        <translation>配信者画面</translation>
    </message>
    <message>
        <source>Honban</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>進行</translation>
    </message>
    <message>
        <source>Tech</source>
        <translation>技術</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Map of keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <source>日本語にする</source>
        <translation>Switch to English</translation>
    </message>
    <message>
        <source>Light look</source>
        <translation>明るい配色</translation>
    </message>
    <message>
        <source>Dark look</source>
        <translation>暗い配色</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>パネル</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>表示倍率</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Reset the layout</source>
        <translation>配置を元に戻す</translation>
    </message>
</context>
</TS>
