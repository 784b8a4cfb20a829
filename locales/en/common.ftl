# Words of the frame that every page shares, and how dates, numbers and deadlines are written.

common-skip = Skip to main content
common-demo = This is a demonstration. Every person, company and case here is made up. Do not enter real data.
common-halted = The record is being checked. You can read everything, but nothing can be filed at the moment, and no date ends: the time is given back.
common-account = Your account:
common-sign-in = Sign in
common-sign-out = Sign out

common-nav-label = Main
common-nav-to-do = to do
common-nav-work = Your work
common-nav-cases = Cases
common-nav-start = Start a case
common-nav-respond = I received a notice
common-nav-listings = Listings
common-nav-queue = Queue
common-nav-intake = Intake
common-nav-panel = Panel
common-nav-appointments = Appointments
common-nav-rules = Procedures
common-nav-help = Help
common-nav-overview = Overview
common-nav-people = People
common-crumbs-label = Breadcrumb

common-foot-help = Help and contact
common-foot-rules = Procedures
common-foot-accessibility = Accessibility
common-foot-privacy = Privacy
common-foot-zone = Times on this page are shown in
common-foot-zone-change = Change time zone
common-foot-operator = { $product } is run by { $operator }.

# Patterns of dates: %a weekday, %A weekday in full, %d day, %B month, %b month cut short, %m month
# as a number, %Y year, %H and %M hour and minute in two figures.
common-date-full = %a %d %B %Y, %H:%M
common-date-without-year = %a %d %B, %H:%M
common-date-short = %d %B, %H:%M
common-date-time = %H:%M
common-date-day = %d %B %Y
common-date-day-weekday = %a %d %B %Y
common-date-day-short = %d %B
common-date-spelled = %A %d %B %Y, %H:%M
common-date-block-top = %a
common-date-block-bottom = %b
common-now-line = { $when } { $zone }

common-weekday-mon = Mon
common-weekday-tue = Tue
common-weekday-wed = Wed
common-weekday-thu = Thu
common-weekday-fri = Fri
common-weekday-sat = Sat
common-weekday-sun = Sun
common-weekday-mon-full = Monday
common-weekday-tue-full = Tuesday
common-weekday-wed-full = Wednesday
common-weekday-thu-full = Thursday
common-weekday-fri-full = Friday
common-weekday-sat-full = Saturday
common-weekday-sun-full = Sunday

common-month-1 = January
common-month-2 = February
common-month-3 = March
common-month-4 = April
common-month-5 = May
common-month-6 = June
common-month-7 = July
common-month-8 = August
common-month-9 = September
common-month-10 = October
common-month-11 = November
common-month-12 = December
common-month-short-1 = Jan
common-month-short-2 = Feb
common-month-short-3 = Mar
common-month-short-4 = Apr
common-month-short-5 = May
common-month-short-6 = Jun
common-month-short-7 = Jul
common-month-short-8 = Aug
common-month-short-9 = Sep
common-month-short-10 = Oct
common-month-short-11 = Nov
common-month-short-12 = Dec

