"""What a made-up audience writes, for rehearsals only. A pure function of a seed, the State and the show clock."""

import math
import random
from collections.abc import Iterator, Sequence

from console.model.amount import amount_of
from console.model.comment import MADE_UP, REHEARSAL_PLATFORM, Comment
from console.model.product import Product
from console.model.state import State
from console.rehearsal.buyers import CROWD
from console.rehearsal.talk_lines import (
    ASKING,
    ASKING_GENERAL,
    BUYING,
    CALLING,
    CHEERING,
    EMOJI,
    ENGLISH,
    ENGLISH_ASKING,
    ENTERING,
    GREETING,
    NAMING,
    RUDE,
    SPAM,
)

SLOT_US = 100_000
"""Show time of one slot: within it everything comes at once."""
USUAL_A_SECOND = 1.6
"""Comments of a show of about a thousand viewers."""
MOST_A_SECOND = 100.0
RUSH = 2.5
"""How much more is written while an offer is open."""
GREETING_US = 90_000_000
"""Show time in which people arrive."""
TALKERS = 40
"""A few write most."""
MANY_A_SECOND = 5.0
"""From here on those few could not type so fast."""

Kind = tuple[float, Sequence[str]]


def comments(state: State, *, seed: int, slot: int, a_second: float | None = None) -> Iterator[Comment]:
    """What comes in one slot, counted from the start of the session. `a_second`: exactly so many; None: as usual."""
    started = state.session.started
    if not state.session.is_rehearsal or not state.session.running or started is None:
        return
    chance = random.Random(f"{seed}/{state.session.id}/comment/{slot}")
    for number in range(_count(state, chance, slot, a_second)):
        yield Comment(
            id=f"{REHEARSAL_PLATFORM}-{state.session.id[:80]}-{slot}-{number}",
            viewer=_viewer(chance, talkers=CROWD if (a_second or 0) > MANY_A_SECOND else TALKERS),
            platform=REHEARSAL_PLATFORM,
            text=_text(state, chance, slot * SLOT_US),
            at_us=started.show_us + (slot + 1) * SLOT_US,
        )


def _count(state: State, chance: random.Random, slot: int, a_second: float | None) -> int:
    """How many: exactly in the sum if a rate is given, else by chance around what is usual now."""
    if a_second is not None:
        rate = min(MOST_A_SECOND, max(0.0, a_second)) * SLOT_US / 1_000_000
        return math.floor((slot + 1) * rate) - math.floor(slot * rate)
    rush = RUSH if any(status.phase == "live" for status in state.selling.offers.values()) else 1.0
    mean = USUAL_A_SECOND * rush * SLOT_US / 1_000_000
    return sum(chance.random() < mean / 4 for _ in range(4))


def _viewer(chance: random.Random, *, talkers: int) -> str:
    return f"{MADE_UP}{chance.randrange(talkers if chance.random() < 0.35 else CROWD)}"


def _text(state: State, chance: random.Random, since_us: int) -> str:
    product = _product(state, chance)
    kinds = _kinds(state, since_us, has_product=product is not None)
    (lines,) = chance.choices([lines for _, lines in kinds], weights=[weight for weight, _ in kinds])
    text = chance.choice(lines)
    if lines is CHEERING and chance.random() < 0.4:
        text += chance.choice(EMOJI)
    gaps = {"host": "ゆきさん", "keyword": _keyword(state), **_words_of(product)}
    return text.format(**gaps)


def _kinds(state: State, since_us: int, *, has_product: bool) -> list[Kind]:
    """What is written now, and how often beside all else."""
    is_selling = any(status.phase == "live" for status in state.selling.offers.values())
    always: list[Kind] = [
        (30.0, CHEERING),
        (30.0 if since_us < GREETING_US else 3.0, GREETING),
        (7.0, ASKING_GENERAL),
        (5.0, CALLING),
        (4.0, ENGLISH),
        (0.7, SPAM),
        (0.7, RUDE),
    ]
    if has_product:
        always += [(16.0, ASKING), (6.0, NAMING), (2.0, ENGLISH_ASKING), (14.0 if is_selling else 2.0, BUYING)]
    if state.giveaway.phase == "open" and _keyword(state):
        always.append((25.0, ENTERING))
    return always


def _product(state: State, chance: random.Random) -> Product | None:
    """The one that is explained, mostly."""
    explained = state.show.products.get(state.explaining.product)
    if explained is not None and chance.random() < 0.85:
        return explained
    products = list(state.show.products.values())
    return chance.choice(products) if products else None


def _keyword(state: State) -> str:
    plan = state.show.giveaways.get(state.giveaway.giveaway)
    return plan.keyword if plan is not None else ""


def _words_of(product: Product | None) -> dict[str, str]:
    if product is None:
        return {"name": "", "number": "", "price": ""}
    name = product.aliases[0] if product.aliases else product.short_name or product.name
    return {"name": name, "number": str(product.number), "price": str(amount_of(product.price))}
