@NullMarked
package dev.callsift.models.speech;

import org.jspecify.annotations.NullMarked;
