# 程序中的名称：程序、阶段、状态、步骤、期限。键名与程序文件一致，下划线写作连字符。

## 程序

pack-us-dmca-512-title = 美国版权通知
pack-us-dmca-512-about = 适用于受美国法（17 U.S.C. 512）约束的服务上的版权争议。卖家可以提交反通知；除非权利人起诉或双方选择仲裁，链接在 10 至 14 个工作日后恢复。
pack-cn-ecl-ip-title = 中国知识产权通知
pack-cn-ecl-ip-about = 适用于受中国《电子商务法》约束的平台上的商标、版权、专利和外观设计争议。卖家可以声明不存在侵权；除非权利人投诉或起诉，措施在 15 日后终止。
pack-consumer-odr-title = 消费者投诉
pack-consumer-odr-about = 适用于网购商品未到、损坏、不安全、与描述不符或收费错误。双方先行协商，再由中立人员协助；只有消费者在争议发生后同意，才由仲裁员裁决。

## 状态

state-draft = 草稿
state-draft-next = 尚未发送任何内容。请完成后发送。
state-incomplete = 通知不完整
state-incomplete-next = 权利人补充通知缺少的内容；补充前通知不生效。
state-defect = 通知有缺项
state-defect-next = 权利人补充通知缺少的内容，否则视为撤回。
state-accepted = 平台处理中
state-accepted-next = 平台逐一查看商品链接，并说明理由后隐藏、删除、限制或拒绝。
state-removed = 链接已下架
state-removed-next = 卖家可以同意或提交反通知；没有反通知的，链接保持下架。
state-measured = 等待卖家答复
state-measured-next = 卖家可以同意，或声明不存在侵权；未答复的，措施保持不变。
state-counter-incomplete = 反通知不完整
state-counter-incomplete-next = 卖家补充反通知缺少的内容；完整后开始计算恢复时间。
state-window = 恢复期计算中
state-window-next = 期满链接即恢复，除非权利人证明已起诉，或双方同意仲裁。
state-holder-wait = 等待权利人
state-holder-wait-next = 期满措施即终止，除非权利人证明已投诉或起诉。
state-action-filed = 法院处理中
state-action-filed-next = 法院结果记录在案之前，链接保持现状。
state-action-reported = 法院或机关处理中
state-action-reported-next = 法院或主管机关的结果记录在案之前，链接保持现状。
state-court-held = 法院裁定保全中
state-court-held-next = 链接状态以法院裁定为准；案件等待法院结果。
state-arbitration = 仲裁中
state-arbitration-next = 指定仲裁员，双方补充证据，由仲裁员裁决。
state-restored = 链接已恢复
state-restored-next = 平台恢复商品链接。案件已关闭。
state-down-final = 保持下架
state-down-final-next = 链接保持下架。法律仍允许迟到的反通知。
state-upheld = 措施维持
state-upheld-next = 措施保持不变。案件已关闭。
state-upheld-no-reply = 未答复，措施维持
state-upheld-no-reply-next = 因未收到答复，措施保持不变。迟到的声明仍可接受。
state-settled = 已和解
state-settled-next = 双方履行约定并标记完成。
state-decided = 已裁决
state-decided-next = 双方在裁决所列日期前履行。
state-rejected = 未予受理
state-rejected-next = 通知未被接受并已说明理由。理由消除后可重新提交。
state-withdrawn = 已撤回
state-withdrawn-next = 已撤回。案件已关闭。
state-filed = 审查中
state-filed-next = 案件经办人审查投诉是否完整、是否属于本服务。
state-need-info = 待补充信息
state-need-info-next = 消费者补充缺少的内容，否则投诉视为撤回。
state-response-wait = 等待卖家答复
state-response-wait-next = 卖家答复；未答复的，案件进入由案件经办人协助的阶段。
state-negotiation = 协商中
state-negotiation-next = 双方可以提出方案；期满后由案件经办人协助。
state-facilitation = 调解中
state-facilitation-next = 由中立人员协助双方达成一致；期满后进入最后阶段。
state-evaluation = 出具建议中
state-evaluation-next = 中立人员出具无约束力的建议，除非消费者同意有约束力的裁决。
state-final-stage = 裁决中
state-final-stage-next = 由仲裁员作出有约束力的裁决。
state-performed = 已履行
state-performed-next = 约定或裁决的事项均已履行。案件已关闭。
state-breached = 未履行
state-breached-next = 约定或裁决的事项未按时履行；逾期履行仍可结案。
state-dismissed = 投诉被驳回
state-dismissed-next = 仲裁员认定无需履行任何事项。案件已关闭。
state-recommended = 已出具建议
state-recommended-next = 建议见案件页面，没有约束力；仍可向法院起诉。
state-closed-no-jurisdiction = 不属本服务受理
state-closed-no-jurisdiction-next = 本服务不能处理该投诉。理由中列明其他途径。
state-challenged = 回避申请待决
state-challenged-next = 由另一位案件经办人决定回避申请；此前不作裁决。

