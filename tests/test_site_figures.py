"""Figures: what is drawn stands where the dates and points of the records put it."""

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from builders import a_milestone, a_record
from milepost import edtf
from milepost.derive.chronology import headline_date
from milepost.site.figures.ladder import ladder
from milepost.site.figures.locator import locator
from milepost.site.figures.projection import Degrees, fitted, graticule, unwrapped
from milepost.site.figures.time_scale import first_day, scale_of, year_of
from milepost.site.figures.timeline import timeline_figure
from milepost.site.inline import Inline
from milepost.site.parts import part_html
from milepost.site.wording import headline_text
from sites import the_site, the_small_site

BEGUN = re.compile(r"M(?P<x>[\d.]+) [\d.]+(?:h(?P<width>[\d.]+))?")
INLINE = Inline(lambda page, anchor: f"{page}#{anchor}" if anchor else page)
DYADS = tuple(the_site().dataset.of("relationship"))


class Drawn(HTMLParser):
    """The elements of a drawing in their order, each with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def drawn(part: str, dyad: str) -> list[tuple[str, dict[str, str]]]:
    return Drawn(part_html(the_site(), part, dyad, INLINE)).found


def marks_and_paths(dyad: str) -> dict[str, list[dict[str, str]]]:
    """Return the paths that are drawn in the timeline for each milestone, in their order."""
    svg = re.search(r"<svg.*?</svg>", part_html(the_site(), "timeline", dyad, INLINE), re.DOTALL)
    assert svg
    made: list[list[dict[str, str]]] = []
    for tag, attributes in Drawn(svg[0]).found:
        if tag == "a":
            made.append([])
        elif made:
            made[-1].append(attributes)
    dated = [r.id for r in the_site().chronology(dyad) if headline_text(r.body)]
    return dict(zip(dated, made, strict=True))


@pytest.mark.parametrize("dyad", DYADS)
def test_every_dated_milestone_is_drawn_at_its_days(dyad: str) -> None:
    scale = timeline_figure(the_site(), dyad).scale
    drawn_at = marks_and_paths(dyad)
    dated = [r for r in the_site().chronology(dyad) if headline_text(r.body)]

    for record in dated:
        days = edtf.parse(headline_text(record.body)).days
        first, beyond = days[0][0], days[-1][1]
        known = beyond - first == 1
        middle = (scale.x(first) + scale.x(beyond)) / 2
        for path in drawn_at[record.id]:
            begun = BEGUN.match(path["d"])
            assert begun
            x, width = begun["x"], begun["width"]
            if width is not None:
                assert ("mp-dot" if known else "mp-span") == path["class"]
                assert scale.x(first) == float(x)
                assert float(width) == pytest.approx(
                    0 if known else scale.x(beyond) - scale.x(first), abs=0.1
                )
            else:
                assert float(x) == pytest.approx(scale.x(first) if known else middle, abs=0.1)


@pytest.mark.parametrize("dyad", DYADS)
def test_a_dispute_is_a_diamond_and_an_open_one_is_hollow(dyad: str) -> None:
    marks = {mark.link.page: mark for mark in timeline_figure(the_site(), dyad).marks}
    for identifier, paths in marks_and_paths(dyad).items():
        mark = marks[f"milestones/{identifier}"]
        shapes = {path["class"] for path in paths} & {"mp-settled", "mp-unsettled"}
        expected = {"mp-unsettled" if mark.open else "mp-settled"} if mark.disputes else set()
        assert expected == shapes


def test_no_two_marks_of_a_timeline_cover_each_other() -> None:
    marks = timeline_figure(the_site(), "jpn-khm").marks
    rows: dict[int, list[tuple[float, float]]] = {}
    for mark in marks:
        rows.setdefault(mark.y, []).append((mark.x, mark.x + mark.width))
    for row in rows.values():
        ordered = sorted(row)
        assert all(a[1] + 8 <= b[0] for a, b in pairwise(ordered))


@pytest.mark.parametrize("dyad", DYADS)
def test_the_ladder_shows_each_level_with_its_dates(dyad: str) -> None:
    levels, shown = "", []
    for tag, attributes in drawn("ladder", dyad):
        if tag == "g" and "data-level" in attributes:
            levels = attributes["data-level"]
        elif tag == "g":
            told = attributes["data-milestone"], attributes["data-since"], attributes["data-until"]
            shown.append((levels, *told))

    intervals = the_site().intervals(dyad)
    expected = [
        (
            i.opening.level,
            i.opening.milestone.id,
            i.opening.date,
            i.closing.date if i.closing else "",
        )
        for i in intervals
    ]
    assert sorted(expected) == sorted(shown)


@pytest.mark.parametrize("dyad", DYADS)
def test_a_sure_bar_begins_when_the_level_had_surely_begun(dyad: str) -> None:
    figure = ladder(the_site(), dyad)
    bars = {
        (rung.level, held.milestone, held.since): held.bars
        for lane in figure.lanes
        for rung in lane.rungs
        for held in rung.held
    }
    for interval in the_site().intervals(dyad):
        opening = interval.opening
        low, high = opening.bounds
        found = bars[opening.level, opening.milestone.id, opening.date]
        (sure,) = (bar for bar in found if bar.certain)
        assert figure.scale.x(high) == sure.x
        if low < high:
            assert figure.scale.x(low) == found[0].x
            assert not found[0].certain


def test_a_rung_has_its_name_above_its_bars_and_needs_the_width_of_a_phone_alone() -> None:
    baseline = 0.0
    for tag, attributes in drawn("ladder", "jpn-khm"):
        if attributes.get("class") == "mp-rung":
            baseline = float(attributes["y"])
        if tag == "rect":
            assert baseline < float(attributes["y"])
            assert attributes["x"].endswith("%")
            assert attributes["width"].endswith("%")


def test_a_date_that_is_not_one_day_stands_after_a_colon() -> None:
    html = part_html(the_site(), "ladder", "khm-vnm", INLINE)
    years = "between January 1979 and 18 February 1979"

    assert f"until a day not fixed: {years}</title>" in html
    assert f"since a day not fixed: {years}, still open</title>" in html
    assert "until 31 December 1977</title>" in html


def test_the_figures_say_in_words_what_they_show() -> None:
    told = timeline_figure(the_small_site(), "jpn-khm").words

    assert told.startswith("8 dated milestones from 1953 to 2023; ")
    assert "1 with disputes between sources as diamonds" in told
    assert "from 1953 to 22 November 2026" in ladder(the_small_site(), "jpn-khm").words


def test_a_scale_has_ten_round_years_at_most() -> None:
    scale = scale_of([first_day(1951), first_day(2026)], 0, 100)

    assert (1951, 2026) == (scale.first, scale.last)
    assert [1960, 1970, 1980, 1990, 2000, 2010, 2020] == [tick.year for tick in scale.ticks]
    assert (0, 100) == (scale.x(first_day(1951)), scale.x(first_day(2027)))


def test_days_without_end_stand_at_the_end_of_the_scale() -> None:
    scale = scale_of([float("-inf"), first_day(2000), float("inf")], 10, 20)

    assert (2000, 2000) == (scale.first, scale.last)
    assert (10, 20) == (scale.x(float("-inf")), scale.x(float("inf")))


@pytest.mark.parametrize("year", [0, 1, 1582, 1600, 1900, 1999, 2000, 2026, 9998])
def test_the_first_and_the_last_day_of_a_year_lie_in_it(year: int) -> None:
    assert year == year_of(first_day(year))
    assert year == year_of(first_day(year + 1) - 1)


def test_a_map_shows_where_a_milestone_took_place_and_how_far_that_is() -> None:
    record = the_site().dataset.of("milestone")["mp-mv56rpm"]
    figure = locator(the_site(), record)
    assert figure is not None
    spots = {spot.id: spot for spot in figure.spots}

    assert ["kumamoto"] == [spot.id for spot in figure.spots if spot.here]
    for identifier, spot in spots.items():
        point = the_site().dataset.of("place")[identifier].body["point"]
        assert (point["latitude"], point["longitude"]) == (spot.north, spot.east)
    assert spots["tokyo"].y < spots["kumamoto"].y < spots["phnom-penh"].y
    assert spots["phnom-penh"].x < spots["kumamoto"].x < spots["tokyo"].x
    assert figure.words.startswith("Where it took place: Kumamoto (32.81° N, 130.69° E).")


def test_a_map_names_three_places_of_a_party_at_most_beside_where_it_took_place() -> None:
    for record in the_site().dataset.of("milestone").values():
        figure = locator(the_site(), record)
        if figure:
            beside = [spot for spot in figure.spots if not spot.here]
            parties = {party for dyad in record.body["relationships"] for party in dyad.split("-")}
            assert len(beside) <= 3 * len(parties), record.id
            assert all(spot.shown for spot in beside), record.id


def test_the_best_known_places_of_a_party_are_those_in_which_most_others_lie() -> None:
    places = the_site().dataset.of("place").values()
    holding = Counter(place.body.get("within") for place in places)

    for known in the_site().points_in.values():
        counts = [holding[place.id] for place in known]
        assert sorted(counts, reverse=True) == counts


def test_degrees_at_the_edge_of_a_map_are_left_out_with_their_lines() -> None:
    figure = locator(the_site(), the_site().dataset.of("milestone")["mp-mv56rpm"])
    assert figure is not None

    assert all(20 <= line.at <= figure.width - 20 for line in figure.meridians)
    assert all(20 <= line.at <= figure.height - 20 for line in figure.parallels)


def test_a_milestone_without_a_known_point_has_no_map() -> None:
    assert locator(the_site(), a_record(a_milestone())) is None


def test_a_degree_to_the_north_is_as_long_as_the_scale_bar_says() -> None:
    projection = fitted([Degrees(10, 100), Degrees(35, 140)], 640, 300, 46)

    # 10,000 km are a quarter of a meridian, by the first definition of the metre.
    quarter = (projection.y(0) - projection.y(90)) / projection.units_a_km
    assert 10_000 == pytest.approx(quarter, rel=0.01)


def test_a_map_crosses_the_date_line_on_the_short_way() -> None:
    tokyo, san_francisco = Degrees(35.7, 139.7), Degrees(37.8, -122.4)

    assert (tokyo, Degrees(37.8, 237.6)) == unwrapped([tokyo, san_francisco])


def test_a_graticule_has_seven_lines_at_most() -> None:
    assert [100, 110, 120, 130, 140] == list(graticule(95.5, 142))


def test_an_undated_milestone_stands_in_the_table_alone() -> None:
    undated = [r for r in the_site().dataset.of("milestone").values() if headline_date(r) is None]
    for dyad in DYADS:
        ids = {f"milestones/{r.id}" for r in undated if dyad in r.body["relationships"]}
        figure = timeline_figure(the_site(), dyad)
        assert len(ids) == figure.undated
        assert not ids & {mark.link.page for mark in figure.marks}
