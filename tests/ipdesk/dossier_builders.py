"""A report's documents with defaults: a complete trademark report, from which a test leaves out or spoils what it is about."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ipdesk import jobs
from ipdesk.access import Actor
from ipdesk.services import reports, uploads
from ipdesk.services.declarations import CODES
from ipdesk.services.submissions import Submitted, submit
from ipdesk.services.uploads import Received
from ipdesk.tables import Case
from tests import documents

HOLDER = "蜀光电子有限公司"
AGENT = "周慎行"
AGENT_NUMBER = "510107198805121234"


def id_number(first17: str = "51010719880512123") -> str:
    """``first17`` with its check digit (GB 11643-1999)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return first17 + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first17, weights, strict=True)) % 11]


def credit_code(first17: str = "91510100MA6C0XYT4") -> str:
    """``first17`` with its check character (GB 32100-2015)."""
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(signs.index(sign) * pow(3, place, 31) for place, sign in enumerate(first17))
    return first17 + signs[(31 - total % 31) % 31]


def complaint(**changed: str) -> bytes:
    words = {"until": "2026年9月20日", "amount": "256800元", "place": "成都高新区天府大道88号", **changed}
    return documents.docx(
        [
            "刑事控告书",
            f"控告人：{HOLDER}",
            f"统一社会信用代码：{credit_code()}",
            "法定代表人：林知远",
            "被控告人：王某",
            "控告请求：依法追究被控告人假冒注册商标罪的刑事责任。",
            f"2026年3月1日至{words['until']}，被控告人未经许可，在{words['place']}生产并销售与我公司注册商标相同的充电器，"
            f"非法经营数额共计{words['amount']}。",
            "此致 成都市公安局高新区分局",
            f"控告人：{HOLDER}（盖章）",
            "2026年10月20日",
        ],
        seal=True,
    )


def trademark_certificate(valid_until: str = "2031年5月20日") -> bytes:
    return documents.text_pdf(
        [
            "商标注册证",
            "第12345678号",
            "商标：蜀光",
            "核定使用商品/服务项目（国际分类：9）：充电器；移动电源",
            f"注册人：{HOLDER}",
            "注册日期：2011年5月21日",
            f"有效期至：{valid_until}",
        ],
        seal=True,
    )


def complete(**instead: bytes | None) -> dict[str, bytes]:
    """File names and contents of a complete report; ``None`` leaves a file out. Keys are those of ``FILES``."""
    made: dict[str, bytes | None] = {
        "complaint": complaint(),
        "license": documents.docx(
            ["营业执照", f"统一社会信用代码：{credit_code()}", f"名称：{HOLDER}", "法定代表人：林知远", "成立日期：2008年1月5日"],
            seal=True,
        ),
        "representative": documents.docx(
            [
                "法定代表人身份证明书",
                f"单位名称：{HOLDER}",
                "姓名：林知远",
                f"身份证号码：{id_number('51010719700101123')}",
                "2026年10月20日",
            ],
            seal=True,
        ),
        "mark": trademark_certificate(),
        "authenticity": documents.docx(
            ["真伪鉴别报告", f"鉴别单位：{HOLDER}", "送检充电器不是我公司生产，系假冒我公司注册商标的商品。", "2026年10月10日"],
            seal=True,
        ),
        "photos": documents.docx(["侵权商品照片", "图1 侵权充电器外包装照片", "拍摄时间：2026年9月15日"], seal=True),
        "ledger": documents.xlsx(LEDGER),
        **instead,
    }
    return {FILES[key]: data for key, data in made.items() if data is not None}


LEDGER = (
    ("销售明细",),
    ("日期", "商品", "数量", "单价", "金额"),
    ("2026-09-01", "充电器", 2140, 120, 256800),
    ("合计", "", 2140, "", 256800),
)

FILES = {
    "complaint": "刑事控告书.docx",
    "license": "营业执照.docx",
    "representative": "法定代表人身份证明书.docx",
    "mark": "商标注册证.pdf",
    "authenticity": "真伪鉴别报告.docx",
    "photos": "侵权商品照片.docx",
    "ledger": "销售明细.xlsx",
}


def hand_in_file(actor: Actor, case: Case, name: str = "说明.txt", data: bytes | None = None, **how: Any) -> Received:
    """One file received by the desk."""
    return uploads.receive(actor, case.id, io.BytesIO(documents.txt() if data is None else data), name, **how)


def hand_in_files(actor: Actor, case: Case, files: Mapping[str, bytes], *, read: bool = True) -> dict[str, Received]:
    """Many files received, and read unless told otherwise."""
    received = {name: hand_in_file(actor, case, name, data) for name, data in files.items()}
    if read:
        jobs.run_waiting()
    return received


def fill_in(actor: Actor, case: Case, step: str = "parties", **answers: Any) -> Case:
    """Answers of one step saved over whatever is there."""
    from ipdesk.queries.reports import own_draft

    return reports.save_step(actor, case.id, step, answers, version=own_draft(actor, case.id).version)


def hand_in(actor: Actor, case: Case, **how: Any) -> Submitted:
    """The draft submitted with everything declared and the gaps known."""
    from ipdesk.queries.reports import own_draft

    given = {"version": own_draft(actor, case.id).version, "declared": CODES, "gaps_known": True}
    return submit(actor, case.id, **{**given, **how})
