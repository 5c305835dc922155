"""Pictures of the show folder, read once at the size that is needed. Runs in the painter only."""

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from console.ports.brush import Area

LARGEST_MB = 512
"""Decoded size that Qt may allocate: a 100 MP photo."""
_STRANGER = 1.7
"""A picture whose shape differs from its area by more than this is shown whole rather than cut."""


def path_of(folder: str, file: str) -> Path | None:
    """The file inside the show folder; None if it is not there, or lies outside."""
    if not folder or not file:
        return None
    root = Path(folder).resolve()
    path = (root / file).resolve()
    return path if path.is_relative_to(root) and path.is_file() else None


def size_of(path: Path) -> tuple[int, int] | None:
    """Width and height as seen, after the camera's rotation; None if it is not a picture."""
    reader = _reader(path)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return None
    turned = bool(reader.transformation().value & 4)  # TransformationRotate90 is bit 4
    return (size.height(), size.width()) if turned else (size.width(), size.height())


def painted(painter: QPainter, path: Path, area: Area, *, whole: bool) -> bool:
    """Paint it over the area, cut or whole; False if it cannot be read."""
    size = size_of(path)
    if size is None:
        return False
    across, down = area.width / size[0], area.height / size[1]
    stranger = max(across, down) / min(across, down) > _STRANGER
    factor = min(across, down) if whole or stranger else max(across, down)
    picture = _read(path, factor, size)
    if picture is None:
        return False
    if stranger and not whole:
        painter.fillRect(QRectF(*area), _edge_colour(picture))
    width, height = size[0] * factor, size[1] * factor
    centred = QRectF(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(centred, picture, QRectF(picture.rect()))
    return True


def _reader(path: Path) -> QImageReader:
    QImageReader.setAllocationLimit(LARGEST_MB)
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    return reader


def _read(path: Path, factor: float, size: tuple[int, int]) -> QImage | None:
    reader = _reader(path)
    if factor < 0.5:
        # Why: decoding a 12 MP photo at a fraction of its size takes a fraction of the time; twice what is needed
        # leaves the fine filtering to the smooth scaling below.
        stored = reader.size()
        reader.setScaledSize(
            QSize(max(1, round(stored.width() * factor * 2)), max(1, round(stored.height() * factor * 2)))
        )
    picture = reader.read()
    if picture.isNull():
        return None
    width, height = max(1, round(size[0] * factor)), max(1, round(size[1] * factor))
    mode = Qt.TransformationMode.SmoothTransformation
    return picture.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, mode)


def _edge_colour(picture: QImage) -> QColor:
    """Mean of the outermost pixels: what a shop photo stands on."""
    frame = picture.convertToFormat(QImage.Format.Format_ARGB32)
    edges = [frame.copy(QRect(0, y, frame.width(), 1)) for y in (0, frame.height() - 1)]
    means = [
        edge.scaled(1, 1, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        for edge in edges
    ]
    one, other = (mean.pixelColor(0, 0) for mean in means)
    return QColor(
        (one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2
    )
