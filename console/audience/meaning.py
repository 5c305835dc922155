"""What a question is about, roughly: matters that shoppers ask of, in either language, and the rest of its words."""

import re
from functools import lru_cache

import msgspec

from console.audience.normalise import normalised
from console.audience.question import plain_of

MATTER_WEIGHT = 3
"""How much a shared matter counts beside two shared letters."""
TWINS_FROM = 0.65
"""Questions that are this alike ask the same. Two colours or two sizes (0.6) do not."""

_MATTERS: dict[str, str] = {
    "shipping_cost": r"送料|配送料|配送費|shipping (?:cost|fee|price)s?|delivery (?:cost|fee)s?|"
    r"postage|how much (?:is |for )?(?:the )?(?:shipping|delivery)|free shipping",
    "delivery": r"届[いくきけ]|到着|配達|お届け|発送|配送|納期|arrive\w*|deliver\w*|ship(?:ping|ped|s)?\b",
    "abroad": r"海外|国外|international\w*|overseas|abroad|outside japan|worldwide",
    "when": r"いつ(?:頃|ごろ|から|まで)?|何日(?!も)|何時|when\b|how long|how soon",
    "keeps": r"日持ち|賞味期限|消費期限|賞味|何日(?:くらい)?もち|もちますか|best before|expir\w*|shelf life|"
    r"keep fresh|last\b",
    "allergy": r"アレルギー|アレルゲン|小麦|グルテン|卵|乳製品|ナッツ|allerg\w*|gluten|nuts?\b|dairy",
    "caffeine": r"カフェイン\w*|caffeine|decaf",
    "ingredients": r"原材料|成分|材料|添加物|無添加|ingredients?|additives?",
    "microwave": r"(?:電子)?レンジ|microwav\w*",
    "dishwasher": r"食洗機|食器洗い(?:機|乾燥機)|dishwasher\w*",
    "fire": r"直火|コンロ|ガス火|ih(?:対応)?\b|stove\w*|induction|open flame",
    "rust": r"さび|錆び?|サビ|rust\w*",
    "wash": r"洗濯|洗え|洗い方|手洗い|乾燥機|お手入れ|wash\w*|clean\w*|dryer",
    "shrinks": r"縮み|縮む|shrink\w*",
    "colour": r"何色|色|カラー|colou?rs?\b",
    "size": r"サイズ|大きさ|寸法|直径|高さ|長さ|何センチ|何cm|\bsizes?\b|how (?:big|large|tall)|dimensions?",
    "holds": r"容量|何ml|何ミリ|何リットル|(?:くらい|ぐらい|だけ|どれだけ)入[りる]|capacity|"
    r"how much (?:does it|can it) hold|\bml\b",
    "weight": r"重さ|重い|重量|何グラム|何g|weigh\w*|heavy",
    "material": r"素材|材質|何でできて|綿|コットン|material\w*|cotton|made of",
    "made_in": r"産地|原産|国産|日本製|どこ製|どこで作|made in|where is (?:it|this) made|origin",
    "count": r"何個|何枚|何本|何袋|何人分|個数|枚数|いくつ入|how many",
    "stock": r"在庫|売り切れ|残り|まだ(?:あります|買え|ある)|in stock|sold out|restock\w*|"
    r"still available|left\b",
    "restock": r"再入荷|再販|restock\w*",
    "price": r"いくら|値段|価格|料金|おいくら|何円|price\w*|how much\b|cost\b",
    "discount": r"クーポン|割引|セール|安く|値引き|まとめ買い|coupons?|discounts?|promo code|cheaper",
    "payment": r"支払い?|決済|カード払い|クレジット|クレカ|paypay|ペイペイ|コンビニ払い|代引き|代金引換|後払い|"
    r"pay(?:ment|pal)?\b|credit card",
    "gift": r"ギフト|プレゼント|包装|ラッピング|のし|熨斗|贈り物|お中元|お歳暮|gift\w*|wrapp?\w*",
    "returns": r"返品|交換|返金|キャンセル|returns?\b|refunds?|exchange\w*|cancel\w*",
    "warranty": r"保証|修理|warrant\w*|guarantee\w*|repair\w*",
    "order": r"どこ(?:で|から)買|買い方|購入方法|注文方法|購入でき|買えます|how (?:do|can) i (?:buy|"
    r"order)|where (?:do|can) i (?:buy|order)|link\b",
    "recommend": r"おすすめ|オススメ|お勧め|人気|一番売れ|recommend\w*|popular|best one",
    "differs": r"違い|違う|ちがい|difference|differ\w*",
    "taste": r"(?<!賞)味|甘い|甘さ|辛い|taste\w*|flavou?rs?|sweet\b",
    "children": r"子ども|子供|こども|赤ちゃん|何歳|幼児|kids?|child(?:ren)?|bab(?:y|ies)",
    "storage": r"保存|保管|冷蔵|冷凍|常温|store\b|storage|fridge|refrigerat\w*|freez\w*",
}
GENERAL = frozenset({"shipping_cost", "delivery", "abroad", "payment", "discount", "returns", "when"})
"""Matters of the shop: the same for every product."""
_IMPLIED = {"shipping_cost": {"price", "delivery"}, "restock": {"stock"}, "abroad": {"delivery"}}
"""Matters that add nothing to another."""
_FINDERS = tuple((name, re.compile(pattern)) for name, pattern in _MATTERS.items())
_EMPTY_WORDS = re.compile(
    r"すみません|すいません|こんにちは|こんばんは|はじめまして|初見|質問|教えて|知りたい|お願いします?|ください|下さい|ますでしょうか|でしょうか|"
    r"ありますか|あります|ですか|ますか|ませんか|でしたか|ましたか|できますか|できます|使えますか|使えます|使える|大丈夫|可能|対応|気になり?ま?す?る?|"
    r"(?:が|は)?(?:どの|どれ|どん)[くぐ]らい|くらい|何[がで]|どう|これ|それ|あれ|この|その|こちら|そちら|商品|もの|って|とか|など|ちなみに|あと|です|ます|さん|"
    r"\b(?:hi|hello|hey|please|is|are|was|the|a|an|it|its|this|that|these|those|there|do|does|did|you|your|i|my|me|we|in|on|of|to|for|"
    r"can|could|will|would|have|has|what|which|how|much|and|or|with|be|get|got|also|use|any|from|where|safe|ok|okay|one|come|comes)\b"
)
_CONTENT = re.compile(r"[一-鿿々]+|[ァ-ヺー]+|[a-z]+|\d+|[ぁ-ゖ]{2,}")
_PARTICLES = re.compile(r"^[はがをにでともへのやかね]+|[はがをにでともへのやかねよなら]+$")


