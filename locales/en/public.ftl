# Pages that everybody can read: front door, choice of procedure, how it works, procedures, help, statements.

## Front door

public-home-title = Settle a dispute about an online sale
public-home-heading = Something went wrong with an online sale? Put it right here.
public-home-lead = Rights holders, sellers, buyers and marketplaces settle disputes about listings and orders here. Both sides get the same tools, in plain words, on a phone or at a desk.
public-home-doors = Where do you want to go?
public-home-start = I want to report or complain
public-home-start-text = A listing copies my work or brand, or something I bought went wrong.
public-home-start-go = Start a case
public-home-respond = I received a notice
public-home-respond-text = A letter says that a case concerns me. I have a case number, or a link in the letter.
public-home-respond-go = Read it and answer
public-home-look = I want to look something up
public-home-look-text = How a procedure runs, or what a word means.
public-home-look-rules = Procedures
public-home-look-help = Help
public-home-work = You are signed in.
public-home-work-go = Go to your work

public-home-promise = What you can count on
public-home-promise-silence = Silence acts
public-home-promise-silence-text = Nobody can stop a case by not answering. Every deadline says what happens at its end if nothing is done, and then it happens by itself.
public-home-promise-dates = Every deadline is explained
public-home-promise-dates-text = Each date shows which days were counted, which were left out and why, in your time zone, with the article of law behind it.
public-home-promise-record = One record that can be checked
public-home-promise-record-text = Every change is one numbered entry. Each entry is sealed to the one before it, so an entry that was changed or taken out shows.

public-home-example = A deadline, as you will see it
public-home-example-text = Say a seller in China declares now that a listing does not infringe, and the rights holder gets the declaration at once. This is what both sides would read, counted this minute by the same rules as every case.
public-home-example-label = The measure ends, unless the rights holder acts
public-home-example-how = How this date was counted
public-home-example-rule = Rule: { $law }
public-home-example-more = Read the whole procedure

public-home-how = How it works
public-home-how-1 = You say what happened. We keep your words as a draft until you send them.
public-home-how-2 = The other side is told at once: what, why, by whom, until when, and what happens if nothing is done.
public-home-how-3 = Both sides can agree at any time. Offers are never shown to the person who decides.
public-home-how-4 = If there is no agreement, the rules of the procedure decide, or an arbitrator whom both sides accept.
public-home-how-more = How it works for you
public-home-cost = What it costs
public-home-cost-text = The service asks for no fee to file, to answer or to settle. You do not need a lawyer; you may bring one.
public-home-languages = Languages
public-home-languages-text = Every page and letter is in English and in Chinese. You write in your own language.

## Which procedure?

public-start-title = Start a case
public-start-what = What happened?
public-start-what-hint = Choose what comes closest. Nothing is sent yet.
public-start-what-empty = Choose what happened
public-start-listing = A listing uses my right
public-start-listing-hint = A trade mark, copyright, patent or design that I own or act for
public-start-order = Something I bought online went wrong
public-start-order-hint = It did not come, is broken, unsafe or not what was promised, or was charged wrongly
public-start-matter = Another dispute
public-start-matter-hint = For example about a domain name. Each has a procedure and a form of its own
public-start-received = I received a notice or a complaint
public-start-received-hint = I want to read it and answer
public-start-unsafe = A listing is dangerous or forbidden
public-start-unsafe-hint = I saw something offered that is unsafe or against the law, whether I bought it or not
public-start-other = Something else
public-start-other-hint = We show other places to go
public-start-right = Which right do you rely on?
public-start-right-hint = If there are several, choose the strongest. You can file a second notice for another.
public-start-right-empty = Choose the right you rely on
public-start-right-other = None of these
public-start-right-other-hint = For example a name, a contract, or unfair competition
public-start-court = Is a court or an arbitrator already dealing with it, or has one decided?
public-start-court-hint = A dispute can be in one place at a time.
public-start-court-empty = Choose yes or no
public-start-court-no = No
public-start-court-yes = Yes
public-start-market = To buyers in which country is it offered?
public-start-market-hint = What counts is where people can order it. If there are several, choose the one that matters most to you.
public-start-market-empty = Choose where it is offered
public-start-market-eu = In the European Union
public-start-market-us = In the United States
public-start-market-cn = In China
public-start-market-elsewhere = Somewhere else
public-start-home = Where do you live?
public-start-home-empty = Choose where you live
public-start-home-eu = In the European Union, Iceland, Liechtenstein or Norway
public-start-home-elsewhere = Somewhere else
public-start-seller = Where is the seller?
public-start-seller-hint = The seller’s page or your receipt may say it.
public-start-seller-empty = Choose where the seller is
public-start-seller-eu = In the European Union, Iceland, Liechtenstein or Norway
public-start-seller-cn = In China
public-start-seller-elsewhere = Somewhere else
public-start-seller-unknown = I do not know
public-start-sort = What is it about?
public-start-sort-empty = Choose what it is about
public-start-sort-domain = A domain name that uses my mark
public-start-sort-domain-hint = Somebody registered it in bad faith
public-start-sort-arbitration = A contract that says disputes go to arbitration
public-start-sort-arbitration-hint = Or both sides agree to it now
public-start-sort-opinion = A patent that products of one seller use
public-start-sort-opinion-hint = A marketplace in the United States has a neutral person look at it, on papers
public-start-sort-none = None of these
public-start-continue = Continue
public-start-back = Change my answer

