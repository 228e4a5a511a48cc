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
