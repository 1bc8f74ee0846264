"""Looks for damage: database, originals, index, audit chain, work left lying. Changes nothing but what ``fix`` may mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from sqlalchemy import select, update

from casefiles.reading.confinement import can_confine
from casefiles.vault import Damaged, Vault
from ipdesk import audit
from ipdesk.clock import now
from ipdesk.config import Config
from ipdesk.database import db, transaction
from ipdesk.queries.overrulings import rule_counts
from ipdesk.serving import database_current
from ipdesk.tables import Job, Receipt, Upload

Progress = Callable[[int, int], None]
DISTRUSTED_FROM = 5
"""From how many findings set aside on a rule is told."""


@dataclass(frozen=True)
class Complaint:
    """One thing found. ``damage`` makes the doctor fail; a ``note`` does not; ``mended`` was put right by ``fix``."""

    grade: Literal["damage", "note", "mended"]
    text: str


def examine(config: Config, *, fix: bool, progress: Progress) -> Iterator[Complaint]:
    """Everything wrong with the desk of ``config``. Needs an application context."""
    if not database_current(config):
        yield Complaint("damage", "数据库没有建立或版本较旧；请执行 python -m ipdesk init。")
        return
    yield from check_chain()
    yield from check_receipts()
    yield from check_vault(Vault(config.vault_dir), progress, fix=fix)
    yield from check_jobs(fix=fix)
    yield from check_rules()
    yield from check_confinement()
    yield from check_library(config, fix=fix)


def check_chain() -> Iterator[Complaint]:
    """The audit chain; it is never mended, for a mended chain would prove nothing."""
    for line in audit.broken_links(db.session()):
        yield Complaint("damage", f"{line}。请从备份核对，并保留现场。")


def check_receipts() -> Iterator[Complaint]:
    """Every receipt names a point of the chain that must still be there: this also shows a chain cut short."""
    digests = set(db.session.execute(select(audit.AuditRow.digest)).scalars()) | {audit.GENESIS}
    for receipt in db.session.execute(select(Receipt)).scalars():
        head = receipt.content.get("chain_head")
        if head and head not in digests:
            yield Complaint("damage", f"回执 {receipt.number} 所记的审计链位置已不存在。请从备份核对。")


def check_vault(vault: Vault, progress: Progress, *, fix: bool) -> Iterator[Complaint]:
    """Every stored original is there and unchanged; originals nobody refers to are noted."""
    names: dict[str, str] = {row.sha256: row.file_name for row in db.session.execute(select(Upload)).scalars()}
    for number, (sha256, name) in enumerate(sorted(names.items()), 1):
        try:
            vault.verify(sha256)
        except Damaged as why:
            yield Complaint("damage", f"原件“{name}”：{why}")
        progress(number, len(names))
    yesterday = (now() - timedelta(days=1)).timestamp()
    if fix and (left := vault.sweep(older_than=yesterday)):
        yield Complaint("mended", f"已清理 {left} 个中断上传留下的半截文件。")
    spare = [sha256 for sha256 in vault.all() if sha256 not in names]
    gone = [sha256 for sha256 in spare if fix and not _is_named(sha256) and vault.discard(sha256, older_than=yesterday)]
    if gone:
        yield Complaint("mended", f"已从原件库删除 {len(gone)} 个没有案件引用的文件（中断的上传或已删除的草稿）。")
    if len(spare) > len(gone):
        rest = "不满一天的留到以后再删" if fix else "加 --fix 删除"
        yield Complaint("note", f"原件库中有 {len(spare) - len(gone)} 个文件没有案件引用（中断的上传或已删除的草稿），{rest}。")


def _is_named(sha256: str) -> bool:
    """Whether an upload names these bytes, asked again right before they go."""
    return db.session.execute(select(Upload.id).where(Upload.sha256 == sha256).limit(1)).first() is not None


def check_jobs(*, fix: bool) -> Iterator[Complaint]:
    """Work that failed for good. ``fix`` puts it back to be tried again."""
    failed = list(db.session.execute(select(Job).where(Job.state == "failed")).scalars())
    if not failed:
        return
    if not fix:
        yield Complaint("note", f"{len(failed)} 项后台任务失败；加 --fix 重新排队。最近一项：{failed[-1].error[:200]}")
        return
    with transaction() as session:
        session.execute(update(Job).where(Job.state == "failed").values(state="waiting", attempts=0))
    yield Complaint("mended", f"{len(failed)} 项失败的后台任务已重新排队。")


def check_rules() -> Iterator[Complaint]:
    """Rules of the pre-review that officers set aside again and again: somebody should mend them."""
    for one in rule_counts():
        if one.overruled - one.restored >= DISTRUSTED_FROM:
            yield Complaint("note", f"预审规则 {one.rule}（{one.code}）已被经办人复核 {one.overruled} 次，请核对这条规则。")


def check_confinement() -> Iterator[Complaint]:
    """Whether programs that open foreign files can be kept from the rest of this machine."""
    if not can_confine():
        yield Complaint(
            "note",
            "这台机器的内核没有启用 Landlock，不能限制转换旧格式文件的程序只读系统文件和它自己的文件夹。"
            "请使用 5.13 以上并启用 Landlock 的 Linux 内核，或者在单独的机器上运行。",
        )


def check_library(config: Config, *, fix: bool) -> Iterator[Complaint]:
    """The index answers its probes. ``fix`` builds it anew."""
    from statutes.library import Library

    library = Library.open(config.library_dir)
    problems = list(library.verify())
    if problems and fix:
        library.build()
        yield Complaint("mended", "法规库索引已重新建立。")
        problems = list(library.verify())
    for problem in problems:
        yield Complaint("damage", f"法规库：{problem}")
