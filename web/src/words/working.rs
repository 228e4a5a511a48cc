//! Words of describing an organisation.

use super::Words;

impl Words {
    /// Column heads of people.
    pub fn people_heads(self) -> [&'static str; 3] {
        [self.head_name(), self.head_count(), self.head_who()]
    }

    /// Column heads of devices and servers.
    pub fn devices_heads(self) -> [&'static str; 3] {
        [self.head_name(), self.head_count(), self.head_what()]
    }

    /// Name of the copy of a group; nothing where the group has no name.
    pub fn copied_name(self, name: &str) -> String {
        if name.trim().is_empty() { String::new() } else { self.copy_of(name) }
    }
}
