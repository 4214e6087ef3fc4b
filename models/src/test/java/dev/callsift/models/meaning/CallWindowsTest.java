package dev.callsift.models.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.meaning.CallWindows.Window;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallWindowsTest {

    @Test
    void aCallThatHasRoomIsReadAtOnce() {
        CallWindows windows = CallWindows.of(List.of(40, 40, 20), 100);

        assertThat(windows.all()).containsExactly(new Window(0, 3));
        assertThat(windows.around(1)).isZero();
    }

    @Test
    void windowsOfALongCallOverlapAndCoverIt() {
        CallWindows windows = CallWindows.of(Collections.nCopies(25, 10), 100);

        assertThat(windows.all())
                .containsExactly(new Window(0, 10), new Window(5, 15), new Window(10, 20), new Window(15, 25));
    }

    @Test
    void eachTurnIsTakenFromTheWindowThatHasMostAroundIt() {
        CallWindows windows = CallWindows.of(Collections.nCopies(25, 10), 100);

        assertThat(windows.around(0)).isZero();
        assertThat(windows.around(6)).isZero();
        assertThat(windows.around(9)).isEqualTo(1);
        assertThat(windows.around(18)).isEqualTo(3);
        assertThat(windows.around(24)).isEqualTo(3);
    }

    @Test
    void aTurnThatIsTooLongHasAWindow() {
        CallWindows windows = CallWindows.of(List.of(10, 300, 10, 300, 10), 100);

        IntStream.range(0, 5).forEach(turn -> assertThat(windows.all().get(windows.around(turn)))
                .satisfies(window -> assertThat(turn).isBetween(window.from(), window.to() - 1)));
    }
}
