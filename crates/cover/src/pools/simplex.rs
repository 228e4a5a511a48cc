//! Small linear programs, solved exactly.
//!
//! A tableau of whole numbers over one common denominator (after Edmonds and Bareiss): every entry
//! is a minor of the first tableau, so nothing is rounded and the numbers stay small where the
//! program is. Several objectives are minimised one after the other.

/// A linear program: minimise the goals in turn, with variables of at least 0 and `rows * variables
/// <= limits`.
///
/// All limits are at least 0, so that nothing of everything is a solution to start from.
#[derive(Clone, Debug, Default)]
pub struct LinearProgram {
    /// The coefficients of each goal.
    pub objectives: Vec<Vec<i128>>,
    /// The coefficients and the limit of each row.
    pub rows: Vec<(Vec<i128>, i128)>,
}

/// The best solution of a program, all numbers over `denominator`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Optimum {
    /// The value of each variable.
    pub values: Vec<i128>,
    /// For each row what the goals fall by when its limit rises by one, goal by goal.
    pub duals: Vec<Vec<i128>>,
    /// Common denominator of all numbers.
    pub denominator: i128,
    /// Entries of the tableau that were worked out.
    pub work: u64,
}

/// More exchanges than any of our programs needs.
const MOST_PIVOTS: u32 = 2_000;

impl LinearProgram {
    /// Solves the program; nothing if it has no least value, or its numbers grow past all counting.
    pub fn solve(&self) -> Option<Optimum> {
        self.solve_within(u64::MAX)
    }

    /// Solves the program; nothing either if that takes more than about so much work.
    ///
    /// Nearly always all numbers fit into 64 bits, which is several times as fast; where one does
    /// not, all are worked out anew in 128.
    pub fn solve_within(&self, work_limit: u64) -> Option<Optimum> {
        match Tableau::<i64>::new(self).and_then(|tableau| tableau.run(work_limit)) {
            Some(Outcome::Solved(optimum)) => Some(optimum),
            Some(Outcome::Unbounded | Outcome::TooLong) => None,
            None => match Tableau::<i128>::new(self)?.run(work_limit)? {
                Outcome::Solved(optimum) => Some(optimum),
                Outcome::Unbounded | Outcome::TooLong => None,
            },
        }
    }
}

/// End of the work on a tableau, where no number was too large for it.
enum Outcome {
    Solved(Optimum),
    Unbounded,
    TooLong,
}

/// Whole numbers of some width.
trait Number: Copy + Ord + Default + TryFrom<i128> + Into<i128> {
    const ONE: Self;

    /// `self * by - factor * other`, over `over`, which divides it.
    fn exchanged(self, by: Self, factor: Self, other: Self, over: Self) -> Option<Self>;

    fn times(self, other: Self) -> Option<Self>;
}

macro_rules! number {
    ($kind:ty) => {
        impl Number for $kind {
            const ONE: Self = 1;

            fn exchanged(self, by: Self, factor: Self, other: Self, over: Self) -> Option<Self> {
                let product = self.checked_mul(by)?.checked_sub(factor.checked_mul(other)?)?;
                // Numbers are mostly over 1.
                if over == 1 { Some(product) } else { product.checked_div(over) }
            }

            fn times(self, other: Self) -> Option<Self> {
                self.checked_mul(other)
            }
        }
    };
}

number!(i64);
number!(i128);

struct Tableau<N> {
    variables: usize,
    /// Goals first, then rows; in each the variables, then one slack a row, then the limit.
    table: Vec<Vec<N>>,
    objectives: usize,
    /// The column that each row is solved for.
    basis: Vec<usize>,
    denominator: N,
    work: u64,
}

impl<N: Number> Tableau<N> {
    fn new(program: &LinearProgram) -> Option<Self> {
        let variables = program.rows.first().map_or(0, |(row, _)| row.len());
        let slacks = program.rows.len();
        let mut table: Vec<Vec<N>> = Vec::with_capacity(program.objectives.len() + slacks);
        let number = |entry: &i128| N::try_from(*entry).ok();
        for objective in &program.objectives {
            let mut line: Vec<N> = objective.iter().map(number).collect::<Option<_>>()?;
            line.resize(variables + slacks + 1, N::default());
            table.push(line);
        }
        for (place, (row, limit)) in program.rows.iter().enumerate() {
            let mut line: Vec<N> = row.iter().map(number).collect::<Option<_>>()?;
            line.resize(variables, N::default());
            line.extend(
                (0..slacks).map(|slack| if slack == place { N::ONE } else { N::default() }),
            );
            line.push(number(limit)?);
            table.push(line);
        }
        let basis = (variables..variables + slacks).collect();
        Some(Self {
            variables,
            table,
            objectives: program.objectives.len(),
            basis,
            denominator: N::ONE,
            work: 0,
        })
    }

    /// Exchanges columns until nothing is gained by it; nothing if a number grows too large.
    fn run(mut self, work_limit: u64) -> Option<Outcome> {
        for _ in 0..MOST_PIVOTS {
            let Some(column) = self.entering() else {
                return Some(Outcome::Solved(self.optimum()));
            };
            if self.work > work_limit {
                return Some(Outcome::TooLong);
            }
            let Some(row) = self.leaving(column)? else { return Some(Outcome::Unbounded) };
            self.pivot(row, column)?;
        }
        Some(Outcome::TooLong)
    }

