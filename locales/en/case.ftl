# Pages that every reader of a case has.

case-crumb-cases = Cases
case-closed = Closed
case-nav-label = Case { $number }
case-part-overview = Overview
case-part-claims = Claims
case-part-evidence = Evidence
case-part-messages = Messages
case-part-settlement = Settlement
case-part-parties = Parties
case-part-tribunal = Tribunal
case-part-desk = Desk
case-part-decision = Decision
case-part-timeline = Timeline
case-part-file = Case file
case-print = Case { $number }, printed { $when },
case-you = you
case-yes = Yes
case-no = No
case-kind-notice = Infringement notice
case-kind-complaint = Consumer complaint

## Clock and outcome

case-more-time = Ask for more time
case-add-calendar = Add to calendar
case-outcome-title = How it ended
case-no-clock-title = No date is running
case-no-clock-text = The sentence under the names says what the case waits for. Either side can still write a message.

## Steps

case-task-awaited = Waiting for you
case-task-choice = Your choice
case-do-title = What you need to do
case-can-title = What you can do
case-do-nothing = Nothing to do now. We write to you when that changes.
case-step-answer = Answer the notice
case-step-answer-hint = Agree, disagree, or ask for more time. Saying no is allowed.
case-step-late-answer = Send a late answer
case-step-late-answer-hint = The time has passed, but the law sets no last day for your declaration.
case-step-answer-complaint = Answer the complaint
case-step-answer-complaint-hint = Agree, disagree, or agree with a part of it.
case-step-complete = Add what is missing
case-step-complete-hint = The case manager has asked you for something.
case-step-completion = Add what is missing in your notice
case-step-completion-hint = The notice has no effect until it is whole.
case-step-delay = Show a delay that you cannot help
case-step-delay-hint = Such as notarisation. Its days do not count, up to a limit.
case-step-delay-over = Say that the delay is over
case-step-delay-over-hint = The days count again from then on.
case-step-send-back = Send it back: something is missing
case-step-send-back-hint = Name everything that is missing at once.
case-step-court = Enter a court order
case-step-court-hint = It goes before everything else; the other time limits stop.
case-step-prove = Show that you went to a court or authority
case-step-prove-hint = Otherwise the listing comes back at the end of the time.
case-step-final = Decide about a binding final stage
case-step-final-hint = It is your choice. Without it, the arbitrator only recommends.
case-step-address = Say where the seller is reached
case-step-address-hint = Nobody gave an address. Until there is one, the seller hears nothing.
case-step-takedown = Decide on the listings
case-step-takedown-hint = Hide, remove, restrict or refuse, with reasons.
case-step-appointment = Accept or decline the appointment
case-step-desk = Write the decision
case-step-desk-hint = Findings, reasons, orders, then preview and sign.
case-step-screen = Check the complaint
case-step-screen-hint = Accept it, ask for what is missing, or close it with reasons.
case-step-rule = Rule on a challenge
case-step-appoint = Propose an arbitrator
case-step-propose = Propose a settlement
case-step-failure = State that no agreement can be reached
case-step-outcome = Enter the result of the court or authority
case-step-offer = Answer an offer
case-step-offer-hint = Accept, decline, or make a counter-offer. Saying no does not harm your case.
case-step-perform = Do what was agreed or ordered
case-step-perform-hint = Then mark it as done, with proof.
case-step-confirm = Confirm what you received
case-step-talk = Make an offer
case-step-talk-hint = The arbitrator never sees offers.
case-step-escalate = Ask for help from a neutral person
case-step-escalate-hint = Ends direct talks.
case-step-arbitration = Agree to have an arbitrator decide here
case-step-arbitration-hint = Only if both sides want it.
case-step-evidence = Add evidence
case-step-evidence-hint = Invoices, licences, photos, chat records.
case-step-withdraw = Withdraw the case

## Facts

case-fact-about = About
case-fact-about-notice =
    { $right }, { $count ->
        [one] 1 listing
       *[other] { $count } listings
    }
case-fact-right = Right relied on
case-fact-unreached = Not reached yet
case-fact-unreached-text = { $name }: nobody has given an address so far. The time to answer begins anew when it is there.
case-fact-still = Days stand still
case-fact-still-since = Since { $day }; days do not count while the delay lasts.
case-waits-title = Time stands still
case-waits-text = No day is lost: what runs goes on with what is left. Reason: { $why }.
case-fact-kept = Record kept
case-fact-kept-between = At least until { $least }, at most until { $most }
case-fact-kept-least = At least until { $day }
case-fact-kept-most = At most until { $day }
case-fact-court = Order of a court
case-fact-you = You are
case-fact-rules = Procedure
case-fact-filed = Filed
case-statement-title = What { $name } says
case-answer-title = What { $name } answers

