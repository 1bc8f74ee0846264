"""The only place that asks what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """This moment, in UTC, aware of its zone."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in Beijing, where terms and deadlines run."""
    return now().astimezone(BEIJING).date()


def local(moment: datetime) -> datetime:
    """``moment`` as a clock in Beijing shows it."""
    return moment.astimezone(BEIJING)
