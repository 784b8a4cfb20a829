admin-title = 概览
admin-people = 人员
admin-organisations = 机构
admin-none = 暂无。
admin-kinds = 案件
admin-stages = 未结案件（按状态）
admin-outcomes = 已结案件（按结果）
admin-letters-state = 信函
admin-times = 从提交到各步骤的时间（最近 12 个月）
admin-step = 步骤
admin-cases = 案件数
admin-step-screened = 审核受理
admin-step-measure = 平台首次采取措施
admin-step-answer = 对方首次答复
admin-step-offer = 首次和解提议
admin-step-arbitrator = 仲裁员接受指定
admin-step-decision = 裁决签署
admin-step-end = 结案
admin-hours = { $n ->
    [0] 不到 1 小时
   *[other] { $n } 小时
}
admin-median = 中位数
admin-ninetieth = 百分之九十不超过
admin-stuck = 有信件自 { $when } 起一直等待发送。请检查后台任务是否运行、邮件服务器是否响应。
admin-alarm = 自 { $when } 起已停止写入：案卷记录与签名时不一致。
admin-alarm-do = 请停止服务，运行 redress check（它会指出问题所在），恢复原有内容；然后运行 redress check --resume 并重新启动，时间将予以补足。
admin-unsigned = { $when } 及之后的记录已保存，但尚未签名。工作进程是否在运行？它能否连接签名程序？
admin-failing = 未送达的信函
admin-letters = 截留的信函
admin-letters-text = 演示不会真正寄出信函。本应寄出的内容保存在此。
letter-state-queued = 等待中
letter-state-sent = 已发送
letter-state-refused = 服务器拒收
letter-state-bounced = 被退回
letter-state-failed = 已放弃
export-title = 带走案卷
export-what = 一个 ZIP 文件，包含您有权查看的全部内容：每条记录的原文及可阅读的版本、收到时原样的每份证据、您的信函、裁决、列出它们的页面，以及每条记录在公开日志中的回执。
export-readme =
    这是一份案卷：包含取得人在案件中可以查看的全部内容，并与公开日志绑定。

    index.html        内容目录，供阅读
    docket.pdf        以文字表述的记录
    records/          每条记录的原文（JSON）及其盐值（32 个随机字节）
    evidence/         证据，逐字节保持原样；名称见 files.json
    decisions/、agreements/、letters/    裁决、和解协议、信函
    withheld.txt      未向取得人提供的内容及其理由

    与本文件夹并列：log/ 内有每条记录在公开日志中的一行、其回执、已签名的日志首部、密钥和政策；清单文件内有每个文件的哈希值。

    无需我们即可核验：在上一级文件夹运行 bash verify.sh（需要 coreutils 和 openssl），或运行 redress verify FILE.zip。
    仅核验清单：sha256sum -c manifest-sha256.txt，或任何支持 BagIt（RFC 8493）的程序。
