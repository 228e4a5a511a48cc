## The insights beside the bill: other generations, break-evens, owned against needed.

# The heading of the table of generations.
generations = Under every generation of the product
# What the table of generations is for.
generations-about = The same people, devices, servers and uses under each rulebook, with that rulebook’s own prices.
# Heads generations where nothing is paid.
nothing-to-pay = Nothing to pay
# Heads generations whose totals are paid once.
paid-once = Paid once, in { $currency }
# Heads generations whose totals are paid every year.
paid-every-year = Paid every year, in { $currency }
# Heads generations whose totals pay for some other time.
paid-over = Paid { $period }, in { $currency }
# The same heading, where the prices are assumptions.
on-assumed-prices = { $heading }, on assumed prices: not to be compared with totals under other headings
# Column of the generations: the rulebook.
generation-rules = Rules
# Opens what is different.
differences = { $count ->
    [one] 1 group differs
   *[other] { $count } groups differ
}
# Marks the rulebook of the scenario.
this-one = this scenario
# Nothing differs.
no-difference = No group needs other licences.
# Nothing is on a bill.
no-licence = no licence
# The heading of the break-even card.
break-even = Break-even
# What the break-even card is for.
break-even-about = The counts or prices at which another mix becomes the cheapest. Exact, not sampled.
# The label of the list of counts and prices.
break-even-of = Break-even of
# Before one was chosen.
choose = choose a count or a price
# Where a stretch has no end.
and-up = and up
# Column of the stretches: their beginning.
stretch-from = From
# Column of the stretches: their end.
stretch-to = To
# Column of the stretches: what is cheapest.
stretch-mix = Cheapest mix
# Under the break-evens of a price: others that follow from it are held.
other-prices-stay = All other prices stay as they are, also those that follow from this one.
# Where every count was solved.
one-by-one = Licences are owned or a limit applies, so the total is not a chain of falling slopes: every count was solved by itself.
# How one group is covered elsewhere.
instead = { $people }: { $now } instead of { $then }
# What covers somebody who holds no licence: it is included.
covered-included = included
# What covers somebody who holds no licence: none is needed.
covered-exempt = needs no licence
# What covers somebody who holds no licence: it cannot be licensed.
covered-impossible = cannot be licensed
# What the chart shows, for those who do not see it.
chart-changes = { $what }, { $now }: the cheapest mix changes at { $places }.
# The same where it changes nowhere.
chart-without-change = { $what }, { $now }: the cheapest mix changes nowhere.
# Where there is no present price.
no-price-yet = no price yet
# Where things stand.
now-at = now { $present }
# The places that were looked at.
between = from { $from } to { $to }
# The same as a sentence.
looked = Examined { $between }.
# Nothing ever changes.
no-flip = One mix stays the cheapest, { $between }.
# Other groups hold the same licences, from somewhere on.
flip-same = From { $from } on: the same licences, for others.
# Licences that are no longer needed, from somewhere on.
flip-without = From { $from } on: without { $goes }.
# Licences that are needed as well, from somewhere on.
flip-with = From { $from } on: with { $comes }.
# Licences that take the place of others, from somewhere on.
flip-instead = From { $from } on: { $comes } instead of { $goes }.
# The price of a licence, to be chosen.
price-of = Price of { $name }
# Heading of what is owned against what is needed.
needed = Owned against needed
# Column of what is owned: the licence.
owned-licence = Licence
# Column of what is owned: how many are needed.
owned-needed = Needed
# Column of what is owned: how many are over.
owned-surplus = Surplus
# Column of what is owned: how many are missing.
owned-gap = Gap
# Column of what is owned: what these cost.
owned-cost = Cost
# Column of the register: the number.
register-number = No.
# Column of the register: a place for a name.
register-name = Name of the person or device
# Column of the register: a place for a date.
register-date = Assigned on
# Column of the register: the clauses.
register-ground = On what ground
# The last line of a group that is too large to be listed one by one.
and-so-on = { NUMBER($listed) } to { NUMBER($all) }
# Nothing is missing.
nothing-left-to-buy = Nothing is left to buy.
# The cheapest way to close the gap.
top-up = Cheapest top-up: { $gap }, for { $cost }.
# What it would cost if nothing were owned.
saved = Without what is owned: { $without }.
# Owned licences that nobody needs.
idle-licences = Idle: { $licences }.
# The change nearest to where things stand: the same licences, for others.
turning-same = Up to { $last } and from { $first } on, the same licences are held by others.
# The change nearest to where things stand: something is no longer needed.
turning-without = Up to { $last }, it is cheapest with { $goes }; from { $first } on, without.
# The change nearest to where things stand: something is needed as well.
turning-with = Up to { $last }, it is cheapest without { $comes }; from { $first } on, with.
# The change nearest to where things stand: something takes the place of something else.
turning-instead = Up to { $last }, it is cheapest with { $goes }; from { $first } on, with { $comes }.
# The present count, after that.
you-have = You have { $present }.
# The present price, after that.
price-now = The price now is { $present }.
# The name of a mix that lacks what the other one has.
mix-without = without { $licences }
# The name of the first of two mixes of the same licences.
mix-before = the same licences, as before
# The name of the second of two mixes of the same licences.
mix-for-others = the same licences, for others
