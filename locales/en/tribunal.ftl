# The tribunal, the desk and the decision.

tribunal-title = Who decides
tribunal-load = { $load } of { $capacity } cases
tribunal-full = No room for another case now
tribunal-propose-title = Propose an arbitrator
tribunal-propose-text = Nobody who is a party, represents one, or belongs to the same organisation can be chosen.
tribunal-candidates = Candidates
tribunal-propose-button = Propose
tribunal-proposed = The appointment was offered. The candidate has been told.
tribunal-accepted = You accepted the appointment. Both sides have been told.
tribunal-declined = You declined the appointment.
tribunal-resigned = You left the tribunal. What was done stays.
tribunal-challenged = Your challenge was filed. Somebody else than the person who chose the arbitrator rules on it.
tribunal-ruled = The ruling was sent to everybody.
tribunal-declaration = Declaration of independence
tribunal-disclosure = Facts disclosed
tribunal-disclosure-hint = Anything that could make a reasonable person doubt. Leave it empty if there is nothing.
tribunal-accept-text = You accept by signing the declaration. From then on the case and its evidence are open to you, and the sides may challenge you within the time of the rules.
tribunal-accept-button = Accept the appointment
tribunal-decline-reason = Reason for declining, if you want to give one
tribunal-decline-button = Decline
tribunal-challenge-title = Challenge of { $name }
tribunal-challenge-do = Challenge this arbitrator
tribunal-challenge-until = You can do this until { $when }.
tribunal-challenge-ground = Why do you doubt that this arbitrator is independent?
tribunal-challenge-hint = Say what happened, when, and how you know. The other side and the arbitrator read it.
tribunal-challenge-button = File the challenge
tribunal-ruling = Ruling
tribunal-ruling-upheld = Uphold it: the arbitrator leaves
tribunal-ruling-dismissed = Dismiss it: the arbitrator stays
tribunal-ruling-reasons = Reasons
tribunal-ruling-hint = Both sides and the arbitrator read them.
tribunal-ruling-button = Send the ruling
tribunal-ruling-open = No ruling yet.
tribunal-upheld = Upheld
tribunal-dismissed = Dismissed
tribunal-other-rules = You proposed this arbitrator, so another case manager rules on the challenge.
tribunal-resign-do = Leave the tribunal
tribunal-resign-reason = Why do you leave?
tribunal-resign-button = Leave the tribunal
tribunal-error-candidate = Choose a candidate
tribunal-error-declaration = Tick the declaration, or decline the appointment
tribunal-error-reason = Give the reasons
tribunal-error-ruling = Choose whether the challenge is upheld or dismissed
tribunal-error-capacity = Enter a number of cases from 0 to 200
tribunal-error-languages = Enter at least one language, such as en
tribunal-roster = Roster of arbitrators
tribunal-add = Add somebody to the roster
tribunal-add-email = E-mail address of the account
tribunal-add-hint = The person needs an account with a confirmed address. You fill in the entry on the next page.
tribunal-add-button = Go on to the entry
tribunal-error-no-account = No confirmed account has this address. Ask the person to make one first
tribunal-error-shut-out = This account was shut out
tribunal-error-unknown = Not known: { $words }
tribunal-not-yet = This person does not take new cases yet. Choose somebody else
tribunal-roster-saved = The entry was saved.
tribunal-name = Name
tribunal-languages = Languages
tribunal-fields = Fields
tribunal-countries = Countries
tribunal-cases = Cases now
tribunal-inactive = Not proposed
tribunal-available = Available from { $day }
tribunal-list-hint = Separate with commas, such as en, zh-Hans or trade-mark, copyright, patent, design, consumer, payment
tribunal-countries-hint = Two-letter codes, separated with commas
tribunal-capacity = Cases at the same time
tribunal-available-from = Takes new cases from
tribunal-available-hint = Leave it empty for now. For example, 31 12 2026
tribunal-biography = Who they are
tribunal-active = May be proposed
tribunal-save = Save
tribunal-appointments = Your appointments
tribunal-appointments-none = No appointments yet.

## Desk

