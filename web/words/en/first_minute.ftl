## The first minute: what this is, where to begin, the choice of a product, the interview.

# What this is, in one sentence.
welcome = Which Microsoft client access licences (CALs) do you need, what is the cheapest lawful way to buy them, and why?
# What happens to what is typed.
welcome-private = Nothing leaves your browser.
# That the page shows an example.
welcome-example = What you see is an example: change anything, or begin with your own.
# The name of the region.
welcome-region = Welcome
# Begins with an organisation of the visitor's own.
door-own = My organisation
# Begins with the interview.
door-interview = Ask me a few questions
# Opens another example.
door-example = Another example
# Opens a file or a link.
door-file = A file or a link
# Begins anew.
begin-anew = New
# Asks for the product.
which-product = Which product is it about?
# The date of a product's rules.
rules-of-date = rules of { $month }
# What choosing a product does.
new-about = The page starts empty. What you have now is set aside on this device.
# Leads to the interview.
not-sure = Not sure of the words? A few questions fill the page in.
# Products in Microsoft's data centres.
products-online = Dynamics 365, online
# Products on servers of one's own.
products-on-premises = Dynamics CRM and 365, on own servers
# Windows and its companions.
products-servers = Windows Server, Exchange, SharePoint, OCS
# The name of the interview.
interview = A few questions
# How far the interview is.
question-number = Question { NUMBER($place) }
# Goes on to the next question.
next-question = Next
# Goes back to the question before.
back = Back
# Leaves a question open.
unknown-answer = I don’t know
# Ends the interview.
fill-in = Fill in the page
# Asks how many of the organisation's own people use the product.
ask-staff = How many of your own people use it?
# Why that is asked.
ask-staff-about = Employees and people who work for you onsite: each needs a licence, or the device does.
# Asks for their roles.
ask-work = What do they do with it?
# Why that is asked.
ask-work-about = People who only read need a cheaper licence than people who sell. Several may be true.
# Asks for shared devices.
ask-shifts = Do some of them share computers, in shifts for example?
# Why that is asked.
ask-shifts-about = A licence for a shared device covers everybody who sits down at it.
# Asks for people from outside.
ask-outside = How many people from outside log in, customers or suppliers for example?
# Why that is asked.
ask-outside-about = They need licences too, or a connector that lets in any number of them.
# Asks for the servers that these reach.
ask-servers = How many servers do people from outside use?
# Why that is asked.
ask-servers-about = A connector is counted for each physical server.
# Why the product is asked for.
ask-product-about = Each generation has rules of its own. The newest stands first.
# A field of the interview: people.
staff-count = People
# A field of the interview: people who share devices.
shift-count = People who share
# A field of the interview: devices that are shared.
shared-count = Computers they share
# A field of the interview: people from outside.
outside-count = People from outside
# A field of the interview: servers.
server-count = Servers
# The name of the group of one's own people.
staff = Staff
# The name of those who share devices.
staff-in-shifts = Staff in shifts
# The name of the devices that they share.
shared-pcs = Shared PCs
# The name of people from outside.
outside = Customers
# The name of their servers.
servers = Servers
