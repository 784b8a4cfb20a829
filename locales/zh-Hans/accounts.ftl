# 账户：注册、登录、密码、本人账户、人员与组织。

accounts-title = 我的账户
accounts-more = 账户的其他设置
accounts-name = 姓名
accounts-name-hint = 在案件和信件中显示的姓名，使用您自己的文字。
accounts-name-enter = 请填写姓名
accounts-email = 电子邮箱
accounts-email-hint = 我们会向该邮箱发送确认信。
accounts-save = 保存
accounts-saved = 账户已保存。
accounts-list-comma = 、
accounts-since = 开始时间
accounts-state = 状态
accounts-state-open = 正常
accounts-state-unconfirmed = 未确认
accounts-state-disabled = 已停用

## 前往其他页面

accounts-way-sign-in = 登录
accounts-way-sign-up = 注册账户
accounts-way-link = 通过邮件获取登录链接
accounts-way-reset = 设置新密码
accounts-way-respond = 收到过通知？获取案件的新链接
accounts-way-home = 前往首页

## 登录

accounts-sign-in-title = 登录
accounts-sign-in-lead = 请使用账户的电子邮箱。
accounts-sign-in-button = 登录
accounts-sign-in-wrong = 请核对邮箱和密码，两者不匹配
accounts-signed-out = 您已退出登录。
accounts-letter-title = 收到了我们的来信？
accounts-letter-text = 无需账户即可答复。请打开信中的链接。
accounts-wait-minutes = 尝试次数过多。请等待 { $minutes } 分钟，或通过邮件获取登录链接
accounts-wait-long = 今天尝试次数过多。请通过邮件获取登录链接，或设置新密码

accounts-link-ask-title = 通过邮件登录
accounts-link-ask-text = 我们会发送一个只能使用一次的登录链接，无需密码。
accounts-link-ask-button = 发送链接
accounts-link-sent-title = 请查收邮件
accounts-link-sent-text = 如果该邮箱有账户，登录链接已经发出。链接只能使用一次，24 小时内有效。也请查看垃圾邮件文件夹。
accounts-link-title = 登录
accounts-link-text = 您打开了信中的链接，目前还没有进行任何操作。按下按钮即可登录，链接随即失效。
accounts-link-button = 立即登录

accounts-gone-title = 这个链接已失效
accounts-gone-text = 链接已被使用、已有更新的链接，或已过期。打开它没有改变任何内容。

## 演示人物

accounts-demo-title = 演示人物
accounts-demo-text = 以下人物均为虚构。选择一位，以其身份查看本服务。
accounts-demo-role = 角色
accounts-demo-button = 以此身份登录：
accounts-demo-role-claimant = 申请人
accounts-demo-role-respondent = 被申请人
accounts-demo-role-rights-holder = 权利人
accounts-demo-role-consumer = 消费者
accounts-demo-role-seller = 卖家
accounts-demo-role-lawyer = 律师
accounts-demo-role-arbitrator = 仲裁员
accounts-demo-role-marketplace = 平台专员
accounts-demo-role-officer = 平台专员
accounts-demo-role-marketplace-officer = 平台专员
accounts-demo-role-case-manager = 案件经办人
accounts-demo-role-administrator = 管理员

## 注册

accounts-sign-up-title = 注册账户
accounts-sign-up-lead = 有了账户，您可以提交通知和投诉，并集中查看所有案件。注册免费。
accounts-sign-up-button = 注册
accounts-have-account = 已有账户？
accounts-sign-up-sent-title = 请确认电子邮箱
accounts-sign-up-sent-text = 我们已向该邮箱发送信件。请打开信中的链接确认，24 小时内有效。如未收到，请查看垃圾邮件文件夹、核对邮箱，或用已有的账户登录。
accounts-confirm-title = 确认电子邮箱
accounts-confirm-text = 只有您本人在此注册过账户，才按下按钮。如果不是您注册的，请关闭页面，账户不会启用。
accounts-confirm-button = 确认我的邮箱
accounts-confirmed = 邮箱已确认，请登录。

## 密码

