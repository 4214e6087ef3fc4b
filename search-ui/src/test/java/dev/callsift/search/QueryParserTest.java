package dev.callsift.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cancel | cancel",
                "Cancel, please! | cancel please",
                "cancel order | cancel order",
                "\"cancel my order\" | \"cancel my order\"",
                "\u201ccancel my order\u201d | \"cancel my order\"",
                "cancel OR refund | cancel OR refund",
                "late cancel OR refund | late cancel OR refund",
                "(late parcel) OR refund | (late parcel) OR refund",
                "cancel -refund | cancel -refund",
                "-refund | -refund",
                "-\"my order\" | -\"my order\"",
                "cancel* | cancel*",
                "customer:cancel | customer:cancel",
                "customer: cancel | customer:cancel",
                "CUSTOMER:cancel* | customer:cancel*",
                "agent:\"one moment\" -customer:cancel | agent:\"one moment\" -customer:cancel",
                "customer:(cancel -refund) | customer:(cancel -refund)",
                "follow-up | \"follow up\"",
                "don\u2019t | don't",
                "c o d | cod",
                "a c o d order | a cod order",
                "or | or",
            })
    void understands(String query, String meaning) {
        ParsedQuery parsed = QueryParser.parse(query);
        assertThat(parsed.problems()).isEmpty();
        assertThat(ParsedQuery.text(parsed.node())).isEqualTo(meaning);
        assertThat(QueryParser.parse(meaning).node())
                .as("its text means the same")
                .isEqualTo(parsed.node());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "late \"my order | 6 | 14 | the closing quotation mark is missing | late \"my order\"",
                "late (a OR b | 5 | 6 | this bracket is never closed | late a OR b",
                "late) parcel | 4 | 5 | this bracket was never opened | late parcel",
                "late () | 5 | 6 | there is nothing in these brackets | late",
                "OR late | 0 | 2 | OR stands between two things to look for | late",
                "late OR | 5 | 7 | OR stands between two things to look for | late",
                "late - | 5 | 6 | nothing stands behind the minus | late",
                "late customer: | 5 | 13 | nothing stands behind the colon | late",
                "who:late | 0 | 3 | 'who:' is not known; there are customer: and agent: | late",
                "*late | 0 | 5 | a star stands at the end of a word only, as in cancel* | late",
                "late l* | 5 | 7 | at least 2 letters stand before a star | late",
                "late ??? | 5 | 8 | there is no word here | late",
            })
    void pointsAtAMistakeAndRunsTheRest(String query, int start, int end, String message, String ran) {
        List<QueryProblem> problems = QueryParser.parse(query).problems();
        assertThat(problems).containsExactly(new QueryProblem(message, start, end, ran));
        assertThat(QueryParser.parse(ran).problems())
                .as("the suggestion is right")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n"})
    void takesNothingForEverything(String query) {
        ParsedQuery parsed = QueryParser.parse(query);
        assertThat(parsed.node()).isEqualTo(new QueryNode.Everything());
        assertThat(parsed.problems()).isEmpty();
    }

    @Test
    void survivesWhateverIsTyped() {
        String signs = "()-\"*: OR ab \u201c\ud83d";
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder query = new StringBuilder();
            random.ints(random.nextInt(30), 0, signs.length()).forEach(at -> query.append(signs.charAt(at)));
            ParsedQuery parsed = QueryParser.parse(query.toString());
            assertThat(parsed.sure()).as(query.toString()).isNotNull();
            assertThat(parsed.possible()).isNotNull();
        }
    }

    @Test
    void endsTooDeepAndTooLongQueriesWithAProblem() {
        assertThat(QueryParser.parse("(".repeat(900) + "late").problems())
                .extracting(QueryProblem::message)
                .contains("this is nested too deeply");
        assertThat(QueryParser.parse("-".repeat(900) + "late").problems()).isNotEmpty();
        assertThat(QueryParser.parse("late ".repeat(1_000)).problems())
                .extracting(QueryProblem::message)
                .containsExactly("only the first 1000 characters were read");
    }
}
