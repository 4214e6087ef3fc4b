package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.RuleFinder;
import dev.callsift.models.language.RuleFinder.Match;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.models.language.TaxonomyRule;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.tagging.Hit.Voice;
import java.util.List;

/** Finds where the rules match in a passage. Immutable. */
final class RuleMatcher {

    private final RuleFinder finder;

    RuleMatcher(Taxonomy taxonomy) {
        this.finder = new RuleFinder(taxonomy);
    }

    /** Every match, also those that an exception undoes. */
    List<Match> matches(Passage passage, SaidBefore saidBefore) {
        return finder.find(
                passage.tokens(),
                wanted -> listens(wanted, passage.speaker()),
                span -> saidBefore.tokens(passage.words(span).getFirst().utterance()));
    }

    /** Where the speaker is unknown, every rule listens. */
    private static boolean listens(RuleSpeaker wanted, Speaker speaker) {
        return wanted == RuleSpeaker.ANY
                || speaker == Speaker.UNKNOWN
                || wanted.name().equals(speaker.name());
    }

    static Hit hit(Match match, Passage passage) {
        return Hit.of(match.code(), passage, voice(match));
    }

    static Voice voice(Match match) {
        return new Voice(
                match.span(), source(match.code(), match.rule()), match.rule().strength());
    }

    static String source(TaxonomyCode code, TaxonomyRule rule) {
        return "rule:" + code.code() + "/" + rule.name();
    }
}
