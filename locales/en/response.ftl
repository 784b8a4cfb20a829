# The seller's answer to an infringement notice.

response-title = Answer the notice
response-lead = { $who } says that listings of yours infringe its right. Nobody has decided yet whether that is so.
response-clock-began = Counted from { $when }
response-answered = Your answer: { $position }. Received { $when }.
response-lacking = Your counter-notice has no effect yet. This is missing; send it again with it:
response-claims = The listings
response-reasons-of-marketplace = What the marketplace says:
response-nothing-open = There is nothing to answer now
response-write = Write to the case manager
response-choice = What do you want to do?
response-choice-hint = You can change your mind until you send something.
response-choice-error = Choose what you want to do
response-choice-dispute = I do not agree
response-choice-dispute-hint = Send a counter-notice with your reasons and evidence.
response-choice-agree = I agree
response-choice-agree-hint = The measure stays and your part of the case ends.
response-choice-settle = I want to settle
response-choice-settle-hint = Make an offer. The other side may accept, answer or decline it.
response-choice-time = I need more time
response-choice-time-hint = Ask for it before the time ends. You know the result at once.
response-has-draft = You have begun a counter-notice.
response-go-on = Go on with it

## What the notice says

response-side-title = What the notice says
response-side-right = Right:
response-side-asked = They ask to:
response-side-listings = Your listings:
response-side-more = { $count ->
    [one] And one more
   *[other] And { $count } more
}

## Agree

response-agree-title = Agree with the notice?
response-agree-lead = If you agree, the measure against your listings stays and your part of the case ends.
response-agree-final = This cannot be undone. You do not have to agree.
response-agree-words = Anything you want to say
response-agree-words-hint = You may leave this out. The other side reads it.
response-agree-go = I agree with the notice
response-agree-not = Go back

## More time

response-time-title = Ask for more time
response-time-adds = The rules add { $length }.
response-time-then = New date: { $when }
response-time-both = The time is added when the other side asks for it too. It gets a letter.
response-time-reason = Why do you need it?
response-time-reason-hint = You may leave this out.
response-flash-time = You have more time: until { $when }.
response-flash-time-asked = You asked for more time. The other side must ask too before the date moves.

## Reasons

response-reasons-title = Why do you not agree?
response-reasons-lead = Your counter-notice goes to the rights holder. It then has to act, or the listings come back.
response-ground = Main reason
response-ground-error = Choose the main reason
response-ground-licence = I have a licence or permission
response-ground-exhausted = I bought the goods from the brand or its dealer
response-ground-own-right = I have a right of my own
response-ground-different = It is not the same mark, work or design
response-ground-descriptive = I only describe the goods or say what they fit
response-ground-not-mine = This is not my listing
response-ground-other = Another reason
response-statement = Say why, in your own words
response-statement-hint = Write in English or Chinese. The other side reads your words.
response-statement-error = Say why you do not agree
response-files = Evidence
response-files-must = The law asks for it: a licence, invoices, your own registration. Up to 50 MB for each file.
response-files-may = You may leave this out: a licence, invoices, your own registration. Up to 50 MB for each file.
response-files-error = Add at least one file that supports your reasons
response-contact = Where papers reach you
response-contact-hint = The law asks for this. The rights holder sees it, because it may have to sue you there.
response-name = Name
response-name-error = Enter your name or that of your company
response-address = Postal address
response-address-error = Enter the postal address at which papers reach you
response-phone = Telephone
response-phone-error = Enter a telephone number
response-back = Back to the notice

## Declarations, check and send

response-declarations-title = Declarations
response-check-title = Check and send
response-check-ground = Main reason
response-check-statement = Your words
response-check-contact = Where papers reach you
response-check-files = Evidence
response-check-seen = Once sent, the rights holder sees everything on this page.
response-check-send = Send the counter-notice
