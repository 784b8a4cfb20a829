# Words of the letters. A letter is put together from the frame below and from the keys of its kind:
#   letter-KIND-subject    what the letter is about; no names, no sums (it shows on locked screens)
#   letter-KIND-happened   what happened
#   letter-KIND-do         what the reader can do, where there is something to do
#   letter-KIND-silence    what happens if the reader does nothing
#   letter-KIND-button     what the link leads to
# A part may have a special form: letter-KIND-PART-VARIANT-READER, -VARIANT or -READER is taken before the plain one.

## Frame

letter-greeting = Hello { $name },
letter-greeting-plain = Hello,
letter-case = Case { $number }
letter-case-titled = Case { $number }: { $claimant } v { $respondent }
letter-subject-by = { $subject } - by { $date }
letter-do-heading = What to do, and by when
letter-do-heading-undated = What to do
letter-date-heading = The next date
letter-date-heading-past = The date that passed
letter-do-nothing = You need do nothing now.
letter-silence-heading = If you do nothing
letter-link-copy = If the button does not work, copy this address into your browser:
letter-link-removed = (link removed after sending)
letter-listings-heading =
    { $count ->
        [one] The listing
       *[other] The { $count } listings
    }
letter-listings-more =
    { $count ->
        [one] and 1 more, on the case page
       *[other] and { $count } more, on the case page
    }
letter-quoted-heading = In the words of { $who }
letter-quoted-cut = The text goes on. Read all of it on the case page.
letter-quoted-link = (address left out)
letter-receipt = Receipt number: { $number }
letter-genuine-heading = How to check that this letter is real
letter-genuine = All our links start with { $origin }. We never ask for a password or a payment by e-mail.
letter-genuine-case = To be sure, type { $origin } into your browser yourself and look for case { $number }.
letter-reply-heading = How to reply
letter-reply-case = Answer on the case page, so that your words are on the record. If you need help, write to { $contact }.
letter-reply-plain = If you need help, write to { $contact }.
letter-reply-phone = Or call { $phone }.
letter-foot = Sent by { $service } to { $address }.
letter-other-language = The same letter in the language of the case

## How a date was counted, in one line

letter-counted-joined = { $first }; { $then }
letter-counted-listed = { $first }, { $then }
letter-counted-calendar-days =
    { $count ->
        [one] 1 day counted from { $from }
       *[other] { $count } days counted from { $from }
    }
letter-counted-business-days =
    { $count ->
        [one] 1 working day counted from { $from }
       *[other] { $count } working days counted from { $from }
    }
letter-counted-hours =
    { $count ->
        [one] 1 hour counted from { $from }
       *[other] { $count } hours counted from { $from }
    }
letter-counted-window-calendar-days = { $least } to { $count } days counted from { $from }
letter-counted-window-business-days = { $least } to { $count } working days counted from { $from }
letter-counted-window-hours = { $least } to { $count } hours counted from { $from }
letter-counted-longer-calendar-days =
    { $count ->
        [one] then 1 day more
       *[other] then { $count } days more
    }
letter-counted-longer-business-days =
    { $count ->
        [one] then 1 working day more
       *[other] then { $count } working days more
    }
letter-counted-longer-hours =
    { $count ->
        [one] then 1 hour more
       *[other] then { $count } hours more
    }
letter-counted-skipped =
    { $count ->
        [one] { $days } is not a working day and does not count
       *[other] { $days } are not working days and do not count
    }
letter-counted-skipped-many = { $count } holidays do not count
letter-counted-stopped =
    { $count ->
        [one] 1 day of delay does not count
       *[other] { $count } days of delay do not count
    }
letter-counted-stopped-since = the days stand still since { $from }
letter-counted-capped-calendar-days = no longer than { $count } days in all
letter-counted-capped-business-days = no longer than { $count } working days in all
letter-counted-capped-hours = no longer than { $count } hours in all
letter-counted-moved = moved on from { $from }, which is not a working day
letter-counted-provisional = the holidays of that year are not published yet, so the date may move
letter-counted-rule = rule: { $rule }

## What silence does, in the terms of a procedure

letter-lapse-claimant-prevails = The claimant gets what was asked for.
letter-lapse-respondent-prevails = The result is in favour of the respondent. A measure against its listings ends.
letter-lapse-measure-ends = The measure against the listings ends.
letter-lapse-measure-stays = The measure against the listings stays.
letter-lapse-deemed-withdrawn = The filing counts as withdrawn.
letter-lapse-deemed-refused = Silence counts as a no.
letter-lapse-deemed-accepted = Silence counts as a yes.
letter-lapse-attempt-forfeited = This step can no longer be taken, and the case goes on.
letter-lapse-decide-on-record = The decision is made on what is on the record.
letter-lapse-appointing-authority-acts = The case manager takes the step instead.

## Said where a letter does not know more

