//! The interface's own rules: who imports whom, one door to the backend, text only as text,
//! nothing kept by the browser.

use super::{files, named, objections, read};
use std::path::PathBuf;

fn scripts() -> Vec<PathBuf> {
    let found = files("ui/js", &[".js"]);
    assert!(found.len() > 5, "the interface's scripts are gone");
    found
}

/// The folder or file of `ui/js` that a script belongs to: `views`, `components`, `lib`, `backend` …
fn room(path: &str) -> &str {
    let inside = path.strip_prefix("ui/js/").unwrap_or(path);
    inside
        .split('/')
        .next()
        .unwrap_or(inside)
        .trim_end_matches(".js")
}

/// What each room may import. `main` ties all together and may import everything.
fn may_import(from: &str) -> Option<&'static [&'static str]> {
    match from {
        "main" => None,
        "views" => Some(&["views", "components", "state", "backend", "lib", "vendor"]),
        "components" => Some(&["components", "lib", "vendor"]),
        "state" => Some(&["backend", "lib"]),
        "router" => Some(&["state", "lib"]),
        "lib" => Some(&["lib", "vendor"]),
        _ => Some(&[]),
    }
}

/// The room that an import leads to, as seen from a script in `from` (a path below the root).
fn imported(from: &str, line: &str) -> Option<String> {
    let line = line.trim();
    if !(line.starts_with("import ") || line.starts_with("} from") || line.starts_with("export ")) {
        return None;
    }
    let (_, rest) = line
        .split_once("from ")
        .or_else(|| line.split_once("import "))?;
    let address = rest.trim().trim_matches([';', '"', '\'']);
    let mut place: Vec<&str> = from.split('/').collect();
    place.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => drop(place.pop()),
            part => place.push(part),
        }
    }
    let path = place.join("/");
    if path.starts_with("ui/vendor") {
        return Some("vendor".to_owned());
    }
    Some(room(&path).to_owned())
}

#[test]
fn scripts_import_downwards() {
    let up = imported("ui/js/lib/dom.js", "import { ask } from \"../backend.js\";");
    assert_eq!(
        up.as_deref(),
        Some("backend"),
        "the rule must see an import"
    );
    assert!(!may_import("lib").unwrap().contains(&"backend"));
    let mut seen = 0;
    for path in scripts() {
        let name = named(&path);
        let Some(may) = may_import(room(&name)) else {
            continue;
        };
        for line in read(&path).lines() {
            let Some(to) = imported(&name, line) else {
                continue;
            };
            seen += 1;
            assert!(
                may.contains(&to.as_str()) || (room(&name) == to && name.matches('/').count() > 2),
                "{name} imports {to}: views know components, state and backend; components know \
                 lib; lib knows nothing. So a piece can be read and tested alone"
            );
        }
    }
    assert!(seen > 5, "no import was looked at");
}

#[test]
fn one_door_to_the_backend() {
    let others: Vec<PathBuf> = scripts()
        .into_iter()
        .filter(|path| named(path) != "ui/js/backend.js")
        .collect();
    let found = objections(&others, |line| line.contains("__TAURI"));
    assert!(
        found.is_empty(),
        "only ui/js/backend.js speaks to the backend, with its types:\n{}",
        found.join("\n")
    );
}

#[test]
fn text_enters_the_page_as_text() {
    let dangerous = |line: &str| {
        [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "setHTML",
            "DOMParser",
            "createContextualFragment",
            "eval(",
            "new Function",
            ".srcdoc",
            "javascript:",
        ]
        .iter()
        .any(|word| line.contains(word))
    };
    assert!(dangerous("note.innerHTML = words"));
    let found = objections(&scripts(), dangerous);
    assert!(
        found.is_empty(),
        "what somebody wrote is never markup, or a pasted sentence could run:\n{}",
        found.join("\n")
    );
}

#[test]
fn the_browser_keeps_nothing() {
    let keeps = |line: &str| {
        [
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "document.cookie",
            "cookieStore",
            "caches.",
            "serviceWorker",
        ]
        .iter()
        .any(|word| line.contains(word))
    };
    assert!(keeps("localStorage.setItem('draft', text)"));
    let found = objections(&scripts(), keeps);
    assert!(
        found.is_empty(),
        "what the browser stores is not encrypted; drafts go to the vault:\n{}",
        found.join("\n")
    );
}

#[test]
fn the_interface_names_no_other_place() {
    let leads_out = |line: &str| {
        let line = line.replace("http://www.w3.org/", "");
        ["http://", "https://", "//cdn", "url(//"]
            .iter()
            .any(|word| line.contains(word))
            || line.contains("fetch(")
            || line.contains("XMLHttpRequest")
            || line.contains("WebSocket")
            || line.contains("sendBeacon")
    };
    assert!(leads_out("@import url(https://fonts.example/a.css)"));
    assert!(!leads_out("const NS = \"http://www.w3.org/2000/svg\";"));
    let found = objections(&files("ui", &[".js", ".css", ".html"]), leads_out);
    assert!(
        found.is_empty(),
        "the window asks nobody for anything; numbers and sources are text:\n{}",
        found.join("\n")
    );
}

#[test]
fn the_page_holds_no_script_or_style_of_its_own() {
    let inline = |line: &str| {
        let line = line.to_lowercase();
        line.contains("<style")
            || line.contains(" style=")
            || line.contains(" onclick=")
            || line.contains(" onload=")
            || (line.contains("<script") && !line.contains(" src="))
    };
    assert!(inline("<script>go()</script>") && inline("<p style=\"color:red\">"));
    let found = objections(&files("ui", &[".html"]), inline);
    assert!(
        found.is_empty(),
        "the content policy refuses inline scripts and styles, so they would silently do nothing:\n{}",
        found.join("\n")
    );
}
