package dev.callsift.pipeline.metadata;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The ready naming conventions. Each pattern is looked for anywhere in a key, so a prefix or other folders before it do not
 * matter. Numbers are kept as they are written; {@code anonymous} and the like are no numbers.
 */
final class Conventions {

    /** The order matters: Asterisk's ids are part of FreePBX's names. */
    static final List<String> READY = List.of("freepbx", "3cx", "ringcentral", "genesys-cloud", "generic", "asterisk");

    private static final String NUMBER = "(?:(?<number>\\+?[0-9*#]{6,})|[^-_/]*)";
    private static final String EXTENSION = "(?<extension>[0-9*#]{1,5})";

    /** Asterisk's {@code ${UNIQUEID}}: seconds since 1970 and a counter, with the system's name before it where one is set. */
    private static final String UNIQUE_ID = "(?:[^/]*-)?\\d{9,10}\\.\\d+";

    private static final String FREEPBX_END =
            "-(?<date>\\d{8})-(?<time>\\d{6})-(?<callId>" + UNIQUE_ID + ")(?:-\\w+)?\\.[^./]+$";

    private static final Map<String, List<KeyPattern>> PATTERNS = Map.of(
            "freepbx", freePbx(),
            "3cx", threeCx(),
            "ringcentral", ringCentral(),
            "genesys-cloud", genesysCloud(),
            "generic", generic(),
            "asterisk", asterisk());

    private Conventions() {}

    /** The patterns to try, in order. */
    static List<KeyPattern> of(MetadataSettings settings) {
        List<KeyPattern> patterns = new ArrayList<>();
        settings.patterns().forEach((name, format) -> {
            if (!settings.conventions().contains(name)) {
                patterns.add(KeyPattern.of(format));
            }
        });
        settings.conventions().forEach(name -> patterns.addAll(named(name, settings)));
        return List.copyOf(patterns);
    }

    private static List<KeyPattern> named(String name, MetadataSettings settings) {
        MetadataSettings.KeyFormat own = settings.patterns().get(name);
        return own == null
                ? Objects.requireNonNull(PATTERNS.get(name), "problems() asks for known names")
                : List.of(KeyPattern.of(own));
    }

    /**
     * {@code <type>-<to>-<from>-YYYYMMDD-HHMMSS-<uniqueid>.wav}, as FreePBX and its kin name files (taken apart in
     * https://diditho.com/2025/04/23/understanding-issabel-asterisk-call-recording-file-format): {@code in-<did>-<caller>},
     * {@code out-<dialled>-<extension>}, {@code exten-<extension>-<caller>}, {@code q-<queue>-<caller>},
     * {@code rg-<group>-<caller>}, {@code internal-<to>-<from>}. The customer is the caller of what comes in and the dialled
     * number of what goes out.
     */
    private static List<KeyPattern> freePbx() {
        return List.of(
                KeyPattern.of("(?:^|/)in-[^-/]*-" + NUMBER + FREEPBX_END, Direction.INBOUND),
                KeyPattern.of("(?:^|/)out-" + NUMBER + "-" + EXTENSION + FREEPBX_END, Direction.OUTBOUND),
                KeyPattern.of("(?:^|/)out-" + NUMBER + "-[^-/]*" + FREEPBX_END, Direction.OUTBOUND),
                KeyPattern.of("(?:^|/)(?:q|rg)-(?<queue>[^-/]+)-" + NUMBER + FREEPBX_END, Direction.INBOUND),
                KeyPattern.of("(?:^|/)exten-[^-/]*-" + EXTENSION + FREEPBX_END, Direction.INTERNAL),
                KeyPattern.of("(?:^|/)exten-" + EXTENSION + "-" + NUMBER + FREEPBX_END, Direction.INBOUND),
                KeyPattern.of("(?:^|/)internal-[^-/]*-" + EXTENSION + FREEPBX_END, Direction.INTERNAL),
                KeyPattern.of("(?:^|/)\\w+-[^-/]*-[^-/]*" + FREEPBX_END, null));
    }

