# How a date was counted, line by line, so that a reader can count again with a calendar in hand.

## Lengths and units

unit-calendar-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
unit-business-days = { $n ->
    [one] 1 working day
   *[other] { $n } working days
}
unit-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
unit-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
unit-years = { $n } years
unit-window = { $least } to { $most }

## The lines

derivation-line = { $length }, counted from { $anchor } on { $date }
derivation-extended = Time added: { $length }
derivation-chosen = The length was set by the operator of this service; the procedure allows { $least } to { $most }.
derivation-tolled = Not counted: { $from } to { $until }, delay by { $reason }
derivation-tolled-open = The days stand still since { $from }: delay by { $reason }
derivation-cutoff = The last day ends at { $time }, { $zone }.
derivation-days = Days are days in { $zone }.
derivation-calendar = Working days: { $calendar }, version { $version }
derivation-provisional = A calendar for part of this time is not published yet. The date may move when it is.
derivation-day = { $day }: { $why }
derivation-run = { $from } to { $until }: { $why }

why-excluded-first-day = the day of the event, not counted
why-counted = { $from ->
    [0] day { $until }
   *[other] days { $from } to { $until }
}
why-extension = { $from ->
    [0] day { $until } of the added time
   *[other] days { $from } to { $until } of the added time
}
why-swap-working-day = { $from ->
    [0] a weekend day that works by the yearly swap, day { $until }
   *[other] weekend days that work by the yearly swap, days { $from } to { $until }
}
why-weekend = weekend, not counted
why-holiday = { $name }, not counted
why-holiday-observed = { $name } (observed), not counted
why-tolled = delay that does not count ({ $reason })
why-rolled = the end moves here, because { $from } is not a working day
why-capped = the whole time may not be longer than { $length }
why-months-end = { $n ->
    [one] the day of the same number one month later, or the last day of that month
   *[other] the day of the same number { $n } months later, or the last day of that month
}
why-hours-end = the hours end on this day

toll-notarisation = notarisation

## Calendars and their holidays

calendar-cn = China, as the State Council announces it
calendar-england-wales = England and Wales
calendar-germany = Germany, days off nationwide
calendar-france = France
calendar-spain = Spain, days off nationwide
calendar-singapore = Singapore
calendar-hong-kong = Hong Kong
calendar-uae = United Arab Emirates, federal government
calendar-eu-institutions = institutions of the European Union
calendar-us-federal = United States federal holidays
calendar-of-party = the country of the party: { $who }
calendar-of-answer = the country answered under “{ $field }”
calendar-none = weekends only
