package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.Pattern;
import dev.callsift.models.language.Pattern.Span;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.models.language.TaxonomyRule;
import dev.callsift.models.language.Token;
import dev.callsift.models.language.Tokenizer;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Transcript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds where rules match. Only rules that can begin with a word that was said are tried. Immutable. */
final class RuleMatcher {

    private record Candidate(TaxonomyCode code, TaxonomyRule rule, Pattern pattern) {}

    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, BitSet> byFirstWord = new HashMap<>();
    private final Tokenizer tokenizer;

    RuleMatcher(Taxonomy taxonomy) {
        this.tokenizer = taxonomy.tokenizer();
        taxonomy.codesAndSignals().forEach(code -> code.rules()
                .forEach(rule -> rule.match().forEach(p -> add(new Candidate(code, rule, p)))));
    }

    private void add(Candidate candidate) {
        int number = candidates.size();
        candidates.add(candidate);
        candidate.pattern.firstWords().forEach(word -> byFirstWord
                .computeIfAbsent(word, key -> new BitSet())
                .set(number));
    }

    /** Every match in a call, before codes are weighed against each other. */
    List<Hit> hits(Transcript transcript) {
        List<Hit> hits = new ArrayList<>();
        for (Passage passage : Passage.of(transcript, tokenizer)) {
            new PassageMatcher(transcript, passage).addTo(hits);
        }
        return hits;
    }

    private final class PassageMatcher {

        private final Transcript transcript;
        private final Passage passage;
        private final Map<Pattern, List<Span>> vetoes = new HashMap<>();

        PassageMatcher(Transcript transcript, Passage passage) {
            this.transcript = transcript;
            this.passage = passage;
        }

        void addTo(List<Hit> hits) {
            possible().stream().mapToObj(candidates::get).filter(this::listens).forEach(each -> find(each, hits));
        }

        private BitSet possible() {
            BitSet numbers = new BitSet(candidates.size());
            for (Token token : passage.tokens()) {
                for (String lemma : token.lemmas()) {
                    BitSet found = byFirstWord.get(lemma);
                    if (found != null) {
                        numbers.or(found);
                    }
                }
            }
            return numbers;
        }

        /** Where the speaker is unknown, every rule listens. */
        private boolean listens(Candidate candidate) {
            RuleSpeaker wanted = candidate.rule.speaker();
            return wanted == RuleSpeaker.ANY
                    || passage.speaker() == Speaker.UNKNOWN
                    || wanted.name().equals(passage.speaker().name());
        }

        private void find(Candidate candidate, List<Hit> hits) {
            for (Span span : candidate.pattern.find(passage.tokens())) {
                Hit hit = new Hit(candidate.code, candidate.rule, passage, span);
                if (!vetoed(candidate.rule, span) && answers(hit)) {
                    hits.add(hit);
                }
            }
        }

        private boolean vetoed(TaxonomyRule rule, Span span) {
            return rule.unless().stream()
                    .flatMap(pattern -> vetoes.computeIfAbsent(pattern, p -> p.find(passage.tokens())).stream())
                    .anyMatch(span::overlaps);
        }

        private boolean answers(Hit hit) {
            if (hit.rule().after().isEmpty()) {
                return true;
            }
            List<Token> before = SaidBefore.tokens(transcript, hit.utterance(), tokenizer);
            return hit.rule().after().stream().anyMatch(pattern -> pattern.matches(before));
        }
    }
}
