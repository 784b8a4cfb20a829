# Fixed words of the PDF documents: decision, agreement, record, receipt.

## Titles

documents-title-award = 裁决书
documents-title-decision = 裁决书
documents-title-recommendation = 建议书
documents-title-agreement = 和解协议
documents-title-record = 案件记录
documents-title-receipt = 回执
documents-banner-draft = 草稿。未签署，不具效力。
documents-banner-demo = 演示文件。其中的个人和公司均为虚构，不具法律效力。

## Head, foot, notes

documents-case = 案件编号
# %page and %pages are replaced when the pages are counted.
documents-page-of = 第 %page 页，共 %pages 页
documents-escaped = 本文件字体中没有的字符以其 Unicode 编号表示，例如 [U+1F600]。案件记录中保存的是提交时的原字符。

## Parties and facts

documents-between = 本案当事人
documents-and = 与
documents-fact-seat = 仲裁地
documents-fact-rules = 适用规则
documents-fact-arbitrator = 仲裁员
documents-fact-language = 语言
documents-fact-date = 日期
documents-fact-prevails = 结果
documents-fact-filed = 提交日期
documents-fact-printed-for = 本副本提供给
documents-fact-printed-at = 副本制作时间
documents-fact-zone = 时间所用时区
documents-fact-state = 状态
documents-fact-number = 回执编号
documents-fact-by = 提交人
documents-fact-parties = 当事人

## Decision

documents-outcome = 结果摘要
documents-history = 案件经过
documents-exhibits = 证据
documents-exhibits-lead = 仲裁庭审阅了下列证据。编号与案卷编号一致。
documents-exhibit-number = 编号
documents-exhibit-title = 证据名称
documents-exhibit-from = 提交方
documents-exhibit-date = 提交日期
documents-issues = 争点与理由
documents-issue = 争点
documents-position-claimant = 申请人的意见
documents-position-respondent = 被申请人的意见
documents-position-none = 对此问题未发表意见。
documents-paper = { $title }（{ $day }）：
documents-finding = 认定
documents-orders = 裁决事项
documents-orders-lead = 基于上述理由，裁决如下：
documents-orders-none = 驳回全部请求。
documents-orders-not-made = 不作出任何命令。
documents-recommended = 建议事项
documents-recommended-lead = 基于上述理由，建议如下：
documents-recommended-nothing = 不建议作出任何履行。
documents-recommended-on = 建议作出于
documents-recommended-effect = 本文件仅为建议，对任何一方均无约束力，各方均可向法院起诉。
documents-duty-who = 义务方
documents-duty-what = 应当履行的事项
documents-duty-amount = 金额
documents-duty-due = 期限
documents-costs = 费用
documents-done = 作出于
documents-capacity-arbitrator = 仲裁员
documents-signed-electronically = 已于 { $when }（UTC）以电子方式签署
documents-signature-open = 尚未签署

## Agreement

documents-background = 争议事由
documents-terms = 双方约定的履行事项
documents-effect = 本协议的效力
documents-agreed = 约定于
documents-fact-offer = 和解方案
documents-fact-offer-text = 第 { $no } 号，由{ $name }于 { $day } 提出
documents-fact-accepted = 接受日期
documents-fact-order = 订单
documents-agreement-effect = 申请人与被申请人各自以记录在案的行为同意上述条款，双方争议按此了结。任何一项到期未履行的，权利方可以在案件中提出，程序按其规则继续进行。
documents-accepted-electronically = 已于 { $when } 以电子方式同意

## Record

documents-entries = 记录条目
documents-entries-lead = 本案的每一项行为，按时间先后排列。条目下方的字符是该条目的哈希值（SHA-256），涵盖该条目及前一条目的哈希值。
documents-entries-none = 尚无记录。
documents-entry-number = 序号
documents-entry-when = 时间
documents-entry-what = 事项
documents-entry-by = 行为人：
documents-entry-rule = 依据

## Receipt

documents-answers = 提交的内容
documents-answers-words = 文字
documents-files = 文件
documents-file-size = 大小
documents-next = 后续步骤

## How to check

documents-record-title = 如何核对本文件
documents-record-receipt = 下列数字是这条记录的哈希值（SHA-256）。您可以将其与案件记录核对，也可以询问案件经办人。
documents-record-statement = 本文件以案件 { $number } 的记录为依据，该记录共有 { $entries } 个条目。下方字符是最后一个条目的哈希值（SHA-256）。请与案件记录核对，或向案件经办人查询。

## When a document cannot be made

documents-refused-characters = 文本中含有无法印出的字符：{ $characters }。请删除或改用其他写法。
documents-refused-not-built = 本服务未包含 PDF 文件功能。请告知管理员。
documents-refused-too-large = 文件过长，无法制成 PDF。请缩短内容，或告知管理员。
documents-refused-fault = 未能制成 PDF。您的文字已保存。请重试；如再次出现，请告知案件经办人。
