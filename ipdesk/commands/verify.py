"""``verify RECEIPT.json DIR``: prove that the files in a folder are those a receipt was given for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ipdesk.letter import Letter

if TYPE_CHECKING:
    from casefiles.receipts import VerifyReport


@click.command(name="verify")
@click.argument("receipt_file", metavar="RECEIPT.json", type=click.Path(path_type=Path))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(receipt_file: Path, folder: Path) -> None:
    """核对 DIR 里的文件是不是 RECEIPT.json 这份回执所收的文件；不一致时退出码为 1。"""
    from casefiles.receipts import ReceiptError, read_receipt, verify

    if not folder.is_dir():
        raise Letter(f"没有找到文件夹“{folder}”。请检查路径。")
    try:
        receipt = read_receipt(receipt_file)
        report = verify(receipt, folder)
    except ReceiptError as why:
        raise Letter(str(why)) from why
    except OSError as why:
        raise Letter(f"文件不能读取：{why.filename}（{why.strerror}）。请检查权限后重试。") from why
    click.echo("\n".join(_lines(receipt, report)))
    sys.exit(0 if report.holds else 1)


def _lines(receipt: dict[str, Any], report: VerifyReport) -> Iterator[str]:
    yield f"{_called(receipt)} {receipt.get('number')}（{receipt.get('given_at')}），共 {len(receipt['files'])} 个文件。"
    if not report.receipt_intact:
        yield f"{_called(receipt)}本身被改动过：内容与其摘要不符，不能作为证明。"
    yield from (f"  一致    {name}" for name in report.matched)
    yield from (f"  已改名  {name} → {new}" for name, new in report.renamed)
    yield from (f"  已改动  {name}" for name in report.changed)
    yield from (f"  缺少    {name}" for name in report.missing)
    yield from (f"  多出    {name}（不在清单中）" for name in report.extra if name not in _own_sheets(receipt))
    yield f"核对结果：文件与{_called(receipt)}一致。" if report.holds else "核对结果：不一致，请看上面列出的文件。"


def _own_sheets(receipt: dict[str, Any]) -> tuple[str, ...]:
    """What lies beside the files of an exported dossier and cannot stand in its own manifest."""
    from casefiles.manifest import SHEETS
    from casefiles.receipts import MANIFEST

    return SHEETS if receipt.get("schema") == MANIFEST else ()


def _called(receipt: dict[str, Any]) -> str:
    """A receipt, or the manifest of an exported dossier."""
    from casefiles.receipts import MANIFEST

    return "案卷清单" if receipt.get("schema") == MANIFEST else "回执"