letter-default-who = the other side
letter-default-party = the other side
letter-default-marketplace = the marketplace
letter-default-arbitrator = the arbitrator
letter-default-exhibit = an exhibit
letter-default-role = a representative
letter-default-what = a promised act
letter-default-recipient = one of the people in the case
letter-default-letter = a letter
letter-default-left = a date is near

## Account

letter-confirm-email-subject = Confirm your e-mail address
letter-confirm-email-happened = Somebody made an account at { $service } with this e-mail address.
letter-confirm-email-do = If it was you, open the link and confirm the address.
letter-confirm-email-silence = The account stays closed. If it was not you, there is nothing else to do.
letter-confirm-email-button = Confirm my address

letter-reset-password-subject = Set a new password
letter-reset-password-happened = Somebody asked for a new password for your account at { $service }.
letter-reset-password-do = If it was you, open the link and choose a new password. The link works once.
letter-reset-password-silence = Your password stays as it is. If it was not you, nothing has changed.
letter-reset-password-button = Choose a new password

letter-sign-in-link-subject = Your sign-in link
letter-sign-in-link-happened = Somebody asked for a link to sign in to your account at { $service }.
letter-sign-in-link-do = If it was you, open the link and sign in. The link works once.
letter-sign-in-link-silence = Nobody is signed in. If it was not you, nothing has changed.
letter-sign-in-link-button = Sign in

letter-account-security-subject = Your account was changed
letter-account-security-happened = The way you sign in to { $service } was changed.
letter-account-security-happened-password = The password of your account at { $service } was changed.
letter-account-security-happened-email = The e-mail address of your account at { $service } was changed.
letter-account-security-happened-signed-out = Your account at { $service } was signed out on every device.
letter-account-security-happened-token = A new access token for programs was made for your account at { $service }.
letter-account-security-happened-role = What your account at { $service } may do was changed.
letter-account-security-happened-exists = Somebody tried to make an account at { $service } with this address. You have one already.
letter-account-security-do = If it was not you, open your account, sign out everywhere and choose a new password.
letter-account-security-do-exists = If it was you, sign in with the password you have, or ask for a new one.
letter-account-security-silence = The change stays. If it was you, all is as it should be.
letter-account-security-silence-exists = Nothing has changed. Your account stays as it is.
letter-account-security-button = Open my account

letter-first-administrator-subject = Set up the administrator's account
letter-first-administrator-happened = { $service } was installed, and this address was named as its first administrator.
letter-first-administrator-do = Open the link and choose a password. The link works once.
letter-first-administrator-silence = The account stays closed. A new link can be made on the server.
letter-first-administrator-button = Set up my account

## Filing

letter-confirm-notice-subject = Confirm your address to send your filing
letter-confirm-notice-happened = We keep a filing made with this e-mail address. It has no effect yet, because we must know that the address is yours.
letter-confirm-notice-do = If it was you, open the link and confirm. Your filing is sent at that moment.
letter-confirm-notice-silence = The filing is not sent, and nobody else hears of it.
letter-confirm-notice-button = Confirm and send

letter-draft-saved-subject = Your draft is saved
letter-draft-saved-happened = Your draft is saved. Nothing has been sent to anybody.
letter-draft-saved-do = Open the link to go on where you stopped.
letter-draft-saved-silence = The draft is deleted when its time is over. Nothing is sent.
letter-draft-saved-button = Go on with my draft

letter-filing-received-subject = We received your filing
letter-filing-received-subject-notice = We received your notice
letter-filing-received-subject-complaint = We received your complaint
letter-filing-received-happened = Your filing is on the record, and a case is open.
letter-filing-received-happened-notice = Your notice is on the record. The marketplace looks at each listing, and the sellers are told.
letter-filing-received-subject-matter = We received your case
letter-filing-received-happened-matter = Your case is on the record. The registry looks at it next.
letter-filing-received-happened-complaint = Your complaint is on the record. A case manager checks next whether it is complete.
letter-filing-received-button = Open my case

letter-need-info-subject = Something is missing in your filing
letter-need-info-happened = Your filing was checked. Before it can go on, this is missing:
letter-need-info-do = Add what is missing.
letter-need-info-silence = The filing cannot go on. You can file again later.
letter-need-info-button = Add what is missing

letter-filing-rejected-subject = We cannot take your filing
letter-filing-rejected-happened = Your filing was checked, and the case cannot go on here. The reasons are below.
letter-filing-rejected-subject-part = Part of your notice was refused
letter-filing-rejected-happened-part = { $marketplace } leaves listings of one seller online. The reasons are below. The rest of your notice goes on.
letter-filing-rejected-do-part = If you do not agree, you can go to a court or an authority. You can also write to the case manager.
letter-filing-rejected-silence-part = These listings stay online. Your rights outside this service are not touched.
letter-filing-rejected-do = You can file again if the reasons no longer apply. You can still go to a court or an authority.
letter-filing-rejected-silence = The case stays closed. Your rights outside this service are not touched.
letter-filing-rejected-button = Read the reasons

letter-screening-passed-subject = Your complaint goes on
letter-screening-passed-happened = A case manager checked your complaint. It is complete, and the seller is asked to answer.
letter-screening-passed-button = Open my case

