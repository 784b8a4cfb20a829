# 案件当事人、代理人，以及寄给他们的信件。

mandates-invite = 邀请律师或同事
mandates-has-account = 已用账户参与。
mandates-no-account = 尚无账户，通过信件联系。
mandates-letters-to = 信件寄往：{ $addresses }
mandates-title = 代理人
mandates-invited = 已邀请
mandates-joined = 已加入
mandates-ended = 已终止
mandates-until-day = 有效至{ $day }。
mandates-no-end = 在您终止之前一直有效。
mandates-authority-download = 下载授权文件

## 信件

mandates-letters-all = 本案信件
mandates-letters-own = 寄给贵方的信件
mandates-letter = 信件
mandates-letter-to = 收件人
mandates-letter-state = 状态
mandates-letter-of = 关于第 { $number } 项记录的信件
mandates-letter-other = 关于本案的信件
mandates-letter-subject = 主题
mandates-letter-written = 写成时间
mandates-letter-text = 内容
mandates-letter-reply = 邮件服务器的答复
mandates-letter-reply-hint = 例如：550 5.1.1 no such user
mandates-letter-reply-error = 请填写邮件服务器的答复
mandates-letter-again = 重新发送
mandates-letter-again-lead = 将发往同一地址。如果地址有误，请先在当事人列表中填写正确地址：卖家会重新收到通知。
mandates-letter-came-back = 邮件被退回了吗？
mandates-letter-came-back-lead = 如果邮件服务器退回了这封信，请在此记录。信件状态会显示退回，所有案件经办人都会收到通知。
mandates-letter-came-back-do = 记录已被退回
mandates-letter-flash-bounced = 已记录，并已通知案件经办人。
mandates-letter-flash-again = 信件将重新发送。
mandates-letter-back = 返回当事人列表
mandates-letter-queued = 等待发送
mandates-letter-sent = 已发送
mandates-letter-when = { $when }，{ $zone }
mandates-letter-refused = 被邮件服务器拒收
mandates-letter-bounced = 被退回
mandates-letter-failed = 无法发送

## 联系邮箱

mandates-unreached = 目前没有可以联系到该方的邮箱。
mandates-address-change = 更正邮箱
mandates-address-title = 如何联系卖家？
mandates-address-lead = 至今没有人提供邮箱，卖家尚未得知本案。您填写后，我们立即寄出通知，答复期限重新起算。
mandates-address-lead-again = 此后的信件寄往新邮箱，并重新寄出最近一封要求答复的信。各期限不变。
mandates-address-name = 卖家名称
mandates-address-name-hint = 在平台登记的公司名称或个人姓名。
mandates-address-name-error = 请填写卖家名称
mandates-address-email-hint = 对方看不到这一邮箱。
mandates-address-country = 国家或地区
mandates-address-language = 我们致卖家信件的语言
mandates-address-flash = 致卖家的信件今后寄往 { $email }。

## 邀请

mandates-invite-title = 邀请律师或同事
mandates-invite-lead = 对方会收到带链接的信件。此后，本案信件会同时寄给您和对方。该授权会成为案件记录中的一项。
mandates-name = 姓名
mandates-name-error = 请填写代理人姓名
mandates-email = 电子邮箱
mandates-email-hint = 邀请会发往此地址。
mandates-scope = 此人可以做什么？
mandates-scope-error = 请选择此人可以做什么
mandates-until = 授权的最后一天
mandates-until-hint = 可以不填。当天以协调世界时（UTC）午夜为止。例如 31 12 2026。
mandates-until-error = 请填写不早于今天的日期
mandates-authority = 授权文件，例如签字的授权委托书
mandates-authority-hint = 可以不填。一个文件，最大 { $limit }。对方可以阅读。
mandates-held = { $name } 已经收到，在您提交表单之前会一直保留。
mandates-refused = { $why }
mandates-send = 发送邀请
mandates-flash-invited = 邀请将发往 { $email }。

## 终止

mandates-end-title = 终止此授权？
mandates-end-lead = 此人将不再能看到本案，也不再收到信件。依授权已做的事情仍然有效。
mandates-flash-ended = { $name } 的授权已终止。
