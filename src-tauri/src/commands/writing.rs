//! Writing: people, drafts, saving, trash.

use crate::shell::Shell;
use goldseam_journal::dto::{
    Draft, DraftRequest, DraftSaveRequest, DraftSaved, EntryRequest, EntrySaveRequest, EntrySaved,
    Failure, Person, PersonAddRequest, PersonRequest,
};
use tauri::State;

#[tauri::command(async)]
pub fn people(shell: State<'_, Shell>) -> Result<Vec<Person>, Failure> {
    shell.with(|open| open.people())
}

#[tauri::command(async)]
pub fn person_add(shell: State<'_, Shell>, request: PersonAddRequest) -> Result<Person, Failure> {
    shell.with(|open| open.person_add(&request))
}

#[tauri::command(async)]
pub fn person_unsafe(shell: State<'_, Shell>, request: PersonRequest) -> Result<Person, Failure> {
    shell.with(|open| open.person_unsafe(&request))
}

#[tauri::command(async)]
pub fn person_free(shell: State<'_, Shell>, request: PersonRequest) -> Result<Person, Failure> {
    shell.with(|open| open.person_free(&request))
}

#[tauri::command(async)]
pub fn draft_save(
    shell: State<'_, Shell>,
    request: DraftSaveRequest,
) -> Result<DraftSaved, Failure> {
    shell.with(|open| open.draft_save(&request))
}

#[tauri::command(async)]
pub fn draft_load(
    shell: State<'_, Shell>,
    request: DraftRequest,
) -> Result<Option<Draft>, Failure> {
    shell.with(|open| open.draft_load(&request))
}

#[tauri::command(async)]
pub fn draft_discard(shell: State<'_, Shell>, request: DraftRequest) -> Result<(), Failure> {
    shell.with(|open| open.draft_discard(&request))
}

#[tauri::command(async)]
pub fn entry_save(
    shell: State<'_, Shell>,
    request: EntrySaveRequest,
) -> Result<EntrySaved, Failure> {
    shell.with(|open| open.entry_save(&request))
}

#[tauri::command(async)]
pub fn entry_trash(shell: State<'_, Shell>, request: EntryRequest) -> Result<(), Failure> {
    shell.with(|open| open.entry_trash(&request))
}

#[tauri::command(async)]
pub fn entry_restore(shell: State<'_, Shell>, request: EntryRequest) -> Result<(), Failure> {
    shell.with(|open| open.entry_restore(&request))
}
