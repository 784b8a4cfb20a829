# 消费者投诉各变体的用语。

pack-consumer-odr-eu-adr-title = 欧盟消费者投诉
pack-consumer-odr-eu-adr-about = 适用于消费者网购后向欧盟消费者争议解决机构提出的投诉（第 2013/11/EU 号指令）。参加与否出于自愿：卖家在 20 个工作日内不答复的，视为拒绝参加，消费者仍可向法院起诉。

state-seller-wait = 等待卖家答复
state-seller-wait-next = 卖家答复或者表示不参加；未答复的，视为拒绝参加，案件关闭。
state-refusal-over = 待送达卖家
state-refusal-over-next = 三周的不予受理期限已过，案件经办人将投诉送达卖家。
state-seller-silent = 卖家未答复
state-seller-silent-next = 卖家未参加，情况已记录。案件在此关闭；消费者可向法院起诉，也可向消费者服务机构或主管机关求助。
state-seller-declined = 卖家不参加
state-seller-declined-next = 卖家已退出程序。案件在此关闭；消费者可向法院起诉，也可向消费者服务机构或主管机关求助。

clock-refuse = 不予受理的期限
clock-refuse-yours = 您说明理由、不予受理的期限
clock-refuse-silence = 不得再不予受理，投诉将送达卖家。
clock-take-part = 卖家答复期限
clock-take-part-yours = 您的答复期限
clock-take-part-silence = 沉默视为拒绝参加。案件关闭，情况将被记录。
clock-outer = 结案期限
clock-outer-yours = 您应给出处理结果的期限
clock-outer-silence = 不会自动发生变化；双方会收到迟延通知。
anchor-file-complete = 收到完整材料

step-consumer-odr-longer-answer = 因争议复杂，将卖家的答复期限延长十个工作日
do-consumer-odr-longer-answer = 延长卖家的答复期限
do-consumer-odr-longer-answer-hint = 仅限复杂争议，只能延长一次。理由将告知双方。
step-consumer-odr-leave = 退出程序
do-consumer-odr-leave = 退出程序
do-consumer-odr-leave-hint = 案件关闭，不作出处理结果，消费者可向法院起诉。
step-consumer-odr-longer-case = 因争议高度复杂，将结案期限延长 30 日
do-consumer-odr-longer-case = 将结案期限延长 30 日
do-consumer-odr-longer-case-hint = 仅限高度复杂的争议，最多两次，须在期限届满前提出。理由将告知双方。
step-consumer-odr-answer-binding = 表明卖家是否接受有约束力的裁决
do-consumer-odr-answer-binding = 表明是否接受有约束力的裁决
do-consumer-odr-answer-binding-hint = 双方在争议发生后均同意的，裁决才具有约束力；否则中立人只提出建议。

document-consumer-odr-complexity = 争议复杂的理由
field-consumer-odr-complexity-reasons = 复杂之处
document-consumer-odr-reason-to-leave = 退出程序
field-consumer-odr-reason-to-leave-reason = 退出的理由（可不填）
document-consumer-odr-binding-reply = 关于有约束力裁决的答复
field-consumer-odr-binding-reply-accepts = 您是否接受对您有约束力的裁决？
field-consumer-odr-binding-reply-signature = 签名（您的姓名）

pack-consumer-odr-cn-platform-title = 中国平台消费者投诉
pack-consumer-odr-cn-platform-about = 适用于依照中国法律在电子商务平台购物引起的争议（《电子商务法》第六十条至第六十三条）。卖家在数日内答复，双方协商，再由调解员在三十日内调解；消费者随时可以向有关部门投诉、申请仲裁或者提起诉讼。

state-choosing-mediator = 选择调解员
state-choosing-mediator-next = 双方均可提出愿意接受的调解员；两个工作日内未能双方均提出的，由案件经办人指定。
state-mediator-wait = 等待指定调解员
state-mediator-wait-next = 案件经办人指定调解员，由其表示是否接受；调解期限自其接受之日起计算。

clock-pick = 提出调解员人选的期限
clock-pick-yours = 您提出调解员人选的期限
clock-pick-silence = 由案件经办人指定调解员。
clock-records = 提交合同和交易记录的期限
clock-records-yours = 您提交合同和交易记录的期限
clock-records-silence = 不会自动发生变化；延误会被报告。因缺少记录无法查明事实的，由应当保存记录的一方承担不利后果。
clock-take-seat = 调解员答复期限
clock-take-seat-yours = 您答复指定的期限
clock-take-seat-silence = 不会自动发生变化；延误会被报告，可另行指定他人。
anchor-mediator-accepted = 调解员接受指定
toll-expert-opinion = 等待专家意见

