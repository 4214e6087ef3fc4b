/**
 * What is known about a call without listening: call id, start time, agent, customer number, direction, queue, read from
 * object metadata, a JSON sidecar, or the key by a naming convention. What cannot be read stays unknown; nothing is guessed.
 */
@NullMarked
package dev.callsift.pipeline.metadata;

import org.jspecify.annotations.NullMarked;