    /**
     * {@code [Name]_<extension>-<number>_YYYYMMDDHHMMSS(<id>).wav} for what goes out, {@code [Caller]_<number>-<extension>_…}
     * for what comes in, as 3CX names the files below {@code Recordings/<extension>}; examples in
     * https://github.com/sashintulsiram/callcabinet. An extension has up to five digits.
     */
    private static List<KeyPattern> threeCx() {
        String end = "_(?<timestamp>\\d{14})\\((?<callId>\\d+)\\)\\.[^./]+$";
        return List.of(
                KeyPattern.of("\\[[^]/]*]_" + EXTENSION + "-\\d{1,5}" + end, Direction.INTERNAL),
                KeyPattern.of("\\[(?<agent>[^]/]*)]_" + EXTENSION + "-" + NUMBER + end, Direction.OUTBOUND),
                KeyPattern.of("\\[[^]/]*]_" + NUMBER + "-" + EXTENSION + end, Direction.INBOUND));
    }

    /**
     * {@code YYYYMMDD-HHMMSS_<number>_Incoming_Auto_<id>.mp3}, {@code …_<extension>_<number>_Outgoing_OnDemand_<id>.mp3}, as
     * seen on downloads from RingCentral's call log; its documentation does not fix the names. Times are in the account's zone.
     */
    private static List<KeyPattern> ringCentral() {
        return List.of(KeyPattern.of(
                "(?:^|/)(?<date>\\d{8})-(?<time>\\d{6})(?:_(?<extension>\\d{1,5}))?(?:_(?<number>[+(]?\\d[\\d()+ .-]{5,})|_[^_/]*)?"
                        + "_(?<direction>Incoming|Outgoing|Inbound|Outbound|Internal)_[A-Za-z-]+_(?<callId>\\d+)\\.[^./]+$",
                null));
    }

    /**
     * {@code year=2026/month=11/day=2/hour=9/conversation_id=<id>/<recording>.opus}, as Genesys Cloud's bulk export writes it,
     * hours in UTC (https://help.mypurecloud.com/articles/working-with-exported-recordings-in-aws-s3-bucket). An hour is no
     * start time: that comes from the metadata file which the export puts beside each recording.
     */
    private static List<KeyPattern> genesysCloud() {
        KeyPattern pattern = KeyPattern.of(
                "(?:^|/)year=\\d{4}/month=\\d{1,2}/day=\\d{1,2}/hour=\\d{1,2}/conversation_id=(?<callId>[^/]+)/[^/]+$",
                null);
        ZoneId utc = ZoneOffset.UTC;
        return List.of(pattern.in(utc));
    }

    /**
     * {@code <date>/<agent>/HHMMSS-<number>-<direction>.wav}; number and direction may be missing, the date is written
     * {@code 2026-11-02}, {@code 20261102} or {@code 2026/11/02}. Where the file's name does not begin with a time, only the
     * agent is taken.
     */
    private static List<KeyPattern> generic() {
        String folders = "(?:^|/)(?<date>\\d{4}[-/.]?\\d{2}[-/.]?\\d{2})/(?<agent>[^/]*[^/\\d][^/]*|\\d{3,5})/";
        return Stream.of(
                        folders + "(?<time>\\d{2}[-:.]?\\d{2}[-:.]?\\d{2})(?:[-_](?<number>\\+?\\d{3,}))?"
                                + "(?:[-_](?i:(?<direction>in|out|inbound|outbound|incoming|outgoing|internal)))?"
                                + "(?:[-_](?<callId>[^/]+))?\\.[^./]+$",
                        folders + "[^/]+$")
                .map(regex -> KeyPattern.of(regex, null))
                .toList();
    }

    /**
     * {@code <uniqueid>.wav}: Asterisk's channel variable {@code UNIQUEID}, whose first part is the start in seconds since 1970,
     * with {@code systemname-} before it where asterisk.conf sets one, and {@code -in} or {@code -out} behind it when Monitor
     * wrote two files.
     */
    private static List<KeyPattern> asterisk() {
        return List.of(KeyPattern.of(
                "(?:^|/)(?<callId>(?:[^/]*-)?(?<epoch>\\d{9,10})\\.\\d+)(?:-(?:in|out))?\\.[^./]+$", null));
    }
}
