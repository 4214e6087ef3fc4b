package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.Example;
import dev.callsift.models.language.RuleFinder.Match;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.models.language.TaxonomyProblem;
import dev.callsift.models.language.TaxonomyRule;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a taxonomy to its own examples: each rule matches its matching ones, and no rule of its code matches the others. A
 * deployment's own file is checked by it at start; it takes well under a second.
 */
public final class ExampleCheck {

    private final Taxonomy taxonomy;
    private final RuleMatcher rules;
    private final List<TaxonomyProblem> problems = new ArrayList<>();

    private ExampleCheck(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.rules = new RuleMatcher(taxonomy);
    }

    /** The examples that do not hold, with file and line; empty when all do. */
    public static List<TaxonomyProblem> run(Taxonomy taxonomy) {
        ExampleCheck check = new ExampleCheck(taxonomy);
        taxonomy.codesAndSignals().forEach(code -> code.rules().forEach(rule -> check.check(code, rule)));
        return List.copyOf(check.problems);
    }

    private void check(TaxonomyCode code, TaxonomyRule rule) {
        String name = code.code() + "/" + rule.name();
        for (Example example : rule.matching()) {
            if (matches(example, rule).stream().noneMatch(match -> match.rule().equals(rule))) {
                report(example, name + " does not match");
            }
        }
        for (Example example : rule.nonMatching()) {
            matches(example, rule).stream()
                    .filter(match -> match.code().equals(code))
                    .findFirst()
                    .ifPresent(match ->
                            report(example, code.code() + "/" + match.rule().name() + " matches"));
        }
    }

    private List<Match> matches(Example example, TaxonomyRule rule) {
        Speaker first = rule.speaker() == RuleSpeaker.AGENT ? Speaker.AGENT : Speaker.CUSTOMER;
        Transcript transcript =
                PlainTurns.transcript("example", PlainTurns.parse(example.text().replace('|', '\n'), first));
        var call = new CallTokens(transcript, taxonomy.tokenizer());
        var saidBefore = new SaidBefore(call);
        return Passage.of(call).stream()
                .flatMap(passage -> rules.matches(passage, saidBefore).stream())
                .filter(match -> !match.vetoed())
                .toList();
    }

    private void report(Example example, String what) {
        problems.add(new TaxonomyProblem(
                example.where(), what + " '" + example.text() + "'; correct the rule or the example"));
    }
}
