//! The description of the interface (OpenAPI 3.1).

use actix_web::HttpResponse;
use serde_json::{Value, json};

/// `GET /api/openapi.json`
pub async fn openapi() -> HttpResponse {
    HttpResponse::Ok().json(description())
}

/// An operation whose success is answered with the schema `says`.
fn operation(summary: &str, scope: &str, body: Option<Value>, ok: &str, says: &str) -> Value {
    let schema = json!({ "$ref": format!("#/components/schemas/{says}") });
    let mut operation = json!({
        "summary": summary,
        "security": [{ "token": [scope] }],
        "responses": {
            ok: { "description": "Done", "content": { "application/json": { "schema": schema } } },
            "default": { "description": "Problem details (RFC 9457)", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } }
        }
    });
    if let Some(schema) = body {
        operation["requestBody"] =
            json!({ "required": true, "content": { "application/json": { "schema": schema } } });
        operation["parameters"] = json!([{ "$ref": "#/components/parameters/IdempotencyKey" }]);
    }
    operation
}

/// The whole description.
pub fn description() -> Value {
    let text = json!({ "type": "string" });
    let listings = json!({ "type": "array", "items": { "type": "integer", "minimum": 1 } });
    let actions =
        json!({ "type": "string", "enum": ["hide", "remove", "restrict", "refuse", "restore"] });
    let notice = json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["procedure", "language", "right", "statement", "asked", "declarations", "marketplace", "listings"],
        "properties": {
            "procedure": { "type": "string", "enum": ["us-dmca-512", "cn-ecl-ip", "eu-dsa-notice", "eu-dsa-notice-trusted-flagger", "eu-dsa-notice-product-safety", "eu-dsa-notice-authority-order"] },
            "language": { "type": "string", "enum": ["en", "zh-Hans"] },
            "right": { "type": "object", "additionalProperties": false, "required": ["kind", "number", "territory", "owner"], "properties": {
                "kind": { "type": "string", "enum": ["trade-mark", "copyright", "patent", "design", "rule"] }, "number": text, "territory": text, "owner": text } },
            "statement": text,
            "asked": actions,
            "declarations": { "type": "array", "items": text, "description": "Ids of the declarations given; their texts stand on the page of the procedure" },
            "marketplace": { "type": "string", "description": "Key of the marketplace" },
            "listings": { "type": "array", "minItems": 1, "maxItems": 300, "items": { "type": "object", "additionalProperties": false, "properties": {
                "url": text, "item": text, "title": text, "seller": text, "seller_email": text, "wrong": text } } }
        }
    });
    let reasons = json!({ "type": "object", "required": ["ground", "facts", "territory", "automated"], "properties": { "ground": text, "facts": text, "territory": text, "automated": { "type": "boolean" } } });
    let decide = json!({ "type": "object", "additionalProperties": false, "required": ["case", "listings", "action", "reasons", "carried_out"],
        "properties": { "case": text, "listings": listings, "action": actions, "reasons": reasons, "carried_out": { "type": "boolean" } } });
    let carried = json!({ "type": "object", "additionalProperties": false, "required": ["case", "listings"], "properties": { "case": text, "listings": listings } });
    let number = json!([{ "name": "number", "in": "path", "required": true, "schema": { "type": "string", "pattern": "^[A-Z]{2}-[0-9]{4}-[0-9]{6,9}$" } }]);
    let mut case = operation("Read a case", "cases", None, "200", "Case");
    case["parameters"] = number.clone();
    let mut evidence = operation(
        "File an exhibit; the body is the file",
        "evidence",
        None,
        "201",
        "Filed",
    );
    evidence["requestBody"] = json!({ "required": true, "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } });
    let kinds = [
        "receiving-note",
        "express-list",
        "payment-voucher",
        "chat-record",
        "notarial-certificate",
        "photo",
        "registration",
        "contract",
        "other",
    ];
    evidence["parameters"] = json!([
        number[0],
        { "name": "name", "in": "query", "required": true, "schema": text },
        { "name": "kind", "in": "query", "required": true, "schema": { "type": "string", "enum": kinds } },
        { "name": "title", "in": "query", "schema": text },
        { "name": "description", "in": "query", "schema": text },
        { "name": "claim", "in": "query", "schema": { "type": "integer", "minimum": 0 } },
        { "$ref": "#/components/parameters/IdempotencyKey" }
    ]);
    let mut receipt = operation(
        "The receipt of an entry in the public log",
        "cases",
        None,
        "200",
        "LogReceipt",
    );
    receipt["parameters"] = json!([
        number[0],
        { "name": "no", "in": "path", "required": true, "schema": { "type": "integer", "minimum": 1 } }
    ]);
    let completion = json!({ "type": "object", "additionalProperties": false, "required": ["declarations"],
        "properties": {
            "number": text, "owner": text, "statement": text,
            "listings": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["no"], "properties": { "no": { "type": "integer", "minimum": 1 }, "url": text, "item": text } } },
            "papers": { "type": "object", "additionalProperties": { "type": "array", "items": text }, "description": "Numbers of exhibits by the question that they answer, such as rights_proof" },
            "declarations": { "type": "array", "items": text } } });
    let mut completing = operation(
        "Add what a notice lacks",
        "notices",
        Some(completion),
        "200",
        "Done",
    );
    completing["parameters"] = json!([
        number[0],
        { "$ref": "#/components/parameters/IdempotencyKey" }
    ]);
    let mut measures = operation(
        "Listings that wait for your marketplace",
        "measures",
        None,
        "200",
        "Measures",
    );
    measures["parameters"] = json!([
        { "name": "ordered", "in": "query", "schema": { "type": "string", "enum": ["decide", "hide", "remove", "restrict", "restore"] } },
        { "name": "after", "in": "query", "schema": text, "description": "`next` of the answer before, where there is more" }
    ]);
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Redress", "version": "1", "description": "Notices, measures, cases and evidence, through the same acts as the pages." },
        "paths": {
            "/api/v1/notices": { "post": operation("File a notice", "notices", Some(notice), "201", "NoticeFiled") },
            "/api/v1/measures": { "get": measures, "post": operation("Decide on listings of one case", "measures", Some(decide), "200", "Done") },
            "/api/v1/measures/carried-out": { "post": operation("Confirm that orders were carried out", "measures", Some(carried), "200", "Done") },
            "/api/v1/cases/{number}": { "get": case },
            "/api/v1/cases/{number}/entries/{no}/receipt": { "get": receipt },
            "/api/v1/cases/{number}/completion": { "post": completing },
            "/api/v1/cases/{number}/evidence": { "post": evidence }
        },
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "parameters": { "IdempotencyKey": { "name": "Idempotency-Key", "in": "header", "schema": { "type": "string", "maxLength": 200 }, "description": "The same key with the same request has one effect and gets the same answer" } },
            "schemas": schemas()
        }
    })
}

