# 消费者投诉：填写、受理审查、卖家答复、后续行为，以及各项期限。

complaints-drafts = 已保存的草稿
complaints-newer = 另一窗口已于 { $time } 保存了更新的版本。您输入的内容仍在下方，未覆盖任何内容。
complaints-newer-see = 查看更新的版本
complaints-flash-saved = 已保存。尚未发送任何内容。
complaints-flash-unfinished = 还有问题没有回答，可从这里继续。

## 开始

complaints-start-title = 投诉您购买的商品
complaints-start-lead = 您说明情况，卖家作出答复。如双方不能达成一致，由中立人员协助。
complaints-start-need = 请准备好订单号；如有照片或聊天记录，也请准备好。
complaints-start-time = 大约需要 10 分钟，可以保存后再继续。
complaints-start-free = 开始填写不需要账户，也不需要律师。
complaints-start-go = 开始

## 购买的商品

complaints-bought-title = 您买了什么？
complaints-bought-lead = 便于卖家查找您的订单。
complaints-order = 订单号
complaints-order-hint = 见订单确认信息。如没有，请填写商品网址。
complaints-order-error = 请填写订单号或商品网址
complaints-marketplace = 您在哪里购买？
complaints-marketplace-other = 其他地方
complaints-marketplace-error = 请选择购买的地方
complaints-marketplace-name = 店铺或网站名称
complaints-marketplace-name-hint = 仅在选择“其他地方”时填写。
complaints-marketplace-name-error = 请填写店铺或网站名称
complaints-goods = 商品
complaints-goods-hint = 例如：白色吊灯，30 厘米
complaints-goods-error = 请说明您买了什么
complaints-ordered = 下单日期
complaints-ordered-hint = 可以不填。例如：2026 3 27
complaints-ordered-error = 下单日期应在今天或之前

## 卖家

complaints-seller-title = 是谁卖给您的？
complaints-seller-lead = 由我们替您联系卖家。
complaints-seller-name = 卖家名称
complaints-seller-name-hint = 按订单或商品链接上的名称填写。
complaints-seller-error = 请填写卖家名称
complaints-seller-email = 卖家的电子邮箱
complaints-seller-email-hint = 如果您知道。否则由我们向平台询问。
complaints-seller-self = 卖家的邮箱不能与您自己的相同
complaints-seller-country = 卖家所在国家或地区
complaints-seller-country-hint = 如果您知道。
complaints-country-error = 请选择国家或地区

## 出了什么问题

complaints-wrong-title = 出了什么问题？
complaints-wrong-lead = 请选择最合适的一项，可在下方补充说明。
complaints-problem = 发生的情况
complaints-problem-error = 请选择出了什么问题
complaints-problem-not-delivered = 例如：包裹一直没到，或只到了一部分。
complaints-problem-defective = 例如：无法开机，或用了一周就坏了。
complaints-problem-unsafe = 例如：发烫、有异味，或有松动的小零件。
complaints-problem-not-as-described = 例如：尺寸或颜色不对、旧货充新，或是假货。
complaints-problem-payment = 例如：重复扣款，或承诺的退款没有到账。
complaints-statement = 请说明发生了什么
complaints-statement-hint = 用您自己的话，按时间顺序说明。卖家会看到这些内容。
complaints-statement-error = 请说明发生了什么

## 已作的尝试

complaints-tried-title = 到目前为止您做过哪些尝试？
complaints-tried-lead = 了解卖家已有的答复会有帮助。
complaints-tried = 您做过的尝试
complaints-tried-hint = 何时联系过卖家、得到什么答复。如没有，可以留空。

## 诉求

complaints-remedy-title = 怎样才能解决？
complaints-remedy-lead = 以后仍可商定其他方案。
complaints-remedy = 您的诉求
complaints-remedy-error = 请选择您的诉求
complaints-remedy-refund = 退还全部款项。
complaints-remedy-partial-refund = 您保留商品，卖家退还部分款项。
complaints-remedy-return-then-refund = 您先退货，再收到退款。
complaints-remedy-replacement = 换一件同样的商品。
complaints-remedy-repair = 由卖家修理或承担修理费用。
complaints-remedy-apology = 不要求款项，由卖家致歉。
complaints-remedy-other = 请在您的陈述中说明。
complaints-amount = 金额
complaints-amount-hint = 如要求款项则须填写，否则可以不填。
complaints-amount-error = 请填写您要求的金额

