//! Small linear programs, solved exactly.
//!
//! A tableau of whole numbers over one common denominator (after Edmonds and Bareiss): every entry is a minor of the
//! first tableau, so nothing is rounded and the numbers stay small where the program is. Several objectives are
//! minimised one after the other.

/// A linear program: minimise the goals in turn, with variables of at least 0 and `rows * variables <= limits`.
///
/// All limits are at least 0, so that nothing of everything is a solution to start from.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// The coefficients of each goal.
    pub goals: Vec<Vec<i128>>,
    /// The coefficients and the limit of each row.
    pub rows: Vec<(Vec<i128>, i128)>,
}

/// The best solution of a program, all numbers over `denominator`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Optimum {
    /// The value of each variable.
    pub values: Vec<i128>,
    /// For each row what the goals fall by when its limit rises by one, goal by goal.
    pub worth: Vec<Vec<i128>>,
    /// What everything is a multiple of one over.
    pub denominator: i128,
}

/// More exchanges than any of our programs needs.
const MOST_PIVOTS: u32 = 2_000;

impl Program {
    /// Solves the program; nothing if it has no least value, or its numbers grow past all counting.
    pub fn solve(&self) -> Option<Optimum> {
        let mut tableau = Tableau::new(self);
        for _ in 0..MOST_PIVOTS {
            let Some(column) = tableau.entering() else { return Some(tableau.optimum()) };
            let row = tableau.leaving(column)?;
            tableau.pivot(row, column)?;
        }
        None
    }
}

struct Tableau {
    variables: usize,
    /// Goals first, then rows; in each the variables, then one slack a row, then the limit.
    table: Vec<Vec<i128>>,
    goals: usize,
    /// The column that each row is solved for.
    basis: Vec<usize>,
    denominator: i128,
}

impl Tableau {
    fn new(program: &Program) -> Self {
        let variables = program.rows.first().map_or(0, |(row, _)| row.len());
        let slacks = program.rows.len();
        let mut table: Vec<Vec<i128>> = Vec::with_capacity(program.goals.len() + slacks);
        for goal in &program.goals {
            let mut line = goal.clone();
            line.resize(variables + slacks + 1, 0);
            table.push(line);
        }
        for (place, (row, limit)) in program.rows.iter().enumerate() {
            let mut line = row.clone();
            line.resize(variables, 0);
            line.extend((0..slacks).map(|slack| i128::from(slack == place)));
            line.push(*limit);
            table.push(line);
        }
        let basis = (variables..variables + slacks).collect();
        Self { variables, table, goals: program.goals.len(), basis, denominator: 1 }
    }

    fn entry(&self, line: usize, column: usize) -> i128 {
        self.table.get(line).and_then(|line| line.get(column)).copied().unwrap_or(0)
    }

    /// The first column whose entering lowers the goals (after Bland, so that no basis comes twice).
    fn entering(&self) -> Option<usize> {
        let columns = self.variables + self.basis.len();
        (0..columns).find(|column| {
            let first = (0..self.goals).map(|goal| self.entry(goal, *column)).find(|entry| *entry != 0);
            first.is_some_and(|entry| entry < 0)
        })
    }

    /// The row that limits a column most; of several, the one solved for the first column.
    fn leaving(&self, column: usize) -> Option<usize> {
        let limit = self.variables + self.basis.len();
        let mut best: Option<(i128, i128, usize, usize)> = None;
        for (row, basic) in self.basis.iter().enumerate() {
            let (entry, value) = (self.entry(self.goals + row, column), self.entry(self.goals + row, limit));
            if entry <= 0 {
                continue;
            }
            let better = match best {
                None => true,
                Some((value_of_best, entry_of_best, basic_of_best, _)) => {
                    let (new, old) = (value.checked_mul(entry_of_best)?, value_of_best.checked_mul(entry)?);
                    new < old || (new == old && *basic < basic_of_best)
                }
            };
            if better {
                best = Some((value, entry, *basic, row));
            }
        }
        best.map(|(_, _, _, row)| row)
    }

    fn pivot(&mut self, row: usize, column: usize) -> Option<()> {
        let pivot_line = self.table.get(self.goals + row)?.clone();
        let pivot = *pivot_line.get(column)?;
        for (place, line) in self.table.iter_mut().enumerate() {
            let factor = *line.get(column)?;
            if place == self.goals + row || (factor == 0 && pivot == self.denominator) {
                continue;
            }
            for (entry, other) in line.iter_mut().zip(&pivot_line) {
                let product = entry.checked_mul(pivot)?.checked_sub(factor.checked_mul(*other)?)?;
                // Dividing numbers this long is slow, and mostly by 1.
                *entry = if self.denominator == 1 { product } else { product / self.denominator };
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
                *value = self.entry(self.goals + row, limit);
            }
        }
        let worth = |row: usize| (0..self.goals).map(|goal| self.entry(goal, self.variables + row)).collect();
        Optimum { values, worth: (0..self.basis.len()).map(worth).collect(), denominator: self.denominator }
    }
}

#[cfg(test)]
mod tests {
    use super::{Optimum, Program};

    #[track_caller]
    fn case(goals: &[&[i128]], rows: &[(&[i128], i128)], values: &[i128], worth: &[i128], denominator: i128) {
        let program = Program {
            goals: goals.iter().map(|goal| goal.to_vec()).collect(),
            rows: rows.iter().map(|(row, limit)| (row.to_vec(), *limit)).collect(),
        };
        let Optimum { values: found, worth: worths, denominator: over } = program.solve().unwrap();
        let first: Vec<i128> = worths.iter().map(|worth| worth[0]).collect();
        assert_eq!((found.as_slice(), first.as_slice(), over), (values, worth, denominator));
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
        let program = Program { goals: vec![vec![-1]], rows: vec![(vec![-1], 1)] };
        assert_eq!(program.solve(), None);
    }
}
