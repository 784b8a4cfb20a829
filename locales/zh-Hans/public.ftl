# 人人可读的页面：首页、选择程序、流程说明、程序、帮助、声明。

## 首页

public-home-title = 解决网购网售争议
public-home-heading = 网上买卖出了问题？在这里解决。
public-home-lead = 权利人、卖家、买家和平台在这里解决商品链接和订单争议。双方使用同样的工具，文字通俗，手机电脑都能用。
public-home-doors = 您想做什么？
public-home-start = 我要投诉或举报
public-home-start-text = 某个链接侵犯了我的作品或品牌，或者我网购的东西出了问题。
public-home-start-go = 提起案件
public-home-respond = 我收到了通知
public-home-respond-text = 来信说有案件与我有关。我有案件编号，或信中的链接。
public-home-respond-go = 阅读并答复
public-home-look = 我想查资料
public-home-look-text = 程序如何进行，某个词是什么意思。
public-home-look-rules = 程序说明
public-home-look-help = 帮助
public-home-work = 您已登录。
public-home-work-go = 前往待办事项

public-home-promise = 我们的承诺
public-home-promise-silence = 沉默也有后果
public-home-promise-silence-text = 谁也不能靠不答复拖住案件。每个期限都写明期满无人行动会怎样，届时自动生效。
public-home-promise-dates = 每个期限都有解释
public-home-promise-dates-text = 每个日期都按您的时区显示：哪些天计入、哪些天不计入、原因是什么，依据哪条法律。
public-home-promise-record = 一份可以核对的记录
public-home-promise-record-text = 每次变动都是一条有编号的记录，每条记录与前一条相扣，改动或删去任何一条都会显露。

public-home-example = 您会看到的期限
public-home-example-text = 假设一位中国卖家现在声明某链接不侵权，权利人随即收到该声明。双方看到的就是下面的内容，由审理所有案件的同一规则此刻算出。
public-home-example-label = 措施到期终止，除非权利人采取行动
public-home-example-how = 这个日期如何算出
public-home-example-rule = 依据：{ $law }
public-home-example-more = 阅读完整程序

public-home-how = 怎样进行
public-home-how-1 = 您说明发生了什么。发送之前，内容保存为草稿。
public-home-how-2 = 对方立即获知：什么事、为什么、谁提出、何时截止、不行动会怎样。
public-home-how-3 = 双方随时可以和解。仲裁员始终看不到和解方案。
public-home-how-4 = 没有达成一致的，由程序规则决定，或由双方接受的仲裁员裁决。
public-home-how-more = 看看与您有关的流程
public-home-cost = 费用
public-home-cost-text = 本服务对提交、答复和和解不收取费用。您不需要律师，也可以请律师。
public-home-languages = 语言
public-home-languages-text = 所有页面和信件都有中文和英文。您可以用自己的语言书写。

## 选择程序

public-start-title = 提起案件
public-start-what = 发生了什么？
public-start-what-hint = 请选择最接近的一项。此时不会发送任何内容。
public-start-what-empty = 请选择发生了什么
public-start-listing = 某个链接使用了我的权利
public-start-listing-hint = 我拥有或代理的商标、版权、专利或外观设计
public-start-order = 我网购的东西出了问题
public-start-order-hint = 没收到、损坏、不安全、与描述不符，或收费有误
public-start-matter = 其他争议
public-start-matter-hint = 例如有关域名的争议。每类争议都有自己的程序和表格
public-start-received = 我收到了通知或投诉
public-start-received-hint = 我想阅读并答复
public-start-unsafe = 某个商品危险或被禁止销售
public-start-unsafe-hint = 我看到有不安全或违法的商品在售，无论是否购买过
public-start-other = 其他
public-start-other-hint = 我们会列出其他途径
public-start-right = 您依据哪种权利？
public-start-right-hint = 有多种的，请选最有把握的一种。其他权利可另行提交通知。
public-start-right-empty = 请选择您依据的权利
public-start-right-other = 都不是
public-start-right-other-hint = 例如名称、合同或不正当竞争
public-start-court = 是否已有法院或仲裁员正在处理或已经裁决？
public-start-court-hint = 一个争议同时只能在一处处理。
public-start-court-empty = 请选择是或否
public-start-court-no = 否
public-start-court-yes = 是
public-start-market = 商品面向哪里的买家销售？
public-start-market-hint = 以可以下单的地区为准。有多个地区的，请选对您最重要的一个。
public-start-market-empty = 请选择销售地区
public-start-market-eu = 欧盟
public-start-market-us = 美国
public-start-market-cn = 中国
public-start-market-elsewhere = 其他地区
public-start-home = 您居住在哪里？
public-start-home-empty = 请选择您的居住地
public-start-home-eu = 欧盟、冰岛、列支敦士登或挪威
public-start-home-elsewhere = 其他地区
public-start-seller = 卖家在哪里？
public-start-seller-hint = 卖家页面或收据上可能写明。
public-start-seller-empty = 请选择卖家所在地
public-start-seller-eu = 欧盟、冰岛、列支敦士登或挪威
public-start-seller-cn = 中国
public-start-seller-elsewhere = 其他地区
public-start-seller-unknown = 我不知道
public-start-sort = 争议涉及什么？
public-start-sort-empty = 请选择争议事项
public-start-sort-domain = 使用我商标的域名
public-start-sort-domain-hint = 他人恶意注册
public-start-sort-arbitration = 约定了仲裁的合同
public-start-sort-arbitration-hint = 或双方现在同意仲裁
public-start-sort-opinion = 某卖家的产品使用的专利
public-start-sort-opinion-hint = 由美国平台安排中立人员书面评估
public-start-sort-none = 都不是
public-start-continue = 继续
public-start-back = 更改答案