export-readme-key = log/keys 中的密钥是否确为日志的密钥，由您判断：请与您先前持有的密钥或本服务页面上的密钥比对。
export-file-withheld = 该文件不向您一方提供。
export-entries = 记录条数
export-exhibits = 证据
export-check-title = 核对
export-check = 文件中的一切，任何人无需我们、多年以后仍可核验。在其文件夹中，使用 coreutils 和 openssl：
export-limits = 它将每个文件与其哈希值、每份证据与提交它的记录、每条记录与其在公开日志中的一行、日志与已签名的日志首部逐一比对。请自首次收到之日起保存日志的密钥。
export-make = 生成案卷
export-made = 已生成的案卷
export-made-by = 供 { $name }；{ $count } 条记录
export-making = 正在打包：已完成 { $share }%。您可以离开本页，稍后再来。
export-look-again = 查看进度
export-failed = 未能生成。请重新生成；案件内容没有任何改变。
export-gone = 本站不再保存该文件。下列文件仍可证明其副本的来源。
export-until = 可下载至
export-beside = 证明该文件由本服务生成
export-beside-what = 请与 ZIP 一同保存。无须询问我们，它们即可证明该文件由本服务在该时间发出：公开日志中有对应的一行。把它们放在 ZIP 旁边，“redress verify” 会自动找到。
export-beside-sha256 = 哈希（.sha256）
export-beside-proof = 回执（.tlog-proof）
export-beside-leaf = 日志行（.leaf）
export-beside-salt = 记录的随机字节（.salt）
export-beside-record = 生成记录（.record.json）
export-beside-minisig = 独立签名（.minisig）
admin-procedures = 程序
admin-procedures-lead = 案件所适用的每一个版本，以及等待发布的新版本。案件始终适用其开始时的版本，不受之后发布的版本影响。
admin-procedure-version = 版本
admin-procedure-standing = 状态
admin-procedure-status = 审核程度
admin-procedure-cases = 案件
admin-procedure-cases-count = { $all ->
    [0] 无
   *[other] { $all } 件，其中 { $open } 件进行中
}
admin-procedure-findings = 需要更正之处
admin-procedure-bring = 提交新版本
admin-procedure-bring-lead = 保存之前，系统会检验文件、查找每一条文字并运行每一个情景。只有在您发布之后，新案件才适用该版本。
admin-procedure-files = 程序文件
admin-procedure-files-hint = pack.toml、文字文件 en.ftl 和 zh-Hans.ftl，以及情景文件。请一次全部选取。
admin-procedure-prove = 检验并保存
admin-procedure-choose = 请选择程序文件
admin-procedure-no-pack = 文件中没有 pack.toml
admin-procedure-stranger = { $name } 不是程序文件：请选择 pack.toml、en.ftl、zh-Hans.ftl 和以 .toml 结尾的情景文件
admin-procedure-not-text = { $name } 不是 UTF-8 文本
admin-procedure-known = 此版本已经存在
admin-procedure-not-newer = 版本号必须高于此处最新的 { $version }
admin-procedure-unsound = 这些文件有 { $n } 处需要更正，列于下方
admin-procedure-proposed = 该版本检验合格，已保存并等待发布。
admin-procedure-published = 已发布。新案件适用此版本。
admin-procedure-withdrawn = 已撤回。新案件不再适用此版本；已开始的案件继续进行。
admin-procedure-discarded = 该版本已删除。
admin-procedure-otherwise = 期间有人已就此版本作出决定，未作任何更改。
admin-procedure-standing-proposed = 等待发布
admin-procedure-standing-published = 使用中
admin-procedure-standing-later = 自生效日起使用
admin-procedure-standing-replaced = 已由新版本取代
admin-procedure-standing-withdrawn = 已撤回
admin-procedure-standing-kept = 为既有案件保留
admin-procedure-faulty = 未能采用
admin-procedure-faulty-text = 此版本已发布，但程序无法采用，仍适用前一版本。原因如下：
admin-procedure-draft = 此版本为草案：其标注的来源仍须由熟悉法律的人确认。
admin-procedure-in-words = 程序的文字说明
admin-procedure-from = 生效日
admin-procedure-states = 状态数
admin-procedure-profiles = 配置数
admin-procedure-digest = 文件的 SHA-256
admin-procedure-scenarios = 检验所用情景
admin-procedure-scenarios-gone = { $version } 中有而此版本没有的情景
admin-procedure-decide = 作出决定
admin-procedure-decide-lead = 进行中的案件不受影响：它们继续适用开始时的版本。
admin-procedure-note = 理由
admin-procedure-note-hint = 理由与您的姓名一同保存，供日后查询。
admin-procedure-note-enter = 请填写理由
admin-procedure-publish = 发布
admin-procedure-withdraw = 撤回
admin-procedure-discard = 删除
admin-procedure-history = 历次决定
admin-procedure-deed-proposed = 已提交
admin-procedure-deed-published = 已发布
admin-procedure-deed-withdrawn = 已撤回
admin-procedure-deed-discarded = 已删除
admin-procedure-deed-set = 已设定数值
admin-changes = 与 { $version } 相比，对当事人的变化
admin-changes-none = 仅文字和来源有变化。
admin-change-profile-new = 新增的配置。
admin-change-profile-gone = 该配置已取消。
admin-change-status = 审核程度：{ $new }，此前为{ $old }。
admin-change-state-new = 新增状态：{ $state }。
admin-change-state-gone = 状态“{ $state }”已取消。
admin-change-step-new = “{ $state }”中新增：{ $step }（{ $who }）。
admin-change-step-gone = “{ $state }”中不再有：{ $step }（{ $who }）。
admin-change-step-leads = “{ $state }”中的“{ $step }”现在转入：{ $new }；此前：{ $old }。
admin-change-end-leads = “{ $state }”中的“{ $step }”届满后转入：{ $new }；此前：{ $old }。
admin-change-clock-new = 新增期限：{ $clock }。
admin-change-clock-gone = 期限“{ $clock }”已取消。
admin-change-length = “{ $clock }”：{ $new }，此前为{ $old }。
admin-change-and = { $said }{ $who }
admin-change-more-time = 时间增加的一方：{ $who }。
admin-change-less-time = 时间减少的一方：{ $who }。
admin-change-more = ，可延长 { $length }（{ $times } 次）
admin-change-toll = ，最多可扣除 { $length }
admin-change-roll = “{ $clock }”的最后一日遇休息日时：{ $new }；此前：{ $old }。
admin-roll-none = 不顺延
admin-roll-next-working-day = 顺延至下一工作日
admin-roll-after-holiday = 顺延至节假日后第一日
admin-change-calendar = “{ $clock }”所依工作日：{ $new }；此前：{ $old }。
admin-change-silence = “{ $clock }”中沉默的后果现为：{ $new } 此前：{ $old }
admin-change-said-conduct = 行为计分的含义有变化。
admin-change-said-decision = 裁决的内容或检查有变化。
admin-change-said-panel = 由谁裁决或如何选定有变化。
admin-change-said-retention = 保存期限有变化。
admin-change-said-waiting = 案件何时等待、因何种其他程序等待有变化。
admin-change-said-fees = 费用有变化。
admin-rehearsal = 在以往案件上试行
admin-rehearsal-lead = 已重新推演 { $cases } 件案件。{ $otherwise ->
    [0] 全部与现状一致。
   *[other] { $otherwise } 件会处于不同的状态或结果。
}{ $redated ->
    [0] 没有其他案件的日期会改变。
   *[other] 其余案件中有 { $redated } 件的日期会不同。
}
admin-rehearsal-none = 尚无适用此程序的案件。
admin-rehearsal-how = 各方的行为及其时间保持不变，仅程序带来的后果重新推算。不作任何更改，也不通知任何人。
admin-rehearsal-case = 案件
admin-rehearsal-was = 现状
admin-rehearsal-would-be = 推演结果
admin-rehearsal-why = 分歧之处
admin-rehearsal-not-open = { $who }于 { $when } 的行为将无法进行：案件当时会处于“{ $state }”。
admin-rehearsal-not-counted = 有一个日期无法计算：{ $why }
admin-rehearsal-silence = 因期限在不同时间届满，或同一行为引发不同的后续步骤。
admin-rehearsal-moved = { $clock }：{ $would }，而非 { $was }
admin-numbers = 数值
admin-numbers-lead = 法律或程序在其范围内交由您决定的数值。它们适用于新案件；已有案件保留其开始时的数值。
admin-numbers-button = 设定数值
admin-numbers-set = 已设定。新案件适用这些数值。
admin-number-between = { $own }（{ $least }至{ $most }之间）
admin-number-hint = 在{ $least }至{ $most }之间。程序自身的数值：{ $own }。
admin-number-extension = 延长时间：{ $clock }
admin-number-longest = 连同中止时间的最长期间：{ $clock }
admin-number-range = 请输入 { $min } 至 { $max } 之间的整数
admin-number-fixed = 由本系统的设置文件设定，须在该文件中更改。
admin-outages = 服务无法访问的时段
admin-outage = { $from } 至 { $until }
admin-outage-dates = { $n ->
    [0] 期间没有期限届满
   *[other] 已为 { $n } 个期限补还时间
}
