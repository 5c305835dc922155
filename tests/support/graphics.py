"""Contents of graphics, ordinary and hard, and their pictures as the painter process makes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from console.drivers import overlay_driver
from console.errors import Message
from console.library.show_file import demo_show_folder
from console.media.child import Child
from console.media.colour import bgr_of_planes
from console.media.sprite import Sprite
from console.model.canvas import Canvas
from console.model.overlay import Theme
from console.model.product import Money
from console.ports.overlay import Area, PaintJob
from overlays import coupon, logo, painter, pinned_answer, product_card, qr, viewer_count
from overlays.painter_client import job_of, sprite_of

PORTRAIT, LANDSCAPE = Canvas(), Canvas(width=1280, height=720)
DEMO = str(demo_show_folder())
BRAND = Theme(brand="#C8402F", ink="#1B1A18", logo="logo.png")
NIGHT = Theme(brand="#F2C14E", card="#14161A", ink="#14161A", language="en")

SIXTY = (
    "【送料無料🍵】有田焼の職人が一つずつ手描きで仕上げた染付マグカップ🎁"
    "ペアセット桐箱入り名入れ対応ギフト包装無料のし対応可能"
)
TWO_HUNDRED = (
    "電子レンジと食洗機の両方でお使いいただけます。色は藍・白・鉄・桜の4色で、藍と白は本日発送、鉄と桜は来週の発送です。"
    "金彩のある限定品だけは電子レンジをお避けください。割れた場合は三年間の保証があり、無料で金継ぎの修理もいたします。"
    "ギフト包装は無料で、のし紙もお付けできます。海外への発送もご相談くださいませ。まとめ買いの割引もございますので、"
    "コメントでお気軽にお尋ねくださいね。"
)
FAMILY = "とても長い名前の視聴者👨‍👩‍👧‍👦さくら🌸"

TYPICAL: dict[str, msgspec.Struct] = {
    "product_card": product_card.Content(
        number=2,
        name="有田焼 染付マグカップ",
        price=Money(minor=3850),
        was_price=Money(minor=4950),
        tag="人気No.1",
        picture="mug.jpg",
    ),
    "coupon": coupon.Content(
        code="TSUMUGI500", title="配信限定クーポン", discount="¥500 OFF", left=62, until="21:30まで"
    ),
    "viewer_count": viewer_count.Content(viewers=1234),
    "pinned_answer": pinned_answer.Content(
        asker="はなこ",
        question="ギフト包装はできますか？",
        answer="はい、無料でお包みします。のし紙もご希望に合わせてお付けできます！",
    ),
    "qr": qr.Content(link="https://tsumugi.example/p/2"),
    "logo": logo.Content(file="logo.png"),
}
HARD: dict[str, msgspec.Struct] = {
    "product_card": product_card.Content(
        number=128,
        name=SIXTY,
        price=Money(minor=1234567),
        was_price=Money(minor=2345678),
        tag="数量限定・残りわずかです",
        picture="missing.jpg",
    ),
    "coupon": coupon.Content(
        code="SUMMER-SALE-2025-X",
        title="はじめてのお客さま限定スペシャルクーポン",
        discount="1,000円引き",
        left=10000,
        until="23:59まで",
    ),
    "viewer_count": viewer_count.Content(viewers=12_345_678),
    "pinned_answer": pinned_answer.Content(asker=FAMILY, question=SIXTY, answer=TWO_HUNDRED),
    "qr": qr.Content(
        link="https://shop.example/products/arita-mug?utm_source=live&utm_medium=qr",
        line="くわしくはこちらの商品ページをごらんください",
    ),
    "logo": logo.Content(file="mug.jpg"),
}
ENGLISH: dict[str, msgspec.Struct] = {
    "product_card": product_card.Content(
        number=6,
        name="Kyoto Uji Matcha Financiers, Box of Twelve",
        price=Money(minor=123450, currency="USD"),
        was_price=Money(minor=150000, currency="USD"),
        tag="Today only",
        picture="wagashi.jpg",
        tax_included=False,
    ),
    "coupon": coupon.Content(code="LIVE-500", title="Live-only coupon", discount="Buy 1 get 1 free", left=0),
    "viewer_count": viewer_count.Content(viewers=7),
    "pinned_answer": pinned_answer.Content(
        asker="Hanako",
        question="Do you gift-wrap?",
        answer="Yes, wrapping is free, and we can add a noshi card with your name.",
    ),
}


def job(kind: str, content: msgspec.Struct, *, canvas: Canvas = PORTRAIT, theme: Theme = BRAND) -> PaintJob:
    """For the demo show's folder."""
    return job_of(kind, overlay_driver(kind), content, theme, DEMO, canvas)


@dataclass(frozen=True, slots=True)
class Marked:
    """A painting and where its texts stand."""

    pixels: NDArray[np.uint8]
    """Premultiplied BGRA of the whole sheet, not only of the part that the driver says it used."""
    used: tuple[int, int]
    texts: tuple[tuple[Area, str], ...]


class Studio:
    """A painter process of the tests' own."""

    def __init__(self, child: Child) -> None:
        self._child = child

    def sprite(self, job: PaintJob) -> Sprite | Message:
        """As the engine gets it."""
        answer: Any = self._asked("answer", job)
        return sprite_of(answer) if isinstance(answer, painter.Pixels) else answer

    def marked(self, job: PaintJob) -> Marked:
        """As the brush saw it."""
        marked: Marked = self._asked("marked", job)
        return marked

    def _asked(self, how: str, job: PaintJob) -> Any:
        self._child.pipe.send((how, job))
        assert self._child.pipe.poll(30.0), "the painter says nothing"
        return self._child.pipe.recv()


@contextmanager
def studio() -> Iterator[Studio]:
    """Ends its process at the end."""
    child = Child("studio", serve)
    try:
        yield Studio(child)
    finally:
        child.kill()


def serve(pipe: Connection) -> None:
    """Target of the studio's process."""
    application = painter.start_qt()
    while True:
        how, job = pipe.recv()
        pipe.send(painter.answer(job) if how == "answer" else _marked(job))
        assert application is not None


def _marked(job: PaintJob) -> Marked:
    from overlays.paint import PaintBrush  # noqa: PLC0415 - in the child only

    driver = overlay_driver(job.kind)
    width, height = job.max_width + 200, job.max_height + 200
    brush = PaintBrush(job.theme, job.folder, job.canvas, width, height)
    content = msgspec.json.decode(job.content, type=driver.content)
    used = driver.paint(content, brush, job.max_width, job.max_height)
    return Marked(brush.pixels(width, height), used, tuple(brush.written))


def seen(sprite: Sprite) -> NDArray[np.uint8]:
    """The sprite over a chequered ground, as BGR pixels."""
    rows, columns = np.indices((sprite.height, sprite.width)) // 16
    ground = np.where((rows + columns) % 2, 150, 110).astype(np.uint8)
    flat = np.full((sprite.height // 2, sprite.width // 2), 128, np.uint8)
    over = [
        (below.astype(np.uint16) * keep // 255 + pixels).clip(0, 255).astype(np.uint8)
        for below, (pixels, keep) in zip((ground, flat, flat), sprite.layers, strict=True)
    ]
    return bgr_of_planes(*over)


FOLDER = Path(__file__).parent.parent / "golden"