common-zone-line = { $zone } ({ $offset })
common-zone-other = { $city } time
common-zone-asia-shanghai = China time
common-zone-asia-chongqing = China time
common-zone-asia-urumqi = Urumqi time
common-zone-asia-hong-kong = Hong Kong time
common-zone-asia-macau = Macau time
common-zone-asia-taipei = Taipei time
common-zone-asia-singapore = Singapore time
common-zone-asia-kuala-lumpur = Malaysia time
common-zone-asia-tokyo = Japan time
common-zone-asia-seoul = Korea time
common-zone-asia-kolkata = India time
common-zone-asia-calcutta = India time
common-zone-asia-dubai = Dubai time
common-zone-asia-riyadh = Saudi Arabia time
common-zone-asia-jakarta = Western Indonesia time
common-zone-asia-bangkok = Thailand time
common-zone-asia-ho-chi-minh = Vietnam time
common-zone-asia-manila = Philippines time
common-zone-asia-karachi = Pakistan time
common-zone-asia-jerusalem = Israel time
common-zone-europe-london = London time
common-zone-europe-dublin = Dublin time
common-zone-europe-lisbon = Lisbon time
common-zone-europe-madrid = Madrid time
common-zone-europe-paris = Paris time
common-zone-europe-berlin = Berlin time
common-zone-europe-rome = Rome time
common-zone-europe-vienna = Vienna time
common-zone-europe-zurich = Zurich time
common-zone-europe-amsterdam = Amsterdam time
common-zone-europe-brussels = Brussels time
common-zone-europe-stockholm = Stockholm time
common-zone-europe-oslo = Oslo time
common-zone-europe-copenhagen = Copenhagen time
common-zone-europe-helsinki = Helsinki time
common-zone-europe-warsaw = Warsaw time
common-zone-europe-prague = Prague time
common-zone-europe-budapest = Budapest time
common-zone-europe-athens = Athens time
common-zone-europe-istanbul = Istanbul time
common-zone-europe-kyiv = Kyiv time
common-zone-europe-moscow = Moscow time
common-zone-africa-cairo = Cairo time
common-zone-africa-lagos = Lagos time
common-zone-africa-nairobi = Nairobi time
common-zone-africa-johannesburg = Johannesburg time
common-zone-africa-casablanca = Casablanca time
common-zone-america-new-york = New York time
common-zone-america-chicago = Chicago time
common-zone-america-denver = Denver time
common-zone-america-los-angeles = Los Angeles time
common-zone-america-toronto = Toronto time
common-zone-america-vancouver = Vancouver time
common-zone-america-mexico-city = Mexico City time
common-zone-america-bogota = Bogotá time
common-zone-america-lima = Lima time
common-zone-america-santiago = Santiago time
common-zone-america-sao-paulo = São Paulo time
common-zone-america-buenos-aires = Buenos Aires time
common-zone-america-argentina-buenos-aires = Buenos Aires time
common-zone-australia-sydney = Sydney time
common-zone-australia-perth = Perth time
common-zone-pacific-auckland = Auckland time

common-left-days = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
common-left-hours = { $n ->
    [one] { $n } hour left
   *[other] { $n } hours left
}
common-left-minutes = { $n ->
    [0] Less than a minute left
    [one] { $n } minute left
   *[other] { $n } minutes left
}
common-left-closed = Closed { $when }
common-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}

common-number-group = ,
common-number-decimal = .
common-size-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}

# The scripts put a number in the place of #; it is never 1.
common-count-left = # characters left
common-count-over = # characters too many
common-refresh-days = # days left
common-refresh-hours = # hours left
common-refresh-minutes = # minutes left
common-refresh-last = Less than 2 minutes left

# Parts of pages.
common-clock-ticks-end = Calendar day { $day } of { $days }
common-clock-ticks-end-weeks = Week { $week } of { $weeks }
common-clock-late = The time for this has ended
common-clock-if-nothing = If nothing is done by then:
common-clock-derivation = How this date was counted
common-clock-stopped = Stopped
common-change = Change
common-remove = Remove
common-download = Download
common-phases-label = Stages of this case
common-steps = Step { $step } of { $steps }
common-steps-progress = Progress: step { $step } of { $steps }
common-optional = (you may leave this out)
# the order of the three fields: dmy or ymd
common-date-field-order = dmy
common-date-field-day = Day
common-date-field-month = Month
common-date-field-year = Year
common-date-field-hint = For example, 27 3 2026
common-money-field-amount = Amount
common-money-field-currency = Currency
common-text-max = You can use up to { $max } characters.
common-select-choose = Choose one
common-pager-label = More of this list
common-pager-next = Next
common-pager-previous = Previous
common-pager-showing = Showing { $from } to { $to } of { $total }
common-entry = Entry { $number }
common-you = (you)
common-files-choose = Choose files
common-files-photo = Take a photo
common-files-upload = Upload the chosen files
common-files-drop = You can also drop files here.
common-saved-at = Saved { $time }
common-saved-not = Not saved: no connection. Your words are still on this page.
common-saved-newer = A newer version was saved elsewhere. Open this page again in a new window to compare.
common-select-all = Select all
common-select-none = Select none
common-yes = Yes
common-no = No
common-back = Back
common-cancel = Cancel
common-continue = Continue
common-save-continue = Save and continue
common-save-later = Save and come back later
common-search = Search
common-unknown = Not known
common-none = None
common-table-scroll = Table, scrolls sideways

common-role-claimant = Claimant
common-role-respondent = Respondent
common-role-marketplace = Marketplace
common-role-case-manager = Case manager
common-role-arbitrator = Arbitrator
common-role-administrator = Administrator
common-role-system = Automatic
