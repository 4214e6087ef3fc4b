/**
 * The index stage: one Lucene document per call, built from its transcript and tags. All words of a call share one position
 * space, and every position maps to a time. The index holds nothing that cannot be rebuilt from the stored documents.
 */
@NullMarked
package dev.callsift.pipeline.index;

import org.jspecify.annotations.NullMarked;
