"""Made or sold, goods or labels, ours or another crime: one sentence for every line the suggestions draw."""

from __future__ import annotations

import pytest

from casefiles.detection import detect
from casefiles.detection.reading import load_signals, plain

MADE, SOLD, LABELS = "counterfeit_trademark", "sale_of_counterfeits", "counterfeit_labels"
COPIED, SECRET, ABROAD, PATENT = "copyright_infringement", "trade_secret", "trade_secret_foreign", "patent_passing_off"

DRAWN = {
    "whoever makes fakes and sells them is a maker": (
        MADE,
        "2016年，被告人甲在自家作坊缝制假冒“雁归”牌羽绒服，并在本市批发市场的档口出售，得款十九万元。",
    ),
    "whoever buys fakes and passes them on is a seller, whatever factory they came from": (
        SOLD,
        "2016年，被告人乙从一家鞋厂购进假冒“雁归”牌运动鞋，通过网店出售，得款十九万元。",
    ),
    "goods on the shelf that the holder calls fakes are on sale": (
        SOLD,
        "民警从被告人丙的档口查获“雁归”牌女包三百只，经权利人代表辨认，均非其公司生产。",
    ),
    "the excuse that they were known copies is an admission": (
        SOLD,
        "被告人丁在商场柜台销售“雁归”手表，到案后供认知道所卖的是高仿。",
    ),
    "filling collected bottles is making": (
        MADE,
        "被告人戊收购“雁归”白酒的空瓶，灌入散装酒后封盖，送往各饭店，得款八万元。",
    ),
    "putting another label on finished goods is making": (
        MADE,
        "被告人己把低价酒的标签撕下，换贴“雁归”标签后送至多家饭店，得款七万元。",
    ),
    "old devices in new cases under a mark are made": (
        MADE,
        "被告人庚未经雁归公司授权，收购旧手机更换外壳，贴上“雁归”标志，当作全新机卖出四百部。",
    ),
    "packaging without goods is a matter of labels": (
        LABELS,
        "被告人辛在其印刷厂内未经授权印制“雁归”茶叶包装袋十二万只，卖给他人。",
    ),
    "trading caps and tags is a matter of labels": (
        LABELS,
        "公安机关在被告人壬的租住处查获其准备转卖的“雁归”酒瓶盖、防伪标签共五万枚，经鉴定均系伪造的注册商标标识。",
    ),
    "labels in a maker's workshop do not make him a printer": (
        MADE,
        "被告人癸在作坊内将散装洗衣粉装入印有“雁归”商标的包装袋出售，现场另查获标签三万张。",
    ),
    "courts do not always put a make in quotes": (
        SOLD,
        "被告人丙明知是假冒的茅台酒，仍从他人处购进并卖给饭店，得款七万元。",
    ),
    "nor in double ones": (
        LABELS,
        "被告人丁在印刷厂私自印制‘雁归’香皂包装盒八万只，雁归公司未委托其印刷。",
    ),
    "forged caps and seals are labels": (
        LABELS,
        "被告人戊购买伪造的防伪标、瓶盖，成套卖给制假者，共两万套。",
    ),
    "a charge against somebody else is not this one's": (
        SOLD,
        "被告人甲向已另案以假冒注册商标罪判处的乙拿货，把假冒“雁归”啤酒卖给酒吧。",
    ),
    "a patent number is no mark": (
        PATENT,
        "被告人丙未经专利权人丁某同意，在其厂生产的晾衣架包装盒上印上丁某的专利号，销售二万套。",
    ),
    "pirated discs in great number are not hidden by a few obscene ones": (
        COPIED,
        "2013年，民警在被告人戊的摊位查获光碟，经鉴定其中盗版光碟3200张、淫秽光碟9张。",
    ),
    "a game run without leave is copied": (
        COPIED,
        "2014年，被告人己租用服务器运行未经授权的游戏程序，玩家充值二十万元。",
    ),
    "a list of customers given to a rival is a secret": (
        SECRET,
        "被告人庚与公司签有保密协议，却将底价清单、采购渠道交给竞争企业，公司损失六十万元。",
    ),
    "customers abroad are no recipients abroad": (
        SECRET,
        "被告人辛任外贸公司业务经理，未经公司同意将境外客户名单提供给其亲属的公司，损失五十万元。",
    ),
    "a recipient abroad is": (
        ABROAD,
        "被告人壬将尚未公开的整车研发数据卖给某外国机构，数据系所在公司的商业秘密。",
    ),
    "what a maker bought for his fakes is material": (
        MADE,
        "2018年，被告人癸购入面料和假冒“雁归”品牌的吊牌，租用厂房组织工人生产假冒“雁归”羽绒服，经批发市场销往外地。",
    ),
    "old telephones made new under a make are made": (
        MADE,
        "被告人甲收购二手手机，买回印有“雁归”商标的手机壳实施翻新后出售，得款九万元。",
    ),
    "whoever makes cartons for somebody else's fakes is at the labels": (
        LABELS,
        "被告人乙明知丙售卖假冒“雁归”灯具，仍替其制作与“雁归”商标一致的包装盒三万个，获利二万元。",
    ),
    "bottles sold to a filler are labels": (
        LABELS,
        "被告人丁收集“雁归”白酒的空瓶和外盒配套，明知他人用于灌装假冒“雁归”白酒，仍加价出售，得款七万元。",
    ),
    "a mark burnt on empty bottles is a label": (
        LABELS,
        "被告人甲未经授权，在其玻璃厂内为他人在空白酒瓶上烤花“雁归”商标五万只，得款十万元。",
    ),
    "bottles and bought seals sold to those who fill are labels": (
        LABELS,
        "被告人乙长期收购“雁归”酒瓶和外盒，清洗后与买来的假防伪标配套，出售给制售假酒人员，得款九万元。",
    ),
    "books printed and bound in a copy shop are copied": (
        COPIED,
        "被告人丙从网上下载某出版社的辅导书电子版，自行打印胶装成册在校门口出售六千册。",
    ),
    "an old appliance with a new plate is made": (
        MADE,
        "被告人丁收购废旧“雁归”空调，拆洗后更换铭牌、说明书和包装箱，当作新机出售，雁归公司证明非其产品。",
    ),
    "a collection of novels put on a site is copied": (
        COPIED,
        "被告人戊用采集器自动复制他人连载小说放到自己的网站，供读者免费阅读，靠广告联盟获利二十万元。",
    ),
    "an application for pirated novels is copied": (
        COPIED,
        "被告人己运营盗版小说APP，与广告平台结算流量费用一百万元。",
    ),
    "the clause of confidence broken is a secret": (
        SECRET,
        "被告人庚原任公司海外部经理，离职后违反保密义务，利用其掌握的经营信息促成自己的公司与老客户签约。",
    ),
    "a foreigner who sells drawings is no recipient abroad": (
        SECRET,
        "被告人辛跳槽后告知新公司老板，外籍人士手上有一套原公司的设计图纸出售，老板买下后用于研发，图纸系原公司商业秘密。",
    ),
    "an enterprise says it in its own words": (
        SOLD,
        "有人在直播间卖我们“雁归”的假面膜，我们买来看了，根本不是我们生产的，一个月卖掉一万多盒。",
    ),
}

