"""The Content-Security-Policy of a page: its own files, and what the theme itself has inline.

A meta element carries it, since pages are files that any server may hand out, so frame-ancestors
and reports, which need a header, have no place in it (Content Security Policy Level 3, 3.3).
"""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

_META = Markup('<meta http-equiv="Content-Security-Policy" content="{}">')
# What differs between pages: the theme without it is the same on each.
_OWN = {"body": "", "title": "", "metatags": "", "toc": "", "prev": None, "next": None}


@dataclass
class ContentPolicy:
    """The handler that puts the policy before everything else; it looks at the theme once."""

    _policy: str = field(default="", init=False)

    def __call__(
        self, app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: Any
    ) -> None:
        """Put the policy at the head of a page, before whatever it speaks of."""
        if not isinstance(app.builder, StandaloneHTMLBuilder):
            return
        if not self._policy:
            empty = app.builder.templates.render("page.html", {**context, **_OWN})
            self._policy = policy(empty)
        context["metatags"] = _META.format(self._policy) + Markup(context.get("metatags", ""))  # noqa: S704 -- tags made by templates of ours


def policy(theme: str) -> str:
    """Return the policy under which an empty page of a theme works, and no other inline code.

    What a page holds beside the theme cannot add to it: a script that came in through a text has
    no hash here.
    """
    found = _Inline()
    found.feed(theme)
    attributes = ("'unsafe-hashes'", *_hashes(found.attributes)) if found.attributes else ()
    directives = {
        "default-src": ("'none'",),
        "script-src": ("'self'", *_hashes(found.scripts)),
        "style-src": ("'self'", *_hashes(found.styles), *attributes),
        "img-src": ("'self'", "data:"),
        "connect-src": ("'self'",),
        "form-action": ("'self'",),
        "base-uri": ("'none'",),
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = (sha256(text.encode()).digest() for text in dict.fromkeys(texts))
    return [f"'sha256-{b64encode(digest).decode()}'" for digest in digests]


class _Inline(HTMLParser):
    """What a page has inline: its scripts, its style sheets and its style attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.attributes: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.attributes.extend(filter(None, [found.get("style")]))
        if tag == "style":
            self._into = self.styles
        elif tag == "script" and "src" not in found:
            self._into = self.scripts

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)

    def handle_endtag(self, _tag: str) -> None:
        self._into = None
