# Infringement notices: the wizard, saved drafts, receipts, and the rights holder's later acts.

## Start

notices-start-title = Send an infringement notice
notices-start-lead = For owners of a right, and those who act for them, when a listing on a marketplace uses the right without permission. About 15 minutes. It costs nothing.
notices-start-need = What you need
notices-start-need-right = Your right: its register number or the title of the work, and proof of it
notices-start-need-listings = The addresses or item numbers of the listings, up to 300 in one notice
notices-start-need-evidence = What shows that the listings infringe, such as screenshots
notices-start-then = What happens then
notices-start-then-text = The marketplace looks at each listing and decides with reasons. Each seller is told and may agree, disagree or ask for time.
notices-start-liable = You declare that your notice is true. Who sends a wrong notice can owe the seller damages.
notices-start-anonymous = You need no account to begin. Before the notice has any effect, you confirm your e-mail address.
notices-start-go = Start
notices-start-drafts = Go on with a saved draft

## Drafts

notices-drafts-title = Saved drafts
notices-drafts-lead = Nothing here has been sent. Only you can see it.
notices-drafts-none = You have no saved drafts.
notices-drafts-waiting = Waits for your confirmation
notices-drafts-when = Saved { $saved }. Kept until { $ends }.
notices-drafts-go-on = Go on
notices-drafts-discard = Throw away
notices-draft-notice = Infringement notice
notices-draft-complaint = Consumer complaint
notices-draft-response = Answer to a notice or complaint
notices-discard-title = Throw this draft away?
notices-discard-text = Your answers and files in it are gone then. This cannot be undone. Nothing that was sent is touched.
notices-discard-go = Throw the draft away
notices-flash-discarded = The draft was thrown away.
notices-flash-saved = Your draft is saved. You can come back to it for 30 days.
notices-flash-unfinished = This answer is still missing. Nothing has been sent.
notices-newer = A newer version was saved in another window at { $time }. Your words on this page are not saved yet. Send this page again to keep yours.
notices-newer-see = See the newer version

## Who

notices-who-title = Who sends the notice?
notices-who-lead = The marketplace and the sellers see this.
notices-who-capacity = Do you own the right?
notices-who-owner-hint = You, or the company you sign for.
notices-who-agent-hint = For example as a lawyer or brand protection firm.
notices-who-capacity-error = Choose whether you own the right or act for the owner
notices-who-name = Name
notices-who-name-hint = Of the person or company that sends the notice, in its own script.
notices-who-name-error = Enter the name of the sender
notices-who-email = E-mail address
notices-who-email-hint = We write here first. The notice has no effect before you confirm this address.
notices-who-email-account = The address of your account. Letters go there.
notices-who-country = Country
notices-who-country-error = Choose a country
notices-who-address = Postal address
notices-who-address-hint = Sellers need it if they want to answer before a court.
notices-who-address-error = Enter the postal address of the sender

## Law

notices-law-title = Under which law do you send it?
notices-law-lead = The law decides what you declare, how long each side has, and when a listing comes back.
notices-law-which = Choose one law
notices-law-error = Choose the law you send the notice under
notices-law-us-dmca-512 = United States: copyright notice (17 U.S.C. 512)
notices-law-us-dmca-512-means = For copyright only. The seller can send a counter-notice. Then the listing comes back after 10 working days, unless you show that you went to court.
notices-law-cn-ecl-ip = China: E-Commerce Law, articles 42 to 45
notices-law-cn-ecl-ip-means = For trade marks, copyright, patents and designs. The seller can declare that it does not infringe. Then the measure ends after 15 days, unless you show that you complained to an authority or sued.
notices-law-read = Read the whole procedure before you choose:

## The right

