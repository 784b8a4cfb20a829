# 信件用语。每封信由下面的框架和该类信件的词条组成：
#   letter-KIND-subject    信件主题；不写姓名和金额（会显示在锁屏上）
#   letter-KIND-happened   发生了什么
#   letter-KIND-do         收信人可以做什么（如有）
#   letter-KIND-silence    不处理会怎样
#   letter-KIND-button     链接通往哪里
# 个别部分可有专门写法：优先取 letter-KIND-PART-VARIANT-READER、-VARIANT、-READER，没有时取普通写法。

## 框架

letter-greeting = { $name }，您好：
letter-greeting-plain = 您好：
letter-case = 案件 { $number }
letter-case-titled = 案件 { $number }：{ $claimant } 诉 { $respondent }
letter-subject-by = { $subject } - 截止 { $date }
letter-do-heading = 您要做什么，何时截止
letter-do-heading-undated = 您要做什么
letter-date-heading = 下一个日期
letter-date-heading-past = 已过的日期
letter-do-nothing = 您现在无需处理。
letter-silence-heading = 如果您不处理
letter-link-copy = 如果按钮打不开，请把下面的网址复制到浏览器：
letter-link-removed = （链接已在发送后移除）
letter-listings-heading =
    { $count ->
       *[other] 商品链接（{ $count } 个）
    }
letter-listings-more =
    { $count ->
       *[other] 另有 { $count } 个，见案件页面
    }
letter-quoted-heading = { $who }的原文
letter-quoted-cut = 原文未完，全文见案件页面。
letter-quoted-link = （网址已略去）
letter-receipt = 回执编号：{ $number }
letter-genuine-heading = 如何核实这封信
letter-genuine = 我们的链接都以 { $origin } 开头。我们绝不会通过邮件索要密码或付款。
letter-genuine-case = 如不放心，请自己在浏览器中输入 { $origin }，查找案件 { $number }。
letter-reply-heading = 如何回复
letter-reply-case = 请在案件页面上回复，这样您的话会记录在案。需要帮助，请写信至 { $contact }。
letter-reply-plain = 需要帮助，请写信至 { $contact }。
letter-reply-phone = 也可致电 { $phone }。
letter-foot = 由 { $service } 发送至 { $address }。
letter-other-language = 以下是同一封信的案件语言版本

## 日期如何计算（一行）

letter-counted-joined = { $first }；{ $then }
letter-counted-listed = { $first }、{ $then }
letter-counted-calendar-days =
    { $count ->
       *[other] 自{ $from }起算 { $count } 日
    }
letter-counted-business-days =
    { $count ->
       *[other] 自{ $from }起算 { $count } 个工作日
    }
letter-counted-hours =
    { $count ->
       *[other] 自{ $from }起算 { $count } 小时
    }
letter-counted-window-calendar-days = 自{ $from }起算 { $least } 至 { $count } 日
letter-counted-window-business-days = 自{ $from }起算 { $least } 至 { $count } 个工作日
letter-counted-window-hours = 自{ $from }起算 { $least } 至 { $count } 小时
letter-counted-longer-calendar-days =
    { $count ->
       *[other] 再加 { $count } 日
    }
letter-counted-longer-business-days =
    { $count ->
       *[other] 再加 { $count } 个工作日
    }
letter-counted-longer-hours =
    { $count ->
       *[other] 再加 { $count } 小时
    }
letter-counted-skipped =
    { $count ->
       *[other] { $days }为非工作日，不计入
    }
letter-counted-skipped-many = { $count } 天节假日不计入
letter-counted-stopped =
    { $count ->
       *[other] { $count } 天的延误不计入
    }
letter-counted-stopped-since = 自{ $from }起停止计算
letter-counted-capped-calendar-days = 总计不超过 { $count } 日
letter-counted-capped-business-days = 总计不超过 { $count } 个工作日
letter-counted-capped-hours = 总计不超过 { $count } 小时
letter-counted-moved = { $from }为非工作日，因此顺延
letter-counted-provisional = 当年放假安排尚未公布，日期可能变动
letter-counted-rule = 依据：{ $rule }

## 按程序规则，不处理会怎样

letter-lapse-claimant-prevails = 申请人的请求将得到支持。
letter-lapse-respondent-prevails = 结果有利于被申请人。对其商品链接的措施结束。
letter-lapse-measure-ends = 对商品链接的措施结束。
letter-lapse-measure-stays = 对商品链接的措施保持不变。
letter-lapse-deemed-withdrawn = 材料视为撤回。
letter-lapse-deemed-refused = 不回复视为不同意。
letter-lapse-deemed-accepted = 不回复视为同意。
letter-lapse-attempt-forfeited = 这一步不能再做，案件继续进行。
letter-lapse-decide-on-record = 按已有记录作出裁决。
letter-lapse-appointing-authority-acts = 由案件经办人代为完成这一步。

## 信件没有更多信息时的说法

letter-default-who = 对方
letter-default-party = 对方
letter-default-marketplace = 平台
letter-default-arbitrator = 仲裁员
letter-default-exhibit = 一份证据
letter-default-role = 代理人
letter-default-what = 约定的事项
letter-default-recipient = 案件中的一位当事人
letter-default-letter = 一封信件
letter-default-left = 一个日期临近

