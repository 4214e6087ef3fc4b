package dev.callsift.pipeline.recording;

/** Why a recording cannot be done, as a code for reports and with what a person can do about it. */
public enum QuarantineReason {
    EMPTY("the file has no bytes", "upload the recording again, then retry it"),
    NOT_AUDIO(
            "the file is not audio callsift can read", "check what wrote it; remove it or replace it by the recording"),
    BROKEN("the audio is damaged", "fetch the recording from the telephone system again, then retry it"),
    TOO_SHORT("there is too little sound to hold a word", "nothing to do unless the call was longer than this"),
    NO_SPEECH("nobody speaks in it", "check the recording line of the telephone system if people did speak"),
    TOO_LARGE("the file is larger than allowed", "raise callsift.recording.max-size, then retry it"),
    TOO_MANY_CHANNELS(
            "more than two channels and no rule that says who is on which",
            "name the channels of agent and customer in callsift.audio.channels, then retry it"),
    CHANNEL_MISSING(
            "a rule names a channel it does not have",
            "correct the rule for it in callsift.audio.channels, then retry it"),
    GONE("the object was deleted after it was listed", "nothing to do unless it should be there"),
    CHANGED("the object was replaced while it was read", "the next run takes the new version"),
    UNSAFE_KEY("its key leads elsewhere", "rename it, then run again"),
    WITHHELD("the store does not hand it out", "make it readable for callsift's user, then retry it"),
    DUPLICATE("its content is the same as another recording's", "remove one of the two"),
    RECOGNIZER_CRASH(
            "the speech recognizer dies on it, even when it is tried alone",
            "keep the file and report it; the rest went on"),
    RECOGNIZER_TIMEOUT(
            "recognizing it took longer than allowed", "raise callsift.transcript.deadline-factor, then retry it"),
    UNREADABLE_TRANSCRIPT("its stored transcript cannot be read", "retry it; the recording is transcribed again"),
    TAGGING_FAILED("its transcript cannot be tagged", "keep its transcript and report it; the rest went on");

    private final String meaning;
    private final String advice;

    QuarantineReason(String meaning, String advice) {
        this.meaning = meaning;
        this.advice = advice;
    }

    /** One clause that says what is wrong, for people. */
    public String meaning() {
        return meaning;
    }

    /** One clause that says what the reader can do. */
    public String advice() {
        return advice;
    }

    /** Meaning, finding and advice as one sentence. */
    public String explain(String detail) {
        return meaning + " (" + detail + "); " + advice;
    }
}
