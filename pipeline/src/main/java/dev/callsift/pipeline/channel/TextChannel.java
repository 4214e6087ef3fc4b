package dev.callsift.pipeline.channel;

import java.util.List;

/** Short texts to telephones. */
final class TextChannel implements Channel {

    /** What providers take at most; the rest is cut off. */
    private static final int LONGEST = 1_600;

    private final List<String> to;
    private final TextProvider provider;
    private final Templates templates;

    TextChannel(List<String> to, TextProvider provider, Templates templates) {
        this.to = List.copyOf(to);
        this.provider = provider;
        this.templates = templates;
    }

    @Override
    public List<String> recipients() {
        return to;
    }

    @Override
    public Outcome send(Parcel parcel, String recipient) {
        return provider.send(preview(parcel), recipient);
    }

    @Override
    public String preview(Parcel parcel) {
        String text = templates.render(Templates.Part.SHORT, parcel);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    @Override
    public void close() {
        provider.close();
    }
}
