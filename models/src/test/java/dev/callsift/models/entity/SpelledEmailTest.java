package dev.callsift.models.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpelledEmailTest {

    @ParameterizedTest
    @CsvSource({
        "my email is r dot sharma at gmail dot com, r dot sharma at gmail dot com",
        "send it to wendy at the lindens dot net please, wendy at the lindens dot net",
        "it is sunil four seven at rediffmail dot com, sunil four seven at rediffmail dot com",
        "use ray hyphen ellis at mail dot co dot u k from now on, ray hyphen ellis at mail dot co dot u k",
        "the mail is g r e g at the rate g mail dot com, g r e g at the rate g mail dot com",
        "i a n dot b at sky dot com, i a n dot b at sky dot com"
    })
    void findsWhereItBeginsAndEnds(String said, String email) {
        List<String> words = List.of(said.split(" "));

        assertThat(SpelledEmail.find(words)).singleElement().satisfies(name -> assertThat(
                        String.join(" ", words.subList(name.from(), name.to())))
                .isEqualTo(email));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's tom at gmail dot com sorry tom at yahoo dot com",
                "it's tom at gmail dot com tom at yahoo dot com"
            })
    void anAddressBeginsAfterTheOneBefore(String said) {
        List<String> words = List.of(said.split(" "));

        assertThat(SpelledEmail.find(words))
                .extracting(name -> String.join(" ", words.subList(name.from(), name.to())))
                .containsExactly("tom at gmail dot com", "tom at yahoo dot com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"i stay at home", "meet me at dot point", "look at the dot on it", "at gmail dot com"})
    void otherWordsAreNone(String said) {
        assertThat(SpelledEmail.find(List.of(said.split(" ")))).isEmpty();
    }
}
