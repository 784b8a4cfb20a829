# Why an act is refused, and what is possible instead. Keys are those of the domain's `Refusal::key`.

refusal-not-now = This is not possible now: the case is “{ $state }”. The case page shows what you can do.
refusal-not-yours = This step belongs to somebody else in the case. The case page shows what you can do; if you think that is wrong, write to the case manager.
refusal-too-late = The time for this ended on { $date }. You can still write to the case manager, say why you are late and ask that it counts.
refusal-too-early = This opens on { $date }. Come back then; nothing is lost meanwhile.
refusal-stale = Somebody changed the case while you were writing. Your words are kept. Look at what is new, then send again.
refusal-already-done = This has been done already. The timeline shows when and by whom.
refusal-unknown = { $what } is not part of this case. Go back to the case page and open it from there.
refusal-own-offer = You made this offer, so the other side answers it. You can take it back or make another.
refusal-no-more-time = All the extra time the rules allow has been given. You can still send what you have, or agree on a settlement.
refusal-same-person = You proposed this arbitrator, so another case manager rules on the challenge. Pass it to a colleague.
refusal-duplicate-other = The same right and listing are already in an open case of somebody else. File for other listings, or write to the registry.
refusal-duplicate = The same right and listing are already in case { $number }. Go on there, or file for other listings.
refusal-record-changed = The record changed after the preview: an exhibit was added or withdrawn. Look at it, then preview and sign again.
refusal-unconsidered = { $exhibit } was not dealt with. Name it in the reasons, or tick it in the preview once you have considered it; then sign.
refusal-same-party = One person cannot be on both sides of a case. Use another account or address for one side.

## The offer is closed

refusal-offer-open = This offer is still open. Answer it, or wait for the answer.
refusal-offer-accepted = This offer was accepted, so it can no longer change. The agreement is on the settlement page.
refusal-offer-declined = This offer was declined. You can make a new one.
refusal-offer-countered = This offer was answered with another one. Answer the newer offer.
refusal-offer-withdrawn = This offer was taken back. You can make one of your own.
refusal-offer-lapsed = The time for this offer has ended. You can make a new one.

## Something is missing

refusal-missing-amount = Enter the amount
refusal-missing-completion = Add what was asked for
refusal-missing-contact = Enter the name, address and telephone number at which papers reach you
refusal-missing-court = Enter the name of the court or authority
refusal-missing-court-number = Enter the number that the court or authority gave
refusal-missing-debtor = Choose which side has to do it
refusal-missing-delayed-proof = Say which proof takes longer
refusal-missing-receipt = Add the receipt of whoever makes the proof
refusal-missing-order-copy = Add a copy of the order
refusal-missing-right-number = Enter the number in the register, or the title of the work
refusal-missing-right-owner = Enter the name of the owner of the right
refusal-missing-listing-address = Enter the address or item number of every listing
refusal-missing-paper = Add every file that is asked for
refusal-missing-declaration = Read the declarations and tick every one of them
refusal-missing-detail = Say what you saw, so that others can check it
refusal-missing-email = Enter an e-mail address
refusal-missing-facts = Say which facts the measure rests on
refusal-missing-files = Choose at least one file
refusal-missing-future-date = Enter a day that is not in the past
refusal-missing-due-after-open = Choose a day for doing it that is not before the last day of the offer.
refusal-missing-future-expiry = Enter a time in the future until which the offer is open
refusal-missing-ground = Say on which ground
refusal-missing-listings = Choose at least one listing
refusal-missing-message = Write the message
refusal-missing-missing = Say what is missing, all of it at once
refusal-missing-name = Enter a name
refusal-missing-opening = The filing could not be read. Start it again from your draft
refusal-missing-proof = Say how one can see that it was done: a reference number or an exhibit
refusal-missing-reason = Say why
refusal-missing-statement = Say why, in your own words
refusal-missing-terms = Write down what is offered

## A limit is exceeded

refusal-limit-characters = This text is too long. The longest is { $limit } characters; put the rest into a file.
refusal-limit-files = Too many files at once. Send { $limit } at most, then the others.
refusal-limit-instalments = Too many instalments. The most is { $limit }.
refusal-limit-listings = Too many listings in one notice. The most is { $limit }; file a second notice for the others.

## A conflict of interest

refusal-conflict-party = This person is a party of the case and cannot decide it. Propose somebody else.
refusal-conflict-representative = This person represents a party of the case and cannot decide it. Propose somebody else.
refusal-conflict-colleague = This person belongs to an organisation that takes part in the case. Propose somebody else.
refusal-conflict-left = This person declined or left this tribunal before. Propose somebody else.
refusal-conflict-side = This person already takes part on the other side of the case. Name somebody else.

## The decision is not complete

refusal-incomplete-no-issues = Write at least one issue before you sign.
refusal-incomplete-no-finding = Choose a finding for issue { $no } before you sign.
refusal-incomplete-no-reasons = Write the reasons for issue { $no } before you sign.
refusal-incomplete-no-summary = Write the result in plain words before you sign.
refusal-incomplete-no-amount = Enter the amount of order { $no } before you sign.
refusal-incomplete-no-days = Enter the number of days for order { $no } before you sign.
refusal-missing-place = Say where the other matter is.
refusal-incomplete-no-part-seat = Enter the seat before you sign.
refusal-incomplete-no-part-agreement = Name the agreement to arbitrate before you sign.
refusal-incomplete-no-part-claims = Write what was claimed before you sign.
refusal-incomplete-no-part-facts = Write the facts before you sign.
refusal-incomplete-no-part-proceedings = Write the course of the proceedings before you sign.
refusal-incomplete-no-part-costs = Write who bears the costs before you sign.
refusal-incomplete-flaw-no-seat = The decision names no seat. Enter it under “Further parts” before you sign.
refusal-incomplete-flaw-no-agreement = The decision names no agreement to arbitrate. Enter it under “Further parts” before you sign.
refusal-incomplete-flaw-not-told = The respondent was never told of the case. Ask the case manager to reach the respondent before you sign.
refusal-incomplete-flaw-beyond-claim = Order { $no } grants more than was asked for. Lower it before you sign.
refusal-incomplete-flaw-unclear-act = Order { $no } does not say what exactly is to be done. Name the act, the thing and the standard before you sign.
refusal-incomplete-flaw-no-facts = Claims or facts are missing. Write both under “Further parts” before you sign.

## Things that may not be found

refusal-thing-challenge = Challenge { $no }
refusal-thing-clock = Deadline { $no }
refusal-thing-exhibit = Exhibit { $no }
refusal-thing-listing = Listing { $no }
refusal-thing-mandate = Mandate { $no }
refusal-thing-obligation = Promise { $no }
refusal-thing-offer = Offer { $no }
refusal-thing-party = Party { $no }
refusal-thing-seat = Appointment { $no }
refusal-thing-track = Part { $no }
refusal-thing-procedure = The procedure “{ $no }”

refusal-limit-words = Too many words. The procedure allows { $limit }.
refusal-person-needed = The law wants a person to decide this. Open the case in the browser and take the step there.
refusal-halted = The record of this service is being checked, so nothing can be filed at the moment. No date ends meanwhile: the time is given back. What you typed is still here. Please try again later.
