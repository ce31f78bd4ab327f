//! The suite: one file for each topic, whole sites as cases.

mod addresses;
mod hostile;
mod memo;
mod messages;
mod pages;
mod translation;
mod types;
mod writing;
