<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Answering</name>
    <message>
        <source>Comments</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Put on air</source>
        <translation>画面に出す</translation>
    </message>
    <message>
        <source>Take off air</source>
        <translation>画面から消す</translation>
    </message>
    <message>
        <source>To the host</source>
        <translation>配信者へ</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Type in a viewer&apos;s comment…</source>
        <translation>視聴者のコメントを入力…</translation>
    </message>
    <message>
        <source>I take care of it</source>
        <translation>対応する</translation>
    </message>
    <message>
        <source>Drop the question</source>
        <translation>質問を見送る</translation>
    </message>
    <message>
        <source>Open the question again</source>
        <translation>質問を未回答に戻す</translation>
    </message>
    <message>
        <source>Unmute the viewer</source>
        <translation>視聴者のミュートを解除</translation>
    </message>
    <message>
        <source>Mute the viewer</source>
        <translation>視聴者をミュート</translation>
    </message>
    <message>
        <source>Note to the host</source>
        <translation>配信者へのカンペ</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>配信者</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>点滅</translation>
    </message>
    <message>
        <source>No prepared answer. Add one in Plan (Alt+3).</source>
        <translation>用意された回答がありません。準備 (Alt+3) で追加できます。</translation>
    </message>
    <message>
        <source>Answer on air</source>
        <translation>回答を画面に出しました</translation>
    </message>
    <message>
        <source>Comment on air</source>
        <translation>コメントを画面に出しました</translation>
    </message>
</context>
<context>
    <name>AudioPanel</name>
    <message>
        <source>Sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>No source with sound yet. Add one in Plan (Alt+3).</source>
        <translation>音の出る素材がありません。準備 (Alt+3) で追加してください。</translation>
    </message>
    <message>
        <source>Level of Program</source>
        <translation>本線の音量</translation>
    </message>
    <message>
        <source>LUFS</source>
        <translation>LUFS</translation>
    </message>
    <message>
        <source>Loudness of the last 3 seconds; platforms want about −16 to −14.</source>
        <translation>直近3秒のラウドネス。目安は −16〜−14 です。</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>本線</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Comments</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Find in comments</source>
        <translation>コメントを検索</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>This product</source>
        <translation>この商品</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>{n} newer comments ↓</source>
        <translation>新着{n}件 ↓</translation>
    </message>
    <message>
        <source>No comment passes this filter.</source>
        <translation>条件に合うコメントはありません。</translation>
    </message>
    <message>
        <source>No comments yet. In a rehearsal made-up viewers begin to write soon.</source>
        <translation>コメントはまだありません。リハーサルでは、まもなく架空の視聴者が書き込みます。</translation>
    </message>
    <message>
        <source>Comments appear here once a session runs.</source>
        <translation>本番かリハーサルが始まると、ここにコメントが出ます。</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>放送中</translation>
    </message>
    <message>
        <source>{n} ask</source>
        <translation>{n}人</translation>
    </message>
    <message>
        <source>A viewer</source>
        <translation>視聴者</translation>
    </message>
    <message>
        <source>NG word</source>
        <translation>NGワード</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>スパム</translation>
    </message>
    <message>
        <source>First</source>
        <translation>初見</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>購入者</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>ミュート</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>対応中</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回答済</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>文字で回答</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>見送り</translation>
    </message>
</context>
<context>
    <name>NowPanel</name>
    <message>
        <source>Now / Next</source>
        <translation>紹介中・次</translation>
    </message>
    <message>
        <source>Explain next</source>
        <translation>次の商品を紹介</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Explaining {name}</source>
        <translation>{name}を紹介中にしました</translation>
    </message>
    <message>
        <source>Explaining</source>
        <translation>紹介中</translation>
    </message>
    <message>
        <source>Nothing explained</source>
        <translation>紹介なし</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>残り{n}</translation>
    </message>
    <message>
        <source>Next: {name}</source>
        <translation>次: {name}</translation>
    </message>
    <message>
        <source>Offer armed</source>
        <translation>オファー準備完了</translation>
    </message>
    <message>
        <source>Offer opens in</source>
        <translation>オファー開始まで</translation>
    </message>
    <message>
        <source>Offer ends in</source>
        <translation>オファー終了まで</translation>
    </message>
    <message>
        <source>{n} sold</source>
        <translation>{n}個販売</translation>
    </message>
</context>
<context>
    <name>StripRow</name>
    <message>
        <source>Mute</source>
        <translation>ミュート</translation>
    </message>
    <message>
        <source>Gain of {name}</source>
        <translation>{name}のゲイン</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>ソロ</translation>
    </message>
    <message>
        <source>Hear {name} alone</source>
        <translation>{name}だけを試聴</translation>
    </message>
    <message>
        <source>Choose a sound output first: Listen, below.</source>
        <translation>先に下の「試聴」で音の出力先を選んでください。</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>{name}をミュート</translation>
    </message>
    <message>
        <source>Level of {name}</source>
        <translation>{name}の音量</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>ミュート中</translation>
    </message>
</context>
<context>
    <name>TypedComment</name>
    <message>
        <source>What the viewer wrote</source>
        <translation>視聴者のコメント</translation>
    </message>
    <message>
        <source>Name, if you like</source>
        <translation>名前 (任意)</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
</TS>
