package dev.callsift.models.language;

/** Whose words a rule listens to. */
public enum RuleSpeaker {
    AGENT,
    CUSTOMER,
    ANY
}
