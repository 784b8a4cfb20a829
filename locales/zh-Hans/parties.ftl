# 参与人以及案件中各类事项的名称。键名与领域代码一致，下划线写作连字符。

## 身份，以及通知案和投诉案中的称呼

role-claimant = 申请人
role-respondent = 被申请人
role-marketplace = 平台
role-case-manager = 案件经办人
role-arbitrator = 仲裁员
role-administrator = 管理员
role-system = 系统
role-claimant-notice = 权利人
role-respondent-notice = 卖家
role-claimant-complaint = 消费者
role-respondent-complaint = 卖家

## 案卷中的各方

side-claimant = 申请人
side-respondent = 被申请人
side-tribunal = 仲裁庭与案件管理
side-marketplace = 平台

## 代理权限

scope-act = 可代为办理
scope-act-hint = 当事人可以做的一切：答复、提交、接受方案。
scope-read = 仅可阅读
scope-read-hint = 可阅读案件并收到信件，不能办理事项。

## 通知人的身份

capacity-owner = 本人是权利人
capacity-agent = 本人代表权利人

## 提交途径

via-page = 网页
via-api = 程序接口
via-clock = 期限届满
via-import = 档案导入

## 语言

language-en = 英语
language-zh-Hans = 简体中文
language-ar = 阿拉伯语
language-bn = 孟加拉语
language-de = 德语
language-es = 西班牙语
language-fa = 波斯语
language-fr = 法语
language-hi = 印地语
language-id = 印度尼西亚语
language-it = 意大利语
language-ja = 日语
language-ko = 韩语
language-ms = 马来语
language-nl = 荷兰语
language-pl = 波兰语
language-pt = 葡萄牙语
language-ru = 俄语
language-sv = 瑞典语
language-sw = 斯瓦希里语
language-th = 泰语
language-tr = 土耳其语
language-uk = 乌克兰语
language-vi = 越南语
language-zh = 中文

## 权利

right-trade-mark = 商标
right-copyright = 版权（著作权）
right-patent = 发明或实用新型专利
right-design = 外观设计
right-consumer = 消费者权益
right-payment = 支付

## 对链接的处理

action-hide = 隐藏
action-remove = 删除
action-restrict = 限制
action-refuse = 拒绝
action-restore = 恢复
action-hide-hint = 事情了结前不展示；卖家保留链接。
action-remove-hint = 下架。
action-restrict-hint = 有限展示：地域、搜索或销售受限。
action-refuse-hint = 保持在线。请说明理由。
action-restore-hint = 恢复原状。

## 链接现状

measure-live = 在线
measure-hidden = 已隐藏
measure-removed = 已删除
measure-restricted = 受限
measure-refused = 在线，通知被拒绝
measure-restored = 已恢复

## 问题

problem-not-delivered = 没有收到
problem-defective = 损坏或不能使用
problem-unsafe = 不安全
problem-not-as-described = 与描述不符
problem-payment = 付款有误或未收到退款

## 解决方式

remedy-refund = 全额退款
remedy-partial-refund = 部分退款
remedy-replacement = 更换
remedy-repair = 维修
remedy-return-then-refund = 退货退款
remedy-apology = 道歉
remedy-restore-listing = 恢复链接
remedy-keep-down = 链接保持下架
remedy-payment = 付款
remedy-other = 其他

## 答复立场

position-agree = 同意
position-dispute = 不同意
position-part = 部分同意

## 认定

finding-claimant = 支持申请人
finding-respondent = 支持被申请人
finding-mixed = 部分支持

## 法院或主管机关的结果

result-restore = 链接可以恢复
result-keep-down = 链接保持下架

## 方案

offer-open = 待答复
offer-accepted = 已接受
offer-declined = 已拒绝
offer-countered = 已另提方案
offer-withdrawn = 已撤回
offer-lapsed = 已到期

## 约定与义务

obligation-due = 待履行
obligation-marked = 已标记完成
obligation-confirmed = 已确认
obligation-disputed = 有异议
obligation-overdue = 已逾期

## 仲裁员指定

seat-proposed = 等待答复
seat-accepted = 已接受
seat-declined = 已谢绝
seat-removed = 已离任

## 回避申请

