/**
 * The batch job that moves every recording through the stages, one step per stage, restartable at any point. Only this
 * package knows Spring Batch; the stages do not know that a job runs them.
 */
@NullMarked
package dev.callsift.pipeline.job;

import org.jspecify.annotations.NullMarked;
