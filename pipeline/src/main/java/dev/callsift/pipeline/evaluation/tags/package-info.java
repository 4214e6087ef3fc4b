/** How good tags are, and what changes to what, beside labels that people gave: in go labelled texts and calls, out come figures. */
@NullMarked
package dev.callsift.pipeline.evaluation.tags;

import org.jspecify.annotations.NullMarked;
