package dev.callsift.models.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsift.models.language.RuleSpeaker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.ml.model.MaxentModel;
import org.junit.jupiter.api.Test;

/** With the models that the build has trained. */
class WeightTableTest {

    private static final List<String> SAID = List.of(
            "please cancel my order",
            "could you send it to my office instead and make it a large",
            "it was supposed to be here on monday and nobody rang",
            "thank you bye",
            "qwertyuiop",
            "no no no no");

    @Test
    void saysTheSameAsTheModelsOneByOne() throws IOException {
        List<MaxentModel> models = models();
        WeightTable.Builder builder = new WeightTable.Builder();
        models.forEach(builder::add);
        WeightTable table = builder.build();

        assertThat(models).hasSizeGreaterThan(20);
        for (String said : SAID) {
            List<String> features = UtteranceCategorizer.features(List.of(said.split(" ", -1)), List.of());
            double[] together = table.probabilities(features);
            for (int i = 0; i < models.size(); i++) {
                double alone = UtteranceCategorizer.probability(models.get(i), features);
                assertThat(together[i]).as(said).isCloseTo(alone, within(1e-5));
                assertThat(table.probability(i, features)).as(said).isCloseTo(alone, within(1e-5));
            }
        }
    }

    private static List<MaxentModel> models() throws IOException {
        List<MaxentModel> models = new ArrayList<>();
        try (InputStream file = LanguageFiles.open(CodeWeigher.categorizersFile(RuleSpeaker.CUSTOMER));
                ZipInputStream zip = new ZipInputStream(file)) {
            while (zip.getNextEntry() != null) {
                models.add(new DoccatModel(new ByteArrayInputStream(zip.readAllBytes())).getMaxentModel());
            }
        }
        return models;
    }
}