## Claims

case-claims-title = Claims and listings
case-claims-more =
    { $count ->
        [one] 1 more
       *[other] { $count } more
    }
case-claims-none = No listing of yours is part of this case.
case-claim-no = Claim { $no }.
case-claim-title = The claim
case-claim-says = What is said
case-claim-asked = What is asked
case-claim-seller = Seller
case-claim-seller-unknown = Known to the marketplace only
case-claim-answer = Answer
case-claim-answer-yours = Your answer
case-claim-no-answer = No answer yet.
case-claim-now = Listing now
case-claim-since = since { $when }
case-claim-waits = Still to be carried out
case-claim-no-evidence = No evidence yet.
case-reasons-title = Reasons of the marketplace
case-reasons-ground = Law or terms
case-reasons-facts = Facts
case-reasons-territory = Where
case-reasons-everywhere = Everywhere the marketplace sells
case-reasons-automated = Decided by a machine alone

## Complaint

case-complaint-title = The complaint
case-complaint-problem = What went wrong
case-complaint-goods = Goods
case-complaint-order = Order
case-complaint-remedy = Wanted
case-complaint-amount = Amount
case-complaint-tried = Tried before
case-complaint-missing = Still missing
case-complaint-added = Added later

## Beside

case-aside-label = About this case
case-offer-open = Open offer
case-offer-yours = Your open offer
case-offer-until = Open until { $when }.
case-offer-secret = The arbitrator never sees offers.
case-offer-look = Look at the offer
case-parties-title = Parties
case-representative = Represented by { $name }
case-dates-title = Dates
case-date-target = target
case-date-latest = At the latest: the days stand still now.
case-record-title = Record
case-record-entries =
    { $count ->
        [one] 1 entry
       *[other] { $count } entries
    }
case-record-chain = Each is bound to the one before it. The hash of the last:
case-record-link = See every entry
case-latest-title = Latest activity
case-latest-all =
    { $count ->
        [one] The one entry
       *[other] All { $count } entries
    }

## Timeline

case-timeline-about = Every act in this case is one numbered entry. No entry is ever changed or removed; what you may not read is still listed. The hash of an entry covers the entry and the hash before it.
case-timeline-newest = Newest
case-timeline-older = Older
case-entry-withheld = The contents are not for your side.
case-entry-state = Now: { $state }
case-entry-outcome = Outcome: { $outcome }
case-entry-clock = { $label }: { $when }. { $how }
case-entry-extended = New date: { $when }
case-entry-tolled = The days stand still. Without more news the time ends: { $when }
case-entry-held = { $what } stands still: { $why }.
case-entry-recounted = The calendar for this time was published, and the date was counted again: { $when }
case-entry-resumed = The days count again. New date: { $when }
case-entry-completed = Parts added: { $count }
case-entry-ordered = Claim { $no }: the marketplace is told to act ({ $action })
case-entry-measure = Claim { $no }: { $measure }
case-entry-obligation = Obligation { $no }: { $state }
case-entry-answer = { $label }: { $said }
case-entry-settlement = A step in talks or performance
case-entry-challenge-upheld = The challenge succeeded.
case-entry-challenge-dismissed = The challenge did not succeed.
case-entry-proof = Proof
case-entry-cites = Rests on:
case-who-system = A deadline

## Your work

case-work-title = Your work
case-work-todo =
    { $count ->
        [one] 1 thing to do
       *[other] { $count } things to do
    }
case-work-nothing = Nothing to do
case-work-next = Next date in your cases: { $when }
case-work-no-date = No date is running in your cases.
case-work-open = Open
case-work-cases = Your cases
case-work-all-cases = Open cases
case-work-find = Find a case
case-work-no-cases = No open cases.
case-work-more = More
case-work-waiting = Waiting for others
case-work-seat = You are asked to sit as arbitrator
case-work-seat-why = Nobody decides the case until you accept or decline.
case-work-challenge = A challenge to an arbitrator waits for a ruling
case-work-challenge-why = No decision can be signed before the ruling.
case-work-late-why = The day has passed. The case waits until this is done.
case-work-since = Waiting since { $when }
case-work-late = Late since { $when }
case-work-start-title = Something new?
case-work-start-text = Report an infringement, or complain about something you bought.
case-work-start = Start a case

## List

