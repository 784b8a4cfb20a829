# Consumer complaints: the wizard, screening, the seller's answer, later acts, and every deadline.

complaints-drafts = Saved drafts
complaints-newer = A newer version was saved at { $time } in another window. What you typed is still below; nothing was saved over it.
complaints-newer-see = See the newer version
complaints-flash-saved = Saved. Nothing has been sent.
complaints-flash-unfinished = Something is not answered yet. You can go on here.

## Start

complaints-start-title = Complain about something you bought
complaints-start-lead = You tell us what happened, and the seller answers. If you do not agree, a neutral person helps.
complaints-start-need = Have your order number ready, and photos or messages if you have them.
complaints-start-time = It takes about 10 minutes. You can save and come back.
complaints-start-free = You need no account to begin, and no lawyer.
complaints-start-go = Begin

## What was bought

complaints-bought-title = What did you buy?
complaints-bought-lead = So that the seller can find your order.
complaints-order = Order number
complaints-order-hint = It is in the order confirmation. If you have none, write the web address of the item.
complaints-order-error = Enter the order number or the web address of the item
complaints-marketplace = Where did you buy it?
complaints-marketplace-other = Somewhere else
complaints-marketplace-error = Choose where you bought it
complaints-marketplace-name = Name of the shop or website
complaints-marketplace-name-hint = Only if you chose “Somewhere else”.
complaints-marketplace-name-error = Enter the name of the shop or website
complaints-goods = What it is
complaints-goods-hint = For example: white pendant lamp, 30 cm
complaints-goods-error = Say what you bought
complaints-ordered = Day of the order
complaints-ordered-hint = You may leave this out. For example, 27 3 2026
complaints-ordered-error = The day of the order must be in the past

## Seller

complaints-seller-title = Who sold it to you?
complaints-seller-lead = We write to the seller for you.
complaints-seller-name = Name of the seller
complaints-seller-name-hint = As the order or the item page shows it.
complaints-seller-error = Enter the name of the seller
complaints-seller-email = E-mail address of the seller
complaints-seller-email-hint = If you know it. Otherwise we ask the marketplace.
complaints-seller-self = The seller cannot have your own e-mail address
complaints-seller-country = Country of the seller
complaints-seller-country-hint = If you know it.
complaints-country-error = Choose a country

## What is wrong

complaints-wrong-title = What went wrong?
complaints-wrong-lead = Choose what fits best. You can say more below.
complaints-problem = What happened
complaints-problem-error = Choose what went wrong
complaints-problem-not-delivered = For example: the parcel never came, or only a part of it.
complaints-problem-defective = For example: it does not switch on, or it broke after a week.
complaints-problem-unsafe = For example: it gets hot, smells, or has loose small parts.
complaints-problem-not-as-described = For example: another size or colour, used instead of new, or a fake.
complaints-problem-payment = For example: charged twice, or a promised refund did not come.
complaints-statement = Tell us what happened
complaints-statement-hint = In your own words, in the order it happened. The seller reads this.
complaints-statement-error = Say what happened

## What was tried

complaints-tried-title = What have you tried so far?
complaints-tried-lead = It helps to know what the seller already said.
complaints-tried = What you tried
complaints-tried-hint = When you wrote to the seller, and what came back. Leave it empty if you have not tried.

## Remedy

complaints-remedy-title = What would put it right?
complaints-remedy-lead = You can agree on something else later.
complaints-remedy = What you want
complaints-remedy-error = Choose what you want
complaints-remedy-refund = All the money back.
complaints-remedy-partial-refund = You keep it, and get some of the money back.
complaints-remedy-return-then-refund = You send it back, then you get the money.
complaints-remedy-replacement = Another one of the same kind.
complaints-remedy-repair = The seller mends it or pays for it.
complaints-remedy-apology = No money, but the seller says sorry.
complaints-remedy-other = Say what it is in your statement.
complaints-amount = Amount
complaints-amount-hint = Needed if you want money. Otherwise you may leave it out.
complaints-amount-error = Enter the amount you want

## Evidence

complaints-evidence-title = What can you show?
complaints-evidence-lead = Photos, messages, the invoice: anything that shows what happened.
complaints-evidence-what = Good evidence: the order confirmation, photos of the goods and the parcel, messages with the seller, proof of payment.
complaints-evidence-files = Files
complaints-evidence-files-hint = The seller sees these files. You can add more after sending.
complaints-evidence-kind = What kind of files do you add now?
complaints-evidence-many = A form can hold { $max } files. Add the others after sending

## You

complaints-you-title = Who are you?
complaints-you-lead = We write to you at this address. The seller sees your name and country.
complaints-you-error = Enter your name
complaints-your-name = Your name
complaints-your-email = Your e-mail address
complaints-your-email-hint = We send a link there. The complaint has no effect before you open it.
complaints-your-country = Country you live in
complaints-your-language = Language of our letters
complaints-language-error = Choose a language

## Declarations

