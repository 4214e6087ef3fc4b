package dev.callsift.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class KnownSectionsTest {

    @Test
    void takesVariablesThatSettingsReferTo() {
        assertThatCode(() -> start(
                        Map.of("CALLSIFT_OMS_SECRET", "whsec_x", "CALLSIFT_RECORDING_SOURCE", "s3://calls"),
                        Map.of("callsift.channels.oms.secrets", "${CALLSIFT_OMS_SECRET:}")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesVariablesOfASectionThatDoesNotExist() {
        assertThatThrownBy(() -> start(Map.of("CALLSIFT_TRANSCRPT_THREADS", "2"), Map.of()))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContainingAll("callsift.transcrpt.threads", "CALLSIFT_TRANSCRPT_THREADS");
    }

    private static void start(Map<String, Object> variables, Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        ConfigurationPropertySources.attach(environment);
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new KnownSections().initialize(context);
        }
    }
}
