package dev.callsift.models.language;

import java.util.List;

/**
 * One thing that is said about a call.
 *
 * @param code for example {@code reason.courier-delay}
 * @param title what people see
 * @param definition when it holds and when not, for whoever judges a tag
 * @param colour of its mark, for example {@code #b3261e}
 * @param owner the team that acts on it and decides what it means
 * @param signal whether it only helps other codes and is never shown as a tag
 * @param needs tagged only where one of these codes is found in the call as well; empty for no such need
 * @param follows counts only after the first evidence of one of these codes; empty for no such need
 * @param yieldsTo withdrawn where one of these codes has later evidence
 * @param rules in the order of the file
 */
public record TaxonomyCode(
        String code,
        String title,
        String definition,
        String colour,
        String owner,
        boolean signal,
        List<String> needs,
        List<String> follows,
        List<String> yieldsTo,
        List<TaxonomyRule> rules,
        SourceLine where) {

    public TaxonomyCode {
        needs = List.copyOf(needs);
        follows = List.copyOf(follows);
        yieldsTo = List.copyOf(yieldsTo);
        rules = List.copyOf(rules);
    }

    /** What comes before the dot: {@code reason} of {@code reason.price}; empty where there is none. */
    public static String family(String code) {
        return code.substring(0, Math.max(0, code.indexOf('.')));
    }
}
