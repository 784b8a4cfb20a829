# Accounts: signing up and in, passwords, the own account, people and organisations.

accounts-title = Your account
accounts-more = More about your account
accounts-name = Name
accounts-name-hint = As it should stand in cases and letters, in your own script.
accounts-name-enter = Enter your name
accounts-email = E-mail address
accounts-email-hint = We send a letter there to confirm it.
accounts-save = Save
accounts-saved = Your account was saved.
accounts-list-comma = ,{" "}
accounts-since = Since
accounts-state = State
accounts-state-open = Open
accounts-state-unconfirmed = Not confirmed
accounts-state-disabled = Shut

## Ways to other pages

accounts-way-sign-in = Sign in
accounts-way-sign-up = Make an account
accounts-way-link = Get a link to sign in by e-mail
accounts-way-reset = Set a new password
accounts-way-respond = Get a new link to a case you received a notice about
accounts-way-home = Go to the front page

## Signing in

accounts-sign-in-title = Sign in
accounts-sign-in-lead = Use the e-mail address of your account.
accounts-sign-in-button = Sign in
accounts-sign-in-wrong = Check the e-mail address and the password; they do not belong together
accounts-signed-out = You are signed out.
accounts-letter-title = Did you receive a letter from us?
accounts-letter-text = You need no account to answer it. Open the link in the letter.
accounts-wait-minutes = Too many tries. Wait { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}, or get a link to sign in by e-mail
accounts-wait-long = Too many tries today. Get a link to sign in by e-mail, or set a new password

accounts-link-ask-title = Sign in by e-mail
accounts-link-ask-text = We send you a link that signs you in once. You need no password.
accounts-link-ask-button = Send the link
accounts-link-sent-title = Look at your e-mail
accounts-link-sent-text = If this address has an account, a link to sign in is on its way. It works once, for 24 hours. Look in the spam folder too.
accounts-link-title = Sign in
accounts-link-text = You opened the link in our letter. Nothing has happened yet. Press the button to sign in; then the link is used up.
accounts-link-button = Sign in now

accounts-gone-title = This link no longer works
accounts-gone-text = It was used before, a newer one was sent, or its time is over. Nothing has changed by opening it.

## The made-up world

accounts-demo-title = People of the demonstration
accounts-demo-text = All of them are made up. Choose one to see the service as they see it.
accounts-demo-role = Role
accounts-demo-button = Sign in as
accounts-demo-role-claimant = Claimant
accounts-demo-role-respondent = Respondent
accounts-demo-role-rights-holder = Rights holder
accounts-demo-role-consumer = Consumer
accounts-demo-role-seller = Seller
accounts-demo-role-lawyer = Lawyer
accounts-demo-role-arbitrator = Arbitrator
accounts-demo-role-marketplace = Marketplace officer
accounts-demo-role-officer = Marketplace officer
accounts-demo-role-marketplace-officer = Marketplace officer
accounts-demo-role-case-manager = Case manager
accounts-demo-role-administrator = Administrator

## Signing up

accounts-sign-up-title = Make an account
accounts-sign-up-lead = With an account you file notices and complaints, and find all your cases in one place. It costs nothing.
accounts-sign-up-button = Make my account
accounts-have-account = You have an account already?
accounts-sign-up-sent-title = Confirm your e-mail address
accounts-sign-up-sent-text = We have sent a letter to the address. Open the link in it to confirm. It works for 24 hours. If nothing comes, look in the spam folder, check the address, or sign in with the account you have.
accounts-confirm-title = Confirm your e-mail address
accounts-confirm-text = Press the button only if you made an account here yourself. If you did not, close this page: the account stays shut.
accounts-confirm-button = Confirm my address
accounts-confirmed = Your address is confirmed. Sign in now.

## Passwords

accounts-password = Password
accounts-password-hint = At least { $min } characters. Several words that you remember are best; spaces are fine.
accounts-password-enter = Enter your password
accounts-password-choose = Choose a password
accounts-password-short = Choose a password of at least { $min } characters
accounts-password-long = Choose a password of at most { $max } characters
accounts-password-own = Choose a password that is not your name or e-mail address
accounts-password-common = Choose a password that fewer people use; this one is tried first by others
accounts-password-wrong = Check your password; it is not the right one
accounts-password-again = Your own password
accounts-password-again-hint = To be sure that it is you.
accounts-password-title = Change your password
accounts-password-lead = You stay signed in here. Everywhere else you are signed out.
accounts-password-none = You have no password. You sign in by links we send you. You can set a password by a letter too.
accounts-password-old = Password you have now
accounts-password-new = New password
accounts-password-button = Change my password
accounts-password-changed = Your password was changed. You were signed out everywhere else.

accounts-reset-ask-title = Set a new password
accounts-reset-ask-text = We send you a link with which you choose a new password.
accounts-reset-ask-button = Send the link
accounts-reset-sent-title = Look at your e-mail
accounts-reset-sent-text = If this address has an account, a link to set a new password is on its way. It works once, for 24 hours. Look in the spam folder too.
accounts-reset-title = Choose a new password
accounts-reset-lead = When you save it, you are signed out everywhere. Then sign in with the new one.
accounts-reset-button = Save my new password
accounts-reset-done = Your new password is set. Sign in with it.

## The own account

