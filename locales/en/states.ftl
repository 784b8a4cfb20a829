# Words for what the procedures name: procedures, stages, states, steps, clocks. Keys are the words of
# the packs with dashes for underscores.

## Procedures

pack-us-dmca-512-title = Copyright notice, United States
pack-us-dmca-512-about = For copyright in listings of services under United States law (17 U.S.C. 512). The seller may send a counter-notice; then the listing goes back after 10 to 14 business days, unless the rights holder goes to court or both sides choose an arbitrator.
pack-cn-ecl-ip-title = Intellectual property notice, China
pack-cn-ecl-ip-about = For trade marks, copyright, patents and designs on platforms under the E-Commerce Law of China. The seller may declare that there is no infringement; then the measure ends after 15 days, unless the rights holder complains to an authority or sues.
pack-consumer-odr-title = Consumer complaint
pack-consumer-odr-about = For something bought online that did not come, came broken, was unsafe, was not what was promised, or was charged wrongly. The two sides talk first, then a neutral person helps, and an arbitrator decides only if the consumer agrees after the dispute arose.

## States

state-draft = Draft
state-draft-next = Nothing has been sent. Finish the filing and send it.
state-incomplete = Parts missing
state-incomplete-next = The rights holder adds what the notice lacks; it has no effect until then.
state-defect = Parts missing
state-defect-next = The rights holder adds what the notice lacks, or the notice counts as withdrawn.
state-accepted = With the marketplace
state-accepted-next = The marketplace looks at each listing and hides it, removes it, restricts it or refuses, with reasons.
state-removed = Listing down
state-removed-next = The seller may agree or send a counter-notice; without one, the listing stays down.
state-measured = Waiting for the seller
state-measured-next = The seller may agree or declare that there is no infringement; without an answer, the measure stays.
state-counter-incomplete = Counter-notice incomplete
state-counter-incomplete-next = The seller adds what the counter-notice lacks; the put-back time starts when it is complete.
state-window = Put-back running
state-window-next = The listing goes back at the end of the time, unless the rights holder shows a court action or both sides agree to arbitration.
state-holder-wait = Waiting for the rights holder
state-holder-wait-next = The measure ends at the end of the time, unless the rights holder shows a complaint to an authority or a court action.
state-action-filed = With the court
state-action-filed-next = The listing stays as it is until the result of the court action is recorded here.
state-action-reported = With court or authority
state-action-reported-next = The listing stays as it is until the result of the court or authority is recorded here.
state-court-held = Held by a court order
state-court-held-next = The court's order decides about the listing; the case waits for the court.
state-arbitration = Before an arbitrator
state-arbitration-next = An arbitrator is appointed, both sides add evidence, and the arbitrator decides.
state-restored = Listing restored
state-restored-next = The marketplace puts the listing back. The case is closed.
state-down-final = Stays down
state-down-final-next = The listing stays down. The law still allows a late counter-notice.
state-upheld = Measure stays
state-upheld-next = The measure stays. The case is closed.
state-upheld-no-reply = Stays, no answer
state-upheld-no-reply-next = The measure stays because no answer came. A late declaration is still accepted.
state-settled = Settled
state-settled-next = Each side does what was agreed and marks it as done.
state-decided = Decided
state-decided-next = Each side does what was decided by the dates in the decision.
state-rejected = Refused
state-rejected-next = The notice was refused with reasons. It can be filed again when the reasons no longer apply.
state-withdrawn = Withdrawn
state-withdrawn-next = The filing was taken back. The case is closed.
state-filed = Being checked
state-filed-next = A case manager checks whether the complaint is complete and for this service.
state-need-info = Information missing
state-need-info-next = The consumer adds what is missing, or the complaint counts as withdrawn.
state-response-wait = Waiting for the seller
state-response-wait-next = The seller answers; without an answer the case goes on to a case manager who helps both sides.
state-negotiation = Settlement talks
state-negotiation-next = Both sides can make offers; at the end of the time a case manager helps.
state-facilitation = Facilitation
state-facilitation-next = A neutral person helps both sides to agree; at the end of the time the final stage opens.
state-evaluation = Recommendation in progress
state-evaluation-next = A neutral person writes a recommendation that binds nobody, unless the consumer agrees to a binding decision.
state-final-stage = Before an arbitrator
state-final-stage-next = An arbitrator decides with binding effect.
state-performed = Done
state-performed-next = Everything that was agreed or decided is done. The case is closed.
state-breached = Not done
state-breached-next = What was agreed or decided was not done in time; doing it late still closes the case well.
state-dismissed = Complaint dismissed
state-dismissed-next = The arbitrator decided that nothing is owed. The case is closed.
state-recommended = Recommendation given
state-recommended-next = The recommendation is on the case page. It binds nobody; courts stay open.
state-closed-no-jurisdiction = Not for this service
state-closed-no-jurisdiction-next = The complaint cannot be heard here. The reasons name other places to go.
state-challenged = Challenge open
state-challenged-next = Another case manager rules on the challenge; until then nothing is decided.

