//! Reading: entries, findings, lists, the month.

use crate::shell::Shell;
use goldseam_journal::dto::{
    Card, CardRequest, Choices, EntryPage, EntryRequest, Failure, FindingAddRequest,
    FindingRequest, JournalPage, JournalRequest, MonthPage, MonthRequest, NotesPage,
    VerdictRequest,
};
use tauri::State;

#[tauri::command(async)]
pub fn choices(shell: State<'_, Shell>) -> Result<Choices, Failure> {
    shell.with(|open| Ok(open.choices()))
}

#[tauri::command(async)]
pub fn card(shell: State<'_, Shell>, request: CardRequest) -> Result<Card, Failure> {
    shell.with(|open| open.card(&request))
}

#[tauri::command(async)]
pub fn entry_open(shell: State<'_, Shell>, request: EntryRequest) -> Result<EntryPage, Failure> {
    shell.with(|open| open.entry_open(&request))
}

#[tauri::command(async)]
pub fn entry_free(shell: State<'_, Shell>, request: EntryRequest) -> Result<EntryPage, Failure> {
    shell.with(|open| open.entry_free(&request))
}

#[tauri::command(async)]
pub fn verdict_set(shell: State<'_, Shell>, request: VerdictRequest) -> Result<EntryPage, Failure> {
    shell.with(|open| open.verdict_set(&request))
}

#[tauri::command(async)]
pub fn finding_add(
    shell: State<'_, Shell>,
    request: FindingAddRequest,
) -> Result<EntryPage, Failure> {
    shell.with(|open| open.finding_add(&request))
}

#[tauri::command(async)]
pub fn finding_remove(
    shell: State<'_, Shell>,
    request: FindingRequest,
) -> Result<EntryPage, Failure> {
    shell.with(|open| open.finding_remove(&request))
}

#[tauri::command(async)]
pub fn notes(shell: State<'_, Shell>, request: EntryRequest) -> Result<NotesPage, Failure> {
    shell.with(|open| open.notes(&request))
}

#[tauri::command(async)]
pub fn journal(shell: State<'_, Shell>, request: JournalRequest) -> Result<JournalPage, Failure> {
    shell.with(|open| open.journal(&request))
}

#[tauri::command(async)]
pub fn month(shell: State<'_, Shell>, request: MonthRequest) -> Result<MonthPage, Failure> {
    shell.with(|open| open.month(&request))
}