## Notice and listings

letter-notice-served-subject =
    { $count ->
        [one] A notice about your listing
       *[other] A notice about your listings
    }
letter-notice-served-happened =
    { $count ->
        [one] { $who } says that one of your listings on { $marketplace } infringes its rights. Nobody has decided yet whether that is so.
       *[other] { $who } says that { $count } of your listings on { $marketplace } infringe its rights. Nobody has decided yet whether that is so.
    }
letter-notice-served-do = Read the notice and answer it. You can agree, say that you do not agree, or ask for more time. You do not need an account or a lawyer.
letter-notice-served-silence = The case goes on without you, and { $marketplace } may keep the listings as they are now.
letter-notice-served-button = Read the notice and answer

letter-takedown-order-subject =
    { $count ->
        [one] A listing to decide on
       *[other] { $count } listings to decide on
    }
letter-takedown-order-happened =
    { $count ->
        [one] A notice names a listing on { $marketplace }. It waits in your queue.
       *[other] A notice names { $count } listings on { $marketplace }. They wait in your queue.
    }
letter-takedown-order-do = Hide, remove or restrict each listing, or refuse. Give your reasons: the seller and the sender of the notice read them.
letter-takedown-order-silence = The listings are marked late in the queue, and the record shows it.
letter-takedown-order-button = Open the queue

letter-listing-measure-subject = News about a listing
letter-listing-measure-subject-hidden =
    { $count ->
        [one] A listing was hidden
       *[other] Listings were hidden
    }
letter-listing-measure-subject-removed =
    { $count ->
        [one] A listing was removed
       *[other] Listings were removed
    }
letter-listing-measure-subject-restricted =
    { $count ->
        [one] A listing was restricted
       *[other] Listings were restricted
    }
letter-listing-measure-subject-refused =
    { $count ->
        [one] A listing stays online
       *[other] Listings stay online
    }
letter-listing-measure-happened = { $marketplace } decided about listings in this case. Its reasons are below.
letter-listing-measure-happened-hidden =
    { $count ->
        [one] { $marketplace } hid a listing named in this case. Its reasons are below.
       *[other] { $marketplace } hid { $count } listings named in this case. Its reasons are below.
    }
letter-listing-measure-happened-removed =
    { $count ->
        [one] { $marketplace } removed a listing named in this case. Its reasons are below.
       *[other] { $marketplace } removed { $count } listings named in this case. Its reasons are below.
    }
letter-listing-measure-happened-restricted =
    { $count ->
        [one] { $marketplace } restricted a listing named in this case. Its reasons are below.
       *[other] { $marketplace } restricted { $count } listings named in this case. Its reasons are below.
    }
letter-listing-measure-happened-refused =
    { $count ->
        [one] { $marketplace } leaves a listing named in this case online. Its reasons are below.
       *[other] { $marketplace } leaves { $count } listings named in this case online. Its reasons are below.
    }
letter-listing-measure-subject-to-hide =
    { $count ->
        [one] A listing is to be hidden
       *[other] Listings are to be hidden
    }
letter-listing-measure-happened-to-hide =
    { $count ->
        [one] { $marketplace } decided to hide a listing named in this case. This is not done yet. Its reasons are below.
       *[other] { $marketplace } decided to hide { $count } listings named in this case. This is not done yet. Its reasons are below.
    }
letter-listing-measure-subject-to-remove =
    { $count ->
        [one] A listing is to be removed
       *[other] Listings are to be removed
    }
letter-listing-measure-happened-to-remove =
    { $count ->
        [one] { $marketplace } decided to remove a listing named in this case. This is not done yet. Its reasons are below.
       *[other] { $marketplace } decided to remove { $count } listings named in this case. This is not done yet. Its reasons are below.
    }
letter-listing-measure-subject-to-restrict =
    { $count ->
        [one] A listing is to be restricted
       *[other] Listings are to be restricted
    }
letter-listing-measure-happened-to-restrict =
    { $count ->
        [one] { $marketplace } decided to restrict a listing named in this case. This is not done yet. Its reasons are below.
       *[other] { $marketplace } decided to restrict { $count } listings named in this case. This is not done yet. Its reasons are below.
    }
letter-listing-measure-do-respondent = If you do not agree, send a counter-notice from the case page. If you agree, you can say so there.
letter-listing-measure-do-refused = If you do not agree, you can go to a court or an authority. You can also write to the case manager.
letter-listing-measure-do-refused-respondent = You need do nothing now.
letter-listing-measure-silence-respondent = The measure stays, and the case goes on without your answer.
letter-listing-measure-silence-refused = The listings stay online.
letter-listing-measure-button = Read the reasons

letter-counter-received-subject = We received your counter-notice
letter-counter-received-happened = Your counter-notice is on the record, and the claimant has it. The listings come back unless the claimant acts by the date below.
letter-counter-received-button = Open the case

