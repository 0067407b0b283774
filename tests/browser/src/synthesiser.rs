//! A speech synthesiser that records instead of speaking: a server of Speech Dispatcher's protocol, SSIP.

use std::{
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

/// Recorded speech, and the time of the last event.
#[derive(Debug)]
struct Heard {
    texts: Vec<String>,
    last: Instant,
}

/// A voice with a realistic speed: an utterance waits until it is taken, and one that is interrupted before is lost, as
/// it is for a listener.
#[derive(Clone, Debug)]
pub struct Synthesiser(Arc<Mutex<Heard>>);

impl Synthesiser {
    /// Listens for screen readers, and returns the address.
    pub fn start() -> Result<(Self, SocketAddr)> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?;
        let addr = listener.local_addr()?;
        let synthesiser = Self(Arc::new(Mutex::new(Heard { texts: Vec::new(), last: Instant::now() })));
        let for_clients = synthesiser.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let synthesiser = for_clients.clone();
                // A closed connection needs no handling.
                thread::spawn(move || synthesiser.serve(&stream));
            }
        });
        Ok((synthesiser, addr))
    }

    /// The utterances recorded so far.
    pub fn heard(&self) -> Vec<String> {
        self.with(|heard| heard.texts.clone())
    }

    /// Returns the utterances, and clears the record.
    pub fn take(&self) -> Vec<String> {
        self.with(|heard| std::mem::take(&mut heard.texts))
    }

    /// Time since the last utterance or interruption.
    pub fn silent_for(&self) -> Duration {
        self.with(|heard| heard.last.elapsed())
    }

    fn with<T>(&self, work: impl FnOnce(&mut Heard) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn say(&self, text: &str) {
        self.with(|heard| {
            heard.texts.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
            heard.last = Instant::now();
        });
    }

    fn serve(&self, stream: &TcpStream) -> io::Result<()> {
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        let mut write = stream;
        // Numbers of messages that are still being spoken.
        let (mut count, mut open) = (0, Vec::new());
        while let Some(line) = lines.next().transpose()? {
            let command = line.to_ascii_uppercase();
            let answer = match command.split_whitespace().next().unwrap_or_default() {
                "SPEAK" => {
                    write.write_all(b"230 OK RECEIVING DATA\r\n")?;
                    let mut text = Vec::new();
                    while let Some(line) = lines.next().transpose()?
                        && line != "."
                    {
                        text.push(line.strip_prefix('.').unwrap_or(&line).to_owned());
                    }
                    self.say(&plain(&text.join(" ")));
                    count += 1;
                    open.push(count);
                    format!("225-{count}\r\n225 OK MESSAGE QUEUED\r\n")
                }
                "CHAR" | "KEY" => {
                    self.say(line.split_once(' ').map_or("", |(_, name)| name));
                    count += 1;
                    format!("225-{count}\r\n225 OK MESSAGE QUEUED\r\n")
                }
                "CANCEL" | "STOP" => {
                    self.with(|heard| {
                        heard.texts.clear();
                        heard.last = Instant::now();
                    });
                    // Orca goes on reading a page until it is notified of the interruption.
                    let cut: String =
                        open.drain(..).map(|number| format!("703-{number}\r\n703-1\r\n703 CANCELED\r\n")).collect();
                    format!("210 OK CANCELED\r\n{cut}")
                }
                "HISTORY" => "245-1\r\n245 OK CLIENT ID SENT\r\n".into(),
                "LIST" if command.contains("VOICES") => "249-plain\ten\tnone\r\n249 OK VOICE LIST SENT\r\n".into(),
                "LIST" => "250-plain\r\n250 OK MODULE LIST SENT\r\n".into(),
                "GET" => "251-0\r\n251 OK GET RETURNED\r\n".into(),
                "QUIT" => "231 HAPPY HACKING\r\n".into(),
                _ => "200 OK\r\n".into(),
            };
            write.write_all(answer.as_bytes())?;
        }
        Ok(())
    }
}

/// Text without the markup that Orca puts between words.
fn plain(ssml: &str) -> String {
    let mut text = String::new();
    let mut parts = ssml.split('<');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        text.push_str(part.split_once('>').map_or("", |(_, after)| after));
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn marks_are_not_heard() {
    assert_eq!(plain("<speak><mark name=\"0:1\"/>A &lt; <mark name=\"2:3\"/>B &amp; C</speak>"), "A < B & C");
}