## 证据

complaints-evidence-title = 您有哪些证据？
complaints-evidence-lead = 照片、聊天记录、发票等能说明情况的材料。
complaints-evidence-what = 有用的证据包括：订单确认、商品和包裹的照片、与卖家的聊天记录、付款凭证。
complaints-evidence-files = 文件
complaints-evidence-files-hint = 卖家会看到这些文件。发送后还可以继续添加。
complaints-evidence-kind = 现在添加的是哪类文件？
complaints-evidence-many = 一份表单最多可附 { $max } 个文件，其余请在发送后添加

## 您

complaints-you-title = 您是谁？
complaints-you-lead = 我们按此地址给您写信。卖家会看到您的姓名和所在国家或地区。
complaints-you-error = 请填写您的姓名
complaints-your-name = 您的姓名
complaints-your-email = 您的电子邮箱
complaints-your-email-hint = 我们会发送链接。在您打开链接之前，投诉不产生任何效力。
complaints-your-country = 您居住的国家或地区
complaints-your-language = 我们来信使用的语言
complaints-language-error = 请选择语言

## 声明

complaints-declarations-title = 您的权利与声明
complaints-declarations-lead = 请阅读文本并勾选。
complaints-rights-keep = 使用本服务不减损您作为消费者的任何权利。
complaints-rights-court = 您仍可向法院起诉，除非您以后同意在此作出有约束力的裁决。届时会单独询问，您可以拒绝。
complaints-rights-withdraw = 在作出裁决之前，您可以撤回投诉。
complaints-declare-tick = 本人作此声明
complaints-declare-error = 请阅读声明并勾选

## 核对并发送

complaints-check-title = 核对并发送
complaints-check-lead = 尚未发送任何内容。
complaints-check-newer = 内容已在另一窗口中更改，请再核对一次后发送。
complaints-check-answers = 您的回答
complaints-check-declarations = 声明
complaints-check-bought = 购买的商品
complaints-check-seller = 卖家
complaints-check-wrong = 出了什么问题
complaints-check-tried = 已作的尝试
complaints-check-remedy = 您的诉求
complaints-check-evidence = 证据
complaints-check-you = 您
complaints-check-confirm = 我们先向 { $email } 发送一封信。您打开其中的链接后，投诉才会发送。
complaints-check-send = 发送我的投诉
complaints-check-send-letter = 发送确认信
complaints-waiting-title = 请查看邮箱
complaints-waiting-lead = 我们已向 { $email } 发送一封信。请打开其中的链接以发送投诉。
complaints-waiting-no-effect = 在此之前，投诉不产生任何效力，也不会有其他人知道。
complaints-waiting-since = 发送于 { $when }
complaints-waiting-again = 重新发送信件
complaints-waiting-change = 更改邮箱或其他回答
complaints-confirm-title = 发送您的投诉
complaints-confirm-lead = 这是您填写的投诉。按下按钮即发送。
complaints-confirm-go = 确认并发送
complaints-confirm-not-you = 如果不是您填写的，请关闭此页，不会发送任何内容。
complaints-confirm-closed = 此链接已不再有效
complaints-confirm-spent = 此链接已使用过。您的投诉在您的案件列表中。
complaints-confirm-expired = 链接已过期。请从已保存的草稿中重新发送投诉。
complaints-confirm-changed = 发信之后投诉已被更改或删除。请从已保存的草稿中重新发送。

## 受理与审查

