//! What templates hand to [`super::Page`]: they pass fields as references, loop variables as
//! references to references, and results of calls as values. These traits take them all.

use jiff::Timestamp;
use jiff::civil::Date;

/// A whole number.
pub trait Count {
    /// The number.
    fn count(&self) -> i64;
}

/// A point in time.
pub trait Instant {
    /// The point in time.
    fn instant(&self) -> Timestamp;
}

/// A day.
pub trait GivenDay {
    /// The day.
    fn given_day(&self) -> Date;
}

impl<T: Count + ?Sized> Count for &T {
    fn count(&self) -> i64 {
        (**self).count()
    }
}

impl<T: Instant + ?Sized> Instant for &T {
    fn instant(&self) -> Timestamp {
        (**self).instant()
    }
}

impl<T: GivenDay + ?Sized> GivenDay for &T {
    fn given_day(&self) -> Date {
        (**self).given_day()
    }
}

impl Instant for Timestamp {
    fn instant(&self) -> Timestamp {
        *self
    }
}

impl GivenDay for Date {
    fn given_day(&self) -> Date {
        *self
    }
}

macro_rules! count {
    ($($number:ty),*) => {$(
        impl Count for $number {
            fn count(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}

count!(i8, i16, i32, i64, u8, u16, u32, u64, usize);
