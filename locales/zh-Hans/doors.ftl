# 进入案件：信中的链接、新链接、邀请、用账户接续席位。

doors-home = 首页
doors-number = 案件编号
doors-number-hint = 位于信件顶部，例如 IP-2026-000123。
doors-number-enter = 请填写信中的案件编号，例如 IP-2026-000123
doors-you-are = 您代表

## 信中的链接

doors-answer-title = 打开案件 { $number }
doors-answer-lead = 您打开了信中的链接，目前还没有进行任何操作。
doors-answer-once = 链接只能使用一次。按下按钮后即失效。
doors-answer-scope = 它只打开这一个案件，只代表这一方。无需账户。
doors-answer-again = 以后想再进入，可随时申请新链接，新链接寄往同一邮箱。
doors-answer-button = 打开案件
doors-answer-signed-in = 您已登录为 { $name }。
doors-answer-seat = 用我的账户参与
doors-answer-without = 不用账户打开

doors-spent-title = 这个链接不能再次使用
doors-spent-used = 它已被使用。为了您的安全，每个链接只能使用一次。
doors-spent-expired = 它已过期。为了您的安全，链接只在一定时间内有效。
doors-spent-new = 我们可以就案件 { $number } 向收到此信的邮箱重新寄信。案件中的日期不变。
doors-spent-button = 给我重新寄信

## 收到通知

doors-respond-title = 我收到了通知
doors-respond-lead = 请打开信中的链接。如果找不到了，我们可以重新发送。无需账户，也无需律师。
doors-email-hint = 收到信件的邮箱。我们只向记录中的邮箱发送链接。
doors-respond-button = 发送新链接
doors-real-title = 信件是真的吗？
doors-real-text = 我们的链接都以您浏览器中显示的网址开头。我们绝不会通过邮件索要密码或付款。
doors-have-title = 已有账户？
doors-sent-title = 请查收邮件
doors-sent-text = 如果案件编号与邮箱相符，带有新链接的信件已经发出。
doors-sent-nothing-title = 没有收到？
doors-sent-spam = 请查看垃圾邮件文件夹。
doors-sent-check = 信件可能寄到了另一个邮箱。
doors-sent-again = 核对后重试

## 邀请

doors-invitation-title = 案件 { $number } 的邀请
doors-invitation-lead = { $party } 邀请您在本案中代为行事。
doors-invited = 受邀人
doors-scope = 您可以
doors-scope-act = 进行该方可进行的一切操作
doors-scope-read = 查看案件
doors-until = 截止
doors-until-end = 至案件结束或该方终止授权
doors-invitation-account = 接受邀请需要使用受邀邮箱的账户，以便记录显示由谁行事。
doors-invitation-other = 您登录的是另一个邮箱。邀请的对象是 { $email }。请退出登录，再用该邮箱登录。
doors-invitation-join-text = 接受后，您的姓名会写入记录，寄给该方的信件也会寄给您。
doors-invitation-join = 接受
doors-invitation-decline = 谢绝
doors-invitation-decline-text = 谢绝也没有关系。我们会告知该方，链接随即失效。
doors-joined = 您现已参与本案。
doors-declined = 您已谢绝，我们会告知该方。
doors-other-address = 这是给另一个邮箱的，与您账户的邮箱不同。请用记录中邮箱的账户登录
doors-unconfirmed = 请先确认账户的邮箱。确认链接在我们寄出的信中

## 用账户接续席位

doors-seat-title = 把案件 { $number } 放入您的账户
doors-seat-lead = 有了账户，您可以随时打开案件，无需新链接。
doors-seat-account = 您的账户
doors-seat-need = 请注册账户或登录，随后会回到本页。
doors-seat-effect = 此后案件会出现在您的列表中，信件寄往您的账户，记录也会注明。您自己不能撤销；如有需要，请联系案件经办人。
doors-seat-button = 用此账户参与
doors-seat-taken = 案件已放入您的账户。
