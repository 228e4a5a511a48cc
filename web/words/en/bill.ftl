## Licences, prices and proofs.

# Heading of the bill.
licences-heading = Licences
# Where nobody needs a licence.
nothing-needed = No licence is needed for what is described so far.
# Where nothing could be counted.
not-counted-yet = Nothing can be counted yet.
# Heading of the server licences.
server-licences = Server licences, not in the total
# A server licence that is not bought.
included = comes with the licences for access
# Enough of a server licence is owned.
nothing-to-buy = nothing to buy
# Heading of the licences that are not on the bill.
not-needed = Not needed, and why
# Opens the reason of a line.
why = why
# The name of the reasons of a line or a use.
reasons = Reasons
# A licence without a price.
no-price = no price
# Marks a price that is an assumption.
assumed = assumed
# Leads from a line of the bill to the price that it rests on.
set-price = Change the price
# The same, as the name of the button.
set-price-of = Change the price: { $name }
# Opens the prices, and heads them.
prices = Prices
# Heading of the proof.
proof = Proof of the lowest cost
# Opens the charges.
check = Check it by hand
# Heading of the alternatives.
comparison = Comparison
# An alternative that does not meet everything.
not-possible = not possible
# Opens the table behind a chart.
as-table = As a table
# The name of the total.
total = Total
# How many licences the bill counts.
licences = { $count ->
    [one] 1 licence
   *[other] { $count } licences
}
# Where no price of the bill is an assumption.
no-assumption = no price is an assumption
# Where every price of the bill is an assumption.
all-assumptions = { $lines ->
    [one] the price is an assumption
   *[other] all prices are assumptions
}
# How many of the prices on the bill are assumptions.
some-assumptions = { $assumed ->
    [one] 1 of { NUMBER($lines) } prices is an assumption
   *[other] { $assumed } of { NUMBER($lines) } prices are assumptions
}
# So many people whose needs are not counted.
people-not-counted = { $count ->
    [one] 1 person not counted
   *[other] { $count } people not counted
}
# So many lines of a bill whose price is not known.
without-price = { $lines ->
    [one] 1 licence without a price
   *[other] { $lines } licences without a price
}
# The badge of a total that does not count everything.
incomplete = incomplete
# Before a total that does not count everything.
at-least = at least
# Where the visitor's own prices count.
your-prices = your prices
# The visitor's own discount.
less-percent = less { $percent } %
# The visitor's own prices and discount.
your-prices-less = your prices, less { $percent } %
# Where nobody is described.
nothing-said = Nothing is described yet. Start with a group of people.
# Where nothing is said of what people use.
say-what-people-use = { $count ->
    [one] Say what the 1 person uses.
   *[other] Say what the { $count } people use.
}
# Who holds a server licence while no server is described.
one-server = one server: say how many there are
# What is owned already of a line.
owned-and-to-buy = { NUMBER($owned) } owned, { NUMBER($buy) } to buy
# How a line comes to its amount.
product-of-line = { NUMBER($buy) } at { $unit } each: { $amount }.
# The same where it is paid by the month.
product-by-month = { NUMBER($buy) } at { $month } a month each, which is { $unit } each: { $amount }.
# What a price rests on: a list price.
basis-list = list price
# What a price rests on: a reseller's.
basis-reseller = reseller’s price
# What a price rests on: other figures.
basis-derived = derived
# What a price rests on: nothing.
basis-assumption = assumption
# What a price rests on: the visitor's own figure.
basis-own = your price
# What a price buys, after the figure.
a-month = a month
# How far a source can be trusted: Microsoft's own page.
confidence-official = official
# How far a source can be trusted: Microsoft's text, hosted by somebody else.
confidence-official-copy = Microsoft’s text, quoted elsewhere
# How far a source can be trusted: an analyst firm.
confidence-analyst = analyst
# How far a source can be trusted: a partner, distributor or licensing consultant.
confidence-reseller = reseller
# How far a source can be trusted: a blog or forum.
confidence-blog = blog
# How far a source can be trusted: our own arithmetic or logic.
confidence-derived = derived
# How far a source can be trusted: an assumption of ours.
confidence-assumption = assumption
# When a clause was last reviewed.
reviewed-on = reviewed { $month }
# When a text was looked for that settles a clause of our own, and none found.
searched-text = looked for on { $day }, no text found
# When a text was looked for that settles a disputed clause, and none found.
searched-settling-text = a text that settles it was looked for on { $day }, none found
# Where a licence was asked for, of a requirement: who could hold it, and for what.
requirement = { $holders }, to { $what } through { $through }
# The own devices of a group.
own-devices-of = own devices of { $name }
# What an owned licence is worth in the proof.
rent = { NUMBER($owned) } owned { $name }, worth { $each } each
# The alternative that costs least.
cheapest-mix = Cheapest mix
# The cheapest mix, and other ways that come to the same one: Cheapest mix (No connector).
cheapest-which-is = Cheapest mix ({ $ways })
# The alternative with licences for people alone.
all-user = A licence for every person
# The alternative with licences for devices alone.
all-device = A licence for every device
# The alternative with connectors wherever possible.
all-connector = Connectors for all external people
# The alternative without connectors.
no-connector = No connector
# The alternative in which everybody has licences of one tier.
everybody-on = Everybody on { $tier }
# An alternative that comes to the very mix that is on the bill.
the-same = the same mix
# One that costs as much.
a-tie = a tie
# A choice that the cheapest mix makes anyway.
as-now = current choice
# What decides a tie.
tie = A tie: another way costs the same. The choice follows a fixed order: a connector comes before licences for people, these come before licences for devices, and one licence comes before two.
# Heading of the forced choices.
forced = What if a group were licensed another way?
# What the forced choices are.
forced-about = The extra cost of each choice, and the total with it; all other groups are licensed at the lowest cost.
# The same where there are many groups.
forced-first = The extra cost of each choice, and the total with it; all other groups are licensed at the lowest cost. The first { NUMBER($count) } groups.
# The currencies of a price list, where the visitor chose another one.
prices-in-two = Your prices are in { $own }; those of the price book are in { $book } and are not counted.
# The unit of all amounts of a table.
amounts-in = All amounts in { $unit }.
# Column of the forced choices: the group.
forced-group = Group
# Column of the forced choices: licences on people.
forced-people = People
# Column of the forced choices: licences on devices.
forced-devices = Devices
# Column of the forced choices: a connector.
forced-connector = Connector
# Whom a table or a proof leaves out.
leaves-out = Incomplete: { $left-out }.
# After the name of a group that is not counted.
group-not-counted = { $name }: not counted yet.
# Heads a question whose answer may lower the total.
may-be-less = The total may be lower.
# An answer with the total that follows.
then-total = then { $total }
# In front of something worth knowing.
severity-info = Note
# In front of a warning.
severity-warning = Warning
# In front of something that could not be counted.
severity-error = Not counted
# The total is the least possible.
proved = proved cheapest
# The total is the best found.
within = best found, at most { $gap } too high
# What a price rests on, as a sentence: a list price.
rests-on-list = The price is a list price.
# What a price rests on, as a sentence: a reseller's.
rests-on-reseller = The price is a reseller’s.
# What a price rests on, as a sentence: other figures.
rests-on-derived = The price is derived from other figures.
# What a price rests on, as a sentence: nothing.
rests-on-assumption = The price is an assumption: enter your own in its place.
# What a price rests on, as a sentence: the visitor's own figure.
rests-on-own = The price is your own.
# A proof by charges alone.
proof-by-charges = Every requirement that is counted carries a charge. No licence costs less than the charges that it would settle, and the charges add up to { $total }: nobody can meet the requirements for less.
# A proof by charges and a search.
proof-by-search = The charges below prove that it takes at least { $charges }. A search through every case that was left ({ NUMBER($cases) } of them) closed the gap to { $total }.
# A proof without charges for all of it, where no case had to be tried.
proof-by-count = The charges below prove that it takes at least { $charges }. What each choice left over would cost at least, which amounts these prices can add up to, and an exact count of who is served by owned licences, rule out everything below { $total }; no case had to be tried.
# No full proof.
proof-with-gap = The search was cut short. The charges below prove that the total is at most { $gap } above the least possible.
# Column of the charges: their number.
charge-number = No.
# Column of the charges: what carries them.
charge-requirement = Requirement
# Column of the charges: their amount.
charge-amount = Charge
# Column of who could hold what: the holder.
check-holder = Possible holder
# Column of who could hold what: what that costs.
check-cost = Cost
# Column of who could hold what: the charges that it would settle.
check-charges = Charges covered
# Column of who could hold what: what these come to.
check-sum = Sum of charges
# What the tables of the proof are good for.
check-about = The charges of a line never exceed its cost. Any way to meet the requirements therefore costs at least the sum of the charges. Owned licences count at their value. Lines that follow from others are left out.
# In place of a number, before an owned licence.
owned-sign = owned
# Every charge of the proof.
all-charges = all
# The sum of the charges.
sum = Sum
# Licences and who could hold them.
held = { $licences } for { $holder }
# A proof that is too long for a page.
proof-long = { NUMBER($charges) } charges and { NUMBER($lines) } lines to check: more than a page holds. The file has them all.
# Column of the alternatives: the way.
comparison-way = Way
# Column of the alternatives: how much more it is.
comparison-more = More
# Where nothing is counted.
nothing-to-compare = Once something is needed, other ways to buy it stand here with their price.

