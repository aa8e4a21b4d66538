"""Degrees to places on a small map: an equirectangular projection, true to scale at its middle."""

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

# The mean radius of the Earth (IUGG) gives 111.195 km to a degree of a great circle.
KM_A_DEGREE: Final = 111.195
_LEAST_DEGREES: Final = 4.0
_HALF_TURN: Final = 180
_STEPS: Final = (1, 2, 5, 10, 20, 30)
_MOST_LINES: Final = 7


class Degrees(NamedTuple):
    """A point in degrees north and east; east may exceed 180 beyond the date line."""

    north: float
    east: float


class Projection(NamedTuple):
    """The middle of the map in degrees and in its own units, and how many units a degree takes.

    `shrunk` is the share of that which a degree to the east takes at the middle.
    """

    middle: Degrees
    x0: float
    y0: float
    scale: float
    shrunk: float

    def x(self, east: float) -> float:
        """Return the place of a meridian."""
        return round(self.x0 + (east - self.middle.east) * self.shrunk * self.scale, 1)

    def y(self, north: float) -> float:
        """Return the place of a parallel; north is up."""
        return round(self.y0 - (north - self.middle.north) * self.scale, 1)

    @property
    def units_a_km(self) -> float:
        """How many units a kilometre takes at the middle of the map."""
        return self.scale / KM_A_DEGREE


def unwrapped(points: Sequence[Degrees]) -> tuple[Degrees, ...]:
    """Return points with those west of the date line beyond it, where that is the shorter way."""
    easts = [point.east for point in points]
    if max(easts) - min(easts) <= _HALF_TURN:
        return tuple(points)
    return tuple(
        Degrees(p.north, p.east + 2 * _HALF_TURN if p.east < 0 else p.east) for p in points
    )


def fitted(points: Sequence[Degrees], width: float, height: float, margin: float) -> Projection:
    """Return the projection that shows all points within a frame, four degrees of it at least."""
    norths, easts = [p.north for p in points], [p.east for p in points]
    middle = Degrees((min(norths) + max(norths)) / 2, (min(easts) + max(easts)) / 2)
    tall = max(max(norths) - min(norths), _LEAST_DEGREES)
    shrunk = math.cos(math.radians(middle.north))
    wide = max(max(easts) - min(easts), _LEAST_DEGREES) * shrunk
    scale = min((width - 2 * margin) / max(wide, 0.1), (height - 2 * margin) / tall)
    return Projection(middle, width / 2, height / 2, scale, shrunk)


def graticule(low: float, high: float) -> range:
    """Return the whole degrees at which lines are drawn between two bounds, seven at most."""
    step = next((s for s in _STEPS if (high - low) / s <= _MOST_LINES), _STEPS[-1])
    return range(math.ceil(low / step) * step, math.floor(high) + 1, step)
