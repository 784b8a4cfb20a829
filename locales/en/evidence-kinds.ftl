# Kinds of evidence, by the names that courts use.

## Kinds of exhibit, with what each is good for

exhibit-kind-receiving-note = Receiving note
exhibit-kind-receiving-note-hint = Shows that goods arrived
exhibit-kind-express-list = Carrier's list of parcels
exhibit-kind-express-list-hint = Shows what was sent, when and where
exhibit-kind-payment-voucher = Payment voucher
exhibit-kind-payment-voucher-hint = Shows that money was paid
exhibit-kind-chat-record = Chat record
exhibit-kind-chat-record-hint = A conversation, exported whole
exhibit-kind-notarial-certificate = Notarial certificate
exhibit-kind-notarial-certificate-hint = What a notary saw and kept
exhibit-kind-photo = Photo or screenshot
exhibit-kind-photo-hint = With the date and address in the picture, if you can
exhibit-kind-registration = Registration
exhibit-kind-registration-hint = An extract of the register of the right
exhibit-kind-contract = Contract, licence or invoice
exhibit-kind-contract-hint = What was agreed, and what was billed
exhibit-kind-other = Other
exhibit-kind-other-hint = Say in the description what it shows
