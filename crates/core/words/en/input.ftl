## Why a file, a text or a link is not read: one sentence in lower case, without a full stop.

# A value that is not one of some words.
not-known-here = `{ $written }` is not known here: write { $known }
# Several words of which one is to be written.
one-of = one of { $known }
# A field that stands twice.
stands-twice = `{ $field }` stands here twice
# A field that is missing.
is-missing = { $field } is missing
# A value of another kind.
expected-found = expected { $expected }, found { $found }
# A kind of value: text.
kind-text = a text
# A kind of value: yes or no.
kind-boolean = `true` or `false`
# A kind of value: a list.
kind-list = a list
# A kind of value: an object.
kind-object = an object
# A kind of value: none.
kind-nothing = nothing
# A kind of value: a whole number.
kind-whole-number = a whole number from 0 to { $most }
# A text that ends too early.
ends-too-early = the text ends too early, at line { $line } column { $column }
# Half of a character.
lone-surrogate = a `\u` escape is half of a character (a lone surrogate): write both halves, at line { $line } column { $column }
# A text that is no JSON.
not-json = this is not JSON: { $message } at line { $line } column { $column }
# Remedy for all of these.
shape-remedy = open a file that Seatwise saved, or correct this one at the place named
# More of something than the limit.
more-than-limit = { $count } { $things } are more than { $most }
# Remedy for that.
more-than-limit-remedy = join what is alike, or split the scenario
# Things that are counted against a limit: groups of people.
things-people = people groups
# Things that are counted against a limit: groups of devices.
things-devices = device groups
# Things that are counted against a limit: groups of servers.
things-servers = server groups
# Things that are counted against a limit: uses.
things-uses = uses
# Things that are counted against a limit: rows of owned licences.
things-owned = owned rows
# Things that are counted against a limit: own prices.
things-prices = own prices
# Things that are counted against a limit: activities.
things-activities = activities
# Too many licences in one row.
too-many-owned = more than { $most } licences in one owned row
# Remedy for that.
too-many-owned-remedy = write how many the organisation owns
# Too many pairs of a use and a server group.
too-many-pairs = more than { $most } pairs of a use and a server group
# Remedy for that.
too-many-pairs-remedy = join servers that are alike into one group
# Names that are too long together.
names-too-long = all names together are longer than { $most } MB
# Remedy for that.
names-too-long-remedy = shorten the names and identifiers
# A text that is too large to be read.
text-too-large = the text is larger than { $most } MB
# Remedy for that.
text-too-large-remedy = a scenario has some kilobytes: make sure that this is one
# A name that is too long.
text-too-long = the text is longer than { $most } characters: `{ $text }`
# Remedy for that.
text-too-long-remedy = shorten it
# A link that cannot be read.
link-damaged = the link cannot be read: { $why }
# Remedy for that.
link-damaged-remedy = ask for the link again, copied whole; nothing of yours was changed
# Why a link cannot be read: its length.
link-too-long = it is longer than any link that Seatwise writes
# Why a link cannot be read: its beginning.
link-beginning = it does not start with `s=`
# Why a link cannot be read: its end.
link-cut-off = it is cut off
# Why a link cannot be read: its version does not fit its check.
link-version-altered = its version was altered on its way
# Why a link cannot be read: it does not fit its check.
link-altered = it was cut off or altered on its way
# Why a link cannot be read: its letters.
link-letters = its letters are not of a link
# Why a link cannot be read: its payload.
link-does-not-unpack = it does not unpack
# Why a link cannot be read: how it is packed.
link-codec = its codec is not known
# Why a link cannot be read: what it holds.
link-no-scenario = it does not hold a scenario
# Why a link cannot be read: its version is no number.
link-version-unreadable = its version cannot be read
# A link of a later version.
link-newer = the link says that it is of version { $version }
# Remedy for that.
link-newer-remedy = this Seatwise reads versions { $known }: open the link with a newer one
# Remedy for that, where it may be damaged as well.
link-newer-or-altered = it is of a newer Seatwise, or it was altered on its way: ask for the link again, or open it there
# What there are too many of: discounts.
things-discounts = discounts
# What there are too many of: rates of growth.
things-growth = rates of growth
# A link that holds what only a newer program understands.
link-newer-content = the link says what only a newer Seatwise understands
# What to do about it.
link-newer-content-remedy = open the link with a newer Seatwise; nothing of yours was changed
