//! Redress: online dispute resolution and arbitration for cross-border commerce.
//!
//! The plan of the house stands in `docs/ARCHITECTURE.md`; every change to a case is an act.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used))]

pub mod blobs;
pub mod cli;
pub mod config;
pub mod documents;
pub mod domain;
pub mod egress;
pub mod i18n;
pub mod jobs;
pub mod mail;
pub mod services;
pub mod startup;
pub mod storage;
pub mod telemetry;
pub mod urls;
pub mod web;
