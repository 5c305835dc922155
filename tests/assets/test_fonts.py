"""The fonts that go on air: there, free, able to show what a shop writes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication

import assets

FONTS = Path(assets.__path__[0]) / "fonts"
TEXT = "限定クーポン¥1,980税込髙﨑さん％※→★♪ｱｲｳ①㈱〜"


def painted(text: str, *families: str, weight: QFont.Weight = QFont.Weight.Normal) -> QImage:
    for path in sorted(FONTS.glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(path)) >= 0, path
    image = QImage(480, 120, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(64)
    font.setWeight(weight)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(10, 90, text)
    painter.end()
    return image


def colours(image: QImage) -> set[tuple[int, int, int]]:
    pixels = (image.pixelColor(x, y) for y in range(0, image.height(), 2) for x in range(0, image.width(), 2))
    return {(c.red(), c.green(), c.blue()) for c in pixels}


def ink(image: QImage) -> int:
    """Sum of darkness of every second pixel."""
    pixels = (image.pixelColor(x, y) for y in range(0, image.height(), 2) for x in range(0, image.width(), 2))
    return sum(255 - c.lightness() for c in pixels)


@pytest.mark.parametrize("name", ["NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf"])
def test_both_weights_have_every_sign_that_a_shop_writes(qapp: QApplication, name: str) -> None:
    font = QRawFont(str(FONTS / name), 32)
    assert font.isValid()
    assert [sign for sign in TEXT if not font.supportsCharacter(ord(sign))] == []


def test_bold_is_bolder_than_regular(qapp: QApplication) -> None:
    regular, bold = (painted("限定1,980", "Noto Sans JP", weight=w) for w in (QFont.Weight.Normal, QFont.Weight.Bold))
    assert ink(bold) > 1.2 * ink(regular) > 0


def test_emoji_are_in_colour(qapp: QApplication) -> None:
    gift = painted("🎁", "Noto Sans JP", "Noto Color Emoji")
    assert any(red > 180 and green < 120 and blue < 120 for red, green, blue in colours(gift))


def test_a_family_of_three_is_one_picture(qapp: QApplication) -> None:
    joined = painted("👨‍👩‍👧", "Noto Color Emoji")
    apart = painted("👨👩👧", "Noto Color Emoji")
    assert 0 < ink(joined) < ink(apart)


def test_every_font_has_its_licence_beside_it() -> None:
    page = (FONTS / "README.md").read_text(encoding="utf-8")
    for path in FONTS.glob("*.ttf"):
        rows = [line for line in page.splitlines() if f"`{path.name}`" in line]
        assert len(rows) == 1, path.name
        licence = rows[0].partition("`OFL")[2].partition("`")[0]
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / f"OFL{licence}").read_text(encoding="utf-8")
