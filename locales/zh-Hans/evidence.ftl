# 案件证据：列表、添加、单件证据。

evidence-add = 添加证据
evidence-ask-late = 致信案件经办人
evidence-any = 不限
evidence-filter = 筛选
evidence-show-all = 显示全部
evidence-shown = 显示 { $count } 件证据
evidence-total = 共 { $count } 件，{ $size }
evidence-no-match = 没有符合筛选条件的证据。
evidence-title = 标题
evidence-side = 提交方
evidence-supports = 所支持的主张
evidence-whole-case = 整个案件
evidence-claim = 主张 { $no }：{ $name }
evidence-received = 收到时间
evidence-state = 状态
evidence-filed = 已提交
evidence-withdrawn = 已撤回
evidence-withdrawn-when = 已于{ $when }撤回。编号保留不变。理由：

## 尚无证据

evidence-none-title = 尚无证据
evidence-none-text = 好的证据能说明发生了什么、何时发生、在谁之间发生：
evidence-none-1 = 权利证书，或能说明货物来源的发票。
evidence-none-2 = 带有网址和日期的商品链接截图。
evidence-none-3 = 完整而非节选的聊天记录；承运人的签收证明；付款凭证。

## 添加

evidence-new-title = 添加证据
evidence-new-lead = 每个文件立即获得编号。标题和说明之后可以修改。
evidence-files = 文件
evidence-files-hint = 一次最多 { $files } 个文件，每个不超过 { $limit }。贵方在本案中还可上传 { $left }。
evidence-held = 以下文件已经收到，在您提交表单之前会一直保留：
evidence-batch = 以下内容适用于本表单的所有文件，之后可以逐个修改。
evidence-kind = 证据种类
evidence-kind-hint = 不选则为“其他”。
evidence-kind-error = 请选择证据种类
evidence-claim-hint = 不选则适用于整个案件。
evidence-claim-error = 请选择本案的一项主张
evidence-description = 证明内容
evidence-description-hint = 用一两句话说明。例如：“3 月 3 日的发票，对应商品链接中的货物。”
evidence-readers = 双方、案件经办人和仲裁员都能看到您添加的内容。文件名和照片中的隐藏信息（例如拍摄地点）会原样保留，请先检查。
evidence-files-error = 请至少选择一个文件
evidence-files-room = 这些文件合计超过贵方在本案中可上传的总量
evidence-file-empty = { $name } 是空文件，请重新选择
evidence-file-too-large = { $name } 太大，单个文件最大为 { $limit }
evidence-file-no-room = { $name } 放不下，贵方在本案中还可上传 { $limit }
evidence-file-many = 未收下 { $name }：本表单最多 { $max } 个文件。请在下一次提交中发送
evidence-refused = 没有添加任何文件。{ $why }
evidence-added-some = 已添加：{ $labels }。上面点名的文件未被接收。
evidence-see-list = 查看列表
evidence-flash-added = 已添加：{ $labels }。打开其中一件可修改标题或说明。

## 单件证据

evidence-facts = 证据信息
evidence-contents = 内容
evidence-filed-by = 提交人
evidence-file-name = 文件名
evidence-type = 类型（由文件内容判定）
evidence-size = 大小
evidence-type-image = 图片（{ $type }）
evidence-type-text = 文本（{ $type }）
evidence-type-pdf = PDF 文件（{ $type }）
evidence-type-web = 网页或含代码的图形（{ $type }）
evidence-type-archive = 压缩包（{ $type }）
evidence-type-video = 视频（{ $type }）
evidence-type-audio = 音频（{ $type }）
evidence-type-office = 办公文档（{ $type }）
evidence-type-other = 其他文件（{ $type }）
evidence-hash = 文件的 SHA-256 值
evidence-hash-about = 哈希值是案件记录的一部分。哈希值相同的文件，内容完全相同。
evidence-picture-alt = 证据 { $label }：{ $title }
evidence-text-cut = 这里只显示文本的开头。下载文件可阅读全文。
evidence-not-shown = 这类文件可能含有程序，因此不在此处打开。请下载，并且只在信任提交方时打开。
evidence-not-shown-large = 图片太大，无法在此显示。请下载。
evidence-gone = 暂时无法读取该文件，我们已收到通知。请稍后再试，或致信案件经办人。
evidence-download = 下载原件（{ $size }）
evidence-before = 上一件：{ $label }
evidence-after = 下一件：{ $label }

## 修改与撤回

evidence-edit = 修改说明
evidence-edit-title = 修改 { $label } 的说明
evidence-edit-lead = 文件及其编号不变。此次修改会成为案件记录中的一项。
evidence-title-error = 请填写标题
evidence-flash-described = 说明已修改。
evidence-withdraw = 撤回
evidence-withdraw-title = 撤回 { $label }？
evidence-withdraw-lead = 该证据不再计入。它仍留在列表中，加删除线显示，保留编号和您的理由，文件仍可阅读。此操作无法撤销。
evidence-reason = 理由
evidence-reason-hint = 会告知对方。
evidence-reason-error = 请说明理由
evidence-flash-withdrawn = { $label } 已撤回。
