/** What reviewers say of a call's tags. A verdict is added, never changed; the machine never overwrites one. */
@NullMarked
package dev.callsift.pipeline.verdict;

import org.jspecify.annotations.NullMarked;
