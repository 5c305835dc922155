import msgspec
import pytest

from console.errors import Message
from console.rehearsal.judge import Ticks, lip_sync
from console.rehearsal.received import PicturesReceived, Received, SoundReceived
from console.rehearsal.summary import DestinationFigures, RehearsalFigures, problems, summary
from console.words import rehearsal as words
from console.words.render import render
from console.words.saying import Saying, gaps_of

SECONDS = [second * 1_000_000 for second in range(1, 20)]
GOOD = Received(
    connections=1,
    seconds=20.0,
    kbps=4012.4,
    pictures=PicturesReceived(
        codec="h264", width=720, height=1280, sizes=1, count=600, decoded=600, fps=30.0,
        matrix="bt709", primaries="bt709", transfer="bt709", is_limited_range=True,
    ),
    sound=SoundReceived(codec="aac", rate_hz=48_000, channels=2, seconds=20.0, loudness_lufs=-16.04),
    ticks=Ticks(seen=600, first=0, newest=599),
    lip_sync=lip_sync(SECONDS, [beep + 1_200 for beep in SECONDS]),
)  # fmt: skip
FIGURES = RehearsalFigures(
    on_air_s=20.0,
    fps=30.0,
    received=GOOD,
    destinations=(DestinationFigures("Receiver", was_live=True),),
    recording="/shows/demo/recording.mkv",
    contact_sheet="/shows/demo/contact.png",
)


def with_received(received: Received | None) -> RehearsalFigures:
    return msgspec.structs.replace(FIGURES, received=received)


def codes(messages: list[Message]) -> set[str]:
    return {message.code for message in messages}


def test_a_good_rehearsal_is_told_with_every_figure() -> None:
    text = "\n".join(render(message, "en") for message in summary(FIGURES))
    for figure in ("20.0", "720x1280", "30.0", "4012", "600", "1.2 ms", "-16.0 LUFS", "recording.mkv", "contact.png"):
        assert figure in text
    assert text.endswith("Ready for the show.")


def test_every_sentence_has_both_languages() -> None:
    for message in summary(FIGURES) + summary(with_received(None)):
        assert render(message, "ja") != render(message, "en")


def test_both_languages_of_every_saying_have_the_same_gaps() -> None:
    sayings = [value for value in vars(words).values() if isinstance(value, Saying)]
    assert len(sayings) > 20
    assert all(gaps_of(saying.ja) == gaps_of(saying.en) for saying in sayings)


@pytest.mark.parametrize(
    ("received", "complaint"),
    [
        (None, words.PROBLEM_NO_RECEIVER),
        (Received(), words.PROBLEM_NO_PICTURE),
        (Received(problem=words.STREAM_WITHOUT_MEDIA()), words.STREAM_WITHOUT_MEDIA),
        (msgspec.structs.replace(GOOD, ticks=Ticks(seen=590, missing=3)), words.PROBLEM_MISSING),
        (
            msgspec.structs.replace(GOOD, pictures=msgspec.structs.replace(GOOD.pictures, fps=25.0)),
            words.PROBLEM_SLOW,
        ),
        (
            msgspec.structs.replace(GOOD, pictures=msgspec.structs.replace(GOOD.pictures, matrix="smpte170m")),
            words.PROBLEM_COLOURS,
        ),
        (msgspec.structs.replace(GOOD, sound=SoundReceived()), words.PROBLEM_SILENT),
        (msgspec.structs.replace(GOOD, sound=SoundReceived(seconds=20, loudness_lufs=-70)), words.PROBLEM_SILENT),
        (msgspec.structs.replace(GOOD, sound=SoundReceived(seconds=20, loudness_lufs=-41)), words.PROBLEM_QUIET),
        (msgspec.structs.replace(GOOD, sound=SoundReceived(seconds=20, loudness_lufs=-3)), words.PROBLEM_LOUD),
        (
            msgspec.structs.replace(GOOD, lip_sync=lip_sync(SECONDS, [beep - 80_000 for beep in SECONDS])),
            words.PROBLEM_LIP_SYNC,
        ),
    ],
)
def test_what_is_wrong_is_said_before_the_verdict(received: Received | None, complaint: Saying) -> None:
    sentences = summary(with_received(received))
    assert codes(problems(with_received(received))) == {complaint.code}
    assert sentences[-2].code == complaint.code
    assert sentences[-1].code == words.SUMMARY_NOT_YET.code


def test_a_destination_that_was_lost_is_a_problem_and_one_that_came_back_is_not() -> None:
    lost = msgspec.structs.replace(FIGURES, destinations=(DestinationFigures("A", was_live=False),))
    back = msgspec.structs.replace(FIGURES, destinations=(DestinationFigures("A", was_live=True, reconnects=2),))
    assert codes(problems(lost)) == {words.PROBLEM_DESTINATION.code}
    assert problems(back) == []
    assert words.SUMMARY_DESTINATION_RETURNED.code in codes(summary(back))


def test_two_missing_pictures_are_within_what_is_allowed() -> None:
    assert problems(with_received(msgspec.structs.replace(GOOD, ticks=Ticks(seen=598, missing=2)))) == []
