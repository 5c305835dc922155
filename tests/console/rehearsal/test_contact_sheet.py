from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from console.media.picture import flat
from console.rehearsal.album import jpeg_of
from console.rehearsal.contact_sheet import (
    MAX_CELLS,
    WIDTH_PX,
    chosen_of,
    contact_sheet,
    draw_contact_sheet,
    time_code,
)
from console.rehearsal.received import Thumbnail

RED = "#E5484D"


def thumbnails(count: int, *, width: int = 720, height: int = 1280) -> tuple[Thumbnail, ...]:
    jpeg = jpeg_of(flat(width, height, RED))
    return tuple(Thumbnail(float(second), jpeg) for second in range(count))


def red_part(page: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> float:
    blue, green, red = (page[:, :, channel].astype(int) for channel in range(3))
    return float(((abs(red - 0xE5) < 10) & (abs(green - 0x48) < 10) & (abs(blue - 0x4D) < 10)).mean())


@pytest.mark.parametrize(("width", "height"), [(720, 1280), (1280, 720), (640, 640)])
@pytest.mark.parametrize("count", [1, 4, 20, 48])
def test_thumbnails_of_any_shape_fill_a_sheet_that_can_be_looked_at(width: int, height: int, count: int) -> None:
    page = contact_sheet(thumbnails(count, width=width, height=height), title="Rehearsal")
    assert page.shape[1] == WIDTH_PX
    assert page.shape[0] < 2.5 * WIDTH_PX
    assert red_part(page) > (0.4 if count >= 20 else 0.03)


def test_more_seconds_than_cells_are_thinned_out() -> None:
    assert contact_sheet(thumbnails(200), title="").shape == contact_sheet(thumbnails(MAX_CELLS), title="").shape


def test_moments_that_matter_are_among_those_that_are_shown() -> None:
    many = tuple(Thumbnail(number / 5, b"") for number in range(150))
    chosen = [thumbnail.at_s for thumbnail in chosen_of(many, (18.05, 18.35, 2.0, 99.0))]
    assert len(chosen) == MAX_CELLS
    assert {18.0, 18.4, 2.0, many[-1].at_s} <= set(chosen)
    assert chosen == sorted(chosen)
    gaps = [after - before for before, after in pairwise(chosen)]
    assert max(gaps) < 3, "the rest is spread over all of it"
    assert chosen_of((), (1.0,)) == []
    assert len(chosen_of(many, tuple(float(n) for n in range(100)))) <= MAX_CELLS


def test_japanese_and_english_titles_are_really_drawn() -> None:
    empty, japanese = contact_sheet((), title="", empty=""), contact_sheet((), title="夏の新作", empty="")
    marks = contact_sheet((), title="????", empty="")
    assert (empty != japanese).any()
    assert (marks != japanese).sum() > 3_000, "the font is there: characters are not question marks"


def test_a_title_too_long_stays_on_the_sheet() -> None:
    page = contact_sheet((), title="very long " * 60, figures=("figure",) * 80, empty="")
    assert (page[:, -30:] == page[0, 0]).all()


def test_no_picture_at_all_is_said() -> None:
    said = contact_sheet((), title="t", empty="No picture arrived.")
    assert (said != contact_sheet((), title="t", empty="")).any()


def test_a_broken_thumbnail_is_left_out() -> None:
    good = thumbnails(2)
    page = contact_sheet((*good, Thumbnail(3.0, b"no jpeg"), Thumbnail(4.0, b"")), title="")
    assert page.shape == contact_sheet(good, title="").shape


def test_the_file_is_a_png_of_the_sheet(tmp_path: Path) -> None:
    path = draw_contact_sheet(tmp_path / "シート.png", thumbnails(3), title="t")
    read = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    assert read is not None
    assert (read == contact_sheet(thumbnails(3), title="t")).all()


def test_times_read_as_minutes_and_seconds() -> None:
    assert [time_code(at) for at in (0, 7.98, 65, 3750)] == ["00:00", "00:08", "01:05", "1:02:30"]