public-ready-title-notice = 您可以提交通知
public-ready-title-complaint = 您可以提交投诉
public-ready-lead-notice = 一份通知最多可列 { $listings } 个商品链接。每位卖家在案件中各有一部分，期限各自计算。
public-ready-lead-complaint = 双方先行协商。只有您在争议发生后同意，才由仲裁员裁决。
public-ready-need = 您需要准备
public-ready-need-notice =
    - 权利：登记号和有效地域；版权则为作品名称
    - 商品链接：网址或商品编号，可逐个填写、粘贴或从文件导入
    - 每个链接的问题，以及您是权利人或其代理人的证明
    - 大约 15 分钟；我们保存草稿，您可以随时中断再回来
public-ready-need-unsafe =
    - 商品链接：网址或商品编号，可逐个填写、粘贴或从文件导入
    - 产品为何危险，或违反了哪部法律
    - 照片或检测报告（如有）
    - 大约 10 分钟；我们保存草稿，您可以随时中断再回来
public-ready-need-complaint =
    - 订单号和卖家名称
    - 出了什么问题，怎样才算解决
    - 照片、聊天记录或收据（如有）
    - 大约 10 分钟；我们保存草稿，您可以随时中断再回来
public-ready-result = 可能的结果
public-ready-result-notice =
    - 平台隐藏、删除或限制链接，或拒绝并说明理由
    - 卖家同意，或声明不存在侵权；之后链接可能恢复
    - 您与卖家和解；双方同意的，由仲裁员裁决
public-ready-result-unsafe =
    - 平台删除或隐藏商品链接，或拒绝并说明理由
    - 卖家会收到理由并可提出异议，您也可以
    - 已售出的产品可能由卖家或主管机关召回
public-ready-result-complaint =
    - 达成一致：退款、维修、更换或其他方式，并约定日期
    - 中立人员的建议，没有约束力
    - 有约束力的裁决，前提是您在争议发生后同意
public-ready-careful = 错误的通知会让卖家受损，发送者可能要赔偿。发送前请核对链接。
public-ready-procedures = 适合您的程序及理由
public-ready-read = 阅读规则
public-ready-title-matter = 您可以提起案件
public-ready-lead-matter = 表格只询问规则所要求的内容。对方没有回应的，案件按规则继续进行。
public-ready-need-matter =
    - 对方的姓名和地址（就您所知）
    - 您的请求及其依据
    - 证明文件：合同、登记、往来信函
    - 部分规则收取费用，见其页面
public-ready-result-matter =
    - 您随时可以与对方和解
    - 由中立人员或合议庭附理由作出裁决或意见
