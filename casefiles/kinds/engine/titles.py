"""The rows near the top that may name a document, and how much they say for a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from casefiles.kinds.engine.layout import Row, Sheet
from casefiles.kinds.engine.model import Kind
from casefiles.kinds.engine.patterns import compiled

_ROWS = 8  # rows from the top among which a document names itself
_LENGTH = 46
_FADING = 0.12  # what each row further down takes off a title's weight
_NOT_IN_A_TITLE = re.compile(r"[。;]|^第[一二三四五六七八九十\d]+[步条]")
_NOTE = re.compile(  # says nothing of the kind
    r"(?<=[\u4e00-\u9fff])[A-Za-z][A-Za-z.,'-]{3,}$|\([^()]{1,16}\)$|(?:打印件|复印件|扫描件|影印件|电子版|副本|正本)$"
)
_BESIDE = re.compile(r"(?:金额)?(?:单位|币种|货币|日期|时间|期间|编号|制表|页)\S{0,2}[:：]")
_NUMBER = re.compile(r"\d{1,3}\.?|[一二三四五六七八九十]{1,3}、?")
_AROUND = re.compile(r"^[《【\[]|[》】\]]$|^(?:附件|材料|证据)(?:[一二三四五六七八九十\d]+(?!览)[:、.]?|[:、.])")

_NOUNS = (
    "情况 内容 事项 结果 过程 信息 资料 材料 文件 文书 数据 记录 笔录 说明 证明 报告 清单 列表 目录 明细 一览 汇总 统计 计算 "
    "概况 登记 申请 通知 公告 公示 核准 意见 结论 声明 分析 导出 整理 查询 检索 固定 备案 附件 节选 摘录 样本 条款 截图 截屏 "
    "打印 复印 扫描 原件 正反面 双面 反映 陈述 线索 承诺 约定 规定 协议 合同 单据 凭证 证书 "
    "制度 守则 规程 管理 台账 注册 认证 公证 正副本 函 书 信 表 单 件 图 证 照 页 册 凭 据"
)
ENDING = rf"(?:(?:的|之|及其|相关|有关)?(?:{'|'.join(_NOUNS.split())}))"
"""A word that titles end with, whatever they are about."""

_BEFORE_IT = r"(?:(?![:,]|代为|提出|提起|进行|予以).){0,24}"  # a label with its value, and what someone is to do, are no titles

TitleLine = tuple[str, float]  # a line that may be a title, and the share of its weight it keeps at its height


def title_lines(sheet: Sheet) -> list[TitleLine]:
    """The lines that may be titles: near the top, short, no sentence; also two rows read as one."""
    rows = ["" if _is_numbered(row) else _headline(row) for row in sheet.rows[:_ROWS]]
    lines = ((_AROUND.sub("", line), 1 - _FADING * height) for line, height in _lines(rows))
    kept = [(line, share) for line, share in lines if 2 <= len(line) <= _LENGTH and not _NOT_IN_A_TITLE.search(line)]
    return kept + [(bare, share) for line, share in kept if (bare := _NOTE.sub("", line)) != line and len(bare) >= 2]


def _headline(row: Row) -> str:
    """The row without spaces; of a workbook's first row only the cell that names it, where the others say its unit or day."""
    first, *others = row.cells
    beside = all(_BESIDE.match(cell) for cell in others if cell)
    return "".join(first.split()) if first and others and beside else row.bare


def _is_numbered(row: Row) -> bool:
    """Whether a row is a numbered one of a table: what it names is listed there, it is not this document."""
    return len(row.cells) >= 3 and _NUMBER.fullmatch(row.cells[0]) is not None


def title_weight(kind: Kind, titles: Sequence[TitleLine]) -> float:
    """The greatest weight that any of ``titles`` has for ``kind``; 0 where none is a title of it."""
    return max((weight for _, weight in _weighed(kind, titles)), default=0.0)


def title_of(titles: Sequence[TitleLine], kinds: Iterable[Kind]) -> tuple[str, float] | None:
    """The line among ``titles`` that weighs most for any kind, with that weight; None where there is none."""
    return max((found for kind in kinds for found in _weighed(kind, titles)), key=lambda one: one[1], default=None)


def _weighed(kind: Kind, titles: Sequence[TitleLine]) -> Iterator[tuple[str, float]]:
    for line, share in titles:
        for pattern, weight in (*kind.titles.items(), *_about(kind)):
            if compiled(pattern).fullmatch(line):
                yield line, weight * share


def _about(kind: Kind) -> Iterator[tuple[str, float]]:
    return ((rf"{_BEFORE_IT}(?:{subject}){ENDING}{{0,4}}", weight) for subject, weight in kind.subjects.items())


def _lines(rows: list[str]) -> Iterator[tuple[str, float]]:
    """Each row and each two rows read as one, with their height counted in rows from the top."""
    yield from ((row, float(height)) for height, row in enumerate(rows))
    yield from ((upper + lower, height + 0.5) for height, (upper, lower) in enumerate(pairwise(rows)))
