# The marketplace officer's queue, acts on several listings, and listings with what was done to them.

takedowns-title = Listings to act on
takedowns-kinds = What waits
takedowns-all = All
takedowns-kind = { $name } ({ $count })
takedowns-to-decide = To decide
takedowns-nothing = Nothing waits
takedowns-search = Search
takedowns-seller = Seller
takedowns-case = Case
takedowns-find = Find
takedowns-clear = Show all
takedowns-shown =
    { $count ->
        [one] 1 listing shown
       *[other] { $count } listings shown
    }
takedowns-empty = Nothing is waiting.
takedowns-no-match = No listing matches. Show all to remove the filters.
takedowns-listing = Listing
takedowns-order = Waits for
takedowns-now = Listing now
takedowns-due = By
takedowns-no-date = No date
takedowns-look = Look at it
takedowns-act = What do you do?
takedowns-action = Act
takedowns-action-hint = The next page names every listing and asks for the reasons. Nothing is done before you confirm there.
takedowns-go-chosen = Go on with the ticked listings
takedowns-go-all = Go on with all { $count } shown
takedowns-none-chosen = Tick at least one listing and choose what to do
takedowns-too-many = These are too many listings at once. Send at most 300.
takedowns-carry-out = Confirm that the order was carried out
takedowns-carry-out-hint = You have done on the marketplace what the order says.

## Confirm

takedowns-confirm-title = Check and confirm
takedowns-confirm-heading =
    { $count ->
        [one] { $action }: 1 listing
       *[other] { $action }: { $count } listings
    }
takedowns-items = Listings
takedowns-reasons = Statement of reasons
takedowns-reasons-about = The seller and the rights holder get these words, together with the ways to object.
takedowns-ground-hint = The law, or the part of your terms, that you rely on.
takedowns-ground-error = Enter the law or terms that you rely on
takedowns-facts-hint = What you saw, and why it is enough.
takedowns-facts-error = Enter the facts that you rely on
takedowns-territory-hint = Leave empty for everywhere the marketplace sells.
takedowns-automated = A machine decided this alone
takedowns-automated-hint = Leave open if a person looked at it.
takedowns-is-done = It is already done on the marketplace
takedowns-is-done-hint = Otherwise the listings stay in the queue until you confirm that it was carried out.
takedowns-carry-out-about = You confirm that each order above was carried out on the marketplace. Seller and rights holder are told.
takedowns-perform =
    { $count ->
        [one] { $action }: confirm for 1 listing
       *[other] { $action }: confirm for { $count } listings
    }

## Result

takedowns-result-title = Result
takedowns-result-lead = { $action }. Done: { $done }. Not done: { $left }.
takedowns-result = Result
takedowns-done = Done
takedowns-decided = Decided, still to be carried out
takedowns-already = Already done
takedowns-changed = Changed meanwhile
takedowns-changed-now = Somebody changed this listing after your page was made. It is now: { $measure }. Nothing was done to it.
takedowns-failed = Not done
takedowns-fault = Something went wrong on our side. Try again.
takedowns-retry = Check these again
takedowns-back = Back to the queue

## One listing

takedowns-claim = the claim in the case
takedowns-due-by = By { $when }
takedowns-facts = What is said
takedowns-basis = Ordered
takedowns-basis-of = { $when }. { $basis }
takedowns-basis-own = Decided by the marketplace
takedowns-basis-rule = Follows from rule “{ $rule }” of the procedure
takedowns-address = Address
takedowns-item = Item number
takedowns-claimant = Rights holder
takedowns-right = Right
takedowns-asked = Asked for
takedowns-statement = Statement
takedowns-wrong = What is wrong with it
takedowns-state = State of the case
takedowns-history = History
takedowns-history-none = Nothing was done to this listing yet.
takedowns-history-ordered = Ordered: { $action }
takedowns-history-taken = Carried out: { $measure }

## Listings

takedowns-listings-title = Listings
takedowns-listings-lead = Your listings that a notice names, and what was done to each.
takedowns-listings-none = None of your listings is in a dispute.
takedowns-since = Since
