# 侵权通知：填写向导、草稿、回执，以及权利人之后的操作。

## 开始

notices-start-title = 发送侵权通知
notices-start-lead = 供权利人及其代理人使用：平台上的商品链接未经许可使用了您的权利。约需 15 分钟，不收费。
notices-start-need = 您需要准备
notices-start-need-right = 您的权利：注册号或作品名称，以及权利证明
notices-start-need-listings = 商品链接的网址或商品编号，一份通知最多 300 个
notices-start-need-evidence = 能说明侵权的材料，例如截图
notices-start-then = 之后会怎样
notices-start-then-text = 平台逐一查看商品链接并说明理由作出决定。每个卖家都会收到通知，可以同意、不同意或申请延期。
notices-start-liable = 您需要声明通知属实。发送错误通知的，可能要赔偿卖家的损失。
notices-start-anonymous = 开始时不需要账户。通知生效之前，您需要确认邮箱。
notices-start-go = 开始
notices-start-drafts = 继续已保存的草稿

## 草稿

notices-drafts-title = 已保存的草稿
notices-drafts-lead = 这里的内容都没有发出，只有您能看到。
notices-drafts-none = 您没有已保存的草稿。
notices-drafts-waiting = 等待您确认
notices-drafts-when = 保存于 { $saved }。保留至 { $ends }。
notices-drafts-go-on = 继续
notices-drafts-discard = 删除
notices-draft-notice = 侵权通知
notices-draft-complaint = 消费者投诉
notices-draft-response = 对通知或投诉的答复
notices-discard-title = 删除这份草稿？
notices-discard-text = 其中的回答和文件将不再保留，无法恢复。已经发出的内容不受影响。
notices-discard-go = 删除草稿
notices-flash-discarded = 草稿已删除。
notices-flash-saved = 草稿已保存。30 天内您可以回来继续。
notices-flash-unfinished = 这一项还没有填写。什么都没有发出。
notices-newer = 另一个窗口在 { $time } 保存了更新的版本。您在本页写的内容尚未保存。如要保留您的内容，请再次提交本页。
notices-newer-see = 查看更新的版本

## 发送人

notices-who-title = 谁发送通知？
notices-who-lead = 平台和卖家会看到这些信息。
notices-who-capacity = 您是权利人吗？
notices-who-owner-hint = 您本人，或您所代表的公司。
notices-who-agent-hint = 例如律师或品牌保护机构。
notices-who-capacity-error = 请选择您是权利人还是代理人
notices-who-name = 姓名或名称
notices-who-name-hint = 发送通知的个人或公司，用其本国文字书写。
notices-who-name-error = 请填写发送人的姓名或名称
notices-who-email = 邮箱
notices-who-email-hint = 我们先给这个邮箱写信。在您确认之前，通知不产生任何效力。
notices-who-email-account = 您账户的邮箱。信件发到这里。
notices-who-country = 国家或地区
notices-who-country-error = 请选择国家或地区
notices-who-address = 通信地址
notices-who-address-hint = 卖家如需在法院应对，会用到这个地址。
notices-who-address-error = 请填写发送人的通信地址

## 法律

notices-law-title = 依据哪部法律发送？
notices-law-lead = 法律决定您要声明什么、各方有多长时间，以及商品链接何时恢复。
notices-law-which = 选择一部法律
notices-law-error = 请选择通知所依据的法律
notices-law-us-dmca-512 = 美国：著作权通知（美国法典第 17 编第 512 条）
notices-law-us-dmca-512-means = 只适用于著作权。卖家可以发出反通知。此后 10 个工作日商品链接恢复，除非您证明已经起诉。
notices-law-cn-ecl-ip = 中国：电子商务法第四十二条至第四十五条
notices-law-cn-ecl-ip-means = 适用于商标、著作权、专利和外观设计。卖家可以声明不存在侵权。此后 15 天措施终止，除非您证明已经投诉或起诉。
notices-law-read = 选择之前请阅读完整程序：

## 权利

