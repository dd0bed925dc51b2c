"""Time: an injectable wall clock and the hybrid stamp that orders operations of all laptops."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

_COUNTER_MAX = 0xFFFF_FFFF


class Clock(Protocol):
    """What tells the time; tests hand in their own."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...

    def today(self) -> date:
        """Return the local calendar date, on which business dates are based."""
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the local calendar date."""
        return datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class HybridTime:
    """A hybrid logical clock: milliseconds and a counter that never run backwards."""

    milliseconds: int = 0
    counter: int = 0

    def tick(self, now: datetime) -> "HybridTime":
        """Return the next stamp: the wall clock where it moved on, else one more on the counter."""
        wall = int(now.timestamp() * 1000)
        if wall > self.milliseconds:
            return HybridTime(wall, 0)
        if self.counter >= _COUNTER_MAX:
            return HybridTime(self.milliseconds + 1, 0)
        return HybridTime(self.milliseconds, self.counter + 1)

    def text(self, device: str) -> str:
        """Return the collatable form ``milliseconds.counter.device``."""
        return f"{self.milliseconds:015d}.{self.counter:08x}.{device}"

    @classmethod
    def parse(cls, stamp: str) -> "HybridTime":
        """Read a stamp back (the device part is ignored)."""
        milliseconds, counter, *_ = stamp.split(".")
        return cls(int(milliseconds), int(counter, 16))


def instant_text(moment: datetime) -> str:
    """Write an aware instant as RFC 3339 UTC text with milliseconds, which sorts as time does."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def read_instant(text: str) -> datetime:
    """Read RFC 3339 UTC text as an aware instant."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))
