#!/usr/bin/env bash
# Publishes the contracts of one version of a consumer. When: on every merge, after the consumer's tests have written them.
# Runs in any folder, of any repository.
#
#   PACT_BROKER_BASE_URL  the broker
#   PACT_BROKER_TOKEN     optional: a bearer token (the client reads it by itself, and PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD)
#   PACTICIPANT           the consumer's name
#   VERSION               optional: what the contracts belong to; the commit that the CI names, or that is checked out
#   BRANCH                optional: its branch; the one that the CI names, or that is checked out
#   CONTRACTS             optional: a folder that has the contracts as $PACTICIPANT-*.json, or names and globs of files; the first
#                         argument, or else contracts or pacts, in this folder or in the top folder of its repository
#   BUILD_URL             optional: a link to this build
set -euo pipefail
: "${PACT_BROKER_BASE_URL:?is the address of the broker}"
: "${PACTICIPANT:?is the name of the consumer}"
if [ -z "${VERSION:-}" ] && [ "${GITHUB_EVENT_NAME:-}" = pull_request ]; then
  echo "$0: set VERSION to \${{ github.event.pull_request.head.sha }}: a pull request is built at a merge commit that is never deployed." >&2
  exit 1
fi
VERSION=${VERSION:-${GITHUB_SHA:-${CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-${CI_COMMIT_SHA:-${SYSTEM_PULLREQUEST_SOURCECOMMITID:-${BUILD_SOURCEVERSION:-$(git rev-parse HEAD 2> /dev/null || true)}}}}}}
: "${VERSION:?is the version, usually a commit; set it, as there is no commit in $PWD}"
# A checkout of a CI is of a commit, not of a branch: which one it belongs to, only the CI knows. A tag is no branch.
if [ "${GITHUB_REF_TYPE:-}" = tag ]; then unset GITHUB_REF_NAME; fi
if [ -n "${CI_COMMIT_TAG:-}" ]; then unset CI_COMMIT_REF_NAME; fi
if [ -n "${BUILD_SOURCEBRANCH:-}" ]; then unset BUILD_SOURCEBRANCHNAME; fi
for name in GITHUB_HEAD_REF GITHUB_REF_NAME CI_MERGE_REQUEST_SOURCE_BRANCH_NAME CI_COMMIT_REF_NAME SYSTEM_PULLREQUEST_SOURCEBRANCH \
  BUILD_SOURCEBRANCH BUILD_SOURCEBRANCHNAME CHANGE_BRANCH BRANCH_NAME CIRCLE_BRANCH BITBUCKET_BRANCH BUILDKITE_BRANCH; do
  value=${!name:-}
  case "${value#refs/heads/}" in refs/*) ;; *) BRANCH=${BRANCH:-${value#refs/heads/}} ;; esac
done
BRANCH=${BRANCH:-$(git symbolic-ref --quiet --short HEAD 2> /dev/null || true)}
: "${BRANCH:?is the branch of this version; set it, as $PWD is on no branch, and no variable of a CI names one}"
# The official client: installed in this folder or one above it, where this script lies, or wherever PATH leads.
bins='' folder=$PWD
while [ -n "$folder" ]; do bins+="$folder/node_modules/.bin:" folder=${folder%/*}; done
export PATH="$bins$(dirname "$0")/../../node_modules/.bin:$PATH" PACT_DO_NOT_TRACK=true
if ! command -v pact-broker > /dev/null; then
  echo "$0: the official client is missing. Install it with npm install --save-dev @pact-foundation/pact-cli." >&2
  exit 127
fi

# All the files of one call get the same version: another consumer's have to stay out.
shopt -s nullglob
contracts=${1:-${CONTRACTS:-}}
if [ -z "$contracts" ]; then
  top=$(git rev-parse --show-toplevel 2> /dev/null || pwd)
  for contracts in contracts pacts "$top/contracts" "$top/pacts"; do
    found=("$contracts/$PACTICIPANT"-*.json)
    if [ "${#found[@]}" -gt 0 ]; then break; fi
  done
elif [ -d "$contracts" ]; then
  found=("$contracts/$PACTICIPANT"-*.json)
else
  # Unquoted, so that the shell finds them.
  found=($contracts)
fi
if [ "${#found[@]}" -eq 0 ]; then
  echo "$0: there are no contracts of $PACTICIPANT (${1:-${CONTRACTS:-contracts/$PACTICIPANT-*.json or pacts/$PACTICIPANT-*.json}}) in $PWD." \
    "Run the consumer's tests first, or set CONTRACTS to the folder that they write to." >&2
  exit 1
fi

exec pact-broker publish "${found[@]}" \
  --consumer-app-version "$VERSION" --branch "$BRANCH" ${BUILD_URL:+--build-url "$BUILD_URL"}
