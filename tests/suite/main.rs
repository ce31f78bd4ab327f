//! The suite: one file for each topic, whole sites as cases.

mod addresses;
mod components;
mod data;
mod exchange;
mod external;
mod extras;
mod facets;
mod history;
mod hostile;
mod hreflang;
mod light;
mod links;
mod lists;
mod llms;
mod mailboxes;
mod memo;
mod menus;
mod messages;
mod pages;
mod reach;
mod soup;
mod translation;
mod types;
mod typography;
mod words;
mod writing;
