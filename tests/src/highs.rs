//! HiGHS, an independent solver of integer programs, asked for optima.
//!
//! Needs node and the npm package `highs` (`npm ci` at the root of the repository).

use crate::root;
use seatwise_cover::Problem;
use seatwise_cover::testing::lp_format::program;
use std::io::Write as _;
use std::process::{Child, ChildStdin, Command, Stdio};

/// HiGHS at work: it reads programs as they come and compares its optima with ours.
#[derive(Debug)]
pub struct Highs {
    node: Child,
    input: ChildStdin,
}

impl Highs {
    /// Starts it. Without the npm package there is none and the comparison is skipped, unless
    /// `SEATWISE_HIGHS` is set.
    #[must_use]
    pub fn start() -> Option<Self> {
        let root = root();
        if !root.join("node_modules/highs").exists() && std::env::var_os("SEATWISE_HIGHS").is_none()
        {
            eprintln!("skipped: the npm package highs is not installed; run npm ci");
            return None;
        }
        let script = root.join("tests/highs/compare.mjs");
        let mut node = Command::new("node")
            .arg(script)
            .current_dir(root)
            .stdin(Stdio::piped())
            .spawn()
            .expect("node can be started");
        let input = node.stdin.take().expect("its input is piped");
        Some(Self { node, input })
    }

    /// Compares what we say of the least optimum of some problems, in minor units, with what HiGHS
    /// finds: at least the one amount, at most the other. Nothing means that none of them has a
    /// cover.
    pub fn compare(&mut self, name: &str, problems: &[Problem], money: Option<(i64, i64)>) {
        let programs: Vec<String> = problems.iter().map(program).collect();
        let line = serde_json::json!({ "name": name, "lps": programs, "money": money });
        writeln!(self.input, "{line}").expect("node reads on");
    }

    /// Whether every optimum was the same; those that were not are printed.
    #[must_use]
    pub fn agrees(self) -> bool {
        let Self { mut node, input } = self;
        drop(input);
        node.wait().expect("node ends").success()
    }
}
