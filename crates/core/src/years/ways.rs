//! Every way that an organisation may go, side by side.

use super::course::Course;
use super::licence_cost::AssuranceRate;
use super::premises::Premises;
use super::products::Products;
use super::qualification::{self, Qualification};
use super::regime::Regime;
use super::setting::{self, Source};
use super::way::{Crossing, Eligibility, Obstacle, Outlook, Remark, Way, WayKind};
use super::{optimum, present_value};
use crate::answer::completeness::{self, NotCounted};
use crate::books::Library;
use crate::date::Date;
use crate::money::Money;
use crate::resolve::term::Term;
use crate::scenario::Scenario;
use crate::solved::Solved;
use seatwise_rulebook::{Offering, Rulebook};

/// Compares every way that an organisation may go over the years of its plan.
#[must_use]
pub fn compare(library: &Library<'_>, scenario: &Scenario) -> Outlook {
    let term = Term::of(scenario);
    let mut scenario = scenario.clone();
    // What is owned is of the plan's agreement where nothing else is said.
    for row in scenario.owned.iter_mut().filter(|row| row.programme.is_none()) {
        row.programme.clone_from(&term.programme);
    }
    let products = Products::of(library, &scenario);
    let on_premises = products.premises.map(|book| products.under(&scenario, book));
    let online = products.online.map(|book| products.under(&scenario, book));
    let dual_use = products.with_dual_use(&scenario);
    let premises = on_premises.as_ref().map(|scenario| Premises::of(library, scenario, &term));
    let context = Context {
        library: *library,
        term: &term,
        products: &products,
        on_premises: on_premises.as_ref(),
        online: online.as_ref(),
        dual_use: dual_use.as_ref(),
        premises: premises.as_ref(),
    };
    let ways: Vec<Way> = WayKind::ALL.iter().map(|&kind| context.way(kind)).collect();
    context.outlook(scenario.plan.is_some(), ways)
}

/// The source of every way.
struct Context<'c> {
    library: Library<'c>,
    term: &'c Term,
    products: &'c Products<'c>,
    on_premises: Option<&'c Scenario>,
    online: Option<&'c Scenario>,
    dual_use: Option<&'c Scenario>,
    premises: Option<&'c Premises<'c>>,
}

/// Software Assurance that goes on beside subscriptions.
#[derive(Default)]
struct KeptOn {
    each_year: Money,
    is_assumed: bool,
    /// Names of licences of which nobody knows what it costs.
    unpriced: Vec<String>,
}

/// A way as far as it is worked out.
struct Draft {
    obstacles: Vec<Obstacle>,
    remarks: Vec<Remark>,
    programmes: Vec<String>,
    clauses: Vec<String>,
    from: Option<String>,
    course: Option<Course>,
}

impl Draft {
    /// Nothing stands against it.
    fn open(course: Option<Course>) -> Self {
        let obstacles = if course.is_some() { Vec::new() } else { vec![Obstacle::NotCounted] };
        Self { obstacles, course, ..Self::closed(Vec::new()) }
    }

    fn closed(obstacles: Vec<Obstacle>) -> Self {
        Self {
            obstacles,
            remarks: Vec::new(),
            programmes: Vec::new(),
            clauses: Vec::new(),
            from: None,
            course: None,
        }
    }

    fn of(qualification: &Qualification) -> Self {
        Self {
            programmes: qualification.programmes.clone(),
            clauses: qualification.clauses.clone(),
            ..Self::closed(qualification.obstacles.clone())
        }
    }

    fn eligibility(&self) -> Eligibility {
        match self.obstacles.as_slice() {
            [] => Eligibility::Open,
            obstacles if obstacles.iter().all(Obstacle::is_open) => Eligibility::NotKnownYet,
            _ => Eligibility::Closed,
        }
    }
}

