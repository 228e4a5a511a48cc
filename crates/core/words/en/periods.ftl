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

## Days.

# A month by its number, as short as it is usual.
month-name = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
# A day of a month and year.
day-of-month = { $day } { $month } { $year }