notices-right-title = 您依据哪项权利？
notices-right-lead = 一份通知一项权利。另一项权利请另发通知。
notices-right-kind = 权利类型
notices-right-kind-error = 请选择权利类型
notices-right-work = 作品名称
notices-right-work-hint = 例如“Halo Drop，2025 年产品照片”。如有登记号请一并填写。
notices-right-work-error = 请填写作品名称
notices-right-number = 注册号或作品名称
notices-right-number-hint = 与登记簿上的写法一致。著作权请填写作品名称。
notices-right-number-error = 请填写注册号
notices-right-territory = 在哪里有效？
notices-right-territory-hint = 登记的国家或地区，例如“欧盟”。著作权可以不填。
notices-right-territory-error = 请填写权利有效的国家或地区
notices-right-owner = 权利人是谁？
notices-right-owner-hint = 登记簿上的名称，或作者。
notices-right-owner-error = 请填写权利人的名称
notices-right-proof = 权利证明
notices-right-proof-must = 法律要求提供：登记簿摘录、证书或作品本身。每个文件最大 50 MB。
notices-right-proof-may = 有帮助，但可以不提供：登记簿摘录、证书或作品本身。每个文件最大 50 MB。
notices-right-proof-error = 请至少添加一个证明权利的文件
notices-files-seen = 通知发出后，对方可以看到这些文件。
notices-files-many = 一份草稿最多 { $max } 个文件。其余请在发送后作为证据添加
notices-file-kept = 已保留 { $name }。只有要替换时才需要选择其他文件。
notices-file-note = { $kind }，{ $size }

## 商品链接

notices-listings-title = 哪些商品链接侵权？
notices-listings-lead = 可以粘贴、上传表格或逐个添加。每个卖家在案件中各有一部分。
notices-listings-no = 序号
notices-listings-listing = 商品链接
notices-listings-acts = 更改
notices-listings-marketplace = 这些商品链接所在的平台
notices-listings-marketplace-hint = 填写商品编号时需要选择。参加本服务的平台的网址会自动识别。
notices-listings-paste = 商品链接，每行一个
notices-listings-paste-hint = 网址或商品编号；标题；卖家；卖家邮箱。只有第一项必填。一份通知最多 { $max } 个。
notices-listings-add = 添加这些行
notices-listings-table = 上传表格
notices-listings-table-file = CSV 文件
notices-listings-table-hint = 以 UTF-8 保存。第一行是列名：url、item、title、seller、seller_email、marketplace。只有 url 或 item 必填。
notices-listings-table-add = 添加表格中的行
notices-listings-one = 添加一个商品链接
notices-listings-what = 网址或商品编号
notices-listings-title-one = 标题
notices-listings-seller = 卖家
notices-listings-email = 卖家邮箱
notices-listings-email-hint = 不知道可以不填。平台可以转送通知。
notices-listings-one-add = 添加这个商品链接
notices-listings-none = 请至少添加一个商品链接
notices-listings-many = 一份通知最多 { $max } 个商品链接；加上这些共 { $have } 个。其余请另发通知
notices-seller-unknown = 平台知道
notices-flash-added = 已添加：{ $added }。列表中已有：{ $repeated }。
notices-lines-wrong = 有 { $count } 行需要更正
notices-lines-none-taken = 还没有添加任何内容。请更正以下各行后再添加。
notices-lines-more = 还有 { $count } 行。
notices-line-empty = 第 { $line } 行：请先填写网址或商品编号
notices-line-link = 第 { $line } 行既不是网址也不是商品编号
notices-line-long = 第 { $line } 行太长。网址最多 2,000 个字符，其他部分最多 300 个
notices-line-marketplace = 第 { $line } 行：请选择平台。从网址无法判断
notices-line-unknown-marketplace = 第 { $line } 行：“{ $marketplace }”没有参加本服务
notices-line-mail = 第 { $line } 行：请填写 name@example.com 形式的邮箱，或者不填
notices-line-seller = 第 { $line } 行：请填写这个邮箱所属的卖家
notices-line-two-addresses = 第 { $line } 行：{ $seller } 在前面的行中用了另一个邮箱。每个卖家请只用一个邮箱
notices-csv-not-text = 文件不是 UTF-8 文本。请另存为“CSV UTF-8”后重新选择
notices-csv-not-table = 无法把文件读作表格。请存为 CSV 后重新选择
notices-csv-columns = 文件第一行必须是列名，其中要有 url 或 item
notices-csv-empty = 表格里没有行
notices-csv-large = 表格超过 2 MB。请拆分或粘贴各行
notices-listing-title = 商品链接 { $no }
notices-listing-url = 网址
notices-listing-item = 商品编号
notices-listing-marketplace = 平台
notices-listing-wrong = 商品链接 { $no } 具体有什么问题？
notices-listing-wrong-hint = 如果对全部商品链接的说明已经足够，可以不填。
notices-listing-save = 保存这个商品链接
notices-listing-twice = 这个商品链接已在列表中

## 问题

