//! SQL types that the two databases store differently, and the Rust types that go into them.
//!
//! `Uid`: uuid or 16 bytes. `Ts`: timestamptz or microseconds. `Day`: date or text. `JsonDoc`: jsonb or text.
//! `JsonText`: JSON kept byte for byte. `Number`: integer, read as `u32`. The impls stand here so that the domain knows nothing of diesel.

use super::connection::MultiBackend;
use crate::domain::ids::{AccountId, CaseId, DraftId, ExportId, LetterId, OrganisationId};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, Queryable};
use diesel::expression::AsExpression;
use diesel::internal::derives::as_expression::Bound;
use diesel::pg::{Pg, PgValue};
use diesel::query_builder::QueryId;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{BigInt, Binary, HasSqlType, Integer, Nullable, SqlType, Text};
use diesel::sqlite::Sqlite;
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use std::io::Write;
use uuid::Uuid;

/// A UUID.
#[derive(SqlType, QueryId, Debug, Clone, Copy, Default)]
#[diesel(
    postgres_type(oid = 2950, array_oid = 2951),
    sqlite_type(name = "Binary")
)]
pub struct Uid;

/// An instant to the microsecond, in UTC.
#[derive(SqlType, QueryId, Debug, Clone, Copy, Default)]
#[diesel(
    postgres_type(oid = 1184, array_oid = 1185),
    sqlite_type(name = "Long")
)]
pub struct Ts;

/// A calendar date.
#[derive(SqlType, QueryId, Debug, Clone, Copy, Default)]
#[diesel(
    postgres_type(oid = 1082, array_oid = 1182),
    sqlite_type(name = "Text")
)]
pub struct Day;

/// JSON whose meaning counts; PostgreSQL may change the order of keys.
#[derive(SqlType, QueryId, Debug, Clone, Copy, Default)]
#[diesel(
    postgres_type(oid = 3802, array_oid = 3807),
    sqlite_type(name = "Text")
)]
pub struct JsonDoc;

/// A number inside a case; never negative.
#[derive(SqlType, QueryId, Debug, Clone, Copy, Default)]
#[diesel(
    postgres_type(oid = 23, array_oid = 1007),
    sqlite_type(name = "Integer")
)]
pub struct Number;

/// JSON whose exact bytes count, such as a docket entry that a hash covers.
#[derive(SqlType, QueryId, Debug, Clone, Copy, Default)]
#[diesel(postgres_type(oid = 114, array_oid = 199), sqlite_type(name = "Text"))]
pub struct JsonText;

type SqliteValue<'a> = <Sqlite as Backend>::RawValue<'a>;

/// Makes a SQL type known to connections of either kind.
macro_rules! on_either_database {
    ($($sql:ty),*) => {$(
        impl HasSqlType<$sql> for MultiBackend {
            fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
                MultiBackend::lookup_sql_type::<$sql>(lookup)
            }
        }
    )*};
}
on_either_database!(Uid, Ts, Day, JsonDoc, JsonText, Number);

/// Lets a Rust type be bound where a SQL type stands. Diesel forbids that for types of other crates, hence the
/// wrappers below.
macro_rules! bindable {
    ($sql:ident => $rust:ty) => {
        impl AsExpression<$sql> for $rust {
            type Expression = Bound<$sql, $rust>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<'a> AsExpression<$sql> for &'a $rust {
            type Expression = Bound<$sql, &'a $rust>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl AsExpression<Nullable<$sql>> for $rust {
            type Expression = Bound<Nullable<$sql>, $rust>;
            fn as_expression(self) -> Self::Expression {
                Bound::new(self)
            }
        }
        impl<DB: Backend> ToSql<Nullable<$sql>, DB> for $rust
        where
            Self: ToSql<$sql, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                ToSql::<$sql, DB>::to_sql(self, out)
            }
        }
        impl ToSql<$sql, MultiBackend> for $rust {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
                out.set_value(($sql, self));
                Ok(IsNull::No)
            }
        }
    };
}

/// Lets a column of a SQL type be read into a Rust type, on a connection of either kind.
macro_rules! readable {
    ($sql:ident => $rust:ty) => {
        impl FromSql<$sql, MultiBackend> for $rust {
            fn from_sql(value: <MultiBackend as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
                value.from_sql::<Self, $sql>()
            }
        }
    };
    ($sql:ident => $rust:ty, unknown to diesel) => {
        readable!($sql => $rust);
        impl<DB: Backend> Queryable<$sql, DB> for $rust
        where
            Self: FromSql<$sql, DB>,
        {
            type Row = Self;
            fn build(row: Self) -> deserialize::Result<Self> {
                Ok(row)
            }
        }
    };
}

/// A value of a row in the form in which it is bound. Rows hold plain values (the domain's ids, jiff's times);
/// `row!` uses this to write them.
pub trait Bind {
    /// The form.
    type As<'a>
    where
        Self: 'a;
    /// Brings the value into that form.
    fn bind(&self) -> Self::As<'_>;
}

