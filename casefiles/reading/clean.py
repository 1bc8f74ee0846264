"""What is taken out of a text before it is kept: characters nobody can see. What is printed stays as printed."""

from __future__ import annotations

import re
import unicodedata

# Bidirectional controls, zero-width marks, soft hyphen and byte order mark hide inside a quote and break every comparison.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
SPACES = re.compile("[ \u00a0\u2000-\u200a\u202f\u205f\u3000]")


def clean(text: str) -> str:
    """``text`` without control, zero-width and lone surrogate characters; every kind of space becomes a plain one.

    Full-width forms stay (a quote must be as printed), except compatibility radicals, which look the same
    but are other characters than those people type (⽂ for 文): those PDF fonts with a poor mapping produce.
    """
    text = CONTROL.sub("", INVISIBLE.sub("", text))
    return RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), SPACES.sub(" ", text))


RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def one_line(text: str) -> str:
    """``clean`` text with its line ends and runs of spaces made one space; tabs stay, for they part the cells of a row."""
    return re.sub(
        r" {2,}", " ", re.sub(r"[\r\n\u2028\u2029\v\f]+", " ", clean(re.sub(r"[\v\f\u2028\u2029]", "\n", text)))
    ).strip()
