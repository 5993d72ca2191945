#!/usr/bin/env bash
# Verifies a provider against the contracts in the broker and publishes the results; exit code 1 when it breaks one.
# When: on every change of the provider, and when a consumer has published new content (webhook, or else a schedule).
# Run in the repository's top folder.
#
#   PACT_BROKER_BASE_URL  the broker
#   PACT_BROKER_TOKEN     optional: a bearer token (the verification reads it by itself)
#   PACTICIPANT           the provider's name
#   VERSION               optional: what is verified; the commit
#   BRANCH                optional: its branch; the one that is checked out
#   PACT_URL              optional: verify this one contract (what a webhook asks for) instead of all that the broker selects
#   VERIFY                optional: the command that verifies; node providers/$PACTICIPANT/verify.ts
#   BUILD_URL             optional: a link to this build
set -euo pipefail
: "${PACT_BROKER_BASE_URL:?is the address of the broker}"
: "${PACTICIPANT:?is the name of the provider}"
export PROVIDER_VERSION=${VERSION:-${GITHUB_SHA:-$(git rev-parse HEAD)}}
export PROVIDER_BRANCH=${BRANCH:-${GITHUB_HEAD_REF:-${GITHUB_REF_NAME:-$(git branch --show-current)}}}
export PATH="$PWD/node_modules/.bin:$PATH" PUBLISH_RESULTS=true PACT_DO_NOT_TRACK=true

# Unquoted: a command and its arguments.
exec ${VERIFY:-node "providers/$PACTICIPANT/verify.ts"}
