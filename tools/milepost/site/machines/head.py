"""What stands in the head of a page for programs: tags, links and linked data."""

from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup

from milepost.derive.labels import text_in
from milepost.release import feed
from milepost.site.api.addresses import ROOT, record_file
from milepost.site.escaping import html_text
from milepost.site.languages.beside import beside, has_languages
from milepost.site.languages.words import in_english
from milepost.site.machines.citation_tags import citation_tags
from milepost.site.machines.linked_data import as_script, linked_data
from milepost.site.machines.named_record import record_at, tombstone_at
from milepost.site.machines.web_address import Home
from milepost.site.page_names import page_of
from milepost.site.site import Site

# Pages that no search engine should list: they hold nothing of their own.
_UNLISTED = ("search", "404")
# Pages from which a feed reader finds the feed of versions.
_FOLLOWED = ("index", "download", "versions")


def head(site: Site, page: str, description: str = "") -> Markup:
    """Return the tags of a page, by its name."""
    return Markup("".join(_parts(site, page, description)))  # noqa: S704 -- each part is escaped


def _parts(site: Site, page: str, description: str) -> Iterator[str]:
    # Sources see from which page of which site a reader comes only if it is this one.
    yield _meta("referrer", "same-origin")
    if told := description or _description(site, page):
        yield _meta("description", told)
    if page in _UNLISTED:
        yield _meta("robots", "noindex")
        return
    tombstone = tombstone_at(site, page)
    if tombstone:
        yield from _gone(site, page)
        return
    home = site.home
    if home:
        yield _canonical(home.page(page))
        yield from _in_languages(site, home, page)
        if page in _FOLLOWED:
            yield f'<link rel="alternate" type="application/atom+xml" href="{feed.FILE}">'
    # What is cited is the record, in whatever language a reader meets it.
    cited = in_english(page)
    if record := record_at(site, cited):
        yield _json(f"{'../' * page.count('/')}{record_file(record.kind, record.id)}")
    for name, content in citation_tags(site, cited):
        yield _meta(name, content)
    yield as_script(linked_data(site, page))


def _description(site: Site, page: str) -> str:
    """Return what a page that says nothing of itself is about, as search engines show it."""
    record = record_at(site, page)
    if record:
        return text_in(record.body.get("summary", {"en": ""}))
    return text_in(site.dataset.meta["description"]) if page == "index" else ""


def _in_languages(site: Site, home: Home, page: str) -> Iterator[str]:
    """Yield where the same page is in other languages, itself included."""
    if has_languages(site, in_english(page)):
        for language, _, name in beside(page, in_all=True):
            href = html_text(home.page(name))
            yield f'<link rel="alternate" hreflang="{html_text(language)}" href="{href}">'


def _gone(site: Site, page: str) -> Iterator[str]:
    """Yield the tags of a record that is gone: it leads on by itself where there is one way."""
    target = successor(site, page)
    if target and site.home:
        yield _canonical(site.home.page(target))
    yield _json(f"../{ROOT}/{page}.json")
    if target:
        way = html_text(f"{target.rpartition('/')[2]}.html")
        yield f'<meta http-equiv="refresh" content="0; url={way}">'
    else:
        yield _meta("robots", "noindex")


def successor(site: Site, page: str) -> str:
    """Return the page that took the place of another, where it was moved or merged into one."""
    tombstone = tombstone_at(site, page)
    body = tombstone.body if tombstone else {}
    targets = body.get("targets", ())
    one = body.get("fate") in {"moved", "merged"} and len(targets) == 1
    return page_of(body["kind"], targets[0]) if one else ""


# Most of the tags of a record are those of the one before it.
@lru_cache(maxsize=64)
def _meta(name: str, content: str) -> str:
    return f'<meta name="{html_text(name)}" content="{html_text(content)}">'


def _canonical(address: str) -> str:
    return f'<link rel="canonical" href="{html_text(address)}">'


def _json(address: str) -> str:
    return f'<link rel="alternate" type="application/json" href="{html_text(address)}">'
