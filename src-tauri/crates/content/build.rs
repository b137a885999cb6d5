//! Builds the crate anew when a text changes: the texts are embedded, so cargo cannot see it by itself.

fn main() {
    println!("cargo::rerun-if-changed=../../../content");
    println!("cargo::rerun-if-changed=build.rs");
}
