//! The state of the app: locked, unlocked, or on the way between; and what the scheduler and a
//! clicked notification have to remember across a lock.

use crate::arguments::Arguments;
use goldseam_journal::clock::{self, Clock};
use goldseam_journal::dto::{Code, Failure, Status};
use goldseam_journal::reminders::{Reminder, Reminders};
use goldseam_journal::{Locked, Unlocked, default_dir};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The journal as the app holds it.
enum State {
    Locked(Locked),
    Unlocked(Box<Unlocked>),
    /// Being opened, made or closed by another command.
    Between,
}

/// Everything the commands share.
pub struct Shell {
    state: Mutex<State>,
    reminders: Mutex<Reminders>,
    open_rupture: Mutex<Option<String>>,
    last_shown: Mutex<Option<String>>,
    due_before: AtomicUsize,
    dir: PathBuf,
    clock: Arc<dyn Clock>,
}

/// Locks again if the opening it watches over never ends: a fault must not leave a window that waits
/// for good.
struct Opening<'a> {
    shell: &'a Shell,
    ended: bool,
}

impl Drop for Opening<'_> {
    fn drop(&mut self) {
        if !self.ended {
            let locked = Locked::new(&self.shell.dir, Arc::clone(&self.shell.clock));
            *hold(&self.shell.state) = State::Locked(locked);
        }
    }
}

/// A lock that outlives a panic of another command: the state behind it is always whole, since
/// every change of it is one assignment.
fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn between() -> Failure {
    Failure::new(
        Code::Other,
        "Goldseam is just opening or closing the journal. Try again in a moment.",
    )
}

impl Shell {
    /// The app at its start: locked.
    pub fn new(arguments: &Arguments) -> Result<Self, Failure> {
        let dir = match &arguments.vault {
            Some(dir) => dir.clone(),
            None => default_dir()?,
        };
        let clock = clock::of_program();
        Ok(Self {
            state: Mutex::new(State::Locked(Locked::new(&dir, Arc::clone(&clock)))),
            dir,
            reminders: Mutex::default(),
            open_rupture: Mutex::default(),
            last_shown: Mutex::default(),
            due_before: AtomicUsize::new(0),
            clock,
        })
    }

    /// The clock the app lives by.
    pub fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// Whether there is a journal and who holds it.
    pub fn status(&self) -> Result<Status, Failure> {
        let mut status = match &*hold(&self.state) {
            State::Locked(locked) => locked.status(),
            State::Unlocked(open) => open.status(),
            State::Between => return Err(between()),
        };
        status.open_rupture.clone_from(&hold(&self.open_rupture));
        Ok(status)
    }

    /// Does something with the open journal; while it is locked every such command answers so.
    pub fn with<T>(
        &self,
        act: impl FnOnce(&mut Unlocked) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match &mut *hold(&self.state) {
            State::Unlocked(open) => act(open),
            State::Locked(_) => Err(Failure::locked()),
            State::Between => Err(between()),
        }
    }

    /// Opens or makes the journal. It takes about a second, in which other commands are answered.
    pub fn open<T>(
        &self,
        act: impl FnOnce(Locked) -> Result<(Unlocked, T), (Locked, Failure)>,
    ) -> Result<T, Failure> {
        let locked = {
            let mut state = hold(&self.state);
            match std::mem::replace(&mut *state, State::Between) {
                State::Locked(locked) => locked,
                State::Unlocked(open) => {
                    *state = State::Unlocked(open);
                    return Err(Failure::new(Code::Other, "The journal is open already."));
                }
                State::Between => return Err(between()),
            }
        };
        let mut opening = Opening {
            shell: self,
            ended: false,
        };
        let (state, answer) = match act(locked) {
            Ok((open, answer)) => (State::Unlocked(Box::new(open)), Ok(answer)),
            Err((locked, failure)) => (State::Locked(locked), Err(failure)),
        };
        *hold(&self.state) = state;
        opening.ended = true;
        self.refresh_reminders();
        answer
    }

    /// Locks the journal: the reminders are kept as bare times, everything else is gone.
    pub fn lock(&self) -> Result<(), Failure> {
        self.refresh_reminders();
        let open = {
            let mut state = hold(&self.state);
            match std::mem::replace(&mut *state, State::Between) {
                State::Unlocked(open) => open,
                other => {
                    *state = other;
                    return Ok(());
                }
            }
        };
        let (locked, closed) = open.lock();
        *hold(&self.state) = State::Locked(locked);
        *hold(&self.open_rupture) = None;
        closed
    }

    /// Locks at the end of the app; what could not be closed is closed by the system, and
    /// everything saved is on disk already.
    pub fn lock_for_good(&self) {
        if let Err(failure) = self.lock() {
            eprintln!("{failure}");
        }
    }

    /// Brings what the scheduler knows up to date, and notes what it showed while locked.
    pub fn refresh_reminders(&self) {
        let mut known = hold(&self.reminders);
        if let State::Unlocked(open) = &mut *hold(&self.state) {
            match open.reminders(&known) {
                Ok(fresh) => *known = fresh,
                Err(failure) => eprintln!("{failure}"),
            }
        }
    }

    /// Whether more questions are due than at the last look.
    pub fn more_due(&self) -> bool {
        let due = hold(&self.reminders).due(self.clock());
        self.due_before.swap(due, Ordering::SeqCst) < due
    }

    /// What to show now, if anything.
    pub fn due(&self) -> Option<Reminder> {
        hold(&self.reminders).show(self.clock())
    }

    /// Whether the app should wait, locked, for a follow-up after its window is closed.
    pub fn wants_background(&self) -> bool {
        let reminders = hold(&self.reminders);
        reminders.background && reminders.waiting()
    }

    /// Remembers which conflict the notification on the screen is about.
    pub fn shown(&self, rupture_id: String) {
        *hold(&self.last_shown) = Some(rupture_id);
    }

    /// Which conflict the last notification was about.
    pub fn last_shown(&self) -> Option<String> {
        hold(&self.last_shown).clone()
    }

    /// Remembers where a clicked notification leads.
    pub fn lead_to(&self, rupture_id: String) {
        *hold(&self.open_rupture) = Some(rupture_id);
    }

    /// Where a clicked notification leads; asked once.
    pub fn led_to(&self) -> Option<String> {
        hold(&self.open_rupture).take()
    }

    /// Whether the journal is open.
    pub fn is_unlocked(&self) -> bool {
        matches!(*hold(&self.state), State::Unlocked(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use goldseam_journal::dto::VaultState;

    #[test]
    fn a_fault_while_opening_leaves_it_locked_and_answering() {
        let arguments = Arguments {
            vault: Some(std::env::temp_dir().join("goldseam-there-is-nothing-here")),
        };
        let shell = Shell::new(&arguments).expect("a folder was named");
        let opened = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            shell.open::<()>(|_| panic!("a fault of ours"))
        }));
        assert!(opened.is_err());
        assert_eq!(
            shell.status().map(|status| status.state),
            Ok(VaultState::None)
        );
        let refused = shell.with(|_| Ok(()));
        assert_eq!(refused.map_err(|failure| failure.code), Err(Code::Locked));
    }
}
