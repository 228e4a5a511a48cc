## The user analysis: exports of users, counted by service plans and roles.

# The heading.
users-heading = User analysis
# What it does, before anything is loaded.
users-intro = Counts the users of an export by their service plans and security roles: who needs a full licence, who a Team Members licence, who none, and why. Files are read on this device; nothing is uploaded.
# Opens it.
users-open = Analyse users
# Closes it.
users-close = Close the user analysis
# The label of the list of files.
users-files = Exports of users, roles, plans or owned products
# What can be read.
users-files-about = CSV, TSV, JSON or NDJSON: users of Microsoft Graph, the exports of the Microsoft 365 admin centre, of Entra, of Power Platform and of the Dataverse user table, or your own list of users, roles and plans. Two files are joined by user. You can drop them here.
# While the files are looked at.
users-looking = Looking at the files.
# The worker did not start.
users-no-worker = The user analysis does not start in this copy of the page: it needs a worker, which the browser or the frame does not allow, or its files are missing.
# The worker has stopped.
users-stopped = The user analysis has stopped. Choose the files again.
# The browser does not read a file.
users-unreadable-file = The browser does not read “{ $file }” to its end: it was changed or moved meanwhile. Choose it again.
# A file, which export it is taken for.
users-taken-for = { $file }: { $shape }
# Nothing in a file can be used.
users-of-no-use = This file does not name any users, or does not state their plans, products or roles. Choose below which column names the user, and which the plans, products or roles.
# The shape of a file.
users-shape-graph = users of Microsoft Graph
# Which export a file is taken for.
users-shape-admin-centre = Microsoft 365 admin centre, exported users
# Which export a file is taken for.
users-shape-entra = Microsoft Entra, downloaded users (without licences)
# Which export a file is taken for.
users-shape-consumption = Power Platform admin centre, licence consumption
# Which export a file is taken for.
users-shape-system-users = Dataverse user table
# Which export a file is taken for.
users-shape-roles = users and their roles
# Which export a file is taken for.
users-shape-privileges = roles and what they may do
# Which export a file is taken for.
users-shape-owned = products and how many are owned
# Which export a file is taken for.
users-shape-simple = users with plans or products
# Which export a file is taken for.
users-shape-unknown = not a known export
# Columns of the table of columns.
users-column = Column
# Column of the table of columns: an example.
users-example = Example
# Column of the table of columns: what it is taken for.
users-meaning = Taken for
# The accessible name of the list of meanings.
users-meaning-of = { $column } of { $file } is taken for
# What a column is taken for.
users-means-nothing = not used
# What a column is taken for.
users-means-user = the user’s sign-in name
# What a column is taken for.
users-means-object-id = the user’s identifier in Entra
# What a column is taken for.
users-means-name = the user’s display name
# What a column is taken for.
users-means-plans = service plans
# What a column is taken for.
users-means-products = products (licences)
# What a column is taken for.
users-means-disabled-plans = plans taken out of the licence
# What a column is taken for.
users-means-roles = security roles
# What a column is taken for.
users-means-writes = tables that the roles write
# What a column is taken for.
users-means-mode = access mode
# What a column is taken for.
users-means-application = identifier of an application
# What a column is taken for.
users-means-enabled = whether the account is enabled
# What a column is taken for.
users-means-blocked = whether the account is blocked
# What a column is taken for.
users-means-since = since when the licence is held
# What a column is taken for.
users-means-quantity = how many are owned
# What a column is taken for.
users-means-table = the table of a privilege
# What a column is taken for.
users-means-privilege = the privilege
# Counts.
users-count = Count users
# Other files.
users-other-files = Other files
# How far it has come.
users-progress = { $users } users, { $rate } a second
# The time that is left.
users-left = { $seconds ->
    [one] 1 second left
   *[other] { $seconds } seconds left
}
# Gives up.
users-cancel = Cancel
# What was counted, and how long it took.
users-counted = { $users ->
    [one] 1 user, counted in { $seconds } s
   *[other] { $users } users, counted in { $seconds } s
}
# Users who are in the file of roles alone.
users-only-roles = { $users } of them are in the file of roles alone.
# Back to the columns.
users-columns = Columns
# Counts once more after roles were said to be something else.
users-again = Count again
# A class of users.
users-full = Full licence
# A class of users.
users-team-member = Team Members licence
# A class of users.
users-none = No licence
# A class of users.
users-unlicensed = Needs a licence and has none
# A class of users.
users-unknown = Not known yet
# Opens the users behind a count.
users-show = Show the { $users } users: { $what }
# Of how many users something is not said.
users-not-said = Missing or unreadable in the files, with the number of users: { $what }
# What is not said, and of how many.
users-not-said-of = { $what } ({ $users })
# What an export does not say.
users-not-said-plan = a plan
# What an export does not say.
users-not-said-status = the state of plans
# What an export does not say.
users-not-said-roles = roles
# What an export does not say.
users-not-said-mode = the access mode
# What an export does not say.
users-not-said-account = whether the account is enabled
# A limit that there are too many users for.
users-limit = { $says }: { $users } users, and the limit is { $limit } for each environment.
# Where the counts differ.
users-differences = Where the two counts differ
# Column of the differences: how many users.
users-difference-users = Users
# No difference.
users-no-differences = The two counts agree on every user.
# The roles.
users-roles = Roles
# What the table of roles is for.
users-roles-about = An export names roles and seldom says what they may do. A role counts as one that writes until you choose something else, or until you add a file of roles, tables and privileges that states it.
# Column of the roles: the role.
users-role = Role
# Column of the roles: how many users.
users-role-users = Users
# Column of the roles: what each counts as.
users-role-counts = Counts as
# The name of the list of what a role counts as.
users-role-of = { $role } counts as
# What a role counts as.
users-role-none = no role
# What a role counts as.
users-role-read-only = reads only
# What a role counts as.
users-role-admin-only = administrator only
# What a role counts as.
users-role-power-app = role of a Power App
# What a role counts as.
users-role-ordinary = writes
# Owned against needed.
users-owned = Owned against needed
# Column of owned against needed.
users-owned-licence = Licence
# Column of owned against needed.
users-owned-owned = Owned
# Column of owned against needed.
users-owned-held = Assigned
# Column of owned against needed.
users-owned-needed = Used
# Column of owned against needed.
users-owned-surplus = Surplus
# Column of owned against needed.
users-owned-gap = Gap
# What the columns mean.
users-owned-about = Assigned: users who hold it. Used: those of them who can sign in and have a role.
# Products that are owned and not known.
users-owned-unknown = Not known, and not counted: { $products }.
# What could not be read.
users-not-read = { $count ->
    [one] 1 record could not be read
   *[other] { $count } records could not be read
}
# Column: the line in the file.
users-line = Line
# Column: why, and what opens the reasons.
users-why = Why
# Heading of what could not be read of users who were counted.
users-in-part = What could not be read of users who were counted
# Column of what could not be read: what it is.
users-in-part-what = What
# Column of what could not be read: the line where it stands first.
users-first-line = First line
# Problems.
users-problem-cells = The row has { $found } cells, but the heading has { $wanted }.
# Why something could not be read.
users-problem-open-quote = A quotation mark is opened and not closed.
# Why something could not be read.
users-problem-json = This is no JSON: { $error }.
# Why something could not be read.
users-problem-cut = The file ends within this record.
# Why something could not be read.
users-problem-too-long = The record is longer than any real one.
# Why something could not be read.
users-problem-nobody = Nobody is named.
# Why something could not be read.
users-problem-plan = “{ $text }” is neither the name nor the GUID of a service plan.
# Why something could not be read.
users-problem-product = “{ $text }” is no product of Microsoft’s table.
# Why something could not be read.
users-problem-ambiguous = Several products with different plans are called “{ $text }”.
# Why something could not be read.
users-problem-status = “{ $text }” is no state of a plan.
# Why something could not be read.
users-problem-mode = “{ $text }” is no access mode.
# Why something could not be read.
users-problem-account = “{ $text }” does not say whether the account is enabled.
# Why something could not be read.
users-problem-type-name = The script wrote the name of a type, “{ $text }”, in place of what it holds.
# Why something could not be read.
users-problem-more-pages = The page names a next one, which is not in the file: export all pages.
# Why something could not be read.
users-problem-characters = Some characters could not be decoded.
# The list of users.
users-list = Users
# Heading of a list.
users-list-of = { $total ->
    [one] 1 user: { $what }
   *[other] { $total } users: { $what }
}
# What the users of a list have in common: nothing.
users-everybody = everybody
# The name of the field of a search.
users-search = Search in names
# Column: the user.
users-user = User
# Columns of files.
users-name = Name
# Column of a file: the file.
users-file = File
# Column of a file: since when.
users-since = Since
# Column of a file: the document.
users-document = Document
# Column: licences or plans.
users-plans = Licences or plans
# While a list is made.
users-list-loading = Going through the files.
# Closes the list.
users-close-list = Close the list
# Opens the list of everybody.
users-show-all = Show all users
# Files.
users-save-list = Save this list as CSV
# Saves the register.
users-save-register = Save the register as CSV
# Saves what could not be read.
users-save-unreadable = Save these as CSV
# While a file is written.
users-saving = Writing the file.
# Takes the count over.
users-take-over = Add as groups of people
# What taking over does.
users-take-over-about = Adds { $groups } groups to the organisation: { $what }. Undo takes them back.
# The name of a group that is taken over: the licence.
users-group-full = Users of { $licence }
# The name of a group that is taken over: people without a licence.
users-group-unlicensed = Users without a licence
# What a reason rests on.
users-citation = { $title }, { $section }
