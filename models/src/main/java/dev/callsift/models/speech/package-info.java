/**
 * Speech models: the catalogue of Vosk models, their download and verification, the bundled demonstration model, and
 * the check that a folder is a Vosk model this machine can hold. In goes a name or a path, out comes a {@link
 * dev.callsift.models.speech.SpeechModel} on disk. Nothing here decodes speech.
 */
@NullMarked
package dev.callsift.models.speech;

import org.jspecify.annotations.NullMarked;
