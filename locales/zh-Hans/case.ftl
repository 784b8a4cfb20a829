# Pages that every reader of a case has.

case-crumb-cases = 案件
case-closed = 已结案
case-nav-label = 案件 { $number }
case-part-overview = 概览
case-part-claims = 主张
case-part-evidence = 证据
case-part-messages = 消息
case-part-settlement = 和解
case-part-parties = 当事人
case-part-tribunal = 仲裁庭
case-part-desk = 裁决台
case-part-decision = 裁决
case-part-timeline = 时间线
case-part-file = 案卷
case-print = 案件 { $number }，打印于 { $when }，
case-you = 您
case-yes = 是
case-no = 否
case-kind-notice = 侵权通知
case-kind-complaint = 消费者投诉

## Clock and outcome

case-more-time = 申请延长期限
case-add-calendar = 加入日历
case-outcome-title = 结果
case-no-clock-title = 没有期限在计算
case-no-clock-text = 案件名称下方的说明写明案件在等待什么。双方仍可发送消息。

## Steps

case-task-awaited = 等待您处理
case-task-choice = 由您选择
case-do-title = 您需要做什么
case-can-title = 您可以做什么
case-do-nothing = 目前无需处理。情况变化时我们会写信通知您。
case-step-answer = 答复通知
case-step-answer-hint = 同意、不同意，或申请延长期限。可以不同意。
case-step-late-answer = 提交迟到的答复
case-step-late-answer-hint = 期限已过，但法律没有规定提交声明的最后日期。
case-step-answer-complaint = 答复投诉
case-step-answer-complaint-hint = 同意、不同意，或部分同意。
case-step-complete = 补充缺少的内容
case-step-complete-hint = 案件经办人请您补充材料。
case-step-completion = 补充通知中的缺项
case-step-completion-hint = 通知补齐前不生效。
case-step-delay = 说明您无法控制的延误
case-step-delay-hint = 例如办理公证。延误的日子不计入，但有上限。
case-step-delay-over = 说明延误已结束
case-step-delay-over-hint = 此后期间继续计算。
case-step-send-back = 退回补正
case-step-send-back-hint = 请一次列明全部缺项。
case-step-court = 录入法院裁定
case-step-court-hint = 裁定优先于其他一切；其他期限停止。
case-step-prove = 证明您已向法院起诉或向主管部门投诉
case-step-prove-hint = 否则期限届满时商品链接将恢复。
case-step-final = 决定是否进入有约束力的最终阶段
case-step-final-hint = 由您选择。不同意的话，仲裁员只提出建议。
case-step-address = 填写卖家的联系邮箱
case-step-address-hint = 尚无任何人提供邮箱；在此之前，卖家收不到任何消息。
case-step-takedown = 处理商品链接
case-step-takedown-hint = 隐藏、删除、限制或拒绝，并说明理由。
case-step-appointment = 接受或谢绝指定
case-step-desk = 撰写裁决
case-step-desk-hint = 认定、理由、命令，然后预览并签署。
case-step-screen = 审查投诉
case-step-screen-hint = 受理、要求补充，或说明理由后结案。
case-step-rule = 就回避申请作出决定
case-step-appoint = 提名仲裁员
case-step-propose = 提出和解方案
case-step-failure = 声明无法达成协议
case-step-outcome = 录入法院或主管部门的结果
case-step-offer = 答复和解方案
case-step-offer-hint = 接受、拒绝或另提方案。拒绝不会影响您的案件。
case-step-perform = 履行约定或裁决的义务
case-step-perform-hint = 完成后请标记并附上证明。
case-step-confirm = 确认您收到的内容
case-step-talk = 提出和解方案
case-step-talk-hint = 仲裁员看不到和解方案。
case-step-escalate = 请中立人士协助
case-step-escalate-hint = 直接协商将结束。
case-step-arbitration = 同意由仲裁员在此裁决
case-step-arbitration-hint = 仅在双方都同意时进行。
case-step-evidence = 添加证据
case-step-evidence-hint = 发票、许可、照片、聊天记录。
case-step-withdraw = 撤回案件

## Facts

case-fact-about = 事由
case-fact-about-notice = { $right }，{ $count } 个商品链接
case-fact-right = 所依据的权利
case-fact-unreached = 尚未联系上
case-fact-unreached-text = { $name }：尚无联系地址。提供地址之后，答复期限重新起算。
case-fact-still = 期限暂停
case-fact-still-since = 自 { $day } 起暂停，延误期间的日子不计入。
case-waits-title = 期间暂停
case-waits-text = 不会丢失任何一天：暂停的期间以剩余天数继续计算。原因：{ $why }。
case-fact-kept = 记录保存
case-fact-kept-between = 至少保存至 { $least }，最多保存至 { $most }
case-fact-kept-least = 至少保存至 { $day }
case-fact-kept-most = 最多保存至 { $day }
case-fact-court = 法院裁定
case-fact-you = 您的身份
case-fact-rules = 程序
case-fact-filed = 提交日期
case-statement-title = { $name } 的陈述
case-answer-title = { $name } 的答复

