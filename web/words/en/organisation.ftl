## People, devices and servers.

# The name of the left-hand side.
organisation = Organisation
# Who people are: employees.
employees = employees
# Who people are: employees of an affiliate.
affiliate-employees = employees of an affiliate
# Who people are: contractors who work on the premises.
onsite-contractors = onsite contractors
# Who people are: contractors of whom it is not said where they work.
contractors = contractors
# Who people are: staff of a vendor off the premises.
offsite-vendors = offsite vendor staff
# Who people are: staff of a provider of business processes.
outsourcers = outsourced business process staff
# Who people are: customers.
customers = customers
# Who people are: suppliers or partners.
partners = suppliers or partners
# Who people are: customers of a hosted service.
hosted-customers = hosted-service customers
# Who people are: anonymous visitors.
anonymous = anonymous visitors
# Who people are: parents of students.
parents = parents of students
# On which side of the licence terms somebody stands: inside.
audience-internal = internal
# On which side of the licence terms somebody stands: outside the organisation.
audience-external = external
# On which side of the licence terms somebody stands: on none.
audience-outside = outside the terms
# On which side of the licence terms somebody stands: it is not known.
audience-unknown = not known yet
# A people group without a name, by its place.
unnamed-people = Group { NUMBER($number) }
# Devices without a name, by their place.
unnamed-devices = Devices { NUMBER($number) }
# Servers without a name, by their place.
unnamed-servers = Server { NUMBER($number) }
# The name of the field for a count.
count-of = Count of { $name }
# What a field for a count takes.
count-wanted = A whole number from 0 to { NUMBER($most) }.
# What a field for a price takes.
price-wanted = A price, such as { $example }.
# What a field for a percentage takes.
percent-wanted = A percentage from 0 to 100.
# What holds while a field holds something else.
until-then = { $wanted } { $written } is used until this is corrected.
# The name of the field for the name of a people group.
name-of-people = Name of group { NUMBER($number) }
# The name of the field for the name of devices.
name-of-devices = Name of devices { NUMBER($number) }
# The name of the field for the name of servers.
name-of-servers = Name of server { NUMBER($number) }
# The name of the list of relationships.
who-are = Who { $name } are
# The name of the list of versions.
version-of = Version of { $name }
# The name of the list of editions.
edition-of = Edition of { $name }
# The name of the list of versions, with the editions of the present one.
version-and-edition-of = Version and edition of { $name }
# The name of the button that takes something away.
remove = Remove { $name }
# What is said of shared devices.
shared = shared devices
# What is said of servers where the rulebook knows one edition.
physical = physical servers
# The edition of a server that nobody said more about.
usual-edition = the usual edition
# Where no use speaks of a group.
idle = no use yet
# What to do about it.
say-what = State what they use
# Heading of the people.
people = People
# Heading of the uses.
uses = Who uses what
# Heading of devices and servers.
devices-and-servers = Devices and servers
# Heading of what is owned.
owned = Already owned
# Adds a people group.
add-group = Add group
# Adds a use.
add-use = Add use
# Adds devices.
add-devices = Add devices
# Adds servers.
add-servers = Add servers
# Adds an owned lot.
add-owned = Add licences
# Where there are no people.
no-people = Start with a group of people: a name, how many, who they are.
# Where there are no uses.
no-uses = Nobody uses anything yet. Licences follow from what people do.
# Where there are no devices and servers.
no-devices-or-servers = Devices that several people share, and the servers they reach.
# Where nothing is owned.
no-owned = Owned licences are deducted from the bill where they apply.
# A licence of another rulebook.
of-book = { $licence } ({ $book })
# The name of the list of licences of an owned lot.
licence = Licence
# Where it is not said through which programme licences were bought.
no-programme = Programme not stated
# The programme of an owned lot.
programme-of = Programme of { $licence }
# The tick of an owned lot.
assurance = Software Assurance
# The name of the box for Software Assurance on owned licences.
assurance-of = Software Assurance on { $licence }
# The name of the list of owned licences, by the number of its row.
licence-of-row = Licence { NUMBER($number) }
