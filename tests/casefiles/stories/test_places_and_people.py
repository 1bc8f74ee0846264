"""Places with their link, the agent a complaint names, and the numbers of rights."""

from __future__ import annotations

import pytest

from casefiles.story import read_story
from tests.casefiles.builders import complaint, dossier, material


def places(*materials, **answers):
    return [(place.link, place.text) for place in read_story(dossier(*materials, **answers)).places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("被控告人在位于成都高新区中和街道朝阳路88号的厂房内生产服装。", [("made", "成都高新区中和街道朝阳路88号")]),
        ("被控告人刘某在网店销售耳机，发货地为成都高新区。", [("moved", "成都高新区")]),
        ("被控告人：某公司\n地址：成都市武侯区科华北路1号", [("residence", "成都市武侯区科华北路1号")]),
        (
            "控告人：甲公司\n住所地：成都高新区天府大道北段1480号\n被控告人：乙公司\n住所地：重庆市渝北区黄山大道5号",
            [("holder", "成都高新区天府大道北段1480号"), ("residence", "重庆市渝北区黄山大道5号")],
        ),
        ("其将假酒存放于成都市双流区东升街道仓库，从广东省东莞市虎门镇进货。", [("stored", "成都市双流区东升街道仓库")]),
        ("被控告人系成都市金牛区荷花池市场12号档口经营者，销售假冒服装。", [("sold", "成都市金牛区荷花池市场12号档口")]),
        ("涉案网站的经营者位于成都高新区。", [("operator", "成都高新区")]),
        ("被控告人在自贡市高新区生产假酒。", [("made", "自贡市高新区")]),
        ("被控告人在中和镇生产假酒。", [("made", "中和镇")]),
        ("被控告人在天府软件园G区复制软件。", [("made", "天府软件园")]),
        ("被控告人在西安市高新区和成都高新区桂溪街道销售假酒。", [("sold", "西安市高新区"), ("sold", "成都高新区桂溪街道")]),
        ("控告人旗下品牌的假货由被控告人在成都市新津区生产。", [("made", "成都市新津区")]),
        ("侵权结果发生地为成都高新区。", [("harm", "成都高新区")]),
        ("有人侵入我公司部署在成都高新区天府四街的MES系统。", [("server", "成都高新区天府四街")]),
        ("莫某在深圳市福田区一家茶馆拉拢我公司职员，收买工艺参数。", [("done", "深圳市福田区")]),
        ("莫某跳槽到成都高新区合作路的成都高新区乙科技有限公司，使用该配方。", [("done", "成都高新区合作路")]),
        ("双方交接图纸的地点在成都高新区天仁路。", [("done", "成都高新区天仁路")]),
        ("莫某在深圳市福田区以同样手法套取测试数据。", [("done", "深圳市福田区")]),
        ("莫某在成都高新区合作路的实验楼把实验数据带走。", [("done", "成都高新区合作路")]),
        ("该网站服务器位于杭州市余杭区。", [("server", "杭州市余杭区")]),
        ("被控告人在成都高新区科园南路9号设立门店对外销售。", [("sold", "成都高新区科园南路9号")]),
        ("租用四川省成都市郫都区红光镇港通北三路269号作坊加工火锅底料。", [("made", "四川省成都市郫都区红光镇港通北三路269号")]),
        (
            "生产地：广东省佛山市南海区大沥镇。销售地：成都高新区。",
            [("made", "广东省佛山市南海区大沥镇"), ("sold", "成都高新区")],
        ),
        ("被控告人住成都市锦江区春熙路1号，在家中通过微信销售。", [("residence", "成都市锦江区春熙路1号")]),
        ("控告人在成都高新区遭受损失862,000元。", [("harm", "成都高新区")]),
        ("叶某在深圳市南山区科技南路的研发中心，为境外公司刺探、窃取工艺配方。", [("done", "深圳市南山区科技南路")]),
        ("苟某将工艺参数在成都高新区合作路的中试线上使用，属于商业秘密。", [("done", "成都高新区合作路")]),
        ("控告人\n住所深圳市南山区科技南路2号", [("holder", "深圳市南山区科技南路2号")]),
        ("嫌疑人在成都高新区中和街道的租房内，给帐篷缝上布标。", [("done", "成都高新区中和街道")]),
        ("在成都高新区益州大道的展厅、宣传册中使用控告人的专利号。", [("sold", "成都高新区益州大道")]),
        ("被控告人在成都高新區天府二街的辦公室內銷售手錶。", [("sold", "成都高新区天府二街")]),
        ("郑某入职位于成都高新区天府五街的辛公司并使用上述代码。", [("done", "成都高新区天府五街")]),
        ("赵某在高新区合作街道顺江路一处自建房内，将充电宝更换外壳。", [("done", "高新区合作街道顺江路")]),
        ("被报案人：乙塑胶制品厂（成都市高新区桂溪街道南华路工业园）", [("residence", "成都市高新区桂溪街道南华路工业园")]),
        ("被举报人：魏某，男，成都高新区肖家河街道永丰小商品城6号商户", [("sold", "成都高新区肖家河街道永丰小商品城6号")]),
        ("被控告人：魏某，成都高新区中和街道朝阳路88号，电话不详", [("residence", "成都高新区中和街道朝阳路88号")]),
        ("魏某系成都高新区肖家河街道电器城二楼A6的摊贩。", [("sold", "成都高新区肖家河街道电器城二楼")]),
        ("其租用成都高新区石羊街道的卖场柜台。", [("sold", "成都高新区石羊街道")]),
        ("在石羊街道仓库外公证购买假冒商品。", [("sold", "石羊街道")]),
    ],
)
def test_a_place_is_linked_by_what_was_done_there(text, expected):
    found = places(complaint(text))
    assert [link for link, _ in found] == [link for link, _ in expected]
    assert all(wanted in seen for (_, seen), (_, wanted) in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "此致\n成都市公安局高新区分局",
        "入职成都捷锐机械有限公司后使用上述技术信息。",
        "向四川省成都市蜀都公证处申请公证。",
        "我公司市场人员发现有人出售假货。",
        "已向成都高新区的公安机关举报其销售行为。",
    ],
)
def test_authorities_and_companies_are_no_places(text):
    assert places(complaint(text)) == []