public-ready-title-notice = You can file a notice
public-ready-title-complaint = You can file a complaint
public-ready-lead-notice = One notice can name up to { $listings } listings. Each seller gets its own part of the case, with its own dates.
public-ready-lead-complaint = The two sides talk first. An arbitrator decides only if you agree, after the dispute arose.
public-ready-need = What you need
public-ready-need-notice =
    - The right: its number in the register and where it holds, or for copyright the title of the work
    - The listings: their addresses or item numbers, one by one, pasted or from a file
    - What is wrong with each of them, and proof that you own the right or act for its owner
    - About 15 minutes; we keep a draft, so you can stop and come back
public-ready-need-unsafe =
    - The listings: their addresses or item numbers, one by one, pasted or from a file
    - Why the product is dangerous, or which law it breaks
    - Photos or a report, if you have them
    - About 10 minutes; we keep a draft, so you can stop and come back
public-ready-need-complaint =
    - The order number and the name of the seller
    - What went wrong, and what would put it right
    - Photos, messages or receipts, if you have them
    - About 10 minutes; we keep a draft, so you can stop and come back
public-ready-result = What can come out of it
public-ready-result-notice =
    - The marketplace hides, removes or restricts the listing, or refuses and says why
    - The seller agrees, or says that there is no infringement; then the listing may come back
    - You settle with the seller, or an arbitrator decides if both sides agree to one
public-ready-result-unsafe =
    - The marketplace removes or hides the listing, or refuses and says why
    - The seller hears the reasons and can complain about them, and so can you
    - What was bought already may be recalled by the seller or an authority
public-ready-result-complaint =
    - An agreement: a refund, a repair, a replacement or something else, with a date
    - A recommendation of a neutral person, which binds nobody
    - A binding decision, if you agree to one after the dispute arose
public-ready-careful = A notice that is wrong can cost the seller money, and the sender can have to pay for it. Check the listings before you send.
public-ready-procedures = This fits, and why
public-ready-read = Read the rules
public-ready-title-matter = You can start a case
public-ready-lead-matter = The form asks for what its rules ask for, and nothing else. If the other side says nothing, the case goes on as its rules say.
public-ready-need-matter =
    - The name and address of the other side, as far as you know them
    - What you want, and why you may have it
    - Papers that show it: the contract, the register, letters
    - Some rules have a fee; it stands on their page
public-ready-result-matter =
    - You settle with the other side at any time
    - A neutral person or a panel decides, or gives an opinion, with reasons
