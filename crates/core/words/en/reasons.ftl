## Reasons: why something is as it is. Sentences come in lower case and without a full stop, unless they end with one.

# A name of a licence that begins with a consonant, with its article.
after-a = a { $licence }
# A name of a licence that begins with a vowel, with its article.
after-an = an { $licence }
# The last of several things.
and = { $first } and { $last }
# The last of several things of which one is enough.
or = { $first } or { $last }
# Before what would make something possible.
to-mend-it = to mend it, { $mend }

# All licences on devices, where none is needed.
licences-for-devices = Licences for devices
# Why a licence is not on the bill: nobody needs any.
absent-nothing-needed = nobody needs a licence yet
# Why a licence is not on the bill: it is for external people.
absent-no-external = no external people need a licence on a server
# Why a licence is not on the bill: it is for devices.
absent-no-device = nobody shares a device
# Why an additive is not on the bill.
absent-adds-nothing = nobody needs what it adds
# Why a licence is not on the bill: it grants too little.
absent-not-enough = it is not enough for anybody here
# Why a licence is not on the bill: what its holders do is covered otherwise.
absent-covered = it would do for { $holder }, who need none: what they do is covered otherwise
# Why a connector is not on the bill: it costs more.
absent-dearer-on-servers = on every server where it would do, its extra cost would be { $more }
# Why a licence is not on the bill: it costs more.
absent-dearer = it would do for { $holder }, at an extra cost of { $more }
# The same of a combination.
absent-dearer-with = with { $with } it would do for { $holder }, at an extra cost of { $more }
# Why a licence is not on the bill: it costs the same, and another was chosen.
absent-tie = it would do for { $holder } at the same price
# The same of a combination.
absent-tie-with = with { $with } it would do for { $holder } at the same price
# Why a licence is not on the bill: it has no price.
absent-unpriced = no price is known for it: enter a price to include it

# Why a licence on servers is on the bill.
lets-everybody-in = { $licence } covers everybody whom { $who } lets in
# Why a licence is on the bill where something dearer would also do.
is-enough = { $licence } is enough for { $who }
# Why a licence is on the bill where nothing less will do.
nothing-less = nothing less than { $licence } allows all that is done by { $who }
# The same where it is on devices.
nothing-less-on = nothing less than { $licence } allows all that is done on { $who }
# Holders of a line that are not named.
more-groups = { $count ->
    [one] 1 more group
   *[other] { $count } more groups
}
# Whom licences on devices cover.
cover-on-devices = { $licences ->
    [one] 1 licence
   *[other] { $licences } licences
} on the devices cover all { $people ->
    [one] 1 person
   *[other] { $people } people
} who come to them.
# Whom licences on the devices of several groups cover.
cover-on-pools = { $licences ->
    [one] 1 licence
   *[other] { $licences } licences
} on the devices of { NUMBER($groups) } groups cover all { $people ->
    [one] 1 person
   *[other] { $people } people
} who come to them.
# Whom licences on servers cover.
cover-on-servers = { $licences ->
    [one] 1 licence
   *[other] { $licences } licences
} on { $servers } for all { $people ->
    [one] 1 external person
   *[other] { $people } external people
}, however many they become.
# The licences of a combination.
each-holds = Each holds { $licences } together.
# Who sells a step-up.
it-is-sold-through = it is sold through { $sellers }
# What is owned of a line.
of-these-owned = { NUMBER($owned) } of these are owned already; { NUMBER($buy) } are left to buy.
# What the alternative to licences on people would cost.
instead-of-people = licences on the devices or servers instead would raise the total by { $more }
# The same where it would cost as much.
instead-of-people-same = licences on the devices or servers instead would cost the same
# What the alternative to licences on devices would cost.
instead-of-devices = licences on the people instead would raise the total by { $more }
# The same where it would cost as much.
instead-of-devices-same = licences on the people instead would cost the same
# What the alternative to licences on servers would cost.
instead-of-servers = a licence for each of these people or their devices instead would raise the total by { $more }
# The same where it would cost as much.
instead-of-servers-same = a licence for each of these people or their devices instead would cost the same
# What else would do, and for how much more.
would-also-do = { $licences } would also do for { $who }, at an extra cost of { $more }
# The same at the same price.
would-also-do-same = { $licences } would also do for { $who }, at the same price

# The server of an organisation that describes none.
your-server = your server
# The own devices of a group.
the-own-devices-of = the own devices of { $name }
# A use: who does what, and how.
use-of = { $who } ({ $people }) { $what } { $how }
# The same from shared devices.
use-of-from = { $who } ({ $people }) { $what } { $how }, from { $devices }
# The same from several own devices.
use-of-own = { $who } ({ $people }) { $what } { $how }, from { NUMBER($count) } devices of their own
# Things that are done, and how many more.
things-and-more = { $things } and { NUMBER($more) } more
# How a product is reached: by its own client.
how-client = in { $client }
# How a product is reached: by a portal.
how-portal = through a portal or another application
# How a product is reached: by one connection for several.
how-pooled = through an automated connection
# How a product is reached: by somebody else.
how-rekey = by way of somebody who types it in
# How a product is reached: by a form.
how-web-form = on a web form that shows no data

# So many people: employees.
people-employee = { $count ->
    [one] 1 employee
   *[other] { $count } employees
}
# So many people: employees of an affiliate.
people-affiliate = { $count ->
    [one] 1 employee of an affiliate
   *[other] { $count } employees of an affiliate
}
# So many people: contractors onsite.
people-onsite = { $count ->
    [one] 1 contractor onsite
   *[other] { $count } contractors onsite
}
# So many people: contractors.
people-contractor = { $count ->
    [one] 1 contractor
   *[other] { $count } contractors
}
# So many people: vendors off the premises.
people-vendor = { $count ->
    [one] 1 vendor off the premises
   *[other] { $count } vendors off the premises
}
# So many people: outsourcers.
people-outsourcer = { $count ->
    [one] 1 outsourcer
   *[other] { $count } outsourcers
}
# So many people: customers.
people-customer = { $count ->
    [one] 1 customer
   *[other] { $count } customers
}
# So many people: partners or suppliers.
people-partner = { $count ->
    [one] 1 partner or supplier
   *[other] { $count } partners or suppliers
}
# So many people: customers of a hosted service.
people-hosted = { $count ->
    [one] 1 customer of a hosted service
   *[other] { $count } customers of a hosted service
}
# So many people: parents of pupils.
people-parent = { $count ->
    [one] 1 parent of pupils
   *[other] { $count } parents of pupils
}
# So many people: unknown visitors.
people-anonymous = { $count ->
    [one] 1 unknown visitor
   *[other] { $count } unknown visitors
}
