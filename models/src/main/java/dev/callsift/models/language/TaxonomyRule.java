package dev.callsift.models.language;

import java.util.List;

/**
 * One way in which a code is said.
 *
 * @param name unique within its code
 * @param speaker whose words it listens to
 * @param match any of these shows the code
 * @param unless none of these may share a word with the match, for example a negation around it
 * @param after when given, one of these must be in what the other speaker said just before
 * @param strength how far its match alone shows the code, above 0 and at most 1
 * @param matching examples it matches, at least one
 * @param nonMatching examples on which no rule of its code may match, at least one
 */
public record TaxonomyRule(
        String name,
        RuleSpeaker speaker,
        List<Pattern> match,
        List<Pattern> unless,
        List<Pattern> after,
        double strength,
        List<Example> matching,
        List<Example> nonMatching,
        SourceLine where) {

    public TaxonomyRule {
        match = List.copyOf(match);
        unless = List.copyOf(unless);
        after = List.copyOf(after);
        matching = List.copyOf(matching);
        nonMatching = List.copyOf(nonMatching);
    }
}