## 阶段

phase-notice = 通知
phase-measure = 平台处理
phase-answer = 卖家答复
phase-wait = 等待期
phase-action = 法院或仲裁
phase-closed = 已关闭
phase-filing = 提交
phase-response = 答复
phase-negotiation = 协商
phase-facilitation = 调解
phase-final = 最后阶段
phase-performance = 履行

## 结果

outcome-restored = 链接已恢复
outcome-upheld = 措施维持
outcome-settled = 已和解
outcome-decided = 已裁决
outcome-recommended = 建议
outcome-performed = 已履行
outcome-breached = 未履行
outcome-withdrawn = 已撤回
outcome-rejected = 未予受理
outcome-no-jurisdiction = 不属本服务受理
outcome-mixed = 各卖家结果不同

## 轮到谁

turn-yours = 轮到您
turn-claimant = 轮到申请人
turn-respondent = 轮到被申请人
turn-marketplace = 轮到平台
turn-case-manager = 轮到案件经办人
turn-arbitrator = 轮到仲裁员
turn-administrator = 轮到管理员
turn-system = 等待期满
turn-nobody = 无人待办
turn-closed = 已关闭

## 步骤，前面是行为人

step-file = 提起案件
step-complete = 补充缺少的内容
step-measure = 处理商品链接并说明理由
step-reject = 拒绝并说明理由
step-respond = 答复
step-agree = 同意
step-counter = 提出异议并作出声明
step-ask-time = 申请更多时间
step-delay = 说明自身无法控制的延误，期间停止计算
step-delay-over = 说明延误已结束，期间继续计算
step-prove-action = 证明已向法院或主管机关提出请求
step-action-outcome = 记录该请求的结果
step-consent-arbitration = 同意仲裁
step-withdraw = 撤回案件
step-screen-accept = 受理投诉
step-need-info = 要求补充
step-screen-reject = 关闭：不属本服务受理
step-escalate = 请求协助
step-offer-accepted = 接受方案
step-propose-settlement = 提出调解方案
step-both-accept = 双方接受调解方案
step-declare-failure = 宣布无法达成一致
step-consent-final = 同意有约束力的裁决
step-appoint = 提名仲裁员
step-panel-constituted = 作出独立性声明后就任
step-decide = 作出裁决并说明理由
step-perform-done = 确认应履行事项已完成
step-breach = 指出应履行事项未完成
step-stay = 记录中止案件的法院裁定
step-note = 在案卷中记录
step-correct = 更正先前的记录
step-settle = 在方案之外和解
step-lapse = 期限届满

## 起算事件

anchor-notice-received = 收到通知
anchor-measure-taken = 对链接采取措施
anchor-notice-served = 通知送达卖家
anchor-counter-received = 收到反通知
anchor-counter-forwarded = 声明送达权利人
anchor-defects-notified = 告知缺项
anchor-arbitration-agreed = 达成仲裁合意
anchor-appointment-notified = 告知指定
anchor-arbitrator-seated = 仲裁员就任
anchor-complaint-received = 收到投诉
anchor-complaint-served = 投诉送达卖家
anchor-response-received = 收到答复
anchor-stage-opened = 阶段开始
anchor-proposal-made = 提出调解方案
anchor-settled-or-decided = 和解或裁决

## 沉默的后果

