package dev.callsift.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.entity.Entity;
import dev.callsift.models.entity.EntityFinder;
import dev.callsift.models.entity.EntityType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibleModelTest {

    private static final String SAMPLE = """
            ## none
            my name is [priya nair](person)
            my name is [tom becker](person)
            the name is [anita rao](person)
            i ordered a [kettle](product) last week
            i ordered a [lamp](product) yesterday
            where is the [rug](product) i ordered
            what is the name on the order | [omar khan](person)
            """;

    @TempDir
    private Path folder;

    private List<TrainingUtterance> sample = List.of();

    @BeforeEach
    void readSample() throws IOException {
        Files.writeString(folder.resolve("sample.txt"), SAMPLE);
        sample =
                TrainingText.read(folder, Set.of(), Set.of("person", "product")).utterances();
    }

    @Test
    void twoTrainingsOfTheSameTextGiveTheSameBytes() throws IOException {
        byte[] once = ReproducibleModel.bytes(new EntityTraining(sample).train());
        byte[] again = ReproducibleModel.bytes(new EntityTraining(sample).train());

        assertThat(again).isEqualTo(once);
    }

    @Test
    void anotherTextGivesOtherBytes() throws IOException {
        byte[] all = ReproducibleModel.bytes(new EntityTraining(sample).train());
        byte[] fewer = ReproducibleModel.bytes(new EntityTraining(sample.subList(1, sample.size())).train());

        assertThat(fewer).isNotEqualTo(all);
    }

    @Test
    void whatWasWrittenCanBeReadAndFinds() throws IOException {
        byte[] bytes = ReproducibleModel.bytes(new EntityTraining(sample).train());
        var finder = new EntityFinder(new TokenNameFinderModel(new ByteArrayInputStream(bytes)));

        assertThat(finder.find(List.of("my", "name", "is", "tom", "becker"), Optional.empty()))
                .containsExactly(new Entity(EntityType.PERSON, 3, 5, "tom becker", Optional.of("Tom Becker")));
    }

    @Test
    void aZipOfTheSameFilesHasTheSameBytes() throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("b", new byte[] {2});
        files.put("a", new byte[] {1});

        assertThat(ReproducibleModel.zip(files)).isEqualTo(ReproducibleModel.zip(new TreeMap<>(files)));
    }
}
