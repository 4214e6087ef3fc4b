package dev.callsift.ui.call;

/** Who says that words show a tag, in words that people understand. */
final class SourceLabel {

    private SourceLabel() {}

    /** @param source as in {@link dev.callsift.pipeline.tagging.Evidence#source()} */
    static String of(String source) {
        int colon = source.indexOf(':');
        String name = source.substring(colon + 1);
        return switch (source.substring(0, Math.max(0, colon))) {
            case "rule" ->
                "by the rule “" + name.substring(name.indexOf('/') + 1).replace('-', ' ') + "”";
            case "model" -> "by the language model";
            case "name", "entity" -> "named: " + name.replace('-', ' ');
            case "reviewer" -> "by " + name;
            default -> source;
        };
    }
}
