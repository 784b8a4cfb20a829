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

country-AE = 阿联酋
country-AR = 阿根廷
country-AT = 奥地利
country-AU = 澳大利亚
country-BD = 孟加拉国
country-BE = 比利时
country-BG = 保加利亚
country-BR = 巴西
country-CA = 加拿大
country-CH = 瑞士
country-CL = 智利
country-CN = 中国
country-CO = 哥伦比亚
country-CZ = 捷克
country-DE = 德国
country-DK = 丹麦
country-EE = 爱沙尼亚
country-EG = 埃及
country-ES = 西班牙
country-FI = 芬兰
country-FR = 法国
country-GB = 英国
country-GR = 希腊
country-HK = 中国香港
country-HR = 克罗地亚
country-HU = 匈牙利
country-ID = 印度尼西亚
country-IE = 爱尔兰
country-IL = 以色列
country-IN = 印度
country-IT = 意大利
country-JP = 日本
country-KE = 肯尼亚
country-KH = 柬埔寨
country-KR = 韩国
country-KZ = 哈萨克斯坦
country-LT = 立陶宛
country-LU = 卢森堡
country-LV = 拉脱维亚
country-MA = 摩洛哥
country-MO = 中国澳门
country-MX = 墨西哥
country-MY = 马来西亚
country-NG = 尼日利亚
country-NL = 荷兰
country-NO = 挪威
country-NZ = 新西兰
country-PE = 秘鲁
country-PH = 菲律宾
country-PK = 巴基斯坦
country-PL = 波兰
country-PT = 葡萄牙
country-RO = 罗马尼亚
country-RU = 俄罗斯
country-SA = 沙特阿拉伯
country-SE = 瑞典
country-SG = 新加坡
country-SI = 斯洛文尼亚
country-SK = 斯洛伐克
country-TH = 泰国
country-TR = 土耳其
country-TW = 中国台湾
country-UA = 乌克兰
country-US = 美国
country-VN = 越南
country-ZA = 南非