accounts-safety = Signing in
accounts-display = Display
accounts-acting-for = Acts for
accounts-language = Language
accounts-language-hint = Of pages and of letters to you.
accounts-language-choose = Choose a language
accounts-sessions-title = Where you are signed in
accounts-sessions-lead = If you do not know one of these, end it and change your password.
accounts-session-browser = Browser
accounts-session-began = Signed in
accounts-session-seen = Last used
accounts-session-this = This one
accounts-session-end = End
accounts-session-ended = That session has ended.
accounts-sessions-all = Sign out everywhere
accounts-sessions-all-text = Ends all of them, here too. Drafts you saved are kept.
accounts-signed-out-everywhere = You are signed out everywhere.
accounts-zone-title = Time zone
accounts-zone-hint = Times on all pages and in letters to you are shown in this zone. Deadlines do not move by it.
accounts-zone-choose = Choose a time zone from the list
accounts-zone-option = { $name }, { $line }
accounts-zone-saved = Times are now shown in the zone you chose.
accounts-theme-title = Colours
accounts-theme-hint = Print is always dark on white.
accounts-theme-choose = Choose the colours
accounts-theme-device = As the device has it
accounts-theme-light = Light
accounts-theme-dark = Dark
accounts-theme-saved = The colours were changed.

## The first administrator

accounts-first-title = Set up the administrator’s account
accounts-first-lead = This installation has no administrator. The account you make here can give all other rights.
accounts-first-email-hint = Letters about your account go there.
accounts-first-button = Make the account
accounts-first-taken = This address has an account. Use another address for the administrator
accounts-first-done = The administrator’s account is made. Sign in now.

## People

accounts-people-title = People
accounts-people-begins = E-mail address, or its beginning
accounts-people-none = No account begins like this. Check the address, or leave it out to see all.
accounts-role = Role
accounts-role-none = No staff role
accounts-role-filter-hint = Leave this open to see everybody.
accounts-role-hint = Roles in a case come from the case itself. Here you choose only who runs cases and the installation.
accounts-role-choose = Choose a role
accounts-role-button = Save the role
accounts-on-panel = On the panel
accounts-enable = Open the account
accounts-disable = Shut the account
accounts-person-saved = The account was changed.
accounts-own-rights = You cannot change the rights of your own account. Ask another administrator.

## Organisations

accounts-organisations-title = Organisations
accounts-organisations-none = There is no organisation yet. Enter the first marketplace below.
accounts-organisation-new = New organisation
accounts-organisation-name = Name
accounts-organisation-name-enter = Enter the name of the organisation
accounts-organisation-create = Enter the organisation
accounts-organisation-created = The organisation was entered. Add its people now.
accounts-kind = Kind
accounts-kind-marketplace = Marketplace
accounts-kind-law-firm = Law firm
accounts-kind-company = Company
accounts-kind-choose = Choose what kind of organisation it is
accounts-country = Country
accounts-country-hint = Two letters, for example DE or CN.
accounts-country-enter = Enter the country as two letters, for example DE
accounts-key = Short name
accounts-key-hint = Small letters, figures and hyphens. It stands in archives and in the interface for programs.
accounts-key-enter = Enter a short name of 2 to 40 small letters, figures and hyphens
accounts-key-taken = Another organisation has this short name. Choose another
accounts-members = People
accounts-members-none = Nobody acts for this organisation yet.
accounts-member-add = Add a person
accounts-member-hint = The person needs an account with a confirmed address.
accounts-member-added = The person was added.
accounts-member-removed = The person was taken out.
accounts-member-unknown = No open account has this address. Ask the person to make one and confirm the address first

## Keys for programs

accounts-keys-title = Keys for programs
accounts-keys-lead = A program with a key does what you may do, within the limits you choose here. Take a key back as soon as nobody needs it.
accounts-key-new = New key
accounts-key-name = Name of the key
accounts-key-name-hint = Which program uses it, for example “listing system”.
accounts-key-name-enter = Enter a name for the key
accounts-key-for = Organisation
accounts-key-for-hint = Leave this open if the key is for yourself.
accounts-scope = May do
accounts-scope-choose = Choose at least one thing that the key may do
accounts-scope-cases = Read cases
accounts-scope-notices = File notices
accounts-scope-measures = List and confirm measures
accounts-scope-evidence = Add evidence
accounts-key-create = Make the key
accounts-key-used = Last used
accounts-key-unused = Never
accounts-key-revoke = Take back
accounts-key-revoked = The key was taken back. Programs that use it are refused from now on.
accounts-key-is-revoked = Taken back
accounts-key-made-title = The key is made
accounts-key-made-once = Copy the key now. We do not keep it and cannot show it again.
accounts-key-secret = Key
accounts-key-made-use = The program sends it with every request in this header:
accounts-key-made-back = Back to the keys

accounts-conduct-title = Your conduct record
accounts-conduct-lead = Some procedures give points for what goes wrong again and again. They are the same for whoever files notices and for whoever sells, they end, and a warning comes first.
accounts-conduct-all = Conduct records
accounts-conduct-all-lead = Everybody whose points count now, most points first. Measures are decided by people; nothing happens by itself.
accounts-conduct-none = You have no points.
accounts-conduct-nobody = Nobody has points now.
accounts-conduct-cut = Only the newest { $count } entries are counted here. Each person’s own record counts all of them.
accounts-conduct-points = { $count ->
    [one] 1 point counts now
   *[other] { $count } points count now
}
accounts-conduct-case = Case
accounts-conduct-given = Given on
accounts-conduct-why = For what
accounts-conduct-silence = Nothing came in time: { $clock }
accounts-conduct-count = Points that count
accounts-conduct-of = { $counts } of { $given }
accounts-conduct-until = Until
accounts-conduct-over = over
accounts-conduct-rung = From { $points }: { $what }
accounts-conduct-expires = A point counts for { $length }.
accounts-conduct-cap = No more than { $points } within { $length }.
accounts-conduct-object = If you think that a case is wrong, answer in that case: its points are taken back when it turns out that way.
rung-warn = A warning
rung-review = A person looks at it
