/**
 * The transcript stage: speech segments become words with times, confidence and speaker, recognized by Vosk in a child
 * process, and a versioned JSON document. Only this package knows Vosk, and only inside the child process.
 */
@NullMarked
package dev.callsift.pipeline.transcript;

import org.jspecify.annotations.NullMarked;
