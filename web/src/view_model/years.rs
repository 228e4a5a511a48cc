//! The years: the plan, every way, what each costs, and pictures of it.

use super::amount::Unit;
use super::comparison::Bar;
use super::reasons::Citation;
use super::{Named, Text, ViewContext};
use crate::engine;
use crate::session::{Group, Kind};
use crate::words::{Words, counted};
use seatwise_core::money::Money;
use seatwise_core::period::Period;
use seatwise_core::rulebook::{Programme, Rulebook};
use seatwise_core::scenario::{Billing, Growth, Plan};
use seatwise_core::years::course::{Course, CourseLine, Optimum, YearOfCourse};
use seatwise_core::years::way::{Eligibility, Obstacle, Outlook, Way, WayKind};
use std::rc::Rc;

/// The card of the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    /// The line that opens the ways.
    pub summary: Text,
    /// The plan.
    pub plan: Rc<PlanFields>,
    /// Every way; empty while they are closed.
    pub ways: Vec<Rc<WayRow>>,
    /// The costs of the ways, the cheapest first.
    pub bars: Vec<Bar>,
    /// The sums that have been paid by the end of each year; none where there is nothing to compare.
    pub cash: Option<Rc<CashChart>>,
    /// The remarks about all of them.
    pub about: Vec<Text>,
}

/// The fields of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanFields {
    /// The number of years are looked at.
    pub years: u32,
    /// The first day; empty where it is not said.
    pub from: Text,
    /// The day on which a trial began; none where the product has no trial.
    pub trial_from: Option<Text>,
    /// The agreements to choose from.
    pub programmes: Vec<Named>,
    /// The place of the one that was said.
    pub programme: Option<usize>,
    /// The cost of Software Assurance, as it is written; empty where the price book's figure counts.
    pub assurance: Text,
    /// The price book's figure.
    pub listed_assurance: Text,
    /// True if what is new comes with Software Assurance.
    pub assured: bool,
    /// True if there are subscriptions in the product family, and so ways to pay them.
    pub rents: bool,
    /// True if these are paid by the month.
    pub monthly: bool,
    /// The discount rate, as it is written.
    pub discount_rate: Text,
    /// The groups.
    pub growth: Vec<GrowthRow>,
}

/// The growth of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct GrowthRow {
    /// The group.
    pub group: Group,
    /// The name.
    pub name: Text,
    /// Its rate, as it is written; empty for none.
    pub rate: Text,
}

/// A way.
#[derive(Clone, Debug, PartialEq)]
pub struct WayRow {
    /// The way.
    pub kind: WayKind,
    /// The name.
    pub name: Text,
    /// The product that it leads to.
    pub product: Text,
    /// True if it is open.
    pub eligibility: Eligibility,
    /// The same in words.
    pub state: Text,
    /// The reason why it is not, or what to know.
    pub reasons: Vec<Text>,
    /// The cost, with currency and period; empty where it is closed.
    pub total: Text,
    /// The doubts about it, and how far it is known to be the least.
    pub doubts: Vec<Text>,
    /// True if it rests on assumptions.
    pub assumed: bool,
    /// True if it is the cheapest.
    pub cheapest: bool,
    /// The unit of the amounts of its years.
    pub unit: Text,
    /// The headings of its years.
    pub headings: Vec<&'static str>,
    /// Its years, and their sum.
    pub years: Vec<Vec<Text>>,
    /// The place where it is written.
    pub sources: Vec<Citation>,
}

/// The sums that have been paid by the end of each year.
#[derive(Clone, Debug, PartialEq)]
pub struct CashChart {
    /// The sentence that the picture says.
    pub about: Text,
    /// A line for each way: its name, and its points.
    pub series: Vec<(Text, Vec<CashPoint>)>,
    /// Amounts on the scale, from the bottom, and where.
    pub ticks: Vec<(u32, Text)>,
    /// The years on the scale, and where.
    pub years: Vec<(u32, Text)>,
    /// The same as a table: way, then each year.
    pub headings: Vec<Text>,
    /// Its rows.
    pub rows: Vec<Vec<Text>>,
    /// Ways that stand in the table alone, as a sentence; empty where all are drawn.
    pub undrawn: Text,
}

