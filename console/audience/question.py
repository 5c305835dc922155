"""Whether a comment asks something, in Japanese and English. Rules: quick, and the same on every machine."""

import re
import unicodedata

LONGEST = 300
"""Characters that are looked at."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_TAIL = re.compile(r"[\s。、．.!…~〜ー♪☆★()・,]+$|(?:w+|笑+|草)$")
_MARKED = re.compile(r"\?")
_INTERJECTION = re.compile(
    r"え[っーえ]?|は[いぁ]?|ん+|おお?|あれ?|(?:まじ|マジ)で?|(?:ほんと|本当)に?|うそ|嘘|そう(?:なの|なんだ)?|なに|何|へえ|"
    r"(?:です|だ)?よね|でしょ|really|what|wow|huh|oh|lol|right|hmm?|eh|omg"
)
"""Surprise with a question mark asks nothing."""
_ASIDE = re.compile(
    r"いつも|いつか(?!ら)|いつでも|いつの間|どうも|どうぞ|どうしよう|どうしても|どこか|どこでも|どれも|どれでも|どの色も|どんな.{0,8}でも|"
    r"どちらも|どっちも|誰も|だれも|誰か|何か|なにか|なんか|何でも|なんでも|何も|なにも|なんて|なんと(?!か)|何度|何回も|何年も|いくらでも"
)
"""Words that only look like asking."""
_ASKING_END = re.compile(
    r"(?:です|ます|ません|ました|でした|でしょう|だろう|なん|のです|んです|ない|よい|いい|良い|大丈夫|可能|あり|なし|[うくすつぬむるい])"
    r"(?:か|かね|かなあ?|かしら)$|かな[あぁ]?$|かしら$|っけ$|でしょうか|ますかね|ですかね|(?:え|あ|き|れ|い)るの$|なの$"
)
_MUSING = re.compile(r"[おこそとのほもよろごぞぼ]うか(?:な[あぁ]?)?$|うかな[ぁあ]?迷")
"""Said to oneself: 買おうかな."""
_EXCLAIMING = re.compile(
    r"(?:じゃ|では)ない(?:です)?か$|(?:すご|凄|かわい|可愛|やば|よ|良|安|おいし|美味し|うま|きれい)くない(?:です)?か$|"
    r"^あ?[、\s]*そう(?:なん)?ですか$|いいじゃないか"
)
_ASKED_FOR = re.compile(
    r"いくら|いつ|どこ|どれ|どの|どちら|どっち|どう(?:です|なの|かな|やって|すれば|したら|違|ちが)|どんな|何|なに(?!と)|なん(?:で|です|こ|まい|個|色)|"
    r"だれ|誰|幾つ|いくつ|なぜ"
)
_TOLD = re.compile(
    r"(?:です|ます|ました|でした|ません|よ|ね|わ|た|だ|たい|ください|下さい|ほしい|欲しい|かも|けど|思う|感じ|ない)$"
)
_WANTS_TO_KNOW = re.compile(
    r"教えて|おしえて|知りたい|聞きたい|(?:が|は)気になり?(?:ます|る)|お聞きし|質問(?:です|いい|があ|してい)"
)
_TOPIC_ONLY = re.compile(r"^[^、。!]{1,14}は$")
_NO_TOPIC = re.compile(r"(?:こんにち|こんばん|今日|今晩|おはよう|ははは|では|私|わたし|あは|ふは)は?$")
_ENGLISH_START = re.compile(
    r"(?:^|[,.!:;]\s*|\b(?:hi|hello|hey|so|and|but|ok|please)\s+)(?:"
    r"how\s+(?!cute|lovely|nice|pretty|beautiful|cool|sweet|amazing|great)\w+|"
    r"what(?:'s|\s+(?!a\b|an\b|the hell|lovely|nice)\w+)|"
    r"when(?:'s|\s+(?:is|are|do|does|will|can|did))|where(?:'s|\s+\w+)|"
    r"which\s+\w+|who(?:'s|\s+(?:is|are|made|makes))|why\s+\w+|"
    r"(?:is|are|was)\s+(?:it|this|that|there|the|these|those|they|shipping|delivery|tax)\b|"
    r"(?:do|does|did)\s+(?:you|it|this|that|the|they|these|we|i)\b|"
    r"(?:can|could|should|will|would)\s+(?:i|you|we|it|this|that|they|the)\b|"
    r"(?:has|have)\s+(?:you|it|this|they|anyone)\b|any\s+(?:chance|other|discount|coupon|more)\b)"
)
_LETTER = re.compile(r"[^\W_]")


def is_question(text: str) -> bool:
    """Somebody waits for an answer to this, as far as rules can tell."""
    plain = plain_of(text)
    if not _LETTER.search(plain):
        return False
    bare = _bare(plain)
    if "?" in plain:
        return _asks_with_mark(plain)
    if _MUSING.search(bare) or _EXCLAIMING.search(bare):
        return False
    return bool(
        _ASKING_END.search(bare) or _WANTS_TO_KNOW.search(bare) or _asks_by_word(bare) or _ENGLISH_START.search(bare)
    )


def plain_of(text: str) -> str:
    """Width and case folded, addresses taken out; kana stay as they are."""
    return _ADDRESS.sub(" ", unicodedata.normalize("NFKC", text[:LONGEST])).casefold().strip()


def _asks_with_mark(plain: str) -> bool:
    """A question mark asks, unless it only wonders."""
    parts = (_bare(part).rpartition("。")[2].strip() for part in _MARKED.split(plain)[:-1])
    return any(_LETTER.search(part) and not _INTERJECTION.fullmatch(part) for part in parts)


def _asks_by_word(bare: str) -> bool:
    if _TOPIC_ONLY.search(bare) and not _NO_TOPIC.search(bare):
        return True
    rest = _ASIDE.sub("", bare)
    return bool(_ASKED_FOR.search(rest)) and not _TOLD.search(rest)


def _bare(plain: str) -> str:
    """Without laughter, marks and pictures at the end."""
    before = None
    while plain != before:
        before = plain
        plain = _TAIL.sub("", plain)
        while plain and unicodedata.category(plain[-1]) in {"So", "Sk", "Mn", "Cf", "Sm"}:
            plain = plain[:-1]
    return plain
