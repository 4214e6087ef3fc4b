package dev.callsift.pipeline.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ServerTest {

    @Test
    void mustBeMinioInCi() {
        assertThatThrownBy(() -> S3Server.requireNoCi("true"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("scripts/install-minio.sh");
        assertThatCode(() -> S3Server.requireNoCi("false")).doesNotThrowAnyException();
    }

    @Test
    void isLookedForOnThePath(@TempDir Path empty) throws java.io.IOException {
        Path binary = java.nio.file.Files.createFile(empty.resolve("minio"));
        assertThat(binary.toFile().setExecutable(true)).isTrue();

        assertThat(S3Server.installed(empty.toString(), "/no/home")).hasValue(binary);
    }
}
