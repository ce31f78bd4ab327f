//! Asking and noting: every answer that a route reads is noted with its hash.

use super::query::Query;
use super::world::World;
use std::collections::BTreeMap;
use std::sync::Mutex;
use tera::Value;

/// Notes what each route reads, as numbers of [`super::world::Asked`].
#[derive(Debug)]
pub(crate) struct Recorder {
    routes: Vec<Mutex<Vec<u32>>>,
    complaints: Mutex<BTreeMap<usize, Vec<[String; 3]>>>,
}

impl Recorder {
    pub(crate) fn new(routes: usize) -> Self {
        Recorder { routes: (0..routes).map(|_| Mutex::default()).collect(), complaints: Mutex::default() }
    }

    /// What a route has read, in the order in which it did, a question once or more; empties the notes.
    pub(crate) fn take(&self, route: usize) -> Vec<u32> {
        self.routes[route].lock().map(|mut reads| std::mem::take(&mut *reads)).unwrap_or_default()
    }

    /// Pictures that a route shows and that cannot be shown: path, case, and what was found; empties the notes.
    pub(crate) fn take_complaints(&self, route: usize) -> Vec<[String; 3]> {
        self.complaints.lock().ok().and_then(|mut complaints| complaints.remove(&route)).unwrap_or_default()
    }
}

/// The world as one route may ask it.
#[derive(Clone, Copy)]
pub(crate) struct Asker<'w> {
    world: &'w World,
    recorder: &'w Recorder,
    /// Number of the route.
    pub(crate) route: usize,
}

impl<'w> Asker<'w> {
    pub(crate) fn new(world: &'w World, recorder: &'w Recorder, route: usize) -> Self {
        Asker { world, recorder, route }
    }

    /// The world, for what is fixed by the route itself, and for messages.
    pub(crate) fn world(&self) -> &'w World {
        self.world
    }

    /// Notes a picture that cannot be shown, once.
    pub(crate) fn complain(&self, complaint: [String; 3]) {
        if let Ok(mut complaints) = self.recorder.complaints.lock() {
            let of_route = complaints.entry(self.route).or_default();
            if !of_route.contains(&complaint) {
                of_route.push(complaint);
            }
        }
    }

    /// Asks, and notes question and answer.
    pub(crate) fn ask(&self, query: Query) -> Value {
        let (value, number) = self.world.answer(query);
        if let Ok(mut reads) = self.recorder.routes[self.route].lock() {
            reads.push(number);
        }
        value
    }
}
