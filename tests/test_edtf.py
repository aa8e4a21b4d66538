"""Reading EDTF: what is accepted, what is refused and with which mend, what a stage may hold."""

import copy
import os
import pickle
import re
import subprocess
import sys

import pytest

from milepost import edtf

LEVEL_0 = [
    "1985-04-12",
    "1985-04",
    "1985",
    "0000",
    "1985-04-12T23:20:30",
    "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30-04",
    "1985-04-12T23:20:30+04:30",
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005-02-08",
    "2004-02-01/2005-02",
    "2004-02-01/2005",
    "2005/2006-02",
]
LEVEL_1 = [
    "Y170000002",
    "Y-170000002",
    "-1985",
    "2001-21",
    "2001-24",
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "201X",
    "20XX",
    "2004-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "1985-04-12/..",
    "1985-04/..",
    "../1985-04-12",
    "1985-04-12/",
    "/1985",
    "1984~/2004-06",
    "1984/2004-06~",
    "1984-06?/2004-08?",
    "1984-06-02?/2004-08-08~",
]
LEVEL_2 = [
    "Y-17E7",
    "Y17E8",
    "2001-25",
    "2001-34",
    "2001-41",
    "[1667,1668,1670..1672]",
    "[..1760-12-03]",
    "[1760-12..]",
    "[1760-01,1760-02,1760-12..]",
    "[1667,1760-12]",
    "[..1984]",
    "{1667,1668,1670..1672}",
    "{1960,1961-12}",
    "{..1984}",
    "2004-06-11%",
    "2004-06~-11",
    "2004?-06-11",
    "?2004-06-~11",
    "2004-%06-11",
    "156X-12-25",
    "15XX-12-25",
    "XXXX-12-XX",
    "1XXX-XX",
    "1XXX-12",
    "1984-1X",
    "2004-06-~01/2004-06-~20",
    "2004-06-XX/2004-07-03",
    "-0043-03-15",
    "20XX-41",
    "[2012-21,2013?]",
]


@pytest.mark.parametrize("text", LEVEL_0 + LEVEL_1 + LEVEL_2)
def test_every_form_of_the_standard_is_read_and_keeps_its_text(text: str) -> None:
    assert text == edtf.parse(text).text


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("2023-02-29", "February 2023 has 28 days; write 2023-02"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("2022-04-31", "April 2022 has 30 days"),
        ("2022-13", "months are 01 to 12"),
        ("2022-00-01", "months are 01 to 12"),
        ("2022-23-04", "write 2022-04-23 if the month is 04"),
        ("2001-21-05", "write 2001-05-21"),
        ("2022-04-00", "days are 01 to 31"),
        ("2023-02-3X", "no day of the calendar fits"),
        ("XXX3-02-29", "no day of the calendar fits"),
        ("2004-2X", "months are 01 to 12"),
        ("-0000", "the year before 0001 is 0000"),
        ("1966/1963", "1966 is later than 1963; write the earlier date first"),
        ("[1966..1963]", "1966 is later than 1963"),
        ("２０２２-04", "write 2022-04"),
        ("១៩៥៣", "write 1953"),
        ("2022–04", "write 2022-04"),
        ("2022年4月", "write 2022-04"),
        ("昭和28年", "write 1953"),
        ("平成元年1月", "write 1989-01"),
        ("23 April 2022", "write 2022-04-23"),
        ("April 23rd, 2022", "write 2022-04-23"),
        ("Sept. 2022", "write 2022-09"),
        ("May be 2022", "not a date"),
        ("13/04/2022", "write 2022-04-13"),
        ("03/04/2022", "write 2022-04-03, or 2022-03-04 if the month comes first"),
        ("31 February 2022", "not a date"),
        ("おそらく2022", "only plain digits"),
        ("2022-04-23\n", "write 2022-04-23"),
        (" 2022", "write 2022"),
        ("[1963, 1966]", "write [1963,1966]"),
        ("1963/1966\n", "write 1963/1966"),
        ("20220423", "write 2022-04-23"),
        ("2022/04/23", "write 2022-04-23"),
        ("2022.04.23", "write 2022-04-23"),
        ("2022-4-3", "write 2022-04-03"),
        ("1950s", "write 195X"),
        ("195u", "write 195X"),
        ("1984?~", "write 1984%"),
        ("y170000002", "write Y170000002"),
        ("1963/open", "write .."),
        ("c. 1950", "write 1950~"),
        ("Y2004", "write 2004"),
        ("12345", "write Y12345"),
        ("Y012345", "not a date"),
        ("Y2E0", "not a date"),
        ("85", "write 2022-04-23, 2022-04 or 2022"),
        ("", "leave the field out"),
        ("+1985", "not a date"),
        ("1985-102", "not a date"),
        ("1985-W15", "not a date"),
        ("1950S2", "write a range such as [1900..1999]"),
        ("Y3388E2S3", "significant digits (S) are not read here"),
        ("2022-04-23T10:00", "hh:mm:ss"),
        ("2022-04-23T10:00:00\n", "hh:mm:ss"),
        ("2022-04-23T24:00:00", "midnight is 00:00:00 of the next day"),
        ("2022-04-23T10:60:00", "minutes run from 00 to 59"),
        ("2022-04-23T10:00:60", "leap second"),
        ("2022-04-23T10:00:00+15", "at most 14:00"),
        ("2022-04-23T10:00:00-00:00", "written Z or +00:00"),
        ("2022T10:00:00", "follows a full date"),
        ("2022-04-XXT10:00:00", "follows a full date"),
        ("2022-04-23T10:00:00/2023", "a time of day stands alone"),
        ("[]", "a date is missing"),
        ("[1963,]", "a date is missing"),
        ("[..]", "says nothing"),
        ("../..", "says nothing"),
        ("/", "says nothing"),
        ("[1963,..1966]", "an open start (..a) stands first"),
        ("[1963..,1970]", "an open start (..a) stands first"),
        ("[1963/1966]", "[a..b] (some time within)"),
        ("1963..1966", "[a..b] (some time within)"),
        ("[1963,{1966}]", "none of these in another"),
        ("[" + "1963," * 40 + "1963]", "at most 120 characters"),
    ],
)
def test_what_is_not_a_date_is_refused_with_its_mend(text: str, mend: str) -> None:
    with pytest.raises(ValueError, match=re.escape(mend)):
        edtf.parse(text)