notices-right-title = Which right do you rely on?
notices-right-lead = One right for each notice. Send a second notice for another right.
notices-right-kind = Kind of right
notices-right-kind-error = Choose the kind of right
notices-right-work = Title of the work
notices-right-work-hint = For example “Halo Drop, product photographs of 2025”. Add the registration number if there is one.
notices-right-work-error = Enter the title of the work
notices-right-number = Register number, or title of the work
notices-right-number-hint = The number as the register writes it. For copyright, the title of the work.
notices-right-number-error = Enter the register number
notices-right-territory = Where does it hold?
notices-right-territory-hint = The country or region of the register, for example “European Union”. For copyright you may leave this out.
notices-right-territory-error = Enter the country or region where the right holds
notices-right-owner = Who owns it?
notices-right-owner-hint = The name in the register, or the author.
notices-right-owner-error = Enter the name of the owner
notices-right-proof = Proof of the right
notices-right-proof-must = The law asks for it: an extract of the register, a certificate, or the work itself. Up to 50 MB for each file.
notices-right-proof-may = Helpful, but you may leave it out: an extract of the register, a certificate, or the work itself. Up to 50 MB for each file.
notices-right-proof-error = Add at least one file that proves the right
notices-files-seen = The other side can see these files once the notice is sent.
notices-files-many = A draft holds up to { $max } files. Add the others as evidence after sending
notices-file-kept = { $name } is kept. Choose another file only to replace it.
notices-file-note = { $kind }, { $size }

## Listings

notices-listings-title = Which listings infringe?
notices-listings-lead = Paste them, upload a table, or add them one by one. Each seller gets its own part of the case.
notices-listings-no = No.
notices-listings-listing = Listing
notices-listings-acts = Change
notices-listings-marketplace = Marketplace of these listings
notices-listings-marketplace-hint = Needed for item numbers. Addresses of a marketplace that takes part here are recognised by themselves.
notices-listings-paste = Listings, one a line
notices-listings-paste-hint = Address or item number; title; seller; e-mail of the seller. Only the first part is needed. Up to { $max } in one notice.
notices-listings-add = Add these lines
notices-listings-table = Upload a table
notices-listings-table-file = CSV file
notices-listings-table-hint = Saved as UTF-8. The first line names the columns: url, item, title, seller, seller_email, marketplace. Only url or item is needed.
notices-listings-table-add = Add the rows of the table
notices-listings-one = Add one listing
notices-listings-what = Address or item number
notices-listings-title-one = Title
notices-listings-seller = Seller
notices-listings-email = E-mail of the seller
notices-listings-email-hint = Leave it out if you do not know it. The marketplace can pass the notice on.
notices-listings-one-add = Add this listing
notices-listings-none = Add at least one listing
notices-listings-many = One notice takes up to { $max } listings; with these you have { $have }. Send a second notice for the others
notices-seller-unknown = Known to the marketplace
notices-flash-added = Added to the list: { $added }. In the list already: { $repeated }.
notices-lines-wrong = { $count ->
    [one] One line needs to be put right
   *[other] { $count } lines need to be put right
}
notices-lines-none-taken = Nothing was added yet. Put these right, then add the lines again.
notices-lines-more = { $count ->
    [one] And one more line.
   *[other] And { $count } more lines.
}
notices-line-empty = Line { $line }: enter the address or item number first
notices-line-link = Line { $line } is neither a web address nor an item number
notices-line-long = Line { $line } is too long. An address has up to 2,000 characters, other parts up to 300
notices-line-marketplace = Line { $line }: choose the marketplace. We cannot tell it from the address
notices-line-unknown-marketplace = Line { $line }: “{ $marketplace }” does not take part here
notices-line-mail = Line { $line }: enter an e-mail address like name@example.com, or leave it out
notices-line-seller = Line { $line }: enter the seller that the e-mail address belongs to
notices-line-two-addresses = Line { $line }: { $seller } has another e-mail address in a line before. Use one address for each seller
notices-csv-not-text = The file is not UTF-8 text. Save it as “CSV UTF-8” and choose it again
notices-csv-not-table = We could not read the file as a table. Save it as CSV and choose it again
notices-csv-columns = The first line of the file must name the columns, with url or item among them
notices-csv-empty = The table has no rows
notices-csv-large = The table is larger than 2 MB. Split it, or paste the lines
notices-listing-title = Listing { $no }
notices-listing-url = Address
notices-listing-item = Item number
notices-listing-marketplace = Marketplace
notices-listing-wrong = What is wrong with listing { $no } in particular?
notices-listing-wrong-hint = Leave it out if what you say about all listings is enough.
notices-listing-save = Save this listing
notices-listing-twice = This listing is in your list already

## What is wrong

notices-wrong-title = What is wrong with the listings?
notices-wrong-lead = Say how they use your right and why that is not allowed. The sellers read your words.
notices-wrong-statement = For all listings
notices-wrong-hint = For example: which mark or picture they use, where it can be seen, and that you gave no permission.
notices-wrong-error = Say what is wrong with the listings
notices-wrong-each = Say more about one listing
notices-wrong-each-hint = Save this page first. Then open a listing to add words about it alone.
notices-wrong-said = Has words of its own

