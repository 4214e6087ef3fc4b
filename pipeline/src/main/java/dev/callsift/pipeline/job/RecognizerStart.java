package dev.callsift.pipeline.job;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.pipeline.transcript.SpeechRecognizer;
import dev.callsift.pipeline.transcript.TranscriptSettings;

/** How a run gets its recognizer, which it asks for when it has the first recording to be heard, and closes. */
@FunctionalInterface
interface RecognizerStart {

    SpeechRecognizer start(SpeechModel model, TranscriptSettings settings) throws InterruptedException;
}
