"""When the acts happened: stretches, open ends, single days, and the days that are none of the acts."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles.story import read_story
from tests.casefiles.builders import FILED_ON, complaint, dossier, material


def period(*materials, **answers):
    story = read_story(dossier(*materials, **answers))
    return story.acts_from, story.acts_until


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026年3月至9月间，被控告人生产假冒服装。", date(2026, 3, 1), date(2026, 9, 30)),
        ("2026年3月至2026年9月间，被控告人生产假冒服装。", date(2026, 3, 1), date(2026, 9, 30)),
        ("自2025年11月起至今，被控告人在网店销售假冒商品。", date(2025, 11, 1), FILED_ON),
        ("2025年11月起，被控告人销售假冒商品。", date(2025, 11, 1), FILED_ON),
        ("2024年底至2025年3月，被控告人印制商标标识。", date(2024, 10, 1), date(2025, 3, 31)),
        ("2025年12月至次年2月15日，被控告人在出租屋内灌装假酒。", date(2025, 12, 1), date(2026, 2, 15)),
        ("从二〇二五年三月至二〇二六年一月，被控告人复制发行盗版软件。", date(2025, 3, 1), date(2026, 1, 31)),
        ("2026.3.1-2026.9.30期间，被控告人制造并销售侵权产品。", date(2026, 3, 1), date(2026, 9, 30)),
        ("2025年第三季度以来，被控告人批发假酒。", date(2025, 7, 1), FILED_ON),
        ("从2025年春节开始销售假货，一直持续到2026年8月初。", date(2025, 1, 1), date(2026, 8, 31)),
        ("被控告人自2019年建厂起即生产假冒轴承，2021年5月停产。", date(2019, 1, 1), date(2021, 5, 31)),
        ("截至2026年9月30日仍在提供侵权影片，该网站自2024年2月上线。", date(2024, 2, 1), date(2026, 9, 30)),
        ("2026.1.5—2026.6.30期间，涉案店铺累计成交1200单。", date(2026, 1, 5), date(2026, 6, 30)),
        ("2025年度，被控告人销售侵权产品。", date(2025, 1, 1), date(2025, 12, 31)),
        ("2026年上半年，被控告人持续销售侵权产品。", date(2026, 1, 1), date(2026, 6, 30)),
        ("被控告人自2025年3月开始生产，一直持续到2026年8月。", date(2025, 3, 1), date(2026, 8, 31)),
        ("自2025年3月起，截至2026年8月31日，被控告人已销售假冒产品。", date(2025, 3, 1), date(2026, 8, 31)),
        ("二〇二五年十月底至案发，赵某将充电宝更换外壳后发往全国。", date(2025, 10, 1), FILED_ON),
        ("吴某偷印教辅。时间在2025年8月到2026年2月之间。", date(2025, 8, 1), date(2026, 2, 28)),
        ("2024年1月至2024年11月，其销售盗版画册。2024年12月起停止经营。", date(2024, 1, 1), date(2024, 11, 30)),
        ("王某自2025年12月起至2026年6月，将技术秘密通过邮件发送给他人。", date(2025, 12, 1), date(2026, 6, 30)),
        ("自2015年起生产假冒糕点，至案发（2020年6月18日被查获）时数额8万元。", date(2015, 1, 1), date(2020, 6, 18)),
        ("2023年3月起生产假冒糕点，2024年5月18日停止。", date(2023, 3, 1), date(2024, 5, 18)),
        ("2023年3月起生产假冒糕点，2024年5月18日被查获后仍在销售。", date(2023, 3, 1), FILED_ON),
        (
            "我公司2025年销售额5000万元，因侵权2026年销售额降至3000万元；被控告人2026年1月至3月售假。",
            date(2026, 1, 1),
            date(2026, 3, 31),
        ),
        ("被控告人侵权产品经营数额18万元，2026年2月起至2026年7月。", date(2026, 2, 1), date(2026, 7, 31)),
        ("2025年8月至2026年1月印数3000册。", date(2025, 8, 1), date(2026, 1, 31)),
        ("被控告人于2026年6月15日销售假冒商品一批。", date(2026, 6, 15), date(2026, 6, 15)),
    ],
)
def test_a_period_is_read_in_many_wordings(text, first, last):
    assert period(complaint(text)) == (first, last)


def test_dates_of_rights_contracts_and_letters_are_not_those_of_the_acts():
    text = (
        "控告人成立于2016年3月18日，2018年1月28日取得商标注册证，有效期至2028年1月27日。\n"
        "2019年3月1日被控告人与控告人签订劳动合同。\n"
        "2026年5月8日，被控告人销售假冒商品。\n此致\n成都市公安局\n2026年10月20日"
    )
    assert period(complaint(text)) == (date(2026, 5, 8), date(2026, 5, 8))


def test_without_a_word_in_the_complaint_the_rows_of_the_ledger_count():
    ledger = material("sales_ledger", "1 2026-04-11 外套 900 108,000.00\n2 2026-08-30 外套 500 60,000.00")
    assert period(complaint("对方售假。"), ledger) == (date(2026, 4, 11), date(2026, 8, 30))


def test_a_test_purchase_counts_only_where_nothing_else_does():
    deed = material("notarial_deed", "代理人于2026年9月2日在公证员监督下购买商品一件。")
    assert period(complaint("对方售假。"), deed) == (date(2026, 9, 2), date(2026, 9, 2))
    assert period(complaint("2026年5月8日，被控告人销售假冒商品。"), deed) == (date(2026, 5, 8), date(2026, 5, 8))


def test_the_form_fills_in_missing_days_only():
    answers = {"acts_from": date(2026, 1, 1), "acts_until": date(2026, 2, 1)}
    assert period(complaint("对方售假。"), **answers) == (date(2026, 1, 1), date(2026, 2, 1))
    assert period(complaint("2026年5月8日，被控告人销售假冒商品。"), **answers) == (date(2026, 5, 8), date(2026, 5, 8))
