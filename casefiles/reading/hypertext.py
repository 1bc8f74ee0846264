"""What an HTML text shows, as plain lines."""

from __future__ import annotations

from html.parser import HTMLParser

SILENT = frozenset({"script", "style", "head", "title", "template"})
BREAKS = frozenset({"p", "div", "br", "tr", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"})
CELLS = frozenset({"td", "th"})


def plain(html: str) -> str:
    """The text of ``html``, a line for each block, a tab between the cells of a row."""
    shown = _Shown()
    shown.feed(html)
    shown.close()
    return "\n".join(line for raw in "".join(shown.pieces).split("\n") if (line := raw.strip()))


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        if tag in BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in SILENT))
        self.pieces.append("\n" if tag in BREAKS else "\t" if tag in CELLS else "")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(" ".join(data.split()) if data.strip() else " ")