desk-title = Decide: issue { $no }
desk-due = Decision due { $when }.
desk-ask = Write to both sides
desk-case = The case
desk-issues = Issues to decide
desk-issues-decided = Issues, { $decided } of { $count } decided
desk-not-started = Not started
desk-draft = Draft
desk-add = Add an issue
desk-add-button = Add
desk-question = Question
desk-claimant-says = Claimant says
desk-respondent-says = Respondent says
desk-no-answer = Nothing. Silence is not an admission.
desk-pictures = Newest pictures of both sides
desk-reasons-title = Your reasons on issue { $no }
desk-finding = Finding
desk-reasons = Reasons
desk-reasons-hint = Name exhibits by their numbers, such as C-2. An empty line begins a paragraph; *stars* emphasise; lines that begin with - are a list.
desk-notes = Private notes; nobody else reads them
desk-save = Save
desk-save-next = Save and go on
desk-remove = Remove this issue
desk-saved = Saved.
desk-saved-at = Saved { $when }
desk-preview = Preview the decision.
desk-private = Nobody but you can read this draft.
desk-record-count = { $done } of { $count } exhibits
desk-considered = Considered
desk-tick = I have considered this exhibit
desk-tick-about = A decision can be signed when every exhibit is named in the reasons or ticked here.
desk-untick = Take the tick back
desk-orders = Result and orders
desk-summary = The result in two plain sentences
desk-summary-hint = The first thing that both sides read.
desk-orders-text = Each order says who does what by when. Without an order, nobody has to do anything.
desk-order = Order { $no }
desk-order-what = What
desk-order-who = Who
desk-order-none = No order
desk-order-days = Days from the decision
desk-order-amount = Amount
desk-order-currency = Currency
desk-order-text = Exact words
desk-save-preview = Save and preview
desk-save-more = Save and add another order
desk-error-too-long = The reasons on one issue must be 100,000 characters or fewer
desk-error-question = Enter a question of at most 500 characters
desk-error-amount = Enter an amount like 1200.00 and a currency like USD
desk-error-days = Enter a number of days from 1 to 3650
desk-issue-right = Does the right { $right } exist, and may the claimant rely on it?
desk-issue-listing = Does the listing “{ $listing }” infringe it?
desk-issue-defence = Is there a licence or another defence?
desk-issue-goods = Is what the consumer says about the goods ({ $goods }) proved?
desk-issue-remedy = Which remedy follows?
desk-versions = Earlier versions
desk-versions-about = Each time the draft is saved, also by itself while you write, that is a version. All of them are kept, newest first. You can look at each one and make it your draft again.
desk-versions-kept = The draft and its versions are kept until { $day }. Each time you save, they are kept longer.
desk-version = Version { $no }
desk-version-head = Version
desk-version-saved = Saved
desk-version-now = The draft now
desk-version-length =
    { $count ->
        [one] 1 character
       *[other] { $count } characters
    }
desk-version-decided = Issues decided
desk-version-decided-of = { $decided } of { $count }
desk-version-is-now = This is the draft as it stands now.
desk-version-no-summary = No result was written yet.
desk-version-no-finding = none yet
desk-version-take = Take this version
desk-version-take-about = Your draft becomes as you see it here, with its result, orders, findings, reasons and notes. The draft as it is now stays in the list as version { $current }.
desk-version-taken = Version { $no } is your draft again. What you had before is kept as version { $replaced }.

## Decision

decision-preview = Preview of the decision
decision-preview-pdf = As PDF
decision-back = Back to the desk
decision-sign-title = Sign and issue
decision-sign-button = Sign and issue
decision-not-binding = The consumer has not consented to a binding decision. What you sign is a recommendation.
decision-prevails = Who prevails on the whole?
decision-on-the-whole = On the whole: { $finding }
decision-whole = I have considered everything the sides wrote.
decision-record = The record
decision-record-hint =
    { $count ->
        [one] { $done } of 1 exhibit is dealt with. Tick an exhibit once you have considered it; one that your reasons name needs no tick.
       *[other] { $done } of { $count } exhibits are dealt with. Tick each exhibit once you have considered it; one that your reasons name needs no tick.
    }
decision-record-named = Named in the reasons (issue { $issues })
decision-record-open = Open { $label }
decision-record-keep = Keep these ticks
decision-record-kept = Your ticks are kept.
decision-error-considered = Not dealt with yet: { $labels }. Name them in the reasons, or tick them once you have considered them
decision-password = Your password
decision-password-hint = Signing asks for it again. It cannot be undone.
decision-demo-password = In this demonstration everybody's password is { $password }
decision-error-prevails = Choose who prevails
decision-error-whole = Tick that you considered the whole record
decision-error-password = The password is not right
decision-document-refused = The decision could not be made into a document. { $why }
decision-signed = The decision is signed and was sent to everybody.
decision-outcome = The outcome
decision-orders = Orders
decision-misnamed = These look like exhibit numbers, and the record has no such exhibit: { $labels }. It may be a misprint or a withdrawn paper.
decision-no-orders = The claims are dismissed.
decision-no-order-made = No order is made.
decision-within =
    { $days ->
        [one] within 1 day of the decision
       *[other] within { $days } days of the decision
    }
decision-when = By when
decision-download = Download (PDF, { $size })
decision-number = Decision { $no }.
decision-hash = SHA-256 of the document:
