//! Whether the memory that a key derivation takes is there. An allocation that fails inside
//! scrypt would end the program, and with it whatever stands in the editor.

use std::hint::black_box;

use crate::VaultError;

/// scrypt with r = 8 takes 1 KiB for each of its N = 2^`work_factor` steps.
const STEP: u64 = 1024;

/// # Errors
/// [`VaultError::NotEnoughMemory`] if scrypt with this work factor would not fit.
pub(crate) fn enough_for(work_factor: u8) -> Result<(), VaultError> {
    let needed = 1_u64
        .checked_shl(u32::from(work_factor))
        .and_then(|steps| steps.checked_mul(STEP))
        .ok_or(VaultError::NotEnoughMemory)?;
    if fits(needed, free()) {
        Ok(())
    } else {
        Err(VaultError::NotEnoughMemory)
    }
}

/// `free`: bytes, where that is known.
fn fits(needed: u64, free: Option<u64>) -> bool {
    free.is_none_or(|free| free >= needed) && reservable(needed)
}

/// Whether the allocator hands out `bytes` in one piece: finds limits of the process, and on
/// Windows the commit limit. Linux promises more than it has, hence [`free`].
fn reservable(bytes: u64) -> bool {
    let mut block: Vec<u8> = Vec::new();
    let granted = usize::try_from(bytes).is_ok_and(|bytes| block.try_reserve_exact(bytes).is_ok());
    // Else the optimiser may leave the allocation out and call it granted.
    black_box(&block);
    granted
}

/// Bytes that could be used without others being ended for them, swap included; `None` where
/// that is not known.
#[cfg(target_os = "linux")]
fn free() -> Option<u64> {
    parse_meminfo(&std::fs::read_to_string("/proc/meminfo").ok()?)
}

/// Not known without calling the system's own interface: [`reservable`] alone decides.
#[cfg(not(target_os = "linux"))]
fn free() -> Option<u64> {
    None
}

/// `MemAvailable` and `SwapFree` of `/proc/meminfo`, in bytes.
#[cfg(any(target_os = "linux", test))]
fn parse_meminfo(text: &str) -> Option<u64> {
    let field = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
        kibibytes.checked_mul(1024)
    };
    Some(field("MemAvailable:")?.saturating_add(field("SwapFree:").unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meminfo_is_read_in_bytes() {
        let text = "MemTotal:  100 kB\nMemAvailable:     200 kB\nSwapFree:  10 kB\n";
        assert_eq!(parse_meminfo(text), Some(210 * 1024));
        assert_eq!(parse_meminfo("MemAvailable: 3 kB\n"), Some(3 * 1024));
        assert_eq!(parse_meminfo("MemTotal: 3 kB\n"), None, "unknown, not zero");
    }

    #[test]
    fn what_is_free_and_what_can_be_reserved_both_count() {
        let mebibyte = 1 << 20;
        assert!(fits(mebibyte, Some(mebibyte)) && fits(mebibyte, None));
        assert!(
            !fits(mebibyte, Some(mebibyte - 1)),
            "promised, but not there"
        );
        assert!(!fits(1 << 60, None), "more than any address space holds");
        assert!(!fits(1 << 60, Some(u64::MAX)));
    }

    #[test]
    fn absurd_work_is_refused_before_it_starts() {
        assert_eq!(enough_for(4), Ok(()));
        // 2^50 KiB, and a factor whose memory cannot even be counted.
        assert_eq!(enough_for(50), Err(VaultError::NotEnoughMemory));
        assert_eq!(enough_for(63), Err(VaultError::NotEnoughMemory));
        assert_eq!(enough_for(200), Err(VaultError::NotEnoughMemory));
    }
}
