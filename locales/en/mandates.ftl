# The parties of a case, their representatives, and the letters that went to them.

mandates-invite = Bring in a lawyer or colleague
mandates-has-account = Takes part with an account.
mandates-no-account = No account yet; reached by letter.
mandates-letters-to = Letters go to: { $addresses }
mandates-title = Representatives
mandates-invited = Invited
mandates-joined = Joined
mandates-ended = Ended
mandates-until-day = Until { $day }.
mandates-no-end = Until you end it.
mandates-authority-download = Download the authority

## Letters

mandates-letters-all = Letters of this case
mandates-letters-own = Letters to your side
mandates-letter = Letter
mandates-letter-to = To
mandates-letter-state = State
mandates-letter-of = Letter about entry { $number }
mandates-letter-other = Letter about the case
mandates-letter-subject = Subject
mandates-letter-written = Written
mandates-letter-text = What it says
mandates-letter-reply = What the mail server said
mandates-letter-reply-hint = For example: 550 5.1.1 no such user
mandates-letter-reply-error = Write what the mail server said
mandates-letter-again = Send it again
mandates-letter-again-lead = It goes to the same address. If the address is wrong, give the right one in the list of parties first: a seller is then told anew.
mandates-letter-came-back = Did it come back?
mandates-letter-came-back-lead = If a mail server returned this letter, note it here. The record of the letter shows it, and all case managers are told.
mandates-letter-came-back-do = Note that it came back
mandates-letter-flash-bounced = Noted. The case managers are told.
mandates-letter-flash-again = The letter is sent again.
mandates-letter-back = Back to the parties
mandates-letter-queued = Waiting to be sent
mandates-letter-sent = Sent
mandates-letter-when = { $when }, { $zone }
mandates-letter-refused = Refused by the mail server
mandates-letter-bounced = Came back
mandates-letter-failed = Could not be sent

## Address

mandates-unreached = Nobody knows yet where to write to.
mandates-address-change = Correct the address
mandates-address-title = Where is the seller reached?
mandates-address-lead = Nobody gave an address so far, so the seller has heard nothing. As soon as you give one, our letter to the seller goes out, and the time to answer begins anew.
mandates-address-lead-again = Letters go to the new address from now on, and the last letter that asked for an answer is sent again. Dates stay as they are.
mandates-address-name = Name of the seller
mandates-address-name-hint = The company or person, as registered with the marketplace.
mandates-address-name-error = Enter the name of the seller
mandates-address-email-hint = The other side does not see it.
mandates-address-country = Country
mandates-address-language = Language of our letters to the seller
mandates-address-flash = Letters to the seller go to { $email } now.

## Invite

mandates-invite-title = Bring in a lawyer or colleague
mandates-invite-lead = The person gets a letter with a link. From then on, letters of this case go to both of you. The mandate is an entry of the record.
mandates-name = Name
mandates-name-error = Enter the name of the representative
mandates-email = E-mail address
mandates-email-hint = The invitation goes there.
mandates-scope = What may the person do?
mandates-scope-error = Choose what the person may do
mandates-until = Last day of the mandate
mandates-until-hint = You may leave this out. The day ends at midnight UTC. For example, 31 12 2026.
mandates-until-error = Enter a day that is not in the past
mandates-authority = Authority, such as a signed power of attorney
mandates-authority-hint = You may leave this out. One file, at most { $limit }. The other side can read it.
mandates-held = { $name } has arrived and is kept until you send the form.
mandates-refused = { $why }
mandates-send = Send the invitation
mandates-flash-invited = The invitation goes to { $email }.

## End

mandates-end-title = End this mandate?
mandates-end-lead = The person no longer sees the case and gets no more letters. What was done under the mandate stays done.
mandates-flash-ended = The mandate of { $name } has ended.