public-ready-go-matter = 开始
public-why-eu = 商品在欧盟销售。《数字服务法》允许任何人向平台举报在当地违法的内容，平台须附理由作出决定。
public-why-us = 商品在美国销售且您依据版权：《美国法典》第 17 编第 512 条规定了平台如何处理此类通知。
public-why-cn = 商品在中国销售：《电子商务法》第四十二条至第四十五条适用于各类知识产权。
public-why-us-marketplace = 适用于在美国运营的平台。
public-why-cn-marketplace = 适用于在中国运营的平台，无论买家在何处。
public-why-unsafe = 商品危及人身且在欧盟销售：平台须在三个工作日内处理。
public-why-forbidden = 商品以其他方式违法，且在欧盟销售。
public-why-both-eu = 您和卖家都在欧盟或欧洲经济区：适用当地消费者争议解决机构的规则。
public-why-seller-cn = 卖家在中国：适用中国法下平台的规则，期限较短。
public-why-everybody = 向所有人开放，无论您和卖家在何处。
public-why-domain = 适用于 .com、.net、.org 等多数域名，多数案件依此裁决。
public-why-domain-forum = 同一政策，期限按 Forum 的方式计算。
public-why-domain-urs = 适用于 .shop 等新后缀。快速、费用低，域名仅被暂停，不转移。
public-why-arbitration = 由一名仲裁员快速仲裁。裁决对双方有约束力。
public-why-arbitration-icc = 合同约定适用国际商会快速程序的：该程序适用于一定金额以下的争议，金额上限取决于合同日期。
public-why-opinion = 适用于美国发明专利：由中立人员书面评估。双方预缴保证金，胜方取回。
public-ready-go-notice = 开始填写通知
public-ready-go-complaint = 开始填写投诉

public-away-title = 本服务不能受理
public-away-lead-other = 这里的程序处理商品链接中的权利争议和出了问题的订单。
public-away-lead-us-mark = 在美国，没有法律规定平台应如何处理商标、专利或外观设计的通知。
public-away-us-mark =
    - 平台有面向权利人的自有表格
    - 如商品也在欧盟或中国销售，请返回选择该地区
    - 联邦法院，或熟悉该权利的律师
public-away-lead-unsafe = 这里针对危险或违禁商品的程序是欧盟的程序。
public-away-unsafe =
    - 平台：有自己的举报表格
    - 您所在国家的产品安全主管部门；其他国家的召回信息见经合组织的召回页面
    - 如您已购买，请返回选择网购的东西出了问题
public-away-lead-closed = 本服务目前不受理此类新案件。
public-away-closed =
    - 事情发生的平台：有自己的举报表格
    - 法院，或能告诉您应去哪个法院的律师
public-away-lead-right = 这里的程序处理商标、版权、专利和外观设计。
public-away-lead-court = 法院或仲裁员正在处理或已经裁决的争议，不能在这里重复受理。
public-away-places = 您可以去哪里
public-away-other =
    - 事情发生的平台：平台有自己的举报渠道
    - 您所在国家的消费者机构或市场监管部门
    - 如果被欺骗或受到威胁：警方
    - 法院，或能告诉您该找哪家法院的律师
public-away-right =
    - 链接所在的平台：平台有自己的举报渠道
    - 卖家所在国家的市场监管部门
    - 法院，或熟悉该权利的律师
public-away-court =
    - 正在处理该争议的法院或仲裁员：请在那里提出请求
    - 您的律师（如有）
public-away-again = 如果选错了答案，请返回更改。

## 各方流程

public-how-title = 怎样进行
public-how-lead = 同一个案件，各方看到的不同。这里说明您要做什么、会得到什么，以及有人沉默时会怎样。
public-how-nav = 选择您的身份
public-how-rights-holder = 权利人
public-how-rights-holder-steps =
    - 写明权利、商品链接以及每个链接的问题，签署所依据法律的声明；声明原文随通知保存。
    - 确认您的邮箱。在此之前通知不生效。
    - 平台逐一查看链接，隐藏、删除或限制，或拒绝并告诉您理由。
    - 卖家声明不侵权的，您会收到完整答复。从此开始计算您的期限：证明已起诉或投诉、同意仲裁，或和解。
    - 期限内不行动的，链接自动恢复。
