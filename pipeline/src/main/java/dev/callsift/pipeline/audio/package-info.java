/**
 * The audio stage: a recording file in any call format goes in, speech segments per speaker at the speech model's rate come
 * out, streamed, so that memory does not grow with the length of a call. Only this package knows FFmpeg; nothing here
 * knows what the words are.
 */
@NullMarked
package dev.callsift.pipeline.audio;

import org.jspecify.annotations.NullMarked;
