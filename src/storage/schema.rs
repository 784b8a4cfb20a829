//! The tables as queries see them: the columns of both databases, in the order of the migrations. Kept by hand,
//! since no tool can name the SQL types of [`super::types`]; `tests` reads every table through its row.

use diesel::{allow_tables_to_appear_in_same_query, joinable, table};

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::{Ts, Uid};

    organisations (id) {
        id -> Uid,
        kind -> Text,
        name -> Text,
        country -> Text,
        key -> Text,
        created_at -> Ts,
    }
}

table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::storage::types::{Ts, Uid};

    accounts (id) {
        id -> Uid,
        email -> Text,
        name -> Text,
        locale -> Text,
        time_zone -> Text,
        password_hash -> Nullable<Text>,
        confirmed_at -> Nullable<Ts>,
        staff_role -> Nullable<Text>,
        organisation_id -> Nullable<Uid>,
        created_at -> Ts,
        disabled_at -> Nullable<Ts>,
        theme -> Nullable<Text>,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::{Ts, Uid};

    memberships (organisation_id, account_id) {
        organisation_id -> Uid,
        account_id -> Uid,
        role -> Text,
        since_at -> Ts,
    }
}

table! {
    use diesel::sql_types::{BigInt, Nullable, Text};
    use crate::storage::types::{JsonText, Ts, Uid};

    cases (id) {
        id -> Uid,
        number -> Text,
        kind -> Text,
        pack_id -> Text,
        pack_version -> Text,
        pack_digest -> Text,
        stage -> Text,
        title -> Text,
        summary -> Text,
        claimant_name -> Text,
        respondent_name -> Text,
        language -> Text,
        marketplace_id -> Nullable<Uid>,
        filed_at -> Ts,
        updated_at -> Ts,
        closed_at -> Nullable<Ts>,
        outcome -> Nullable<Text>,
        next_due_at -> Nullable<Ts>,
        turn -> Nullable<Text>,
        version -> BigInt,
        state -> JsonText,
    }
}

table! {
    use diesel::sql_types::{BigInt, Text};

    counters (name) {
        name -> Text,
        value -> BigInt,
    }
}

table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::storage::types::{Number, Ts, Uid};

    case_people (case_id, no) {
        case_id -> Uid,
        no -> Number,
        party_no -> Nullable<Number>,
        role -> Text,
        account_id -> Nullable<Uid>,
        email -> Nullable<Text>,
        name -> Text,
        organisation_id -> Nullable<Uid>,
        from_at -> Ts,
        until_at -> Nullable<Ts>,
    }
}

table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::storage::types::{Number, Ts, Uid};

    case_listings (case_id, no) {
        case_id -> Uid,
        no -> Number,
        track_no -> Number,
        marketplace_id -> Nullable<Uid>,
        url -> Text,
        item -> Text,
        right_key -> Nullable<Text>,
        title -> Text,
        seller -> Text,
        measure -> Text,
        ordered -> Nullable<Text>,
        order_due_at -> Nullable<Ts>,
        updated_at -> Ts,
    }
}

table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::storage::types::{Number, Ts, Uid};

    case_clocks (case_id, no) {
        case_id -> Uid,
        no -> Number,
        track_no -> Nullable<Number>,
        rule -> Text,
        role -> Text,
        party_no -> Nullable<Number>,
        due_at -> Ts,
        state -> Text,
        remind_at -> Nullable<Ts>,
    }
}

table! {
    use diesel::sql_types::{BigInt, Text};
    use crate::storage::types::Ts;

    blobs (digest) {
        digest -> Text,
        size_bytes -> BigInt,
        media_type -> Text,
        created_at -> Ts,
    }
}

table! {
    use diesel::sql_types::{BigInt, Nullable, Text};
    use crate::storage::types::{Number, Uid};

    case_exhibits (case_id, label) {
        case_id -> Uid,
        label -> Text,
        digest -> Text,
        size_bytes -> BigInt,
        party_no -> Nullable<Number>,
        state -> Text,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::{Number, Ts, Uid};

    case_obligations (case_id, no) {
        case_id -> Uid,
        no -> Number,
        debtor_party -> Number,
        due_at -> Ts,
        state -> Text,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::{Number, Uid};

    case_appointments (case_id, no) {
        case_id -> Uid,
        no -> Number,
        account_id -> Uid,
        state -> Text,
    }
}

table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::storage::types::{Number, Ts, Uid};

    case_tasks (case_id, no) {
        case_id -> Uid,
        no -> Number,
        task -> Text,
        rule -> Text,
        role -> Text,
        account_id -> Nullable<Uid>,
        since_at -> Ts,
    }
}

table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::storage::types::{Number, Ts, Uid};

    case_conduct (case_id, party_no) {
        case_id -> Uid,
        party_no -> Number,
        account_id -> Nullable<Uid>,
        email -> Text,
        name -> Text,
        pack_id -> Text,
        points -> Number,
        posted_at -> Ts,
        steps -> Text,
    }
}