public-how-rights-holder-more = 结案前您可以随时撤回通知。
public-how-seller = 卖家
public-how-seller-steps =
    - 来信告诉您：谁、就哪个链接、说了什么、何时前可以答复。无需账户，信中的链接即可打开案件。
    - 同意、不同意，或申请更多时间。不同意完全可以，也不收费。
    - 不同意即提交反通知，附法律要求的声明和您的证据：许可、发票、自有权利。
    - 权利人立即收到您的答复。其在期限内不行动的，链接自动恢复。
    - 您随时可以提出方案。仲裁员始终看不到方案。
public-how-seller-more = 不答复的，措施保持不变。之后仍可答复：法律没有规定最后一天。
public-how-consumer = 消费者
public-how-consumer-steps =
    - 说明买了什么、出了什么问题、怎样才算解决。
    - 案件经办人检查是否有缺项。有缺项的，一次列明，并给您时间补充。
    - 卖家答复。之后双方提出方案，直到接受其中一个或期满。
    - 没有达成一致的，由中立人员协助双方。
    - 仍不成的，由中立人员出具建议。您此时同意的，由仲裁员作出有约束力的裁决。
public-how-consumer-more = 争议发生前签署的任何内容，都不能使您在这里失去向法院起诉的权利。
public-how-marketplace = 平台
public-how-marketplace-steps =
    - 通知中列出的每个链接都进入您的队列，最急的在前，附权利、理由和证据。
    - 可逐个或批量处理：隐藏、删除、限制或拒绝。您的理由说明会发给双方。
    - 措施终止或裁决要求恢复时，链接回到您的队列待恢复。
    - 在页面上确认已完成，或由您的系统通过程序接口确认。
public-how-marketplace-more = 链接状态和案件状态是两回事，两者都显示，互不遮盖。
public-how-arbitrator = 仲裁员
public-how-arbitrator-steps =
    - 您会收到提名，列明案件中的每个人。系统已排除其知悉有关联的人；其他关联由您判断。
    - 签署独立性声明后接受，或谢绝。谢绝无需理由。
    - 双方可在程序规定的日期内申请回避，由另一人决定。
    - 工作台列出每个争点，双方意见并列，附证据，并可写理由。随写随存。
    - 预览，再次输入密码，签署。各方收到裁决，其哈希值记录在案。
public-how-arbitrator-more = 您看不到双方的和解方案，也不会单独写信给任何一方。
public-how-record = 案卷记录
public-how-record-text = 每个行为都是一条记录，有编号、时间和涵盖前一条的哈希值。您随时可以带走案卷：其中有全部记录、每份证据，以及可用通用工具核对的哈希清单。

## 程序

