admin-title = Overview
admin-people = People
admin-organisations = Organisations
admin-none = Nothing yet.
admin-kinds = Cases
admin-stages = Open cases by state
admin-outcomes = Closed cases by outcome
admin-letters-state = Letters
admin-times = Time from filing to each step, last 12 months
admin-step = Step
admin-cases = Cases
admin-step-screened = checked and accepted
admin-step-measure = first measure of a marketplace
admin-step-answer = first answer of the other side
admin-step-offer = first offer
admin-step-arbitrator = arbitrator accepted
admin-step-decision = decision signed
admin-step-end = closed
admin-hours = { $n ->
    [0] under 1 hour
    [one] 1 hour
   *[other] { $n } hours
}
admin-median = Median
admin-ninetieth = 90 of 100 within
admin-stuck = A letter waits to be sent since { $when }. Check that the worker runs and that the mail server answers.
admin-alarm = Nothing is written since { $when }: the record is not as it was signed.
admin-alarm-do = Stop the service, run redress check, which names what is wrong, and restore what was there. Then run redress check --resume and start again; the time is given back.
admin-unsigned = Entries of { $when } and later are recorded and not signed yet. Does the worker run, and can it reach the signer?
admin-failing = Letters that did not arrive
admin-letters = Captured letters
admin-letters-text = A demonstration sends nothing. What would have been sent is kept here.
letter-state-queued = Waiting
letter-state-sent = Sent
letter-state-refused = Refused by the server
letter-state-bounced = Came back
letter-state-failed = Given up
export-title = Take the case with you
export-what = One ZIP file with everything you may see: every entry as it was recorded and to be read, every exhibit as it was received, your letters, the decisions, a page that lists them, and for each entry the receipt of its line in the public log.
export-readme =
    This is a case file: everything that whoever took it may see of the case, bound to a public log.

    index.html        what is in it, to be read
    docket.pdf        the record in words
    records/          each entry as it was recorded (JSON), with its salt: 32 random bytes
    evidence/         the exhibits, byte for byte; files.json has their names
    decisions/, agreements/, letters/
    withheld.txt      what is kept from whoever took the file, with the reason

    Beside this folder: log/ has the line of each entry in the public log, the receipt of it, the signed head of the log, keys and policy;
    the manifests have the hash of every file.

    To check it without us: bash verify.sh in the folder above (it needs coreutils and openssl), or redress verify FILE.zip.
    The manifests alone: sha256sum -c manifest-sha256.txt, or any program for BagIt (RFC 8493).
