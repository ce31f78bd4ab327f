//! Requests to other programs.

use std::time::Duration;

use crate::outbox::{Answer, Post, Trouble};

/// How long another program may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Asks, and gives what is answered.
pub(in crate::host::native) async fn ask(post: Post) -> Result<Answer, Trouble> {
    let asked = tokio::task::spawn_blocking(move || answer(&post));
    asked.await.map_err(|error| Trouble::passing(&error))?
}

fn answer(post: &Post) -> Result<Answer, Trouble> {
    let config = ureq::Agent::config_builder();
    let config = config.timeout_global(Some(PATIENCE)).max_redirects(0).http_status_as_error(false);
    let agent: ureq::Agent = config.build().into();
    let mut request = agent.post(&post.url).header("content-type", "application/json");
    for (name, value) in &post.headers {
        request = request.header(*name, value);
    }
    let response = request.send(&post.body).map_err(|error| Trouble::passing(&error))?;
    let retry_after = response.headers().get("retry-after").and_then(|value| value.to_str().ok());
    Ok(Answer { status: response.status().as_u16(), retry_after: retry_after.map(str::to_owned) })
}
