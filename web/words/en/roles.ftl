## Roles: a name for lists, and what these people do, to be read after "to".

# A role in a list: Seller.
role-seller = Seller
# What they do, in the sentence of a use.
does-seller = sell
# A role in a list: Case worker.
role-case-worker = Case worker
# What they do, in the sentence of a use.
does-case-worker = handle cases
# A role in a list: Field technician.
role-field-technician = Field technician
# What they do, in the sentence of a use.
does-field-technician = carry out work orders
# A role in a list: Dispatcher.
role-dispatcher = Dispatcher
# What they do, in the sentence of a use.
does-dispatcher = schedule work orders
# A role in a list: Marketer.
role-marketer = Marketer
# What they do, in the sentence of a use.
does-marketer = run campaigns
# A role in a list: Reader.
role-reader = Reader
# What they do, in the sentence of a use.
does-reader = read records
# A role in a list: Manager.
role-manager = Manager
# What they do, in the sentence of a use.
does-manager = read reports and approve
# A role in a list: Staff who record time.
role-time-keeper = Staff who record time
# What they do, in the sentence of a use.
does-time-keeper = record their time and expenses
# A role in a list: Customer, for their own cases.
role-self-service = Customer, for their own cases
# What they do, in the sentence of a use.
does-self-service = submit and follow their own cases
# A role in a list: Administrator.
role-administrator = Administrator
# What they do, in the sentence of a use.
does-administrator = customise and administer
# A role in a list: User.
role-user = User
# What they do, in the sentence of a use.
does-user = use the standard functions
# A role in a list: User of the enterprise functions.
role-enterprise-user = User of the enterprise functions
# What they do, in the sentence of a use.
does-enterprise-user = use standard and enterprise functions
# A role in a list: User of Terminal Services.
role-session-user = User of Terminal Services
# What they do, in the sentence of a use.
does-session-user = work in Terminal Services sessions
# A role in a list: Administrator.
role-server-administrator = Administrator
# What they do, in the sentence of a use.
does-server-administrator = administer the servers
