//! What this machine lacks, and how it comes: one table, one way to install per platform.
//!
//! Debian and Ubuntu are what the tests run on. The other columns follow Tauri's own list of
//! prerequisites and have not been run; they say so when they are used.
//! Not here: Rust and Node themselves, whose versions are the person's own decision.

use crate::Outcome;
use crate::step::{call, output};
use std::process::{Command, Stdio};

/// How far somebody wants to go: opening the app needs less than testing it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Depth {
    /// Compile and open the app.
    Build,
    /// Drive it in a window of its own, too.
    Drive,
}

/// How to see whether something is there.
enum Sign {
    /// A program on the path.
    Program(&'static str),
    /// A library that `pkg-config` knows.
    Library(&'static str),
}

/// One thing the machine must have, with its package names.
struct Need {
    what: &'static str,
    sign: Sign,
    depth: Depth,
    apt: &'static str,
    dnf: &'static str,
    pacman: &'static str,
}

const LINUX: [Need; 9] = [
    Need {
        what: "a C compiler (for SQLCipher)",
        sign: Sign::Program("cc"),
        depth: Depth::Build,
        apt: "build-essential",
        dnf: "gcc",
        pacman: "base-devel",
    },
    Need {
        what: "make (for OpenSSL, inside SQLCipher)",
        sign: Sign::Program("make"),
        depth: Depth::Build,
        apt: "build-essential",
        dnf: "make",
        pacman: "base-devel",
    },
    Need {
        what: "Perl (for OpenSSL's own configuration)",
        sign: Sign::Program("perl"),
        depth: Depth::Build,
        apt: "perl",
        dnf: "perl-core",
        pacman: "perl",
    },
    Need {
        what: "pkg-config",
        sign: Sign::Program("pkg-config"),
        depth: Depth::Build,
        apt: "pkg-config",
        dnf: "pkgconf-pkg-config",
        pacman: "pkgconf",
    },
    Need {
        what: "WebKitGTK 4.1, the window's engine",
        sign: Sign::Library("webkit2gtk-4.1"),
        depth: Depth::Build,
        apt: "libwebkit2gtk-4.1-dev",
        dnf: "webkit2gtk4.1-devel",
        pacman: "webkit2gtk-4.1",
    },
    Need {
        what: "WebKitWebDriver, which drives the window",
        sign: Sign::Program("WebKitWebDriver"),
        depth: Depth::Drive,
        apt: "webkit2gtk-driver",
        dnf: "webkit2gtk-driver",
        pacman: "webkit2gtk-4.1",
    },
    Need {
        what: "Xvfb, a screen of its own",
        sign: Sign::Program("Xvfb"),
        depth: Depth::Drive,
        apt: "xvfb",
        dnf: "xorg-x11-server-Xvfb",
        pacman: "xorg-server-xvfb",
    },
    Need {
        what: "D-Bus, for a session of its own",
        sign: Sign::Program("dbus-monitor"),
        depth: Depth::Drive,
        apt: "dbus",
        dnf: "dbus-tools dbus-daemon",
        pacman: "dbus",
    },
    Need {
        what: "dunst, a real notification daemon",
        sign: Sign::Program("dunst"),
        depth: Depth::Drive,
        apt: "dunst",
        dnf: "dunst",
        pacman: "dunst",
    },
];

/// Whether the window can be driven by tests here. The driver (`WebKitWebDriver`) exists for Linux alone;
/// elsewhere the remaining checks run and the command says what it left out.
pub const WINDOW_TESTS: bool = cfg!(target_os = "linux");

/// Finds what is missing for this depth and installs it, saying what.
pub fn prepare(depth: Depth) -> Outcome {
    if cfg!(target_os = "linux") {
        linux(depth)
    } else if cfg!(target_os = "macos") {
        macos()
    } else if cfg!(windows) {
        windows()
    } else {
        eprintln!("This platform is new to Goldseam: nothing is installed, the build may fail.");
        Ok(())
    }
}

/// Node 20.19 or newer with npm, which the checks of the interface and the window tests run on.
pub fn node() -> Outcome {
    let version = output(Command::new("node").arg("--version")).map_err(|_| {
        "Node is missing. Install Node 20.19 or newer (https://nodejs.org or your package manager), \
         then run this again."
            .to_owned()
    })?;
    if !program_found(npm()) {
        return Err("npm is missing. It comes with Node, or as the package `npm`.".to_owned());
    }
    if node_version(&version).is_some_and(|version| version >= (20, 19)) {
        Ok(())
    } else {
        Err(format!(
            "Node {} is too old: the checks need 20.19 or newer.",
            version.trim()
        ))
    }
}

/// npm under the name this platform starts it by.
pub fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// The formatter and clippy, by rustup where they are missing.
pub fn rust_tools() -> Outcome {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let there = Command::new("cargo")
            .args([subcommand, "--version"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if there {
            continue;
        }
        eprintln!("{component} is missing; adding it with rustup.");
        call(Command::new("rustup").args(["component", "add", component])).map_err(|sentence| {
            format!("{sentence} Install {component} for this Rust, then run this again.")
        })?;
    }
    Ok(())
}

fn linux(depth: Depth) -> Outcome {
    let missing = missing(depth);
    if missing.is_empty() {
        eprintln!("Everything is here.");
        return Ok(());
    }
    for need in &missing {
        eprintln!("missing: {}", need.what);
    }
    let (install, names): (&[&str], fn(&Need) -> &'static str) = if program_found("apt-get") {
        let env = "DEBIAN_FRONTEND=noninteractive";
        eprintln!("Asking apt what is available.");
        // A stale list is the usual reason for "not found"; a broken third-party source is no
        // reason to stop, the install below says what it lacks.
        if let Err(sentence) =
            call(as_root(&["env", env, "apt-get", "-qq", "update"])?.stdin(Stdio::null()))
        {
            eprintln!("{sentence} Going on with the list that is here.");
        }
        (
            &[
                "env",
                env,
                "apt-get",
                "-qq",
                "install",
                "--yes",
                "--no-install-recommends",
            ],
            |need| need.apt,
        )
    } else if program_found("dnf") {
        eprintln!("Fedora is written with care and has not been tried.");
        (&["dnf", "install", "--assumeyes"], |need| need.dnf)
    } else if program_found("pacman") {
        eprintln!("Arch is written with care and has not been tried.");
        (&["pacman", "-S", "--needed", "--noconfirm"], |need| {
            need.pacman
        })
    } else {
        return Err(
            "No apt-get, dnf or pacman here: install what is named above by hand, then run this \
             again."
                .to_owned(),
        );
    };
    let packages = packages(&missing, names);
    eprintln!("Installing {}.", packages.join(", "));
    call(as_root(install)?.args(&packages).stdin(Stdio::null()))?;
    let still = self::missing(depth);
    if still.is_empty() {
        Ok(())
    } else {
        let names: Vec<_> = still.iter().map(|need| need.what).collect();
        Err(format!(
            "Still missing after installing: {}.",
            names.join("; ")
        ))
    }
}

fn macos() -> Outcome {
    let there = Command::new("xcode-select")
        .arg("-p")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if there {
        return Ok(());
    }
    eprintln!("The command-line tools are missing; macOS opens a window that installs them.");
    call(Command::new("xcode-select").arg("--install"))?;
    Err("When that window is done, run this again.".to_owned())
}

fn windows() -> Outcome {
    for (program, package) in [
        ("perl", "StrawberryPerl.StrawberryPerl"),
        ("nasm", "NASM.NASM"),
    ] {
        if program_found(program) {
            continue;
        }
        eprintln!(
            "{program} is missing (OpenSSL, inside SQLCipher, is built with it); installing."
        );
        call(Command::new("winget").args(["install", "--exact", "--id", package]))?;
        if !program_found(program) {
            return Err(format!(
                "{program} is installed, but not on this terminal's path yet. Open a new terminal \
                 and run this again."
            ));
        }
    }
    eprintln!("WebView2 comes with Windows 10 and 11; Rust's own installer asks for MSVC.");
    Ok(())
}

fn missing(depth: Depth) -> Vec<&'static Need> {
    LINUX
        .iter()
        .filter(|need| need.depth <= depth)
        .filter(|need| match need.sign {
            Sign::Program(name) => !program_found(name),
            Sign::Library(name) => !library_found(name),
        })
        .collect()
}

/// The packages of what is missing, each once, in the table's order.
fn packages(missing: &[&Need], name: fn(&Need) -> &'static str) -> Vec<&'static str> {
    let mut packages = Vec::new();
    for package in missing.iter().flat_map(|need| name(need).split(' ')) {
        if !packages.contains(&package) {
            packages.push(package);
        }
    }
    packages
}

/// A command that runs as root: directly, or by sudo, which may ask for the password.
fn as_root(words: &[&str]) -> Outcome<Command> {
    let root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command;
    if root {
        command = Command::new(words[0]);
        command.args(&words[1..]);
    } else if program_found("sudo") {
        command = Command::new("sudo");
        command.args(words);
    } else {
        return Err(
            "Installing needs root, and sudo is not here. Install what is named above as root, \
             then run this again."
                .to_owned(),
        );
    }
    Ok(command)
}

/// Whether a program is on the path.
pub fn program_found(name: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else {
        return false;
    };
    std::env::split_paths(&path).any(|folder| {
        let file = folder.join(name);
        file.is_file() || (cfg!(windows) && file.with_extension("exe").is_file())
    })
}

fn library_found(name: &str) -> bool {
    Command::new("pkg-config")
        .args(["--exists", name])
        .status()
        .is_ok_and(|status| status.success())
}

/// `v20.20.2` → (20, 20).
fn node_version(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().trim_start_matches('v').split('.');
    let mut next = || numbers.next()?.parse().ok();
    Some((next()?, next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_serves_two_needs_is_asked_for_once() {
        let both: Vec<&Need> = LINUX
            .iter()
            .filter(|need| need.apt == "build-essential")
            .collect();
        assert_eq!(both.len(), 2, "cc and make come together on Debian");
        assert_eq!(packages(&both, |need| need.apt), ["build-essential"]);
    }

    #[test]
    fn one_need_may_take_two_packages() {
        let bus: Vec<&Need> = LINUX.iter().filter(|need| need.dnf.contains(' ')).collect();
        assert_eq!(
            packages(&bus, |need| need.dnf),
            ["dbus-tools", "dbus-daemon"]
        );
    }

    #[test]
    fn node_versions_are_read() {
        assert_eq!(node_version("v20.20.2\n"), Some((20, 20)));
        assert!(node_version("v20.9.0") < Some((20, 19)), "old, and told so");
        assert_eq!(node_version("nonsense"), None);
    }

    #[test]
    fn a_program_that_is_nowhere_is_not_found() {
        assert!(program_found("cargo") || cfg!(windows));
        assert!(!program_found("goldseam-no-such-program"));
    }
}
