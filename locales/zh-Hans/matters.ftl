# 其他事项：按各程序自身表格处理的争议。

matters-title = 其他程序
matters-lead = 适用于既非商品链接上的权利、也非订单问题的争议。每个程序都有自己的表格。
matters-begin = 提交案件
matters-fees = 费用
matters-you = 您
matters-other = 对方
matters-name = 姓名或名称
matters-country = 国家或地区
matters-email = 电子邮箱
matters-email-hint = 程序中的信函将发送到此处。
matters-paper = 申请内容
matters-file = 提交案件
matters-unconfirmed = 请先确认您的电子邮箱：打开注册时我们发送的信函。
matters-optional = { $label }（选填）
matters-lines = 每行一项。
matters-words = 最多{ $n }字。
matters-missing = 请在此处填写。
matters-missing-file = 请选择文件。
matters-too-many-lines = 行数过多，或某一行过长。最多{ $most }行，每行最多500个字符。
matters-too-many-words = 共{ $n }字，本程序最多允许{ $most }字。
matters-follows = 之后会怎样
matters-follows-if = 如{ $guard }：{ $next }
matters-note = 给其他各方的话
matters-note-hint = 选填。将写入关于此步骤的信函。
matters-filed-by = 提交人：{ $name }
matters-back = 返回案件