## Stages

phase-notice = Notice
phase-measure = Marketplace
phase-answer = Seller's answer
phase-wait = Waiting time
phase-action = Court or arbitrator
phase-closed = Closed
phase-filing = Filing
phase-response = Answer
phase-negotiation = Talks
phase-facilitation = Facilitation
phase-final = Final stage
phase-performance = Carrying out

## How it ended

outcome-restored = Listing restored
outcome-upheld = Measure stays
outcome-settled = Settled
outcome-decided = Decided
outcome-recommended = Recommendation
outcome-performed = Done
outcome-breached = Not done
outcome-withdrawn = Withdrawn
outcome-rejected = Refused
outcome-no-jurisdiction = Not for this service
outcome-mixed = Different for each seller

## Whose turn

turn-yours = Your turn
turn-claimant = Claimant's turn
turn-respondent = Respondent's turn
turn-marketplace = Marketplace's turn
turn-case-manager = Case manager's turn
turn-arbitrator = Arbitrator's turn
turn-administrator = Administrator's turn
turn-system = Waiting for a date
turn-nobody = Nobody's turn
turn-closed = Closed

## Steps, with the actor before them

step-file = Files the case
step-complete = Adds what is missing
step-measure = Decides on the listings, with reasons
step-reject = Refuses, with reasons
step-respond = Answers
step-agree = Agrees
step-counter = Disputes, with the declarations
step-ask-time = Asks for more time
step-delay = Shows a delay that it cannot help; the days stop
step-delay-over = Says that the delay is over; the days count again
step-prove-action = Shows an action at a court or authority
step-action-outcome = Records the result of that action
step-consent-arbitration = Agrees to arbitration
step-withdraw = Takes the case back
step-screen-accept = Accepts the complaint
step-need-info = Asks for what is missing
step-screen-reject = Closes it: not for this service
step-escalate = Asks for help to agree
step-offer-accepted = Accepts an offer
step-propose-settlement = Proposes a settlement
step-both-accept = Both accept the proposal
step-declare-failure = States that no agreement can be reached
step-consent-final = Agrees to a binding decision
step-appoint = Proposes an arbitrator
step-panel-constituted = Takes the seat, after a declaration of independence
step-decide = Decides, with reasons
step-perform-done = Confirms that what was owed is done
step-breach = States that what was owed is not done
step-stay = Records a court order that holds the case
step-note = Notes something on the record
step-correct = Corrects an earlier entry
step-settle = Settles outside the offers
step-lapse = The time runs out

## What a clock counts from

anchor-notice-received = receipt of the notice
anchor-measure-taken = the measure on the listing
anchor-notice-served = service of the notice on the seller
anchor-counter-received = receipt of the counter-notice
anchor-counter-forwarded = arrival of the declaration at the rights holder
anchor-defects-notified = the letter about missing information
anchor-arbitration-agreed = the agreement to arbitrate
anchor-appointment-notified = the letter about the appointment
anchor-arbitrator-seated = the arbitrator taking the seat
anchor-complaint-received = receipt of the complaint
anchor-complaint-served = service of the complaint on the seller
anchor-response-received = receipt of the answer
anchor-stage-opened = the opening of the stage
anchor-proposal-made = the proposal
anchor-settled-or-decided = the settlement or decision

## What silence means