## 账户

letter-confirm-email-subject = 请确认您的邮箱
letter-confirm-email-happened = 有人用这个邮箱在 { $service } 注册了账户。
letter-confirm-email-do = 如果是您本人，请打开链接确认邮箱。
letter-confirm-email-silence = 账户不会启用。如果不是您本人，无需再做什么。
letter-confirm-email-button = 确认我的邮箱

letter-reset-password-subject = 设置新密码
letter-reset-password-happened = 有人为您在 { $service } 的账户申请设置新密码。
letter-reset-password-do = 如果是您本人，请打开链接设置新密码。链接只能使用一次。
letter-reset-password-silence = 您的密码保持不变。如果不是您本人，什么都没有改变。
letter-reset-password-button = 设置新密码

letter-sign-in-link-subject = 您的登录链接
letter-sign-in-link-happened = 有人申请用链接登录您在 { $service } 的账户。
letter-sign-in-link-do = 如果是您本人，请打开链接登录。链接只能使用一次。
letter-sign-in-link-silence = 没有人会登录。如果不是您本人，什么都没有改变。
letter-sign-in-link-button = 登录

letter-account-security-subject = 您的账户有变动
letter-account-security-happened = 您在 { $service } 的登录方式有变动。
letter-account-security-happened-password = 您在 { $service } 的账户密码已更改。
letter-account-security-happened-email = 您在 { $service } 的账户邮箱已更改。
letter-account-security-happened-signed-out = 您在 { $service } 的账户已在所有设备上退出登录。
letter-account-security-happened-token = 您在 { $service } 的账户新建了一个供程序使用的访问令牌。
letter-account-security-happened-role = 您在 { $service } 的账户权限已更改。
letter-account-security-happened-exists = 有人想用这个邮箱在 { $service } 注册账户，而您已有账户。
letter-account-security-do = 如果不是您本人，请打开账户，在所有设备上退出登录，并设置新密码。
letter-account-security-do-exists = 如果是您本人，请用现有密码登录，或申请设置新密码。
letter-account-security-silence = 变动保持有效。如果是您本人，一切正常。
letter-account-security-silence-exists = 什么都没有改变，您的账户保持原样。
letter-account-security-button = 打开我的账户

letter-first-administrator-subject = 设置管理员账户
letter-first-administrator-happened = { $service } 已安装，这个邮箱被指定为首位管理员。
letter-first-administrator-do = 请打开链接设置密码。链接只能使用一次。
letter-first-administrator-silence = 账户不会启用。可在服务器上重新生成链接。
letter-first-administrator-button = 设置我的账户

## 提交

letter-confirm-notice-subject = 请确认邮箱以发出您的材料
letter-confirm-notice-happened = 我们收到并保存了用这个邮箱提交的材料。它尚未生效，因为我们需要确认邮箱属于您。
letter-confirm-notice-do = 如果是您本人，请打开链接确认。确认后材料即刻发出。
letter-confirm-notice-silence = 材料不会发出，也不会有其他人知道。
letter-confirm-notice-button = 确认并发出

letter-draft-saved-subject = 您的草稿已保存
letter-draft-saved-happened = 您的草稿已保存，没有发送给任何人。
letter-draft-saved-do = 打开链接，从上次停下的地方继续。
letter-draft-saved-silence = 草稿到期后删除，不会发送任何内容。
letter-draft-saved-button = 继续填写草稿

letter-filing-received-subject = 我们收到了您的材料
letter-filing-received-subject-notice = 我们收到了您的通知
letter-filing-received-subject-complaint = 我们收到了您的投诉
letter-filing-received-happened = 您的材料已记录在案，案件已建立。
letter-filing-received-happened-notice = 您的通知已记录在案。平台会逐个查看商品链接，卖家也会得到通知。
letter-filing-received-subject-matter = 我们已收到您的案件
letter-filing-received-happened-matter = 您的案件已记录在案，接下来由案件管理处审查。
letter-filing-received-happened-complaint = 您的投诉已记录在案。接下来由案件经办人检查材料是否齐全。
letter-filing-received-button = 打开我的案件

letter-need-info-subject = 您的材料有缺项
letter-need-info-happened = 您的材料已经检查。继续之前，还缺少以下内容：
letter-need-info-do = 请补充缺少的内容。
letter-need-info-silence = 材料无法继续处理。您以后可以重新提交。
letter-need-info-button = 补充内容

letter-filing-rejected-subject = 我们无法受理您的材料
letter-filing-rejected-happened = 您的材料已经检查，本案无法在这里继续。理由见下文。
letter-filing-rejected-subject-part = 您的通知中有一部分被拒绝
letter-filing-rejected-happened-part = { $marketplace }不对其中一个卖家的商品链接采取措施，理由见下文。通知的其余部分继续进行。
letter-filing-rejected-do-part = 如不同意，您可以诉诸法院或主管机关，也可以写信给案件管理员。
letter-filing-rejected-silence-part = 这些商品链接继续显示。您在本服务之外的权利不受影响。
letter-filing-rejected-do = 理由不再存在时，您可以重新提交。您仍可向法院或主管机关求助。
letter-filing-rejected-silence = 案件保持关闭。您在本服务之外的权利不受影响。
letter-filing-rejected-button = 查看理由

