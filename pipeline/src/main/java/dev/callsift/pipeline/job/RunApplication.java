package dev.callsift.pipeline.job;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A process that runs the job. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    SettingsConfiguration.class,
    TaggingConfiguration.class,
    LedgerConfiguration.class,
    StoreConfiguration.class,
    OperationsConfiguration.class,
    RunConfiguration.class
})
public final class RunApplication {}
