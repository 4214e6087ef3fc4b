/**
 * What callers name: order numbers, sizes, dates, addresses. Recognized words enter; the words that name something leave, with
 * its type and its normalized value. Found by one trained OpenNLP model, and by lists of what can be listed; what the names mean
 * for an order is not decided here.
 */
@NullMarked
package dev.callsift.models.entity;

import org.jspecify.annotations.NullMarked;
