"""The measurement measures."""

from console.bench.desk_link import measure_link


def test_ten_seats_share_each_encoding_and_all_get_it() -> None:
    costs = measure_link(seconds=0.5)
    assert 0 < costs.changes.messages <= 12
    assert costs.changes.encodes <= costs.changes.messages + 2
    assert costs.comments.messages > 0
    assert costs.alone.messages == 0
    assert 0 < costs.changes.control < costs.changes.process
