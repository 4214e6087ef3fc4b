package dev.callsift.pipeline.channel;

import dev.callsift.pipeline.recording.SettingProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom we believe when told what became of an item.
 *
 * @param secrets of which one must have signed a request; two while one replaces the other; none: nobody is believed
 * @param tolerance how far the time of a request may be from ours
 */
@ConfigurationProperties(prefix = "callsift.inbound", ignoreUnknownFields = false)
public record InboundSettings(
        @DefaultValue List<Secret> secrets,
        @DefaultValue("5m") Duration tolerance) {

    public InboundSettings {
        secrets = List.copyOf(secrets);
    }

    /** Everything that is wrong with these settings; secrets are not told. */
    public List<SettingProblem> problems() {
        List<SettingProblem> problems = new ArrayList<>();
        for (int i = 0; i < secrets.size(); i++) {
            if (!WebhookSignature.isUsable(secrets.get(i))) {
                problems.add(new SettingProblem(
                        "callsift.inbound.secrets[" + i + "]", secrets.get(i), WebhookSignature.SECRET_FORM));
            }
        }
        if (secrets.size() > 2) {
            problems.add(new SettingProblem("callsift.inbound.secrets", secrets.size() + " secrets", "at most two"));
        }
        if (tolerance.isNegative() || tolerance.isZero() || tolerance.compareTo(Duration.ofHours(1)) > 0) {
            problems.add(new SettingProblem("callsift.inbound.tolerance", tolerance, "a time above 0 and up to 1h"));
        }
        return List.copyOf(problems);
    }
}