letter-counter-forwarded-subject = The seller does not agree with your notice
letter-counter-forwarded-happened = { $who } does not agree with your notice and sent a counter-notice. You can read it on the case page.
letter-counter-forwarded-do = If you want the measure to stay, show that you went to a court or an authority, or propose arbitration. You do not have to.
letter-counter-forwarded-silence = The listings come back.
letter-counter-forwarded-button = Read the counter-notice

letter-action-proved-subject = A court or authority has the dispute
letter-action-proved-happened = { $who } showed that it took the dispute to a court or an authority. The listings stay as they are until there is a result.
letter-action-proved-button = Open the case

letter-counter-sent-back-subject = The counter-notice was sent back
letter-counter-sent-back-happened = The marketplace sent the counter-notice of { $who } back, because something is missing in it. It has no effect until it is whole. The listings stay as they are.
letter-counter-sent-back-button = Open the case

letter-time-stopped-subject = The days of a time limit stand still
letter-time-stopped-happened = The rights holder showed a delay that it cannot help. The days of the delay do not count. The date below is the latest; the rule sets a limit for the whole time.
letter-time-stopped-do-claimant = Say on the case page when the delay is over, or show your complaint or court action as soon as you can.
letter-time-stopped-silence-claimant = The time ends on the date below, and the listings come back.
letter-time-stopped-button = Open the case

letter-time-goes-on-subject = There is a new date: the days count again
letter-time-goes-on-happened = The delay is over. The days count again, and the new date is below.
letter-time-goes-on-button = Open the case

letter-court-held-subject = A court order holds the case
letter-court-held-happened = The order of a court was entered in this case. It goes before everything else: the other time limits stop, and the case waits for the court.
letter-court-held-do-marketplace = If the order asks something of the listings, the queue shows what to do.
letter-court-held-silence-marketplace = What waits in the queue is marked late after its time.
letter-court-held-button = Open the case

letter-put-back-due-subject = Listings come back unless the claimant acts
letter-put-back-due-happened = The seller sent a counter-notice, and the claimant has it. The listings come back unless the claimant shows in time that it went to a court or an authority.
letter-put-back-due-happened-respondent = The claimant has your counter-notice. The listings come back unless the claimant shows in time that it went to a court or an authority.
letter-put-back-due-do-marketplace = Keep the measure as it is for now. When it ends, the queue asks you to make the listings visible again.
letter-put-back-due-silence-marketplace = The measure stays until it ends.
letter-put-back-due-button = Open the case

letter-listing-restored-subject =
    { $count ->
        [one] A listing is visible again
       *[other] Listings are visible again
    }
letter-listing-restored-subject-ordered =
    { $count ->
        [one] The measure against a listing has ended
       *[other] The measure against listings has ended
    }
letter-listing-restored-subject-ordered-marketplace =
    { $count ->
        [one] A listing to make visible again
       *[other] { $count } listings to make visible again
    }
letter-listing-restored-happened-ordered = The measure against the listings has ended. { $marketplace } makes them visible again.
letter-listing-restored-happened-ordered-marketplace = The measure against the listings below has ended.
letter-listing-restored-do-ordered-marketplace = Make the listings visible again, then confirm it in the queue.
letter-listing-restored-silence-ordered-marketplace = The step is marked late in the queue, and the record shows it.
letter-listing-restored-button-ordered-marketplace = Open the queue
letter-listing-restored-happened =
    { $count ->
        [one] { $marketplace } made a listing in this case visible again.
       *[other] { $marketplace } made { $count } listings in this case visible again.
    }
letter-listing-restored-button = Open the case

letter-upheld-no-reply-subject = No answer came in time
letter-upheld-no-reply-happened = The time to answer ended, and no answer came. The measure against the listings stays.
letter-upheld-no-reply-do-respondent = If you still want to answer, open the case page. It shows what you can do now.
letter-upheld-no-reply-silence-respondent = The measure stays.
letter-upheld-no-reply-button = Open the case

letter-arbitration-consent-asked-subject = Arbitration is proposed
letter-arbitration-consent-asked-happened = { $who } proposes that an arbitrator decides this dispute.
letter-arbitration-consent-asked-do = Say yes or no. Both are fine. If you say no, the case goes on as before, and the no does not count against you.
letter-arbitration-consent-asked-silence = No arbitrator decides, and the case goes on as before.
letter-arbitration-consent-asked-button = Say yes or no

letter-arbitration-agreed-subject = An arbitrator will decide
letter-arbitration-agreed-happened = Both sides agreed that an arbitrator decides this dispute. The case manager proposes one next.
letter-arbitration-agreed-button = Open the case

## Complaint

letter-complaint-served-subject = A complaint about an order
letter-complaint-served-happened = { $who } complains about an order. Nobody has decided yet whether the complaint is right.
letter-complaint-served-do = Read the complaint and answer it. You can agree, say how you see it, or make an offer. You do not need an account or a lawyer.
letter-complaint-served-silence = The case goes on to the next stage without you.
letter-complaint-served-button = Read the complaint and answer

