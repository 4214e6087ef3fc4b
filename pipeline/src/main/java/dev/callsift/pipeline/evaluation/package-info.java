/**
 * How good and how fast callsift is: word error rates against known words, what recognizing costs beside a plain loop, and what
 * tagging costs. In go recordings and their ground truth, out come figures. Nothing here is part of a run.
 */
@NullMarked
package dev.callsift.pipeline.evaluation;

import org.jspecify.annotations.NullMarked;