## Claims

case-claims-title = 主张与商品链接
case-claims-more = 另有 { $count } 项
case-claims-none = 本案没有您的商品链接。
case-claim-no = 主张 { $no }：
case-claim-title = 主张内容
case-claim-says = 陈述
case-claim-asked = 请求
case-claim-seller = 卖家
case-claim-seller-unknown = 仅平台知悉
case-claim-answer = 答复
case-claim-answer-yours = 您的答复
case-claim-no-answer = 尚无答复。
case-claim-now = 链接现状
case-claim-since = 自 { $when } 起
case-claim-waits = 待执行
case-claim-no-evidence = 尚无证据。
case-reasons-title = 平台的理由
case-reasons-ground = 法律或条款
case-reasons-facts = 事实
case-reasons-territory = 范围
case-reasons-everywhere = 平台销售的所有地区
case-reasons-automated = 仅由机器决定

## Complaint

case-complaint-title = 投诉
case-complaint-problem = 问题
case-complaint-goods = 商品
case-complaint-order = 订单
case-complaint-remedy = 诉求
case-complaint-amount = 金额
case-complaint-tried = 此前的尝试
case-complaint-missing = 仍缺少
case-complaint-added = 后来补充

## Beside

case-aside-label = 关于本案
case-offer-open = 待答复的和解方案
case-offer-yours = 您提出的、待答复的和解方案
case-offer-until = 有效期至 { $when }。
case-offer-secret = 仲裁员看不到和解方案。
case-offer-look = 查看和解方案
case-parties-title = 当事人
case-representative = 代理人：{ $name }
case-dates-title = 日期
case-date-target = 目标
case-date-latest = 最迟日期：目前暂停计算。
case-record-title = 记录
case-record-entries = { $count } 条记录
case-record-chain = 每一条都与前一条相连。最后一条的哈希值：
case-record-link = 查看全部记录
case-latest-title = 最新动态
case-latest-all = 全部 { $count } 条

## Timeline

case-timeline-about = 本案的每个行为都是一条有编号的记录。任何记录都不会被更改或删除；您无权阅读的内容也会列出。记录的哈希值涵盖该记录和前一条的哈希值。
case-timeline-newest = 最新
case-timeline-older = 更早
case-entry-withheld = 内容不对您一方公开。
case-entry-state = 当前：{ $state }
case-entry-outcome = 结果：{ $outcome }
case-entry-clock = { $label }：{ $when }。{ $how }
case-entry-extended = 新日期：{ $when }
case-entry-tolled = 期间停止计算。没有新消息的，最迟截止：{ $when }
case-entry-held = { $what }暂停计算：{ $why }。
case-entry-recounted = 该期间的日历已公布，日期已重新计算：{ $when }
case-entry-resumed = 期间继续计算。新的日期：{ $when }
case-entry-completed = 补充项数：{ $count }
case-entry-ordered = 主张 { $no }：已通知平台执行（{ $action }）
case-entry-measure = 主张 { $no }：{ $measure }
case-entry-obligation = 义务 { $no }：{ $state }
case-entry-answer = { $label }：{ $said }
case-entry-settlement = 和解或履行中的一步
case-entry-challenge-upheld = 回避申请成立。
case-entry-challenge-dismissed = 回避申请不成立。
case-entry-proof = 证明
case-entry-cites = 依据：
case-who-system = 期限届满

## Your work

case-work-title = 您的事项
case-work-todo = { $count } 件待办事项
case-work-nothing = 没有待办事项
case-work-next = 您案件中的下一个日期：{ $when }
case-work-no-date = 您的案件中没有期限在计算。
case-work-open = 打开
case-work-cases = 您的案件
case-work-all-cases = 未结案件
case-work-find = 查找案件
case-work-no-cases = 没有未结案件。
case-work-more = 更多
case-work-waiting = 等待他人
case-work-seat = 请您决定是否担任仲裁员
case-work-seat-why = 在您接受或谢绝之前，无人裁决本案。
case-work-challenge = 一项仲裁员回避申请等待决定
case-work-challenge-why = 作出决定之前，不能签署裁决。
case-work-late-why = 期限已过，案件等待此事完成。
case-work-since = 自 { $when } 起等待
case-work-late = 自 { $when } 起逾期
case-work-start-title = 有新的事项？
case-work-start-text = 举报侵权，或投诉您购买的商品。
case-work-start = 发起案件

## List