table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::storage::types::{JsonText, Number, Ts, Uid};

    docket (case_id, no) {
        case_id -> Uid,
        no -> Number,
        at -> Ts,
        actor_role -> Text,
        actor_name -> Text,
        actor_account -> Nullable<Uid>,
        via -> Text,
        act -> Text,
        entry -> JsonText,
        hash -> Text,
        previous -> Text,
    }
}

table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::storage::types::{JsonDoc, Number, Ts, Uid};

    letters (id) {
        id -> Uid,
        case_id -> Nullable<Uid>,
        entry_no -> Nullable<Number>,
        kind -> Text,
        recipient_name -> Text,
        recipient_email -> Text,
        account_id -> Nullable<Uid>,
        party_no -> Nullable<Number>,
        locale -> Text,
        data -> JsonDoc,
        subject -> Nullable<Text>,
        text_body -> Nullable<Text>,
        html_body -> Nullable<Text>,
        state -> Text,
        attempts -> Integer,
        next_at -> Ts,
        leased_until -> Nullable<Ts>,
        lease_owner -> Nullable<Text>,
        reply -> Nullable<Text>,
        created_at -> Ts,
        sent_at -> Nullable<Ts>,
    }
}

table! {
    use diesel::sql_types::{Binary, Nullable, Text};
    use crate::storage::types::{JsonDoc, Number, Ts, Uid};

    sessions (token_hash) {
        token_hash -> Binary,
        account_id -> Nullable<Uid>,
        case_id -> Nullable<Uid>,
        party_no -> Nullable<Number>,
        email -> Nullable<Text>,
        csrf -> Text,
        locale -> Nullable<Text>,
        zone -> Nullable<Text>,
        created_at -> Ts,
        seen_at -> Ts,
        expires_at -> Ts,
        user_agent -> Text,
        confirmed_password_at -> Nullable<Ts>,
        flash -> Nullable<JsonDoc>,
    }
}

