# 卖家对侵权通知的答复。

response-title = 答复通知
response-lead = { $who } 认为您的商品链接侵犯其权利。是否属实，尚无任何人作出认定。
response-clock-began = 自 { $when } 起算
response-answered = 您的答复：{ $position }。收到时间：{ $when }。
response-lacking = 您的反通知尚未生效。缺少以下内容，请补充后重新发送：
response-claims = 商品链接
response-reasons-of-marketplace = 平台的说明：
response-nothing-open = 现在没有需要答复的内容
response-write = 写信给案件经办人
response-choice = 您想怎么做？
response-choice-hint = 发出之前您都可以改变主意。
response-choice-error = 请选择您想怎么做
response-choice-dispute = 我不同意
response-choice-dispute-hint = 发出反通知，附上理由和证据。
response-choice-agree = 我同意
response-choice-agree-hint = 措施继续有效，您这部分案件结束。
response-choice-settle = 我想和解
response-choice-settle-hint = 提出方案。对方可以接受、回复或拒绝。
response-choice-time = 我需要更多时间
response-choice-time-hint = 请在期限届满前申请，立即知道结果。
response-has-draft = 您已经开始写反通知。
response-go-on = 继续写

## 通知的内容

response-side-title = 通知的内容
response-side-right = 权利：
response-side-asked = 对方请求：
response-side-listings = 您的商品链接：
response-side-more = 还有 { $count } 个

## 同意

response-agree-title = 同意这份通知？
response-agree-lead = 如果您同意，对商品链接的措施继续有效，您这部分案件结束。
response-agree-final = 此操作无法撤销。您可以不同意。
response-agree-words = 您想说的话
response-agree-words-hint = 可以不填。对方会读到。
response-agree-go = 我同意这份通知
response-agree-not = 返回

## 更多时间

response-time-title = 申请延期
response-time-adds = 规则规定增加 { $length }。
response-time-then = 新的日期：{ $when }
response-time-both = 对方也申请后才会延期。对方会收到信件。
response-time-reason = 您为什么需要？
response-time-reason-hint = 可以不填。
response-flash-time = 您有更多时间：至 { $when }。
response-flash-time-asked = 您已申请延期。对方也申请后日期才会改变。

## 理由

response-reasons-title = 您为什么不同意？
response-reasons-lead = 您的反通知会转送权利人。除非权利人按时采取行动，商品链接将恢复。
response-ground = 主要理由
response-ground-error = 请选择主要理由
response-ground-licence = 我有许可或授权
response-ground-exhausted = 商品购自品牌方或其经销商
response-ground-own-right = 我有自己的权利
response-ground-different = 不是同一商标、作品或设计
response-ground-descriptive = 我只是描述商品或说明适用对象
response-ground-not-mine = 这不是我的商品链接
response-ground-other = 其他理由
response-statement = 请用自己的话说明
response-statement-hint = 用中文或英文书写。对方会读到您的说明。
response-statement-error = 请说明您为什么不同意
response-files = 证据
response-files-must = 法律要求提供：许可、发票、您自己的登记。每个文件最大 50 MB。
response-files-may = 可以不提供：许可、发票、您自己的登记。每个文件最大 50 MB。
response-files-error = 请至少添加一个支持您理由的文件
response-contact = 文书送达地址
response-contact-hint = 法律要求提供。权利人会看到，因为它可能需要在那里起诉您。
response-name = 姓名或名称
response-name-error = 请填写您或您公司的名称
response-address = 通信地址
response-address-error = 请填写能收到文书的通信地址
response-phone = 电话
response-phone-error = 请填写电话号码
response-back = 返回通知

## 声明、核对与发送

response-declarations-title = 声明
response-check-title = 核对并发送
response-check-ground = 主要理由
response-check-statement = 您的说明
response-check-contact = 文书送达地址
response-check-files = 证据
response-check-seen = 发出后，权利人能看到本页的全部内容。
response-check-send = 发送反通知