letter-screening-passed-subject = 您的投诉进入下一步
letter-screening-passed-happened = 案件经办人检查了您的投诉，材料齐全，现请卖家答复。
letter-screening-passed-button = 打开我的案件

## 通知与商品链接

letter-notice-served-subject =
    { $count ->
       *[other] 关于您商品链接的通知
    }
letter-notice-served-happened =
    { $count ->
       *[other] { $who }称，您在{ $marketplace }上的 { $count } 个商品链接侵犯其权利。是否属实，尚无任何人作出认定。
    }
letter-notice-served-do = 请阅读通知并答复。您可以同意、不同意，或申请更多时间。无需账户，也无需律师。
letter-notice-served-silence = 案件将在您缺席的情况下继续，{ $marketplace }可以维持商品链接的现状。
letter-notice-served-button = 阅读通知并答复

letter-takedown-order-subject =
    { $count ->
       *[other] { $count } 个商品链接待处理
    }
letter-takedown-order-happened =
    { $count ->
       *[other] 一份通知涉及{ $marketplace }上的 { $count } 个商品链接，已进入您的待办队列。
    }
letter-takedown-order-do = 请对每个商品链接作出隐藏、删除、限制或拒绝的处理，并写明理由。卖家和通知人都会看到理由。
letter-takedown-order-silence = 这些商品链接会在队列中标为逾期，并记录在案。
letter-takedown-order-button = 打开队列

letter-listing-measure-subject = 商品链接有新进展
letter-listing-measure-subject-hidden =
    { $count ->
       *[other] 商品链接已隐藏
    }
letter-listing-measure-subject-removed =
    { $count ->
       *[other] 商品链接已删除
    }
letter-listing-measure-subject-restricted =
    { $count ->
       *[other] 商品链接已受限
    }
letter-listing-measure-subject-refused =
    { $count ->
       *[other] 商品链接保持在线
    }
letter-listing-measure-happened = { $marketplace }对本案的商品链接作出了处理。理由见下文。
letter-listing-measure-happened-hidden =
    { $count ->
       *[other] { $marketplace }隐藏了本案中的 { $count } 个商品链接。理由见下文。
    }
letter-listing-measure-happened-removed =
    { $count ->
       *[other] { $marketplace }删除了本案中的 { $count } 个商品链接。理由见下文。
    }
letter-listing-measure-happened-restricted =
    { $count ->
       *[other] { $marketplace }限制了本案中的 { $count } 个商品链接。理由见下文。
    }
letter-listing-measure-happened-refused =
    { $count ->
       *[other] { $marketplace }让本案中的 { $count } 个商品链接保持在线。理由见下文。
    }
letter-listing-measure-subject-to-hide = 商品链接将被隐藏
letter-listing-measure-happened-to-hide = { $marketplace }决定隐藏本案中的 { $count } 个商品链接，目前尚未执行。理由见下文。
letter-listing-measure-subject-to-remove = 商品链接将被删除
letter-listing-measure-happened-to-remove = { $marketplace }决定删除本案中的 { $count } 个商品链接，目前尚未执行。理由见下文。
letter-listing-measure-subject-to-restrict = 商品链接将被限制
letter-listing-measure-happened-to-restrict = { $marketplace }决定限制本案中的 { $count } 个商品链接，目前尚未执行。理由见下文。
letter-listing-measure-do-respondent = 如果您不同意，请在案件页面提交反通知。如果您同意，也可以在那里说明。
letter-listing-measure-do-refused = 如果您不同意，可以向法院或主管机关求助，也可以写信给案件经办人。
letter-listing-measure-do-refused-respondent = 您现在无需处理。
letter-listing-measure-silence-respondent = 措施保持不变，案件将在没有您答复的情况下继续。
letter-listing-measure-silence-refused = 商品链接保持在线。
letter-listing-measure-button = 查看理由

letter-counter-received-subject = 我们收到了您的反通知
letter-counter-received-happened = 您的反通知已记录在案，并已转给申请人。除非申请人在下面的日期前采取行动，商品链接将恢复。
letter-counter-received-button = 打开案件

letter-counter-forwarded-subject = 卖家不同意您的通知
letter-counter-forwarded-happened = { $who }不同意您的通知，并提交了反通知。您可以在案件页面阅读。
letter-counter-forwarded-do = 如果您希望措施继续，请证明您已向法院或主管机关提出请求，或提议仲裁。您也可以不这样做。
letter-counter-forwarded-silence = 商品链接将恢复。
letter-counter-forwarded-button = 阅读反通知

letter-action-proved-subject = 争议已提交法院或主管机关
letter-action-proved-happened = { $who }证明已将争议提交法院或主管机关。有结果之前，商品链接保持现状。
letter-action-proved-button = 打开案件

letter-counter-sent-back-subject = 反通知已退回补正
letter-counter-sent-back-happened = { $who }的反通知有缺项，平台已退回。补齐前不生效，商品链接保持现状。
letter-counter-sent-back-button = 打开案件

