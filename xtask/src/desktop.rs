//! A desktop of its own for tests: a screen nobody sees (Xvfb), a private session bus and a real
//! notification daemon (dunst). Nothing of the person's own session is touched or seen.
//! Not here: driving the window, which is JavaScript in `tests/window/`.

use crate::Outcome;
use crate::step::output;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Wide and tall enough that a window shows a whole page at the widest size the tour takes.
const SCREEN: &str = "1600x1400x24";

/// The bus has no service files: nothing is started by asking for it, so whatever is on it, we
/// started. Everybody may listen, so that a test can record the notification as it was sent.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=FOLDER</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A notification stays until it is acted on or closed, and nothing is hidden or regrouped.
const DUNST: &str = "[global]
    follow = none
    idle_threshold = 0
    stack_duplicates = no
    history_length = 100
    font = Sans 9
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
";

/// The running desktop. Dropping it ends what it started, by id, and removes its folder.
pub struct Desktop {
    children: Vec<Child>,
    folder: PathBuf,
    display: String,
    bus: String,
}

impl Desktop {
    /// Starts screen, bus and notification daemon, and waits until each answers.
    pub fn start() -> Outcome<Self> {
        let folder = std::env::temp_dir().join(format!("goldseam-desktop-{}", std::process::id()));
        fs::create_dir_all(&folder)
            .map_err(|error| format!("{} cannot be made ({error}).", folder.display()))?;
        let mut desktop = Self {
            children: Vec::new(),
            folder,
            display: String::new(),
            bus: String::new(),
        };
        // Xvfb picks a free display by itself and says which.
        desktop.display = format!(
            ":{}",
            desktop.first_line(Command::new("Xvfb").args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                SCREEN,
                "-nolisten",
                "tcp",
            ]))?
        );
        let config = desktop.write(
            "bus.conf",
            &BUS.replace("FOLDER", &desktop.folder.to_string_lossy()),
        )?;
        desktop.bus = desktop.first_line(
            Command::new("dbus-daemon")
                .arg("--config-file")
                .arg(config)
                .args(["--nofork", "--print-address=1"]),
        )?;
        desktop.start_dunst()?;
        Ok(desktop)
    }

    /// Gives a program this desktop instead of the person's own.
    pub fn furnish<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY")
    }

    fn start_dunst(&mut self) -> Outcome {
        let config = self.write("dunstrc", DUNST)?;
        let log = self.log("dunst")?;
        let mut dunst = Command::new("dunst");
        dunst.arg("-conf").arg(config).stdout(log);
        dunst.stderr(Stdio::null()).stdin(Stdio::null());
        let child = self.furnish(&mut dunst).spawn();
        self.children
            .push(child.map_err(|error| format!("dunst could not be started ({error})."))?);
        let patience = Instant::now() + Duration::from_secs(20);
        while Instant::now() < patience {
            let mut ask = Command::new("dbus-send");
            ask.args([
                "--print-reply=literal",
                "--dest=org.freedesktop.DBus",
                "/org/freedesktop/DBus",
                "org.freedesktop.DBus.NameHasOwner",
                "string:org.freedesktop.Notifications",
            ]);
            if output(self.furnish(&mut ask))?.contains("true") {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err("dunst did not take its place on the bus within 20 seconds.".to_owned())
    }

    /// Starts a program that says its address in its first line.
    fn first_line(&mut self, command: &mut Command) -> Outcome<String> {
        let name = command.get_program().to_string_lossy().into_owned();
        let log = self.log(&name)?;
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .map_err(|error| format!("{name} could not be started ({error})."))?;
        let answer = child.stdout.take();
        self.children.push(child);
        let mut line = String::new();
        if let Some(answer) = answer {
            BufReader::new(answer)
                .read_line(&mut line)
                .map_err(|error| format!("{name} said nothing ({error})."))?;
        }
        let line = line.trim().to_owned();
        if line.is_empty() {
            let said = fs::read_to_string(self.folder.join(format!("{name}.log")));
            return Err(format!(
                "{name} ended before it was ready: {}",
                said.unwrap_or_default().trim()
            ));
        }
        Ok(line)
    }

    fn write(&self, name: &str, text: &str) -> Outcome<PathBuf> {
        let path = self.folder.join(name);
        fs::write(&path, text)
            .map_err(|error| format!("{} cannot be written ({error}).", path.display()))?;
        Ok(path)
    }

    fn log(&self, name: &str) -> Outcome<fs::File> {
        let path = self.folder.join(format!("{name}.log"));
        fs::File::create(&path)
            .map_err(|error| format!("{} cannot be written ({error}).", path.display()))
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            end(child);
        }
        remove(&self.folder);
    }
}

/// Asks a program to end and waits for it. Asked, not killed: Xvfb takes its lock file along.
fn end(child: &mut Child) {
    let asked = Command::new("sh")
        .args(["-c", &format!("kill {}", child.id())])
        .stderr(Stdio::null())
        .status();
    let patience = Instant::now() + Duration::from_secs(5);
    while asked.is_ok() && Instant::now() < patience {
        match child.try_wait() {
            Ok(None) => std::thread::sleep(Duration::from_millis(20)),
            _ => return,
        }
    }
    if let Err(error) = child.kill().and_then(|()| child.wait().map(drop)) {
        eprintln!(
            "A program with id {} could not be ended ({error}).",
            child.id()
        );
    }
}

fn remove(folder: &Path) {
    if let Err(error) = fs::remove_dir_all(folder) {
        eprintln!("{} is left behind ({error}).", folder.display());
    }
}