accounts-password = 密码
accounts-password-hint = 至少 { $min } 个字符。最好用几个容易记住的词，可以有空格。
accounts-password-enter = 请填写密码
accounts-password-choose = 请设置密码
accounts-password-short = 密码至少需要 { $min } 个字符
accounts-password-long = 密码最多 { $max } 个字符
accounts-password-own = 密码不能与姓名或邮箱相同
accounts-password-common = 这个密码太常见，容易被他人猜到，请换一个
accounts-password-wrong = 密码不正确，请核对
accounts-password-again = 您本人的密码
accounts-password-again-hint = 用于确认是您本人操作。
accounts-password-title = 更改密码
accounts-password-lead = 您在此处保持登录，在其他地方会退出登录。
accounts-password-none = 您没有设置密码，目前通过我们发送的链接登录。您也可以通过信件设置密码。
accounts-password-old = 当前密码
accounts-password-new = 新密码
accounts-password-button = 更改密码
accounts-password-changed = 密码已更改，其他地方的登录均已退出。

accounts-reset-ask-title = 设置新密码
accounts-reset-ask-text = 我们会发送一个链接，供您设置新密码。
accounts-reset-ask-button = 发送链接
accounts-reset-sent-title = 请查收邮件
accounts-reset-sent-text = 如果该邮箱有账户，设置新密码的链接已经发出。链接只能使用一次，24 小时内有效。也请查看垃圾邮件文件夹。
accounts-reset-title = 设置新密码
accounts-reset-lead = 保存后，您在所有地方都会退出登录，然后请用新密码登录。
accounts-reset-button = 保存新密码
accounts-reset-done = 新密码已设置，请用它登录。

## 本人账户

accounts-safety = 登录方式
accounts-display = 显示
accounts-acting-for = 代表
accounts-language = 语言
accounts-language-hint = 用于页面和寄给您的信件。
accounts-language-choose = 请选择语言
accounts-sessions-title = 登录位置
accounts-sessions-lead = 如有不认识的登录，请结束它并更改密码。
accounts-session-browser = 浏览器
accounts-session-began = 登录时间
accounts-session-seen = 最近使用
accounts-session-this = 当前
accounts-session-end = 结束
accounts-session-ended = 该登录已结束。
accounts-sessions-all = 在所有地方退出登录
accounts-sessions-all-text = 结束全部登录，包括此处。已保存的草稿会保留。
accounts-signed-out-everywhere = 您已在所有地方退出登录。
accounts-zone-title = 时区
accounts-zone-hint = 所有页面和寄给您的信件均按此时区显示时间。期限不因此改变。
accounts-zone-choose = 请从列表中选择时区
accounts-zone-option = { $name }，{ $line }
accounts-zone-saved = 时间现按您选择的时区显示。
accounts-theme-title = 颜色
accounts-theme-hint = 打印时始终为白底深色字。
accounts-theme-choose = 请选择颜色
accounts-theme-device = 跟随设备
accounts-theme-light = 浅色
accounts-theme-dark = 深色
accounts-theme-saved = 颜色已更改。

## 首位管理员

accounts-first-title = 设置管理员账户
accounts-first-lead = 本系统还没有管理员。在此设立的账户可以授予其他所有权限。
accounts-first-email-hint = 有关账户的信件会寄到这里。
accounts-first-button = 设立账户
accounts-first-taken = 该邮箱已有账户，请为管理员使用另一个邮箱
accounts-first-done = 管理员账户已设立，请登录。

## 人员

accounts-people-title = 人员
accounts-people-begins = 邮箱或其开头部分
accounts-people-none = 没有以此开头的账户。请核对邮箱，或留空查看全部。
accounts-role = 角色
accounts-role-none = 无工作人员角色
accounts-role-filter-hint = 不选择则显示所有人。
accounts-role-hint = 案件中的角色由案件本身决定。这里只选择由谁经办案件和管理系统。
accounts-role-choose = 请选择角色
accounts-role-button = 保存角色
accounts-on-panel = 在仲裁员名册中
accounts-enable = 恢复账户
accounts-disable = 停用账户
accounts-person-saved = 账户已更改。
accounts-own-rights = 您不能更改自己账户的权限，请联系另一位管理员。

