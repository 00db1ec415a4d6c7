// What is taken for a secret, and what is not: made-up keys of many vendors, and sentences of a log of work.
import { describe, expect, test } from "vitest";
import { findSecret, maskSecrets } from "../../../src/domain/scalars/secret.ts";

/** Made up, and put together here, so that no scanner takes this file for a leak. */
const ALPHABET = "q7Xb2KfR9mZt4WcL8vNh3JyP6sGd5Ta1eUoB0iQk";
const some = (length: number) => ALPHABET.repeat(Math.ceil(length / ALPHABET.length)).slice(0, length);
const hex = (length: number) => "9f3ab07c4e51d286".repeat(Math.ceil(length / 16)).slice(0, length);
const upper = (length: number) => some(length).toUpperCase();
const uuid = "3f9a1c2e-7b4d-4e8a-9c1f-6d2b8a0e4f57";
const of = (...parts: readonly string[]) => parts.join("");

const KEYS: readonly (readonly [what: string, text: string])[] = [
  ["AWS access key", of("AKIA", "Q7XB2KFR9MZT4WCL")],
  ["AWS session key", of("ASIA", "Q7XB2KFR9MZT4WCL")],
  ["AWS secret by its name", of("aws_secret_access_key = ", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")],
  ["GitHub, classic", of("ghp_", some(36))],
  ["GitHub, fine-grained", of("github_pat_", some(22), "_", some(59))],
  ["GitLab", of("glpat-", some(20))],
  ["GitLab runner", of("glrt-", some(20))],
  ["Bitbucket", of("ATBB", some(32))],
  ["Atlassian", of("ATATT3xFfGF0", some(80))],
  ["OpenAI, old", of("sk-", some(48))],
  ["OpenAI, project", of("sk-proj-", some(40), "_", some(20))],
  ["OpenAI, service account", of("sk-svcacct-", some(48))],
  ["Anthropic", of("sk-ant-", "api03-", some(90), "AA")],
  ["OpenRouter", of("sk-or-", "v1-", hex(64))],
  ["Groq", of("gsk_", some(52))],
  ["xAI", of("xai-", some(80))],
  ["Replicate", of("r8_", some(37))],
  ["Perplexity", of("pplx-", some(48))],
  ["Nvidia", of("nvapi-", some(64))],
  ["Together", of("tgp_v1_", some(43))],
  ["Pinecone", of("pcsk_", some(6), "_", some(60))],
  ["LangSmith", of("lsv2_pt_", hex(32), "_", hex(10))],
  ["Langfuse", of("sk-lf-", uuid)],
  ["Hugging Face", of("hf_", some(34))],
  ["Tavily", of("tvly-", some(32))],
  ["Databricks", of("dapi", hex(32))],
  ["Google", of("AIza", some(35))],
  ["Google OAuth", of("GOCSPX-", some(28))],
  ["Google access token", of("ya29.", some(60))],
  ["Azure client secret", of("aB3", "8Q~", some(34))],
  ["Azure storage", of("AccountName=poc;AccountKey=", some(86), "==")],
  ["Azure OpenAI", of("api-key: ", hex(32))],
  ["Azure service bus", of("Endpoint=sb://poc.example.net/;SharedAccessKey=", some(43), "=")],
  ["Slack bot", of("xoxb-", "123456789012-", some(24))],
  ["Slack app", of("xapp-1-", "A0123456789-1234567890123-", hex(64))],
  ["Slack webhook", of("https://hooks.slack.com/services/", "T01234567/B01234567/", some(24))],
  ["Discord bot", of("M", some(25), ".", some(6), ".", some(38))],
  ["Telegram", of("1234567890:AA", some(33))],
  ["Twilio", of("SK", hex(32))],
  ["SendGrid", of("SG.", some(22), ".", some(43))],
  ["Mailgun", of("key-", hex(32))],
  ["Mailchimp", of(hex(32), "-us12")],
  ["Stripe", of("sk_live_", some(24))],
  ["Stripe, test", of("sk_test_", some(24))],
  ["Stripe webhook", of("whsec_", some(32))],
  ["Shopify", of("shpat_", hex(32))],
  ["Square", of("sq0atp-", some(22))],
  ["npm", of("npm_", some(36))],
  ["PyPI", of("pypi-AgEIcHlwaS5vcmc", some(60))],
  ["Docker Hub", of("dckr_pat_", some(27))],
  ["DigitalOcean", of("dop_v1_", hex(64))],
  ["Heroku by its name", of("HEROKU_API_KEY=", uuid)],
  ["Vault", of("hvs.", some(95))],
  ["Doppler", of("dp.pt.", some(43))],
  ["Terraform", of(some(14), ".atlasv1.", some(66))],
  ["Grafana", of("glsa_", some(32), "_", hex(8))],
  ["New Relic", of("NRAK-", upper(27))],
  ["Sentry", of("sntrys_eyJ", some(60))],
  ["Notion", of("ntn_", some(46))],
  ["Linear", of("lin_api_", some(40))],
  ["Figma", of("figd_", some(40))],
  ["Airtable", of("pat", some(14), ".", hex(64))],
  ["HubSpot", of("pat-na1-", uuid)],
  ["Supabase", of("sbp_", hex(40))],
  ["Postman", of("PMAK-", hex(24), "-", hex(34))],
  ["Cohere by its name", of("COHERE_API_KEY=", some(40))],
  ["Mistral by its name", of("MISTRAL_API_KEY: ", some(32))],
  ["a token in quotes", of('"access_token": "', some(40), '"')],
  ["a client secret", of("client_secret=", some(32))],
  ["a flag of a command", of("deploy --api-key ", some(32))],
  ["a token of npm's file", of("//registry.example.com/:_authToken=", uuid)],
  ["password=", "password=hunter2"],
  ["password: in YAML", "password: Sommer2026x"],
  ["password of letters", "DB_PASSWORD=correcthorsebattery"],
  ["password in a connection string", "Server=db;Uid=poc;Pwd=S3cret_pw;"],
  ["password in a sentence", "the password is Tr0ub4dor&3"],
  ["password of a command", "psql --password s3cretPw99"],
  ["password for curl", of("curl -u ", "ana:s3cret99 https://example.com")],
  ["bearer", of("Authorization: Bearer ", some(40))],
  ["bearer alone", of("we sent Bearer ", some(40))],
  ["basic", of("Authorization: Basic ", "YW5hOnMzY3JldHB3OTk=")],
  ["a header", of("X-Api-Key: ", some(24))],
  ["a cookie", of("Cookie: session=", some(40))],
  ["URL with a password", of("postgres://poc:", "S3cretPw@db.internal:5432/poc")],
  ["URL with a weak password", of("https://ana:", "letmein@example.com/x")],
  ["URL of redis", of("redis://:", "s3cretpw@cache:6379/0")],
  [
    "SAS",
    of(
      "https://a.blob.core.windows.net/c/f?sv=2024-11-04&se=2026-12-31&sp=r&sig=",
      "q7Xb2KfR9mZt4WcL%2F8vNh3JyP6sGd5Ta1eUo%3D",
    ),
  ],
  ["presigned by AWS", of("https://b.s3.amazonaws.com/k?X-Amz-Expires=3600&X-Amz-Signature=", hex(64))],
  ["presigned by Google", of("https://storage.googleapis.com/b/k?X-Goog-Signature=", hex(128))],
  [
    "presigned, old",
    of("https://b.s3.amazonaws.com/k?AWSAccessKeyId=x&Expires=1&Signature=", "q7Xb2KfR9mZt4WcL8vNh%3D"),
  ],
  ["token in an address", of("https://example.com/hook?token=", some(32))],
  ["private key", of("-----BEGIN ", "OPENSSH PRIVATE KEY-----\n", some(60))],
  ["PGP key", of("-----BEGIN ", "PGP PRIVATE KEY BLOCK-----")],
  ["age key", of("AGE-SECRET-KEY-1", upper(58))],
  ["JWT", of("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxMjM0NTY3ODkwIn0.", some(43))],
];

describe("a secret is found and masked", () => {
  test.each(KEYS)("%s", (_, text) => {
    expect(findSecret(text)).toBeDefined();
    const sentence = `Tried it with ${text} and it ran`;
    expect(findSecret(sentence)).toBeDefined();
    const masked = maskSecrets(sentence);
    expect(masked).toContain("[masked: ");
    expect(findSecret(masked)).toBeUndefined();
    expect(masked.startsWith("Tried it with ")).toBe(true);
  });
});

const PLAIN = [
  "Reranker on, k=8. Clear gain on multi-hop questions.",
  "22 of 200 answers wrong on safety-critical intents, down from 41.",
  "Two hours with security: no blocker, but they want the traces deleted after 30 days.",
  "Nothing worked today; the vendor's endpoint timed out from 9:40 to 14:10.",
  "Spent 12.40 EUR on tokens, most of it on long contexts.",
  "We agreed to log every run before lunch.",
  "The password reset flow is out of scope.",
  "Tokens per answer went from 1,240 to 810.",
  "The API key for staging was rotated by the platform team on Tuesday.",
  "Marta asked whether the secret of the good numbers is the easy questions.",
  "Authorization is handled by the gateway, not by us.",
  "Key finding: half of the errors come from tables.",
  "Ana's laptop ran out of disk; moved the index to /data/poc/index.",
  "Switched from gpt-4.1-2025-04-14 to claude-sonnet-4-20250514 for judging.",
  "See https://wiki.example.com/minutes/12 for the decision.",
  "Ticket SEC-118 is closed; the privacy officer signed.",
  "Evaluated 175 cases in 20 groups, three reviewers each.",
  "Median latency 1.9 s, 95th percentile 4.2 s.",
  "Prompt version 7, temperature 0.2, seed 42.",
  "The private key handling of the vendor still has to be looked at.",
  "Bearer of bad news: recall dropped to 61%.",
  "Cleaned the corpus: 312 duplicates and 17 empty files removed.",
  "Costs an answer 4.6 cents, 5.2 cents a successful one.",
  "The token limit of 8,192 cuts one document in nine.",
  "Session with five users from Graz; two of them came back.",
  "We need credentials for the test system by Thursday.",
  "Commit 9f86d08 has the fix; run 17 confirms it.",
  "Basic retrieval beats the search box by 9 points.",
  "Meeting moved to 2026-12-02 14:30, room Key West.",
  "Stopped early: the data set contained the answers.",
];

const CONTRIVED = [
  "Arm sk-answer-with-citations-and-sources-v2 wins over sk-baseline-without-any-sources-v1",
  "sk-learn-pipeline-with-gradient-boosting-2026-11-25",
  "hf_hub_download_retry_policy_of_2026_11_25_run_3",
  "pa-reranker-large-with-citations-2026",
  "max_tokens=4096 and stop_token=END_OF_TURN_2, eos_token=<|endoftext|>",
  "cache_key=prompt-v7-temperature-02-2026-11-25",
  "cache key: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 of the data set",
  "commit 3f786850e387550fdab836ed7e6dc881de23001b fixes it",
  `request ${uuid} timed out`,
  "primary_key=customer_id_2026 and foreign_key=order_line_17b4",
  "OPENAI_API_KEY=$OPENAI_API_KEY poc-runner --eval wrong-rate",
  'api_key = os.environ["OPENAI_API_KEY"]',
  "Set ANTHROPIC_API_KEY=<your key> before you run it",
  "export HF_TOKEN=hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  "the form asks for password=required, username=optional",
  "password: at least 12 characters, no reuse",
  "password is case-sensitive in the vendor's portal",
  "Authorization: Bearer <token> is what the docs show",
  "the header is Authorization: Bearer ${TOKEN}",
  "connect with postgres://user:password@localhost:5432/db as in the README",
  "http://localhost:8080/runs/17?key=wrong-rate&arm=reranker-k8",
  "https://docs.google.com/document/d/1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT1uV2wX3yZ4aB5c/edit?usp=sharing",
  "https://github.com/acme/poc/blob/3f786850e387550fdab836ed7e6dc881de23001b/src/rag.py#L10-L42",
  "chatcmpl-9aBcDeFgHiJkLmNoPqRsTuVwXyZ01 and msg_01XFDUDYJgAACzvnptvVoYEL disagree",
  "integrity sha512-q7Xb2KfR9mZt4WcL8vNh3JyP6sGd5Ta1eUoB0iQkq7Xb2KfR9mZt4WcL8vNh3JyP6sGd5Ta1eUoB0iQk==",
  "risk-based sampling, task-oriented prompts, disk-backed-index-with-quantisation",
  "models/llama-3.3-70b-instruct-q4_k_m.gguf and qwen2.5-coder-32b-instruct-awq",
  "arn:aws:secretsmanager:eu-central-1:123456789012:secret:poc/vendor-AbCdEf holds it",
  "key takeaway: retrieval-augmented-generation-with-reranker beats fine-tuning",
  "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7 ana@laptop",
  "token: gpt-4.1-2025-04-14 counts them otherwise than o200k_base",
];

describe("talk of keys and long names is no secret", () => {
  test.each([...PLAIN, ...CONTRIVED])("%s", (text) => {
    expect(findSecret(text)).toBeUndefined();
    expect(maskSecrets(text)).toBe(text);
  });
});
