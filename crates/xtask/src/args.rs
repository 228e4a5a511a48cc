//! What was asked for on the command line.

use anyhow::{Context, Result, bail};

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
usage: cargo xtask <command>

  serve [--port N]      build the page and serve it on 127.0.0.1:8080
        [--no-build]    serve dist/ as it is
        [--base /path/] serve it under a sub-path
  test [STEP] [-- ...]  run everything, or one step; what follows -- goes to the step's test runner
  build                 leave the static page in dist/
  npm                   leave the npm package in target/npm
  bench [GROUP]         print all figures, or those of one group: families, package, solver, page
  screenshots [FOLDER]  take screenshots of the page (default: target/screenshots)
";

/// One command, with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Serve(ServeOptions),
    Test { step: Option<String>, extra: Vec<String> },
    Build,
    Bench { group: Option<String> },
    Npm,
    Screenshots { folder: Option<String> },
}

/// How the page is served.
#[derive(Debug, PartialEq, Eq)]
pub struct ServeOptions {
    pub port: u16,
    pub base: String,
    pub build: bool,
}

impl Default for ServeOptions {
    fn default() -> Self {
        Self { port: 8080, base: "/".to_owned(), build: true }
    }
}

/// Reads the arguments after the program's name.
pub fn parse(args: impl Iterator<Item = String>) -> Result<Command> {
    let mut args = args;
    let command = match args.next().as_deref() {
        None | Some("help" | "--help" | "-h") => return Ok(Command::Help),
        Some("serve") => return serve(args),
        Some("test") => return Ok(test(args)),
        Some("build") => Command::Build,
        Some("bench") => Command::Bench { group: args.next() },
        Some("npm") => Command::Npm,
        Some("screenshots") => Command::Screenshots { folder: args.next() },
        Some(other) => bail!("there is no command `{other}`; try `cargo xtask help`"),
    };
    match args.next() {
        None => Ok(command),
        Some(extra) => bail!("`{extra}` is not understood here; try `cargo xtask help`"),
    }
}

fn serve(mut args: impl Iterator<Item = String>) -> Result<Command> {
    let mut options = ServeOptions::default();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--no-build" => options.build = false,
            "--port" => {
                let port = args.next().context("--port needs a number")?;
                options.port = port.parse().with_context(|| format!("`{port}` is not a port"))?;
            }
            "--base" => {
                let base = args.next().context("--base needs a path")?;
                options.base = format!("/{}/", base.trim_matches('/')).replace("//", "/");
            }
            other => bail!("serve does not know `{other}`; try `cargo xtask help`"),
        }
    }
    Ok(Command::Serve(options))
}

fn test(args: impl Iterator<Item = String>) -> Command {
    let mut args = args.peekable();
    let step = args.next_if(|arg| arg != "--");
    Command::Test { step, extra: args.filter(|arg| arg != "--").collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(args: &[&str], expected: Command) {
        let parsed = parse(args.iter().map(ToString::to_string)).expect("these arguments parse");
        assert_eq!(parsed, expected);
    }

    #[test]
    fn arguments_say_what_to_do() {
        case(&[], Command::Help);
        case(&["serve"], Command::Serve(ServeOptions::default()));
        case(
            &["serve", "--no-build", "--port", "0", "--base", "tools/x"],
            Command::Serve(ServeOptions { port: 0, base: "/tools/x/".to_owned(), build: false }),
        );
        case(&["bench", "families"], Command::Bench { group: Some("families".to_owned()) });
        case(
            &["test", "e2e", "--", "--test-name-pattern=undo"],
            Command::Test { step: Some("e2e".to_owned()), extra: vec!["--test-name-pattern=undo".to_owned()] },
        );
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for args in [&["sing"][..], &["build", "x"], &["serve", "--port", "x"]] {
            let error = parse(args.iter().map(ToString::to_string)).expect_err("no such arguments");
            assert!(error.to_string().contains(args[args.len() - 1]), "{error:#}");
        }
    }
}