/// An object that always has these properties, and no others.
fn object(properties: Value) -> Value {
    let names: Vec<&String> = properties
        .as_object()
        .map(|all| all.keys().collect())
        .unwrap_or_default();
    json!({ "type": "object", "required": names, "properties": properties, "additionalProperties": false })
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// What the answers look like.
fn schemas() -> Value {
    let text = || json!({ "type": "string" });
    let maybe = |kind: &str| json!({ "type": [kind, "null"] });
    let number = || json!({ "type": "integer" });
    let truth = || json!({ "type": "boolean" });
    let time = || json!({ "type": "string", "format": "date-time" });
    let maybe_time = || json!({ "type": ["string", "null"], "format": "date-time" });
    let hash = || json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" });
    let of = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    json!({
        "Problem": { "type": "object", "required": ["type", "title", "status", "detail"], "properties": { "type": text(), "title": text(), "status": number(), "detail": text(), "code": { "type": "string", "description": "For refusals of the rules: their stable name" } } },
        "Receipt": object(json!({ "case": text(), "entry": number(), "at": time(), "hash": hash(), "act": text(), "exhibits": list(text()) })),
        "Done": object(json!({ "receipt": of("Receipt") })),
        "Filed": object(json!({ "receipt": of("Receipt"), "sha256": hash() })),
        "NoticeFiled": object(json!({
            "receipt": of("Receipt"),
            "left_out": list(object(json!({ "index": number(), "case": maybe("string") }))),
            "missing": { "type": "array", "description": "What the law of the notice still asks for" }
        })),
        "Measures": object(json!({
            "measures": list(object(json!({ "case": text(), "listing": number(), "url": text(), "item": text(), "title": text(), "seller": text(), "measure": text(), "ordered": maybe("string"), "due_at": maybe_time() }))),
            "next": { "type": ["string", "null"], "description": "Where the next page begins" }
        })),
        "LogReceipt": object(json!({
            "entry": number(),
            "log": { "type": "string", "description": "Origin of the log, which is the name of its key" },
            "index": { "type": "integer", "minimum": 0, "description": "Place of the line" },
            "leaf": { "type": "string", "description": "The line, byte for byte" },
            "proof": { "type": "string", "description": "The receipt (C2SP tlog-proof)" },
            "record": { "type": ["string", "null"], "description": "The entry as recorded, byte for byte; null where it is not for the caller" },
            "salt": { "type": ["string", "null"], "description": "Its 32 random bytes, hexadecimal; null where the entry is not for the caller" }
        })),
        "Case": object(json!({
            "number": text(), "kind": text(), "procedure": text(), "procedure_version": text(), "version": number(),
            "filed_at": time(), "closed_at": maybe_time(), "outcome": maybe("string"),
            "you": { "type": "string", "description": "The role in which the caller reads" },
            "statement": text(),
            "parties": list(object(json!({ "no": number(), "role": text(), "name": text(), "country": text() }))),
            "tracks": list(object(json!({ "no": number(), "respondent": number(), "state": text(), "since": time(), "outcome": maybe("string"),
                "answer": { "anyOf": [object(json!({ "position": text(), "statement": text(), "at": time() })), { "type": "null" }] } }))),
            "listings": list(object(json!({ "no": number(), "track": number(), "url": text(), "item": text(), "title": text(), "measure": text(), "ordered": maybe("string") }))),
            "exhibits": list(object(json!({ "label": text(), "title": text(), "kind": text(), "sha256": hash(), "size_bytes": number(), "filed_at": time(), "withdrawn": truth() }))),
            "clocks": list(object(json!({ "no": number(), "state": text(), "rule": text(), "owner": text(), "due_at": time(), "earliest_at": maybe_time(), "target": truth(), "provisional": truth(), "derivation": { "type": "object" } }))),
            "parallel": list(object(json!({ "no": number(), "kind": text(), "place": text(), "reference": text(), "words": text(), "at": time(), "over": { "type": ["object", "null"] } }))),
            "decisions": list(object(json!({ "no": number(), "track": number(), "signed_at": time(), "prevails": text(), "sha256": hash() }))),
            "obligations": list(object(json!({ "no": number(), "track": number(), "debtor": number(), "creditor": number(), "remedy": text(),
                "amount": { "anyOf": [object(json!({ "minor": number(), "currency": text() })), { "type": "null" }] }, "due_on": { "type": "string", "format": "date" }, "state": text() })))
        }))
    })
}