public-ready-go-matter = Start
public-why-eu = It is offered in the European Union. Its Digital Services Act lets anybody tell a marketplace of what is illegal there, and makes it decide with reasons.
public-why-us = It is offered in the United States and you rely on copyright: 17 U.S.C. 512 says how a marketplace has to treat such a notice.
public-why-cn = It is offered in China: articles 42 to 45 of the E-Commerce Law hold for every right that can be owned.
public-why-us-marketplace = Fits if the marketplace is run from the United States.
public-why-cn-marketplace = Fits if the marketplace is run from China, wherever its buyers are.
public-why-unsafe = It endangers people and is offered in the European Union: the marketplace has three working days.
public-why-forbidden = It is illegal in another way, and offered in the European Union.
public-why-both-eu = You and the seller are both in the European Union or the European Economic Area: the rules for bodies that settle consumer disputes there.
public-why-seller-cn = The seller is in China: the rules of a platform under Chinese law, with short times.
public-why-everybody = Open to everybody, wherever you and the seller are.
public-why-domain = For names in .com, .net, .org and many others, as most cases are decided.
public-why-domain-forum = The same policy, with days counted as the Forum counts them.
public-why-domain-urs = For new endings such as .shop. Quick, cheap, and the name is only stopped, not transferred.
public-why-arbitration = A quick arbitration with one arbitrator. The award binds both sides.
public-why-arbitration-icc = The same, where the contract refers to the expedited provisions of the ICC: they hold up to an amount that depends on its day.
public-why-opinion = For a utility patent of the United States: a neutral person decides on papers. Both sides pay a deposit, and whoever wins gets it back.
public-ready-go-notice = Start the notice
public-ready-go-complaint = Start the complaint

public-away-title = This service cannot take it
public-away-lead-other = The procedures here are for rights in listings, for orders that went wrong, and for the disputes in the list of other procedures.
public-away-lead-us-mark = In the United States no law says how a marketplace has to treat a notice about trade marks, patents or designs.
public-away-us-mark =
    - The marketplace has its own form for rights holders
    - If it is offered in the European Union or China too, go back and choose that
    - A federal court, or a lawyer who knows the right
public-away-lead-unsafe = The procedure here for dangerous or forbidden goods is that of the European Union.
public-away-unsafe =
    - The marketplace: it has its own form for reports
    - The authority for product safety of your country, and the OECD page on recalls for those of others
    - If you bought it, go back and choose that something you bought went wrong
public-away-lead-closed = This service takes no new cases of this kind now.
public-away-closed =
    - The marketplace where it happened: it has its own form for reports
    - A court, or a lawyer who can tell you which one
public-away-lead-right = The procedures here are for trade marks, copyright, patents and designs.
public-away-lead-court = A dispute that a court or an arbitrator is dealing with, or has decided, cannot be taken up here as well.
public-away-places = Where you can go
public-away-other =
    - The marketplace where it happened: it has its own form for reports
    - The consumer office or trade authority of your country
    - The police, if you were deceived or threatened
    - A court, or a lawyer who can tell you which one
public-away-right =
    - The marketplace where the listing stands: it has its own form for reports
    - The trade authority of the country where the seller is
    - A court, or a lawyer who knows the right you rely on
public-away-court =
    - The court or arbitrator that has the dispute: ask there for what you need
    - Your lawyer, if you have one
public-away-again = If you chose the wrong answer, go back and change it.

## How it works, for each side

public-how-title = How it works
public-how-lead = The same case looks different from each side. Here is what you do, what you get, and what happens when somebody stays silent.
public-how-nav = Choose your side
public-how-rights-holder = Rights holder
public-how-rights-holder-steps =
    - You name the right, the listings and what is wrong with each. You sign the declarations of the law you file under; the exact text is kept with your notice.
    - Confirm your e-mail address. The notice has no effect before that.
    - The marketplace looks at each listing and hides, removes or restricts it, or refuses and tells you why.
    - If the seller says that there is no infringement, you get the whole answer. From then your time runs: show a court action or a complaint to an authority, agree to an arbitrator, or settle.
    - If you do nothing in that time, the listing comes back by itself.
public-how-rights-holder-more = You can withdraw the notice at any time before the end.
public-how-seller = Seller
public-how-seller-steps =
    - A letter tells you what is said, by whom, about which listing, and until when you can answer. You need no account: the link in the letter opens the case.
    - Agree, say that you do not agree, or ask for more time. Saying no is allowed and costs nothing.
    - Not agreeing means a counter-notice with the declarations of the law and your proof: a licence, an invoice, an own right.
    - The rights holder gets your answer at once. If it does not act in its time, the listing comes back by itself.
    - You can make an offer at any time. The person who decides never sees offers.
