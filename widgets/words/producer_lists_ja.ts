<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>GraphicsPanel</name>
    <message>
        <source>Graphics</source>
        <translation>テロップ</translation>
    </message>
    <message>
        <source>No graphics yet. Add them in Plan (Alt+3).</source>
        <translation>テロップがありません。準備 (Alt+3) で追加してください。</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>表示する文字</translation>
    </message>
    <message>
        <source>On / off air</source>
        <translation>出す/消す</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>反映</translation>
    </message>
    <message>
        <source>{name} off air</source>
        <translation>{name}を消しました</translation>
    </message>
    <message>
        <source>{name} on air</source>
        <translation>{name}を出しました</translation>
    </message>
    <message>
        <source>Take off air</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Put on air</source>
        <translation>出す</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>放送中</translation>
    </message>
    <message>
        <source>{kind} · not on every platform</source>
        <translation>{kind} · 出ない配信先あり</translation>
    </message>
</context>
<context>
    <name>OffersPanel</name>
    <message>
        <source>Offers</source>
        <translation>オファー</translation>
    </message>
    <message>
        <source>No offers yet. Add one to a product in Plan (Alt+3).</source>
        <translation>オファーがありません。準備 (Alt+3) で商品に追加してください。</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分</translation>
    </message>
    <message>
        <source>Minutes to extend by</source>
        <translation>延長する分数</translation>
    </message>
    <message>
        <source>Reason to extend or withdraw</source>
        <translation>延長・取り下げの理由</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Open price</source>
        <translation>価格公開</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延長</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>取り下げ</translation>
    </message>
    <message>
        <source>{price} (hidden)</source>
        <translation>{price} (未公開)</translation>
    </message>
    <message>
        <source>{left} of {all} left</source>
        <translation>残り{left}/{all}</translation>
    </message>
    <message>
        <source>{left} left, {sold} sold</source>
        <translation>残り{left}・販売{sold}</translation>
    </message>
    <message>
        <source>{sold} sold</source>
        <translation>販売{sold}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>未準備</translation>
    </message>
    <message>
        <source>Armed</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>カウント中</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>販売中</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>完売</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>取り下げ済</translation>
    </message>
</context>
<context>
    <name>ProductsPanel</name>
    <message>
        <source>No products yet. Import a CSV or add them in Plan (Alt+3).</source>
        <translation>商品がありません。準備 (Alt+3) でCSVを取り込むか、追加してください。</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Find by number or name</source>
        <translation>番号・名前で検索</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>紹介する</translation>
    </message>
    <message>
        <source>End explaining</source>
        <translation>紹介を終える</translation>
    </message>
    <message>
        <source>Explaining {name}</source>
        <translation>{name}を紹介中にしました</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>残り{n}</translation>
    </message>
    <message>
        <source>stock unknown</source>
        <translation>在庫不明</translation>
    </message>
    <message>
        <source>Explaining · {left}</source>
        <translation>紹介中 · {left}</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>完売</translation>
    </message>
    <message>
        <source>Few left</source>
        <translation>残りわずか</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>人気</translation>
    </message>
</context>
<context>
    <name>RundownPanel</name>
    <message>
        <source>Rundown</source>
        <translation>進行表</translation>
    </message>
    <message>
        <source>No segments yet. Plan the running order in Plan (Alt+3).</source>
        <translation>コーナーがありません。準備 (Alt+3) で進行を作成してください。</translation>
    </message>
    <message>
        <source>Time left in the segment</source>
        <translation>コーナーの残り時間</translation>
    </message>
    <message>
        <source>Show over or under</source>
        <translation>番組の押し・巻き</translation>
    </message>
    <message>
        <source>Segment left</source>
        <translation>コーナー残り</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>ホールド</translation>
    </message>
    <message>
        <source>Skip next</source>
        <translation>次を飛ばす</translation>
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
        <source>Held</source>
        <translation>ホールド中</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>放送中</translation>
    </message>
    <message>
        <source>Make it Next</source>
        <translation>次にする</translation>
    </message>
</context>
</TS>
