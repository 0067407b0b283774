use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
};

use super::*;

/// The response to a request as text, with headers in lower case.
fn get(server: &Server, path: &str, accept_encoding: &str) -> String {
    let mut stream = TcpStream::connect(server.addr).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {accept_encoding}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    format!("{}\r\n\r\n{body}", head.to_lowercase())
}

#[test]
fn files_come_with_type_headers_and_compression() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("index.html", "page"),
        ("a.ABCD2345.js", "script"),
        ("a.ABCD2345.js.br", "brotli"),
        ("a.ABCD2345.js.gz", "gzip"),
        ("a.wasm", "code"),
        ("a.json", "{}"),
        ("a.svg", "<svg/>"),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let server = Server::start(folder.path(), 0).unwrap();

    let page = get(&server, "/", "identity");
    assert!(page.starts_with("http/1.1 200") && page.ends_with("\r\n\r\npage"), "{page}");
    assert!(page.contains("\r\ncontent-type: text/html"), "{page}");
    assert!(page.contains("\r\ncache-control: no-cache\r\n"), "{page}");
    for (name, value) in headers::of("/", "http://localhost") {
        assert!(page.contains(&format!("{name}: {value}").to_lowercase()), "{name} is missing: {page}");
    }

    let script = get(&server, "/a.ABCD2345.js", "gzip, deflate, br");
    assert!(script.ends_with("\r\n\r\nbrotli") && script.contains("content-encoding: br"), "{script}");
    assert!(script.contains("content-type: text/javascript") && script.contains("immutable"), "{script}");
    assert!(get(&server, "/a.ABCD2345.js", "gzip").ends_with("\r\n\r\ngzip"));
    assert!(get(&server, "/a.ABCD2345.js", "identity").ends_with("\r\n\r\nscript"));

    for (path, kind) in [("/a.wasm", "application/wasm"), ("/a.json", "application/json"), ("/a.svg", "image/svg+xml")]
    {
        assert!(get(&server, path, "identity").contains(&format!("content-type: {kind}")), "{path}");
    }
}

#[test]
fn missing_files_and_ways_out_of_the_folder_are_plain_404s() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), 0).unwrap();
    for path in ["/none.js", "/none.ABCD2345.js", "/../Cargo.toml", "/%2e%2e/Cargo.toml"] {
        let answer = get(&server, path, "identity");
        assert!(answer.starts_with("http/1.1 404") && answer.contains("content-type: text/plain"), "{answer}");
        assert!(answer.ends_with(&format!("Not found: {path}\n")), "{answer}");
        assert!(answer.contains("cache-control: no-cache") && !answer.contains("immutable"), "{answer}");
    }
}

#[test]
fn a_taken_port_is_one_clear_line() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), 0).unwrap();
    let port = server.addr.port();
    let error = Server::start(folder.path(), port).unwrap_err();
    assert_eq!(format!("{error:#}"), format!("port {port} is taken; try --port {}", port + 1));
}

#[test]
fn dropping_the_server_frees_the_port() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), 0).unwrap();
    let addr = server.addr;
    drop(server);
    assert!(TcpStream::connect(addr).is_err());
}
