package dev.callsift.models.language;

/** A text of a taxonomy file and where it stands. */
record Text(String value, SourceLine where) {}
