//! A server for `dist/`: the published headers, MIME types and precompressed files, as on a real host.

#[cfg(feature = "commands")]
pub mod watch;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
    thread::{self, JoinHandle},
};

use anyhow::{Context, Result, bail};
use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, StatusCode, Uri, header},
    middleware::{self, Next},
    response::Response,
    serve::ListenerExt,
};
use tokio::sync::oneshot;
use tower_http::services::ServeDir;

use crate::headers;

/// A running server on this machine; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    /// Address of the socket.
    pub addr: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder on 127.0.0.1. Port 0 takes any free one; see [`Server::addr`].
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        Self::on(listen(port)?, folder)
    }

    /// Serves a folder on a listening socket.
    pub fn on(listener: TcpListener, folder: &Path) -> Result<Self> {
        listener.set_nonblocking(true).context("cannot listen")?;
        let addr = listener.local_addr().context("cannot listen")?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().context("cannot serve")?;
        let router = router(folder);
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            runtime.block_on(async {
                let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
                // Without this, a small response waits some 40 ms for the acknowledgement of the previous one. It fails
                // only for closed connections.
                let listener = listener.tap_io(|connection| drop(connection.set_nodelay(true)));
                // Dropping the future also closes open connections; a graceful shutdown would wait for idle ones.
                tokio::select! {
                    _ = axum::serve(listener, router) => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self { addr, stop: Some(stop), thread: Some(thread) })
    }

    /// Address of the root page.
    pub fn url(&self) -> String {
        format!("http://{}/", self.addr)
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // The thread ends only by a panic, which has been reported.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // Fails if the server has ended.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Binds the port; the error suggests another one.
pub fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            bail!("port {port} is taken; try --port {}", port.checked_add(1).unwrap_or(8080))
        }
        Err(error) => Err(error).with_context(|| format!("cannot listen on port {port}")),
    }
}

fn router(folder: &Path) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    Router::new().fallback_service(files).layer(middleware::from_fn(add_headers))
}

async fn add_headers(request: Request, next: Next) -> Response {
    let uri: Uri = request.uri().clone();
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let origin = format!("http://{host}");
    let mut response = next.run(request).await;
    let is_missing = response.status() == StatusCode::NOT_FOUND;
    if is_missing {
        *response.body_mut() = format!("Not found: {}\n", uri.path()).into();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    }
    let headers = response.headers_mut();
    if uri.path().ends_with(".d.ts") {
        // The extension .ts would otherwise be served as video.
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    }
    for (name, value) in headers::of(uri.path(), &origin) {
        // Fails only for a host that is no valid header value, but it came in a header.
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(name, value);
        }
    }
    if is_missing {
        // A file that comes later would stay missing for those who asked for it before.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    response
}

#[cfg(test)]
mod tests;