impl<'c> Context<'c> {
    fn way(&self, kind: WayKind) -> Way {
        let products = self.products;
        let (book, scenario) = match kind {
            WayKind::DualUse => (products.online, self.dual_use),
            _ if kind.is_on_premises() => (products.premises, self.on_premises),
            _ => (products.online, self.online),
        };
        let draft = match book.zip(scenario) {
            None => Draft::closed(vec![Obstacle::NoSuchProduct]),
            Some((book, scenario)) => self.draft(kind, book, scenario),
        };
        let course = draft.course.as_ref().map(|course| self.dated(course.clone()));
        let eligibility = draft.eligibility();
        Way {
            kind,
            rulebook: book.map(|book| book.id.clone()).unwrap_or_default(),
            product: book.map(|book| book.name.clone()).unwrap_or_default(),
            currency: scenario.map(|scenario| self.currency(scenario)).unwrap_or_default(),
            eligibility,
            obstacles: draft.obstacles,
            remarks: draft.remarks,
            programmes: draft.programmes,
            from: draft.from,
            clauses: draft.clauses,
            course: course.filter(|_| eligibility == Eligibility::Open),
        }
    }

    fn draft(&self, kind: WayKind, book: &'c Rulebook, scenario: &'c Scenario) -> Draft {
        match kind {
            WayKind::WithAssurance => {
                let setting = self.premises.and_then(|premises| premises.assured.as_ref());
                Draft::open(
                    setting.and_then(optimum::find).map(|course| self.judged(scenario, course)),
                )
            }
            WayKind::WithoutAssurance => self.without_assurance(book, scenario),
            WayKind::BuyAnew => Draft::open(self.anew(book, scenario)),
            WayKind::StepUp => self.offered(Offering::StepUp, book, scenario, |draft, _| {
                self.step_up(draft, book, scenario)
            }),
            WayKind::FromSa => self.offered(Offering::FromSa, book, scenario, |draft, rows| {
                self.through_assurance(draft, rows, book, scenario)
            }),
            WayKind::AddOn => self.offered(Offering::AddOn, book, scenario, |draft, rows| {
                self.add_on(draft, rows, book, scenario)
            }),
            WayKind::Subscription => {
                Draft::open(self.course(scenario, Regime::Subscription, &self.committed(scenario)))
            }
            WayKind::DualUse => self.dual_use(book, scenario),
            WayKind::Trial => self.trial(book, scenario),
        }
    }

    fn without_assurance(&self, book: &Rulebook, scenario: &Scenario) -> Draft {
        let course = self.course(scenario, Regime::Unassured, &self.committed(scenario));
        let buys = course.as_ref().is_some_and(|course| {
            course.years.iter().flat_map(|year| &year.lines).any(|line| line.bought > 0)
        });
        match self.assured_programme(book).filter(|_| buys) {
            Some((programme, clauses)) => {
                Draft { clauses, ..Draft::closed(vec![Obstacle::AlwaysAssured { programme }]) }
            }
            None => Draft::open(course),
        }
    }

    /// Everything bought, with Software Assurance where the plan or its agreement wants it.
    fn anew(&self, book: &Rulebook, scenario: &Scenario) -> Option<Course> {
        let anew = Scenario { owned: Vec::new(), ..scenario.clone() };
        let assured = self.term.assured || self.assured_programme(book).is_some();
        let regime = if assured { Regime::Assured } else { Regime::Unassured };
        self.course(&anew, regime, &self.committed(scenario))
    }

    /// A way that is offered to owners only: `complete` goes on with the draft and the places of
    /// the owned rows that qualify. Closed where none does.
    fn offered(
        &self,
        offering: Offering,
        book: &Rulebook,
        scenario: &Scenario,
        complete: impl FnOnce(Draft, &[usize]) -> Draft,
    ) -> Draft {
        let qualification = qualification::of(&self.library, book, scenario, offering);
        let draft = Draft::of(&qualification);
        if draft.obstacles.is_empty() { complete(draft, &qualification.rows) } else { draft }
    }

    fn step_up(&self, mut draft: Draft, book: &Rulebook, scenario: &Scenario) -> Draft {
        draft.course = self.course(scenario, Regime::StepUp, &[]);
        let steps = draft.course.as_ref().is_some_and(|course| {
            let lines = course.years.iter().flat_map(|year| &year.lines);
            lines.filter(|line| line.bought > 0).any(|line| is_offer(book, &line.licence))
        });
        if !steps {
            draft.obstacles = vec![Obstacle::NothingToStepUp];
        }
        draft
    }