/// A point of a line, in thousandths of the field from its left and upper edge.
#[derive(Clone, Debug, PartialEq)]
pub struct CashPoint {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
    /// The label.
    pub label: Text,
}

/// Most lines of the picture: more cannot be told apart.
const MOST_LINES: usize = 5;

/// The card of a session.
pub fn card(context: &ViewContext<'_>) -> Years {
    let words = context.words;
    let plan = context.session.document.scenario.usual_plan();
    let outlook = context.session.results.outlook.as_deref();
    let currency = outlook.map(own_currency).unwrap_or_default();
    let view = outlook.map(|outlook| OutlookView { context, outlook, currency });
    Years {
        summary: words.ways_over(plan.years.clamp(1, Plan::MOST_YEARS).into()).into(),
        plan: Rc::new(plan_fields(context, &plan, outlook)),
        ways: view.as_ref().map_or_else(Vec::new, OutlookView::ways),
        bars: view.as_ref().map_or_else(Vec::new, OutlookView::bars),
        cash: view.as_ref().and_then(OutlookView::cash).map(Rc::new),
        about: view.as_ref().map_or_else(Vec::new, OutlookView::about),
    }
}

/// The currency of the scenario's own product: that of the cheapest way, or of the first that is
/// counted.
fn own_currency(outlook: &Outlook) -> &str {
    let of = |kind: WayKind| outlook.ways.iter().find(|way| way.kind == kind);
    let known = outlook.cheapest.and_then(of);
    let counted = || outlook.ways.iter().find(|way| way.course.is_some());
    known.or_else(counted).map_or("", |way| way.currency.as_str())
}

fn plan_fields(context: &ViewContext<'_>, plan: &Plan, outlook: Option<&Outlook>) -> PlanFields {
    let words = context.words;
    let plain = |text: &Option<String>| text.as_ref().map(|text| words.decimal(text));
    let book = context.book;
    let programmes: &[Programme] = book.map_or(&[], |book| &book.programmes);
    let trial = book.filter(|book| book.trial.is_some());
    let listed = outlook
        .and_then(|outlook| outlook.assurance_points)
        .filter(|_| plan.software_assurance_percent.is_none());
    PlanFields {
        years: plan.years.clamp(1, Plan::MOST_YEARS),
        from: plan.from.clone().unwrap_or_default().into(),
        trial_from: trial.is_some().then(|| plan.trial_from.clone().unwrap_or_default().into()),
        programmes: programmes
            .iter()
            .map(|programme| (programme.id.clone().into(), programme.name.clone().into()))
            .collect(),
        programme: programmes
            .iter()
            .position(|programme| Some(&programme.id) == plan.programme.as_ref()),
        assurance: plain(&plan.software_assurance_percent).unwrap_or_default().into(),
        listed_assurance: listed.map(|points| percent(context, points)).unwrap_or_default().into(),
        assured: plan.software_assurance,
        rents: outlook.is_some_and(|outlook| {
            outlook.ways.iter().any(|way| way.kind == WayKind::Subscription && is_offered(way))
        }),
        monthly: plan.billing == Billing::Monthly,
        discount_rate: plain(&plan.discount_rate_percent).unwrap_or_default().into(),
        growth: growth(context, &plan.growth),
    }
}

fn growth(context: &ViewContext<'_>, growth: &Growth) -> Vec<GrowthRow> {
    let organisation = context.names.organisation();
    let words = context.words;
    let people = organisation.people.iter().map(|group| (Kind::People, &group.id, &growth.people));
    let devices =
        organisation.devices.iter().map(|group| (Kind::Devices, &group.id, &growth.devices));
    let servers =
        organisation.servers.iter().map(|group| (Kind::Servers, &group.id, &growth.servers));
    people
        .chain(devices)
        .chain(servers)
        .map(|(kind, id, rates)| GrowthRow {
            group: Group::new(kind, id),
            name: group_name(context, kind, id),
            rate: rates.get(id).map(|rate| words.decimal(rate)).unwrap_or_default().into(),
        })
        .collect()
}