PASSED_OVER = {
    "a named charge that is none of ours": (
        "被告人甲将普通水泥装入旧袋冒充“雁归”牌水泥出售，经检测不合格，其行为构成生产、销售伪劣产品罪。"
    ),
    "cigarettes of which only the testing station says that they are fakes": (
        "被告人乙无烟草专卖零售许可证，购进“雁归”卷烟出售，经鉴定为假冒注册商标且伪劣卷烟，价值二十万元。"
    ),
    "a fake handed over to cheat": "被告人丙以一块仿冒的“雁归”手表谎称真品，骗得路人四千元。",
    "somebody who poses as a firm": "被告人丁冒充“雁归”公司客服，以退款为由骗得八千元。",
    "fake papers": "被告人戊购买打印机，为他人制作假驾驶证、假“健康证”二百本。",
    "medicine": "被告人己将淀粉装入印有“雁归”商标的药盒出售，经认定为假药。",
    "seed": "被告人庚将商品粮染色后冒充“雁归”牌玉米种子卖给农户，减产一百亩。",
    "stolen goods with a mark": "被告人辛盗走贴有“雁归”商标的男装二百件，卖给服装店。",
    "a firm that did not authorise its salesman": "被告人壬任“雁归”经销公司业务员，收取货款不入账，公司证明未授权其收款。",
    "a permit that is not the holder's": "被告人癸未取得采砂生产经营许可，擅自开采砂石，以“雁归”砂场名义出售。",
    "a patent certificate for a subsidy": "被告人甲使用伪造的专利证书申报高新技术企业，骗取补贴二十万元。",
    "a program against a ticket office": "被告人乙编写软件破坏网站验证机制，倒卖车票获利十万元。",
    "goods of a make that only fail a test of quality": (
        "被告人甲销售“雁归”牌消毒液，经检验氯含量不达标，为不合格产品，销售金额十四万元。"
    ),
    "a saline solution in a vial": "被告人甲将生理盐水装入标有“雁归”的药瓶，冒充制药公司的药卖给病人家属，得款三万元。",
    "rice that is mouldy": "被告人乙将发霉大米装入“雁归”大米袋出售，经检测黄曲霉毒素超过国家标准，金额六万元。",
    "fake salt": "被告人乙用工业盐加工成“雁归”牌食用盐出售，查获假盐四十吨。",
    "a cheat for games": "被告人丙未经授权编写游戏外挂软件，能修改游戏运行数据，经鉴定属破坏性程序，出售获利五万元。",
    "books against the state": "被告人丁购入境外出版的书籍，复制后在网店出售，内容属政治性非法出版物。",
    "cigarettes of a workshop that are also inferior": (
        "民警在被告人戊的加工点查扣香烟成品，经检验为假冒注册商标，且都是伪劣卷烟，价值三百万元。"
    ),
    "a question about a bought watch": "我在网店买的手表，专柜说是假的，商家不肯退货，怎么处理？",
}