lapse-claimant-prevails = The claimant gets what was asked for.
lapse-respondent-prevails = The result is in favour of the respondent. A measure against its listings ends.
lapse-measure-ends = The measure ends.
lapse-measure-stays = The measure stays.
lapse-deemed-withdrawn = The filing counts as withdrawn.
lapse-deemed-refused = Silence counts as a no.
lapse-deemed-accepted = Silence counts as a yes.
lapse-attempt-forfeited = This step is lost, and the case goes on.
lapse-decide-on-record = The decision is made on what is on the record.
lapse-appointing-authority-acts = The case manager takes the step instead.
lapse-no-effect = Nothing changes by itself; the delay is reported.

## Clocks: the label, the label for whoever must act, and what happens at the end

clock-assess = Marketplace's decision due
clock-assess-yours = Your decision on the listings is due
clock-assess-silence = Nothing changes by itself; the delay is reported.
clock-help = Help with the notice due
clock-help-yours = Your help with the notice is due
clock-help-silence = Nothing changes by itself; the delay is reported.
clock-quiet = Counter-notice expected
clock-quiet-yours = Your counter-notice is expected
clock-quiet-silence = The case is shown as closed and the listing stays down. A late counter-notice is still accepted.
clock-putback = Put-back window
clock-putback-yours = Your time to put the listing back
clock-putback-silence = Nothing changes by itself; a listing that is not back in time is reported.
clock-restore = Put-back
clock-restore-yours = Your time to show a court action
clock-restore-silence = The listing goes back, unless the rights holder has shown a court action.
clock-act = Marketplace's decision due
clock-act-yours = Your decision on the listings is due
clock-act-silence = Nothing changes by itself; the delay is reported.
clock-cure = Missing information due
clock-cure-yours = What you have to add is due
clock-cure-silence = The filing counts as withdrawn. It can be filed again.
clock-reply = Seller's answer due
clock-reply-yours = Your answer is due
clock-reply-silence = The measure stays, and the case is shown as closed. A late declaration is still accepted.
clock-holder = Rights holder's step due
clock-holder-yours = Your complaint or court action is to be shown
clock-holder-silence = The measure ends, and the listing goes back.
clock-appoint = Arbitrator to be proposed
clock-appoint-yours = You are to propose an arbitrator
clock-appoint-silence = Nothing changes by itself; the delay is reported.
clock-object = Time to challenge the arbitrator
clock-object-yours = Your time to challenge the arbitrator
clock-object-silence = The arbitrator stays, and the case goes on.
clock-decision = Decision due
clock-decision-yours = Your decision is due
clock-decision-silence = Nothing changes by itself; the delay is reported.
clock-screen = Check of the complaint due
clock-screen-yours = Your check of the complaint is due
clock-screen-silence = Nothing changes by itself; the delay is reported.
clock-respond = Seller's answer due
clock-respond-yours = Your answer is due
clock-respond-silence = Silence counts as a refusal to talk, not as an admission. A neutral person takes over.
clock-negotiate = Talks end
clock-negotiate-yours = Your talks end
clock-negotiate-silence = Nobody loses anything: a neutral person takes over and helps both sides.
clock-facilitate = Facilitation ends
clock-facilitate-yours = Your facilitation ends
clock-facilitate-silence = The final stage opens.
clock-consider = Answer to the proposal due
clock-consider-yours = Your answer to the proposal is due
clock-consider-silence = The proposal counts as declined, and the case goes on.
clock-final = Decision due
clock-final-yours = Your decision is due
clock-final-silence = Nothing changes by itself; the delay is reported.
clock-offer = Offer open
clock-offer-yours = An offer waits for your answer
clock-offer-silence = The offer ends. Nothing else changes.
clock-obligation = Something promised is due
clock-obligation-yours = What you promised or were ordered to do
clock-obligation-silence = It is recorded as overdue, and both sides are told.
clock-confirm = Something is marked as done
clock-confirm-yours = Is it done? Confirm, or say why not
clock-confirm-silence = It counts as done.
clock-perform = To be carried out
clock-perform-yours = You are to carry it out
clock-perform-silence = It is recorded as not done, and the marketplace is told.

step-step = Takes a step of this procedure

outcome-terminated = Ended without a decision