complaints-declarations-title = Your rights, and what you declare
complaints-declarations-lead = Read the text and tick it.
complaints-rights-keep = This service takes none of your rights as a consumer.
complaints-rights-court = You can still go to court, unless you later agree to a binding decision here. We ask you separately, and you can say no.
complaints-rights-withdraw = You can take the complaint back until it is decided.
complaints-declare-tick = I declare this
complaints-declare-error = Read the declaration and tick it

## Check and send

complaints-check-title = Check and send
complaints-check-lead = Nothing has been sent yet.
complaints-check-newer = This was changed in another window. Look at it once more before you send it.
complaints-check-answers = Your answers
complaints-check-declarations = Declarations
complaints-check-bought = Bought
complaints-check-seller = Seller
complaints-check-wrong = What went wrong
complaints-check-tried = Tried so far
complaints-check-remedy = What you want
complaints-check-evidence = Evidence
complaints-check-you = You
complaints-check-confirm = We first send a letter to { $email }. The complaint is sent when you open its link.
complaints-check-send = Send my complaint
complaints-check-send-letter = Send the letter
complaints-waiting-title = Look in your mail
complaints-waiting-lead = We sent a letter to { $email }. Open its link to send the complaint.
complaints-waiting-no-effect = Until then the complaint has no effect, and nobody else hears of it.
complaints-waiting-since = Sent { $when }
complaints-waiting-again = Send the letter again
complaints-waiting-change = Change the address or another answer
complaints-confirm-title = Send your complaint
complaints-confirm-lead = You wrote this complaint. It is sent when you press the button.
complaints-confirm-go = Confirm and send
complaints-confirm-not-you = If you did not write this, close the page. Nothing is sent.
complaints-confirm-closed = This link does nothing any more
complaints-confirm-spent = It was used before. Your complaint is among your cases.
complaints-confirm-expired = Its time is over. Send the complaint again from your saved drafts.
complaints-confirm-changed = The complaint was changed or thrown away after this letter. Send it again from your saved drafts.

## Intake and screening

complaints-intake-title = Complaints to check
complaints-intake-lead = The soonest date comes first.
complaints-intake-count =
    { $count ->
        [one] 1 complaint to check
       *[other] { $count } complaints to check
    }
complaints-intake-none = Nothing to check now.
complaints-intake-case = Complaint
complaints-intake-filed = Received
complaints-intake-due = Check by
complaints-intake-twin = Same people:
complaints-intake-waiting = Waiting for the consumer
complaints-side-label = The complaint
complaints-side-title = What the complaint says
complaints-screening-title = Check the complaint
complaints-screening-lead = Can the seller answer this, and is it for this service?
complaints-screening-checks = What we found
complaints-screening-seller = The seller can be reached.
complaints-screening-no-seller = No address of the seller is known. Until somebody gives one, the seller hears nothing.
complaints-screening-marketplace = The marketplace takes part here.
complaints-screening-no-marketplace = The marketplace does not take part here.
complaints-screening-money = The amount fits what is wanted.
complaints-screening-no-money = Money is wanted, but no amount is given.
complaints-screening-evidence = There is evidence.
complaints-screening-no-evidence = There is no evidence yet.
complaints-screening-tried = The consumer said what was tried.
complaints-screening-not-tried = Nothing is said about what was tried.
complaints-screening-twin = The same order number is in an open case:
complaints-screening-decision = What do you do?
complaints-screening-error = Choose what to do
complaints-screening-accept = Accept
complaints-screening-accept-hint = The complaint goes to the seller, and the time to answer begins. If no address of the seller is known, give it first.
complaints-screening-ask = Ask for what is missing
complaints-screening-ask-hint = The consumer gets time to add it.
complaints-screening-reject = Close it
complaints-screening-reject-hint = It is not for this service. Say where else to go.
complaints-screening-words = What is missing, or why you close it
complaints-screening-words-hint = Name everything at once. The consumer reads this. Leave it empty if you accept.
complaints-screening-ask-error = Say what is missing, all of it at once
complaints-screening-reject-error = Say why you close it, and where else to go
complaints-screening-go = Record it
complaints-screening-not = Back to the list

## The seller's answer

complaints-answer-title = Answer the complaint
complaints-answer-lead = Say how you see it. You are free to disagree.
complaints-answer-position = Do you agree?
complaints-answer-position-error = Choose whether you agree
complaints-answer-agree = I agree
complaints-answer-agree-hint = You can then offer what the consumer wants.
complaints-answer-dispute = I do not agree
complaints-answer-dispute-hint = For example: it arrived, it works, or it was not from you.
complaints-answer-part = I agree with a part of it
complaints-answer-part-hint = For example: you would replace it but not refund it.
complaints-answer-statement = Your reasons
complaints-answer-statement-hint = The consumer reads this. You may leave it empty if you agree.
complaints-answer-statement-error = Say why you do not agree
complaints-answer-evidence = You can add evidence before or after you answer.
complaints-answer-evidence-add = Keep this and add evidence
complaints-answer-keep = Keep for later
complaints-answer-kept = Your words are kept. Open the answer again to go on.
complaints-answer-go = Send my answer
complaints-answer-not = Not now