letter-time-stopped-subject = 一项期限停止计算
letter-time-stopped-happened = 权利人说明了其无法控制的延误。延误的日子不计入。下面是最迟的日期；规则对总时长设有上限。
letter-time-stopped-do-claimant = 请在案件页面说明延误何时结束，或尽快提交您的投诉或起诉证明。
letter-time-stopped-silence-claimant = 期限在下面的日期届满，商品链接恢复。
letter-time-stopped-button = 打开案件

letter-time-goes-on-subject = 日期有变：期间继续计算
letter-time-goes-on-happened = 延误已结束。期间继续计算，新的日期见下文。
letter-time-goes-on-button = 打开案件

letter-court-held-subject = 本案因法院裁定暂停
letter-court-held-happened = 本案已录入法院裁定。裁定优先于其他一切：其他期限停止，案件等待法院的结果。
letter-court-held-do-marketplace = 裁定对商品链接有要求的，待办列表会显示要做什么。
letter-court-held-silence-marketplace = 逾时未处理的事项会标记为逾期。
letter-court-held-button = 打开案件

letter-put-back-due-subject = 除非申请人采取行动，商品链接将恢复
letter-put-back-due-happened = 卖家提交了反通知，并已转给申请人。除非申请人按时证明已向法院或主管机关提出请求，商品链接将恢复。
letter-put-back-due-happened-respondent = 您的反通知已转给申请人。除非申请人按时证明已向法院或主管机关提出请求，商品链接将恢复。
letter-put-back-due-do-marketplace = 请暂时保持措施不变。措施结束时，队列会请您恢复商品链接。
letter-put-back-due-silence-marketplace = 措施保持不变，直到结束。
letter-put-back-due-button = 打开案件

letter-listing-restored-subject =
    { $count ->
       *[other] 商品链接已恢复
    }
letter-listing-restored-subject-ordered =
    { $count ->
       *[other] 对商品链接的措施已结束
    }
letter-listing-restored-subject-ordered-marketplace =
    { $count ->
       *[other] { $count } 个商品链接待恢复
    }
letter-listing-restored-happened-ordered = 对商品链接的措施已结束，{ $marketplace }将恢复这些商品链接。
letter-listing-restored-happened-ordered-marketplace = 针对下列商品链接的措施已结束。
letter-listing-restored-do-ordered-marketplace = 请恢复这些商品链接，然后在队列中确认。
letter-listing-restored-silence-ordered-marketplace = 这一步会在队列中标为逾期，并记录在案。
letter-listing-restored-button-ordered-marketplace = 打开队列
letter-listing-restored-happened =
    { $count ->
       *[other] { $marketplace }恢复了本案中的 { $count } 个商品链接。
    }
letter-listing-restored-button = 打开案件

letter-upheld-no-reply-subject = 期限内没有答复
letter-upheld-no-reply-happened = 答复期限已过，没有收到答复。对商品链接的措施保持不变。
letter-upheld-no-reply-do-respondent = 如果您仍想答复，请打开案件页面，那里说明您现在可以做什么。
letter-upheld-no-reply-silence-respondent = 措施保持不变。
letter-upheld-no-reply-button = 打开案件

letter-arbitration-consent-asked-subject = 对方提议仲裁
letter-arbitration-consent-asked-happened = { $who }提议由一位仲裁员裁决本争议。
letter-arbitration-consent-asked-do = 请回答同意或不同意，两者都可以。如果不同意，案件照常进行，不会对您不利。
letter-arbitration-consent-asked-silence = 不由仲裁员裁决，案件照常进行。
letter-arbitration-consent-asked-button = 同意或不同意

letter-arbitration-agreed-subject = 将由仲裁员裁决
letter-arbitration-agreed-happened = 双方同意由一位仲裁员裁决本争议。接下来由案件经办人提出人选。
letter-arbitration-agreed-button = 打开案件

## 投诉

letter-complaint-served-subject = 关于一笔订单的投诉
letter-complaint-served-happened = { $who }对一笔订单提出投诉。投诉是否成立，尚无任何人作出认定。
letter-complaint-served-do = 请阅读投诉并答复。您可以同意、说明您的看法，或提出和解方案。无需账户，也无需律师。
letter-complaint-served-silence = 案件将在您缺席的情况下进入下一阶段。
letter-complaint-served-button = 阅读投诉并答复

letter-response-received-subject = 我们收到了您的答复
letter-response-received-happened = 您的答复已记录在案，并已转给对方。
letter-response-received-button = 打开案件

letter-response-forwarded-subject = 对方提交了答复
letter-response-forwarded-happened = { $who }已答复。您可以在案件页面阅读。
letter-response-forwarded-do = 请阅读答复。如果愿意，您可以留言、补充证据或提出和解方案。
letter-response-forwarded-silence = 案件按已有记录继续进行。
letter-response-forwarded-button = 阅读答复

letter-matter-served-subject = 有人对您提起案件
letter-matter-served-happened = { $who }对您提起了案件，适用程序为“{ $procedure }”。您可以在案件页面阅读申请内容和文件。
letter-matter-served-do = 请在案件页面阅读申请并作出答复。您无需注册账户，点击下方链接即可打开案件。
letter-matter-served-silence = 如您不答复，案件将继续进行。
letter-matter-served-button = 阅读案件并答复

