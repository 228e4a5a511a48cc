//! Ways in which a use reaches the product.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The way in which a use reaches the product.
    Access {
        /// The product's own client: web, Outlook, mobile.
        Client = "client",
        /// A portal or custom application in front of the product.
        Portal = "portal",
        /// A pooled or automated connection that stands for several people (multiplexing).
        Pooled = "pooled",
        /// A licensed person types in by hand what others hand over.
        Rekey = "rekey",
        /// A web form that takes data in and shows none.
        WebForm = "web-form",
    }
}

vocabulary! {
    /// Mode that a licence has to allow: the product's own client, or the product behind another
    /// application.
    Mode {
        /// Through the product's own client.
        Client = "client",
        /// Through any other application or interface.
        App = "app",
    }
}

impl Access {
    /// The mode in which a right is exercised through this access.
    #[must_use]
    pub const fn mode(self) -> Mode {
        match self {
            Self::Client => Mode::Client,
            Self::Portal | Self::Pooled | Self::Rekey | Self::WebForm => Mode::App,
        }
    }
}
