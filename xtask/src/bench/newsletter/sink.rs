//! A server of mail that takes every letter, and keeps none.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use anyhow::Result;

/// Starts it for as long as the program runs; gives its port.
///
/// # Errors
/// When no port is free.
pub(super) fn start() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let port = listener.local_addr()?.port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || talk(&stream));
        }
    });
    Ok(port)
}

/// None when the other side has left.
fn talk(stream: &TcpStream) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut answer = stream;
    answer.write_all(b"220 sink\r\n").ok()?;
    let mut in_letter = false;
    for line in BufReader::new(stream).lines() {
        let line = line.ok()?;
        let said: &[u8] = match (in_letter, line.as_str()) {
            (true, ".") => b"250 taken\r\n",
            (true, _) => continue,
            (false, "DATA") => b"354 go on\r\n",
            (false, line) if line.starts_with("EHLO") => b"250-sink\r\n250 SMTPUTF8\r\n",
            (false, "QUIT") => b"221 bye\r\n",
            (false, _) => b"250 ok\r\n",
        };
        in_letter = line == "DATA" && !in_letter;
        answer.write_all(said).ok()?;
    }
    Some(())
}