challenge-open = 待决定
challenge-upheld = 成立：仲裁员离任
challenge-rejected = 不成立：仲裁员继续审理

## 留言的读者

audience-everyone = 所有人，包括仲裁员
audience-everyone-hint = 各方当事人、仲裁员和案件经办人都能看到。
audience-parties = 当事人
audience-parties-hint = 各方当事人和案件经办人能看到，仲裁员看不到。
audience-registry = 仅案件经办人
audience-registry-hint = 案件中其他人都看不到。

## 国家和地区，按 ISO 3166 代码

country-AD = 安道尔
country-AE = 阿联酋
country-AF = 阿富汗
country-AG = 安提瓜和巴布达
country-AI = 安圭拉
country-AL = 阿尔巴尼亚
country-AM = 亚美尼亚
country-AO = 安哥拉
country-AR = 阿根廷
country-AS = 美属萨摩亚
country-AT = 奥地利
country-AU = 澳大利亚
country-AW = 阿鲁巴
country-AX = 奥兰群岛
country-AZ = 阿塞拜疆
country-BA = 波斯尼亚和黑塞哥维那
country-BB = 巴巴多斯
country-BD = 孟加拉国
country-BE = 比利时
country-BF = 布基纳法索
country-BG = 保加利亚
country-BH = 巴林
country-BI = 布隆迪
country-BJ = 贝宁
country-BL = 圣巴泰勒米
country-BM = 百慕大
country-BN = 文莱
country-BO = 玻利维亚
country-BQ = 荷属加勒比区
country-BR = 巴西
country-BS = 巴哈马
country-BT = 不丹
country-BW = 博茨瓦纳
country-BY = 白俄罗斯
country-BZ = 伯利兹
country-CA = 加拿大
country-CC = 科科斯（基林）群岛
country-CD = 刚果（金）
country-CF = 中非共和国
country-CG = 刚果（布）
country-CH = 瑞士
country-CI = 科特迪瓦
country-CK = 库克群岛
country-CL = 智利
country-CM = 喀麦隆
country-CN = 中国
country-CO = 哥伦比亚
country-CR = 哥斯达黎加
country-CU = 古巴
country-CV = 佛得角
country-CW = 库拉索
country-CX = 圣诞岛
country-CY = 塞浦路斯
country-CZ = 捷克
country-DE = 德国
country-DJ = 吉布提
country-DK = 丹麦
country-DM = 多米尼克
country-DO = 多米尼加共和国
country-DZ = 阿尔及利亚
country-EC = 厄瓜多尔
country-EE = 爱沙尼亚
country-EG = 埃及
country-EH = 西撒哈拉
country-ER = 厄立特里亚
country-ES = 西班牙
country-ET = 埃塞俄比亚
country-FI = 芬兰
country-FJ = 斐济
country-FK = 福克兰群岛
country-FM = 密克罗尼西亚
country-FO = 法罗群岛
country-FR = 法国
country-GA = 加蓬
country-GB = 英国
country-GD = 格林纳达
country-GE = 格鲁吉亚
country-GF = 法属圭亚那
country-GG = 根西岛
country-GH = 加纳
country-GI = 直布罗陀
country-GL = 格陵兰
country-GM = 冈比亚
country-GN = 几内亚
country-GP = 瓜德罗普
country-GQ = 赤道几内亚
country-GR = 希腊
country-GS = 南乔治亚和南桑威奇群岛
country-GT = 危地马拉
country-GU = 关岛
country-GW = 几内亚比绍
country-GY = 圭亚那
country-HK = 中国香港
country-HN = 洪都拉斯
country-HR = 克罗地亚
country-HT = 海地
country-HU = 匈牙利
country-ID = 印度尼西亚
country-IE = 爱尔兰
country-IL = 以色列
country-IM = 马恩岛
country-IN = 印度
country-IO = 英属印度洋领地
country-IQ = 伊拉克
country-IR = 伊朗
country-IS = 冰岛
country-IT = 意大利
country-JE = 泽西岛
country-JM = 牙买加
country-JO = 约旦
country-JP = 日本
country-KE = 肯尼亚
country-KG = 吉尔吉斯斯坦
country-KH = 柬埔寨
country-KI = 基里巴斯
country-KM = 科摩罗
country-KN = 圣基茨和尼维斯
country-KP = 朝鲜
country-KR = 韩国
country-KW = 科威特
country-KY = 开曼群岛
country-KZ = 哈萨克斯坦
country-LA = 老挝
country-LB = 黎巴嫩
country-LC = 圣卢西亚
country-LI = 列支敦士登
country-LK = 斯里兰卡
country-LR = 利比里亚
country-LS = 莱索托
country-LT = 立陶宛
country-LU = 卢森堡
country-LV = 拉脱维亚
country-LY = 利比亚
country-MA = 摩洛哥
country-MC = 摩纳哥
country-MD = 摩尔多瓦
country-ME = 黑山
country-MF = 法属圣马丁
country-MG = 马达加斯加
country-MH = 马绍尔群岛
country-MK = 北马其顿
country-ML = 马里
country-MM = 缅甸
country-MN = 蒙古
country-MO = 中国澳门
country-MP = 北马里亚纳群岛
country-MQ = 马提尼克
country-MR = 毛里塔尼亚
country-MS = 蒙特塞拉特
country-MT = 马耳他
country-MU = 毛里求斯
country-MV = 马尔代夫
country-MW = 马拉维
country-MX = 墨西哥
country-MY = 马来西亚
country-MZ = 莫桑比克
country-NA = 纳米比亚
country-NC = 新喀里多尼亚
country-NE = 尼日尔
country-NF = 诺福克岛
country-NG = 尼日利亚
country-NI = 尼加拉瓜
country-NL = 荷兰
country-NO = 挪威
country-NP = 尼泊尔
country-NR = 瑙鲁
country-NU = 纽埃
country-NZ = 新西兰
country-OM = 阿曼
country-PA = 巴拿马
country-PE = 秘鲁
country-PF = 法属波利尼西亚
country-PG = 巴布亚新几内亚
country-PH = 菲律宾
country-PK = 巴基斯坦
country-PL = 波兰
country-PM = 圣皮埃尔和密克隆群岛
country-PN = 皮特凯恩群岛
country-PR = 波多黎各
country-PS = 巴勒斯坦领土
country-PT = 葡萄牙
country-PW = 帕劳
country-PY = 巴拉圭
country-QA = 卡塔尔
country-RE = 留尼汪
country-RO = 罗马尼亚
country-RS = 塞尔维亚
country-RU = 俄罗斯
country-RW = 卢旺达
country-SA = 沙特阿拉伯
country-SB = 所罗门群岛
country-SC = 塞舌尔
country-SD = 苏丹
country-SE = 瑞典
country-SG = 新加坡
country-SH = 圣赫勒拿
country-SI = 斯洛文尼亚
country-SJ = 斯瓦尔巴和扬马延
country-SK = 斯洛伐克
country-SL = 塞拉利昂
country-SM = 圣马力诺
country-SN = 塞内加尔
country-SO = 索马里
country-SR = 苏里南
country-SS = 南苏丹
country-ST = 圣多美和普林西比
country-SV = 萨尔瓦多
country-SX = 荷属圣马丁
country-SY = 叙利亚
country-SZ = 斯威士兰
country-TC = 特克斯和凯科斯群岛
country-TD = 乍得
country-TG = 多哥
country-TH = 泰国
country-TJ = 塔吉克斯坦
country-TK = 托克劳
country-TL = 东帝汶
country-TM = 土库曼斯坦
country-TN = 突尼斯
country-TO = 汤加
country-TR = 土耳其
country-TT = 特立尼达和多巴哥
country-TV = 图瓦卢
country-TW = 中国台湾
country-TZ = 坦桑尼亚
country-UA = 乌克兰
country-UG = 乌干达
country-US = 美国
country-UY = 乌拉圭
country-UZ = 乌兹别克斯坦
country-VA = 梵蒂冈
country-VC = 圣文森特和格林纳丁斯
country-VE = 委内瑞拉
country-VG = 英属维尔京群岛
country-VI = 美属维尔京群岛
country-VN = 越南
country-VU = 瓦努阿图
country-WF = 瓦利斯和富图纳
country-WS = 萨摩亚
country-XK = 科索沃
country-YE = 也门
country-YT = 马约特
country-ZA = 南非
country-ZM = 赞比亚
country-ZW = 津巴布韦
right-rule = 其他法律规则
