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

country-AD = Andorra
country-AE = United Arab Emirates
country-AF = Afghanistan
country-AG = Antigua & Barbuda
country-AI = Anguilla
country-AL = Albania
country-AM = Armenia
country-AO = Angola
country-AR = Argentina
country-AS = American Samoa
country-AT = Austria
country-AU = Australia
country-AW = Aruba
country-AX = Åland Islands
country-AZ = Azerbaijan
country-BA = Bosnia & Herzegovina
country-BB = Barbados
country-BD = Bangladesh
country-BE = Belgium
country-BF = Burkina Faso
country-BG = Bulgaria
country-BH = Bahrain
country-BI = Burundi
country-BJ = Benin
country-BL = St. Barthélemy
country-BM = Bermuda
country-BN = Brunei
country-BO = Bolivia
country-BQ = Caribbean Netherlands
country-BR = Brazil
country-BS = Bahamas
country-BT = Bhutan
country-BW = Botswana
country-BY = Belarus
country-BZ = Belize
country-CA = Canada
country-CC = Cocos (Keeling) Islands
country-CD = Congo - Kinshasa
country-CF = Central African Republic
country-CG = Congo - Brazzaville
country-CH = Switzerland
country-CI = Côte d’Ivoire
country-CK = Cook Islands
country-CL = Chile
country-CM = Cameroon
country-CN = China
country-CO = Colombia
country-CR = Costa Rica
country-CU = Cuba
country-CV = Cape Verde
country-CW = Curaçao
country-CX = Christmas Island
country-CY = Cyprus
country-CZ = Czechia
country-DE = Germany
country-DJ = Djibouti
country-DK = Denmark
country-DM = Dominica
country-DO = Dominican Republic
country-DZ = Algeria
country-EC = Ecuador
country-EE = Estonia
country-EG = Egypt
country-EH = Western Sahara
country-ER = Eritrea
country-ES = Spain
country-ET = Ethiopia
country-FI = Finland
country-FJ = Fiji
country-FK = Falkland Islands
country-FM = Micronesia
country-FO = Faroe Islands
country-FR = France
country-GA = Gabon
country-GB = United Kingdom
country-GD = Grenada
country-GE = Georgia
country-GF = French Guiana
country-GG = Guernsey
country-GH = Ghana
country-GI = Gibraltar
country-GL = Greenland
country-GM = Gambia
country-GN = Guinea
country-GP = Guadeloupe
country-GQ = Equatorial Guinea
country-GR = Greece
country-GS = South Georgia & South Sandwich Islands
country-GT = Guatemala
country-GU = Guam
country-GW = Guinea-Bissau
country-GY = Guyana
country-HK = Hong Kong (China)
country-HN = Honduras
country-HR = Croatia
country-HT = Haiti
country-HU = Hungary
country-ID = Indonesia
country-IE = Ireland
country-IL = Israel
country-IM = Isle of Man
country-IN = India
country-IO = British Indian Ocean Territory
country-IQ = Iraq
country-IR = Iran
country-IS = Iceland
country-IT = Italy
country-JE = Jersey
country-JM = Jamaica
country-JO = Jordan
country-JP = Japan
country-KE = Kenya
country-KG = Kyrgyzstan
country-KH = Cambodia
country-KI = Kiribati
country-KM = Comoros
country-KN = St. Kitts & Nevis
country-KP = North Korea
country-KR = South Korea
country-KW = Kuwait
country-KY = Cayman Islands
country-KZ = Kazakhstan
country-LA = Laos
country-LB = Lebanon
country-LC = St. Lucia
country-LI = Liechtenstein
country-LK = Sri Lanka
country-LR = Liberia
country-LS = Lesotho
country-LT = Lithuania
country-LU = Luxembourg
country-LV = Latvia
country-LY = Libya
country-MA = Morocco
country-MC = Monaco
country-MD = Moldova
country-ME = Montenegro
country-MF = St. Martin
country-MG = Madagascar
country-MH = Marshall Islands
country-MK = North Macedonia
country-ML = Mali
country-MM = Myanmar (Burma)
country-MN = Mongolia
country-MO = Macao (China)
country-MP = Northern Mariana Islands
country-MQ = Martinique
country-MR = Mauritania
country-MS = Montserrat
country-MT = Malta
country-MU = Mauritius
country-MV = Maldives
country-MW = Malawi
country-MX = Mexico
country-MY = Malaysia
country-MZ = Mozambique
country-NA = Namibia
country-NC = New Caledonia
country-NE = Niger
country-NF = Norfolk Island
country-NG = Nigeria
country-NI = Nicaragua
country-NL = Netherlands
country-NO = Norway
country-NP = Nepal
country-NR = Nauru
country-NU = Niue
country-NZ = New Zealand
country-OM = Oman
country-PA = Panama
country-PE = Peru
country-PF = French Polynesia
country-PG = Papua New Guinea
country-PH = Philippines
country-PK = Pakistan
country-PL = Poland
country-PM = St. Pierre & Miquelon
country-PN = Pitcairn Islands
country-PR = Puerto Rico
country-PS = Palestinian Territories
country-PT = Portugal
country-PW = Palau
country-PY = Paraguay
country-QA = Qatar
country-RE = Réunion
country-RO = Romania
country-RS = Serbia
country-RU = Russia
country-RW = Rwanda
country-SA = Saudi Arabia
country-SB = Solomon Islands
country-SC = Seychelles
country-SD = Sudan
country-SE = Sweden
country-SG = Singapore
country-SH = St. Helena
country-SI = Slovenia
country-SJ = Svalbard & Jan Mayen
country-SK = Slovakia
country-SL = Sierra Leone
country-SM = San Marino
country-SN = Senegal
country-SO = Somalia
country-SR = Suriname
country-SS = South Sudan
country-ST = São Tomé & Príncipe
country-SV = El Salvador
country-SX = Sint Maarten
country-SY = Syria
country-SZ = Eswatini
country-TC = Turks & Caicos Islands
country-TD = Chad
country-TG = Togo
country-TH = Thailand
country-TJ = Tajikistan
country-TK = Tokelau
country-TL = Timor-Leste
country-TM = Turkmenistan
country-TN = Tunisia
country-TO = Tonga
country-TR = Türkiye
country-TT = Trinidad & Tobago
country-TV = Tuvalu
country-TW = Taiwan (China)
country-TZ = Tanzania
country-UA = Ukraine
country-UG = Uganda
country-US = United States
country-UY = Uruguay
country-UZ = Uzbekistan
country-VA = Vatican City
country-VC = St. Vincent & Grenadines
country-VE = Venezuela
country-VG = British Virgin Islands
country-VI = U.S. Virgin Islands
country-VN = Vietnam
country-VU = Vanuatu
country-WF = Wallis & Futuna
country-WS = Samoa
country-XK = Kosovo
country-YE = Yemen
country-YT = Mayotte
country-ZA = South Africa
country-ZM = Zambia
country-ZW = Zimbabwe
right-rule = Another rule of law
