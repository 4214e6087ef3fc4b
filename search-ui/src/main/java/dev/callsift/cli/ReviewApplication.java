package dev.callsift.cli;

import dev.callsift.pipeline.job.LedgerConfiguration;
import dev.callsift.pipeline.job.TaggingConfiguration;
import dev.callsift.review.Decisions;
import dev.callsift.review.WeeklyReviews;
import dev.callsift.ui.TagChips;
import dev.callsift.ui.review.ReviewPack;
import java.time.InstantSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.thymeleaf.ITemplateEngine;

/** A process that writes a review's pack: database, taxonomy, index and templates, but no server. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {BatchAutoConfiguration.class, BatchJdbcAutoConfiguration.class})
@Import({LedgerConfiguration.class, TaggingConfiguration.class, ReviewConfiguration.class, TagChips.class})
final class ReviewApplication {

    @Bean
    ReviewPack reviewPack(
            WeeklyReviews reviews,
            Decisions decisions,
            TagChips chips,
            InstantSource clock,
            ITemplateEngine templates) {
        return new ReviewPack(reviews, decisions, chips, clock, templates);
    }
}
