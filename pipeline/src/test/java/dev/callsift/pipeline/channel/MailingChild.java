package dev.callsift.pipeline.channel;

/** A process that sends one e-mail over TLS to a server on this machine, and prints what came of it. */
final class MailingChild {

    private MailingChild() {}

    public static void main(String[] arguments) {
        Channel channel = MailChannelTest.channel(Integer.parseInt(arguments[0]), MailEncryption.TLS, "127.0.0.0/8");
        System.out.println(channel.send(Parcel.of(MailChannelTest.NOTICE), "dispatch@shop.example"));
    }
}
