//! The compiled lexicon as tables of plain numbers: made once when the program is built, and
//! read in place, without any work, when it starts. What the tables mean is known where they
//! are used.

use std::borrow::Cow;

use bytemuck::{AnyBitPattern, NoUninit};

/// Rows of numbers, made just now or part of the program.
pub(crate) type Table<T> = Cow<'static, [T]>;

/// Where a table begins in the image, in bytes: what its rows need to be read in place.
const ALIGNMENT: usize = 8;

/// A number of a table; more than 32 bits of anything would not fit a diary's lexicon.
pub(crate) fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Two halves of 64 bits.
pub(crate) fn halves(bits: u64) -> [u32; 2] {
    let low = bits & u64::from(u32::MAX);
    [
        u32::try_from(low).unwrap_or(0),
        u32::try_from(bits >> 32).unwrap_or(0),
    ]
}

/// 64 bits of two halves.
pub(crate) fn whole(low: u32, high: u32) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

/// Writes tables one after the other.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// Adds a table.
    pub(crate) fn table<T: NoUninit>(&mut self, table: &[T]) {
        let bytes: &[u8] = bytemuck::cast_slice(table);
        self.bytes
            .extend_from_slice(&(bytes.len() as u64).to_ne_bytes());
        self.bytes.extend_from_slice(bytes);
        self.bytes
            .resize(self.bytes.len().next_multiple_of(ALIGNMENT), 0);
    }

    /// All of them.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads tables in the order they were written in.
#[derive(Debug)]
pub(crate) struct Reader {
    rest: &'static [u8],
}

impl Reader {
    /// From the first table on.
    pub(crate) fn new(image: &'static [u8]) -> Self {
        Self { rest: image }
    }

    /// The next table, if there is one of such rows.
    pub(crate) fn table<T: AnyBitPattern>(&mut self) -> Option<Table<T>> {
        let (length, rest) = self.rest.split_first_chunk::<8>()?;
        let length = usize::try_from(u64::from_ne_bytes(*length)).ok()?;
        let table = bytemuck::try_cast_slice(rest.get(..length)?).ok()?;
        self.rest = rest
            .get(length.next_multiple_of(ALIGNMENT)..)
            .unwrap_or(&[]);
        Some(Cow::Borrowed(table))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[repr(C, align(8))]
    struct Aligned([u8; 40]);

    static IMAGE: Aligned = Aligned({
        let mut bytes = [0; 40];
        bytes[0] = 3;
        bytes[8] = b'a';
        bytes[9] = b'b';
        bytes[10] = b'c';
        bytes[16] = 8;
        bytes[24] = 1;
        bytes[28] = 2;
        bytes
    });

    #[test]
    fn tables_come_back_as_they_were_written() {
        let mut writer = Writer::default();
        writer.table(b"abc");
        writer.table(&[1_u32, 2]);
        let mut reader = Reader::new(&IMAGE.0);
        if cfg!(target_endian = "little") {
            assert_eq!(writer.finish(), IMAGE.0[..32]);
            assert_eq!(reader.table::<u8>().as_deref(), Some(&b"abc"[..]));
            assert_eq!(reader.table::<[u32; 2]>().as_deref(), Some(&[[1, 2]][..]));
        }
    }

    #[test]
    fn a_table_of_other_rows_is_none() {
        let mut reader = Reader::new(&IMAGE.0);
        assert!(reader.table::<u32>().is_none(), "three bytes are no number");
        assert!(Reader::new(&IMAGE.0[..4]).table::<u8>().is_none());
    }
}
