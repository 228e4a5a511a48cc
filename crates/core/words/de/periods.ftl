## Der Zeitraum, für den ein Betrag zahlt; folgt auf den Betrag.

period-once = einmalig
period-recurring = { $years ->
    [one] im Jahr
   *[other] über { $years } Jahre
}
period-mixed = { $years ->
    [one] im ersten Jahr
   *[other] in den ersten { $years } Jahren
}

## Tage.

month-name = { $month ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[other] Dez.
}
day-of-month = { $day }. { $month } { $year }