public-how-seller-more = If you do not answer, the measure stays. You can still answer later: the law sets no last day.
public-how-consumer = Consumer
public-how-consumer-steps =
    - You say what you bought, what went wrong and what would put it right.
    - A case manager checks that nothing is missing. If something is, you get one list and time to add it.
    - The seller answers. Then you both make offers until one is accepted or the time ends.
    - If you do not agree, a neutral person helps both of you.
    - If that fails too, a neutral person writes a recommendation. If you agree at that point, an arbitrator decides with binding effect.
public-how-consumer-more = Nothing that you sign before the dispute can take the courts away from you here.
public-how-marketplace = Marketplace
public-how-marketplace-steps =
    - Every listing named in a notice comes to your queue, soonest first, with the right, the reasons and the proof.
    - Decide one by one or for many at once: hide, remove, restrict or refuse. Your statement of reasons goes to both sides.
    - When a measure ends or a decision says so, the listing comes back to your queue to be restored.
    - Confirm on the page that it is done, or let your own system do it over the interface for programs.
public-how-marketplace-more = A listing's state and the state of the case are two things. Both are shown, and neither hides the other.
public-how-arbitrator = Arbitrator
public-how-arbitrator-steps =
    - You get a proposal with the names of everybody in the case. The system has refused people with ties that it knows of; you know the others.
    - Accept under a signed declaration of independence, or decline. Declining needs no reason.
    - The parties can challenge you within the days of the procedure. Another person rules on it.
    - The desk shows every issue with both sides beside each other, the exhibits, and room for your reasons. Everything is saved as you write.
    - Preview, enter your password again, sign. Everybody gets the decision, and its hash stands in the record.
public-how-arbitrator-more = You never see the offers of the parties, and you never write to one side alone.
public-how-record = The record
public-how-record-text = Every act is one entry with a number, a time and a hash that covers the entry before it. Take the case file with you at any time: it holds the record, every exhibit and a list of hashes that you can check with standard tools.

## Procedures

