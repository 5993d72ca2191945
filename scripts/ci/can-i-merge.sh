#!/usr/bin/env bash
# The gate before a merge: exit code 0 when this version works with the main branch of everything that it has to do with, 1 when it
# does not or nobody knows. When: on a pull request, after its contracts were published or verified.
# Run in the repository's top folder.
#
#   PACT_BROKER_BASE_URL  the broker
#   PACT_BROKER_TOKEN     optional: a bearer token (the client reads it by itself)
#   PACTICIPANT           what is to be merged
#   VERSION               optional: its version; the commit
#   RETRIES               optional: how often to ask again while a verification is still missing; 12
#   RETRY_INTERVAL        optional: seconds between two questions; 10
set -euo pipefail
: "${PACT_BROKER_BASE_URL:?is the address of the broker}"
: "${PACTICIPANT:?is the name of what is to be merged}"
VERSION=${VERSION:-${GITHUB_SHA:-$(git rev-parse HEAD)}}
export PATH="$PWD/node_modules/.bin:$PATH" PACT_DO_NOT_TRACK=true

exec pact-broker can-i-merge --pacticipant "$PACTICIPANT" --version "$VERSION" \
  --retry-while-unknown "${RETRIES:-12}" --retry-interval "${RETRY_INTERVAL:-10}"
