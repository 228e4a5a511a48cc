## The years: the plan, the ways, what each costs, and price lists.

# The heading of the card.
years = Years
# What the card is for.
years-about = What it costs to stay, to step up or to move online, year by year. Payments fall at the beginning of each year; server licences are not among them.
# Opens the ways.
ways-over = Compare the ways over { $years ->
    [one] 1 year
   *[other] { $years } years
}
# So many years.
so-many-years = { $years ->
    [one] 1 year
   *[other] { $years } years
}
# The label of the list of years.
years-looked-at = Years
# The label of the first day.
first-day = First day
# The label of the list of agreements.
agreement = Agreement
# Before an agreement was chosen.
no-agreement = not said
# The label of what Software Assurance costs.
assurance-rate = Software Assurance, % a year
# Whether what is new comes with Software Assurance.
new-assured = Buy anew with Software Assurance
# The label of how subscriptions are paid.
billing = Subscriptions paid
# Subscriptions are paid at once.
billing-yearly = once a year
# Subscriptions are paid by the month.
billing-monthly = every month
# The label of the discount rate.
discount-rate = Discount rate, % a year
# Where no rate is said.
no-rate = none
# The label of the first day of a trial.
trial-from = Trial began on
# Opens the growth of the groups.
growth = Growth of the groups
# What growth means.
growth-about = In per cent a year; a minus sign for what shrinks. The first year is as described.
# The name of the field for the growth of a group.
growth-of = Growth of { $group }, % a year
# What a field for growth takes.
growth-wanted = A percentage, such as 5 or -2.5.
# The label of the end of a subscription or of Software Assurance.
until = Assurance until
# The name of the field for that day.
until-of = { $licence }: Assurance until
# What is counted for Software Assurance, where that is an assumption.
assurance-assumed = Software Assurance is counted at { $percent } % of the licence price a year: an assumption, as analysts name it. Enter your own rate.
# What is counted for Software Assurance.
assurance-counted = Software Assurance is counted at { $percent } % of the licence price a year.
# Nobody knows what Software Assurance costs.
assurance-not-known = What Software Assurance costs has no source here: enter your own rate.
# What monthly payment adds.
monthly-adds = Paid by the month, a subscription costs { $percent } % more.
# Nobody knows what monthly payment adds.
monthly-not-known = What paying by the month adds has no source here.
# How present values are rounded.
present-value-about = Worth today: every payment divided by one and the rate for each year before it, rounded to a hundredth; sums are of the rounded values.
# The way: on premises, Software Assurance kept.
way-with-assurance = Stay, with Software Assurance
# The way: on premises, Software Assurance let go.
way-without-assurance = Stay, without Software Assurance
# The way: on premises, everything bought anew.
way-buy-anew = Buy on premises anew
# The way: on premises, lower licences stepped up.
way-step-up = Step up what is owned
# The way: online, in place of Software Assurance.
way-from-sa = Online, From SA
# The way: online, beside what is owned.
way-add-on = Online, as Add-on
# The way: online, with full subscriptions.
way-subscription = Online, full subscriptions
# The way: subscriptions on own servers while moving.
way-dual-use = Subscriptions on own servers while moving
# The way: a trial becomes the full product.
way-trial = Turn a trial into the full product
# A way is open.
way-open = available
# A way hangs on something that is not said.
way-not-known = not known yet
# A way is closed.
way-closed = not available
# No licence for access is sold this way.
obstacle-nothing-sold = No client access licence of this product is sold this way.
# Nothing that qualifies is owned.
obstacle-nothing-qualifies = It asks for an owned licence, such as { $licences }. None is among what you own.
# What is owned has no Software Assurance.
obstacle-not-assured = { $licence } would qualify, but only under Software Assurance.
# The agreement of what is owned is not said.
obstacle-programme = Say through which agreement the licences were bought: it is sold through { $programmes }.
# The agreement of what is owned does not offer it.
obstacle-other-programme = Not sold through { $programme }, but through { $programmes }.
# The agreement always sells with Software Assurance.
obstacle-always-assured = { $programme } always sells with Software Assurance.
# It can be gone only after the years that are looked at.
obstacle-not-before = Not before the renewal on { $day }, after the years looked at.
# Nobody who owns a lower licence needs a higher one.
obstacle-nothing-to-step-up = Nobody who owns a lower licence needs a higher one.
# Subscriptions do not reach the servers.
obstacle-servers = Subscriptions do not reach the servers as they are: { $people } would be left without a licence.
# The product has no trial.
obstacle-no-trial = No source says that this product may be used on trial.
# No trial is said to run.
obstacle-no-trial-begun = Say on which day a trial began.
# The product family has no such way.
obstacle-no-product = This product family has none.
# It cannot be counted.
obstacle-not-counted = The organisation cannot be counted in every year.
# How many take the offer.
remark-split = { NUMBER($offered) } with the offer, { NUMBER($full) } at the full price.
# The offer is counted at the full price.
remark-at-most = No price of the offer is published: counted at the full price, which is the most it costs.
# On premises until the agreement ends.
remark-assured-until = Until { $day } on premises with Software Assurance.
# The renewal is not said.
remark-renewal = Only at renewal, or at the anniversary of a subscription agreement. Say until when Software Assurance runs; counted from the first year.
# Software Assurance in another currency.
remark-other-currency = The Software Assurance that goes on is priced in { $currency } and left out.
# Licences have to be paid.
remark-fully-paid = The licences have to be fully paid.
# When a trial ends.
remark-trial-ends = The trial ends on { $day }.
# Servers beside subscriptions.
remark-servers = The servers have to be licensed beside the subscriptions.
# From which day on a way is open.
starting-day = From { $day }.
# The agreements that sell a way.
way-sold-through = Sold through { $programmes }.
# The name of the table of ways.
ways = Ways
# Column of the ways: which one.
way-column = Way
# Column of the ways: whether it is open.
way-eligibility = Available?
# Column of the ways: what it costs.
way-cost = Cost
# Marks the cheapest way.
cheapest-way = cheapest in money
# The course is proved.
course-proved = proved cheapest of this way
# The course is not proved.
course-within = best found, at most { $amount } above the cheapest
# The price of something is not known.
without-price-of = at least: no price is known for { $licences }
# Somebody is not counted.
somebody-left-out = at least: not everybody is counted
# What rests on assumptions.
on-assumptions = rests on assumed prices
# What payments are worth today.
worth-today-is = { $amount }, as worth today
# Opens the sources of a way.
sources-of-way = Where it is written
# Opens the years of a way.
year-by-year = Year by year
# The name of the table of a way's years.
years-of = { $way }: year by year
# What the amounts of a table of years are in.
amounts-of-years = All amounts in { $currency }, each for the year of its row.
# Under the picture: ways whose lines it has no room for.
not-drawn = Not in this picture: { $ways }.
# Column of the years: which one.
year-column = Year
# Column of the years: licences.
course-licences = Licences, once
# Column of the years: Software Assurance.
course-assurance = Software Assurance
# Column of the years: subscriptions.
course-subscriptions = Subscriptions
# Column of the years: Software Assurance that goes on beside it.
course-committed = Software Assurance beside it
# Column of the years: all payments.
course-cash = Cash
# Column of the years: worth today.
worth-today = Worth today
# Column of the years: what is held.
course-lines = What is held, and what is new
# A year by its number.
year-number = Year { NUMBER($number) }
# What is held of a licence.
held-of = { $needed } { $licence }
# What is held of a licence, and how many are new.
bought-of = { $needed } { $licence } ({ $bought } new)
# Column of the ways as CSV: why it is not open.
way-why-not = Why not
# Column of the ways as CSV: the product.
way-product = Product
# Column of the ways as CSV: the first day of the year.
year-from = From
# The picture of what the ways cost.
ways-chart = What the ways cost
# The picture of what has been paid.
cash-chart = Paid by the end of each year
# What a point of the picture says.
cash-point = { $way }: { $amount } paid by the end of year { NUMBER($number) }
# What the picture of payments says.
cash-about = What each way has cost by the end of each year, in { $currency }. { $crossing }
# Renting costs more from the first year on.
crossing-at-once = Renting ({ $rent }) costs more than buying ({ $buy }) from the first year on.
# Renting has cost more by the end of a year.
crossing-in = By the end of year { NUMBER($year) } renting ({ $rent }) has cost more than buying ({ $buy }).
# Renting does not cost more.
crossing-never = Within these years renting ({ $rent }) does not cost more than buying ({ $buy }).
# Ways in another currency are not drawn.
not-comparable = Amounts in other currencies than { $currency } are not compared: give all prices in one currency under “Prices”.
# Money is not all that differs.
money-alone = Compared by money alone: what Software Assurance brings beside it, and the work of moving, are not counted.
# Column of a price list: the product.
list-product = Product
# Column of a price list: the discount.
list-discount = Discount %
# Column of a price list: what a price pays for.
list-paid-for = Pays for
# The line of the discount on all.
every-licence = Every licence
# A price pays for good.
paid-for-once = once
# A price pays for a month.
paid-for-month = a month
# Prices were taken in from a file.
prices-taken-in = { $count ->
    [one] 1 price or discount taken over from the file.
   *[other] { $count } prices and discounts taken over from the file.
}
# Prices were not taken in.
prices-refused = { $why } Nothing was changed.
# A file holds no prices.
prices-empty = The file holds no prices.
# A line that cannot be read.
bad-line = Line { NUMBER($line) }: { $why }.
# No licence is called so.
bad-licence = no licence is called “{ $name }”
# This is no price.
bad-price = “{ $text }” is not a price
# This is no discount.
bad-discount = “{ $text }” is not a discount
# Two currencies in one list.
bad-currency = { $currency } is not the currency of the lines before
# A licence stands there twice.
bad-twice = “{ $name }” stands there twice
# The name of the field for the discount on one licence.
discount-of = Discount on { $name } (%)
# The name of the table of a product's prices.
prices-of-product = Prices of licences, { $product }
# The label of the currency.
currency = Currency
# The price book's currency.
book-currency = { $code }, the price book’s
# The label of the lists that are kept.
price-lists = Kept price lists
# The label of the name for a list.
list-name = Name of this price list
# Keeps the prices.
keep-prices = Keep on this device
# Takes a list off the device.
forget-list = Forget { $name }
# A kept list, with its currency.
kept-list = { $name }, { $currency }
# The device refused.
lists-not-kept = This device does not keep price lists.
# Takes prices from a file.
prices-from-file = Take in a CSV file
# The ways can be exported.
export-years = Years as CSV
# What that is for.
export-years-about = Every way, year by year
# The prices can be exported.
export-prices = Prices as CSV
# What that is for.
export-prices-about = A price list, in your own number format
# The bill can be copied as text.
export-copy-text = Copy the bill as text
# What that is for.
export-copy-text-about = For a mail
# The bill can be copied as a table.
export-copy-table = Copy the bill as a table
# What that is for.
export-copy-table-about = For a mail or a document
# Column of the bill as a table: how many.
bill-number = Number
# Column of the bill as a table: for whom.
bill-for = For
# Column of the bill as a table: the amount.
bill-amount = Amount
# A line of the bill as text.
bill-line-text = { $count } { $name } ({ $holders }): { $amount }
# The bill was copied.
bill-copied = The bill was copied: paste it where you want it.
# The bill was not copied.
bill-not-copied = The browser does not allow copying here. Export the bill as CSV instead.
# Bill, ways and prices can be exported as a spreadsheet.
export-spreadsheet = Spreadsheet
# What that is for.
export-spreadsheet-about = Excel: bill, years and prices, with sums
# The module that writes spreadsheets could not be loaded.
no-spreadsheet = The part that writes spreadsheets could not be loaded. Try again, or export the tables as CSV.
