## Saved scenarios, and some of them side by side.

# Opens the list of saved scenarios, in the header.
saved-list = Saved
# The name of that list.
saved-scenarios = Saved scenarios
# What the list is.
saved-about = Kept on this device alone. Tick two to four to see what differs between them.
# Where nothing is saved.
saved-empty = Nothing is saved yet.
# Saves a copy of the scenario at hand.
save-copy = Save a copy of this page
# A copy was saved.
copy-saved = “{ $title }” is saved on this device.
# Hands all saved scenarios over as one file.
export-all-saved = Export all as one file
# Opens the import.
import-saved = Import a file
# Column of the boxes.
saved-compare = Compare
# Column of the names.
saved-name = Name
# Column of the buttons.
saved-actions = Open or delete
# The product of the scenario at hand.
saved-present = { $product } · on the page now
# The product of a scenario that the device did not take.
saved-nowhere = { $product } · not saved
# Product and date of what was set aside because something else took its place.
set-aside-by-itself = { $about } · set aside
# The name of the field for the name of a saved scenario.
name-of-saved = Name of saved scenario { NUMBER($number) }
# Sets a scenario beside others.
compare-named = Compare “{ $title }”
# Opens a saved scenario.
open-saved = Open
# The same by its name.
open-saved-named = Open “{ $title }”
# Several saved scenarios were deleted.
discarded-several = { NUMBER($count) } scenarios are deleted from this device.
# Scenarios of a file are among the saved ones.
saved-imported = { $count ->
    [one] 1 scenario is now among the saved ones.
   *[other] { $count } scenarios are now among the saved ones.
}
# The rest of the file was saved already.
some-known = { $count ->
    [one] 1 more of the file was here before.
   *[other] { $count } more of the file were here before.
}
# All scenarios of a file were saved already.
all-known = Nothing new: all scenarios of the file were here before.

# Heading of scenarios side by side.
side-by-side = Side by side
# Hands that table over as a file.
export-side-by-side = Side by side as CSV
# The scenario on the page, beside a saved one of the same title.
side-on-page = { $title } (on the page)
# One of several scenarios of the same title.
side-numbered = { $title } ({ NUMBER($number) })
# The name of the table of what differs.
side-different = What differs
# The name of the table of what is the same.
side-same-in-all = What is the same
# Opens that table.
side-same-rows = { $count ->
    [one] 1 row is the same in all
   *[other] { $count } rows are the same in all
}
# Where nothing differs.
side-no-difference = Nothing differs between them.
# Heading of the whole.
side-whole = On the whole
# Heading of people, devices and servers.
side-groups = People, devices and servers
# Heading of the numbers of licences.
side-licences = Number of licences
# Heading of the amounts.
side-money = Money
# Heading of the decisive sentences.
side-reasons = Reasons
# The row of products.
side-product = Product
# The row of totals of one unit.
side-total-in = Total, { $unit }
# The same where it rests on assumptions.
side-total-assumed = Total, { $unit }, on assumed prices
# The row of the number of all licences.
side-count = Licences
# The row of people who are not counted.
side-left-out = People not counted
# The decisive sentence of a licence that is not on a bill.
side-absent = Not needed: { $why }
# Difference of two totals: more.
side-more = “{ $title }” is dearer by { $amount } than “{ $first }”.
# Difference of two totals: less.
side-less = “{ $title }” is cheaper by { $amount } than “{ $first }”.
# Two totals are the same.
side-same = “{ $title }” costs as much as “{ $first }”.
# Two totals that cannot be compared.
side-unlike = The totals of “{ $title }” and “{ $first }” cannot be compared: they are in other currencies, paid otherwise, or only one of them rests on assumed prices.
# Two totals of which one does not count everything.
side-incomplete = The totals of “{ $title }” and “{ $first }” cannot be compared: one of them does not count everybody yet.
# All saved scenarios as one file.
export-saved = All saved scenarios
# What that is for.
export-saved-about = JSON, one file; Import takes them in again
# The device holds the work as it is; below the organisation.
saved-on-device = Saved on this device.
