"""Names of authorities, notaries and courts, and titles of works, marks and inventions."""

from __future__ import annotations

import re
from collections.abc import Callable

from casefiles.kinds.engine.model import Shape
from casefiles.values.characters import plain, without_spaces


def _matching(pattern: str) -> Callable[[str], str | None]:
    def read(text: str) -> str | None:
        bare = without_spaces(text)
        match = re.search(pattern, plain(bare))
        return bare[match.start() : match.end()] if match else None

    return read


AUTHORITY = Shape(
    _matching(r"[\u4e00-\u9fa5()]{2,40}?(?:公安局|公安分局|分局|派出所|支队|大队|总队|检察院|法院|警务室|管理局|监督局)"
              r"(?:[\u4e00-\u9fa5]{2,14}?(?:分局|支队|大队|总队|中队|派出所|警务室))*"),
    strict=bool,
)  # fmt: skip
NOTARY = Shape(_matching(r"(?:(?<=中华人民共和国)|(?<!\S))(?!中华人民共和国)[\u4e00-\u9fa5]{2,24}?公证处"), strict=bool)
COURT = Shape(_matching(r"(?:(?<=中华人民共和国)|(?<!\S))(?!中华人民共和国)[\u4e00-\u9fa5()]{2,30}?法院"), strict=bool)


def _title(text: str) -> str | None:
    """The name of a work, a mark or an invention as printed, without the quotes around it."""
    bare = without_spaces(text).strip("_＿:：;；。,，").lstrip("—*")
    match = re.match(r"《(.+?)》", bare) or re.fullmatch(r"[“\"「](.+?)[”\"」]", bare)
    name = match[1] if match else bare
    return name if 1 <= len(name) <= 120 else None


_NO_TITLE = re.compile(r"^[的为是及与和在等之,、(]|^(?:自愿)?(?:注册|登记|使用|许可|专用|转让|证书|权)")
TITLE = Shape(_title, strict=lambda name: not _NO_TITLE.match(plain(name)))
