# What pages say when something cannot be done, and what forms ask to put right.

errors-prefix = Error:
errors-summary-title = There is a problem
errors-reference = Reference for questions:
errors-kept-title = What you typed
errors-kept-text = Copy what you need. It is not saved anywhere else.
errors-ways-title = What you can do now
errors-way-home = Go to the front page
errors-way-work = Go to your work
errors-way-sign-in = Sign in
errors-way-help = Get help
errors-way-write = Write to us: { $address }
errors-way-late = Ask for permission to file late
errors-way-newer = See the newer version
errors-way-again = Open the page again

errors-missing-title = We cannot find this page
errors-missing-text = Check the address and the case number. If a case is yours, sign in with the account that takes part in it.
errors-refused-title = You cannot do this
errors-refused-text = Your account has no right to do this in this case. Ask the case manager if you think it should.
errors-late-title = The time for this has ended
errors-late-text = It ended on { $when }, { $zone }.
errors-stale-title = Someone changed this while you were writing
errors-stale-text = Nothing of yours was saved. Look at the newer version, then send yours again if it is still right.
errors-expired-title = This form is no longer open
errors-expired-text = You were signed out, or the form was opened too long ago. Nothing was sent. Sign in or open the page again.
errors-bad-title = We could not read this
errors-bad-text = Nothing was saved. Open the page again and send the form once more.
errors-bad-form = The form did not arrive whole. Open the page again and send it once more.
errors-bad-field = The form has a field that this page does not know. Open the page again and fill it in there.
errors-bad-characters = The text holds characters that cannot be kept, for example from a copied binary file. Take them out and send it again.
errors-other-site = This form was sent from another website. Open the page here and send it again.
errors-large-title = This is too large
errors-large-text = We take up to { $limit } here. Nothing was saved. Send less at once, or add files as evidence.
errors-too-large-title = This is too large
errors-too-large-text = Nothing was saved. Send less at once, or add files as evidence.
errors-many-title = Too many tries
errors-many-text = { $minutes ->
    [one] Wait a minute, then try again.
   *[other] Wait { $minutes } minutes, then try again.
}
errors-busy-title = Many people are using the service now
errors-busy-text = Nothing was saved. Wait a few seconds and try again.
errors-full-title = We cannot keep more files now
errors-full-text = Nothing of this was saved, and nothing saved before is lost. We have been told. Try again later.
errors-unsaved-title = We could not save this
errors-unsaved-text = Your words are still on this page. Copy them, then try again. If a deadline ends while the service fails, the case manager can accept your filing late.
errors-fault-title = We could not show this
errors-fault-text = Nothing was changed. Try again in a minute. If a deadline ends while the service fails, the case manager can accept your filing late.
errors-method-title = This address cannot be opened like this
errors-method-text = It takes only what a form on our pages sends. Go back to the page and use the form.
errors-request-title = We could not read this request
errors-request-text = Check the address, or go back and try again.

errors-text-empty = Fill this in
errors-text-too-long = Use { $max } characters or fewer; you have { $have }
errors-mail = Enter an e-mail address like name@example.com
errors-date = Enter a date like 27 3 2026
errors-number = Enter a whole number from { $min } to { $max }
errors-money = Enter an amount like { $example }
errors-money-large = Enter an amount below one thousand million, like { $example }
errors-currency = Choose a currency
errors-way-back = Back to the case
