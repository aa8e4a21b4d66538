"""The published versions: the ledgers in, the list out that a site of any version can show."""

from typing import NamedTuple

from milepost.canonical import encode
from milepost.derive.labels import text_in
from milepost.derive.withdrawn import version_key
from milepost.site.page_names import VERSIONS_FOLDER
from milepost.site.site import Site

FILE = "versions.json"


class Version(NamedTuple):
    """A published version; `withdrawn` says why it was withdrawn, empty where it was not."""

    number: str
    withdrawn: str = ""


def versions(site: Site) -> tuple[Version, ...]:
    """Return the published versions, the newest first; a build between two is none of them.

    The ledger of a version is recorded by the commit after it, so its own build adds itself.
    """
    ledgers = (ledger.body for ledger in site.dataset.of("ledger").values())
    found = {body["version"]: text_in(body.get("withdrawn", {})) for body in ledgers}
    if site.edition.is_final:
        found.setdefault(site.version, "")
    newest_first = sorted(found, key=version_key, reverse=True)
    return tuple(Version(number, found[number]) for number in newest_first)


def versions_file(site: Site) -> bytes:
    """Return the list for programs, the switcher among them, with the folder of each version."""
    listed = [
        {
            "version": version.number,
            "folder": f"{VERSIONS_FOLDER}/{version.number}/",
            **({"withdrawn": version.withdrawn} if version.withdrawn else {}),
        }
        for version in versions(site)
    ]
    return encode({"shown": site.version, "versions": listed})


def standing(site: Site) -> str:
    """Return which version a page shows, and whether it is one that was published."""
    if site.edition.is_final:
        return f"Version {site.version}"
    published = [v.number for v in versions(site)]
    after = f" after {published[0]}" if published else ""
    way = f"a state{after} on the way to {site.dataset.version}"
    return f"Version {site.version}, not published: {way}"
