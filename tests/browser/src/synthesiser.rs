//! What a screen reader says, taken down in place of being spoken: a server of Speech Dispatcher's protocol, SSIP.

use std::{
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

/// What has been said since somebody last asked, and when anything last happened.
#[derive(Debug)]
struct Heard {
    texts: Vec<String>,
    last: Instant,
}

/// A voice that takes its time: what is said waits until it is taken, and what is cut off before is lost, as it is to a
/// reader who still listens.
#[derive(Clone, Debug)]
pub struct Synthesiser(Arc<Mutex<Heard>>);

impl Synthesiser {
    /// Waits for screen readers, and gives where.
    pub fn start() -> Result<(Self, SocketAddr)> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?;
        let addr = listener.local_addr()?;
        let synthesiser = Self(Arc::new(Mutex::new(Heard { texts: Vec::new(), last: Instant::now() })));
        let for_clients = synthesiser.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let synthesiser = for_clients.clone();
                // One that hangs up has nothing more to say.
                thread::spawn(move || synthesiser.serve(&stream));
            }
        });
        Ok((synthesiser, addr))
    }

    /// What has been said, each utterance by itself.
    pub fn heard(&self) -> Vec<String> {
        self.with(|heard| heard.texts.clone())
    }

    /// The same, and from here on only what comes after.
    pub fn take(&self) -> Vec<String> {
        self.with(|heard| std::mem::take(&mut heard.texts))
    }

    /// For how long nothing has been said or cut off.
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
        // Numbers of messages that are still being said.
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
                    // Orca reads a page on until it is told that it has been cut off.
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

/// Text without the marks that Orca puts between words.
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
