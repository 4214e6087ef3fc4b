package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.Example;
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

    private final Tagger tagger;
    private final List<TaxonomyProblem> problems = new ArrayList<>();

    private ExampleCheck(Tagger tagger) {
        this.tagger = tagger;
    }

    /** The examples that do not hold, with file and line; empty when all do. */
    public static List<TaxonomyProblem> run(Tagger tagger) {
        ExampleCheck check = new ExampleCheck(tagger);
        Taxonomy taxonomy = tagger.taxonomy();
        taxonomy.codesAndSignals().forEach(code -> code.rules().forEach(rule -> check.check(code, rule)));
        return List.copyOf(check.problems);
    }

    private void check(TaxonomyCode code, TaxonomyRule rule) {
        String name = code.code() + "/" + rule.name();
        for (Example example : rule.matching()) {
            if (hits(example, rule).stream().noneMatch(hit -> hit.rule().equals(rule))) {
                report(example, name + " does not match");
            }
        }
        for (Example example : rule.nonMatching()) {
            hits(example, rule).stream()
                    .filter(hit -> hit.code().equals(code))
                    .findFirst()
                    .ifPresent(hit ->
                            report(example, code.code() + "/" + hit.rule().name() + " matches"));
        }
    }

    private List<Hit> hits(Example example, TaxonomyRule rule) {
        Speaker first = rule.speaker() == RuleSpeaker.AGENT ? Speaker.AGENT : Speaker.CUSTOMER;
        Transcript call =
                PlainTurns.transcript("example", PlainTurns.parse(example.text().replace('|', '\n'), first));
        return tagger.hits(call);
    }

    private void report(Example example, String what) {
        problems.add(new TaxonomyProblem(
                example.where(), what + " '" + example.text() + "'; correct the rule or the example"));
    }
}
