package dev.callsift.ui;

import dev.callsift.pipeline.audio.Speaker;

/**
 * A speaker as shown.
 *
 * @param name for people
 * @param kind the style sheet's class for the colour
 */
public record SpeakerLabel(String name, String kind) {

    public static SpeakerLabel of(Speaker speaker) {
        return switch (speaker) {
            case AGENT -> new SpeakerLabel("Agent", "agent");
            case CUSTOMER -> new SpeakerLabel("Customer", "customer");
            case UNKNOWN -> new SpeakerLabel("Speaker", "unknown");
        };
    }
}
