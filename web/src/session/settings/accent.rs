//! A partner's colour, as far as it can be read: WCAG 2.2 asks for a contrast of 4.5 to 1.

/// A colour of the partner, made darker for the light theme and lighter for the dark one until what
/// is written in it, and on it, can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// In the light theme.
    pub light: Tone,
    /// In the dark theme.
    pub dark: Tone,
}

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone([u8; 3]);

/// The grounds that the accent is written on, and what is written on it: the tokens of the style
/// sheet, the least favourable of each theme.
const LIGHT_GROUNDS: [Tone; 2] = [Tone([0xf0, 0xee, 0xe9]), Tone([0xff, 0xff, 0xff])];
const DARK_GROUNDS: [Tone; 2] = [Tone([0x26, 0x2a, 0x30]), Tone([0x10, 0x13, 0x1a])];
const BLACK: Tone = Tone([0, 0, 0]);
const WHITE: Tone = Tone([0xff, 0xff, 0xff]);
/// A hundredth of the contrast that is asked for.
const CONTRAST: u64 = 450;

impl Accent {
    /// Reads `#a2003c`, with or without its `#`; none for what is no colour.
    pub fn of(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let well_formed = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| well_formed)?;
        let [_, red, green, blue] = number.to_be_bytes();
        let tone = Tone([red, green, blue]);
        Some(Self {
            light: tone.readable(BLACK, &LIGHT_GROUNDS),
            dark: tone.readable(WHITE, &DARK_GROUNDS),
        })
    }
}

impl Tone {
    /// `#a2003c`.
    pub fn css(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The first of its mixtures with black or white that can be read on these grounds, and on its
    /// own tint of them.
    fn readable(self, towards: Self, grounds: &[Self]) -> Self {
        let can_be_read = |tone: &Self| {
            grounds.iter().all(|&ground| {
                contrast(*tone, ground) >= CONTRAST
                    && contrast(*tone, ground.mixed(*tone, 12)) >= CONTRAST
            })
        };
        let mut mixtures = (0..=100).step_by(4).map(|share| self.mixed(towards, share));
        mixtures.find(can_be_read).unwrap_or(towards)
    }

    /// With so many per cent of another colour.
    fn mixed(self, tint: Self, share: u32) -> Self {
        let [a, b, c] = self.0;
        let [d, e, f] = tint.0;
        let mix = |from: u8, to: u8| {
            let sum = u32::from(from) * (100 - share.min(100)) + u32::from(to) * share.min(100);
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Self([mix(a, d), mix(b, e), mix(c, f)])
    }

    /// The relative luminance, in millionths.
    fn luminance(self) -> u64 {
        let [red, green, blue] = self.0;
        (2126 * linear(red) + 7152 * linear(green) + 722 * linear(blue)) / 10_000
    }
}

/// A part of a colour in proportion to its light, in millionths: the cubic that follows the curve of
/// sRGB to a thousandth, without real numbers.
fn linear(part: u8) -> u64 {
    let x = u64::from(part);
    (12_523 * 65_025 * x + 682_171 * 255 * x * x + 305_306 * x * x * x) / 16_581_375
}

/// The contrast of two colours, in hundredths.
fn contrast(first: Tone, second: Tone) -> u64 {
    let (a, b) = (first.luminance() + 50_000, second.luminance() + 50_000);
    a.max(b) * 100 / a.min(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_those_of_wcag() {
        for (first, second, expected) in [
            (BLACK, WHITE, 2_100),
            (WHITE, WHITE, 100),
            (Tone([0x76, 0x76, 0x76]), WHITE, 454),
            (Tone([0x1f, 0x4f, 0xd8]), WHITE, 663),
            (Tone([0xff, 0, 0]), WHITE, 399),
        ] {
            let ratio = contrast(first, second);
            assert!(ratio.abs_diff(expected) <= expected / 50, "{first:?} on {second:?}: {ratio}");
        }
    }

    #[test]
    fn whatever_is_asked_for_can_be_read() {
        let parts = [0_u32, 0x20, 0x60, 0x9f, 0xd0, 0xff];
        for (red, green, blue) in parts
            .iter()
            .flat_map(|&red| parts.iter().map(move |&green| (red, green)))
            .flat_map(|(red, green)| parts.iter().map(move |&blue| (red, green, blue)))
        {
            let Accent { light, dark } =
                Accent::of(&format!("#{red:02x}{green:02x}{blue:02x}")).unwrap();
            for (tone, grounds) in [(light, LIGHT_GROUNDS), (dark, DARK_GROUNDS)] {
                for ground in grounds {
                    assert!(contrast(tone, ground) >= 450, "{tone:?} on {ground:?}");
                    assert!(
                        contrast(tone, ground.mixed(tone, 12)) >= 450,
                        "{tone:?} on {ground:?}"
                    );
                }
            }
        }
        let good = Accent::of("1f4fd8").unwrap();
        assert_eq!(good.light.css(), "#1f4fd8", "what can be read stays as it is");
        for nonsense in ["", "#fff", "red", "#12345g", "#1234567", "url(x)"] {
            assert_eq!(Accent::of(nonsense), None, "{nonsense}");
        }
    }
}
