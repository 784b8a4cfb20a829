//! The typesetting process: the hidden subcommand `render-document`.
//! Reads one request from its input, limits itself, writes the PDF to its output or a fault to its error output.

use super::request::{Fault, Request};
use std::io::{self, Read, Write};
use std::process::ExitCode;

/// The most that a request may hold, in bytes. Texts this long would not be set within the time limit anyway.
const MAX_REQUEST_BYTES: u64 = 64 << 20;

/// Runs the typesetting process and says how it ended.
pub fn child_main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            // One line, so that the reader finds it behind anything a library may have said.
            let line = serde_json::to_string(&fault).unwrap_or_default();
            let _ = writeln!(io::stderr(), "{line}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Fault> {
    let mut input = Vec::new();
    io::stdin()
        .lock()
        .take(MAX_REQUEST_BYTES)
        .read_to_end(&mut input)
        .map_err(|e| Fault::failed(format!("cannot read the request: {e}")))?;
    let request: Request = serde_json::from_slice(&input)
        .map_err(|e| Fault::failed(format!("not a typesetting request: {e}")))?;
    drop(input);
    limit(&request)?;
    let pdf = press(request)?;
    let mut output = io::stdout().lock();
    output
        .write_all(&pdf)
        .and_then(|()| output.flush())
        .map_err(|e| Fault::failed(format!("cannot hand over the document: {e}")))
}

#[cfg(feature = "typeset")]
fn press(request: Request) -> Result<Vec<u8>, Fault> {
    super::press::press(request)
}

#[cfg(not(feature = "typeset"))]
fn press(_: Request) -> Result<Vec<u8>, Fault> {
    Err(Fault::NotBuilt)
}

/// Bounds memory and processor time, and forbids writing files. Set by the process itself, before any text is touched,
/// since a limit set from outside would come too late or need unsafe code.
#[cfg(target_os = "linux")]
fn limit(request: &Request) -> Result<(), Fault> {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let mut limits = vec![(Resource::Core, 0), (Resource::Fsize, 0)];
    if request.memory_bytes > 0 {
        limits.push((Resource::As, request.memory_bytes));
    }
    if request.processor_seconds > 0 {
        limits.push((Resource::Cpu, request.processor_seconds));
    }
    for (resource, most) in limits {
        setrlimit(
            resource,
            Rlimit {
                current: Some(most),
                maximum: Some(most),
            },
        )
        .map_err(|e| Fault::failed(format!("cannot limit the typesetting process: {e}")))?;
    }
    Ok(())
}

/// Elsewhere the time limit of the parent is the only one.
#[cfg(not(target_os = "linux"))]
fn limit(_: &Request) -> Result<(), Fault> {
    Ok(())
}