    /// Subscriptions in place of Software Assurance, once the agreement is renewed.
    fn through_assurance(
        &self,
        mut draft: Draft,
        rows: &[usize],
        book: &Rulebook,
        scenario: &Scenario,
    ) -> Draft {
        let rows = rows.iter().filter_map(|&row| scenario.owned.get(row));
        let until = rows.filter_map(|row| Date::parse(row.until.as_deref()?)).max();
        let running = until.map_or(0, |until| self.term.years_to(Some(&until.to_string())));
        draft.remarks.push(Remark::FullyPaid);
        match until {
            None => draft.remarks.push(Remark::RenewalNotSaid),
            Some(until) => draft.from = Some(until.plus_days(1).to_string()),
        }
        if let Some(until) = until.filter(|_| running >= self.term.years) {
            draft.obstacles = vec![Obstacle::NotBefore { on: until.plus_days(1).to_string() }];
            return draft;
        }
        draft.course = self.split_course(scenario, usize::try_from(running).unwrap_or_default());
        if let Some(until) = until.filter(|_| running > 0) {
            draft.remarks.push(Remark::AssuredUntil { on: until.to_string() });
        }
        self.settled(draft, book)
    }

    /// On premises with Software Assurance for some years, and From SA from then on.
    fn split_course(&self, scenario: &Scenario, running: usize) -> Option<Course> {
        let setting = setting::read(self.source(scenario, Regime::FromSa, &[]))?;
        let years = setting.years();
        let later = optimum::find(&setting.span(running..years))?;
        let later = self.judged(scenario, later);
        if running == 0 {
            return Some(later);
        }
        let premises = self.premises?;
        if premises.currency != self.currency(scenario) {
            return None;
        }
        let first = optimum::find(&premises.assured.as_ref()?.span(0..running))?;
        let first = self.on_premises.map(|scenario| self.judged(scenario, first.clone()))?;
        Some(first.followed_by(later))
    }

    fn add_on(
        &self,
        mut draft: Draft,
        rows: &[usize],
        book: &Rulebook,
        scenario: &Scenario,
    ) -> Draft {
        let kept_on = self.kept_on(scenario, rows);
        let committed: Vec<Money> = (1..=self.term.years).map(|_| kept_on.each_year).collect();
        draft.course = self.course(scenario, Regime::AddOn, &committed);
        if let Some(course) = &mut draft.course {
            course.unpriced.extend(kept_on.unpriced);
            if kept_on.is_assumed {
                let years = u64::from(self.term.years);
                course.assumed = course.assumed.plus(kept_on.each_year.times(years));
            }
        }
        if let Some(premises) =
            self.premises.filter(|premises| premises.currency != self.currency(scenario))
        {
            let currency = premises.currency.clone();
            draft.remarks.push(Remark::AssuranceInOtherCurrency { currency });
        }
        self.settled(draft, book)
    }

    /// The cost of Software Assurance a year of owned rows that keep it.
    fn kept_on(&self, scenario: &Scenario, rows: &[usize]) -> KeptOn {
        let currency = self.currency(scenario);
        let premises = self.premises.filter(|premises| premises.currency == currency);
        let mut kept_on = KeptOn::default();
        for row in rows.iter().filter_map(|&row| scenario.owned.get(row)) {
            let cost = premises.and_then(|premises| premises.cost(&row.licence));
            match cost.filter(|cost| !cost.upkeep_unknown) {
                Some(cost) => {
                    let money = cost.upkeep.times(row.quantity.into());
                    kept_on.each_year = kept_on.each_year.plus(money);
                    kept_on.is_assumed |= cost.upkeep_assumed;
                }
                None => {
                    kept_on.unpriced.extend(qualification::name_of(&self.library, &row.licence))
                }
            }
        }
        kept_on
    }

