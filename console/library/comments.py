"""All comments of all sessions, older than those that State holds. Viewers are ids here as everywhere.

Thread: any, one call at a time; every call may wait for the disk.
"""

from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from console.library.paths import data_folder
from console.library.private_file import PrivateFile
from console.model.comment import COMMENTS_KEPT, REHEARSAL_PLATFORM, Comment
from console.words.comments import COMMENTS_NOT_KEPT

RETENTION_DAYS = 180
AT_ONCE_MOST = 500
"""Comments in one answer."""
_DAY_US = 86_400_000_000

_TABLES = sa.MetaData()
_COMMENTS = sa.Table(
    "comments",
    _TABLES,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("session", sa.Text, nullable=False),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("viewer", sa.Text, nullable=False, index=True),
    sa.Column("platform", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("at_us", sa.Integer, nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("product", sa.Text, nullable=False),
    sa.Column("flags", sa.Text, nullable=False),
    sa.Column("kept_us", sa.Integer, nullable=False, index=True),
    sa.UniqueConstraint("session", "id"),
)


def comments_path() -> Path:
    """Where they are."""
    return data_folder() / "comments.sqlite"


class Comments:
    """By session and id. Every method raises `ConsoleError` if the disk does not let it."""

    def __init__(self, path: Path) -> None:
        """Make the file, readable by its user only, or open it."""
        self._file = PrivateFile(path, _TABLES, lambda reason: COMMENTS_NOT_KEPT(reason=reason, kept=COMMENTS_KEPT))

    def keep(self, session: str, comments: Iterable[Comment], *, now_us: int) -> None:
        """In the order in which they came; an id that is there already stays as it is. `now_us`: wall time."""
        rows = [_row(session, comment, now_us) for comment in comments]
        if rows:
            self._file.do(insert(_COMMENTS).on_conflict_do_nothing(), rows)

    def older(self, session: str, after: str, limit: int = AT_ONCE_MOST) -> tuple[Comment, ...]:
        """What came before the comment `after`, the nearest `limit` (at most 500), oldest first.

        `after` empty or unknown: the newest there are. Fewer than `limit`: there are no older ones.
        """
        known = sa.select(_COMMENTS.c.number).where(_COMMENTS.c.session == session, _COMMENTS.c.id == after)
        number = sa.func.coalesce(known.scalar_subquery(), sa.literal(2**62))
        chosen = (
            sa.select(_COMMENTS)
            .where(_COMMENTS.c.session == session, _COMMENTS.c.number < number)
            .order_by(_COMMENTS.c.number.desc())
            .limit(max(1, min(limit, AT_ONCE_MOST)))
        )
        return tuple(_comment(row) for row in reversed(self._file.do(chosen)))

    def forget(self, viewer: str) -> None:
        """Remove all that somebody wrote."""
        self._file.do(sa.delete(_COMMENTS).where(_COMMENTS.c.viewer == viewer))

    def tidy(self, *, session: str, now_us: int, days: int = RETENTION_DAYS) -> None:
        """Remove what is older than so many days, and what was made up for rehearsals other than `session`."""
        made_up = sa.and_(_COMMENTS.c.platform == REHEARSAL_PLATFORM, _COMMENTS.c.session != session)
        self._file.do(sa.delete(_COMMENTS).where((_COMMENTS.c.kept_us < now_us - days * _DAY_US) | made_up))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _row(session: str, comment: Comment, now_us: int) -> dict[str, object]:
    return {
        "session": session,
        "id": comment.id,
        "viewer": comment.viewer,
        "platform": comment.platform,
        "text": comment.text.encode(errors="replace").decode(),
        "at_us": comment.at_us,
        "question": comment.question,
        "product": comment.product,
        "flags": " ".join(comment.flags),
        "kept_us": now_us,
    }


def _comment(row: sa.Row[tuple[object, ...]]) -> Comment:
    return Comment(
        id=row.id,
        viewer=row.viewer,
        platform=row.platform,
        text=row.text,
        at_us=row.at_us,
        question=row.question,
        product=row.product,
        flags=tuple(row.flags.split()),
    )
