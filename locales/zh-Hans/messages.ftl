# 案件消息。

messages-none = 没有消息。
messages-write = 写消息
messages-readers = 可阅读者：{ $names }
messages-registry = 案件经办人
messages-tribunal = 仲裁员（选定之后）
messages-arbitrator = { $name }（仲裁员）
messages-other-seller = 另一位卖家
messages-comma = 、
messages-new-title = 写消息
messages-new-lead = 每条消息都会成为案件记录中的一项，不能修改或撤回。
messages-audience = 由谁阅读？
messages-audience-error = 请选择由谁阅读
messages-one-party = 仅限{ $name }
messages-text = 消息
messages-text-hint = 文件请在证据页面提交。和解方案请在和解页面提出，仲裁员不会看到。
messages-text-error = 请填写消息
messages-send = 发送消息
messages-flash-sent = 消息已发送，阅读者会收到信件通知。
