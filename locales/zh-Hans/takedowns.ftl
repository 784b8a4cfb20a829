# 平台专员的待办队列、批量处理，以及各商品链接及其处理情况。

takedowns-title = 待处理的商品链接
takedowns-kinds = 待办事项
takedowns-all = 全部
takedowns-kind = { $name }（{ $count }）
takedowns-to-decide = 待决定
takedowns-nothing = 无待办事项
takedowns-search = 搜索
takedowns-seller = 卖家
takedowns-case = 案件
takedowns-find = 查找
takedowns-clear = 显示全部
takedowns-shown = 显示 { $count } 个商品链接
takedowns-empty = 没有待处理事项。
takedowns-no-match = 没有符合条件的商品链接。点“显示全部”可清除筛选条件。
takedowns-listing = 商品链接
takedowns-order = 待办
takedowns-now = 目前状态
takedowns-due = 期限
takedowns-no-date = 无期限
takedowns-look = 查看
takedowns-act = 您要做什么？
takedowns-action = 操作
takedowns-action-hint = 下一页会列出每个商品链接并要求填写理由。在您确认之前，不会执行任何操作。
takedowns-go-chosen = 处理勾选的商品链接
takedowns-go-all = 处理所显示的全部 { $count } 个
takedowns-none-chosen = 请至少勾选一个商品链接，并选择操作
takedowns-too-many = 一次处理的商品链接太多，最多 300 个。
takedowns-carry-out = 确认指令已执行
takedowns-carry-out-hint = 您已在平台上按指令执行完毕。

## 确认

takedowns-confirm-title = 核对并确认
takedowns-confirm-heading = { $action }：{ $count } 个商品链接
takedowns-items = 商品链接
takedowns-reasons = 理由说明
takedowns-reasons-about = 卖家和权利人会收到以下文字，并获知提出异议的途径。
takedowns-ground-hint = 您所依据的法律或平台条款。
takedowns-ground-error = 请填写所依据的法律或条款
takedowns-facts-hint = 您看到了什么，以及为何足以作出决定。
takedowns-facts-error = 请填写所依据的事实
takedowns-territory-hint = 留空表示平台销售的所有地区。
takedowns-automated = 完全由机器作出决定
takedowns-automated-hint = 如有人工审查，请不要勾选。
takedowns-is-done = 已在平台上执行
takedowns-is-done-hint = 否则，在您确认执行之前，这些商品链接会留在队列中。
takedowns-carry-out-about = 您确认上述每项指令均已在平台上执行。系统会告知卖家和权利人。
takedowns-perform = { $action }：确认处理 { $count } 个商品链接

## 结果

takedowns-result-title = 结果
takedowns-result-lead = { $action }。已完成：{ $done }。未完成：{ $left }。
takedowns-result = 结果
takedowns-done = 已完成
takedowns-decided = 已决定，尚待执行
takedowns-already = 此前已完成
takedowns-changed = 期间有变动
takedowns-changed-now = 在您打开页面之后，该商品链接已被更改，目前状态：{ $measure }。没有对其执行任何操作。
takedowns-failed = 未完成
takedowns-fault = 我方出现问题，请重试。
takedowns-retry = 重新核对这些项目
takedowns-back = 返回队列

## 单个商品链接

takedowns-claim = 案件中的主张
takedowns-due-by = 期限：{ $when }
takedowns-facts = 主要内容
takedowns-basis = 指令时间与依据
takedowns-basis-of = { $when }。{ $basis }
takedowns-basis-own = 由平台决定
takedowns-basis-rule = 依据程序规则“{ $rule }”
takedowns-address = 网址
takedowns-item = 商品编号
takedowns-claimant = 权利人
takedowns-right = 权利
takedowns-asked = 请求的措施
takedowns-statement = 陈述
takedowns-wrong = 问题所在
takedowns-state = 案件状态
takedowns-history = 处理记录
takedowns-history-none = 尚未对该商品链接采取任何措施。
takedowns-history-ordered = 已下达指令：{ $action }
takedowns-history-taken = 已执行：{ $measure }

## 商品链接列表

takedowns-listings-title = 商品链接
takedowns-listings-lead = 通知所涉及的您的商品链接，以及各链接的处理情况。
takedowns-listings-none = 您没有商品链接处于争议中。
takedowns-since = 起始时间
