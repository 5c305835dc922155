"""Encoders are tried where they can hang and crash without harm."""

import av
import pytest

from console.output import probe as module
from console.output.probe import HARDWARE, compiled_in, probe, probed_encoders, resolved
from console.output.video_codec import X264
from console.words.render import render
from tests.support.probe_targets import by_name


def test_each_is_judged_and_one_that_hangs_or_crashes_harms_no_other() -> None:
    names = ["absent", "hangs", "works", "crashes", "works too"]
    found = probe(names, tries=by_name, start_s=20, encoder_s=0.5)
    assert [probed.name for probed in found] == names
    assert [probed.verdict.code for probed in found] == [
        "encoder_unusable",
        "encoder_hung",
        "encoder_works",
        "encoder_crashed",
        "encoder_works",
    ]
    assert [probed.works for probed in found] == [False, False, True, False, True]
    assert "no such hardware" in render(found[0].verdict, "en")


def test_the_software_encoder_works_and_hardware_that_is_not_there_is_said_so() -> None:
    found = {probed.name: probed for probed in probe(["h264_no_such_encoder", X264])}
    assert found[X264].works
    assert not found["h264_no_such_encoder"].works
    assert render(found["h264_no_such_encoder"].verdict, "ja")


def test_a_named_encoder_is_used_without_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "probe", _must_not_be_asked)
    assert resolved("h264_qsv") == "h264_qsv"


def test_without_hardware_encoders_in_the_build_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "probe", _must_not_be_asked)
    monkeypatch.setattr(av, "codecs_available", {X264})
    assert compiled_in() == ()
    assert resolved("auto") == X264


@pytest.mark.parametrize(
    ("working", "chosen"),
    [((), X264), ((X264,), X264), ((*HARDWARE[1:2], X264), HARDWARE[1]), (HARDWARE, HARDWARE[0])],
)
def test_auto_is_the_first_that_works_and_asks_once(
    working: tuple[str, ...], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def answer(names: tuple[str, ...]) -> tuple[module.Probed, ...]:
        asked.append(names)
        return tuple(module._verdict(name, "" if name in working else "absent") for name in names)

    monkeypatch.setattr(av, "codecs_available", {*HARDWARE, X264})
    monkeypatch.setattr(module, "probe", answer)
    module._probed_once.cache_clear()
    try:
        assert [resolved("auto"), resolved("auto")] == [chosen] * 2
        assert asked == [(*HARDWARE, X264)]
        assert len(probed_encoders()) == 5
    finally:
        module._probed_once.cache_clear()


def _must_not_be_asked(*_: object) -> None:
    raise AssertionError("nobody had to be asked")
