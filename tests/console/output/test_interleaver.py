"""Two kinds of tags in one order of time."""

from hypothesis import given
from hypothesis import strategies as st

from console.output.interleaver import Interleaver
from console.wire.flv import Tag, TagKind


def tags(kind: TagKind, *times_ms: int) -> list[Tag]:
    return [Tag(kind, at, b"") for at in times_ms]


def picture(*times_ms: int) -> list[Tag]:
    return tags(TagKind.VIDEO, *times_ms)


def sound(*times_ms: int) -> list[Tag]:
    return tags(TagKind.AUDIO, *times_ms)


def test_a_tag_waits_only_while_an_older_one_may_still_come() -> None:
    both = Interleaver()
    both.pictures(picture(0), next_ms=33)
    assert both.taken() == picture(0), "sound begins at 0 or later"
    both.pictures(picture(33), next_ms=66)
    assert both.taken() == []
    both.sounds(sound(0), next_ms=21)
    assert both.taken() == sound(0)
    both.sounds(sound(21), next_ms=42)
    assert both.taken() == sound(21) + picture(33)


def test_sound_flows_while_there_are_no_pictures() -> None:
    both = Interleaver()
    both.sounds(sound(0, 21, 42), next_ms=64)
    both.pictures([], next_ms=33)
    assert both.taken() == sound(0, 21)


def test_at_the_end_all_is_given() -> None:
    both = Interleaver()
    both.pictures(picture(10, 20), next_ms=20)
    both.sounds(sound(15), next_ms=16)
    assert both.rest() == picture(10) + sound(15) + picture(20)
    assert both.rest() == []


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 100)), max_size=60))
def test_whatever_comes_goes_out_once_and_in_order(steps: list[tuple[bool, int]]) -> None:
    both, out, clock = Interleaver(), list[Tag](), {True: 0, False: 0}
    given_in: list[Tag] = []
    for is_picture, step in steps:
        clock[is_picture] += step
        new = (picture if is_picture else sound)(clock[is_picture])
        given_in += new
        (both.pictures if is_picture else both.sounds)(new, next_ms=clock[is_picture])
        out += both.taken()
    out += both.rest()
    assert [tag.dts_ms for tag in out] == sorted(tag.dts_ms for tag in given_in)
    for kind in (TagKind.VIDEO, TagKind.AUDIO):
        assert [t for t in out if t.kind is kind] == [t for t in given_in if t.kind is kind]
