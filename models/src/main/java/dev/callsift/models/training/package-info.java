/**
 * Training of the language models at build time, from the text in {@code src/main/training}: reproducible, so that two builds of
 * the same sources give the same models. Nothing at run time uses it.
 */
@NullMarked
package dev.callsift.models.training;

import org.jspecify.annotations.NullMarked;
