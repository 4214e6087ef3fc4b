/**
 * What reviewers say of a call and its tags. A verdict is added, never changed; the machine never overwrites one: the stored tags
 * stay the machine's, and {@link dev.callsift.pipeline.verdict.ReviewedTags} puts both together wherever tags are indexed or shown.
 */
@NullMarked
package dev.callsift.pipeline.verdict;

import org.jspecify.annotations.NullMarked;
