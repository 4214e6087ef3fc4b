/**
 * What an utterance is about, learned from examples: OpenNLP document categorizers, one for each code, over the customer's words
 * and the agent's words before them; and the weighing of what they say against what the rules say.
 */
@NullMarked
package dev.callsift.models.category;

import org.jspecify.annotations.NullMarked;
