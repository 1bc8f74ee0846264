"""其他主体资格证明: institutions, associations, foreign companies with their notarisation and authentication."""

from __future__ import annotations

from casefiles.kinds.engine import shapes, vocabulary
from casefiles.kinds.engine.labels import words
from casefiles.kinds.engine.model import Field, Kind
from casefiles.kinds.engine.ways import labelled, running

KIND = Kind(
    code="subject_certificate",
    zh="其他主体资格证明",
    place=3,
    titles={
        r"(?:中华人民共和国)?事业单位法人证书(?:\(?[正副]本\)?)?": 10,
        r"社会团体法人登记证书(?:\(?[正副]本\)?)?": 10,
        r"民办非企业单位(?:法人)?登记证书(?:\(?[正副]本\)?)?": 10,
        r"(?:基金会法人登记证书|农民专业合作社法人营业执照|律师事务所执业许可证|社会服务机构法人登记证书|"
        r"统一社会信用代码证书)": 10,
        r".{0,30}(?:公司)?(?:注册证明(?:书)?|注册证书|存续证明(?:书)?|良好存续证明|设立证明(?:书)?|登记证明(?:书)?|"
        r"商业登记证|(?:商业|公司|法人)登记(?:簿|册)?(?:摘录|摘要|誊本|证书|证)|"
        r"主体资格证明(?:书)?)(?:\(?(?:中文)?译[文本]\)?)?": 8,
        r"(?i).*(?:certificate\s*of\s*(?:incorporation|good\s*standing|registration|existence)|commercialregist\w*|"
        r"companyextract).*": 9,
        r"(?i)certificateof(?:incorporation|goodstanding|existence|formation|incumbency)": 9,
        # The registers of companies abroad under their own names: Germany, France, Italy, Spain, Japan, Korea, Taiwan, Macao.
        r"(?i)(?:auszugausdem|aktuellerausdruck)?handelsregister.{0,40}|extrait(?:du)?k-?bis|visuracamerale.{0,30}|"
        r"registromercantil.{0,40}|registrationcertificate|businessregistration.{0,20}": 9,
        r".{0,20}(?:履历|现在)事项(?:全部|一部)?证明书?|.{0,20}登记事项(?:全部|一部)?证明书?|"
        r".{0,20}公司(?:设立|变更)登记表|.{0,20}商工登记公示资料.{0,6}": 9,
        r"(?i)apostille|附加证明书": 5,
    },
    subjects={
        r"(?:基金会|社会团体|事业单位|民办非企业).{0,4}登记|注册证明|主体资格|公司注册|商业登记|法人登记|登记事项|"
        r"公司(?:变更)?登记|存续|周年申报|统一社会信用代码": 6,
        r"(?:主体资格|注册证明|商业登记|公司登记).{0,8}公证": 11,
    },
    cues={
        r"宗旨和业务范围": 3.0,
        r"举办单位|开办资金|业务主管单位": 2.0,
        r"(?:事业单位|社会团体|民办非企业)": 1.0,
        r"(?i)incorporat|goodstanding|registrar|registeredoffice": 1.5,
        r"(?:依照|根据).{2,20}(?:法律|公司法).{0,12}(?:注册|设立|成立|登记)": 1.0,
        r"(?:领事|使领馆|大使馆|附加证明书|Apostille).{0,20}": 0.8,
        r"注册成立|有效存续|(?:现|目前)?仍(?:然)?(?:有效)?存续": 1.2,
        r"(?:商业|公司|法人|企业)(?:及动产)?登记(?:簿|册|局|处)": 2.0,
        r"中国委托公证人|(?:公证文书)?转递(?:专用)?章|海峡交流基金会": 2.5,
        r"公司条例|公司注册处|(?:公司|商业登记)(?:编号|号码)|商业登记证": 1.5,
        r"登记法院|法律形式|注册办事处|登记号[:]?HRB": 1.5,
        r"经营范围": -1.0,
        r"商标|专利|著作权|不为公众所知悉": -2.5,
    },
    file_names=(r"主体资格|法人证书|登记证书|存续|incorporation",),
    fields=(
        Field(
            "name",
            "名称",
            shapes.PARTY,
            (
                running(r"(?:商业|公司|企业)名称[:\t\n]*中文(?:名称)?[:\t]*(?P<v>[\u4e00-\u9fa5()]{4,40})", confidence=0.95),
                labelled(
                    "单位名称 名称 机构名称 公司名称 企业名称 法人名称 CompanyName NameofCompany Name 注册名称 "
                    "公司中文名称 商业名称",
                ),
                running(
                    r"(?:兹|谨此|特此|现)证明[,:]?\n?(?P<v>(?:[^,。;\n()]|\([^()\n]{2,60}\)){2,60}?)"
                    r"(?:\n[A-Z][A-Za-z .,&()'-]{3,80})?\n?(?=系|是|为|,|已|依|于本日|[于於])",
                    r"(?i)certif(?:y|ies)that(?P<v>[^,\n]{3,60})",
                ),
            ),
        ),
    ),
    labels=words(
        "宗旨和业务范围 业务范围 经费来源 开办资金 举办单位 登记管理机关 有效期 有效期限 活动地域 注册资金 "
        "业务主管单位 发证机关 发证日期 注册号 注册编号 公司编号 成立日期 注册日期 注册地 公司类型 CompanyNumber "
        "RegistrationNo RegisteredOffice DateofIncorporation",
        *vocabulary.CONTACT,
        *vocabulary.CREDIT_CODE,
        *vocabulary.LEGAL_REPRESENTATIVE,
    ),
)
