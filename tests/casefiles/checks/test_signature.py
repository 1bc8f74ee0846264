"""Signed, said to be signed, unsigned, or not to be told."""

from dataclasses import replace

import pytest

from casefiles.checks.signature import signed
from casefiles.model import Line, Page, Reading
from tests.casefiles.builders import (
    HOLDER,
    complaint,
    dossier,
    told_by,
)

BLOCKS, WARNS = "blocking", "warning"


@pytest.mark.parametrize(
    ("text", "pictures", "source", "expected"),
    [
        ("控告人：某公司\n2026年10月1日", 1, "text", "signed"),
        ("控告人：某公司（盖章）\n2026年10月1日", 0, "text", "claimed"),
        ("某公司（盖章） 2026年10月1日", 0, "text", "claimed"),
        ("委托人（签名）：张三", 0, "text", "claimed"),
        ("POWER OF ATTORNEY\nLyon, 3 May 2026   Jean Moreau (signature)", 0, "text", "claimed"),
        ("POWER OF ATTORNEY\nSigned by: Jean Moreau", 0, "text", "claimed"),
        ("鉴定单位：东洋轴承株式会社（印）", 0, "text", "claimed"),
        ("与原件一致，由甲公司提供（复印件）\n日期：", 0, "text", "unsigned"),
        ("委托人：（加盖公章）成都某商行\n2026年10月1日", 0, "text", "claimed"),
        ("委托人（盖章）        受托人（签字）\n日期：", 0, "text", "unsigned"),
        ("POWER OF ATTORNEY\nSignature: ______", 0, "text", "unsigned"),
        ("控告人：某公司\n2026年10月1日", 0, "text", "unsigned"),
        ("出具单位：（公章）某公司\n2026年10月1日", 0, "text", "claimed"),
        ("委托人（签名）：\n日期：", 0, "text", "unsigned"),
        ("受托人：张三\n委托事项：代为报案。\n2026年10月1日", 0, "text", "unsigned"),
        ("委托事项：代为报案。\n委托人：张三\n2026年10月1日", 0, "text", "claimed"),
        ("出具单位（公章）  年  月  日", 0, "text", "unsigned"),
        ("控告人：孙立人\n2026年10月1日", 0, "text", "claimed"),
        ("（公司印章）\n青川某茶厂\n2026年10月1日", 0, "text", "claimed"),
        ("负责人签字：\n赵六\n2026年10月1日", 0, "text", "claimed"),
        ("负责人（签字）\n赵六\n2026年10月1日", 0, "text", "claimed"),
        ("青川某茶厂【公章】\n2026年10月1日", 0, "text", "claimed"),
        ("青川某茶厂　公章\n2026年10月1日", 0, "text", "claimed"),
        ("单位（公章）：\n负责人（签字）：\n年月日", 0, "text", "unsigned"),
        ("单位（公章）\n年月日", 0, "text", "unsigned"),
        ("负责人签字\n盖章\n日期", 0, "text", "unsigned"),
        ("Authorised Signatory: Ingrid Solberg\nDate: 1 October 2026", 0, "text", "claimed"),
        ("Signature:\nDate:", 0, "text", "unsigned"),
        ("控告人：孙立人\n法定代表人：", 0, "text", "unsigned"),
        ("控告人：某公司（盖章）", None, "text", "unknown"),
        (f"控告人：{HOLDER}\n2026年10月1日", None, "text", "unknown"),
        ("此致", None, "text", "claimed"),
        ("此致", None, "ocr", "unknown"),
        ("此致", 1, "ocr", "unknown"),
    ],
)
def test_a_signature_is_known_absent_only_where_no_picture_can_hold_it(text, pictures, source, expected):
    paper = complaint(text, pictures=pictures, source=source)
    assert signed(paper) == expected
    severities = {"unsigned": [BLOCKS], "claimed": [WARNS]}.get(expected, [])
    assert [severity for _, severity in told_by("signature", dossier(paper))] == severities


def test_a_page_of_its_own_may_hold_the_seal():
    pages = (Page(1, (Line("控告书"),), pictures=0), Page(2, (Line("2026年10月1日"),), pictures=1))
    assert signed(replace(complaint(), reading=Reading("docx", pages))) == "signed"