case-list-title = Cases
case-list-search = Search
case-list-search-hint = Case number, party, words in the texts, item number or the address of a listing
case-list-state = State
case-list-turn = Turn
case-list-kind = Kind
case-list-sort = Order
case-list-sort-updated = Last changed first
case-list-sort-due = Next date first
case-list-sort-filed = Last filed first
case-list-any = Any
case-list-open = Open
case-list-closed = Closed
case-list-find = Find
case-list-remove = remove this filter
case-list-found =
    { $count ->
        [one] 1 case shown
       *[other] { $count } cases shown
    }
case-list-none = No cases yet.
case-list-no-match = No case matches. Remove a filter above.
case-list-case = Case
case-list-due = Next date

## For somebody who came by a letter

case-keep-title = You opened this case from a letter
case-keep-go = Keep it in an account

## Names of cases and folded rows

case-versus = v
case-work-sellers =
    { $count ->
        [one] 1 seller
       *[other] { $count } sellers
    }
case-date-more = More about this date
case-step-determine = Say whether it is done
case-step-determine-hint = One side marked it as done, the other disputes it.

case-kind-matter = Other matter

## What can happen from here

case-next-link = What can happen from here
case-candidate-lead = You are proposed to decide this case. You see who takes part and what it is about; the papers open when you accept.
case-next-title = What can happen from here
case-next-lead = The case is “{ $state }”. These are all the ways on that the procedure has, with the dates that would follow if it happened now.
case-next-silence = If nobody does anything
case-next-silence-nothing = Nothing happens of itself. The case waits.
case-next-mine = What you can do
case-next-others = What others can do
case-next-stays = The case stays where it is.
case-next-otherwise = In every other case
case-next-ends = The case ends: { $outcome }.
case-next-counted = How it is counted
case-next-note = These dates are worked out now from the rules of the procedure. A date that already runs stays as it is; the others begin when the step is taken.
case-step-of = { $step } ({ $who })
case-entry-given-back = Nobody could reach this service when the time ended. The days were given back: { $when }
case-entry-migrated = From here on version { $version } of the procedure holds. Reason: { $reason }
case-step-migrate = Move the case to the newer rules
case-step-choose = Choose what to do
case-step-migrate-hint = A newer version of its procedure is in use
case-migrate-title = Move the case to the newer rules
case-migrate-lead = This case runs under version { $old } of its procedure. Version { $new } is in use now. Dates that run stay as they are; what begins later follows the new version. Everybody in the case is told, with your reason.
case-migrate-changes = What changes
case-migrate-none = Nothing but words and sources.
case-migrate-reason = Why is this better for this case?
case-migrate-reason-hint = Everybody in the case reads it.
case-migrate-reason-empty = Enter the reason
case-migrate-button = Move the case
case-migrate-misfit = The case cannot be moved now: the newer version has no place for where it stands.
case-parallel-title = Matters elsewhere
case-parallel-all = All of them
case-parallel-lead = The same payment, goods or question may be before a bank, a court or another body too. Everybody in this case sees here what is known of that.
case-parallel-none = Nothing is known of any.
case-parallel-waiting = Time stands still: { $why }.
case-parallel-open = Not over
case-parallel-ended = Over
case-parallel-ended-on = Recorded as over:
case-parallel-by = Recorded by { $name }
case-parallel-record = Record a matter elsewhere
case-parallel-record-lead = Everybody in the case is told, with your words.
case-parallel-kind = What has it in common with this case?
case-parallel-kind-empty = Choose what it has in common with this case
case-parallel-waits = The case waits until it is over: days that run stand still.
case-parallel-goes-on = The case goes on.
case-parallel-place = Where is it?
case-parallel-place-hint = The name of the bank, court, platform or authority
case-parallel-place-empty = Enter where it is
case-parallel-reference = File number there
case-parallel-reference-hint = If you know it; for another case here, its case number
case-parallel-words = What is it about?
case-parallel-words-hint = Everybody in the case reads it.
case-parallel-words-empty = Enter what it is about
case-parallel-send = Record it
case-parallel-over = It is over
case-parallel-over-lead = Days that stand still for it count again from today, with what was left of them.
case-parallel-over-words = How did it end?
case-parallel-over-empty = Enter how it ended
case-parallel-over-send = Record its end
case-step-parallel = Record a matter elsewhere
case-step-parallel-hint = A chargeback, a court action, another body
case-entry-parallel = { $kind }: { $place }
case-entry-parallel-over = The matter elsewhere is over: { $place }
link-same-money = The same money
link-same-subject = The same goods or the same right
link-court = An action before a court
link-authority = A proceeding of an authority
link-review = A review of a decision
