"""The site while it is edited: what has changed, the page that shows it, who looks at it."""
