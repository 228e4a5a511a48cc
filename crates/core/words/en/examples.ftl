## What the examples show, in one line.

# The example of a customer portal.
example-field-service = { NUMBER($customers) } customers on a portal, { NUMBER($technicians) } technicians, managers and executives: one connector and three kinds of CAL
# The example of shared PCs.
example-call-centre = 150 agents in three shifts share 50 PCs, 20 sellers have three devices each: users or devices?
# The example of an office with owned licences.
example-mixed-office = An office with contractors, dealers, a warehouse with shared terminals, and licences that are owned already
# The example of a break-even.
example-windows-partners = 100 partners on a file server: CALs or an External Connector? Break-even has the answer
