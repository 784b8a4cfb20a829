# Who takes part and the words for kinds of things in a case. Keys are the domain's words with dashes
# for underscores.

## Roles, and what each side is called in a notice and in a complaint

role-claimant = Claimant
role-respondent = Respondent
role-marketplace = Marketplace
role-case-manager = Case manager
role-arbitrator = Arbitrator
role-administrator = Administrator
role-system = The system
role-claimant-notice = Rights holder
role-respondent-notice = Seller
role-claimant-complaint = Consumer
role-respondent-complaint = Seller

## Sides of the record

side-claimant = Claimant
side-respondent = Respondent
side-tribunal = Tribunal and registry
side-marketplace = Marketplace

## How much a representative may do

scope-act = May act for the party
scope-act-hint = Everything the party may do: answer, file, accept offers.
scope-read = May read only
scope-read-hint = Reads the case and gets the letters. Does not act.

## Capacity of the sender of a notice

capacity-owner = I own the right
capacity-agent = I act for the owner

## Ways in

via-page = On a page
via-api = By a program
via-clock = By a deadline
via-import = From an archive

## Languages

language-en = English
language-zh-Hans = Chinese (simplified)
language-ar = Arabic
language-bn = Bengali
language-de = German
language-es = Spanish
language-fa = Persian
language-fr = French
language-hi = Hindi
language-id = Indonesian
language-it = Italian
language-ja = Japanese
language-ko = Korean
language-ms = Malay
language-nl = Dutch
language-pl = Polish
language-pt = Portuguese
language-ru = Russian
language-sv = Swedish
language-sw = Swahili
language-th = Thai
language-tr = Turkish
language-uk = Ukrainian
language-vi = Vietnamese
language-zh = Chinese

## Rights

right-trade-mark = Trade mark
right-copyright = Copyright
right-patent = Patent or utility model
right-design = Design
right-consumer = Consumer law
right-payment = Payment

## What is done to a listing

action-hide = Hide
action-remove = Remove
action-restrict = Restrict
action-refuse = Refuse
action-restore = Restore
action-hide-hint = Out of sight until the matter ends; the seller keeps it.
action-remove-hint = Taken down.
action-restrict-hint = Visible with limits: a territory, search or sale.
action-refuse-hint = Stays online. Say why.
action-restore-hint = Back as it was.

## What a listing is now

measure-live = Online
measure-hidden = Hidden
measure-removed = Removed
measure-restricted = Restricted
measure-refused = Online, notice refused
measure-restored = Restored

## What went wrong

problem-not-delivered = It did not arrive
problem-defective = It is broken or does not work
problem-unsafe = It is not safe
problem-not-as-described = It is not what was promised
problem-payment = The payment is wrong, or a refund did not come

## What puts it right

remedy-refund = Full refund
remedy-partial-refund = Partial refund
remedy-replacement = Replacement
remedy-repair = Repair
remedy-return-then-refund = Return, then refund
remedy-apology = Apology
remedy-restore-listing = Listing goes back
remedy-keep-down = Listing stays down
remedy-payment = Payment
remedy-other = Something else

## What the respondent says

position-agree = Agrees
position-dispute = Does not agree
position-part = Agrees with a part

## Findings

finding-claimant = For the claimant
finding-respondent = For the respondent
finding-mixed = Partly for each

## Results of a court or authority

result-restore = The listing may come back
result-keep-down = The listing stays down

## Offers

offer-open = Open
offer-accepted = Accepted
offer-declined = Declined
offer-countered = Answered with another
offer-withdrawn = Taken back
offer-lapsed = Ended

## Promises and duties

obligation-due = To be done
obligation-marked = Marked as done
obligation-confirmed = Confirmed
obligation-disputed = Disputed
obligation-overdue = Overdue

## Seats on the tribunal

seat-proposed = Waiting for an answer
seat-accepted = Accepted
seat-declined = Declined
seat-removed = Left

## Challenges

challenge-open = Waiting for a ruling
challenge-upheld = Upheld: the arbitrator leaves
challenge-rejected = Rejected: the arbitrator stays

## Who reads a message

audience-everyone = Everyone, the arbitrator too
audience-everyone-hint = All parties, the arbitrator and the case manager read it.
audience-parties = The parties
audience-parties-hint = All parties and the case manager read it. The arbitrator does not.
audience-registry = The case manager only
audience-registry-hint = Nobody else in the case reads it.

## Countries and regions, by ISO 3166 code

country-AE = United Arab Emirates
country-AR = Argentina
country-AT = Austria
country-AU = Australia
country-BD = Bangladesh
country-BE = Belgium
country-BG = Bulgaria
country-BR = Brazil
country-CA = Canada
country-CH = Switzerland
country-CL = Chile
country-CN = China
country-CO = Colombia
country-CZ = Czechia
country-DE = Germany
country-DK = Denmark
country-EE = Estonia
country-EG = Egypt
country-ES = Spain
country-FI = Finland
country-FR = France
country-GB = United Kingdom
country-GR = Greece
country-HK = Hong Kong (China)
country-HR = Croatia
country-HU = Hungary
country-ID = Indonesia
country-IE = Ireland
country-IL = Israel
country-IN = India
country-IT = Italy
country-JP = Japan
country-KE = Kenya
country-KH = Cambodia
country-KR = South Korea
country-KZ = Kazakhstan
country-LT = Lithuania
country-LU = Luxembourg
country-LV = Latvia
country-MA = Morocco
country-MO = Macao (China)
country-MX = Mexico
country-MY = Malaysia
country-NG = Nigeria
country-NL = Netherlands
country-NO = Norway
country-NZ = New Zealand
country-PE = Peru
country-PH = Philippines
country-PK = Pakistan
country-PL = Poland
country-PT = Portugal
country-RO = Romania
country-RU = Russia
country-SA = Saudi Arabia
country-SE = Sweden
country-SG = Singapore
country-SI = Slovenia
country-SK = Slovakia
country-TH = Thailand
country-TR = Türkiye
country-TW = Taiwan (China)
country-UA = Ukraine
country-US = United States
country-VN = Vietnam
country-ZA = South Africa