step-consumer-odr-show-records = 提交合同和交易记录
do-consumer-odr-show-records = 提交合同和交易记录
do-consumer-odr-show-records-hint = 法律要求提供原始合同和交易记录。记录丢失、被篡改或者拒不提供的，可能对您不利。
step-consumer-odr-name-mediators = 提出调解员人选
do-consumer-odr-name-mediators = 提出调解员人选
do-consumer-odr-name-mediators-hint = 请写明您愿意接受的人选。双方提出同一人的，由案件经办人指定该人。
step-consumer-odr-expert-begins = 委托专家，调解期限停止计算
do-consumer-odr-expert-begins = 因专家意见停止计算期限
step-consumer-odr-expert-ends = 专家意见已完成，期限继续计算
do-consumer-odr-expert-ends = 继续计算期限

document-consumer-odr-consumer-mediators = 消费者接受的调解员
field-consumer-odr-consumer-mediators-names = 姓名，每行一个
document-consumer-odr-seller-mediators = 卖家接受的调解员
field-consumer-odr-seller-mediators-names = 姓名，每行一个
document-consumer-odr-transaction-records = 合同和交易记录
field-consumer-odr-transaction-records-records = 合同、订单、付款、物流和往来消息
field-consumer-odr-transaction-records-missing = 无法提供的内容及原因

## 各变体所依据的法律

law-consumer-odr-eu-adr-tn-commence = 联合国贸易法委员会《关于网上争议解决的技术指引》（2016 年）第六节，启动与答复
law-consumer-odr-eu-adr-tn-negotiate = 联合国贸易法委员会《关于网上争议解决的技术指引》（2016 年）第七节，谈判
law-consumer-odr-eu-adr-tn-facilitate = 联合国贸易法委员会《关于网上争议解决的技术指引》（2016 年）第八节，协助下的和解
law-consumer-odr-eu-adr-tn-final = 联合国贸易法委员会《关于网上争议解决的技术指引》（2016 年）第九节，最后阶段
law-consumer-odr-eu-adr-tn-neutral = 联合国贸易法委员会《关于网上争议解决的技术指引》（2016 年）第十节，中立人的指定、权力和独立性
law-consumer-odr-eu-adr-house = 本服务关于通常期限的规则
law-consumer-odr-eu-adr-adr5 = 欧盟关于消费者争议替代性解决的第 2013/11/EU 号指令第 5 条第 4 款
law-consumer-odr-eu-adr-adr5-mark = 不予受理的理由，以及三周自何日起算
law-consumer-odr-eu-adr-adr8 = 欧盟关于消费者争议替代性解决的第 2013/11/EU 号指令第 8 条(e)项
law-consumer-odr-eu-adr-adr8-mark = 90 日的期限；延长的 30 日是本服务的默认值
law-consumer-odr-eu-adr-adr9 = 欧盟关于消费者争议替代性解决的第 2013/11/EU 号指令第 9 条
law-consumer-odr-eu-adr-adr9-mark = 考虑时间没有具体天数；结果如何以书面说明理由
law-consumer-odr-eu-adr-adr10 = 欧盟关于消费者争议替代性解决的第 2013/11/EU 号指令第 10 条
law-consumer-odr-eu-adr-adr10-mark = 争议发生前不得作出有约束力的约定；2025 年的修订
law-consumer-odr-eu-adr-adr2025 = （欧盟）2025/2647 号指令，卖家的答复义务
law-consumer-odr-eu-adr-adr2025-mark = 仅查阅过摘要；各成员国稍后适用
law-consumer-odr-eu-adr-note = 卖家的 20 个工作日（复杂争议为 30 个工作日）来自（欧盟）2025/2647 号指令，各成员国自 2028 年起适用；在此之前是争议解决机构自己的规则。90 日之外延长的时间是本服务的默认值。卖家是否必须参加、起诉期限如何中止，由各国法律规定。
law-consumer-odr-cn-platform-tn-commence = 联合国贸易法委员会《关于网上争议解决的技术指引》（2016 年）第六节，启动与答复
law-consumer-odr-cn-platform-tn-negotiate = 联合国贸易法委员会《关于网上争议解决的技术指引》（2016 年）第七节，谈判
law-consumer-odr-cn-platform-tn-facilitate = 联合国贸易法委员会《关于网上争议解决的技术指引》（2016 年）第八节，协助下的和解
law-consumer-odr-cn-platform-tn-final = 联合国贸易法委员会《关于网上争议解决的技术指引》（2016 年）第九节，最后阶段
law-consumer-odr-cn-platform-tn-neutral = 联合国贸易法委员会《关于网上争议解决的技术指引》（2016 年）第十节，中立人的指定、权力和独立性
law-consumer-odr-cn-platform-house = 本服务关于通常期限的规则
law-consumer-odr-cn-platform-ecl31 = 《中华人民共和国电子商务法》第三十一条
law-consumer-odr-cn-platform-cc188 = 《中华人民共和国民法典》第一百八十八条
law-consumer-odr-cn-platform-cc188-mark = 案件结束后保存三年对各类诉讼是否足够
law-consumer-odr-cn-platform-ecl60 = 《中华人民共和国电子商务法》第六十条
law-consumer-odr-cn-platform-ecl61 = 《中华人民共和国电子商务法》第六十一条
law-consumer-odr-cn-platform-ecl62 = 《中华人民共和国电子商务法》第六十二条
law-consumer-odr-cn-platform-ecl63 = 《中华人民共和国电子商务法》第六十三条
law-consumer-odr-cn-platform-crpl39 = 《中华人民共和国消费者权益保护法》第三十九条
law-consumer-odr-cn-platform-cc201 = 《中华人民共和国民法典》第二百零一条、第二百零三条
law-consumer-odr-cn-platform-mediation = 《人民法院在线调解规则》（2021 年）第十条、第十二条、第十五条、第十八条、第二十四条、第二十六条
law-consumer-odr-cn-platform-mediation-mark = 属于法院规则，由平台规则参照采用；各数字所在条文，以及延长的天数
law-consumer-odr-cn-platform-spc1 = 《最高人民法院关于审理网络消费纠纷案件适用法律若干问题的规定（一）》（法释〔2022〕8号）第一条
law-consumer-odr-cn-platform-note = 答复、提交记录和协商的期限来自平台规则，并非法律规定。调解期限参照人民法院在线调解的规定，因平台规则采用而适用。裁决依据卖家与平台的协议约束卖家；消费者在争议发生后同意的，才受其约束。一方在调解中作出的让步，之后不得用作对其不利的依据。

