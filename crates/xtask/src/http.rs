//! A static file server for one folder, as a strict host would serve it.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::Duration;

/// What the page may do. It asks nobody but its own host, and runs no code but its own files.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// A connection that says nothing for so long is closed.
const PATIENCE: Duration = Duration::from_secs(30);

/// The longest line of a request that is read.
const LONGEST_LINE: u64 = 16 * 1024;

/// A folder, and the path that it is served under.
#[derive(Debug, Clone)]
pub struct Site {
    pub folder: PathBuf,
    /// Begins and ends with a slash.
    pub base: String,
}

/// A server that listens on the loopback address.
pub struct Server {
    listener: TcpListener,
    site: Site,
}

impl Server {
    /// Takes a port, or any free one for 0.
    pub fn bind(site: Site, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        Ok(Self { listener, site })
    }

    /// Where the site is found.
    pub fn url(&self) -> io::Result<String> {
        let address: SocketAddr = self.listener.local_addr()?;
        Ok(format!("http://{address}{}", self.site.base))
    }

    /// Answers for ever.
    pub fn run(self) {
        for stream in self.listener.incoming().flatten() {
            let site = self.site.clone();
            // A visitor who hangs up early is not our concern.
            thread::spawn(move || answer(&site, &stream));
        }
    }

    /// Answers in the background for as long as the program runs, and returns the address.
    pub fn spawn(self) -> io::Result<String> {
        let url = self.url()?;
        thread::spawn(move || self.run());
        Ok(url)
    }
}

/// Answers the requests of one connection, one after the other.
fn answer(site: &Site, stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader)? {
        let response = respond(site, &request);
        let mut bytes = response.head().into_bytes();
        if request.method != "HEAD" {
            bytes.extend(&response.body);
        }
        (&*stream).write_all(&bytes)?;
    }
    Ok(())
}

/// The first line of a request.
struct Request {
    method: String,
    /// Percent-encoded, with its query.
    target: String,
}

/// Reads one request. A static server needs none of its headers.
fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let first = read_line(reader)?;
    let mut words = first.split_whitespace().map(str::to_owned);
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(None);
    };
    while !read_line(reader)?.trim().is_empty() {}
    Ok(Some(Request { method, target }))
}

fn read_line(reader: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    io::Read::take(reader, LONGEST_LINE).read_line(&mut line)?;
    Ok(line)
}

/// An answer, before it is bytes.
struct Response {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Response {
    fn message(status: &'static str) -> Self {
        Self {
            status,
            headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
            body: format!("{status}\n").into_bytes(),
        }
    }

    fn head(&self) -> String {
        let mut head = format!("HTTP/1.1 {}\r\nContent-Length: {}\r\n", self.status, self.body.len());
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n");
        head.push_str(&format!("Content-Security-Policy: {CONTENT_SECURITY_POLICY}\r\n\r\n"));
        head
    }
}

fn respond(site: &Site, request: &Request) -> Response {
    if request.method != "GET" && request.method != "HEAD" {
        return Response::message("405 Method Not Allowed");
    }
    let (path, _query) = request.target.split_once('?').unwrap_or((&request.target, ""));
    if format!("{path}/") == site.base {
        let mut moved = Response::message("308 Permanent Redirect");
        moved.headers.push(("Location", site.base.clone()));
        return moved;
    }
    let Some(file) =
        path.strip_prefix(&site.base).and_then(percent_decoded).and_then(|path| inside(&site.folder, &path))
    else {
        return Response::message("404 Not Found");
    };
    match fs::read(&file) {
        Ok(body) => Response {
            status: "200 OK",
            headers: vec![("Content-Type", mime_type(&file).to_owned()), ("Cache-Control", caching(&file).to_owned())],
            body,
        },
        Err(_) => Response::message("404 Not Found"),
    }
}

/// The file that a path names, never one outside the folder.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(path);
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(path);
    match plain {
        false => None,
        true if file.is_dir() => Some(file.join("index.html")),
        true => Some(file),
    }
}

/// The text that a percent-encoded path stands for, if it is text.
fn percent_decoded(path: &str) -> Option<String> {
    let mut pieces = path.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(piece.get(..2)?, 16).ok()?);
        bytes.extend(piece.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

fn mime_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A file whose name carries a hash of its content never changes; all others are asked for again.
fn caching(file: &Path) -> &'static str {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let hashed = name
        .trim_end_matches("_bg")
        .rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leaves_the_folder() {
        let folder = Path::new("/site");
        assert_eq!(inside(folder, "a/b.js"), Some(PathBuf::from("/site/a/b.js")));
        assert_eq!(inside(folder, "../secret"), None);
        assert_eq!(inside(folder, "a/../../secret"), None);
        assert_eq!(inside(folder, "/etc/passwd"), None);
    }

    #[test]
    fn percent_signs_are_decoded_or_refused() {
        assert_eq!(percent_decoded("a%20b"), Some("a b".to_owned()));
        assert_eq!(percent_decoded("%2e%2e/x"), Some("../x".to_owned()));
        assert_eq!(percent_decoded("100%"), None);
        assert_eq!(percent_decoded("%ff"), None);
    }

    #[test]
    fn only_hashed_names_are_kept_for_ever() {
        let kept = |name| caching(Path::new(name)).contains("immutable");
        assert!(kept("seatwise-0123456789abcdef.js"));
        assert!(kept("seatwise-0123456789abcdef_bg.wasm"));
        assert!(!kept("boot.js"));
        assert!(!kept("index.html"));
    }

    #[test]
    fn a_site_is_served_under_its_path_only() {
        let folder = std::env::temp_dir().join(format!("seatwise-http-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a scratch folder");
        fs::write(folder.join("index.html"), "page").expect("a scratch file");
        let site = Site { folder: folder.clone(), base: "/tools/seatwise/".to_owned() };
        let get = |target: &str| {
            let request = Request { method: "GET".to_owned(), target: target.to_owned() };
            respond(&site, &request).status
        };
        assert_eq!(get("/tools/seatwise/"), "200 OK");
        assert_eq!(get("/tools/seatwise/index.html?lang=de"), "200 OK");
        assert_eq!(get("/tools/seatwise"), "308 Permanent Redirect");
        assert_eq!(get("/index.html"), "404 Not Found");
        assert_eq!(get("/tools/seatwise/missing"), "404 Not Found");
        fs::remove_dir_all(folder).expect("the scratch folder goes");
    }
}
