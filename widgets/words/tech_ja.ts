<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Age</name>
    <message>
        <source>{n} s ago</source>
        <translation>{n}秒前</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n}分前</translation>
    </message>
</context>
<context>
    <name>DestinationCard</name>
    <message>
        <source>Sent</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>What leaves this machine</source>
        <translation>このパソコンから送っている量</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>When the server last said that it has the stream</source>
        <translation>サーバーが最後に「受け取った」と答えた時</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>Made and not yet gone</source>
        <translation>できているのにまだ送れていない量</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>視聴確認</translation>
    </message>
    <message>
        <source>When a picture was last decoded on the viewers&apos; side</source>
        <translation>視聴側で最後に映像を確認した時</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Packets left out because the line was too slow</source>
        <translation>回線が遅く、送らずに捨てたパケット</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>To the server and back</source>
        <translation>サーバーまでの往復</translation>
    </message>
    <message>
        <source>Failed tries</source>
        <translation>連続失敗</translation>
    </message>
    <message>
        <source>In a row; 0 once it is live</source>
        <translation>続けて失敗した回数。つながると0に戻ります</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>再接続</translation>
    </message>
    <message>
        <source>Became live again after having been live</source>
        <translation>切れたあと再びつながった回数</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>配信先</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>送信開始</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>今すぐ再接続</translation>
    </message>
    <message>
        <source>Hold: stop</source>
        <translation>長押しで停止</translation>
    </message>
    <message>
        <source>Built-in receiver</source>
        <translation>内蔵の受信機</translation>
    </message>
    <message>
        <source>Hold to stop {name}</source>
        <translation>長押しで「{name}」を停止</translation>
    </message>
    <message>
        <source>Retrying in {s} s</source>
        <translation>再接続まで{s}秒</translation>
    </message>
</context>
<context>
    <name>DestinationPhase</name>
    <message>
        <source>Connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信中</translation>
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
        <source>Off</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>DestinationsPanel</name>
    <message>
        <source>Destinations</source>
        <translation>配信先</translation>
    </message>
    <message>
        <source>This show has no destinations. Add them in Plan (Alt+3) under Destinations, then store their stream keys here. A rehearsal needs none.</source>
        <translation>配信先がありません。準備 (Alt+3) の「配信先」で追加してから、ここでストリームキーを保存してください。リハーサルには不要です。</translation>
    </message>
    <message>
        <source>Start the destination, or hold to stop it</source>
        <translation>配信先を開始／長押しで停止</translation>
    </message>
    <message>
        <source>Rehearsal: all are sent to the built-in receiver, nothing is public.</source>
        <translation>リハーサル: すべて内蔵の受信機へ送ります。公開されません。</translation>
    </message>
</context>
<context>
    <name>DevicesPanel</name>
    <message>
        <source>On this machine</source>
        <translation>このパソコンの機器</translation>
    </message>
    <message>
        <source>No camera, microphone or screen was found. Plug one in, then look again.</source>
        <translation>カメラ・マイク・画面が見つかりません。つないでから「再検索」を押してください。</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再検索</translation>
    </message>
    <message>
        <source>Use as source</source>
        <translation>素材に追加</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>機器を探しています…</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Source added</source>
        <translation>素材を追加しました</translation>
    </message>
</context>
<context>
    <name>EncoderPanel</name>
    <message>
        <source>Encoder</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>Nothing is encoded. Start a rehearsal or the show.</source>
        <translation>まだエンコードしていません。リハーサルか本番を始めてください。</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>毎秒コマ数</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成量</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>New key</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>配信先</translation>
    </message>
    <message>
        <source>Change key</source>
        <translation>キーを変更</translation>
    </message>
    <message>
        <source>Stream key of {name}</source>
        <translation>{name}のストリームキー</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>stored, too short to show</source>
        <translation>保存済み (短いため表示しません)</translation>
    </message>
    <message>
        <source>Key {words}</source>
        <translation>キー {words}</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Only lines with…</source>
        <translation>絞り込み…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>MachinePanel</name>
    <message>
        <source>Engine</source>
        <translation>配信エンジン</translation>
    </message>
    <message>
        <source>On air since</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Disk lasts</source>
        <translation>録画の残り</translation>
    </message>
    <message>
        <source>Late (p99)</source>
        <translation>遅れ (p99)</translation>
    </message>
    <message>
        <source>Composing (p99)</source>
        <translation>合成 (p99)</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>繰り返したコマ</translation>
    </message>
    <message>
        <source>Not encoded</source>
        <translation>未処理のコマ</translation>
    </message>
    <message>
        <source>Cores in use</source>
        <translation>CPU (コア)</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>{figure}, late</source>
        <translation>{figure} 遅れ</translation>
    </message>
    <message>
        <source>{h} h {m:02} min</source>
        <translation>{h}時間{m:02}分</translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation>{m}分</translation>
    </message>
    <message>
        <source>only {left}</source>
        <translation>残りわずか {left}</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Network</source>
        <translation>回線</translation>
    </message>
    <message>
        <source>Nothing is sent yet. Go live, or rehearse going live.</source>
        <translation>まだ送信していません。配信開始か、そのリハーサルをしてください。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>Made and not yet gone. It grows when the line is slower than the stream.</source>
        <translation>できているのにまだ送れていない量です。回線が配信より遅いと増えます。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Built-in receiver</source>
        <translation>内蔵の受信機</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>No picture</source>
        <translation>映像なし</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>開き直す</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>Close it and open it anew; its picture is gone for a moment</source>
        <translation>いったん閉じて開き直します。その間、映像は途切れます</translation>
    </message>
    <message>
        <source>Level of {name}</source>
        <translation>{name}の音量</translation>
    </message>
    <message>
        <source>Opened {n} times in this session</source>
        <translation>この本番で{n}回開きました</translation>
    </message>
    <message>
        <source>{n} unused</source>
        <translation>未使用{n}</translation>
    </message>
    <message>
        <source>nothing for {time}</source>
        <translation>途絶 {time}</translation>
    </message>
</context>
<context>
    <name>SourceKind</name>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>マイク</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Network stream</source>
        <translation>ネットワーク映像</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>静止画</translation>
    </message>
    <message>
        <source>Test bars</source>
        <translation>カラーバー</translation>
    </message>
</context>
<context>
    <name>SourcePhase</name>
    <message>
        <source>Opening</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>途絶</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>This show has no sources. Use one of “On this machine”.</source>
        <translation>素材がありません。「このパソコンの機器」から選んで追加してください。</translation>
    </message>
    <message>
        <source>Sources are opened with the rehearsal or the show.</source>
        <translation>素材はリハーサルか本番を始めると開きます。</translation>
    </message>
</context>
<context>
    <name>TechWorkspace</name>
    <message>
        <source>Tech</source>
        <translation>技術</translation>
    </message>
</context>
<context>
    <name>TimingPanel</name>
    <message>
        <source>Timing</source>
        <translation>処理時間</translation>
    </message>
    <message>
        <source>No figures from the engine yet.</source>
        <translation>配信エンジンの値がまだ届いていません。</translation>
    </message>
    <message>
        <source>99 of 100 ticks</source>
        <translation>コマの99%が</translation>
    </message>
    <message>
        <source>A tick that begins later than a picture lasts shows the picture before once more.</source>
        <translation>1コマ分より遅れると、前のコマをもう一度出します。</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>late by</source>
        <translation>遅れ</translation>
    </message>
    <message>
        <source>composing</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>cores in use</source>
        <translation>使用コア</translation>
    </message>
</context>
</TS>
