//! Settings from the address: the language and looks of the page, the product to start with, and
//! how much of it a partner shows. Read once; what is not understood is passed over.

mod accent;
mod query;

pub use accent::Accent;

use query::pairs;

/// Settings of the page, from the query of its address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The frame on somebody else's page; none where the page stands by itself.
    pub frame: Option<Frame>,
    /// The language that is asked for, by its tag: `de`.
    pub language: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// The colour of what can be pressed.
    pub accent: Option<Accent>,
    /// The currency to start with.
    pub currency: Option<String>,
    /// The rulebook to start with, by its identifier.
    pub product: Option<String>,
    /// True if the visitor brings work along from a frame.
    pub carried: bool,
}

/// Settings of a partner's page that shows this one in a frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Tells several frames of one page apart.
    pub instance: String,
    /// The part of the page that is shown.
    pub extent: Extent,
    /// True if nothing can be changed.
    pub readonly: bool,
    /// Name of the partner.
    pub partner: Option<String>,
    /// Address to turn to.
    pub contact: Option<Contact>,
}

/// The extent of the page in a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Full,
    /// The organisation and the bill.
    Compact,
    /// The bill alone.
    Result,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The address that a visitor turns to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The address to follow.
    pub address: String,
    /// The same to be read.
    pub text: String,
}

/// In the query: the visitor brings work along from a frame.
pub const CARRIED: &str = "carried";
/// The most characters of a name that is shown.
const LONGEST: usize = 80;

impl Settings {
    /// Reads the query of an address, with or without its `?`.
    pub fn read(query: &str) -> Self {
        let mut settings = Self::default();
        let mut frame = Frame::default();
        let mut embedded = false;
        for (name, value) in pairs(query) {
            match name.as_str() {
                "embed" => embedded = value != "0",
                "instance" => frame.instance = short(&value),
                "view" => frame.extent = Extent::of(&value),
                "readonly" => frame.readonly = value != "0",
                "partner" => frame.partner = Some(short(&value)).filter(|name| !name.is_empty()),
                "contact" => frame.contact = Contact::of(&value),
                "lang" => settings.language = language(&value),
                "theme" => settings.theme = Theme::of(&value).unwrap_or_default(),
                "accent" => settings.accent = Accent::of(&value),
                "currency" => settings.currency = currency(&value),
                CARRIED => settings.carried = true,
                "product" => settings.product = Some(short(&value)).filter(|id| !id.is_empty()),
                _ => {}
            }
        }
        settings.frame = embedded.then_some(frame);
        settings
    }

    /// True if nothing can be changed.
    pub fn is_readonly(&self) -> bool {
        self.frame.as_ref().is_some_and(|frame| frame.readonly || frame.extent == Extent::Result)
    }

    /// The query that opens the page by itself with the same language and looks, and with the work
    /// that the visitor brings along; empty for none of it.
    pub fn query_of_page(&self, carried: bool) -> String {
        let carried = carried.then(|| CARRIED.to_owned());
        let language = self.language.as_ref().map(|tag| format!("lang={tag}"));
        let theme = self.theme.word().map(|word| format!("theme={word}"));
        let parameters: Vec<String> = carried.into_iter().chain(language).chain(theme).collect();
        if parameters.is_empty() { String::new() } else { format!("?{}", parameters.join("&")) }
    }
}

impl Extent {
    fn of(word: &str) -> Self {
        match word {
            "compact" => Self::Compact,
            "result" => Self::Result,
            _ => Self::Full,
        }
    }

    /// The word for it in the query.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Compact => "compact",
            Self::Result => "result",
        }
    }
}

impl Theme {
    /// The theme of a word; none where it is no theme.
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "auto" => Some(Self::Auto),
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }

    /// The word for it; none where the device decides.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

impl Contact {
    /// Reads an address of mail or of a page that is asked for over TLS; nothing else is followed.
    fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let plain = text.len() <= 200
            && !text.chars().any(|sign| sign.is_whitespace() || sign.is_control());
        let mail = text.strip_prefix("mailto:").unwrap_or(text);
        let is_mail = mail.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !mail.contains(['/', ':', '?', '&', '#'])
        });
        let page = text
            .strip_prefix("https://")
            .filter(|address| address.starts_with(|sign: char| sign.is_alphanumeric()));
        match page {
            _ if !plain => None,
            Some(page) => {
                let host = page.split(['/', '?', '#']).next().unwrap_or_default();
                Some(Self { address: text.to_owned(), text: host.to_owned() })
            }
            None => {
                is_mail.then(|| Self { address: format!("mailto:{mail}"), text: mail.to_owned() })
            }
        }
    }
}

fn short(text: &str) -> String {
    let plain = text.trim().chars().filter(|sign| !sign.is_control());
    plain.take(LONGEST).collect()
}

/// A tag of letters, digits and hyphens: `de`, `de-AT`.
pub fn language(text: &str) -> Option<String> {
    let well_formed = (2..=20).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    well_formed.then(|| text.to_owned())
}

/// Three letters, in capitals.
fn currency(text: &str) -> Option<String> {
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_code.then(|| text.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_once_and_foreign_words_are_passed_over() {
        assert_eq!(Settings::read(""), Settings::default());
        assert_eq!(Settings::read("?utm_source=x&view=compact"), Settings::default());
        let read = Settings::read(
            "?embed=1&view=compact&lang=de&theme=dark&accent=%23a2003c&currency=eur&product=crm-2011&readonly=1\
             &partner=Contoso+%26+Co&contact=sales@contoso.example&instance=seatwise-2&x=%ff",
        );
        let frame = read.frame.as_ref().unwrap();
        assert_eq!((frame.extent, frame.readonly), (Extent::Compact, true));
        assert_eq!(frame.partner.as_deref(), Some("Contoso & Co"));
        assert_eq!(frame.contact.as_ref().unwrap().address, "mailto:sales@contoso.example");
        assert_eq!(frame.instance, "seatwise-2");
        assert_eq!((read.language.as_deref(), read.theme), (Some("de"), Theme::Dark));
        assert_eq!(
            (read.currency.as_deref(), read.product.as_deref()),
            (Some("EUR"), Some("crm-2011"))
        );
        assert!(read.accent.is_some() && read.is_readonly());
        assert_eq!(read.query_of_page(false), "?lang=de&theme=dark");
        assert_eq!(read.query_of_page(true), "?carried&lang=de&theme=dark");
        assert!(Settings::read(&read.query_of_page(true)).carried);
        assert!(Settings::read("embed=1&view=result").is_readonly());
        assert!(Settings::read("embed=0").frame.is_none());
    }

    #[test]
    fn only_mail_and_pages_are_followed() {
        for (text, address) in [
            ("https://contoso.example/talk?x=1", Some("https://contoso.example/talk?x=1")),
            ("a@b.example", Some("mailto:a@b.example")),
            ("mailto:a@b.example", Some("mailto:a@b.example")),
            ("javascript:alert(1)", None),
            ("javascript:a@b.example", None),
            ("data:text/html,a@b.example", None),
            ("http://contoso.example", None),
            ("https://", None),
            ("https:// a", None),
            ("a@b.example?bcc=c@d.example", None),
            ("", None),
        ] {
            assert_eq!(
                Contact::of(text).map(|contact| contact.address).as_deref(),
                address,
                "{text}"
            );
        }
    }
}
