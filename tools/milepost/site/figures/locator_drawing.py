"""The map of a locator as HTML, put together without a template: most milestones have one."""

from markupsafe import Markup

from milepost.site.escaping import escaped, html_text
from milepost.site.figures.locator import Line, Locator, Spot


def locator_html(locator: Locator) -> Markup:
    """Return the figure: its places above its graticule, its scale, and all of it in words."""
    width, height = locator.width, locator.height
    return Markup(  # noqa: S704 -- every word in it is escaped
        f'<figure class="mp-figure">\n<svg class="mp-drawing mp-map" viewBox="0 0 {width} {height}"'
        ' aria-hidden="true" focusable="false">\n<rect class="mp-sheet" x="0.5" y="0.5"'
        f' width="{width - 1}" height="{height - 1}"/>\n'
        f"{''.join([_meridian(line, height) for line in locator.meridians])}"
        f"{''.join([_parallel(line, width) for line in locator.parallels])}"
        f"{''.join([_spot(spot) for spot in locator.spots])}"
        f"{_scale(locator)}{_north(locator)}</svg>\n"
        f"<figcaption>{html_text(locator.words)}</figcaption>\n</figure>"
    )


def _meridian(line: Line, height: int) -> str:
    return (
        f'<path class="mp-grid" d="M{line.at} 1V{height - 1}"/>'
        f'<text class="mp-tick" x="{line.at}" y="{height - 6}">{line.words}</text>\n'
    )


def _parallel(line: Line, width: int) -> str:
    return (
        f'<path class="mp-grid" d="M1 {line.at}H{width - 1}"/>'
        f'<text class="mp-degree" x="5" y="{line.at - 4}">{line.words}</text>\n'
    )


def _spot(spot: Spot) -> str:
    return (
        f'<g data-place="{escaped(spot.id)}" data-latitude="{spot.north}"'
        f' data-longitude="{spot.east}">{_leader(spot)}'
        f'<circle class="{"mp-here" if spot.here else "mp-there"}" cx="{spot.x}" cy="{spot.y}"'
        f' r="{7 if spot.here else 4}"/>{_name(spot)}</g>\n'
    )


def _leader(spot: Spot) -> str:
    if not spot.shown:
        return ""
    return f'<path class="mp-leader" d="M{spot.x} {spot.y}L{spot.shown.x} {spot.shown.y - 5}"/>'


def _name(spot: Spot) -> str:
    if not spot.shown:
        return ""
    place = f'x="{spot.shown.x}" y="{spot.shown.y}" text-anchor="{spot.shown.anchor}"'
    return (
        f'<text class="mp-name{" mp-name-here" if spot.here else ""}" {place}>'
        f"{escaped(spot.name)}</text>"
    )


def _scale(locator: Locator) -> str:
    at = f"{locator.width - locator.bar - 16} {locator.height - 34}"
    return (
        f'<g transform="translate({at})"><path class="mp-bar" d="M0 -5V0H{locator.bar}V-5"/>'
        f'<text class="mp-tick" x="{locator.bar / 2}" y="-8">{locator.bar_km} km</text></g>\n'
    )


def _north(locator: Locator) -> str:
    return (
        f'<g transform="translate({locator.width - 22} 34)">'
        '<path class="mp-north" d="M0 -20L6 0L0 -5L-6 0Z"/>'
        '<text class="mp-tick" x="0" y="13">N</text></g>\n'
    )
