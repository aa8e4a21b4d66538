"""The time of day in an EDTF date and time: checked for its shape and its ranges."""

import re

_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})(Z|([+-])([0-9]{2})(?::([0-9]{2}))?)?")
_LAST_HOUR, _LAST_MINUTE, _LEAP_SECOND = 23, 59, 60
_FARTHEST_OFFSET = 14 * 60


def why_no_clock(text: str) -> str | None:
    """Say what is wrong with a time of day such as 23:20:30+07:00, or give None if nothing is."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        return "a time is written hh:mm:ss, then nothing, Z or an offset such as +07:00"
    hour, minute, second = int(found[1]), int(found[2]), int(found[3])
    if hour > _LAST_HOUR:
        return "hours run from 00 to 23; midnight is 00:00:00 of the next day"
    if minute > _LAST_MINUTE:
        return "minutes run from 00 to 59"
    if second > _LEAP_SECOND or (second == _LEAP_SECOND and minute != _LAST_MINUTE):
        return "seconds run from 00 to 59 (60 only as the leap second that ends an hour)"
    return _why_no_offset(found[5], int(found[6] or 0), int(found[7] or 0))


def _why_no_offset(sign: str | None, hours: int, minutes: int) -> str | None:
    if minutes > _LAST_MINUTE or hours * 60 + minutes > _FARTHEST_OFFSET:
        return "an offset from UTC is at most 14:00, its minutes 00 to 59"
    if sign == "-" and not hours and not minutes:
        return "an offset of nothing is written Z or +00:00"
    return None
