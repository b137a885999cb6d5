//! Today, and the page of one rupture.

use crate::dto::{
    DraftRequest, Failure, RepairState, RuptureLine, RupturePage, RuptureRequest,
    RuptureStateRequest, Today,
};
use crate::list::state_words;
use crate::wire::Wire;
use crate::{Unlocked, days};
use chrono::NaiveDate;
use goldseam_vault::table::entry::Line;
use goldseam_vault::table::rupture::Told;
use goldseam_vault::table::{entry, follow_up, person, rupture};
use std::str::FromStr;

/// Days after which "still open" rests.
const RESTS_AFTER: u64 = 14;
/// Ruptures offered for "This again".
const EARLIER: u32 = 60;

impl Unlocked {
    /// Today: a draft that was left, what is still open, what is due.
    ///
    /// # Errors
    /// The disk's refusal.
    pub fn today(&self) -> Result<Today, Failure> {
        let today = self.clock.today();
        let since = days::before(today, RESTS_AFTER).to_string();
        let mut still_open = vec![];
        for told in rupture::unsettled(&self.vault, &since)? {
            if !told.resting && still_open.len() < 3 {
                still_open.push(self.rupture_line(&told)?);
            }
        }
        Ok(Today {
            date_words: days::long(today, today),
            draft: self.draft_load(&DraftRequest { entry_id: None })?,
            still_open,
            due: self.due()?,
            plain: self.settings()?.plain_today,
            open_rupture: None,
        })
    }

    /// A rupture as a list shows it.
    pub(crate) fn rupture_line(&self, told: &Told) -> Result<RuptureLine, Failure> {
        let today = self.clock.today();
        let day = NaiveDate::from_str(&told.happened_on).unwrap_or(today);
        let people = person::of_rupture(&self.vault, &told.rupture.id)?;
        Ok(RuptureLine {
            rupture_id: told.rupture.id.clone(),
            entry_id: told.entry_id.clone(),
            opening: told.opening.clone(),
            when_words: days::near_with_part(day, told.happened_part.as_deref(), today),
            people: people.into_iter().map(|person| person.alias).collect(),
            state: RepairState::of(&told.rupture.state)?,
            state_words: state_words(&told.rupture.state),
        })
    }

    /// The line of a rupture; none when all that tells it is in the trash.
    pub(crate) fn rupture_line_of(&self, id: &str) -> Result<Option<RuptureLine>, Failure> {
        rupture::told(&self.vault, id)?
            .map(|told| self.rupture_line(&told))
            .transpose()
    }

    /// Ruptures to choose from for "This again", newest first.
    ///
    /// # Errors
    /// The disk's refusal.
    pub fn ruptures_earlier(&self) -> Result<Vec<RuptureLine>, Failure> {
        rupture::newest(&self.vault, EARLIER)?
            .iter()
            .map(|told| self.rupture_line(told))
            .collect()
    }

    /// One rupture: what tells it, what was asked, what became of it.
    ///
    /// # Errors
    /// No such rupture, or all that tells it is in the trash; the disk's refusal.
    pub fn rupture_open(&self, request: &RuptureRequest) -> Result<RupturePage, Failure> {
        let told =
            rupture::told(&self.vault, &request.rupture_id)?.ok_or_else(Failure::not_found)?;
        let state = told.rupture.state.clone();
        let lines = entry::of_rupture(&self.vault, &told.rupture.id)?
            .into_iter()
            .map(|entry| Line {
                entry,
                state: Some(state.clone()),
            })
            .collect();
        let mut follow_ups = vec![];
        let mut later = vec![];
        if !told.resting {
            for asked in follow_up::of_rupture(&self.vault, &told.rupture.id)? {
                follow_ups.push(self.follow_up_view(&asked)?);
            }
            for repeating in rupture::repeating(&self.vault, &told.rupture.id)? {
                later.push(self.rupture_line(&repeating)?);
            }
        }
        let earlier = match &told.rupture.repeats {
            Some(id) => self.rupture_line_of(id)?,
            None => None,
        };
        Ok(RupturePage {
            state: RepairState::of(&state)?,
            state_words: state_words(&state),
            resting: told.resting,
            entries: self.entry_lines(lines)?,
            follow_ups,
            earlier,
            later,
            id: told.rupture.id,
        })
    }

    /// Sets what became of a rupture. A closed one is asked about no more.
    ///
    /// # Errors
    /// No such rupture; the disk's refusal.
    pub fn rupture_set_state(
        &mut self,
        request: &RuptureStateRequest,
    ) -> Result<RupturePage, Failure> {
        let now = self.clock.stamp();
        self.vault.commit(|write| {
            rupture::set_state(write, &request.rupture_id, request.state.id(), &now)?;
            if request.state.closed() {
                follow_up::stop_of(write, &request.rupture_id)?;
            }
            Ok(())
        })?;
        self.rupture_open(&RuptureRequest {
            rupture_id: request.rupture_id.clone(),
        })
    }
}

impl RepairState {
    /// Whether the seam is closed. Every chosen ending closes it equally.
    pub fn closed(self) -> bool {
        matches!(
            self,
            Self::Repaired | Self::LetGo | Self::Apart | Self::Ended
        )
    }
}
