package dev.callsift.pipeline.index;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index lies.
 *
 * @param folder on a local disk; made when missing, and owned by callsift: what it does not know in there may be deleted
 */
@ConfigurationProperties(prefix = "callsift.index", ignoreUnknownFields = false)
public record IndexSettings(@DefaultValue("data/index") Path folder) {}
