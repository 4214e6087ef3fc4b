package dev.callsift.pipeline.job;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

/** A process that tags what it is given: it needs the configured taxonomy, but no store, no database and no speech model. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(TaggingConfiguration.class)
public final class TaggingApplication {}
