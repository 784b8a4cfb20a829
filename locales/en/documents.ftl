# Fixed words of the PDF documents: decision, agreement, record, receipt.

## Titles

documents-title-award = Award
documents-title-decision = Decision
documents-title-recommendation = Recommendation
documents-title-agreement = Settlement agreement
documents-title-record = Record of the case
documents-title-receipt = Receipt
documents-banner-draft = Draft. Not signed, without effect.
documents-banner-demo = Demonstration. Every person and company in it is made up; without legal effect.

## Head, foot, notes

documents-case = Case
# %page and %pages are replaced when the pages are counted.
documents-page-of = Page %page of %pages
documents-escaped = Characters that the fonts of this document do not have are shown by their Unicode number, such as [U+1F600]. The record itself holds the characters as they were sent.

## Parties and facts

documents-between = In the case between
documents-and = and
documents-fact-seat = Seat
documents-fact-rules = Rules
documents-fact-arbitrator = Arbitrator
documents-fact-language = Language
documents-fact-date = Date
documents-fact-prevails = Result
documents-fact-filed = Filed
documents-fact-printed-for = Copy made for
documents-fact-printed-at = Copy made
documents-fact-zone = Times are in
documents-fact-state = State
documents-fact-number = Receipt number
documents-fact-by = Sent by
documents-fact-parties = Parties

## Decision

documents-outcome = The outcome in short
documents-history = What happened in the case
documents-exhibits = Exhibits
documents-exhibits-lead = The tribunal considered these exhibits. Numbers are those of the case file.
documents-exhibit-number = Number
documents-exhibit-title = Exhibit
documents-exhibit-from = Filed by
documents-exhibit-date = Filed on
documents-issues = Issues and reasons
documents-issue = Issue
documents-position-claimant = The claimant says
documents-position-respondent = The respondent says
documents-position-none = Nothing was said on this issue.
documents-paper = { $title }, { $day }:
documents-finding = Finding
documents-orders = What is decided
documents-orders-lead = For these reasons, it is decided:
documents-orders-none = The claims are dismissed.
documents-orders-not-made = No order is made.
documents-recommended = What is recommended
documents-recommended-lead = For these reasons, it is recommended:
documents-recommended-nothing = Nothing is recommended to be done.
documents-recommended-on = Recommended on
documents-recommended-effect = This is a recommendation. It binds nobody, and each side can go to court.
documents-duty-who = Who
documents-duty-what = What has to be done
documents-duty-amount = Amount
documents-duty-due = By when
documents-costs = Costs
documents-done = Decided on
documents-capacity-arbitrator = Arbitrator
documents-signed-electronically = Signed electronically on { $when } UTC
documents-signature-open = Not signed yet

## Agreement

documents-background = What the dispute was about
documents-terms = What the parties agree to do
documents-effect = Effect of this agreement
documents-agreed = Agreed
documents-fact-offer = Offer
documents-fact-offer-text = { $no }, made by { $name } on { $day }
documents-fact-accepted = Accepted
documents-fact-order = Order
documents-agreement-effect = The claimant and the respondent agreed to these terms, each by an act that is on the record of the case, and the dispute between them is settled on these terms. If something is not done by its day, the side it is owed to can say so in the case, and the procedure goes on as its rules say.
documents-accepted-electronically = Agreed electronically on { $when }

## Record

documents-entries = Entries
documents-entries-lead = Every act in the case, oldest first. The figures under an entry are its hash (SHA-256), which covers the entry and the hash of the entry before it.
documents-entries-none = Nothing has been recorded yet.
documents-entry-number = No.
documents-entry-when = When
documents-entry-what = What happened
documents-entry-by = By
documents-entry-rule = Rule

## Receipt

documents-answers = What was sent
documents-answers-words = Words
documents-files = Files
documents-file-size = Size
documents-next = What happens next

## How to check

documents-record-title = How to check this document
documents-record-receipt = The figures below are the hash (SHA-256) of this entry. Compare them with the record of the case, or ask the case manager.
documents-record-statement =
    This document rests on the record of case { $number }, which has { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }. The figures below are the hash (SHA-256) of its last entry. Compare them with the record of the case, or ask the case manager.

## When a document cannot be made

documents-refused-characters = The text holds characters that cannot be printed: { $characters }. Take them out or write them differently.
documents-refused-not-built = This service was built without PDF documents. Tell the administrator.
documents-refused-too-large = The document is too long to be made into a PDF. Shorten it, or tell the administrator.
documents-refused-fault = We could not make the PDF. Your text is kept. Try again, and tell the case manager if it happens again.
