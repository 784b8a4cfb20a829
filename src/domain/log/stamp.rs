//! Time-stamps of heads (RFC 3161, with RFC 5816): an authority that is not ours signs that the text of a head existed at
//! a time. Whoever trusts the authority need not trust our clock. A reply is checked in full before it is kept: what
//! was asked, who signed, with what certificate, and that every byte of the statement is signed.

use cms::cert::CertificateChoices;
use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use der::asn1::{GeneralizedTime, Int, ObjectIdentifier, OctetString};
use der::{Any, Decode, Encode, Sequence};
use jiff::{SignedDuration, Timestamp};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, SignatureVerificationAlgorithm, UnixTime};
use sha2::{Digest, Sha256};
use webpki::ring as algorithms;
use x509_cert::Certificate;
use x509_cert::ext::Extensions;
use x509_cert::ext::pkix::ExtendedKeyUsage;
use x509_cert::ext::pkix::name::{GeneralName, GeneralNames};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::AlgorithmIdentifierOwned;

const fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

const SHA256: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.1");
const SHA384: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.2");
const SHA512: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.3");
const SIGNED_DATA: ObjectIdentifier = oid("1.2.840.113549.1.7.2");
const TST_INFO: ObjectIdentifier = oid("1.2.840.113549.1.9.16.1.4");
const CONTENT_TYPE: ObjectIdentifier = oid("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = oid("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.47");
const EXTENDED_KEY_USAGE: ObjectIdentifier = oid("2.5.29.37");
const TIME_STAMPING: ObjectIdentifier = oid("1.3.6.1.5.5.7.3.8");
/// The same as it stands in a certificate.
const TIME_STAMPING_BYTES: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 8];
const RSA: ObjectIdentifier = oid("1.2.840.113549.1.1.1");
const RSA_SHA256: ObjectIdentifier = oid("1.2.840.113549.1.1.11");
const RSA_SHA384: ObjectIdentifier = oid("1.2.840.113549.1.1.12");
const RSA_SHA512: ObjectIdentifier = oid("1.2.840.113549.1.1.13");
const ECDSA_SHA256: ObjectIdentifier = oid("1.2.840.10045.4.3.2");
const ECDSA_SHA384: ObjectIdentifier = oid("1.2.840.10045.4.3.3");
const ED25519: ObjectIdentifier = oid("1.3.101.112");

/// How far the time of an authority may be from ours.
pub const APART_MAX: SignedDuration = SignedDuration::from_mins(5);