fn group_name(context: &ViewContext<'_>, kind: Kind, id: &str) -> Text {
    match kind {
        Kind::People => context.names.people(id),
        Kind::Devices => context.names.devices(id),
        Kind::Servers => context.names.servers(id),
    }
}

/// Hundredths of a per cent as people write them: `25`, `12.5`.
fn percent(context: &ViewContext<'_>, points: i64) -> String {
    context.words.money(Money::from_minor(points))
}

/// True if the product family has such a way.
pub(super) fn is_offered(way: &Way) -> bool {
    !way.obstacles.contains(&Obstacle::NoSuchProduct)
}

/// The view of the ways.
struct OutlookView<'a> {
    context: &'a ViewContext<'a>,
    outlook: &'a Outlook,
    currency: &'a str,
}

impl OutlookView<'_> {
    fn period(&self) -> Option<Period> {
        Some(Period::Recurring { years: self.outlook.years })
    }

    fn words(&self) -> Words {
        self.context.words
    }

    fn money(&self, amount: Money) -> String {
        self.words().money(amount)
    }

    fn amount(&self, currency: &str, amount: Money) -> String {
        Unit { currency, period: self.period() }.amount(self.context, amount)
    }

    fn ways(&self) -> Vec<Rc<WayRow>> {
        let offered = self.outlook.ways.iter().filter(|way| is_offered(way));
        offered.map(|way| Rc::new(self.way(way))).collect()
    }

    fn way(&self, way: &Way) -> WayRow {
        let course = way.course.as_ref();
        let book = self.words().library().rulebook(&way.rulebook);
        WayRow {
            kind: way.kind,
            name: self.words().way(way.kind).into(),
            product: way.product.clone().into(),
            eligibility: way.eligibility,
            state: self.words().eligibility(way.eligibility).into(),
            reasons: self.reasons(way),
            total: course
                .map(|course| self.amount(&way.currency, course.total))
                .unwrap_or_default()
                .into(),
            doubts: course.map(|course| self.doubts(way, course)).unwrap_or_default(),
            assumed: course.is_some_and(|course| course.assumed > Money::ZERO),
            cheapest: self.outlook.cheapest == Some(way.kind),
            unit: self.words().amounts_of_years(&way.currency).into(),
            headings: headings(self.words(), course),
            years: course.map(|course| self.years(course)).unwrap_or_default(),
            sources: book.map(|book| sources(self.words(), book, &way.clauses)).unwrap_or_default(),
        }
    }

    fn reasons(&self, way: &Way) -> Vec<Text> {
        let words = self.words();
        let obstacles = way.obstacles.iter().map(|obstacle| words.obstacle(obstacle));
        let remarks = way.remarks.iter().map(|remark| words.remark(remark));
        let mut reasons: Vec<Text> = obstacles.chain(remarks).map(Text::from).collect();
        reasons.extend(way.from.as_deref().map(|day| words.starting_day(&words.day(day)).into()));
        let sold = (way.eligibility == Eligibility::Open && !way.programmes.is_empty())
            .then(|| words.way_sold_through(&words.either(&way.programmes)).into());
        reasons.extend(sold);
        reasons
    }

    fn doubts(&self, way: &Way, course: &Course) -> Vec<Text> {
        let mut doubts: Vec<String> = Vec::new();
        if let Some(value) = course.present_value {
            doubts.push(self.words().worth_today_is(&self.amount(&way.currency, value)));
        }
        if !course.unpriced.is_empty() {
            doubts.push(self.words().without_price_of(&self.words().list(&course.unpriced)));
        }
        if course.uncounted {
            doubts.push(self.words().somebody_left_out().to_owned());
        }
        if course.assumed > Money::ZERO {
            doubts.push(self.words().on_assumptions().to_owned());
        }
        doubts.push(match course.optimum {
            Optimum::Proved => self.words().course_proved().to_owned(),
            Optimum::Within { above } => {
                self.words().course_within(&self.amount(&way.currency, above))
            }
        });
        doubts.into_iter().map(Text::from).collect()
    }

    /// The years of a way, and their sum.
    fn years(&self, course: &Course) -> Vec<Vec<Text>> {
        let row = |year: &YearOfCourse| {
            let name = match &year.from {
                Some(day) => format!(
                    "{}, {}",
                    self.words().year_number(year.year.into()),
                    self.words().day(day)
                ),
                None => self.words().year_number(year.year.into()),
            };
            let mut row = vec![name];
            row.extend(amounts(course, year).map(|amount| self.money(amount)));
            row.push(self.lines(&year.lines));
            row.into_iter().map(Text::from).collect()
        };
        let mut rows: Vec<Vec<Text>> = course.years.iter().map(row).collect();
        let sum = sum(course);
        let mut last = vec![self.words().sum().to_owned()];
        last.extend(amounts(course, &sum).map(|amount| self.money(amount)));
        last.push(String::new());
        rows.push(last.into_iter().map(Text::from).collect());
        rows
    }

    fn lines(&self, lines: &[CourseLine]) -> String {
        let words = self.words();
        let held = |line: &CourseLine| words.held_and_bought(line.needed, line.bought, &line.name);
        words.list(&lines.iter().map(held).collect::<Vec<_>>())
    }

    /// The ways that can be compared: open, counted in full, in one currency.
    fn comparable(&self) -> impl Iterator<Item = (&Way, &Course)> {
        let is_apart = |kind: WayKind| matches!(kind, WayKind::DualUse | WayKind::Trial);
        let ways = self
            .outlook
            .ways
            .iter()
            .filter(move |way| way.currency == self.currency && !is_apart(way.kind));
        ways.filter_map(|way| {
            Some((way, way.course.as_ref().filter(|course| course.is_complete())?))
        })
    }

    fn bars(&self) -> Vec<Bar> {
        let mut courses: Vec<_> = self.comparable().collect();
        courses.sort_by_key(|(way, course)| (course.total, way.kind));
        let longest = courses.last().map_or(Money::ZERO, |(_, course)| course.total);
        let least = courses.first().map_or(Money::ZERO, |(_, course)| course.total);
        let bar = |(way, course): &(&Way, &Course)| {
            let more = course.total.minus(least);
            let more =
                if more > Money::ZERO { format!("+{}", self.money(more)) } else { String::new() };
            Bar {
                name: self.words().way(way.kind).into(),
                licences: Text::default(),
                length: thousandths(course.total, longest),
                total: self.amount(self.currency, course.total).into(),
                more: more.into(),
            }
        };
        if courses.len() < 2 { Vec::new() } else { courses.iter().map(bar).collect() }
    }

    fn cash(&self) -> Option<CashChart> {
        let mut courses: Vec<_> = self.comparable().collect();
        let crossing = self.outlook.crossing;
        // The two that cross come first, whatever else is drawn.
        courses.sort_by_key(|(way, course)| {
            let crosses =
                crossing.is_some_and(|crossing| [crossing.buy, crossing.rent].contains(&way.kind));
            (!crosses, course.total, way.kind)
        });
        let sums: Vec<Vec<Money>> = courses.iter().map(|(_, course)| course.cumulative()).collect();
        let drawn = sums.iter().take(MOST_LINES);
        let most = drawn.flatten().max().copied().filter(|most| *most > Money::ZERO)?;
        if courses.len() < 2 || self.outlook.years < 2 {
            return None;
        }
        let top = scale(most);
        let years = u32::try_from(sums.first()?.len()).ok()?;
        let place = |year: usize| {
            let year = u32::try_from(year).unwrap_or_default();
            (year * 1_000).checked_div(years - 1).unwrap_or_default()
        };
        let series = courses.iter().zip(&sums).take(MOST_LINES).map(|((way, _), sums)| {
            let name = self.words().way(way.kind);
            let point = |(year, sum): (usize, &Money)| CashPoint {
                x: place(year),
                y: 1_000 - thousandths(*sum, top),
                label: self
                    .words()
                    .cash_point(
                        name,
                        &format!("{} {}", self.money(*sum), self.currency),
                        counted(year + 1),
                    )
                    .into(),
            };
            (Text::from(name), sums.iter().enumerate().map(point).collect())
        });
        let tick = |part: i64| {
            let amount = Money::from_minor(top.minor() / 4 * part);
            (1_000 - u32::try_from(part * 250).unwrap_or_default(), self.money(amount).into())
        };
        let numbers: Vec<Text> = (0..sums.first()?.len())
            .map(|year| self.words().year_number(counted(year + 1)).into())
            .collect();
        let row = |((way, _), sums): (&(&Way, &Course), &Vec<Money>)| {
            let amounts = sums.iter().map(|sum| Text::from(self.money(*sum)));
            std::iter::once(Text::from(self.words().way(way.kind))).chain(amounts).collect()
        };
        let rows = courses.iter().zip(&sums).map(row);
        let undrawn: Vec<&str> =
            courses.iter().skip(MOST_LINES).map(|(way, _)| self.words().way(way.kind)).collect();
        Some(CashChart {
            about: self.words().cash_about(self.currency, &self.crossing()).into(),
            series: series.collect(),
            ticks: (0..=4).map(tick).collect(),
            years: numbers
                .iter()
                .enumerate()
                .map(|(year, number)| (place(year), number.clone()))
                .collect(),
            headings: std::iter::once(Text::Static(self.words().comparison_way()))
                .chain(numbers)
                .collect(),
            rows: rows.collect(),
            undrawn: if undrawn.is_empty() {
                Text::default()
            } else {
                self.words().not_drawn(&self.words().list(&undrawn)).into()
            },
        })
    }

    fn crossing(&self) -> String {
        self.outlook.crossing.map(|crossing| self.words().crossing(crossing)).unwrap_or_default()
    }

    fn about(&self) -> Vec<Text> {
        let outlook = self.outlook;
        let mut about = vec![self.crossing()];
        let has_other_currency =
            outlook.ways.iter().any(|way| way.course.is_some() && way.currency != self.currency);
        if has_other_currency {
            about.push(self.words().not_comparable(self.currency));
        }
        about.push(match outlook.assurance_points {
            Some(points) if outlook.assurance_assumed => {
                self.words().assurance_assumed(&percent(self.context, points))
            }
            Some(points) => self.words().assurance_counted(&percent(self.context, points)),
            None => self.words().assurance_not_known().to_owned(),
        });
        let plan = self.context.session.document.scenario.usual_plan();
        if plan.billing == Billing::Monthly {
            about.push(outlook.monthly_points.map_or_else(
                || self.words().monthly_not_known().to_owned(),
                |points| self.words().monthly_adds(&percent(self.context, points)),
            ));
        }
        if plan.discount_rate_percent.is_some() {
            about.push(self.words().present_value_about().to_owned());
        }
        about.push(self.words().money_alone().to_owned());
        about.retain(|text| !text.is_empty());
        about.into_iter().map(Text::from).collect()
    }
}

