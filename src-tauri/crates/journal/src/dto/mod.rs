//! The types that cross to the frontend: one request in, one response out per command.
//!
//! Everything a person reads as a sentence arrives ready to show; the frontend does no
//! arithmetic, holds no offsets and decides nothing about counts or the gate.
//! Not here: what is stored (`goldseam-vault`) and what the rules find (`goldseam-analyser`).

/// Declares the IPC types with the derives and the casing they all share.
macro_rules! ipc {
    ($($(#[$meta:meta])* pub $word:ident $name:ident { $($body:tt)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export_to = "ipc.d.ts"))]
        #[serde(rename_all = "camelCase")]
        pub $word $name { $($body)* }
    )*};
}

mod choices;
mod entry;
mod failure;
mod month;
mod opening;
mod people;
mod rupture;
mod write;

pub use choices::*;
pub use entry::*;
pub use failure::*;
pub use month::*;
pub use opening::*;
pub use people::*;
pub use rupture::*;
pub use write::*;
