package dev.callsift.pipeline.transcript;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/**
 * The child process: decodes recordings and recognizes the speech in them, because both are native code that can take a
 * process down. Speaks the protocol on standard input and output and ends when its input does, so that it never outlives
 * its parent.
 */
final class RecognizerMain {

    private RecognizerMain() {}

    public static void main(String[] arguments) {
        var codec = new MessageCodec(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out));
        // Whatever else prints must not get between the messages.
        System.setOut(System.err);
        Runtime.getRuntime().halt(new RecognizerServer(codec).serve());
    }
}
