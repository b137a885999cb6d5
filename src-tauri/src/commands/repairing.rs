//! After the rupture: what became of it, and follow-ups.

use crate::shell::Shell;
use goldseam_journal::dto::{
    Failure, FollowUpAnswerRequest, FollowUpChooseRequest, FollowUpOffer, FollowUpSnoozeRequest,
    FollowUpView, RuptureLine, RupturePage, RuptureRequest, RuptureStateRequest,
};
use tauri::State;

#[tauri::command(async)]
pub fn rupture_open(
    shell: State<'_, Shell>,
    request: RuptureRequest,
) -> Result<RupturePage, Failure> {
    shell.with(|open| open.rupture_open(&request))
}

#[tauri::command(async)]
pub fn rupture_set_state(
    shell: State<'_, Shell>,
    request: RuptureStateRequest,
) -> Result<RupturePage, Failure> {
    shell.with(|open| open.rupture_set_state(&request))
}

#[tauri::command(async)]
pub fn ruptures_earlier(shell: State<'_, Shell>) -> Result<Vec<RuptureLine>, Failure> {
    shell.with(|open| open.ruptures_earlier())
}

#[tauri::command(async)]
pub fn follow_up_offer(
    shell: State<'_, Shell>,
    request: RuptureRequest,
) -> Result<FollowUpOffer, Failure> {
    shell.with(|open| open.follow_up_offer(&request))
}

#[tauri::command(async)]
pub fn follow_up_choose(
    shell: State<'_, Shell>,
    request: FollowUpChooseRequest,
) -> Result<Option<FollowUpView>, Failure> {
    shell.with(|open| open.follow_up_choose(&request))
}

#[tauri::command(async)]
pub fn follow_up_answer(
    shell: State<'_, Shell>,
    request: FollowUpAnswerRequest,
) -> Result<RupturePage, Failure> {
    shell.with(|open| open.follow_up_answer(&request))
}

#[tauri::command(async)]
pub fn follow_up_snooze(
    shell: State<'_, Shell>,
    request: FollowUpSnoozeRequest,
) -> Result<Option<FollowUpView>, Failure> {
    shell.with(|open| open.follow_up_snooze(&request))
}
