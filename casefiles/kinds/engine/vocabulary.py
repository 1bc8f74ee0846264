"""Labels in the many wordings of everyday papers, named once and used by every kind that prints them."""

from casefiles.kinds.engine.labels import words

IDENTITY_NUMBER = words(
    "公民身份号码 居民身份证号码 居民身份证号 身份证号码 身份证号 身份证编号 公民身份证号码 身份证件号码 身份证件号 "
    "证件号码 证件号 身份号码 身份证",
)

CREDIT_CODE = words("统一社会信用代码/注册号 统一社会信用代码 社会信用代码 统一信用代码 信用代码 注册号/统一社会信用代码")

LEGAL_REPRESENTATIVE = words(
    "法定代表人 法定代表人姓名 法定代表人(负责人) 法定代表人/负责人 负责人 "
    "经营者 投资人 执行事务合伙人 法人代表 代表人 代表理事 董事",
)

CONTACT = words(
    "住所地 住所 住址 地址 注册地址 经营场所 出资额 营业场所 主要经营场所 通讯地址 联系地址 送达地址 联系电话 电话 手机 "
    "手机号 联系人 联系方式 邮编 邮政编码 电子邮箱 邮箱 传真 职务 性别 民族 出生 出生日期 年龄 工作单位 国籍 户籍地 "
    "设 户籍地址 职业 学历 文化程度 证件类型 证件种类 年龄 备注 附件 案由 说明 单位性质 企业性质 成立时间",
)

SIGNED_ON = words(
    "签订日期 签署日期 签订时间 签署时间 签约日期 签约时间 签字日期 落款日期 合同签订日期 "
    "协议签订日期 合同签订时间 申请日期 提交日期 填写日期 订立日期"
)

TERM_END = words("有效期至 有效期限至 有效期截止 有效期截止日期 有效期截止日 到期日 到期日期 截止日期 届满日期 届满日 期满日")

PARTY_NAME = words("名称 姓名 单位名称 企业名称 公司名称 姓名/名称 名称/姓名 单位全称 全称 名称(姓名) 姓名(名称)")

# How an organisation speaks of itself, and how the line of its seal ends behind its name.
SELF = r"(?:我|本)(?:单位|公司|司|厂|院|校|所|社|会|店|园|馆|站|中心|企业|集团)"
SEALED = r"\(?(?:单位|加盖|此处)?(?:盖章|公章|签章|印章|章|[\u4e00-\u9fa5]{2,6}章)"

# The name of an organisation in running text (half width, no spaces); 集团 and the like do not end it before 有限公司.
ORGANISATION = (
    r"[\u4e00-\u9fa5A-Za-z()]{4,40}?"
    r"(?:公司|工厂|厂|店|中心|研究院|研究所|大学|学院|学校|幼儿园|医院|集团|合作社|事务所|协会|学会|商会|基金会|出版社|工作室|经营部|商行)(?!有限|股份|公司)(?:\((?:有限合伙|普通合伙|特殊普通合伙)\))?"
)
