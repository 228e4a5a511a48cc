## The page in a frame on somebody else's page, and links that were made under other rules or prices.

# Opens the page by itself, with the work at hand.
open-page = Open the full calculator
# How a link that opens another tab says so.
new-tab = opens in a new tab
# What happens to what is entered.
stays-here = Counted in your browser: what you enter stays here.
# The same where the page around the frame follows what is entered.
in-address = Counted in your browser. The page around this calculator follows what you enter, so that its address can be kept.
# Sends the result to the page around the frame.
send-to = Send this to { $partner }
# What is sent, before it is.
sends = Nothing is sent until you press it. { $partner } then gets the licences with their numbers and amounts, and a link to what you entered, without prices of your own.
# It was sent.
sent-to = Sent to { $partner }.
# Before the address of a partner who has no name.
contact = Contact:
# Before the address of a partner.
contact-of = Contact { $partner }:
# Prices of a partner on the bill.
prices-of = prices of { $partner }
# The price of a licence is a partner's, as a sentence.
price-of-partner = The price is that of { $partner }.
# What a price rests on, where it is a partner's.
basis-of-partner = price of { $partner }
# The sender of a link saw another total.
then-and-now = The sender of this link saw { $then }; now it is { $now }.
# The sender of a link saw other licences at the same total.
other-licences = The total is still { $total }, but the sender of this link saw other licences for it.
# The rules have moved on since the link was made.
other-edition = The rules were those of { $then }, and are now those of { $now }.
# A line of the bill then and now.
line-then-and-now = { $name }: { $then } then, { $now } now
# A line of the bill that there was.
line-then = { $name }: { $then } then, none now
# A line of the bill that there was not.
line-now = { $name }: none then, { $now } now
# So many licences, of which some are bought.
of-them-bought = { $needed } ({ $buy } to buy)
# So many licences at a price each.
at-price = { $count } at { $price } each
# So many licences of which no price is known.
without-a-price = { $count } without a price
# A licence that today's rulebook does not have.
gone = A licence that is no longer among the rules
# Heading of the clauses that were reviewed since a link was made.
reviewed-since = Reviewed since then
# Heading of the clauses behind the lines that differ.
rests-on-clauses = What these licences rest on