letter-step-taken-subject = 您的案件有新进展
letter-step-taken-happened = { $who }：{ $step }。{ $next }
letter-step-taken-happened-filed = { $who }提交了案件，适用程序为“{ $procedure }”。{ $next }
letter-step-taken-happened-lapse = 以下期限已届满：{ $clock }。{ $next }
letter-step-taken-button = 打开案件

letter-step-awaited-subject = 案件中轮到您了
letter-step-awaited-happened = { $who }：{ $step }。{ $next }
letter-step-awaited-happened-filed = { $who }提交了案件，适用程序为“{ $procedure }”。{ $next }
letter-step-awaited-happened-lapse = 以下期限已届满：{ $clock }。{ $next }
letter-step-awaited-do = 请打开案件。页面会显示您现在可以做什么。
letter-step-awaited-silence = 程序将按案件页面所述继续进行。
letter-step-awaited-button = 打开案件

letter-talks-open-subject = 和解协商已开始
letter-talks-open-happened = 双方现在可以提出和解方案。仲裁员不会看到这些方案。
letter-talks-open-do = 您可以提出方案，也可以等待对方提出。您不是必须提出，也可以拒绝任何方案。
letter-talks-open-silence = 协商在上述日期结束，案件进入下一阶段。
letter-talks-open-button = 打开协商页面

letter-facilitation-open-subject = 案件经办人协助双方达成一致
letter-facilitation-open-happened = 协商没有达成一致。现由不偏向任何一方的案件经办人协助双方。
letter-facilitation-open-do = 请回复案件经办人的留言，看看提出的方案。您可以拒绝任何方案。
letter-facilitation-open-silence = 本阶段在上述日期结束，案件进入下一阶段。
letter-facilitation-open-button = 打开案件

letter-final-consent-asked-subject = 您是否希望由仲裁员裁决？
letter-final-consent-asked-happened = 目前没有达成一致。如果您愿意，可以由一位仲裁员裁决本案。
letter-final-consent-asked-do = 请回答同意或不同意。不同意也可以：您仍可向法院起诉。
letter-final-consent-asked-silence = 不由仲裁员裁决，案件关闭。您仍可向法院起诉。
letter-final-consent-asked-button = 同意或不同意

letter-final-open-subject = 最后阶段已开始
letter-final-open-happened = 接下来由一位仲裁员审理本案。结果对双方是否有约束力，见案件页面。
letter-final-open-do = 请补充您希望仲裁员看到的证据。
letter-final-open-silence = 仲裁员按已有记录裁决。
letter-final-open-button = 打开案件

## 时间

letter-time-extended-subject = 日期有变
letter-time-extended-subject-refused = 日期不变
letter-time-extended-happened = 期限已延长。新的日期见下文。
letter-time-extended-happened-refused = 延期申请没有获准。日期不变。
letter-time-extended-subject-calendar = 日期有变：日历已公布
letter-time-extended-happened-calendar = 您案件中的一个日期此前依据尚未公布的日历推算。现日历已公布，新的日期见下文。
letter-time-extended-button = 打开案件

letter-reminder-subject = 提醒：{ $left }
letter-reminder-happened = 本案的一个日期临近，您还有事项未完成。
letter-reminder-happened-answer = 还没有收到您的答复。
letter-reminder-happened-holder = 商品链接即将恢复，除非您证明已向法院或主管机关提出请求。
letter-reminder-happened-challenge = 申请仲裁员回避的期限即将届满。您不是必须申请。
letter-reminder-happened-talks = 协商期限即将届满。
letter-reminder-happened-appoint = 一个案件仍需要一位仲裁员。
letter-reminder-happened-screen = 一份材料仍等待检查。
letter-reminder-happened-offer = 给您的一个和解方案仍然有效。
letter-reminder-happened-perform = 您承诺或被要求做的一件事尚未完成。
letter-reminder-happened-confirm = 有一件事被标记为完成。您不表示意见的，视为已完成。
letter-reminder-happened-measure = 仍有商品链接等待您处理。
letter-reminder-happened-put-back = 仍有商品链接等待恢复。
letter-reminder-happened-appointment = 一项指定仍等待您的答复。
letter-reminder-happened-decision = 一份裁决尚待签署。
letter-reminder-happened-need-info = 您的材料仍有缺项。
letter-reminder-happened-consent = 一项提议仍等待您回答同意或不同意，两者都可以。
letter-reminder-do = 请打开案件，那里说明您可以做什么。
letter-reminder-silence = 期限在上述日期届满。届时会怎样，见案件页面。
letter-reminder-button = 打开案件

letter-deadline-passed-subject = 一个期限已过
letter-deadline-passed-happened = 本案的一个期限已过，相应的步骤没有完成。
letter-deadline-passed-happened-answer = 答复期限已过，没有收到答复。
letter-deadline-passed-do = 案件页面说明下一步。逾期的一方可以在那里申请逾期提交。
letter-deadline-passed-silence = 案件按规则继续进行。
letter-deadline-passed-button = 打开案件