public-rules-title = 程序说明
public-rules-lead = 每个案件适用以下程序之一，以提交当日的版本为准。这些页面与审理案件使用同一份数据。
public-rules-version = 版本 { $version }，适用于 { $date } 起提交的案件
public-rules-read = 阅读程序
public-rules-status-draft = 草案
public-rules-status-reviewed = 已审阅
public-rules-status-certified = 已认证
public-rules-draft = 这是草案，尚无律师确认。依赖之前请与原文核对。
public-rules-note = 审阅者须知
public-rules-facts = 程序概要
public-rules-fact-kind = 起始于
public-rules-kind-notice = 关于商品链接的通知
public-rules-kind-complaint = 关于订单的投诉
public-rules-fact-law = 适用法域
public-rules-law-none = 不限于一国
public-rules-fact-zone = 日期计算时区
public-rules-fact-listings = 一份通知最多链接数
public-rules-fact-digest = 文本哈希值（SHA-256）
public-rules-contents = 本页内容
public-rules-stages = 阶段与步骤
public-rules-stages-lead = 每个阶段有一个或多个状态。每个状态下列明谁可以做什么，以及之后到哪里。
public-rules-state-turn = 等待：{ $who }
public-rules-state-open = 双方都可以行动
public-rules-state-end = 案件到此结束：{ $outcome }
public-rules-offers = 双方可以交换方案。
public-rules-evidence = 可补充证据的一方：{ $who }
public-rules-steps-caption = “{ $state }”状态下的步骤
public-rules-col-who = 谁
public-rules-col-what = 做什么
public-rules-col-leads = 进入
public-rules-col-law = 依据
public-rules-stays = 状态不变
public-rules-starts = 开始计时：{ $clock }
public-rules-orders = 要求平台：{ $action }
public-rules-human = 只能由人办理，不能由程序办理。
public-rules-late = 结束之后仍可补办。
public-rules-declares = 须作声明：{ $names }
public-rules-if = 条件：{ $guard }。
public-rules-if-complete = 必需的内容齐全
public-rules-if-not-complete = 必需的内容有缺
public-rules-if-both-consented = 双方均已同意
public-rules-if-not-both-consented = 对方尚未同意
public-rules-if-consented-final = 消费者已同意有约束力的裁决
public-rules-if-not-consented-final = 消费者未同意有约束力的裁决
public-rules-if-both-asked = 双方均已申请
public-rules-if-not-both-asked = 目前只有一方申请
public-rules-if-restores = 结果是恢复链接
public-rules-if-not-restores = 结果是链接保持下架
public-rules-if-nothing-owed = 没有待履行的事项
public-rules-if-not-nothing-owed = 有待履行的事项
public-rules-anytime = 结案前任何时候
public-rules-clocks = 期限
public-rules-clocks-lead = 期限届满自动生效。目标是服务承诺：未达到的会被报告，但不引起变动。
public-rules-col-clock = 期限
public-rules-col-length = 长度
public-rules-col-end = 无人行动时
public-rules-clock-deadline = 期限
public-rules-clock-window = 窗口期
public-rules-clock-target = 目标
public-rules-clock-cooldown = 等待期
public-rules-clock-for = 办理人：{ $who }
public-rules-clock-from = 起算：{ $anchor }
public-rules-clock-range = 运营方可设为 { $least }至{ $most }。
public-rules-clock-chosen = 此长度由本服务运营方设定；未设定时为{ $length }。案件沿用提交当日的长度。
public-rules-clock-calendar = 工作日依据：{ $calendar }。
public-rules-clock-roll-next-working-day = 截止日为休息日的，顺延至下一个工作日。
public-rules-clock-roll-after-holiday = 截止日为节假日的，顺延。
public-rules-clock-extend = { $times ->
   *[other] { $who }：可延长 { $length }，最多 { $times } 次。
}
public-rules-clock-toll = { $reason }所需时间不计入，全部时间不超过 { $length }。
public-rules-clock-blocks = 期间内不能：{ $steps }。
public-rules-declarations = 声明全文
public-rules-declarations-lead = 提交或答复时须作出这些声明。所显示的文本随答复一并保存。
public-rules-weight-guarantee = 保证属实
public-rules-weight-good-faith = 善意确信
public-rules-weight-perjury = 承担伪证罪责任
public-rules-weight-consent = 同意
public-rules-weight-independence = 独立性声明
public-rules-declaration-version = 版本 { $version }
public-rules-sources = 依据
public-rules-sources-lead = 各步骤和期限所依据的文本。
public-rules-checked = 于 { $date } 与原文核对
public-rules-unchecked = 尚未与原文核对
public-rules-mark = 审阅时待确认：{ $mark }
public-rules-list = { $first }、{ $then }

## 帮助

public-help-title = 帮助
public-help-lead = 请找到您的情况。没有列出的，请写信给我们。
public-help-contact = 写信或致电
public-help-contact-none = 运营本服务的机构尚未提供咨询地址。如果您有案件，请在案件页面写信给案件经办人。
public-help-contact-mail = 请写信至 { $address }。如有案件编号，请注明。
public-help-contact-phone = 请致电 { $phone }。
public-help-received-title = 我收到了通知
public-help-received-text =
    打开信中的链接，或前往“我收到了通知”申请新链接。无需账户，也无需律师。
    阅读内容和答复期限，然后同意、不同意，或申请更多时间。
    如果不确定来信真伪，请不要使用信中的链接，自行输入本服务的网址并查找案件编号。
public-help-missed-title = 我错过了期限
public-help-missed-text =
    先看案件页面：那里写明发生了什么，往往还有您可以做的事。
    在两种通知程序中，迟到的反通知或声明仍可接受。
    其他情况，请写信给案件经办人，说明迟延原因。
public-help-upload-title = 我无法上传文件
public-help-upload-text =
    页面会写明文件和原因，多数是文件过大或为空。
    可以改为拍照、拆分长文件或降低质量。允许的大小写在按钮旁。
    在微信等应用内，请用浏览器打开页面，逐个文件再试。
public-help-wrong-title = 案件与我无关
public-help-wrong-text =
    打开信中的链接，给案件经办人留言，说明不是您以及如何看出。
    案件经办人更正之前，期限照常计算，请不要等待。