## Measure

notices-measure-title = What do you ask for?
notices-measure-which = What shall the marketplace do?
notices-measure-hint = The marketplace decides. It may choose a milder measure or refuse, with reasons.
notices-measure-error = Choose what the marketplace shall do

## Evidence

notices-evidence-title = Evidence
notices-evidence-lead = Add files one after the other. Each gets its exhibit number when the notice is sent.
notices-evidence-files = Evidence that the listings infringe
notices-evidence-files-must = The law asks for it: screenshots of the listings, a test purchase, a comparison. Up to 50 MB for each file.
notices-evidence-files-may = You may leave this out: screenshots of the listings, a test purchase, a comparison. Up to 50 MB for each file.
notices-evidence-files-error = Add at least one file that shows the infringement
notices-evidence-kind = What kind of file do you add?
notices-evidence-kind-hint = Choose before you upload. It goes for all files of one upload.
notices-evidence-identity = Proof of who you are
notices-evidence-identity-must = The law asks for it: a business licence or an identity card. The seller does not see it.
notices-evidence-identity-may = A business licence or an identity card. The seller does not see it. You may leave this out.
notices-evidence-identity-error = Add a file that shows who you are
notices-evidence-identity-exhibit = Proof of identity of the sender
notices-evidence-authority = Authority to act for the owner
notices-evidence-authority-must = The law asks for it: a letter of authority or a contract.
notices-evidence-authority-may = A letter of authority or a contract. You may leave this out, but the marketplace can ask for it.
notices-evidence-authority-error = Add the authority to act for the owner
notices-evidence-authority-exhibit = Authority to act for the owner

## Declarations

notices-declarations-title = Declarations
notices-declarations-lead = Read each text. It is kept exactly as it stands here, with your answer, the date and the language.
notices-declarations-tick = I declare this
notices-declarations-error = Read this declaration and tick it if it is true. Without it nothing can be sent
notices-weight-guarantee = You answer for it if it is not true.
notices-weight-good-faith = Tick it only if you believe it.
notices-weight-perjury = Made under penalty of perjury.
notices-weight-consent = You agree to this step by ticking it.

## Check and send

notices-check-title = Check and send
notices-check-nothing-sent = Nothing has been sent yet.
notices-check-newer = The draft was changed in another window. Check it again as it stands now, then send it.
notices-check-answers = Your answers
notices-check-who = Sender
notices-check-capacity = Capacity
notices-check-law = Law
notices-check-right = Right
notices-check-owner = Owner of the right
notices-check-proof = Proof of the right
notices-check-listings = Listings
notices-check-listings-count = { $count ->
    [0] No listings
    [one] 1 listing
   *[other] { $count } listings
}
notices-check-listings-more = And { $count } more
notices-check-wrong = What is wrong
notices-check-wrong-one = What is wrong with listing { $no }
notices-check-measure = Measure asked for
notices-check-papers = Evidence
notices-check-declarations = Declarations
notices-check-left-out = { $count ->
    [one] 1 listing will be left out
   *[other] { $count } listings will be left out
}
notices-check-left-out-why = An open case about the same right holds these listings already. They stay there, so that nobody has to answer twice.
notices-check-left-out-in = in case { $number }
notices-check-nothing-left = No listing is left, so there is nothing to send.
notices-check-nothing-left-do = Add other listings
notices-check-confirm-first = We first write to { $email }. The notice has no effect before you confirm that address by the link in the letter.
notices-check-send = Send the notice
notices-check-send-letter = Send me the letter to confirm
notices-flash-left-out = Listings left out because an open case about the same right holds them: { $count }.

## Waiting for confirmation

