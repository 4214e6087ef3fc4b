package dev.callsift.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.operations.ItemFilter;
import dev.callsift.pipeline.operations.ItemState;
import dev.callsift.ui.PageProblemException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

final class QueueFilterTest {

    @Test
    void withoutWishesAllThatWaitIsShown() {
        QueueFilter filter = QueueFilter.of(Map.of());
        assertThat(filter.items("Asha")).contains(ItemFilter.OPEN);
        assertThat(filter.address()).isEqualTo("/queue");
        assertThat(filter.isNarrow()).isFalse();
    }

    @Test
    void everyWishStandsInTheAddress() {
        Map<String, String> wishes = Map.of(
                "type", "modify.size", "team", "Size & fit +1", "owner", "Asha", "state", "too-late", "sure", "80");
        QueueFilter filter = QueueFilter.of(wishes);
        assertThat(UriComponentsBuilder.fromUriString(filter.address())
                        .build()
                        .getQueryParams()
                        .getFirst("team"))
                .isEqualTo("Size%20%26%20fit%20%2B1");
        assertThat(filter.parameters()).isEqualTo(wishes);
        assertThat(filter.items(""))
                .contains(new ItemFilter("modify.size", Set.of(ItemState.TOO_LATE), "Asha", "Size & fit +1", 0.8));
    }

    @Test
    void mineAreThoseOfWhoAsks() {
        QueueFilter mine = QueueFilter.of(Map.of("owner", "@me"));
        assertThat(mine.items("Asha").orElseThrow().owner()).isEqualTo("Asha");
        assertThat(mine.items("")).isEmpty();
    }

    @Test
    void nobodyAndNoTeamCanBeAskedFor() {
        ItemFilter filter = QueueFilter.of(Map.of("owner", "@none", "team", "@none"))
                .items("Asha")
                .orElseThrow();
        assertThat(filter.owner()).isEmpty();
        assertThat(filter.team()).isEmpty();
    }

    @Test
    void linksFromBeforeThereWereStatesShowAll() {
        assertThat(QueueFilter.of(Map.of("all", "true")).items("").orElseThrow().states())
                .containsExactlyInAnyOrder(ItemState.values());
    }

    @Test
    void refusesWhatIsNoStateAndWhatIsNoConfidence() {
        assertThatThrownBy(() -> QueueFilter.of(Map.of("state", "lost")))
                .isInstanceOf(PageProblemException.class)
                .hasMessageContaining("'lost'");
        assertThatThrownBy(() -> QueueFilter.of(Map.of("sure", "101"))).isInstanceOf(PageProblemException.class);
        assertThatThrownBy(() -> QueueFilter.of(Map.of("sure", "much"))).isInstanceOf(PageProblemException.class);
    }
}
