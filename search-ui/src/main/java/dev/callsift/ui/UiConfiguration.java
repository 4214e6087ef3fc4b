package dev.callsift.ui;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * The pages and their JSON API, to be started as a web application together with a configuration that provides a
 * {@link dev.callsift.pipeline.recording.RecordingStore}, a {@link dev.callsift.pipeline.recording.DocumentStore} and a search.
 * Defaults of the web server (loopback address, port 8080, caching, compression) are in {@code ui-defaults.properties}; every
 * other source of configuration overrides them.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(UiSettings.class)
@PropertySource("classpath:dev/callsift/ui/ui-defaults.properties")
public final class UiConfiguration {}