impl<T: Bind> Bind for Option<T> {
    type As<'a>
        = Option<T::As<'a>>
    where
        T: 'a;
    fn bind(&self) -> Self::As<'_> {
        self.as_ref().map(T::bind)
    }
}

macro_rules! bind {
    ($($rust:ty => $form:ty, $value:ident => $bound:expr;)*) => {$(
        impl Bind for $rust {
            type As<'a> = $form;
            fn bind(&self) -> Self::As<'_> {
                let $value = self;
                $bound
            }
        }
    )*};
}

bind! {
    i32 => i32, value => *value;
    i64 => i64, value => *value;
    bool => bool, value => *value;
    u32 => DbNumber, value => DbNumber(*value);
    String => &'a str, value => value;
    Vec<u8> => &'a [u8], value => value;
    Timestamp => DbInstant, value => DbInstant(*value);
    Date => DbDay, value => DbDay(*value);
    serde_json::Value => DbJson, value => DbJson::of(value);
    ExactJson => &'a ExactJson, value => value;
}

// Ids.

macro_rules! id {
    ($($rust:ident),*) => {$(
        bindable!(Uid => $rust);
        readable!(Uid => $rust, unknown to diesel);
        bind! { $rust => $rust, value => *value; }
        impl ToSql<Uid, Pg> for $rust {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                out.write_all(self.0.as_bytes())?;
                Ok(IsNull::No)
            }
        }
        impl FromSql<Uid, Pg> for $rust {
            fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
                Ok(Self(Uuid::from_slice(value.as_bytes())?))
            }
        }
        impl ToSql<Uid, Sqlite> for $rust {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
                out.set_value(self.0.as_bytes().as_slice());
                Ok(IsNull::No)
            }
        }
        impl FromSql<Uid, Sqlite> for $rust {
            fn from_sql(value: SqliteValue<'_>) -> deserialize::Result<Self> {
                let bytes = <Vec<u8> as FromSql<Binary, Sqlite>>::from_sql(value)?;
                Ok(Self(Uuid::from_slice(&bytes)?))
            }
        }
    )*};
}
id!(
    AccountId,
    OrganisationId,
    CaseId,
    DraftId,
    ExportId,
    LetterId
);

// Instants. Callers cut them to microseconds, or a value read back differs from the one written.

/// An instant to bind in a query.
#[derive(Debug, Clone, Copy)]
pub struct DbInstant(pub Timestamp);

/// 2000-01-01, where PostgreSQL begins to count, in microseconds since 1970.
const POSTGRES_EPOCH_MICROSECONDS: i64 = 946_684_800_000_000;

bindable!(Ts => DbInstant);
readable!(Ts => Timestamp, unknown to diesel);

impl ToSql<Ts, Pg> for DbInstant {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&(self.0.as_microsecond() - POSTGRES_EPOCH_MICROSECONDS).to_be_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<Ts, Pg> for Timestamp {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let since_2000 = i64::from_be_bytes(value.as_bytes().try_into()?);
        // Saturates on PostgreSQL's `infinity`, which jiff then refuses.
        Ok(Timestamp::from_microsecond(
            since_2000.saturating_add(POSTGRES_EPOCH_MICROSECONDS),
        )?)
    }
}

impl ToSql<Ts, Sqlite> for DbInstant {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.as_microsecond());
        Ok(IsNull::No)
    }
}

impl FromSql<Ts, Sqlite> for Timestamp {
    fn from_sql(value: SqliteValue<'_>) -> deserialize::Result<Self> {
        Ok(Timestamp::from_microsecond(<i64 as FromSql<
            BigInt,
            Sqlite,
        >>::from_sql(value)?)?)
    }
}

// Dates.

/// A date to bind in a query.
#[derive(Debug, Clone, Copy)]
pub struct DbDay(pub Date);

const POSTGRES_EPOCH_DAY: Date = jiff::civil::date(2000, 1, 1);

bindable!(Day => DbDay);
readable!(Day => Date, unknown to diesel);

impl ToSql<Day, Pg> for DbDay {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&(self.0 - POSTGRES_EPOCH_DAY).get_days().to_be_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<Day, Pg> for Date {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let days = i32::from_be_bytes(value.as_bytes().try_into()?);
        Ok(POSTGRES_EPOCH_DAY.checked_add(Span::new().try_days(days)?)?)
    }
}

impl ToSql<Day, Sqlite> for DbDay {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.to_string());
        Ok(IsNull::No)
    }
}

impl FromSql<Day, Sqlite> for Date {
    fn from_sql(value: SqliteValue<'_>) -> deserialize::Result<Self> {
        Ok(<String as FromSql<Text, Sqlite>>::from_sql(value)?.parse()?)
    }
}

// JSON whose meaning counts.

/// JSON to bind in a query, as text.
#[derive(Debug, Clone)]
pub struct DbJson(String);

