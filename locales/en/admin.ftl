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
admin-failing = Letters that did not arrive
admin-letters = Captured letters
admin-letters-text = A demonstration sends nothing. What would have been sent is kept here.
letter-state-queued = Waiting
letter-state-sent = Sent
letter-state-refused = Refused by the server
letter-state-bounced = Came back
letter-state-failed = Given up
export-title = Take the case with you
export-what = One ZIP file with everything you may see: the record as JSON and to be read, every exhibit as it was received, your letters, the decisions, and a page that lists them.
export-entries = Entries
export-exhibits = Exhibits
export-download = Download the case file (ZIP)
export-check-title = Check it
export-check = The file SHA256SUMS holds the hash of every file. This command compares them:
export-limits = It shows that the files are those that were packed. That no entry was changed before is shown by the hashes in the record, when you compare the last one with a copy made earlier.