notices-waiting-title = Confirm your e-mail address
notices-waiting-lead = We wrote to { $email }. Open the link in the letter and confirm.
notices-waiting-no-effect = The notice has no effect yet. Nobody else has heard of it.
notices-waiting-since = Letter written { $when }. The link works for 7 days.
notices-waiting-again = Write to me again
notices-waiting-change = Use another e-mail address
notices-waiting-back = Look at the notice again. If you change it, you have to send it again.
notices-flash-letter = Another letter is on its way.
notices-confirm-title = Confirm and send your notice
notices-confirm-lead = You came by the link in our letter. The notice below is sent when you press the button, and not before.
notices-confirm-then = The marketplace and the sellers are told at once. You get a receipt and are signed in with this e-mail address.
notices-confirm-go = Confirm my address and send the notice
notices-confirm-not-you = If this notice is not yours, close this page. Nothing is sent.
notices-confirm-closed-title = This link no longer works
notices-confirm-spent = It was used before. If the notice was yours, sign in with the same e-mail address to see the case.
notices-confirm-expired = Its time is over and nothing was sent. Open your draft in the browser where you wrote it and send it again.
notices-confirm-changed = The notice was changed or thrown away after this letter, so nothing was sent. Open your draft and send it again.

## Receipts

notices-receipt-title = Receipt
notices-receipt-case = Case
notices-receipt-entry = Entry in the record
notices-receipt-at = Received
notices-receipt-by = Sent by
notices-receipt-exhibits = Exhibits
notices-receipt-hash = Hash of the entry (SHA-256)
notices-receipt-next = What happens next
notices-receipt-by-when = { $what }: { $when }
notices-receipt-keep = You can keep the address of this page and open it again.
notices-receipt-to-case = Go to the case
notices-receipt-to-record = See the entry in the record
notices-receipt-pdf = Download (PDF)
notices-receipt-no-pdf = We could not make the PDF. { $why }

## Later acts

