//! Asking and noting: every answer that a route reads is noted with its hash.

use super::query::{Query, Reads};
use super::world::World;
use std::sync::{Arc, Mutex};
use tera::Value;

/// Notes what each route reads.
#[derive(Debug)]
pub(crate) struct Recorder {
    routes: Vec<Mutex<Reads>>,
}

impl Recorder {
    pub(crate) fn new(routes: usize) -> Self {
        Recorder { routes: (0..routes).map(|_| Mutex::default()).collect() }
    }

    /// What a route has read; empties the notes.
    pub(crate) fn take(&self, route: usize) -> Reads {
        let mut reads = self.routes[route].lock().map(|mut reads| std::mem::take(&mut *reads)).unwrap_or_default();
        reads.sort();
        reads.dedup();
        reads
    }
}

/// The world as one route may ask it.
#[derive(Clone)]
pub(crate) struct Asker {
    world: Arc<World>,
    recorder: Arc<Recorder>,
    /// Number of the route.
    pub(crate) route: usize,
}

impl Asker {
    pub(crate) fn new(world: Arc<World>, recorder: Arc<Recorder>, route: usize) -> Self {
        Asker { world, recorder, route }
    }

    /// The world, for what is fixed by the route itself, and for messages.
    pub(crate) fn world(&self) -> &World {
        &self.world
    }

    /// Asks, and notes question and answer.
    pub(crate) fn ask(&self, query: Query) -> Value {
        let (value, hash) = self.world.answer(&query);
        if let Ok(mut reads) = self.recorder.routes[self.route].lock() {
            reads.push((query, hash));
        }
        value
    }
}