public-rules-title = Procedures
public-rules-lead = A case runs under one of these procedures, in the version of the day it was filed. The pages are made from the same data that runs the cases.
public-rules-version = Version { $version }, for cases filed from { $date }
public-rules-read = Read the procedure
public-rules-status-draft = Draft
public-rules-status-reviewed = Reviewed
public-rules-status-certified = Certified
public-rules-draft = This is a draft. No lawyer has signed it off yet, so compare it with the sources before you rely on it.
public-rules-note = What a reviewer has to know
public-rules-facts = The procedure in short
public-rules-fact-kind = Starts with
public-rules-kind-notice = A notice about listings
public-rules-kind-complaint = A complaint about an order
public-rules-fact-law = Law of
public-rules-law-none = No one country
public-rules-fact-zone = Days are counted in
public-rules-fact-listings = Most listings in one notice
public-rules-fact-digest = Hash of its text (SHA-256)
public-rules-contents = On this page
public-rules-stages = Stages and steps
public-rules-stages-lead = Each stage has one or more states. Under each state stands who can do what, and where it leads.
public-rules-state-turn = Waiting for: { $who }
public-rules-state-open = Either side may act
public-rules-state-end = The case ends here: { $outcome }
public-rules-offers = Offers can be exchanged.
public-rules-evidence = Evidence can be added by: { $who }
public-rules-steps-caption = Steps from “{ $state }”
public-rules-col-who = Who
public-rules-col-what = Does what
public-rules-col-leads = Leads to
public-rules-col-law = Rests on
public-rules-stays = Stays in this state
public-rules-starts = Starts: { $clock }
public-rules-orders = Asks the marketplace: { $action }
public-rules-human = Only a person may do this, never a program.
public-rules-late = Allowed late, after the end.
public-rules-declares = With declarations: { $names }
public-rules-if = Only if { $guard }.
public-rules-if-complete = everything required is there
public-rules-if-not-complete = something required is missing
public-rules-if-both-consented = both sides have agreed to it
public-rules-if-not-both-consented = the other side has not agreed yet
public-rules-if-consented-final = the consumer has agreed to a binding decision
public-rules-if-not-consented-final = the consumer has not agreed to a binding decision
public-rules-if-both-asked = both sides have asked for it
public-rules-if-not-both-asked = only one side has asked so far
public-rules-if-restores = it puts the listing back
public-rules-if-not-restores = it keeps the listing down
public-rules-if-nothing-owed = nothing is left to be done
public-rules-if-not-nothing-owed = something is left to be done
public-rules-anytime = At any time before the end
public-rules-clocks = Deadlines
public-rules-clocks-lead = A deadline acts by itself at its end. A target is a service goal: it is reported when missed and moves nothing.
public-rules-col-clock = Deadline
public-rules-col-length = How long
public-rules-col-end = If nothing is done
public-rules-clock-deadline = Deadline
public-rules-clock-window = Window
public-rules-clock-target = Target
public-rules-clock-cooldown = Waiting time
public-rules-clock-for = For: { $who }
public-rules-clock-from = From { $anchor }
public-rules-clock-range = The operator may set { $least } to { $most }.
public-rules-clock-chosen = The operator of this service set this length; without it { $length } would hold. A case keeps the length of the day it was filed.
public-rules-clock-calendar = Working days: { $calendar }.
public-rules-clock-roll-next-working-day = An end on a day off moves to the next working day.
public-rules-clock-roll-after-holiday = An end on a holiday moves on.
public-rules-clock-extend = { $times ->
    [one] { $who }: { $length } more, once.
   *[other] { $who }: { $length } more, up to { $times } times.
}
public-rules-clock-toll = Time for { $reason } does not count, up to { $length } in all.
public-rules-clock-blocks = While it runs, not possible: { $steps }.
public-rules-declarations = Declarations, in full
public-rules-declarations-lead = Whoever files or answers makes these declarations. The text that was shown is kept with the answer.
public-rules-weight-guarantee = A promise that it is true
public-rules-weight-good-faith = A statement of honest belief
public-rules-weight-perjury = Under penalty of perjury
public-rules-weight-consent = A consent
public-rules-weight-independence = A declaration of independence
public-rules-declaration-version = Version { $version }
public-rules-sources = Sources
public-rules-sources-lead = The texts that the steps and deadlines rest on.
public-rules-checked = Compared with the text on { $date }
public-rules-unchecked = Not compared with the text yet
public-rules-mark = To settle in review: { $mark }
public-rules-list = { $first }, { $then }

## Help

public-help-title = Help
public-help-lead = Find your situation. If it is not here, write to us.
public-help-contact = Write or call
public-help-contact-none = The institution that runs this service has named no address for questions yet. If you have a case, write to its case manager from the case page.
public-help-contact-mail = Write to { $address }. Give the case number, if you have one.
public-help-contact-phone = Call { $phone }.
public-help-received-title = I received a notice
public-help-received-text =
    Open the link in the letter, or go to “I received a notice” and ask for a new one. You need no account and no lawyer.
    Read what is said and until when you can answer. Then agree, say that you do not agree, or ask for more time.
    If you are not sure that the letter is real, do not use its link. Type the address of this service yourself and look for the case number.
public-help-missed-title = I missed a deadline
public-help-missed-text =
    Look at the case page first: the clock says what has happened, and often there is still something that you can do.
    A counter-notice or declaration that comes late is still accepted in both notice procedures.
    In every other case, write to the case manager and say why you are late.
public-help-upload-title = I cannot upload a file
public-help-upload-text =
    The page names the file and the reason. Usually it is too large or empty.
    Take a photo instead, split a long file, or lower its quality. The size that is allowed stands beside the button.
    In an app such as WeChat, open the page in your browser and try again, one file at a time.
public-help-wrong-title = The case is not about me
public-help-wrong-text =
    Open the letter's link and send a message to the case manager. Say that it is not you, and how one can see it.
    Your time goes on running until the case manager has corrected it, so do not wait.
