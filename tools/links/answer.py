"""What becomes of one address when it is asked for: there, moved, gone, refused or silent."""

from http import HTTPStatus
from http.client import HTTPException
from typing import Final, Literal, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

State = Literal["there", "moved", "gone", "refused", "silent"]
_AGENT: Final = "milepost-links"
_GONE: Final = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


class Answer(NamedTuple):
    """A state, and what the host said."""

    state: State
    said: str = ""


def answer(url: str, seconds: float) -> Answer:
    """Ask for an address and return what its host answers within some seconds.

    Only the head is asked for, or the page where a host knows no other way. A host that keeps
    programs out is `refused`, and nothing follows from it for a reader.
    """
    found = _asked(url, "HEAD", seconds)
    return found if found.state in {"there", "moved"} else _asked(url, "GET", seconds)


def _asked(url: str, method: str, seconds: float) -> Answer:
    request = Request(url, method=method, headers={"User-Agent": _AGENT})  # noqa: S310 -- the schema lets http and https through, and no other scheme
    try:
        with urlopen(request, timeout=seconds) as response:  # noqa: S310 -- as above
            at = response.url
    except HTTPError as refused:
        with refused:
            state: State = "gone" if refused.code in _GONE else "refused"
            return Answer(state, f"{refused.code} {refused.reason}")
    except (URLError, HTTPException, OSError, ValueError) as silent:
        return Answer("silent", str(getattr(silent, "reason", silent)))
    return Answer("there") if at == url else Answer("moved", at)