/// Every way as rows: one for each of its years, and one for their sum.
pub(super) fn csv_rows(words: Words, outlook: &Outlook) -> Vec<Vec<Text>> {
    let mut rows: Vec<Vec<Text>> = vec![words.years_csv_headings().map(Text::Static).to_vec()];
    for way in outlook.ways.iter().filter(|way| is_offered(way)) {
        let why = way.obstacles.iter().map(|obstacle| words.obstacle(obstacle));
        let start = [
            words.way(way.kind).to_owned(),
            way.product.clone(),
            words.eligibility(way.eligibility).to_owned(),
            why.collect::<Vec<_>>().join(" "),
        ];
        let Some(course) = &way.course else {
            let blank = std::iter::repeat_n(String::new(), 9);
            rows.push(start.into_iter().chain(blank).map(Text::from).collect());
            continue;
        };
        let line = |name: String, year: &YearOfCourse| {
            let amounts =
                [year.licences, year.assurance, year.subscriptions, year.committed, year.cash];
            let value = year.present_value.map(|value| value.to_string()).unwrap_or_default();
            let mut row: Vec<String> = start.to_vec();
            row.extend([name, year.from.clone().unwrap_or_default()]);
            row.extend(amounts.map(|amount| amount.to_string()));
            row.extend([value, way.currency.clone()]);
            row.into_iter().map(Text::from).collect::<Vec<_>>()
        };
        rows.extend(course.years.iter().map(|year| line(year.year.to_string(), year)));
        rows.push(line(words.sum().to_owned(), &sum(course)));
    }
    rows
}

