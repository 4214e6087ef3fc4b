package dev.callsift.models.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** Reads a taxonomy's files and checks them as a whole. */
final class TaxonomyLoader {

    private final String language;
    private final TaxonomyProblems problems = new TaxonomyProblems();
    private final TaxonomyFile file = new TaxonomyFile(problems);
    private final MessageDigest digest = DigestUtils.getSha256Digest();

    TaxonomyLoader(String language) {
        this.language = language;
    }

    Taxonomy load(List<Path> overrides) {
        String base = "taxonomy-" + language + ".yaml";
        file.readBase(base, hashed(resource(base)));
        overrides.forEach(this::readOverride);
        PhraseBook phrases = new PhraseBook(file.phrases(), problems);
        Set<String> known =
                file.codes().stream().map(code -> code.code().value()).collect(Collectors.toSet());
        CodeReader reader = new CodeReader(phrases, known, problems);
        List<TaxonomyCode> codes = file.codes().stream().map(reader::read).toList();
        problems.throwIfAny();
        return new Taxonomy(
                language + "-" + file.version(), HexFormat.of().formatHex(digest.digest()), file.tokenizer(), codes);
    }

    private void readOverride(Path path) {
        try {
            file.readOverride(path.toString(), hashed(Files.readString(path)), language);
        } catch (IOException e) {
            problems.add(new SourceLine(path.toString(), 1), "cannot be read as UTF-8 text: " + e);
        }
    }

    private String resource(String name) {
        try (InputStream stream = TaxonomyLoader.class.getResourceAsStream(name)) {
            if (stream == null) {
                problems.add(new SourceLine(name, 1), "there is no taxonomy for language '" + language + "'; use en");
                problems.throwIfAny();
                throw new IllegalStateException(name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read from the class path", e);
        }
    }

    /** Line ends do not count, so that a checkout on Windows has the same version. */
    private String hashed(String content) {
        String text = content.replace("\r\n", "\n");
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return text;
    }
}
