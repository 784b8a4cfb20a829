//! The program: reads its command line and does one thing.

fn main() -> std::process::ExitCode {
    redress::cli::main()
}