## 和解

letter-offer-made-subject-proposal = 和解建议
letter-offer-made-happened-proposal = 案件经办人就如何和解提出了建议，内容见案件页面。双方都接受后建议才生效。仲裁员不会看到该建议。
letter-offer-made-do-proposal = 您可以接受、拒绝，或自行提出方案。拒绝完全可以，不会对您不利。
letter-offer-made-silence-proposal = 建议到期失效，案件继续进行。
letter-offer-made-button-proposal = 查看建议
letter-offer-made-subject = 新的和解方案
letter-offer-made-happened = { $who }向您提出了和解方案。内容见案件页面。仲裁员不会看到和解方案。
letter-offer-made-do = 您可以接受、拒绝，或提出另一个方案。拒绝完全可以，不会对您不利。
letter-offer-made-silence = 方案到期失效，案件继续进行。
letter-offer-made-button = 查看方案

letter-offer-accepted-subject = 您的方案已被接受
letter-offer-accepted-happened = { $who }接受了您的方案。案件页面列明谁在何时做什么。
letter-offer-accepted-subject-proposal = 对方接受了建议方案
letter-offer-accepted-happened-proposal = { $who }接受了案件经办人提出的方案。您也接受后，方案才生效。
letter-offer-accepted-do-proposal = 您可以接受、拒绝，或提出自己的方案。拒绝完全可以，不会对您不利。
letter-offer-accepted-silence-proposal = 方案到期失效，案件继续进行。
letter-offer-accepted-button = 查看约定内容
letter-offer-accepted-button-proposal = 查看方案

letter-offer-declined-subject = 您的方案被拒绝
letter-offer-declined-happened = { $who }拒绝了您的方案。案件继续进行。
letter-offer-declined-subject-proposal = 建议方案被拒绝
letter-offer-declined-happened-proposal = { $who }拒绝了案件经办人提出的方案。方案对任何人都没有约束力，案件继续进行。
letter-offer-declined-do = 您可以提出另一个方案，也可以不提。
letter-offer-declined-silence = 案件继续进行。
letter-offer-declined-button = 打开协商页面

letter-offer-withdrawn-subject = 一个和解方案已被撤回
letter-offer-withdrawn-happened = { $who }撤回了一个和解方案，您不能再接受它。
letter-offer-withdrawn-do = 任何一方都可以提出新方案，也可以不提。
letter-offer-withdrawn-silence = 案件继续进行。
letter-offer-withdrawn-button = 打开协商页面

letter-offer-lapsed-subject = 一个和解方案已失效
letter-offer-lapsed-happened = 一个和解方案到期未获答复，对任何人都没有约束力。
letter-offer-lapsed-do = 任何一方都可以提出新方案，也可以不提。
letter-offer-lapsed-silence = 案件继续进行。
letter-offer-lapsed-button = 打开协商页面

letter-settled-subject = 本案已和解
letter-settled-happened = 双方达成一致。案件页面列明谁在何时做什么。
letter-settled-do = 由您履行的部分，请在约定日期前完成并在那里标记。对方标记完成后，请确认，或说明为何尚未完成。
letter-settled-do-marketplace = 如果和解涉及商品链接，队列会列出要做的事。
letter-settled-silence = 到期未完成的事项会标为逾期，案件继续进行。
letter-settled-silence-marketplace = 队列中的事项到期后标为逾期。
letter-settled-button = 查看约定内容

letter-obligation-marked-subject = 一件事被标记为完成
letter-obligation-marked-happened = { $who }表示此事已完成：{ $what }。
letter-obligation-marked-do = 请查看凭证，然后确认，或说明您的不同看法。
letter-obligation-marked-silence = 您在 14 日内不表示意见的，视为已完成。
letter-obligation-marked-button = 确认或提出异议

letter-obligation-confirmed-subject = 一件事已确认完成
letter-obligation-confirmed-happened = { $who }确认此事已完成：{ $what }。
letter-obligation-confirmed-happened-silence = 14 日内无人提出异议，此事视为已完成：{ $what }。
letter-obligation-confirmed-happened-determined = { $who }审查争议后认定此事已完成：{ $what }。理由见下文。
letter-obligation-confirmed-button = 打开案件

letter-obligation-disputed-subject = 对方对完成标记有异议
letter-obligation-disputed-happened = { $who }不同意此事已完成：{ $what }。
letter-obligation-disputed-do = 请阅读理由，然后补充凭证，或完成缺少的部分。
letter-obligation-disputed-silence = 该事项保持未完成并有异议的状态。
letter-obligation-disputed-button = 阅读理由

letter-obligation-overdue-subject = 一件事已逾期
letter-obligation-overdue-happened = 此事的日期已过：{ $what }。没有人标记为完成。
letter-obligation-overdue-subject-determined = 一件事被认定未完成
letter-obligation-overdue-happened-determined = { $who }审查争议后认定此事未完成：{ $what }。理由见下文。
letter-obligation-overdue-do = 下一步见案件页面。
letter-obligation-overdue-do-yours = 请现在完成，然后标记为完成。如果已经完成，请标记并补充凭证。
letter-obligation-overdue-silence = 该事项保持逾期状态，案件按规则继续进行。
letter-obligation-overdue-button = 打开案件