notices-wrong-title = 这些商品链接有什么问题？
notices-wrong-lead = 说明它们怎样使用您的权利、为什么不允许。卖家会读到您的说明。
notices-wrong-statement = 对全部商品链接
notices-wrong-hint = 例如：用了哪个商标或图片、在哪里可以看到、您没有给予许可。
notices-wrong-error = 请说明商品链接有什么问题
notices-wrong-each = 单独说明某个商品链接
notices-wrong-each-hint = 请先保存本页，再打开商品链接单独补充说明。
notices-wrong-said = 有单独说明

## 措施

notices-measure-title = 您请求什么？
notices-measure-which = 希望平台怎么做？
notices-measure-hint = 由平台决定。平台可以采取较轻的措施或拒绝，并说明理由。
notices-measure-error = 请选择希望平台怎么做

## 证据

notices-evidence-title = 证据
notices-evidence-lead = 逐个添加文件。通知发出时，每个文件得到证据编号。
notices-evidence-files = 证明商品链接侵权的证据
notices-evidence-files-must = 法律要求提供：商品链接截图、试购、对比。每个文件最大 50 MB。
notices-evidence-files-may = 可以不提供：商品链接截图、试购、对比。每个文件最大 50 MB。
notices-evidence-files-error = 请至少添加一个说明侵权的文件
notices-evidence-kind = 您添加的是哪类文件？
notices-evidence-kind-hint = 请在上传之前选择。对同一次上传的所有文件有效。
notices-evidence-identity = 身份证明
notices-evidence-identity-must = 法律要求提供：营业执照或身份证件。卖家看不到此文件。
notices-evidence-identity-may = 营业执照或身份证件。卖家看不到此文件。可以不提供。
notices-evidence-identity-error = 请添加身份证明
notices-evidence-identity-exhibit = 通知人身份证明
notices-evidence-authority = 代理权限证明
notices-evidence-authority-must = 法律要求提供：授权书或合同。
notices-evidence-authority-may = 授权书或合同。可以不提供，但平台可能会要求。
notices-evidence-authority-error = 请添加代理权限证明
notices-evidence-authority-exhibit = 代理权限证明

## 声明

notices-declarations-title = 声明
notices-declarations-lead = 请逐一阅读。文字将按这里的原文保存，连同您的回答、日期和语言。
notices-declarations-tick = 我作此声明
notices-declarations-error = 请阅读这项声明，属实则勾选。不勾选就无法发送
notices-weight-guarantee = 如不属实，您要承担责任。
notices-weight-good-faith = 确信如此才勾选。
notices-weight-perjury = 虚假声明要承担伪证罪责任。
notices-weight-consent = 勾选即表示您同意这一步骤。

## 核对并发送

notices-check-title = 核对并发送
notices-check-nothing-sent = 目前还没有发出任何内容。
notices-check-newer = 草稿在另一个窗口中被更改。请按现在的内容再核对一遍，然后发送。
notices-check-answers = 您的回答
notices-check-who = 发送人
notices-check-capacity = 身份
notices-check-law = 法律
notices-check-right = 权利
notices-check-owner = 权利人
notices-check-proof = 权利证明
notices-check-listings = 商品链接
notices-check-listings-count = { $count } 个商品链接
notices-check-listings-more = 还有 { $count } 个
notices-check-wrong = 问题
notices-check-wrong-one = 商品链接 { $no } 的问题
notices-check-measure = 请求的措施
notices-check-papers = 证据
notices-check-declarations = 声明
notices-check-left-out = { $count } 个商品链接将不包括在内
notices-check-left-out-why = 关于同一权利的一个未结案件已经包括这些商品链接。它们留在那里，以免任何人重复答复。
notices-check-left-out-in = 在案件 { $number } 中
notices-check-nothing-left = 没有剩下的商品链接，因此没有可发送的内容。
notices-check-nothing-left-do = 添加其他商品链接
notices-check-confirm-first = 我们先给 { $email } 写信。在您通过信中链接确认该邮箱之前，通知不产生任何效力。
notices-check-send = 发送通知
notices-check-send-letter = 给我发送确认信
notices-flash-left-out = 因关于同一权利的未结案件已包括而没有列入的商品链接：{ $count }。

## 等待确认

