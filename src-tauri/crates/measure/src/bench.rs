//! How fast the analyser is, through the command line, against the cost of merely finding the
//! words of the same text in the same run: machines are noisy, ratios are not.

use crate::corpus::{self, Part};
use crate::{Arguments, Outcome, cli};
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation as _;

/// How much text a speed is taken over, in bytes.
const ENOUGH: usize = 24_000_000;

/// How often each measurement is made; the middle one is told.
const ROUNDS: usize = 5;

/// Prints speed, growth, start-up and memory.
pub fn run(arguments: &Arguments) -> Outcome {
    let cli = arguments.cli.as_path();
    let part = corpus::load(&arguments.corpus.join("tuning"))?;
    let mixed = mixed(&part, ENOUGH);
    let bytes: usize = mixed.iter().map(String::len).sum();
    println!(
        "mixed text: {} passages, {:.1} MB, {} rounds each, the middle one told",
        mixed.len(),
        millions(bytes),
        ROUNDS
    );

    let input = lines(&mixed);
    let empty = middle(ROUNDS * 3, || time(cli, ""))?;
    let first = middle(ROUNDS * 3, || time(cli, &lines(&[String::new()])))?;
    let analysed = middle(ROUNDS, || time(cli, &input))?;
    let words = middle(ROUNDS, || Ok(segmentation(&mixed)))?;
    println!("\n## Speed\n");
    println!("| what | seconds | MB/s | times the words |");
    println!("| --- | --- | --- | --- |");
    let row = |what: &str, took: Duration| {
        println!(
            "| {what} | {:.3} | {:.1} | {:.2} |",
            took.as_secs_f64(),
            millions(bytes) / took.as_secs_f64(),
            took.as_secs_f64() / words.as_secs_f64()
        );
    };
    row("unicode word segmentation alone", words);
    row("goldseam-cli analyse, start to end", analysed);

    println!("\n## Growth: the same text in entries of each size\n");
    println!("| size | ns a byte | to 1 KB |");
    println!("| --- | --- | --- |");
    let whole = long(&part, 1_000_000);
    let mut smallest = None;
    for size in [1_000, 10_000, 100_000, 1_000_000] {
        let pieces = cut(&whole, size);
        let input = lines(&pieces).repeat(8);
        let took = middle(ROUNDS, || time(cli, &input))?.saturating_sub(first);
        let cost = nanoseconds(took, whole.len() * 8);
        let base = *smallest.get_or_insert(cost);
        println!("| {size} | {cost:.1} | {:.2} |", cost / base);
    }

    println!("\n## Start-up\n");
    println!(
        "process, nothing to read: {:.1} ms",
        empty.as_secs_f64() * 1e3
    );
    println!(
        "with the lexicon compiled: {:.1} ms",
        first.as_secs_f64() * 1e3
    );

    println!("\n## Peak memory (resident)\n");
    for size in [1, 1_000_000, 4_000_000] {
        let kilobytes = peak(cli, &lines(&[long(&part, size)]))?;
        println!(
            "one entry of {size} bytes: {:.1} MB",
            millions(kilobytes * 1024)
        );
    }
    Ok(())
}

/// Entries and sentences by turns, until there is enough.
fn mixed(part: &Part, enough: usize) -> Vec<String> {
    let mut out = Vec::new();
    let mut bytes = 0;
    let passages = part.entries.iter().chain(&part.sentences);
    for passage in passages.cycle() {
        if bytes >= enough {
            break;
        }
        bytes += passage.text.len();
        out.push(passage.text.clone());
    }
    out
}

/// One entry of at least `size` bytes, made of many.
fn long(part: &Part, size: usize) -> String {
    let mut text = String::new();
    for passage in part.entries.iter().cycle() {
        if text.len() >= size {
            break;
        }
        text.push_str(&passage.text);
        text.push_str("\n\n");
    }
    let mut end = size.min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    text.truncate(end);
    text
}

/// A text in pieces of about `size` bytes, cut at spaces.
fn cut(text: &str, size: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > size {
        let mut end = size;
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let end = rest[..end].rfind(' ').map_or(end, |at| at + 1);
        let (piece, after) = rest.split_at(end);
        pieces.push(piece.to_owned());
        rest = after;
    }
    pieces.push(rest.to_owned());
    pieces
}

fn lines(texts: &[String]) -> String {
    let mut out = String::new();
    for text in texts {
        out.push_str(&serde_json::json!({"id": 1, "text": text}).to_string());
        out.push('\n');
    }
    out
}

fn time(program: &Path, input: &str) -> Outcome<Duration> {
    let start = Instant::now();
    black_box(cli::feed(program, input)?);
    Ok(start.elapsed())
}

fn segmentation(texts: &[String]) -> Duration {
    let start = Instant::now();
    let count: usize = texts.iter().map(|text| text.unicode_words().count()).sum();
    black_box(count);
    start.elapsed()
}

fn middle(rounds: usize, mut work: impl FnMut() -> Outcome<Duration>) -> Outcome<Duration> {
    let mut times = (0..rounds)
        .map(|_| work())
        .collect::<Outcome<Vec<Duration>>>()?;
    times.sort_unstable();
    Ok(times[rounds / 2])
}

/// The most memory the program ever held while it read, in KiB, as the kernel counts it.
fn peak(program: &Path, input: &str) -> Outcome<usize> {
    use std::io::Write as _;
    let told = |error: std::io::Error| error.to_string();
    let mut child = Command::new(program)
        .arg("analyse")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .map_err(told)?;
    let status = format!("/proc/{}/status", child.id());
    let mut stdin = child.stdin.take().ok_or("the program takes no input")?;
    stdin.write_all(input.as_bytes()).map_err(told)?;
    drop(stdin);
    // The kernel keeps the high-water mark while the program lives: the last look is the peak.
    let mut most = 0;
    while child.try_wait().map_err(told)?.is_none() {
        let now = std::fs::read_to_string(&status).unwrap_or_default();
        most = most.max(high_water(&now).unwrap_or(0));
        std::thread::sleep(Duration::from_micros(300));
    }
    if most == 0 {
        return Err("this machine does not tell how much memory a program held.".to_owned());
    }
    Ok(most)
}

fn high_water(status: &str) -> Option<usize> {
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[allow(clippy::cast_precision_loss, reason = "sizes of texts")]
fn millions(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

#[allow(clippy::cast_precision_loss, reason = "sizes of texts")]
fn nanoseconds(took: Duration, bytes: usize) -> f64 {
    took.as_secs_f64() * 1e9 / bytes as f64
}