letter-performed-subject = 全部事项已完成
letter-performed-happened = 本案中约定或裁定的事项已全部完成。
letter-performed-button = 打开案件

letter-breached-subject = 有事项未履行
letter-breached-happened = 本案中约定或裁定的一件事没有按时履行。
letter-breached-do = 未完成的事项和下一步见案件页面。
letter-breached-silence = 案件按规则继续进行。
letter-breached-button = 打开案件

## 证据与留言

letter-evidence-filed-subject = 新证据：{ $exhibit }
letter-evidence-filed-happened = { $who }提交了证据：{ $exhibit }。
letter-evidence-filed-button = 查看证据

letter-evidence-withdrawn-subject = 证据已撤回：{ $exhibit }
letter-evidence-withdrawn-happened = { $who }撤回了证据：{ $exhibit }。编号保留，不再使用。
letter-evidence-withdrawn-button = 打开证据清单

letter-other-seller = 另一卖家
letter-message-received-subject = 新留言
letter-message-received-happened = { $who }在本案中留言。
letter-message-received-do = 请阅读留言。如果愿意，可以回复。
letter-message-received-silence = 留言保留在案件中，没有其他影响。
letter-message-received-button = 阅读留言

## 仲裁庭

letter-appointment-offered-subject = 拟指定您为仲裁员
letter-appointment-offered-happened = 案件经办人提议由您担任本案仲裁员。
letter-appointment-offered-do = 请确认您与案件各方没有关联，然后接受并签署声明，或谢绝。谢绝完全可以。
letter-appointment-offered-silence = 本案将提供给其他人。
letter-appointment-offered-button = 接受或谢绝

letter-appointment-accepted-subject = 仲裁员已指定
letter-appointment-accepted-happened = { $arbitrator }接受担任仲裁员，并签署了独立性声明。
letter-appointment-accepted-do = 请阅读声明。如果您有理由怀疑，可以申请回避。您不是必须这样做。
letter-appointment-accepted-silence = 指定保持有效。
letter-appointment-accepted-do-case-manager = 您现在无需处理。如果一方申请回避，您会收到信件。
letter-appointment-accepted-silence-case-manager = 除非一方按时申请回避，指定保持有效。
letter-appointment-accepted-button = 阅读声明

letter-appointment-declined-subject = 一项指定被谢绝
letter-appointment-declined-happened = { $arbitrator }谢绝担任仲裁员。
letter-appointment-declined-do-case-manager = 请提出另一位仲裁员。
letter-appointment-declined-silence-case-manager = 本案没有仲裁员，继续等待。
letter-appointment-declined-button = 打开案件

letter-challenge-filed-subject = 有人申请仲裁员回避
letter-challenge-filed-happened = { $who }认为仲裁员不宜审理本案，并说明了理由。由另一人作出决定。
letter-challenge-filed-do-case-manager = 请就回避申请作出决定。如果这位仲裁员由您提议，则由另一位案件经办人决定。
letter-challenge-filed-silence-case-manager = 回避申请保持未决，并记录在案。
letter-challenge-filed-button = 阅读回避申请

letter-challenge-decided-subject = 回避申请已有决定
letter-challenge-decided-happened = 对仲裁员的回避申请已有决定。
letter-challenge-decided-happened-upheld = 回避申请成立。另一位仲裁员将接手，已进行的步骤保留。
letter-challenge-decided-happened-rejected = 回避申请不成立。仲裁员继续审理。
letter-challenge-decided-button = 查看理由

letter-arbitrator-replaced-subject = 更换仲裁员
letter-arbitrator-replaced-happened = { $arbitrator }不再审理本案。案件经办人将提出另一位仲裁员。已进行的步骤保留。
letter-arbitrator-replaced-button = 打开案件

letter-decision-issued-subject = 裁决已作出
letter-decision-issued-happened = 仲裁员已签署裁决。您可以在案件页面阅读并下载。
letter-decision-issued-do = 请阅读裁决。如果裁决要求您做什么，请在所列日期前完成。
letter-decision-issued-do-marketplace = 请阅读裁决。如果裁决涉及商品链接，队列会列出要做的事。
letter-decision-issued-silence = 裁决中的日期照常计算。如果只是建议，则对任何人没有约束力。
letter-decision-issued-button = 阅读裁决

## 案件结束

letter-closed-subject = 案件已关闭
letter-closed-happened = 案件已关闭。您仍可阅读案件，并下载完整的案卷。
letter-closed-button = 打开案件

letter-withdrawn-subject = 有材料被撤回
letter-withdrawn-happened = { $who }撤回了其材料。以此为据的措施随之结束。
letter-withdrawn-happened-lapse = 材料的缺项没有按时补齐，材料视为撤回。
letter-withdrawn-subject-complaint = 投诉已撤回
letter-withdrawn-happened-complaint = { $who }撤回了投诉。案件已关闭，无需再答复。
letter-withdrawn-button = 打开案件

## 案件中的人

