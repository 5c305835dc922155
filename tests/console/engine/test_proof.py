import pytest

from console.engine.proof import Proof, proof
from console.model.destination import DestinationStatus
from console.output.attempt import PublisherFigures

SENT = PublisherFigures(sent_at_s=99.5, acknowledged_at_s=92.0)


def test_each_proof_has_its_age() -> None:
    status = DestinationStatus(wanted=True, phase="live")
    assert proof(status, SENT, seen_age_s=1.25, now_s=100.0) == Proof(0.5, 8.0, 1.25)


def test_what_nobody_told_is_no_proof() -> None:
    status = DestinationStatus(wanted=True, phase="live")
    assert proof(status, PublisherFigures(), seen_age_s=None, now_s=100.0) == Proof(None, None, None)


@pytest.mark.parametrize("phase", ["stopped", "connecting", "retrying", "rejected"])
def test_what_is_not_live_proves_nothing(phase: str) -> None:
    status = DestinationStatus(phase=phase)  # type: ignore[arg-type]
    assert proof(status, SENT, seen_age_s=1.0, now_s=100.0) == Proof()
