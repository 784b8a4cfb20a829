# Matters: disputes of any other kind, on the forms that their procedures describe.

matters-title = Other procedures
matters-lead = Procedures for disputes that are neither about a right in listings nor about an order that went wrong. Each has its own form.
matters-begin = File a case
matters-fees = Fees
matters-you = You
matters-other = The other side
matters-name = Name
matters-country = Country
matters-email = E-mail address
matters-email-hint = Letters of the procedure go there.
matters-paper = The filing
matters-file = File the case
matters-unconfirmed = Confirm your e-mail address first: open the letter that we sent when you signed up.
matters-optional = { $label } (optional)
matters-lines = One a line.
matters-words = At most { $n } words.
matters-missing = Give an answer here.
matters-missing-file = Choose a file.
matters-too-many-lines = Too many lines, or a line is too long. { $most } lines at most, of 500 characters each.
matters-too-many-words = These are { $n } words. The procedure allows { $most }.
matters-follows = What follows
matters-follows-if = If { $guard }: { $next }
matters-note = Words to the others
matters-note-hint = Optional. They stand in the letters about this step.
matters-filed-by = Filed by { $name }
matters-back = Back to the case