complaints-intake-title = 待审查的投诉
complaints-intake-lead = 期限最近的排在最前。
complaints-intake-count = { $count } 件投诉待审查
complaints-intake-none = 目前没有待审查的投诉。
complaints-intake-case = 投诉
complaints-intake-filed = 收到时间
complaints-intake-due = 审查期限
complaints-intake-twin = 当事人相同：
complaints-intake-waiting = 等待消费者补充
complaints-side-label = 投诉
complaints-side-title = 投诉内容
complaints-screening-title = 审查投诉
complaints-screening-lead = 卖家能否就此答复？是否属于本服务的范围？
complaints-screening-checks = 核对结果
complaints-screening-seller = 可以联系到卖家。
complaints-screening-no-seller = 不知道卖家的联系地址。提供之前，卖家不会得知本案。
complaints-screening-marketplace = 该平台已加入本服务。
complaints-screening-no-marketplace = 该平台未加入本服务。
complaints-screening-money = 金额与诉求相符。
complaints-screening-no-money = 要求款项，但未填写金额。
complaints-screening-evidence = 已有证据。
complaints-screening-no-evidence = 尚无证据。
complaints-screening-tried = 消费者已说明所作的尝试。
complaints-screening-not-tried = 未说明所作的尝试。
complaints-screening-twin = 相同订单号出现在未结案件中：
complaints-screening-decision = 如何处理？
complaints-screening-error = 请选择如何处理
complaints-screening-accept = 受理
complaints-screening-accept-hint = 投诉转交卖家，答复期限开始计算。如不知道卖家的邮箱，请先提供。
complaints-screening-ask = 要求补充
complaints-screening-ask-hint = 消费者将有一段时间补充。
complaints-screening-reject = 不予受理
complaints-screening-reject-hint = 不属于本服务的范围。请说明可向何处求助。
complaints-screening-words = 缺少的内容，或不予受理的理由
complaints-screening-words-hint = 请一次全部列明，消费者会看到。如受理可以留空。
complaints-screening-ask-error = 请一次列明全部缺少的内容
complaints-screening-reject-error = 请说明不予受理的理由以及可向何处求助
complaints-screening-go = 记录
complaints-screening-not = 返回列表

## 卖家答复

complaints-answer-title = 答复投诉
complaints-answer-lead = 请说明您的看法。您可以不同意。
complaints-answer-position = 您是否同意？
complaints-answer-position-error = 请选择是否同意
complaints-answer-agree = 同意
complaints-answer-agree-hint = 之后您可以按消费者的诉求提出方案。
complaints-answer-dispute = 不同意
complaints-answer-dispute-hint = 例如：商品已送达、可以正常使用，或不是您出售的。
complaints-answer-part = 部分同意
complaints-answer-part-hint = 例如：愿意换货，但不退款。
complaints-answer-statement = 您的理由
complaints-answer-statement-hint = 消费者会看到这些内容。如同意可以留空。
complaints-answer-statement-error = 请说明您为何不同意
complaints-answer-evidence = 答复之前或之后都可以添加证据。
complaints-answer-evidence-add = 保存并添加证据
complaints-answer-keep = 保存，稍后继续
complaints-answer-kept = 您填写的内容已保存，再次打开答复页面即可继续。
complaints-answer-go = 发送我的答复
complaints-answer-not = 暂不答复

## 补充

complaints-complete-title = 补充缺少的内容
complaints-complete-lead = 案件经办人需要这些内容，之后卖家才能答复。
complaints-complete-asked = 缺少的内容
complaints-complete-label = 您的补充
complaints-complete-hint = 如要求提供照片或文件，请先在“证据”页面添加，然后在这里说明。
complaints-complete-error = 请填写所要求的内容
complaints-complete-go = 发送
complaints-complete-not = 暂不补充

## 最后阶段

complaints-consent-title = 有约束力的最后阶段：由您选择
complaints-consent-lead = 如不能达成一致，由仲裁员审查案件。其效力由您选择。
complaints-consent-binds = 如您同意，由仲裁员作出裁决，裁决对您具有约束力。
complaints-consent-without = 如您不同意，仲裁员只提出建议，对任何人均无约束力，您可以向法院起诉。
complaints-consent-later = 您不必现在选择。在建议作出之前都可以同意。
complaints-consent-no = 您可以拒绝，不会因此对您不利。
complaints-consent-go = 我同意有约束力的裁决
complaints-consent-not = 不同意，或暂不决定

## 请求协助与协商不成