impl DbJson {
    /// The text of a value.
    pub fn of(value: &serde_json::Value) -> Self {
        Self(value.to_string())
    }
}

bindable!(JsonDoc => DbJson);
readable!(JsonDoc => serde_json::Value, unknown to diesel);

impl ToSql<JsonDoc, Pg> for DbJson {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&[1])?; // version of the binary format
        out.write_all(self.0.as_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<JsonDoc, Pg> for serde_json::Value {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        match value.as_bytes() {
            [1, json @ ..] => Ok(serde_json::from_slice(json)?),
            _ => Err("unknown version of jsonb".into()),
        }
    }
}

impl ToSql<JsonDoc, Sqlite> for DbJson {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.as_str());
        Ok(IsNull::No)
    }
}

impl FromSql<JsonDoc, Sqlite> for serde_json::Value {
    fn from_sql(value: SqliteValue<'_>) -> deserialize::Result<Self> {
        Ok(serde_json::from_str(
            &<String as FromSql<Text, Sqlite>>::from_sql(value)?,
        )?)
    }
}

// JSON whose bytes count.

/// A JSON text that comes back byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExactJson(pub String);

bindable!(JsonText => ExactJson);
readable!(JsonText => ExactJson, unknown to diesel);

impl ToSql<JsonText, Pg> for ExactJson {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(self.0.as_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<JsonText, Pg> for ExactJson {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(std::str::from_utf8(value.as_bytes())?.to_owned()))
    }
}

impl ToSql<JsonText, Sqlite> for ExactJson {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.as_str());
        Ok(IsNull::No)
    }
}

impl FromSql<JsonText, Sqlite> for ExactJson {
    fn from_sql(value: SqliteValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(<String as FromSql<Text, Sqlite>>::from_sql(value)?))
    }
}

// Numbers.

/// A number to bind in a query.
#[derive(Debug, Clone, Copy)]
pub struct DbNumber(pub u32);

bindable!(Number => DbNumber);
readable!(Number => u32);

impl DbNumber {
    /// As the databases hold it. No row has a number beyond theirs; one that somebody typed into an address is
    /// looked for as the largest, and not found.
    fn stored(self) -> i32 {
        i32::try_from(self.0).unwrap_or(i32::MAX)
    }
}

impl ToSql<Number, Pg> for DbNumber {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&self.stored().to_be_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<Number, Pg> for u32 {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        Ok(u32::try_from(i32::from_be_bytes(
            value.as_bytes().try_into()?,
        ))?)
    }
}

impl ToSql<Number, Sqlite> for DbNumber {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.stored());
        Ok(IsNull::No)
    }
}

impl FromSql<Number, Sqlite> for u32 {
    fn from_sql(value: SqliteValue<'_>) -> deserialize::Result<Self> {
        Ok(u32::try_from(<i32 as FromSql<Integer, Sqlite>>::from_sql(
            value,
        )?)?)
    }
}

/// Declares an enum that is one of a few words in the database: `text_enum!(/// Doc. Light { /// Doc. Red = "red" })`.
macro_rules! text_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = diesel::sql_types::Text)]
        pub enum $name {
            $($(#[$variant_meta])* $variant),*
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word in the database.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text),*
                }
            }
        }

        impl crate::storage::types::Bind for $name {
            type As<'a> = Self;
            fn bind(&self) -> Self {
                *self
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$variant),)*
                    other => Err(format!(concat!(stringify!($name), " cannot be {:?}"), other)),
                }
            }
        }

        impl<DB> diesel::serialize::ToSql<diesel::sql_types::Text, DB> for $name
        where
            DB: diesel::backend::Backend,
            str: diesel::serialize::ToSql<diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                self.as_str().to_sql(out)
            }
        }

        impl<DB> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for $name
        where
            DB: diesel::backend::Backend,
            String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
        {
            fn from_sql(value: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let text = <String as diesel::deserialize::FromSql<diesel::sql_types::Text, DB>>::from_sql(value)?;
                Ok(text.parse()?)
            }
        }
    };
}
pub(in crate::storage) use text_enum;

/// Declares the rows of a table: a struct of plain values that can be read, and written with all its columns.
/// (Diesel's `Insertable` would ask for wrapped values in the fields.)
macro_rules! row {
    (
        $table:ident:
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable, diesel::Selectable)]
        #[diesel(table_name = $table)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)+
        }

        impl<'a> diesel::Insertable<$table::table> for &'a $name {
            type Values = <($(
                diesel::dsl::Eq<$table::$field, <$type as crate::storage::types::Bind>::As<'a>>,
            )+) as diesel::Insertable<$table::table>>::Values;

            fn values(self) -> Self::Values {
                use crate::storage::types::Bind;
                use diesel::ExpressionMethods;
                ($($table::$field.eq(self.$field.bind()),)+).values()
            }
        }

        impl diesel::internal::derives::insertable::UndecoratedInsertRecord<$table::table> for $name {}
    };
}
pub(in crate::storage) use row;
