#!/usr/bin/env bash
# Publishes the contracts of one version of a consumer. When: on every merge, after the consumer's tests have written them.
# Run in the repository's top folder.
#
#   PACT_BROKER_BASE_URL  the broker
#   PACT_BROKER_TOKEN     optional: a bearer token (the client reads it by itself)
#   PACTICIPANT           the consumer's name
#   VERSION               optional: what the contracts belong to; the commit
#   BRANCH                optional: its branch; the one that is checked out
#   CONTRACTS             optional: the contract files, names or globs; contracts/$PACTICIPANT-*.json
#   BUILD_URL             optional: a link to this build
set -euo pipefail
: "${PACT_BROKER_BASE_URL:?is the address of the broker}"
: "${PACTICIPANT:?is the name of the consumer}"
VERSION=${VERSION:-${GITHUB_SHA:-$(git rev-parse HEAD)}}
BRANCH=${BRANCH:-${GITHUB_HEAD_REF:-${GITHUB_REF_NAME:-$(git branch --show-current)}}}
export PATH="$PWD/node_modules/.bin:$PATH" PACT_DO_NOT_TRACK=true

# All the files of one call get the same version: another consumer's have to stay out. Unquoted, so that the shell finds them.
pact-broker publish ${CONTRACTS:-contracts/$PACTICIPANT-*.json} \
  --consumer-app-version "$VERSION" --branch "$BRANCH" ${BUILD_URL:+--build-url "$BUILD_URL"}