notices-waiting-title = 请确认您的邮箱
notices-waiting-lead = 我们已写信给 { $email }。请打开信中的链接并确认。
notices-waiting-no-effect = 通知尚未生效，没有其他人知道。
notices-waiting-since = 信件写于 { $when }。链接 7 天内有效。
notices-waiting-again = 再给我写一封信
notices-waiting-change = 换一个邮箱
notices-waiting-back = 再看一遍通知。如有更改，需要重新发送。
notices-flash-letter = 另一封信正在寄出。
notices-confirm-title = 确认并发送您的通知
notices-confirm-lead = 您通过我们信中的链接来到这里。按下按钮后，以下通知才会发出。
notices-confirm-then = 平台和卖家会立即得到通知。您会收到回执，并以这个邮箱登录。
notices-confirm-go = 确认邮箱并发送通知
notices-confirm-not-you = 如果这份通知不是您的，请关闭本页。什么都不会发出。
notices-confirm-closed-title = 这个链接不能再用
notices-confirm-spent = 它已经用过。如果通知是您的，请用同一邮箱登录查看案件。
notices-confirm-expired = 它已过期，什么都没有发出。请在您填写草稿的浏览器中打开草稿并重新发送。
notices-confirm-changed = 这封信之后通知被更改或删除，因此什么都没有发出。请打开草稿并重新发送。

## 回执

notices-receipt-title = 回执
notices-receipt-case = 案件
notices-receipt-entry = 记录中的序号
notices-receipt-at = 收到时间
notices-receipt-by = 发送人
notices-receipt-exhibits = 证据编号
notices-receipt-hash = 该条记录的哈希值（SHA-256）
notices-receipt-next = 接下来
notices-receipt-by-when = { $what }：{ $when }
notices-receipt-keep = 您可以保存本页网址，以后再打开。
notices-receipt-to-case = 前往案件
notices-receipt-to-record = 查看这条记录
notices-receipt-pdf = 下载（PDF）
notices-receipt-no-pdf = 未能制成 PDF。{ $why }

## 之后的操作