public-help-lawyer-title = I want somebody to act for me
public-help-lawyer-text =
    Open the case, then Parties, and invite a lawyer or colleague by e-mail. You choose whether they may act or only read, and until when.
    From then on, letters go to both of you. You can end it at any time.
public-help-language-title = The language or time is wrong
public-help-language-text =
    The language switch stands at the top of every page. The time zone stands at the foot, with a link to change it.
    Dates are always shown in your own zone. The deadline itself does not change with it.
public-help-letters-title = I get no letters
public-help-letters-text =
    Look in the folder for unwanted mail first. Then check your address in your account.
    The case page shows every letter and whether it was sent. Missing a letter does not stop a deadline, so look at the case page from time to time.
public-help-words-title = What the words mean
public-help-word-claimant = Claimant
public-help-word-claimant-text = Who started the case: the rights holder or the consumer.
public-help-word-respondent = Respondent
public-help-word-respondent-text = Who answers: the seller.
public-help-word-notice = Notice
public-help-word-notice-text = A filing that says that a listing uses a right without permission.
public-help-word-counter = Counter-notice
public-help-word-counter-text = The seller's formal answer that there is no infringement, with the declarations of the law.
public-help-word-measure = Measure
public-help-word-measure-text = What the marketplace does to a listing: hide, remove, restrict, restore.
public-help-word-exhibit = Exhibit
public-help-word-exhibit-text = A piece of evidence with a number that is never used again: C-1 from the claimant, R-1 from the respondent.
public-help-word-case-manager = Case manager
public-help-word-case-manager-text = The person at the registry who runs the case. Takes no side and decides nothing on the merits.
public-help-word-arbitrator = Arbitrator
public-help-word-arbitrator-text = The neutral person who decides, where both sides or the rules say so.
public-help-word-record = Record
public-help-word-record-text = The numbered list of everything that was done in the case.

## Statements

public-access-title = Accessibility
public-access-lead = Everybody must be able to read a letter and answer it in time. This page says what we did for that, and what is not good yet.
public-access-aim-title = What we aim for
public-access-aim-text =
    The pages are built to meet the Web Content Accessibility Guidelines 2.2, levels A and AA.
    - Everything works with a keyboard alone, and with scripts turned off
    - Pages fit a screen 320 pixels wide and text at twice its size, without scrolling sideways
    - Colour never carries meaning alone; light and dark follow your device
    - Errors are listed at the top, with a link to each field, and what you typed stays
    - No time limit on a page; drafts are kept
public-access-known-title = What is not good yet
public-access-known-text =
    - No independent body has audited the service yet
    - Evidence is shown as people sent it; photos and scans may have no text that can be read out
    - PDF documents have not been tested with screen readers; the same content stands on the pages
    - Links to laws and courts lead to sites that we do not run
public-access-report-title = Tell us about a barrier
public-access-report-text =
    Say which page it was and what you tried to do. If a barrier kept you from answering in time, say so to the case manager: it is a reason to accept a late answer.

public-privacy-title = Privacy
public-privacy-lead = What is kept about you, who can see it, and what you can ask for.
public-privacy-what-title = What is kept
public-privacy-what-text =
    - Your account: name, e-mail address, language, time zone, and a password that is stored so that nobody can read it
    - The cases you take part in: what you filed, your evidence, messages, offers, and the record of who did what and when
    - Letters that were sent to you, and whether they were delivered
    - Drafts that you have not sent; nobody else sees them
public-privacy-cookies-title = Cookies
public-privacy-cookies-text =
    Cookies are used for signing in, for your language, time zone and colours, and for nothing else. Nothing is loaded from other companies, nobody counts your visits, and nothing is sold.
public-privacy-who-title = Who can see it
public-privacy-who-text =
    - The other side sees what you file, your name and what the law makes part of a notice or answer. Some answers must hold an address at which papers reach you; the page says so before you send
    - The marketplace sees the listings, the notice and the answers
    - The case manager sees the case. The arbitrator sees it without the offers
    - A stranger who tries a case number learns nothing, not even that the case exists
public-privacy-long-title = How long
public-privacy-long-text =
    A case is evidence for both sides, so its record is not changed or cut while the law asks for it to be kept. The institution that runs this service sets the period.