letter-invitation-subject = 邀请您参与一个案件
letter-invitation-happened = { $who }邀请您参与本案。您的身份是：{ $role }。
letter-invitation-do = 请打开链接接受或拒绝。拒绝完全可以。
letter-invitation-silence = 您不参与本案。邀请到期自动失效。
letter-invitation-button = 查看邀请

letter-representative-joined-subject = 有代理人加入案件
letter-representative-joined-happened = { $who }现在代表{ $party }参与本案。今后给该方的信件会同时发给两者。
letter-representative-joined-button = 查看参与人

letter-mandate-ended-subject = 一项委托已结束
letter-mandate-ended-happened = { $who }不再代表{ $party }参与本案。
letter-mandate-ended-button = 查看参与人

letter-answer-link-subject = 您的新案件链接
letter-answer-link-happened = 有人申请了本案的新链接。我们只把链接发到记录在案的邮箱。
letter-answer-link-do = 请打开链接阅读案件并答复。链接只能使用一次，无需账户。
letter-answer-link-silence = 什么都不会改变。案件中的日期保持不变。
letter-answer-link-button = 打开案件

letter-letter-bounced-subject = 一封信没有送达
letter-letter-bounced-happened = 给{ $recipient }的一封信没有送达。信件主题：{ $letter }。
letter-letter-bounced-do = 请核对地址。必要时用其他方式联系此人，并记录方式。
letter-letter-bounced-silence = 此人可能不知道这一步。
letter-letter-bounced-button = 打开案件
letter-letter-bounced-said = 邮件服务器

## 应履行的事项

letter-owed-amount = 金额：{ $sum }
letter-owed-part = 第 { $part } 期，共 { $parts } 期
letter-owed-day = 日期：{ $day }
letter-remedy-refund = 全额退款
letter-remedy-partial-refund = 部分退款
letter-remedy-replacement = 换货
letter-remedy-repair = 维修
letter-remedy-return-then-refund = 退货后退款
letter-remedy-apology = 致歉
letter-remedy-restore-listing = 恢复商品链接
letter-remedy-keep-down = 商品链接保持下架
letter-remedy-payment = 付款
letter-remedy-other = 约定的事项

## 案件内容

letter-right = 所依据的权利：{ $kind } { $number }。
letter-right-in = 所依据的权利：{ $kind } { $number }，{ $territory }。
letter-right-trade-mark = 商标
letter-right-copyright = 著作权作品
letter-right-patent = 专利
letter-right-design = 外观设计
letter-complaint-order = 涉及：{ $goods }，订单号 { $order }。
letter-complaint-wanted = 请求：{ $wanted }。

letter-reasons-told-subject = 关于商品链接的决定
letter-reasons-told-happened = { $marketplace } 已就涉及下列商品链接的通知作出决定。以下为其理由说明。
letter-reasons-told-do = 如不同意，您可以在案件页面向 { $marketplace } 投诉。投诉免费，由人工处理。您也可以向经认证的庭外争议解决机构提出请求，或向法院起诉。
letter-reasons-told-do-marketplace = 您目前无需采取任何行动。
letter-reasons-told-silence = 决定维持不变。您仍可向经认证的机构或法院寻求救济。
letter-reasons-told-button = 查看决定
letter-right-rule = 其他法律规则
letter-time-extended-subject-outage = 您有更多时间：我们的服务曾无法访问
letter-time-extended-happened-outage = 您案件中的一个期限届满时，我们的服务无法访问。任何人都不会因此受损：所失天数已补还，新的日期见下文。

letter-rules-changed-subject = 本案适用规则的新版本
letter-rules-changed-happened = 案件管理员已将本案转为适用其程序的 { $version } 版。正在计算的日期保持不变，此后开始的事项适用新版本。理由见下文。
letter-rules-changed-do = 请在案件页面查看此后可能发生的事项。如不同意，请写信给案件管理员。
letter-rules-changed-button = 查看后续可能
letter-conduct-warning-subject = 您的行为记录
letter-conduct-warning-happened = 因本案发生的情况，您的行为记录现有 { $points } 分。
letter-conduct-warning-do = 请在行为记录页面查看哪些案件产生计分、各计分的有效期以及达到多少分会有什么后果。如果您认为本案有误，请在案件中答复：结果改变时，计分会撤回。
letter-conduct-warning-button = 打开案件
letter-conduct-review-subject = 有一份行为记录需要查看
letter-conduct-review-happened = { $name } 的行为记录现有 { $points } 分。
letter-conduct-review-do = 请查看相关案件，并决定是否需要采取措施。系统不会自动采取任何措施。
letter-conduct-review-button = 打开案件
letter-parallel-found-subject = 其他程序与本案有关
letter-parallel-found-happened = 登记处得知有其他程序与本案有关：{ $place }。相关说明见下文。
letter-parallel-found-do = 请在案件页面查看您的期限：有的期限可能在该程序结束前暂停计算。如有错误，请写信给案件经办人。
letter-parallel-found-button = 在案件页面查看
letter-parallel-over-subject = 其他程序已结束
letter-parallel-over-happened = 其他程序已结束：{ $place }。结果见下文。
letter-parallel-over-do = 请在案件页面查看您的期限：暂停的期间自今日起继续计算，剩余天数不变。
letter-parallel-over-button = 查看您的期限
