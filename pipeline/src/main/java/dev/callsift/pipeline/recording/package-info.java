/**
 * The first stage: recordings as they lie in object storage (S3 or a folder), never changed, and the documents callsift
 * writes beside them. In goes the configuration of a store, out come {@link
 * dev.callsift.pipeline.recording.RecordingObject}s and their bodies. Only this package knows the MinIO client, and nothing
 * here opens a recording as audio.
 */
@NullMarked
package dev.callsift.pipeline.recording;

import org.jspecify.annotations.NullMarked;
