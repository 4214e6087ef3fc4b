package dev.callsift.search.query;

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
                "cancle~ | cancle~2",
                "late~ | late~1",
                "cancle~1 | cancle~1",
                "near(late parcel, 5) | near(late parcel, 5)",
                "NEAR(late  parcel,5) | near(late parcel, 5)",
                "near(customer:late \"my order\" refund OR money) | near(customer:late \"my order\" refund OR money, 10)",
                "near(late, parcel, 5) | near(late parcel, 5)",
                "customer:near(late parcel, 3) | customer:near(late parcel, 3)",
                "late then cancel | late then cancel",
                "agent:late then customer:cancel within 30s | agent:late then customer:cancel within 30s",
                "late then cancel within 2 minutes refund | late then cancel within 2m refund",
                "late then cancel then refund within 90s | late then cancel then refund within 90s",
                "(late OR delayed) then cancel | (late OR delayed) then cancel",
                "late OR delayed then cancel | late OR delayed then cancel",
                "customer:(late then cancel) | customer:(late then cancel)",
                "-(late OR delayed) | -(late OR delayed)",
                "well then | well \"then\"",
                "then we | \"then\" we",
                "late within reason | late \"within\" reason",
                "cancel first:60s | cancel first:60s",
                "first:60s cancel | cancel first:60s",
                "cancel last:1m30s | cancel last:90s",
                "refund (cancel order first:1:00) | refund (cancel order first:60s)",
                "reason:price | reason:price",
                "cancel Reason:Courier-Delay -outcome:saved | cancel reason:courier-delay -outcome:saved",
                "reason:price OR reason:mistake | reason:price OR reason:mistake",
                "reason:* | reason:*",
                "agent-name:Priya | agent-name:Priya",
                "agent-name:\"Priya Shah\" late | agent-name:\"Priya Shah\" late",
                "queue:order* | queue:order*",
                "week:2026-W46 | week:2026-W46",
                "week:2026W5..2026-w46 | week:2026-W05..2026-W46",
                "week:unknown | week:unknown",
                "date:2026-11-01..2026-11-07 | date:2026-11-01..2026-11-07",
                "date:2026-11-01.. | date:2026-11-01..",
                "date:2026-11-07 | date:2026-11-07",
                "duration:>5m | duration:>5m",
                "duration:90s..5m | duration:90s..5m",
                "direction:Inbound | direction:inbound",
                "number:+91-98200 | number:9198200",
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
                "who:late | 0 | 3 | 'who:' is not known; there are customer: agent: first: last: reason: modify: outcome: topic: agent-name: queue: product: courier: order: direction: week: date: duration: number: | late",
                "reson:late | 0 | 5 | 'reson:' is not known; did you mean reason: | late",
                "raeson:late | 0 | 6 | 'raeson:' is not known; did you mean reason: | late",
                "late week:46 | 10 | 12 | a week is written week:2026-W46, several week:2026-W40..2026-W46 | late",
                "late week:2026-W54 | 10 | 18 | a week is written week:2026-W46, several week:2026-W40..2026-W46 | late",
                "late date:2026-02-30 | 10 | 20 | a day is written date:2026-11-07, several date:2026-11-01..2026-11-07 | late",
                "late date:2026-11-07..2026-11-01 | 10 | 32 | a day is written date:2026-11-07, several date:2026-11-01..2026-11-07 | late",
                "late duration:5m | 14 | 16 | a duration is written duration:>5m, duration:<90s or duration:2m..5m | late",
                "late direction:up | 15 | 17 | direction: is inbound, outbound, internal or unknown | late",
                "late number:12 | 12 | 14 | number: takes the last 3 or more digits of a number | late",
                "late order:# | 11 | 12 | order: takes the number of an order, such as order:CS-44119, or unknown | late",
                "late reason: | 5 | 11 | reason: takes a code, such as reason:price | late",
                "late first:soon | 11 | 15 | this is no time; write first:60s or first:2m | late",
                "reason:price first:60s | 13 | 18 | first: says where in the call words stand; put a word beside it | reason:price",
                "late OR first:60s | 8 | 13 | first: stands beside the words it is about, as in cancel first:60s | late",
                "late -first:60s | 6 | 11 | first: stands beside the words it is about, as in cancel first:60s | late",
                "customer:reason:price | 0 | 8 | reason: is of the call, not of one who speaks | reason:price",
                "near(late) | 0 | 5 | near takes two or more words, as in near(late parcel, 5) | late",
                "near(late parcel, five) | 18 | 22 | a number of words stands behind the comma, as in near(late parcel, 5) | near(late parcel, 10)",
                "near(late parcel, 5 | 0 | 5 | this bracket is never closed | near(late parcel, 5)",
                "near(late parcel -order, 5) | 17 | 18 | a minus cannot stand here; leave calls out with it at the end | near(late parcel, 5)",
                "late then reason:price | 10 | 16 | this says something of the whole call and cannot stand here | late",
                "late then (cancel order) | 10 | 11 | words in brackets have no place of their own; they were taken as near(…, 10) | late then near(cancel order, 10)",
                "late then cancel within | 17 | 23 | a time stands behind within, as in within 30s | late then cancel",
                "late c~ | 5 | 7 | at least 3 letters stand before ~ | late c",
                "late ~cancel | 5 | 12 | a ~ stands at the end of a word only, as in cancel~ | late cancel",
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
    void findsNothingWhereNothingWasUnderstood() {
        for (String query : List.of("reason:", "week:46", "()", "first:60s", "-")) {
            assertThat(QueryParser.parse(query).node()).as(query).isEqualTo(new QueryNode.Nothing());
        }
    }

    @Test
    void survivesWhateverIsTypedAndSaysWhatItUnderstood() {
        List<String> pieces = List.of(
                "(",
                ")",
                "near(",
                ",",
                "5",
                "-",
                "\"",
                "*",
                "~",
                ":",
                " ",
                " ",
                " ",
                "OR ",
                " then ",
                " within ",
                "30s",
                "late",
                "b",
                "customer:",
                "agent:",
                "first:",
                "last:",
                "reason:",
                "week:",
                "2026-W46",
                "date:",
                "..",
                ">",
                "\u201c",
                "\ud83d");
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder query = new StringBuilder();
            random.ints(random.nextInt(16), 0, pieces.size()).forEach(at -> query.append(pieces.get(at)));
            ParsedQuery parsed = QueryParser.parse(query.toString());
            ParsedQuery again = QueryParser.parse(parsed.understood());
            assertThat(again.problems())
                    .as(query + " was understood as " + parsed.understood())
                    .isEmpty();
            assertThat(again.understood()).as(query.toString()).isEqualTo(parsed.understood());
        }
    }

    @Test
    void takesFiltersAwayAndPutsThemOn() {
        ParsedQuery parsed = QueryParser.parse("late reason:price -outcome:saved");
        assertThat(parsed.narrowings())
                .extracting(ParsedQuery.Narrowing::without)
                .containsExactly("late -outcome:saved", "late reason:price");
        assertThat(parsed.narrowings())
                .extracting(ParsedQuery.Narrowing::excluded)
                .containsExactly(false, true);
        QueryNode.Filter agent =
                QueryNode.Filter.of(FilterField.AGENT_NAME, "Priya Shah").orElseThrow();
        assertThat(parsed.and(agent)).isEqualTo("late reason:price -outcome:saved agent-name:\"Priya Shah\"");
        assertThat(QueryParser.parse("reason:price OR reason:mistake").narrowings())
                .as("neither holds for all calls found")
                .isEmpty();
        assertThat(QueryParser.parse("late first:60s reason:price").narrowings())
                .extracting(ParsedQuery.Narrowing::without)
                .containsExactly("late first:60s");
    }

    @Test
    void knowsWhereWordsAndFiltersStand() {
        String query = "late -parcel agent-name:\"Priya Shah\"";
        assertThat(QueryParser.parse(query).places())
                .extracting(place -> query.substring(place.start(), place.end()) + " " + place.wanted())
                .containsExactly("late true", "parcel false", "agent-name:\"Priya Shah\" true");
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
