package dev.callsift.models.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelFolderTest {

    @TempDir
    private Path folder;

    private void assertRefused(String... parts) {
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> ModelFolder.check(folder))
                .satisfies(refusal -> assertThat(refusal).hasMessageContainingAll(parts));
    }

    @Test
    void acceptsTheFolderLayout() {
        ModelFolder model = ModelFolder.check(TinyModel.inFolders(10).writeTo(folder));
        assertThat(model.sampleRate()).isEqualTo(16_000);
        assertThat(model.files())
                .containsExactly("am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/HCLG.fst");
    }

    @Test
    void acceptsTheOldFlatLayout() {
        ModelFolder model = ModelFolder.check(TinyModel.flat().writeTo(folder));
        assertThat(model.sampleRate()).isEqualTo(8_000);
        assertThat(model.files())
                .containsExactly("Gr.fst", "HCLr.fst", "disambig_tid.int", "final.mdl", "mfcc.conf", "words.txt");
    }

    @Test
    void listsAllThatIsMissing() {
        assertRefused(
                folder.toString(),
                "am/final.mdl is missing",
                "conf/mfcc.conf is missing",
                "conf/model.conf is missing",
                "graph/HCLG.fst (or HCLr.fst with Gr.fst) is missing",
                "models fetch");
    }

    @Test
    void pointsToTheModelInside() {
        TinyModel.inFolders(10).writeTo(folder.resolve("vosk-model-x"));
        assertRefused("did you mean " + folder.resolve("vosk-model-x"));
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> ModelFolder.check(folder.resolve("nowhere")))
                .withMessageContaining("no such folder");
    }

    @Test
    void refusesTheRestOfADynamicGraph() {
        TinyModel model = TinyModel.flat().without("Gr.fst").without("disambig_tid.int");
        model.writeTo(folder);
        assertRefused("Gr.fst is missing", "disambig_tid.int is missing");
    }

    @Test
    void refusesTheRestOfAnIvectorExtractorAndOfARescoringModel() {
        TinyModel.inFolders(10)
                .with("ivector/final.ie", "x")
                .with("rescore/G.carpa", "x")
                .writeTo(folder);
        assertRefused("ivector/final.dubm is missing", "ivector/splice.conf is missing", "rescore/G.fst is missing");
    }

    @Test
    void refusesThePointersOfAnIncompleteCheckout() {
        String pointer = "version https://git-lfs.github.com/spec/v1\n";
        TinyModel.inFolders(10)
                .with("am/final.mdl", pointer)
                .with("graph/HCLG.fst", pointer)
                .writeTo(folder);
        assertRefused("am/final.mdl is no Kaldi model", "graph/HCLG.fst is no OpenFst file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sample-frequency=8000 | 8000",
                "--use-energy=false | 16000",
                "'' | 16000",
                "'--sample-frequency=44100 # studio' | 44100",
                "'# --sample-frequency=8000' | 16000",
                "'  --sample_frequency = 8000.0  ' | 8000",
            })
    void readsTheRateAsKaldiDoes(String line, int rate) {
        TinyModel.inFolders(10)
                .with("conf/mfcc.conf", line + "\n--num-ceps=40\n")
                .writeTo(folder);
        assertThat(ModelFolder.check(folder).sampleRate()).isEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "0", "-8000", "1e9", "NaN"})
    void refusesARateThatIsNone(String rate) {
        TinyModel.inFolders(10)
                .with("conf/mfcc.conf", "--sample-frequency=" + rate)
                .writeTo(folder);
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> ModelFolder.check(folder).sampleRate())
                .withMessageContaining("mfcc.conf")
                .withMessageContaining("4000 to 48000");
    }

    @Test
    void theHashIsThatOfTheListingInTheFormOfSha256sum() {
        ModelChecksums sums =
                ModelChecksums.of(ModelFolder.check(TinyModel.flat().writeTo(folder)));
        assertThat(sums.text().lines().toList().getFirst()).matches("[0-9a-f]{64}  Gr\\.fst");
        assertThat(ModelChecksums.parse(sums.text())).isEqualTo(sums);
    }

    @Test
    void theHashChangesWithAFileItsNameOrItsPlaceButNotWithTheReadme() throws IOException {
        TinyModel.inFolders(10).writeTo(folder);
        String before = hash();
        Files.writeString(folder.resolve("README"), "changed", StandardCharsets.UTF_8);
        assertThat(hash()).isEqualTo(before);
        Files.move(folder.resolve("conf/model.conf"), folder.resolve("conf/other.conf"));
        Files.writeString(folder.resolve("conf/model.conf"), "", StandardCharsets.UTF_8);
        assertThat(hash()).isNotEqualTo(before);
    }

    private String hash() {
        return ModelChecksums.of(ModelFolder.check(folder)).modelHash();
    }
}
