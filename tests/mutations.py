"""Ways to spoil a file: flipped, cut, spliced and swollen bytes, tampered containers, tricks of XML and of numbers."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence

DIGITS = re.compile(rb"\d+")
NUMBERS = (b"0", b"-1", b"1e308", b"4294967295", b"2147483648", b"99999999999999999999", b"NaN", b"1 0 R")
SMALL_ENTITIES = b"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"
BOMB = (
    b"<!DOCTYPE a ["
    + b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10 if n else b"x") for n in range(9))
    + b"]><a>&e8;</a>"
)
NAMES = (
    "../../x",
    "/etc/x",
    "C:\\x",
    "a" * 300,
    "\u202ex",
    "word/document.xml",
    "[Content_Types].xml",
    "OFD.xml",
    "con",
    "x\n.txt",
)

SIZES = re.compile(rb"IHDR|\xff\xc0...|\xff\xc2...|ispe....|\x97JB2\r\n\x1a\n.{15}|BM.{16}", re.DOTALL)
PATHS = re.compile(rb"""((?:BaseLoc|Target|href|src)="|<(?:\w+:)?(?:DocRoot|MediaFile|BaseLoc)>)([^"<]*)(["<])""")
ELSEWHERE = (
    b"../../../../etc/passwd",
    b"/dev/zero",
    b"/OFD.xml",
    b"Document.xml",
    b"\x2e\x2e\\x2e\x2e\\x",
    b"",
    b"file:///etc/passwd",
)
HTML = (
    b"<table><tr><td>",
    b"<!--",
    b"<script>",
    b"&#x10FFFF;",
    b"&#99999999;",
    b"<style>",
    b"<b a='",
    b"]]>",
    b"<svg/onload=x>",
    b"<p>",
)

Mutation = Callable[[random.Random, bytes], bytes]


def mutated(rng: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """``data`` with one to three mutations; ``others`` are files to splice with."""
    for _ in range(rng.randint(1, 3)):
        if rng.random() < 0.1:
            data = _spliced(rng, data, rng.choice(others))
        elif data.startswith(b"PK") and rng.random() < 0.6:
            data = _tampered(rng, data)
        else:
            data = rng.choice(PLAIN)(rng, data)
    return data


def _flipped(rng: random.Random, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(rng.randint(1, 32)):
        if spoilt:
            spoilt[rng.randrange(len(spoilt))] ^= 1 << rng.randrange(8)
    return bytes(spoilt)


def _cut(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randint(0, len(data))]


def _holed(rng: random.Random, data: bytes) -> bytes:
    start = rng.randint(0, len(data))
    return data[:start] + data[start + rng.randint(1, 200) :]


def _swollen(rng: random.Random, data: bytes) -> bytes:
    start = rng.randint(0, len(data))
    piece = data[start : start + rng.randint(1, 400)] or b"\0"
    return data[:start] + piece * rng.randint(2, 200) + data[start:]


def _noisy(rng: random.Random, data: bytes) -> bytes:
    start = rng.randint(0, len(data))
    return data[:start] + rng.randbytes(rng.randint(1, 64)) + data[start:]


def _miscounted(rng: random.Random, data: bytes) -> bytes:
    """Some of the numbers written in the file are other numbers."""
    rate = rng.choice((0.005, 0.05, 0.5))
    return DIGITS.sub(lambda found: rng.choice(NUMBERS) if rng.random() < rate else found[0], data)


def _enlarged(rng: random.Random, data: bytes) -> bytes:
    """A picture that says it is far larger than it is: in its header, its frame or its box of spatial extents."""
    places = [found.end() for found in SIZES.finditer(data)]
    if not places:
        return _flipped(rng, data)
    at = rng.choice(places)
    wide = rng.choice((b"\xff\xff", b"\x00\x00\xff\xff", b"\x7f\xff\xff\xff", b"\x00\x01\x00\x00", b"\x00\x00\x00\x00"))
    return data[:at] + wide * 2 + data[at + len(wide) * 2 :]


def _misled(rng: random.Random, data: bytes) -> bytes:
    """Paths within the file lead elsewhere: out of it, to itself, to a device."""
    return PATHS.sub(lambda found: found[1] + rng.choice(ELSEWHERE) + found[3] if rng.random() < 0.5 else found[0], data)


def _marked_up(rng: random.Random, data: bytes) -> bytes:
    """Hostile HTML in the middle of the file: open tags without end, comments without end, numbers of characters."""
    at = rng.choice([found.end() for found in re.finditer(rb">|\n\n", data)] or [len(data)])
    return data[:at] + rng.choice(HTML) * rng.choice((1, 300, 20_000)) + data[at:]


def _spliced(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


PLAIN: tuple[Mutation, ...] = (
    _flipped, _flipped, _cut, _holed, _swollen, _noisy, _miscounted, _enlarged, _misled, _marked_up,
)  # fmt: skip


def _tampered(rng: random.Random, data: bytes) -> bytes:
    """The container packed anew with one part spoilt, renamed, doubled or left out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # it was spoilt before
        return _flipped(rng, data)
    if not parts:
        return data
    name = rng.choice(list(parts))
    spoilt = parts.pop(name)
    way = rng.randrange(5)
    if way < 3:
        parts[name] = rng.choice((*PLAIN, *XML))(rng, spoilt)
    elif way == 3:
        parts[rng.choice(NAMES)] = spoilt
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", rng.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return out.getvalue()


def _declared(rng: random.Random, _data: bytes) -> bytes:
    return rng.choice((SMALL_ENTITIES, BOMB))


def _deep(rng: random.Random, data: bytes) -> bytes:
    """A tag of the part within itself, over and over."""
    names = re.findall(rb"<([\w:]+)", data) or [b"a"]
    name, depth = rng.choice(names), rng.choice((50, 1000, 20_000))
    middle = data.find(b">") + 1
    return data[:middle] + b"<%s>" % name * depth + b"</%s>" % name * depth + data[middle:]


def _repeated(rng: random.Random, data: bytes) -> bytes:
    """One element many times."""
    found = re.findall(rb"<([\w:]+)[^<>]*>[^<>]*</\1>", data)
    if not found:
        return data
    element = re.search(rb"<%s[^<>]*>[^<>]*</%s>" % ((re.escape(rng.choice(found)),) * 2), data)
    return data.replace(element[0], element[0] * rng.choice((100, 5000)), 1) if element else data


XML: tuple[Mutation, ...] = (_declared, _deep, _repeated)