public-privacy-rights-title = What you can ask for
public-privacy-rights-text =
    You can take a copy of your cases at any time with the case file. You can correct your account yourself. For anything else, such as ending the account, write to the institution that runs this service.

public-terms-title = Terms of use
public-terms-lead = What this service is, what it is not, and what it expects of you. The institution that runs it may add terms of its own.
public-terms-is-title = What it is
public-terms-is-text =
    A place where disputes about online sales are filed, answered, settled and, where the parties agree or the rules say so, decided. Each case runs under one published procedure.
    It is not a court, it does not give legal advice, and using it does not take away your right to go to a court, unless you agree to a binding decision.
public-terms-you-title = What you agree to
public-terms-you-text =
    - You say the truth, and you act only for yourself or for people who allowed it
    - You file evidence that you may show, and no harmful files
    - You do not use what you read about the other side for anything but the dispute
    - You keep your password and the links in your letters to yourself
public-terms-wrong-title = Wrong notices and answers
public-terms-wrong-text =
    The declarations that you make have legal weight; each procedure says which. A notice or answer that is wrong can make you liable to the other side.
public-terms-record-title = The record stays
public-terms-record-text =
    What is filed cannot be deleted or changed, only withdrawn with a new entry. Others rely on it as you do.
public-terms-outage-title = When the service is down
public-terms-outage-text =
    If you could not answer in time because the service did not work, write to the case manager as soon as it works again. Say when you tried.

## Steps that a deadline takes

public-rules-lapse = The time runs out: { $clock }

## Conditions of steps, and fees

public-rules-if-claimant-prevails = the decision is for the claimant
public-rules-if-not-claimant-prevails = the decision is not for the claimant
public-rules-if-never = it is not so that { $guard }
public-rules-if-and = { $first }, and { $then }
public-rules-if-or = { $first }, or { $then }
public-rules-answer-at-least = “{ $field }” is at least { $answer } in: { $paper }
public-rules-answer-more = “{ $field }” is more than { $answer } in: { $paper }
public-rules-answer-at-most = “{ $field }” is at most { $answer } in: { $paper }
public-rules-answer-less = “{ $field }” is less than { $answer } in: { $paper }
public-rules-answer-is-not = “{ $field }” is not { $answer } in: { $paper }
public-rules-answer-is = “{ $field }” is { $answer } in: { $paper }
public-rules-kind-matter = Any other matter
public-rules-fee-more = { $from } or more
public-rules-fee-agreed = by agreement
public-rules-fee-line = { $panel ->
    [0] { $name } ({ $subjects }): { $amount }, paid by { $who }
    [one] { $name } ({ $subjects }), one person decides: { $amount }, paid by { $who }
   *[other] { $name } ({ $subjects }), { $panel } persons decide: { $amount }, paid by { $who }
}
public-rules-picture = The procedure as a picture
public-rules-picture-lead = Each box is a state of the case and leads to its words below. A dashed line is what silence leads to; a full line is a step that somebody takes. Ends have a dotted frame; steps that lead to one from many states, such as taking the case back, are in the words below only.
public-rules-picture-scroll = The picture is wider than the screen: push it sideways.
public-rules-withdrawn = No new case begins under this procedure. Cases that have begun under it go on.

public-rules-waits = When time stands still
public-rules-conduct = Points for conduct
public-rules-decision = What a decision holds
public-rules-kept = How long what is kept
public-rules-between = { " " }
public-rules-hold = Reason: { $reason }.
public-rules-hold-pause = These stand still: { $clocks }.
public-rules-hold-stop = These end: { $clocks }.
public-rules-hold-run = These go on: { $clocks }.
public-rules-hold-remaining = Afterwards what stood still goes on with what was left of it.
public-rules-hold-restart = Afterwards what stood still begins again with its whole length.
public-rules-link = { $what }: recorded by { $who }, everybody in the case is told, and the case goes on.
public-rules-link-waits = { $what }: recorded by { $who }, everybody in the case is told, and the case waits until it is over.
public-rules-decision-plain = Findings, reasons on every issue, orders and the result in plain words.
public-rules-decision-parts = Findings, reasons on every issue, orders, the result in plain words, and: { $parts }.
public-rules-decision-check = It is checked before it is signed: { $profile }.
public-rules-decision-check-blocks = It cannot be signed with a defect under: { $profile }.
public-rules-kept-between = { $what }: between { $least } and { $most } after { $from }.
public-rules-kept-least = { $what }: at least { $length } after { $from }.
public-rules-kept-most = { $what }: at most { $length } after { $from }.
retention-case-file = The record of the case
retention-exhibits = What the parties filed
retention-transaction = Orders, payments and deliveries
retention-contact = How people are reached
kept-from-closed = the end of the case
kept-from-filed = the filing
kept-from-transaction-completed = the end of the transaction

