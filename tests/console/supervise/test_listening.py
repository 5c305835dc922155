from collections.abc import Iterator

import pytest

from console.errors import Message
from console.media.sound import Sound
from console.mixer.audio import AudioMixer
from console.mixer.tap import Tap
from console.model.commands import Listen, StartSession
from console.supervise.listening import ListeningSupervisor
from tests.support.eventually import eventually
from tests.support.mixing import COUNT, level
from tests.support.shows import TROUBLE
from tests.support.stage import Stage, staged


class FakePlayer:
    """Keeps the promises of `capture.loudspeaker.Loudspeaker`."""

    def __init__(self, device: str, gain_db: float) -> None:
        self.device, self.gain_db = device, gain_db
        self.alive, self.closed = True, False
        self.problem: Message | None = None
        self.played = 0

    def set_gain(self, gain_db: float) -> None:
        self.gain_db = gain_db

    def play(self, sound: Sound, on_air_us: int) -> None:
        self.played += 1

    def close(self) -> None:
        self.closed = True


class Studio:
    """The stage and every player that was made."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.tap = stage, Tap()
        self.made: list[FakePlayer] = []
        stage.cast(ListeningSupervisor(stage.ground, self._make, self.tap))

    def _make(self, device: str, gain_db: float) -> FakePlayer:
        self.made.append(FakePlayer(device, gain_db))
        return self.made[-1]

    def tick(self) -> None:
        self.tap.hear(AudioMixer(), level(0.5, COUNT), on_air_us=0)


@pytest.fixture
def studio() -> Iterator[Studio]:
    with staged() as stage:
        studio = Studio(stage)
        yield studio
    assert eventually(lambda: all(player.closed for player in studio.made))


def test_nobody_listens_by_themselves(studio: Studio) -> None:
    studio.stage.do(StartSession("s"))
    studio.stage.look(30)
    assert studio.made == []


def test_a_chosen_device_plays_what_is_mixed(studio: Studio) -> None:
    studio.stage.do(Listen("ALSA: desk", gain_db=-6.0))
    [player] = studio.made
    assert (player.device, player.gain_db) == ("ALSA: desk", -6.0)
    studio.tick()
    assert player.played == 1


def test_a_softer_one_is_the_same_player_and_another_device_another(studio: Studio) -> None:
    studio.stage.do(Listen("ALSA: desk"))
    studio.stage.do(Listen("ALSA: desk", "cam", -12.0))
    assert [player.gain_db for player in studio.made] == [-12.0]
    studio.stage.do(Listen("ALSA: booth"))
    assert [player.device for player in studio.made] == ["ALSA: desk", "ALSA: booth"]
    assert eventually(lambda: studio.made[0].closed)
    studio.tick()
    assert [player.played for player in studio.made] == [0, 1]


def test_an_empty_device_is_silence(studio: Studio) -> None:
    studio.stage.do(Listen("ALSA: desk"))
    studio.stage.do(Listen(""))
    studio.stage.look(30)
    assert eventually(lambda: studio.made[0].closed)
    studio.tick()
    assert studio.made[0].played == 0
    assert len(studio.made) == 1


def test_what_is_wrong_with_the_device_is_a_fault_until_it_is_not(studio: Studio) -> None:
    studio.stage.do(Listen("ALSA: desk"))
    studio.made[0].problem = TROUBLE
    studio.stage.look(3)
    assert studio.stage.faults() == {"listening": TROUBLE.code}
    studio.made[0].problem = None
    studio.stage.look()
    assert studio.stage.faults() == {}


def test_the_fault_of_a_device_goes_with_it(studio: Studio) -> None:
    studio.stage.do(Listen("ALSA: desk"))
    studio.made[0].problem = TROUBLE
    studio.stage.look()
    studio.stage.do(Listen(""))
    assert studio.stage.faults() == {}


def test_a_player_that_dies_is_replaced_later_and_later(studio: Studio) -> None:
    studio.stage.do(Listen("ALSA: desk"))
    waits = []
    for _ in range(7):
        studio.made[-1].alive = False
        count, looks = len(studio.made), 0
        while len(studio.made) == count:
            studio.stage.look()
            looks += 1
            assert looks < 200
        waits.append(looks)
    assert waits[0] <= 7
    assert waits == sorted(waits)
    assert 90 <= waits[-1] <= 110
    assert {player.device for player in studio.made} == {"ALSA: desk"}