@pytest.mark.parametrize("text", ["2000-02-29", "2024-02-29~", "0000-02-29", "19XX-02-29"])
def test_a_leap_day_is_read_where_a_year_has_one(text: str) -> None:
    assert text == edtf.parse(text).text


@pytest.mark.parametrize(
    "text", ["2004-06/2004", "2004/2004-06", "198X/1985", "[2013..2013-11]", "1963/1963"]
)
def test_an_interval_that_can_run_forwards_is_not_reversed(text: str) -> None:
    assert text == edtf.parse(text).text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1963", "date"),
        ("XXXX-04-23", "date"),
        ("-0043", "date"),
        ("2001-21", "season"),
        ("2001-34?", "season"),
        ("Y170000002", "long-year"),
        ("Y17E7~", "long-year"),
        ("1985-04-12T23:20:30Z", "time"),
        ("1963/..", "interval"),
        ("[1963,1966]", "one-of"),
        ("[..1966]", "one-of"),
        ("{1963,1966}", "all-of"),
    ],
)
def test_each_form_has_its_kind(text: str, kind: str) -> None:
    assert kind == edtf.parse(text).kind


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1963", False, False),
        ("1963~", True, False),
        ("1963?", False, True),
        ("1963%", True, True),
        ("2004-06-~11", True, False),
        ("[1963?,1966]", False, True),
        ("1963~/1966", True, False),
    ],
)
def test_qualifiers_are_seen_on_any_part(text: str, *, approximate: bool, uncertain: bool) -> None:
    date = edtf.parse(text)
    assert (approximate, uncertain) == (date.approximate, date.uncertain)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2004-06-11~", "ymd", ""),
        ("2004-06~-11", "ym", ""),
        ("2004?-06-11", "", "y"),
        ("?2004-06-~11", "d", "y"),
        ("2004-%06-11", "m", "m"),
        ("2004-06?-~11", "d", "ym"),
        ("~2004?-06", "y", "y"),
    ],
)
def test_a_qualifier_on_the_left_is_for_one_component_on_the_right_for_all_before(
    text: str, approximate: str, uncertain: str
) -> None:
    (point,) = edtf.parse(text).points
    assert (approximate, uncertain) == (point.approximate, point.uncertain)


def test_the_same_text_gives_the_same_value() -> None:
    assert edtf.parse("1963~") is edtf.parse("1963~")


def test_a_date_survives_copying_and_pickling() -> None:
    date = edtf.parse("[1963,1966]")
    assert [date, date] == [copy.deepcopy(date), pickle.loads(pickle.dumps(date))]  # noqa: S301 -- bytes made here


def test_a_date_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        edtf.parse("1963").text = "1964"


def test_importing_brings_in_no_heavy_module() -> None:
    script = "import sys, milepost.edtf; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert not {"datetime", "calendar", "decimal", "json", "unicodedata"} & {*ran.stdout.split()}
