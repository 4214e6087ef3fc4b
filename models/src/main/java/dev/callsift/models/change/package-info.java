/**
 * What a change leads to: of all the values that a call names for it ("medium", "large", "the eight"), which one is settled on, and which one
 * was there before. Learned from calls in which both are marked.
 */
@NullMarked
package dev.callsift.models.change;

import org.jspecify.annotations.NullMarked;
