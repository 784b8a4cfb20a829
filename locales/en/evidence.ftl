# Evidence of a case: the list, adding, one exhibit.

evidence-add = Add evidence
evidence-ask-late = Write to the case manager
evidence-any = Any
evidence-filter = Filter
evidence-show-all = Show all
evidence-shown =
    { $count ->
        [one] 1 exhibit shown
       *[other] { $count } exhibits shown
    }
evidence-total = { $count } in all, { $size }
evidence-no-match = No exhibit matches the filter.
evidence-title = Title
evidence-side = Filed by side
evidence-supports = Supports
evidence-whole-case = The whole case
evidence-claim = Claim { $no }: { $name }
evidence-received = Received
evidence-state = State
evidence-filed = Filed
evidence-withdrawn = Withdrawn
evidence-withdrawn-when = Withdrawn on { $when }. The number stays taken. Reason:

## Nothing yet

evidence-none-title = No evidence yet
evidence-none-text = Good evidence shows what happened, when, and between whom:
evidence-none-1 = A certificate of the right, or an invoice that shows where the goods came from.
evidence-none-2 = A screenshot of the listing with its address and the date.
evidence-none-3 = The whole conversation, not parts of it; the carrier's proof of delivery; the proof of payment.

## Add

evidence-new-title = Add evidence
evidence-new-lead = Each file gets its number at once. You can change its title and description afterwards.
evidence-files = Files
evidence-files-hint = Up to { $files } files at once, each at most { $limit }. Your side has { $left } left in this case.
evidence-held = These files have arrived and are kept until you send the form:
evidence-batch = These answers are for all files of this form. You can change them for each file later.
evidence-kind = Kind of evidence
evidence-kind-hint = If you choose nothing, it becomes “Other”.
evidence-kind-error = Choose a kind of evidence
evidence-claim-hint = If you choose nothing, it is for the whole case.
evidence-claim-error = Choose a claim of this case
evidence-description = What it shows
evidence-description-hint = In one or two sentences. For example: “Invoice of 3 March for the goods in the listing.”
evidence-readers = Both sides, the case manager and the arbitrator can read what you add. Names of files and hidden details in photos, such as the place, stay as they are: look at them first.
evidence-files-error = Choose at least one file
evidence-files-room = These files together are more than your side may add to this case
evidence-file-empty = { $name } is empty. Choose it again
evidence-file-too-large = { $name } is too large. The largest file is { $limit }
evidence-file-no-room = { $name } does not fit. Your side has { $limit } left in this case
evidence-file-many =
    { $max ->
        [one] { $name } was not taken: this form takes one file
       *[other] { $name } was not taken: this form takes { $max } files. Send it with the next form
    }
evidence-refused = Nothing was added. { $why }
evidence-added-some = Added: { $labels }. The files named above were not taken.
evidence-see-list = See the list
evidence-flash-added = Added: { $labels }. Open one to change its title or description.

## One exhibit

evidence-facts = About this exhibit
evidence-contents = Contents
evidence-filed-by = Filed by
evidence-file-name = File name
evidence-type = Type, found in the file itself
evidence-size = Size
evidence-type-image = Picture ({ $type })
evidence-type-text = Text ({ $type })
evidence-type-pdf = PDF document ({ $type })
evidence-type-web = Web page or drawing with code ({ $type })
evidence-type-archive = Archive of files ({ $type })
evidence-type-video = Video ({ $type })
evidence-type-audio = Sound ({ $type })
evidence-type-office = Office document ({ $type })
evidence-type-other = Other file ({ $type })
evidence-hash = SHA-256 of the file
evidence-hash-about = The hash is part of the record. A file with the same hash is the same to the last bit.
evidence-picture-alt = Exhibit { $label }: { $title }
evidence-text-cut = This is the beginning of the text. Download the file to read all of it.
evidence-not-shown = This kind of file can carry a program, so it is not opened here. Download it, and open it only if you trust the side that filed it.
evidence-not-shown-large = This picture is too large to show here. Download it.
evidence-gone = The file cannot be read at the moment. We have been told. Try again later, or write to the case manager.
evidence-download = Download the original ({ $size })
evidence-before = Previous: { $label }
evidence-after = Next: { $label }

## Change and withdraw

evidence-edit = Change the description
evidence-edit-title = Change the description of { $label }
evidence-edit-lead = The file and its number stay. The change becomes an entry of the record.
evidence-title-error = Enter a title
evidence-flash-described = The description was changed.
evidence-withdraw = Withdraw
evidence-withdraw-title = Withdraw { $label }?
evidence-withdraw-lead = The exhibit no longer counts. It stays in the list, crossed out, with its number and your reason, and its file stays readable. This cannot be undone.
evidence-reason = Reason
evidence-reason-hint = The other side is told.
evidence-reason-error = Say why
evidence-flash-withdrawn = { $label } was withdrawn.
