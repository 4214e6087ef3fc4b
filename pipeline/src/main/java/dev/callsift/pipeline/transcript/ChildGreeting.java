package dev.callsift.pipeline.transcript;

import dev.callsift.models.speech.SpeechModelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The child's first message: whether it can use the model. Until then no recording is to blame for anything. */
final class ChildGreeting {

    private final CompletableFuture<Message.ToParent> greeting = new CompletableFuture<>();

    void complete(Message.ToParent message) {
        greeting.complete(message);
    }

    void fail(ChildFailedException why) {
        greeting.completeExceptionally(why);
    }

    void await(Message.Open open, Deadline limit, LastLines lastLines) throws InterruptedException {
        try {
            if (greeting.get(limit.nanos(0), TimeUnit.NANOSECONDS) instanceof Message.Unusable unusable) {
                String said =
                        lastLines.afterEnd().map(lines -> ", saying: " + lines).orElse("");
                throw new SpeechModelException(message(open, unusable.detail() + said));
            }
        } catch (ExecutionException e) {
            throw new SpeechModelException(message(open, cause(e)), e);
        } catch (TimeoutException e) {
            throw new SpeechModelException(
                    message(open, "not loaded after " + limit.base().toSeconds() + " s"), e);
        }
    }

    private static String cause(ExecutionException e) {
        return e.getCause() instanceof ChildFailedException failure ? failure.detail() : e.toString();
    }

    private static String message(Message.Open open, String detail) {
        return open.model() + ": the speech recognizer cannot work with this model on this machine (" + detail
                + "); check that it is a whole Vosk model, that the memory suffices for it, and raise"
                + " callsift.transcript.start-limit for a very slow disk";
    }
}
