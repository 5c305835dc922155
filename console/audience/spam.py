"""Comments that nobody should have to read: advertisements, and the same again and again."""

import re
import unicodedata
from collections import Counter, OrderedDict, deque

from console.audience.normalise import normalised

REMEMBERED = 2_000
"""Viewers and texts."""
SAME_FROM = 3
"""The third time a viewer says the same within `SAME_WITHIN_US` is spam."""
SAME_WITHIN_US = 60_000_000
FLOOD_FROM, FLOOD_WITHIN_US = 6, 5_000_000
"""So many comments of one viewer in so short a time."""
COPIED_FROM, COPIED_LENGTH = 6, 25
"""So many viewers with one text of at least so many characters: it was copied. Short cheers are shared by all."""
RUN = 30
"""One character so many times in a row."""

_ADVERTISEMENT = re.compile(
    r"https?://|www\.[a-z]|\b[a-z0-9-]{2,}\.(?:com|net|xyz|top|shop|ru|info|club|online|site|link)(?:/|\b)|t\.me/|bit\.ly|lin\.ee|"
    r"副業|稼げ|儲か|月収|日給\d|不労所得|在宅ワーク|プロフ(?:ィール)?(?:を)?(?:見|み)て|相互フォロー|フォロバ|フォロー返|"
    r"フォロワー.{0,6}(?:増|買)|"
    r"(?:line|ライン|らいん)(?:の)?(?:id|追加|交換|登録)|出会い|セフレ|裏垢|当選者.{0,8}(?:dm|連絡)|"
    r"follow me|follow (?:4|for) follow|check (?:out )?my (?:profile|page|bio|channel)|link in (?:my )?bio|"
    r"free followers|earn (?:money|\$|cash)|make money|work from home|crypto|bitcoin|\$\d{3,} (?:a|per) (?:day|week)|"
    r"dm me|whatsapp|telegram"
)
_RUN = re.compile(rf"(\S)\1{{{RUN - 1},}}")


def is_advertisement(text: str) -> bool:
    """It wants people to go elsewhere."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return bool(_ADVERTISEMENT.search(plain) or _RUN.search(plain))


class Repeats:
    """Remembers who said what lately. Bounded: whoever was silent for longest is forgotten first."""

    def __init__(self) -> None:
        """Nobody said anything."""
        self._said: OrderedDict[str, deque[tuple[int, str]]] = OrderedDict()
        self._sayers: OrderedDict[str, set[str]] = OrderedDict()

    def is_repeated(self, viewer: str, text: str, at_us: int) -> bool:
        """Whether this one is too many; it is remembered either way. Somebody unknown repeats nobody."""
        words = normalised(text)
        return self._is_copied(viewer, words) | self._is_again(viewer, words, at_us)

    def _is_again(self, viewer: str, words: str, at_us: int) -> bool:
        if not viewer:
            return False
        said = self._said.setdefault(viewer, deque(maxlen=2 * FLOOD_FROM))
        self._said.move_to_end(viewer)
        said.append((at_us, words))
        if len(self._said) > REMEMBERED:
            self._said.popitem(last=False)
        again = Counter(before for us, before in said if at_us - us <= SAME_WITHIN_US)[words]
        lately = sum(1 for us, _ in said if at_us - us <= FLOOD_WITHIN_US)
        return again >= SAME_FROM or lately >= FLOOD_FROM

    def _is_copied(self, viewer: str, words: str) -> bool:
        if len(words) < COPIED_LENGTH:
            return False
        sayers = self._sayers.setdefault(words, set())
        self._sayers.move_to_end(words)
        if len(sayers) < COPIED_FROM:
            sayers.add(viewer)
        if len(self._sayers) > REMEMBERED:
            self._sayers.popitem(last=False)
        return len(sayers) >= COPIED_FROM
