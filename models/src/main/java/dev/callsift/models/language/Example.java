package dev.callsift.models.language;

/**
 * A piece of conversation that shows what a rule means.
 *
 * @param text plain words of the rule's speaker, or turns as in {@code agent: shall i cancel it | customer: yes please}
 */
public record Example(String text, SourceLine where) {}
