package dev.callsift.cli;

import dev.callsift.pipeline.job.JobSettings;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.verdict.Verdicts;
import dev.callsift.review.Decisions;
import dev.callsift.review.WeeklyReviews;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The weekly review, over the configured index and database. */
@Configuration(proxyBeanMethods = false)
final class ReviewConfiguration {

    @Bean
    WeeklyReviews weeklyReviews(JobSettings settings, Ledger ledger, Verdicts verdicts, InstantSource clock) {
        return new WeeklyReviews(settings.index(), ledger, verdicts, clock);
    }

    @Bean
    Decisions decisions(JdbcClient database, InstantSource clock) {
        return new Decisions(database, clock);
    }
}
