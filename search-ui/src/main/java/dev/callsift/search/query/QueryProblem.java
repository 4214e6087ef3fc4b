package dev.callsift.search.query;

/**
 * Something in a query that was not understood.
 *
 * @param message one sentence for the person who typed it
 * @param start index of the first character of the place
 * @param end index after its last character
 * @param suggestion the whole query as it was probably meant, and as it ran
 */
public record QueryProblem(String message, int start, int end, String suggestion) {}
