package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The weekly review as a PDF, read back; its pages stay as pictures in {@code target/screenshots}. */
final class ReviewPdfTest {

    private static final String W46 = "/review/2026-W46.pdf";
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Pattern MAKING =
            Pattern.compile("<xmp:MetadataDate>[^<]*</xmp:MetadataDate>|/ID \\[<\\p{XDigit}+> <\\p{XDigit}+>\\]");

    private static SampleStores stores;
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        stores = SampleStores.filled(directory);
        ReviewWeeks.addTo(stores.index());
        server = new TestServer(stores);
    }

    @AfterAll
    static void stop() {
        server.close();
        stores.close();
    }

    private static PDDocument document(String address) throws IOException {
        HttpResponse<byte[]> answer = server.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        return Loader.loadPDF(answer.body());
    }

    /** The words in reading order, lines joined. */
    private static String text(String address) throws IOException {
        try (PDDocument document = document(address)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(false);
            return joined(reader.getText(document));
        }
    }

    private static String joined(String text) {
        return SPACE.matcher(text).replaceAll(" ");
    }

    private static JsonNode json() {
        return JsonMapper.builder()
                .build()
                .readTree(server.get("/api/review?week=2026-W46").body());
    }

    @Test
    void saysTheFiguresOfTheReview() throws IOException {
        String text = text(W46);
        JsonNode review = json().get("review");
        assertThat(review.get("reasons")).hasSizeGreaterThan(4);
        assertThat(text)
                .contains("Calls " + review.at("/headline/calls").asInt() + " ")
                .contains("Asked to cancel "
                        + review.at("/headline/cancellations/part").asInt() + " ");
        int rank = 1;
        for (JsonNode reason : review.get("reasons")) {
            int calls = reason.at("/share/part").asInt();
            double percent = 100.0 * calls / reason.at("/share/whole").asInt();
            String share = percent >= 9.95 || percent == 0
                    ? Math.round(percent) + " %"
                    : Math.round(10 * percent) / 10.0 + " %";
            String title = TagChip.of(reason.get("code").asString()).title();
            assertThat(reason.get("weeks")).hasSize(12);
            assertThat(text)
                    .containsPattern(rank + " [A-Z][a-z ,'’-]+ " + calls + " " + Pattern.quote(share))
                    .as(title);
            for (JsonNode quote : reason.get("evidence")) {
                assertThat(text).contains("“" + quote.get("words").asString() + "”");
            }
            rank++;
        }
    }

    @Test
    void holdsEveryPart() throws IOException {
        String text = text(W46);
        assertThat(text)
                .contains("Weekly cancellation reason review", "2026-W46", "9 November – 15 November 2026")
                .contains("Demonstration model.", "Heard with", "Too expensive", "Up +", "was ", "verdicts needed")
                .contains(
                        "Words on the rise",
                        "postal strike",
                        "Save rate",
                        "Marta Kowalska",
                        "Change requests",
                        "Promised")
                .contains("Decisions", "Made with", "demo-en-8k", "en-1+0f3c5a7be210", "Page 1 of ")
                .doesNotContain("#0", "null");
        for (JsonNode word : json().get("wordsOnTheRise")) {
            assertThat(text).contains(word.get("words").asString());
        }
    }

    @Test
    void leadsToTheCallsAtTheirSecond() throws IOException {
        List<String> links = new ArrayList<>();
        try (PDDocument document = document(W46)) {
            for (PDPage page : document.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    assertThat(annotation).isInstanceOf(PDAnnotationLink.class);
                    links.add(((PDActionURI) ((PDAnnotationLink) annotation).getAction()).getURI());
                }
            }
        }
        assertThat(links).allMatch(link -> link.startsWith(server.uri("/").toString()));
        for (JsonNode reason : json().at("/review/reasons")) {
            for (JsonNode quote : reason.get("evidence")) {
                assertThat(links)
                        .anyMatch(link ->
                                link.contains("/calls/" + quote.get("callId").asString() + "?t="));
            }
        }
    }

    @Test
    void isATaggedA4DocumentWithItsFontsInIt() throws IOException {
        try (PDDocument document = document(W46)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Weekly review 2026-W46");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within());
                assertThat(page.getMediaBox().getHeight()).isCloseTo(PDRectangle.A4.getHeight(), within());
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("Roboto");
                }
            }
            keepPictures(document, "review-pdf");
        }
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.data.Offset.offset(0.5f);
    }

    private static void keepPictures(PDDocument document, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        PDFRenderer renderer = new PDFRenderer(document);
        for (int page = 0; page < document.getNumberOfPages(); page++) {
            BufferedImage picture = renderer.renderImageWithDPI(page, 80);
            ImageIO.write(
                    picture,
                    "png",
                    folder.resolve(name + "-" + (page + 1) + ".png").toFile());
        }
    }

    @Test
    void isTheSameForTheSameFigures() {
        assertThat(withoutItsMaking(server.get(W46).body()))
                .isEqualTo(withoutItsMaking(server.get(W46).body()));
    }

    /** Without the time at which it was made, and the id that is made of it. */
    private static String withoutItsMaking(byte[] pdf) {
        String file = new String(pdf, ISO_8859_1);
        assertThat(file).containsPattern(MAKING);
        return MAKING.matcher(file).replaceAll("");
    }

    @Test
    void setsWhatPeopleWrite() throws IOException {
        String written = "Refund £5, €6 or ₹400 to “Żółć & Søn” <b> \u0007\u2028 " + "long".repeat(60);
        server.post(
                "/review/decisions",
                "week=2026-W30&owner=Noor&until=2026-11-20&text=" + URLEncoder.encode(written, UTF_8));
        assertThat(text("/review/2026-W46.pdf")).contains("Refund £5, €6 or ₹400 to “Żółć & Søn” <b>", "from 2026-W30");
        try (PDDocument document = document(W46)) {
            new Margins().getText(document);
        }
    }

    /** Finds what stands right of the 18 millimetres at the edge. */
    private static final class Margins extends PDFTextStripper {

        private static final float RIGHT = PDRectangle.A4.getWidth() - 18 * 72 / 25.4f;

        @Override
        protected void writeString(String text, List<TextPosition> letters) {
            assertThat(letters).as(text).allMatch(letter -> letter.getEndX() <= RIGHT + 1);
        }
    }

    @Test
    void saysWhyThereIsNothing() throws IOException {
        assertThat(text("/review/2026-W10.pdf"))
                .contains("No calls of 2026-W10", "Decisions", "Page 1 of 1")
                .doesNotContain("Save rate");
        HttpResponse<byte[]> unknown = server.get("/review/2025-W53.pdf", "Accept", "text/html");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(new String(unknown.body(), UTF_8)).contains("“2025-W53” is not an ISO week");
    }

    @Test
    void thePageOffersIt() {
        assertThat(new String(
                        server.get("/review?week=2026-W46", "Accept", "text/html")
                                .body(),
                        UTF_8))
                .contains("href=\"" + W46 + "\"");
    }
}