## Reading: what is spoken, and what a reason folds.

# The beginning of the total as a sentence for those who hear the page.
spoken-total = Total { $amount }
# The number of open questions in that sentence.
questions-open = { $count ->
    [one] 1 question open
   *[other] { $count } questions open
}
# A currency as it is spoken.
us-dollars = US dollars
# A currency as it is spoken.
euros = euros
# A currency as it is spoken.
pounds = pounds sterling
# A currency as it is spoken.
australian-dollars = Australian dollars
# A currency as it is spoken.
canadian-dollars = Canadian dollars
# A currency as it is spoken.
swiss-francs = Swiss francs
# A currency as it is spoken.
yen = yen
# A currency as it is spoken.
swedish-kronor = Swedish kronor
# A currency as it is spoken.
norwegian-kroner = Norwegian kroner
# A currency as it is spoken.
danish-kroner = Danish kroner
# Ends a list of holders that is too long for a line.
holders-and-more = { $first } and { NUMBER($more) } more
# Opens all holders of a line.
all-holders = { $count ->
    [one] 1 holder
   *[other] All { $count } holders
}
# Opens the rest of the sentences of a reason.
more-sentences = { $count ->
    [one] 1 more sentence
   *[other] { $count } more sentences
}
# Opens the sources of a reason.
sources-of-reason = { $count ->
    [one] 1 source
   *[other] { $count } sources
}

