## The page on paper: a document by itself.

# The product, the date of its rules, and the day on which the document was printed.
paper-about = { $product }, { $rules } · printed on { $day }
# Heading of the answer.
paper-answer = The cheapest lawful mix
# The same where nothing was counted.
paper-no-answer = No total
# Column of the bill: the price of one licence.
paper-each = Each
# Column of the bill: who holds the licences.
paper-holders = For
# Column of the organisation: the name of a group.
paper-group = Group
# Column of the organisation: how many.
paper-count = Number
# Column of the organisation: who or what they are.
paper-kind = What they are
# Column of what is owned: Software Assurance, the programme, the last day.
paper-conditions = Conditions
# Heading of the notes on groups.
paper-notes = Notes
# Heading of what is open: questions, and what the reader should know.
paper-open = Open questions and remarks
# The heading of the reason of a line: its licences, and who holds them.
paper-line = { $licences } for { $holders }
# The price list, by its name and the documents that it was read in.
paper-price-list = Price list: { $name }, by { $documents }.
# The same where no document has the prices.
paper-price-list-alone = Price list: { $name }.
# A document with its date.
paper-document = { $title } ({ $month })
# The licences whose prices are assumptions.
paper-assumed = Assumptions, to be replaced by an offer: { $licences }.
# Column of the prices: how a price came about.
paper-price-note = How it came about
# Heading of the end notes.
paper-sources = Sources
# What the numbers in the text are.
paper-sources-about = The numbers in the reasons refer to these clauses, which are given in our own words.
# Heading of the link.
paper-link = Open it again
# What the link is.
paper-link-about = This address holds all of the above; whoever opens it counts anew, in the browser.
# The same where own prices are not in it.
paper-link-without-prices = This address holds all of the above but your own prices and discounts; whoever opens it counts anew, in the browser.
# What the document is not.
paper-disclaimer = Seatwise is no legal advice: the contract with Microsoft decides. It was counted in the browser from what is described here; nothing was sent anywhere.
