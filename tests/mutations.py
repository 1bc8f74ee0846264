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


def _spliced(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


PLAIN: tuple[Mutation, ...] = (_flipped, _flipped, _cut, _holed, _swollen, _noisy, _miscounted)


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