## How sure the total is.

# Opens how sure the total is.
how-sure = How sure is this total?
# Heading: prices.
sure-prices = Prices
# Heading: people and questions.
sure-people = People
# Heading: texts.
sure-texts = Texts
# No price is an assumption.
sure-no-assumption = No price on the bill is an assumption.
# All of the total rests on assumptions.
sure-all-assumed = The whole total ({ $total }) rests on assumed prices, or on prices that follow from one.
# A part of the total rests on assumptions.
sure-share = { $part } of { $total }, { $percent } %, rest on assumed prices, or on prices that follow from one.
# Totals between which the least one lies.
sure-span = If each of them is off by up to { NUMBER($percent) } %, the total lies between { $lowest } and { $highest }.
# A licence without a price.
sure-no-price = No price is known for { $name }: the total leaves it out.
# Everybody is counted.
sure-no-question = Everybody is counted, and no question is open.
# After a question: totals between which its answers lie.
sure-between = Depending on the answer, the total is between { $least } and { $most }.
# After a question: its answers make no difference.
sure-whatever = Whatever the answer, the total is { $total }.
# After a question: totals that are paid otherwise.
sure-either = Depending on the answer, the total is { $totals }.
# Texts that disagree on what some people do.
sure-disputed = Texts disagree on { $people }: { $says } { $readings }
# No text is disputed.
sure-no-dispute = No text that decides here is disputed.

## The proof in plain words.

# No mix is cheaper.
proof-plain = No cheaper mix exists.
# No mix is cheaper, and another one costs the same.
proof-plain-tie = No cheaper mix exists. Another one costs the same. { $other }
# Not everything is counted.
proof-plain-incomplete = No cheaper mix exists for what is counted. The total leaves something out.
# The search was cut short.
proof-plain-gap = A cheaper mix may exist, by no more than { $gap }.
# Another way to the same total, and its licences.
tie-by-way = { $way }: { $licences }.