    /// The draft with the numbers that take the offer and a full subscription, and with a remark
    /// where nobody published what the offer costs.
    fn settled(&self, mut draft: Draft, book: &Rulebook) -> Draft {
        let Some(course) = &draft.course else {
            draft.obstacles.push(Obstacle::NotCounted);
            return draft;
        };
        let offers = |year: &&super::course::YearOfCourse| {
            year.lines.iter().any(|line| is_offer(book, &line.licence))
        };
        if let Some(year) = course.years.iter().find(offers) {
            let bought = |offered: bool| {
                let lines = year.lines.iter();
                lines
                    .filter(|line| is_offer(book, &line.licence) == offered)
                    .map(|line| line.bought)
                    .sum()
            };
            draft.remarks.insert(0, Remark::Split { offered: bought(true), full: bought(false) });
        }
        let at_most = course
            .years
            .iter()
            .flat_map(|year| &year.lines)
            .any(|line| is_offer(book, &line.licence) && line.assumed);
        if at_most {
            draft.remarks.push(Remark::AtMost);
        }
        draft
    }

    fn dual_use(&self, book: &Rulebook, scenario: &Scenario) -> Draft {
        let clauses = book.versions.iter().flat_map(|version| version.clauses.iter().copied());
        let mut clauses: Vec<_> = clauses.collect();
        clauses.sort_unstable();
        clauses.dedup();
        let clauses = book.names_of(&clauses);
        let people = self.not_reached(scenario);
        if !people.is_empty() {
            let obstacle = Obstacle::ServersNotReached { people };
            return Draft { clauses, ..Draft::closed(vec![obstacle]) };
        }
        let course = self.course(scenario, Regime::Subscription, &self.committed(scenario));
        Draft { clauses, remarks: vec![Remark::ServersApart], ..Draft::open(course) }
    }

    /// The people whose uses no subscription allows where they are.
    fn not_reached(&self, scenario: &Scenario) -> Vec<String> {
        let Ok(solved) = Solved::new(&self.library, scenario) else { return Vec::new() };
        let uncounted = completeness::uncounted(&solved.case, &solved.demand, scenario);
        let impossible = uncounted.iter().filter(|row| row.because == NotCounted::Impossible);
        let name = |id: &String| {
            let people = scenario.organisation.people.iter().find(|group| group.id == *id);
            people.map(|group| group.name.clone()).unwrap_or_default()
        };
        impossible.map(|row| name(&row.people)).collect()
    }

    /// A trial that is replaced by bought licences when it ends.
    fn trial(&self, book: &Rulebook, scenario: &Scenario) -> Draft {
        let Some(trial) = &book.trial else { return Draft::closed(vec![Obstacle::NoTrial]) };
        let clauses = book.names_of(&trial.clauses);
        let began = scenario.plan.as_ref().and_then(|plan| plan.trial_from.as_deref());
        let Some(began) = began.and_then(Date::parse) else {
            return Draft { clauses, ..Draft::closed(vec![Obstacle::NoTrialBegun]) };
        };
        let ends = began.plus_days(trial.days);
        let remarks = vec![Remark::TrialEnds { on: ends.to_string() }];
        let from = Some(ends.plus_days(1).to_string());
        Draft { clauses, remarks, from, ..Draft::open(self.anew(book, scenario)) }
    }

