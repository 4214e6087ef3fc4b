package dev.callsift.ui.review;

import dev.callsift.ui.review.ReviewPage.DecisionForm;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A review as a PDF of A4 pages, from the views that its page shows, so that both say the same. */
@Component
final class ReviewPdf {

    private static final ITemplateEngine TEMPLATES = templates();

    private final Reviewing reviewing;
    private final InstantSource clock;

    ReviewPdf(Reviewing reviewing, InstantSource clock) {
        this.reviewing = reviewing;
        this.clock = clock;
    }

    /**
     * The same for the same contents and links, but for the moment of its making and the id that is made of it.
     *
     * @param links with the address of a server, because a document stands apart from it
     */
    byte[] of(ReviewContents contents, Links links) {
        ReviewPage page = reviewing.page(contents, links, DecisionForm.blank(links.week()));
        Map<String, Object> model = Map.of("page", page, "words", reviewing.wordViews(contents, links));
        return Typesetter.pdf(TEMPLATES.process("review", new Context(Locale.ENGLISH, model)), clock.instant());
    }

    /** Formatting objects are XML, which the engine of the pages does not write. */
    private static ITemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ReviewPdf.class.getClassLoader());
        resolver.setPrefix("pdf/");
        resolver.setSuffix(".fo.xml");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