toll-payment-reversal = 银行或支付机构对同一笔款项的处理

# 本程序所依据的规则，以及运营者可以设定的数字。
number-consumer-odr-cure = 产品默认值；法律没有规定。
number-consumer-odr-respond = 产品默认值；法律没有规定。
number-consumer-odr-negotiate = 产品默认值；法律没有规定。
number-consumer-odr-facilitate = 产品默认值；法律没有规定。
number-consumer-odr-negotiate-more = 双方均要求延长协商时所得的时间，仅一次。产品默认值；法律没有规定。
number-consumer-odr-consider = 调解方案产生约束力之前，供消费者考虑的时间。
number-consumer-odr-perform = 和解或裁决未写明日期时适用。
number-consumer-odr-eu-adr-respond = 法律规定的上限为20个工作日；下限是产品的默认值。
number-consumer-odr-eu-adr-consider = 方案产生约束力之前的考虑时间。法律要求给予合理时间，没有规定天数：产品默认值。
number-consumer-odr-eu-adr-outer-more = 高度复杂的争议在90天之外增加的时间，最多两次。法律没有规定天数：产品默认值。
number-consumer-odr-cn-platform-respond = 各平台给予二至五天；法律没有规定：产品默认值。
number-consumer-odr-cn-platform-facilitate = 起诉前30天、起诉后15天或7天，出自法院的规则。
number-consumer-odr-cn-platform-records = 产品默认值；法律要求提供记录，没有规定天数。
number-consumer-odr-cn-platform-mediate-more = 各方均要求延长调解时所得的时间，仅一次。法院的规则没有规定天数：产品默认值。
number-consumer-odr-cn-platform-expert-longest = 连同专家所需的时间在内，调解最长可达多久。法院的规则没有规定天数：产品默认值。