letter-response-received-subject = We received your response
letter-response-received-happened = Your response is on the record, and the other side has it.
letter-response-received-button = Open the case

letter-response-forwarded-subject = A response was filed
letter-response-forwarded-happened = { $who } answered. You can read the response on the case page.
letter-response-forwarded-do = Read the response. If you wish, write a message, add evidence or make an offer.
letter-response-forwarded-silence = The case goes on with what is on the record.
letter-response-forwarded-button = Read the response

letter-matter-served-subject = A case was filed against you
letter-matter-served-happened = { $who } filed a case against you. The procedure is “{ $procedure }”. You can read the filing and the documents on the case page.
letter-matter-served-do = Read the filing and answer on the case page. You need no account; the link below opens the case.
letter-matter-served-silence = The case goes on without your answer.
letter-matter-served-button = Read the case and answer

letter-step-taken-subject = There is news in your case
letter-step-taken-happened = { $who }: { $step }. { $next }
letter-step-taken-happened-filed = { $who } filed a case. The procedure is “{ $procedure }”. { $next }
letter-step-taken-happened-lapse = The time ran out for this: { $clock }. { $next }
letter-step-taken-button = Open the case

letter-step-awaited-subject = It is your turn in a case
letter-step-awaited-happened = { $who }: { $step }. { $next }
letter-step-awaited-happened-filed = { $who } filed a case. The procedure is “{ $procedure }”. { $next }
letter-step-awaited-happened-lapse = The time ran out for this: { $clock }. { $next }
letter-step-awaited-do = Open the case. The page shows what you can do now.
letter-step-awaited-silence = The procedure goes on as the case page says.
letter-step-awaited-button = Open the case

letter-talks-open-subject = Settlement talks are open
letter-talks-open-happened = Both sides can make offers now. The arbitrator never sees them.
letter-talks-open-do = Make an offer, or wait for one. You do not have to, and you can say no to any offer.
letter-talks-open-silence = The talks end on the date above, and the case goes on to the next stage.
letter-talks-open-button = Open the talks

letter-facilitation-open-subject = A case manager helps to find an agreement
letter-facilitation-open-happened = The talks did not end in an agreement. A case manager, who takes no side, now helps both sides to find one.
letter-facilitation-open-do = Answer the case manager's messages and look at proposals. You can say no to any of them.
letter-facilitation-open-silence = This stage ends on the date above, and the case goes on to the next stage.
letter-facilitation-open-button = Open the case

letter-final-consent-asked-subject = Do you want an arbitrator to decide?
letter-final-consent-asked-happened = There is no agreement so far. If you want, an arbitrator can decide the case.
letter-final-consent-asked-do = Say yes or no. It is fine to say no: you can still go to a court.
letter-final-consent-asked-silence = No arbitrator decides, and the case is closed. You can still go to a court.
letter-final-consent-asked-button = Say yes or no

letter-final-open-subject = The final stage is open
letter-final-open-happened = An arbitrator looks at this case next. The case page says whether the result will bind the sides.
letter-final-open-do = Add the evidence you want the arbitrator to see.
letter-final-open-silence = The arbitrator decides on what is on the record.
letter-final-open-button = Open the case

## Time

letter-time-extended-subject = There is a new date
letter-time-extended-subject-refused = The date stays as it is
letter-time-extended-happened = There is more time. The new date is below.
letter-time-extended-happened-refused = More time was asked for and not given. The date stays as it is.
letter-time-extended-subject-calendar = A date changed: the calendar was published
letter-time-extended-happened-calendar = A date in your case rested on a calendar that was not published yet. Now it is, and the new date is below.
letter-time-extended-button = Open the case

letter-reminder-subject = Reminder: { $left }
letter-reminder-happened = A date in this case is near, and something is still open for you.
letter-reminder-happened-answer = Your answer is not here yet.
letter-reminder-happened-holder = The listings come back soon, unless you show that you went to a court or an authority.
letter-reminder-happened-challenge = The time to challenge the appointment ends soon. You do not have to do so.
letter-reminder-happened-talks = The time for talks ends soon.
letter-reminder-happened-appoint = A case still needs an arbitrator.
letter-reminder-happened-screen = A filing still waits to be checked.
letter-reminder-happened-offer = An offer to you is still open.
letter-reminder-happened-perform = Something you promised or were ordered to do is still open.
letter-reminder-happened-confirm = Something is marked as done. If you say nothing, it counts as done.
letter-reminder-happened-measure = Listings still wait for your decision.
letter-reminder-happened-put-back = Listings still wait to be made visible again.
letter-reminder-happened-appointment = An appointment still waits for your answer.
letter-reminder-happened-decision = A decision is still to be signed.
letter-reminder-happened-need-info = Something is still missing in your filing.
letter-reminder-happened-consent = A proposal still waits for your yes or no. Both are fine.
letter-reminder-do = Open the case. It shows what you can do.
letter-reminder-silence = The time ends on the date above. The case page says what happens then.
letter-reminder-button = Open the case

