"""A notarised purchase and its receipts: seller, goods, pieces, price of one and numbers should be the same (K14)."""

import pytest

from tests.casefiles.builders import dossier, found_by, material

DEED = "二〇二六年八月二十日，代理人在网上购买了保温杯两件，支付价款256元。"
PAID = "256.00"


def told(deed: str, *receipts: str, paid: str = PAID) -> list[str]:
    papers = [material("purchase_evidence", text, file=f"凭证{n}.pdf", total_amount=paid) for n, text in enumerate(receipts)]
    found = found_by("purchase_particulars", dossier(material("notarial_deed", deed), *papers))
    return [f"{one.severity} {one.message.partition('的')[2].partition('，')[0]}" for one in found]


@pytest.mark.parametrize(
    ("deed", "receipt", "expected"),
    [
        ("卖家：成都顺达电子商行。", "卖家：成都顺达电子商行", []),
        ("卖家为成都顺达电子商行。", "销售方名称：绵阳远大贸易有限公司", ["warning 卖家是绵阳远大贸易有限公司"]),
        ("店铺名称为“好物优选小店”。", "店铺：优品生活旗舰店", ["warning 店铺是优品生活旗舰店"]),
        ("店铺名称为“好物优选小店”。", "收款方：成都顺达电子商行", []),
        ("", "商品名称：真空杯 500ml", []),
        ("", "商品名称：蓝牙耳机", ["warning 商品是蓝牙耳机"]),
        ("", "商品名称：保温杯 数量：2", []),
        ("", "商品名称：保温杯 数量：3", ["warning 数量是3"]),
        ("单价128元。", "单价：128.00", []),
        ("单价128元。", "单价：98元", ["warning 单价是98元"]),
        ("订单编号：2026082012345。", "订单号：2026082012345", []),
        ("订单编号：2026082012345。", "订单号：2026082099999", ["warning 订单号是2026082099999"]),
        ("快递单号SF1234567890。", "运单号：SF1234567899", ["warning 快递单号是SF1234567899"]),
        ("", "今收到货款", []),
    ],
)
def test_what_both_papers_print_of_one_purchase_is_compared(deed, receipt, expected):
    assert told(DEED + deed, receipt) == expected


def test_pieces_of_several_goods_are_added_up():
    assert told("购买了保温杯两件、杯套三件，支付价款256元，取得收据一张。", "数量：5") == []


def test_a_deed_that_names_no_goods_and_no_pieces_contradicts_nothing():
    assert told("购买了上述商品，支付价款256元。", "商品名称：蓝牙耳机 数量：3 卖家：成都顺达电子商行") == []


def test_a_receipt_of_another_purchase_is_not_compared():
    assert told(DEED, "商品名称：蓝牙耳机 数量：7", paid="99.00") == []


def test_papers_without_a_price_are_compared_only_where_they_can_be_of_one_purchase():
    deed = "购买了保温杯两件。"
    assert told(deed, "商品名称：保温杯 数量：3") == ["warning 数量是3"]
    assert told(deed, "商品名称：保温杯 数量：3", "商品名称：蓝牙耳机 数量：1") == []


def test_a_deed_that_kept_a_page_and_bought_nothing_is_left_alone():
    assert told("对网页进行证据保全。卖家：成都顺达电子商行。", "卖家：绵阳远大贸易有限公司") == []
