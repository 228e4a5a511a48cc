## The rulebook as it can be read and quoted.

# Heading of the card, and the name of the button that leads there.
rules-and-sources = Rules and sources
# The same in the header, where there is little room.
sources = Sources
# What the card is for.
rules-about = What the rulebook says, with the clauses, their documents and how far these can be trusted.
# The field that narrows it down.
find = Find in the rules
# Where nothing is found.
nothing-found = Nothing in this rulebook says that.
# Heading of the verdict table.
rules-of-use = Who needs a licence
# Heading of what was made of the lines of other generations.
mappings = What earlier licences became
# Heading of the licences of other generations that are counted here.
counted = Licences of other generations that count
# Heading of the step-ups.
step-ups = Step-ups and subscriptions for owners
# Heading of the programmes.
programmes = Programmes
# Heading of the facts.
facts = Good to know
# Heading of the clauses.
clauses-by-document = Clauses by document
# Opens the card.
read-all = Rules of { $book }
# A heading with the number of its entries.
counted-heading = { $heading } · { NUMBER($count) }
# Opens the clauses of an entry.
clauses = { $count ->
    [one] 1 clause
   *[other] { $count } clauses
}
# What counts as a licence.
counts-as-this = Counts as this when owned: { $owned }.
# What holds where nobody has the licence that includes it.
otherwise = Otherwise { $text }.
# On what condition an owned licence counts.
while-assured = { $licence } under Software Assurance
# Where a step-up is sold.
sold-through = { $says }. Sold through { $programmes }
# What a programme offers, and what else to know.
offers = Offers { $offers }. { $says }
# The same where Software Assurance comes with it.
offers-assured = Offers { $offers }, always with Software Assurance. { $says }
# What an agreement offers: licences.
offering-licence = licences
# What an agreement offers: subscriptions.
offering-subscription = subscriptions
# What an agreement offers: step-ups.
offering-step-up = step-ups
# What an agreement offers: Add-on subscriptions.
offering-add-on = Add-on subscriptions
# What an agreement offers: From SA subscriptions.
offering-from-sa = From SA subscriptions
# What an agreement offers: licences by the month for hosting.
offering-hosting = licences by the month for hosting