letter-deadline-passed-subject = A time limit has ended
letter-deadline-passed-happened = A time limit in this case ended without the step it was for.
letter-deadline-passed-happened-answer = The time to answer ended, and no answer came.
letter-deadline-passed-do = The case page shows what happens next. Whoever was late can ask there to file late.
letter-deadline-passed-silence = The case goes on under its rules.
letter-deadline-passed-button = Open the case

## Settlement

letter-offer-made-subject-proposal = A proposal to settle
letter-offer-made-happened-proposal = The case manager proposes how to settle the case. The terms are on the case page. The proposal counts when both sides accept it. The arbitrator never sees it.
letter-offer-made-do-proposal = Accept the proposal, decline it, or make an offer of your own. It is fine to say no, and it does not count against you.
letter-offer-made-silence-proposal = The proposal ends, and the case goes on.
letter-offer-made-button-proposal = Look at the proposal
letter-offer-made-subject = A new offer
letter-offer-made-happened = { $who } made you an offer to settle. Its terms are on the case page. The arbitrator never sees offers.
letter-offer-made-do = Accept the offer, decline it, or make another one. It is fine to say no, and it does not count against you.
letter-offer-made-silence = The offer ends, and the case goes on.
letter-offer-made-button = Look at the offer

letter-offer-accepted-subject = Your offer was accepted
letter-offer-accepted-happened = { $who } accepted your offer. The case page lists who does what, and by when.
letter-offer-accepted-subject-proposal = The other side accepts the proposal
letter-offer-accepted-happened-proposal = { $who } accepted the proposal of the case manager. It counts when you accept it too.
letter-offer-accepted-do-proposal = Accept the proposal, decline it, or make an offer of your own. It is fine to say no, and it does not count against you.
letter-offer-accepted-silence-proposal = The proposal ends, and the case goes on.
letter-offer-accepted-button = See what was agreed
letter-offer-accepted-button-proposal = Look at the proposal

letter-offer-declined-subject = Your offer was declined
letter-offer-declined-happened = { $who } declined your offer. The case goes on.
letter-offer-declined-subject-proposal = The proposal was declined
letter-offer-declined-happened-proposal = { $who } declined the proposal of the case manager. It binds nobody, and the case goes on.
letter-offer-declined-do = You can make another offer. You do not have to.
letter-offer-declined-silence = The case goes on.
letter-offer-declined-button = Open the talks

letter-offer-withdrawn-subject = An offer was taken back
letter-offer-withdrawn-happened = { $who } took an offer back. You can no longer accept it.
letter-offer-withdrawn-do = Either side can make a new offer. Nobody has to.
letter-offer-withdrawn-silence = The case goes on.
letter-offer-withdrawn-button = Open the talks

letter-offer-lapsed-subject = An offer has ended
letter-offer-lapsed-happened = An offer ended without an answer. It binds nobody.
letter-offer-lapsed-do = Either side can make a new offer. Nobody has to.
letter-offer-lapsed-silence = The case goes on.
letter-offer-lapsed-button = Open the talks

letter-settled-subject = The case is settled
letter-settled-happened = Both sides agreed. The case page lists who does what, and by when.
letter-settled-do = What is yours to do, do by its date, then mark it as done there. When the other side marks its part as done, confirm it or say why not.
letter-settled-do-marketplace = If the agreement is about listings, the queue shows what to do.
letter-settled-silence = What is not done by its date is marked overdue, and the case goes on.
letter-settled-silence-marketplace = What waits in the queue is marked late after its time.
letter-settled-button = See what was agreed

letter-obligation-marked-subject = Something is marked as done
letter-obligation-marked-happened = { $who } says that this is done: { $what }.
letter-obligation-marked-do = Look at the proof. Then confirm, or say why you see it differently.
letter-obligation-marked-silence = If you say nothing for 14 days, it counts as done.
letter-obligation-marked-button = Confirm or dispute

letter-obligation-confirmed-subject = Something is confirmed as done
letter-obligation-confirmed-happened = { $who } confirmed that this is done: { $what }.
letter-obligation-confirmed-happened-silence = Nobody disputed for 14 days that this is done, so it counts as done: { $what }.
letter-obligation-confirmed-happened-determined = { $who } looked at the dispute and found that this is done: { $what }. The reasons are below.
letter-obligation-confirmed-button = Open the case

letter-obligation-disputed-subject = Something marked as done is disputed
letter-obligation-disputed-happened = { $who } does not agree that this is done: { $what }.
letter-obligation-disputed-do = Read why. Then add proof, or do what is missing.
letter-obligation-disputed-silence = It stays open and disputed.
letter-obligation-disputed-button = Read why

letter-obligation-overdue-subject = Something is overdue
letter-obligation-overdue-happened = The date for this has passed: { $what }. Nobody has marked it as done.
letter-obligation-overdue-subject-determined = Something was found not to be done
letter-obligation-overdue-happened-determined = { $who } looked at the dispute and found that this is not done: { $what }. The reasons are below.
letter-obligation-overdue-do = The case page shows the next step.
letter-obligation-overdue-do-yours = Do it now, then mark it as done. If it is done already, mark it and add proof.
letter-obligation-overdue-silence = It stays overdue, and the case goes on under its rules.
letter-obligation-overdue-button = Open the case