## Add what is missing

complaints-complete-title = Add what is missing
complaints-complete-lead = The case manager needs this before the seller can answer.
complaints-complete-asked = What is missing
complaints-complete-label = What you add
complaints-complete-hint = If you were asked for photos or files, add them first under “Evidence”. Then write here.
complaints-complete-error = Write what was asked for
complaints-complete-go = Send it
complaints-complete-not = Not now

## Final stage

complaints-consent-title = A binding final stage: your choice
complaints-consent-lead = If no agreement is found, an arbitrator looks at the case. You choose what that means.
complaints-consent-binds = If you agree, the arbitrator decides, and the decision binds you.
complaints-consent-without = If you do not agree, the arbitrator writes a recommendation. It binds nobody, and you can go to court.
complaints-consent-later = You do not have to choose now. You can agree until the recommendation is written.
complaints-consent-no = Saying no is fine, and does not count against you.
complaints-consent-go = I agree to a binding decision
complaints-consent-not = No, or not now

## Escalate and failure

complaints-escalate-title = Ask for help from a neutral person
complaints-escalate-lead = A case manager helps both sides to find an agreement.
complaints-escalate-ends = The direct talks end, and their time stops.
complaints-escalate-neutral = A neutral person looks at the case and may propose something.
complaints-escalate-offers = Both sides can still make offers.
complaints-escalate-label = Why do you ask?
complaints-escalate-hint = Both sides read this. You may leave it empty.
complaints-escalate-go = Ask for help
complaints-escalate-not = Go on talking
complaints-failure-title = State that no agreement can be reached
complaints-failure-lead = Do this when both sides had a fair chance to agree.
complaints-failure-ends = The search for an agreement ends, and the final stage begins. This cannot be undone.
complaints-failure-offers = Offers so far
complaints-failure-next = What comes next
complaints-failure-binding = The consumer agreed: an arbitrator decides.
complaints-failure-advice = The consumer did not agree to a binding decision: an arbitrator recommends.
complaints-failure-label = Why can no agreement be reached?
complaints-failure-hint = Both sides read this. Do not repeat what was offered.
complaints-failure-error = Say why no agreement can be reached
complaints-failure-go = State it
complaints-failure-not = Go on

## Take the complaint back

complaints-withdraw-title = Take the complaint back?
complaints-withdraw-lead = The case ends here. The seller no longer has to answer, and offers that are open end.
complaints-withdraw-rights = You keep your rights: you can still go to the seller, to another body or to court.
complaints-withdraw-final = This cannot be undone. To go on later you would have to send a new complaint.
complaints-withdraw-told = The seller is told, with your reason if you give one.
complaints-withdraw-quiet = The seller has not heard of the complaint and is not told.
complaints-withdraw-label = Why do you take it back?
complaints-withdraw-hint = You may leave this out. Whoever is told reads it.
complaints-withdraw-go = Withdraw the complaint
complaints-withdraw-not = Keep the complaint

## Deadlines

complaints-deadline-due = Ends
complaints-deadline-state = State
complaints-deadline-running = Running
complaints-deadline-held = Standing still
complaints-deadline-held-for = The days stand still: { $why }.
complaints-deadline-held-due = Counted again when it goes on, with what is left
complaints-deadline-stopped = No longer runs: it was done, or is not needed any more
complaints-deadline-fired = Ran out
complaints-deadline-owner = Who has to act
complaints-deadline-nobody = Nobody alone
complaints-deadline-began = Began
complaints-deadline-from = Not before
complaints-deadline-end = What happens if nothing is done by then
complaints-deadline-counted = How the date was counted
complaints-deadline-rule = What it rests on
complaints-deadline-history = What happened to it
complaints-deadline-started = Began, to end on { $when }
complaints-deadline-asked = More time asked for: { $who }
complaints-deadline-extended = New date: { $when }
complaints-deadline-back = Back to the case
complaints-extend-title = Ask for more time
complaints-extend-adds = You can get { $length } more.
complaints-extend-then = The new date would be { $when }.
complaints-extend-once = You get it at once. You need no reason.
complaints-extend-both = Both sides must ask. The other side is told, and the date moves when it asks too.
complaints-extend-reason = Why do you need more time?
complaints-extend-reason-hint = You may leave this out. The other side reads it.
complaints-extend-reason-early = You may leave this out. The case manager reads it.
complaints-extend-go = Ask for more time
complaints-extend-not = No, go back
complaints-flash-more-time = You have more time. The new date is { $when }.
complaints-flash-time-asked = You asked for more time. The date moves when the other side asks too.
complaints-rules = Under which rules?
complaints-rules-hint = Several procedures are open to you, because of where you and the seller are. They differ in the time the seller has, and in what happens if nobody answers. Each is described under “Procedures”.
complaints-rules-choose = Choose the rules for your complaint