case-list-title = 案件
case-list-search = 搜索
case-list-search-hint = 案号、当事人、文中词语、商品编号或商品链接地址
case-list-state = 状态
case-list-turn = 轮到谁
case-list-kind = 类型
case-list-sort = 排序
case-list-sort-updated = 最近变更在前
case-list-sort-due = 最近日期在前
case-list-sort-filed = 最近提交在前
case-list-any = 不限
case-list-open = 未结
case-list-closed = 已结
case-list-find = 查找
case-list-remove = 移除此筛选
case-list-found = 显示 { $count } 件案件
case-list-none = 还没有案件。
case-list-no-match = 没有符合的案件。请移除上面的一个筛选条件。
case-list-case = 案件
case-list-due = 下一日期

## 通过信件打开本案的人

case-keep-title = 您通过信件打开了本案
case-keep-go = 放入账户

## Names of cases and folded rows

case-versus = 诉
case-work-sellers = { $count } 个卖家
case-date-more = 此期限的详情
case-step-determine = 认定是否完成
case-step-determine-hint = 一方标记为已完成，另一方有异议。

case-kind-matter = 其他事项

## 接下来可能发生什么

case-next-link = 接下来可能发生什么
case-candidate-lead = 您被提名裁决本案。目前您可以看到当事人和案由；接受指定后即可查阅案卷。
case-next-title = 接下来可能发生什么
case-next-lead = 案件目前为“{ $state }”。以下是程序规定的所有后续途径，以及如果现在采取该步骤会产生的日期。
case-next-silence = 如果各方均不采取行动
case-next-silence-nothing = 不会自动发生任何变化，案件将继续等待。
case-next-mine = 您可以做什么
case-next-others = 其他人可以做什么
case-next-stays = 案件状态不变。
case-next-otherwise = 其他情形
case-next-ends = 案件结束：{ $outcome }。
case-next-counted = 计算方式
case-next-note = 以上日期是根据程序规则现时推算的。已开始的期限保持不变；其他期限自采取相应步骤时起算。
case-step-of = { $step }（{ $who }）
case-entry-given-back = 期限届满时本服务无法访问，所失天数已补还：{ $when }
case-entry-migrated = 自此适用程序的 { $version } 版。理由：{ $reason }
case-step-migrate = 将案件转为适用新规则
case-step-choose = 选择要做的事
case-step-migrate-hint = 该程序已有新版本
case-migrate-title = 将案件转为适用新规则
case-migrate-lead = 本案适用其程序的 { $old } 版，现使用的是 { $new } 版。正在计算的日期保持不变，此后开始的事项适用新版本。系统会将您的理由通知案件各方。
case-migrate-changes = 变化之处
case-migrate-none = 仅文字和来源有变化。
case-migrate-reason = 为何这对本案更有利？
case-migrate-reason-hint = 案件各方都会看到。
case-migrate-reason-empty = 请填写理由
case-migrate-button = 转换
case-migrate-misfit = 目前无法转换：新版本中没有与本案现状对应的位置。
case-parallel-title = 其他程序
case-parallel-all = 全部
case-parallel-lead = 同一笔款项、同一商品或同一问题，可能同时由银行、法院或其他机构处理。本案各方在此可以看到已知的情况。
case-parallel-none = 未知有其他程序。
case-parallel-waiting = 期间暂停计算：{ $why }。
case-parallel-open = 未结束
case-parallel-ended = 已结束
case-parallel-ended-on = 记录结束：
case-parallel-by = 由 { $name } 记录
case-parallel-record = 记录其他程序
case-parallel-record-lead = 本案各方都会收到通知，并看到您的说明。
case-parallel-kind = 与本案有何共同之处？
case-parallel-kind-empty = 请选择与本案的共同之处
case-parallel-waits = 在其结束之前本案等待：正在计算的期间暂停。
case-parallel-goes-on = 本案继续进行。
case-parallel-place = 由谁处理？
case-parallel-place-hint = 银行、法院、平台或主管机关的名称
case-parallel-place-empty = 请填写由谁处理
case-parallel-reference = 对方的案号
case-parallel-reference-hint = 如果知道；本平台的其他案件请填案件编号
case-parallel-words = 涉及什么？
case-parallel-words-hint = 本案各方都会读到。
case-parallel-words-empty = 请说明涉及什么
case-parallel-send = 记录
case-parallel-over = 已经结束
case-parallel-over-lead = 因此暂停的期间自今日起继续计算，剩余天数不变。
case-parallel-over-words = 结果如何？
case-parallel-over-empty = 请说明结果如何
case-parallel-over-send = 记录结束
case-step-parallel = 记录其他程序
case-step-parallel-hint = 拒付、诉讼或其他机构的程序
case-entry-parallel = { $kind }：{ $place }
case-entry-parallel-over = 其他程序已结束：{ $place }
link-same-money = 同一笔款项
link-same-subject = 同一商品或同一权利
link-court = 法院诉讼
link-authority = 主管机关的程序
link-review = 对决定的复核