    fn source<'s>(
        &'s self,
        scenario: &'s Scenario,
        regime: Regime,
        committed: &'s [Money],
    ) -> Source<'s, 's> {
        Source { library: &self.library, scenario, term: self.term, regime, committed }
    }

    /// The cheapest course of a scenario in one regime.
    fn course(&self, scenario: &Scenario, regime: Regime, committed: &[Money]) -> Option<Course> {
        let setting = setting::read(self.source(scenario, regime, committed))?;
        let course = optimum::find(&setting)?;
        Some(self.judged(scenario, course))
    }

    /// The course, with whether somebody is not counted in it.
    fn judged(&self, scenario: &Scenario, course: Course) -> Course {
        let solved = Solved::new(&self.library, scenario);
        let uncounted = solved.map(|solved| {
            !completeness::uncounted(&solved.case, &solved.demand, scenario).is_empty()
        });
        Course { uncounted: uncounted.unwrap_or(true), ..course }
    }

    /// The payments that agreements ask for until they end, in the currency of a scenario; nothing
    /// where it is priced in another one.
    fn committed(&self, scenario: &Scenario) -> Vec<Money> {
        let premises =
            self.premises.filter(|premises| premises.currency == self.currency(scenario));
        premises.map(|premises| premises.committed.clone()).unwrap_or_default()
    }

    /// The plan's agreement, where its licences always come with Software Assurance, and the
    /// clauses that say so.
    fn assured_programme(&self, book: &Rulebook) -> Option<(String, Vec<String>)> {
        let id = self.term.programme.as_ref()?;
        let programme = book.programmes.iter().find(|known| known.id == *id && known.assured)?;
        Some((programme.name.clone(), book.names_of(&programme.clauses)))
    }

    fn currency(&self, scenario: &Scenario) -> String {
        let case = crate::resolve::case::read(&self.library, scenario);
        case.map(|case| case.pricing.currency).unwrap_or_default()
    }

    /// Dates the years and says what their payments are worth today.
    fn dated(&self, mut course: Course) -> Course {
        for year in &mut course.years {
            year.from = self.term.start_of(year.year).map(|day| day.to_string());
            let value = |rate| present_value::of(year.cash, rate, year.year);
            year.present_value = self.term.discount_rate.map(value);
        }
        let values = course.years.iter().map(|year| year.present_value);
        course.present_value = values.reduce(|sum, value| Some(sum?.plus(value?))).flatten();
        course
    }

    fn outlook(&self, is_planned: bool, ways: Vec<Way>) -> Outlook {
        let of_own = if self.products.is_online() { self.online } else { self.on_premises };
        let currency = of_own.map(|scenario| self.currency(scenario)).unwrap_or_default();
        let cheapest = |wanted: &dyn Fn(WayKind) -> bool| {
            let comparable = ways.iter().filter(|way| way.currency == currency && wanted(way.kind));
            let counted = comparable.filter_map(|way| {
                let course = way.course.as_ref().filter(|course| course.is_complete())?;
                Some((way.kind, course))
            });
            counted.min_by_key(|(_, course)| course.total)
        };
        // Dual use is a condition of a way and no price; a trial is bought anew when it ends.
        let is_apart = |kind: WayKind| matches!(kind, WayKind::DualUse | WayKind::Trial);
        let best = cheapest(&|kind| !is_apart(kind)).map(|(kind, _)| kind);
        let buy = cheapest(&|kind| kind.is_on_premises() && !is_apart(kind));
        let rent = cheapest(&|kind| !kind.is_on_premises() && !is_apart(kind));
        let crossing = buy.zip(rent).map(crossing);
        let book = self.products.premises;
        let listed = |id: &str| self.library.price_book(id);
        let rate = AssuranceRate::of(self.term, book.and_then(|book| listed(&book.prices)));
        let monthly = self.products.online.and_then(|book| listed(&book.prices)?.monthly.as_ref());
        Outlook {
            years: self.term.years,
            is_planned,
            cheapest: best,
            crossing,
            assurance_points: rate.map(AssuranceRate::points),
            assurance_assumed: rate.is_some_and(AssuranceRate::is_assumed),
            monthly_points: monthly.map(|rate| rate.basis_points.into()),
            ways,
        }
    }
}

fn crossing(((buy, bought), (rent, rented)): ((WayKind, &Course), (WayKind, &Course))) -> Crossing {
    let sums = bought.cumulative().into_iter().zip(rented.cumulative());
    let dearer = (1..).zip(sums).find(|(_, (bought, rented))| rented > bought);
    Crossing {
        buy,
        rent,
        year: dearer.map(|(year, _)| year),
        bought: bought.total,
        rented: rented.total,
    }
}

/// True if a licence is sold only to who owns another one.
fn is_offer(book: &Rulebook, licence: &str) -> bool {
    let id = licence.split_once('/').map_or(licence, |(_, id)| id);
    let licence = book.licence_id(id).and_then(|id| book.licence(id));
    licence.is_some_and(|licence| licence.step_up.is_some())
}