letter-performed-subject = Everything is done
letter-performed-happened = Everything that was agreed or ordered in this case is done.
letter-performed-button = Open the case

letter-breached-subject = Something was not carried out
letter-breached-happened = Something that was agreed or ordered in this case was not carried out in time.
letter-breached-do = The case page shows what is open and the next step.
letter-breached-silence = The case goes on under its rules.
letter-breached-button = Open the case

## Evidence and messages

letter-evidence-filed-subject = New evidence: { $exhibit }
letter-evidence-filed-happened = { $who } added evidence: { $exhibit }.
letter-evidence-filed-button = Look at the evidence

letter-evidence-withdrawn-subject = Evidence withdrawn: { $exhibit }
letter-evidence-withdrawn-happened = { $who } withdrew evidence: { $exhibit }. Its number stays and is not used again.
letter-evidence-withdrawn-button = Open the list of evidence

letter-other-seller = Another seller
letter-message-received-subject = A new message
letter-message-received-happened = { $who } wrote a message in this case.
letter-message-received-do = Read the message. If you wish, answer it.
letter-message-received-silence = The message stays in the case. Nothing else happens.
letter-message-received-button = Read the message

## Tribunal

letter-appointment-offered-subject = An appointment is offered to you
letter-appointment-offered-happened = The case manager proposes you as arbitrator in this case.
letter-appointment-offered-do = Check that nothing ties you to the people in the case. Then accept and sign the declaration, or decline. It is fine to decline.
letter-appointment-offered-silence = The case is offered to somebody else.
letter-appointment-offered-button = Accept or decline

letter-appointment-accepted-subject = An arbitrator is appointed
letter-appointment-accepted-happened = { $arbitrator } accepted the appointment as arbitrator and signed a declaration of independence.
letter-appointment-accepted-do = Read the declaration. If you have a reason to doubt it, you can challenge the appointment. You do not have to.
letter-appointment-accepted-silence = The appointment stands.
letter-appointment-accepted-do-case-manager = You need do nothing now. If a side challenges the appointment, you get a letter.
letter-appointment-accepted-silence-case-manager = The appointment stands, unless a side challenges it in time.
letter-appointment-accepted-button = Read the declaration

letter-appointment-declined-subject = An appointment was declined
letter-appointment-declined-happened = { $arbitrator } declined the appointment as arbitrator.
letter-appointment-declined-do-case-manager = Propose another arbitrator.
letter-appointment-declined-silence-case-manager = The case has no arbitrator and waits.
letter-appointment-declined-button = Open the case

letter-challenge-filed-subject = An appointment is challenged
letter-challenge-filed-happened = { $who } doubts that the arbitrator can decide this case and gave reasons. Another person decides about it.
letter-challenge-filed-do-case-manager = Decide about the challenge, unless you proposed this arbitrator yourself. Then another case manager decides.
letter-challenge-filed-silence-case-manager = The challenge stays open, and the record shows it.
letter-challenge-filed-button = Read the challenge

letter-challenge-decided-subject = The challenge is decided
letter-challenge-decided-happened = There is a decision about the challenge to the arbitrator.
letter-challenge-decided-happened-upheld = The challenge was right. Another arbitrator takes over, and the steps taken so far stay.
letter-challenge-decided-happened-rejected = The challenge was not right. The arbitrator goes on.
letter-challenge-decided-button = Read the reasons

letter-arbitrator-replaced-subject = Another arbitrator takes over
letter-arbitrator-replaced-happened = { $arbitrator } no longer decides this case. The case manager proposes another arbitrator. The steps taken so far stay.
letter-arbitrator-replaced-button = Open the case

letter-decision-issued-subject = The decision is ready
letter-decision-issued-happened = The arbitrator signed the decision. You can read it and take a copy on the case page.
letter-decision-issued-do = Read the decision. If it asks something of you, do that by the date it names.
letter-decision-issued-do-marketplace = Read the decision. If it is about listings, the queue shows what to do.
letter-decision-issued-silence = The dates in the decision run all the same. If it is only a recommendation, it binds nobody.
letter-decision-issued-button = Read the decision

## End of a case

letter-closed-subject = The case is closed
letter-closed-happened = The case is closed. You can still read it and take a copy of the whole case file.
letter-closed-button = Open the case

letter-withdrawn-subject = A filing was withdrawn
letter-withdrawn-happened = { $who } withdrew its filing. The measures that rest on it end.
letter-withdrawn-happened-lapse = What was missing in the filing did not come in time. The filing counts as withdrawn.
letter-withdrawn-subject-complaint = The complaint was taken back
letter-withdrawn-happened-complaint = { $who } took the complaint back. The case is closed, and nobody has to answer it.
letter-withdrawn-button = Open the case

