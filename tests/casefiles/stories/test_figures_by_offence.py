"""Which metrics the words of a statement tell, offence by offence."""

from __future__ import annotations

import pytest

from tests.casefiles.stories.figures import numbers, stated


@pytest.mark.parametrize(
    ("offence", "text", "expected"),
    [
        (
            "trade_secret",
            "给控告人造成直接经济损失人民币862,000元，被控告人从中获利300000元。",
            numbers(loss=862000, illegal_gains=300000),
        ),
        ("trade_secret", "致使我公司销售利润损失达120余万元。", numbers(loss=1200000)),
        (
            "patent_passing_off",
            "经营额为30万元，给我公司造成直接经济损失55万元。",
            numbers(illegal_business=300000, direct_loss=550000),
        ),
        (
            "copyright_infringement",
            "该网站传播侵权影视作品1,520部，注册会员达3200人，点击量12万余次，下载2.3万次，收取会员费共计8.6万元。",
            numbers(works_online=1520, members=3200, clicks=120000, downloads=23000, illegal_gains=86000),
        ),
        ("copyright_infringement", "复制发行我公司享有著作权的《图谱》图书，违法所得3万元。", numbers(illegal_gains=30000)),
        ("copyright_infringement", "复制发行我公司享有著作权的图书，销售收入3万元。", numbers(sales_amount=30000)),
        (
            "sale_of_infringing_copies",
            "已销售盗版图书800册，尚未销售的盗版图书2200册。",
            numbers(copies=800, unsold_copies=2200),
        ),
        ("sale_of_counterfeits", "因侵权2026年我公司销售额降至3000万元；涉案店铺成交额112,000元。", numbers(sales_amount=112000)),
        ("copyright_infringement", "2025年8月至2026年1月印数3000册。", numbers(copies=3000)),
        ("copyright_infringement", "印刷盗版图书5万余册，非法经营数额120万元。", numbers(copies=50000, illegal_business=1200000)),
        (
            "sale_of_infringing_copies",
            "已销售盗版教材1,200册，仓库内尚未销售的盗版图书4,300册，销售收入7.2万元。",
            numbers(copies=1200, unsold_copies=4300, sales_amount=72000),
        ),
        (
            "counterfeit_labels",
            "现场清点成品瓶标48,000枚、桶贴14,400枚，合计62,400枚，另查扣印版3块。",
            numbers(label_count=62400),
        ),
        ("counterfeit_labels", "何某印制烟花外包装纸，一共印了三万二千张。", numbers(label_count=32000)),
        (
            "sale_of_infringing_copies",
            "苏某购进盗版拼装玩具转卖，截至2026年8月卖出760盒，另有库存1,150盒。",
            numbers(copies=760, unsold_copies=1150),
        ),
        ("copyright_infringement", "潘某贩卖我公司网课，收取会员费10.5952万元。", numbers(illegal_gains=105952)),
        ("copyright_infringement", "被报案人累计复制并发行公仔6,200件。", numbers(copies=6200)),
        ("sale_of_infringing_copies", "书摊售卖盗版《小学作文、日记与书信》1,350册。", numbers(copies=1350)),
        ("sale_of_infringing_copies", "该店盗版《川菜一百味》一书销售了《川菜一百味》共720本。", numbers(copies=720)),
        ("sale_of_infringing_copies", "书摊售卖《夜航》210册、《归帆》330册。", numbers(copies=540)),
        ("sale_of_infringing_copies", "我社职员在公证人员陪同下购买盗版词典2册。", {}),
        ("sale_of_infringing_copies", "我社取得的账页载明其销售盗版词典2600册。", numbers(copies=2600)),
        ("sale_of_infringing_copies", "我公司向其发出《停止侵权函》3份。", {}),
        ("sale_of_infringing_copies", "黄某在店内销售盗版的《夜曲》CD共320张。", numbers(copies=320)),
        ("counterfeit_labels", "触犯《刑法》第二百一十五条规定的非法制造注册商标标识罪。", {}),
        (
            "copyright_infringement",
            "充值收入共计1,284,306.50元，扣除通道费后违法所得1,190,000.00元。",
            numbers(illegal_business="1284306.50", illegal_gains=1190000),
        ),
        ("copyright_infringement", "我司委托的监测机构统计，该平台累计收取广告费12.8万元。", numbers(illegal_gains=128000)),
        ("copyright_infringement", "吕某转账收到货款4.2万元，上述款项全部系其违法所得。", numbers(illegal_gains=42000)),
        ("copyright_infringement", "该音乐平台在线提供我公司录像制品960部、曲目700首。", numbers(works_online=1660)),
        ("copyright_infringement", "主播直播诵读盗版小说，打赏收入2.4万元。", numbers(illegal_gains=24000)),
        ("copyright_infringement", "群内有付费学员880人，先后收取费用88,000元。", numbers(members=880, sales_amount=88000)),
        (
            "copyright_infringement",
            "该论坛在线发布盗版电子教材318本，日均浏览量5万次，收取会费8,000元。",
            numbers(works_online=318, illegal_gains=8000),
        ),
        ("copyright_infringement", "其网站供人点播盗版纪录片720部。", numbers(works_online=720)),
        (
            "sale_of_infringing_copies",
            "库房内盗版字典900册均未售出，标价共计54,000元。",
            numbers(unsold_copies=900, unsold_value=54000),
        ),
        (
            "sale_of_infringing_copies",
            "侯某卖出盗版字帖700本，剩余1,400本堆放在其车库。",
            numbers(copies=700, unsold_copies=1400),
        ),
        (
            "sale_of_infringing_copies",
            "其转卖盗版安装优盘，共计售出660个，销售此类盗版优盘，收入9,900元。",
            numbers(copies=660, sales_amount=9900),
        ),
        ("trade_secret", "2025年11月至2026年5月间，我公司因此损失利润46万元。", numbers(loss=460000)),
        ("trade_secret", "我公司利润减少额为31万元；魏某违法所得9万元。", numbers(loss=310000, illegal_gains=90000)),
        ("trade_secret", "致报案单位流失合理利润52万元。", numbers(loss=520000)),
        ("trade_secret", "给我公司造成的损失不低于120万元。", numbers(loss=1200000)),
        ("trade_secret", "我公司损失研发费用和许可费共计98万元。", numbers(loss=980000)),
        (
            "sale_of_counterfeits",
            "范某累计卖出假货贰拾万元整，从中获利六万元。",
            numbers(sales_amount=200000, illegal_gains=60000),
        ),
        ("copyright_infringement", "该频道广告收入17万元。", numbers(illegal_gains=170000)),
        ("sale_of_counterfeits", "该店成交额81万元，扣除退款后实际成交74万元。", numbers(sales_amount=740000)),
        ("sale_of_counterfeits", "主播带货金额累计33万元，净赚7万元。", numbers(sales_amount=330000, illegal_gains=70000)),
        ("sale_of_counterfeits", "查扣库存商品折算约合26万元。", numbers(unsold_value=260000)),
        ("copyright_infringement", "私服玩家充值共计人民币88万元。", numbers(illegal_business=880000)),
        ("copyright_infringement", "该频道擅自提供我方课程，会员费收入12万元。", numbers(illegal_gains=120000)),
        ("trade_secret", "造成直接经济损失人民币1 350 000元。", numbers(loss=1350000)),
        ("counterfeit_labels", "印好的标签2.4万张和瓶盖3000个。", numbers(label_count=27000)),
        ("trade_secret", "我公司的损失介于33万元到52万元之间。", numbers(loss=330000)),
        ("copyright_infringement", "被控告人向客户收取平台授权费合计9.9万元。", numbers(illegal_gains=99000)),
        ("copyright_infringement", "该店共卖出盗印笔记本、徽章约1,300份。", numbers(copies=1300)),
        ("trade_secret", "莫某所得出让款41万元即其违法所得。", numbers(illegal_gains=410000)),
        ("copyright_infringement", "被控告人向客户收款99,000元，构成违法所得。", numbers(illegal_gains=99000)),
        ("counterfeit_labels", "防伪标贴4卷（每卷2500枚，计10,000枚）。", numbers(label_count=10000)),
        ("copyright_infringement", "偷印我社教辅两种，前后三批，每批3000册，共计9000册。", numbers(copies=9000)),
        (
            "counterfeit_trademark",
            "共收取平台费7.2万元，扣除物料支出后获利6.6万元。",
            numbers(illegal_business=72000, illegal_gains=66000),
        ),
        (
            "copyright_infringement",
            "累计充值流水86万元，扣除渠道费后违法所得约71万元。",
            numbers(illegal_business=860000, illegal_gains=710000),
        ),
        (
            "sale_of_infringing_copies",
            "仓库内存放盗版DVD光盘3,600张，尚未对外售出。",
            numbers(unsold_copies=3600),
        ),
        (
            "counterfeit_labels",
            "共印制假冒商标标识12,000件，其中尚未销售的标识8000件，获利2万元。",
            numbers(label_count=12000, unsold_label_count=8000, illegal_gains=20000),
        ),
    ],
)
def test_each_offence_reads_its_own_metrics(offence, text, expected):
    assert stated(text, offence) == expected


@pytest.mark.parametrize(
    ("offence", "text", "expected"),
    [
        ("counterfeit_trademark", "公安机关在其仓库查获假冒商品1200件，查获金额6.5万元。", numbers(unsold_value=65000)),
        ("sale_of_counterfeits", "被控告人销售假冒手表，金额达32万元。", numbers(sales_amount=320000)),
        ("counterfeit_trademark", "该厂生产假冒服装，金额共计18万元。", numbers(illegal_business=180000)),
        ("sale_of_counterfeits", "现场扣押待售的侵权手袋400只，金额合计120,000元。", numbers(unsold_value=120000)),
        ("sale_of_counterfeits", "我公司公证购买假冒手表一只，金额为300元。", {}),
        ("sale_of_counterfeits", "双方签订合作协议，金额达300万元。", {}),
    ],
)
def test_a_bare_amount_is_of_what_the_sentence_tells(offence, text, expected):
    assert stated(text, offence) == expected
