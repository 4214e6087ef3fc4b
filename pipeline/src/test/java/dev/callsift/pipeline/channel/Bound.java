package dev.callsift.pipeline.channel;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are read from a configuration. */
final class Bound {

    private Bound() {}

    static ChannelSettings channel(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("", ChannelSettings.class);
    }
}
