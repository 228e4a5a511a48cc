## The time that an amount pays for, to follow the amount.

# Paid once.
period-once = once
# Paid again and again, counted for these years.
period-recurring = { $years ->
    [one] a year
   *[other] over { $years } years
}
# Some of it paid once, some for each of these years.
period-mixed = { $years ->
    [one] in the first year
   *[other] in the first { $years } years
}
