@NullMarked
package dev.callsift.models.change;

import org.jspecify.annotations.NullMarked;
