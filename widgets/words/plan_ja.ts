<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>ConcernsPanel</name>
    <message>
        <source>Enter or a click leads to the field.</source>
        <translation>Enterかクリックで、その項目へ移動します。</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>Form</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Choose something on the left, or press Add.</source>
        <translation>左の一覧から選ぶか、「追加」を押してください。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>A session runs. What is on Program stays as it is until “Edit on air” above is on.</source>
        <translation>セッション中です。本線に出ているものは、上の「放送中の編集」をオンにするまで変わりません。</translation>
    </message>
    <message>
        <source>Edit on air is on: viewers see at once what is changed here.</source>
        <translation>「放送中の編集」がオンです。ここでの変更はすぐ視聴者に見えます。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>オファー</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>クーポン</translation>
    </message>
    <message>
        <source>Giveaways</source>
        <translation>抽選</translation>
    </message>
    <message>
        <source>Rundown, scripts</source>
        <translation>進行表と台本</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答集</translation>
    </message>
    <message>
        <source>Words not to say</source>
        <translation>NGワード</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>テロップ</translation>
    </message>
    <message>
        <source>Title and opening</source>
        <translation>番組名と始まり</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>ソース</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>シーン</translation>
    </message>
    <message>
        <source>Sound strips</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Music under voice</source>
        <translation>声とBGM</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>配信先</translation>
    </message>
    <message>
        <source>Picture quality</source>
        <translation>画面と画質</translation>
    </message>
    <message>
        <source>Safe areas, rate</source>
        <translation>セーフエリア</translation>
    </message>
    <message>
        <source>How it runs</source>
        <translation>進め方</translation>
    </message>
    <message>
        <source>What is sold</source>
        <translation>売るもの</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>見た目</translation>
    </message>
    <message>
        <source>Picture and sound</source>
        <translation>映像と音声</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>配信</translation>
    </message>
</context>
<context>
    <name>PagesPanel</name>
    <message>
        <source>Plan</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>What can be planned</source>
        <translation>準備する項目</translation>
    </message>
</context>
<context>
    <name>PlanWorkspace</name>
    <message>
        <source>Plan</source>
        <translation>準備</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>How it looks</source>
        <translation>見え方</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>縦</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>横</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>アプリの表示</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>表示例</translation>
    </message>
    <message>
        <source>Nothing to show: {names}.</source>
        <translation>表示するものがありません:{names}</translation>
    </message>
    <message>
        <source>No room for: {names}.</source>
        <translation>置く場所がありません:{names}</translation>
    </message>
    <message>
        <source>Nothing of this is seen on air.</source>
        <translation>この項目は画面には出ません。</translation>
    </message>
    <message>
        <source>As it will look in the show. Names and prices are the plan&apos;s.</source>
        <translation>本番での見え方の例です。名前と価格は準備した内容です。</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>To put right</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Nothing is wrong with this show.</source>
        <translation>直すところはありません。</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>要修正</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>おすすめ</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>Import products</source>
        <translation>商品の取り込み</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Import under way</source>
        <translation>取り込み中</translation>
    </message>
    <message>
        <source>Choose a CSV…</source>
        <translation>CSVを選ぶ…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>Headings: number, name, price; also picture, was price, stock and more. Drop the file here.</source>
        <translation>見出しは番号・商品名・価格。写真・比較価格・在庫なども使えます。ここへファイルをドロップ。</translation>
    </message>
    <message>
        <source>Bad rows</source>
        <translation>直す行</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} を読み込んでいます…</translation>
    </message>
    <message>
        <source>The file is empty, no text, or too large.</source>
        <translation>ファイルが空か、文字でないか、大きすぎます。</translation>
    </message>
    <message>
        <source>Nothing was imported: {n} things are to be put right first.</source>
        <translation>取り込んでいません。先に{n}か所を直してください。</translation>
    </message>
    <message>
        <source>Added {added}, changed {changed}, as before {unchanged}; {pictures} pictures.</source>
        <translation>追加{added}件、変更{changed}件、変更なし{unchanged}件。写真{pictures}枚。</translation>
    </message>
    <message>
        <source>Columns left aside: {names}.</source>
        <translation>使わなかった列:{names}</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>{line}行目</translation>
    </message>
</context>
<context>
    <name>ThingsPanel</name>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Play or leave out</source>
        <translation>進行表に入れる/外す</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>CSV取り込み…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>Nothing here yet. Press Add.</source>
        <translation>まだありません。「追加」を押してください。</translation>
    </message>
    <message>
        <source>No products yet. Press Add, or drop a CSV here.</source>
        <translation>商品がまだありません。「追加」を押すか、CSVをここへドロップしてください。</translation>
    </message>
    <message>
        <source>There is one of this, in the middle.</source>
        <translation>この項目は一つだけです。中央で編集します。</translation>
    </message>
    <message>
        <source>not played</source>
        <translation>進行表外</translation>
    </message>
    <message>
        <source>New: {what}</source>
        <translation>新しい{what}</translation>
    </message>
    <message>
        <source>Add a product first.</source>
        <translation>先に商品を追加してください。</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (複製)</translation>
    </message>
</context>
<context>
    <name>WordsPanel</name>
    <message>
        <source>Words not to say</source>
        <translation>NGワード</translation>
    </message>
    <message>
        <source>No such word stands in this show.</source>
        <translation>NGワードは見つかりません。</translation>
    </message>
    <message>
        <source>Say: {words}</source>
        <translation>言い換え:{words}</translation>
    </message>
</context>
</TS>