public-help-lawyer-title = 我想请人代办
public-help-lawyer-text =
    打开案件，进入“参与人”，用邮箱邀请律师或同事。您可以选择其能代办还是只能阅读，以及截止日期。
    此后信件同时发给双方。您可以随时结束委托。
public-help-language-title = 语言或时间不对
public-help-language-text =
    每页顶部可以切换语言。页脚显示时区，并有更改链接。
    日期总是按您的时区显示，期限本身不会因此改变。
public-help-letters-title = 我收不到信件
public-help-letters-text =
    请先查看垃圾邮件，再核对账户中的邮箱。
    案件页面列出每封信及是否已发送。没有收到信件不会使期限停止，请时常查看案件页面。
public-help-words-title = 用词解释
public-help-word-claimant = 申请人
public-help-word-claimant-text = 提起案件的一方：权利人或消费者。
public-help-word-respondent = 被申请人
public-help-word-respondent-text = 答复的一方：卖家。
public-help-word-notice = 通知
public-help-word-notice-text = 指出某链接未经许可使用权利的文件。
public-help-word-counter = 反通知
public-help-word-counter-text = 卖家关于不存在侵权的正式答复，附法律要求的声明。
public-help-word-measure = 措施
public-help-word-measure-text = 平台对链接的处理：隐藏、删除、限制、恢复。
public-help-word-exhibit = 证据编号
public-help-word-exhibit-text = 每份证据的编号，从不重复使用：申请人为 C-1，被申请人为 R-1。
public-help-word-case-manager = 案件经办人
public-help-word-case-manager-text = 管理案件进程的人，不偏向任何一方，不对实体问题作决定。
public-help-word-arbitrator = 仲裁员
public-help-word-arbitrator-text = 经双方同意或按规则作出裁决的中立人员。
public-help-word-record = 案卷记录
public-help-word-record-text = 案件中一切行为的编号清单。

## 声明

public-access-title = 无障碍
public-access-lead = 每个人都应能读懂来信并及时答复。本页说明我们做了什么，还有哪些不足。
public-access-aim-title = 我们的目标
public-access-aim-text =
    页面按《网页内容无障碍指南》2.2 的 A 级和 AA 级要求制作。
    - 仅用键盘、关闭脚本时一切可用
    - 320 像素宽的屏幕和放大一倍的文字都无需横向滚动
    - 颜色从不单独表达含义；明暗随设备设置
    - 错误列在顶部并链接到对应位置，已填内容保留
    - 页面没有时间限制；草稿会保存
public-access-known-title = 尚有不足
public-access-known-text =
    - 尚无独立机构对本服务进行审核
    - 证据按提交原样显示；照片和扫描件可能没有可朗读的文字
    - PDF 文件尚未用屏幕阅读器测试；页面上有相同内容
    - 法律和法院的链接指向非本服务运营的网站
public-access-report-title = 告诉我们您遇到的障碍
public-access-report-text =
    请写明是哪个页面、您想做什么。如果障碍使您未能及时答复，请告诉案件经办人：这是接受迟到答复的理由。

public-privacy-title = 隐私
public-privacy-lead = 我们保存您的哪些信息、谁能看到，以及您可以要求什么。
public-privacy-what-title = 保存的内容
public-privacy-what-text =
    - 您的账户：姓名、邮箱、语言、时区，以及以无人可读方式保存的密码
    - 您参与的案件：您提交的内容、证据、留言、方案，以及何人何时做了什么的记录
    - 发给您的信件及是否送达
    - 您尚未发送的草稿；其他人看不到
public-privacy-cookies-title = Cookie
public-privacy-cookies-text =
    Cookie 仅用于登录以及记住语言、时区和颜色。页面不加载其他公司的任何内容，不统计您的访问，也不出售任何信息。
public-privacy-who-title = 谁能看到
public-privacy-who-text =
    - 对方能看到您提交的内容、您的姓名，以及法律要求通知或答复包含的信息。有些答复须写明收件地址，发送前页面会说明
    - 平台能看到链接、通知和答复
    - 案件经办人能看到案件。仲裁员能看到案件，但看不到和解方案
    - 陌生人试案件编号得不到任何信息，连案件是否存在也不会知道
