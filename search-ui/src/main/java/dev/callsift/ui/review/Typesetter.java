package dev.callsift.ui.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.apps.io.ResourceResolverFactory;
import org.apache.fop.configuration.ConfigurationException;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.apache.xmlgraphics.util.MimeConstants;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Sets XSL formatting objects as a tagged PDF with the fonts of the jar embedded. A document can name nothing outside: neither
 * files nor addresses are read for it. Safe for many threads.
 */
final class Typesetter {

    private static final String FONTS = "/fonts/ttf/Roboto/";

    private static final Pattern FONT = Pattern.compile(Pattern.quote(FONTS) + "Roboto-[A-Za-z]+\\.ttf");

    /** No place on the disk, though a scheme that Java must know: only {@link OwnFonts} opens what is under it. */
    private static final URI BASE = URI.create("file:" + FONTS);

    /** What XML 1.0 cannot hold, not even escaped; text that people pasted may. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final SAXParserFactory PARSERS = parsers();

    /** Read at the first document, not when a server starts. */
    private static final class Shared {
        static final FopFactory FACTORY = factory();
    }

    private Typesetter() {}

    /**
     * @param objects XSL 1.1, as XML
     * @param made what the document says of its making
     * @throws IllegalStateException when the objects are not what XSL allows; a mistake in a template
     */
    static byte[] pdf(String objects, Instant made) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            FOUserAgent agent = Shared.FACTORY.newFOUserAgent();
            agent.setAccessibility(true);
            agent.setProducer("callsift");
            agent.setCreator("callsift");
            agent.setCreationDate(Date.from(made));
            DefaultHandler handler =
                    Shared.FACTORY.newFop(MimeConstants.MIME_PDF, agent, pdf).getDefaultHandler();
            String clean = NO_XML.matcher(objects).replaceAll("\uFFFD");
            XMLFilterImpl filter = new BreakableWords(PARSERS.newSAXParser().getXMLReader());
            filter.setContentHandler(handler);
            filter.parse(new InputSource(new StringReader(clean)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the document cannot be set as a PDF: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static SAXParserFactory parsers() {
        try {
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return parsers;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks its safe settings", e);
        }
    }

    private static FopFactory factory() {
        try (InputStream configuration = resource("/pdf/fop.xml")) {
            FopFactoryBuilder builder = new FopFactoryBuilder(BASE, new OwnFonts());
            builder.setConfiguration(new DefaultConfigurationBuilder().build(configuration));
            // the configuration set one that reads from anywhere
            builder.getFontManager()
                    .setResourceResolver(ResourceResolverFactory.createInternalResourceResolver(BASE, new OwnFonts()));
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigurationException e) {
            throw new IllegalStateException("/pdf/fop.xml: " + e.getMessage(), e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Typesetter.class.getResourceAsStream(name), name);
    }

    /** Lets a line end within a word that may be wider than its column. */
    private static final class BreakableWords extends XMLFilterImpl {

        private static final Pattern LONG = Pattern.compile("\\S{24}(?=\\S)");

        BreakableWords(XMLReader reader) {
            super(reader);
        }

        @Override
        public void characters(char[] letters, int start, int length) throws SAXException {
            char[] text = LONG.matcher(new String(letters, start, length))
                    .replaceAll("$0\u200B")
                    .toCharArray();
            super.characters(text, 0, text.length);
        }
    }

    /** The fonts of the class path, and nothing else. */
    private static final class OwnFonts implements ResourceResolver {

        @Override
        public Resource getResource(URI uri) throws IOException {
            if (!"file".equals(uri.getScheme()) || !FONT.matcher(uri.getPath()).matches()) {
                throw new IOException(uri + " is not a font of callsift; nothing else is read for a document");
            }
            return new Resource(resource(uri.getPath()));
        }

        @Override
        public OutputStream getOutputStream(URI uri) throws IOException {
            throw new IOException(uri + ": nothing is written beside a document");
        }
    }
}