/// Why a time-stamp is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StampError {
    /// The authority did not give one
    #[error("the authority answered with status {0}")]
    Refused(u8),
    /// It cannot be read
    #[error("{0} cannot be read: {1}")]
    Malformed(&'static str, String),
    /// It is for something else than was asked
    #[error("it does not answer what was asked: {0}")]
    Other(&'static str),
    /// The signature or what it covers is wrong
    #[error("its signature does not hold: {0}")]
    Signature(&'static str),
    /// The certificate is not one of an authority that is trusted
    #[error("its certificate is not accepted: {0}")]
    Certificate(String),
}

/// `MessageImprint` of RFC 3161, section 2.4.1.
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
struct Imprint {
    algorithm: AlgorithmIdentifierOwned,
    hash: OctetString,
}

/// `TimeStampReq` of RFC 3161, section 2.4.1.
#[derive(Clone, Debug, Sequence)]
struct Request {
    version: u8,
    imprint: Imprint,
    #[asn1(optional = "true")]
    policy: Option<ObjectIdentifier>,
    #[asn1(optional = "true")]
    nonce: Option<Int>,
    #[asn1(default = "Default::default")]
    wants_certificates: bool,
}

/// `PKIStatusInfo` of RFC 3161, section 2.4.2.
#[derive(Clone, Debug, Sequence)]
struct Status {
    status: u8,
    #[asn1(optional = "true")]
    text: Option<Any>,
    #[asn1(optional = "true")]
    failure: Option<Any>,
}

/// `TimeStampResp` of RFC 3161, section 2.4.2.
#[derive(Clone, Debug, Sequence)]
struct Reply {
    status: Status,
    #[asn1(optional = "true")]
    token: Option<ContentInfo>,
}

/// `Accuracy` of RFC 3161, section 2.4.2.
#[derive(Clone, Debug, Sequence)]
struct Accuracy {
    #[asn1(optional = "true")]
    seconds: Option<u64>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    millis: Option<u16>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    micros: Option<u16>,
}

/// `TSTInfo` of RFC 3161, section 2.4.2: what the authority says.
#[derive(Clone, Debug, Sequence)]
struct Statement {
    version: u8,
    policy: ObjectIdentifier,
    imprint: Imprint,
    serial: Int,
    time: GeneralizedTime,
    #[asn1(optional = "true")]
    accuracy: Option<Accuracy>,
    #[asn1(default = "Default::default")]
    is_ordered: bool,
    #[asn1(optional = "true")]
    nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    authority: Option<Any>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    extensions: Option<Extensions>,
}

/// `IssuerSerial` of RFC 5035.
#[derive(Clone, Debug, Sequence)]
struct IssuerSerial {
    issuer: GeneralNames,
    serial: SerialNumber,
}

/// `ESSCertIDv2` of RFC 5816.
#[derive(Clone, Debug, Sequence)]
struct CertificateId {
    #[asn1(optional = "true")]
    algorithm: Option<AlgorithmIdentifierOwned>,
    hash: OctetString,
    #[asn1(optional = "true")]
    issuer: Option<IssuerSerial>,
}

/// `SigningCertificateV2` of RFC 5816.
#[derive(Clone, Debug, Sequence)]
struct SigningCertificate {
    certificates: Vec<CertificateId>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

/// Certificates of authorities that are trusted.
#[derive(Debug, Clone, Default)]
pub struct Authorities {
    roots: Vec<CertificateDer<'static>>,
}

impl Authorities {
    /// Reads certificates from a PEM file.
    ///
    /// # Errors
    /// Where it holds none, or one that is no certificate.
    pub fn parse(pem: &[u8]) -> Result<Self, StampError> {
        let malformed = |why: String| StampError::Malformed("the file of certificates", why);
        let mut roots = Vec::new();
        for root in CertificateDer::pem_slice_iter(pem) {
            let root = root.map_err(|error| malformed(error.to_string()))?;
            webpki::anchor_from_trusted_cert(&root)
                .map_err(|error| malformed(error.to_string()))?;
            roots.push(root.into_owned());
        }
        match roots.is_empty() {
            true => Err(malformed("there is no certificate in it".to_owned())),
            false => Ok(Self { roots }),
        }
    }
}

/// Who is asked for time-stamps, and what is believed of it.
#[derive(Debug, Clone)]
pub struct Authority {
    /// Where it is asked
    pub url: String,
    /// Certificates that its own has to lead to
    pub roots: Authorities,
    /// The same as the operator gave them (PEM)
    pub pem: String,
    /// How long one time-stamp suffices
    pub every: SignedDuration,
}

/// What a time-stamp says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// The time; the stamped text is not younger
    pub at: Timestamp,
    /// Who says so: the subject of the certificate
    pub authority: String,
    /// The number of the time-stamp at the authority, hexadecimal
    pub serial: String,
}

/// The request for a time-stamp of a text, with a number that is used once.
///
/// # Errors
/// None that a text can cause.
pub fn request(text: &str, mut nonce: [u8; 16]) -> Result<Vec<u8>, StampError> {
    // A positive number of just this length.
    nonce[0] = 0x40 | (nonce[0] & 0x3f);
    let request = Request {
        version: 1,
        imprint: imprint(text).map_err(malformed("the request"))?,
        policy: None,
        nonce: Some(Int::new(&nonce).map_err(malformed("the request"))?),
        wants_certificates: true,
    };
    request.to_der().map_err(malformed("the request"))
}

fn imprint(text: &str) -> der::Result<Imprint> {
    Ok(Imprint {
        algorithm: AlgorithmIdentifierOwned {
            oid: SHA256,
            parameters: Some(Any::null()),
        },
        hash: OctetString::new(Sha256::digest(text.as_bytes()).to_vec())?,
    })
}

fn malformed(what: &'static str) -> impl Fn(der::Error) -> StampError {
    move |error| StampError::Malformed(what, error.to_string())
}

/// Checks a time-stamp of a text: `query` is what was asked, `reply` what was answered.
///
/// # Errors
/// The first thing that does not hold.
pub fn verify(
    text: &str,
    query: &[u8],
    reply: &[u8],
    authorities: &Authorities,
) -> Result<Stamped, StampError> {
    let query = Request::from_der(query).map_err(malformed("the request"))?;
    let wanted = imprint(text).map_err(malformed("the request"))?;
    if query.imprint.hash != wanted.hash || query.imprint.algorithm.oid != SHA256 {
        return Err(StampError::Other("the request is for another text"));
    }
    let reply = Reply::from_der(reply).map_err(malformed("the answer"))?;
    if reply.status.status > 1 {
        return Err(StampError::Refused(reply.status.status));
    }
    let token = reply.token.ok_or(StampError::Other("it holds no token"))?;
    if token.content_type != SIGNED_DATA {
        return Err(StampError::Other("the token is not signed"));
    }
    let data: SignedData = token.content.decode_as().map_err(malformed("the token"))?;
    if data.encap_content_info.econtent_type != TST_INFO {
        return Err(StampError::Other("the token holds no time"));
    }
    let content = data.encap_content_info.econtent.as_ref();
    let content = content.ok_or(StampError::Other("the token holds no time"))?;
    let content: OctetString = content.decode_as().map_err(malformed("the statement"))?;
    let said = Statement::from_der(content.as_bytes()).map_err(malformed("the statement"))?;
    if said.version != 1 || said.imprint.algorithm.oid != SHA256 || said.imprint.hash != wanted.hash
    {
        return Err(StampError::Other("the time is that of another text"));
    }
    if said.nonce != query.nonce {
        return Err(StampError::Other("the number that is used once differs"));
    }
    if query.policy.is_some_and(|policy| policy != said.policy) {
        return Err(StampError::Other("it was given under another policy"));
    }
    let certificate = signed_by(&data, content.as_bytes(), &said, authorities)?;
    let at = said.time.to_unix_duration();
    let at = i64::try_from(at.as_secs()).ok();
    let at = at.and_then(|at| Timestamp::from_second(at).ok());
    Ok(Stamped {
        at: at.ok_or(StampError::Other("its time cannot be"))?,
        authority: certificate.tbs_certificate.subject.to_string(),
        serial: hex::encode(said.serial.as_bytes()),
    })
}

/// Checks who signed the statement, and gives the certificate (RFC 5652, section 5.4; RFC 3161, section 2.3).
fn signed_by(
    data: &SignedData,
    content: &[u8],
    said: &Statement,
    authorities: &Authorities,
) -> Result<Certificate, StampError> {
    let [signer] = data.signer_infos.0.as_slice() else {
        return Err(StampError::Signature("there is not one signer"));
    };
    let attribute = |what: ObjectIdentifier| attribute(signer, what);
    let kind: ObjectIdentifier = attribute(CONTENT_TYPE)?
        .decode_as()
        .map_err(malformed("the signed kind"))?;
    if kind != TST_INFO {
        return Err(StampError::Signature("it signs something else than a time"));
    }
    let digest: OctetString = attribute(MESSAGE_DIGEST)?
        .decode_as()
        .map_err(malformed("the signed hash"))?;
    if digest.as_bytes() != hashed(&signer.digest_alg.oid, content)? {
        return Err(StampError::Signature(
            "the statement is not what was signed",
        ));
    }
    let (certificate, own, others) = certificates(data, signer)?;
    is_for_time_stamps(&certificate)?;
    let named: SigningCertificate = attribute(SIGNING_CERTIFICATE_V2)?
        .decode_as()
        .map_err(malformed("the named certificate"))?;
    is_named(&named, &certificate, &own)?;

    let own = CertificateDer::from(own);
    let refused = |error: webpki::Error| StampError::Certificate(error.to_string());
    let end = webpki::EndEntityCert::try_from(&own).map_err(refused)?;
    let anchors: Result<Vec<_>, _> = authorities
        .roots
        .iter()
        .map(webpki::anchor_from_trusted_cert)
        .collect();
    end.verify_for_usage(
        webpki::ALL_VERIFICATION_ALGS,
        &anchors.map_err(refused)?,
        &others,
        UnixTime::since_unix_epoch(said.time.to_unix_duration()),
        webpki::KeyUsage::required_if_present(TIME_STAMPING_BYTES),
        None,
        None,
    )
    .map_err(refused)?;
    let signed = signer.signed_attrs.as_ref();
    let signed = signed.ok_or(StampError::Signature("nothing is signed"))?;
    let signed = signed.to_der().map_err(malformed("what is signed"))?;
    let is_signed = algorithms_of(signer)?.iter().any(|one| {
        end.verify_signature(*one, &signed, signer.signature.as_bytes())
            .is_ok()
    });
    match is_signed {
        true => Ok(certificate),
        false => Err(StampError::Signature(
            "the certificate's key did not sign it",
        )),
    }
}

/// A signed attribute that has to be there once, with one value.
fn attribute(signer: &SignerInfo, what: ObjectIdentifier) -> Result<Any, StampError> {
    let all = signer.signed_attrs.as_ref();
    let mut found = all
        .iter()
        .flat_map(|all| all.iter())
        .filter(|one| one.oid == what);
    let missing = StampError::Signature("a signed attribute is missing, or there twice");
    match (found.next(), found.next()) {
        (Some(one), None) if one.values.len() == 1 => one.values.get(0).cloned().ok_or(missing),
        _ => Err(missing),
    }
}

type Found = (Certificate, Vec<u8>, Vec<CertificateDer<'static>>);

/// The signer's certificate, as read and byte for byte, and the others of the token.
fn certificates(data: &SignedData, signer: &SignerInfo) -> Result<Found, StampError> {
    let mut own = None;
    let mut others = Vec::new();
    let there = data.certificates.as_ref().map(|all| all.0.as_slice());
    for choice in there.unwrap_or_default() {
        let CertificateChoices::Certificate(one) = choice else {
            continue;
        };
        let bytes = one.to_der().map_err(malformed("a certificate"))?;
        let is_own = match &signer.sid {
            SignerIdentifier::IssuerAndSerialNumber(named) => {
                named.issuer == one.tbs_certificate.issuer
                    && named.serial_number == one.tbs_certificate.serial_number
            }
            SignerIdentifier::SubjectKeyIdentifier(_) => false,
        };
        match is_own {
            true => own = Some((one.clone(), bytes)),
            false => others.push(CertificateDer::from(bytes)),
        }
    }
    let missing = || StampError::Certificate("it is not in the token".to_owned());
    let (certificate, bytes) = own.ok_or_else(missing)?;
    Ok((certificate, bytes, others))
}

/// Whether the statement names just this certificate (RFC 5816, section 2.2.1).
fn is_named(
    named: &SigningCertificate,
    certificate: &Certificate,
    bytes: &[u8],
) -> Result<(), StampError> {
    let Some(first) = named.certificates.first() else {
        return Err(StampError::Signature("it names no certificate"));
    };
    let algorithm = first.algorithm.as_ref().map_or(SHA256, |named| named.oid);
    let is_same = hashed(&algorithm, bytes)? == first.hash.as_bytes();
    let own = &certificate.tbs_certificate;
    let is_issued = first.issuer.as_ref().is_none_or(|named| {
        named.serial == own.serial_number
            && matches!(named.issuer.as_slice(), [GeneralName::DirectoryName(name)] if *name == own.issuer)
    });
    match is_same && is_issued {
        true => Ok(()),
        false => Err(StampError::Signature("it names another certificate")),
    }
}

/// Whether the certificate is for time-stamps and nothing else, critically (RFC 3161, section 2.3).
fn is_for_time_stamps(certificate: &Certificate) -> Result<(), StampError> {
    let extensions = certificate.tbs_certificate.extensions.iter().flatten();
    let mut usages = extensions.filter(|one| one.extn_id == EXTENDED_KEY_USAGE);
    let is_only = match (usages.next(), usages.next()) {
        (Some(usage), None) if usage.critical => {
            let usage = ExtendedKeyUsage::from_der(usage.extn_value.as_bytes());
            usage.is_ok_and(|usage| usage.0 == [TIME_STAMPING])
        }
        _ => false,
    };
    let what = || StampError::Certificate("it is not for time-stamps alone".to_owned());
    is_only.then_some(()).ok_or_else(what)
}

fn hashed(algorithm: &ObjectIdentifier, bytes: &[u8]) -> Result<Vec<u8>, StampError> {
    match *algorithm {
        SHA256 => Ok(Sha256::digest(bytes).to_vec()),
        SHA384 => Ok(sha2::Sha384::digest(bytes).to_vec()),
        SHA512 => Ok(sha2::Sha512::digest(bytes).to_vec()),
        _ => Err(StampError::Signature(
            "it hashes in a way that is not accepted",
        )),
    }
}

/// The ways to check a signature that its names allow.
fn algorithms_of(
    signer: &SignerInfo,
) -> Result<Vec<&'static dyn SignatureVerificationAlgorithm>, StampError> {
    let (signs, hashes) = (signer.signature_algorithm.oid, signer.digest_alg.oid);
    Ok(match (signs, hashes) {
        (RSA | RSA_SHA256, SHA256) => vec![algorithms::RSA_PKCS1_2048_8192_SHA256],
        (RSA | RSA_SHA384, SHA384) => vec![algorithms::RSA_PKCS1_2048_8192_SHA384],
        (RSA | RSA_SHA512, SHA512) => vec![algorithms::RSA_PKCS1_2048_8192_SHA512],
        (ECDSA_SHA256, SHA256) => {
            vec![algorithms::ECDSA_P256_SHA256, algorithms::ECDSA_P384_SHA256]
        }
        (ECDSA_SHA384, SHA384) => {
            vec![algorithms::ECDSA_P256_SHA384, algorithms::ECDSA_P384_SHA384]
        }
        (ED25519, SHA512) => vec![algorithms::ED25519],
        _ => {
            return Err(StampError::Signature(
                "it is signed in a way that is not accepted",
            ));
        }
    })
}