class Meaning(msgspec.Struct, frozen=True):
    """Comparable; two texts with nothing in them mean the same only if they read the same."""

    matters: frozenset[str]
    """Names of what it asks of."""
    letters: frozenset[str]
    """Pairs of letters of all other words that carry something."""
    whole: str
    """The text as it is compared."""

    @property
    def is_general(self) -> bool:
        """About the shop, whatever the product."""
        return bool(self.matters) and self.matters <= GENERAL and self.matters != {"when"}


@lru_cache(maxsize=2_000)
def meaning_of(text: str) -> Meaning:
    """Of a question; names of products should be taken out before."""
    plain = plain_of(text)
    matters, rest = set[str](), plain
    for name, finder in _FINDERS:
        if finder.search(plain):
            matters.add(name)
            rest = finder.sub(" ", rest)
    matters -= {implied for name in matters for implied in _IMPLIED.get(name, ())}
    words = _CONTENT.findall(_EMPTY_WORDS.sub(" ", rest))
    letters = {pair for word in words for pair in _pairs(_PARTICLES.sub("", word))}
    return Meaning(frozenset(matters), frozenset(letters), normalised(plain))


def likeness(one: Meaning, other: Meaning) -> float:
    """From 0, nothing in common, to 1, the same."""
    if one.whole == other.whole:
        return 1.0
    shared = MATTER_WEIGHT * len(one.matters & other.matters) + len(one.letters & other.letters)
    all_there = MATTER_WEIGHT * len(one.matters | other.matters) + len(one.letters | other.letters)
    return shared / all_there if all_there else 0.0


def covered(wanted: Meaning, by: Meaning) -> float:
    """Part of what is wanted that the other speaks of, 0 to 1."""
    all_there = MATTER_WEIGHT * len(wanted.matters) + len(wanted.letters)
    shared = MATTER_WEIGHT * len(wanted.matters & by.matters) + len(wanted.letters & by.letters)
    return shared / all_there if all_there else 0.0


def _pairs(word: str) -> list[str]:
    return [word] if 0 < len(word) <= 2 else [word[at : at + 2] for at in range(len(word) - 1)]
