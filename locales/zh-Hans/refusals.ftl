# 某一步不被接受的原因，以及可以怎么做。键名来自领域代码的 `Refusal::key`。

refusal-not-now = 现在不能这样做：案件状态为“{ $state }”。案件页面列明您现在可以做什么。
refusal-not-yours = 这一步由案件中的其他人办理。案件页面列明您可以做什么；如果您认为有误，请写信给案件经办人。
refusal-too-late = 期限已于 { $date } 届满。您仍可写信给案件经办人，说明迟延原因，请求予以接受。
refusal-too-early = 这一步从 { $date } 起开放。请届时再来，期间不会丢失任何内容。
refusal-stale = 您填写时案件有了变动。您的文字已保留。请先查看新内容，再重新发送。
refusal-already-done = 这一步已经完成。时间线上列明何时、由何人完成。
refusal-unknown = { $what } 不属于本案。请返回案件页面，从那里打开。
refusal-own-offer = 这是您自己提出的方案，由对方答复。您可以撤回，或另提方案。
refusal-no-more-time = 规则允许的延长时间已全部用完。您仍可发送已有内容，或与对方和解。
refusal-same-person = 这位仲裁员由您提名，因此回避申请由另一位案件经办人决定。请转交同事。
refusal-duplicate-other = 同一权利和同一商品链接已在他人的未结案件中。请就其他链接提交，或写信给案件经办人。
refusal-duplicate = 同一权利和同一商品链接已在案件 { $number } 中。请在该案中继续，或就其他链接提交。
refusal-record-changed = 预览之后案卷有变动：有证据新增或撤回。请查看后重新预览并签署。
refusal-unconsidered = { $exhibit } 尚未处理。请在理由中提到它，或在考虑之后于预览页勾选，然后签署。
refusal-same-party = 同一人不能同时是案件双方。请为其中一方使用另一账户或邮箱。

## 方案已结束

refusal-offer-open = 该方案仍在有效期内。请答复，或等待答复。
refusal-offer-accepted = 该方案已被接受，不能再更改。约定内容见和解页面。
refusal-offer-declined = 该方案已被拒绝。您可以提出新方案。
refusal-offer-countered = 该方案已由另一方案回应。请答复较新的方案。
refusal-offer-withdrawn = 该方案已被撤回。您可以自己提出方案。
refusal-offer-lapsed = 该方案已过有效期。您可以提出新方案。

## 缺少内容

refusal-missing-amount = 请填写金额
refusal-missing-completion = 请补充所要求的内容
refusal-missing-contact = 请填写能收到文书的姓名、地址和电话
refusal-missing-court = 请填写法院或主管机关的名称
refusal-missing-court-number = 请填写法院或主管机关给出的编号
refusal-missing-debtor = 请选择由哪一方履行
refusal-missing-delayed-proof = 请说明哪项证明需要更多时间
refusal-missing-receipt = 请添加办理机构的受理凭证
refusal-missing-order-copy = 请添加裁定副本
refusal-missing-right-number = 请填写登记号，或作品名称
refusal-missing-right-owner = 请填写权利人的名称
refusal-missing-listing-address = 请填写每个商品链接的网址或商品编号
refusal-missing-paper = 请添加要求的每份文件
refusal-missing-declaration = 请阅读各项声明并逐项勾选
refusal-missing-detail = 请说明您看到了什么，以便他人核对
refusal-missing-email = 请填写邮箱地址
refusal-missing-facts = 请说明措施所依据的事实
refusal-missing-files = 请至少选择一个文件
refusal-missing-future-date = 请填写不早于今天的日期
refusal-missing-due-after-open = 履行日期不得早于要约的最后一天。
refusal-missing-future-expiry = 请填写方案有效期，须为将来的时间
refusal-missing-ground = 请说明依据
refusal-missing-listings = 请至少选择一个商品链接
refusal-missing-message = 请填写留言
refusal-missing-missing = 请一次说明全部缺少的内容
refusal-missing-name = 请填写姓名或名称
refusal-missing-opening = 无法读取所提交的内容。请从草稿重新开始
refusal-missing-proof = 请说明如何查证已经完成：编号或证据号
refusal-missing-reason = 请说明理由
refusal-missing-statement = 请用自己的话说明理由
refusal-missing-terms = 请写明方案内容

