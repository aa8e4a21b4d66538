"""The locator: a schematic map of where a milestone took place, from points on record alone."""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from milepost.model import Record
from milepost.site.figures.map_names import Box, Dot, Name, names_placed
from milepost.site.figures.projection import Degrees, Projection, fitted, graticule, unwrapped
from milepost.site.naming import label
from milepost.site.site import Site

WIDTH: Final = 640
HEIGHT: Final = 300
_MARGIN: Final = 46
# How many places of each party are shown beside those where it took place.
_BESIDE: Final = 3
# Names keep clear of the degrees at the left and at the foot, and of the arrow at the right.
_FRAME: Final = Box(40, 4, WIDTH - 4, HEIGHT - 20)
_ARROW: Final = Box(WIDTH - 36, 8, WIDTH - 8, 52)
# No line is drawn so near to the edge that its degrees would not fit.
_WORDS: Final = 20
_BARS: Final = (1_000, 500, 200, 100, 50)
_LONGEST_BAR: Final = 150
_HALF_TURN: Final = 180
_LONGEST: Final = 36


class Spot(NamedTuple):
    """A place on the map: whether the milestone took place there, and where its name stands.

    Where many lie close together one of them may have no place for its name.
    """

    id: str
    name: str
    north: float
    east: float
    here: bool
    x: float
    y: float
    shown: Name | None


class Line(NamedTuple):
    """A meridian or a parallel with its degrees in words."""

    at: float
    words: str


class Locator(NamedTuple):
    """The figure: its places, its graticule, its scale bar, and what it shows in words."""

    spots: tuple[Spot, ...]
    meridians: tuple[Line, ...]
    parallels: tuple[Line, ...]
    bar: float
    bar_km: int
    words: str
    width: int = WIDTH
    height: int = HEIGHT


class _Point(NamedTuple):
    """A place with a point on record, and what maps call it."""

    id: str
    name: str
    degrees: Degrees


def locator(site: Site, record: Record) -> Locator | None:
    """Return the map of a milestone, or None where no place of it has a point on record."""
    here = _located(site, (stage["place"] for stage in record.body["stages"] if "place" in stage))
    if not here:
        return None
    places = {**here, **{p.id: p for p in _of_parties(site, record) if p.id not in here}}
    points = [_point(site, place) for place in places.values()]
    drawn = unwrapped([point.degrees for point in points])
    projection = fitted(drawn, WIDTH, HEIGHT, _MARGIN)
    km = next((k for k in _BARS if k * projection.units_a_km <= _LONGEST_BAR), _BARS[-1])
    bar = round(km * projection.units_a_km, 1)
    spots = _spots(projection, points, drawn, here, bar)
    shown = tuple(spot for spot in spots if spot.here or spot.shown)
    meridians, parallels = tuple(_meridians(projection)), tuple(_parallels(projection))
    return Locator(shown, meridians, parallels, bar, km, _words(shown))


def _located(site: Site, slugs: Iterator[str]) -> dict[str, Record]:
    """Return the places that have a point: each place itself, else what it lies within."""
    found = (_nearest(site, slug) for slug in slugs)
    return {place.id: place for place in found if place}


def _nearest(site: Site, slug: str) -> Record | None:
    seen: set[str] = set()
    while slug and slug not in seen:
        seen.add(slug)
        place = site.dataset.get("place", slug)
        if place and "point" in place.body:
            return place
        slug = place.body.get("within", "") if place else ""
    return None


def _of_parties(site: Site, record: Record) -> Iterator[Record]:
    """Yield the best known places with points in each party, by which readers find their way."""
    parties = {party for dyad in record.body["relationships"] for party in dyad.split("-")}
    for party in sorted(parties):
        yield from site.points_in.get(party, ())[:_BESIDE]


def _point(site: Site, place: Record) -> _Point:
    """Return a place as maps show it; the same ones stand on many."""
    if place.id not in site.found_points:
        at, name = place.body["point"], _shortened(label(place).text)
        degrees = Degrees(float(at["latitude"]), float(at["longitude"]))
        site.found_points[place.id] = _Point(place.id, name, degrees)
    found: _Point = site.found_points[place.id]
    return found


def _spots(
    projection: Projection,
    points: Sequence[_Point],
    drawn: Sequence[Degrees],
    here: Container[str],
    bar: float,
) -> list[Spot]:
    """Return the places from north to south; those where it took place choose first."""
    at = [(projection.x(point.east), projection.y(point.north)) for point in drawn]
    dots = [Dot(*xy, it.name, it.id in here) for xy, it in zip(at, points, strict=True)]
    scale = Box(WIDTH - bar - 24, HEIGHT - 62, WIDTH - 8, HEIGHT - 28)
    shown = names_placed(dots, _FRAME, (_ARROW, scale))
    spots = [
        Spot(it.id, it.name, it.degrees.north, it.degrees.east, it.id in here, *xy, name)
        for it, xy, name in zip(points, at, shown, strict=True)
    ]
    return sorted(spots, key=lambda spot: -spot.north)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _meridians(projection: Projection) -> Iterator[Line]:
    half = (WIDTH / 2 - _WORDS) / (projection.x(1) - projection.x(0))
    for east in graticule(projection.middle.east - half, projection.middle.east + half):
        turned = (east + _HALF_TURN) % (2 * _HALF_TURN) - _HALF_TURN
        yield Line(projection.x(east), f"{abs(turned)}°{'W' if turned < 0 else 'E'}")


def _parallels(projection: Projection) -> Iterator[Line]:
    half = (HEIGHT / 2 - _WORDS) / projection.scale
    for north in graticule(projection.middle.north - half, projection.middle.north + half):
        yield Line(projection.y(north), f"{abs(north)}°{'S' if north < 0 else 'N'}")


def _words(spots: Sequence[Spot]) -> str:
    told = [(_told(spot.name, spot.north, spot.east), spot.here) for spot in spots]
    here = ", ".join([words for words, is_here in told if is_here])
    others = ", ".join([words for words, is_here in told if not is_here])
    beside = f" For orientation: {others}." if others else ""
    return (
        f"Where it took place: {here}.{beside} The map is schematic: dots stand at the coordinates "
        "on record, north is up, and no coast and no border is drawn."
    )


@lru_cache(maxsize=1024)
def _told(name: str, north: float, east: float) -> str:
    return f"{name} ({_angle(north, 'N', 'S')}, {_angle(east, 'E', 'W')})"


def _angle(degrees: float, positive: str, negative: str) -> str:
    return f"{abs(degrees):.2f}° {positive if degrees >= 0 else negative}"
