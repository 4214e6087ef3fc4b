/**
 * What an utterance means, beyond its words: vectors of a pretrained sentence encoder, in which what is said in other words lies close
 * together, and linear models of the codes over them.
 */
@NullMarked
package dev.callsift.models.meaning;

import org.jspecify.annotations.NullMarked;
