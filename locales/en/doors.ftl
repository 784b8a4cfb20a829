# Doors to cases: links from letters, new links, invitations, taking a seat with an account.

doors-home = Front page
doors-number = Case number
doors-number-hint = It stands at the top of the letter, for example IP-2026-000123.
doors-number-enter = Enter the case number from the letter, for example IP-2026-000123
doors-you-are = You are here for

## The link in a letter

doors-answer-title = Open case { $number }
doors-answer-lead = You opened the link in our letter. Nothing has happened yet.
doors-answer-once = The link works once. When you press the button, it is used up.
doors-answer-scope = It opens this one case, for this one side. You need no account.
doors-answer-again = To come back later, ask for a new link at any time. It goes to the same address.
doors-answer-button = Open the case
doors-answer-signed-in = You are signed in as { $name }.
doors-answer-seat = Take part with my account
doors-answer-without = Open without my account

doors-spent-title = This link cannot be used again
doors-spent-used = It was used before. For your safety each link works once.
doors-spent-expired = Its time is over. For your safety links work for a limited time.
doors-spent-new = We can send a new letter about case { $number } to the address that got this one. The dates in the case stay as they are.
doors-spent-button = Send me a new letter

## The front door

doors-respond-title = I received a notice
doors-respond-lead = Open the link in the letter. If you no longer have it, we send you a new one. You need no account and no lawyer.
doors-email-hint = The address the letter went to. We send links only to the address on record.
doors-respond-button = Send me a new link
doors-real-title = Is the letter real?
doors-real-text = All our links begin with the address you see in your browser now. We never ask for a password or a payment by e-mail.
doors-have-title = You have an account?
doors-sent-title = Look at your e-mail
doors-sent-text = If case number and address belong together, a new letter with a link is on its way.
doors-sent-nothing-title = Nothing came?
doors-sent-spam = Look in the spam folder.
doors-sent-check = Perhaps the letter went to another address.
doors-sent-again = Check and try again

## Invitations

doors-invitation-title = Invitation to case { $number }
doors-invitation-lead = { $party } asks you to act for them in this case.
doors-invited = Invited
doors-scope = You may
doors-scope-act = Do everything that the side may do
doors-scope-read = Read the case
doors-until = Until
doors-until-end = The case ends, or the side ends it
doors-invitation-account = To accept you need an account with the address that was invited, so that the record shows who acts.
doors-invitation-other = You are signed in with another address. The invitation is for { $email }. Sign out, then sign in with that one.
doors-invitation-join-text = When you accept, your name goes into the record and letters to that side come to you too.
doors-invitation-join = Accept
doors-invitation-decline = Say no
doors-invitation-decline-text = It is fine to say no. The side is told, and the link ends.
doors-joined = You take part in this case now.
doors-declined = You said no. The side is told.
doors-other-address = This is for another e-mail address than your account’s. Sign in with the account that has the address on record
doors-unconfirmed = Confirm the e-mail address of your account first. The link is in our letter

## A seat with an account

doors-seat-title = Keep case { $number } in your account
doors-seat-lead = With an account you open the case at any time, without a new link.
doors-seat-account = Your account
doors-seat-need = Make an account or sign in. Then you come back to this page.
doors-seat-effect = From then on the case is in your list, letters go to your account, and the record says so. You cannot undo it yourself; the case manager can help.
doors-seat-button = Take part with this account
doors-seat-taken = The case is in your account now.
