package dev.callsift.pipeline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaSafeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+4420",
                "-2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =HYPERLINK(\"http://evil.example\")",
                "\u200b=1",
                "\uff1d1",
                "\n=1"
            })
    void putsAnApostropheBeforeWhatLooksLikeAFormula(String text) {
        assertThat(FormulaSafe.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Priya", "2026-11-09", "07700 900456", "a=b", "wrong size - changed", "Ünal"})
    void leavesOtherTextAsItIs(String text) {
        assertThat(FormulaSafe.text(text)).isEqualTo(text);
    }
}
