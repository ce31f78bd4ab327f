//! Which submissions are about a person: those in which an answer is exactly their address, but for case.

/// The condition, of the parameter of this name.
macro_rules! about {
    ($parameter:literal) => {
        concat!("EXISTS (SELECT 1 FROM json_each(answers) WHERE lower(json_each.value) = lower(", $parameter, "))")
    };
}

pub(crate) use about;
