## The header, the dialogs and the notices.

# The name of this language, in itself.
language-name = English
# The name of the list of languages.
language = Language
# What a scenario without a title is called.
untitled = Untitled
# The name of the title's field.
title = Title
# The name of the list of rulebooks.
rules = Rules
# Takes the last step back.
undo = Undo
# Takes the last step again.
redo = Redo
# Opens the link, and heads it.
share = Share
# Opens the examples.
examples = Examples
# Opens the field for files and texts, and heads it.
import = Import
# Opens the list of files to take along.
export = Export
# The field of the link.
link = Link
# Copies the link.
copy-link = Copy link
# Question of the list of examples.
examples-ask = What do you want to open?
# Question of the list of files.
export-ask = What do you want to export?
# Starts from nothing.
blank = Blank
# What that means.
blank-about = No people, devices or servers yet: start with a group of people
# Product and date of work that is set aside.
set-aside-on = { $product } · { $day } { $time }
# Product of work that was set aside a moment ago.
set-aside-now = { $product } · just now
# The name of the button that deletes a saved scenario.
discard = Delete “{ $title }”
# Work was set aside because something else took its place.
set-aside = “{ $title }” is set aside on this device; you find it under Saved.
# Work of another tab was set aside.
other-tab = Another tab of this page works on “{ $title }”. Its last state is set aside under Saved; the next visit opens what was changed last.
# Work was deleted.
discarded = “{ $title }” is deleted from this device.
# A group was taken away, with the uses that spoke of it.
group-removed = { $uses ->
    [0] { $name } removed.
    [one] { $name } and 1 use removed.
   *[other] { $name } and { $uses } uses removed.
}
# A use was taken away.
use-removed = Use removed.
# Owned licences were taken away.
owned-removed = Owned licences removed.
# Own prices and the discount were taken away.
prices-removed = Your prices and the discount removed.
# Heading of the question what to do with uses that another product does not know.
family = Another kind of product
# What to do with uses that another product does not know.
family-about = { $uses ->
    [one] 1 use describes activities in { $from } that do not exist in { $to }. People, devices and servers can stay; each group then uses { $to } in the ordinary way, which you can change afterwards.
   *[other] { $uses } uses describe activities in { $from } that do not exist in { $to }. People, devices and servers can stay; each group then uses { $to } in the ordinary way, which you can change afterwards.
}
# What a product is called that is not known.
the-product = the product
# What happens to the work at hand where another product takes its place.
family-kept = What you have now is set aside first, and Undo brings it back.
# Keeps people, devices and servers.
family-map = Keep the groups, with ordinary uses
# Keeps nothing.
family-blank = Start blank
# Changes nothing.
family-cancel = Stay with the present product
# Takes a deletion back.
put-back = Put it back
# What was set aside could not be saved.
notice-not-kept = Not everything under Saved could be saved on this device: its storage is full or closed to this page. What is missing stays there until this page is closed. Export all as one file to keep it.
# How long the link is.
link-length = { NUMBER($count) } characters. Everything is in the link itself; no server sees it.
# Where the link is long.
link-long = Some mail and office programs cut links of more than { NUMBER($limit) } characters. A file is safer.
# Hands the scenario over as a file.
save-file = Save as a file
# The saved work was set aside because it broke the page.
notice-aside = Your earlier work is kept; you find it under Saved. If it breaks the page again, please report it.
# Opens it.
open-kept = Open it again
# The saved work could not be read.
notice-unreadable = The work that was saved on this device cannot be read. It is set aside, not deleted.
# Saving does not work.
notice-not-saved = Not saved on this device: its storage is full or closed to this page. Export or share to keep your work.
# The texts of the visitor's language did not arrive.
notice-language = The texts in your language could not be loaded; the page is in English. Reload to try again.
# A link that cannot be read.
bad-link = { $why } Nothing was opened from this link, and nothing was changed.
# Something that a file says wrong, with its place.
refused-at = At { $place }: { $why }
# Heading of the bill as CSV: the licence.
csv-licence = Licence
# Heading of the bill as CSV: its identifier.
csv-identifier = Identifier
# Heading of the bill as CSV: its holders.
csv-held-by = Held by
# Heading of the bill as CSV: how many.
csv-quantity = Quantity
# Heading of the bill as CSV: how many are owned.
csv-owned = Owned
# Heading of the bill as CSV: how many are to be bought.
csv-to-buy = To buy
# Heading of the bill as CSV: the price of one.
csv-unit-price = Unit price
# Heading of the bill as CSV: what they cost.
csv-amount = Amount
# Heading of the bill as CSV: the currency.
csv-currency = Currency
# Heading of the bill as CSV: the time that it pays for.
csv-period = Period
# The last line of the bill as CSV where not everything is counted.
csv-at-least = Total, at least: { $left-out }
# The name of the browser's tab.
tab = { $title } – Seatwise
# Whether own prices go along.
with-prices = Include own prices and discounts
# The reader of a link sees what the sender sees.
reader-sees-same = The reader sees the same total: { $total }.
# The reader of a link sees another total, because own prices stay behind.
reader-sees = Your prices and the discount stay here: the reader sees { $reader }, by the price book, where you see { $sender }. The link says so to the reader.
# A link whose sender left own prices out.
notice-left-out = The sender of this link left own prices out: the total here is by the price book, and the sender’s is another.
# Copying worked.
copied = Copied.
# Copying did not work.
not-copied = The browser does not allow copying here: select the link and copy it yourself.
# The whole scenario as a file.
export-scenario = Scenario file
# What that is for.
export-scenario-about = JSON: everything, own prices included; Import opens it again
# The bill as a file.
export-bill = Bill as CSV
# What that is for.
export-bill-about = For a spreadsheet
# The proof as a file.
export-proof = Proof as CSV
# What that is for.
export-proof-about = To be checked by hand
# What is owned against what is needed, as a file.
export-owned = Owned against needed as CSV
# What that is for.
export-owned-about = Surplus, gap and the cheapest top-up
# The register of who holds what, as a file.
export-register = Register as CSV
# What that is for.
export-register-about = Who holds which licence, with places for names and dates
# The page on paper.
export-print = Print
# What that is for.
export-print-about = Or save as PDF
# Picks a file.
pick-file = A scenario file, a file of saved scenarios, or a CSV file of groups or of owned licences
# For text.
paste = Or paste its text, a link, or cells of a spreadsheet
# Takes the text in.
take-in = Import this text
# What happens to the work at hand.
import-about = What you have now is set aside, and Undo brings it back.
# A text that is not a scenario.
not-taken-in = Not imported; nothing was changed.
# Refusal of a file by its size; one sentence without a full stop.
file-too-large = the file is larger than { NUMBER($megabytes) } MB
# Remedy for that.
file-too-large-remedy = a scenario that Seatwise saved has some kilobytes: pick that file
# Refusal of a file that the browser cannot read as text.
file-unreadable = the browser could not read the file
# Remedy for that.
file-unreadable-remedy = pick it again; if it is open in another program, close it there first
# Closes a dialog.
close = Close
# Closes a notice.
dismiss = Close this notice
# Column of the prices: the price book's.
price-book = Price book
# Column of the prices: what they rest on.
price-basis = Basis
# Column of the prices: the visitor's own.
your-price = Your price
# The discount.
discount = Discount on every price (%)
# Goes back to the price book.
reset-prices = Use the price book again
# The name of the field for an own price.
own-price-of = Your price of { $name }

## Dates.

# A month of a year.
month-of-year = { $month } { $year }
# Of a document that has no date.
undated = undated
# Before what the visitor wrote.
quote-open = “
# After what the visitor wrote.
quote-close = ”