public-privacy-long-title = 保存多久
public-privacy-long-text =
    案件是双方的证据，在法律要求保存的期间，其记录不会更改或删减。保存期由运营本服务的机构确定。
public-privacy-rights-title = 您可以要求什么
public-privacy-rights-text =
    您随时可以通过案卷带走案件副本，并自行更正账户信息。其他要求，例如注销账户，请写信给运营本服务的机构。

public-terms-title = 使用条款
public-terms-lead = 本服务是什么、不是什么，以及对您的要求。运营机构可以另加自己的条款。
public-terms-is-title = 本服务是什么
public-terms-is-text =
    在这里提交、答复、和解网络交易争议；经双方同意或按规则，在这里裁决。每个案件适用一个已公布的程序。
    本服务不是法院，不提供法律意见。使用本服务不影响您向法院起诉的权利，除非您同意有约束力的裁决。
public-terms-you-title = 您的承诺
public-terms-you-text =
    - 您说真话，只为自己或经许可为他人办理
    - 您提交的证据可以出示，不含有害文件
    - 您从案件中得知的对方信息只用于本争议
    - 您保管好密码和信中的链接
public-terms-wrong-title = 错误的通知和答复
public-terms-wrong-text =
    您作出的声明具有法律效力，各程序写明是哪一种。错误的通知或答复可能使您对另一方承担责任。
public-terms-record-title = 记录会保留
public-terms-record-text =
    提交的内容不能删除或更改，只能以新的记录撤回。他人和您一样依赖这份记录。
public-terms-outage-title = 服务中断时
public-terms-outage-text =
    如因服务中断未能及时答复，请在恢复后尽快写信给案件经办人，说明您何时尝试过。

## 由期限触发的步骤

public-rules-lapse = 期限届满：{ $clock }

## 步骤的条件与费用

public-rules-if-claimant-prevails = 裁决支持申请人
public-rules-if-not-claimant-prevails = 裁决不支持申请人
public-rules-if-never = 并非{ $guard }
public-rules-if-and = { $first }，且{ $then }
public-rules-if-or = { $first }，或{ $then }
public-rules-answer-at-least = “{ $paper }”中，“{ $field }”不小于 { $answer }
public-rules-answer-more = “{ $paper }”中，“{ $field }”大于 { $answer }
public-rules-answer-at-most = “{ $paper }”中，“{ $field }”不超过 { $answer }
public-rules-answer-less = “{ $paper }”中，“{ $field }”小于 { $answer }
public-rules-answer-is-not = “{ $paper }”中，“{ $field }”不是“{ $answer }”
public-rules-answer-is = “{ $paper }”中，“{ $field }”为“{ $answer }”
public-rules-kind-matter = 其他事项
public-rules-fee-more = { $from }个及以上
public-rules-fee-agreed = 另行商定
public-rules-fee-line = { $panel ->
    [0] { $name }（{ $subjects }）：{ $amount }，由{ $who }支付
   *[other] { $name }（{ $subjects }），{ $panel }人裁决：{ $amount }，由{ $who }支付
}
public-rules-picture = 程序图
public-rules-picture-lead = 每个方框是案件的一个状态，点击可查看下方的文字说明。虚线表示无人行动时的结果；实线表示由某人采取的步骤。终结状态以点线框表示；可从多个状态进入终结的步骤（如撤回案件）仅见于下方文字。
public-rules-picture-scroll = 图比屏幕宽，可左右滑动查看。
public-rules-withdrawn = 新案件不再适用此程序；已开始的案件继续进行。

public-rules-waits = 期间何时暂停
public-rules-conduct = 行为计分
public-rules-decision = 裁决包含的内容
public-rules-kept = 保存期限
public-rules-between = { "" }
public-rules-hold = 原因：{ $reason }。
public-rules-hold-pause = 暂停计算：{ $clocks }。
public-rules-hold-stop = 终止：{ $clocks }。
public-rules-hold-run = 继续计算：{ $clocks }。
public-rules-hold-remaining = 此后暂停的期间以剩余天数继续计算。
public-rules-hold-restart = 此后暂停的期间重新计算。
public-rules-link = { $what }：由{ $who }记录，通知本案各方，案件继续进行。
public-rules-link-waits = { $what }：由{ $who }记录，通知本案各方，在其结束之前案件等待。
public-rules-decision-plain = 各争议点的认定与理由、裁决事项以及用平实文字写明的结果。
public-rules-decision-parts = 各争议点的认定与理由、裁决事项、用平实文字写明的结果，以及：{ $parts }。
public-rules-decision-check = 签署前检查：{ $profile }。
public-rules-decision-check-blocks = 存在以下方面的缺陷时不能签署：{ $profile }。
public-rules-kept-between = { $what }：自{ $from }起{ $least }至{ $most }。
public-rules-kept-least = { $what }：自{ $from }起至少 { $length }。
public-rules-kept-most = { $what }：自{ $from }起最多 { $length }。
retention-case-file = 案件记录
retention-exhibits = 各方提交的材料
retention-transaction = 订单、付款和交付
retention-contact = 联系方式
kept-from-closed = 案件结束
kept-from-filed = 立案
kept-from-transaction-completed = 交易完成

