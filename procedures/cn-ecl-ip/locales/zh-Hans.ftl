# 仅《电子商务法》程序使用的用语。

law-cn-ecl-ip-cpl104 = 《中华人民共和国民事诉讼法》第一百零三条、第一百零四条
law-cn-ecl-ip-cc201-mark = 期间最后一日为普通周末时是否顺延，还是仅在法定节假日顺延

anchor-result-reached = 案件得出结果
anchor-court-order-entered = 法院裁定录入本案

clock-publish-notice = 通知应予公示
clock-publish-notice-yours = 请公示通知
clock-publish-notice-silence = 不会自动发生变化；逾期将被记录。
clock-publish-declaration = 声明应予公示
clock-publish-declaration-yours = 请公示声明
clock-publish-declaration-silence = 不会自动发生变化；逾期将被记录。
clock-publish-result = 处理结果应予公示
clock-publish-result-yours = 请公示处理结果
clock-publish-result-silence = 不会自动发生变化；逾期将被记录。
clock-order-sue = 保全后应起诉或申请仲裁
clock-order-sue-yours = 请在保全后起诉或申请仲裁
clock-order-sue-silence = 本案不会自动变化；但无人起诉或申请仲裁的，法院将解除保全。

step-cn-ecl-ip-publish = 记录公示情况
do-cn-ecl-ip-publish = 记录公示
do-cn-ecl-ip-publish-hint = 通知、声明和处理结果在平台自己的页面公示，不含个人信息。请在此填写公示的内容和日期。
step-cn-ecl-ip-show-suit = 证明保全后已起诉或申请仲裁
do-cn-ecl-ip-show-suit = 提交起诉或仲裁证明
do-cn-ecl-ip-show-suit-hint = 保全申请人应在三十日内起诉或申请仲裁，否则法院解除保全。
step-cn-ecl-ip-find-bad-faith = 认定通知存在恶意情形
do-cn-ecl-ip-find-bad-faith = 记录恶意情形
do-cn-ecl-ip-find-bad-faith-hint = 由人员作出认定并说明理由，权利人可以阅读，其行为记录加一分。通知仅有错误的，不属于恶意。

document-cn-ecl-ip-publication = 公示情况
document-cn-ecl-ip-suit = 保全后的起诉或仲裁
document-cn-ecl-ip-bad-faith = 恶意情形
field-cn-ecl-ip-publication-what = 公示的内容
field-cn-ecl-ip-publication-published-on = 公示日期
field-cn-ecl-ip-publication-place = 公示网址
field-cn-ecl-ip-suit-court = 法院或仲裁机构
field-cn-ecl-ip-suit-filed-on = 起诉或申请仲裁的日期
field-cn-ecl-ip-suit-copy = 受理凭证
field-cn-ecl-ip-bad-faith-sign = 认定的情形
field-cn-ecl-ip-bad-faith-reasons = 理由
option-cn-ecl-ip-what-notice = 通知
option-cn-ecl-ip-what-declaration = 卖家的声明
option-cn-ecl-ip-what-result = 处理结果
option-cn-ecl-ip-sign-forged-proof = 权属证明系伪造或无效
option-cn-ecl-ip-sign-unstable-right = 明知权利状态不稳定
option-cn-ecl-ip-sign-not-taken-back = 知悉错误后未及时撤回通知
option-cn-ecl-ip-sign-repeated = 反复提交错误通知
option-cn-ecl-ip-sign-other = 理由中写明的其他情形

law-cn-ecl-ip-ecl31 = 《中华人民共和国电子商务法》第三十一条
law-cn-ecl-ip-cc188 = 《中华人民共和国民法典》第一百八十八条
law-cn-ecl-ip-cc188-mark = 案件结束后保存三年对各类诉讼是否足够
law-cn-ecl-ip-cpl250 = 《中华人民共和国民事诉讼法》第二百五十条
law-cn-ecl-ip-arb54 = 《中华人民共和国仲裁法》（2017 年修正）第十六条、第五十四条
law-cn-ecl-ip-arb54-mark = 2026 年 3 月 1 日起施行的修订文本的条文序号；裁决须由仲裁机构作出并加盖其印章
law-cn-ecl-ip-enforcement3 = 《最高人民法院关于人民法院办理仲裁裁决执行案件若干问题的规定》（法释〔2018〕5号）第三条
law-cn-ecl-ip-nyc = 1958 年《承认及执行外国仲裁裁决公约》（《纽约公约》）第二条、第四条第一款、第五条第一款
law-cn-ecl-ip-points = 平台关于行为记分的规则
law-cn-ecl-ip-points-mark = 分数和计分有效期；法律未规定具体数字
law-cn-ecl-ip-elsewhere = 平台关于其他程序的规则

# 本程序所依据的规则，以及运营者可以设定的数字。
number-cn-ecl-ip-cure = 平台规则，法律没有规定天数。
number-cn-ecl-ip-seller-reply = 平台规则，法律没有规定天数。逾期提交的声明仍予接收。
number-cn-ecl-ip-publish = 法律只规定“及时”，没有规定天数：此为平台的目标，未达到时予以报告。
