## What people do, to be read after “to”.

# What people do: records.read.
do-records-read = read records
# What people do: reports.run.
do-reports-run = run reports and dashboards
# What people do: account.write.
do-account-write = write accounts
# What people do: contact.write.
do-contact-write = write contacts
# What people do: lead.write.
do-lead-write = write leads
# What people do: case.write.
do-case-write = work on cases
# What people do: activity.write.
do-activity-write = write activities and notes
# What people do: custom.write.
do-custom-write = use custom entities
# What people do: opportunity.write.
do-opportunity-write = work on opportunities
# What people do: quote.write.
do-quote-write = write quotes and orders
# What people do: catalogue.manage.
do-catalogue-manage = manage products and price lists
# What people do: salesgroup.manage.
do-salesgroup-manage = manage sales groups
# What people do: campaign.write.
do-campaign-write = run campaigns
# What people do: case.own.
do-case-own = submit and follow their own cases
# What people do: sla.manage.
do-sla-manage = manage SLAs and entitlements
# What people do: servicehub.use.
do-servicehub-use = use the Interactive Service Hub
# What people do: knowledge.write.
do-knowledge-write = write knowledge articles
# What people do: goal.write.
do-goal-write = set goals
# What people do: workorder.write.
do-workorder-write = work on work orders
# What people do: schedule.dispatch.
do-schedule-dispatch = schedule and dispatch
# What people do: inventory.manage.
do-inventory-manage = manage repairs, returns and inventory
# What people do: time.record.
do-time-record = record their time
# What people do: expense.record.
do-expense-record = record their expenses
# What people do: personal.manage.
do-personal-manage = keep their personal data
# What people do: approve.
do-approve = approve time, expenses and invoices
# What people do: requisition.create.
do-requisition-create = create requisitions
# What people do: records.share-own.
do-records-share-own = assign, share and delete their own records
# What people do: records.share.
do-records-share = assign, share and delete what others made
# What people do: report.author.
do-report-author = write reports
# What people do: customise.
do-customise = customise the product
# What people do: administer.
do-administer = administer the servers
# What people do: server.use.
do-server-use = use the standard functions
# What people do: server.enterprise.
do-server-enterprise = use the enterprise functions
# What people do: time.record-others.
do-time-record-others = record the time of others
# What people do: expense.record-others.
do-expense-record-others = record the expenses of others
# What people do: personal.manage-others.
do-personal-manage-others = keep the personal data of others
# What people do: hr.manage-reports.
do-hr-manage-reports = keep HR records of their direct employees
# What people do: operations.light.
do-operations-light = edit quality control, service orders and budgets of their department
# What people do: workorder.own.
do-workorder-own = raise work orders for themselves
# What people do: server.sessions.
do-server-sessions = work in Terminal Services sessions
# What people do: server.rights.
do-server-rights = use content under Rights Management
# What people do that no list has.
do-something-unlisted = do something unlisted