def test_the_place_of_a_test_purchase_is_a_place_of_sale():
    deed = material("notarial_deed", "本处公证员到达成都高新区中和街道朝阳路88号，代理人购买商品两件。")
    assert places(deed) == [("sold", "成都高新区中和街道朝阳路88号")]


def test_a_place_begins_behind_the_way_there():
    deed = material("notarial_deed", "代理人在公证员陪同下到成都高新区中和街道朝阳路88号，购买商品两件。")
    assert places(deed) == [("sold", "成都高新区中和街道朝阳路88号")]


def test_places_typed_in_the_form_stand_last_and_are_told_apart():
    story = read_story(dossier(complaint("该网站服务器位于杭州市余杭区。"), places=("生产地：成都高新区",)))
    assert [(place.link, place.evidence.file != "") for place in story.places] == [("server", True), ("made", False)]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("委托代理人：林晓岚\n", "林晓岚"),
        ("委托代理人 陈思睿\n被控告人 刘某", "陈思睿"),
        ("代理人：王小明，四川蜀信律师事务所律师", "王小明"),
        ("委托诉讼代理人（律师）：欧阳雪，电话", "欧阳雪"),
        ("委托代理人：\n张伟\n被控告人", "张伟"),
        ("控告人特委托四川蜀信律师事务所陈思睿律师代为报案", "陈思睿"),
        ("两家公司一并委托诉讼代理人：卢彬，律师", "卢彬"),
        ("两家公司均委托诉讼代理人代为控告。", None),
        ("因在外地，特委托本人的姐姐柏舟前往贵局报案。", "柏舟"),
        ("法定代表人：周明远\n被控告人：张三", None),
        ("委托代理人：无", None),
        ("法定代表人为凌志强，委托代理人为公司员工苏婉。", "苏婉"),
    ],
)
def test_the_agent_is_whom_the_complaint_names(text, agent):
    assert read_story(dossier(complaint(text))).agent == agent


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("控告人系第21873645号“锦程云”注册商标的注册人。", ["21873645"]),
        ("国际注册号：G1234567", ["G1234567"]),
        ("商标注册证号为 9876543A", ["9876543A"]),
        ("专利号ZL201820123456.7", ["ZL201820123456.7"]),
        ("登记号2019SR1041330，证书号软著登字第1234567号", ["2019SR1041330", "软著登字第1234567号"]),
        ("川西知鉴字〔2026〕第061号", []),
    ],
)
def test_numbers_of_rights_are_found_where_they_are_mentioned(text, numbers):
    assert [number for number, _ in read_story(dossier(complaint(text))).registration_numbers] == numbers
