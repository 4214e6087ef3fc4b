#!/bin/sh
# Installs MinIO's server, which the tests run against, from its source with `go install`. Does nothing where it is there.
# Takes a few minutes once. Without it the tests use an embedded S3 server, except in CI, where it must be there.
set -eu

# The release the tests were written against.
version=v0.0.0-20260212201848-7aac2a2c5b7c

if command -v minio >/dev/null 2>&1; then
  echo "MinIO is installed: $(command -v minio)"
  exit 0
fi
if ! command -v go >/dev/null 2>&1; then
  echo "MinIO's server is built with Go, and there is no go on the path. Install Go (https://go.dev/dl/) and run this again." >&2
  exit 1
fi
folder=$(go env GOBIN)
[ -n "$folder" ] || folder=$(go env GOPATH)/bin
if [ -x "$folder/minio" ]; then
  echo "MinIO is installed: $folder/minio"
  exit 0
fi
echo "Building MinIO $version into $folder (a few minutes)..."
go install "github.com/minio/minio@$version"
"$folder/minio" --version