fn sources(words: Words, book: &Rulebook, clauses: &[String]) -> Vec<Citation> {
    let cited = engine::cite_by_name(book, clauses).into_iter();
    cited.map(|citation| super::reasons::cite(words, citation)).collect()
}

/// A share in thousandths.
fn thousandths(part: Money, whole: Money) -> u32 {
    let share = i128::from(part.minor()) * 1_000 / i128::from(whole.minor()).max(1);
    u32::try_from(share.clamp(0, 1_000)).unwrap_or_default()
}

/// The end of a scale in four parts: 1, 2, 4 or 8 times a power of ten, not below the amount.
fn scale(most: Money) -> Money {
    let mut step = 400_i64;
    loop {
        for times in [1, 2, 4, 8] {
            let end = step.saturating_mul(times);
            if end >= most.minor() {
                return Money::from_minor(end);
            }
        }
        step = step.saturating_mul(10);
    }
}

/// The headings of the years of a way: the amounts that occur, and what is bought.
pub(super) fn headings(words: Words, course: Option<&Course>) -> Vec<&'static str> {
    let Some(course) = course else { return Vec::new() };
    let sum = sum(course);
    let amounts = [
        (words.course_licences(), sum.licences),
        (words.course_assurance(), sum.assurance),
        (words.course_subscriptions(), sum.subscriptions),
        (words.course_committed(), sum.committed),
    ];
    let paid = amounts.into_iter().filter(|(_, sum)| *sum != Money::ZERO).map(|(name, _)| name);
    let worth = course.present_value.map(|_| words.worth_today());
    let (year, cash) = (words.year_column(), words.course_cash());
    std::iter::once(year)
        .chain(paid)
        .chain([cash])
        .chain(worth)
        .chain([words.course_lines()])
        .collect()
}

