## What is wrong or worth knowing, and what to do about it: one sentence in lower case, without a full stop. What the visitor wrote stands in backticks.

# A scenario of a later format.
newer-format = format { $format } is not one that this version reads
# Remedy for that.
newer-format-remedy = this version reads format { $format }: open the scenario with a newer Seatwise
# A rulebook that is not known.
no-such-rulebook = there is no rulebook `{ $rulebook }`
# Remedy for that.
no-such-rulebook-remedy = choose one of { $known }
# A scenario of another edition of the rulebook.
other-edition = the scenario was made with `{ $made }`; it is counted with `{ $counted }`
# Remedy for that.
other-edition-remedy = compare the bill with the one you kept
# Two groups of one identifier.
duplicate-id = two groups have the id `{ $id }`
# Remedy for that.
duplicate-id-remedy = give every group an id of its own
# An organisation that is too large to be counted.
too-many-units = more than { NUMBER($most) } people, devices and servers
# Remedy for that.
too-many-units-remedy = split the organisation
# An edition that the rulebook does not know.
no-such-edition = { $book } has no server edition `{ $name }`
# Remedy for that.
no-such-edition-remedy = leave it out for the usual one; the others are { $known }
# A version that the rulebook does not know.
no-such-version = { $book } has no server version `{ $name }`
# Remedy for that, where no rulebook knows it.
no-such-version-anywhere = no rulebook here has it; this one knows { $known }; what is used there is not counted
# Remedy for that, where another rulebook knows it.
no-such-version-elsewhere = choose { $books }; this one knows { $known }; what is used there is not counted
# In place of a list of names that is empty.
none-known = none
# Activities that belong to another family of products.
other-family = { $book } knows no { $activities }
# The same of more than can be named.
other-family-and-more = { $book } knows no { $activities } and { NUMBER($more) } more
# Remedy for that.
other-family-remedy = map the uses to this product, or start blank; they are not counted
# A use of people that are not there.
no-such-people = there is no people group `{ $id }`
# A use from devices that are not there.
no-such-devices = there is no device group `{ $id }`
# A use of servers that are not there.
no-such-servers = there is no server group `{ $id }`
# Remedy for that.
no-such-group-remedy = add the group or choose another; this use is not counted
# A number of own devices that cannot be counted.
own-devices = `{ $count }` devices of one’s own cannot be counted
# Remedy for that.
own-devices-remedy = write 1 to { NUMBER($most) }; this use is not counted
# A use without activities.
empty-use = the use does not say what is done
# Remedy for that.
empty-use-remedy = choose at least one activity; nothing is counted yet
# A licence that no rulebook has.
no-such-licence = there is no licence `{ $id }`
# Remedy for that where it is owned.
no-such-licence-owned-remedy = write the rulebook, a slash and the licence: crm-2011/cal-ess-user; it is left out of this count
# Remedy for that where it has a price.
no-such-licence-remedy = write the rulebook, a slash and the licence: crm-2011/cal-ess-user
# What came along with owned server licences.
owned-brings = { NUMBER($quantity) } { $licence } bring { NUMBER($units) } { $brought }
# What an owned licence qualifies for.
owned-qualifies = { $owned } covers nobody here, but it qualifies for other licences
# As what an owned licence counts.
owned-counts-as = { $owned } counts as { $licence }
# As what an owned licence would count.
owned-unassured = { $owned } counts as { $licence } only under Software Assurance
# Remedy for that.
owned-unassured-remedy = tick Software Assurance if it was active; it is left out of this count
# An owned licence of which the programme decides.
owned-programme = what { $owned } qualifies for hangs on the programme that it was bought through
# Remedy for that.
owned-programme-remedy = say which programme it was; it is left out of this count
# An owned licence of which nothing is known.
owned-elsewhere = whether { $owned } counts under { $book } is not known yet: no text says so
# Remedy for that.
owned-elsewhere-remedy = ask your reseller; it is left out of this count
# A licence with its rulebook.
licence-of-book = { $licence } of { $book }
# A programme that the rulebook does not know.
no-such-programme = { $book } names no programme `{ $programme }`
# Remedy for that.
no-such-programme-remedy = the programmes are { $known }; it opens nothing here
# Owned additives without a base.
additive-without-base = { NUMBER($over) } of the owned { $licence } have no base licence to stand on
# Remedy for that.
additive-without-base-remedy = an additive never outnumbers its bases: check the quantities
# A subscription that has ended.
subscription-ended = the subscription ended on { $until }, before the { $day } that is looked at
# Remedy for that.
subscription-ended-remedy = it is left out of this count; write its new end if it was renewed
# Software Assurance that has ended.
assurance-ended = Software Assurance ended on { $until }, before the { $day } that is looked at
# Remedy for that.
assurance-ended-remedy = the licences are counted without it; write its new end if it was renewed
# A plan of too few or too many years.
plan-years = a plan of { $years } years is out of range
# Remedy for that.
plan-years-remedy = write 1 to 10; the nearest of these is counted
# A price book of another rulebook.
prices-of-another-book = the price book `{ $id }` has no prices for { $book }
# A price book that is not known.
no-such-price-book = there is no price book `{ $id }`
# Remedy for both.
own-price-book-used = the rulebook’s own price book is used
# A price book in another currency.
other-currency = the price book { $name } is in { $currency }, not in { $wanted }
# Remedy for that.
other-currency-remedy = only your own prices are counted, and prices that follow from them
# What is no currency.
no-currency-code = `{ $written }` is not the code of a currency
# Remedy for that.
no-currency-code-remedy = write its three letters: `USD`; only your own prices are counted
# Remedy for a code in small letters.
currency-capitals-remedy = write `{ $capitals }`; it is counted as that
# What is no discount.
no-discount = `{ $written }` is not a discount
# Remedy for that.
no-discount-remedy = write per cent from 0 to 100, with at most two decimals; none is taken
# What is no price.
not-a-price = `{ $written }` is not a price
# Remedy for that.
not-a-price-remedy = write it like 1000.00, not above 100000000; the price book’s is counted
# Counts and prices whose sum is too large.
too-large-sum = counts and prices are too large for an exact sum
# Remedy for that.
too-large-sum-remedy = write smaller counts or lower prices
# Remedy for a problem that could not be solved.
not-solved-remedy = make the organisation smaller or its prices lower
# Licences that decide between two readings.
would-settle-it = one { $licences } would settle it
# What a further environment would save.
further-environment = a further environment of another tier would save up to { $saving }
# Remedy for that.
further-environment-remedy = tiers may not share an environment: add one, and say who works in which
# A line of the bill without a price.
no-price = no price is known for `{ $licence }`, so the total leaves it out
# Remedy for that.
no-price-remedy = put your own price in
# A total that is not proved.
search-cut-short = the search was cut short: the total is at most { $gap } too high
# Remedy for that.
search-cut-short-remedy = join groups that are alike, then the search ends
# Idle licences that could be converted.
convertible = { NUMBER($count) } idle { $from } could become { $to }: { $says }
# The same with what that saves.
convertible-saving = { NUMBER($count) } idle { $from } could become { $to } and save { $saved }: { $says }
# What named users of an edition are: access for any number beyond them.
named-users-exempt = { $edition } allows this to any number of people over its { NUMBER($most) } named users
# What named users of an edition are: included in its price.
named-users-included = { $edition } admits { NUMBER($most) } named users, included in its price
# What named users of an edition are: all that it admits.
named-users-only = { $edition } admits { NUMBER($most) } named users of your own and nobody else
# The end of a subscription.
subscription-ends = the subscription ends, and with it the use of other generations that comes along
# The end of Software Assurance.
assurance-ends = Software Assurance ends: what asks for it can be bought, stepped up or renewed until then
# What is no day.
no-such-day = `{ $written }` is not a day
# Remedy for that.
no-such-day-remedy = write year, month and day: 2026-11-27; it is not looked at
# An end of something that was bought once.
does-not-end = what was bought once does not end on { $until }
# Remedy for that.
does-not-end-remedy = tick Software Assurance if it is the end of that
# A deadline.
ends-on = { $day }: { $says }
# The question through which programme owned licences were bought.
asks-programme = Through which programme were the { NUMBER($quantity) } { $licence } bought?
# A user analysis whose entry could not be read.
unread-plan = an entry among the plans could not be read, and it may decide
# A group that is to grow and is not there.
no-such-group-to-grow = there is no group `{ $id }` that could grow
# What to do about it.
no-such-group-to-grow-remedy = name a group of the organisation
# What is no rate.
no-rate = `{ $written }` is not a rate
# What to write.
no-rate-remedy = write per cent from { $least } to 1000, with at most two decimals; it is not counted