## 超出限制

refusal-limit-characters = 文字过长。最多 { $limit } 个字符；其余内容请放入文件。
refusal-limit-files = 一次提交的文件过多。请每次最多发送 { $limit } 个。
refusal-limit-instalments = 分期过多。最多 { $limit } 期。
refusal-limit-listings = 一份通知中的商品链接过多。最多 { $limit } 个；其余请另行提交通知。

## 利益冲突

refusal-conflict-party = 此人是本案当事人，不能裁决本案。请另提人选。
refusal-conflict-representative = 此人代表本案当事人，不能裁决本案。请另提人选。
refusal-conflict-colleague = 此人所属机构参与本案。请另提人选。
refusal-conflict-left = 此人此前已谢绝或离开本案仲裁庭。请另提人选。
refusal-conflict-side = 此人已在本案另一方参与。请另选他人。

## 裁决尚不完整

refusal-incomplete-no-issues = 签署前请至少写明一个争点。
refusal-incomplete-no-finding = 签署前请为争点 { $no } 选择认定。
refusal-incomplete-no-reasons = 签署前请写明争点 { $no } 的理由。
refusal-incomplete-no-summary = 签署前请用通俗的话写明结果。
refusal-incomplete-no-amount = 签署前请填写第 { $no } 项裁决的金额。
refusal-incomplete-no-days = 签署前请填写第 { $no } 项裁决的履行天数。
refusal-missing-place = 请写明由谁处理该程序。
refusal-incomplete-no-part-seat = 签署前请填写仲裁地。
refusal-incomplete-no-part-agreement = 签署前请写明仲裁协议。
refusal-incomplete-no-part-claims = 签署前请写明请求。
refusal-incomplete-no-part-facts = 签署前请写明事实。
refusal-incomplete-no-part-proceedings = 签署前请写明程序经过。
refusal-incomplete-no-part-costs = 签署前请写明费用由谁承担。
refusal-incomplete-flaw-no-seat = 裁决未写明仲裁地。签署前请在“其他部分”填写。
refusal-incomplete-flaw-no-agreement = 裁决未写明仲裁协议。签署前请在“其他部分”填写。
refusal-incomplete-flaw-not-told = 从未将本案通知被申请人。签署前请案件经办人联系到被申请人。
refusal-incomplete-flaw-beyond-claim = 第 { $no } 项裁决超出请求范围。签署前请降低。
refusal-incomplete-flaw-unclear-act = 第 { $no } 项裁决未写明具体应做什么。签署前请写明行为、对象和标准。
refusal-incomplete-flaw-no-facts = 缺少请求或事实。签署前请在“其他部分”写明。

## 可能找不到的事项

refusal-thing-challenge = 回避申请 { $no }
refusal-thing-clock = 期限 { $no }
refusal-thing-exhibit = 证据 { $no }
refusal-thing-listing = 商品链接 { $no }
refusal-thing-mandate = 委托 { $no }
refusal-thing-obligation = 约定事项 { $no }
refusal-thing-offer = 方案 { $no }
refusal-thing-party = 当事人 { $no }
refusal-thing-seat = 指定 { $no }
refusal-thing-track = 分案 { $no }
refusal-thing-procedure = 程序“{ $no }”

refusal-limit-words = 字数过多。本程序最多允许{ $limit }字。
refusal-person-needed = 法律要求由人作出此项决定。请在浏览器中打开案件并在页面上操作。
refusal-halted = 本服务的案卷记录正在核查，暂时不能提交任何内容。在此期间没有期限会届满：时间将予以补足。您填写的内容仍在此处。请稍后再试。
