//! LibreOffice, which opens the spreadsheets of the page in a test.

use anyhow::Result;

use super::apt;
use crate::tools::find_program;

/// Installs LibreOffice's spreadsheets where they are missing.
pub fn ensure() -> Result<()> {
    if find_program(&["soffice"]).is_none() {
        apt::install(&["libreoffice-calc-nogui"])?;
    }
    Ok(())
}