/// The amounts of a year, of the kinds that occur in its course.
pub(super) fn amounts(course: &Course, year: &YearOfCourse) -> impl Iterator<Item = Money> + use<> {
    let sum = sum(course);
    let parts = [
        (year.licences, sum.licences),
        (year.assurance, sum.assurance),
        (year.subscriptions, sum.subscriptions),
        (year.committed, sum.committed),
    ];
    let (cash, value) = (year.cash, year.present_value);
    let paid = parts.into_iter().filter(|(_, sum)| *sum != Money::ZERO).map(|(amount, _)| amount);
    paid.chain([cash]).chain(value)
}

/// All years of a course together.
pub(super) fn sum(course: &Course) -> YearOfCourse {
    let add = |sum: YearOfCourse, year: &YearOfCourse| YearOfCourse {
        licences: sum.licences.plus(year.licences),
        assurance: sum.assurance.plus(year.assurance),
        subscriptions: sum.subscriptions.plus(year.subscriptions),
        committed: sum.committed.plus(year.committed),
        cash: sum.cash.plus(year.cash),
        ..sum
    };
    let start = YearOfCourse { present_value: course.present_value, ..YearOfCourse::default() };
    course.years.iter().fold(start, add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_in_four_whole_parts_not_below_the_amount() {
        let end = |minor| scale(Money::from_minor(minor)).minor();
        assert_eq!(end(1), 400);
        assert_eq!(end(400), 400);
        assert_eq!(end(401), 800);
        assert_eq!(end(3_201), 4_000);
        assert_eq!(end(19_860_000), 32_000_000);
    }
}
