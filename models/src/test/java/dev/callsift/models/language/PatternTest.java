package dev.callsift.models.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTest {

    private final Tokenizer tokenizer =
            new Tokenizer(Map.of("pls", List.of("please")), Set.of("uh", "um"), Set.of("please", "just"));

    @ParameterizedTest
    @CsvSource({
        "cancel,                   i cancelled it",
        "cancel,                   we are thinking of cancelling",
        "'cancelled',              it was cancelled",
        "want to cancel,           i want um to cancel",
        "want to cancel,           i want to just please cancel",
        "want to cancel,           i i want want to cancel",
        "(want | wish) to cancel,  i wish to cancel",
        "cancel (the | my)? order, cancel order",
        "cancel ..2 order,         cancel that big order",
        "order/VERB,               i ordered a kettle",
        "do not want,              i don't want it",
        "cancel !it,               cancel the order",
        "^ cancel,                 please cancel",
        "please $,                 cancel it pls",
    })
    void matches(String pattern, String words) throws PatternSyntaxException {
        assertThat(parse(pattern).matches(tokens(words))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "\"'cancel'\",       it was cancelled",
        "want to cancel,     i want it to cancel",
        "cancel ..2 order,   cancel that very big order",
        "order/VERB,         where is the order",
        "cancel !it,         cancel it",
        "^ cancel,           do cancel",
    })
    void doesNotMatch(String pattern, String words) throws PatternSyntaxException {
        assertThat(parse(pattern.replace("\"", "")).matches(tokens(words))).isFalse();
    }

    @Test
    void gapsStayWithinAnUtteranceButSequencesGoOn() throws PatternSyntaxException {
        List<Token> split = tokens("i want to", "cancel it");
        List<Token> two = tokens("not now", "well cancel it");

        assertThat(parse("want to cancel").matches(split)).isTrue();
        assertThat(parse("not ..4 cancel").matches(two)).isFalse();
    }

    @Test
    void tokensKnowTheirWord() {
        List<Token> tokens = tokens("uh i don't know");

        assertThat(tokens).extracting(Token::text).containsExactly("i", "do", "not", "know");
        assertThat(tokens).extracting(Token::word).containsExactly(1, 2, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "cancel (the | my, 17, a closing )",
        "cancel ..99 it,    8, a gap is written",
        "cancel <thing>,    8, no phrases are named <thing>",
        "Cancel it,         1, lower case",
        "please?,           1, matches where nothing is said",
        "_ cancel,          1, begins with any word",
        "cancel it),       10, has no opening one",
        "cancel (a | ),    13, a word is missing",
    })
    void refusesWithThePlace(String pattern, int character, String message) {
        assertThatThrownBy(() -> parse(pattern))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("character " + character)
                .hasMessageContaining(message);
    }

    private static Pattern parse(String pattern) throws PatternSyntaxException {
        return PatternParser.parse(pattern, name -> Optional.empty());
    }

    /** Of utterances that follow one another. */
    private List<Token> tokens(String... utterances) {
        List<Token> tokens = new ArrayList<>();
        int before = 0;
        for (String utterance : utterances) {
            List<String> words = List.of(utterance.split(" ", -1));
            for (Token token : tokenizer.tokens(words)) {
                tokens.add(token.after(before));
            }
            before += words.size();
        }
        return tokens;
    }
}
