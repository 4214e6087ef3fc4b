package dev.callsift.pipeline.channel;

/** A provider of SMS and WhatsApp messages over HTTP. */
interface TextProvider extends AutoCloseable {

    /** @param to a number as the provider wants it, without a prefix for WhatsApp */
    Outcome send(String text, String to);

    @Override
    void close();
}
