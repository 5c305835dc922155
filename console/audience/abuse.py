"""Insults and private numbers in comments: nothing that should go on air by one click."""

import re
import unicodedata

_INSULT = re.compile(
    r"死ね|氏ね|タヒね|殺すぞ|ぶっ殺|消えろ|うざい|ウザ[いイ]|きもい|キモ[いイッ]|詐欺|ぼったくり|(?:この)?(?:馬鹿|バカ)(?:じゃ|か|が|野郎|ども|$)|"
    r"(?<![ァ-ヴー])(?:ブス|デブ|クソ|カス|ゴミ|ババア|ジジイ|アホ|ガイジ)(?![ァ-ヴー箱袋])|ばばあ|くそ(?:が|野郎|番組)|レイプ|セックス|"
    r"\b(?:fuck\w*|shit(?:ty|s)?|bitch\w*|idiots?|stupid|scam(?:s|mers?|ming)?|assholes?|bastards?|whores?|"
    r"kys|kill yourself)\b"
)
_PRIVATE = re.compile(
    r"(?<!\d)0\d{1,4}[-\s]\d{1,4}[-\s]\d{3,4}(?!\d)|(?<!\d)0[789]0\d{8}(?!\d)|[\w.+-]+@[\w-]+\.[a-z]{2,}|〒\s*\d{3}-?\d{4}"
)


def is_abusive(text: str) -> bool:
    """It insults somebody."""
    return bool(_INSULT.search(_plain(text)))


def is_private(text: str) -> bool:
    """A telephone number, an address of mail or a postcode."""
    return bool(_PRIVATE.search(_plain(text)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
