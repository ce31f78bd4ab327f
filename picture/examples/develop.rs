//! Develops pictures named on the command line, one after the other, and says what came of it: for benches.
//!
//! ```text
//! develop 400,720,1200 boat.jpg ...
//! ```
//! A line for each file that was made: name, format, width, bytes. A line for each picture: name, seconds.

use colibri_picture::develop;
use std::time::Instant;

#[expect(clippy::disallowed_methods, reason = "a bench reads files and the clock")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let widths = arguments.next().ok_or("usage: develop WIDTHS PICTURE...")?;
    let widths = widths.split(',').map(str::parse).collect::<Result<Vec<u32>, _>>()?;
    for name in arguments {
        let bytes = std::fs::read(&name)?;
        let began = Instant::now();
        let developed = develop(&bytes, &widths).map_err(|fault| format!("{name}: {fault:?}"))?;
        let seconds = began.elapsed().as_secs_f64();
        for made in &developed.variants {
            println!("{name}\t{}\t{}\t{}", made.format.ending(), made.width, made.bytes.len());
        }
        println!("{name}\t{seconds:.2} s");
    }
    Ok(())
}
