package dev.callsift.pipeline.channel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A process that sends one e-mail over TLS to a server on this machine, and prints what came of it. */
final class MailingChild {

    private MailingChild() {}

    public static void main(String[] arguments) {
        ChannelSettings settings = Bound.channel(Map.of(
                "type", "email",
                "server", "127.0.0.1",
                "port", arguments[0],
                "encryption", "tls",
                "from", "callsift@shop.example",
                "to", "dispatch@shop.example"));
        Channel channel = new Channels(
                        new ChannelsSettings(Map.of("mail", settings)),
                        OutgoingSettings.allowing("127.0.0.0/8"),
                        InstantSource.system())
                .find("mail")
                .orElseThrow()
                .channel();
        Notice notice = new Notice("5a0c", "item.created", "item-7", 1, "{\"title\":\"Size\"}", Instant.now());
        System.out.println(channel.send(Parcel.of(notice), "dispatch@shop.example"));
    }
}