notices-track = 针对哪个卖家？
notices-track-error = 请选择卖家
notices-gap-number = 登记号，或作品名称
notices-gap-owner = 权利人的名称
notices-gap-statement = 商品链接哪里有问题
notices-gap-reasons = 卖家不同意的理由
notices-gap-contact = 卖家的姓名或名称、通信地址和电话
notices-gap-address = 第 { $no } 个商品链接的网址或商品编号
notices-gap-address-of = 第 { $no } 个商品链接（{ $title }）的网址或商品编号
notices-gap-addresses = 各商品链接的网址或商品编号
notices-gap-declaration = 声明：“{ $text }”
notices-gap-declarations = 法律要求的声明
notices-gap-paper-rights-proof = 权利证明
notices-gap-paper-identity-proof = 身份证明
notices-gap-paper-agent-authority = 代理授权文件
notices-gap-paper-proof = 证据
notices-gap-paper-licence = 许可文件
notices-gap-paper-comparison = 产品与专利或外观设计的对比
notices-gap-paper-evaluation-report = 专利权评价报告
notices-completion-title = 补充通知中的缺项
notices-completion-lead = 通知补齐前不生效。您之前发送的内容不会丢失。
notices-completion-or-else = 如果您什么都不做，此后通知视为撤回。
notices-completion-says = { $who }说：
notices-completion-missing = 缺少的内容
notices-completion-place-hint = 以 https:// 开头的完整网址，或商品编号。
notices-completion-place-error = 请填写第 { $no } 个商品链接的网址或商品编号
notices-completion-file-error = 请添加文件：{ $what }
notices-completion-held = 案件 { $number } 已就同一权利处理此商品链接。请填写其他商品链接，或撤回本通知
notices-back-title = 退回通知要求补正
notices-back-title-counter = 退回反通知要求补正
notices-back-lead = 权利人补充您列明的内容前，通知不生效。请一次列明全部缺项。
notices-back-lead-counter = 卖家补充您列明的内容并重新发送前，反通知不生效；恢复期限停止。双方都会收到通知。
notices-back-gaps = 缺少什么？
notices-back-gaps-hint = 也包括已提供但无法辨认或无法使用的内容。
notices-back-gaps-error = 请至少勾选一项缺少的内容
notices-back-words = 请说明问题所在
notices-back-words-hint = 对方会在信件中读到您的话。
notices-back-words-error = 请说明缺少什么，以便补正
notices-delay-title = 说明您无法控制的延误
notices-delay-lead = 因办理公证、认证等您无法控制的原因使证明需要更多时间的，延误的日子不计入期间。卖家和平台会收到通知。
notices-delay-latest = 总时长不得超过{ $length }：最迟于 { $when } 届满。
notices-delay-proof = 哪项证明需要更多时间？
notices-delay-proof-hint = 例如：向法院提交的经公证的授权委托书。
notices-delay-reason = 为什么需要更多时间？
notices-delay-reason-hint = 由谁办理、何时开始、为什么您无法加快。卖家会读到您的话。
notices-delay-reason-error = 请说明为什么需要更多时间
notices-delay-receipt = 公证机构或主管机关的受理凭证
notices-delay-receipt-hint = 证明您已申请办理。卖家可以看到。
notices-delay-exhibit = 需要更多时间的证明的受理凭证
notices-delay-over-title = 延误结束了吗？
notices-delay-over-lead = 您的期间自今天起继续计算。卖家和平台会收到通知。
notices-court-title = 录入法院裁定
notices-court-lead = 法院裁定优先于其他一切。其他期限停止，案件等待结果录入。双方都会收到信件。
notices-court-name = 法院
notices-court-name-error = 请填写法院的名称
notices-court-number = 裁定文号
notices-court-number-error = 请填写裁定文号
notices-court-date = 裁定日期
notices-court-date-error = 请填写裁定日期
notices-court-future-error = 裁定日期不能在将来
notices-court-measure = 裁定对商品链接有什么要求？
notices-court-measure-remove = 下架
notices-court-measure-restore = 恢复
notices-court-measure-leave = 维持现状
notices-court-measure-error = 请选择裁定对商品链接的要求
notices-court-detail = 裁定的内容是什么？
notices-court-detail-error = 请用几句话说明裁定的内容
notices-court-detail-hint = 用几句话说明，使双方都能明白。
notices-court-copy = 裁定副本
notices-court-copy-hint = 双方都能看到。
notices-court-exhibit = 法院裁定
notices-due = 截止 { $when }
notices-action-title = 证明您已向法院起诉或向主管部门投诉
notices-action-lead = 之后商品链接维持现状，直到有结果。
notices-action-or-else = 如果您什么都不做，此后商品链接将恢复。
notices-action-court = 法院或主管部门
notices-action-court-error = 请填写法院或主管部门的名称
notices-action-number = 案号或受理编号
notices-action-number-hint = 与凭证或提交副本上的一致。
notices-action-number-error = 请填写法院或主管部门给的编号
notices-action-date = 您何时在那里提交？
notices-action-date-error = 请填写在法院或主管部门提交的日期
notices-action-future-error = 提交日期不能在将来
notices-action-copy = 提交材料的副本或凭证
notices-action-copy-must = 法律要求提供。卖家可以看到。
notices-action-copy-may = 可以不提供。双方都能看到。
notices-action-copy-error = 请添加副本或凭证
notices-action-exhibit = 起诉或投诉的证明
notices-action-go = 发送证明
notices-outcome-title = 记录法院或主管部门的结果
notices-outcome-lead = 案件的相关部分到此结束。双方都会收到信件。
notices-outcome-result = 商品链接怎么处理？
notices-outcome-restore = 恢复
notices-outcome-restore-hint = 通知平台使其重新可见。
notices-outcome-keep-down = 维持现状
notices-outcome-keep-down-hint = 措施继续有效。
notices-outcome-result-error = 请选择商品链接怎么处理
notices-outcome-detail = 您看到了什么？
notices-outcome-detail-hint = 法院、编号、日期和结果，以便他人核对。
notices-outcome-copy = 裁判文书副本
notices-outcome-exhibit = 法院或主管部门的结果
notices-outcome-go = 记录结果
notices-arbitration-title = 由仲裁员裁决
notices-arbitration-lead = 由一名中立仲裁员就商品链接作出裁决。双方都同意后开始。
notices-arbitration-free = 您可以不同意。不同意的，案件照原样继续。
notices-arbitration-other-yes = 对方已经同意。如果您也同意，现在就指定仲裁员。
notices-arbitration-other-no = 对方尚未同意。对方会收到信件，可以拒绝。
notices-arbitration-go = 我同意
notices-arbitration-not = 我不同意
notices-withdraw-title = 撤回通知？
notices-withdraw-lead = 对您选择的卖家，案件结束。被隐藏、删除或限制的商品链接将恢复。
notices-withdraw-final = 此操作无法撤销。对同样的商品链接，您需要重新发送通知。
notices-withdraw-sellers = 卖家
notices-withdraw-held = 将恢复的商品链接
notices-withdraw-which = 对谁撤回？
notices-withdraw-all = 对所有卖家
notices-withdraw-reason = 理由
notices-withdraw-reason-hint = 可以不填。卖家和平台会读到。
notices-withdraw-not = 保留通知
notices-right-number-or-rule = 注册号、作品名称或被违反的规则
notices-right-number-or-rule-hint = 按登记簿所载的号码、作品名称，或法律及条款，例如“《欧盟条例 2023/988》第 5 条”。
notices-right-rule-error = 请填写被违反的法律或规则
notices-right-owner-or-none = 登记簿所载名称或作者。如您依据的是法律规则，可留空。
