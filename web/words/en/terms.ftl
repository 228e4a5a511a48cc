## The words of licensing, explained where they stand and in the glossary: the name of each, after bars the further forms in which texts have it, and two sentences.

# The word that opens the help of the page.
help = Help
# Question of the list of helps.
help-ask = What do you want to know?
# The list of all words, and its heading.
glossary = Glossary
# What it is for.
glossary-about = The words of licensing, each with the clause of this rulebook that it rests on, where there is one.
# The field that narrows it down.
find-term = Find a word
# Before the words that are explained where they stand.
words-here = What the words mean:
# The name of those words as a group.
words-of = Words explained here
# A word and its forms: client access licence (CAL).
term-cal = client access licence (CAL) | CAL | CALs
# What it means.
term-cal-about = A CAL lets one user or one device use the server software. It is bought beside the licence of the server, which lets nobody in by itself.
# A word and its forms: user or device licence.
term-user-or-device = user or device licence | User CAL | User CALs | Device CAL | Device CALs | user licence | device licence
# What it means.
term-user-or-device-about = A licence for a user follows one person to every device; one for a device covers everybody who works at it. Where people take turns, few devices cost less than many people.
# A word and its forms: ESS (Employee Self Service).
term-ess = ESS (Employee Self Service) | ESS
# What it means.
term-ess-about = The smallest CAL, for people who look things up and serve themselves. It allows less than Limited, and additive licences lift it further.
# A word and its forms: Limited.
term-limited = Limited | Limited CAL | Limited CALs
# What it means.
term-limited-about = The middle CAL: more than ESS, less than Full. How much may be written with it differs from one version of the product to the next.
# A word and its forms: Full.
term-full = Full | Full CAL | Full CALs | full CAL
# What it means.
term-full-about = The CAL that allows everything the product does. Sales, customising and administering ask for it.
# A word and its forms: Professional.
term-professional = Professional
# What it means.
term-professional-about = Since CRM 2013 the CAL that allows everything, where Full stood before. Online, Professional is a smaller edition of an application, beside Enterprise.
# A word and its forms: Basic.
term-basic = Basic
# What it means.
term-basic-about = The CAL between Essential and Professional: accounts, contacts, leads and cases, but no writing of opportunities. It stands where Limited stood before CRM 2013.
# A word and its forms: Essential.
term-essential = Essential
# What it means.
term-essential-about = The smallest CAL from CRM 2013 on: activities and custom entities. It neither reads nor writes accounts and contacts.
# A word and its forms: Team Members.
term-team-members = Team Members | Team-Members
# What it means.
term-team-members-about = A licence for people who mostly read and do light tasks of their own, such as time and expenses. What it may write has become less over the years.
# A word and its forms: additive licence.
term-additive = additive licence | Additive | additive
# What it means.
term-additive-about = An additive licence lifts a smaller one to a higher level and counts only together with it, for the same user or device. Two of them may cost less than one licence of the higher level, or more.
# A word and its forms: External Connector.
term-external-connector = External Connector | External Connectors | connector | connectors
# What it means.
term-external-connector-about = A licence of a server for any number of external people, in place of a CAL for each. It does not cover the organisation’s own staff.
# A word and its forms: internal and external.
term-internal-external = internal and external | internal | external
# What it means.
term-internal-external-about = Internal are employees and whoever stands in for them; external are customers, suppliers and partners. The side decides which licences are to be had, and each rulebook draws the line itself.
# A word and its forms: affiliate.
term-affiliate = affiliate | affiliates
# What it means.
term-affiliate-about = A company that controls the organisation, is controlled by it, or is under the same control. Its employees count like one’s own.
# A word and its forms: client or portal.
term-client-portal = client or portal | CRM client | portal
# What it means.
term-client-portal-about = A client is the product’s own interface: web, Outlook, mobile. A portal is an application in front of it that shows a part of the data; external people often may come through a portal but not through the client.
# A word and its forms: pooled access (multiplexing).
term-multiplexing = pooled access (multiplexing) | pooled | multiplexing | Multiplexing
# What it means.
term-multiplexing-about = Hardware or software that gathers many connections into one. It does not reduce the licences: who stands behind it counts as if they came directly.
# A word and its forms: Software Assurance.
term-software-assurance = Software Assurance
# What it means.
term-software-assurance-about = A yearly payment on a licence that brings new versions and opens the ways to step-ups and to the cloud. When it ends, the licence stays, at the version of that day.
# A word and its forms: step-up.
term-step-up = step-up | step-ups | Step-up
# What it means.
term-step-up-about = A licence that turns an owned one into a higher one for the difference in price. It usually asks for active Software Assurance.
# A word and its forms: base and attach licence.
term-base-attach = base and attach licence | attach | base licence
# What it means.
term-base-attach-about = A person’s first application online is bought as the base licence, each further one as a cheaper attach licence. An attach licence is worth nothing without its base.
# A word and its forms: Add-on subscription.
term-add-on = Add-on subscription | Add-on
# What it means.
term-add-on-about = A subscription to the online service beside an owned CAL, at a lower price. It counts only while the Software Assurance of the CAL goes on.
# A word and its forms: From SA subscription.
term-from-sa = From SA subscription | From SA
# What it means.
term-from-sa-about = A subscription at a lower price that takes the place of Software Assurance on CALs that are owned. It ends the yearly payment and keeps the licences.
# A word and its forms: Workgroup edition.
term-workgroup = Workgroup edition | Workgroup Server | Workgroup
# What it means.
term-workgroup-about = A server for a few named users whose access comes with it. It takes no CALs and no External Connector.
# A word and its forms: server licence.
term-server-licence = server licence | server licences
# What it means.
term-server-licence-about = The licence of the installation itself. It is not in the total here, because it lets nobody in and so takes no part in the cheapest mix.
# A word and its forms: service-level agreement (SLA).
term-sla = service-level agreement (SLA) | SLA | SLAs
# What it means.
term-sla-about = A promise of how fast a customer’s case is answered and solved; the product measures the time. Setting such rules up asks for another licence than working under them.
# A word and its forms: Interactive Service Hub.
term-service-hub = Interactive Service Hub
# What it means.
term-service-hub-about = The application in which service staff work on queues, cases and dashboards. It belongs to the licences for customer service.
# A word and its forms: custom entity.
term-custom-entity = custom entity | custom entities
# What it means.
term-custom-entity-about = A table that the organisation has added to the product. One that copies or links to a built-in table may be licensed like that table.
# A word and its forms: rulebook.
term-rulebook = rulebook
# What it means.
term-rulebook-about = The licence terms of one product generation at one date, as Seatwise counts with them. Every rule names the document that it stands in.
# A word and its forms: clause.
term-clause = clause | clauses
# What it means.
term-clause-about = One rule in our own words, with its document, its section and how far the source can be trusted. Read the document itself before you sign anything.
# A word and its forms: texts disagree.
term-disputed = texts disagree
# What it means.
term-disputed-about = Two texts say different things about the same use. Both are shown, and the safer one, with more licences, is counted.
# A word and its forms: assumption.
term-assumption = assumption | assumptions
# What it means.
term-assumption-about = A price that nobody published. It is marked everywhere and asks to be replaced by yours.
# A word and its forms: a tie.
term-tie = a tie | A tie
# What it means.
term-tie-about = Two ways to buy cost the same. One of them stands on the bill, chosen by a fixed order; the other would do as well.
# A word and its forms: charge of a requirement.
term-charge = charge of a requirement
# What it means.
term-charge-about = The part of the total that one need cannot avoid, whatever is bought. Added up, the charges are an amount that nothing can undercut, which proves the total.
# A word and its forms: break-even.
term-break-even = break-even | break-evens
# What it means.
term-break-even-about = The count or the price at which another mix of licences becomes the cheapest. Beside it, a small change of the organisation changes what to buy.
