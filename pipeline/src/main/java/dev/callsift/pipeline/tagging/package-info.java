/**
 * The tagging stage: a transcript goes in, tags come out, each with the words, the speaker and the second that show it.
 * Rules are data in the models module; nothing here hard-codes a code.
 */
@NullMarked
package dev.callsift.pipeline.tagging;

import org.jspecify.annotations.NullMarked;
