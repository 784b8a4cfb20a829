# 证据种类，按法院的叫法。

## 证据种类及用途

exhibit-kind-receiving-note = 签收单
exhibit-kind-receiving-note-hint = 证明货物已送达
exhibit-kind-express-list = 快递清单
exhibit-kind-express-list-hint = 显示寄出了什么、何时寄出、寄往何处
exhibit-kind-payment-voucher = 付款凭证
exhibit-kind-payment-voucher-hint = 证明已付款
exhibit-kind-chat-record = 聊天记录
exhibit-kind-chat-record-hint = 完整导出的对话
exhibit-kind-notarial-certificate = 公证书
exhibit-kind-notarial-certificate-hint = 公证人所见并保全的内容
exhibit-kind-photo = 照片或截图
exhibit-kind-photo-hint = 画面中最好有日期和网址
exhibit-kind-registration = 权利登记
exhibit-kind-registration-hint = 权利登记簿的摘录
exhibit-kind-contract = 合同、许可或发票
exhibit-kind-contract-hint = 约定内容和账单
exhibit-kind-other = 其他
exhibit-kind-other-hint = 请在说明中写明证明什么
