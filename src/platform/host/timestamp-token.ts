// RFC 3161 tokens are read with the schemas of @peculiar/asn1-*, and their signatures checked with Node's own crypto:
// no network, and no list of authorities. Whether an authority is to be trusted is for the reader of the memo.

import { createHash, timingSafeEqual, verify, X509Certificate } from "node:crypto";
import { ContentInfo, id_signedData, SignedData, type SignerInfo } from "@peculiar/asn1-cms";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { id_ct_tstInfo, TimeStampResp, TSTInfo } from "@peculiar/asn1-tsp";
import type { TimestampReading } from "../../app/ports/ports.ts";

const SHA256 = "2.16.840.1.101.3.4.2.1";
const DIGESTS: Readonly<Record<string, string>> = {
  "1.3.14.3.2.26": "sha1",
  [SHA256]: "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
/** The attributes that name the certificate by its hash (RFC 2634 and RFC 5035), and the hashes they may use. */
const SIGNING_CERTIFICATES: readonly (readonly [type: string, digests: readonly string[]])[] = [
  ["1.2.840.113549.1.9.16.2.12", ["sha1"]],
  ["1.2.840.113549.1.9.16.2.47", ["sha256", "sha384", "sha512"]],
];
const RSA_PSS = "1.2.840.113549.1.1.10";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
/** PKIStatus: granted, and granted with changes. */
const GRANTED: readonly number[] = [0, 1];

/** Why a file is no token whose word counts. */
class Unfit extends Error {}

/** What a time-stamp token says, where its own signature holds: a response of an authority, or the token alone. */
export function readTimestamp(bytes: Uint8Array): TimestampReading {
  try {
    return { ok: true, token: tokenOf(bytes) };
  } catch (fault) {
    if (fault instanceof Unfit) return { ok: false, why: fault.message };
    return { ok: false, why: "it is not a time-stamp response (RFC 3161)" };
  }
}

function tokenOf(bytes: Uint8Array): Extract<TimestampReading, { readonly ok: true }>["token"] {
  const signed = signedDataOf(bytes);
  const content = signed.encapContentInfo.eContent?.single?.buffer;
  if (signed.encapContentInfo.eContentType !== id_ct_tstInfo || content === undefined)
    throw new Unfit("it stamps nothing");
  const info = AsnConvert.parse(content, TSTInfo);
  if (info.messageImprint.hashAlgorithm.algorithm !== SHA256)
    throw new Unfit("it stamps a hash that is not sha256; request one with sha256");
  const [signer] = signed.signerInfos;
  if (signer === undefined || signed.signerInfos.length !== 1) throw new Unfit("it is not signed by one authority");
  const certificate = signerCertificate(signed, signer);
  requireSignature(signer, content, certificate);
  return {
    epochMs: info.genTime.getTime(),
    sha256: Buffer.from(info.messageImprint.hashedMessage.buffer).toString("hex"),
    authority: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
  };
}

function signedDataOf(bytes: Uint8Array): SignedData {
  const content = contentInfoOf(bytes);
  if (content.contentType !== id_signedData) throw new Unfit("it is not signed");
  return AsnConvert.parse(content.content, SignedData);
}

/** A response holds a status before the token; a token that was taken out of one does not. */
function contentInfoOf(bytes: Uint8Array): ContentInfo {
  let response: TimeStampResp;
  try {
    response = AsnConvert.parse(bytes, TimeStampResp);
  } catch {
    return AsnConvert.parse(bytes, ContentInfo);
  }
  if (!GRANTED.includes(response.status.status)) throw new Unfit("the authority refused to stamp it");
  if (response.timeStampToken === undefined) throw new Unfit("it contains no token");
  return AsnConvert.parse(AsnConvert.serialize(response.timeStampToken), ContentInfo);
}

function signerCertificate(signed: SignedData, { sid }: SignerInfo): X509Certificate {
  const found = (signed.certificates ?? []).flatMap((choice) =>
    choice.certificate === undefined
      ? []
      : [new X509Certificate(Buffer.from(AsnConvert.serialize(choice.certificate)))],
  );
  if (found.length === 0) throw new Unfit("it contains no certificate; ask for one with `openssl ts -query -cert`");
  const serial = sid.issuerAndSerialNumber?.serialNumber;
  const wanted = serial === undefined ? undefined : Buffer.from(serial).toString("hex");
  const own = found.find(({ serialNumber }) => wanted === undefined || sameSerial(serialNumber, wanted));
  if (own === undefined) throw new Unfit("it does not contain the certificate that it is signed with");
  if (!(own.keyUsage ?? []).includes(TIME_STAMPING)) throw new Unfit("its certificate is not one for time stamps");
  return own;
}

function sameSerial(a: string, b: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/^0+/, "");
  return bare(a) === bare(b);
}

/** The signature is over the attributes, and one of those is the hash of what was stamped. */
function requireSignature(signer: SignerInfo, content: ArrayBuffer, certificate: X509Certificate): void {
  const digest = DIGESTS[signer.digestAlgorithm.algorithm];
  if (digest === undefined || signer.signatureAlgorithm.algorithm === RSA_PSS)
    throw new Unfit("it is signed by a method that is not read here; openssl ts -verify reads more");
  const attributes = signer.signedAttrs ?? [];
  const valueOf = (type: string) => attributes.find((one) => one.attrType === type)?.attrValues[0];
  const stated = valueOf(MESSAGE_DIGEST);
  if (stated === undefined || valueOf(CONTENT_TYPE) === undefined)
    throw new Unfit("its signature does not cover what it stamps");
  const hash = createHash(digest).update(Buffer.from(content)).digest();
  const said = Buffer.from(AsnConvert.parse(stated, OctetString).buffer);
  if (said.length !== hash.length || !timingSafeEqual(said, hash))
    throw new Unfit("it was changed after it was signed");
  const named = SIGNING_CERTIFICATES.some(([type, digests]) => {
    const value = valueOf(type);
    return value !== undefined && digests.some((name) => Buffer.from(value).includes(octets(name, certificate)));
  });
  if (!named) throw new Unfit("it names another certificate than the one that it contains");
  const covered = derSet(attributes.map((one) => Buffer.from(AsnConvert.serialize(one))));
  const signature = Buffer.from(signer.signature.buffer);
  if (!verify(digest, covered, certificate.publicKey, signature)) throw new Unfit("its signature is not valid");
}

/** The hash of a certificate as it is written within an attribute: an octet string with its length. */
function octets(digest: string, { raw }: X509Certificate): Buffer {
  const hash = createHash(digest).update(raw).digest();
  return Buffer.concat([Buffer.from([0x04, hash.length]), hash]);
}

/** What is signed (RFC 5652, section 5.4): the attributes as a set in DER, which orders them by their bytes. */
function derSet(items: readonly Buffer[]): Buffer {
  const body = Buffer.concat([...items].sort(Buffer.compare));
  const size = body.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([0x31, ...length]), body]);
}

/** `Example TSA`: the common name, else the first line of what is there. */
function nameOf(subject: string): string {
  const lines = subject.split("\n");
  const common = lines.find((one) => one.startsWith("CN="));
  return (common?.slice(3) ?? lines[0] ?? "").slice(0, 120);
}
