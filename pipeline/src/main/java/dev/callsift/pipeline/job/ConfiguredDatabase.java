package dev.callsift.pipeline.job;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The database named by {@code spring.datasource.*}. */
record ConfiguredDatabase(DataSourceProperties properties) implements JdbcConnectionDetails {

    @Override
    public @Nullable String getUsername() {
        return properties.determineUsername();
    }

    @Override
    public @Nullable String getPassword() {
        return properties.determinePassword();
    }

    @Override
    public String getJdbcUrl() {
        return properties.determineUrl();
    }
}