complaints-escalate-title = 请中立人员协助
complaints-escalate-lead = 由案件经办人协助双方达成一致。
complaints-escalate-ends = 双方直接协商结束，其期限停止计算。
complaints-escalate-neutral = 中立人员审查案件，并可提出方案。
complaints-escalate-offers = 双方仍可提出方案。
complaints-escalate-label = 为什么请求协助？
complaints-escalate-hint = 双方都会看到。可以留空。
complaints-escalate-go = 请求协助
complaints-escalate-not = 继续协商
complaints-failure-title = 宣布无法达成一致
complaints-failure-lead = 在双方都有过合理的协商机会之后作出。
complaints-failure-ends = 协商结束，进入最后阶段。此行为不能撤销。
complaints-failure-offers = 已提出的方案
complaints-failure-next = 下一步
complaints-failure-binding = 消费者已同意：由仲裁员作出裁决。
complaints-failure-advice = 消费者未同意有约束力的裁决：由仲裁员提出建议。
complaints-failure-label = 为什么无法达成一致？
complaints-failure-hint = 双方都会看到。请勿重复方案的内容。
complaints-failure-error = 请说明为什么无法达成一致
complaints-failure-go = 宣布
complaints-failure-not = 继续协商

## 撤回投诉

complaints-withdraw-title = 撤回投诉？
complaints-withdraw-lead = 案件到此结束。卖家无需再答复，尚未答复的和解方案失效。
complaints-withdraw-rights = 您的权利不受影响：您仍可以找卖家、其他机构或法院。
complaints-withdraw-final = 此操作无法撤销。以后如要继续，您需要重新提交投诉。
complaints-withdraw-told = 我们会告知卖家；如果您写明理由，也会一并告知。
complaints-withdraw-quiet = 卖家还不知道这个投诉，我们不会告知卖家。
complaints-withdraw-label = 您为什么撤回？
complaints-withdraw-hint = 可以不填。被告知的人会看到。
complaints-withdraw-go = 撤回投诉
complaints-withdraw-not = 保留投诉

## 期限

complaints-deadline-due = 截止
complaints-deadline-state = 状态
complaints-deadline-running = 计算中
complaints-deadline-held = 暂停计算
complaints-deadline-held-for = 期间暂停计算：{ $why }。
complaints-deadline-held-due = 恢复计算时以剩余天数重新计算
complaints-deadline-stopped = 不再计算：已经完成，或不再需要
complaints-deadline-fired = 已届满
complaints-deadline-owner = 由谁行动
complaints-deadline-nobody = 并非由某一方单独行动
complaints-deadline-began = 开始
complaints-deadline-from = 不早于
complaints-deadline-end = 届时无人处理的后果
complaints-deadline-counted = 日期的计算方法
complaints-deadline-rule = 依据
complaints-deadline-history = 经过
complaints-deadline-started = 开始计算，截止于 { $when }
complaints-deadline-asked = 请求延长：{ $who }
complaints-deadline-extended = 新的截止时间：{ $when }
complaints-deadline-back = 返回案件
complaints-extend-title = 请求延长期限
complaints-extend-adds = 可以延长 { $length }。
complaints-extend-then = 新的截止时间为 { $when }。
complaints-extend-once = 提出后立即延长，不需要理由。
complaints-extend-both = 须双方都提出请求。我们会通知对方，对方也提出后期限才会延长。
complaints-extend-reason = 为什么需要更多时间？
complaints-extend-reason-hint = 可以不填。对方会看到。
complaints-extend-reason-early = 可不填写。案件管理员会看到。
complaints-extend-go = 请求延长
complaints-extend-not = 不请求，返回
complaints-flash-more-time = 期限已延长，新的截止时间为 { $when }。
complaints-flash-time-asked = 已提出延长请求。对方也提出后期限才会延长。
complaints-rules = 适用哪一套规则？
complaints-rules-hint = 根据您和卖家所在地，您可以选择几种程序。它们在卖家的答复时间和无人答复时的后果上有所不同。各程序的说明见“程序”页面。
complaints-rules-choose = 请选择投诉适用的规则