    fn entry(&self, line: usize, column: usize) -> N {
        self.table.get(line).and_then(|line| line.get(column)).copied().unwrap_or_default()
    }

    /// The first column whose entering lowers the goals (after Bland, so that no basis comes
    /// twice).
    fn entering(&self) -> Option<usize> {
        let columns = self.variables + self.basis.len();
        let none = N::default();
        (0..columns).find(|column| {
            let first = (0..self.objectives)
                .map(|objective| self.entry(objective, *column))
                .find(|entry| *entry != none);
            first.is_some_and(|entry| entry < none)
        })
    }

    /// The row that limits a column most, if one does; of several, the one solved for the first
    /// column.
    #[expect(
        clippy::option_option,
        reason = "no row is something else than a number that is too large"
    )]
    fn leaving(&self, column: usize) -> Option<Option<usize>> {
        let limit = self.variables + self.basis.len();
        let mut best: Option<(N, N, usize, usize)> = None;
        for (row, basic) in self.basis.iter().enumerate() {
            let (entry, value) = (
                self.entry(self.objectives + row, column),
                self.entry(self.objectives + row, limit),
            );
            if entry <= N::default() {
                continue;
            }
            let better = match best {
                None => true,
                Some((value_of_best, entry_of_best, basic_of_best, _)) => {
                    let (new, old) = (value.times(entry_of_best)?, value_of_best.times(entry)?);
                    new < old || (new == old && *basic < basic_of_best)
                }
            };
            if better {
                best = Some((value, entry, *basic, row));
            }
        }
        Some(best.map(|(_, _, _, row)| row))
    }

    fn pivot(&mut self, row: usize, column: usize) -> Option<()> {
        let pivot_line = self.table.get(self.objectives + row)?.clone();
        let pivot = *pivot_line.get(column)?;
        self.work += pivot_line.len() as u64 * 2;
        for (place, line) in self.table.iter_mut().enumerate() {
            let factor = *line.get(column)?;
            if place == self.objectives + row
                || (factor == N::default() && pivot == self.denominator)
            {
                continue;
            }
            self.work += line.len() as u64;
            for (entry, other) in line.iter_mut().zip(&pivot_line) {
                *entry = entry.exchanged(pivot, factor, *other, self.denominator)?;
            }
        }
        *self.basis.get_mut(row)? = column;
        self.denominator = pivot;
        Some(())
    }

    fn optimum(&self) -> Optimum {
        let limit = self.variables + self.basis.len();
        let mut values = vec![0; self.variables];
        for (row, basic) in self.basis.iter().enumerate() {
            if let Some(value) = values.get_mut(*basic) {
                *value = self.entry(self.objectives + row, limit).into();
            }
        }
        let duals = |row: usize| {
            (0..self.objectives)
                .map(|objective| self.entry(objective, self.variables + row).into())
                .collect()
        };
        Optimum {
            values,
            duals: (0..self.basis.len()).map(duals).collect(),
            denominator: self.denominator.into(),
            work: self.work,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LinearProgram, Optimum};

    #[track_caller]
    fn case(
        objectives: &[&[i128]],
        rows: &[(&[i128], i128)],
        values: &[i128],
        duals: &[i128],
        denominator: i128,
    ) {
        let program = LinearProgram {
            objectives: objectives.iter().map(|objective| objective.to_vec()).collect(),
            rows: rows.iter().map(|(row, limit)| (row.to_vec(), *limit)).collect(),
        };
        let Optimum { values: all_values, duals: all_duals, denominator: over, .. } =
            program.solve().unwrap();
        let first: Vec<i128> = all_duals.iter().map(|duals| duals[0]).collect();
        assert_eq!((all_values.as_slice(), first.as_slice(), over), (values, duals, denominator));
    }

    #[test]
    fn programs_are_solved_to_the_last_fraction() {
        case(&[&[-3, -2]], &[(&[1, 1], 4), (&[1, 0], 3)], &[3, 1], &[2, 1], 1);
        // Three times x + y <= 1 in a ring: a half each.
        let ring: &[(&[i128], i128)] = &[(&[1, 1, 0], 1), (&[0, 1, 1], 1), (&[1, 0, 1], 1)];
        case(&[&[-1, -1, -1]], ring, &[1, 1, 1], &[1, 1, 1], 2);
    }

    #[test]
    fn later_goals_decide_between_equals() {
        case(&[&[-1, -1], &[0, -1]], &[(&[1, 1], 4)], &[0, 4], &[1], 1);
        case(&[&[-1, -1], &[-1, 0]], &[(&[1, 1], 4)], &[4, 0], &[1], 1);
    }

    #[test]
    fn a_program_without_a_least_value_has_no_solution() {
        let program = LinearProgram { objectives: vec![vec![-1]], rows: vec![(vec![-1], 1)] };
        assert_eq!(program.solve(), None);
    }
}