## 组织

accounts-organisations-title = 组织
accounts-organisations-none = 还没有组织。请在下方登记第一个平台。
accounts-organisation-new = 新组织
accounts-organisation-name = 名称
accounts-organisation-name-enter = 请填写组织名称
accounts-organisation-create = 登记组织
accounts-organisation-created = 组织已登记，请添加人员。
accounts-kind = 类别
accounts-kind-marketplace = 平台
accounts-kind-law-firm = 律师事务所
accounts-kind-company = 公司
accounts-kind-choose = 请选择组织类别
accounts-country = 国家或地区
accounts-country-hint = 两个字母，例如 DE 或 CN。
accounts-country-enter = 请用两个字母填写国家或地区，例如 CN
accounts-key = 简称
accounts-key-hint = 小写字母、数字和连字符。用于归档和程序接口。
accounts-key-enter = 请填写 2 至 40 个小写字母、数字或连字符的简称
accounts-key-taken = 另一组织已使用该简称，请换一个
accounts-members = 人员
accounts-members-none = 还没有人代表该组织。
accounts-member-add = 添加人员
accounts-member-hint = 对方需要有已确认邮箱的账户。
accounts-member-added = 人员已添加。
accounts-member-removed = 人员已移除。
accounts-member-unknown = 没有使用该邮箱的可用账户。请对方先注册并确认邮箱

## 供程序使用的密钥

accounts-keys-title = 程序密钥
accounts-keys-lead = 持有密钥的程序可在您选择的范围内代您操作。不再需要时请立即收回。
accounts-key-new = 新密钥
accounts-key-name = 密钥名称
accounts-key-name-hint = 由哪个程序使用，例如“商品管理系统”。
accounts-key-name-enter = 请填写密钥名称
accounts-key-for = 组织
accounts-key-for-hint = 如密钥供您本人使用，请留空。
accounts-scope = 可进行的操作
accounts-scope-choose = 请至少选择一项密钥可进行的操作
accounts-scope-cases = 查看案件
accounts-scope-notices = 提交通知
accounts-scope-measures = 查看并确认措施
accounts-scope-evidence = 添加证据
accounts-key-create = 生成密钥
accounts-key-used = 最近使用
accounts-key-unused = 从未使用
accounts-key-revoke = 收回
accounts-key-revoked = 密钥已收回，使用它的程序将被拒绝。
accounts-key-is-revoked = 已收回
accounts-key-made-title = 密钥已生成
accounts-key-made-once = 请立即复制密钥。我们不保存密钥，无法再次显示。
accounts-key-secret = 密钥
accounts-key-made-use = 程序在每次请求中通过以下标头发送：
accounts-key-made-back = 返回密钥列表

accounts-conduct-title = 您的行为记录
accounts-conduct-lead = 有的程序会对反复出现的问题计分。对发出通知的一方和销售的一方规则相同；计分有期限，且先有警告。
accounts-conduct-all = 行为记录
accounts-conduct-all-lead = 目前有有效计分的各方，分数高的在前。措施由人决定，系统不会自动采取。
accounts-conduct-none = 您没有计分。
accounts-conduct-nobody = 目前没有人有计分。
accounts-conduct-cut = 此处仅计算最近的 { $count } 条记录。每个人自己的记录则计算全部。
accounts-conduct-points = 目前有效计分：{ $count } 分
accounts-conduct-case = 案件
accounts-conduct-given = 计分日期
accounts-conduct-why = 事由
accounts-conduct-silence = 期限届满未行动：{ $clock }
accounts-conduct-count = 有效计分
accounts-conduct-of = { $given } 分中的 { $counts } 分
accounts-conduct-until = 有效期至
accounts-conduct-over = 已过期
accounts-conduct-rung = 达到 { $points } 分：{ $what }
accounts-conduct-expires = 每分有效 { $length }。
accounts-conduct-cap = { $length }内最多计 { $points } 分。
accounts-conduct-object = 如果您认为某一案件有误，请在该案件中答复：结果改变时，该案计分会撤回。
rung-warn = 警告
rung-review = 由人查看
