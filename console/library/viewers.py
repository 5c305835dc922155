"""The one place where people have names. All else knows an id, which leads nowhere once a person is forgotten.

Thread: any, one call at a time. A file of its own, so that it can be kept, moved and deleted by itself.
"""

import secrets
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from console.library.paths import data_folder
from console.library.private_file import PrivateFile
from console.model.viewer import Viewer
from console.words.library import VIEWERS_UNUSABLE

RETENTION_DAYS = 180
"""Somebody who was not seen for so long is forgotten, if nobody says otherwise."""
LONGEST = 200
"""Characters of a name or an account."""
_DAY_US = 86_400_000_000
_AT_ONCE = 500

_TABLES = sa.MetaData()
_VIEWERS = sa.Table(
    "viewers",
    _TABLES,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("platform", sa.Text, nullable=False),
    sa.Column("account", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("seen_us", sa.Integer, nullable=False),
    sa.UniqueConstraint("platform", "account"),
)


def viewers_path() -> Path:
    """Where the names are."""
    return data_folder() / "viewers.sqlite"


class Viewers:
    """Names by id. Every method raises `ConsoleError` if the disk does not let it."""

    def __init__(self, path: Path) -> None:
        """Make the file, readable by its user only, or open it."""
        self._file = PrivateFile(path, _TABLES, lambda reason: VIEWERS_UNUSABLE(reason=reason))

    def id_of(self, platform: str, account: str, *, name: str = "", seen_us: int) -> str:
        """The id of a person at a platform or shop: a new one, or the one they have; the newest name counts.

        `account` is what the platform calls them. Nothing of it is in the id.
        """
        platform, account = _bounded(platform), _bounded(account)
        row = {"id": f"v{secrets.token_hex(8)}", "platform": platform, "account": account}
        fresh = insert(_VIEWERS).values(**row, name=_bounded(name), seen_us=seen_us)
        changes: dict[str, sa.ColumnElement[object]] = {
            "seen_us": sa.func.max(_VIEWERS.c.seen_us, fresh.excluded.seen_us)
        }
        if name:
            changes["name"] = fresh.excluded.name
        known = fresh.on_conflict_do_update(index_elements=["platform", "account"], set_=changes)
        found = self._file.do(known.returning(_VIEWERS.c.id))
        return str(found[0].id)

    def found(self, platform: str, account: str) -> str | None:
        """The id of somebody who has one."""
        row = sa.select(_VIEWERS.c.id).where(_VIEWERS.c.platform == platform, _VIEWERS.c.account == account)
        return next((str(one.id) for one in self._file.do(row)), None)

    def viewer(self, id: str) -> Viewer | None:  # noqa: A002 - the field's name
        """Who it is; None: nobody knows, or nobody is to know any more."""
        return self.named([id]).get(id)

    def named(self, ids: Iterable[str]) -> dict[str, Viewer]:
        """Those of the ids that are known."""
        wanted, known = list(dict.fromkeys(ids)), dict[str, Viewer]()
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            for row in self._file.do(sa.select(_VIEWERS).where(_VIEWERS.c.id.in_(part))):
                known[row.id] = Viewer(id=row.id, name=row.name, platform=row.platform)
        return known

    def forget(self, id: str) -> bool:  # noqa: A002 - the field's name
        """Remove a person; whether there was one. Their id stays in journals and says nothing."""
        gone = self._file.do(sa.delete(_VIEWERS).where(_VIEWERS.c.id == id).returning(_VIEWERS.c.id))
        return bool(gone)

    def forget_unseen(self, *, now_us: int, days: int = RETENTION_DAYS) -> list[str]:
        """Remove everybody who was not seen for so many days; their ids, so that State can forget them too."""
        before_us = now_us - max(0, days) * _DAY_US
        gone = self._file.do(sa.delete(_VIEWERS).where(_VIEWERS.c.seen_us < before_us).returning(_VIEWERS.c.id))
        return [str(row.id) for row in gone]

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def initials(name: str) -> str:
    """All of a name that is ever shown: its first letter and a dot; empty if it has none."""
    for letter in unicodedata.normalize("NFKC", name[:LONGEST]):
        if unicodedata.category(letter) in {"Lu", "Ll", "Lt", "Lo", "Nd"}:
            return f"{letter.upper()[:1]}."
    return ""


def _bounded(text: str) -> str:
    return text[:LONGEST].encode(errors="replace").decode()