export-readme-key = Whether the key in log/keys is the log's is for you to know: compare it with one that you had before, or with the service's own page.
export-file-withheld = The file is not for your side.
export-entries = Entries
export-exhibits = Exhibits
export-check-title = Check it
export-check = Everything in the file can be checked without us, by anybody, for years. In its folder, with coreutils and openssl:
export-limits = It compares every file with its hash, every exhibit with the entry that filed it, every entry with its line in the public log, and the log with its signed head. Keep the key of the log from the day you first received it.
export-make = Make the case file
export-made = Case files made so far
export-made-by = for { $name }; { $count ->
    [one] one entry
   *[other] { $count } entries
}
export-making = It is being packed: { $share } % so far. You can leave this page and come back.
export-look-again = See how far it is
export-failed = It could not be made. Please make it again; nothing in the case has changed.
export-gone = It is not kept here any more. The files below still prove where a copy of it came from.
export-until = Can be fetched until
export-beside = Proof that this service made it
export-beside-what = Keep these beside the ZIP. They show, without asking us, that this file was handed out by this service at this time: the public log has a line for it. “redress verify” finds them if they lie beside it.
export-beside-sha256 = Hash (.sha256)
export-beside-proof = Receipt (.tlog-proof)
export-beside-leaf = Line of the log (.leaf)
export-beside-salt = Random bytes of the record (.salt)
export-beside-record = Record of its making (.record.json)
export-beside-minisig = Detached signature (.minisig)
admin-procedures = Procedures
admin-procedures-lead = Every version that cases run under, and new ones that wait to be published. A case keeps the version it began under, whatever is published later.
admin-procedure-version = Version
admin-procedure-standing = Standing
admin-procedure-status = Checked
admin-procedure-cases = Cases
admin-procedure-cases-count = { $all ->
    [0] none
   *[other] { $all }, { $open } of them open
}
admin-procedure-findings = What has to be put right
admin-procedure-bring = Bring a new version
admin-procedure-bring-lead = The files are proved, every word is looked for and every scenario is played before anything is kept. New cases begin under the version only when you publish it.
admin-procedure-files = Files of the procedure
admin-procedure-files-hint = pack.toml, its words en.ftl and zh-Hans.ftl, and its scenarios. Choose all of them together.
admin-procedure-prove = Prove and keep
admin-procedure-choose = Choose the files of the procedure
admin-procedure-no-pack = There is no pack.toml among the files
admin-procedure-stranger = { $name } is not a file of a procedure: choose pack.toml, en.ftl, zh-Hans.ftl and scenarios that end in .toml
admin-procedure-not-text = { $name } is not text in UTF-8
admin-procedure-known = This version is here already
admin-procedure-not-newer = Its version has to be above { $version }, the newest one here
admin-procedure-unsound = { $n ->
    [one] One thing in these files has to be put right; it stands below
   *[other] { $n } things in these files have to be put right; they stand below
}
admin-procedure-proposed = The version is sound. It is kept and waits to be published.
admin-procedure-published = Published. New cases begin under this version.
admin-procedure-withdrawn = Withdrawn. No new case begins under this version; those that have begun go on.
admin-procedure-discarded = The version was thrown away.
admin-procedure-otherwise = Somebody decided about this version meanwhile. Nothing was changed.
admin-procedure-standing-proposed = Waits to be published
admin-procedure-standing-published = In use
admin-procedure-standing-later = In use from its day on
admin-procedure-standing-replaced = Replaced by a newer version
admin-procedure-standing-withdrawn = Withdrawn
admin-procedure-standing-kept = Kept for its cases
admin-procedure-faulty = Not taken up
admin-procedure-faulty-text = This version was published, and the program cannot take it up. The version before it holds. This is why:
admin-procedure-draft = This version is a draft: somebody who knows the law still has to settle its marked sources.
admin-procedure-in-words = The procedure in words
admin-procedure-from = Holds from
admin-procedure-states = States
admin-procedure-profiles = Profiles
admin-procedure-digest = SHA-256 of the file
admin-procedure-scenarios = Scenarios that it was proved with
admin-procedure-scenarios-gone = Scenarios of { $version } that are not here any more
admin-procedure-decide = Decide
admin-procedure-decide-lead = Open cases are not touched: they go on under the version they began under.
admin-procedure-note = Reason
admin-procedure-note-hint = It is kept with your name, for those who ask later why.
admin-procedure-note-enter = Enter the reason
admin-procedure-publish = Publish
admin-procedure-withdraw = Withdraw
admin-procedure-discard = Throw away
admin-procedure-history = What was decided
admin-procedure-deed-proposed = Brought
admin-procedure-deed-published = Published
admin-procedure-deed-withdrawn = Withdrawn
admin-procedure-deed-discarded = Thrown away
admin-procedure-deed-set = Numbers set
admin-changes = What it changes for people, against { $version }
admin-changes-none = Nothing but words and sources.
admin-change-profile-new = A new profile.
admin-change-profile-gone = The profile is gone.
admin-change-status = Checked: { $new }, before { $old }.
admin-change-state-new = There is a new state: { $state }.
admin-change-state-gone = The state “{ $state }” is gone.
admin-change-step-new = New in “{ $state }”: { $step } ({ $who }).
admin-change-step-gone = No longer in “{ $state }”: { $step } ({ $who }).
admin-change-step-leads = “{ $step }” in “{ $state }” now leads to: { $new }. Before: { $old }.
admin-change-end-leads = When “{ $step }” runs out in “{ $state }”, the case goes to: { $new }. Before: { $old }.
admin-change-clock-new = There is a new date: { $clock }.
admin-change-clock-gone = The date “{ $clock }” is gone.
admin-change-length = “{ $clock }”: { $new }, before { $old }.
admin-change-and = { $said } { $who }
admin-change-more-time = More time for: { $who }.
admin-change-less-time = Less time for: { $who }.
admin-change-more = , { $length } more ({ $times } ×)
admin-change-toll = , not counting up to { $length }
admin-change-roll = If the last day of “{ $clock }” is a day off: { $new }; before: { $old }.
admin-roll-none = it stays
admin-roll-next-working-day = the next working day
admin-roll-after-holiday = the first day after the holiday
admin-change-calendar = “{ $clock }” counts the working days of: { $new }; before: { $old }.
admin-change-silence = Silence in “{ $clock }” now means: { $new } Before: { $old }
admin-change-said-conduct = What points for conduct mean is another thing now.
admin-change-said-decision = A decision holds or is checked for other things now.
admin-change-said-panel = Who decides, or how they are chosen, is another thing now.
admin-change-said-retention = Things are kept for another time now.
admin-change-said-waiting = When the case waits, and for which matters elsewhere, is another thing now.
admin-change-said-fees = The fees are others now.
admin-rehearsal = Try it on past cases
admin-rehearsal-lead = { $cases ->
    [one] One case was played again.
   *[other] { $cases } cases were played again.
} { $otherwise ->
    [0] All stand or end as they do now.
    [one] One would stand or end elsewhere.
   *[other] { $otherwise } would stand or end elsewhere.
} { $redated ->
    [0] No other case would have another date.
    [one] One of the others would have other dates.
   *[other] { $redated } of the others would have other dates.
}
admin-rehearsal-none = There is no case of this procedure yet.
admin-rehearsal-how = People do what they did, when they did it; only what follows from the procedure is new. Nothing is changed and nobody is told.
admin-rehearsal-case = Case
admin-rehearsal-was = As it is
admin-rehearsal-would-be = As it would be
admin-rehearsal-why = Where they part
admin-rehearsal-not-open = { $who } could not have done on { $when } what was done: the case would have stood in “{ $state }”.
admin-rehearsal-not-counted = A date could not be counted: { $why }
admin-rehearsal-silence = By a deadline that passes at another time, or another step that follows from the same act.
admin-rehearsal-moved = { $clock }: { $would } instead of { $was }
admin-numbers = Numbers
admin-numbers-lead = What the law or the procedure leaves to you, within its range. They hold for new cases; a case keeps the numbers it began with.
admin-numbers-button = Set the numbers
admin-numbers-set = Set. New cases begin with these numbers.
admin-number-between = { $own } (between { $least } and { $most })
admin-number-hint = Between { $least } and { $most }. The procedure’s own: { $own }.
admin-number-extension = more time for: { $clock }
admin-number-longest = at most in all, with a stay: { $clock }
admin-number-range = Enter a whole number between { $min } and { $max }
admin-number-fixed = Set in the file of settings of this installation, and changed there.
admin-outages = Times in which nobody could reach this service
admin-outage = { $from } to { $until }
admin-outage-dates = { $n ->
    [0] no deadline ended then
    [one] one deadline got its time back
   *[other] { $n } deadlines got their time back
}