notices-track = For which seller?
notices-track-error = Choose the seller
notices-due = Due { $when }
notices-gap-number = The number in the register, or the title of the work
notices-gap-owner = The name of the owner of the right
notices-gap-statement = What is wrong with the listings
notices-gap-reasons = Why the seller does not agree
notices-gap-contact = Name, postal address and telephone number of the seller
notices-gap-address = The address or item number of listing { $no }
notices-gap-address-of = The address or item number of listing { $no }, { $title }
notices-gap-addresses = The addresses or item numbers of the listings
notices-gap-declaration = The declaration: “{ $text }”
notices-gap-declarations = The declarations that the law asks for
notices-gap-paper-rights-proof = Proof of the right
notices-gap-paper-identity-proof = Proof of who you are
notices-gap-paper-agent-authority = Authority to act for the owner
notices-gap-paper-proof = Evidence
notices-gap-paper-licence = Licence
notices-gap-paper-comparison = Comparison of the product with the patent or design
notices-gap-paper-evaluation-report = Evaluation report of the patent
notices-completion-title = Add what is missing in your notice
notices-completion-lead = The notice has no effect until it is whole. Nothing of what you sent before is lost.
notices-completion-or-else = If you do nothing, the notice counts as withdrawn after that.
notices-completion-says = { $who } says:
notices-completion-missing = What is missing
notices-completion-place-hint = The whole web address, beginning with https://, or the item number.
notices-completion-place-error = Enter the web address or the item number of listing { $no }
notices-completion-file-error = Add a file: { $what }
notices-completion-held = Case { $number } holds this listing for the same right already. Give another listing, or withdraw this notice
notices-back-title = Send the notice back
notices-back-title-counter = Send the counter-notice back
notices-back-lead = The notice has no effect until the rights holder adds what you name. Name all of it at once.
notices-back-lead-counter = The counter-notice loses its effect until the seller sends it again with what you name; the put-back time stops. Both sides are told.
notices-back-gaps = What is missing?
notices-back-gaps-hint = Also what is there and cannot be read or used.
notices-back-gaps-error = Tick at least one thing that is missing
notices-back-words = Say what is wrong with it
notices-back-words-hint = The other side reads your words in its letter.
notices-back-words-error = Say what is missing, so that it can be put right
notices-delay-title = Show a delay that you cannot help
notices-delay-lead = If a proof takes longer for reasons that you cannot help, such as notarisation or authentication, the days of the delay do not count. The seller and the marketplace are told.
notices-delay-latest = The whole time may not be longer than { $length }: then it ends on { $when }.
notices-delay-proof = Which proof takes longer?
notices-delay-proof-hint = For example: notarised power of attorney for the court.
notices-delay-reason = Why does it take longer?
notices-delay-reason-hint = Who makes it, since when, and why you cannot make it faster. The seller reads your words.
notices-delay-reason-error = Say why the proof takes longer
notices-delay-receipt = Receipt of the notary or authority
notices-delay-receipt-hint = It shows that you asked for the proof. The seller can see it.
notices-delay-exhibit = Receipt for a proof that takes longer
notices-delay-over-title = Is the delay over?
notices-delay-over-lead = The days of your time count again from today. The seller and the marketplace are told.
notices-court-title = Enter a court order
notices-court-lead = A court order goes before everything else. The other time limits stop, and the case waits until the outcome is recorded. Both sides get a letter.
notices-court-name = Court
notices-court-name-error = Enter the name of the court
notices-court-number = Number of the order
notices-court-number-error = Enter the number of the order
notices-court-date = Date of the order
notices-court-date-error = Enter the date of the order
notices-court-future-error = The date of the order cannot be in the future
notices-court-measure = What does it ask of the listings?
notices-court-measure-remove = They are to be taken down
notices-court-measure-restore = They are to come back
notices-court-measure-leave = They stay as they are
notices-court-measure-error = Choose what the order asks of the listings
notices-court-detail = What does the order say?
notices-court-detail-error = Say in a few words what the order says
notices-court-detail-hint = In a few words, so that both sides understand it.
notices-court-copy = Copy of the order
notices-court-copy-hint = Both sides can see it.
notices-court-exhibit = Court order
notices-action-title = Show that you went to a court or authority
notices-action-lead = Then the listings stay as they are until the result is known.
notices-action-or-else = If you do nothing, the listings come back after that.
notices-action-court = Court or authority
notices-action-court-error = Enter the name of the court or authority
notices-action-number = Number of the matter there
notices-action-number-hint = As it stands on the receipt or the filed copy.
notices-action-number-error = Enter the number that the court or authority gave
notices-action-date = When did you file there?
notices-action-date-error = Enter the date of filing at the court or authority
notices-action-future-error = The date of filing cannot be in the future
notices-action-copy = Copy of what you filed, or the receipt
notices-action-copy-must = The law asks for it. The seller can see it.
notices-action-copy-may = You may leave this out. Both sides can see it.
notices-action-copy-error = Add the copy or the receipt
notices-action-exhibit = Proof of the action at a court or authority
notices-action-go = Send the proof
notices-outcome-title = Record the outcome of the court or authority
notices-outcome-lead = This ends the part of the case it is about. Both sides get a letter.
notices-outcome-result = What follows for the listings?
notices-outcome-restore = They come back
notices-outcome-restore-hint = The marketplace is told to make them visible again.
notices-outcome-keep-down = They stay as they are
notices-outcome-keep-down-hint = The measure stays.
notices-outcome-result-error = Choose what follows for the listings
notices-outcome-detail = What did you see?
notices-outcome-detail-hint = Court, number, date and result, so that others can check it.
notices-outcome-copy = Copy of the decision
notices-outcome-exhibit = Outcome of the court or authority
notices-outcome-go = Record the outcome
notices-arbitration-title = Let an arbitrator decide
notices-arbitration-lead = A neutral arbitrator decides about the listings. This begins when both sides have agreed.
notices-arbitration-free = You do not have to agree. If you do not, the case goes on as before.
notices-arbitration-other-yes = The other side has agreed already. If you agree too, an arbitrator is appointed now.
notices-arbitration-other-no = The other side has not agreed yet. It gets a letter and may say no.
notices-arbitration-go = I agree
notices-arbitration-not = I do not agree
notices-withdraw-title = Take the notice back?
notices-withdraw-lead = The case ends for the sellers you choose. Listings that are hidden, removed or restricted come back.
notices-withdraw-final = This cannot be undone. For the same listings you would have to send a new notice.
notices-withdraw-sellers = Sellers
notices-withdraw-held = Listings that come back
notices-withdraw-which = For whom do you take it back?
notices-withdraw-all = For all of them
notices-withdraw-reason = Reason
notices-withdraw-reason-hint = You may leave this out. The seller and the marketplace read it.
notices-withdraw-not = Keep the notice
notices-right-number-or-rule = Register number, title of the work, or the rule that is broken
notices-right-number-or-rule-hint = The number as the register writes it, the title of a work, or the law and article, for example “Regulation (EU) 2023/988, article 5”.
notices-right-rule-error = Enter the law or rule that is broken
notices-right-owner-or-none = The name in the register, or the author. Leave it empty where you rely on a rule of law.