## People in the case

letter-invitation-subject = You are invited to a case
letter-invitation-happened = { $who } invites you to act in this case. Your part would be: { $role }.
letter-invitation-do = Open the link and accept, or say no. It is fine to say no.
letter-invitation-silence = You have no part in the case. The invitation ends by itself.
letter-invitation-button = Look at the invitation

letter-representative-joined-subject = A representative joined the case
letter-representative-joined-happened = { $who } now acts for { $party } in this case. Letters to that side go to both from now on.
letter-representative-joined-button = See who takes part

letter-mandate-ended-subject = A mandate has ended
letter-mandate-ended-happened = { $who } no longer acts for { $party } in this case.
letter-mandate-ended-button = See who takes part

letter-answer-link-subject = Your new link to the case
letter-answer-link-happened = Somebody asked for a new link to this case. We send links only to the address on record.
letter-answer-link-do = Open the link to read the case and answer. It works once, and no account is needed.
letter-answer-link-silence = Nothing changes. The dates in the case stay as they are.
letter-answer-link-button = Open the case

letter-letter-bounced-subject = A letter was not delivered
letter-letter-bounced-happened = A letter to { $recipient } was not delivered. It was about: { $letter }.
letter-letter-bounced-do = Check the address. If needed, reach the person in another way and write down how.
letter-letter-bounced-silence = The person may not know of this step.
letter-letter-bounced-button = Open the case
letter-letter-bounced-said = the mail server

## Something owed

letter-owed-amount = Amount: { $sum }
letter-owed-part = Part { $part } of { $parts }
letter-owed-day = Date: { $day }
letter-remedy-refund = all the money back
letter-remedy-partial-refund = some of the money back
letter-remedy-replacement = a replacement
letter-remedy-repair = a repair
letter-remedy-return-then-refund = the goods back, then the money
letter-remedy-apology = an apology
letter-remedy-restore-listing = the listing back online
letter-remedy-keep-down = the listing stays down
letter-remedy-payment = a payment
letter-remedy-other = a promised act

## What a case is about

letter-right = It relies on this right: { $kind } { $number }.
letter-right-in = It relies on this right: { $kind } { $number }, { $territory }.
letter-right-trade-mark = trade mark
letter-right-copyright = copyright in
letter-right-patent = patent
letter-right-design = design
letter-complaint-order = It is about: { $goods }, order { $order }.
letter-complaint-wanted = Asked for: { $wanted }.

letter-reasons-told-subject =
    { $count ->
        [one] A decision about a listing
       *[other] A decision about listings
    }
letter-reasons-told-happened = { $marketplace } decided on a notice about what stands below. This is its statement of reasons.
letter-reasons-told-do = If you do not agree, complain to { $marketplace } on the case page. It costs nothing, and a person looks at it. You can also turn to a certified body that settles disputes out of court, and you can go to a court.
letter-reasons-told-do-marketplace = You need do nothing now.
letter-reasons-told-silence = The decision stays as it is. A certified body and the courts stay open to you.
letter-reasons-told-button = Read the decision
letter-right-rule = another rule of law
letter-time-extended-subject-outage = You have more time: our service could not be reached
letter-time-extended-happened-outage = Our service could not be reached when a time in your case ended. Nobody loses anything by it: the days were given back, and the new date is below.

letter-rules-changed-subject = A newer version of the rules holds for this case
letter-rules-changed-happened = The case manager moved this case to version { $version } of its procedure. Dates that run now stay as they are. What begins from now on follows the new version. The reason is below.
letter-rules-changed-do = Read on the case page what can happen from here. If you do not agree, write to the case manager.
letter-rules-changed-button = Read what can happen
letter-conduct-warning-subject = Your conduct record
letter-conduct-warning-happened = With what happened in this case your conduct record shows this many points: { $points }.
letter-conduct-warning-do = Read on your conduct page which cases gave points, until when each counts, and what comes at which number. If you think that this case is wrong, answer in the case: points are taken back when it turns out that way.
letter-conduct-warning-button = Open the case
letter-conduct-review-subject = A conduct record asks for a look
letter-conduct-review-happened = The conduct record of { $name } shows this many points: { $points }.
letter-conduct-review-do = Look at the cases behind them and decide whether a measure is called for. Nothing happens by itself.
letter-conduct-review-button = Open the case
letter-parallel-found-subject = A matter elsewhere concerns this case
letter-parallel-found-happened = The registry learned of a matter elsewhere that concerns this case: { $place }. What was written about it is below.
letter-parallel-found-do = Look at your dates on the case page: some may stand still until that matter is over. If this is wrong, write to the case manager.
letter-parallel-found-button = See it on the case page
letter-parallel-over-subject = The matter elsewhere is over
letter-parallel-over-happened = The matter elsewhere is over: { $place }. How it ended is below.
letter-parallel-over-do = Look at your dates on the case page: days that stood still count again from today, with what was left of them.
letter-parallel-over-button = See your dates