public-rules-panel = 由谁裁决
public-rules-panel-line = { $sizes }。选定方式：{ $ways }。
public-rules-panel-size = 由 { $count } 人裁决
public-rules-panel-or = { $few }，或{ $more }
public-rules-panel-else = { $first }；不成的，{ $then }
public-rules-papers = 需要提交的文件
public-rules-paper = { $name }，提交人：{ $who }。
public-rules-paper-must = 必须包括：{ $fields }。
public-rules-paper-may = 如适用：{ $fields }。
public-rules-quoted = “{ $words }”
public-rules-fees-none = 本程序不收取费用。
public-rules-fees-ask = 此处未列出本程序的收费表。提交之前，案件管理处会说明应缴的费用。
public-rules-versions = 版本
public-rules-versions-lead = 案件始终适用其开始时的版本；转为适用较新版本的，须通知案件中的所有人。
public-rules-version-offered = 新案件适用此版本
public-rules-version-kept = 仅适用于在此版本下开始的案件
public-rules-version-event = 版本 { $version }，适用于 { $date } 起发生的事实
public-rules-version-agreement = 版本 { $version }，适用于 { $date } 起订立的协议
public-rules-print = 需要打印或保存为 PDF 时，请使用浏览器的打印功能：菜单不会打印，折叠的内容会全部展开。
panel-pick-registry = 由登记处从名册中提名
panel-pick-agreed = 由双方共同选定
panel-pick-list = 由双方对名单排序
panel-pick-authority = 由指定机构指定

# 程序所要求的文件，程序本身没有相应用语时使用。
document-common-notice = 通知
document-common-counter = 声明（反通知）
document-common-action-proof = 已采取行动的证明
document-common-delay = 不可抗拒之延误的证明
document-common-action-outcome = 行动的结果
document-common-court-order = 法院裁判文书
document-common-submission = 仲裁协议
document-common-acceptance = 接受指定书及独立性声明
document-common-decision = 裁决书
document-common-complaint = 投诉书
document-common-response = 答复
document-common-consent = 同意受裁决约束
document-common-proposal = 调解方案
field-common-rights-proof = 权利证明
field-common-contact = 姓名（名称）与联系方式
field-common-identity-proof = 身份证明
field-common-agent-authority = 代理人授权
field-common-listings = 涉及的商品链接
field-common-explanation = 说明
field-common-proof = 证据
field-common-comparison = 比对说明
field-common-evaluation-report = 专利权评价报告
field-common-requested-measure = 请求采取的措施
field-common-signature = 签名
field-common-licence = 许可文件
field-common-forum = 法院或主管机关
field-common-docket-number = 该处案号
field-common-filed-on = 在该处提交的日期
field-common-copy = 文件副本
field-common-receipt = 受理回执
field-common-result = 结果
field-common-decided-on = 结果作出日期
field-common-court = 法院
field-common-order-number = 文书编号
field-common-disclosures = 披露事项
field-common-reasons = 理由
field-common-restores = 是否恢复链接
field-common-seat = 仲裁地
field-common-order-reference = 订单号
field-common-seller = 商家
field-common-goods = 商品或服务
field-common-ground = 投诉事由
field-common-remedy = 诉求
field-common-amount = 金额
field-common-position = 立场
field-common-terms = 条款
field-common-relief = 救济
field-common-ean13 = 商品条码（EAN-13）
field-common-work = 作品
field-common-registration = 登记
field-common-seeks-restraint = 是否请求法院禁止商家的行为
