//! Relationships of people to the organisation.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Relationship of the people of a group to the organisation that buys the licences.
    Relationship {
        /// Employed by the organisation.
        Employee = "employee",
        /// Employed by an affiliate of the organisation.
        AffiliateEmployee = "affiliate-employee",
        /// A contractor or agent who works on the organisation's premises.
        OnsiteContractor = "onsite-contractor",
        /// A contractor of whom nobody said yet whether they work onsite.
        Contractor = "contractor",
        /// A vendor off the premises, not in an employee-like relationship, who serves several
        /// customers.
        OffsiteVendor = "offsite-vendor",
        /// Runs one of the organisation's business processes for it.
        Outsourcer = "outsourcer",
        /// A customer, or a customer's employee.
        Customer = "customer",
        /// A supplier or partner.
        Partner = "partner",
        /// Somebody to whom the organisation provides a hosted service.
        HostedCustomer = "hosted-customer",
        /// A visitor whom nothing identifies.
        Anonymous = "anonymous",
        /// A parent or guardian of the organisation's pupils or students.
        Parent = "parent",
    }
}
