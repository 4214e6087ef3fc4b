package dev.callsift.models.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyTest {

    @TempDir
    private Path folder;

    @Test
    void holdsEveryCodeInItsOrder() {
        assertThat(Taxonomy.english().codes())
                .extracting(TaxonomyCode::code)
                .startsWith("cancel.requested", "cancel.confirmed", "cancel.saved", "reason.delivery-date")
                .hasSize(27)
                .noneMatch(code -> code.startsWith("signal."));
    }

    @Test
    void everyCodeHasAtLeastEightMatchingAndSixNonMatchingExamples() {
        assertThat(Taxonomy.english().codes()).allSatisfy(code -> {
            assertThat(code.rules().stream().flatMap(rule -> rule.matching().stream()))
                    .hasSizeGreaterThanOrEqualTo(8);
            assertThat(code.rules().stream().flatMap(rule -> rule.nonMatching().stream()))
                    .hasSizeGreaterThanOrEqualTo(6);
        });
    }

    @Test
    void versionChangesWithTheText() throws IOException {
        Taxonomy own = load("extends: en\nmore-phrases:\n  cancel-verb: [bin]\n");

        assertThat(own.version())
                .matches("en-1\\+[0-9a-f]{12}")
                .isNotEqualTo(Taxonomy.english().version());
        assertThat(Taxonomy.english().version()).isEqualTo(Taxonomy.english().version());
    }

    @Test
    void ownFileAddsACodeChangesATitleAndRemovesARule() throws IOException {
        Taxonomy own = load("""
                extends: en
                codes:
                  - code: topic.gift-wrap
                    title: Gift wrapping
                    definition: The customer asks for gift wrapping.
                    colour: "#112233"
                    owner: Warehouse
                    rules:
                      - name: asks
                        match: "gift (wrap | paper)"
                        yes: can you gift wrap it
                        no: it is a gift
                  - code: modify.size
                    title: Size
                    rules:
                      - name: agent-repeats
                        remove: true
                """);

        assertThat(own.codes())
                .hasSize(28)
                .last()
                .extracting(TaxonomyCode::title)
                .isEqualTo("Gift wrapping");
        assertThat(own.find("modify.size")).hasValueSatisfying(code -> {
            assertThat(code.title()).isEqualTo("Size");
            assertThat(code.rules()).extracting(TaxonomyRule::name).containsExactly("wants-size");
        });
    }

    @Test
    void reportsAllProblemsTogetherWithFileAndLine() throws IOException {
        TaxonomyException refused = refused("""
                extends: en
                colours: [red]
                codes:
                  - code: topic.gift
                    title: Gift
                    colour: "red"
                    owner: Warehouse
                    needs: [topic.nothing]
                    rules:
                      - name: asks
                        speaker: dog
                        strength: 2
                        match: "gift (wrap"
                        yes: can you gift wrap it
                """);

        assertThat(refused.problems())
                .allSatisfy(problem -> assertThat(problem.where().file()).endsWith("own.yaml"))
                .extracting(problem -> problem.where().line() + " " + problem.message())
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).startsWith("2 'colours' has no meaning here"),
                        problem -> assertThat(problem).startsWith("4 'definition' is missing"),
                        problem -> assertThat(problem).startsWith("6 'red': a colour is written"),
                        problem -> assertThat(problem).startsWith("8 'topic.nothing' is no code"),
                        problem -> assertThat(problem).startsWith("10 rule 'asks' has no 'no' example"),
                        problem -> assertThat(problem).startsWith("11 speaker 'dog'"),
                        problem -> assertThat(problem).startsWith("12 strength '2'"),
                        problem -> assertThat(problem).startsWith("13 pattern 'gift (wrap', character 11"));
        assertThat(refused).hasMessageContaining("8 problem(s)").hasMessageContaining("own.yaml:13: ");
    }

    @Test
    void refusesPhrasesMadeOfThemselves() throws IOException {
        assertThat(refused("extends: en\nphrases:\n  one: <two>\n  two: <one>\n"))
                .hasMessageContaining("it is made of itself: [one, two]");
    }

    @Test
    void refusesWhatIsNoYaml() throws IOException {
        assertThat(refused("extends: en\ncodes: [\n")).hasMessageContaining("own.yaml:3: is not YAML");
    }

    @Test
    void refusesAFileForAnotherLanguage() throws IOException {
        assertThat(refused("extends: de\n")).hasMessageContaining("own.yaml:1: extends 'de', but 'en' is in use");
    }

    @Test
    void refusesAMissingFileAndAnUnknownLanguage() {
        Path missing = folder.resolve("missing.yaml");

        assertThat(catchThrowableOfType(TaxonomyException.class, () -> Taxonomy.load("en", List.of(missing))))
                .hasMessageContaining("missing.yaml:1: cannot be read");
        assertThat(catchThrowableOfType(TaxonomyException.class, () -> Taxonomy.load("xx", List.of())))
                .hasMessageContaining("there is no taxonomy for language 'xx'");
    }

    private TaxonomyException refused(String content) throws IOException {
        Path file = write(content);
        return catchThrowableOfType(TaxonomyException.class, () -> Taxonomy.load("en", List.of(file)));
    }

    private Taxonomy load(String content) throws IOException {
        return Taxonomy.load("en", List.of(write(content)));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), content);
    }
}