@pytest.mark.parametrize(("code", "statement"), DRAWN.values(), ids=DRAWN)
def test_who_did_what_decides_which_offence_comes_first(code, statement):
    assert [one.code for one in detect(statement)][:1] == [code]


@pytest.mark.parametrize("statement", PASSED_OVER.values(), ids=PASSED_OVER)
def test_what_only_sounds_like_it_is_passed_over(statement):
    assert detect(statement) == ()


def test_every_suggestion_of_every_line_quotes_the_text():
    for _, statement in DRAWN.values():
        text = plain(statement)
        for one in detect(statement):
            assert one.words
            assert all(word in text for word in one.words)


def test_lists_of_words_may_use_each_other_and_none_is_left_unread():
    patterns = [pattern.pattern for signal in load_signals()[0] for pattern in (*signal.all, *signal.none)]
    assert not any("@" in pattern for pattern in patterns)


ASIDE = {
    "an earlier punishment": "另查明，被告人因犯盗窃罪于2010年3月被某区人民法院判处有期徒刑一年，2011年2月刑满释放。",
    "a recidivist's clause": "被告人在五年内再犯应当判处有期徒刑以上刑罚之罪，系累犯，如实供述自己的罪行，可以从轻处罚。",
    "what was shown to the court": "上述事实，有搜查笔录、扣押清单、销售票据、证人证言、营业执照、光盘一张等证据证实，足以认定。",
}


@pytest.mark.parametrize("aside", ASIDE.values(), ids=ASIDE)
def test_what_is_no_part_of_what_happened_changes_nothing(aside):
    statements = [*(statement for _, statement in DRAWN.values()), *PASSED_OVER.values()]
    changed = [one for one in statements if [s.code for s in detect(one + aside)] != [s.code for s in detect(one)]]
    assert changed == []
