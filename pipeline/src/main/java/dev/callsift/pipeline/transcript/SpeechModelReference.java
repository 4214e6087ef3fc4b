package dev.callsift.pipeline.transcript;

/** Which speech model heard a transcript, so that no one has to guess later. See {@code SpeechModel} for the components. */
public record SpeechModelReference(String name, String hash, boolean demonstration) {}