table! {
    use diesel::sql_types::{Binary, Nullable, Text};
    use crate::storage::types::{JsonDoc, Number, Ts, Uid};

    links (token_hash) {
        token_hash -> Binary,
        purpose -> Text,
        account_id -> Nullable<Uid>,
        case_id -> Nullable<Uid>,
        party_no -> Nullable<Number>,
        email -> Text,
        payload -> JsonDoc,
        created_at -> Ts,
        expires_at -> Ts,
        used_at -> Nullable<Ts>,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::Ts;

    attempts (key, at) {
        key -> Text,
        at -> Ts,
    }
}

table! {
    use diesel::sql_types::{Binary, Nullable, Text};
    use crate::storage::types::{JsonDoc, Number, Ts, Uid};

    drafts (id) {
        id -> Uid,
        session_hash -> Nullable<Binary>,
        account_id -> Nullable<Uid>,
        kind -> Text,
        case_id -> Nullable<Uid>,
        track_no -> Nullable<Number>,
        data -> JsonDoc,
        version -> Number,
        updated_at -> Ts,
        expires_at -> Ts,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::{JsonDoc, Number, Ts, Uid};

    draft_versions (draft_id, version) {
        draft_id -> Uid,
        version -> Number,
        data -> JsonDoc,
        saved_at -> Ts,
        saved_by -> Text,
    }
}

table! {
    use diesel::sql_types::{BigInt, Bool, Nullable, Text};
    use crate::storage::types::{Day, JsonDoc, Number, Uid};

    roster (account_id) {
        account_id -> Uid,
        languages -> JsonDoc,
        fields -> JsonDoc,
        countries -> JsonDoc,
        nationality -> Text,
        capacity -> Number,
        available_from -> Nullable<Day>,
        biography -> Text,
        fee_minor -> BigInt,
        fee_currency -> Text,
        active -> Bool,
    }
}

table! {
    use diesel::sql_types::{Binary, Nullable, Text};
    use crate::storage::types::{JsonDoc, Ts, Uid};

    api_tokens (token_hash) {
        token_hash -> Binary,
        account_id -> Uid,
        organisation_id -> Nullable<Uid>,
        name -> Text,
        scopes -> JsonDoc,
        created_at -> Ts,
        last_used_at -> Nullable<Ts>,
        revoked_at -> Nullable<Ts>,
    }
}

table! {
    use diesel::sql_types::{Binary, Integer, Text};
    use crate::storage::types::Ts;

    idempotency_keys (token_hash, key) {
        token_hash -> Binary,
        key -> Text,
        request_hash -> Text,
        status -> Integer,
        response -> Text,
        created_at -> Ts,
    }
}

table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::storage::types::{JsonDoc, Ts, Uid};

    form_keys (key) {
        key -> Text,
        case_id -> Nullable<Uid>,
        receipt -> JsonDoc,
        created_at -> Ts,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::JsonDoc;

    settings (name) {
        name -> Text,
        value -> JsonDoc,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::Ts;

    packs (digest) {
        digest -> Text,
        id -> Text,
        version -> Text,
        text -> Text,
        added_at -> Ts,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::{JsonDoc, Ts};

    procedures (digest) {
        digest -> Text,
        id -> Text,
        version -> Text,
        text -> Text,
        words -> JsonDoc,
        scenarios -> JsonDoc,
        standing -> Text,
        changed_at -> Ts,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::{Ts, Uid};

    procedure_events (id) {
        id -> Text,
        procedure_id -> Text,
        version -> Text,
        digest -> Text,
        at -> Ts,
        account_id -> Uid,
        deed -> Text,
        note -> Text,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::{Ts, Uid};

    considered (case_id, account_id, exhibit) {
        case_id -> Uid,
        account_id -> Uid,
        exhibit -> Text,
        ticked_at -> Ts,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::{Number, Uid};

    docket_leaves (case_id, no) {
        case_id -> Uid,
        no -> Number,
        salt -> Text,
        leaf -> Text,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::Uid;

    case_logs (case_id) {
        case_id -> Uid,
        log_id -> Text,
    }
}

table! {
    use crate::storage::types::{Number, Ts, Uid};

    log_waiting (case_id, no) {
        case_id -> Uid,
        no -> Number,
        at -> Ts,
    }
}

table! {
    use diesel::sql_types::{BigInt, Nullable, Text};
    use crate::storage::types::Ts;

    logs (name) {
        name -> Text,
        origin -> Text,
        key -> Text,
        opened_at -> Ts,
        closed_at -> Nullable<Ts>,
        size -> BigInt,
        note -> Text,
        signed_at -> Nullable<Ts>,
        witnessed_size -> BigInt,
        witnessed_note -> Text,
        witnessed_at -> Nullable<Ts>,
    }
}

table! {
    use diesel::sql_types::{BigInt, Text};
    use crate::storage::types::Ts;

    log_witnesses (log, witness) {
        log -> Text,
        witness -> Text,
        size -> BigInt,
        answer -> Text,
        at -> Ts,
    }
}

table! {
    use diesel::sql_types::{BigInt, Binary, Text};
    use crate::storage::types::Ts;

    log_stamps (log, size) {
        log -> Text,
        size -> BigInt,
        note -> Text,
        query -> Binary,
        reply -> Binary,
        authority -> Text,
        stamped_at -> Ts,
        kept_at -> Ts,
    }
}

table! {
    use diesel::sql_types::{BigInt, Nullable, Text};
    use crate::storage::types::{Number, Uid};

    log_leaves (log, no) {
        log -> Text,
        no -> BigInt,
        leaf -> Text,
        hash -> Text,
        case_id -> Nullable<Uid>,
        entry_no -> Nullable<Number>,
    }
}

table! {
    use diesel::sql_types::{BigInt, Text};
    use crate::storage::types::Number;

    log_nodes (log, level, no) {
        log -> Text,
        level -> Number,
        no -> BigInt,
        hash -> Text,
    }
}

table! {
    use diesel::sql_types::{BigInt, Nullable, Text};
    use crate::storage::types::{Ts, Uid};

    exports (id) {
        id -> Uid,
        case_id -> Uid,
        reader -> Text,
        role -> Text,
        name -> Text,
        version -> BigInt,
        state -> Text,
        done_bytes -> BigInt,
        total_bytes -> BigInt,
        digest -> Nullable<Text>,
        signature -> Nullable<Text>,
        begun_at -> Ts,
        touched_at -> Ts,
    }
}

table! {
    use diesel::sql_types::Text;
    use crate::storage::types::Uid;

    export_leaves (id) {
        id -> Uid,
        salt -> Text,
        record -> Text,
        leaf -> Text,
    }
}

joinable!(memberships -> accounts (account_id));
joinable!(memberships -> organisations (organisation_id));
joinable!(roster -> accounts (account_id));
joinable!(procedure_events -> accounts (account_id));
joinable!(case_listings -> cases (case_id));
joinable!(case_clocks -> cases (case_id));
joinable!(case_appointments -> cases (case_id));
joinable!(case_tasks -> cases (case_id));
joinable!(case_conduct -> cases (case_id));
joinable!(case_people -> cases (case_id));
joinable!(case_obligations -> cases (case_id));
joinable!(letters -> cases (case_id));
joinable!(docket -> cases (case_id));
joinable!(case_logs -> cases (case_id));

allow_tables_to_appear_in_same_query!(
    organisations,
    accounts,
    memberships,
    cases,
    counters,
    case_people,
    case_listings,
    case_clocks,
    blobs,
    case_exhibits,
    case_obligations,
    case_appointments,
    case_tasks,
    case_conduct,
    docket,
    docket_leaves,
    case_logs,
    log_waiting,
    logs,
    log_leaves,
    log_nodes,
    log_stamps,
    log_witnesses,
    letters,
    sessions,
    links,
    attempts,
    drafts,
    draft_versions,
    roster,
    api_tokens,
    idempotency_keys,
    form_keys,
    settings,
    packs,
    procedures,
    procedure_events,
    considered,
    exports,
    export_leaves,
);