lapse-claimant-prevails = 申请人的请求得到支持。
lapse-respondent-prevails = 结果有利于被申请人。对其商品链接的措施结束。
lapse-measure-ends = 措施终止。
lapse-measure-stays = 措施保持不变。
lapse-deemed-withdrawn = 视为撤回。
lapse-deemed-refused = 沉默视为拒绝。
lapse-deemed-accepted = 沉默视为同意。
lapse-attempt-forfeited = 丧失这一步的机会，案件继续。
lapse-decide-on-record = 根据案卷作出裁决。
lapse-appointing-authority-acts = 由案件经办人代为办理。
lapse-no-effect = 不会自动发生变化；延误会被报告。

## 期限：名称、对应办理人看到的名称、期满后果

clock-assess = 平台处理期限
clock-assess-yours = 您处理商品链接的期限
clock-assess-silence = 不会自动发生变化；延误会被报告。
clock-help = 协助补全通知的期限
clock-help-yours = 您协助补全通知的期限
clock-help-silence = 不会自动发生变化；延误会被报告。
clock-quiet = 反通知期限
clock-quiet-yours = 请在此日期前提交反通知
clock-quiet-silence = 案件显示为关闭，链接保持下架。迟到的反通知仍可接受。
clock-putback = 恢复窗口期
clock-putback-yours = 您恢复链接的窗口期
clock-putback-silence = 不会自动发生变化；未按时恢复会被报告。
clock-restore = 恢复时间
clock-restore-yours = 您证明已起诉的期限
clock-restore-silence = 链接恢复，除非权利人已证明起诉。
clock-act = 平台处理期限
clock-act-yours = 您处理商品链接的期限
clock-act-silence = 不会自动发生变化；延误会被报告。
clock-cure = 补充内容的期限
clock-cure-yours = 您补充内容的期限
clock-cure-silence = 材料视为撤回，可以重新提交。
clock-reply = 卖家答复期限
clock-reply-yours = 您的答复期限
clock-reply-silence = 措施保持不变，案件显示为关闭。迟到的声明仍可接受。
clock-holder = 权利人采取行动的期限
clock-holder-yours = 您证明已投诉或起诉的期限
clock-holder-silence = 措施终止，链接恢复。
clock-appoint = 提名仲裁员的期限
clock-appoint-yours = 您提名仲裁员的期限
clock-appoint-silence = 不会自动发生变化；延误会被报告。
clock-object = 申请回避的期限
clock-object-yours = 您申请回避的期限
clock-object-silence = 仲裁员继续审理，案件照常进行。
clock-decision = 裁决期限
clock-decision-yours = 您作出裁决的期限
clock-decision-silence = 不会自动发生变化；延误会被报告。
clock-screen = 审查期限
clock-screen-yours = 您审查投诉的期限
clock-screen-silence = 不会自动发生变化；延误会被报告。
clock-respond = 卖家答复期限
clock-respond-yours = 您的答复期限
clock-respond-silence = 沉默视为拒绝协商，不视为承认。由中立人员接手。
clock-negotiate = 协商截止
clock-negotiate-yours = 您的协商截止
clock-negotiate-silence = 任何一方都不会因此受损：由中立人员接手协助双方。
clock-facilitate = 调解截止
clock-facilitate-yours = 您的调解截止
clock-facilitate-silence = 进入最后阶段。
clock-consider = 答复调解方案的期限
clock-consider-yours = 您答复调解方案的期限
clock-consider-silence = 视为不接受调解方案，案件继续。
clock-final = 裁决期限
clock-final-yours = 您作出裁决的期限
clock-final-silence = 不会自动发生变化；延误会被报告。
clock-offer = 和解提议有效期
clock-offer-yours = 有一项和解提议等待您答复
clock-offer-silence = 提议失效，其他不变。
clock-obligation = 约定事项到期
clock-obligation-yours = 您承诺或被裁定应做的事
clock-obligation-silence = 记录为逾期，并通知双方。
clock-confirm = 有一件事被标记为完成
clock-confirm-yours = 是否已完成？请确认或说明理由
clock-confirm-silence = 视为已完成。
clock-perform = 履行期限
clock-perform-yours = 您的履行期限
clock-perform-silence = 记录为未履行，并通知平台。

step-step = 采取本程序规定的步骤

outcome-terminated = 未经裁决而终结