public-rules-panel = Who decides
public-rules-panel-line = { $sizes }. Chosen like this: { $ways }.
public-rules-panel-size = { $count ->
    [one] One person decides
   *[other] { $count } people decide
}
public-rules-panel-or = { $few }, or { $more }
public-rules-panel-else = { $first }; where that fails, { $then }
public-rules-papers = Documents needed
public-rules-paper = { $name }, from: { $who }.
public-rules-paper-must = It must hold: { $fields }.
public-rules-paper-may = Where it applies: { $fields }.
public-rules-quoted = “{ $words }”
public-rules-fees-none = Nothing is to be paid for this procedure.
public-rules-fees-ask = No table of fees is kept here for this procedure. The registry says before you file what is to be paid.
public-rules-versions = Versions
public-rules-versions-lead = A case stays with the version under which it began, unless it is moved to a newer one with notice to everybody in it.
public-rules-version-offered = New cases begin under it
public-rules-version-kept = Only for cases that began under it
public-rules-version-event = Version { $version }, for what happened from { $date }
public-rules-version-agreement = Version { $version }, for agreements concluded from { $date }
public-rules-print = To print this page or keep it as a PDF, use the print command of your browser: menus are left out, and everything that folds is open.
panel-pick-registry = the registry proposes somebody of its roster
panel-pick-agreed = the sides agree on somebody
panel-pick-list = both sides rank the names of a list
panel-pick-authority = an appointing authority names somebody

# What procedures ask for, where the procedure itself has no words for it.
document-common-notice = Notice
document-common-counter = Counter-notice
document-common-action-proof = Proof of an action
document-common-delay = Proof of a delay that could not be helped
document-common-action-outcome = Result of the action
document-common-court-order = Order of a court
document-common-submission = Agreement to arbitrate
document-common-acceptance = Acceptance of the appointment, with the declaration of independence
document-common-decision = Decision
document-common-complaint = Complaint
document-common-response = Answer
document-common-consent = Consent to a binding decision
document-common-proposal = Proposal
field-common-rights-proof = Proof of the right
field-common-contact = Name and contact
field-common-identity-proof = Proof of identity
field-common-agent-authority = Authority of the agent
field-common-listings = Listings
field-common-explanation = Explanation
field-common-proof = Evidence
field-common-comparison = Comparison
field-common-evaluation-report = Evaluation report
field-common-requested-measure = Measure asked for
field-common-signature = Signature
field-common-licence = Licence
field-common-forum = Court or authority
field-common-docket-number = Number of the matter there
field-common-filed-on = Day of filing there
field-common-copy = Copy of the document
field-common-receipt = Receipt of the application
field-common-result = Result
field-common-decided-on = Day of the result
field-common-court = Court
field-common-order-number = Number of the order
field-common-disclosures = Disclosures
field-common-reasons = Reasons
field-common-restores = Whether the listings go back up
field-common-seat = Seat of the arbitration
field-common-order-reference = Number of the order placed
field-common-seller = Seller
field-common-goods = Goods or service
field-common-ground = Ground of the complaint
field-common-remedy = What is wanted
field-common-amount = Amount
field-common-position = Position
field-common-terms = Terms
field-common-relief = Relief
field-common-ean13 = Product number (EAN-13)
field-common-work = The work
field-common-registration = Registration
field-common-seeks-restraint = Whether it asks the court to restrain the seller
