"""What may leave the page: only http and https addresses without a user name or a password."""

from urllib.parse import urlsplit


def is_web_address(url: str) -> bool:
    """Return whether a link may lead to an address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
