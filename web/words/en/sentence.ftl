## The sentence that says a use: who, how, what, from where, on what.

# In pieces UsePiece: the sentence of a use of which neither devices nor servers are said; both are offered after it.
use-sentence = { $people } use { $access } to { $activities }.{"  "}{ $devices }{ $servers }
# In pieces UsePiece: the sentence of a use with its devices; servers are offered after it.
use-sentence-from = { $people } use { $access } to { $activities } from { $devices }.{"  "}{ $servers }
# In pieces UsePiece: the sentence of a use with its devices and servers.
use-sentence-from-on = { $people } use { $access } to { $activities } from { $devices } on { $servers }.{"  "}
# How a product is reached: a portal.
access-portal = a portal
# How a product is reached: one connection for several people.
access-pooled = a pooled or automated connection
# How a product is reached: by way of somebody.
access-rekey = a licensed colleague who types it in
# How a product is reached: a form that shows nothing.
access-web-form = a web form that shows no data
# What the client means, for the list to choose from.
access-client-about = Web, Outlook or mobile: the product’s own client
# What a portal means.
access-portal-about = A portal or an application of your own in front of it
# What a pooled connection means.
access-pooled-about = One connection that stands for several people
# What typing in means.
access-rekey-about = By hand, from paper or mail; nothing automated
# What a web form means.
access-web-form-about = Takes data in, for example a contact form
# Where nothing is done yet.
do-nothing = do nothing yet
# Where everything is done.
do-everything = do everything
# Two things that are done, and how many more.
activities-and-more = { $first }, { $second } and { NUMBER($more) } more
# From how many devices of their own.
own-devices = { $count ->
    [0] no devices of their own
    [1] one device of their own
    [2] two devices of their own
    [3] three devices of their own
    [4] four devices of their own
    [5] five devices of their own
    [6] six devices of their own
    [7] seven devices of their own
    [8] eight devices of their own
    [9] nine devices of their own
   *[other] { $count } devices of their own
}
# What the terms say: a licence is needed, which goes without saying.
verdict-needs = why
# What the terms say: it is included.
verdict-included = included
# What the terms say: no licence is needed.
verdict-exempt = needs no licence
# What the terms say: it is not possible.
verdict-impossible = cannot be licensed this way
# What the terms say: one thing and another.
verdict-disputed = texts disagree
# What the terms say: it is not known.
verdict-unknown = not known yet
# The name of the button that opens the reason of a verdict.
verdict-of = { $verdict }: { $sentence }
# Heading of activities: reading.
part-reading = Read only
# Heading of activities: records that all share.
part-shared = Shared records
# Heading of activities: sales.
part-sales = Sales
# Heading of activities: service.
part-service = Service
# Heading of activities: field service.
part-field-service = Field service
# Heading of activities: time, expenses and staff.
part-staff = Time, expenses and staff
# Heading of activities: sharing and running.
part-running = Sharing and running
# Heading of activities: functions of a server.
part-functions = Functions
# The question that the people of a use answer.
asks-people = Who uses it?
# The question that the access of a use answers.
asks-access = Through what?
# The question that the activities of a use answer.
asks-activities = To do what?
# The question that the devices of a use answer.
asks-devices = From which devices?
# The question that the servers of a use answer.
asks-servers = On which servers?
# The name of the people of a use.
label-people = Who uses it: { $text }
# The name of the access of a use.
label-access = Through what: { $text }
# The name of the activities of a use.
label-activities = To do what: { $text }
# The name of the devices of a use.
label-devices = From which devices: { $text }
# The name of the servers of a use.
label-servers = On which servers: { $text }
# Offers to state the servers.
offer-servers = + on which servers
# Offers to state the devices.
offer-devices = + from where
# All servers, as a choice.
all-servers = all servers
# Ends a list of several choices.
done = Done
# For more own devices than the list holds.
own-count = Devices of their own, each
# A use whose people are gone.
nobody = nobody
