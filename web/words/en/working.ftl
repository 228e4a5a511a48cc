## Describing an organisation: roles, pools, menus of rows, notes.

# Heading of the roles.
roles = They work as
# Opens the single activities, with how many are ticked.
exactly = { $count ->
    [one] Exactly: 1 activity
   *[other] Exactly: { $count } activities
}
# The field that narrows activities down.
find-activity = Find an activity
# The field that narrows a long list down.
find-entry = Find in this list
# Where nothing fits what is looked for.
no-entry = No such entry.
# The label of the list of ways in, beside the roles.
through = Through
# Goes on from the roles to the devices.
next-from-where = From where
# Heading of devices that several people share.
shared-devices = Shared devices, one group or several
# Heading of the fields for a group of shared devices.
new-pool = + a shared pool
# The name of the field for the name of a pool.
pool-name = Name of the pool
# The name of the field for the count of a pool.
pool-count = How many devices
# Adds the pool.
add-pool = Add
# The name of the button that opens the menu of a row.
more-of = More for { $name }
# Makes another row like this one.
duplicate = Duplicate
# Moves a row up.
move-up = Move up
# The keys that do so.
move-up-keys = Alt + ↑
# Moves a row down.
move-down = Move down
# The keys that do so.
move-down-keys = Alt + ↓
# Opens the note of a row.
note = Note
# Takes a row away.
remove-row = Remove
# The name of the field for a note.
note-on = Note on { $name }
# What a note is for, where there is none.
note-about = A remark for yourself or the reader; nothing is counted by it
# What a copy of a group is called.
copy-of = { $name } (copy)
# What the empty row at the end asks for.
new-group = Name of a group
# Column head: names.
head-name = Name
# Column head: counts.
head-count = How many
# Column head: who people are.
head-who = Who they are
# Column head: what devices and servers are.
head-what = What they are
# Ends a list of groups of devices that is too long to be read.
devices-and-more = { $first } or { NUMBER($more) } more
